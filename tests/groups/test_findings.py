"""A review: faults that were found, line by line."""

from __future__ import annotations

import pytest

from autograder.groups import Findings
from autograder.trying.local import LocalAnswer

REVIEW = Findings("review", points=3, faults={"leak": [10, 20], "skew": [14]}, lines=30)


@pytest.mark.parametrize(
    ("found", "earned", "message"),
    [
        ({10: ("leak", 1), 14: ("skew", 2)}, 3, ""),
        ({11: "leak", 13: " Skew "}, 3, ""),
        ({10: ("leak", 1), 20: ("leak", 2), 15: ["skew", 3]}, 3, ""),
        ({20: ("leak", 1)}, 1.5, "1 of 2 faults found."),
        ({20: ("leak", 1), 3: ("skew", 2)}, 1.0, "Line 3 has no fault of the kind 'skew'"),
        ({line: "leak" for line in range(1, 31)}, 0, "1 of 2"),
        ({10: "skew", 14: "leak"}, 0, "0 of 2"),
        ({31: "leak"}, 0, "lines from 1 to 30"),
        ({"10": "leak"}, 0, "lines from 1 to 30"),
        ({True: "leak"}, 0, "lines from 1 to 30"),
        ({10: "bug"}, 0, "one of leak, skew"),
        ({10: 3}, 0, "one of leak, skew"),
        ("line 10", 0, "a dict from line to fault"),
        ({}, 0, "Not written yet."),
        (..., 0, "Not written yet."),
    ],
)
def test_each_fault_earns_its_share_once_and_other_lines_cost(found, earned, message):
    verdict = REVIEW.run(LocalAnswer("found", found))
    assert verdict.earned == earned and message in verdict.message
    assert (verdict.state == "passed") == (earned == 3)
