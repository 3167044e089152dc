"""What a learner gets back from ``check(...)``."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import strategies as st

from autograder import check
from autograder.authoring.trials import report_on
from autograder.core.card import as_html
from autograder.core.errors import UnknownExercise
from autograder.core.exercise import Exercise
from autograder.core.grade import grade, grade_examples
from autograder.groups import Group, Growth, Operations, case
from autograder.groups.rules import number
from autograder.lessons import find
from autograder.trying.local import LocalAnswer

SLOW_PARTS = ("hypothesis", "numpy", "pandas", "matplotlib", "IPython", "duckdb", "nbformat")


def run(code: str) -> subprocess.CompletedProcess:
    """Run a script of a learner's in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=120
    )


def failed(name: str, source: str) -> dict:
    """The failed groups of an answer, by name."""
    report = report_on(find(name), textwrap.dedent(source), {})
    return {verdict.name: verdict for verdict in report.verdicts if verdict.state != "passed"}


def test_importing_the_course_loads_no_slow_library():
    code = f"import sys, autograder; print([m for m in {SLOW_PARTS!r} if m in sys.modules])"
    assert run(code).stdout.strip() == "[]"


def test_the_counterexample_is_the_smallest():
    # Wrong only where a starred token stands behind another token.
    verdict = failed(
        "is_match",
        """
        import re as library

        def is_match(s, p):
            if len(p) > 2 and p.endswith("*"):
                return False
            row = [True] + [False] * len(p)
            for j in range(1, len(p)):
                row[j + 1] = p[j] == "*" and row[j - 1]
            for char in s:
                new = [False] * (len(p) + 1)
                for j, token in enumerate(p):
                    if token == "*":
                        new[j + 1] = new[j - 1] or (row[j + 1] and p[j - 1] in (char, "."))
                    else:
                        new[j + 1] = row[j] and token in (char, ".")
                row = new
            return row[-1]
        """,
    )["any text, any pattern"]
    call = verdict.counterexample["call"]
    assert verdict.counterexample["expected"] == "True"
    assert verdict.counterexample["got"] == "False"
    s, p = eval(call.removeprefix("is_match"))
    assert (len(s), len(p)) <= (1, 3), call


def test_an_endless_loop_is_stopped_and_the_other_groups_still_count():
    verdicts = failed(
        "is_match",
        """
        def is_match(s, p):
            while s == "" and p == "a*b*":
                pass
            row = [True] + [False] * len(p)
            for j in range(1, len(p)):
                row[j + 1] = p[j] == "*" and row[j - 1]
            for char in s:
                new = [False] * (len(p) + 1)
                for j, token in enumerate(p):
                    if token == "*":
                        new[j + 1] = new[j - 1] or (row[j + 1] and p[j - 1] in (char, "."))
                    else:
                        new[j + 1] = row[j] and token in (char, ".")
                row = new
            return row[-1]
        """,
    )
    assert "Stopped after 2 s" in verdicts["empty text and empty pattern"].counterexample["got"]
    assert "work grows as len(s) * len(p)" not in verdicts


def test_an_exception_is_told_with_the_learners_own_line():
    verdict = failed("is_match", "def is_match(s, p):\n    return s[0] == p[0]\n")
    got = verdict["empty text and empty pattern"].counterexample["got"]
    assert got == "IndexError: string index out of range (line 2: return s[0] == p[0])"


def test_an_untouched_stub_is_not_written_yet_and_not_an_error():
    report = report_on(find("is_match"), "def is_match(s, p):\n    raise NotImplementedError\n", {})
    assert report.state == "not written"
    assert report.earned == 0


def test_a_refused_module_is_named():
    source = "import re\ndef is_match(s, p):\n    return bool(re.fullmatch(p, s))\n"
    report = report_on(find("is_match"), source, {})
    assert (report.earned, report.problem) == (0, "Solve it without re.")


def test_printing_in_an_answer_does_not_flood_the_notebook():
    result = run(
        """
        from autograder import check

        def is_match(s, p):
            print("looking at", s, p)
            return False

        print(check(is_match))
        """
    )
    assert "looking at" not in result.stdout
    assert "is_match('', '')" in result.stdout


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("check(is_mtach=3)", "Did you mean is_match?"),
        ("check()", "check one answer at a time"),
        ("check(3)", "name the answer"),
    ],
)
def test_a_wrong_call_of_check_is_answered_with_a_sentence(call, said):
    result = run(f"from autograder import check\nprint({call})")
    assert said in result.stdout + result.stderr


def test_a_lambda_is_known_by_the_name_it_has():
    code = "from autograder import check\nis_match = lambda s, p: s == p\nprint(check(is_match))"
    result = run(code)
    assert result.stdout.startswith("is_match: ")


def test_examples_say_nothing_of_what_is_drawn():
    def never():
        raise AssertionError("inputs were drawn")

    shown = Group("shown", points=2, cases=[case(1, gives=1)], inputs=never, oracle=int)
    hidden = Group("hidden", points=3, inputs=never, oracle=int)
    exercise = Exercise(difficulty="easy", groups=[shown, hidden], minutes=1, hints=[], name="f")
    report = grade_examples(exercise, LocalAnswer("f", lambda n: n))
    assert [(v.earned, v.points) for v in report.verdicts] == [(2, 2), (0, 0)]
    assert report.state == "passed"
    wrong = grade_examples(exercise, LocalAnswer("f", lambda n: 0))
    assert wrong.verdicts[0].counterexample["call"] == "f(1)"


