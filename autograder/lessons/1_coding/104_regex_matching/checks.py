"""Checks of lesson 104: matching a text against a pattern of letters, '.' and '*'."""

from __future__ import annotations

import fnmatch
import random
import re
import string
from collections.abc import Callable

from autograder.groups import (
    Case,
    Exercise,
    Group,
    Growth,
    Holds,
    MethodGrowth,
    Operations,
    Scene,
    Step,
    Together,
    another,
    case,
    nudge_on,
)

MATCHERS = ("re", "regex", "fnmatch", "glob")
REFUSED = (*MATCHERS, "setrecursionlimit")
LETTERS = "ab"
SPECIAL = "a\n+?[(\\^$é中"
ODD = "\r\n\t \0é中😀"
LONG = nudge_on(
    "deep",
    "Texts reach 2,000 characters: recursing once per character exceeds the recursion limit.",
) | nudge_on(
    "slow", "How often does your code reach the same pair of positions? Compute each answer once."
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
    """What `Matcher` should do, with the whole text kept. What ``feed`` returns is open."""

    def __init__(self, pattern: str) -> None:
        self._pattern = standard_pattern(pattern)
        self._text = ""

    def feed(self, char: str):
        self._text += char
        return ...

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
            s += "".join(
                draw(st.sampled_from(chars)) if each[0] == "." else each[0] for _ in range(times)
            )
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
    found += [("a*", "a*"), ("a*b", "a*b"), ("*a", wild + "*"), ("**", wild + "*")]
    found += [(wild + "a", wild + "*"), (wild * 2, wild + "*"), ("*", "a*"), ("*a", "a*a")]
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


def fed(p: str, s: str, asks: list[int] | None = None) -> Scene:
    """``s`` fed to a matcher of ``p``, asked ``asks[i]`` times before character i."""
    calls: list[Step] = []
    for char, times in zip(s, asks or [1] * len(s)):
        calls += [("matched", ())] * times + [("feed", (char,))]
    return Scene((p,), (*calls, ("matched", ())))


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


def noise(size: int) -> str:
    """The same random text of 'a' and 'b' each time."""
    return "".join(random.Random(104).choices(LETTERS, k=size))


def fed_noise(pattern: str) -> Callable[[int], Scene]:
    """Scenes in which n random characters are fed, the last 20 of them always the same ones.

    So right answers hold the same at their end, whatever n is.
    """
    end = noise(20)

    def scene(n: int) -> Scene:
        return Scene((pattern,), [("feed", (char,)) for char in (end + noise(n) + end)[-n:]])

    return scene


def fed_last(n: int) -> tuple[list[Step], list[Step]]:
    """n random characters; the work of the last one and of the question after it counts."""
    steps = fed_noise(tokens(14))(n).steps
    return list(steps[:-1]), [steps[-1], ("matched", ())]


def tokens(size: int) -> str:
    """A pattern of ``size`` tokens whose positions can be alive in every combination."""
    return ".*a" + "." * (size - 2)


def grows(n: int) -> tuple[str, str]:
    """A text and a pattern of n characters each, that fail only at the very end."""
    return "a" * n, "a*" * (n // 2 - 1) + "b"


def without_repeats(p: str) -> str:
    """The same pattern with each starred token once in a row, for which `re` need not go back."""
    return re.sub(r"(.\*)\1+", r"\1", p)


def glob_grows(n: int) -> tuple[str, str]:
    return "a" * n, "*a" * (n // 2 - 1) + "*b"


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
            nudge=nudge_on(
                "value",
                "Which patterns match the empty text, and which texts match the empty pattern?",
            )
            | nudge_on(
                "raised",
                "Does your code look at a first character before it checks that there is one?",
            ),
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
            smaller=texts_and_patterns,
            oracle=oracle,
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
            nudge="Only '.' and '*' are special, and only in the pattern; '.' matches any "
            "character.",
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
            oracle=lambda s, p: oracle(s, without_repeats(p)),
            sizes=(6, 12, 24, 48),
            exponent=2.2,
            limit=5.0,
            brute="tries every split, without a table",
            best="two rows",
            nudge="Each pair (i, j) of suffixes needs only one answer. Memoise it.",
        ),
    ],
    hints=[
        "Which two things can `a*` do at the current position? Write them as two smaller "
        "questions of the same kind.",
        "Let `ok[i][j]` say whether the first `i` characters match the first `j` of the pattern. "
        "Which cells does `ok[i][j]` need if `p[j-1]` is a letter, and which if it is `*`?",
        "For `*`: `ok[i][j-2]` takes no copy of the token. `ok[i-1][j]` takes one more, if the "
        "token before the star matches `s[i-1]`. Row 0 isn't all false, and has no row above it.",
        "Make `len(s) + 1` rows of `False`, each a separate list, and set `ok[0][0] = True`. Fill "
        "row 0 with `ok[0][j] = p[j-1] == '*' and ok[0][j-2]`, then the other rows from left to "
        "right: `ok[i][j-2] or (fits and ok[i-1][j])` for a star, `fits and ok[i-1][j-1]` "
        "otherwise. The answer is `ok[len(s)][len(p)]`.",
    ],
    without=REFUSED,
)


