# %% right="a list of lists"
class Cell:
    def __init__(self, element):
        self.element, self.after = element, None

class Line:
    def __init__(self, priority, cell, after):
        self.priority, self.first, self.last, self.after = priority, cell, cell, after

class BucketQueue:
    def __init__(self):
        self.lines = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        before, line = None, self.lines
        while line is not None and line.priority < priority:
            before, line = line, line.after
        cell = Cell(element)
        if line is not None and line.priority == priority:
            line.last.after = cell
            line.last = cell
        elif before is None:
            self.lines = Line(priority, cell, line)
        else:
            before.after = Line(priority, cell, line)

    def peek(self):
        return None if self.lines is None else self.lines.first.element

    def delete(self):
        if self.lines is None:
            return None
        cell = self.lines.first
        self.lines.first = cell.after
        if cell.after is None:
            self.lines = self.lines.after
        return cell.element

# %% right="one list whose runs know their end"
class Cell:
    def __init__(self, element, priority):
        self.element, self.priority = element, priority
        self.after = None
        self.end = self

class BucketQueue:
    """One sorted list. The first cell of a run of equals knows the last of its run."""
    def __init__(self):
        self.head = Cell(None, None)

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        new, before = Cell(element, priority), self.head
        while before.after is not None and before.after.priority < priority:
            before = before.after.end
        run = before.after
        if run is not None and run.priority == priority:
            new.after, run.end.after = run.end.after, new
            run.end = new
        else:
            new.after, before.after = run, new

    def peek(self):
        return self.head.after.element if self.head.after else None

    def delete(self):
        gone = self.head.after
        if gone is None:
            return None
        if gone.end is not gone:
            gone.after.end = gone.end
        self.head.after = gone.after
        return gone.element

# %% right="buckets are lists of four, with a sentinel"
class BucketQueue:
    def __init__(self):
        self.start = [None, None, None, None]

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        cell = [element, None]
        here = self.start
        while here[3] and here[3][0] < priority:
            here = here[3]
        found = here[3]
        if found and found[0] == priority:
            found[2][1] = cell
            found[2] = cell
            return
        here[3] = [priority, cell, cell, found]

    def peek(self):
        return self.start[3][1][0] if self.start[3] else None

    def delete(self):
        bucket = self.start[3]
        if not bucket:
            return None
        element, bucket[1] = bucket[1]
        if not bucket[1]:
            self.start[3] = bucket[3]
        return element

# %% right="each bucket is a ring that knows its last cell"
class Ring:
    def __init__(self, priority, next_ring):
        self.priority, self.next_ring, self.last = priority, next_ring, None
    def add(self, element):
        cell = {"element": element}
        if self.last is None:
            cell["next"] = cell
        else:
            cell["next"] = self.last["next"]
            self.last["next"] = cell
        self.last = cell
    def take(self):
        first = self.last["next"]
        if first is self.last:
            self.last = None
        else:
            self.last["next"] = first["next"]
        return first["element"]

class BucketQueue:
    def __init__(self):
        self.ring = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self.ring is None or priority < self.ring.priority:
            self.ring = Ring(priority, self.ring)
        at = self.ring
        while at.next_ring is not None and not priority < at.next_ring.priority:
            at = at.next_ring
        if at.priority < priority:
            at.next_ring = Ring(priority, at.next_ring)
            at = at.next_ring
        at.add(element)
    def peek(self):
        return None if self.ring is None else self.ring.last["next"]["element"]
    def delete(self):
        if self.ring is None:
            return None
        element = self.ring.take()
        if self.ring.last is None:
            self.ring = self.ring.next_ring
        return element

# %% right="a small linked queue, used twice over"
class Fifo:
    def __init__(self):
        self.head = self.tail = None
    def push(self, value):
        cell = [value, None]
        if self.head is None:
            self.head = cell
        else:
            self.tail[1] = cell
        self.tail = cell
    def pop(self):
        value, self.head = self.head
        return value

