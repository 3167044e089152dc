"""Checks of lesson 401: what a workflow engine guarantees, built small."""

from __future__ import annotations

import heapq
import struct
from collections.abc import Collection, Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Any

from autograder.groups import Exercise, Group, Growth, Together, case, exactly, nudge_on, unordered

Steps = Mapping[str, Sequence[str]]

LINE: Steps = {"s": ["m"], "m": ["e"], "e": []}
DIAMOND: Steps = {"start": ["b", "a"], "a": ["join"], "b": ["join"], "join": []}

# --- graphs -----------------------------------------------------------------------------------


def require_valid(steps: Steps) -> None:
    """Raise ValueError unless every successor is known, none occurs twice, and one step starts."""
    after = [name for successors in steps.values() for name in successors]
    if not set(after) <= set(steps):
        raise ValueError("an unknown step")
    if any(len(set(successors)) < len(successors) for successors in steps.values()):
        raise ValueError("a successor twice")
    if len(set(steps) - set(after)) != 1:
        raise ValueError("no start, or several")


def oracle_order(steps: Steps) -> list[str]:
    """The order, with the ready steps looked up again for each position."""
    require_valid(steps)
    order: list[str] = []
    while len(order) < len(steps):
        waiting = set(steps) - set(order)
        ready = waiting - {after for name in waiting for after in steps[name]}
        if not ready:
            raise ValueError("a cycle")
        order.append(min(ready))
    return order


