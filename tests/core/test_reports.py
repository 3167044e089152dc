"""What the checks say survives being stored."""

import json
from dataclasses import asdict

from autograder.core.reports import Report, Verdict


def test_a_report_comes_back_from_its_fields():
    verdicts = [
        Verdict("empty", 1, 1, "", state="passed"),
        Verdict("any", 0, 2, "Timed out.", {"call": "f(1)"}, nudge="Why?", drawn=True),
    ]
    report = Report("f", 3, verdicts, "f is not defined.")
    assert Report.from_fields(asdict(report)) == report
    assert Report.from_fields(json.loads(json.dumps(asdict(report)))) == report
