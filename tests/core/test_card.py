"""The card of a report: one cause, one open failure, and every nudge where it belongs."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

import pytest

from autograder.authoring.lesson import read_lesson
from autograder.authoring.trials import namespace_of, report_on
from autograder.core.bank import Solution
from autograder.core.card import as_html, as_text
from autograder.core.exercise import Exercise
from autograder.core.grade import grade
from autograder.core.reports import FAULTS, Report, Verdict
from autograder.groups import Group, Growth, Operations, Together, case, nudge_on, parts_of
from autograder.lessons import bank, find, folder_of, load, paths
from autograder.trying.local import LocalAnswer


def report(name: str, source: str) -> Report:
    """What the checks say of an answer cell."""
    given = namespace_of(read_lesson(folder_of(name)))
    return report_on(find(name), textwrap.dedent(source), given)


def verdicts(name: str, source: str) -> dict[str, Verdict]:
    return {verdict.name: verdict for verdict in report(name, source).verdicts}


def bank_of(name: str) -> Sequence[Solution]:
    return bank(name).solutions


def exercise_of(*groups) -> Exercise:
    return Exercise(difficulty="easy", groups=groups, minutes=1, hints=[], name="f")


def run(group, target) -> Verdict:
    return group.run(LocalAnswer("f", target))


# ---- nudges belong to kinds of failure


SAYS = nudge_on("value", "a value") | nudge_on("mutated", "mutated") | nudge_on("slow", "slow")


@pytest.mark.parametrize(
    ("target", "fault", "nudge"),
    [
        (lambda items: [3, 2, 2], "value", "a value"),
        (lambda items: items.sort() or items[:], "mutated", "mutated"),
        (lambda items: [3, 1, 2], "order", ""),
        (lambda items: items[9], "raised", ""),
        (lambda items: None, "shape", ""),
        (lambda items: "123", "shape", ""),
        (lambda items: (lambda f: f(f))(lambda f: f(f)), "deep", ""),
    ],
)
def test_a_nudge_is_shown_for_its_kind_of_failure_alone(target, fault, nudge):
    group = Group("sorted copy", cases=[([3, 1, 2],)], oracle=sorted, nudge=SAYS)
    verdict = run(group, target)
    assert (verdict.fault, verdict.nudge) == (fault, nudge)


def test_a_nudge_given_as_a_string_is_for_wrong_values():
    group = Group("g", cases=[case(1, gives=1), case(0, raises=ValueError)], nudge="Look again.")
    assert run(group, lambda n: n + 1).nudge == "Look again."
    assert run(group, lambda n: 1 // 0).nudge == ""
    accepts = run(group, lambda n: n)
    assert (accepts.fault, accepts.nudge) == ("accepted", "")
    assert accepts.message == "Should have raised ValueError."


def test_the_nudge_of_measured_work_is_for_work():
    work = Growth(
        "w", args=lambda n: (n,), sizes=(8, 16, 32), exponent=0.1, oracle=lambda n: n, nudge="Less."
    )

    def loops(n):
        for _ in range(n):
            pass
        return n

    assert (run(work, loops).fault, run(work, loops).nudge) == ("slow", "Less.")
    assert run(work, lambda n: n + 1).nudge == ""
    both = Together("t", parts=[Growth("", args=work.args, sizes=work.sizes, exponent=0.1)])
    assert both.nudge_for("slow") == both.nudge == ""
    assert Together("t", parts=[work], nudge="x").nudge_for("value") == ""


def test_a_kind_of_failure_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="sluggish"):
        nudge_on("value sluggish", "Look again.")


def test_every_contract_names_known_kinds():
    for path in paths():
        for exercise in load(path.stem).values():
            for group in parts_of(exercise.groups):
                if not isinstance(group.nudge, str):
                    assert set(group.nudge) <= FAULTS, (path.stem, group.name)


def test_a_syntax_error_is_told_once_and_without_a_nudge():
    found = report("monthly_report", 'monthly_report = "SELEC 1"')
    assert {verdict.fault for verdict in found.verdicts} == {"syntax"}
    assert {verdict.nudge for verdict in found.verdicts} == {""}
    text = as_text(found)
    assert text.count("Parser Error") == 1
    assert text.count("The same error.") == len(found.verdicts) - 1
    assert as_html(found).count("Parser Error") == 1


def test_columns_that_do_not_match_are_told_once():
    found = report("monthly_report", 'monthly_report = "SELECT 1 AS a"')
    assert {verdict.fault for verdict in found.verdicts} == {"shape"}
    assert as_text(found).count("The columns don't match.") == 1


def test_a_nudge_about_the_callers_list_needs_a_modified_list():
    name = "edges and errors"
    [sorts, *_] = [each for each in bank_of("weighted_kappa") if "in place" in each.name]
    modified = verdicts("weighted_kappa", sorts.source)[name]
    assert (modified.fault, "sort() and pop()" in modified.nudge) == ("mutated", True)
    wrong = verdicts("weighted_kappa", "def weighted_kappa(*args):\n    return 0.5\n")[name]
    assert wrong.fault == "value" and "sort() and pop()" not in wrong.nudge


def test_recursion_is_told_apart_from_a_wrong_value():
    deep = verdicts(
        "missing_number",
        """
        def missing_number(nums, n=None):
            nums = set(nums)
            def find(k):
                return k if k not in nums else find(k + 1)
            return find(0)
        """,
    )["70,000 numbers"]
    assert deep.fault == "deep"
    assert deep.nudge == "Recursing once per number exceeds the recursion limit."


# ---- one cause, one red line


def card_of(target) -> str:
    groups = [
        Group("first", cases=[case(1, gives=1)], nudge="One."),
        Group("second", cases=[case(1, gives=1)], nudge="Two."),
        Group("third", cases=[case(0, gives=0), case(2, gives=2)], nudge="Three."),
        Group("fourth", points=3, cases=[case(5, gives=5)]),
    ]
    return as_html(grade(exercise_of(*groups), LocalAnswer("f", target)))


def test_the_first_failure_is_open_and_the_others_are_a_line_each():
    html = card_of(lambda n: 5 if n == 5 else n + 1)
    assert html.count("<details>") == 2
    opened = re.sub(r"<details>.*?</details>", "", html)
    assert "first" in opened and "f(1)" in opened and "One." in opened
    assert "second" not in opened and "Two." not in opened
    assert "second</strong> 0/1, not passed. Probably the same cause.</summary>" in html
    assert "third</strong> 0/1, not passed. Returned the wrong value.</summary>" in html


def test_an_exception_in_the_same_line_is_probably_one_cause():
    html = card_of(lambda n: undefined_name)  # noqa: F821
    assert html.count("Probably the same cause.") == 3
    text = as_text(grade(exercise_of(Group("g", cases=[case(1, gives=1)])), LocalAnswer("f", abs)))
    assert "Probably" not in text


def test_work_that_was_not_measured_is_no_failure_of_its_own():
    work = Growth("work", args=lambda n: (n,), sizes=(8, 16), exponent=1)
    group = Group("small", points=2, cases=[case(1, gives=1)])
    found = grade(exercise_of(work, group), LocalAnswer("f", lambda n: 0))
    assert found.verdicts[0].state == "not run"
    lines = as_text(found).splitlines()
    assert "  – work (0/1): Not measured yet: earn half of the other points first." in lines
    assert found.state == "failed"


# ---- tables


def test_a_wrong_cell_of_a_table_is_named_by_its_column_and_its_row():
    query = """
        SELECT m.month_start::DATE AS month_start, count(DISTINCT t.user_id) AS users,
            count(*) AS orders, coalesce(sum(t.quantity * p.price), 0) AS gmv
        FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH) m(month_start)
        LEFT JOIN transactions t ON t.created_at >= m.month_start
            AND t.created_at < m.month_start + INTERVAL 1 MONTH
        LEFT JOIN products p ON p.id = t.product_id GROUP BY ALL ORDER BY ALL
        """
    found = report("monthly_report", f'monthly_report = """{query}"""')
    first = found.verdicts[0]
    assert first.counterexample["where"] == "month_start 2020-01-01: orders is 1, expected 0"
    assert "2020" not in first.message  # which a cohort is shown even of a drawn database


# ---- the smallest counterexample

GREEDY = """
def is_match(s, p):
    i = j = 0
    while j < len(p):
        if p[j + 1 : j + 2] == "*":
            while i < len(s) and p[j] in (s[i], "."):
                i += 1
            j += 2
        elif i == len(s) or p[j] not in (s[i], "."):
            return False
        else:
            i, j = i + 1, j + 1
    return i == len(s)
