"""Checks of lesson 001: a first answer, and ten questions that point to the parts to study."""

from __future__ import annotations

from autograder.groups import Exercise, Form, Group, case, letter, nudge_on, number, within


def integers():
    """Whole numbers of any size, as a tuple of arguments."""
    from hypothesis import strategies as st

    return st.tuples(st.integers())


first_answer = Exercise(
    difficulty="easy",
    minutes=3,
    groups=[
        Group(
            "returns a value",
            cases=[case(2, gives=4)],
            nudge=nudge_on(
                "shape", "A check sees what your function returns. What it prints is for you alone."
            ),
        ),
        Group(
            "every whole number",
            # Small ones first: the lesson shows which number a square is told apart by.
            cases=[
                case(0, gives=0),
                case(1, gives=2),
                case(10**30 + 1, gives=2 * 10**30 + 2),
            ],
            inputs=integers,
            oracle=lambda n: n + n,
            accept=within(),
            nudge="Work out this one call by hand. What did your function do instead?",
        ),
    ],
    hints=[
        "Double means two times as much. Say in words what you would do with 7.",
        "Python's signs for arithmetic are `+`, `-`, `*` and `/`. One of them is enough.",
        "The result has to leave the function: a line that starts with `return`.",
        "Put `return 2 * n` in place of the line that raises NotImplementedError. Keep the indent.",
    ],
)

_CODING = "part 1: Coding and SQL"
_TAKE_HOME = "part 2: The take-home"
_DESIGN = "part 3: ML system design"
_ENGINEERING = "part 4: Engineering"
_BEHAVIOURAL = "part 5: Behavioural"


diagnostic = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Form(
            _CODING,
            points=3,
            per_key=True,
            tests={
                "q1": number(
                    32,
                    advice="How does the number of pairs grow? Part 1 counts the work of "
                    "your code.",
                    within=0.1,
                ),
                "q2": number(
                    2,
                    advice="What is kept from one call to the next? Part 1 shows the traps "
                    "of state.",
                ),
                "q3": number(
                    1,
                    advice="Which rows does a LEFT JOIN keep, and what does * count? See the "
                    "report by month in part 1.",
                ),
            },
        ),
        Form(
            _TAKE_HOME,
            points=2,
            per_key=True,
            tests={
                "q4": number(
                    0.009 / 0.0585,
                    advice="Count both kinds of flagged posts among 10,000. Part 2 works "
                    "with metrics where positives are rare.",
                    within=0.05,
                    most=1,
                ),
                "q5": letter(
                    "b",
                    "Which step learns something from rows that it should not see? Leaks are "
                    "a subject of part 2.",
                ),
            },
        ),
        Form(
            _DESIGN,
            points=2,
            per_key=True,
            tests={
                "q6": number(
                    40e6 * 3 / 86_400,
                    advice="Write the units beside each factor until requests per "
                    "second are left. Each design of part 3 begins with such an estimate.",
                    within=0.2,
                ),
                "q7": number(
                    5.12,
                    advice="Count the numbers, then the bytes of one. Estimates of memory "
                    "are in part 3.",
                    within=0.1,
                ),
            },
        ),
        Form(
            _ENGINEERING,
            points=2,
            per_key=True,
            tests={
                "q8": number(
                    1 - 0.99**100,
                    advice="What has to happen for a page not to be slow? Part 4 treats "
                    "latency and its tails.",
                    within=0.02,
                    most=1,
                ),
                "q9": letter(
                    "c",
                    "How many chances does the test get to raise an alarm? Part 4 simulates it.",
                ),
            },
        ),
        Form(
            _BEHAVIOURAL,
            per_key=True,
            tests={
                "q10": letter(
                    "d",
                    "Which sentence holds a decision, its reason, and what it is compared "
                    "with? Part 5 is about such evidence.",
                ),
            },
        ),
    ],
    hints=[
        "Run the check once before you open any hint: a question that you can't answer has done "
        "its work. Leave it as it is.",
        "Numbers: what is multiplied with what, and in which unit does it end? Letters: look for "
        "what was known at the time, and to whom.",
        "1: pairs, not items. 2: when is a default value made? 3: the unmatched row is still a "
        "row. 4: divide the rightly flagged by all flagged. 6: a day has 86,400 seconds. "
        "7: bytes = rows × columns × 4. 8: find the chance that no part is slow.",
        "1: the work grows by 4². 2: the default list is made once. 4: of 10,000 posts, 90 are "
        "rightly and 495 wrongly flagged. 6: 40,000,000 × 3 / 86,400. 7: 20,000 × 64 × 4 bytes. "
        "8: 1 − 0.99¹⁰⁰. 5, 9 and 10: the letters are b, c and d. The third is 1.",
    ],
)
