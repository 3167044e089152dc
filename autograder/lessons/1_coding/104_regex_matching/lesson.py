# %% [markdown]
# # Regex matching
#
# > **What is really tested.** Can you turn a recursive definition into a table, and set up its
# > first row without being told?
#
# **You will be able to**
# - say what `.` and `*` mean, and settle what the question leaves open
# - write the matcher as a table, in O(len(s) · len(p)) time, and explain every cell
# - cut the memory to one row, so that it matches a stream
# - show, by counting steps, why a backtracking matcher can explode
#
# **Before you start**: strings, lists and recursion in Python. You don't need to know regular
# expressions.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > Write `is_match(s, p)`. The pattern `p` is made of ordinary characters, `.` and `*`. A dot
# > matches any one character. A star means zero or more of the character before it. Return whether
# > the pattern matches the entire string `s`.
#
# | `s` | `p` | answer | because |
# |---|---|---|---|
# | `aa` | `a` | False | one `a` is left over |
# | `aa` | `a*` | True | `a*` matches both |
# | `ab` | `.*` | True | `.*` matches any run, even of different characters |
# | `aab` | `c*a*b` | True | no `c`, two `a`, one `b` |
# | `mississippi` | `mis*is*p*.` | False | after `mississ`, only `p`s and one more character may follow |

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are the answers in this lesson, and the checks assume them.
#
# | You ask | The answer |
# |---|---|
# | Must the pattern match the entire string, or is a part enough? | The entire string. |
# | What does the star repeat? | The one character or dot before it, zero or more times. |
# | Must `.*` repeat the same character? | No. The dot may match a different character each time. |
# | Can a pattern start with a star, or contain `**`? | No. Every pattern is valid. |
# | May text and pattern be empty? | Yes. The empty pattern matches only the empty text. |
# | Which characters may occur in the text? | Any Unicode; a character is one item of the string. No character of the text is special, and `.` matches a newline too. |
# | Can a pattern contain a literal dot or star? | No. Every other character matches itself, including `+`, `^`, `[` and `\`. |
# | Does case matter? | Yes. Upper and lower case are different. |
# | How long can they get? | Texts up to 2,000 characters, patterns up to 100 tokens. |
# | May I use `re`, or raise the recursion limit? | Neither. |
#
# A **token** is a character or dot with its star, if it has one: `c*a*b` has three tokens and
# five characters.

# %% [markdown]
# ## A tiny example
#
# Take `s = "aab"` and `p = "c*a*b"`. Ask the question for every prefix of the text and every prefix
# of the pattern: do the first `i` characters match the first `j` of the pattern? Here the standard
# library answers it, to show where we want to get.

# %%
import re

TEXT, PATTERN = "aab", "c*a*b"
ok = [[re.fullmatch(PATTERN[:j], TEXT[:i]) is not None for j in range(len(PATTERN) + 1)]
      for i in range(len(TEXT) + 1)]

print(" " * 6, *(PATTERN[:j].rjust(5) for j in range(len(PATTERN) + 1)))
for i, row in enumerate(ok):
    print(TEXT[:i].rjust(6), *("    ✓" if cell else "    ·" for cell in row))

# %% [markdown]
# Each ✓ has a reason among its neighbours. There are three reasons, and the picture shows them as
# the table fills row by row.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

NONE, MORE, FIT = "the star takes none", "the star takes one more", "the characters fit"
COLOUR = dict(zip((FIT, NONE, MORE), COLOURS))
ARROWS = [  # from (row, column) to (row, column)
    ((0, 0), (0, 2), NONE), ((0, 2), (0, 4), NONE), ((0, 2), (1, 3), FIT),
    ((0, 4), (1, 4), MORE), ((1, 4), (2, 4), MORE), ((2, 4), (3, 5), FIT),
]


