# %% right="a first cell, or None"
class Cell:
    def __init__(self, element, priority, after=None):
        self.element, self.priority, self.after = element, priority, after

class PriorityQueue:
    def __init__(self):
        self.first = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        new = Cell(element, priority)
        if self.first is None or priority < self.first.priority:
            new.after = self.first
            self.first = new
            return
        at = self.first
        while at.after is not None and at.after.priority <= priority:
            at = at.after
        new.after = at.after
        at.after = new

    def peek(self):
        if self.first is None:
            return None
        return self.first.element

    def delete(self):
        if self.first is None:
            return None
        element = self.first.element
        self.first = self.first.after
        return element

# %% right="a sentinel in front"
class Link:
    def __init__(self, item=None, rank=None, nxt=None):
        self.item = item
        self.rank = rank
        self.nxt = nxt

class PriorityQueue:
    def __init__(self):
        self.front = Link()

    def insert(self, element, priority):
        if not priority == priority:
            raise ValueError(priority)
        spot = self.front
        while spot.nxt and not priority < spot.nxt.rank:
            spot = spot.nxt
        spot.nxt = Link(element, priority, spot.nxt)

    def peek(self):
        return self.front.nxt.item if self.front.nxt else None

    def delete(self):
        gone = self.front.nxt
        if gone:
            self.front.nxt = gone.nxt
            return gone.item

# %% right="first and last cell known, slots"
class Cell:
    __slots__ = ("element", "priority", "after")

class PriorityQueue:
    def __init__(self):
        self.head = self.tail = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        new = Cell()
        new.element, new.priority, new.after = element, priority, None
        if self.head is None:
            self.head = self.tail = new
        elif priority >= self.tail.priority:
            self.tail.after = new
            self.tail = new
        elif priority < self.head.priority:
            new.after, self.head = self.head, new
        else:
            at = self.head
            while at.after.priority <= priority:
                at = at.after
            new.after, at.after = at.after, new

    def peek(self):
        return None if self.head is None else self.head.element

    def delete(self):
        if self.head is None:
            return None
        element, self.head = self.head.element, self.head.after
        if self.head is None:
            self.tail = None
        return element

# %% right="the queue is its own sentinel, cells of a dataclass"
from __future__ import annotations
from dataclasses import dataclass
from typing import Any

@dataclass
class Waiting:
    element: Any
    priority: Any
    next: Waiting | None = None

class PriorityQueue:
    next = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN can't be ordered")
        before = self
        while before.next is not None and before.next.priority <= priority:
            before = before.next
        before.next = Waiting(element, priority, before.next)

    def peek(self):
        return self.next.element if self.next else None

    def delete(self):
        out = self.next
        if out is None:
            return None
        self.next = out.next
        return out.element

# %% right="cells are tuples, the front ones made anew"
class PriorityQueue:
    def __init__(self):
        self._cells = ()

    def insert(self, element, priority):
        if not priority == priority:
            raise ValueError("not in any order")
        passed, rest = (), self._cells
        while rest and rest[0] <= priority:
            passed, rest = (rest[0], rest[1], passed), rest[2]
        rest = priority, element, rest
        while passed:
            rest = passed[0], passed[1], rest
            passed = passed[2]
        self._cells = rest

    def peek(self):
        return self._cells[1] if self._cells else None

    def delete(self):
        if not self._cells:
            return None
        _, element, self._cells = self._cells
        return element

# %% right="cells are lists, two pointers walk"
class PriorityQueue:
    def __init__(self) -> None:
        self.top = None

    def insert(self, element, priority) -> bool:
        if priority != priority:
            raise ValueError
        behind, here = None, self.top
        while here is not None and not here[0] > priority:
            behind, here = here, here[2]
        cell = [priority, element, here]
        if behind is None:
            self.top = cell
        else:
            behind[2] = cell
        return True

    def peek(self):
        if self.top is not None:
            return self.top[1]

    def delete(self):
        element = self.peek()
        if self.top is not None:
            self.top = self.top[2]
        return element

# %% right="a doubly linked ring of dicts, walked from the back"
class PriorityQueue:
    def __init__(self):
        self.ring = {}
        self.ring["next"] = self.ring["last"] = self.ring

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        at = self.ring["last"]
        while at is not self.ring and at["priority"] > priority:
            at = at["last"]
        new = {"element": element, "priority": priority, "last": at, "next": at["next"]}
        at["next"]["last"] = new
        at["next"] = new
        return self

    def peek(self):
        return self.ring["next"].get("element")

    def delete(self):
        gone = self.ring["next"]
        if gone is self.ring:
            return None
        self.ring["next"] = gone["next"]
        gone["next"]["last"] = self.ring
        return gone["element"]

