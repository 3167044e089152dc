"""An answer inside a session, called through plain values."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..answer import IN_ALL
from ..exercise import Law, Outcome, Trouble
from . import wire
from .session import TIMED_OUT, Ended, Session
from .source import used_names

if TYPE_CHECKING:
    from ..groups.database import Engine

SECONDS_FOR_A_VALUE = 5.0


class Unmeasured(Exception):
    """A check wants a measurement that the submission could forge."""


class RemoteAnswer:
    """See `exercise.Answer`.

    ``unmeasured`` is None where the text that runs can't reach what counts its steps, draws and
    reads. Else asking for one of these gives a trouble with this reason, or raises `Unmeasured`
    where the reason is ''. ``for_sql`` gives a session without cells.
    """

    def __init__(
        self,
        name: str,
        session: Session,
        *,
        unmeasured: str | None = None,
        for_sql: Callable[[], Session] | None = None,
    ) -> None:
        self.name = name
        self._session = session
        self._for_sql = for_sql
        self._unmeasured = unmeasured

    def _ask(self, decode: Callable[[Any], Any], limit: float, **request: Any) -> Any:
        """The decoded reply, or a `Trouble`."""
        try:
            reply = self._session.ask(self.name, limit, **request)
        except Ended as ended:
            kind = "timed out" if ended.status == TIMED_OUT else "ended"
            return Trouble(kind, f"The code was stopped: {ended.status}.")
        if reply is None:
            return Trouble("not usable", f"{self.name} is not defined.")
        try:
            return decode(reply)
        except (ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError):
            return Trouble("not usable", f"{self.name} gave back something that can't be read.")

    def _refused(self, wanted: bool) -> Trouble | None:
        """The trouble of a measurement that can't be believed."""
        if not wanted or self._unmeasured is None:
            return None
        if not self._unmeasured:
            raise Unmeasured
        return Trouble("not usable", f"What it does can't be measured: {self._unmeasured}.")

    def value(self) -> Outcome:
        """See `exercise.Answer.value`."""
        return self._outcome(self._ask(wire.decode_outcome, SECONDS_FOR_A_VALUE, do="value"))

    def call(
        self, args: tuple, *, limit: float, count: bool = False, seed: int | None = None
    ) -> Outcome:
        """See `exercise.Answer.call`."""
        if refused := self._refused(count or any(map(wire.is_special, args))):
            return Outcome(trouble=refused)
        encoded = wire.encode_arguments(args)
        wanted = {"args": encoded, "count": count, "seed": _hidden(seed)}
        return self._outcome(self._ask(wire.decode_outcome, limit, do="call", **wanted))

    @staticmethod
    def _outcome(got: Outcome | Trouble) -> Outcome:
        return Outcome(trouble=got) if isinstance(got, Trouble) else got

    def operate(
        self,
        init: tuple,
        steps: Sequence[tuple[str, tuple]],
        *,
        limit: float,
        count: bool = False,
    ) -> list:
        """See `exercise.Answer.operate`."""
        special = [arg for args in (init, *(args for _, args in steps)) for arg in args]
        looks_inside = any(step.startswith("_") for step, _ in steps)
        if refused := self._refused(count or looks_inside or any(map(wire.is_special, special))):
            return [Outcome(trouble=refused)]

        def decode(reply: Any) -> list[Outcome]:
            found = [wire.decode_outcome(each) for each in reply]
            cut_short = bool(found) and found[-1].trouble is not None
            if len(found) != len(steps) and not (cut_short and len(found) <= max(len(steps), 1)):
                raise ValueError("another number of outcomes than of steps")
            return found

        request = {
            "args": wire.encode_arguments(init),
            "steps": [[step, wire.encode_arguments(args)] for step, args in steps],
            "count": count,
        }
        got = self._ask(decode, limit, patience=IN_ALL * limit, do="operate", **request)
        return [Outcome(trouble=got)] if isinstance(got, Trouble) else got

    def law(self, args: tuple, *, limit: float) -> Law:
        """See `exercise.Answer.law`."""
        if refused := self._refused(True):
            return Law(trouble=refused)
        got = self._ask(wire.decode_law, limit, do="law", args=wire.encode_arguments(args))
        return Law(trouble=got) if isinstance(got, Trouble) else got

    def engine(self, schema: Mapping[str, str], folder: str) -> Engine:
        """See `groups.database.HasEngine`."""
        from .engine import RemoteEngine  # DuckDB takes a while to import

        assert self._for_sql is not None
        return RemoteEngine(self.name, self._for_sql(), schema, folder)

    def names(self) -> frozenset[str]:
        """See `exercise.Answer.names`; read from the text, not asked of the student's side."""
        return used_names([cell.source for cell in self._session.cells], self.name)


def _hidden(seed: int | None) -> int | None:
    """A seed that gives nothing away of the one it is made from, which is the cohort's secret."""
    if seed is None:
        return None
    return int.from_bytes(hashlib.sha256(str(seed).encode()).digest()[:8], "big")
