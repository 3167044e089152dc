"""A report as a card (HTML) and as text.

The first group that failed is open; each further one is a line, which a card unfolds.
"""

from __future__ import annotations

from html import escape

from .reports import Report, Verdict

_MARKS = {"passed": "✓", "failed": "✗", "not written": "○", "not run": "–", "to study": "→"}
_WORDS = {
    "passed": "passed",
    "failed": "not passed",
    "not written": "not written yet",
    "not run": "not run",
    "to study": "the rest is to study",
}
_MUTED = "var(--jp-ui-font-color2, #616161)"
_COLOURS = {
    "passed": "var(--jp-success-color1, #2e7d32)",
    "failed": "var(--jp-error-color1, #c62828)",
    "not written": _MUTED,
    "not run": _MUTED,
    "to study": "var(--jp-info-color1, #1565c0)",
}
SAME_CAUSE = "Probably the same cause."
SAME_ERROR = "The same error."
_SAID_ONCE = ("shape", "syntax")
_CARD = (
    "border:1px solid var(--jp-border-color1, #bdbdbd);border-left:4px solid {colour};"
    "border-radius:4px;padding:.6em .9em;margin:.3em 0;max-width:52em;line-height:1.45"
)
_CODE = (
    "font-family:var(--jp-code-font-family, monospace);white-space:pre-wrap;"
    "overflow-wrap:anywhere;margin:0"
)


def headline(report: Report) -> str:
    """One line: the exercise, its points, its state."""
    points = f"{report.earned:g} of {report.points:g} points"
    return f"{report.exercise}: {points}, {_WORDS[report.state]}"


def advice(report: Report) -> str:
    """What to do next."""
    if report.problem:
        return report.problem
    if report.state == "not written":
        return "Write your answer in the cell above, run it, then run this cell again."
    if report.state == "to study":
        return "Each group is a part of the course. What you missed says where to begin."
    if report.state == "failed":
        return "Fix the first group that failed. If you're stuck, unfold a hint below the exercise."
    return "Every group passes." + _other_ways(report)


def _other_ways(report: Report) -> str:
    if not report.ways:
        return ""
    names = "; ".join(report.ways)
    return f' Two other ways to write it: {names}. solution("{report.exercise}") shows them.'


def as_text(report: Report, whole: str = "") -> str:
    """The card as lines of text; ``whole`` says where a call that was cut is to be had whole."""
    lines = [headline(report), advice(report)]
    opened = _opened(report)
    if not report.problem and report.state != "not written":
        for verdict in report.verdicts:
            points = f"{verdict.earned:g}/{verdict.points:g}"
            line = f"  {_MARKS[verdict.state]} {verdict.name} ({points})"
            if verdict is opened:
                lines += [line, *(f"      {each}" for each in _reasons(verdict, whole))]
            else:
                lines.append(": ".join(filter(None, [line, _in_short(verdict, opened)])))
    return "\n".join(lines)


def _opened(report: Report) -> Verdict | None:
    """The first group that failed."""
    return next((each for each in report.verdicts if each.state == "failed"), None)


def _has_same_cause(verdict: Verdict, opened: Verdict | None) -> bool:
    """Whether a failure probably has the cause of the one that is open.

    It has if both raised the same exception in the same line, met the same limit, are told the
    same of the answer's form, or if one call with one result made both fail.
    """
    return opened is not None and bool(verdict.cause) and verdict.cause == opened.cause


def _in_short(verdict: Verdict, opened: Verdict | None) -> str:
    """What the line of a group that is not open says, '' for one that passed."""
    if verdict.state == "passed":
        return ""
    if not _has_same_cause(verdict, opened):
        return verdict.message
    return SAME_ERROR if verdict.fault in _SAID_ONCE else SAME_CAUSE


def _reasons(verdict: Verdict, whole: str) -> list[str]:
    reasons = [verdict.message]
    for key, text in (verdict.counterexample or {}).items():
        reasons += [f"{key + ':':<10}{text}".replace("\n", "\n" + " " * 16)] if text else []
    return [*reasons, *filter(None, [whole if verdict.whole else "", verdict.nudge])]


def as_html(report: Report, whole: str = "") -> str:
    """The card as HTML: one labelled section, headings as text, no script.

    States are said in words and with a mark, never by colour alone. ``whole`` is that of `as_text`.
    """
    head = escape(headline(report))
    style = _CARD.format(colour=_COLOURS[report.state])
    parts = [
        f'<section class="mle-card" role="status" aria-label="{head}" style="{style}">',
        f"<p style='margin:0 0 .3em'><strong>{head}</strong></p>",
        f"<p style='margin:0 0 .3em'>{escape(advice(report))}</p>",
    ]
    if not report.problem and report.state != "not written":
        opened = _opened(report)
        parts.append("<ul style='list-style:none;padding:0;margin:0'>")
        parts += [_item(verdict, opened, whole) for verdict in report.verdicts]
        parts.append("</ul>")
    return "".join([*parts, "</section>"])


def _item(verdict: Verdict, opened: Verdict | None, whole: str) -> str:
    same = verdict is not opened and _has_same_cause(verdict, opened)
    title = _title(verdict, _MUTED if same else _COLOURS[verdict.state])
    if verdict is opened:
        return f"<li style='margin:.4em 0'>{title}{_body(verdict, whole)}</li>"
    if short := _in_short(verdict, opened):
        title = f"{title}. {escape(short)}"
    said_once = same and verdict.fault in _SAID_ONCE
    if verdict.state != "failed" or said_once or not (verdict.counterexample or verdict.nudge):
        return f"<li style='margin:.2em 0'>{title}</li>"
    summary = f"<summary style='cursor:pointer'>{title}</summary>"
    body = _body(verdict, whole)
    return f"<li style='margin:.2em 0'><details>{summary}{body}</details></li>"


def _title(verdict: Verdict, colour: str) -> str:
    mark = f"<span aria-hidden='true' style='color:{colour}'>{_MARKS[verdict.state]}</span>"
    points = f"{verdict.earned:g}/{verdict.points:g}"
    title = f"{mark} <strong>{escape(verdict.name)}</strong> {points}"
    # Why a group was not run says as much.
    return title if verdict.state == "not run" else f"{title}, {_WORDS[verdict.state]}"


def _body(verdict: Verdict, whole: str) -> str:
    body = f"<div>{escape(verdict.message)}</div>"
    for key, text in (verdict.counterexample or {}).items():
        body += _row(key, text) if text else ""
    if verdict.whole and whole:
        body += f"<div>{escape(whole)}</div>"
    if verdict.nudge:
        body += f"<div><em>{escape(verdict.nudge)}</em></div>"
    return f"<div style='margin-left:1.4em'>{body}</div>"


def _row(key: str, text: str) -> str:
    return (
        "<div style='display:flex;gap:.6em'>"
        f"<span style='min-width:5em'>{key}</span>"
        f"<pre tabindex='0' style='{_CODE}'>{escape(text)}</pre></div>"
    )