# %% right="a generator walks, cells compare themselves"
import functools

@functools.total_ordering
class Cell:
    def __init__(self, element, priority):
        self.element, self.priority, self.rest = element, priority, None
    def __lt__(self, other):
        return self.priority < other.priority
    def __eq__(self, other):
        return self.priority == other.priority

class PriorityQueue:
    def __init__(self):
        self._head = None
    def _cells(self):
        cell = self._head
        while cell is not None:
            yield cell
            cell = cell.rest
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("priority must not be NaN")
        new, before = Cell(element, priority), None
        for cell in self._cells():
            if new < cell:
                break
            before = cell
        if before is None:
            new.rest, self._head = self._head, new
        else:
            new.rest, before.rest = before.rest, new
    def peek(self):
        return next((cell.element for cell in self._cells()), None)
    def delete(self):
        found = self.peek()
        self._head = self._head.rest if self._head is not None else None
        return found

# %% right="peek takes the first out and puts it back in front"
class PriorityQueue:

    def __init__(self):
        self.head = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self.head is None or priority < self.head.priority:
            self.head = Node(element, priority, self.head)
            return
        cur = self.head
        while cur.next is not None and cur.next.priority <= priority:
            cur = cur.next
        cur.next = Node(element, priority, cur.next)

    def peek(self):
        h = self.head
        e = self.delete()
        if h is not None:
            self.head = Node(e, h.priority, h.next)
        return e

    def delete(self):
        if self.head is None:
            return None
        out = self.head
        self.head = out.next
        return out.element

# %% right="cells are functions"
def cons(p, e, rest):
    return lambda f: f(p, e, rest)

class PriorityQueue:

    def __init__(self):
        self.l = None

    def insert(self, e, p):
        if p != p:
            raise ValueError("nan")
        back, l = (None, self.l)
        while l is not None and l(lambda q, _, __: q <= p):
            back = (l, back)
            l = l(lambda a, b, r: r)
        l = cons(p, e, l)
        while back:
            c, back = back
            l = c(lambda q, d, r: cons(q, d, l))
        self.l = l

    def peek(self):
        return None if self.l is None else self.l(lambda p, e, r: e)

    def delete(self):
        if self.l is None:
            return None
        e, self.l = self.l(lambda p, e, r: (e, r))
        return e

# %% right="an empty last cell, values are moved between cells"
class PriorityQueue:
    """Insert after a node and swap contents."""

    def __init__(self):
        self.first = Node(None, None, None)

    def insert(self, e, p):
        if p != p:
            raise ValueError("nan")
        n = self.first
        while n.next is not None and n.priority <= p:
            n = n.next
        n.next = Node(n.element, n.priority, n.next)
        n.element, n.priority = (e, p)

    def peek(self):
        return self.first.element

    def delete(self):
        if self.first.next is None:
            return None
        e = self.first.element
        self.first = self.first.next
        return e

# %% right="the variables of a function hold the list"
def PriorityQueue():
    first = None

    class Q:

        def insert(self, e, p):
            nonlocal first
            if p != p:
                raise ValueError("nan")
            before, n = (None, first)
            while n is not None and n.priority <= p:
                before, n = (n, n.next)
            new = Node(e, p, n)
            if before is None:
                first = new
            else:
                before.next = new

        def peek(self):
            return first.element if first else None

        def delete(self):
            nonlocal first
            if first is None:
                return None
            e, first = (first.element, first.next)
            return e
    return Q()

# %% wrong="what is not at most itself is NaN" caught_by="any element, any priority but NaN" of="a sentinel in front"
#-         if not priority == priority:
#+         if not priority <= priority:

# %% wrong="larger number first" caught_by="smaller number first, None when empty" of="a sentinel in front"
#-         while spot.nxt and not priority < spot.nxt.rank:
#+         while spot.nxt and not priority > spot.nxt.rank:

# %% wrong="a smaller element goes second" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-         if self.first is None or priority < self.first.priority:
#+         if self.first is None:

# %% wrong="the last cell is never passed" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-         while at.after is not None and at.after.priority <= priority:
#+         while at.after is not None and at.after.after is not None and at.after.priority <= priority:

# %% wrong="a new last element is lost" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-         new.after = at.after
#-         at.after = new
#+         if at.after is not None:
#+             new.after = at.after
#+             at.after = new

# %% wrong="cuts off what comes after" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-         new.after = at.after
#
#-         at.after = new
#+         at.after = new
#+         new.after = at.after if at.after is not new else None

# %% wrong="peek removes" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-         return self.first.element
#+         return self.delete()

