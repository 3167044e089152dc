# %% right="sorted, with a sentinel"
class Cell:
    def __init__(self, ticket, element, priority):
        self.ticket, self.element, self.priority, self.after = ticket, element, priority, None

class TicketQueue:
    def __init__(self):
        self.head = Cell(None, None, None)
        self.given = 0

    def _place(self, cell):
        at = self.head
        while at.after is not None and at.after.priority <= cell.priority:
            at = at.after
        cell.after = at.after
        at.after = cell

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        ticket = self.given
        self.given += 1
        self._place(Cell(ticket, element, priority))
        return ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        at = self.head
        while at.after is not None and at.after.ticket != ticket:
            at = at.after
        found = at.after
        if found is None:
            return False
        at.after = found.after
        found.priority = priority
        self._place(found)
        return True

    def delete(self):
        gone = self.head.after
        if gone is None:
            return None
        self.head.after = gone.after
        return gone.element

# %% right="unsorted: delete searches"
class TicketQueue:
    def __init__(self):
        self.first = None
        self.moves = self.tickets = 0

    def _add(self, ticket, element, priority):
        self.first = [priority, self.moves, ticket, element, self.first]
        self.moves += 1

    def _find(self, fits):
        before, at = None, self.first
        while at is not None and not fits(at):
            before, at = at, at[4]
        return before, at

    def _take(self, before, at):
        if before is None:
            self.first = at[4]
        else:
            before[4] = at[4]

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self._add(self.tickets, element, priority)
        self.tickets += 1
        return self.tickets - 1

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        before, at = self._find(lambda cell: cell[2] == ticket)
        if at is None:
            return False
        self._take(before, at)
        self._add(ticket, at[3], priority)
        return True

    def delete(self):
        if self.first is None:
            return None
        best = at = self.first
        while at is not None:
            if at[0] < best[0] or (at[0] == best[0] and at[1] < best[1]):
                best = at
            at = at[4]
        self._take(*self._find(lambda cell: cell is best))
        return best[3]

# %% right="no sentinel, the first cell apart"
class Job:
    __slots__ = ("number", "what", "urgency", "next")

    def __init__(self, number, what, urgency):
        self.number, self.what, self.urgency, self.next = number, what, urgency, None

class TicketQueue:
    def __init__(self):
        self._first = None
        self._count = 0

    def _link(self, job):
        if self._first is None or job.urgency < self._first.urgency:
            job.next = self._first
            self._first = job
            return
        before = self._first
        while before.next is not None and before.next.urgency <= job.urgency:
            before = before.next
        job.next = before.next
        before.next = job

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        job = Job(self._count, element, priority)
        self._count += 1
        self._link(job)
        return job.number

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self._first is not None and self._first.number == ticket:
            job, self._first = self._first, self._first.next
        else:
            before = self._first
            while before is not None and (before.next is None or before.next.number != ticket):
                before = before.next
            if before is None:
                return False
            job = before.next
            before.next = job.next
        job.urgency = priority
        self._link(job)
        return True

    def delete(self):
        job = self._first
        if job is not None:
            self._first = job.next
            return job.what
        return None

# %% right="doubly linked ring"
import itertools

class Cell:
    def __init__(self):
        self.prev = self.next = self

    def leave(self):
        self.prev.next, self.next.prev = self.next, self.prev

class TicketQueue:
    def __init__(self):
        self._ring = Cell()
        self._next_ticket = itertools.count()

    def __iter__(self):
        cell = self._ring.next
        while cell is not self._ring:
            yield cell
            cell = cell.next

    def _join(self, cell, priority):
        after = self._ring.prev
        while after is not self._ring and after.priority > priority:
            after = after.prev
        cell.priority, cell.prev, cell.next = priority, after, after.next
        after.next.prev = cell
        after.next = cell

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        cell = Cell()
        cell.element, cell.ticket = element, next(self._next_ticket)
        self._join(cell, priority)
        return cell.ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        for cell in self:
            if cell.ticket == ticket:
                cell.leave()
                self._join(cell, priority)
                return True
        return False

    def delete(self):
        for cell in self:
            cell.leave()
            return cell.element

