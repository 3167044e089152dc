"""The shape of a lesson: what its first cell says, and its sections in order, part by part."""

from __future__ import annotations

OPENING = ("**You will be able to**", "**Before you start**", "**Time**")
CLOSING = ("Recap", "Say it in 60 seconds", "Follow-ups to expect", "Next")
BODY = {
    "0_start": ("Spot the error",),
    "1_coding": (
        "The question",
        "Clarify",
        "A tiny example",
        "Brute force first",
        "A better way",
        "Your turn",
        "A variation, unaided",
        "Measured complexity",
        "Wrong answers people give",
        "Spot the error",
    ),
    "2_take_home": ("The question", "Wrong answers people give", "Spot the error"),
    "3_system_design": (
        "The prompt",
        "Clarify and frame",
        "Capacity",
        "Metrics",
        "Data and labels",
        "The miniature",
        "Serving",
        "Rollout, monitoring, failure",
        "Your design",
        "Rubric",
        "Model answer",
        "A weak answer",
    ),
    "4_engineering": ("The problem", "Deep dive", "Your answer", "Rubric", "Spot the error"),
    "5_behavioural": (
        "The question",
        "A weak answer",
        "A strong answer",
        "Your story",
        "Your two-minute answer",
        "Rubric",
        "Calibrate",
        "Revise",
        "Probes to expect",
        "One story at three levels",
        "Questions to ask back",
        "What a popular guide tells you to say",
        "Spot the error",
    ),
    "6_mock_loop": ("What happens in this round", "Spot the error"),
}
"""What a lesson has between its opening and its closing. It may have more sections."""
