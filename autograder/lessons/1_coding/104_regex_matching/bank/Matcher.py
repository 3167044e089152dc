# %% right="a row of bools"
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

# %% right="a set of places"
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

# %% right="bits of an integer, in slots"
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

# %% right="one row, the diagonal kept aside"
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

# %% right="a coroutine"
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

# %% right="NumPy rows and a mask for each character"
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

# %% right="linked nodes in a dataclass"
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

# %% right="methods made by the constructor"
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

# %% wrong="row 0 is all false" caught_by="before the first character" of="a row of bools"
#-             self.row.append(token == "*" and self.row[j - 1])
#+             self.row.append(False)

# %% wrong="only the empty pattern matches at first" caught_by="before the first character" of="a row of bools"
#-             self.row.append(token == "*" and self.row[j - 1])
#+             self.row.append(j < 2 and token == "*" and self.row[j - 1])
#
#-         return self.row[-1]
#+         return self.row[-1] and (not self.p or True in self.row[:-1] or not self.row[0])

# %% wrong="a star needs at least one" caught_by="before the first character" of="a set of places"
#-         self.alive = self.closed({0})
#+         self.alive = {0}
#
#-                 stay_or_go.add(j if self.tokens[j][1] else j + 1)
#-         self.alive = self.closed(stay_or_go)
#+                 stay_or_go |= {j, j + 1} if self.tokens[j][1] else {j + 1}
#+         self.alive = stay_or_go

# %% wrong="nothing to ask before the first character" caught_by="before the first character" of="a row of bools"
#-         self.row = new
#+         self.row = new
#+         self.answer = new[-1]
#
#-         return self.row[-1]
#+         return self.answer

# %% wrong="the empty text never matches" caught_by="before the first character" of="a row of bools"
#-         self.p = pattern
#+         self.p = pattern
#+         self.fed = False
#
#-     def feed(self, char):
#+     def feed(self, char):
#+         self.fed = True
#
#-         return self.row[-1]
#+         return self.fed and self.row[-1]

# %% wrong="once matched, always matched" caught_by="any text, any pattern" of="a row of bools"
#-                 new.append(self.row[j] and token in (char, "."))
#+                 new.append(self.row[j] and token in (char, "."))
#+         new[-1] = new[-1] or self.row[-1]

# %% wrong="a text that does not match yet is given up" caught_by="any text, any pattern" of="a row of bools"
#-         self.row = new
#+         self.row = new if self.row[-1] or new[-1] else [False] * len(new)

# %% wrong="starts again at each character" caught_by="any text, any pattern" of="a row of bools"
#-         new = [False]
#+         new = [True]

# %% wrong="the row overwritten while it is read" caught_by="any text, any pattern" of="a row of bools"
#-         new = [False]
#+         new = self.row
#+         new[0] = False
#
#-                 new.append(new[j - 1] or (self.row[j + 1] and self.p[j - 1] in (char, ".")))
#+                 new[j + 1] = (new[j - 1] or (self.row[j + 1] and self.p[j - 1] in (char, ".")))
#
#-                 new.append(self.row[j] and token in (char, "."))
#+                 new[j + 1] = (self.row[j] and token in (char, "."))

# %% wrong="a starred dot fits dots only" caught_by="any text, any pattern" of="a row of bools"
#-                 new.append(new[j - 1] or (self.row[j + 1] and self.p[j - 1] in (char, ".")))
#+                 new.append(new[j - 1] or (self.row[j + 1] and self.p[j - 1] == char))

# %% wrong="a star is any run" caught_by="any text, any pattern" of="a row of bools"
#-                 new.append(new[j - 1] or (self.row[j + 1] and self.p[j - 1] in (char, ".")))
#+                 new.append(new[j - 1] or self.row[j + 1])

# %% wrong="a dot is no line end" caught_by="any text, any pattern" of="a row of bools"
#-                 new.append(self.row[j] and token in (char, "."))
#+                 new.append(self.row[j] and (token == char or (token == "." and char != "\n")))

# %% wrong="characters that are no letters are skipped" caught_by="any text, any pattern" of="a row of bools"
#-     def feed(self, char):
#+     def feed(self, char):
#+         if not char.isalnum():
#+             return

# %% wrong="asking changes the state" caught_by="any text, any pattern" of="a set of places"
#-         return len(self.tokens) in self.alive
#+         return bool({len(self.tokens)} & self.alive) and not self.alive.discard(len(self.tokens))

# %% wrong="only what was fed since the last question" caught_by="any text, any pattern" of="a row of bools"
#-         return self.row[-1]
#+         answer = self.row[-1]
#+         self.__init__(self.p)
#+         return answer

# %% wrong="a star after a star's zero case is lost" caught_by="any text, any pattern" of="a set of places"
#-         self.alive = self.closed(stay_or_go)
#+         self.alive = stay_or_go | {j + 1 for j in stay_or_go if j < len(self.tokens) and self.tokens[j][1]}

# %% wrong="answers by the last character only" caught_by="any text, any pattern"
class Matcher:
    def __init__(self, pattern):
        self.pattern, self.last = pattern, ""

    def feed(self, char):
        self.last = char

    def matched(self):
        return is_match(self.last, self.pattern)

# %% wrong="the row belongs to the class" caught_by="each matcher has its own state" of="a row of bools"
#- class Matcher:
#+ class Matcher:
#+     row = []
#
#-         self.row = [True]
#+         Matcher.row = [True]
#
#-         self.row = new
#+         Matcher.row = new

