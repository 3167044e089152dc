"""Checks of lesson 104: matching a text against a pattern of letters, '.' and '*'."""

from __future__ import annotations

import fnmatch
import random
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ..exercise import Answer, Exercise, Outcome, Right, Trouble, Verdict, Wrong
from ..groups import (
    Case,
    Failure,
    Group,
    Growth,
    Named,
    Operations,
    case,
    of_trouble,
    passed,
    show_call,
)
from ..groups.base import LIMIT
from ..values import Opaque, same, show

MATCHERS = ("re", "regex", "fnmatch", "glob")
REFUSED = (*MATCHERS, "setrecursionlimit")
LETTERS = "ab"
SPECIAL = "a\n+?[(\\^$é中"
ODD = "\r\n\t \0é中😀"
LONG = (
    "Texts reach 2,000 characters: a stack frame a character is too deep, and coming to the same "
    "two places again and again too slow."
)


def standard_pattern(p: str) -> re.Pattern[str]:
    """The standard library's reading of ``p``: everything but '.' and '*' is escaped."""
    text = "".join(char if char in ".*" else re.escape(char) for char in p)
    return re.compile(text, re.DOTALL)


def oracle(s: str, p: str) -> bool:
    return standard_pattern(p).fullmatch(s) is not None


def glob_oracle(s: str, p: str) -> bool:
    """The standard library's answer, with its one further special character escaped."""
    return re.match(fnmatch.translate(p.replace("[", "[[]")), s) is not None


class ByRe:
    """What `Matcher` should do, with the whole text kept."""

    def __init__(self, pattern: str) -> None:
        self._pattern = standard_pattern(pattern)
        self._text = ""

    def feed(self, char: str) -> None:
        self._text += char

    def matched(self) -> bool:
        return self._pattern.fullmatch(self._text) is not None


def pairs(letters: str, only_in_texts: str = ""):
    """Pairs (s, p) over ``letters``, half of them built so that they match, or nearly."""
    from hypothesis import strategies as st

    chars = letters + only_in_texts
    token = st.tuples(st.sampled_from(letters + "."), st.sampled_from(["", "*"])).map("".join)
    pattern = st.lists(token, max_size=6).map("".join)

    @st.composite
    def matching(draw):
        tokens = draw(st.lists(token, max_size=6))
        s = ""
        for each in tokens:
            times = draw(st.integers(0, 3)) if each.endswith("*") else 1
            s += "".join(draw(st.sampled_from(chars)) if each[0] == "." else each[0]
                         for _ in range(times))
        return s + draw(st.sampled_from(["", "", *letters[:2]])), "".join(tokens)

    return st.one_of(st.tuples(st.text(chars, max_size=8), pattern), matching())


def texts_and_patterns():
    """Pairs (s, p) over two letters."""
    return pairs(LETTERS)


def special_texts():
    """Pairs (s, p) with characters that mean something elsewhere."""
    return pairs(SPECIAL, only_in_texts=".*")


def literals(wild: str, chars: str = string.punctuation + ODD) -> list[tuple[str, str]]:
    """Pairs (s, p) where one of ``chars``, which mean something elsewhere, stands alone or nearly.

    ``wild`` is the one that stands for any character in a pattern.
    """
    marks = [char for char in chars if char not in (wild, "*")]
    found = [pair for char in marks for pair in ((char, char), ("a", char), ("aa", "a" + char))]
    found += [(char, p) for char in chars for p in (wild, "a", wild + "*")]
    found += [(wild, "\\" + wild), ("\\" + wild, "\\" + wild), ("\\\\", "\\\\"), ("\\n", "\n")]
    found += [("1", "\\d"), ("b", "[ab]"), ("b", "[!a]"), ("[!a]", "[!a]"), ("a", "{a}")]
    found += [("{a}", "{a}"), ("^a$", "^a$"), ("/", "\\"), ("\r\n", wild), ("\r\n", wild * 2)]
    found += [("a\n", "a"), (" a", "a"), ("A", "a"), ("a", "A"), ("ß", "ss"), ("é", "e\u0301")]
    found += [("e\u0301", wild), ("a\0b", "a"), ("b*", "b"), ("b*a", "ba"), (wild, "b")]
    return found


def of_literals(wild: str, oracle) -> list[Case]:
    """Each of `literals` as an example."""
    return [case(s, p, gives=oracle(s, p)) for s, p in literals(wild)]


def feedings():
    """The pattern as the constructor's arguments, then calls of ``feed`` and ``matched``."""
    from hypothesis import strategies as st

    @st.composite
    def steps(draw):
        s, p = draw(st.one_of(pairs(LETTERS), pairs("a\n+", only_in_texts=".*")))
        asks = draw(st.lists(st.integers(0, 2), min_size=len(s), max_size=len(s)))
        return fed(p, s, asks)

    return steps()


def fed(p: str, s: str, asks: list[int] | None = None) -> tuple:
    """``s`` fed to a matcher of ``p``, asked ``asks[i]`` times before character i."""
    calls: list[tuple] = []
    for char, times in zip(s, asks or [1] * len(s)):
        calls += [("matched", ())] * times + [("feed", (char,))]
    return ((p,), *calls, ("matched", ()))


def globs():
    """Pairs (s, p) of a text and a glob; many of them match, or nearly."""
    from hypothesis import strategies as st

    piece = st.one_of(
        st.sampled_from([("a", "a"), ("b", "b"), ("a", "?"), ("b", "?"), ("", "*")]),
        st.tuples(st.text(LETTERS, max_size=3), st.just("*")),
    )
    matching = st.tuples(st.lists(piece, max_size=6), st.sampled_from(["", "", "a", "b"])).map(
        lambda found: ("".join(s for s, _ in found[0]) + found[1], "".join(p for _, p in found[0]))
    )
    nearly = st.tuples(matching, st.integers(0, 12)).map(
        lambda found: (found[0][0][: found[1]] + found[0][0][found[1] + 1 :], found[0][1])
    )
    return st.one_of(
        matching,
        nearly,
        st.tuples(st.text("ab", max_size=7), st.text("ab?*", max_size=5)),
        st.tuples(st.text("ab.[+(?* \n", max_size=7), st.text("ab.[+(?* ", max_size=6)),
    )


@dataclass(frozen=True, eq=False)
class Fed(Operations):
    """`Operations` whose cases start with the arguments of the constructor."""

    def _parts(self, operations: tuple) -> tuple[tuple, tuple]:
        init, *steps = operations
        return init, tuple(steps)


def as_asked(got: object, want: object) -> bool:
    """``matched`` returns a bool; what the other methods return is open."""
    return not isinstance(want, bool) or same(got, want)


def held(value: object) -> int:
    """The size of a plain value: a unit for an item, a character, or a bit of an integer."""
    if isinstance(value, Opaque):
        return len(value.text)
    if isinstance(value, int) and not isinstance(value, bool):
        return 1 + value.bit_length()
    if isinstance(value, (str, bytes)):
        return 1 + len(value)
    if isinstance(value, Mapping):
        return 1 + sum(held(key) + held(item) for key, item in value.items())
    if isinstance(value, (list, tuple, frozenset)):
        return 1 + sum(map(held, value))
    return 1


def noise(size: int) -> str:
    """The same random text of 'a' and 'b' each time."""
    return "".join(random.Random(104).choices(LETTERS, k=size))