# %% wrong="delete only looks" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-         self.first = self.first.after

# %% wrong="gives the priority too" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-         element = self.first.element
#+         element = self.first.element
#+         priority_of_first = self.first.priority
#
#-         return element
#+         return element, priority_of_first

# %% wrong="an empty queue raises" caught_by="smaller number first, None when empty" of="a first cell, or None"
#-     def delete(self):
#-         if self.first is None:
#-             return None
#+     def delete(self):
#+         if self.first is None:
#+             raise IndexError('empty')

# %% wrong="an old tail is kept when the queue runs empty" caught_by="smaller number first, None when empty" of="first and last cell known, slots"
#-         new.element, new.priority, new.after = element, priority, None
#-         if self.head is None:
#+         new.element, new.priority, new.after = element, priority, None
#+         if self.tail is None:
#
#-         if self.head is None:
#-             self.tail = None

# %% wrong="goes before its equals" caught_by="first in, first out among equals" of="a first cell, or None"
#-         while at.after is not None and at.after.priority <= priority:
#+         while at.after is not None and at.after.priority < priority:

# %% wrong="goes before an equal first one" caught_by="first in, first out among equals" of="a first cell, or None"
#-         if self.first is None or priority < self.first.priority:
#+         if self.first is None or priority <= self.first.priority:

# %% wrong="goes behind the first of its equals only" caught_by="first in, first out among equals" of="a first cell, or None"
#-             at = at.after
#+             at = at.after
#+             if at.priority == priority:
#+                 break

# %% wrong="with a tail, goes before its equals" caught_by="first in, first out among equals" of="first and last cell known, slots"
#-         elif priority >= self.tail.priority:
#+         elif priority > self.tail.priority:
#
#-             while at.after.priority <= priority:
#+             while at.after.priority < priority:

# %% wrong="a heap that compares elements" caught_by="any element, any priority but NaN"
import heapq, itertools

class PriorityQueue:
    def __init__(self):
        self.heap, self.count = [], itertools.count()

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        heapq.heappush(self.heap, (priority, element))

    def peek(self):
        return self.heap[0][1] if self.heap else None

    def delete(self):
        return heapq.heappop(self.heap)[1] if self.heap else None

# %% wrong="an element that is false counts as none" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-     def peek(self):
#-         if self.first is None:
#+     def peek(self):
#+         if self.first is None or not self.first.element:

# %% wrong="a None element ends the queue" caught_by="any element, any priority but NaN" of="a sentinel in front"
#-         if gone:
#+         if gone and gone.item is not None:

# %% wrong="priority 0 counts as none given" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-             raise ValueError("NaN")
#+             raise ValueError("NaN")
#+         priority = priority or 100

# %% wrong="priorities are cut to whole numbers" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-             raise ValueError("NaN")
#+             raise ValueError("NaN")
#+         if isinstance(priority, float) and abs(priority) < 1e9:
#+             priority = int(priority)

# %% wrong="priorities must be numbers" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-         if priority != priority:
#+         import math
#+         if math.isnan(priority):

# %% wrong="NaN is taken" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-         if priority != priority:
#+         if False:

# %% wrong="NaN is dropped without a word" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-             raise ValueError("NaN")
#+             return

# %% wrong="NaN raises TypeError" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-             raise ValueError("NaN")
#+             raise TypeError("NaN")

# %% wrong="NaN is in the list before it is refused" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-         if priority != priority:
#-             raise ValueError("NaN")
#
#-         at.after = new
#+         at.after = new
#+         if priority != priority:
#+             raise ValueError("NaN")

# %% wrong="an element is taken once only" caught_by="any element, any priority but NaN" of="a first cell, or None"
#-             raise ValueError("NaN")
#+             raise ValueError("NaN")
#+         at = self.first
#+         while at is not None:
#+             if at.element == element and at.priority == priority:
#+                 return
#+             at = at.after

# %% wrong="all queues share one sentinel" caught_by="any order of calls" of="a sentinel in front"
#- class PriorityQueue:
#+ class PriorityQueue:
#+     front = Link()
#
#-         self.front = Link()
#+         self.front.nxt = None

# %% wrong="a sentinel in a mutable default" caught_by="any order of calls" of="a sentinel in front"
#-     def __init__(self):
#-         self.front = Link()
#+     def __init__(self, front=Link()):
#+         self.front = front

# %% wrong="each priority keeps its last element only" caught_by="first in, first out among equals"
class PriorityQueue:
    def __init__(self):
        self.of = {}
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.of[priority] = element
    def peek(self):
        return self.of[min(self.of)] if self.of else None
    def delete(self):
        return self.of.pop(min(self.of)) if self.of else None