def draw(plot, last):
    """Draw the rows up to ``last``, and the arrows that end in it."""
    for i, row in enumerate(ok[:last + 1]):
        for j, cell in enumerate(row):
            box = {"facecolor": COLOURS[0] + "38" if cell else "none", "edgecolor": "none"}
            plot.text(j, i, "✓" if cell else "·", ha="center", va="center", color=INK, bbox=box)
    for start, end, why in ARROWS:
        if end[0] == last:
            bend = "arc3,rad=-0.5" if start[0] == last else "arc3"
            plot.annotate("", end[::-1], start[::-1], arrowprops={
                "arrowstyle": "-|>", "color": COLOUR[why], "lw": 2, "shrinkA": 9, "shrinkB": 9,
                "connectionstyle": bend})
    plot.set_xticks(range(len(PATTERN) + 1), ["–", *PATTERN])
    plot.set_yticks(range(len(TEXT) + 1), ["–", *TEXT])
    plot.set(xlim=(-0.6, 5.6), ylim=(3.5, -0.9))
    plot.tick_params(labeltop=True, labelbottom=False, length=0)
    plot.spines[:].set_visible(False)
    plot.set_title(f"row {last}", y=-0.16)


# %% folded=true
with style():
    plots = axes(11, 2.8, ncols=4)
    for last, plot in enumerate(plots):
        draw(plot, last)
    for why, colour in COLOUR.items():
        plots[0].plot([], [], color=colour, lw=2, label=why)
    plots[0].figure.legend(loc="lower center", ncols=3, bbox_to_anchor=(0.5, -0.16))
    filling = picture(plots[0].figure, (
        "The table of aab against c*a*b in four stages, one more row each. Row 0 is true for the "
        "empty pattern, for c* and for c*a*: each star takes none, an arrow from two columns to "
        "the left. Row 1 is true for c*a, by an arrow from above left, and for c*a*, by an arrow "
        "from straight above, where the star takes one more. Row 2 is true for c*a* only, again "
        "from straight above. Row 3 is true for c*a*b only, by an arrow from above left."))
filling

# %% [markdown]
# Read the last cell of row 3: `aab` matches `c*a*b`, because the last characters match and `aa`
# matches `c*a*`. Look at row 0 too. None of the text has been read, yet `c*` and `c*a*` match, one
# star after the other.

# %% [markdown]
# ## Brute force first
#
# Look at the first token. If it has a star, there are two ways to go on: it takes no more, or it
# takes one character and stays. Try both.

# %%
calls = 0


def by_trying(s, p):
    """Whether all of ``s`` matches ``p``, by trying every way."""
    global calls
    calls += 1
    if not p:
        return not s
    fits = bool(s) and p[0] in (s[0], ".")
    if p[1:2] == "*":
        return by_trying(s, p[2:]) or (fits and by_trying(s[1:], p))
    return fits and by_trying(s[1:], p[1:])


for s, p in [("aa", "a"), ("ab", ".*"), ("aab", "c*a*b"), ("mississippi", "mis*is*p*.")]:
    print(f"{s!r:15} {p!r:14} {by_trying(s, p)}")

# %% [markdown]
# It's correct, short, and a good first thing to say. Now count its calls on `n` copies of `a`
# against `a*a*…a*b`, which fails only at the very end.

