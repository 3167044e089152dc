"""An answer inside a session, called through plain values."""

from __future__ import annotations

import functools
import itertools
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from autograder.core.outcomes import Law, Outcome, Question, Trouble
from autograder.core.steps import MEASURED
from autograder.trying.harness import text_of
from autograder.trying.troubles import NOT_WRITTEN, no_method, texts_of

from .reading.source import used_names
from .session import TIMED_OUT, Ended, Session
from .wire import messages
from .wire.arguments import encode_arguments, is_special
from .wire.outcomes import decode_law, decode_outcome, stops
from .wire.questions import decoded, patience, written

if TYPE_CHECKING:
    from autograder.groups.database import Engine

SECONDS_FOR_A_VALUE = 5.0
MOST_TOGETHER = 256
TIMES_MORE = 16
LONGEST_TOGETHER = 256 * 1024
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError)
"""What decoding a reply may raise."""


class Unmeasured(Exception):
    """A check wants a measurement that the submission could forge."""


class RemoteAnswer:
    """See `outcomes.Answer`.

    ``unmeasured`` is None where the text that runs can't reach what counts its steps, draws and
    reads. Else asking for one of these gives a trouble with this reason, or raises `Unmeasured`
    where the reason is ''. ``for_sql`` gives a session without cells. ``harness`` is the text of
    one that calls the answer.
    """

    def __init__(
        self,
        name: str,
        session: Session,
        *,
        unmeasured: str | None = None,
        for_sql: Callable[[], Session] | None = None,
        harness: str = "",
    ) -> None:
        self.name = name
        self._session = session
        self._for_sql = for_sql
        self._unmeasured = unmeasured
        self._how: dict[str, str] = {"do": "ask"} | ({"harness": harness} if harness else {})
        self._together = 1

    def _ask(self, decode: Callable[[Any], Any], limit: float, **request: Any) -> Any:
        """The decoded reply, or a `Trouble`."""
        try:
            reply = self._session.ask(self.name, limit, **request)
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

    def _refused(self, question: Question | None = None) -> Trouble | None:
        """The trouble of a measurement that can't be believed; without a question, of a law."""
        if self._unmeasured is None or (question and not _is_measured(question)):
            return None
        if not self._unmeasured:
            raise Unmeasured
        return Trouble("not usable", f"What it does can't be measured: {self._unmeasured}.")

    def value(self) -> Outcome:
        """See `outcomes.Answer.value`."""
        decode = functools.partial(decode_outcome, args=())
        got = self._ask(decode, SECONDS_FOR_A_VALUE, do="value")
        return Outcome(trouble=got) if isinstance(got, Trouble) else self._told(got)

    def call(
        self, args: tuple[Any, ...], *, limit: float, count: bool = False, seed: int | None = None
    ) -> Outcome:
        """See `outcomes.Answer.call`."""
        question = Question(args, limit, count, seed)
        if refused := self._refused(question):
            return Outcome(trouble=refused)
        outcome: Outcome = self._ask_one(question)
        return outcome

    def operate(
        self,
        init: tuple[Any, ...],
        steps: Sequence[tuple[str, tuple[Any, ...]]],
        *,
        limit: float,
        count: bool = False,
    ) -> list[Outcome]:
        """See `outcomes.Answer.operate`."""
        question = Question(init, limit, count, steps=steps)
        if refused := self._refused(question):
            return [Outcome(trouble=refused)]
        outcomes: list[Outcome] = self._ask_one(question)
        return outcomes

    def _ask_one(self, question: Question) -> Any:
        def decode(replies: Any) -> Any:
            [reply] = replies
            return self._decoded(question, reply)

        sent = written([question])
        got = self._ask(decode, patience([question]), **self._how, questions=sent)
        return _as_answered(question, got) if isinstance(got, Trouble) else got

    def _decoded(self, question: Question, reply: Any) -> Any:
        outcomes = decoded(question, reply)
        if not isinstance(outcomes, list):
            return self._told(outcomes)
        methods = [step for step, _ in question.steps or ()]
        return [self._told(outcome, methods) for outcome in outcomes]

    def _told(self, outcome: Outcome, methods: Sequence[str] = ()) -> Outcome:
        """An outcome in whose message there is no word of the student's side."""
        trouble = outcome.trouble
        if trouble is None or trouble.kind not in ("not usable", "not written"):
            return outcome
        return outcome._replace(trouble=self._in_our_words(trouble, methods))

    def _in_our_words(self, trouble: Trouble, methods: Sequence[str] = ()) -> Trouble:
        if trouble.kind == "not written":
            return NOT_WRITTEN
        if trouble.text in texts_of(self.name, methods):
            return trouble
        for method in methods:
            if trouble.text.endswith(f" has no method {method}."):
                return Trouble("not usable", no_method(f"What {self.name} makes", method))
        return Trouble("not usable", f"{self.name} is not what it should be.")

    def _answered(self, question: Question, reply: Any) -> Any:
        try:
            return self._decoded(question, reply)
        except _UNREADABLE:
            return _as_answered(question, self._unread(reply))

    def many(self, questions: Iterable[Question]) -> Iterator[Any]:
        """See `outcomes.Answer.many`.

        A message takes most of the time of a short call, so several questions go in one. The
        player answers the first of them, at most until one is stopped. If it ends on the way,
        these questions and all later ones are asked one by one: who is to blame shows then.
        """
        waiting = deque(questions)
        while waiting:
            outcomes = self._ask_together(waiting)
            if not outcomes:
                outcomes = [waiting[0].ask(self)]
                if self._together:
                    self._together = 1 if _stopped(outcomes[0]) else TIMES_MORE
            for outcome in outcomes:
                waiting.popleft()
                yield outcome

    def _ask_together(self, waiting: deque[Question]) -> list[Any]:
        """The outcomes of the first few questions; none where they are to be asked one by one."""
        if self._together < 2:
            return []
        asked = list(itertools.islice(waiting, self._together))
        if self._unmeasured is not None and any(map(_is_measured, asked)):
            return []
        sent = written(asked)
        while len(sent) > LONGEST_TOGETHER and len(asked) > 1:
            asked = asked[: len(asked) // 2]
            sent = written(asked)
        if len(asked) < 2:
            return []
        try:
            replies = self._session.ask(
                self.name, patience(asked) + messages.TOGETHER_SECONDS, blamed=False,
                **self._how, questions=sent,
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

    def law(self, args: tuple[Any, ...], *, limit: float) -> Law:
        """See `outcomes.Answer.law`."""
        if refused := self._refused():
            return Law(trouble=refused)
        got = self._ask(decode_law, limit, do="law", args=encode_arguments(args))
        if isinstance(got, Trouble):
            return Law(trouble=got)
        law: Law = got
        if law.trouble and law.trouble.kind in ("not usable", "not written"):
            return replace(law, trouble=self._in_our_words(law.trouble))
        return law

    def engine(self, schema: Mapping[str, str], folder: str) -> Engine:
        """See `groups.database.HasEngine`."""
        from .sql import RemoteEngine

        assert self._for_sql is not None
        return RemoteEngine(self.name, self._for_sql(), schema, folder)

    def names(self) -> frozenset[str]:
        """See `outcomes.Answer.names`; read from the text, not asked of the student's side."""
        return used_names([cell.source for cell in self._session.cells], self.name)

    def left(self) -> float:
        """See `outcomes.Answer.left`: the session has limits of its own."""
        return math.inf

    def under(self, harness: Callable[..., Any]) -> RemoteAnswer:
        """See `exercise.Answer.under`."""
        return RemoteAnswer(
            self.name,
            self._session,
            unmeasured=self._unmeasured,
            for_sql=self._for_sql,
            harness=text_of(harness),
        )


def _is_measured(question: Question) -> bool:
    """Whether a question counts or watches what the answer does, or looks into its objects."""
    steps = question.steps or ()
    given = (arg for args in (question.args, *(args for _, args in steps)) for arg in args)
    looks_inside = any(step in MEASURED for step, _ in steps)
    return question.count or looks_inside or any(map(is_special, given))


def _as_answered(question: Question, trouble: Trouble) -> Any:
    """What a question gives in whose place there is a trouble."""
    outcome = Outcome(trouble=trouble)
    return outcome if question.steps is None else [outcome]


def _stopped(outcomes: Outcome | list[Outcome]) -> bool:
    """Whether a question had an outcome after which a player stops."""
    return any(map(stops, outcomes if isinstance(outcomes, list) else [outcomes]))