def order_by_graphlib(steps: Steps) -> list[str]:
    """The order of a valid graph, with the standard library's sorter."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name, successors in steps.items():
        sorter.add(name)
        for after in successors:
            sorter.add(after, name)
    sorter.prepare()
    order, ready = [], list(sorter.get_ready())
    while ready:
        order.append(heapq.heappop(ready))
        sorter.done(order[-1])
        for name in sorter.get_ready():
            heapq.heappush(ready, name)
    return order


def before(steps: Steps, name: str) -> list[str]:
    """The predecessors of a step, in execution order."""
    return [other for other in oracle_order(steps) if name in steps[other]]


def graphs(broken: bool = False):
    """Graphs of up to six steps in any order of the text; some of them broken on request."""
    from hypothesis import strategies as st

    @st.composite
    def one(draw):
        names = draw(st.permutations(["a", "b", "c", "d", "e", "f"]))[: draw(st.integers(1, 6))]
        arrows: dict[str, list[str]] = {name: [] for name in draw(st.permutations(names))}
        for at in range(1, len(names)):
            places = st.sets(st.integers(0, at - 1), min_size=1, max_size=3)
            for place in sorted(draw(places)):
                arrows[names[place]].append(names[at])
        if broken and draw(st.booleans()):
            arrows[draw(st.sampled_from(names))].append(draw(st.sampled_from([*names, "x"])))
        return {name: list(draw(st.permutations(after))) for name, after in arrows.items()}

    return one()


def alone(broken: bool = False):
    """`graphs` as the one argument of a call."""
    return graphs(broken).map(lambda steps: (steps,))


def chain(n: int) -> tuple[dict[str, list[str]]]:
    """``n`` steps in a row, whose names fall while the order rises."""
    names = [f"s{n - at:04}" for at in range(n)]
    return (dict(zip(names, [*([name] for name in names[1:]), []])),)


def fan(n: int) -> tuple[dict[str, list[str]]]:
    """A start, ``n`` steps beside each other, and the join of all."""
    names = [f"m{at:04}" for at in range(n)]
    return ({"start": names[::-1], **{name: ["join"] for name in names}, "join": []},)


def ladder(rungs: int) -> dict[str, list[str]]:
    """``rungs`` diamonds in a row: 2 ** rungs paths from the first step to the last."""
    steps: dict[str, list[str]] = {f"r{rungs:02}": []}
    for at in range(rungs):
        steps[f"r{at:02}"] = [f"a{at:02}", f"b{at:02}"]
        steps[f"a{at:02}"] = steps[f"b{at:02}"] = [f"r{at + 1:02}"]
    return steps


ORDER = "order, joins wait"
BROKEN = "cycles, unknown steps, starts"
LINEAR = "linear work in steps + arrows"

execution_order = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            ORDER,
            cases=[
                case({"s": []}, gives=["s"]),
                case({"s": ["a"], "a": []}, gives=["s", "a"]),
                case(DIAMOND, gives=["start", "a", "b", "join"]),
                case({"s": ["c", "b"], "b": ["a"], "c": [], "a": []}, gives=["s", "b", "a", "c"]),
                case({"s": ["c", "b"], "b": ["d"], "c": [], "d": []}, gives=["s", "b", "c", "d"]),
                case(
                    {"s": ["a10", "a9", "B"], "a9": [], "a10": [], "B": []},
                    gives=["s", "B", "a10", "a9"],
                ),
                case(
                    {"z": ["y", "x"], "x": ["w"], "y": ["w", "v"], "w": [], "v": []},
                    gives=["z", "x", "y", "v", "w"],
                ),
            ],
            inputs=alone,
            oracle=oracle_order,
            nudge=nudge_on(
                "value order",
                "Write down which steps are ready after each one. Which of them is smallest?",
            ),
        ),
        Group(
            BROKEN,
            cases=[
                case({}, raises=ValueError),
                case({"s": ["x"]}, raises=ValueError),
                case({"s": ["e"], "t": ["e"], "e": []}, raises=ValueError),
                case({"s": ["a"], "a": ["b"], "b": ["a"]}, raises=ValueError),
                case({"a": ["b"], "b": ["a"]}, raises=ValueError),
                case({"s": ["s"]}, raises=ValueError),
                case({"s": ["a"], "a": ["a"]}, raises=ValueError),
                case({"s": [], "a": ["b"], "b": ["a"]}, raises=ValueError),
                case({"s": ["e", "e"], "e": []}, raises=ValueError),
                case({"s": ["a"], "a": ["e"], "e": ["a", "b"], "b": []}, raises=ValueError),
            ],
            inputs=lambda: alone(broken=True),
            oracle=oracle_order,
            accept=unordered,
            nudge=nudge_on(
                "value accepted raised",
                "Does every arrow end at a known step, is there one start, and are all steps "
                "reached?",
            ),
        ),
        Together(
            LINEAR,
            parts=[
                Growth(
                    args=chain,
                    oracle=order_by_graphlib,
                    accept=unordered,
                    sizes=(60, 120, 240, 480),
                    exponent=1.3,
                    brute="scans all steps for each step",
                    best="counts what is missing, takes from a heap",
                ),
                Growth(
                    args=fan,
                    oracle=order_by_graphlib,
                    accept=unordered,
                    sizes=(60, 120, 240, 480),
                    exponent=1.3,
                ),
            ],
            nudge="Touch every arrow once. What can you count per step, so that you never "
            "have to search?",
        ),
    ],
    hints=[
        "When is a step ready? Which number per step tells you so without looking at the others?",
        "Count the predecessors of each step once. A finished step lowers the counts of its "
        "successors, and a count of 0 means ready.",
        "Keep the ready steps in a heap, so that the smallest comes out first. If fewer steps come "
        "out than there are, the others wait for each other: a cycle.",
        "Validate first: every successor is a key, no list repeats a name, exactly one count is 0. "
        "Then `heappop` a name, append it, and for each successor lower its count and `heappush` "
        "it at 0. At the end compare `len(order)` with `len(steps)`.",
    ],
)


# --- run_flow ---------------------------------------------------------------------------------


def use_flow(answer, steps, store, fails, in_place):
    """Run a flow whose functions write down what they get; returns what happened.

    An artefact holds a path and a total. With ``in_place`` each function changes its inputs and
    returns the first of them, and whoever returned an artefact goes on changing it.
    """
    import builtins
    import copy

    ran, returned, raised = [], [], []

    def short(artefact):
        return f"{'>'.join(artefact.get('path', []))}={artefact.get('total', 0)}"

    def spoil():
        for artefact in returned:
            artefact["path"].append("?")
            artefact["total"] = -99

    def function_of(name):
        def function(inputs):
            ran.append([name, [short(artefact) for artefact in inputs]])
            total = 1 + sum(artefact.get("total", 0) for artefact in inputs)
            path = [*(inputs[0].get("path", []) if inputs else []), name]
            if in_place:
                spoil()
                for artefact in inputs:
                    artefact.setdefault("path", []).append("!")
            if name in fails:
                raised.append(getattr(builtins, fails[name])(name))
                raise raised[-1]
            artefact = inputs[0] if inputs and in_place else {"seen": {name}}
            artefact.setdefault("path", [])[:] = path
            artefact["total"] = total
            if in_place:
                returned.append(artefact)
            return artefact

        return function

    stored = copy.deepcopy(store)
    try:
        result = answer(steps, {name: function_of(name) for name in steps}, stored)
    except NotImplementedError:
        raise
    except Exception as error:
        own = bool(raised) and error is raised[-1]
        result = f"raises {type(error).__name__}{f' of {error.args[0]}' if own else ', a new one'}"
    spoil()
    return {
        "result": result,
        "ran": ran,
        "store": {name: short(artefact) for name, artefact in stored.items()},
    }


def oracle_flow(steps: Steps, store: dict, fails: Mapping[str, str], in_place: bool) -> dict:
    """What should happen, with artefacts that nothing can change: pairs of path and total."""
    made = {name: (tuple(a.get("path", [])), a.get("total", 0)) for name, a in store.items()}

    def short(name: str) -> str:
        path, total = made[name]
        return f"{'>'.join(path)}={total}"

    ran: list = []
    result: Any = []
    try:
        order = oracle_order(steps)
    except ValueError:
        order, result = [], "raises ValueError, a new one"
    for name in order:
        if name in made:
            continue
        inputs = before(steps, name)
        ran.append([name, [short(other) for other in inputs]])
        if name in fails:
            result = f"raises {fails[name]} of {name}"
            break
        path = made[inputs[0]][0] if inputs else ()
        made[name] = (*path, name), 1 + sum(made[other][1] for other in inputs)
        result = [*result, name]
    return {"result": result, "ran": ran, "store": {name: short(name) for name in made}}


def written_flow(steps: Steps, store: dict, fails: Mapping[str, str], in_place: bool) -> str:
    """The call of `run_flow` as the card shows it."""
    notes = ["an artefact is shown as path=total"]
    notes += [f"{name!r} raises {kind}" for name, kind in fails.items()]
    if in_place:
        notes.append("functions change their inputs, and what they returned before")
    return f"run_flow({steps!r}, functions, {store!r})" + "".join(f"\n# {note}" for note in notes)


def flows(stored: bool = False, failing: bool = False, in_place: bool = False):
    """Arguments of `use_flow`."""
    from hypothesis import strategies as st

    @st.composite
    def one(draw):
        steps = draw(graphs())
        some = st.sets(st.sampled_from(sorted(steps)))
        store = {
            name: {"path": [name], "total": 5} for name in sorted(draw(some) if stored else ())
        }
        names = draw(st.sampled_from(sorted(steps))) if failing else ()
        kinds = st.sampled_from(["RuntimeError", "ValueError", "KeyError"])
        return steps, store, {name: draw(kinds) for name in names}, in_place

    return one()


def flow_case(steps: Steps, store: Any = (), fails: Any = (), in_place: bool = False):
    """Arguments of `use_flow`, for which the oracle knows the result."""
    return steps, dict(store), dict(fails), in_place


def flow_group(name: str, cases: Sequence[tuple], inputs: Any, nudge: str) -> Group:
    return Group(
        name,
        cases=cases,
        inputs=inputs,
        oracle=oracle_flow,
        harness=use_flow,
        written=written_flow,
        nudge=nudge,
    )


ONCE = "each step once, in order"
ISOLATED = "artefacts are isolated"
RESUME = "resume: what is stored is not run, even with a gap in front of it"
FAILURE = "a failure keeps what finished"
STORED = {"path": ["s"], "total": 5}

run_flow = Exercise(
    difficulty="hard",
    minutes=25,
    groups=[
        flow_group(
            ONCE,
            [
                flow_case({"s": []}),
                flow_case({"s": ["m"], "e": [], "m": ["e"]}),
                flow_case(DIAMOND),
                flow_case({"s": ["b", "a"], "b": ["e"], "a": ["e"], "e": []}),
                # The predecessors of e run in the order b, a.
                flow_case({"s": ["b"], "b": ["a", "e"], "a": ["e"], "e": []}),
                flow_case({"s": ["x"]}),
                flow_case({"s": ["a"], "a": ["b"], "b": ["a"]}),
                flow_case({"s": ["a"], "a": ["a"]}, store={"s": STORED, "a": STORED}),
            ],
            flows,
            "Which steps ran, in which order, and what did each get from its predecessors?",
        ),
        flow_group(
            ISOLATED,
            [
                flow_case(LINE, in_place=True),
                flow_case(DIAMOND, in_place=True),
                flow_case(
                    {"s": ["a", "b", "c"], "a": ["e"], "b": ["e"], "c": ["e"], "e": []},
                    in_place=True,
                ),
            ],
            lambda: flows(in_place=True),
            "Who else holds this list? A step may change what it got, and its author may "
            "change what it returned.",
        ),
        flow_group(
            RESUME,
            [
                flow_case(LINE, store={"s": STORED}),
                flow_case(LINE, store={"m": STORED}),
                flow_case(LINE, store={"e": STORED}),
                flow_case(LINE, store={"s": {}}),
                flow_case(LINE, store={"m": STORED}, fails={"m": "ValueError"}),
                flow_case(LINE, store={"s": STORED, "m": STORED, "e": STORED}),
                flow_case(DIAMOND, store={"start": STORED, "b": STORED}),
            ],
            lambda: flows(stored=True),
            "A step whose name is a key of the store is done, whatever came before it.",
        ),
        flow_group(
            FAILURE,
            [
                flow_case(LINE, fails={"m": "RuntimeError"}),
                flow_case(LINE, fails={"s": "ValueError"}),
                flow_case(LINE, fails={"m": "KeyError"}),
                flow_case(DIAMOND, fails={"b": "RuntimeError"}),
                flow_case(DIAMOND, fails={"join": "KeyError"}),
            ],
            lambda: flows(failing=True),
            "What is in the store when the exception reaches the caller?",
        ),
    ],
    hints=[
        "Which objects can two parties hold at the same time: a step, the store, another branch, "
        "the author of the step?",
        "Walk through `execution_order(steps)`. Skip what is in the store. Pass every other step "
        "the stored artefacts of its predecessors, and store its result at once.",
        "Copy deeply on the way in, afresh for each step, and on the way out. An exception needs "
        "no handling: what finished before it is already in the store.",
        "`order = execution_order(steps)`; for each `name` that isn't in `store`: `inputs = "
        "[deepcopy(store[b]) for b in order if name in steps[b]]`, then `store[name] = "
        "deepcopy(functions[name](inputs))`, then note the name.",
    ],
)


# --- merge_artifacts --------------------------------------------------------------------------


def use_merge(answer, branches, exclude):
    """What a merge returns, or its ValueError as a text. None leaves ``exclude`` out."""
    try:
        given = (branches,) if exclude is None else (branches, exclude)
        merged = answer(*given)
    except ValueError as error:
        return f"ValueError: {error}"
    if any(merged is branch for branch in branches):
        return "one of the branches itself, not a new dict"
    return merged


NO_BRANCHES = "ValueError, with any text"


def oracle_merge(branches: Sequence[dict], exclude: Collection[str] | None) -> Any:
    """All values by name and type; a name with two of them is a conflict."""
    if not branches:
        return NO_BRANCHES
    names = {name for branch in branches for name in branch} - set(exclude or ())
    values = {
        name: {(type(branch[name]), repr(branch[name])) for branch in branches if name in branch}
        for name in names
    }
    if conflicts := sorted(name for name in names if len(values[name]) > 1):
        return f"ValueError: {', '.join(conflicts)}"
    return {name: next(branch[name] for branch in branches if name in branch) for name in names}


def same_merge(got: Any, want: Any) -> bool:
    """Whether two merges are equal, types included, in any order of the names."""
    if want == NO_BRANCHES:
        return str(got).startswith("ValueError")
    if isinstance(got, dict) and isinstance(want, dict):
        return exactly(sorted(got.items(), key=name_of), sorted(want.items(), key=name_of))
    return exactly(got, want)


def name_of(pair: tuple[str, Any]) -> str:
    return str(pair[0])


def written_merge(branches: Sequence[dict], exclude: Any) -> str:
    """The call of `merge_artifacts` as the card shows it."""
    return f"merge_artifacts({branches!r}{'' if exclude is None else f', {exclude!r}'})"


def merges(conflicts: bool):
    """Branches and what to exclude.

    With ``conflicts`` all branches have the same names and some of these have several values;
    without, a name has the same value wherever it occurs.
    """
    from hypothesis import strategies as st

    names = st.sampled_from(["a", "b", "c", "rows"])
    value = st.sampled_from(
        [None, False, True, 0, 1, 1.0, 2, "1", "", "None", [], ["u"], ["u", "v"]]
    )

    @st.composite
    def one(draw):
        fixed = draw(st.dictionaries(names, value, min_size=int(conflicts), max_size=4))
        branches: list[dict] = []
        for _ in range(draw(st.integers(1 + conflicts, 3))):
            chosen = draw(st.permutations(sorted(fixed)))
            if not conflicts:
                chosen = chosen[: draw(st.integers(0, len(fixed)))]
            branches.append({name: fixed[name] for name in chosen})
            if conflicts:
                branches[-1][draw(st.sampled_from(sorted(fixed)))] = draw(value)
        excluded = st.sampled_from([None, (), ("a",), ["b", "a"], {"rows"}, ("x",)])
        return branches, None if conflicts else draw(excluded)

    return one()


PASS = "equal values pass, excluded names do not"
CONFLICTS = "conflicts are named"

merge_artifacts = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            PASS,
            cases=[
                case([{"a": 1}, {"a": 1, "b": 2}], None, gives={"a": 1, "b": 2}),
                case([{"a": 1}, {"b": 2}], (), gives={"a": 1, "b": 2}),
                case([{"a": 1}], None, gives={"a": 1}),
                case([{}, {}], None, gives={}),
                case([{"a": None}, {"a": None}], None, gives={"a": None}),
                case([{"a": None}, {"b": 0}], None, gives={"a": None, "b": 0}),
                case([{"a": ["u"]}, {"a": ["u"]}], None, gives={"a": ["u"]}),
                case([{"a": 1}, {"a": 2}], ("a",), gives={}),
                case([{"a": 1, "b": 1}, {"a": 2}], ["a"], gives={"b": 1}),
                case([{"a": 1}, {"b": 2}], {"b", "x"}, gives={"a": 1}),
                case([{"rows": 3}, {"rows": 3}], ("r", "row"), gives={"rows": 3}),
            ],
            inputs=lambda: merges(conflicts=False),
            oracle=oracle_merge,
            accept=same_merge,
            harness=use_merge,
            written=written_merge,
            nudge="A name that one branch lacks isn't a conflict, and an excluded name isn't "
            "compared.",
        ),
        Group(
            CONFLICTS,
            cases=[
                case([{"a": 1}, {"a": 2}], None, gives="ValueError: a"),
                case([{"a": 1, "b": 1}, {"a": 2, "b": 2}], None, gives="ValueError: a, b"),
                case([{"b": 1, "a": 1}, {"b": 2, "a": 2}], None, gives="ValueError: a, b"),
                case([{"a": 1}, {"a": True}], None, gives="ValueError: a"),
                case([{"a": 1}, {"a": 1.0}], None, gives="ValueError: a"),
                case([{"a": 0}, {"a": 2}], None, gives="ValueError: a"),
                case([{"a": None}, {"a": 2}], None, gives="ValueError: a"),
                case([{"a": 2}, {"a": None}], None, gives="ValueError: a"),
                case([{"a": ["u"]}, {"a": ["u", "v"]}], None, gives="ValueError: a"),
                case([{"a": 1}, {}, {"a": 2}], None, gives="ValueError: a"),
                case([{"a": 1}, {"a": 2}, {"a": 3}], None, gives="ValueError: a"),
                case([{"a": 1, "b": 1}, {"a": 2, "b": 2}], ("a",), gives="ValueError: b"),
                case([], None, gives=NO_BRANCHES),
                case([], ("a",), gives=NO_BRANCHES),
            ],
            inputs=lambda: merges(conflicts=True),
            oracle=oracle_merge,
            accept=same_merge,
            harness=use_merge,
            written=written_merge,
            nudge=nudge_on(
                "value accepted",
                "List, for each name, the values of all branches that have it. Which lists "
                "hold two different values?",
            ),
        ),
    ],
    hints=[
        "For one name: which values do you have to compare, and when do two of them agree?",
        "Go through the branches and their names. The first value of a name is kept; a later one "
        "must be equal and of the same type, or the name is a conflict.",
        "Collect all conflicts in a set before you raise anything, and test `name in merged`, not "
        "whether the value is truthy: `None` and 0 are values.",
        "`if name not in merged: merged[name] = value`, `elif type(value) is not "
        "type(merged[name]) or value != merged[name]: conflicts.add(name)`. At the end: `raise "
        "ValueError(', '.join(sorted(conflicts)))` if there are any.",
    ],
)


# --- with_retry -------------------------------------------------------------------------------


def use_retry(answer, script, attempts, catching):
    """Call a task that does what ``script`` says; returns what happened, in order.

    An item of the script is the name of an exception or a value. ``catching`` says what ``catch``
    returns: a text, or None as ``"nothing"``; without it there is none.
    """
    import builtins

    happened, raised = [], []
    calls = 0

    def label(error):
        for number, own in enumerate(raised, 1):
            if own is error:
                return f"{type(error).__name__} of failure {number}"
        return f"a new {type(error).__name__}"

    def task():
        nonlocal calls
        item = script[min(calls, len(script) - 1)]
        calls += 1
        if type(item) is str:
            happened.append(item)
            raised.append(getattr(builtins, item)(calls))
            raise raised[-1]
        happened.append(repr(item))
        return item

    def wait(seconds):
        whole = type(seconds) is float and seconds == int(seconds)
        happened.append(f"wait {int(seconds) if whole else seconds}")

    def catch(error):
        happened.append(f"catch {label(error)}")
        return None if catching == "nothing" else "caught"

    given = () if catching is None else (catch,)
    try:
        result = f"returns {answer(task, attempts, wait, *given)!r}"
    except NotImplementedError:
        raise
    except (KeyboardInterrupt, SystemExit) as error:
        if all(error is not own for own in raised):
            raise
        result = f"raises {label(error)}"
    except Exception as error:
        result = f"raises {label(error)}"
    return {"happened": happened, "result": result}


STOPS = ("KeyboardInterrupt", "SystemExit")


def oracle_retry(script: Sequence[Any], attempts: int, catching: str | None) -> dict:
    """What should happen: the script, cut where it ends, with the waits between its calls."""
    if attempts < 1:
        return {"happened": [], "result": "raises a new ValueError"}
    calls = [script[min(call, len(script) - 1)] for call in range(attempts)]
    last = next(
        (at for at, item in enumerate(calls) if type(item) is not str or item in STOPS),
        attempts - 1,
    )
    happened: list[str] = []
    for at, item in enumerate(calls[: last + 1]):
        happened += [f"wait {2 ** (at - 1)}"] if at else []
        happened.append(item if type(item) is str else repr(item))
    end = calls[last]
    if type(end) is not str:
        return {"happened": happened, "result": f"returns {end!r}"}
    label = f"{end} of failure {last + 1}"
    if end in STOPS or catching is None:
        return {"happened": happened, "result": f"raises {label}"}
    result = "returns None" if catching == "nothing" else "returns 'caught'"
    return {"happened": [*happened, f"catch {label}"], "result": result}


def same_but_for_waits(got: Any, want: Any) -> bool:
    """Whether the same happened, where waits between two calls of the task are open."""
    return isinstance(got, dict) and exactly(without_waits(got), without_waits(want))


def without_waits(result: Mapping[str, Any]) -> dict[str, Any]:
    """The result without the waits that a call of the task follows."""
    happened = result["happened"]
    kept = [
        item
        for item, after in zip(happened, [*happened[1:], "the end"])
        if not item.startswith("wait") or after.startswith(("wait", "catch", "the end"))
    ]
    return {"happened": kept, "result": result["result"]}


def written_retry(script: Sequence[Any], attempts: int, catching: str | None) -> str:
    """The call of `with_retry` as the card shows it."""
    does = ", ".join(
        f"raise {item}" if type(item) is str else f"return {item!r}" for item in script
    )
    catch = "" if catching is None else ", catch"
    return f"with_retry(task, {attempts}, wait{catch})\n# the calls of task: {does}"


def retries(failing: bool):
    """Arguments of `use_retry`: tasks that succeed in time, or fail to the end."""
    from hypothesis import strategies as st

    failures = st.sampled_from(["ValueError", "KeyError", "OSError", "AssertionError"])
    values = st.sampled_from([7, 0, None, False, [], 1.5])
    catching = st.sampled_from([None, "a text", "nothing"])

    @st.composite
    def one(draw):
        attempts = draw(st.integers(0 if failing else 1, 6))
        script = draw(st.lists(failures, min_size=6, max_size=6))
        if not failing:
            script[draw(st.integers(0, attempts - 1))] = draw(values)
        elif draw(st.booleans()):
            script[draw(st.integers(0, 5))] = draw(st.sampled_from(STOPS))
        return script, attempts, draw(catching)

    return one()


CALLS = "calls and waits"
LAST = "the last failure, and what is not caught"

with_retry = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            CALLS,
            cases=[
                ([7], 1, None),
                (["ValueError", 7], 2, None),
                (["ValueError", "ValueError", 7], 3, None),
                (["ValueError", "KeyError", "OSError", 7], 4, None),
                (["KeyError", 7], 2, None),
                ([0, 7], 2, None),
                ([None, 7], 2, None),
                (["ValueError", None, 7], 3, None),
                (["ValueError", 7], 2, "a text"),
                ([*["OSError"] * 8, 7], 9, None),
            ],
            inputs=lambda: retries(failing=False),
            oracle=oracle_retry,
            accept=exactly,
            harness=use_retry,
            written=written_retry,
            nudge="Write down the calls of the task and the waits between them, one below the "
            "other.",
        ),
        Group(
            LAST,
            cases=[
                (["ValueError"], 1, None),
                (["ValueError", "ValueError", 7], 2, None),
                (["ValueError", "KeyError", 7], 2, None),
                (["KeyError", "KeyError", "OSError", 7], 3, None),
                (["ValueError", "KeyError", 7], 2, "a text"),
                (["ValueError", "KeyError", 7], 2, "nothing"),
                (["KeyboardInterrupt", 7], 2, None),
                (["SystemExit", 7], 2, "a text"),
                (["ValueError", "KeyboardInterrupt", 7], 3, "a text"),
                ([7], 0, None),
                ([7], -1, "a text"),
            ],
            inputs=lambda: retries(failing=True),
            oracle=oracle_retry,
            accept=same_but_for_waits,
            harness=use_retry,
            written=written_retry,
            nudge=nudge_on(
                "value raised accepted",
                "Which exception do you hold when no attempt is left, and who gets it?",
            ),
        ),
    ],
    hints=[
        "With three attempts, how many waits can there be? And with one?",
        "Count the attempts from 0. Try; after a failure, decide whether an attempt is left.",
        "`except Exception` leaves `KeyboardInterrupt` and `SystemExit` alone. After the last "
        "attempt, raise what you have just caught, or pass it to `catch` if that isn't None.",
        "`for k in range(attempts): try: return task()`; `except Exception as error:` if `k + 1 < "
        "attempts` then `wait(2 ** k)`, else if `catch is None` then `raise`, else `return "
        "catch(error)`. Before the loop, raise ValueError for fewer than one attempt.",
    ],
)


# --- step_key ---------------------------------------------------------------------------------


def use_key(answer, first, second):
    """Whether two calls return equal keys."""
    keys = [answer(*first), answer(*second)]
    for key in keys:
        if not isinstance(key, str) or len(key) != 64 or not set(key) <= set("0123456789abcdef"):
            return f"no 64 hexadecimal digits: {key!r}"
    return "equal keys" if keys[0] == keys[1] else "different keys"


def use_key_elsewhere(answer, first, second):
    """The same, with the second call where `hash` and `id` return what another process may get."""
    import builtins

    key = answer(*first)
    kept = builtins.hash, builtins.id
    try:
        builtins.hash = lambda value: kept[0](value) ^ 0x5DEECE66D
        builtins.id = lambda value: kept[1](value) + 4096
        again = answer(*second)
    finally:
        builtins.hash, builtins.id = kept
    return "equal keys" if key == again else "different keys"


def oracle_key(first: Sequence[Any], second: Sequence[Any]) -> str:
    """Whether two calls agree, found by comparing them part by part."""
    return "equal keys" if agree(list(first), list(second)) else "different keys"


def agree(one: Any, other: Any) -> bool:
    """Whether two values are equal, types included, but for lists and tuples."""
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(agree, one, other))
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(agree(one[name], other[name]) for name in one)
    if isinstance(one, float):
        return struct.pack(">d", one) == struct.pack(">d", other)
    return bool(one == other)


def written_keys(first: Sequence[Any], second: Sequence[Any]) -> str:
    """Two calls of `step_key` as the card shows them."""
    return "\n".join(f"step_key({', '.join(map(repr, args))})" for args in (first, second))


def written_elsewhere(first: Sequence[Any], second: Sequence[Any]) -> str:
    """The same, the second in another process."""
    if len(repr(first)) > 200:
        return "step_key('fit', 'x', <60 names>)\nstep_key('fit', 'x', <the same, in reverse>)"
    return f"{written_keys(first, second)}  # in another process"


LOOKALIKES = [
    None, True, False, 0, 1, -1, 0.0, -0.0, 1.0, 1e-9, 2e-9, 10**20, 1e20, "", "None", "True", "1",
    "1.0", "a", "b", "ab", " a", "é", "e\u0301", '"', "'", "\\", "\n", ",", ":", "[]", "{}", "[1]",
]  # fmt: skip


def values():
    """Nested values, many of which look alike."""
    from hypothesis import strategies as st

    atom = st.sampled_from(LOOKALIKES)
    return st.recursive(
        atom,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.lists(inner, max_size=3).map(tuple),
            st.dictionaries(st.sampled_from(["a", "b", "ab", "1", ""]), inner, max_size=3),
        ),
        max_leaves=6,
    )


def inputs_of_steps():
    """Dicts of nested values."""
    from hypothesis import strategies as st

    return st.dictionaries(st.sampled_from(["a", "b", "rows", "ab"]), values(), max_size=3)


def equal_calls():
    """Pairs of calls that are written differently and mean the same."""
    from hypothesis import strategies as st

    def again(draw: Any, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            items = [again(draw, item) for item in value]
            return tuple(items) if draw(st.booleans()) else items
        if isinstance(value, dict):
            names = draw(st.permutations(sorted(value)))
            return {name: again(draw, value[name]) for name in names}
        return value

    @st.composite
    def one(draw):
        call = (draw(st.sampled_from(["fit", "join"])), "x = 1", draw(inputs_of_steps()))
        return call, (*call[:2], again(draw, call[2]))

    return one()


def any_calls():
    """Pairs of calls that differ in little, or in nothing."""
    from hypothesis import strategies as st

    name = st.sampled_from(["fit", "a", "ab", ""])
    code = st.sampled_from(["x", "b", "ab", "bc", "", "x ", "x\n", "X"])

    @st.composite
    def one(draw):
        call = (draw(name), draw(code), draw(inputs_of_steps()))
        which = draw(st.integers(0, 4))
        if which < 2:
            other = draw((name, code)[which])
            return call, tuple(other if at == which else part for at, part in enumerate(call))
        if which == 2 and call[2]:
            changed = {**call[2], draw(st.sampled_from(sorted(call[2]))): draw(values())}
            return call, (*call[:2], changed)
        value, other = draw(values()), draw(values())
        if which == 3:
            return ("fit", "x", {"a": value}), ("fit", "x", {"a": other})
        return ("fit", "x", {"a": [value, other]}), ("fit", "x", {"a": [other, value]})

    return one()


def fit(inputs: dict, name: str = "fit", code: str = "x") -> tuple[str, str, dict]:
    """A call of `step_key`."""
    return name, code, inputs


MANY = {f"name{number}": number for number in range(60)}
NAN, INFINITE = float("nan"), float("inf")

EQUAL = "equal inputs, equal keys, in any process"
DIFFERENT = "different inputs, different keys"
NO_FORM = "what has no canonical form"

step_key = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Together(
            EQUAL,
            parts=[
                Group(
                    cases=[
                        (fit({}), fit({})),
                        (fit({"a": 1, "b": 2}), fit({"b": 2, "a": 1})),
                        (fit({"a": (1, 2)}), fit({"a": [1, 2]})),
                        (
                            fit({"a": {"x": [1], "y": {"p": None, "q": 0.5}}}),
                            fit({"a": {"y": {"q": 0.5, "p": None}, "x": (1,)}}),
                        ),
                        (fit({"a": [{"x": 1, "y": 2}]}), fit({"a": [{"y": 2, "x": 1}]})),
                        (fit({"a": 10**20, "b": "é"}), fit({"b": "é", "a": 10**20})),
                    ],
                    inputs=equal_calls,
                    oracle=oracle_key,
                    harness=use_key,
                    written=written_keys,
                    nudge="What differs in how these two are written, and does it mean anything?",
                ),
                Group(
                    cases=[
                        (fit({"a": 1}), fit({"a": 1})),
                        (fit({"a": "u", "b": ["v"]}), fit({"b": ["v"], "a": "u"})),
                        (fit(MANY), fit(dict(reversed(MANY.items())))),
                    ],
                    inputs=equal_calls,
                    oracle=oracle_key,
                    harness=use_key_elsewhere,
                    written=written_elsewhere,
                    nudge="Which numbers does Python choose afresh for every process?",
                ),
            ],
        ),
        Group(
            DIFFERENT,
            cases=[
                (fit({"a": 1}), fit({"a": 2})),
                (fit({"a": [1, 2]}), fit({"a": [2, 1]})),
                (fit({"a": 1}), fit({"a": 1.0})),
                (fit({"a": 1}), fit({"a": True})),
                (fit({"a": 0}), fit({"a": False})),
                (fit({"a": 1}), fit({"a": "1"})),
                (fit({"a": None}), fit({"a": "None"})),
                (fit({"a": None}), fit({})),
                (fit({"a": 0.0}), fit({"a": -0.0})),
                (fit({"a": 1e-9}), fit({"a": 2e-9})),
                (fit({"a": 10**20}), fit({"a": 10**20 + 1})),
                (fit({}, code="x"), fit({}, code="y")),
                (fit({}, name="fit"), fit({}, name="score")),
                (fit({}, "ab", "c"), fit({}, "a", "bc")),
                (fit({}, code="a b"), fit({}, code="ab")),
                (fit({"a": [["b", 1]]}), fit({"a": {"b": 1}})),
                (fit({"a": []}), fit({"a": {}})),
                (fit({"a": [[1], 2]}), fit({"a": [1, [2]]})),
                (fit({"a": ["u", "v"]}), fit({"a": ["u, v"]})),
                (fit({"a": "u', 'v"}), fit({"a": ["u', 'v"]})),
                (fit({"a": ["int", 1]}), fit({"a": 1})),
                (fit({"a": "é"}), fit({"a": "e\u0301"})),
                *(
                    (fit({}, f"a{mark}b", "c"), fit({}, "a", f"b{mark}c"))
                    for mark in "|:;,./-_ \n\t\0"
                ),
            ],
            inputs=any_calls,
            oracle=oracle_key,
            harness=use_key,
            written=written_keys,
            tries=200,
            nudge="Write down the string that you hash for each of the two. Where do they become "
            "the same?",
        ),
        Group(
            NO_FORM,
            cases=[
                case("fit", "x", {"a": NAN}, raises=ValueError),
                case("fit", "x", {"a": INFINITE}, raises=ValueError),
                case("fit", "x", {"a": [1, {"b": -INFINITE}]}, raises=ValueError),
                case("fit", "x", {"a": {1, 2}}, raises=ValueError),
                case("fit", "x", {"a": [{"u"}]}, raises=ValueError),
                case("fit", "x", {"a": b"u"}, raises=ValueError),
                case("fit", "x", {"a": 1j}, raises=ValueError),
                case("fit", "x", {1: 2}, raises=ValueError),
                case("fit", "x", {"a": {None: 2}}, raises=ValueError),
                case("fit", "x", {"a": [{True: 2}]}, raises=ValueError),
                case("fit", "x", {"a": {("u",): 2}}, raises=ValueError),
                case("fit", "x", {"a": {1: 2, "b": 3}}, raises=ValueError),
                case("fit", "x", {"a": (1, range(3))}, raises=ValueError),
            ],
            nudge=nudge_on(
                "accepted raised",
                "Name every type that you accept. What happens to all the others, at any depth?",
            ),
        ),
    ],
    hints=[
        "SHA-256 hashes bytes. From which string can you read the three arguments back, "
        "including their types?",
        'JSON distinguishes 1, 1.0, true, "1" and null. What does it do silently that you '
        "don't want: with keys, with NaN, with the order?",
        "Check first, recursively: bool, int, str and None pass, floats only if finite, lists and "
        "tuples item by item, dicts only with string keys. Raise ValueError for the rest.",
        "`json.dumps([name, code, inputs], sort_keys=True)` after the check; then "
        "`hashlib.sha256(text.encode()).hexdigest()`. One list around all three keeps 'ab', 'c' "
        "apart from 'a', 'bc'.",
    ],
)


# --- to_rerun ---------------------------------------------------------------------------------


def oracle_rerun(steps: Steps, done: Collection[str], changed: Collection[str]) -> list[str]:
    """The steps from which, going back, one that isn't done or has changed can be reached."""
    order = oracle_order(steps)
    if not {*done, *changed} <= set(steps):
        raise ValueError("an unknown step")
    stale = (set(steps) - set(done)) | set(changed)
    for _ in steps:
        stale |= {after for name in stale for after in steps[name]}
    return [name for name in order if name in stale]


