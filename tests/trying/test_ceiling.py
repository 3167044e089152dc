"""A runaway answer costs neither the machine's memory nor its reader's patience."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import textwrap

import pytest

from autograder import lessons
from autograder.core.exercise import Exercise
from autograder.core.grade import grade
from autograder.core.limit import Deadline
from autograder.groups import Group, Growth, Operations, case
from autograder.groups.queries import Query
from autograder.trying import ceiling as ceilings
from autograder.trying.ceiling import Ceiling, ceiling
from autograder.trying.life import sign_of_life
from autograder.trying.local import LocalAnswer

linux = pytest.mark.skipif(sys.platform != "linux", reason="the system's own limit is Linux's")

RUNAWAY = {
    "a set of a range": "{1, *range(10**10)}",
    "a list of zeros": "[0] * 10**12",
    "a product": "__import__('itertools').product('ab', repeat=40).__reduce__() and "
    "list(__import__('itertools').product('ab', repeat=40))",
    "permutations": "set(__import__('itertools').permutations(range(15)))",
    "NumPy": "__import__('numpy').ones(10**11)",
    "NumPy, piece by piece": "[__import__('numpy').ones(10**6) for _ in range(10**5)]",
    "a string": "'a' * 10**11",
    "a string that doubles": "[text := 'a', *(text := text + text for _ in range(60))]",
    "strings in a list": "['a' * n for n in range(100_000, 10**9)]",
    "a dict": "dict.fromkeys(range(10**9))",
}

SCRIPT = """
import json, resource, sys
from autograder import lessons
from autograder.check import grade_namespace

def in_use(what):
    with open("/proc/self/status") as status:
        return int(next(l for l in status if l.startswith(what)).split()[1]) // 1024

lesson, name, text = sys.argv[1:]
before = resource.getrlimit(resource.RLIMIT_DATA)
names = {}
if name[0].isupper():
    exec(f"class {name}:\\n    def __init__(self, *args):\\n        self.kept = " + text, names)
else:
    exec(f"def {name}(*args):\\n    return " + text, names)
