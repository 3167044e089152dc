"""What a card says of a sheet, in Markdown: the numbers of the prompt, parts, keys, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .architecture import OUTCOMES
from .parts import Part
from .prompt import Prompt
from .rules import GROUPS, RULES
from .words import figure, span

KEYS = """\
| key of a component | for | meaning |
|---|---|---|
| `part` | all | a name of the table of parts |
| `copies` | all but rented parts and devices | how many you run |
| `holds` | services, stores, devices | data of the prompt that is there |
| `minutes` | `job`, `device` | time between two starts, two fetches (a day unless written) |
| | a cache with a `hit` | how long it keeps an answer, 1 or more |
| | other holders | time between two reloads |
| `items` | `vectors`, rankers, `device` | items scored in one request |
| `calls` | stages | calls of one request at the same time; it waits for the slowest |
| `hit` | caches, ready answers, rankers | share answered here; what follows sees the rest |
| `timeout_ms` | stages with a fallback | time limit after which the fallback answers |
| `versions` | what is built | 2 unless written: the one in use, and the one to go back to |"""

NOTES = """\
- **Time.** A p99 is the time that 99 of 100 calls stay within. p99s don't add up, because
  stages are seldom slow in the same request: the check adds whole distributions, and takes
  stages to be slow independently. With 40 calls at the same time, a third of the requests meet
  a call beyond its p99.
- **Zones.** Copies are spread over three zones. Of n copies, n minus a third (rounded up) are
  left.
- **Load.** A stage gets the share of the peak that reaches it, times its `calls` and `items`. A
  queue or a stream gets every event. A fallback that isn't called anyway must carry the peak
  too.
- **Jobs.** A job builds all the data that comes through it to a holder. A run takes the items
  of all these builds, divided by its copies times 1,000 per second. Its output is as old as its
  `minutes` and its run together.
- **Devices** fetch from an edge, a file, a service or a store, or get a push. They have the
  rest already: only what changed since the last time is sent. A push goes out when the job
  before it has run, without one with every event, to every device.
- **Failure.** A fallback holds an answer, or what the prompt calls enough when something is
  down; what keeps answers (a `hit`) will do. Guards are never skipped. With `versions` 1, the
  data must be built again in time; a ranker always has 2.
- **Money.** A month has 30 days of the average rate. At most 30 components."""


def prompt_table(prompt: Prompt) -> str:
    """The numbers that the interviewer gives, one per row."""
    rows = "\n".join(f"| {name} | {value} |" for name, value in _numbers(prompt))
    return f"| the prompt says | |\n|---|---|\n{rows}"


def _numbers(prompt: Prompt) -> Iterator[tuple[str, str]]:
    yield (
        "requests per second",
        f"{figure(prompt.peak)} at the peak, {figure(prompt.average)} on average",
    )
    yield "time", f"99 of 100 requests within {figure(prompt.budget_ms)} ms, network included"
    median, p99 = prompt.network_ms
    yield (
        "network",
        f"median {figure(median)} ms, p99 {figure(p99)} ms, once, unless only the device answers",
    )
    yield "money", f"{figure(prompt.month)} dollars a month"
    events = [f"`{name}` {figure(rate)}" for name, rate in prompt.sources.items()]
    yield "sources, events per second", ", ".join(events)
    if prompt.devices:
        yield "devices that can fetch", figure(prompt.devices)
    yield "an answer is made of", _sets(prompt.answers)
    if prompt.guards:
        yield "every answer is held against", _names(sorted(prompt.guards))
    if prompt.spares:
        yield "enough when something is down", _names(sorted(prompt.spares))
    yield "most that hits may answer, together", f"{prompt.most_hit:.0%}"
    if prompt.fewest_items:
        fewest = [f"`{name}` {figure(items)}" for name, items in prompt.fewest_items.items()]
        yield "fewest `items`", ", ".join(fewest)
    lost = "the peak is carried without it" if prompt.zone_unnoticed else "a fallback will do"
    yield "one zone of three is lost", lost
    empty = "allowed when something is down" if prompt.empty_allowed else "never"
    yield "an empty place on the screen", empty
    yield "a bad version is taken back", f"within {span(prompt.minutes_back)}"
    yield "calls that may meet a `timeout_ms`", f"{prompt.most_cut:.0%}"


def data_table(prompt: Prompt) -> str:
    """The data that the prompt names."""
    own = any(each.own for each in prompt.data.values())
    head = ["data", "GB", "from", "may be old", "items of one build", "changes in a day"]
    rows = [
        [
            f"`{name}`{' (own)' if each.own else ''}",
            figure(each.gigabytes),
            f"`{each.source}`",
            span(each.minutes),
            figure(each.build) if each.build else "not built",
            f"{each.daily:.0%}",
        ]
        for name, each in prompt.data.items()
    ]
    note = "\n\nOf data marked *own*, a device holds its member's part alone." if own else ""
    return _table(head, rows) + note


def parts_table(prompt: Prompt) -> str:
    """All parts with their numbers."""
    head = ["part", "what it is", "one copy carries per second", "median, p99", "GB", "price"]
    head += ["adds to the age of data"]
    return _table(head, [[f"`{name}`", *_facts(part)] for name, part in prompt.parts.items()])


def _facts(part: Part) -> list[str]:
    carries = "any number"
    if part.per_second is not None:
        carries = f"{figure(part.per_second)}{' items' if part.scores_items else ''}"
    time = "answers no requests"
    if part.ms:
        time = f"{figure(part.ms[0])}, {figure(part.ms[1])} ms"
        if any(part.ms_per_100):
            more, most = map(figure, part.ms_per_100)
            time += f"; + {more}, {most} per 100 items"
    prices = [f"{figure(part.month)} a month"] * bool(part.month)
    what = "requests" if part.ms else "messages"
    prices += [f"{part.million:.2f} per million {what}"] * bool(part.million)
    prices += [f"{part.gigabyte:.2f} per GB fetched"] * bool(part.gigabyte)
    room = "any" if part.gigabytes is None else figure(part.gigabytes)
    age = "its `minutes`" if part.minutes is None else f"{figure(part.minutes)} min"
    return [part.does, carries, time, room, ", ".join(prices) or "0", age]


def rules_table() -> str:
    """Every rule in a line, by the group that checks it."""
    rows = [
        [f"**{group}**", "; ".join(f"*{name}*: {_small(RULES[name].demands)}" for name in names)]
        for group, names in GROUPS.items()
    ]
    return _table(["checked", "the rules"], rows)


def outcomes() -> str:
    """What a fallback may be besides a component."""
    named = ", ".join(f'`"{name}"` ({meaning})' for name, meaning in OUTCOMES.items())
    return f"{named}; a queue keeps the request for later, and nothing is shown now"


def changes_table(prompt: Prompt, changes: Mapping[str, Prompt]) -> str:
    """What each changed prompt has that the first one has not."""
    rows = []
    for name, changed in changes.items():
        before = dict(_numbers(prompt))
        said = [f"{key}: {value}" for key, value in _numbers(changed) if before[key] != value]
        said += [
            f"`{data}` may be {span(facts.minutes)} old"
            for data, facts in changed.data.items()
            if facts.minutes != prompt.data[data].minutes
        ]
        rows.append([f"`{name}`", "; ".join(said)])
    return _table(["change", "what is new"], rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _sets(sets: Iterable[Iterable[str]]) -> str:
    return ", or ".join(" with ".join(f"`{name}`" for name in sorted(each)) for each in sets)


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _small(sentence: str) -> str:
    text = sentence.removesuffix(".")
    return text if text[:1].isdigit() else text[:1].lower() + text[1:]
