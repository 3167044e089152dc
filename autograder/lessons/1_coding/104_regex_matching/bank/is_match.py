# %% right="the whole table"
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

# %% right="two rows"
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

# %% right="the set of positions that are alive"
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

# %% right="positions as the bits of an integer"
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

# %% right="a table of suffixes, from the end"
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

# %% right="a stack of places, each visited once"
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

# %% right="recursion over the tokens, positions of the text in a set"
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

# %% right="columns as NumPy arrays"
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

# %% right="an automaton driven by a generator"
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

# %% wrong="tries every split, without a table" caught_by="work grows as len(s) * len(p)"
def is_match(s, p):
    if not p:
        return not s
    first = bool(s) and p[0] in (s[0], ".")
    if p[1:2] == "*":
        return is_match(s, p[2:]) or (first and is_match(s[1:], p))
    return first and is_match(s[1:], p[1:])

# %% wrong="matches a prefix only" caught_by="whole string" of="tries every split, without a table"
#-         return not s
#+         return True

# %% wrong="finds a match that ends the text" caught_by="whole string" of="two rows"
#-         new = [False] * (len(p) + 1)
#+         new = [True] + [False] * len(p)

# %% wrong="finds the pattern anywhere" caught_by="whole string" of="the set of positions that are alive"
#-     alive = closed({0})
#+     alive = closed({0})
#+     found = len(tokens) in alive
#
#-         alive = closed({j if tokens[j][1] else j + 1 for j in fits})
#-     return len(tokens) in alive
#+         alive = closed({0} | {j if tokens[j][1] else j + 1 for j in fits})
#+         found |= len(tokens) in alive
#+     return found

# %% wrong="row 0 is all false" caught_by="empty text and empty pattern" of="two rows"
#-         row[j + 1] = p[j] == "*" and row[j - 1]
#+         pass

# %% wrong="row 0 knows one star only" caught_by="empty text and empty pattern" of="two rows"
#-     for j in range(1, len(p)):
#+     for j in range(1, min(len(p), 2)):

# %% wrong="an empty text matches the empty pattern only" caught_by="empty text and empty pattern" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     if not s:
#+         return not p

# %% wrong="a star needs at least one" caught_by="empty text and empty pattern" of="tries every split, without a table"
#-         return is_match(s, p[2:]) or (first and is_match(s[1:], p))
#+         return first and (is_match(s[1:], p[2:]) or is_match(s[1:], p))

# %% wrong="a pattern longer than the text never matches" caught_by="any text, any pattern" of="the whole table"
#-     ok = [[False] * (len(p) + 1) for _ in range(len(s) + 1)]
#+     ok = [[False] * (len(p) + 1) for _ in range(len(s) + 1)]
#+     if len(p.replace("*", "")) > len(s):
#+         return False

# %% wrong="a starred dot fits dots only" caught_by="any text, any pattern" of="the whole table"
#-                 more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
#+                 more = i > 0 and p[j - 2] == s[i - 1] and ok[i - 1][j]

# %% wrong="a star is any run, as in a file name" caught_by="any text, any pattern" of="the whole table"
#-                 more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
#+                 more = i > 0 and ok[i - 1][j]

# %% wrong="a star is zero or one" caught_by="any text, any pattern" of="the whole table"
#-                 more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
#+                 more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j - 2]

# %% wrong="a star is two at most" caught_by="any text, any pattern" of="the whole table"
#-                 more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
#+                 more = i > 0 and p[j - 2] in (s[i - 1], ".") and (ok[i - 1][j - 2] or (i > 1 and s[i - 2] == s[i - 1] and ok[i - 2][j - 2]))

# %% wrong="a star that may take one must" caught_by="any text, any pattern" of="tries every split, without a table"
#-         return is_match(s, p[2:]) or (first and is_match(s[1:], p))
#+         return is_match(s[1:], p) if first else is_match(s, p[2:])

# %% wrong="'.*' takes all that is left" caught_by="any text, any pattern" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     if p[:2] == ".*":
#+         return True

# %% wrong="all rows are the same list" caught_by="any text, any pattern" of="the whole table"
#-     ok = [[False] * (len(p) + 1) for _ in range(len(s) + 1)]
#+     ok = [[False] * (len(p) + 1)] * (len(s) + 1)

# %% wrong="two rows taken in turn, the first column never cleared" caught_by="any text, any pattern"
def is_match(s, p):
    ok = [[False] * (len(p) + 1) for _ in range(2)]
    ok[0][0] = True
    for i in range(len(s) + 1):
        for j in range(1, len(p) + 1):
            if p[j - 1] == "*":
                more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[(i - 1) % 2][j]
                ok[i % 2][j] = ok[i % 2][j - 2] or more
            else:
                ok[i % 2][j] = i > 0 and p[j - 1] in (s[i - 1], ".") and ok[(i - 1) % 2][j - 1]
    return ok[len(s) % 2][len(p)]

