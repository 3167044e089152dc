"""An answer inside a session, called through plain values."""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..answer import IN_ALL
from ..exercise import Law, Outcome, Question, Trouble
from . import wire
from .session import TIMED_OUT, Ended, Session
from .source import used_names

if TYPE_CHECKING:
    from ..groups.database import Engine

SECONDS_FOR_A_VALUE = 5.0
MOST_TOGETHER = 256
TIMES_MORE = 16
LONGEST_TOGETHER = 256 * 1024
AGAIN = ("args", "steps")


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
        self._together = 1
        self._written: tuple[Any, Any] = (None, None)
        self._written_steps: tuple[Any, Any] = (None, None)

    def _ask(self, decode: Callable[[Any], Any], limit: float, **request: Any) -> Any:
        """The decoded reply, or a `Trouble`."""
        try:
            return self._read(decode, self._session.ask(self.name, limit, **request))
        except Ended as ended:
            kind = "timed out" if ended.status == TIMED_OUT else "ended"
            return Trouble(kind, f"The code was stopped: {ended.status}.")

    def _read(self, decode: Callable[[Any], Any], reply: Any) -> Any:
        """The decoded reply, or a `Trouble`."""
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
        request = self._call_request(args, count, seed)
        return self._outcome(self._ask(wire.decode_outcome, limit, **request))

    def _call_request(self, args: tuple, count: bool, seed: int | None) -> dict[str, Any]:
        if self._written[0] is not args:  # thousands of calls may differ in their seeds alone
            self._written = args, wire.encode_arguments(args)
        return {"do": "call", "args": self._written[1], "count": count, "seed": _hidden(seed)}

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

        request = self._operate_request(init, steps, count)
        decode = functools.partial(_outcomes, len(steps))
        got = self._ask(decode, limit, patience=IN_ALL * limit, **request)
        return [Outcome(trouble=got)] if isinstance(got, Trouble) else got

    def _operate_request(
        self, init: tuple, steps: Sequence[tuple[str, tuple]], count: bool
    ) -> dict[str, Any]:
        if self._written_steps[0] is not steps:
            sent = [[step, wire.encode_arguments(args)] for step, args in steps]
            self._written_steps = steps, sent
        return {
            "do": "operate", "args": wire.encode_arguments(init),
            "steps": self._written_steps[1], "count": count,
        }  # fmt: skip

    def many(self, questions: Iterable[Question]) -> Iterator[Any]:
        """See `exercise.Answer.many`.

        A message takes most of the time of a short call, so several questions go in one. The
        player answers the first of them, at most until one gives trouble. If it ends on the
        way, these questions and all later ones are asked one by one: who is to blame shows then.
        """
        waiting = deque(questions)
        while waiting:
            found = self._ask_together(waiting)
            if not found:
                found = [waiting[0].ask(self)]
                if self._together:
                    self._together = 1 if _is_trouble(found[0]) else TIMES_MORE
            for outcome in found:
                waiting.popleft()
                yield outcome

    def _ask_together(self, waiting: deque[Question]) -> list[Any]:
        """The outcomes of the first few questions; none where they are to be asked one by one."""
        if self._together < 2 or self._unmeasured is not None:
            return []
        asked = list(itertools.islice(waiting, self._together))
        text = self._written_together(asked)
        while len(text) > LONGEST_TOGETHER and len(asked) > 1:
            asked = asked[: len(asked) // 2]
            text = self._written_together(asked)
        if len(asked) < 2:
            return []
        limit = max(question.limit for question in asked)
        patience = IN_ALL * limit if any(each.steps is not None for each in asked) else limit
        try:
            replies = self._session.ask(
                self.name, limit, patience + wire.TOGETHER_SECONDS, blamed=False,
                do="many", questions=text,
            )  # fmt: skip
        except Ended:
            replies = None
        if type(replies) is not list or not 0 < len(replies) <= len(asked):
            self._together = 0
            return []
        all_came = len(replies) == len(asked)
        more = min(TIMES_MORE * self._together, MOST_TOGETHER)
        self._together = more if all_came else len(replies)
        return [self._outcome_of(*pair) for pair in zip(asked, replies)]

    def _written_together(self, questions: Iterable[Question]) -> str:
        """The requests as text; arguments and steps that come again are left out."""
        sent: list[dict[str, Any]] = []
        last: dict[str, Any] = {}
        for question in questions:
            request = self._request(question)
            again = [part for part in AGAIN if request.get(part) is last.get(part)]
            sent.append({name: part for name, part in request.items() if name not in again})
            last = request
        return wire.to_json(sent)

    def _request(self, question: Question) -> dict[str, Any]:
        if question.steps is None:
            request = self._call_request(question.args, question.count, question.seed)
        else:
            request = self._operate_request(question.args, question.steps, question.count)
        return {**request, "limit": question.limit}

    def _outcome_of(self, question: Question, reply: Any) -> Any:
        if question.steps is None:
            return self._outcome(self._read(wire.decode_outcome, reply))
        got = self._read(functools.partial(_outcomes, len(question.steps)), reply)
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


def _is_trouble(found: Outcome | list[Outcome]) -> bool:
    outcomes = found if isinstance(found, list) else [found]
    return any(outcome.trouble for outcome in outcomes)


def _outcomes(steps: int, reply: Any) -> list[Outcome]:
    """The outcomes of this many steps."""
    found = [wire.decode_outcome(each) for each in reply]
    cut_short = bool(found) and found[-1].trouble is not None
    if len(found) != steps and not (cut_short and len(found) <= max(steps, 1)):
        raise ValueError("another number of outcomes than of steps")
    return found


def _hidden(seed: int | None) -> int | None:
    """A seed that gives nothing away of the one it is made from, which is the cohort's secret."""
    if seed is None:
        return None
    return int.from_bytes(hashlib.sha256(str(seed).encode()).digest()[:8], "big")