Matcher = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Operations(
            "before the first character",
            cases=[fed("", ""), fed("a*b*", ""), fed(".*", ""), fed("a", ""), fed("a*b", "")],
            model=ByRe,
            nudge=nudge_on(
                "value raised",
                "Before anything is fed, the question is whether the empty text matches.",
            ),
        ),
        Operations(
            "any text, any pattern",
            cases=[
                fed("c*a*b", "aab"),
                fed(".*", "ab"),
                fed("ab*a", "abba"),
                fed("a.b", "a\nb"),
                fed("a*", "aa", [2, 2]),
                *(fed(p, s) for s, p in literals(".", ".*?+[\\^$A\n é😀")),
            ],
            model=ByRe,
            inputs=feedings,
            tries=100,
            nudge="Which row of the table must you know to fill in the next one? Only '.' and '*' "
            "are special, and only in the pattern.",
        ),
        Operations(
            "each matcher has its own state",
            cases=[
                Scene(("a*",), (("feed", ("b",)), another("a*"), ("matched", ()))),
                Scene(
                    ("ab",),
                    (("feed", ("a",)), another("c*"), ("feed", ("b",)), ("matched", ())),
                ),
                Scene(("a",), (("feed", ("a",)), ("matched", ()))),
                Scene(("a",), (("matched", ()), ("feed", ("a",)), ("matched", ()))),
            ],
            model=ByRe,
            nudge="Creating a second matcher in between must not change the first.",
        ),
        Together(
            "memory as the pattern, not the text",
            parts=[
                Holds(
                    scenes={
                        "14 tokens": fed_noise(tokens(14)),
                        "three stars": fed_noise(".*" * 3),
                    },
                    sizes=(20, 150),
                    most=lambda size: size + 65,
                    says="What it holds grows with the text.",
                ),
                # A text that is hidden from it, in a global name, shows in the steps.
                MethodGrowth(
                    scenes={"n characters fed": fed_last},
                    sizes=(20, 150),
                    init=(tokens(14),),
                    exponents={"feed": 0.5, "matched": 0.5},
                    model=ByRe,
                ),
                Holds(
                    scenes={"n tokens": lambda n: fed_noise(tokens(n))(20)},
                    sizes=(8, 14),
                    most=lambda size: 6 * size,
                    says="What it holds doubles with each token of the pattern.",
                ),
                # One that nests objects or calls for each character is stopped here.
                Operations(cases=lambda: [fed("a*.*b", "ab" * 1_500, [0] * 3_000)], model=ByRe),
            ],
            nudge="Keep only what you need to process the next character.",
        ),
    ],
    hints=[
        "In the table of `is_match`, which earlier rows does row `i` read?",
        "The constructor has the pattern, so it can fill in row 0. Each `feed` computes the next "
        "row from the last one.",
        "Let `feed` build a new list from the old row, from left to right: a star reads the new "
        "row two positions back and the old row at its own position; any other token reads the "
        "old row one position back. Then replace the old row with the new one.",
        "Constructor: `row = [True]`, then for each `j, token` of the pattern append "
        "`token == '*' and row[j - 1]`. In `feed`, start with `new = [False]` and append "
        "`new[j - 1] or (row[j + 1] and fits)` for a star, `row[j] and fits` otherwise, where "
        "`fits` compares `char` with the token (for a star, with the token before it). "
        "`matched` returns the last entry of the row.",
    ],
    without=MATCHERS,
)


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
                case("*a", "*", gives=True),
                case("**", "*", gives=True),
                case("*", "*?", gives=True),
                case("*ab", "*b", gives=True),
                case("b*a", "b*", gives=True),
                case("?a", "*", gives=True),
                case("?", "*?", gives=True),
                *of_literals("?", glob_oracle),
            ],
            nudge="A star is a token of its own: it doesn't refer to the character before it. "
            "Every other character except '?' matches itself.",
        ),
        Group(
            "any text, any pattern",
            cases=[
                case("aab", "*ab", gives=True),
                case("a", "a*a", gives=False),
                case("ab", "*a*", gives=True),
                case("aba", "a*b", gives=False),
                case("abcbd", "a*b?", gives=True),
                case("ab", "a*b", gives=True),
                case("ba", "a*b", gives=False),
                case("ab", "*a*", gives=True),
            ],
            inputs=globs,
            oracle=glob_oracle,
            tries=200,
            nudge="If the smallest example should match, which characters does each star match?",
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
            oracle=glob_oracle,
            sizes=(8, 16, 32, 64),
            exponent=2.2,
            limit=5.0,
            brute="tries every split, without a table",
            best="two pointers and the last star",
            nudge="A star has two ways to go on; the table reads one cell for each.",
        ),
    ],
    hints=[
        "Which token of `is_match` is the `*` of a file name equivalent to?",
        "Keep the table; change what a star reads. It is one character of the pattern now, not "
        "the second half of a token.",
        "For a star at column `j`: to match nothing it reads `ok[i][j-1]`; to take one more "
        "character it reads `ok[i-1][j]`, whatever that character is.",
        "Row 0: `row = [True]`, then append `token == '*' and row[-1]` for each token. For each "
        "character start `new = [False]` and append `new[j] or row[j + 1]` for a star, "
        "`row[j] and token in (char, '?')` otherwise. Return the last entry.",
    ],
    without=REFUSED,
)