# %% right="cells are tuples, the list made anew"
class TicketQueue:
    def __init__(self):
        self.cells, self.tickets = None, 0

    @staticmethod
    def _with(cells, ticket, element, priority):
        front = None
        while cells is not None and cells[0] <= priority:
            front, cells = (*cells[:3], front), cells[3]
        cells = priority, ticket, element, cells
        while front is not None:
            cells, front = (*front[:3], cells), front[3]
        return cells

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.cells = self._with(self.cells, self.tickets, element, priority)
        self.tickets += 1
        return self.tickets - 1

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        front, rest = None, self.cells
        while rest is not None and rest[1] != ticket:
            front, rest = (*rest[:3], front), rest[3]
        if rest is None:
            return False
        element, rest = rest[2], rest[3]
        while front is not None:
            rest, front = (*front[:3], rest), front[3]
        self.cells = self._with(rest, ticket, element, priority)
        return True

    def delete(self):
        if self.cells is None:
            return None
        _, _, element, self.cells = self.cells
        return element

# %% right="a change marks the cell as gone and adds another"
class TicketQueue:
    def __init__(self):
        self.root = {"next": None}
        self.number = -1

    def _add(self, ticket, element, priority):
        at = self.root
        while at["next"] and not priority < at["next"]["priority"]:
            at = at["next"]
        at["next"] = {"ticket": ticket, "element": element, "priority": priority,
                      "gone": False, "next": at["next"]}

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.number += 1
        self._add(self.number, element, priority)
        return self.number

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        at = self.root["next"]
        while at:
            if at["ticket"] == ticket and not at["gone"]:
                at["gone"] = True
                self._add(ticket, at["element"], priority)
                return True
            at = at["next"]
        return False

    def delete(self):
        while self.root["next"]:
            first = self.root["next"]
            self.root["next"] = first["next"]
            if not first["gone"]:
                return first["element"]
        return None

# %% right="a change finds both places in one walk"
class TicketQueue:

    def __init__(self):
        self.h = Node(None, None)
        self.n = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        node = Node((self.n, e), p)
        self.n += 1
        a = self.h
        while a.next and a.next.priority <= p:
            a = a.next
        node.next, a.next = (a.next, node)
        return node.element[0]

    def change(self, t, p):
        if p != p:
            raise ValueError
        cut = spot = None
        a = self.h
        while True:
            if spot is None and (a.next is None or p < a.next.priority):
                spot = a
            if a.next is None:
                break
            if a.next.element[0] == t:
                cut = a
            a = a.next
        if cut is None:
            return False
        node = cut.next
        if spot is node:
            node.priority = p
            return True
        cut.next = node.next
        node.priority = p
        node.next = spot.next
        spot.next = node
        return True

    def delete(self):
        a = self.h.next
        if a is None:
            return None
        self.h.next = a.next
        return a.element[1]

# %% right="buckets, searched one after the other"
class TicketQueue:

    def __init__(self):
        self.b = [None, None, None]
        self.n = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        t = self.n
        self.n += 1
        self._put([t, e, None], p)
        return t

    def _put(self, cell, p):
        a = self.b
        while a[2] is not None and a[2][0] < p:
            a = a[2]
        if a[2] is None or a[2][0] != p:
            a[2] = [p, None, a[2]]
        b = a[2]
        if b[1] is None:
            b[1] = cell
        else:
            c = b[1]
            while c[2] is not None:
                c = c[2]
            c[2] = cell

    def change(self, t, p):
        if p != p:
            raise ValueError
        a = self.b
        while a[2] is not None:
            b = a[2]
            prev, c = (None, b[1])
            while c is not None:
                if c[0] == t:
                    if prev is None:
                        b[1] = c[2]
                    else:
                        prev[2] = c[2]
                    if b[1] is None:
                        a[2] = b[2]
                    c[2] = None
                    self._put(c, p)
                    return True
                prev, c = (c, c[2])
            a = b
        return False

    def delete(self):
        b = self.b[2]
        if b is None:
            return None
        c = b[1]
        b[1] = c[2]
        if b[1] is None:
            self.b[2] = b[2]
        return c[1]

