"""Where the boxes and arrows of a sheet's picture go.

Stages stand in columns along the request, those at the same time below each other. What stands in
for them is in a row above; what brings the data is in rows below, in columns from its source on.
Arrows run in the gutters between columns and in the lanes between rows, each origin on a track of
its own, so that none crosses a box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .architecture import Architecture, Steps, in_order

WIDTH, HEIGHT = 176, 104
"""Of a box, in pixels."""
HEAD = 64
"""The room for the headline above the boxes."""
TRACK, MARGIN = 8, 14
Point = tuple[float, float]


@dataclass
class _Tracks:
    """The tracks of gutters or lanes: by number, who runs there."""

    users: dict[int, list[str]] = field(default_factory=dict)

    def take(self, number: int, user: str) -> None:
        there = self.users.setdefault(number, [])
        if user not in there:
            there.append(user)

    def room(self, number: int) -> int:
        return MARGIN + TRACK * len(self.users.get(number, ()))

    def offset(self, number: int, user: str) -> int:
        """How far before the next box the track of ``user`` runs."""
        return MARGIN + TRACK * self.users[number].index(user)


@dataclass(frozen=True)
class Arrow:
    """A line through these points to a head at the last; ``origin`` None is the request's."""

    points: tuple[Point, ...]
    origin: str | None