@dataclass(frozen=True, eq=False)
class Kept(Named):
    """What a matcher holds and does must not grow with the text, nor explode with the pattern.

    The state is read with ``__getstate__``, which every object has, as a plain value. Readings
    that are compared come after the same last 20 characters, so that right answers hold the
    same. A text that is hidden from it, in a closure or a global name, shows in the steps that
    ``feed`` and ``matched`` take. One that nests objects or calls for each character is stopped
    by the 3,000 characters fed at the end.
    """

    of_work: ClassVar[bool] = True

    def run_examples(self, answer: Answer) -> Verdict | None:
        """There is no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Compare the state after 20 and 150 characters, and for 8 and 14 tokens."""
        failure = (
            self._with_text(answer)
            or self._with_pattern(answer)
            or self._long(answer)
        )
        return failure.verdict(self) if failure else passed(self)

    def _with_text(self, answer: Answer) -> Failure | None:
        first, rest = noise(130)[:20], noise(130)[20:]
        for pattern in (tokens(14), ".*" * 3):
            failure = self._compare(
                "What it holds grows with the text.", answer,
                (pattern, first), (pattern, first + rest + first), lambda size: size + 65,
            )
            if failure:
                return failure
        return self._compare_steps(answer, tokens(14), first, first + rest + first)

    def _with_pattern(self, answer: Answer) -> Failure | None:
        return self._compare(
            "What it holds doubles with each token of the pattern.", answer,
            (tokens(8), noise(20)), (tokens(14), noise(20)), lambda size: 6 * size,
        )

    def _compare(self, message, answer: Answer, small, large, most) -> Failure | None:
        sizes, said = [], []
        for pattern, text in (small, large):
            call = f"x = {show_call(answer.name, (pattern,))}, fed {len(text)} characters"
            last = fed_whole(answer, pattern, text, "__getstate__")[-1]
            if last.trouble:
                return of_trouble(last.trouble, call, "a state that can be read")
            sizes.append(held(last.value))
            said.append(f"{call}: {sizes[-1]:,}")
        if sizes[1] <= most(sizes[0]):
            return None
        expected = f"at most {most(sizes[0]):,} items, characters and bits in the second"
        return Failure(message, "the state of x", expected, "\n".join(said))

    def _compare_steps(self, answer: Answer, pattern: str, *texts: str) -> Failure | None:
        found, said = [], []
        for text in texts:
            call = f"x = {show_call(answer.name, (pattern,))}, fed {len(text)} characters"
            feed, matched = fed_whole(answer, pattern, text, "matched", count=True)[-2:]
            if trouble := feed.trouble or matched.trouble:
                return of_trouble(trouble, call, "an end")
            found.append((feed.steps, matched.steps))
            said.append(f"{call}: {feed.steps:,} steps to feed, {matched.steps:,} to ask")
        for method, before, after in zip(("feed", "matched"), *found):
            if after > 2 * before + 50:
                message = f"The work of one call of {method} grows with the text."
                expected = f"at most {2 * before + 50:,} steps of {method} in the second"
                return Failure(message, f"the last x.{method}", expected, "\n".join(said))
        return None

    def _long(self, answer: Answer) -> Failure | None:
        last = fed_whole(answer, "a*.*b", "ab" * 1500, "matched")[-1]
        call = f"x = {show_call(answer.name, ('a*.*b',))}, fed 'ab' 1,500 times"
        if last.trouble:
            return of_trouble(last.trouble, call, "True")
        if same(last.value, True):
            return None
        return Failure("It gives another value.", call, "True", show(last.value))


def fed_whole(
    answer: Answer, pattern: str, text: str, then: str, count: bool = False
) -> list[Outcome]:
    """The outcomes of feeding ``text`` and calling ``then``; two of a trouble if there is one."""
    steps = [("feed", (char,)) for char in text] + [(then, ())]
    outcomes = answer.operate((pattern,), steps, limit=LIMIT, count=count)
    if failed := next((outcome for outcome in outcomes if outcome.trouble), None):
        return [failed, failed]
    if len(outcomes) < len(steps):
        return [Outcome(trouble=Trouble("not usable", "It did not answer every call."))] * 2
    return outcomes


def tokens(size: int) -> str:
    """A pattern of ``size`` tokens whose positions can be alive in every combination."""
    return ".*a" + "." * (size - 2)


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


