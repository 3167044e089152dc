"""Checks of lesson 507: a ramp down, a reverse experiment, and who still reads a model."""

from __future__ import annotations

from statistics import NormalDist, fmean, variance

from autograder.groups import (
    Exercise,
    Group,
    Rule,
    StoryPart,
    case,
    exactly,
    scores_form,
    story_groups,
    within,
)

# --- ramp_down ----------------------------------------------------------------------------------


def two_piles(traffic: list[float], guardrail: list[bool]) -> list[float]:
    """The oracle: the steps ahead and those behind as two piles of cards."""
    if not traffic or any(b >= a for a, b in zip(traffic, traffic[1:])):
        raise ValueError("traffic")
    behind, now, ahead = [], traffic[0], traffic[:0:-1]
    ran = [now]
    for fine in guardrail:
        if fine and ahead:
            behind.append(now)
            now = ahead.pop()
        elif not fine and behind:
            ahead.append(now)
            now = behind.pop()
        ran.append(now)
    return ran


def _ramps():
    from hypothesis import strategies as st

    falling = st.lists(st.integers(0, 20), min_size=1, max_size=5, unique=True).map(
        lambda steps: sorted(steps, reverse=True)
    )
    any_order = st.lists(st.integers(0, 6), max_size=3)
    readings = st.lists(st.booleans(), max_size=7)
    return st.one_of(st.tuples(falling, readings), st.tuples(any_order, readings))


_USUAL = [100, 50, 5, 0]

ramp_down = Exercise(
    difficulty="easy",
    minutes=15,
    groups=[
        Group(
            "steps",
            cases=[
                case(_USUAL, [True, True, True], gives=[100, 50, 5, 0]),
                case(_USUAL, [], gives=[100]),
                case(_USUAL, [True], gives=[100, 50]),
                case([100.0, 12.5, 0.0], [True, True], gives=[100.0, 12.5, 0.0]),
                case([100], [], gives=[100]),
                case([], [], raises=ValueError),
                case([], [True], raises=ValueError),
                case([50, 100], [], raises=ValueError),
                case([100, 50, 50, 0], [True], raises=ValueError),
                case([100, 5, 50, 0], [True], raises=ValueError),
            ],
            nudge="Write what runs before the first reading, then after each one.",
        ),
        Group(
            "back and ends",
            cases=[
                case(_USUAL, [True, False, True, True], gives=[100, 50, 100, 50, 5]),
                case(_USUAL, [True, True, False], gives=[100, 50, 5, 50]),
                case([100, 50, 0], [False], gives=[100, 100]),
                case([100, 50, 0], [False, False, True], gives=[100, 100, 100, 50]),
                case([100, 0], [True, True], gives=[100, 0, 0]),
                case([100, 0], [True, True, False, True], gives=[100, 0, 0, 100, 0]),
                case([7], [True, False], gives=[7, 7, 7]),
            ],
            inputs=_ramps,
            tries=150,
            oracle=two_piles,
            nudge="What happens after a bad reading at the very first step, and after a good one "
            "at "
            "the last?",
        ),
    ],
    hints=[
        "You need one number: on which step you are.",
        "A good reading adds one to it, a bad one takes one off. Which two limits does it have?",
        "The result has one entry more than there are readings: begin with traffic[0].",
        "Check first: not empty, each step smaller than the one before. Then step = min(step + 1, "
        "last) or max(step - 1, 0) per reading, and append traffic[step] each time.",
    ],
)

# --- reverse_experiment -------------------------------------------------------------------------


def by_the_book(holdout: list[float], exposed: list[float]) -> tuple[float, float, float]:
    """The oracle, from the standard library's statistics."""
    if min(len(holdout), len(exposed)) < 2:
        raise ValueError("two per arm")
    effect = fmean(exposed) - fmean(holdout)
    error = (variance(holdout) / len(holdout) + variance(exposed) / len(exposed)) ** 0.5
    half = NormalDist().inv_cdf(0.975) * error
    return effect, effect - half, effect + half


def _arms():
    from hypothesis import strategies as st

    arm = st.lists(st.integers(-5, 9), min_size=1, max_size=7)
    ones = st.lists(st.sampled_from([0, 1]), min_size=2, max_size=9)
    halves = st.lists(st.integers(0, 8).map(lambda n: n / 4), min_size=2, max_size=6)
    return st.one_of(st.tuples(arm, arm), st.tuples(ones, ones), st.tuples(halves, arm))


_HELD, _SEEN = [0, 0, 1, 1], [1, 1, 1, 0, 1]
_close = within(rel=1e-9, abs=1e-9)


def _first(got, want) -> bool:
    return isinstance(got, (list, tuple)) and len(got) == 3 and _close(got[0], want[0])


reverse_experiment = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            "difference",
            cases=[
                (_HELD, _SEEN),
                ([1, 2], [5, 9, 4]),
                ([3, 3], [3, 3]),
                ([0.25, 0.75], [0.5, 2.0]),
            ],
            inputs=_arms,
            oracle=by_the_book,
            accept=_first,
            nudge="Which arm still has the model? What did it add to the other one?",
        ),
        Group(
            "interval",
            cases=[
                (_HELD, _SEEN),
                (_SEEN, _HELD),
                ([1, 2], [5, 9, 4]),
                ([3, 3], [3, 3, 3]),
                ([10, 30, 20, 20], [20, 20]),
                case([1], [1, 2], raises=ValueError),
                case([1, 2], [1], raises=ValueError),
                case([], [1, 2], raises=ValueError),
                case([1, 2], [], raises=ValueError),
            ],
            inputs=_arms,
            oracle=by_the_book,
            accept=_close,
            nudge="Each arm has a variance of its own, with n − 1 below, divided by its own n.",
        ),
    ],
    hints=[
        "What is the sign if the model still helps? Exposed members should then be ahead.",
        "The standard error of a difference: add the two squared standard errors, then take the "
        "root.",
        "A sample variance divides by n − 1; a squared standard error is that variance divided "
        "by n.",
        "effect = mean(exposed) - mean(holdout); half = 1.959963984540054 * sqrt(var_h / n_h + "
        "var_e / n_e); return effect, effect - half, effect + half. Fewer than two: ValueError.",
    ],
)