class Layout:
    """The corners of all boxes, and the arrows. ``above`` are the stand-ins' names."""

    def __init__(self, sheet: Architecture) -> None:
        self._sheet = sheet
        self._cells: dict[str, tuple[int, int]] = {}
        self.above = [
            name
            for name in dict.fromkeys(sheet.fallback.values())
            if name in sheet.components and name not in sheet.stages
        ]
        top = 1 if self.above else 0
        width, height = self._place_request(sheet.request, 0, top)
        self._place_stand_ins(width)
        self._first_below = top + height
        self._place_updates()
        self._gutters, self._lanes = _Tracks(), _Tracks()
        self._arrivals: dict[str, int] = {}
        self._paths = [*self._request_paths(), *self._update_paths()]
        self.columns = 1 + max(column for column, _ in self._cells.values())
        self.rows = 1 + max(row for _, row in self._cells.values())

    # --- cells ---------------------------------------------------------------------------------

    def _place_request(self, steps: Steps, column: int, row: int) -> tuple[int, int]:
        """Place these steps from a cell on; returns the columns and rows that they take."""
        start, height = column, 1
        for step in steps:
            if isinstance(step, str):
                self._cells[step] = (column, row)
                column += 1
                continue
            widest, below = 0, 0
            for branch in step:
                columns, rows = self._place_request(in_order(branch), column, row + below)
                widest, below = max(widest, columns), below + rows
            column, height = column + widest, max(height, below)
        return column - start, height

    def _place_stand_ins(self, width: int) -> None:
        taken: set[int] = set()
        for name in self.above:
            stood_for = [stage for stage, other in self._sheet.fallback.items() if other == name]
            cells = [self._cells[stage] for stage in stood_for if stage in self._cells]
            column = cells[0][0] if cells else width - 1
            while column in taken:
                column += 1
            taken.add(column)
            self._cells[name] = (column, 0)

    def _place_updates(self) -> None:
        depth = self._depths()
        taken: set[tuple[int, int]] = set()
        for chain in self._sheet.updates:
            row = None
            for name in chain:
                if name not in self._cells:
                    at = self._first_below if row is None else row
                    while (depth[name], at) in taken:
                        at += 1
                    taken.add((depth[name], at))
                    self._cells[name] = (depth[name], at)
                row = self._cells[name][1] if self._cells[name] in taken else None

    def _depths(self) -> dict[str, int]:
        """The columns of what brings data: one more than that of any that comes before it."""
        names = [name for chain in self._sheet.updates for name in chain]
        depth = {name: int(name in self._sheet.components) for name in names}
        for _ in depth:
            for a, b in self._sheet.edges:
                if b not in self._cells and a not in self._cells:
                    depth[b] = max(depth[b], depth[a] + 1)
        return depth

    # --- arrows --------------------------------------------------------------------------------

    def _request_paths(self) -> list[tuple[str, str, int | None, str | None]]:
        pairs = list(_following(self._sheet.request))
        for a, b in pairs:
            if self._cells[a][1] != self._cells[b][1]:
                self._gutters.take(self._cells[b][0], "")
        return [(a, b, None, None) for a, b in pairs]

    def _update_paths(self) -> list[tuple[str, str, int | None, str | None]]:
        paths: list[tuple[str, str, int | None, str | None]] = []
        for a, b in self._sheet.edges:
            (a_column, a_row), (b_column, b_row) = self._cells[a], self._cells[b]
            neighbours = b_column == a_column + 1 and min(a_row, b_row) >= self._first_below
            lane = None
            if not neighbours:
                lane = b_row if a_row < b_row else b_row + 1
                self._lanes.take(lane, a)
            if not neighbours or a_row != b_row:
                self._gutters.take(a_column + 1, a)
            paths.append((a, b, lane, a))
        return paths

    def corner(self, name: str) -> Point:
        """The upper left corner of a box."""
        column, row = self._cells[name]
        return self._left(column), self._top(row)

    def _left(self, column: int) -> float:
        return column * WIDTH + sum(12 + self._gutters.room(each) for each in range(column + 1))

    def _top(self, row: int) -> float:
        band = 16 if row >= self._first_below else 0
        return HEAD + band + row * HEIGHT + sum(10 + self._lanes.room(r) for r in range(row + 1))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole picture."""
        below = self._lanes.room(self.rows) if self.rows in self._lanes.users else MARGIN
        return self._left(self.columns), self._top(self.rows - 1) + HEIGHT + below

    def arrows(self) -> Iterator[Arrow]:
        """All arrows: the request's, then those of the data."""
        for name in _first_of(self._sheet.request):
            x, y = self.corner(name)
            yield Arrow(((x - 20, y + HEIGHT / 2), (x, y + HEIGHT / 2)), None)
        self._arrivals = {}
        for a, b, lane, origin in self._paths:
            points = self._request_line(a, b) if origin is None else self._update_line(a, b, lane)
            yield Arrow(tuple(points), origin)

    def _request_line(self, a: str, b: str) -> list[Point]:
        (ax, ay), (bx, by) = self.corner(a), self.corner(b)
        start, end = (ax + WIDTH, ay + HEIGHT / 2), (bx, by + HEIGHT / 2)
        if ay == by:
            return [start, end]
        x = bx - self._gutters.offset(self._cells[b][0], "")
        return [start, (x, start[1]), (x, end[1]), end]

    def _update_line(self, a: str, b: str, lane: int | None) -> list[Point]:
        (ax, ay), (bx, by) = self.corner(a), self.corner(b)
        arrival = self._arrivals[b] = self._arrivals.get(b, -1) + 1
        is_stage = a in self._sheet.stages or a in self.above
        start = (ax + WIDTH, ay + HEIGHT * (0.75 if is_stage else 0.5))
        if lane is None and ay == by:
            return [start, (bx, start[1])]
        column = self._cells[a][0] + 1
        x = self._left(column) - self._gutters.offset(column, a)
        if lane is None:
            end = (bx, by + HEIGHT / 2 + 10 * arrival)
            return [start, (x, start[1]), (x, end[1]), end]
        y = self._top(lane) - self._lanes.offset(lane, a)
        port = bx + 28 + 18 * arrival
        edge = by if y < by else by + HEIGHT
        return [start, (x, start[1]), (x, y), (port, y), (port, edge)]


def _first_of(steps: Steps) -> list[str]:
    """The stages that a way begins with."""
    first = steps[0]
    if isinstance(first, str):
        return [first]
    return [name for branch in first for name in _first_of(in_order(branch))]


def _last_of(steps: Steps) -> list[str]:
    last = steps[-1]
    if isinstance(last, str):
        return [last]
    return [name for branch in last for name in _last_of(in_order(branch))]


def _following(steps: Steps) -> Iterator[tuple[str, str]]:
    """Pairs of stages of which the second is called after the first."""
    for before, after in zip(steps, steps[1:]):
        for a in _last_of((before,)):
            for b in _first_of((after,)):
                yield a, b
    for step in steps:
        if not isinstance(step, str):
            for branch in step:
                yield from _following(in_order(branch))