def grows(n: int) -> tuple[str, str]:
    """A text and a pattern of n characters each, that fail only at the very end."""
    return "a" * n, "a*" * (n // 2 - 1) + "b"


def glob_grows(n: int) -> tuple[str, str]:
    return "a" * n, "*a" * (n // 2 - 1) + "*b"


def brute_force(s: str, p: str) -> bool:
    if not p:
        return not s
    first = bool(s) and p[0] in (s[0], ".")
    if p[1:2] == "*":
        return brute_force(s, p[2:]) or (first and brute_force(s[1:], p))
    return first and brute_force(s[1:], p[1:])


def glob_brute_force(s: str, p: str) -> bool:
    if not p:
        return not s
    if p[0] == "*":
        return glob_brute_force(s, p[1:]) or (bool(s) and glob_brute_force(s[1:], p))
    return bool(s) and p[0] in (s[0], "?") and glob_brute_force(s[1:], p[1:])


def table(s: str, p: str) -> bool:
    row = [True] + [False] * len(p)
    for j in range(1, len(p)):
        row[j + 1] = p[j] == "*" and row[j - 1]
    for char in s:
        new = [False] * (len(p) + 1)
        for j, token in enumerate(p):
            if token == "*":
                new[j + 1] = new[j - 1] or (row[j + 1] and p[j - 1] in (char, "."))
            else:
                new[j + 1] = row[j] and token in (char, ".")
        row = new
    return row[-1]


def two_pointers(s: str, p: str) -> bool:
    i = j = 0
    star, mark = -1, 0
    while i < len(s):
        if j < len(p) and p[j] == "*":
            star, mark = j, i
            j += 1
        elif j < len(p) and p[j] in (s[i], "?"):
            i, j = i + 1, j + 1
        elif star >= 0:
            mark += 1
            i, j = mark, star + 1
        else:
            return False
    return all(char == "*" for char in p[j:])


TABLE = '''
def is_match(s, p):
    ok = [[False] * (len(p) + 1) for _ in range(len(s) + 1)]
    ok[0][0] = True
    for i in range(len(s) + 1):
        for j in range(1, len(p) + 1):
            if p[j - 1] == "*":
                more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
                ok[i][j] = ok[i][j - 2] or more
            else:
                ok[i][j] = i > 0 and p[j - 1] in (s[i - 1], ".") and ok[i - 1][j - 1]
    return ok[len(s)][len(p)]
'''
ROWS = '''
def is_match(s, p):
    row = [True] + [False] * len(p)
    for j in range(1, len(p)):
        row[j + 1] = p[j] == "*" and row[j - 1]
    for char in s:
        new = [False] * (len(p) + 1)
        for j, token in enumerate(p):
            if token == "*":
                new[j + 1] = new[j - 1] or (row[j + 1] and p[j - 1] in (char, "."))
            else:
                new[j + 1] = row[j] and token in (char, ".")
        row = new
    return row[-1]
'''
TRYING = '''
def is_match(s, p):
    if not p:
        return not s
    first = bool(s) and p[0] in (s[0], ".")
    if p[1:2] == "*":
        return is_match(s, p[2:]) or (first and is_match(s[1:], p))
    return first and is_match(s[1:], p[1:])
'''
MEMO = '''
def is_match(s, p):
    memo = {}
    def ok(i, j):
        if (i, j) not in memo:
            first = i < len(s) and p[j:j + 1] in (s[i], ".")
            if j == len(p):
                memo[i, j] = i == len(s)
            elif p[j + 1:j + 2] == "*":
                memo[i, j] = ok(i, j + 2) or (first and ok(i + 1, j))
            else:
                memo[i, j] = first and ok(i + 1, j + 1)
        return memo[i, j]
    return ok(0, 0)
'''
ALIVE = '''
def is_match(s, p):
    tokens = []
    for char in p:
        if char == "*":
            tokens[-1] = tokens[-1][0], True
        else:
            tokens.append((char, False))
    def closed(alive):
        for j, (_, star) in enumerate(tokens):
            if star and j in alive:
                alive.add(j + 1)
        return alive
    alive = closed({0})
    for c in s:
        fits = [j for j in alive if j < len(tokens) and tokens[j][0] in (c, ".")]
        alive = closed({j if tokens[j][1] else j + 1 for j in fits})
    return len(tokens) in alive
'''
BITS = '''
def is_match(s, p):
    chars, stars = [], 0
    for char in p:
        if char == "*":
            stars |= 1 << (len(chars) - 1)
        else:
            chars.append(char)
    def closed(state):
        for j in range(len(chars)):
            if state >> j & stars >> j & 1:
                state |= 2 << j
        return state
    state = closed(1)
    for c in s:
        fits = state & sum(1 << j for j, char in enumerate(chars) if char in (c, "."))
        state = closed(fits & stars | (fits & ~stars) << 1)
    return bool(state >> len(chars) & 1)
'''

is_match = Exercise(
    difficulty="hard",
    minutes=25,
    groups=[
        Group(
            "empty text and empty pattern",
            cases=[
                case("", "", gives=True),
                case("", "a*b*", gives=True),
                case("", "a", gives=False),
                case("a", "", gives=False),
                case("", ".*", gives=True),
                case("", "a*b", gives=False),
            ],
            nudge="A starred token may stand for nothing, and so may several in a row.",
        ),
        Group(
            "whole string",
            cases=[
                case("aa", "a", gives=False),
                case("ab", ".", gives=False),
                case("aab", "c*a*b", gives=True),
                case("mississippi", "mis*is*p*.", gives=False),
                case("ab", "b", gives=False),
            ],
            nudge="The pattern must account for every character of the text.",
        ),
        Group(
            "any text, any pattern",
            points=2,
            cases=[
                case("ab", ".*", gives=True),
                case("aaa", "ab*a*c*a", gives=True),
                case("ab", "a*b", gives=True),
                case("ba", "a*b", gives=False),
            ],
            inputs=texts_and_patterns,
            oracle=oracle,
            tries=200,
            nudge="Draw the table for this pair by hand and find the first wrong cell.",
        ),
        Group(
            "nothing else is special",
            cases=[
                case("a\nb", "a.b", gives=True),
                case("+", "+", gives=True),
                case("a+", "a+", gives=True),
                case("aa", "a+", gives=False),
                case("^a$", "^a$", gives=True),
                case("A", "a", gives=False),
                case("a ", "a", gives=False),
                case(".", "a", gives=False),
                case("*", "a*", gives=False),
                *of_literals(".", oracle),
            ],
            inputs=special_texts,
            oracle=oracle,
            tries=40,
            nudge="Only '.' and '*' in the pattern mean something; '.' stands for any character.",
        ),
        Group(
            "long texts",
            inputs=None,
            cases=[
                case("a" * 2000, "a*" * 50, gives=True),
                case("ab" * 1000, ".*" + "b", gives=True),
                case("a" * 1999 + "b", "a*" * 99 + "b", gives=True),
                case("a" * 1999 + "b", "a*" * 100, gives=False),
            ],
            nudge=LONG,
            limit=5.0,
        ),
        Growth(
            "work grows as len(s) * len(p)",
            args=grows,
            sizes=(6, 12, 24, 48),
            exponent=2.2,
            limit=5.0,
            brute=brute_force,
            best=table,
            nudge="Each pair (i, j) of suffixes needs an answer once. Keep it.",
        ),
    ],
    hints=[
        "Which two things can `a*` do at the current position? Write them as two smaller "
        "questions of the same kind.",
        "Let `ok[i][j]` say whether the first `i` characters match the first `j` of the pattern. "
        "Which cells does `ok[i][j]` need if `p[j-1]` is a letter, and which if it is `*`?",
        "For `*`: `ok[i][j-2]` takes no copy of the token. `ok[i-1][j]` takes one more, if the "
        "token before the star fits `s[i-1]`. Row 0 is not all false, and has no row above it.",
        "Make `len(s) + 1` rows of `False`, each a list of its own, and set `ok[0][0] = True`. "
        "Fill row 0 with `ok[0][j] = p[j-1] == '*' and ok[0][j-2]`, then the other rows from "
        "left to right: `ok[i][j-2] or (fits and ok[i-1][j])` for a star, `fits and "
        "ok[i-1][j-1]` otherwise. The answer is `ok[len(s)][len(p)]`.",
    ],
    without=REFUSED,
    wrong=[
        Wrong("tries every split, without a table", TRYING, "work grows as len(s) * len(p)"),
        edited("matches a prefix only", "whole string", TRYING, ("return not s", "return True")),
        edited("finds a match that ends the text", "whole string", ROWS,
               ("new = [False] * (len(p) + 1)", "new = [True] + [False] * len(p)")),
        edited("finds the pattern anywhere", "whole string", ALIVE,
               ("closed({j if", "closed({0} | {j if"),
               ("    for c in s:", "    found = len(tokens) in alive\n    for c in s:"),
               ("fits})\n", "fits})\n        found |= len(tokens) in alive\n"),
               ("return len(tokens) in alive", "return found")),
        edited("row 0 is all false", "empty text and empty pattern", ROWS,
               ('row[j + 1] = p[j] == "*" and row[j - 1]', "pass")),
        edited("row 0 knows one star only", "empty text and empty pattern", ROWS,
               ("range(1, len(p))", "range(1, min(len(p), 2))")),
        edited("an empty text matches the empty pattern only", "empty text and empty pattern",
               ROWS, ("    row = [True]", "    if not s:\n        return not p\n    row = [True]")),
        edited("a star needs at least one", "empty text and empty pattern", TRYING,
               ("is_match(s, p[2:]) or (first and is_match(s[1:], p))",
                "first and (is_match(s[1:], p[2:]) or is_match(s[1:], p))")),
        edited("a pattern longer than the text never matches", "any text, any pattern", TABLE,
               ("    ok[0][0] = True",
                '    if len(p.replace("*", "")) > len(s):\n        return False\n'
                "    ok[0][0] = True")),
        edited("a starred dot fits dots only", "any text, any pattern", TABLE,
               ('p[j - 2] in (s[i - 1], ".")', "p[j - 2] == s[i - 1]")),
        edited("a star is any run, as in a file name", "any text, any pattern", TABLE,
               ('p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]', "ok[i - 1][j]")),
        edited("a star is zero or one", "any text, any pattern", TABLE,
               ("and ok[i - 1][j]\n", "and ok[i - 1][j - 2]\n")),
        edited("a star is two at most", "any text, any pattern", TABLE,
               ("and ok[i - 1][j]\n",
                "and (ok[i - 1][j - 2] or (i > 1 and s[i - 2] == s[i - 1] "
                "and ok[i - 2][j - 2]))\n")),
        edited("a star that may take one must", "any text, any pattern", TRYING,
               ("return is_match(s, p[2:]) or (first and is_match(s[1:], p))",
                "return is_match(s[1:], p) if first else is_match(s, p[2:])")),
        edited("'.*' takes all that is left", "any text, any pattern", ROWS,
               ("    row = [True]",
                '    if p[:2] == ".*":\n        return True\n    row = [True]')),
        edited("all rows are the same list", "any text, any pattern", TABLE,
               ("] * (len(p) + 1) for _ in range(len(s) + 1)]",
                "] * (len(p) + 1)] * (len(s) + 1)")),
        edited("two rows taken in turn, the first column never cleared", "any text, any pattern",
               TABLE, ("for _ in range(len(s) + 1)]", "for _ in range(2)]"),
               ("= ok[i][j - 2] or more", "= ok[i % 2][j - 2] or more"),
               ("                ok[i][j] = i > 0", "                ok[i % 2][j] = i > 0"),
               ("                ok[i]", "                ok[i % 2]"),
               ("ok[i - 1][j]\n", "ok[(i - 1) % 2][j]\n"),
               ("ok[i - 1][j - 1]", "ok[(i - 1) % 2][j - 1]"),
               ("ok[len(s)][", "ok[len(s) % 2][")),
        edited("one row, overwritten from the left", "any text, any pattern", ROWS,
               ("new = [False] * (len(p) + 1)", "new = row\n        new[0] = False")),
        edited("answers kept in a mutable default", "any text, any pattern", MEMO,
               ("s, p):", "s, p, memo={}):"), ("    memo = {}\n", "")),
        Wrong("answers kept between calls by the lengths", '''
seen = {}
def is_match(s, p):
    key = len(s), p
    if key not in seen:
        seen[key] = by_table(s, p)
    return seen[key]
''' + TABLE.replace("def is_match", "def by_table"), "any text, any pattern"),
        Wrong("knows the examples by heart", '''
def is_match(s, p):
    yes = {("", ""), ("", "a*b*"), ("", ".*"), ("aab", "c*a*b"), ("ab", ".*"),
           ("aaa", "ab*a*c*a"), ("a\\nb", "a.b"), ("+", "+")}
    return (s, p) in yes or len(s) > 1000
''', "any text, any pattern"),
        edited("a dot is no line end", "nothing else is special", ROWS,
               ('row[j] and token in (char, ".")',
                'row[j] and (token == char or (token == "." and char != "\\n"))')),
        edited("a dot is a letter or digit", "nothing else is special", ROWS,
               ('row[j] and token in (char, ".")',
                'row[j] and (token == char or (token == "." and char.isalnum()))')),
        edited("a dot in the text fits anything", "nothing else is special", ROWS,
               ('row[j] and token in (char, ".")',
                'row[j] and (token == char or "." in (token, char))')),
        edited("ignores case", "nothing else is special", ROWS,
               ("    row = [True]", "    s, p = s.lower(), p.lower()\n    row = [True]")),
        edited("ignores white space at the ends", "nothing else is special", ROWS,
               ("    row = [True]", "    s = s.strip()\n    row = [True]")),
        edited("anchors are dropped from the pattern", "nothing else is special", ROWS,
               ("    row = [True]", '    p = p.lstrip("^").rstrip("$")\n    row = [True]')),
        edited("plus repeats too", "nothing else is special", ROWS,
               ("    row = [True]",
                '    while (at := p.find("+", 1)) > 0 and p[at - 1] != "*":\n'
                '        p = p[:at] + p[at - 1] + "*" + p[at + 1:]\n    row = [True]')),
        edited("a star in the text ends the match", "nothing else is special", ROWS,
               ("    row = [True]",
                '    if "*" in s:\n        return False\n    row = [True]')),
        edited("a question mark is optional", "nothing else is special", ROWS,
               ('row[j] and token in (char, ".")', 'row[j] and token in (char, ".", "?")')),
        edited("a backslash quotes the next character", "nothing else is special", ROWS,
               ("    row = [True]", '    p = p.replace("\\\\", "")\n    row = [True]')),
        edited("accents are put together first", "nothing else is special", ROWS,
               ("    row = [True]",
                "    import unicodedata\n"
                '    s, p = (unicodedata.normalize("NFC", x) for x in (s, p))\n    row = [True]')),
        edited("two characters that end a line are one", "nothing else is special", ROWS,
               ("    row = [True]", '    s = s.replace("\\r\\n", "\\n")\n    row = [True]')),
        edited("characters beyond 16 bits are two", "nothing else is special", ROWS,
               ("    row = [True]",
                '    s = s.encode("utf-16-le").decode("utf-16-le", "surrogatepass")\n'
                '    s = "".join(c if ord(c) < 1 << 16 else "??" for c in s)\n    row = [True]')),
        Wrong("answers kept, but a frame a character", MEMO, "long texts"),
        edited("a frame a character, and a higher limit", "long texts", MEMO,
               ("    memo = {}\n", "    import sys\n    sys.setrecursionlimit(10**6)\n"
                                   "    memo = {}\n")),
        edited("states in 64 bits", "long texts", BITS,
               ("        return state\n", "        return state & (1 << 64) - 1\n")),
        edited("each star tries every length of its run", "work grows as len(s) * len(p)", TABLE,
               ('more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]',
                "more = False\n"
                "                for k in range(i - 1, -1, -1):\n"
                '                    if p[j - 2] not in (s[k], "."):\n'
                "                        break\n"
                "                    more = ok[k][j - 2] or more")),
        Wrong("a stack of places that forgets where it was", '''
def is_match(s, p):
    todo = [(0, 0)]
    while todo:
        i, j = todo.pop()
        if j == len(p):
            if i == len(s):
                return True
            continue
        first = i < len(s) and p[j] in (s[i], ".")
        if p[j + 1:j + 2] == "*":
            todo.append((i, j + 2))
            if first:
                todo.append((i + 1, j))
        elif first:
            todo.append((i + 1, j + 1))
    return False
''', "work grows as len(s) * len(p)"),
    ],
    right=[
        Right("the whole table", TABLE),
        Right("two rows", ROWS),
        Right("the set of positions that are alive", ALIVE),
        Right("positions as the bits of an integer", BITS),
        Right("a table of suffixes, from the end", '''
def is_match(s: str, p: str) -> bool:
    n, m = len(s), len(p)
    dp = {(n, m): True}
    for i in range(n, -1, -1):
        for j in range(m - 1, -1, -1):
            first = i < n and (p[j] == s[i] or p[j] == ".")
            if j + 1 < m and p[j + 1] == "*":
                dp[i, j] = dp.get((i, j + 2), False) or (first and dp[i + 1, j])
            else:
                dp[i, j] = first and dp.get((i + 1, j + 1), False)
    return dp.get((0, 0), False)
'''),
        Right("a stack of places, each visited once", '''
def is_match(s, p):
    todo, seen = [(0, 0)], set()
    while todo:
        i, j = todo.pop()
        if (i, j) in seen:
            continue
        seen.add((i, j))
        if j == len(p):
            if i == len(s):
                return True
            continue
        first = i < len(s) and p[j] in (s[i], ".")
        if p[j + 1:j + 2] == "*":
            todo.append((i, j + 2))
            if first:
                todo.append((i + 1, j))
        elif first:
            todo.append((i + 1, j + 1))
    return False
'''),
        Right("recursion over the tokens, positions of the text in a set", '''
def ends(s, tokens, starts):
    if not tokens:
        return starts
    char, star = tokens[0]
    reached = set(starts) if star else set()
    for i in sorted(starts):
        while i < len(s) and char in (s[i], ".") and i + 1 not in reached:
            i += 1
            reached.add(i)
            if not star:
                break
    return ends(s, tokens[1:], reached)

def is_match(s, p):
    tokens = tuple((c, p[j + 1:j + 2] == "*") for j, c in enumerate(p) if c != "*")
    return len(s) in ends(s, tokens, frozenset([0]))
'''),
        Right("columns as NumPy arrays", '''
import numpy as np

def is_match(s, p):
    text = np.array([ord(c) for c in s], dtype=np.int64)
    column = np.zeros(len(s) + 1, dtype=bool)
    column[0] = True
    for j, c in enumerate(p):
        if c == "*":
            continue
        fits = np.ones(len(s), dtype=bool) if c == "." else text == ord(c)
        if p[j + 1:j + 2] == "*":
            new = column.copy()
            for i in np.flatnonzero(fits):
                new[i + 1] |= new[i]
        else:
            new = np.zeros_like(column)
            new[1:] = column[:-1] & fits
        column = new
    return column[-1]
'''),
        Right("an automaton driven by a generator", '''
from functools import reduce

def is_match(s, p):
    def rows():
        row = (True,)
        for j, token in enumerate(p):
            row += (token == "*" and row[j - 1],)
        while True:
            c = yield row
            new = (False,)
            for j, token in enumerate(p):
                if token == "*":
                    new += (new[j - 1] or row[j + 1] and p[j - 1] in {c, "."},)
                else:
                    new += (row[j] and token in {c, "."},)
            row = new
    machine = rows()
    row = next(machine)
    return reduce(lambda _, c: machine.send(c), s, row)[-1]
'''),
    ],
)

MATCHER_ROW = '''
class Matcher:
    def __init__(self, pattern):
        self.p = pattern
        self.row = [True]
        for j, token in enumerate(self.p):
            self.row.append(token == "*" and self.row[j - 1])

    def feed(self, char):
        new = [False]
        for j, token in enumerate(self.p):
            if token == "*":
                new.append(new[j - 1] or (self.row[j + 1] and self.p[j - 1] in (char, ".")))
            else:
                new.append(self.row[j] and token in (char, "."))
        self.row = new

    def matched(self):
        return self.row[-1]
'''
MATCHER_SET = '''
class Matcher:
    def __init__(self, pattern):
        self.tokens = re_free_tokens(pattern)
        self.alive = self.closed({0})

    def closed(self, places):
        for j, (_, star) in enumerate(self.tokens):
            if star and j in places:
                places.add(j + 1)
        return places

    def feed(self, c):
        stay_or_go = set()
        for j in self.alive:
            if j < len(self.tokens) and self.tokens[j][0] in (c, "."):
                stay_or_go.add(j if self.tokens[j][1] else j + 1)
        self.alive = self.closed(stay_or_go)

    def matched(self):
        return len(self.tokens) in self.alive

def re_free_tokens(pattern):
    after = pattern[1:] + " "
    return [(c, n == "*") for c, n in zip(pattern, after) if c != "*"]
'''
MATCHER_BITS = '''
class Matcher:
    __slots__ = ("chars", "stars", "state")

    def __init__(self, p):
        self.chars = p.replace("*", "")
        self.stars = 0
        at = -1
        for c in p:
            if c == "*":
                self.stars |= 1 << at
            else:
                at += 1
        self.state = self.closed(1)

    def closed(self, state):
        for j in range(len(self.chars)):
            if state & self.stars & 1 << j:
                state |= 2 << j
        return state

    def feed(self, char):
        fits = sum(1 << j for j, c in enumerate(self.chars) if c == char or c == ".")
        hit = self.state & fits
        self.state = self.closed(hit & self.stars | (hit & ~self.stars) << 1)
        return self

    def matched(self):
        return self.state >> len(self.chars) == 1
'''

Matcher = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Fed(
            "before the first character",
            cases=[fed("", ""), fed("a*b*", ""), fed(".*", ""), fed("a", ""), fed("a*b", "")],
            model=ByRe,
            accept=as_asked,
            nudge="Before anything is fed the question is whether the empty text matches.",
        ),
        Fed(
            "any text, any pattern",
            cases=[fed("c*a*b", "aab"), fed(".*", "ab"), fed("ab*a", "abba"),
                   fed("a.b", "a\nb"), fed("a*", "aa", [2, 2]),
                   *(fed(p, s) for s, p in literals(".", ".*?+[\\^$A\n é😀"))],
            model=ByRe,
            inputs=feedings,
            accept=as_asked,
            tries=100,
            nudge="Which row of the table must you know to fill in the next one? Only '.' and '*' "
            "mean something, and only in the pattern.",
        ),
        Fed(
            "each matcher has its own state",
            cases=[
                (("a*",), ("feed", ("b",)), ("__class__", ("a*",)), ("matched", ())),
                (("ab",), ("feed", ("a",)), ("__class__", ("c*",)), ("feed", ("b",)),
                 ("matched", ())),
                (("a",), ("feed", ("a",)), ("matched", ())),
                (("a",), ("matched", ()), ("feed", ("a",)), ("matched", ())),
            ],
            model=ByRe,
            accept=as_asked,
            nudge="A second matcher, made in between, changes nothing for the first.",
        ),
        Kept(
            "memory as the pattern, not the text",
            nudge="Keep what the next character needs to know, and nothing else.",
        ),
    ],
    hints=[
        "In the table of `is_match`, which earlier rows does row `i` read?",
        "The constructor knows the pattern, so it can fill in row 0. Each character fed gives the "
        "next row out of the last one.",
        "Let `feed` build a new list from the old row, from left to right: a star reads the new "
        "row two places back and the old row at its own place; any other token reads the old row "
        "one place back. Then the new row takes the place of the old.",
        "Constructor: `row = [True]`, then for each `j, token` of the pattern append "
        "`token == '*' and row[j - 1]`. In `feed`, start with `new = [False]` and append "
        "`new[j - 1] or (row[j + 1] and fits)` for a star, `row[j] and fits` otherwise, where "
        "`fits` compares `char` with the token (for a star, with the token before it). "
        "`matched` returns the last entry of the row.",
    ],
    without=MATCHERS,
    wrong=[
        edited("row 0 is all false", "before the first character", MATCHER_ROW,
               ('token == "*" and self.row[j - 1]', "False")),
        edited("only the empty pattern matches at first", "before the first character",
               MATCHER_ROW, ("        return self.row[-1]",
                             "        return self.row[-1] and (not self.p or True in "
                             "self.row[:-1] or not self.row[0])"),
               ("self.row.append(token ==", "self.row.append(j < 2 and token ==")),
        edited("a star needs at least one", "before the first character", MATCHER_SET,
               ("        self.alive = self.closed({0})", "        self.alive = {0}"),
               ("stay_or_go.add(j if self.tokens[j][1] else j + 1)",
                "stay_or_go |= {j, j + 1} if self.tokens[j][1] else {j + 1}"),
               ("self.closed(stay_or_go)", "stay_or_go")),
        edited("nothing to ask before the first character", "before the first character",
               MATCHER_ROW, ("        return self.row[-1]", "        return self.answer"),
               ("        self.row = new", "        self.row = new\n        self.answer = new[-1]")),
        edited("the empty text never matches", "before the first character", MATCHER_ROW,
               ("        self.p = pattern", "        self.p = pattern\n        self.fed = False"),
               ("        new = [False]", "        self.fed = True\n        new = [False]"),
               ("return self.row[-1]", "return self.fed and self.row[-1]")),
        edited("once matched, always matched", "any text, any pattern", MATCHER_ROW,
               ("        self.row = new", "        new[-1] = new[-1] or self.row[-1]\n"
                                          "        self.row = new")),
        edited("a text that does not match yet is given up", "any text, any pattern", MATCHER_ROW,
               ("        self.row = new",
                "        self.row = new if self.row[-1] or new[-1] else [False] * len(new)")),
        edited("starts again at each character", "any text, any pattern", MATCHER_ROW,
               ("new = [False]", "new = [True]")),
        edited("the row overwritten while it is read", "any text, any pattern", MATCHER_ROW,
               ("new = [False]", "new = self.row\n        new[0] = False"),
               ("new.append(new[j - 1]", "new[j + 1] = (new[j - 1]"),
               ("new.append(self.row[j] and", "new[j + 1] = (self.row[j] and")),
        edited("a starred dot fits dots only", "any text, any pattern", MATCHER_ROW,
               ('self.p[j - 1] in (char, ".")', "self.p[j - 1] == char")),
        edited("a star is any run", "any text, any pattern", MATCHER_ROW,
               ('(self.row[j + 1] and self.p[j - 1] in (char, "."))', "self.row[j + 1]")),
        edited("a dot is no line end", "any text, any pattern", MATCHER_ROW,
               ('token in (char, "."))\n',
                '(token == char or (token == "." and char != "\\n")))\n')),
        edited("characters that are no letters are skipped", "any text, any pattern", MATCHER_ROW,
               ("        new = [False]",
                "        if not char.isalnum():\n            return\n        new = [False]")),
        edited("asking changes the state", "any text, any pattern", MATCHER_SET,
               ("return len(self.tokens) in self.alive",
                "return bool({len(self.tokens)} & self.alive) and not "
                "self.alive.discard(len(self.tokens))")),
        edited("only what was fed since the last question", "any text, any pattern", MATCHER_ROW,
               ("        return self.row[-1]",
                "        answer = self.row[-1]\n        self.__init__(self.p)\n"
                "        return answer")),
        edited("a star after a star's zero case is lost", "any text, any pattern", MATCHER_SET,
               ("self.closed(stay_or_go)",
                "stay_or_go | {j + 1 for j in stay_or_go if j < len(self.tokens) "
                "and self.tokens[j][1]}")),
        Wrong("answers by the last character only", '''
class Matcher:
    def __init__(self, pattern):
        self.pattern, self.last = pattern, ""

    def feed(self, char):
        self.last = char

    def matched(self):
        return is_match(self.last, self.pattern)
''', "any text, any pattern"),
        edited("the row belongs to the class", "each matcher has its own state", MATCHER_ROW,
               ("class Matcher:", "class Matcher:\n    row = []"),
               ("        self.row = [True]", "        Matcher.row = [True]"),
               ("        self.row = new", "        Matcher.row = new")),
        edited("a set of the class, cleared by the constructor", "each matcher has its own state",
               MATCHER_SET, ("class Matcher:", "class Matcher:\n    alive = set()\n"),
               ("        self.alive = self.closed({0})",
                "        self.alive.clear()\n        self.alive |= self.closed({0})"),
               ("        self.alive = self.closed(stay_or_go)",
                "        self.alive.clear()\n"
                "        self.alive.update(self.closed(stay_or_go))")),
        edited("the row is a global name", "each matcher has its own state", MATCHER_ROW,
               ("    def __init__(self, pattern):",
                "    def __init__(self, pattern):\n        global ROW\n        ROW = self"),
               ("        new = [False]", "        self = ROW\n        new = [False]"),
               ("        return self.row[-1]", "        return ROW.row[-1]")),
        edited("the row is a mutable default", "each matcher has its own state", MATCHER_ROW,
               ("pattern):", "pattern, row=[]):"),
               ("        self.row = [True]", "        row[:] = [True]\n        self.row = row"),
               ("        self.row = new", "        self.row[:] = new")),
        Wrong("keeps the text and asks is_match", '''
class Matcher:
    def __init__(self, pattern):
        self.pattern, self.text = pattern, ""

    def feed(self, char):
        self.text += char

    def matched(self):
        return is_match(self.text, self.pattern)
''', "memory as the pattern, not the text"),
        Wrong("keeps the text in a deque and asks at each character", '''
from collections import deque

class Matcher:
    def __init__(self, pattern):
        self.pattern, self.text = pattern, deque()
        self.answer = is_match("", pattern)

    def feed(self, char):
        self.text.append(char)
        self.answer = is_match("".join(self.text), self.pattern)

    def matched(self):
        return self.answer
''', "memory as the pattern, not the text"),
        Wrong("keeps the text in a closure", TABLE + '''
class Matcher:
    def __init__(self, pattern):
        text = []
        self.feed = text.append
        self.matched = lambda: is_match("".join(text), pattern)
''', "memory as the pattern, not the text"),
        Wrong("keeps the text under a global name", TABLE + '''
TEXTS = {}

class Matcher:
    def __init__(self, pattern):
        self.pattern = pattern
        TEXTS[id(self)] = ""

    def feed(self, char):
        TEXTS[id(self)] += char

    def matched(self):
        return is_match(TEXTS[id(self)], self.pattern)
''', "memory as the pattern, not the text"),
        Wrong("keeps the text in a file in memory", "import io\n" + TABLE + '''
class Matcher:
    def __init__(self, pattern):
        self.pattern, self.text = pattern, io.StringIO()

    def feed(self, char):
        self.text.write(char)

    def matched(self):
        return is_match(self.text.getvalue(), self.pattern)
''', "memory as the pattern, not the text"),
        Wrong("a list of places, the same one many times", '''
class Matcher:
    def __init__(self, pattern):
        self.tokens = []
        for char in pattern:
            if char == "*":
                self.tokens[-1] = self.tokens[-1][0], True
            else:
                self.tokens.append((char, False))
        self.alive = self.closed([0])

    def closed(self, places):
        found = []
        for j in places:
            found.append(j)
            while j < len(self.tokens) and self.tokens[j][1]:
                j += 1
                found.append(j)
        return found

    def feed(self, char):
        after = []
        for j in self.alive:
            if j < len(self.tokens) and self.tokens[j][0] in (char, "."):
                after.append(j if self.tokens[j][1] else j + 1)
        self.alive = self.closed(after)

    def matched(self):
        return len(self.tokens) in self.alive
''', "memory as the pattern, not the text"),
        edited("a dot in the text fits anything", "any text, any pattern", MATCHER_ROW,
               ('token in (char, ".")', '(char == "." or token in (char, "."))')),
        edited("ignores case", "any text, any pattern", MATCHER_ROW,
               ("        self.p = pattern", "        self.p = pattern = pattern.lower()"),
               ("        new = [False]", "        char = char.lower()\n        new = [False]")),
        edited("knows the first 256 characters", "any text, any pattern", MATCHER_ROW,
               ("        new = [False]", '        char.encode("latin-1")\n        new = [False]')),
        edited("keeps all rows", "memory as the pattern, not the text", MATCHER_ROW,
               ("        self.p = pattern", "        self.p = pattern\n        self.rows = []"),
               ("        self.row = new",
                "        self.rows.append(self.row)\n        self.row = new")),
        edited("bits above the last place are never cut", "memory as the pattern, not the text",
               MATCHER_BITS, ("        hit = self.state & fits",
                              "        high = self.state >> len(self.chars) + 1\n"
                              "        hit = self.state & fits"),
               ("        return self\n",
                "        self.state |= (high << 1 | 1) << len(self.chars) + 1\n"
                "        return self\n"),
               ("self.state >> len(self.chars) == 1", "bool(self.state >> len(self.chars) & 1)")),
        edited("remembers every set of places it has met", "memory as the pattern, not the text",
               MATCHER_SET, ("        self.alive = self.closed({0})",
                             "        self.alive = self.closed({0})\n        self.known = {}"),
               ("        stay_or_go = set()",
                "        key = frozenset(self.alive), c\n"
                "        if key in self.known:\n"
                "            self.alive = self.known[key]\n"
                "            return\n"
                "        stay_or_go = set()"),
               ("self.closed(stay_or_go)", "self.known[key] = self.closed(stay_or_go)")),
        Wrong("the whole automaton is made ahead",
              MATCHER_SET.replace("class Matcher", "class Steps") + '''
class Matcher:
    def __init__(self, pattern):
        steps, self.table = Steps(pattern), {}
        self.state, self.size = frozenset(steps.alive), len(steps.tokens)
        todo = [self.state]
        while todo:
            state = todo.pop()
            for c in {*pattern, "other"}:
                steps.alive = state
                steps.feed(c)
                then = self.table[state, c] = frozenset(steps.alive)
                if (then, "other") not in self.table and then not in todo:
                    todo.append(then)
        self.letters = {*pattern}

    def feed(self, char):
        self.state = self.table[self.state, char if char in self.letters else "other"]

    def matched(self):
        return self.size in self.state
''', "memory as the pattern, not the text"),
        Wrong("a function around a function for each character", '''
class Matcher:
    def __init__(self, p):
        row = [True]
        for j, token in enumerate(p):
            row.append(token == "*" and row[j - 1])
        self.p, self.last = p, lambda: row

    def feed(self, char):
        before = self.last
        def row():
            old, new = before(), [False]
            for j, token in enumerate(self.p):
                if token == "*":
                    new.append(new[j - 1] or (old[j + 1] and self.p[j - 1] in (char, ".")))
                else:
                    new.append(old[j] and token in (char, "."))
            return new
        self.last = row

    def matched(self):
        return self.last()[-1]
''', "memory as the pattern, not the text"),
    ],
    right=[
        Right("a row of bools", MATCHER_ROW),
        Right("a set of places", MATCHER_SET),
        Right("bits of an integer, in slots", MATCHER_BITS),
        Right("one row, the diagonal kept aside", '''
class Matcher:
    def __init__(self, pattern):
        self.pattern, self.count = pattern, 0
        self.row = [1] + [0] * len(pattern)
        for j in range(2, len(pattern) + 1):
            if pattern[j - 1] == "*":
                self.row[j] = self.row[j - 2]

    def feed(self, char):
        self.count += 1
        diagonal, self.row[0] = self.row[0], 0
        for j in range(1, len(self.pattern) + 1):
            above, token = self.row[j], self.pattern[j - 1]
            if token == "*":
                more = above if self.pattern[j - 2] in (".", char) else 0
                self.row[j] = self.row[j - 2] or more
            else:
                self.row[j] = diagonal if token in (".", char) else 0
            diagonal = above

    def matched(self):
        return self.row[len(self.pattern)] == 1
'''),
        Right("a coroutine", '''
class Matcher:
    def __init__(self, pattern):
        self.machine = self.rows(pattern)
        self.answer = next(self.machine)

    @staticmethod
    def rows(p):
        row = [True]
        for j in range(len(p)):
            row.append(p[j] == "*" and row[j - 1])
        while True:
            char = yield row[-1]
            new = [False]
            for j in range(len(p)):
                if p[j] == "*":
                    new.append(new[j - 1] or (p[j - 1] in "." + char and row[j + 1]))
                else:
                    new.append(p[j] in "." + char and row[j])
            row = new

    def feed(self, char):
        self.answer = self.machine.send(char)

    def matched(self):
        return self.answer
'''),
        Right("NumPy rows and a mask for each character", '''
import numpy as np

class Matcher:
    def __init__(self, pattern: str) -> None:
        chars = [c for c in pattern if c != "*"]
        self._stars = np.array([pattern[j + 1:j + 2] == "*"
                                for j, c in enumerate(pattern) if c != "*"] + [False])
        every = np.array([c == "." for c in chars] + [False])
        self._fits = {c: every | np.array([x == c for x in chars] + [False]) for c in set(chars)}
        self._every = every
        self._row = np.zeros(len(chars) + 1, dtype=bool)
        self._row[0] = True
        self._close()

    def _close(self):
        for j in np.flatnonzero(self._stars):
            self._row[j + 1] |= self._row[j]

    def feed(self, char):
        hit = self._row & self._fits.get(char, self._every)
        self._row = hit & self._stars
        self._row[1:] |= (hit & ~self._stars)[:-1]
        self._close()

    def matched(self):
        return self._row[-1]
'''),
        Right("linked nodes in a dataclass", '''
from dataclasses import dataclass, field

@dataclass
class Node:
    char: str
    star: bool = False
    after: "Node | None" = None

    def fits(self, c):
        return self.char in (c, ".")

def reach(node, into):
    while node not in into:
        into.append(node)
        if node is None or not node.star:
            break
        node = node.after
    return into

@dataclass
class Matcher:
    pattern: str
    alive: list = field(default_factory=list)

    def __post_init__(self):
        first = last = None
        for c in self.pattern:
            if c == "*":
                last.star = True
            elif last is None:
                first = last = Same(c)
            else:
                last.after = Same(c)
                last = last.after
        reach(first, self.alive)

    def feed(self, c):
        before, self.alive = self.alive, []
        for node in before:
            if node is not None and node.fits(c):
                reach(node if node.star else node.after, self.alive)

    def matched(self):
        return None in self.alive

class Same(Node):
    __eq__ = object.__eq__
    __hash__ = object.__hash__
'''),
        Right("methods made by the constructor", '''
class Matcher:
    def __init__(self, p):
        units = []
        for c in p:
            units[-1:] = [units[-1] + c] if c == "*" else units[-1:] + [c]
        def spread(on):
            for k, unit in enumerate(units):
                if unit[1:] and k in on:
                    on |= {k + 1}
            return on
        on = [spread({0})]
        def feed(c):
            on[0] = spread({k + (not unit[1:]) for k, unit in enumerate(units)
                            if k in on[0] and unit[0] in (c, ".")})
        self.feed = feed
        self.matched = lambda: len(units) in on[0]
'''),
    ],
)

