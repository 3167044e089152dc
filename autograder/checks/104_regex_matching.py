"""Checks of lesson 104: matching a text against a pattern of letters, '.' and '*'."""

from __future__ import annotations

import re

from ..exercise import Exercise, Right, Wrong
from ..groups import Group, Growth, case


def oracle(s: str, p: str) -> bool:
    """The standard library's answer. Everything but '.' and '*' is escaped."""
    pattern = "".join(char if char in ".*" else re.escape(char) for char in p)
    return re.fullmatch(pattern, s, re.DOTALL) is not None


def texts_and_patterns():
    """Pairs (s, p) over a small alphabet, half of them built so that they match."""
    from hypothesis import strategies as st

    token = st.tuples(st.sampled_from("ab."), st.sampled_from(["", "*"])).map("".join)
    pattern = st.lists(token, max_size=6).map("".join)
    text = st.text("ab", max_size=8)

    @st.composite
    def matching(draw):
        tokens = draw(st.lists(token, max_size=6))
        s = ""
        for each in tokens:
            times = draw(st.integers(0, 3)) if each.endswith("*") else 1
            s += "".join(draw(st.sampled_from("ab")) if each[0] == "." else each[0]
                         for _ in range(times))
        return s, "".join(tokens)

    return st.one_of(st.tuples(text, pattern), matching())


def special_texts():
    """Texts with characters that mean something elsewhere."""
    from hypothesis import strategies as st

    chars = st.sampled_from("a\n+?[(\\^$é中")
    token = st.tuples(st.one_of(chars, st.just(".")), st.sampled_from(["", "*"])).map("".join)
    return st.tuples(st.text(chars, max_size=5), st.lists(token, max_size=5).map("".join))


def grows(n: int) -> tuple[str, str]:
    """A text and a pattern of n characters each, that fail only at the very end."""
    return "a" * n, "a*" * (n // 2 - 1) + "b"


def brute_force(s: str, p: str) -> bool:
    if not p:
        return not s
    first = bool(s) and p[0] in (s[0], ".")
    if p[1:2] == "*":
        return brute_force(s, p[2:]) or (first and brute_force(s[1:], p))
    return first and brute_force(s[1:], p[1:])


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
            cases=[case("ab", ".*", gives=True), case("aaa", "ab*a*c*a", gives=True)],
            inputs=texts_and_patterns,
            oracle=oracle,
            tries=200,
            nudge="Draw the table for this pair by hand and find the first wrong cell.",
        ),
        Group(
            "nothing else is special",
            cases=[case("a\nb", "a.b", gives=True), case("+", "+", gives=True)],
            inputs=special_texts,
            oracle=oracle,
            tries=60,
            nudge="Only '.' and '*' mean something, and '.' stands for any character at all.",
        ),
        Group(
            "long texts",
            inputs=None,
            cases=[case("a" * 2000, "a*" * 50, gives=True),
                   case("ab" * 1000, ".*" + "b", gives=True)],
            nudge="One stack frame a character is too deep for 2,000 characters.",
            limit=5.0,
        ),
        Growth(
            "work grows as len(s) * len(p)",
            args=grows,
            sizes=(8, 16, 32, 64),
            exponent=2.2,
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
        "token before the star matches `s[i-1]`. Row 0 is not all false.",
        "Fill row 0 with `ok[0][j] = p[j-1] == '*' and ok[0][j-2]`, then the rows in order. "
        "The answer is `ok[len(s)][len(p)]`.",
    ],
    without=("re", "regex", "fnmatch", "glob"),
    wrong=[
        Wrong(
            "matches a prefix only",
            caught_by="whole string",
            source='''
def is_match(s, p):
    if not p:
        return True
    first = bool(s) and p[0] in (s[0], ".")
    if p[1:2] == "*":
        return is_match(s, p[2:]) or (first and is_match(s[1:], p))
    return first and is_match(s[1:], p[1:])
''',
        ),
        Wrong(
            "tries every split, without a table",
            caught_by="work grows as len(s) * len(p)",
            source='''
def is_match(s, p):
    if not p:
        return not s
    first = bool(s) and p[0] in (s[0], ".")
    if p[1:2] == "*":
        return is_match(s, p[2:]) or (first and is_match(s[1:], p))
    return first and is_match(s[1:], p[1:])
''',
        ),
    ],
    right=[
        Right(
            "two rows",
            source='''
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
''',
        ),
    ],
)