def reruns(broken: bool = False):
    """Arguments of `to_rerun`. With ``broken`` some are invalid; in the others nothing is done."""
    from hypothesis import strategies as st

    @st.composite
    def one(draw):
        steps = draw(graphs(broken))
        names = [*sorted(steps), *(["x"] if broken else [])]
        some = st.sets(st.sampled_from(names), max_size=2)
        missing = set(steps) if broken else draw(some)
        unknown = draw(st.sampled_from([set(), set(), {"x"}])) if broken else set()
        return steps, set(names) - missing - {"x"} | unknown, draw(some)

    return one()


RUNGS = ladder(25)
DOWNSTREAM = "downstream of a change, or of a gap"
IN_ORDER = "in execution order, and errors"

to_rerun = Exercise(
    difficulty="easy",
    minutes=15,
    groups=[
        Group(
            DOWNSTREAM,
            cases=[
                case(LINE, {"s", "m", "e"}, {"m"}, gives=["m", "e"]),
                case(LINE, {"s", "m", "e"}, {"s"}, gives=["s", "m", "e"]),
                case(LINE, {"s", "m", "e"}, {"e"}, gives=["e"]),
                case(LINE, {"s", "m", "e"}, set(), gives=[]),
                case(LINE, {"s", "m"}, set(), gives=["e"]),
                case(LINE, {"s", "e"}, set(), gives=["m", "e"]),
                case(LINE, set(), set(), gives=["s", "m", "e"]),
                case(LINE, {"s"}, {"s"}, gives=["s", "m", "e"]),
                case(DIAMOND, {"start", "a", "b", "join"}, {"a"}, gives=["a", "join"]),
                case(DIAMOND, {"start", "a", "join"}, set(), gives=["b", "join"]),
                (RUNGS, set(RUNGS), {"r00"}),
            ],
            inputs=reruns,
            oracle=oracle_rerun,
            accept=unordered,
            nudge="Mark what isn't done and what changed. Then follow every arrow out of a marked "
            "step.",
        ),
        Group(
            IN_ORDER,
            cases=[
                case(DIAMOND, set(), set(), gives=["start", "a", "b", "join"]),
                case(
                    {"z": ["y", "x"], "x": ["w"], "y": ["w", "v"], "w": [], "v": []},
                    set(),
                    {"x"},
                    gives=["z", "x", "y", "v", "w"],
                ),
                case(
                    {"s": ["b", "c"], "b": ["d"], "c": ["a"], "a": [], "d": []},
                    {"s", "a", "b", "c", "d"},
                    {"b", "c"},
                    gives=["b", "c", "a", "d"],
                ),
                case(LINE, {"s", "m", "e", "x"}, set(), raises=ValueError),
                case(LINE, {"s", "m", "e"}, {"x"}, raises=ValueError),
                case({"s": ["x"]}, set(), set(), raises=ValueError),
                case({"s": ["a"], "a": ["a"]}, {"s", "a"}, set(), raises=ValueError),
                case({}, set(), set(), raises=ValueError),
            ],
            inputs=lambda: reruns(broken=True),
            oracle=oracle_rerun,
            nudge=nudge_on(
                "value order accepted",
                "The order is that of `execution_order`, which rejects broken graphs too. "
                "Which names does it never see?",
            ),
        ),
    ],
    hints=[
        "When may the stored result of a step be reused? Say it in terms of its predecessors.",
        "In execution order, every predecessor is decided before the step itself. So one pass is "
        "enough.",
        "A step reruns if it isn't done, if it changed, or if any of its predecessors reruns. "
        "Look at reruns, not only at changes.",
        "Reject unknown names. Then for each `name` of the order: if it is in `stale`, add it to "
        "the result and its successors to `stale`, where `stale` begins as `(set(steps) - done) | "
        "changed`.",
    ],
)