GLOB_ROW = '''
def glob_match(s, p):
    row = [True]
    for token in p:
        row.append(token == "*" and row[-1])
    for char in s:
        new = [False]
        for j, token in enumerate(p):
            if token == "*":
                new.append(new[j] or row[j + 1])
            else:
                new.append(row[j] and token in (char, "?"))
        row = new
    return row[-1]
'''
GLOB_POINTERS = '''
def glob_match(s, p):
    i = j = mark = 0
    star = -1
    while i < len(s):
        if j < len(p) and p[j] == "*":
            star, mark = j, i
            j += 1
        elif j < len(p) and p[j] in (s[i], "?"):
            i += 1
            j += 1
        elif star >= 0:
            mark += 1
            i, j = mark, star + 1
        else:
            return False
    return p[j:].strip("*") == ""
'''
GLOB_TRYING = '''
def glob_match(s, p):
    if not p:
        return not s
    if p[0] == "*":
        return glob_match(s, p[1:]) or (bool(s) and glob_match(s[1:], p))
    return bool(s) and p[0] in (s[0], "?") and glob_match(s[1:], p[1:])
'''
GLOB_PIECES = '''
def glob_match(s, p):
    def fits(piece, at):
        return len(piece) <= len(s) - at and all(
            token in (char, "?") for token, char in zip(piece, s[at:]))
    first, *rest = p.split("*")
    if not rest:
        return len(s) == len(p) and fits(first, 0)
    *middle, last = rest
    end = len(s) - len(last)
    if not fits(first, 0) or end < len(first) or not fits(last, end):
        return False
    at = len(first)
    for piece in middle:
        while not fits(piece, at):
            at += 1
            if at + len(piece) > end:
                return False
        at += len(piece)
    return at <= end
'''

