# %% right="two rows"
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

# %% right="two pointers and the last star"
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

# %% right="pieces between stars, each as early as it fits"
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

# %% right="the whole table, from the end"
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

# %% right="the set of places that are alive"
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

# %% right="bits of an integer"
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

# %% right="columns: the places of the text that a token can reach"
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

# %% right="a stack of places, each visited once"
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

# %% wrong="a star repeats the character before it" caught_by="'?' and '*', and nothing else" of="two rows"
#-         row.append(token == "*" and row[-1])
#+         row.append(token == "*" and row[-2:][0])
#
#-                 new.append(new[j] or row[j + 1])
#+                 new.append(new[j - 1] or (row[j + 1] and p[j - 1] in (char, "?")))

# %% wrong="hands it to is_match" caught_by="'?' and '*', and nothing else"
def glob_match(s, p):
    return is_match(s, p.replace("?", ".").replace("*", ".*"))

# %% wrong="a question mark may stand for nothing" caught_by="'?' and '*', and nothing else" of="two rows"
#-         row.append(token == "*" and row[-1])
#+         row.append(token in "*?" and row[-1])
#
#-                 new.append(row[j] and token in (char, "?"))
#+                 new.append((row[j] and token in (char, "?")) or (token == "?" and new[j]))

# %% wrong="a star needs at least one" caught_by="'?' and '*', and nothing else" of="two rows"
#-         row.append(token == "*" and row[-1])
#+         row.append(False)
#
#-                 new.append(new[j] or row[j + 1])
#+                 new.append(row[j] or row[j + 1])

# %% wrong="a star stops at a slash" caught_by="'?' and '*', and nothing else" of="two rows"
#-                 new.append(new[j] or row[j + 1])
#+                 new.append(new[j] or (row[j + 1] and char != "/"))

# %% wrong="a star stops at a line end" caught_by="'?' and '*', and nothing else" of="two rows"
#-                 new.append(new[j] or row[j + 1])
#+                 new.append(new[j] or (row[j + 1] and char != "\n"))

# %% wrong="a leading dot is hidden" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     if s[:1] == "." and p[:1] in ("*", "?"):
#+         return False

# %% wrong="ignores case" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     s, p = s.lower(), p.lower()

# %% wrong="brackets are a choice of characters" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     if len(p) == 3 and p[0] == "[" and p[2] == "]":
#+         return s == p[1]

# %% wrong="a backslash quotes the next character" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     if p[:1] == "\\" and len(p) == 2:
#+         return s == p[1:]

# %% wrong="a question mark in the text fits anything" caught_by="'?' and '*', and nothing else" of="two rows"
#-                 new.append(row[j] and token in (char, "?"))
#+                 new.append(row[j] and (token == char or "?" in (token, char)))

# %% wrong="a question mark may stand for nothing after a character" caught_by="'?' and '*', and nothing else" of="two rows"
#-                 new.append(row[j] and token in (char, "?"))
#+                 new.append((row[j] and token in (char, "?")) or (token == "?" and new[j]))

# %% wrong="a question mark is no slash" caught_by="'?' and '*', and nothing else" of="two rows"
#-                 new.append(row[j] and token in (char, "?"))
#+                 new.append(row[j] and (token == char or (token == "?" and char != "/")))

# %% wrong="a question mark is no line end" caught_by="'?' and '*', and nothing else" of="two rows"
#-                 new.append(row[j] and token in (char, "?"))
#+                 new.append(row[j] and (token == char or (token == "?" and char != "\n")))

# %% wrong="a leading dot is hidden from a question mark" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     if s[:1] == "." and p[:1] == "?":
#+         return False

# %% wrong="a dot after a slash is hidden" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     if "/." in s and "/." not in p:
#+         return False

# %% wrong="stars in the text are dropped" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     s = s.replace("*", "")

# %% wrong="a line end at the end is dropped" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     s = s.rstrip("\n")

# %% wrong="slash and backslash are the same" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     s, p = (x.replace("\\", "/") for x in (s, p))

# %% wrong="'[!a]' means any but a" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     if p[:2] == "[!" and p[3:] == "]":
#+         return len(s) == 1 and s != p[2]

