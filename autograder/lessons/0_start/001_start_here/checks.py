"""Checks of lesson 001: a first answer, and ten questions that point to the parts to study."""

from __future__ import annotations

from autograder.groups import (
    Exercise,
    Explanation,
    Form,
    Group,
    case,
    letter,
    nudge_on,
    number,
    within,
)


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
        "Double means two times as much. Say in words what you'd do with 7.",
        "Python's arithmetic operators are `+`, `-`, `*` and `/`. One of them is enough.",
        "The result has to leave the function: a line that starts with `return`.",
        "Replace the line that raises NotImplementedError with `return 2 * n`. Keep the indent.",
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
    diagnostic=True,
    explained={
        "q1": Explanation(
            "The work grows with the number of pairs. Four times as many items make 4² = 16 "
            "times as many pairs, and 16 × 2 seconds are 32 seconds.",
            "102",
            "Brute force first",
        ),
        "q2": Explanation(
            "A default value is made once, when `def` runs, and not at each call. Both calls "
            "append to the same list, so the second one returns 2.",
            "104",
            "Wrong answers people give",
        ),
        "q3": Explanation(
            "A LEFT JOIN keeps August and fills the columns of `orders` with NULL. That is "
            "one row, and `COUNT(*)` counts rows. `COUNT(o.month)` counts values that aren't "
            "NULL: 0.",
            "110",
            "A better way",
        ),
        "q4": Explanation(
            "Take 10,000 posts. 100 of them break the rules, and the filter flags 90. It also"
            " flags 5% of the other 9,900, which is 495. So 90 of 585 flagged posts break the"
            " rules: 0.15.",
            "201",
        ),
        "q5": Explanation(
            "b. A scaler learns a mean and a spread. Fitted on all rows, it has seen the test"
            " rows before they are split off. Split first, then fit on the training rows "
            "alone.",
            "201",
        ),
        "q6": Explanation(
            "40,000,000 × 3 are 120,000,000 requests a day. A day has 86,400 seconds, so that"
            " is about 1,400 requests per second on average.",
            "302",
            "Capacity",
        ),
        "q7": Explanation(
            "20,000 × 64 are 1,280,000 numbers. A float32 takes 4 bytes, so the vectors take "
            "5,120,000 bytes, about 5.1 megabytes.",
            "302",
            "Capacity",
        ),
        "q8": Explanation(
            "A page is fast only if all 100 services are: 0.99¹⁰⁰ = 0.37. The other 63% of "
            "the pages wait for at least one slow service.",
            "302",
            "Serving",
        ),
        "q9": Explanation(
            "c. At the 5% level each look can raise a false alarm, and you stop at the first "
            "one. A month of daily looks gives it some thirty opportunities instead of one.",
            "404",
        ),
        "q10": Explanation(
            "d names a decision, its reason, and a result with its comparison. a says neither "
            "who did it nor since when it is faster. b lists tools. c can't be "
            "checked.",
            "501",
            "A strong answer",
        ),
    },
    hints=[
        "Run the check once before you open any hint: a question that you can't answer has "
        "done its work. Leave the dots.",
        "Numbers: what do you multiply by what, and which unit is left? Letters: look "
        "for what was known at the time, and to whom.",
        "1: pairs, not items. 2: when is a default value made? 3: which rows does a LEFT JOIN"
        " keep? 4: divide the correctly flagged posts by all flagged. 5: which step learns "
        "something from rows? 6: a day has 86,400 seconds. 7: count the numbers, then their bytes. "
        "8: find the probability that no part is slow. 9: how often can a false alarm be raised?"
        " 10: look for a decision and its reason.",
        "1: four times as many items make how many times as many pairs? 2: write down the list "
        "after each call. 3: write down the row for August as the join makes it, then count. 4: "
        "take 10,000 posts, and count both kinds of flagged ones. 5: which step sees all rows? 6:"
        " multiply users by visits, and divide by the seconds. 7: a float32 has 4 bytes. 8: one "
        "part is fast in 99% of its calls; all of them have to be. 9: count the looks. 10: "
        "which one could a stranger check?",
    ],
)
