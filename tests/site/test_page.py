"""What a page puts round the calls of an answer leaves their outcomes as they are."""

from __future__ import annotations

from autograder.groups import CHANCE, another, attribute
from autograder.site.browser.page import page
from autograder.trying import local
from autograder.trying.local import LocalAnswer


class Basket:
    def __init__(self, *items):
        self.items = list(items)

    def put(self, item):
        self.items.append(item)
        return len(self.items)

    def fail(self):
        raise ValueError("empty")


def draw(items, rng):
    return items[rng.randrange(len(items))]


def ask_all() -> list:
    basket, drawing = LocalAnswer("Basket", Basket), LocalAnswer("draw", draw)
    steps = [("put", (3,)), ("fail", ()), attribute("items"), another(1), ("missing", ())]
    return [
        basket.operate((1, 2), steps, limit=2.0, count=False),
        basket.operate((1, 2), steps, limit=2.0, count=True),
        basket.operate((), [("put", (3,))], limit=2.0),
        LocalAnswer("draw", draw).operate((), [], limit=2.0, count=True),
        drawing.call(([1, 2, 3], CHANCE), limit=2.0, seed=5),
        drawing.call(([1, 2, 3], CHANCE), limit=2.0, count=True, seed=5),
        drawing.call(([], CHANCE), limit=2.0, seed=5),
        drawing.call(([],), limit=2.0),
    ]


def steps_of(outcomes: list) -> list:
    flat = [one for each in outcomes for one in (each if isinstance(each, list) else [each])]
    return [(each.value, each.trouble, each.after, each.draws, each.steps) for each in flat]


def test_a_call_has_the_same_outcome_with_the_stack_of_a_page(monkeypatch):
    plain = steps_of(ask_all())
    for name in ("call", "operate"):  # put back at the end of the test
        monkeypatch.setattr(local, name, getattr(local, name))
    told: list[int] = []
    page.use_stack(told.append)
    assert local.call.__module__ == page.__name__
    assert steps_of(ask_all()) == plain
    assert page.SHALLOW in told and told[-1] == page.STACK