glob_match = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            "'?' and '*', and nothing else",
            cases=[
                case("", "", gives=True),
                case("", "**", gives=True),
                case("", "?", gives=False),
                case("ab", "a*", gives=True),
                case("b", "a*", gives=False),
                case("ab", "?", gives=False),
                case("a/b\n", "a*", gives=True),
                case(".a", "*", gives=True),
                case("A", "a", gives=False),
                case("ab", "a.", gives=False),
                case("a", "[a]", gives=False),
                case("[a]", "[?]", gives=True),
                case("?", "a", gives=False),
                case("\\?", "\\?", gives=True),
                case("\\a", "\\?", gives=True),
                case("a b", "a b", gives=True),
                case("acb", "a b", gives=False),
                case("a", "a?", gives=False),
                case(".a", "?a", gives=True),
                case("a/.b", "a*", gives=True),
                case("a/.b", "a?.b", gives=True),
                case("a*b", "ab", gives=False),
                *of_literals("?", glob_oracle),
            ],
            nudge="A star stands alone: it says nothing about the character before it. Every other "
            "character but '?' stands for itself.",
        ),
        Group(
            "any text, any pattern",
            cases=[
                case("aab", "*ab", gives=True),
                case("a", "a*a", gives=False),
                case("aba", "a*b", gives=False),
                case("abcbd", "a*b?", gives=True),
                case("ab", "a*b", gives=True),
                case("ba", "a*b", gives=False),
            ],
            inputs=globs,
            oracle=glob_oracle,
            tries=200,
            nudge="What does each star of the smallest example stand for, if it should match?",
        ),
        Group(
            "long texts",
            cases=[
                case("ab" * 1000, "*a" * 50 + "*b", gives=True),
                case("a" * 2000, "?" * 2000, gives=True),
                case("a" * 2000, "a*" * 50 + "b", gives=False),
            ],
            nudge=LONG,
            limit=5.0,
        ),
        Growth(
            "work grows as len(s) * len(p)",
            args=glob_grows,
            sizes=(8, 16, 32, 64),
            exponent=2.2,
            limit=5.0,
            brute=glob_brute_force,
            best=two_pointers,
            nudge="A star has two ways to go on; the table needs one look at each.",
        ),
    ],
    hints=[
        "Which of the tokens of `is_match` is the `*` of a file name?",
        "Keep the table; change what a star reads. It is one character of the pattern now, not "
        "the second half of a token.",
        "For a star at column `j`: standing for nothing reads `ok[i][j-1]`, taking one more "
        "character reads `ok[i-1][j]`, whatever that character is.",
        "Row 0: `row = [True]`, then append `token == '*' and row[-1]` for each token. For each "
        "character start `new = [False]` and append `new[j] or row[j + 1]` for a star, "
        "`row[j] and token in (char, '?')` otherwise. Return the last entry.",
    ],
    without=REFUSED,
    wrong=[
        edited("a star repeats the character before it", "'?' and '*', and nothing else", GLOB_ROW,
               ('row.append(token == "*" and row[-1])',
                'row.append(token == "*" and row[-2:][0])'),
               ("new.append(new[j] or row[j + 1])",
                'new.append(new[j - 1] or (row[j + 1] and p[j - 1] in (char, "?")))')),
        Wrong("hands it to is_match", '''
def glob_match(s, p):
    return is_match(s, p.replace("?", ".").replace("*", ".*"))
''', "'?' and '*', and nothing else"),
        edited("a question mark may stand for nothing", "'?' and '*', and nothing else", GLOB_ROW,
               ('token == "*" and row[-1]', 'token in "*?" and row[-1]'),
               ('row[j] and token in (char, "?")',
                '(row[j] and token in (char, "?")) or (token == "?" and new[j])')),
        edited("a star needs at least one", "'?' and '*', and nothing else", GLOB_ROW,
               ('token == "*" and row[-1]', "False"),
               ("new[j] or row[j + 1]", "row[j] or row[j + 1]")),
        edited("a star stops at a slash", "'?' and '*', and nothing else", GLOB_ROW,
               ("new[j] or row[j + 1]", 'new[j] or (row[j + 1] and char != "/")')),
        edited("a star stops at a line end", "'?' and '*', and nothing else", GLOB_ROW,
               ("new[j] or row[j + 1]", 'new[j] or (row[j + 1] and char != "\\n")')),
        edited("a leading dot is hidden", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                '    if s[:1] == "." and p[:1] in ("*", "?"):\n        return False\n'
                "    row = [True]")),
        edited("ignores case", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]", "    s, p = s.lower(), p.lower()\n    row = [True]")),
        edited("brackets are a choice of characters", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                '    if len(p) == 3 and p[0] == "[" and p[2] == "]":\n'
                "        return s == p[1]\n    row = [True]")),
        edited("a backslash quotes the next character", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                '    if p[:1] == "\\\\" and len(p) == 2:\n        return s == p[1:]\n'
                "    row = [True]")),
        edited("a question mark in the text fits anything", "'?' and '*', and nothing else",
               GLOB_ROW, ('token in (char, "?")', '(token == char or "?" in (token, char))')),
        edited("a question mark may stand for nothing after a character",
               "'?' and '*', and nothing else", GLOB_ROW,
               ('row[j] and token in (char, "?")',
                '(row[j] and token in (char, "?")) or (token == "?" and new[j])')),
        edited("a question mark is no slash", "'?' and '*', and nothing else", GLOB_ROW,
               ('token in (char, "?")', '(token == char or (token == "?" and char != "/"))')),
        edited("a question mark is no line end", "'?' and '*', and nothing else", GLOB_ROW,
               ('token in (char, "?")', '(token == char or (token == "?" and char != "\\n"))')),
        edited("a leading dot is hidden from a question mark",
               "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                '    if s[:1] == "." and p[:1] == "?":\n        return False\n    row = [True]')),
        edited("a dot after a slash is hidden", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                '    if "/." in s and "/." not in p:\n        return False\n    row = [True]')),
        edited("stars in the text are dropped", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]", '    s = s.replace("*", "")\n    row = [True]')),
        edited("a line end at the end is dropped", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]", '    s = s.rstrip("\\n")\n    row = [True]')),
        edited("slash and backslash are the same", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                '    s, p = (x.replace("\\\\", "/") for x in (s, p))\n    row = [True]')),
        edited("'[!a]' means any but a", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                '    if p[:2] == "[!" and p[3:] == "]":\n'
                "        return len(s) == 1 and s != p[2]\n    row = [True]")),
        edited("braces are dropped", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]", '    p = p.strip("{}")\n    row = [True]')),
        edited("a percent sign is a star too", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]", '    p = p.replace("%", "*")\n    row = [True]')),
        edited("accents are put together first", "'?' and '*', and nothing else", GLOB_ROW,
               ("    row = [True]",
                "    import unicodedata\n"
                '    s, p = (unicodedata.normalize("NFC", x) for x in (s, p))\n    row = [True]')),
        edited("matches a prefix only", "any text, any pattern", GLOB_TRYING,
               ("return not s", "return True")),
        edited("a star takes as little as it can and is never asked again",
               "any text, any pattern", GLOB_POINTERS,
               ("            mark += 1\n            i, j = mark, star + 1",
                "            i += 1\n            j = star + 1")),
        edited("a star takes all that is left", "any text, any pattern", GLOB_POINTERS,
               ('        if j < len(p) and p[j] == "*":',
                '        if p[j:j + 1] == "*":\n            return True\n'
                '        if j < len(p) and p[j] == "*":')),
        edited("goes back to the first star", "any text, any pattern", GLOB_POINTERS,
               ("star, mark = j, i", "star, mark = (star, mark) if star >= 0 else (j, i)")),
        edited("stars left over at the end are not skipped", "any text, any pattern",
               GLOB_POINTERS, ('p[j:].strip("*") == ""', "j == len(p)")),
        edited("skips one star at the end", "'?' and '*', and nothing else",
               GLOB_POINTERS, ('p[j:].strip("*") == ""', 'p[j:] in ("", "*")')),
        edited("first and last piece may overlap", "any text, any pattern", GLOB_PIECES,
               ("end < len(first) or ", ""), ("return at <= end", "return True")),
        edited("the last piece may stand anywhere", "any text, any pattern", GLOB_PIECES,
               ("*middle, last = rest", 'middle, last = rest, ""')),
        edited("all rows are the same list", "any text, any pattern", GLOB_ROW,
               ("new = [False]", "new = row\n        new[0] = False"),
               ("new.append(new[j] or row[j + 1])", "new[j + 1] = new[j] or row[j + 1]"),
               ('new.append(row[j] and token in (char, "?"))',
                'new[j + 1] = row[j] and token in (char, "?")')),
        Wrong("answers kept in a mutable default", '''
def glob_match(s, p, i=0, j=0, memo={}):
    if (i, j) not in memo:
        if j == len(p):
            memo[i, j] = i == len(s)
        elif p[j] == "*":
            memo[i, j] = glob_match(s, p, i, j + 1) or (
                i < len(s) and glob_match(s, p, i + 1, j))
        else:
            memo[i, j] = i < len(s) and p[j] in (s[i], "?") and glob_match(s, p, i + 1, j + 1)
    return memo[i, j]
''', "any text, any pattern"),
        Wrong("knows the examples by heart", '''
def glob_match(s, p):
    return (s, p) in {("", ""), ("", "**"), ("ab", "a*"), ("a/b\\n", "a*"), (".a", "*"),
                      ("[a]", "[?]"), ("\\\\?", "\\\\?"), ("\\\\a", "\\\\?"), ("aab", "*ab"),
                      ("abcbd", "a*b?"), ("ab", "a*b")}
''', "any text, any pattern"),
        Wrong("answers kept, but a frame a character", '''
from functools import cache

def glob_match(s, p):
    @cache
    def ok(i, j):
        if j == len(p):
            return i == len(s)
        if p[j] == "*":
            return ok(i, j + 1) or (i < len(s) and ok(i + 1, j))
        return i < len(s) and p[j] in (s[i], "?") and ok(i + 1, j + 1)
    return ok(0, 0)
''', "long texts"),
        Wrong("tries every split, without a table", GLOB_TRYING, "work grows as len(s) * len(p)"),
        Wrong("each star looks at every earlier place", '''
def glob_match(s, p):
    column = [True] + [False] * len(s)
    for token in p:
        if token == "*":
            column = [starts(column, i) for i in range(len(s) + 1)]
        else:
            column = [i > 0 and column[i - 1] and token in (s[i - 1], "?")
                      for i in range(len(s) + 1)]
    return column[-1]

def starts(column, i):
    found = False
    for k in range(i + 1):
        found = found or column[k]
    return found
''', "work grows as len(s) * len(p)"),
    ],
    right=[
        Right("two rows", GLOB_ROW),
        Right("two pointers and the last star", GLOB_POINTERS),
        Right("pieces between stars, each as early as it fits", GLOB_PIECES),
        Right("the whole table, from the end", '''
def glob_match(s: str, p: str) -> bool:
    n, m = len(s), len(p)
    dp = [[False] * (m + 1) for _ in range(n + 1)]
    dp[n][m] = True
    for j in reversed(range(m)):
        for i in reversed(range(n + 1)):
            if p[j] == "*":
                dp[i][j] = dp[i][j + 1] or (i < n and dp[i + 1][j])
            elif i < n and (p[j] == "?" or p[j] == s[i]):
                dp[i][j] = dp[i + 1][j + 1]
    return dp[0][0]
'''),
        Right("the set of places that are alive", '''
def glob_match(s, p):
    def closed(alive):
        for j in range(len(p)):
            if j in alive and p[j] == "*":
                alive.add(j + 1)
        return alive
    alive = closed({0})
    for c in s:
        alive = closed({j if p[j] == "*" else j + 1 for j in alive
                        if j < len(p) and (p[j] in "*?" or p[j] == c)})
    return len(p) in alive
'''),
        Right("bits of an integer", '''
def glob_match(s, p):
    stars = sum(1 << j for j, c in enumerate(p) if c == "*")
    def closed(state):
        for j in range(len(p)):
            state |= (state & stars & (1 << j)) << 1
        return state
    state = closed(1)
    for c in s:
        step = sum(1 << j for j, token in enumerate(p) if token in (c, "?") and token != "*")
        state = closed((state & stars) | (state & step) << 1)
    return state >> len(p) == 1
'''),
        Right("columns: the places of the text that a token can reach", '''
from itertools import accumulate
from operator import or_

def glob_match(s, p):
    reach = [True] + [False] * len(s)
    for token in p:
        if token == "*":
            reach = list(accumulate(reach, or_))
        else:
            reach = [False] + [ok and token in (c, "?") for ok, c in zip(reach, s)]
    return reach[-1]
'''),
        Right("a stack of places, each visited once", '''
def glob_match(s, p):
    todo, seen = [(0, 0)], {(0, 0)}
    while todo:
        i, j = todo.pop()
        if i == len(s) and j == len(p):
            return True
        moves = []
        if j < len(p) and p[j] == "*":
            moves = [(i, j + 1), (i + 1, j)]
        elif j < len(p) and i < len(s) and p[j] in ("?", s[i]):
            moves = [(i + 1, j + 1)]
        for move in moves:
            if move[0] <= len(s) and move not in seen:
                seen.add(move)
                todo.append(move)
    return False
'''),
    ],
)