class BucketQueue:
    def __init__(self):
        self.first = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError(priority)
        holder, key = self.__dict__, "first"
        while holder[key] is not None and holder[key]["priority"] < priority:
            holder, key = holder[key], "next"
        found = holder[key]
        if found is None or found["priority"] > priority:
            found = {"priority": priority, "waiting": Fifo(), "next": found}
            holder[key] = found
        found["waiting"].push(element)

    def peek(self):
        return None if self.first is None else self.first["waiting"].head[0]

    def delete(self):
        if self.first is None:
            return None
        element = self.first["waiting"].pop()
        if self.first["waiting"].head is None:
            self.first = self.first["next"]
        return element

# %% right="a sorted list, doubly linked, with a bucket above it"
from types import SimpleNamespace as Thing

class BucketQueue:
    def __init__(self):
        self.items = Thing(element=None, next=None)
        self.buckets = Thing(key=None, end=self.items, next=None)

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        b = self.buckets
        while b.next is not None and b.next.key <= priority:
            b = b.next
        item = Thing(element=element, next=b.end.next)
        b.end.next = item
        if b is not self.buckets and b.key == priority:
            b.end = item
        else:
            b.next = Thing(key=priority, end=item, next=b.next)

    def peek(self):
        return self.items.next.element if self.items.next else None

    def delete(self):
        gone = self.items.next
        if gone is None:
            return None
        self.items.next = gone.next
        if self.buckets.next.end is gone:
            self.buckets.next = self.buckets.next.next
        return gone.element

# %% right="one empty bucket may stay until the next call"
class BucketQueue:

    def __init__(self):
        self.f = None

    def _clean(self):
        if self.f is not None and self.f[1] is None:
            self.f = self.f[3]

    def insert(self, e, p):
        if p != p:
            raise ValueError
        self._clean()
        a, b = (None, self.f)
        while b is not None and b[0] < p:
            a, b = (b, b[3])
        c = [e, None]
        if b is not None and b[0] == p:
            b[2][1] = c
            b[2] = c
            return
        n = [p, c, c, b]
        if a is None:
            self.f = n
        else:
            a[3] = n

    def peek(self):
        self._clean()
        return self.f[1][0] if self.f else None

    def delete(self):
        self._clean()
        if not self.f:
            return None
        c = self.f[1]
        self.f[1] = c[1]
        return c[0]

# %% right="the list of buckets is made of tuples"
class BucketQueue:

    def __init__(self):
        self.spine = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        st, s = (None, self.spine)
        while s is not None and s[0] < p:
            st, s = ((s, st), s[2])
        c = [e, None]
        if s is not None and s[0] == p:
            s[1][1][1] = c
            s[1][1] = c
            return
        s = (p, [c, c], s)
        while st is not None:
            (q, b, _), st = st
            s = (q, b, s)
        self.spine = s

    def peek(self):
        return self.spine[1][0][0] if self.spine else None

    def delete(self):
        if self.spine is None:
            return None
        b = self.spine[1]
        c = b[0]
        b[0] = c[1]
        if b[0] is None:
            self.spine = self.spine[2]
        return c[0]

# %% wrong="one sorted list" caught_by="insert in O(d), peek and delete in O(1)" of="a first cell, or None"
#- class PriorityQueue:
#+ class BucketQueue:

# %% wrong="one sorted list with a tail" caught_by="insert in O(d), peek and delete in O(1)" of="first and last cell known, slots"
#- class PriorityQueue:
#+ class BucketQueue:

# %% wrong="walks to the end of the bucket" caught_by="insert in O(d), peek and delete in O(1)" of="a list of lists"
#-             line.last.after = cell
#-             line.last = cell
#+             at = line.first
#+             while at.after is not None:
#+                 at = at.after
#+             at.after = cell

