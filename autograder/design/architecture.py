"""A design sheet that was read: its components, the way of a request, the ways of the data."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .latency import Time, slowest
from .parts import MODELS, Part
from .prompt import Prompt

SKIP, LAST, NOTHING = "skip", "last", "nothing"
OUTCOMES = {
    SKIP: "go on without this stage",
    LAST: "what was shown or held last stays",
    NOTHING: "an empty place on the screen",
}
"""What a fallback may be besides a component."""
REQUEST = "request"

Steps = tuple["str | Steps", ...]
"""A way: names in order. A tuple within is called at the same time, a tuple in that in order."""


@dataclass(frozen=True)
class Component:
    """One box of a sheet. ``kind`` is the name of its part."""

    name: str
    kind: str
    part: Part
    copies: int = 1
    holds: tuple[str, ...] = ()
    minutes: float | None = None
    items: int = 1
    calls: int = 1
    hit: float = 0.0
    timeout_ms: float | None = None
    versions: int = 2

    @property
    def left(self) -> int:
        """The copies that are left when one zone of three is lost."""
        return self.copies - math.ceil(self.copies / 3)

    @property
    def decides(self) -> bool:
        """Whether its hits are its own verdicts: a cheap model in front of an expensive one."""
        return self.kind in MODELS

    @property
    def ms(self) -> tuple[float, float]:
        """Median and p99 of one call, with its items."""
        assert self.part.ms is not None  # a stage answers requests
        hundreds = self.items / 100 if self.part.scores_items or self.kind == "device" else 0.0
        median, p99 = (
            base + more * hundreds for base, more in zip(self.part.ms, self.part.ms_per_100)
        )
        return median, p99

    def time(self, step: float) -> Time:
        """The distribution of one visit: the slowest of its calls, cut off at its time limit."""
        return Time.of_call(*self.ms, step, calls=self.calls, limit=self.timeout_ms)


@dataclass(frozen=True)
class Stage:
    """A component on the way of a request.

    ``share`` of the requests reach it. An answer may have been in caches for ``kept`` minutes, and
    a hit of one of ``missed``, which have ready answers or decide by themselves, never comes here.
    """

    name: str
    share: float
    kept: float
    missed: tuple[str, ...]


@dataclass(frozen=True)
class Architecture:
    """A sheet as `reading.read` returns it."""

    prompt: Prompt
    components: Mapping[str, Component]
    request: Steps
    updates: tuple[tuple[str, ...], ...]
    fallback: Mapping[str, str]

    # --- the way of a request ------------------------------------------------------------------

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """The components of the request by name, in the order of the sheet."""
        stages: dict[str, Stage] = {}

        def follow(steps: Steps, share: float, kept: float, missed: tuple[str, ...]) -> None:
            for step in steps:
                if not isinstance(step, str):
                    for branch in step:
                        follow(in_order(branch), share, kept, missed)
                    continue
                stages[step] = Stage(step, share, kept, missed)
                here = self.components[step]
                if here.hit:
                    share *= 1 - here.hit
                    is_cache = not (here.holds or here.decides)
                    missed = missed if is_cache else (*missed, step)
                    kept += here.minutes or 0.0 if is_cache else 0.0

        follow(self.request, 1.0, 0.0, ())
        return stages

    @cached_property
    def step_ms(self) -> float:
        """The grid on which time is computed: a 200th of the budget."""
        return self.prompt.budget_ms / 200

    @cached_property
    def time(self) -> Time:
        """The time of a request, from the device and back."""
        return self._time(self.request, on_device=True)

    def _time(self, steps: Steps, *, on_device: bool) -> Time:
        """The time of these steps; the network comes before the first that leaves the device."""
        if not steps:
            return Time.none(self.step_ms)
        step, rest = steps[0], steps[1:]
        if not isinstance(step, str):
            branches = [self._time(in_order(each), on_device=on_device) for each in step]
            stays = on_device and all(self._stays(each) for each in names_of((step,)))
            return slowest(branches).then(self._time(rest, on_device=stays))
        here, stays = self.components[step], on_device and self._stays(step)
        after = self._time(rest, on_device=stays).only(1 - here.hit)
        time = here.time(self.step_ms).then(after)
        return self.network.then(time) if on_device and not stays else time

    @cached_property
    def network(self) -> Time:
        return Time.of_call(*self.prompt.network_ms, self.step_ms)

    def _stays(self, name: str) -> bool:
        return self.components[name].kind == "device"

    # --- the ways of the data ------------------------------------------------------------------

    @cached_property
    def edges(self) -> tuple[tuple[str, str], ...]:
        """The arrows of the updates, each once."""
        pairs = (pair for chain in self.updates for pair in zip(chain, chain[1:]))
        return tuple(dict.fromkeys(pairs))

    def reached(self, start: str) -> frozenset[str]:
        """Everything that data from ``start`` comes to."""
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            here = waiting.pop()
            new = {b for a, b in self.edges if a == here} - seen
            seen |= new
            waiting += new
        return frozenset(seen)

    @cached_property
    def builds(self) -> Mapping[str, frozenset[str]]:
        """The data that each job builds: it is on a way from the source to a holder."""
        holders = [(data, name) for name, here in self.components.items() for data in here.holds]
        return {
            job: frozenset(
                data
                for data, holder in holders
                if holder in self.reached(job)
                and job in self.reached(self.prompt.data[data].source)
            )
            for job, here in self.components.items()
            if here.kind == "job"
        }

    def run_minutes(self, job: str, data: frozenset[str] | None = None) -> float:
        """The minutes that one run of a job takes, for some of its data or for all."""
        here = self.components[job]
        work = sum(self.prompt.data[each].build for each in data or self.builds[job])
        assert here.part.per_second  # a job works on so many items
        return work / (here.copies * here.part.per_second) / 60

    def youngest(self, data: str, holder: str) -> list[tuple[str, float]] | None:
        """The way on which ``data`` gets to its holder soonest, None if there is none.

        Each component of it comes with the minutes that it adds to the age, at worst.
        """
        source = self.prompt.data[data].source
        ages: dict[str, tuple[float, list[tuple[str, float]]]] = {source: (0.0, [])}
        waiting = {source}
        while waiting:
            here = min(waiting, key=lambda name: ages[name][0])
            waiting.remove(here)
            age, before = ages[here]
            for a, b in self.edges:
                if a != here:
                    continue
                adds = self._adds(a, b, data)
                if b not in ages or age + adds < ages[b][0]:
                    ages[b] = (age + adds, [*before, (b, adds)])
                    waiting.add(b)
        return ages[holder][1] if holder in ages else None

    def _adds(self, before: str, name: str, data: str) -> float:
        """The minutes by which data from ``before`` is older when ``name`` passes it on."""
        here = self.components[name]
        if here.kind == "job":
            return (here.minutes or 0.0) + self.run_minutes(name)
        if here.kind == "device":
            on_this_device = before in self.prompt.sources and self.prompt.data[data].own
            pushed = before in self.components and self.components[before].kind == "push"
            return 0.0 if on_this_device or pushed else self.fetch_minutes(name)
        return max(here.part.minutes or 0.0, here.minutes or 0.0)

    def fetch_minutes(self, device: str) -> float:
        """The minutes between two fetches of a device: a day, unless the sheet says otherwise."""
        return self.components[device].minutes or 1_440.0

    @cached_property
    def fetches(self) -> tuple[tuple[str, str, frozenset[str]], ...]:
        """Who devices get data from: (component, device, the data that comes this way)."""
        return tuple(
            (a, b, data)
            for a, b in self.edges
            if self.components[b].kind == "device" and a in self.components
            if (
                data := frozenset(
                    each
                    for each in self.components[b].holds
                    if a in self.reached(self.prompt.data[each].source)
                )
            )
        )


def in_order(branch: str | Steps) -> Steps:
    """A branch as steps: a name alone is a way of one step."""
    return (branch,) if isinstance(branch, str) else branch


def names_of(steps: Steps) -> Iterator[str]:
    """All names of a way, in the order of the sheet."""
    for step in steps:
        if isinstance(step, str):
            yield step
        else:
            yield from names_of(step)