began = in_use("VmRSS:")
reports = grade_namespace(lesson, names)
print(json.dumps({
    "more": in_use("VmHWM:") - began,
    "left": in_use("VmRSS:") - began,
    "same": resource.getrlimit(resource.RLIMIT_DATA) == before,
    "first": next(v for v in reports[name].verdicts if v.state != "passed").message,
    "problem": reports[name].problem,
    "others": [r.problem for n, r in reports.items() if n != name],
}))
"""


def called_exercises() -> list[tuple[str, str]]:
    """One exercise per lesson whose answer is called."""
    found = []
    for path in lessons.paths():
        for name, exercise in lessons.load(path.stem).items():
            kinds = (Group, Operations)
            if isinstance(exercise.groups[0], kinds) and not isinstance(exercise.groups[0], Query):
                found.append((path.stem, name))
                break
    return found


CASES = [
    (lesson, name, list(RUNAWAY)[at % len(RUNAWAY)])
    for at, (lesson, name) in enumerate(called_exercises())
]


@linux
@pytest.mark.parametrize(("lesson", "name", "kind"), CASES)
def test_an_answer_that_builds_too_much_is_stopped_and_the_other_exercises_count(
    lesson, name, kind
):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, lesson, name, RUNAWAY[kind]],
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    told = json.loads(done.stdout)
    assert told["more"] < 1_500, told
    assert told["left"] < 400, told
    assert told["same"]
    assert told["first"] in ("Ran out of memory.", "Timed out."), told
    assert all(problem.endswith("restore that cell.") for problem in told["others"])


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@linux
def test_walking_along_the_whole_numbers_of_a_range_takes_no_more_than_a_gigabyte():
    said = run(
        """
        from math import ceil, floor
        from autograder import check

        def find_intersecting(lines, x_range):
            lo, hi = x_range
            return [
                one for i, one in enumerate(lines) if any(
                    one[0] * x + one[1] == other[0] * x + other[1]
                    for j, other in enumerate(lines) if i != j
                    for x in {lo, hi, *range(ceil(lo), floor(hi) + 1)}
                )
            ]

        print(check(find_intersecting))
        print(open("/proc/self/status").read())
        """
    )
    assert said.startswith("find_intersecting: 0 of 5 points, not passed")
    peak = next(line for line in said.splitlines() if line.startswith("VmHWM:"))
    assert int(peak.split()[1]) < 1_500_000


@linux
def test_the_sentence_names_the_call_and_the_line_and_no_nudge_is_a_wrong_one():
    group = Group("g", nudge="Look again.", cases=[case(3, gives=3)])
    answer = LocalAnswer("f", lambda n: [0] * 10**13)
    with ceiling.set():
        verdict = group.run(answer)
    assert verdict.message == "Ran out of memory."
    assert verdict.counterexample["call"] == "f(3)"
    assert verdict.counterexample["got"].startswith("Stopped at 1 GB of memory.")
    assert (verdict.fault, verdict.nudge) == ("memory", "")


@linux
@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError])
def test_no_limit_is_left_behind_whatever_ends_the_block(error):
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    with contextlib.suppress(error), ceiling.set():
        assert resource.getrlimit(resource.RLIMIT_DATA) != before
        assert ceiling.is_set
        raise error
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    assert not ceiling.is_set


@linux
def test_ctrl_c_during_a_check_leaves_no_limit_behind():
    said = run(
        """
        import os, resource, signal
        from autograder import check

        signal.signal(signal.SIGINT, signal.default_int_handler)
        before = resource.getrlimit(resource.RLIMIT_DATA)

        def is_match(s, p):
            os.kill(os.getpid(), signal.SIGINT)
            while True:
                pass

        try:
            check(is_match)
        except KeyboardInterrupt:
            print("interrupted", resource.getrlimit(resource.RLIMIT_DATA) == before)
        """
    )
    assert said == "interrupted True\n"


@linux
def test_somebody_elses_lower_limit_is_left_alone():
    said = run(
        """
        import resource
        from autograder.trying.ceiling import ceiling

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (500 << 20, hard))
        with ceiling.set():
            print(resource.getrlimit(resource.RLIMIT_DATA)[0] == 500 << 20)
        print(resource.getrlimit(resource.RLIMIT_DATA)[0] == 500 << 20)
        """
    )
    assert said == "True\nTrue\n"


def test_where_the_system_sets_no_limit_a_thread_watches(monkeypatch):
    sizes = iter([100, 100, *[100 + (2 << 30)] * 10_000])
    monkeypatch.setattr(Ceiling, "_limit", lambda self, room: False)
    monkeypatch.setattr(ceilings, "_resident", lambda: lambda: next(sizes))

    def endless(n):
        while True:
            pass

    with ceiling.set():
        verdict = Group("g", limit=60, cases=[case(1, gives=1)]).run(LocalAnswer("f", endless))
    assert verdict.message == "Ran out of memory."


def exercise_of(*groups) -> Exercise:
    return Exercise(difficulty="easy", groups=groups, minutes=1, hints=[], name="f")


def test_after_an_endless_group_the_others_are_not_run_but_by_the_judge():
    def endless(n):
        while n == 1:
            pass
        return n

    exercise = exercise_of(
        Group("one", limit=0.05, cases=[case(1, gives=1)]), Group("two", cases=[case(2, gives=2)])
    )
    hasty = grade(exercise, LocalAnswer("f", endless), patient=False)
    assert [verdict.state for verdict in hasty.verdicts] == ["failed", "not run"]
    assert hasty.verdicts[1].message == "Not run: 'one' timed out."
    assert "Stopped after 0.05 s." in hasty.verdicts[0].counterexample["got"]
    patient = grade(exercise, LocalAnswer("f", endless))
    assert [verdict.state for verdict in patient.verdicts] == ["failed", "passed"]


def test_a_slow_answer_is_stopped_at_the_limit_of_the_whole_check():
    def slow(n):
        for _ in range(10**5):
            pass
        return n

    numbers = [case(n, gives=n) for n in range(10**5)]
    exercise = exercise_of(Group("all", cases=numbers), Group("last", cases=[case(1, gives=1)]))
    report = grade(exercise, LocalAnswer("f", slow, deadline=Deadline(0.3)), patient=False)
    first, last = report.verdicts
    assert first.counterexample["got"] == "The whole check was stopped after 0.3 s."
    assert (last.state, last.earned) == ("not run", 0)


def test_a_right_answer_that_takes_long_to_count_still_passes_within_the_limit():
    work = Growth("work", args=lambda n: (n,), sizes=(10, 20), exponent=1)
    exercise = exercise_of(work, Group("small", cases=[case(1, gives=1)]))
    report = grade(exercise, LocalAnswer("f", lambda n: n, deadline=Deadline(60)), patient=False)
    assert report.state == "passed"


def test_a_sign_of_life_comes_after_a_while_and_says_in_the_end_how_long_it_took():
    import threading

    said, came = [], threading.Event()

    def say(text: str, again: bool) -> None:
        said.append((text, again))
        came.set()

    with sign_of_life("f", 10, say, after=0.01):
        assert came.wait(60)
    assert said[0] == ("Still checking f. A check is stopped after about 10 s.", False)
    assert said[1][0].startswith("Checking f took ") and said[1][1]
    with sign_of_life("f", 10, say, after=3_600):
        pass
    assert len(said) == 2