# %% wrong="braces are dropped" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     p = p.strip("{}")

# %% wrong="a percent sign is a star too" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     p = p.replace("%", "*")

# %% wrong="accents are put together first" caught_by="'?' and '*', and nothing else" of="two rows"
#- def glob_match(s, p):
#+ def glob_match(s, p):
#+     import unicodedata
#+     s, p = (unicodedata.normalize("NFC", x) for x in (s, p))

# %% wrong="matches a prefix only" caught_by="any text, any pattern"
def glob_match(s, p):
    if not p:
        return True
    if p[0] == "*":
        return glob_match(s, p[1:]) or (bool(s) and glob_match(s[1:], p))
    return bool(s) and p[0] in (s[0], "?") and glob_match(s[1:], p[1:])

# %% wrong="a star takes as little as it can and is never asked again" caught_by="any text, any pattern" of="two pointers and the last star"
#-             mark += 1
#-             i, j = mark, star + 1
#+             i += 1
#+             j = star + 1

# %% wrong="a star takes all that is left" caught_by="any text, any pattern" of="two pointers and the last star"
#-     while i < len(s):
#+     while i < len(s):
#+         if p[j:j + 1] == "*":
#+             return True

# %% wrong="goes back to the first star" caught_by="any text, any pattern" of="two pointers and the last star"
#-             star, mark = j, i
#+             star, mark = (star, mark) if star >= 0 else (j, i)

# %% wrong="stars left over at the end are not skipped" caught_by="any text, any pattern" of="two pointers and the last star"
#-     return p[j:].strip("*") == ""
#+     return j == len(p)

# %% wrong="skips one star at the end" caught_by="'?' and '*', and nothing else" of="two pointers and the last star"
#-     return p[j:].strip("*") == ""
#+     return p[j:] in ("", "*")

# %% wrong="first and last piece may overlap" caught_by="any text, any pattern" of="pieces between stars, each as early as it fits"
#-     if not fits(first, 0) or end < len(first) or not fits(last, end):
#+     if not fits(first, 0) or not fits(last, end):
#
#-     return at <= end
#+     return True

# %% wrong="the last piece may stand anywhere" caught_by="any text, any pattern" of="pieces between stars, each as early as it fits"
#-     *middle, last = rest
#+     middle, last = rest, ""

# %% wrong="all rows are the same list" caught_by="any text, any pattern" of="two rows"
#-         new = [False]
#+         new = row
#+         new[0] = False
#
#-                 new.append(new[j] or row[j + 1])
#+                 new[j + 1] = new[j] or row[j + 1]
#
#-                 new.append(row[j] and token in (char, "?"))
#+                 new[j + 1] = row[j] and token in (char, "?")

# %% wrong="answers kept in a mutable default" caught_by="any text, any pattern"
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

# %% wrong="knows the examples by heart" caught_by="any text, any pattern"
def glob_match(s, p):
    return (s, p) in {("", ""), ("", "**"), ("ab", "a*"), ("a/b\n", "a*"), (".a", "*"),
                      ("[a]", "[?]"), ("\\?", "\\?"), ("\\a", "\\?"), ("aab", "*ab"),
                      ("abcbd", "a*b?"), ("ab", "a*b")}

# %% wrong="answers kept, but a frame a character" caught_by="long texts"
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

# %% wrong="tries every split, without a table" caught_by="work grows as len(s) * len(p)" of="matches a prefix only"
#-         return True
#+         return not s

# %% wrong="each star looks at every earlier place" caught_by="work grows as len(s) * len(p)"
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

# %% wrong="greedy, compares characters before it looks for a star" caught_by="'?' and '*', and nothing else"
def glob_match(s, p):
    i = j = mark = 0
    star = -1
    while i < len(s):
        if j < len(p) and (p[j] == s[i] or p[j] == "?"):
            i += 1
            j += 1
        elif j < len(p) and p[j] == "*":
            star, mark = j, i
            j += 1
        elif star != -1:
            j = star + 1
            mark += 1
            i = mark
        else:
            return False
    while j < len(p) and p[j] == "*":
        j += 1
    return j == len(p)