# %%
print("characters  starred tokens      calls")
for n in (4, 8, 12, 16):
    calls = 0
    by_trying("a" * n, "a*" * (n // 2 - 1) + "b")
    print(f"{n:10}  {n // 2 - 1:14}  {calls:9,}")

# %% [markdown]
# Four more characters multiply the calls by about 40. The same question comes up again and again:
# there are $\binom{n+k}{k}$ orders in which to read `n` characters and leave `k` starred tokens
# behind, and all of them end at the same pair of positions. **Time**: exponential. **Memory**: one
# stack frame per character read and per token left behind.

# %% [markdown]
# ## A better way
#
# Every call of `by_trying` answers one question: does the text from index `i` on match the pattern
# from index `j` on? There are only (len(s) + 1) · (len(p) + 1) such pairs. So memoise: compute each
# answer once and store it.

# %%
from functools import cache


def by_memory(s, p):
    """Like ``by_trying``, but each pair of places is asked once. Also returns how many."""
    @cache
    def rest(i, j):
        if j == len(p):
            return i == len(s)
        fits = i < len(s) and p[j] in (s[i], ".")
        if p[j + 1:j + 2] == "*":
            return rest(i, j + 2) or (fits and rest(i + 1, j))
        return fits and rest(i + 1, j + 1)

    answer = rest(0, 0)
    return answer, rest.cache_info().currsize


print("characters  starred tokens  pairs asked")
for n in (4, 8, 12, 16, 64):
    print(f"{n:10}  {n // 2 - 1:14}  {by_memory('a' * n, 'a*' * (n // 2 - 1) + 'b')[1]:11,}")

# %% [markdown]
# Memoising takes us from exponential time to the size of a table. One problem remains:

# %%
try:
    by_memory("a" * 2000, "a*b")
except RecursionError as error:
    print("RecursionError:", error)

# %% [markdown]
# Each character costs a stack frame, and Python allows about a thousand. **Dynamic programming**
# fills a table of the answers instead (the *DP table*), and a table has no such limit. Let
# `ok[i][j]` say whether the first `i` characters match the first `j` of the pattern, as in the
# picture, and fill it from the top.
#
# - The corner `ok[0][0]` is true: the empty pattern matches the empty text.
# - The rest of column 0 is false: the empty pattern matches no other text.
# - The other cells follow the three arrows of the picture. Before you write code, note in one line
#   per arrow when it may be drawn. Remember that row 0 has no row above it, and isn't all false.
#
# | way | time | memory | 2,000 characters |
# |---|---|---|---|
# | try every way | exponential | O(len(s) + len(p)) frames | never finishes on bad inputs |
# | memoise | O(len(s) · len(p)) | O(len(s) · len(p)), plus the frames | exceeds the recursion limit |
# | DP table | O(len(s) · len(p)) | O(len(s) · len(p)) | fine |
# | one row of the table | O(len(s) · len(p)) | O(len(p)) | fine |

# %% [markdown]
# ## Your turn
#
# First write the table, then the same in one row.

# %% [markdown] card="is_match"
# Write `is_match(s, p)`, which returns `True` if the pattern `p` matches the entire string `s`, and
# `False` if it doesn't.
#
# - `.` in the pattern matches any one character, including a newline.
# - `*` means zero or more of the one character or dot before it.
# - Every other character matches itself. No character of the text is special.
# - Both may be empty. A pattern never starts with a star and never contains `**`.
# - Texts have up to 2,000 characters, patterns up to 100 tokens. The work must grow as
#   len(s) · len(p).
# - Don't use `re`, `regex`, `fnmatch` or `glob`, and don't change the recursion limit. Don't keep
#   state between calls.

# %% exercise="is_match"
def is_match(s: str, p: str) -> bool:
    """Return whether the pattern ``p`` covers the whole of ``s``.

    ``.`` stands for any one character, ``x*`` for any number of ``x``, also none. The pattern
    is valid: a star follows a character or a dot.
    """
    ### BEGIN SOLUTION
    ok = [[False] * (len(p) + 1) for _ in range(len(s) + 1)]
    ok[0][0] = True
    for i in range(len(s) + 1):
        for j in range(1, len(p) + 1):
            if p[j - 1] == "*":
                one_more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
                ok[i][j] = ok[i][j - 2] or one_more
            else:
                ok[i][j] = i > 0 and p[j - 1] in (s[i - 1], ".") and ok[i - 1][j - 1]
    return ok[len(s)][len(p)]
    ### END SOLUTION

# %% check="is_match"
check(is_match)

# %% [markdown] hints="is_match"

# %% [markdown]
# ## One character at a time
#
# "The text doesn't fit in memory. It arrives over the network, one character at a time, and I want
# to know at any moment whether the text so far matches." This is the usual next question, and the
# answer is a smaller program. Look again at the arrows in the picture: how far up do they reach?

# %% [markdown] card="Matcher"
# Write a class `Matcher`.
#
# - `Matcher(pattern)` takes a pattern as in `is_match`.
# - `feed(char)` takes the next character of the text, a string of length 1. What it returns is up
#   to you.
# - `matched()` returns `True` if the entire text fed so far matches the entire pattern, and `False`
#   otherwise. Before the first `feed`, that text is empty. Calling `matched` changes nothing, and
#   is allowed at any time and any number of times. A text that doesn't match yet may match later.
# - Several matchers may be in use at once.
# - Use O(len(pattern)) memory, however long the text is. The work of one `feed` or `matched`
#   mustn't grow with the text either. The check inspects what your object holds, and counts the
#   steps of both methods, after 20 and after 150 characters. A table of all states that could ever
#   occur is too large: their number can double with each token.
# - Don't use `re`, `regex`, `fnmatch` or `glob`.

# %% exercise="Matcher"
class Matcher:
    """Matches a text that arrives one character at a time.

    It holds O(len(pattern)), and nothing of the text.
    """

    def __init__(self, pattern: str) -> None:
        ### BEGIN SOLUTION
        self._pattern = pattern
        self._row = [True]
        for j, token in enumerate(pattern):
            self._row.append(token == "*" and self._row[j - 1])
        ### END SOLUTION

    def feed(self, char: str) -> None:
        """Take the next character of the text."""
        ### BEGIN SOLUTION
        new = [False]
        for j, token in enumerate(self._pattern):
            if token == "*":
                one_more = self._row[j + 1] and self._pattern[j - 1] in (char, ".")
                new.append(new[j - 1] or one_more)
            else:
                new.append(self._row[j] and token in (char, "."))
        self._row = new
        ### END SOLUTION

    def matched(self) -> bool:
        """Return whether the text fed so far matches the whole pattern."""
        ### BEGIN SOLUTION
        return self._row[-1]
        ### END SOLUTION

# %% check="Matcher"
check(Matcher)

# %% [markdown] hints="Matcher"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes glob_match}} minutes, and keep the hints folded until it goes off. Say
# aloud what you do, from the first clarifying question on. The star of file names means something
# else, and interviewers like to switch to it halfway.

# %% [markdown] card="glob_match"
# Write `glob_match(s, p)`, which returns whether the pattern `p` matches the entire string `s`.
#
# - `?` matches exactly one character, whichever it is.
# - `*` matches any run of characters, even different ones, and even none at all. It doesn't refer
#   to the character before it. `**` is the same as `*`.
# - Every other character matches itself, including `.`, `/`, `[`, `]` and `\`. `?` and `*` match a
#   leading dot, a slash and a newline like any other character. No character of the text is
#   special. Case matters.
# - Both may be empty.
# - Texts and patterns have up to 2,000 characters. The work must grow no faster than len(s) ·
#   len(p).
# - Don't use `re`, `regex`, `fnmatch` or `glob`, and don't change the recursion limit.

# %% exercise="glob_match"
def glob_match(s: str, p: str) -> bool:
    """Return whether the pattern ``p`` covers the whole of ``s``.

    ``?`` stands for one character, ``*`` for any run of characters, also none.
    """
    ### BEGIN SOLUTION
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
    ### END SOLUTION

# %% check="glob_match"
check(glob_match)

# %% [markdown] hints="glob_match"

# %% [markdown]
# ## Measured complexity
#
# The next two plots count the lines of Python that your code executes, on inputs that double in
# size. Text and pattern both grow, so an exponent of 2 is what O(len(s) · len(p)) looks like.
# A curve that stops early needed more than 400,000 steps at the next size.

# %%
complexity(is_match)

# %% [markdown]
# For file names, there's a method that doesn't need a table: remember only the last star, and let
# it take one more character whenever you get stuck. That's the line "best known". On inputs like
# these, its work grows only with the text; its worst case is still O(len(s) · len(p)).

# %%
complexity(glob_match)

# %% [markdown]
# ## Wrong answers people give
#
# Each of these is a reading of the question that somebody will defend. Each can be written as a
# small change to the standard library's matcher. Among all short pairs, we let the machine find the
# smallest text and pattern that tell it apart from the right one.

# %%
from itertools import product


def words(parts, most):
    """Everything made of at most ``most`` of the ``parts``, the shortest first."""
    return ["".join(word) for size in range(most + 1) for word in product(parts, repeat=size)]


TEXTS = words("ab\n", 3)
PATTERNS = words(["a", "b", ".", "a*", "b*", ".*"], 3)
PAIRS = sorted(product(TEXTS, PATTERNS), key=lambda pair: len(pair[0] + pair[1]))


def right(s, p):
    return re.fullmatch(p, s, re.DOTALL) is not None


def differs_at(wrong):
    """The pairs for which ``wrong`` does not say what it should, the smallest first."""
    return [(s, p) for s, p in PAIRS if bool(wrong(s, p)) != right(s, p)]

# %%
def reads(start="", star="*", end=r"\Z"):
    """A wrong reading: what stands before the pattern, for its star, and after it."""
    return lambda s, p: re.match(start + p.replace("*", star) + end, s, re.DOTALL)


READINGS = {
    "matches a beginning": reads(end=""),
    "matches anywhere": reads(start=".*?", end=""),
    "star is one or more": reads(star="+"),
    "star is zero or one": reads(star="?"),
    "star is any run, as in a file name": reads(star=".*"),
    "star takes all it can, never gives back": reads(star="*+"),
    "a starred dot is a dot": lambda s, p: right(s, p.replace(".*", r"\.*")),
    "dot does not fit a line end": lambda s, p: re.fullmatch(p, s),
    "row 0 is all false": lambda s, p: right(s, p) and (s or not p),
}
print(f"{len(PAIRS):,} pairs")
for name, wrong in READINGS.items():
    found = differs_at(wrong)
    print(f"{name:40} wrong for {len(found):5,}   first: {found[0]}")

# %% [markdown]
# | Wrong answer | Why it fails |
# |---|---|
# | matches a beginning, or anywhere | the question requires the entire string; in code, `return True` when the pattern is used up |
# | one or more, zero or one | `ok[i][j-2]` is forgotten, or the star reads `ok[i-1][j-2]` where it should stay at `ok[i-1][j]` |
# | star as in a file name | a star isn't a token of its own; it belongs to the character before it |
# | never gives back | right for `a*b`, wrong for `a*a`: what one star takes, another token may need |
# | a starred dot is a dot | `p[j-2] == s[i-1]` was written without the dot |
# | row 0 is all false | right until the text runs out before the stars do |
#
# Three more go wrong only in Python:
#
# - `[[False] * m] * n` makes one row and n references to it. Writing to one row writes to all of
#   them.
# - A memo dictionary as a default argument (`def f(s, p, memo={})`) outlives the call. The next
#   text gets the answers of the previous one.
# - `p[j-2]` with `j = 1` doesn't raise an error. It's the last character of the pattern.

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide says** that the matcher should support the dot "and regex operators". It
# leaves out one word, the star, and one condition: the pattern must match the entire string. Both
# change the answer:

# %%
from fnmatch import fnmatchcase

print(f"{'text':6} {'pattern':8} {'whole text':>11} {'a beginning':>12} {'file name':>10}")
for s, p in [("ab", "a"), ("aa", "a*"), ("ab", "a*"), ("b", "a*"), ("aab", "c*a*b")]:
    told = right(s, p), READINGS["matches a beginning"](s, p) is not None, fnmatchcase(s, p)
    print(f"{s:6} {p:8} {told[0]!s:>11} {told[1]!s:>12} {told[2]!s:>10}")

# %% [markdown]
# **Correct:** the operators are `.` and `*`. The pattern has to match the entire string, and `*`
# means zero or more of the one character or dot before it. If your interviewer names "regex
# operators", ask which.
#
# **2. A popular guide says** that time and space are both O(len(s) · len(p)). The time is right.
# For the space, let Python count bytes: the table, two rows of it, and your `Matcher` while it
# reads the whole text.

# %%
import tracemalloc


def peak_bytes(work):
    """The most memory that ``work()`` has in use at one time, in bytes: the least of three
    counts, since the notebook's own threads need some now and then."""
    counts = []
    for _ in range(3):
        tracemalloc.start()
        try:
            work()
            counts.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    return min(counts)


def read_all(n, pattern):
    matcher = Matcher(pattern)
    for _ in range(n):
        matcher.feed("a")
    return matcher.matched()


pattern = "a*" * 50
for n in (1000, 2000, 4000):
    table, rows = (peak_bytes(lambda: [[False] * (len(pattern) + 1) for _ in range(height)])
                   for height in (n + 1, 2))
    try:
        yours = f"{peak_bytes(lambda: read_all(n, pattern)):,}"
    except Exception as error:
        yours = f"nothing to measure yet ({type(error).__name__})"
    print(f"{n:,} characters: table {table:9,}   two rows {rows:,}   your Matcher {yours}")

# %% [markdown]
# **Correct:** O(len(s) · len(p)) time and O(len(p)) space. A row reads only itself and the row
# above, so you don't have to keep any other row. Filled column by column, the table needs O(len(s))
# instead, so you can choose the shorter side. Quote the larger figure only for the version that
# keeps the table.
#
# **3. A popular guide says**: if the character before the star matches, take `dp[i-1][j]`. That's
# right. Three things that it leaves out go wrong: the character before the star may be a dot, row 0
# may need several stars in a row, and the pattern may start with a star.

# %%
def row_0_knows_one_star(s, p):
    """Knows that 'a*' matches the empty text, and not that 'a*b*' does."""
    return right(s, p) and (s or len(p) <= 2)


for wrong in (READINGS["a starred dot is a dot"], row_0_knows_one_star):
    found = differs_at(wrong)
    print(f"wrong for {len(found):5,} of {len(PAIRS):,}, first {found[0]}")

for p in ("*a", "a**"):
    try:
        re.compile(p)
    except re.error as error:
        print(f"re refuses {p!r}: {error}")
print("your code does not: in '*a', with j = 1, p[j-2] is", repr("*a"[1 - 2]))

# %% [markdown]
# **Correct:** "matches" means equal *or a dot*. Row 0 has to pass its truth on from star to star,
# `ok[0][j] = ok[0][j-2]`, or `a*b*` fails on the empty text. And a pattern that starts with a star
# or contains `**` isn't valid: say so, because an index of -1 won't raise an error. (Since Python
# 3.11, `a*+` is valid and means something else: a star that never gives characters back.)
#
# Last, compare the table's answers with `re.fullmatch` for all short pairs. They agree only with
# one flag.

# %%
for flag in (re.DOTALL, re.NOFLAG):
    wrong = [(s, p) for s, p in PAIRS if by_memory(s, p)[0] != bool(re.fullmatch(p, s, flag))]
    print(f"{flag!r:12} {len(wrong):5,} of {len(PAIRS):,} differ", wrong[:2])

# %% [markdown]
# ## When a pattern is an attack
#
# Python's own `re` backtracks: it tries, and goes back, as `by_trying` does. So do the matchers of
# Java, JavaScript and PCRE. Whoever chooses the pattern, or knows it and chooses the text, can make
# such a matcher work for years. This is called ReDoS, regular expression denial of service. You
# don't need a stopwatch to see it. You can count the calls of `by_trying` exactly without making
# them: when the answer is False, each call makes all of its recursive calls.

# %%
def calls_by_trying(n, k):
    """The calls of ``by_trying("a" * n, "a*" * k + "b")``, which is False."""
    @cache
    def count(left, stars):
        if stars == 0:
            return 1  # 'b' does not fit 'a', nor the end
        return 1 + count(left, stars - 1) + (count(left - 1, stars) if left else 0)

    return count(n, k)


calls = 0
by_trying("a" * 8, "a*" * 4 + "b")
print("counted", calls, "and computed", calls_by_trying(8, 4))
for n in (6, 12, 24, 48):
    print(f"{n:3} characters, 10 stars: {calls_by_trying(n, 10):18,} calls"
          f"   {(n + 1) * 22:6,} cells of the table")

# %% [markdown]
# The table's work depends on the two lengths and on nothing else. This is Ken Thompson's idea of
# 1968: keep *all* live positions of the pattern at once, which is the row of your `Matcher`. RE2,
# Go's `regexp` and Rust's `regex` are built on it. They pay with features: no back-references, no
# look-around.

# %% [markdown]
# ## Why it matters in ML engineering
#
# You'll rarely write a regex engine at work. But you'll meet its table: two sequences, one cell per
# pair of prefixes, three neighbours, and a first row that must be right. Edit distance is that
# table with costs instead of booleans. Word error rate, the metric of speech recognition and so of
# automatic captions, is edit distance over words. Dynamic time warping and CTC are relatives. The
# streaming form comes back too: stop sequences while a model generates text token by token, and
# filters on a log. And if a validation rule runs a backtracking pattern over text from users, a
# single row can stall the job.

# %%
def word_errors(said, heard):
    """The fewest words to insert, delete or replace to turn ``heard`` into ``said``."""
    said, heard = said.split(), heard.split()
    above = list(range(len(heard) + 1))  # nothing said: every word heard is an error
    for i, word in enumerate(said, 1):
        here = [i]
        for j, other in enumerate(heard, 1):
            here.append(min(above[j] + 1, here[j - 1] + 1, above[j - 1] + (word != other)))
        above = here
    return above[-1]


truth = "the ship leaves the harbour at dawn"
for caption in ("the ship leaves the harbour at dawn", "the sheep leaves harbour at dawn",
                "a ship leaves the harbour at dawn again"):
    wrong = word_errors(truth, caption)
    print(f"{caption:42} {wrong} errors, rate {wrong / len(truth.split()):.2f}")

# %% [markdown]
# ## Thinking aloud
#
# An invented interview. The candidate does well.
#
# > **Candidate**: Before I start: must the pattern match the entire string? … Good. And the star
# > belongs to the character before it, so `a*` is any number of `a`, even none? … Can I rely on
# > valid patterns, with no star in front? … How long do texts get, 2,000 characters? … Then I'll
# > write down `""` with `a*b*`, which should be True. I expect trouble there.
# >
# > **Candidate**: I begin with what is surely right. If the first token has no star, it must match
# > the first character, and the rest must match the rest. If it has one, it either takes none, or
# > takes one and stays. Two recursive calls.
# >
# > **Interviewer**: *How slow is that?*
# >
# > **Candidate**: Exponential. With many stars over the same letter, it tries every split of the
# > text. But the arguments are always a suffix of `s` and a suffix of `p`, so there are only n
# > times m different questions.
# >
# > **Interviewer**: *So you'd add a cache.*
# >
# > **Candidate**: I could. It's one line, and it's O(n · m). But it recurses once per character,
# > and 2,000 characters exceed Python's recursion limit of about a thousand frames. So I fill a
# > table from the top: `ok[i][j]` compares the first i characters with the first j of the pattern.
# >
# > **Interviewer**: *What's in your first row?*
# >
# > **Candidate**: That's the trap I wrote down. The corner is True. A letter is False, because
# > there's no text for it. A star copies the cell two to its left. So `a*b*` gives True, and `a*b`
# > gives False.
# >
# > **Candidate**: Now the star in the other rows. For none, it reads two to the left. For one more,
# > it reads straight above, if the token before the star matches. Matching means equal or a dot;
# > I'll make that one expression, so that I can't forget the dot in one of the two places.
# >
# > **Interviewer**: *You have ten minutes left. The text is a stream now.*
# >
# > **Candidate**: Each row reads only itself and the one above. I keep one row in an object and
# > build the next one for each character. The last entry is the answer so far. That's O(m) memory.
# > May I run three cases by hand first? Empty against `a*b*`, `aab` against `c*a*b`, and `aa`
# > against `a`.

# %% [markdown]
# ## Recap
#
# - `.` matches any one character; `*` means zero or more of the one before it; the entire string
#   must match.
# - Brute force has two choices at each star and is exponential. Its subproblems are pairs of
#   positions, so there are only len(s) · len(p) of them.
# - A letter reads the cell above left. A star reads two to the left, or straight above. Row 0
#   passes its truth on from star to star.
# - Each row reads only the one above, so one row is all a stream needs: O(len(p)) memory.
# - A crafted text can make a backtracking matcher explode. It can't do that to the table.

# %% [markdown]
# ## Say it in 60 seconds
#
# > I ask whether the pattern must match the entire string, and I confirm that the star means zero
# > or more of the element before it. At each star there are two choices: take none, or take one and
# > stay. That recursion is right, but exponential. The only state is my position in text and
# > pattern, so there are n times m subproblems, and I fill a DP table of them. A letter or dot
# > looks up and left. A star looks two left for none, straight up for one more. Row 0 is the usual
# > bug: a chain of starred tokens matches the empty text. That's O(n · m) time. Each row depends
# > only on the one above, so it takes O(m) space and works on a stream. Unlike a backtracking
# > engine, it can't explode.
#
# Say it once, against a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Would you keep the recursion with a cache, or the table?**
#
# <details>
# <summary>Answer</summary>
#
# The cache visits only the reachable pairs, and the code reads like the definition. The table
# doesn't recurse or hash, and it lets me drop rows. For long texts I take the table. For short ones
# I write what my team reads more easily.
#
# </details>
#
# **Add `+` (one or more) and `?` (zero or one).**
#
# <details>
# <summary>Answer</summary>
#
# They read the same neighbours as the star. Let `fits` say whether the token before the operator
# matches:
#
# ```python
# none, one, more = ok[i][j - 2], fits and ok[i - 1][j - 2], fits and ok[i - 1][j]
# ok[i][j] = {"*": none or more, "+": one or more, "?": none or one}[p[j - 1]]
# ```
#
# For row 0, `one` and `more` are False: there is no row above.
#
# </details>
#
# **Find the first position in a long text where a match ends.**
#
# <details>
# <summary>Answer</summary>
#
# A match may start anywhere, so column 0 is true in every row: `new = [True]` instead of `[False]`.
# Stop at the first row whose last entry is true. That gives the earliest end. For the start, let
# each cell hold the largest start that leads to it instead of a boolean.
#
# </details>
#
# **And character classes, such as `[a-z]` and `\d`?**
#
# <details>
# <summary>Answer</summary>
#
# They change what "matches" means, and nothing else in the table. Parse the pattern once into
# tokens, each a test and a flag, then call the test.
#
# ```python
# def literal(want):
#     return lambda char: want in (char, ".")
#
# tokens = [(str.isdigit, True), (literal("-"), False), (str.islower, True)]   # \d*-[a-z]*
# ```
#
# Parsing is where the work is: escapes, ranges, a `]` that comes first, negation.
#
# </details>
#
# **Can it be made faster than O(n · m)?**
#
# <details>
# <summary>Answer</summary>
#
# In practice, by a factor of the word size: pack a row of booleans into an integer, and one shift
# moves them all. Without stars it takes two operations per character; this is known as Shift-And:
#
# ```python
# def starts_of(word, text):
#     """The indices where ``word`` occurs in ``text``."""
#     masks = {c: sum(1 << j for j, w in enumerate(word) if w == c) for c in set(word)}
#     state, found = 0, []
#     for i, char in enumerate(text):
#         state = (state << 1 | 1) & masks.get(char, 0)
#         if state >> (len(word) - 1):
#             found.append(i - len(word) + 1)
#     return found
# ```
#
# Or turn the rows that occur into the states of an automaton and cache each step: then each
# character costs one look-up. The number of rows can double with each token, so bound that memory.
#
# </details>
#
# **A thousand patterns over the same stream?**
#
# <details>
# <summary>Answer</summary>
#
# If they're plain words, use Aho-Corasick: one automaton, one pass, time independent of their
# number. With stars, put the patterns' positions side by side, run all rows as one long row, and
# build the automaton lazily with bounded memory. First look for a plain word that each pattern
# needs, and run the row only where it occurs.
#
# </details>
#
# **Users send us patterns. May we run them with `re`?**
#
# <details>
# <summary>Answer</summary>
#
# No. A pattern like `(a*)*b` makes it explode. A length limit doesn't prevent that, and tests on
# small texts don't reveal it. Use an engine with a linear bound, such as RE2, or give users a
# smaller language, such as file-name patterns. The last resort is a time limit in a separate
# process.
#
# </details>
#
# **Does your dot match the letter é?**
#
# <details>
# <summary>Answer</summary>
#
# It matches one code point. The same letter can be one code point or two, and one dot doesn't match
# two of them:
#
# ```python
# import unicodedata
# e = "e\u0301"                                        # looks like é
# len(e), len(unicodedata.normalize("NFC", e))         # (2, 1)
# ```
#
# So normalise text and pattern to the same form first, if they come from different systems. Some
# emoji remain several code points in every form.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
