# %% right="neighbours in rounds"
def two(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]

def merge_many(lists):
    lists = [list(each) for each in lists] or [[]]
    while len(lists) > 1:
        merged = []
        for at in range(0, len(lists) - 1, 2):
            merged.append(two(lists[at], lists[at + 1]))
        if len(lists) % 2:
            merged.append(lists[-1])
        lists = merged
    return lists[0]

# %% right="a heap of first elements"
import heapq

def merge_many(lists):
    heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]
    heapq.heapify(heap)
    out = []
    while heap:
        value, number, at = heapq.heappop(heap)
        out.append(value)
        if at + 1 < len(lists[number]):
            heapq.heappush(heap, (lists[number][at + 1], number, at + 1))
    return out

# %% right="the standard library's merge"
import heapq

def merge_many(lists):
    return list(heapq.merge(*lists))

# %% right="the standard library's sort of all"
from itertools import chain

def merge_many(lists: list[list]) -> list:
    return sorted(chain.from_iterable(lists))

# %% right="halves, by recursion"
def merge_many(lists):
    if len(lists) == 0:
        return []
    if len(lists) == 1:
        return lists[0].copy()
    middle = len(lists) // 2
    left, right = merge_many(lists[:middle]), merge_many(lists[middle:])
    left.reverse()
    right.reverse()
    out = []
    while left and right:
        out.append(right.pop() if right[-1] < left[-1] else left.pop())
    return out + left[::-1] + right[::-1]

# %% right="a stack of lists whose levels double"
from heapq import merge

def merge_many(lists):
    stack = []
    for each in lists:
        level, held = 0, list(each)
        while stack and stack[-1][0] == level:
            held = list(merge(stack.pop()[1], held))
            level += 1
        stack.append((level, held))
    result = []
    while stack:
        result = list(merge(stack.pop()[1], result))
    return result

# %% right="a tree of matches"
def merge_many(lists):
    k = 1
    while k < len(lists):
        k *= 2
    places = [0] * len(lists)

    def better(x, y):
        if x is None or y is None:
            return x if y is None else y
        return y if lists[y][places[y]] < lists[x][places[x]] else x

    def leaf(number):
        return number if places[number] < len(lists[number]) else None

    tree = [None] * k + [leaf(n) for n in range(len(lists))] + [None] * (k - len(lists))
    for at in range(k - 1, 0, -1):
        tree[at] = better(tree[2 * at], tree[2 * at + 1])
    out = []
    top = 1
    while lists and tree[top] is not None:
        best = tree[top]
        out.append(lists[best][places[best]])
        places[best] += 1
        at = k + best
        tree[at] = leaf(best)
        while at > 1:
            at //= 2
            tree[at] = better(tree[2 * at], tree[2 * at + 1])
    return out

# %% wrong="no lists are an error" caught_by="no lists, empty lists, one list" of="neighbours in rounds"
#-     lists = [list(each) for each in lists] or [[]]
#+     lists = [list(each) for each in lists]

# %% wrong="an empty list has a first element" caught_by="no lists, empty lists, one list" of="a heap of first elements"
#-     heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]
#+     heap = [(each[0], number, 0) for number, each in enumerate(lists)]

# %% wrong="an odd list is lost" caught_by="no lists, empty lists, one list" of="neighbours in rounds"
#-         if len(lists) % 2:
#-             merged.append(lists[-1])

# %% wrong="an odd list waits in front" caught_by="any lists, left unchanged; equals in the order of the lists" of="neighbours in rounds"
#-             merged.append(lists[-1])
#+             merged.insert(0, lists[-1])

# %% wrong="a list is dropped at its last element" caught_by="no lists, empty lists, one list" of="a heap of first elements"
#-         if at + 1 < len(lists[number]):
#+         if at + 2 < len(lists[number]):

# %% wrong="ends when the first list ends" caught_by="no lists, empty lists, one list" of="a heap of first elements"
#-             heapq.heappush(heap, (lists[number][at + 1], number, at + 1))
#+             heapq.heappush(heap, (lists[number][at + 1], number, at + 1))
#+         else:
#+             break

# %% wrong="element by element across the lists" caught_by="no lists, empty lists, one list"
from itertools import zip_longest

def merge_many(lists):
    out = []
    for row in zip_longest(*lists):
        out += sorted(x for x in row if x is not None)
    return out

# %% wrong="an item that is false is skipped" caught_by="no lists, empty lists, one list"
from itertools import zip_longest, chain

def merge_many(lists):
    return sorted(x for x in chain.from_iterable(lists) if x)

# %% wrong="takes from the front of the given lists" caught_by="no lists, empty lists, one list"
def merge_many(lists):
    out = []
    while any(lists):
        best = min((each for each in lists if each), key=lambda each: each[0])
        out.append(best.pop(0))
    return out