# %% wrong="delete leaves the tail on the way to two elements" caught_by="any order of calls" of="first and last cell known, slots"
#-         element, self.head = self.head.element, self.head.after
#+         element, self.head = self.head.element, self.head.after
#+         if self.head is not None and self.head.after is self.tail:
#+             self.tail = self.head

# %% wrong="a sorted list, walked by hand" caught_by="linked cells only"
class PriorityQueue:
    def __init__(self):
        self.items = []

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        at = 0
        while at < len(self.items) and self.items[at][0] <= priority:
            at += 1
        self.items.insert(at, (priority, element))

    def peek(self):
        return self.items[0][1] if self.items else None

    def delete(self):
        return self.items.pop(0)[1] if self.items else None

# %% wrong="a sorted list, by bisection" caught_by="linked cells only" of="a sorted list, walked by hand"
#-         at = 0
#-         while at < len(self.items) and self.items[at][0] <= priority:
#-             at += 1
#-         self.items.insert(at, (priority, element))
#+         from bisect import insort
#+         insort(self.items, (priority, element), key=lambda item: item[0])

# %% wrong="a heap with a counter" caught_by="linked cells only" of="a heap that compares elements"
#-         heapq.heappush(self.heap, (priority, element))
#+         heapq.heappush(self.heap, (priority, next(self.count), element))
#
#-         return self.heap[0][1] if self.heap else None
#+         return self.heap[0][2] if self.heap else None
#
#-         return heapq.heappop(self.heap)[1] if self.heap else None
#+         return heapq.heappop(self.heap)[2] if self.heap else None

# %% wrong="a list inside a box inside the queue" caught_by="linked cells only"
class Box:
    pass

class PriorityQueue:
    def __init__(self):
        self.box = Box()
        self.box.items = []

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        at = 0
        while at < len(self.box.items) and self.box.items[at][0] <= priority:
            at += 1
        self.box.items.insert(at, (priority, element))

    def peek(self):
        return self.box.items[0][1] if self.box.items else None

    def delete(self):
        return self.box.items.pop(0)[1] if self.box.items else None

# %% wrong="linked cells, and a list of them besides" caught_by="linked cells only" of="a first cell, or None"
#-         self.first = None
#+         self.first = None
#+         self.all = []
#
#-         new = Cell(element, priority)
#+         new = Cell(element, priority)
#+         self.all.append(new)

# %% wrong="a frame for each cell that it passes" caught_by="5,000 elements"
def placed(cell, element, priority):
    if cell is None or priority < cell[1]:
        return [element, priority, cell]
    cell[2] = placed(cell[2], element, priority)
    return cell

class PriorityQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.first = placed(self.first, element, priority)
    def peek(self):
        return self.first and self.first[0]
    def delete(self):
        if self.first is None:
            return None
        element, _, self.first = self.first
        return element

# %% wrong="unsorted: delete looks for the smallest" caught_by="insert in O(k), peek and delete in O(1)"
class PriorityQueue:
    def __init__(self):
        self.first = self.last = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        new = [element, priority, None]
        if self.last is None:
            self.first = new
        else:
            self.last[2] = new
        self.last = new
    def _smallest(self):
        best, before, at, last = self.first, None, self.first, None
        while at is not None:
            if at[1] < best[1]:
                best, before = at, last
            last, at = at, at[2]
        return best, before
    def peek(self):
        return None if self.first is None else self._smallest()[0][0]
    def delete(self):
        if self.first is None:
            return None
        best, before = self._smallest()
        if before is None:
            self.first = best[2]
        else:
            before[2] = best[2]
        if best is self.last:
            self.last = before
        return best[0]

# %% wrong="sorted the other way round: delete walks to the end" caught_by="insert in O(k), peek and delete in O(1)"
class PriorityQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        before, at = None, self.first
        while at is not None and at[1] > priority:
            before, at = at, at[2]
        new = [element, priority, at]
        if before is None:
            self.first = new
        else:
            before[2] = new
    def _end(self):
        before, at = None, self.first
        while at[2] is not None:
            before, at = at, at[2]
        return before, at
    def peek(self):
        return None if self.first is None else self._end()[1][0]
    def delete(self):
        if self.first is None:
            return None
        before, at = self._end()
        if before is None:
            self.first = None
        else:
            before[2] = None
        return at[0]

# %% wrong="delete counts what is left" caught_by="insert in O(k), peek and delete in O(1)" of="a first cell, or None"
#-         self.first = self.first.after
#+         self.first = self.first.after
#+         self.size = 0
#+         at = self.first
#+         while at is not None:
#+             self.size += 1
#+             at = at.after

