"""A sheet as an inline SVG, whose text has the colour of the page that it is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from .architecture import REQUEST, Architecture, Component, Steps, in_order
from .breach import Breach
from .layout import HEIGHT, WIDTH, Arrow, Layout, Point
from .load import dollars, loads
from .words import figure, rate, span

BLUE, GREEN, AMBER, RED, GREY = "#3b82c4", "#2f9e6e", "#d97706", "#d1495b", "#8a8f98"
OF_SOURCES = ("#2f9e6e", "#b4549a", "#8a8f2a", "#d97706")
CAPTION = (
    "Blue is the request; other arrows bring data, coloured by its source. A bar shows the load of "
    "the copies, and the tick what is left of them when one zone of three is lost."
)
_SCROLL = "overflow-x:auto;max-width:100%;margin:.6em 0"


def drawing(sheet: Architecture, breaches: Sequence[Breach] = ()) -> str:
    """The picture and its caption as HTML; on a narrow page it scrolls sideways."""
    return (
        f'<figure class="mle-sheet" style="margin:0">'
        f'<div tabindex="0" role="group" aria-label="Architecture" style="{_SCROLL}">'
        f"{svg(sheet, breaches)}</div>"
        f'<figcaption style="font-size:.85em;opacity:.8">{escape(CAPTION)}</figcaption></figure>'
    )


def svg(sheet: Architecture, breaches: Sequence[Breach] = ()) -> str:
    """The picture; components that a breach names are marked with its rule."""
    layout = Layout(sheet)
    width, height = layout.size
    width = max(width, 620)
    broken: dict[str, list[str]] = {}
    for breach in breaches:
        for name in breach.names:
            broken.setdefault(name, []).append(breach.rule)
    shapes = [*_headline(sheet, width), *_arrows(sheet, layout)]
    carried = loads(sheet)
    for name, here in sheet.components.items():
        shapes += _Box(sheet, here, layout.corner(name), carried[name]).shapes(
            broken.get(name, []), name in layout.above
        )
    used = {chain[0] for chain in sheet.updates}
    for source, events in sheet.prompt.sources.items():
        if source in used:
            shapes += _source(source, events, layout.corner(source), _colour(sheet, source))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-label="{escape(words(sheet, breaches), quote=True)}" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'style="display:block;color:inherit;max-width:none" fill="currentColor" '
        f'font-family="system-ui,sans-serif" font-size="11">{"".join(shapes)}</svg>'
    )


def words(sheet: Architecture, breaches: Sequence[Breach] = ()) -> str:
    """The picture in words."""
    said = [f"A request calls {_way(sheet.request)}."]
    said += [f"Data: {', '.join(' to '.join(chain) for chain in sheet.updates)}."] * bool(
        sheet.updates
    )
    said.append(_time_in_words(sheet))
    said += [f"Broken: {breach}" for breach in breaches]
    return " ".join(said)


def _way(steps: Steps) -> str:
    return ", then ".join(
        step
        if isinstance(step, str)
        else f"at the same time {' and '.join(_way(in_order(branch)) for branch in step)}"
        for step in steps
    )


def _time_in_words(sheet: Architecture) -> str:
    half, most = (round(sheet.time.quantile(share)) for share in (0.5, 0.99))
    beyond = "more than " if sheet.time.is_beyond(0.99) else ""
    return (
        f"Half of the requests take up to {figure(half)} ms, 99 of 100 up to {beyond}"
        f"{figure(most)} of {figure(sheet.prompt.budget_ms)} ms."
    )


def _headline(sheet: Architecture, width: float) -> Iterator[str]:
    budget = sheet.prompt.budget_ms
    month = sum(dollars(sheet).values())
    yield _text((8, 16), _time_in_words(sheet), size=12)
    price = f"A month costs {figure(round(month))} of {figure(sheet.prompt.month)} dollars."
    whole = sheet.fallback.get(REQUEST)
    yield _text((8, 48), f"{price} If the request fails: {whole}." if whole else price, size=12)
    half, most = (min(sheet.time.quantile(share), 1.5 * budget) for share in (0.5, 0.99))
    scale = min(width - 16, 600) / max(budget, most)
    colour = GREEN if sheet.time.quantile(0.99) <= budget * 1.01 else RED
    yield _bar((8, 24), budget * scale, GREY, 0.3)
    yield _bar((8, 24), most * scale, colour, 0.5)
    yield _bar((8, 24), half * scale, colour, 1)


def _colour(sheet: Architecture, name: str) -> str:
    """The colour of the first source that a component has data from."""
    for source, colour in zip(sheet.prompt.sources, OF_SOURCES * len(sheet.prompt.sources)):
        if name == source or name in sheet.reached(source):
            return colour
    return GREY


def _arrows(sheet: Architecture, layout: Layout) -> Iterator[str]:
    for arrow in layout.arrows():
        yield _arrow(arrow, BLUE if arrow.origin is None else _colour(sheet, arrow.origin))


def _arrow(arrow: Arrow, colour: str) -> str:
    (x0, y0), (x, y) = arrow.points[-2:]
    right, down = (x > x0) - (x < x0), (y > y0) - (y < y0)
    head = [
        (x, y),
        (x - 7 * right - 4 * down, y - 7 * down - 4 * right),
        (x - 7 * right + 4 * down, y - 7 * down + 4 * right),
    ]
    line = "L".join(f"{each:.1f} {other:.1f}" for each, other in arrow.points)
    corners = " ".join(f"{each:.1f},{other:.1f}" for each, other in head)
    return (
        f'<path d="M{line}" fill="none" stroke="{colour}" stroke-width="1.5"></path>'
        f'<polygon points="{corners}" fill="{colour}"></polygon>'
    )


class _Box:
    """A component: what it is, what it carries, what it holds, what happens without it."""

    def __init__(self, sheet: Architecture, here: Component, corner: Point, carried: float) -> None:
        self._sheet, self._here, self._carried = sheet, here, carried
        self._x, self._y = corner
        self._is_stage = here.name in sheet.stages

    def shapes(self, rules: Sequence[str], stands_in: bool) -> Iterator[str]:
        here = self._here
        colour = RED if rules else BLUE if self._is_stage else GREY
        dashes = ' stroke-dasharray="5 4"' if stands_in else ""
        yield (
            f'<rect x="{self._x:g}" y="{self._y:g}" width="{WIDTH}" height="{HEIGHT}" rx="7" '
            f'fill="{colour}" fill-opacity=".1" stroke="{colour}" '
            f'stroke-width="{2.5 if rules else 1.3}"{dashes}></rect>'
        )
        yield self._left(18, _cut(here.name, 14 if rules else 22), size=13, bold=True)
        if rules:
            yield self._right(18, f"✗ {_cut(', '.join(rules), 14)}", bold=True)
        copies = f" × {figure(here.copies)}" if here.part.copies else ""
        yield self._left(35, f"{here.kind}{copies}")
        yield self._right(35, self._speed())
        yield from self._use()
        if here.holds:
            yield self._left(82, _cut(f"holds {', '.join(here.holds)}", 30))
        if here.name in self._sheet.fallback:
            yield self._left(97, _cut(f"if down: {self._sheet.fallback[here.name]}", 30))
        elif stands_in:
            yield self._left(97, _cut(f"stands in for {self._stood_for()}", 28))

    def _stood_for(self) -> str:
        stages = [a for a, b in self._sheet.fallback.items() if b == self._here.name]
        return ", ".join("the request" if each == REQUEST else each for each in stages)

    def _speed(self) -> str:
        here = self._here
        if here.kind == "job" and here.minutes:
            return f"every {_brief(here.minutes)}"
        if here.part.ms is None or not self._is_stage:
            return ""
        median, p99 = here.ms
        said = f"{here.calls} calls, " if here.calls > 1 else ""
        said += f"hit {here.hit:.0%}, " if here.hit else ""
        return f"{said}{figure(round(median, 1))}–{figure(round(p99, 1))} ms"

    def _use(self) -> Iterator[str]:
        """How much of what it carries, or of its time, is used."""
        here, prompt = self._here, self._sheet.prompt
        if here.kind == "job" and here.minutes and self._sheet.builds[here.name]:
            takes = self._sheet.run_minutes(here.name)
            yield self._left(52, f"a run takes {_brief(takes)}")
            yield from self._bars(takes / here.minutes, GREEN if takes <= here.minutes else RED)
        elif here.part.per_second and here.kind != "job" and self._carried:
            capacity = here.part.per_second * here.copies
            zone_counts = prompt.zone_unnoticed and self._is_stage
            safe = here.part.per_second * (here.left if zone_counts else here.copies)
            colour = GREEN if self._carried <= safe * 1.001 else AMBER
            colour = RED if self._carried > capacity * 1.001 else colour
            unit = "items" if here.part.scores_items else ""
            text = f"{rate(self._carried)} of {rate(capacity)} {unit} per s".replace("  ", " ")
            yield self._left(52, text)
            yield from self._bars(self._carried / capacity, colour)
            if safe < capacity:
                x = self._x + 10 + (WIDTH - 20) * safe / capacity
                yield (
                    f'<path d="M{x:.1f} {self._y + 56:g}v12" stroke="currentColor" '
                    'stroke-width="1.5"></path>'
                )

    def _bars(self, share: float, colour: str) -> Iterator[str]:
        at = (self._x + 10, self._y + 59)
        yield _bar(at, WIDTH - 20, GREY, 0.3)
        yield _bar(at, (WIDTH - 20) * min(share, 1), colour, 1)

    def _left(self, down: float, text: str, size: float = 11, bold: bool = False) -> str:
        return _text((self._x + 10, self._y + down), text, size=size, bold=bold)

    def _right(self, down: float, text: str, bold: bool = False) -> str:
        return _text((self._x + WIDTH - 10, self._y + down), text, bold=bold, anchor="end")


def _source(name: str, events: float, corner: Point, colour: str) -> Iterator[str]:
    x, y = corner
    middle = x + WIDTH / 2
    yield (
        f'<rect x="{x:g}" y="{y + 24:g}" width="{WIDTH}" height="{HEIGHT - 48}" rx="28" '
        f'fill="{colour}" fill-opacity=".1" stroke="{colour}" stroke-width="1.3"></rect>'
    )
    yield _text((middle, y + 49), name, size=13, bold=True, anchor="middle")
    yield _text(
        (middle, y + 65), f"{rate(events)} event{'s' * (events != 1)} per s", anchor="middle"
    )


def _brief(minutes: float) -> str:
    if minutes < 1:
        return "under 1 min"
    text = span(round(minutes, 1) if minutes < 10 else round(minutes))
    return text.replace(" minutes", " min").replace(" minute", " min").replace(" hours", " h")


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _text(
    at: Point, text: str, *, size: float = 11, bold: bool = False, anchor: str = "start"
) -> str:
    size_of = f' font-size="{size:g}"' if size != 11 else ""
    weight = ' font-weight="600"' if bold else ""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{at[0]:g}" y="{at[1]:g}"{size_of}{weight}{where}>{escape(text)}</text>'


def _bar(at: Point, width: float, colour: str, opacity: float) -> str:
    return (
        f'<rect x="{at[0]:g}" y="{at[1]:g}" width="{max(width, 0):.1f}" height="6" rx="2" '
        f'fill="{colour}" fill-opacity="{opacity:g}"></rect>'
    )
