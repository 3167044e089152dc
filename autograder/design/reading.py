"""Read a learner's sheet. Whatever has another form is answered with what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.core.values import Opaque

from .architecture import OUTCOMES, REQUEST, SKIP, Architecture, Component, Steps, names_of
from .parts import OTHER_WORDS, QUEUE
from .prompt import Prompt
from .words import quoted, short, suggestion

KEYS = ("components", "request", "updates", "fallback")
INTEGERS = ("copies", "items", "calls", "versions")
NUMBERS = (*INTEGERS, "minutes", "hit", "timeout_ms")
COMPONENT_KEYS = ("part", "holds", *NUMBERS)
MOST_COMPONENTS = 30
DEEPEST = 8
OTHER_KEYS = {
    "candidates": "items",
    "count": "copies",
    "data": "holds",
    "every": "minutes",
    "hit_rate": "hit",
    "instances": "copies",
    "kind": "part",
    "replicas": "copies",
    "shards": "calls",
    "stores": "holds",
    "timeout": "timeout_ms",
    "ttl": "minutes",
    "type": "part",
}
"""What people call keys elsewhere."""


class SheetError(ValueError):
    """A value is not a sheet; its text says what to write."""


def is_blank(value: object) -> bool:
    """Whether nothing is drawn yet: dots, or a sheet whose four keys are empty."""
    if isinstance(value, Mapping):
        return all(key in KEYS and not _is_written(part) for key, part in value.items())
    return not _is_written(value)


def _is_written(value: object) -> bool:
    if value is None or value is ... or isinstance(value, Opaque):  # dots have no plain form
        return False
    return not isinstance(value, (Mapping, list, tuple, str)) or len(value) > 0


def read(value: object, prompt: Prompt) -> Architecture:
    """The architecture that a plain value describes; raises `SheetError`."""
    if not isinstance(value, Mapping):
        raise SheetError(f"Write the sheet as a dict with the keys {quoted(KEYS, 'and')}.")
    for key in value:
        if key not in KEYS:
            raise SheetError(
                f"A sheet has no key {short(key)}; its keys are {quoted(KEYS, 'and')}."
                f"{suggestion(key, KEYS, {})}"
            )
    for key in KEYS[:2]:
        if not _is_written(value.get(key)):
            raise SheetError(f"The sheet has no {key!r} yet.")
    if not isinstance(value["components"], Mapping):
        raise SheetError("Write 'components' as a dict from a name to a dict with its 'part'.")
    if len(value["components"]) > MOST_COMPONENTS:
        raise SheetError(
            f"Draw at most {MOST_COMPONENTS} components, not {len(value['components'])}. Leave out "
            "what no number of the prompt depends on."
        )
    components = {
        name: _component(name, each, prompt) for name, each in value["components"].items()
    }
    request = _request(value["request"], components, set(), DEEPEST)
    updates = _updates(value.get("updates") or [], components, prompt)
    fallback = _fallback(value.get("fallback") or {}, components, set(names_of(request)))
    sheet = Architecture(prompt, components, request, updates, fallback)
    _refuse_unused(sheet)
    return sheet


def _component(name: object, value: object, prompt: Prompt) -> Component:
    if not isinstance(name, str) or not name.strip() or len(name) > 40:
        raise SheetError(
            f"The name of a component is a string of up to 40 characters, not {short(name)}."
        )
    if name in prompt.sources or name in OUTCOMES or name == REQUEST:
        raise SheetError(f"{name!r} has a meaning of its own here: choose another name.")
    if not isinstance(value, Mapping) or "part" not in value:
        raise SheetError(
            f'Write {name!r} as a dict with its part, such as {{"part": "service", "copies": 3}}.'
        )
    for key in value:
        if key not in COMPONENT_KEYS:
            raise SheetError(
                f"{name!r} has a key {short(key)}; the keys of a component are "
                f"{quoted(COMPONENT_KEYS, 'and')}.{suggestion(key, COMPONENT_KEYS, OTHER_KEYS)}"
            )
    kind = value["part"]
    if not isinstance(kind, str) or kind not in prompt.parts:
        raise SheetError(
            f"There is no part {short(kind)}, which {name!r} is; the parts are "
            f"{quoted(prompt.parts, 'and')}.{suggestion(kind, prompt.parts, OTHER_WORDS)}"
        )
    numbers: dict[str, Any] = {
        key: _number(name, key, value[key]) for key in NUMBERS if key in value
    }
    here = Component(name, kind, prompt.parts[kind], holds=_holds(name, value, prompt), **numbers)
    _refuse_misfits(here, value)
    return here


def _number(name: str, key: str, value: object) -> float:
    where = f"{key!r} of {name!r}"
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < 1e9:
        raise SheetError(f"{where} is a number below a billion, not {short(value)}.")
    if key == "hit":
        if not 0 <= value < 1:
            raise SheetError(
                f"{where} is a share, from 0 to below 1, such as 0.4, not {short(value)}."
            )
        return float(value)
    if value <= 0:
        raise SheetError(f"{where} is above 0, not {short(value)}.")
    if key in INTEGERS:
        if value != int(value):
            raise SheetError(f"{where} is an integer, not {short(value)}.")
        return int(value)
    return float(value)


def _holds(name: str, value: Mapping[Any, Any], prompt: Prompt) -> tuple[str, ...]:
    holds = value.get("holds", ())
    if isinstance(holds, str):
        holds = (holds,)
    if not isinstance(holds, (list, tuple, set, frozenset)):
        raise SheetError(f"Write 'holds' of {name!r} as a list of data, not {short(holds)}.")
    for data in holds:
        if not isinstance(data, str) or data not in prompt.data:
            raise SheetError(
                f"{name!r} holds {short(data)}; the prompt has the data "
                f"{quoted(prompt.data, 'and')}.{suggestion(data, prompt.data, {})}"
            )
    return tuple(sorted(set(holds), key=list(prompt.data).index))


def _refuse_misfits(here: Component, value: Mapping[Any, Any]) -> None:
    """Keys that a part needs and that it has no use for."""
    name, kind = here.name, here.kind
    if here.part.copies and "copies" not in value:
        raise SheetError(f"{name!r} has no 'copies': how many of it do you run?")
    if not here.part.copies and "copies" in value:
        why = "every member has one" if kind == "device" else "it is rented"
        raise SheetError(f"Leave out 'copies' of {name!r}: it is a {kind!r}, and {why}.")
    if here.part.scores_items and "items" not in value:
        raise SheetError(f"{name!r} has no 'items': how many does it score in one request?")
    if kind == "job" and here.minutes is None:
        raise SheetError(
            f"{name!r} has no 'minutes': how often does it start? 60 is hourly, 1440 is nightly."
        )
    if here.hit and not (here.holds or here.decides) and here.minutes is None:
        raise SheetError(
            f"{name!r} has a 'hit': say in 'minutes' how long it keeps an answer, or in 'holds' "
            "which ready answers it has."
        )
    if "items" in value and not (here.part.scores_items or kind == "device"):
        raise SheetError(
            f"Leave out 'items' of {name!r}: a {kind!r} scores none. 'calls' is for calls at the "
            "same time."
        )


def _request(
    value: object, components: Mapping[str, Component], seen: set[str], depth: int
) -> Steps:
    if not isinstance(value, (list, tuple)) or not value:
        raise SheetError(
            "Write 'request' as a list of names in the order of the calls; names in a list within "
            "it are called at the same time."
        )
    if not depth:
        raise SheetError(f"'request' is nested more than {DEEPEST} lists deep.")
    steps: list[str | Steps] = []
    for step in value:
        if isinstance(step, (list, tuple)):
            steps.append(_request(step, components, seen, depth - 1))
            continue
        if not isinstance(step, str) or step not in components:
            raise SheetError(
                f"'request' calls {short(step)}, which isn't a component."
                f"{suggestion(step, components, {})}"
            )
        if step in seen:
            raise SheetError(
                f"'request' calls {step!r} twice. Call it once, with 'calls' for calls at the same "
                "time, or draw two components."
            )
        if components[step].part.ms is None:
            raise SheetError(
                f"{step!r} is a {components[step].kind!r}, which answers no requests. It belongs "
                "into 'updates'."
            )
        seen.add(step)
        steps.append(step)
    return tuple(steps)


def _updates(
    value: object, components: Mapping[str, Component], prompt: Prompt
) -> tuple[tuple[str, ...], ...]:
    form = (
        "Write 'updates' as a list of chains. A chain is a list of names, from where data arises "
        "to what holds it"
    )
    if not isinstance(value, (list, tuple)):
        raise SheetError(f"{form}.")
    chains: list[tuple[str, ...]] = []
    for chain in value:
        if not isinstance(chain, (list, tuple)) or len(chain) < 2:
            raise SheetError(f"{form}, two or more: not {short(chain)}.")
        for at, name in enumerate(chain):
            if not isinstance(name, str) or name not in {*components, *prompt.sources}:
                known = [*prompt.sources, *components]
                raise SheetError(
                    f"'updates' names {short(name)}, which is neither a component nor a source "
                    f"({quoted(prompt.sources)}).{suggestion(name, known, {})}"
                )
            if at and name in prompt.sources:
                raise SheetError(f"{name!r} is where data arises: it begins a chain of 'updates'.")
            if name in chain[:at]:
                raise SheetError(f"A chain of 'updates' comes to {name!r} twice.")
            if at and components[name].kind == "device":
                _refuse_writer(chain[at - 1], name, components, prompt)
        chains.append(tuple(chain))
    _refuse_circles(chains)
    return tuple(chains)


def _refuse_writer(
    writer: str, device: str, components: Mapping[str, Component], prompt: Prompt
) -> None:
    """A device fetches or is pushed to: it can't be written to."""
    kind = components[writer].kind if writer in components else "source"
    own = any(prompt.data[each].own for each in components[device].holds)
    if kind in ("job", "stream", "queue") or (kind == "source" and not own):
        raise SheetError(
            f"{writer!r} can't write to {device!r}, a device. Devices fetch from an 'edge', a "
            "'file', a service or a store, or get a 'push': put one between them."
        )