# %% wrong="walks over runs, but cell by cell" caught_by="insert in O(d), peek and delete in O(1)" of="one list whose runs know their end"
#-             before = before.after.end
#+             before = before.after

# %% wrong="empty buckets stay, and are skipped" caught_by="priorities that have gone cost nothing" of="a list of lists"
#-         if line is not None and line.priority == priority:
#+         if line is not None and line.priority == priority:
#+             if line.first is None:
#+                 line.first = cell
#
#-             before.after = Line(priority, cell, line)
#-
#+             before.after = Line(priority, cell, line)
#+
#+     def _busy(self):
#+         line = self.lines
#+         while line is not None and line.first is None:
#+             line = line.after
#+         return line
#+
#
#-         return None if self.lines is None else self.lines.first.element
#+         line = self._busy()
#+         return None if line is None else line.first.element
#
#-         if self.lines is None:
#+         line = self._busy()
#+         if line is None:
#
#-         cell = self.lines.first
#-         self.lines.first = cell.after
#-         if cell.after is None:
#-             self.lines = self.lines.after
#+         cell = line.first
#+         line.first = cell.after

# %% wrong="an empty bucket stays in front" caught_by="the same answers as before" of="a list of lists"
#-         if cell.after is None:
#-             self.lines = self.lines.after

# %% wrong="the last cell of a bucket is not moved on" caught_by="the same answers as before" of="a list of lists"
#-             line.last = cell

# %% wrong="a bucket is a stack" caught_by="the same answers as before" of="a list of lists"
#-             line.last.after = cell
#-             line.last = cell
#+             cell.after = line.first
#+             line.first = cell

# %% wrong="joins behind the first of its bucket" caught_by="the same answers as before" of="a list of lists"
#-             line.last.after = cell
#-             line.last = cell
#+             cell.after = line.first.after
#+             line.first.after = cell
#+             line.last = line.last if cell.after else cell

# %% wrong="a new first bucket is lost" caught_by="the same answers as before" of="a list of lists"
#-             self.lines = Line(priority, cell, line)
#+             self.lines = self.lines or Line(priority, cell, line)

# %% wrong="a new bucket cuts off those after it" caught_by="the same answers as before" of="a list of lists"
#-             before.after = Line(priority, cell, line)
#+             before.after = Line(priority, cell, None)

# %% wrong="larger number first" caught_by="the same answers as before" of="a list of lists"
#-         while line is not None and line.priority < priority:
#+         while line is not None and line.priority > priority:

# %% wrong="a bucket for each object, not for each value" caught_by="the same answers as before" of="a list of lists"
#-         if line is not None and line.priority == priority:
#+         if line is not None and line.priority is priority:

# %% wrong="buckets for whole numbers" caught_by="the same answers as before" of="a list of lists"
#-             raise ValueError("NaN")
#+             raise ValueError("NaN")
#+         if isinstance(priority, float) and abs(priority) < 1e9:
#+             priority = int(priority)

# %% wrong="priorities in the order of their texts" caught_by="the same answers as before" of="a list of lists"
#-             raise ValueError("NaN")
#+             raise ValueError("NaN")
#+         priority = str(priority)

# %% wrong="delete empties the whole bucket" caught_by="the same answers as before" of="a list of lists"
#-         if cell.after is None:
#-             self.lines = self.lines.after
#+         self.lines = self.lines.after

# %% wrong="NaN is taken" caught_by="the same answers as before" of="a list of lists"
#-         if priority != priority:
#+         if False:

# %% wrong="an element that is false is not shown" caught_by="the same answers as before" of="a list of lists"
#-         return None if self.lines is None else self.lines.first.element
#+         return None if self.lines is None else self.lines.first.element or None

