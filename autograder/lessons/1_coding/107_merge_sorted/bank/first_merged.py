# %% right="one item of each in hand"
END = object()

def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    x, y = next(a, END), next(b, END)
    out = []
    while len(out) < k and (x is not END or y is not END):
        if y is END or (x is not END and x <= y):
            out.append(x)
            x = next(a, END)
        else:
            out.append(y)
            y = next(b, END)
    return out

# %% right="the standard library"
from heapq import merge
from itertools import islice

def first_merged(a, b, k):
    return list(islice(merge(a, b), k))

# %% right="a generator inside"
import itertools

def merging(a, b):
    a, b = iter(a), iter(b)
    for x in a:
        break
    else:
        yield from b
        return
    for y in b:
        while x <= y:
            yield x
            for x in a:
                break
            else:
                yield y
                yield from b
                return
        yield y
    yield x
    yield from a

def first_merged(a, b, k: int) -> list:
    return list(itertools.islice(merging(a, b), k))

# %% right="a stream that lets one look ahead"
class Ahead:
    def __init__(self, items):
        self.items, self.held = iter(items), []
    def look(self):
        if not self.held:
            for item in self.items:
                self.held.append(item)
                break
        return bool(self.held)
    def take(self):
        return self.held.pop()

def first_merged(a, b, k):
    a, b, out = Ahead(a), Ahead(b), []
    for _ in range(k):
        if a.look() and (not b.look() or not b.held[0] < a.held[0]):
            out.append(a.take())
        elif b.look():
            out.append(b.take())
        else:
            break
    return out

# %% right="a heap of two heads"
import heapq

def first_merged(a, b, k):
    heads, out = [], []
    def read(number, stream):
        try:
            heapq.heappush(heads, (next(stream), number, stream))
        except StopIteration:
            pass
    if k:
        read(0, iter(a))
        read(1, iter(b))
    while heads and len(out) < k:
        item, number, stream = heapq.heappop(heads)
        out.append(item)
        read(number, stream)
    return out

# %% right="lists of nothing or one item"
from itertools import islice

def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    read = lambda stream: list(islice(stream, 1))
    x, y, out = read(a), read(b), []
    while k > 0 and x + y:
        if x and (not y or x[0] <= y[0]):
            out += x
            x = read(a)
        else:
            out += y
            y = read(b)
        k -= 1
    return out

# %% wrong="an item that is false ends a stream" caught_by="lists and iterators, any k" of="one item of each in hand"
#- END = object()
#+ END = None
#
#-     while len(out) < k and (x is not END or y is not END):
#-         if y is END or (x is not END and x <= y):
#+     while len(out) < k and (x or y):
#+         if not y or (x and x <= y):

# %% wrong="None is compared with items" caught_by="lists and iterators, any k" of="one item of each in hand"
#- END = object()
#+ END = None
#
#-         if y is END or (x is not END and x <= y):
#+         if x <= y:

# %% wrong="the end of one stream ends all" caught_by="lists and iterators, any k" of="one item of each in hand"
#-     while len(out) < k and (x is not END or y is not END):
#+     while len(out) < k and x is not END and y is not END:

# %% wrong="the end of a stream is an error" caught_by="lists and iterators, any k"
def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    x, y = next(a), next(b)
    out = []
    while len(out) < k:
        if x <= y:
            out.append(x)
            x = next(a)
        else:
            out.append(y)
            y = next(b)
    return out

# %% wrong="a list is taken for an iterator" caught_by="lists and iterators, any k" of="one item of each in hand"
#-     a, b = iter(a), iter(b)

# %% wrong="starts lists again and again" caught_by="lists and iterators, any k"
def first_merged(a, b, k):
    out = []
    while len(out) < k:
        x, y = next(iter(a), None), next(iter(b), None)
        if x is None and y is None:
            break
        out.append(x if y is None or (x is not None and x <= y) else y)
    return out

# %% wrong="iterators are taken for lists" caught_by="lists and iterators, any k"
def first_merged(a, b, k):
    return sorted(a[:k] + b[:k])[:k]

# %% wrong="one too many" caught_by="lists and iterators, any k" of="one item of each in hand"
#-     while len(out) < k and (x is not END or y is not END):
#+     while len(out) <= k and (x is not END or y is not END):

# %% wrong="one too few" caught_by="lists and iterators, any k" of="one item of each in hand"
#-     while len(out) < k and (x is not END or y is not END):
#+     while len(out) < k - 1 and (x is not END or y is not END):

# %% wrong="gives back a generator" caught_by="lists and iterators, any k"
import heapq, itertools

def first_merged(a, b, k):
    return itertools.islice(heapq.merge(a, b), k)

# %% wrong="both streams go on at each step" caught_by="lists and iterators, any k" of="one item of each in hand"
#-             x = next(a, END)
#+             x = next(a, END)
#+             y = next(b, END)

# %% wrong="results are kept from call to call" caught_by="lists and iterators, any k" of="one item of each in hand"
#- def first_merged(a, b, k):
#+ def first_merged(a, b, k, out=[]):
#
#-     out = []

# %% wrong="takes from both in turn" caught_by="lists and iterators, any k" of="the standard library"
#- from heapq import merge
#
#-     return list(islice(merge(a, b), k))
#+     pairs = (item for pair in zip(a, b) for item in pair)
#+     return sorted(islice(pairs, k))

# %% wrong="an endless number stands for the end" caught_by="lists and iterators, any k" of="one item of each in hand"
#- END = object()
#+ END = float("inf")
#
#-         if y is END or (x is not END and x <= y):
#+         if x <= y:

# %% wrong="knows the examples by heart" caught_by="lists and iterators, any k"
def first_merged(a, b, k):
    return [1, 2, 2, 4][:k]

# %% wrong="takes b's where they are equal" caught_by="equal items: those of a first" of="one item of each in hand"
#-         if y is END or (x is not END and x <= y):
#+         if y is END or (x is not END and x < y):

# %% wrong="the smallest, in any order of equals" caught_by="equal items: those of a first"
from itertools import chain
import heapq

def first_merged(a, b, k):
    return heapq.nsmallest(k, chain(b, a))

# %% wrong="reads everything" caught_by="endless streams, at most k + 2 items read"
def first_merged(a, b, k):
    return sorted([*a, *b])[:k]

# %% wrong="reads k items of each" caught_by="endless streams, at most k + 2 items read" of="the standard library"
#- from heapq import merge
#
#-     return list(islice(merge(a, b), k))
#+     return sorted([*islice(a, k), *islice(b, k)])[:k]

# %% wrong="reads in blocks of ten" caught_by="endless streams, at most k + 2 items read"
from itertools import islice
import heapq

def blocks(stream):
    stream = iter(stream)
    while block := list(islice(stream, 10)):
        yield from block

def first_merged(a, b, k):
    return list(islice(heapq.merge(blocks(a), blocks(b)), k))

# %% wrong="a frame for each item" caught_by="endless streams, at most k + 2 items read"
END = object()

def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    def rest(x, y, left):
        if left == 0 or (x is END and y is END):
            return []
        if y is END or (x is not END and x <= y):
            return [x] + rest(next(a, END), y, left - 1)
        return [y] + rest(x, next(b, END), left - 1)
    return rest(next(a, END), next(b, END), k)