# %% wrong="one row, overwritten from the left" caught_by="any text, any pattern" of="two rows"
#-         new = [False] * (len(p) + 1)
#+         new = row
#+         new[0] = False

# %% wrong="answers kept in a mutable default" caught_by="any text, any pattern"
def is_match(s, p, memo={}):
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

# %% wrong="answers kept between calls by the lengths" caught_by="any text, any pattern" of="the whole table"
#- def is_match(s, p):
#+ seen = {}
#+ def is_match(s, p):
#
#- def is_match(s, p):
#+ def is_match(s, p):
#+     key = len(s), p
#+     if key not in seen:
#+         seen[key] = by_table(s, p)
#+     return seen[key]
#+
#+ def by_table(s, p):

# %% wrong="knows the examples by heart" caught_by="any text, any pattern"
def is_match(s, p):
    yes = {("", ""), ("", "a*b*"), ("", ".*"), ("aab", "c*a*b"), ("ab", ".*"),
           ("aaa", "ab*a*c*a"), ("a\nb", "a.b"), ("+", "+")}
    return (s, p) in yes or len(s) > 1000

# %% wrong="a dot is no line end" caught_by="nothing else is special" of="two rows"
#-                 new[j + 1] = row[j] and token in (char, ".")
#+                 new[j + 1] = row[j] and (token == char or (token == "." and char != "\n"))

# %% wrong="a dot is a letter or digit" caught_by="nothing else is special" of="two rows"
#-                 new[j + 1] = row[j] and token in (char, ".")
#+                 new[j + 1] = row[j] and (token == char or (token == "." and char.isalnum()))

# %% wrong="a dot in the text fits anything" caught_by="nothing else is special" of="two rows"
#-                 new[j + 1] = row[j] and token in (char, ".")
#+                 new[j + 1] = row[j] and (token == char or "." in (token, char))

# %% wrong="ignores case" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     s, p = s.lower(), p.lower()

# %% wrong="ignores white space at the ends" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     s = s.strip()

# %% wrong="anchors are dropped from the pattern" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     p = p.lstrip("^").rstrip("$")

# %% wrong="plus repeats too" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     while (at := p.find("+", 1)) > 0 and p[at - 1] != "*":
#+         p = p[:at] + p[at - 1] + "*" + p[at + 1:]

# %% wrong="a star in the text ends the match" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     if "*" in s:
#+         return False

# %% wrong="a question mark is optional" caught_by="nothing else is special" of="two rows"
#-                 new[j + 1] = row[j] and token in (char, ".")
#+                 new[j + 1] = row[j] and token in (char, ".", "?")

# %% wrong="a backslash quotes the next character" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     p = p.replace("\\", "")

# %% wrong="accents are put together first" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     import unicodedata
#+     s, p = (unicodedata.normalize("NFC", x) for x in (s, p))

# %% wrong="two characters that end a line are one" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     s = s.replace("\r\n", "\n")

# %% wrong="characters beyond 16 bits are two" caught_by="nothing else is special" of="two rows"
#- def is_match(s, p):
#+ def is_match(s, p):
#+     s = s.encode("utf-16-le").decode("utf-16-le", "surrogatepass")
#+     s = "".join(c if ord(c) < 1 << 16 else "??" for c in s)

# %% wrong="answers kept, but a frame a character" caught_by="long texts" of="answers kept in a mutable default"
#- def is_match(s, p, memo={}):
#+ def is_match(s, p):
#+     memo = {}

# %% wrong="a frame a character, and a higher limit" caught_by="long texts" of="answers kept in a mutable default"
#- def is_match(s, p, memo={}):
#+ def is_match(s, p):
#+     import sys
#+     sys.setrecursionlimit(10**6)
#+     memo = {}

# %% wrong="states in 64 bits" caught_by="long texts" of="positions as the bits of an integer"
#-         return state
#+         return state & (1 << 64) - 1

# %% wrong="each star tries every length of its run" caught_by="work grows as len(s) * len(p)" of="the whole table"
#-                 more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
#+                 more = False
#+                 for k in range(i - 1, -1, -1):
#+                     if p[j - 2] not in (s[k], "."):
#+                         break
#+                     more = ok[k][j - 2] or more

# %% wrong="a stack of places that forgets where it was" caught_by="work grows as len(s) * len(p)" of="a stack of places, each visited once"
#-     todo, seen = [(0, 0)], set()
#+     todo = [(0, 0)]
#
#-         if (i, j) in seen:
#-             continue
#-         seen.add((i, j))