# %% wrong="the first list grows" caught_by="no lists, empty lists, one list"
def merge_many(lists):
    if not lists:
        return []
    for each in lists[1:]:
        lists[0].extend(each)
    lists[0].sort()
    return list(lists[0])

# %% wrong="results are kept from call to call" caught_by="no lists, empty lists, one list" of="a heap of first elements"
#- def merge_many(lists):
#+ def merge_many(lists, out=[]):
#
#-     out = []

# %% wrong="each value once" caught_by="no lists, empty lists, one list"
def merge_many(lists):
    return sorted({x for each in lists for x in each})

# %% wrong="a heap of the lists themselves" caught_by="any lists, left unchanged; equals in the order of the lists"
import heapq

def merge_many(lists):
    heap = [list(each) for each in lists if each]
    heapq.heapify(heap)
    out = []
    while heap:
        each = heapq.heappop(heap)
        out.append(each.pop(0))
        if each:
            heapq.heappush(heap, each)
    return out

# %% wrong="of equals, the last list comes first" caught_by="any lists, left unchanged; equals in the order of the lists" of="a heap of first elements"
#-     heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]
#+     heap = [(each[0], -number, 0) for number, each in enumerate(lists) if each]
#
#-         value, number, at = heapq.heappop(heap)
#+         value, number, at = heapq.heappop(heap)
#+         number = -number
#
#-             heapq.heappush(heap, (lists[number][at + 1], number, at + 1))
#+             heapq.heappush(heap, (lists[number][at + 1], -number, at + 1))

# %% wrong="equal values compare iterators" caught_by="any lists, left unchanged; equals in the order of the lists"
import heapq

def merge_many(lists):
    heap = []
    for each in lists:
        rest = iter(each)
        for value in rest:
            heapq.heappush(heap, (value, rest))
            break
    out = []
    while heap:
        value, rest = heapq.heappop(heap)
        out.append(value)
        for value in rest:
            heapq.heappush(heap, (value, rest))
            break
    return out

# %% wrong="later of two equals first" caught_by="any lists, left unchanged; equals in the order of the lists" of="neighbours in rounds"
#-         if b[j] < a[i]:
#+         if b[j] <= a[i]:

# %% wrong="first with last" caught_by="any lists, left unchanged; equals in the order of the lists"
def two(a, b):
    return sorted(a + b)

def merge_many(lists):
    lists = [list(each) for each in lists]
    while len(lists) > 1:
        half = len(lists) // 2
        lists = [two(lists[at], lists[-1 - at]) for at in range(half)] + (
            [lists[half]] if len(lists) % 2 else [])
    return lists[0] if lists else []

# %% wrong="a queue of lists that turns round" caught_by="any lists, left unchanged; equals in the order of the lists"
from collections import deque

def merge_many(lists):
    queue = deque(list(each) for each in lists)
    while len(queue) > 1:
        queue.append(sorted(queue.popleft() + queue.popleft()))
    return queue[0] if queue else []

# %% wrong="the shortest two first" caught_by="any lists, left unchanged; equals in the order of the lists"
import heapq

def merge_many(lists):
    heap = [(len(each), number, list(each)) for number, each in enumerate(lists)]
    heapq.heapify(heap)
    while len(heap) > 1:
        _, _, a = heapq.heappop(heap)
        _, number, b = heapq.heappop(heap)
        heapq.heappush(heap, (len(a) + len(b), number, sorted(a + b)))
    return heap[0][2] if heap else []

# %% wrong="knows the examples by heart" caught_by="any lists, left unchanged; equals in the order of the lists"
def merge_many(lists):
    flat = [x for each in lists for x in each]
    if flat[:3] == [1, 2, 1.0] and len(flat) == 5:
        return [1, 1.0, True, 2, 2.0]
    return sorted(reversed(flat))

# %% wrong="one after another" caught_by="O(N log k) comparisons"
def two(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]

def merge_many(lists):
    out = []
    for each in lists:
        out = two(out, each)
    return out

# %% wrong="asks all first elements each time" caught_by="O(N log k) comparisons"
def merge_many(lists):
    places = [0] * len(lists)
    out = []
    for _ in range(sum(map(len, lists))):
        best = None
        for number, each in enumerate(lists):
            if places[number] < len(each):
                if best is None or each[places[number]] < lists[best][places[best]]:
                    best = number
        out.append(lists[best][places[best]])
        places[best] += 1
    return out

# %% wrong="puts each element into the result by walking" caught_by="O(N log k) comparisons"
def merge_many(lists):
    out = []
    for each in lists:
        at = 0
        for value in each:
            while at < len(out) and out[at] <= value:
                at += 1
            out.insert(at, value)
            at += 1
    return out
