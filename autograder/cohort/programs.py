"""Programs compared by what they do, not by their names, spaces and comments."""

from __future__ import annotations

import builtins
import contextlib
import io
import keyword
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import NamedTuple

LENGTH = 12
"""Tokens of a piece; two programs share a passage of at least so many."""
LEAST = 20
"""Shared pieces without which a pair is not worth a look: a passage of about 30 tokens."""
SHARE = 0.5
"""Of the smaller program's own pieces, how many must be shared."""
COMMON, FEW = 0.1, 3
"""Pieces of more than this share of the class are common ground, but never those of so few."""
LONG_TEXT = 40
"""Characters from which on a string is compared word by word: it may be a query."""
_KEPT = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins)}
_LEFT_OUT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENDMARKER,
}  # fmt: skip
_STATEMENT_STARTS = {tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT}


class Token(NamedTuple):
    """A token in its normal form, and the line that it is on, from 1."""

    text: str
    line: int


def tokens(source: str) -> list[Token]:
    """The program without comments and docstrings, every name of its own the same.

    Of a text that is no Python it has as much as can be read.
    """
    found: list[Token] = []
    before = tokenize.NEWLINE
    with contextlib.suppress(tokenize.TokenError, SyntaxError):
        for each in tokenize.generate_tokens(io.StringIO(source).readline):
            is_docstring = each.type == tokenize.STRING and before in _STATEMENT_STARTS
            if each.type not in _LEFT_OUT and not is_docstring:
                found += _normal(each)
            before = each.type
    return found


def _normal(token: tokenize.TokenInfo) -> Iterator[Token]:
    line = token.start[0]
    if token.type == tokenize.NAME:
        yield Token(token.string if token.string in _KEPT else "name", line)
    elif token.type == tokenize.STRING and len(token.string) >= LONG_TEXT:
        for number, text in enumerate(token.string.lower().splitlines()):
            yield from (Token(word, line + number) for word in re.findall(r"\w+|[^\w\s]", text))
    elif token.type == tokenize.STRING:
        yield Token("text", line)
    else:
        yield Token(token.string, line)


def pieces(program: list[Token]) -> list[tuple[str, ...]]:
    """All runs of `LENGTH` tokens, in order."""
    texts = [token.text for token in program]
    return [tuple(texts[at : at + LENGTH]) for at in range(len(texts) - LENGTH + 1)]


@dataclass(frozen=True)
class Pair:
    """Two programs, the share of the smaller one's own pieces that both have, and where they are.

    ``passages`` are the lines of each, as the text of that program.
    """

    one: str
    other: str
    share: float
    passages: tuple[list[str], list[str]]


def similar(programs: Mapping[str, str], known: Iterable[str]) -> list[Pair]:
    """The pairs that share much, the most similar first.

    ``programs`` are sources by student; what ``known`` sources have, or many of the class, is
    taken off before.
    """
    read = {who: tokens(source) for who, source in programs.items()}
    every = {who: set(pieces(program)) for who, program in read.items()}
    counts = Counter(piece for own in every.values() for piece in own)
    most = max(FEW, COMMON * len(every))
    off = {piece for source in known for piece in pieces(tokens(source))}
    own = {
        who: {piece for piece in found if counts[piece] <= most and piece not in off}
        for who, found in every.items()
    }
    shared: Counter[tuple[str, str]] = Counter()
    holders: dict[tuple[str, ...], list[str]] = {}
    for who in sorted(own):
        for piece in own[who]:
            holders.setdefault(piece, []).append(who)
    for people in holders.values():
        shared.update(combinations(people, 2))
    pairs = []
    for (one, other), count in shared.items():
        share = count / min(len(own[one]), len(own[other]))
        if count >= LEAST and share >= SHARE:
            both = own[one] & own[other]
            passages = [_passages(programs[who], read[who], both) for who in (one, other)]
            pairs.append(Pair(one, other, share, (passages[0], passages[1])))
    return sorted(pairs, key=lambda pair: (-pair.share, pair.one, pair.other))


def _passages(source: str, program: list[Token], shared: set[tuple[str, ...]]) -> list[str]:
    """The lines of a program that hold these pieces.

    Each run of lines is one text, with the blank lines and comments in it.
    """
    lines: set[int] = set()
    for at, piece in enumerate(pieces(program)):
        if piece in shared:
            lines.update(token.line for token in program[at : at + LENGTH])
    text = source.splitlines()
    found = []
    with_tokens = sorted({token.line for token in program})
    for is_shared, run in groupby(with_tokens, key=lines.__contains__):
        if is_shared:
            numbers = list(run)
            found.append("\n".join(text[numbers[0] - 1 : numbers[-1]]))
    return found
