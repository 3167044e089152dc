"""The frame of a page that stands alone: one file, light and dark, readable on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

_STYLE = """
:root { color-scheme: light dark;
  --paper: light-dark(#fdfcfa, #16181b); --raised: light-dark(#f4f2ed, #1f2226);
  --line: light-dark(#dcd8d0, #373b41); --ink: light-dark(#22252a, #dcdee1);
  --quiet: light-dark(#5a5e65, #a4a9b0); --good: light-dark(#1d6b2b, #86d292);
  --late: light-dark(#84460a, #e4ba7d); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 66rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
  "Liberation Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .5rem; }
p { margin: .4rem 0; max-width: 46rem; }
a { color: light-dark(#14559e, #8fbcf5); }
.quiet { color: var(--quiet); }
.late { color: var(--late); font-weight: 600; }
.good { color: var(--good); }
.next { background: var(--raised); border: 1px solid var(--line); border-radius: 6px;
  padding: .8rem 1.1rem; margin: 1rem 0; }
.next h2 { margin-top: 0; }
.next ol { margin: .2rem 0; padding-left: 1.4rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); padding-bottom: .3rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th { font-weight: 600; }
thead th { color: var(--quiet); font-weight: 500; font-size: .9rem; }
.number { text-align: right; }
.number, .day { white-space: nowrap; }
tbody .name { min-width: 9rem; }
.group th { padding-top: 1.1rem; color: var(--quiet); font-weight: 500; }
.plots { display: grid; gap: 1.2rem 2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); }
figure { margin: 0; }
figure div { overflow-x: auto; }
figure img { width: 100%; min-width: 24rem; max-width: 42rem; height: auto; display: block; }
figcaption { color: var(--quiet); max-width: 46rem; }
.bar { display: inline-block; width: 6rem; height: .55rem; border: 1px solid var(--quiet);
  border-radius: 3px; overflow: hidden; vertical-align: middle; }
.bar i { display: block; height: 100%; background: light-dark(#3b82c4, #5b9bd5); }
@media (max-width: 40rem) { .less, .bar { display: none; } th, td { padding: .3rem; } }
@media print { :root { color-scheme: light; } body { font-size: 10pt; padding: 0; max-width: none; }
  h2 { break-after: avoid; } figure, tr, .next { break-inside: avoid; } a { color: inherit; }
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def page(title: str, body: Iterable[str]) -> bytes:
    """A page of HTML with a title; ``body`` is HTML."""
    return (
        '<!doctype html>\n<html lang="en">\n<!-- Written by mle. -->\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    ).encode()


@dataclass(frozen=True)
class Column:
    """A column of a table: its head and the class of its cells."""

    head: str
    style: str = ""


def table(
    caption: str, columns: Sequence[Column], groups: Mapping[str, Iterable[Sequence[str]]]
) -> str:
    """A table; cells are HTML, and the first of a row is its head.

    Rows come in groups, each under its name; the name of an only group may be empty.
    """
    heads = "".join(f"<th{_class(each)} scope='col'>{escape(each.head)}</th>" for each in columns)
    bodies = []
    for name, rows in groups.items():
        lines = []
        if name:
            span = f"<th colspan='{len(columns)}' scope='rowgroup'>{escape(name)}</th>"
            lines.append(f"<tr class='group'>{span}</tr>")
        for first, *others in rows:
            cells = "".join(f"<td{_class(c)}>{text}</td>" for c, text in zip(columns[1:], others))
            lines.append(f"<tr><th{_class(columns[0])} scope='row'>{first}</th>{cells}</tr>")
        bodies.append("<tbody>\n" + "\n".join(lines) + "\n</tbody>")
    label = escape(caption)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<caption>{label}</caption><thead><tr>{heads}</tr></thead>\n"
        + "\n".join(bodies)
        + "</table></div>"
    )


def _class(column: Column) -> str:
    return f" class='{column.style}'" if column.style else ""


def figure(picture: str, caption: str) -> str:
    """A picture (HTML) with what it says in words under it."""
    scrolled = f'<div role="group" tabindex="0" aria-label="Plot">{picture}</div>'
    return f"<figure>{scrolled}<figcaption>{escape(caption)}</figcaption></figure>"


def bar(part: float, whole: float) -> str:
    """A bar that is filled to ``part`` of ``whole``; the numbers stand beside it."""
    share = min(1.0, part / whole) if whole else 0
    return f'<span class="bar" aria-hidden="true"><i style="width:{share:.0%}"></i></span>'