# %% right="the place in the line is a part of the key"
class C:
    __slots__ = ("e", "key", "t", "nx")

class TicketQueue:

    def __init__(self):
        self.h = C()
        self.h.nx = None
        self.n = self.m = 0

    def _put(self, c):
        a = self.h
        while a.nx is not None and a.nx.key < c.key:
            a = a.nx
        c.nx = a.nx
        a.nx = c

    def insert(self, e, p):
        if p != p:
            raise ValueError
        c = C()
        c.e, c.key, c.t = (e, (p, self.m), self.n)
        self.n += 1
        self.m += 1
        self._put(c)
        return c.t

    def change(self, t, p):
        if p != p:
            raise ValueError
        a = self.h
        while a.nx:
            c = a.nx
            if c.t == t:
                a.nx = c.nx
                c.key = (p, self.m)
                self.m += 1
                self._put(c)
                return True
            a = c
        return False

    def delete(self):
        c = self.h.nx
        if c is None:
            return None
        self.h.nx = c.nx
        return c.e

# %% wrong="the cell stays where it is" caught_by="a changed priority" of="sorted, with a sentinel"
#-         at.after = found.after
#
#-         self._place(found)

# %% wrong="goes before its equals" caught_by="a changed priority" of="sorted, with a sentinel"
#-         self._place(found)
#+         at = self.head
#+         while at.after is not None and at.after.priority < priority:
#+             at = at.after
#+         found.after, at.after = at.after, found

# %% wrong="an unchanged priority keeps its place" caught_by="a changed priority" of="sorted, with a sentinel"
#-             return False
#+             return False
#+         if found.priority == priority:
#+             return True

# %% wrong="a ticket that has left comes back" caught_by="a changed priority" of="sorted, with a sentinel"
#-             return False
#+             if not 0 <= ticket < self.given:
#+                 return False
#+             found = Cell(ticket, self.last, priority)
#+             self._place(found)
#+             return True
#
#-         self.head.after = gone.after
#+         self.head.after = gone.after
#+         self.last = gone.element

# %% wrong="says yes to every ticket" caught_by="a changed priority" of="sorted, with a sentinel"
#-             return False
#+             return True

# %% wrong="an unknown ticket raises" caught_by="a changed priority" of="sorted, with a sentinel"
#-             return False
#+             raise KeyError(ticket)

# %% wrong="says nothing of its success" caught_by="a changed priority" of="sorted, with a sentinel"
#-         return True

# %% wrong="the first cell can't be found" caught_by="a changed priority" of="sorted, with a sentinel"
#-             raise ValueError("NaN")
#-         at = self.head
#+             raise ValueError("NaN")
#+         at = self.head.after or self.head

# %% wrong="the last cell can't be found" caught_by="a changed priority" of="sorted, with a sentinel"
#-         if found is None:
#+         if found is None or found.after is None:

# %% wrong="what came after the cell is lost" caught_by="a changed priority" of="sorted, with a sentinel"
#-         at.after = found.after
#+         at.after = None

# %% wrong="the cell is in the list twice" caught_by="a changed priority" of="sorted, with a sentinel"
#-         at.after = found.after
#
#-         self._place(found)
#+         self._place(Cell(ticket, found.element, priority))

# %% wrong="a change gives a new ticket" caught_by="a changed priority" of="sorted, with a sentinel"
#-         found.priority = priority
#+         found.priority, found.ticket = priority, self.given
#+         self.given += 1