# %% wrong="a set of the class, cleared by the constructor" caught_by="each matcher has its own state" of="a set of places"
#- class Matcher:
#+ class Matcher:
#+     alive = set()
#+
#
#-         self.alive = self.closed({0})
#+         self.alive.clear()
#+         self.alive |= self.closed({0})
#
#-         self.alive = self.closed(stay_or_go)
#+         self.alive.clear()
#+         self.alive.update(self.closed(stay_or_go))

# %% wrong="the row is a global name" caught_by="each matcher has its own state" of="a row of bools"
#-     def __init__(self, pattern):
#+     def __init__(self, pattern):
#+         global ROW
#+         ROW = self
#
#-     def feed(self, char):
#+     def feed(self, char):
#+         self = ROW
#
#-         return self.row[-1]
#+         return ROW.row[-1]

# %% wrong="the row is a mutable default" caught_by="each matcher has its own state" of="a row of bools"
#-     def __init__(self, pattern):
#+     def __init__(self, pattern, row=[]):
#
#-         self.row = [True]
#+         row[:] = [True]
#+         self.row = row
#
#-         self.row = new
#+         self.row[:] = new

# %% wrong="keeps the text and asks is_match" caught_by="memory as the pattern, not the text" of="answers by the last character only"
#-         self.pattern, self.last = pattern, ""
#+         self.pattern, self.text = pattern, ""
#
#-         self.last = char
#+         self.text += char
#
#-         return is_match(self.last, self.pattern)
#+         return is_match(self.text, self.pattern)

# %% wrong="keeps the text in a deque and asks at each character" caught_by="memory as the pattern, not the text"
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

# %% wrong="keeps the text in a closure" caught_by="memory as the pattern, not the text" of="the whole table"
#-     return ok[len(s)][len(p)]
#+     return ok[len(s)][len(p)]
#+
#+ class Matcher:
#+     def __init__(self, pattern):
#+         text = []
#+         self.feed = text.append
#+         self.matched = lambda: is_match("".join(text), pattern)

# %% wrong="keeps the text under a global name" caught_by="memory as the pattern, not the text"
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

TEXTS = {}

class Matcher:
    def __init__(self, pattern):
        self.pattern = pattern
        TEXTS[id(self)] = ""

    def feed(self, char):
        TEXTS[id(self)] += char

    def matched(self):
        return is_match(TEXTS[id(self)], self.pattern)

# %% wrong="keeps the text in a file in memory" caught_by="memory as the pattern, not the text" of="keeps the text under a global name"
#- def is_match(s, p):
#+ import io
#+
#+ def is_match(s, p):
#
#- TEXTS = {}
#-
#
#-         self.pattern = pattern
#-         TEXTS[id(self)] = ""
#+         self.pattern, self.text = pattern, io.StringIO()
#
#-         TEXTS[id(self)] += char
#+         self.text.write(char)
#
#-         return is_match(TEXTS[id(self)], self.pattern)
#+         return is_match(self.text.getvalue(), self.pattern)

# %% wrong="a list of places, the same one many times" caught_by="memory as the pattern, not the text"
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

# %% wrong="a dot in the text fits anything" caught_by="any text, any pattern" of="a row of bools"
#-                 new.append(self.row[j] and token in (char, "."))
#+                 new.append(self.row[j] and (char == "." or token in (char, ".")))

# %% wrong="ignores case" caught_by="any text, any pattern" of="a row of bools"
#-         self.p = pattern
#+         self.p = pattern = pattern.lower()
#
#-     def feed(self, char):
#+     def feed(self, char):
#+         char = char.lower()

# %% wrong="knows the first 256 characters" caught_by="any text, any pattern" of="a row of bools"
#-     def feed(self, char):
#+     def feed(self, char):
#+         char.encode("latin-1")

# %% wrong="keeps all rows" caught_by="memory as the pattern, not the text" of="a row of bools"
#-         self.p = pattern
#+         self.p = pattern
#+         self.rows = []
#
#-                 new.append(self.row[j] and token in (char, "."))
#+                 new.append(self.row[j] and token in (char, "."))
#+         self.rows.append(self.row)

# %% wrong="bits above the last place are never cut" caught_by="memory as the pattern, not the text" of="bits of an integer, in slots"
#-         fits = sum(1 << j for j, c in enumerate(self.chars) if c == char or c == ".")
#+         fits = sum(1 << j for j, c in enumerate(self.chars) if c == char or c == ".")
#+         high = self.state >> len(self.chars) + 1
#
#-         self.state = self.closed(hit & self.stars | (hit & ~self.stars) << 1)
#+         self.state = self.closed(hit & self.stars | (hit & ~self.stars) << 1)
#+         self.state |= (high << 1 | 1) << len(self.chars) + 1
#
#-         return self.state >> len(self.chars) == 1
#+         return bool(self.state >> len(self.chars) & 1)

# %% wrong="remembers every set of places it has met" caught_by="memory as the pattern, not the text" of="a set of places"
#-         self.alive = self.closed({0})
#+         self.alive = self.closed({0})
#+         self.known = {}
#
#-     def feed(self, c):
#+     def feed(self, c):
#+         key = frozenset(self.alive), c
#+         if key in self.known:
#+             self.alive = self.known[key]
#+             return
#
#-         self.alive = self.closed(stay_or_go)
#+         self.alive = self.known[key] = self.closed(stay_or_go)

# %% wrong="the whole automaton is made ahead" caught_by="memory as the pattern, not the text"
class Steps:
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

# %% wrong="a function around a function for each character" caught_by="memory as the pattern, not the text"
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
