"""An answer inside a session, called through plain values."""

from __future__ import annotations

import functools
import itertools
import math
import random
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from autograder.core.arguments import Chain, Counted, Grid
from autograder.core.limit import TimeUp, time_limit
from autograder.core.outcomes import Law, Outcome, Question, Trouble
from autograder.core.steps import MEASURED
from autograder.trying.chance import ScriptedRandom, enumerate_law
from autograder.trying.harness import text_of
from autograder.trying.troubles import NOT_WRITTEN, no_method, texts_of

from .handed import Hand, emptied, is_handed, streams_of, with_counts
from .reading.source import used_names
from .session import TIMED_OUT, Ended, Session
from .wire import messages
from .wire.arguments import encode_arguments
from .wire.outcomes import decode_law, decode_outcome, stops
from .wire.questions import decoded, hidden, patience, written

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

    ``doubt`` is None where the text that runs can't reach what counts its steps, draws and reads.
    Where it is '', asking for one of these raises `Unmeasured`. Else it says why: items and
    random numbers are then handed over one by one (`handed`), and what can't be known from
    outside is taken on trust and noted in ``trusted``. ``for_sql`` gives a session without cells.
    ``harness`` is the text of one that calls the answer.
    """

    def __init__(
        self,
        name: str,
        session: Session,
        *,
        doubt: str | None = None,
        for_sql: Callable[[], Session] | None = None,
        harness: str = "",
        trusted: set[str] | None = None,
    ) -> None:
        self.name = name
        self._session = session
        self._for_sql = for_sql
        self._doubt = doubt
        self.trusted: set[str] = set() if trusted is None else trusted
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

    def _hand_for(self, question: Question) -> Hand | None:
        """What serves a question of a doubtful answer; raises `Unmeasured`."""
        if self._doubt is None or not (measured := _measured(question)):
            return None
        if not self._doubt:
            raise Unmeasured
        self.trusted |= measured - {HANDED}
        seed = question.seed if question.seed is None else hidden(question.seed)
        return Hand(streams_of(question), seed) if HANDED in measured else None

    def value(self) -> Outcome:
        """See `outcomes.Answer.value`."""
        decode = functools.partial(decode_outcome, args=())
        got = self._ask(decode, SECONDS_FOR_A_VALUE, do="value")
        return Outcome(trouble=got) if isinstance(got, Trouble) else self._told(got)

    def call(
        self,
        args: tuple[Any, ...],
        *,
        limit: float,
        count: bool = False,
        seed: int | None = None,
        watched: bool = False,
    ) -> Outcome:
        """See `outcomes.Answer.call`."""
        question = Question(args, limit, count, seed, watched=watched)
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
        outcomes: list[Outcome] = self._ask_one(question)
        return outcomes

    def _ask_one(self, question: Question) -> Any:
        def decode(replies: Any) -> Any:
            [reply] = replies
            return self._decoded(question, reply)

        hand = self._hand_for(question)
        sent = written([emptied(question) if hand else question])
        how = {**self._how, "hand": hand, "by_hand": "draw"} if hand else self._how
        got = self._ask(decode, patience([question]), **how, questions=sent)
        if isinstance(got, Trouble):
            return _as_answered(question, got)
        return with_counts(got, hand, question) if hand and question.steps is None else got

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
        if self._doubt is not None and any(map(_measured, asked)):
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
        if self._doubt == "":
            raise Unmeasured
        if self._doubt:
            return self._law_by_hand(args, limit)
        got = self._ask(decode_law, limit, do="law", args=encode_arguments(args))
        if isinstance(got, Trouble):
            return Law(trouble=got)
        law: Law = got
        if law.trouble and law.trouble.kind in ("not usable", "not written"):
            return replace(law, trouble=self._in_our_words(law.trouble))
        return law

    def _law_by_hand(self, args: tuple[Any, ...], limit: float) -> Law:
        """The law whose outcomes the grader chooses, a call for each path."""
        question = Question(args, limit)
        streams = streams_of(question)
        sent = written([emptied(question)])

        def run(rng: random.Random) -> object:
            assert isinstance(rng, ScriptedRandom)
            hand = Hand(streams, path=rng._engine_path)
            how = {**self._how, "hand": hand, "by_hand": "follow"}
            got = self._ask(lambda replies: self._decoded(question, *replies), limit, **how,
                            questions=sent)  # fmt: skip
            trouble = got if isinstance(got, Trouble) else got.trouble
            if trouble is not None:
                raise _Stopped(trouble)
            return got.value

        try:
            with time_limit(limit):
                return enumerate_law(run)
        except _Stopped as stopped:
            return Law(trouble=stopped.trouble)
        except TimeUp:
            self._session.restart()  # a reply may still be on its way
            return Law(trouble=Trouble("timed out"))

    def engine(self, schema: Mapping[str, str], folder: str) -> Engine:
        """See `groups.database.HasEngine`."""
        from .sql import RemoteEngine

        assert self._for_sql is not None
        return RemoteEngine(self.name, self._for_sql(), schema, folder)

    def unwatched(self) -> RemoteAnswer:
        """The same answer, of which nothing is counted: for a call that is timed."""
        return RemoteAnswer(self.name, self._session)

    def busy(self) -> float:
        """The processor seconds of the answer's processes so far, as the kernel counts them."""
        return self._session.busy()

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
            doubt=self._doubt,
            for_sql=self._for_sql,
            harness=text_of(harness),
            trusted=self.trusted,
        )


HANDED = "what it reads and draws"
"""Counted from outside, where everything is handed over one by one."""
_BY_ARGUMENT = {Grid: "which objects it moves", Counted: "how often it compares",
                Chain: "which nodes it links"}  # fmt: skip


def _measured(question: Question) -> set[str]:
    """What a question counts or watches of what the answer does, or sees inside its objects."""
    measured = {"its steps and its memory"} if question.count else set()
    given = [*question.args]
    for step, args in question.steps or ():
        given += args
        if step in MEASURED:
            measured.add("what its objects hold")
    measured |= {_BY_ARGUMENT[type(arg)] for arg in given if type(arg) in _BY_ARGUMENT}
    if question.watched and is_handed(question):
        measured.add(HANDED)
        if any(stream.tracked for stream in streams_of(question)):
            measured.add("how many items it keeps")
    return measured


class _Stopped(Exception):
    """A path of an answer ended with a trouble."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.text)
        self.trouble = trouble


def _as_answered(question: Question, trouble: Trouble) -> Any:
    """What a question gives in whose place there is a trouble."""
    outcome = Outcome(trouble=trouble)
    return outcome if question.steps is None else [outcome]


def _stopped(outcomes: Outcome | list[Outcome]) -> bool:
    """Whether a question had an outcome after which a player stops."""
    return any(map(stops, outcomes if isinstance(outcomes, list) else [outcomes]))