def _refuse_circles(chains: list[tuple[str, ...]]) -> None:
    after: dict[str, set[str]] = {}
    for chain in chains:
        for a, b in zip(chain, chain[1:]):
            after.setdefault(a, set()).add(b)
    for start in after:
        seen, waiting = set[str](), [start]
        while waiting:
            new = after.get(waiting.pop(), set()) - seen
            if start in new:
                raise SheetError(f"The chains of 'updates' lead from {start!r} back to {start!r}.")
            seen |= new
            waiting += new


def _fallback(
    value: object, components: Mapping[str, Component], stages: set[str]
) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise SheetError(
            "Write 'fallback' as a dict from a stage, or from 'request', to what stands in for it."
        )
    for stage, other in value.items():
        if stage != REQUEST and stage not in stages:
            raise SheetError(
                f"'fallback' names {short(stage)}, which isn't a stage of the request, nor "
                f"'request' as a whole.{suggestion(stage, [*stages, REQUEST], {})}"
            )
        if other == stage:
            raise SheetError(f"The fallback of {stage!r} is {stage!r} itself: name another.")
        known = [*components, *OUTCOMES]
        if not isinstance(other, str) or other not in known:
            raise SheetError(
                f"The fallback of {stage!r} is a component or {quoted(OUTCOMES)}, not "
                f"{short(other)}.{suggestion(other, known, {})}"
            )
        if stage == REQUEST and other == SKIP:
            raise SheetError("A request as a whole can't be skipped: say what is shown instead.")
        here = components.get(other)
        if here and here.part.ms is None and here.kind != QUEUE:
            raise SheetError(
                f"The fallback of {stage!r} is {other!r}, a {here.kind!r}, which answers no "
                "requests."
            )
    return dict(value)


def _refuse_unused(sheet: Architecture) -> None:
    used = {*sheet.stages, *sheet.fallback.values()}
    used.update(name for chain in sheet.updates for name in chain)
    for name, here in sheet.components.items():
        if name not in used:
            raise SheetError(
                f"{name!r} is drawn and not used. Put it into 'request', 'updates' or 'fallback', "
                "or leave it out."
            )
        if here.timeout_ms and name not in sheet.fallback:
            raise SheetError(
                f"{name!r} has a 'timeout_ms': say in 'fallback' what happens then, a component "
                f"or {quoted(OUTCOMES)}."
            )
        if here.hit and name not in sheet.stages:
            raise SheetError(f"{name!r} has a 'hit' and isn't a stage of the request.")
