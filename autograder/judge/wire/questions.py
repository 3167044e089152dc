"""Questions as the text that goes to a player, and its replies as outcomes."""

from __future__ import annotations

import functools
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from autograder.core.outcomes import Question
from autograder.trying.local import IN_ALL

from . import messages
from .arguments import encode_arguments
from .outcomes import decode_outcome

_AGAIN = messages.to_json(messages.AGAIN)


def patience(questions: Iterable[Question]) -> float:
    """Seconds for all of a message: for the one of its questions that may take longest."""
    return max(question.limit * (1 if question.steps is None else IN_ALL) for question in questions)


def written(questions: Iterable[Question]) -> str:
    """Questions as JSON; arguments and steps that come again are not written again."""
    texts = []
    args: Any = None
    steps: Any = None
    for question in questions:
        given = calls = _AGAIN
        if question.args is not args:
            args = question.args
            given = _texts.of(args, encode_arguments)
        if question.steps is not steps:
            steps = question.steps
            calls = "null" if steps is None else _texts.of(steps, _encode_steps)
        count = "true" if question.count else "false"
        seed = "null" if question.seed is None else hidden(question.seed)
        texts.append(f"[{question.limit},{count},{seed},{given},{calls}]")
    return f"[{','.join(texts)}]"


def _encode_steps(steps: Sequence[tuple[str, tuple[Any, ...]]]) -> list[Any]:
    return [[step, encode_arguments(args)] for step, args in steps]


@functools.lru_cache(maxsize=1 << 14)  # the seeds of one submission are those of the next
def hidden(seed: int) -> int:
    """A seed that gives nothing away of the one it is made from, which is the cohort's secret."""
    return int.from_bytes(hashlib.sha256(str(seed).encode()).digest()[:8], "big")


class _Texts:
    """Remembers long arguments as JSON: checks that keep their inputs ask every submission them.

    They are known by being the same object, which nobody changes: answers get copies.
    """

    LONG = 4_096
    MOST = 16 * 1024 * 1024

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Any, str]] = OrderedDict()
        self._length = 0

    def of(self, value: Any, encode: Callable[[Any], Any]) -> str:
        """``encode(value)`` as text."""
        if id(value) in self._kept:
            self._kept.move_to_end(id(value))
            return self._kept[id(value)][1]
        text = messages.to_json(encode(value))
        if len(text) >= self.LONG:
            self._kept[id(value)] = value, text  # with the value, so that its id stays its own
            self._length += len(text)
        while self._length > self.MOST:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._length -= len(oldest)
        return text


_texts = _Texts()


def decoded(question: Question, reply: Any) -> Any:
    """What a question gives: an outcome, or one a step; raises `ValueError` or the like."""
    if question.steps is None:
        return decode_outcome(reply, question.args)
    steps = len(question.steps)
    given = [*(args for _, args in question.steps), ()]
    outcomes = list(map(decode_outcome, reply, given))
    cut_short = bool(outcomes) and outcomes[-1].trouble is not None
    if (
        len(outcomes) != len(reply)
        or len(outcomes) != steps
        and not (cut_short and len(outcomes) <= max(steps, 1))
    ):
        raise ValueError("another number of outcomes than of steps")
    return outcomes