# --- dependants ---------------------------------------------------------------------------------


def until_nothing_is_new(graph: dict[str, list[str]], model: str) -> list[str]:
    """The oracle: readers of what was found are added, round by round, until nothing is new."""
    found: set[str] = set()
    while True:
        known = {model} | found
        readers = {reader for name in known for reader in graph.get(name, ())} - {model}
        if readers <= found:
            return sorted(found)
        found |= readers


def _graphs():
    from hypothesis import strategies as st

    name = st.sampled_from("abcdm")
    graph = st.dictionaries(name, st.lists(name, max_size=3), max_size=5)
    return st.tuples(graph, st.sampled_from("amz"))


def _diamonds(count: int) -> dict[str, list[str]]:
    graph: dict[str, list[str]] = {}
    for n in range(count):
        graph[f"n{n:02}"] = [f"l{n:02}", f"r{n:02}"]
        graph[f"l{n:02}"] = graph[f"r{n:02}"] = [f"n{n + 1:02}"]
    return graph


def _wide():
    return [(_diamonds(24), "n00"), ({f"s{n:03}": [f"s{n + 1:03}"] for n in range(300)}, "s000")]


dependants = Exercise(
    difficulty="easy",
    minutes=12,
    groups=[
        Group(
            "indirect",
            cases=[
                case({"m": ["dash", "feed"], "feed": ["app"]}, "m", gives=["app", "dash", "feed"]),
                case({"m": ["a"], "a": ["b"], "b": ["c"]}, "m", gives=["a", "b", "c"]),
                case({"m": ["a"], "x": ["y"]}, "m", gives=["a"]),
                case({"a": ["m"], "m": ["b"]}, "m", gives=["b"]),
                case({"m": []}, "m", gives=[]),
            ],
            nudge="Who reads the readers?",
        ),
        Group(
            "cycles and order",
            cases=[
                case({"m": ["x"], "x": ["m"]}, "m", gives=["x"]),
                case({"m": ["x"], "x": ["m", "x"]}, "m", gives=["x"]),
                case({"m": ["m"]}, "m", gives=[]),
                case({"m": ["z", "a"]}, "m", gives=["a", "z"]),
                case({"m": ["a", "a"]}, "m", gives=["a"]),
                case({"m": ["x"], "x": ["y"], "y": ["z"], "z": ["x"]}, "m", gives=["x", "y", "z"]),
                case({}, "m", gives=[]),
                case({"a": ["b"]}, "m", gives=[]),
            ],
            inputs=_graphs,
            tries=120,
            oracle=until_nothing_is_new,
            nudge="Have you been at this name before?",
        ),
        Group(
            "many paths",
            cases=_wide,
            oracle=until_nothing_is_new,
            accept=exactly,
            show=lambda value: f"{len(value)} names" if isinstance(value, list) else repr(value),
            nudge="A diamond doubles the number of paths. Visit each name once, not each path.",
        ),
    ],
    hints=[
        "Ask the same question of each reader that you asked of the model.",
        "Keep a set of the names that you've already asked, and a list of those still to ask.",
        "`graph.get(name, [])` is fine for a name that nobody reads. Put a reader on the list only "
        "if it's new. What about the model itself?",
        "found = set(); todo = [model]; while todo: for each reader of todo.pop(), if it isn't in "
        "found: add it to both. At the end remove the model and sort.",
    ],
)

# --- the own story and the levels ---------------------------------------------------------------

sunset_story = Exercise(
    difficulty="medium",
    minutes=25,
    groups=story_groups(
        {
            "situation": StoryPart(least=10),
            "evidence": StoryPart(number=True, compared=True),
            "comparison": StoryPart(least=10),
            "readers": StoryPart(least=8),
            "ramp": StoryPart(least=10),
            "result": StoryPart(least=6, number=True),
            "after": StoryPart(least=8),
        },
        context="situation",
        action=("evidence", "comparison", "readers", "ramp"),
    ),
    hints=[
        "It needn't be a model. A rule, a report, a feature, a machine: something that ran, that "
        "somebody liked, and that you ended.",
        "Start with `readers`: who would have missed it on the first morning?",
        "For `comparison`: how did you know that it was this, and not the season or another "
        "change?",
        "Skeleton: '... had fallen from ... to ...; under ... we had said that we'd end it' · 'For "
        "... weeks, ... of ... went without' · 'I found ... readers; ... didn't know' · '... then "
        "..., back once when ...' · '... instead of ...' · 'Since then each ... has ...'",
    ],
)

ROWS = ("decay", "causal", "map", "ramp", "after")

sunset_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("levels for three anchors with evidence for yours", test=scores_form("ABC", ROWS))
    ],
    hints=[
        "Which anchor would you like as a colleague? Notice it, then score the others first.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "For decay look for a threshold and when it was set. For causal look for who went without.",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)