# %% wrong="only ever moves towards the front" caught_by="a changed priority" of="sorted, with a sentinel"
#-             return False
#+             return False
#+         if found.priority < priority:
#+             return True

# %% wrong="is placed behind where it was, never before" caught_by="a changed priority" of="sorted, with a sentinel"
#-         self._place(found)
#+         while at.after is not None and at.after.priority <= priority:
#+             at = at.after
#+         found.after, at.after = at.after, found

# %% wrong="finds the element, not the ticket" caught_by="a changed priority" of="sorted, with a sentinel"
#-         found = at.after
#+         found = at.after
#+         if found is not None:
#+             wanted, at = found.element, self.head
#+             while at.after.element != wanted:
#+                 at = at.after
#+             found = at.after

# %% wrong="NaN takes the cell out before it is refused" caught_by="a changed priority" of="sorted, with a sentinel"
#-     def change(self, ticket, priority):
#-         if priority != priority:
#-             raise ValueError("NaN")
#+     def change(self, ticket, priority):
#
#-         at.after = found.after
#+         at.after = found.after
#+         if priority != priority:
#+             raise ValueError("NaN")

# %% wrong="NaN is no change" caught_by="a changed priority" of="sorted, with a sentinel"
#-     def change(self, ticket, priority):
#-         if priority != priority:
#-             raise ValueError("NaN")
#+     def change(self, ticket, priority):
#+         if priority != priority:
#+             return False

# %% wrong="tickets count what waits" caught_by="tickets, and the order as before" of="sorted, with a sentinel"
#-         self.head.after = gone.after
#+         self.head.after = gone.after
#+         self.given -= 1

# %% wrong="tickets start at 1" caught_by="tickets, and the order as before"
class Cell:
    def __init__(self, ticket, element, priority):
        self.ticket, self.element, self.priority, self.after = ticket, element, priority, None

class TicketQueue:
    def __init__(self):
        self.head = Cell(None, None, None)
        self.given = 0

    def _place(self, cell):
        at = self.head
        while at.after is not None and at.after.priority <= cell.priority:
            at = at.after
        cell.after = at.after
        at.after = cell

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        self.given += 1
        ticket = self.given
        self._place(Cell(ticket, element, priority))
        return ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        at = self.head
        while at.after is not None and at.after.ticket != ticket:
            at = at.after
        found = at.after
        if found is None:
            return False
        at.after = found.after
        found.priority = priority
        self._place(found)
        return True

    def delete(self):
        gone = self.head.after
        if gone is None:
            return None
        self.head.after = gone.after
        return gone.element

# %% wrong="insert returns nothing" caught_by="tickets, and the order as before" of="sorted, with a sentinel"
#-         return ticket

# %% wrong="a refused element uses up a ticket" caught_by="tickets, and the order as before" of="tickets start at 1"
#-     def insert(self, element, priority):
#+     def insert(self, element, priority):
#+         ticket = self.given
#+         self.given += 1
#
#-         self.given += 1
#-         ticket = self.given

# %% wrong="all queues count tickets together" caught_by="tickets, and the order as before" of="sorted, with a sentinel"
#- class TicketQueue:
#+ class TicketQueue:
#+     given = 0
#+
#
#-         self.given = 0
#
#-         self.given += 1
#+         TicketQueue.given += 1

# %% wrong="a new queue takes the cells of the old one" caught_by="tickets, and the order as before" of="sorted, with a sentinel"
#-         self.ticket, self.element, self.priority, self.after = ticket, element, priority, None
#-
#+         self.ticket, self.element, self.priority, self.after = ticket, element, priority, None
#+
#+ HEAD = Cell(None, None, None)
#+
#
#-         self.head = Cell(None, None, None)
#+         self.head = HEAD
#+         self.head.after = None

# %% wrong="unsorted, and the newest of equals leaves first" caught_by="tickets, and the order as before" of="unsorted: delete searches"
#-             if at[0] < best[0] or (at[0] == best[0] and at[1] < best[1]):
#+             if at[0] < best[0] or (at[0] == best[0] and at[1] > best[1]):