# %% wrong="sorts the whole list by swapping neighbours at each insert" caught_by="insert in O(k), peek and delete in O(1)"
class PriorityQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        if self.first is None:
            self.first = [element, priority, None]
            return
        at = self.first
        while at[2] is not None:
            at = at[2]
        at[2] = [element, priority, None]
        end = None
        while end is not self.first:
            at = self.first
            while at[2] is not end:
                if at[2][1] < at[1]:
                    at[0], at[1], at[2][0], at[2][1] = at[2][0], at[2][1], at[0], at[1]
                at = at[2]
            end = at
    def peek(self):
        return self.first and self.first[0]
    def delete(self):
        if self.first is None:
            return None
        element, _, self.first = self.first
        return element

# %% wrong="knows the example by heart" caught_by="smaller number first, None when empty"
class PriorityQueue:
    def __init__(self):
        self.left = ["b", "c"]
        self.any = False
    def insert(self, element, priority):
        self.any = True
    def peek(self):
        return self.left[0] if self.any and self.left else None
    def delete(self):
        return self.left.pop(0) if self.any and self.left else None

# %% wrong="only a float is asked whether it is NaN" caught_by="any element, any priority but NaN" of="peek takes the first out and puts it back in front"
#-         if priority != priority:
#+         if isinstance(priority, float) and priority != priority:
#
#-         h = self.head
#-         e = self.delete()
#-         if h is not None:
#-             self.head = Node(e, h.priority, h.next)
#-         return e
#+         return None if self.head is None else self.head.element

# %% wrong="knows one NaN, as an object" caught_by="any element, any priority but NaN" of="peek takes the first out and puts it back in front"
#-         if priority != priority:
#+         import math
#+         if priority is math.nan:
#
#-         h = self.head
#-         e = self.delete()
#-         if h is not None:
#-             self.head = Node(e, h.priority, h.next)
#-         return e
#+         return None if self.head is None else self.head.element

# %% wrong="knows NaN by its text" caught_by="any element, any priority but NaN" of="peek takes the first out and puts it back in front"
#-         if priority != priority:
#+         if str(priority).lower() == "nan":
#
#-         h = self.head
#-         e = self.delete()
#-         if h is not None:
#-             self.head = Node(e, h.priority, h.next)
#-         return e
#+         return None if self.head is None else self.head.element

# %% wrong="floats that are nearly equal are equal" caught_by="any element, any priority but NaN" of="peek takes the first out and puts it back in front"
#-         while cur.next is not None and cur.next.priority <= priority:
#+         def passes(other):
#+             near = isinstance(priority, float) and abs(other - priority) < 1e-09
#+             return other <= priority or near
#+         while cur.next is not None and passes(cur.next.priority):
#
#-         h = self.head
#-         e = self.delete()
#-         if h is not None:
#-             self.head = Node(e, h.priority, h.next)
#-         return e
#+         return None if self.head is None else self.head.element

# %% wrong="peek remembers its answer until the next delete" caught_by="smaller number first, None when empty" of="peek takes the first out and puts it back in front"
#-         h = self.head
#-         e = self.delete()
#-         if h is not None:
#-             self.head = Node(e, h.priority, h.next)
#-         return e
#+         if getattr(self, "c", None) is None:
#+             self.c = None if self.head is None else self.head.element
#+         return self.c
#
#-         out = self.head
#+         out = self.head
#+         self.c = None

# %% wrong="a pairing heap" caught_by="insert in O(k), peek and delete in O(1)"
class _H:
    __slots__ = ("p", "s", "e", "child", "sib")

    def __init__(self, p, s, e):
        self.p, self.s, self.e, self.child, self.sib = (p, s, e, None, None)

def meld(a, b):
    if a is None:
        return b
    if b is None:
        return a
    if (b.p, b.s) < (a.p, a.s):
        a, b = (b, a)
    b.sib = a.child
    a.child = b
    return a

class PriorityQueue:

    def __init__(self):
        self.r = None
        self.s = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        self.s += 1
        self.r = meld(self.r, _H(p, self.s, e))

    def peek(self):
        return self.r.e if self.r else None

    def delete(self):
        if not self.r:
            return None
        e = self.r.e
        c = self.r.child
        pairs = None
        while c:
            a = c
            b = c.sib
            c = b.sib if b else None
            a.sib = None
            if b:
                b.sib = None
            m = meld(a, b)
            m.sib = pairs
            pairs = m
        r = None
        while pairs:
            n = pairs.sib
            pairs.sib = None
            r = meld(r, pairs)
            pairs = n
        self.r = r
        return e
