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
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError)
"""What decoding a reply may raise."""


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

    def _ask(self, decode: Callable[[Any], Any], patience: float, **request: Any) -> Any:
        """The decoded reply, or a `Trouble`."""
        try:
            reply = self._session.ask(self.name, patience, **request)
        except Ended as ended:
            kind = "timed out" if ended.status == TIMED_OUT else "ended"
            return Trouble(kind, f"The code was stopped: {ended.status}.")
        try:
            return decode(reply)
        except _UNREADABLE:
            return self._unread(reply)

    def _unread(self, reply: Any) -> Trouble:
        """What is wrong with a reply that can't be decoded."""
        said = "is not defined" if reply is None else "gave back something that can't be read"
        return Trouble("not usable", f"{self.name} {said}.")

    def _refused(self, wanted: bool) -> Trouble | None:
        """The trouble of a measurement that can't be believed."""
        if not wanted or self._unmeasured is None:
            return None
        if not self._unmeasured:
            raise Unmeasured
        return Trouble("not usable", f"What it does can't be measured: {self._unmeasured}.")

    def value(self) -> Outcome:
        """See `exercise.Answer.value`."""
        decode = functools.partial(wire.decode_outcome, args=())
        got = self._ask(decode, SECONDS_FOR_A_VALUE, do="value")
        return Outcome(trouble=got) if isinstance(got, Trouble) else got

    def call(
        self, args: tuple, *, limit: float, count: bool = False, seed: int | None = None
    ) -> Outcome:
        """See `exercise.Answer.call`."""
        if refused := self._refused(count or any(map(wire.is_special, args))):
            return Outcome(trouble=refused)
        return self._ask_one(Question(args, limit, count, seed))

    def operate(
        self,
        init: tuple,
        steps: Sequence[tuple[str, tuple]],
        *,
        limit: float,
        count: bool = False,
    ) -> list:
        """See `exercise.Answer.operate`."""
        special = (arg for args in (init, *(args for _, args in steps)) for arg in args)
        looks_inside = any(step.startswith("_") for step, _ in steps)
        if refused := self._refused(count or looks_inside or any(map(wire.is_special, special))):
            return [Outcome(trouble=refused)]
        return self._ask_one(Question(init, limit, count, steps=steps))

    def _ask_one(self, question: Question) -> Any:
        def decode(replies: Any) -> Any:
            [reply] = replies
            return _decoded(question, reply)

        sent = _written([question])
        got = self._ask(decode, _patience([question]), do="ask", questions=sent)
        return _as_answered(question, got) if isinstance(got, Trouble) else got

    def _answered(self, question: Question, reply: Any) -> Any:
        try:
            return _decoded(question, reply)
        except _UNREADABLE:
            return _as_answered(question, self._unread(reply))

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
        sent = _written(asked)
        while len(sent) > LONGEST_TOGETHER and len(asked) > 1:
            asked = asked[: len(asked) // 2]
            sent = _written(asked)
        if len(asked) < 2:
            return []
        try:
            replies = self._session.ask(
                self.name, _patience(asked) + wire.TOGETHER_SECONDS, blamed=False,
                do="ask", questions=sent,
            )  # fmt: skip
        except Ended:
            replies = None
        if type(replies) is not list or not 0 < len(replies) <= len(asked):
            self._together = 0
            return []
        all_came = len(replies) == len(asked)
        more = min(TIMES_MORE * self._together, MOST_TOGETHER)
        self._together = more if all_came else len(replies)
        return [self._answered(*pair) for pair in zip(asked, replies)]

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


def _as_answered(question: Question, trouble: Trouble) -> Any:
    """What a question gives in whose place there is a trouble."""
    outcome = Outcome(trouble=trouble)
    return outcome if question.steps is None else [outcome]


def _is_trouble(found: Outcome | list[Outcome]) -> bool:
    outcomes = found if isinstance(found, list) else [found]
    return any(outcome.trouble for outcome in outcomes)


def _patience(questions: Sequence[Question]) -> float:
    """Seconds for all of a message: for the one of its questions that may take longest."""
    return max(each.limit * (1 if each.steps is None else IN_ALL) for each in questions)


def _written(questions: Iterable[Question]) -> str:
    """Questions as JSON; arguments and steps that come again are not written again."""
    sent: list[list[Any]] = []
    args: Any = None
    steps: Any = None
    for each in questions:
        part = [each.limit, each.count, _hidden(each.seed), wire.AGAIN, wire.AGAIN]
        if each.args is not args:
            args = each.args
            part[3] = wire.encode_arguments(args)
        if each.steps is not steps:
            steps = each.steps
            part[4] = steps and [[step, wire.encode_arguments(given)] for step, given in steps]
        sent.append(part)
    return wire.to_json(sent)


def _decoded(question: Question, reply: Any) -> Any:
    """What a question gives: an outcome, or one a step."""
    if question.steps is None:
        return wire.decode_outcome(reply, question.args)
    steps = len(question.steps)
    given = [*(args for _, args in question.steps), ()]
    found = list(map(wire.decode_outcome, reply, given))
    cut_short = bool(found) and found[-1].trouble is not None
    if len(found) != len(reply) or len(found) != steps and not (
        cut_short and len(found) <= max(steps, 1)
    ):
        raise ValueError("another number of outcomes than of steps")
    return found


@functools.lru_cache(maxsize=1 << 14)  # each submission is asked with the same
def _hidden(seed: int | None) -> int | None:
    """A seed that gives nothing away of the one it is made from, which is the cohort's secret."""
    if seed is None:
        return None
    return int.from_bytes(hashlib.sha256(str(seed).encode()).digest()[:8], "big")