# %% wrong="the last bucket used is remembered after it has gone" caught_by="the same answers as before" of="a list of lists"
#-         self.lines = None
#+         self.lines = self.recent = None
#
#-             raise ValueError("NaN")
#+             raise ValueError("NaN")
#+         if self.recent is not None and self.recent.priority == priority:
#+             cell = Cell(element)
#+             self.recent.last.after = cell
#+             self.recent.last = cell
#+             return
#
#-             line.last = cell
#+             line.last = cell
#+             self.recent = line

# %% wrong="a run forgets its end when its first cell leaves" caught_by="the same answers as before" of="one list whose runs know their end"
#-         if gone.end is not gone:
#-             gone.after.end = gone.end

# %% wrong="all queues share their buckets" caught_by="the same answers as before" of="a list of lists"
#-         self.lines = None
#+         BucketQueue.lines = None
#
#-             self.lines = Line(priority, cell, line)
#+             BucketQueue.lines = Line(priority, cell, line)
#
#-             self.lines = self.lines.after
#+             BucketQueue.lines = self.lines.after

# %% wrong="a dict of queues" caught_by="linked cells only"
from collections import deque

class BucketQueue:
    def __init__(self):
        self.of = {}
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.of.setdefault(priority, deque()).append(element)
    def peek(self):
        return self.of[min(self.of)][0] if self.of else None
    def delete(self):
        if not self.of:
            return None
        first = min(self.of)
        element = self.of[first].popleft()
        if not self.of[first]:
            del self.of[first]
        return element

# %% wrong="linked buckets, each with a deque" caught_by="linked cells only"
from collections import deque

class BucketQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        before, at = None, self.first
        while at is not None and at[0] < priority:
            before, at = at, at[2]
        if at is not None and at[0] == priority:
            at[1].append(element)
            return
        new = [priority, deque([element]), at]
        if before is None:
            self.first = new
        else:
            before[2] = new
    def peek(self):
        return self.first[1][0] if self.first else None
    def delete(self):
        if self.first is None:
            return None
        element = self.first[1].popleft()
        if not self.first[1]:
            self.first = self.first[2]
        return element

# %% wrong="a linked list, and a dict from a priority to its last cell" caught_by="linked cells only"
class BucketQueue:
    def __init__(self):
        self.head = [None, None, None]
        self.last = {}
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        at = self.last.get(priority)
        if at is None:
            at = self.head
            while at[2] is not None and at[2][1] < priority:
                at = self.last[at[2][1]]
        at[2] = self.last[priority] = [element, priority, at[2]]
    def peek(self):
        return self.head[2][0] if self.head[2] else None
    def delete(self):
        gone = self.head[2]
        if gone is None:
            return None
        self.head[2] = gone[2]
        if self.last[gone[1]] is gone:
            del self.last[gone[1]]
        return gone[0]

# %% wrong="empty buckets pile up, and go when they come up" caught_by="priorities that have gone cost nothing"
class BucketQueue:

    def __init__(self):
        self.first = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        a, b = (None, self.first)
        while b is not None and b.priority < p:
            a, b = (b, b.next)
        n = Node(e, p)
        if b is not None and b.priority == p:
            if b.first is None:
                b.first = n
            else:
                b.last.next = n
            b.last = n
        elif a is None:
            self.first = Bucket(p, n, b)
        else:
            a.next = Bucket(p, n, b)

    def _drop(self):
        while self.first is not None and self.first.first is None:
            self.first = self.first.next

    def peek(self):
        self._drop()
        return self.first.first.element if self.first else None

    def delete(self):
        self._drop()
        b = self.first
        if b is None:
            return None
        n = b.first
        b.first = n.next
        return n.element

