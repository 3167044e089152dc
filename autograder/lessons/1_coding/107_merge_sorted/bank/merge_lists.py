# %% right="two indices"
def merge_lists(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    out.extend(a[i:])
    out.extend(b[j:])
    return out

# %% right="two iterators and a mark for the end"
END = object()

def merge_lists(a, b):
    left, right = iter(a), iter(b)
    x, y = next(left, END), next(right, END)
    out = []
    while x is not END or y is not END:
        if y is END or (x is not END and not y < x):
            out.append(x)
            x = next(left, END)
        else:
            out.append(y)
            y = next(right, END)
    return out

# %% right="the standard library's sort, which finds the two runs"
def merge_lists(a: list, b: list) -> list:
    return sorted(a + b)

# %% right="the standard library's merge"
from heapq import merge

def merge_lists(a, b):
    return [*merge(a, b)]

# %% right="from the back"
def merge_lists(a, b):
    i, j = len(a), len(b)
    out = [None] * (i + j)
    while i and j:
        if b[j - 1] < a[i - 1]:
            i -= 1
            out[i + j] = a[i]
        else:
            j -= 1
            out[i + j] = b[j]
    out[:i + j] = a[:i] or b[:j]
    return out

# %% right="copies turned round, taken from the end"
def merge_lists(a, b):
    left, right, out = a[::-1], b[::-1], []
    while left and right:
        source = right if right[-1] < left[-1] else left
        out.append(source.pop())
    return out + (left or right)[::-1]

# %% right="deques"
from collections import deque

def merge_lists(a, b):
    p, q = deque(a), deque(b)
    def smallest():
        while p and q:
            yield q.popleft() if q[0] < p[0] else p.popleft()
        yield from p or q
    return list(smallest())

# %% right="a loop over b, slices of a"
def merge_lists(a, b):
    out, at = [], 0
    for y in b:
        start = at
        while at < len(a) and not y < a[at]:
            at += 1
        out += a[start:at]
        out.append(y)
    out += a[at:]
    return out

# %% right="three-way comparison"
def merge_lists(a, b):
    result = list()
    index_a = 0
    index_b = 0
    for _ in range(len(a) + len(b)):
        if index_a == len(a):
            result.append(b[index_b])
            index_b = index_b + 1
        elif index_b == len(b):
            result.append(a[index_a])
            index_a = index_a + 1
        elif a[index_a] == b[index_b] or a[index_a] < b[index_b]:
            result.append(a[index_a])
            index_a = index_a + 1
        else:
            result.append(b[index_b])
            index_b = index_b + 1
    return result

# %% right="places by galloping, in strides that double"
def merge_lists(a, b):
    out, at = [], 0
    for y in b:
        stride, low = 1, at
        while at + stride <= len(a) and not y < a[at + stride - 1]:
            low = at + stride
            stride *= 2
        high = min(at + stride - 1, len(a))
        while low < high:
            middle = (low + high) // 2
            if y < a[middle]:
                high = middle
            else:
                low = middle + 1
        out.extend(a[at:low])
        out.append(y)
        at = low
    return out + a[at:]

# %% wrong="what is left of a is lost" caught_by="empty lists, and always a new list" of="two indices"
#-     out.extend(a[i:])

# %% wrong="what is left of b is lost" caught_by="empty lists, and always a new list" of="two indices"
#-     out.extend(b[j:])

# %% wrong="goes on until both are used up" caught_by="empty lists, and always a new list" of="two indices"
#-     while i < len(a) and j < len(b):
#+     while i < len(a) or j < len(b):

# %% wrong="only one element of what is left" caught_by="empty lists, and always a new list" of="two indices"
#-     out.extend(a[i:])
#-     out.extend(b[j:])
#+     out.extend(a[i:i + 1])
#+     out.extend(b[j:j + 1])

# %% wrong="gives back a list that it was given" caught_by="empty lists, and always a new list" of="two indices"
#- def merge_lists(a, b):
#+ def merge_lists(a, b):
#+     if not a or not b:
#+         return a or b

# %% wrong="makes a the result" caught_by="empty lists, and always a new list"
def merge_lists(a, b):
    a += b
    a.sort()
    return a

# %% wrong="the result is remembered in a mutable default" caught_by="empty lists, and always a new list" of="two indices"
#- def merge_lists(a, b):
#-     out = []
#+ def merge_lists(a, b, out=[]):

# %% wrong="gives back an iterator" caught_by="empty lists, and always a new list" of="two indices"
#-     return out
#+     return iter(out)

# %% wrong="one list behind the other" caught_by="empty lists, and always a new list"
def merge_lists(a, b):
    return a + b

# %% wrong="pairs, then the rest of one" caught_by="empty lists, and always a new list"
def merge_lists(a, b):
    out = []
    for x, y in zip(a, b):
        out += sorted([x, y])
    n = min(len(a), len(b))
    return out + a[n:] + b[n:]

# %% wrong="takes b's where they are equal" caught_by="equal elements: those of a first" of="two indices"
#-         if a[i] <= b[j]:
#+         if a[i] < b[j]:

# %% wrong="equal ones leave together, as one" caught_by="equal elements: those of a first" of="two indices"
#-             out.append(a[i])
#+             out.append(a[i])
#+             if a[i] == b[j]:
#+                 j += 1

# %% wrong="repeats are lost" caught_by="equal elements: those of a first"
def merge_lists(a, b):
    return sorted(set(a + b))

# %% wrong="counts what there is of each value" caught_by="equal elements: those of a first"
from collections import Counter

def merge_lists(a, b):
    return sorted((Counter(a) + Counter(b)).elements())

# %% wrong="sorts b before a" caught_by="equal elements: those of a first"
def merge_lists(a, b):
    return sorted(b + a)

# %% wrong="an endless number stands for the end" caught_by="any sorted lists, left unchanged"
def merge_lists(a, b):
    out, i, j = [], 0, 0
    while i < len(a) or j < len(b):
        x = a[i] if i < len(a) else float("inf")
        y = b[j] if j < len(b) else float("inf")
        if x <= y:
            out.append(x)
            i += 1
        else:
            out.append(y)
            j += 1
    return out

# %% wrong="the first 0 ends a list" caught_by="any sorted lists, left unchanged" of="two iterators and a mark for the end"
#- END = object()
#+ END = 0

# %% wrong="compares texts of the elements" caught_by="any sorted lists, left unchanged"
def merge_lists(a, b):
    return sorted(a + b, key=str)

# %% wrong="subtracts to compare" caught_by="any sorted lists, left unchanged" of="two indices"
#-         if a[i] <= b[j]:
#+         if a[i] - b[j] <= 0:

# %% wrong="makes numbers of the elements" caught_by="equal elements: those of a first"
def merge_lists(a, b):
    return sorted([x if isinstance(x, str) else x + 0 for x in a + b])

# %% wrong="wrong where the lists are of the same odd length" caught_by="any sorted lists, left unchanged" of="two indices"
#-     out.extend(b[j:])
#+     out.extend(b[j:])
#+     if len(a) == len(b) and len(a) % 2:
#+         out[-2:] = out[:-3:-1]

# %% wrong="takes from the front of the given lists" caught_by="empty lists, and always a new list"
def merge_lists(a, b):
    out = []
    while a and b:
        out.append(a.pop(0) if a[0] <= b[0] else b.pop(0))
    return out + a + b

# %% wrong="uses up b alone" caught_by="empty lists, and always a new list"
def merge_lists(a, b):
    out, b[:] = [], b[::-1]
    for x in a:
        while b and b[-1] < x:
            out.append(b.pop())
        out.append(x)
    return out + b[::-1]

# %% wrong="knows the examples by heart" caught_by="equal elements: those of a first"
def merge_lists(a, b):
    if 1.0 in a or 1.0 in b:
        return [*[x for x in (0, False, 1) if x in a], *b]
    return sorted(a + b)[:6]

# %% wrong="takes from the front of copies" caught_by="300,000 elements" of="takes from the front of the given lists"
#-     out = []
#+     a, b, out = a[:], b[:], []

# %% wrong="makes a new result for each element" caught_by="300,000 elements" of="two indices"
#-             out.append(a[i])
#+             out = out + [a[i]]
#
#-             out.append(b[j])
#+             out = out + [b[j]]

# %% wrong="a frame for each element" caught_by="300,000 elements"
def merge_lists(a, b, i=0, j=0):
    if i == len(a) or j == len(b):
        return a[i:] + b[j:]
    if a[i] <= b[j]:
        return [a[i]] + merge_lists(a, b, i + 1, j)
    return [b[j]] + merge_lists(a, b, i, j + 1)

# %% wrong="puts each element of b into a, walking from the front" caught_by="at most 4 (n + m) comparisons"
def merge_lists(a, b):
    out = list(a)
    for item in b:
        at = 0
        while at < len(out) and out[at] <= item:
            at += 1
        out.insert(at, item)
    return out

# %% wrong="looks for the place of each element by halving" caught_by="at most 4 (n + m) comparisons"
from bisect import bisect_right

def merge_lists(a, b):
    out = list(a)
    for item in b:
        out.insert(bisect_right(out, item), item)
    return out

# %% wrong="a heap of everything" caught_by="at most 4 (n + m) comparisons"
import heapq

def merge_lists(a, b):
    heap = [(x, i) for i, x in enumerate(a + b)]
    heapq.heapify(heap)
    return [heapq.heappop(heap)[0] for _ in range(len(heap))]

# %% wrong="forgets that the lists are sorted" caught_by="at most 4 (n + m) comparisons"
def merge_lists(a, b):
    out = a + b
    def quick(items):
        if len(items) < 2:
            return items
        pivot, rest = items[len(items) // 2], items[:len(items) // 2] + items[len(items) // 2 + 1:]
        less = [x for x in rest[:len(items) // 2] if x <= pivot]
        less += [x for x in rest[len(items) // 2:] if x < pivot]
        more = [x for x in rest[:len(items) // 2] if not x <= pivot]
        more += [x for x in rest[len(items) // 2:] if not x < pivot]
        return quick(less) + [pivot] + quick(more)
    return quick(out)
