"""Checks of lesson 506: a triage rule, a plan that changes, a story told in parts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from autograder.groups import (
    Exercise,
    Group,
    Rule,
    StoryPart,
    case,
    same,
    scores_form,
    story_groups,
)

# --- prioritise ---------------------------------------------------------------------------------


def request(name: str, value: int, confidence: int, effort: int, due: int = 1) -> dict[str, Any]:
    """A request as the card describes it."""
    return {"name": name, "value": value, "confidence": confidence, "effort": effort, "due": due}


def by_comparing(requests: list[dict]) -> list[str]:
    """The oracle: each time the request that no other one beats, compared as fractions."""
    for each in requests:
        if each["effort"] <= 0 or not 0 <= each["confidence"] <= 100:
            raise ValueError("effort or confidence")

    def worth(each: dict) -> Fraction:
        return Fraction(each["value"] * each["confidence"], each["effort"])

    def beats(one: dict, other: dict) -> bool:
        if worth(one) != worth(other):
            return worth(one) > worth(other)
        return (one["due"], one["name"]) < (other["due"], other["name"])

    left, order = list(requests), []
    while left:
        best = next(one for one in left if not any(beats(other, one) for other in left))
        order.append(best["name"])
        left.remove(best)
    return order


def _request_lists():
    from hypothesis import strategies as st

    def named(rows):
        names = "bacfdeg"[: len(rows)]
        return ([request(name, *row) for name, row in zip(names, rows)],)

    row = st.tuples(st.integers(0, 6), st.integers(0, 100), st.integers(1, 6), st.integers(0, 3))
    tied = st.tuples(
        st.sampled_from([1, 2, 3, 4, 6]), st.just(50), st.sampled_from([1, 2, 3, 4, 6]),
        st.integers(0, 2),
    )  # fmt: skip
    return st.one_of(st.lists(row, max_size=5), st.lists(tied, max_size=6)).map(named)


_TWINS = [request("a", 10, 50, 10, 3), request("b", 10, 50, 1, 3)]
_HUGE = [request("a", 10**17, 50, 1, 2), request("b", 10**17 + 1, 50, 1, 2)]

prioritise = Exercise(
    difficulty="easy",
    minutes=15,
    groups=[
        Group(
            "order",
            cases=[
                case(_TWINS, gives=["b", "a"]),
                case([], gives=[]),
                case([request("a", 9, 10, 1), request("b", 5, 90, 1)], gives=["b", "a"]),
                case([request("a", 10, 50, 10), request("b", 9, 50, 1)], gives=["b", "a"]),
                case([request("a", 1, 50, 1, 1), request("b", 9, 50, 1, 2)], gives=["b", "a"]),
                case([request("a", 1, 50, 40, 2), request("b", 1, 50, 30, 3)], gives=["b", "a"]),
                case([request("a", 1, 0, 1)], gives=["a"]),
                case([request("a", 0, 90, 1, 5), request("b", 9, 0, 1, 4)], gives=["b", "a"]),
                case([request("a", 1, 100, 2), request("b", 3, 100, 1)], gives=["b", "a"]),
                case([request("a", 1, 50, 0)], raises=ValueError),
                case([request("b", 1, 50, 1), request("a", 1, 50, -1)], raises=ValueError),
                case([request("a", 1, 101, 1)], raises=ValueError),
                case([request("a", 1, -1, 1)], raises=ValueError),
            ],
            nudge="Work out value times confidence per day of effort for both.",
        ),
        Group(
            "exact ties",
            cases=[
                case([request("b", 1, 50, 1, 2), request("a", 1, 50, 1, 1)], gives=["a", "b"]),
                case([request("a", 1, 50, 1, 2), request("b", 1, 50, 1, 1)], gives=["b", "a"]),
                case([request("b", 1, 50, 1, 1), request("a", 2, 50, 2, 1)], gives=["a", "b"]),
                case([request("a", 3, 10, 3, 2), request("b", 1, 10, 1, 1)], gives=["b", "a"]),
                case(_HUGE, gives=["b", "a"]),
            ],
            inputs=_request_lists,
            tries=160,
            oracle=by_comparing,
            nudge="Are these two really equal, or only as floats? And who is due first?",
        ),
    ],
    hints=[
        "Two requests have the same value and the same confidence. One takes a day and one takes "
        "ten. Which would you do first?",
        "Sort by a key: value · confidence / effort, largest first, then due, then name.",
        "Floats can turn unequal scores into equal ones and equal ones into unequal ones. "
        "`fractions.Fraction(value * confidence, effort)` compares exactly.",
        "Check effort and confidence of all requests first. Then sorted(requests, key=lambda r: "
        "(-Fraction(...), r['due'], r['name'])) and take the names.",
    ],
)

# --- replan -------------------------------------------------------------------------------------


def task(name: str, effort: int, due: int, owner: str) -> dict[str, Any]:
    """A task of a plan."""
    return {"name": name, "effort": effort, "due": due, "owner": owner}


def finishes(plan: list[dict]) -> dict[int, int]:
    """The day on which each task ends, by the identity of the task, worked day by day."""
    day, ends = 0, {}
    for each in plan:
        for _ in range(each["effort"]):
            day += 1
        ends[id(each)] = day
    return ends


def day_by_day(plan: list[dict], change: dict) -> dict[str, list[str]]:
    """The oracle: both plans are worked through, then compared task by task."""
    if change["effort"] < 1 or change["at"] < 0:
        raise ValueError("change")
    place = min(change["at"], len(plan))
    after = [*plan[:place], change, *plan[place:]]
    was, now = finishes(plan), finishes(after)
    moved = [each for each in plan if was[id(each)] != now[id(each)]]
    return {
        "moved": [each["name"] for each in moved],
        "late": [each["name"] for each in after if now[id(each)] > each["due"]],
        "tell": sorted({each["owner"] for each in moved}),
    }


def _keys(*names: str):
    def accept(got: Any, want: Any) -> bool:
        return isinstance(got, dict) and all(
            name in got and same(got[name], want[name]) for name in names
        )

    return accept


moves_and_late = _keys("moved", "late")
told = _keys("tell")


def _plans():
    from hypothesis import strategies as st

    row = st.tuples(st.integers(1, 4), st.integers(0, 12), st.sampled_from(["Ann", "Bo", "Cy"]))
    extra = st.tuples(st.integers(1, 5), st.integers(0, 12), st.integers(0, 5))

    def made(drawn):
        rows, (effort, due, at) = drawn
        plan = [task(name, *row) for name, row in zip("abcde", rows)]
        return plan, task("hot", effort, due, "Di") | {"at": at}

    return st.tuples(st.lists(row, max_size=4), extra).map(made)


_PLAN = [task("a", 2, 2, "Ann"), task("b", 3, 6, "Bo"), task("c", 1, 9, "Ann")]
_HOT = task("hot", 2, 9, "Cy") | {"at": 1}
_RELAXED = [task("a", 2, 9, "Ann"), task("b", 3, 9, "Bo")]
_SAME = [task("a", 1, 9, "Ann"), task("b", 1, 9, "Ann")]
_CASES = [
    case(_PLAN, _HOT, gives={"moved": ["b", "c"], "late": ["b"], "tell": ["Ann", "Bo"]}),
    case(_RELAXED, _HOT, gives={"moved": ["b"], "late": [], "tell": ["Bo"]}),
    case(
        [task("a", 2, 2, "Ann")],
        task("z", 1, 9, "q") | {"at": 1},
        gives={"moved": [], "late": [], "tell": []},
    ),
    case([], task("z", 5, 1, "q") | {"at": 0}, gives={"moved": [], "late": ["z"], "tell": []}),
    case([], task("z", 5, 5, "q") | {"at": 3}, gives={"moved": [], "late": [], "tell": []}),
    case(
        _SAME,
        task("z", 1, 9, "q") | {"at": 0},
        gives={"moved": ["a", "b"], "late": [], "tell": ["Ann"]},
    ),
    case(
        [task("a", 5, 3, "Zoe"), task("b", 1, 9, "Bo")],
        task("z", 1, 2, "q") | {"at": 1},
        gives={"moved": ["b"], "late": ["a", "z"], "tell": ["Bo"]},
    ),
    case(
        [task("a", 1, 3, "Zoe"), task("b", 1, 3, "Bo"), task("c", 1, 9, "Cy")],
        task("z", 2, 2, "Bo") | {"at": 0},
        gives={"moved": ["a", "b", "c"], "late": ["b"], "tell": ["Bo", "Cy", "Zoe"]},
    ),
]
_BAD = [
    case([task("a", 1, 9, "Ann")], task("z", 1, 9, "q") | {"at": -1}, raises=ValueError),
    case([task("a", 1, 9, "Ann")], task("z", 0, 9, "q") | {"at": 0}, raises=ValueError),
    case([], task("z", -3, 9, "q") | {"at": 0}, raises=ValueError),
]

replan = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            "what moves and is late",
            cases=[*_CASES, *_BAD],
            inputs=_plans,
            tries=120,
            oracle=day_by_day,
            accept=moves_and_late,
            nudge="Write the day on which each task ends next to it, before and after.",
        ),
        Group(
            "who is told",
            cases=_CASES,
            inputs=_plans,
            tries=120,
            oracle=day_by_day,
            accept=told,
            nudge="Whose day of finishing changed? Once each, in alphabetical order.",
        ),
    ],
    hints=[
        "Write the plan as a row of boxes and push a box into it. Which boxes slide?",
        "Only tasks from `at` on slide, all by the effort of the change. A task that slides may "
        "still be in time; a task that doesn't may have been late before.",
        "Go through the new plan with a running day. Compare with `due`: later than due is late, "
        "on "
        "the day is fine. The change can be late itself.",
        "place = min(at, len(plan)); after = plan[:place] + [change] + plan[place:]; moved = names "
        "of plan[place:]; tell = sorted({owner ...}); late: day += effort, then day > due.",
    ],
)

# --- the own story and the levels ---------------------------------------------------------------

deadline_story = Exercise(
    difficulty="medium",
    minutes=25,
    groups=story_groups(
        {
            "situation": StoryPart(least=10),
            "model": StoryPart(least=12),
            "said_no": StoryPart(pairs=1),
            "early": StoryPart(least=8),
            "replanned": StoryPart(least=8),
            "outcome": StoryPart(number=True, compared=True),
            "learning": StoryPart(least=8),
        },
        context="situation",
        action=("model", "said_no", "early", "replanned"),
    ),
    hints=[
        "Which of the things on your desk did you not do? Start there.",
        "`said_no` holds pairs: what you didn't do, and what you told whom. 'Later' without a date "
        "isn't a no.",
        "`early` is about a day: when did you know, when did they know, what could they still "
        "choose?",
        "Skeleton: 'On ... I had ... and ..., due ...' · 'I put ... next to ...: ... a week "
        "against "
        "...' · ('...', 'I told ... that ...') · 'I knew on ..., told ... the same day, with ... "
        "ways' · 'When ... came, ... moved' · '... of ... were in time, instead of ...'",
    ],
)

ROWS = ("model", "said_no", "early", "replan", "outcome")

deadline_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("levels for three anchors with evidence for yours", test=scores_form("ABC", ROWS))
    ],
    hints=[
        "Effort isn't a row. Notice which answer made you tired, and score it again.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "For said_no look for a person and what they got instead. For early look for two days.",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)