# %% wrong="unsorted, and a change keeps its turn" caught_by="a changed priority" of="unsorted: delete searches"
#-         self._take(before, at)
#-         self._add(ticket, at[3], priority)
#+         at[0] = priority

# %% wrong="a heap, old entries left in it" caught_by="linked cells only"
import heapq

class TicketQueue:
    def __init__(self):
        self.heap, self.valid, self.moves, self.tickets = [], {}, 0, 0
    def _push(self, ticket, element, priority):
        entry = (priority, self.moves, ticket, element)
        self.valid[ticket] = entry
        heapq.heappush(self.heap, entry)
        self.moves += 1
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self._push(self.tickets, element, priority)
        self.tickets += 1
        return self.tickets - 1
    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        if ticket not in self.valid:
            return False
        self._push(ticket, self.valid[ticket][3], priority)
        return True
    def delete(self):
        while self.heap:
            entry = heapq.heappop(self.heap)
            if self.valid.get(entry[2]) is entry:
                del self.valid[entry[2]]
                return entry[3]
        return None

# %% wrong="linked cells, and a dict from tickets to them" caught_by="linked cells only" of="sorted, with a sentinel"
#-         self.given = 0
#+         self.given = 0
#+         self.of = {}
#
#-         self._place(Cell(ticket, element, priority))
#+         self.of[ticket] = Cell(ticket, element, priority)
#+         self._place(self.of[ticket])

# %% wrong="a list that is sorted at each delete" caught_by="linked cells only"
class TicketQueue:
    def __init__(self):
        self.waiting, self.tickets = [], 0
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.waiting.append([priority, self.tickets, element])
        self.tickets += 1
        return self.tickets - 1
    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        for at, (_, its, element) in enumerate(self.waiting):
            if its == ticket:
                del self.waiting[at]
                self.waiting.append([priority, ticket, element])
                return True
        return False
    def delete(self):
        self.waiting.sort(key=lambda each: each[0])
        return self.waiting.pop(0)[2] if self.waiting else None

# %% wrong="a frame for each cell that it passes" caught_by="1,500 elements, each call in O(k)"
class TicketQueue:

    def __init__(self):
        self.h = None
        self.n = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        t = self.n
        self.n += 1
        self.h = self._put(self.h, Node((t, e), p))
        return t

    def _put(self, l, n):
        if l is None or n.priority < l.priority:
            n.next = l
            return n
        l.next = self._put(l.next, n)
        return l

    def _cut(self, l, t):
        if l is None:
            return (None, None)
        if l.element[0] == t:
            return (l, l.next)
        g, l.next = self._cut(l.next, t)
        return (g, l)

    def change(self, t, p):
        if p != p:
            raise ValueError
        g, self.h = self._cut(self.h, t)
        if g is None:
            return False
        g.priority = p
        self.h = self._put(self.h, g)
        return True

    def delete(self):
        if self.h is None:
            return None
        e, self.h = (self.h.element[1], self.h.next)
        return e

# %% wrong="walks to the end for each cell" caught_by="1,500 elements, each call in O(k)"
class TicketQueue:

    def __init__(self):
        self.head = Node(None, None)
        self.count = 0

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        ticket = self.count
        self.count += 1
        self._put(ticket, element, priority)
        return ticket

    def _put(self, ticket, element, priority):
        c = self.head
        while c.next is not None and c.next.priority <= priority:
            c = c.next
        c.next = Node(element, priority, c.next)
        c.next.ticket = ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        c = self.head
        while c.next is not None and c.next.ticket != ticket:
            x = self.head
            while x is not None:
                x = x.next
            c = c.next
        if c.next is None:
            return False
        gone = c.next
        c.next = gone.next
        self._put(ticket, gone.element, priority)
        return True

    def delete(self):
        gone = self.head.next
        if gone is None:
            return None
        self.head.next = gone.next
        return gone.element
