"""A report as a card (HTML) and as text."""

from __future__ import annotations

from html import escape

from .reports import Report, Verdict

_MARKS = {"passed": "✓", "failed": "✗", "not written": "○", "to study": "→"}
_WORDS = {
    "passed": "passed",
    "failed": "not passed",
    "not written": "not written yet",
    "to study": "the rest is to study",
}
_COLOURS = {
    "passed": "var(--jp-success-color1, #2e7d32)",
    "failed": "var(--jp-error-color1, #c62828)",
    "not written": "var(--jp-ui-font-color2, #616161)",
    "to study": "var(--jp-info-color1, #1565c0)",
}
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
        return "Mend the first group that does not pass. The hints under the exercise are folded."
    return "Every group passes." + _other_ways(report)


def _other_ways(report: Report) -> str:
    if not report.ways:
        return ""
    names = "; ".join(report.ways)
    return f' Two other ways to write it: {names}. solution("{report.exercise}") shows them.'


def as_text(report: Report) -> str:
    """The card as lines of text."""
    lines = [headline(report), advice(report)]
    if not report.problem and report.state != "not written":
        for verdict in report.verdicts:
            points = f"{verdict.earned:g}/{verdict.points:g}"
            lines.append(f"  {_MARKS[verdict.state]} {verdict.name} ({points})")
            lines += [f"      {line}" for line in _reasons(verdict)]
    return "\n".join(lines)


def _reasons(verdict: Verdict) -> list[str]:
    if verdict.state == "passed":
        return []
    found = [verdict.message]
    for key, text in (verdict.counterexample or {}).items():
        found += [f"{key + ':':<10}{text}".replace("\n", "\n" + " " * 16)]
    return found + ([verdict.nudge] if verdict.nudge else [])


def as_html(report: Report) -> str:
    """The card as HTML: one labelled section, headings as text, no script.

    States are said in words and with a mark, never by colour alone.
    """
    head = escape(headline(report))
    style = _CARD.format(colour=_COLOURS[report.state])
    parts = [
        f'<section class="mle-card" role="status" aria-label="{head}" style="{style}">',
        f"<p style='margin:0 0 .3em'><strong>{head}</strong></p>",
        f"<p style='margin:0 0 .3em'>{escape(advice(report))}</p>",
    ]
    if not report.problem and report.state != "not written":
        parts.append("<ul style='list-style:none;padding:0;margin:0'>")
        parts += [_item(verdict) for verdict in report.verdicts]
        parts.append("</ul>")
    return "".join([*parts, "</section>"])


def _item(verdict: Verdict) -> str:
    mark = (
        f"<span aria-hidden='true' style='color:{_COLOURS[verdict.state]}'>"
        f"{_MARKS[verdict.state]}</span>"
    )
    points = f"{verdict.earned:g}/{verdict.points:g}"
    title = f"{mark} <strong>{escape(verdict.name)}</strong> {points}, {_WORDS[verdict.state]}"
    if verdict.state == "passed":
        return f"<li style='margin:.2em 0'>{title}</li>"
    body = f"<div>{escape(verdict.message)}</div>"
    if verdict.counterexample:
        body += "".join(_row(key, text) for key, text in verdict.counterexample.items())
    if verdict.nudge:
        body += f"<div><em>{escape(verdict.nudge)}</em></div>"
    return f"<li style='margin:.4em 0'>{title}<div style='margin-left:1.4em'>{body}</div></li>"


def _row(key: str, text: str) -> str:
    return (
        "<div style='display:flex;gap:.6em'>"
        f"<span style='min-width:5em'>{key}</span>"
        f"<pre tabindex='0' style='{_CODE}'>{escape(text)}</pre></div>"
    )