# %% wrong="buckets in order of arrival, delete searches" caught_by="insert in O(d), peek and delete in O(1)"
class BucketQueue:

    def __init__(self):
        self.h = Bucket(None, None)

    def insert(self, e, p):
        if p != p:
            raise ValueError
        b = self.h
        n = Node(e, p)
        while b.next is not None:
            b = b.next
            if b.priority == p:
                b.last.next = n
                b.last = n
                return
        b.next = Bucket(p, n)

    def _best(self):
        best, b = (None, self.h)
        while b.next is not None:
            if best is None or b.next.priority < best.next.priority:
                best = b
            b = b.next
        return best

    def peek(self):
        a = self._best()
        return a.next.first.element if a else None

    def delete(self):
        a = self._best()
        if a is None:
            return None
        b = a.next
        n = b.first
        if n is b.last:
            a.next = b.next
        else:
            b.first = n.next
        return n.element

# %% wrong="buckets from the largest, delete walks to the end" caught_by="insert in O(d), peek and delete in O(1)"
class BucketQueue:

    def __init__(self):
        self.h = Bucket(None, None)

    def insert(self, e, p):
        if p != p:
            raise ValueError
        a = self.h
        while a.next is not None and a.next.priority > p:
            a = a.next
        n = Node(e, p)
        if a.next is not None and a.next.priority == p:
            a.next.last.next = n
            a.next.last = n
        else:
            a.next = Bucket(p, n, a.next)

    def peek(self):
        a = self.h
        while a.next is not None:
            a = a.next
        return a.first.element if a.first else None

    def delete(self):
        if self.h.next is None:
            return None
        a = self.h
        while a.next.next is not None:
            a = a.next
        b = a.next
        n = b.first
        if n is b.last:
            a.next = None
        else:
            b.first = n.next
        return n.element

# %% wrong="a frame for each bucket that it passes" caught_by="insert in O(d), peek and delete in O(1)"
class BucketQueue:

    def __init__(self):
        self.first = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        n = Node(e, p)

        def put(b):
            if b is None or p < b.priority:
                return Bucket(p, n, b)
            if b.priority == p:
                b.last.next = n
                b.last = n
                return b
            b.next = put(b.next)
            return b
        self.first = put(self.first)

    def peek(self):
        return self.first.first.element if self.first else None

    def delete(self):
        b = self.first
        if b is None:
            return None
        n = b.first
        if n is b.last:
            self.first = b.next
        else:
            b.first = n.next
        return n.element

# %% wrong="starts again at the front for each bucket" caught_by="insert in O(d), peek and delete in O(1)"
class BucketQueue:

    def __init__(self):
        self.first = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        before, b = (None, self.first)
        while b is not None and b.priority < priority:
            x = self.first
            while x is not None:
                x = x.next
            before, b = (b, b.next)
        node = Node(element, priority)
        if b is not None and b.priority == priority:
            b.last.next = node
            b.last = node
        elif before is None:
            self.first = Bucket(priority, node, b)
        else:
            before.next = Bucket(priority, node, b)

    def peek(self):
        return self.first.first.element if self.first else None

    def delete(self):
        b = self.first
        if b is None:
            return None
        node = b.first
        b.first = node.next
        if b.first is None:
            self.first = b.next
        return node.element

# %% wrong="two stacks a bucket, turned round by delete" caught_by="insert in O(d), peek and delete in O(1)"
class K:

    def __init__(s, p, nx):
        s.p, s.nx, s.i, s.o = (p, nx, None, None)

class BucketQueue:

    def __init__(self):
        self.f = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        a, b = (None, self.f)
        while b is not None and b.p < p:
            a, b = (b, b.nx)
        if b is None or b.p != p:
            b = K(p, b)
            if a is None:
                self.f = b
            else:
                a.nx = b
        b.i = (e, b.i)

    def _flip(self, b):
        if b.o is None:
            while b.i is not None:
                e, b.i = b.i
                b.o = (e, b.o)

    def peek(self):
        if self.f is None:
            return None
        self._flip(self.f)
        return self.f.o[0]

    def delete(self):
        b = self.f
        if b is None:
            return None
        self._flip(b)
        e, b.o = b.o
        if b.o is None and b.i is None:
            self.f = b.nx
        return e