def test_a_cohort_is_not_shown_an_input_that_was_drawn():
    group = Group("any", inputs=st.tuples(st.integers(50, 99)), oracle=lambda n: n)
    exercise = Exercise(difficulty="easy", groups=[group], minutes=1, hints=[], name="f")
    report = grade(exercise, LocalAnswer("f", lambda n: 0), seed=7)
    assert report.verdicts[0].counterexample["call"] == "f(50)"
    text = as_html(report.without_drawn())
    assert "f(50)" not in text
    assert "is hidden" in text


def test_an_unknown_exercise_suggests_the_nearest():
    with pytest.raises(UnknownExercise, match="Did you mean is_match"):
        find("ismatch")


def test_no_check_changes_what_it_is_given(tmp_path: Path):
    result = run(
        """
        from autograder.trying.local import LocalAnswer

        given = [[1], [2]]
        outcome = LocalAnswer("f", lambda rows: rows.clear()).call((given,), limit=1)
        print(given, outcome.after)
        """
    )
    assert result.stdout.strip() == "[[1], [2]] ([],)"


def test_an_answer_that_leaves_calls_out_is_caught():
    class Silent(LocalAnswer):
        def operate(self, *args, **kwargs):
            return []

    class Counter:
        def up(self):
            return 1

    group = Operations("counts", model=Counter, cases=[(("up", ()),)])
    assert group.run(LocalAnswer("Counter", Counter)).state == "passed"
    assert group.run(Silent("Counter", Counter)).message == "A call produced no result."


def exercise_of(*groups) -> Exercise:
    return Exercise(difficulty="easy", groups=groups, minutes=1, hints=[], name="f")


def test_work_is_measured_only_of_an_answer_that_is_mostly_right():
    work = Growth("work", args=lambda n: (n,), sizes=(10, 20), exponent=1)
    small = Group("small", cases=[case(1, gives=1)])
    large = Group("large", points=2, cases=[case(10**9, gives=10**9)])
    exercise = exercise_of(work, small, large)

    def earned(function) -> list[float]:
        return [each.earned for each in grade(exercise, LocalAnswer("f", function)).verdicts]

    assert earned(lambda n: n) == [1, 1, 2]
    assert earned(lambda n: max(n, 2)) == [1, 0, 2]
    assert earned(lambda n: None) == [0, 0, 0]
    assert earned(lambda n: min(n, 99)) == [0, 1, 0]
    said = grade(exercise, LocalAnswer("f", lambda n: 0)).verdicts[0].message
    assert "half of the other points" in said


def test_what_a_check_can_not_deal_with_is_told_in_a_sentence():
    def breaks(got, want):
        return got["no such key"]

    exercise = exercise_of(Group("g", cases=[case(1, gives=1)], accept=breaks))
    with mock.patch("autograder.check.find", lambda name: exercise):
        said = repr(check(f=lambda n: {}))
    assert said.startswith("f: 0 of 1 points")
    assert "The check can't handle what this returned (KeyError)" in said


def test_a_number_too_long_to_be_written_is_a_wrong_value():
    exercise = exercise_of(Group("g", cases=[case(1, gives=1)]))
    found = grade(exercise, LocalAnswer("f", lambda n: 10**5000)).verdicts[0]
    assert found.counterexample["got"] == "<int with a number of very many digits>"


@pytest.mark.parametrize("right", [72, 72.0, 80, Fraction(72), Decimal("71.5")])
def test_a_number_of_any_type_is_right_within_its_bounds(right):
    assert number(72, within=0.2)(right) is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (float("nan"), "Give one finite number in MB"),
        (Decimal("inf"), "Give one finite number in MB"),
        ("72", "Give one finite number in MB"),
        (True, "Give one finite number in MB"),
        (7.2, "too small by a factor of about 10"),
        (72_000, "too large by a factor of about 1e+03"),
        (10**400, "too large by a factor of about more than can be said"),
        (-72, "is wrong (in MB)"),
    ],
)
def test_a_wrong_number_is_told_how_far_off_it_is(wrong, said):
    assert said in number(72, within=0.2, unit="MB")(wrong)


def test_the_whole_of_a_call_that_was_cut_can_be_had():
    exercise = exercise_of(Group("g", cases=[case("ab" * 500, gives=0)]))
    short = exercise_of(Group("g", cases=[case("ab", gives=0)]))
    with mock.patch("autograder.check.find", lambda name: exercise):
        card = repr(check(f=lambda text: 1))
    assert "print(check.last_input) prints the whole call." in card
    assert check.last_input == f"f({'ab' * 500!r})"
    assert repr(check.last_input) == check.last_input
    with mock.patch("autograder.check.find", lambda name: short):
        card = repr(check(f=lambda text: 1))
    assert "last_input" not in card and check.last_input is None


def test_a_cohort_is_not_shown_the_whole_of_a_drawn_call():
    group = Group("any", inputs=st.tuples(st.text("ab", min_size=400)), oracle=len)
    report = grade(exercise_of(group), LocalAnswer("f", lambda text: 0))
    assert report.verdicts[0].whole
    assert report.without_drawn().verdicts[0].whole == ""


def test_a_slow_check_in_a_notebook_says_so_and_its_points_are_still_its_result():
    import nbformat
    from nbclient import NotebookClient

    sources = [
        "from autograder import check",
        "def is_match(s, p):\n    while True:\n        pass",
        "check(is_match)",
    ]
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
    sign, card = notebook.cells[-1].outputs
    assert sign.output_type == "display_data"
    assert sign["data"]["text/plain"].startswith("Checking is_match took ")
    assert card.output_type == "execute_result" and card["data"]["text/plain"] == "0"
    assert "Stopped after 2 s" in card["data"]["text/html"]