"""


def test_a_smaller_input_is_shown_where_a_fixed_example_fails():
    shown = verdicts("is_match", GREEDY)["any text, any pattern"]
    assert shown.counterexample["call"] == "is_match('a', 'a*a')"


def test_a_table_without_a_match_shrinks_to_one_row_and_one_feature():
    found = report(
        "toy_forest",
        """
        def toy_forest(data, new_point):
            [label] = [name for name in data.columns if name not in new_point]
            for name, value in new_point.items():
                data = data[data[name] == value]
            return data[label].mode()[0]
        """,
    )
    call = found.verdicts[0].counterexample["call"]
    assert re.fullmatch(r"toy_forest\(pd.DataFrame\(\{'a': \[.\], 'b': \[.+?\]\}\), .*\)", call)


def test_growth_from_the_month_before_needs_two_orders_at_the_most():
    solution = next(s for s in bank_of("monthly_growth") if s.name == "rounded to per cents")
    call = report("monthly_growth", solution.source).verdicts[0].counterexample["call"]
    orders = call.split("transactions:\n")[1].split("products:")[0].strip().splitlines()[1:]
    assert len(orders) <= 2


def test_the_same_smaller_input_is_found_each_time():
    calls = [verdicts("is_match", GREEDY)["any text, any pattern"].counterexample for _ in range(2)]
    assert calls[0] == calls[1]


def test_a_smaller_input_of_another_kind_of_failure_is_not_taken():
    from hypothesis import strategies as st

    group = Group(
        "g", cases=[case(100, gives=100)], inputs=st.tuples(st.integers(0, 99)), oracle=int
    )
    verdict = run(group, lambda n: 1 // n if n == 0 else n + (n >= 50))
    assert (verdict.fault, verdict.counterexample["call"]) == ("value", "f(50)")


# ---- values that look alike


@pytest.mark.parametrize(
    ("want", "got", "expected_says", "got_says"),
    [
        ("ゴ", "コ\u3099", "U+30B4 KATAKANA LETTER GO", "U+30B3 KATAKANA LETTER KO"),
        ("é", "e\u0301", "U+00E9", "U+0065"),
        ("a", "a ", "the string ends here", "U+0020 SPACE"),
        ("a b", "a\u00a0b", "U+0020 SPACE", "U+00A0 NO-BREAK SPACE"),
        ([1, "x"], [1, "x\u200b"], "[1]: the string ends here", "[1]: U+200B"),
        ([1], ["1"], "[0]: int", "[0]: str"),
        ({"a": 1}, {"a": "1"}, "['a']: int", "['a']: str"),
        ("x" * 500 + "y" + "x" * 500, "x" * 1001, "'xx", "'xx"),
    ],
)
def test_values_that_look_alike_are_told_apart(want, got, expected_says, got_says):
    verdict = run(Group("g", cases=[case(1, gives=want)]), lambda n: got)
    shown = verdict.counterexample
    assert expected_says in shown["expected"]
    assert got_says in shown["got"]
    assert shown["expected"] != shown["got"]


def test_a_mark_stands_under_the_first_difference_of_long_texts():
    want, got = "the quick brown fox jumps over it", "the quick brown fix jumps over it"
    verdict = run(Group("g", cases=[case(1, gives=want)]), lambda n: got)
    line, mark = verdict.counterexample["got"].splitlines()
    assert line[mark.index("^")] == "i"


def test_values_that_differ_plainly_have_no_second_line():
    verdict = run(Group("g", cases=[case(1, gives=[1, 2])]), lambda n: [1, 3])
    assert verdict.counterexample["got"] == "[1, 3]"


# ---- steps


def test_another_instance_is_a_line_of_python():
    class Box:
        made: list = []

        def __init__(self):
            Box.made.append(self)

        def size(self):
            return len(Box.made)

    from autograder.groups import Scene, another

    scene = Scene((), (another(), ("size", ())), gives=[1])
    verdict = run(Operations("own state", cases=[scene]), Box)
    assert verdict.counterexample["call"].splitlines()[1] == "y = f()"
    assert "__class__" not in verdict.counterexample["call"]
