# %% [markdown]
# # Priority queue on a linked list
#
# > **What is really tested.** Can you relink nodes without losing one, and keep equal priorities in FIFO order, which a single `<` breaks?
#
# **You will be able to**
# - settle what "highest priority" means before you write a line
# - insert into a sorted linked list, and get the first, the last and the equal case right
# - say what each operation costs, and make a flood of equal priorities cheap
# - move a node that is already in the list
#
# **Before you start**: classes in Python, and what a reference is. You don't have to have seen a
# linked list.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check


class Node:
    """A cell of a linked list: an element, its priority, and the cell that comes after."""

    def __init__(self, element, priority, next=None):
        self.element = element
        self.priority = priority
        self.next = next

# %% [markdown]
# ## The question
#
# > Implement a priority queue on a linked list. `insert(element, priority)` adds an element,
# > `delete()` removes and returns the element with the highest priority, and `peek()` returns it
# > without removing it. Elements of the same priority leave in the order in which they came. On an
# > empty queue, `delete` and `peek` return `None`. A smaller number is a higher priority.
#
# | call | returns | waiting, in order |
# |---|---|---|
# | `insert(2, priority=1)` | | 2 |
# | `insert(3, priority=3)` | | 2, 3 |
# | `insert(4, priority=1)` | | 2, 4, 3 |
# | `peek()` | 2 | 2, 4, 3 |
# | `delete()` | 2 | 4, 3 |

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are the answers in this lesson, and the checks assume them.
#
# | You ask | The answer |
# |---|---|
# | Is priority 1 more urgent than priority 3? | Yes. The smaller number leaves first. |
# | What if two priorities are equal? | First in, first out. |
# | What do `peek` and `delete` return? | The element alone, without its priority. `None` if the queue is empty. |
# | What may an element be? | Anything: `None`, `0`, `""`, objects that can't be compared. Never compare elements or test their truth value. |
# | May the same element wait more than once? | Yes. |
# | What may a priority be? | Anything that can be ordered: negative numbers, fractions, infinity, strings, tuples. Within one queue, all can be compared with each other. |
# | And NaN? | It can't be ordered. `insert` raises `ValueError` and leaves the queue unmodified. |
# | May I use `heapq`, a list or a dict? | No. Hold the elements in linked nodes. |
# | How many elements? | 5,000 and more. So don't recurse over the list. |
# | What may each call cost? | `insert` O(k) for k waiting elements, `peek` and `delete` O(1). |

# %% [markdown]
# ## A tiny example
#
# Four elements wait: `a` with priority 0, `b` and `c` with 2, `d` with 5. Now `e` comes, with
# priority 2. Where does it go, and which links change?

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

WAITING = [("a", 0), ("b", 2), ("c", 2), ("d", 5)]
GAP = 2.5  # e goes between c and d
CELL = {"ha": "center", "va": "center", "color": INK, "family": "monospace"}


def draw_cell(plot, x, y, text, colour):
    plot.text(x, y, text, bbox={"facecolor": colour + "38", "edgecolor": colour,
                                "boxstyle": "round,pad=0.5"}, **CELL)


def draw_link(plot, start, end, colour=INK, line="-"):
    plot.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": colour, "lw": 1.8,
                                              "ls": line, "shrinkA": 17, "shrinkB": 17})


def draw_queue(plot, links):
    """Draw the four cells, and those of the links between them that are asked for."""
    for x, (element, priority) in enumerate(WAITING):
        draw_cell(plot, x, 0, f"{element} {priority}", COLOURS[0])
        if x in links:
            draw_link(plot, (x, 0), (x + 1, 0))
    plot.set(xlim=(-0.5, 3.5), ylim=(-1.7, 0.7))
    plot.axis("off")

# %% folded=true
with style():
    walk, hang, join = axes(11, 2.2, ncols=3)
    draw_queue(walk, {0, 1, 2})
    for x, (_, priority) in enumerate(WAITING):
        answer = "yes" if priority <= 2 else "no"
        walk.text(x, -0.75, f"{priority} ≤ 2?\n{answer}", ha="center", va="center",
                  color=COLOURS[2] if answer == "yes" else COLOURS[1])
    walk.set_title("1  walk while the next is ≤ 2", fontsize=10)
    for plot, links in ((hang, {0, 1, 2}), (join, {0, 1})):
        draw_queue(plot, links)
        draw_cell(plot, GAP, -1.2, "e 2", COLOURS[1])
        draw_link(plot, (GAP, -1.2), (3, 0), COLOURS[1])
    hang.set_title("2  the new cell points to d", fontsize=10)
    draw_link(join, (2, 0), (GAP, -1.2), COLOURS[1])
    draw_link(join, (2, 0), (3, 0), INK + "60", ":")
    join.set_title("3  c points to the new cell", fontsize=10)
    scan = picture(walk.figure, (
        "Three stages of inserting e with priority 2 into the list a 0, b 2, c 2, d 5. First the "
        "walk: 0, 2 and 2 are at most 2, 5 is not, so the walk stops at c, before d. Second: the "
        "new cell e gets a link to d, while c still points to d as well. Third: c points to e, and "
        "the old link from c to d is gone."))
scan

# %% [markdown]
# Read off three things:
#
# - The walk stops at the node **before** the gap. In a singly linked list you can't go back.
# - It passes the nodes that are smaller **or equal**. That's all it takes to guarantee first in, first
#   out.
# - The new node points onward **before** anything points to it. In the other order, `d` is lost.
#
# Two cases have no node before the gap: the queue is empty, or the new priority is the smallest.

# %% [markdown]
# ## Brute force first
#
# Keep the elements in arrival order, and search for the smallest when you need it. Here it is with a
# Python list, which is enough to see what it costs.

# %%
class Unsorted:
    """Insert at the end, search at each delete. Counts the priorities it looks at."""

    def __init__(self):
        self.waiting, self.looked_at = [], 0

    def insert(self, element, priority):
        self.waiting.append((element, priority))

    def delete(self):
        best = None
        for at, (_, priority) in enumerate(self.waiting):
            self.looked_at += 1
            if best is None or priority < self.waiting[best][1]:
                best = at
        return None if best is None else self.waiting.pop(best)[0]


queue = Unsorted()
for element, priority in [(2, 1), (3, 3), (4, 1)]:
    queue.insert(element, priority)
print([queue.delete() for _ in range(4)])

for k in (10, 100, 1000):
    queue = Unsorted()
    for number in range(k):
        queue.insert(number, number % 7)
    for _ in range(k):
        queue.delete()
    print(f"{k:5} in, {k:5} out: looked at {queue.looked_at:8,} priorities")

# %% [markdown]
# It's correct: the first of several smallest wins, because only a **smaller** one replaces it. But ten
# times as many elements take a hundred times the work. `insert` is O(1), `peek` and `delete` are O(k).
#
# Whether that's bad depends on who is in a hurry. Callers often remove from a queue while somebody
# waits, and fill it when nobody does. So we want the search in `insert`.

# %% [markdown]
# ## A better way
#
# Keep the nodes **sorted**, smallest first. Then the next element is in the first node, and `insert`
# walks to the gap, as in the picture.
#
# | way | insert | peek | delete |
# |---|---|---|---|
# | unsorted | O(1) | O(k) | O(k) |
# | sorted linked list | O(k) | O(1) | O(1) |
# | linked list of buckets, for d different priorities | O(d) | O(1) | O(1) |
# | binary heap | O(log k) | O(1) | O(log k) |
#
# **Why not a sorted Python list?** It would find the position in O(log k) steps by binary search, and
# then move every element behind it to make room. `pop(0)` moves all of them as well. A linked list
# moves nothing, but searches slowly. Its strength is what comes after the search: two links, whatever
# the length. Keep that in mind for the third exercise, where elements change their position.

# %% [markdown]
# ## Your turn
#
# First the sorted list. Then the same interface for many equal priorities.

# %% [markdown] card="PriorityQueue"
# Write the class `PriorityQueue`.
#
# - `PriorityQueue()` makes an empty queue. Several may be in use at once.
# - `insert(element, priority)` adds an element. What it returns is up to you. Raise `ValueError` for
#   a NaN priority, and leave the queue unmodified then. NaN is any number that doesn't equal itself:
#   a float, or a `Decimal`.
# - `peek()` returns the element with the smallest priority, or `None` if there is none. When
#   priorities are equal, it returns the element that came first.
# - `delete()` returns the same as `peek()`, and removes the element.
# - Elements may be anything, and the same one may wait more than once. Never compare them. Priorities
#   may be anything that can be ordered. Don't compute with them.
# - Hold the elements in linked nodes: objects such as `Node`, or small tuples, lists or dicts. The
#   check looks into your queue. An object that refers to more than 12 others, such as a list of all
#   elements, doesn't count as a node of a linked list.
# - There may be 5,000 elements and more. `insert` must be O(k), each `peek` and `delete` O(1).

# %% exercise="PriorityQueue"
class PriorityQueue:
    """A priority queue on a singly linked list: the smallest priority first, then first come."""

    def __init__(self) -> None:
        ### BEGIN SOLUTION
        self._first: Node | None = None
        ### END SOLUTION

    def insert(self, element, priority) -> None:
        """Add ``element``; raises ValueError if ``priority`` is NaN."""
        ### BEGIN SOLUTION
        if priority != priority:
            raise ValueError("NaN is no priority: it has no place in an order")
        if self._first is None or priority < self._first.priority:
            self._first = Node(element, priority, self._first)
            return
        node = self._first
        while node.next is not None and node.next.priority <= priority:
            node = node.next
        node.next = Node(element, priority, node.next)
        ### END SOLUTION

    def peek(self):
        """Return the element that is next, None if the queue is empty."""
        ### BEGIN SOLUTION
        return None if self._first is None else self._first.element
        ### END SOLUTION

    def delete(self):
        """Remove and return the element that is next, None if the queue is empty."""
        ### BEGIN SOLUTION
        if self._first is None:
            return None
        out = self._first
        self._first = out.next
        return out.element
        ### END SOLUTION

# %% check="PriorityQueue"
check(PriorityQueue)

# %% [markdown] hints="PriorityQueue"

# %% [markdown]
# ## A flood of equals
#
# "Nearly all our requests have the same priority." Then a new element always goes behind nearly all
# the others, and each `insert` walks over the whole list. A pointer to the last node helps if the
# flood has the *largest* number. With three classes, urgent, normal and batch, it doesn't help the
# first two.
#
# Put one list inside the other: a sorted list of **buckets**, one per waiting priority, and in each
# bucket a queue in order of arrival.

# %% folded=true
BUCKETS = {0: "a f g", 2: "b c e", 5: "d"}

with style():
    plot = axes(7, 2.3)
    for y, (priority, waiting) in enumerate(BUCKETS.items()):
        draw_cell(plot, 0, -y, f"priority {priority}", COLOURS[2])
        if y:
            draw_link(plot, (0, 1 - y), (0, -y))
        for x, element in enumerate(waiting.split(), 1):
            draw_cell(plot, x, -y, element, COLOURS[0])
            draw_link(plot, (x - 1 + 0.27 * (x == 1), -y), (x, -y))
        plot.annotate("last", (x + 0.13, -y), (x + 0.75, -y), color=COLOURS[1], va="center",
                      arrowprops={"arrowstyle": "-|>", "color": COLOURS[1], "shrinkB": 4})
    plot.set(xlim=(-0.6, 4.2), ylim=(-2.5, 0.5))
    plot.axis("off")
    buckets = picture(plot.figure, (
        "Three buckets below one another, for the priorities 0, 2 and 5, each linked to the next. "
        "To the right of each its elements: a, f, g; then b, c, e; then d. An arrow marks the last "
        "element of each bucket, where a new one joins."))
buckets

# %% [markdown] card="BucketQueue"
# Write the class `BucketQueue`. It behaves exactly as `PriorityQueue` does, including for NaN, and
# it's also made of linked nodes. What changes is the work, for `d` different waiting priorities:
#
# - `insert` must be O(d), however many elements wait. There may be thousands of buckets, so don't
#   recurse over them.
# - Each `peek` and `delete` must be O(1).
# - A priority whose last element has left isn't waiting any more. A queue that has seen a million
#   priorities, and holds three elements, has d ≤ 3.
#
# Priorities are the same if they are equal: `1` and `1.0` belong together. You may use `Node` and
# `Bucket`, or your own nodes.

# %% given="bucket"
class Bucket:
    """The elements of one priority: their first and last node, and the bucket that comes after."""

    def __init__(self, priority, node, next=None):
        self.priority = priority
        self.first = node
        self.last = node
        self.next = next

# %% exercise="BucketQueue"
class BucketQueue:
    """A priority queue as a sorted linked list of buckets, each a queue of equals."""

    def __init__(self) -> None:
        ### BEGIN SOLUTION
        self._first: Bucket | None = None
        ### END SOLUTION

    def insert(self, element, priority) -> None:
        """Add ``element``; raises ValueError if ``priority`` is NaN."""
        ### BEGIN SOLUTION
        if priority != priority:
            raise ValueError("NaN is no priority: it has no place in an order")
        before, bucket = None, self._first
        while bucket is not None and bucket.priority < priority:
            before, bucket = bucket, bucket.next
        node = Node(element, priority)
        if bucket is not None and bucket.priority == priority:
            bucket.last.next = node
            bucket.last = node
        elif before is None:
            self._first = Bucket(priority, node, bucket)
        else:
            before.next = Bucket(priority, node, bucket)
        ### END SOLUTION

    def peek(self):
        """Return the element that is next, None if the queue is empty."""
        ### BEGIN SOLUTION
        return None if self._first is None else self._first.first.element
        ### END SOLUTION

    def delete(self):
        """Remove and return the element that is next, None if the queue is empty."""
        ### BEGIN SOLUTION
        bucket = self._first
        if bucket is None:
            return None
        node = bucket.first
        if node is bucket.last:
            self._first = bucket.next
        else:
            bucket.first = node.next
        return node.element
        ### END SOLUTION

# %% check="BucketQueue"
check(BucketQueue)

# %% [markdown] hints="BucketQueue"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes TicketQueue}} minutes, and keep the hints folded until it goes off. Say
# aloud what you do. "A waiting request has just become urgent." Now elements move inside the queue,
# and that's what a linked list is good at.

# %% [markdown] card="TicketQueue"
# Write the class `TicketQueue`.
#
# - `insert(element, priority)` adds an element and returns its ticket. Tickets count the elements
#   that this queue has accepted: 0, 1, 2, … Never issue a ticket twice.
# - `change(ticket, priority)` sets a new priority for a waiting element and returns `True`. The
#   element goes behind all that wait with that priority, as if it had just arrived, even when that
#   was its priority already. It keeps its ticket. If no waiting element has this ticket, change
#   nothing and return `False`.
# - `delete()` removes and returns the element with the smallest priority. When priorities are equal,
#   it takes the element that arrived, or was changed, first. It returns `None` if the queue is empty.
# - `insert` and `change` raise `ValueError` for a NaN priority, whatever the ticket. Then nothing
#   changes, and no ticket is used up.
# - Elements may be anything. Never compare them. Hold them in linked nodes, as before; a dict of
#   tickets doesn't count as one.
# - There may be thousands of elements, so don't recurse. Each call may take O(k), for k inserts and
#   changes so far.

# %% exercise="TicketQueue"
class TicketQueue:
    """A priority queue on a linked list whose elements can change their priority."""

    def __init__(self) -> None:
        ### BEGIN SOLUTION
        self._head = Node(None, None)  # stands in front of the first, so that each has one before
        self._tickets = 0
        ### END SOLUTION

    def insert(self, element, priority) -> int:
        """Add ``element`` and return its ticket; raises ValueError if ``priority`` is NaN."""
        ### BEGIN SOLUTION
        if priority != priority:
            raise ValueError("NaN is no priority: it has no place in an order")
        node = Node(element, priority)
        node.ticket = self._tickets
        self._tickets += 1
        self._place(node)
        return node.ticket
        ### END SOLUTION

    def change(self, ticket: int, priority) -> bool:
        """Give a waiting element a new priority; returns whether it was waiting."""
        ### BEGIN SOLUTION
        if priority != priority:
            raise ValueError("NaN is no priority: it has no place in an order")
        before = self._head
        while before.next is not None and before.next.ticket != ticket:
            before = before.next
        node = before.next
        if node is None:
            return False
        before.next = node.next
        node.priority = priority
        self._place(node)
        return True

    def _place(self, node: Node) -> None:
        """Link ``node`` behind those of its priority."""
        before = self._head
        while before.next is not None and before.next.priority <= node.priority:
            before = before.next
        node.next = before.next
        before.next = node
        ### END SOLUTION

    def delete(self):
        """Remove and return the element that is next, None if the queue is empty."""
        ### BEGIN SOLUTION
        node = self._head.next
        if node is None:
            return None
        self._head.next = node.next
        return node.element
        ### END SOLUTION

# %% check="TicketQueue"
check(TicketQueue)

# %% [markdown] hints="TicketQueue"

# %% [markdown]
# ## Measured complexity
#
# How many lines of Python does one call of your code execute, among `k` waiting elements? `insert`
# adds one more at the back.

# %%
from autograder import StepCounter


def steps(kind, k, equal):
    """The lines executed by one insert at the back and by one delete, among k elements."""
    queue = kind()
    for number in range(k):
        queue.insert(number, 0 if equal else number)
    found = []
    for call in (lambda: queue.insert("new", 0 if equal else k), queue.delete):
        with StepCounter() as counter:
            call()
        found.append(counter.steps)
    return found


SIZES = (8, 16, 32, 64, 128, 256)
rows = {}  # (class, insert or delete, equal or not): steps at each size
for kind in (PriorityQueue, BucketQueue):
    for equal in (False, True):
        try:
            inserts, deletes = zip(*(steps(kind, k, equal) for k in SIZES))
        except Exception as error:
            print(f"{kind.__name__}: nothing to measure yet ({type(error).__name__})")
            break
        rows |= {(kind.__name__, "insert", equal): inserts, (kind.__name__, "delete", equal): deletes}

# %% folded=true
growth = None
if rows:
    with style():
        plots = axes(9, 3, ncols=2, sharey=True)
        for (name, method, equal), counts in rows.items():
            line = ("o" if name == "PriorityQueue" else "s") + ("-" if method == "insert" else ":")
            plots[int(equal)].plot(SIZES, counts, line, label=f"{name}.{method}", alpha=0.8)
        for plot, title in zip(plots, ("different priorities", "equal priorities")):
            plot.set(xscale="log", yscale="log", xlabel="waiting elements k", title=title)
        plots[0].set_ylabel("steps of one call")
        plots[0].legend(fontsize=8)
        said = [f"{name}.{method} with {'equal' if equal else 'different'} priorities: {counts[0]} "
                f"to {counts[-1]}" for (name, method, equal), counts in rows.items()]
        growth = picture(plots[0].figure, f"Steps of a call for k = 8 to 256. {'; '.join(said)}.")
growth

# %% [markdown]
# With different priorities, both inserts rise with k: each priority has its own bucket, so d = k. With
# equal ones, the bucket queue is flat. Deleting is flat everywhere.

# %% [markdown]
# ## Wrong answers people give
#
# Where does a new priority go among those that wait? Each line below is somebody's answer, as a
# position in a sorted list. The next cell looks for the shortest run of inserts that exposes the bug.

# %%
from bisect import bisect_left, bisect_right
from itertools import product

PLACES = {
    "behind its equals (right)": bisect_right,
    "before its equals": bisect_left,
    "behind the first of its equals": lambda w, p: bisect_left(w, p) + (p in w),
    "never before the first": lambda w, p: max(bisect_right(w, p), min(1, len(w))),
    "never behind the last": lambda w, p: min(bisect_right(w, p), max(len(w) - 1, 0)),
    "larger number first": lambda w, p: bisect_right([-each for each in w], -p),
}


def order(place, priorities):
    """The order in which the inserts 0, 1, 2, … leave, if each goes to ``place``."""
    waiting = []
    for number, priority in enumerate(priorities):
        at = place([p for p, _ in waiting], priority)
        waiting.insert(at, (priority, number))
    return [number for _, number in waiting]


RUNS = [run for size in range(5) for run in product(range(3), repeat=size)]
for name, place in PLACES.items():
    wrong = [run for run in RUNS if order(place, run) != order(bisect_right, run)]
    first = f"first {wrong[0]} -> {order(place, wrong[0])}" if wrong else ""
    print(f"{name:32} wrong for {len(wrong):3} of {len(RUNS)}  {first}")

# %% [markdown]
# | Wrong answer | Where it comes from |
# |---|---|
# | before its equals | `<` in the walk where `<=` belongs; or `<=` in the test for a new first node |
# | behind the first of its equals | the walk stops when it *meets* an equal, so two in a row look right and three don't |
# | never before the first | the test for a new first node is missing |
# | never behind the last | the loop stops at the last node without comparing with it |
# | larger number first | "highest priority" was read as the largest number |
#
# Others lose elements, or invent them:
#
# - `before.next = new` and only then `new.next = before.next`: the new node points to itself, and
#   the rest is lost.
# - A pointer to the last node that isn't reset when the queue becomes empty. The next insert goes
#   behind a node that nothing can reach.
# - `if node.element:` or `element or None`: these treat `0`, `""` and `None` as "empty".
# - A check for NaN after the node is linked. The error is raised, and the node stays.
# - A sentinel as a class attribute or a default argument. All queues share it.

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide says** that the queue holds its elements in order of descending priority. By
# the number, that's the wrong way round:

# %%
pairs = [(2, 1), (3, 3)]  # (element, priority)
print("largest number first: ", [e for e, _ in sorted(pairs, key=lambda pair: -pair[1])])
print("smallest number first:", [e for e, _ in sorted(pairs, key=lambda pair: pair[1])])

# %% [markdown]
# **Correct:** in the original question a smaller value is a higher priority, and this example gives
# `[2, 3]`. "Descending priority" and "ascending value" are the same thing here, and that's why the
# phrase misleads. Both conventions exist (`heapq` and Unix `nice` take the smallest first),
# so ask, and write the answer into the docstring.
#
# **2. A popular guide says** that `insert`, `peek` and `delete` are all O(k). Look at the plot
# above: only one of them is. As an upper bound, the claim isn't false. As an answer, it's weak,
# because it hides what the sorted list is for. Here are the same figures for a queue like the guide's,
# which keeps its list sorted and walks:

# %%
def walked(waiting, priority):
    """The cells that an insert passes in a sorted list, and where it goes."""
    passed = 0
    while passed < len(waiting) and waiting[passed] <= priority:
        passed += 1
    return passed


for k in (10, 100, 1000):
    print(f"k = {k:4}: an insert at the back passes {walked(range(k), k):4}, among equals "
          f"{walked([7] * k, 7):4}; peek and delete pass 0")

# %% [markdown]
# **Correct:** `insert` is O(k), `peek` and `delete` are O(1). And with k equal priorities, each
# further one costs O(k), unless something points to their last node: a tail pointer if they are the
# largest, buckets in general.
#
# **3. A popular guide says** that the queue is stable, because a new element goes behind those with
# the same priority. That's right, and easy to break. It depends on one operator, as you saw above:
# `<=` in the walk. With a heap, it depends on something else.

# %%
import heapq

heap = []
heapq.heappush(heap, (1, {"user": 17}))
try:
    heapq.heappush(heap, (1, {"user": 4}))
except TypeError as error:
    print("TypeError:", error)

came = ["first", "second", "a third"]  # all of priority 1
heap = []
for element in came:
    heapq.heappush(heap, (1, element))
print("pairs:         ", [heapq.heappop(heap)[-1] for _ in came])
for number, element in enumerate(came):
    heapq.heappush(heap, (1, number, element))
print("with a counter:", [heapq.heappop(heap)[-1] for _ in came])

# %% [markdown]
# **Correct:** tuples compare their next items when the first ones are equal. So a heap of pairs
# compares elements on ties: with dicts it raises, with strings it silently sorts alphabetically. Put
# a running number between them. It decides every tie, and the element is never compared.
#
# One more limit, of the interface and not of your code: if the next element is `None`, `peek()`
# returns exactly what it returns on an empty queue. If that matters, offer a length, or raise on
# empty, as Python's own `pop` does.

# %% [markdown]
# ## When is a heap better?
#
# Count comparisons of priorities, the same way for both. The queue holds `k` elements. Each round
# removes the smallest and inserts one that is due some random time later, as in a queue of deadlines.
# A sorted list compares only on insert; a heap compares on both.

# %%
import random


class Counted(int):
    """An int that counts how often it is asked for its order."""

    compared = 0

    def __lt__(self, other):
        Counted.compared += 1
        return int(self) < int(other)


def by_walking(waiting, after):
    new = Counted(waiting.pop(0) + after)
    at = next((at for at, each in enumerate(waiting) if new < each), len(waiting))
    waiting.insert(at, new)


def by_heap(waiting, after):
    new = Counted(heapq.heappop(waiting) + after)
    heapq.heappush(waiting, new)


def comparisons(work, k, rounds=400):
    """Comparisons a round, where ``work`` holds ``k`` elements."""
    rng = random.Random(103)
    waiting = sorted(Counted(rng.randrange(1000)) for _ in range(k))
    for each in range(2 * rounds):
        if each == rounds:
            Counted.compared = 0  # the first rounds only shuffle the queue
        work(waiting, rng.randrange(1000))
    return Counted.compared / rounds


print("waiting   walk   heap")
for k in (2, 4, 8, 16, 32, 64, 1024):
    print(f"{k:7} {comparisons(by_walking, k):6.1f} {comparisons(by_heap, k):6.1f}")

# %% [markdown]
# With four elements, the walk compares less. With eight, the heap does, and with a thousand the heap
# compares about sixty times less. So a linked list is the right answer to this question, and the wrong
# default: in production, use `heapq` with a counter. Lists win again where elements are often moved or
# cancelled, where there are few different priorities, and where nothing may be allocated or copied, as
# in the scheduler of an operating system.

# %% [markdown]
# ## Why it matters in ML engineering
#
# A model server has a queue in front of it, and the order of that queue is a decision about
# quality. Give each request a deadline, and let the earliest deadline go first. In this simulation,
# each request needs one tick of the model. Three in ten belong to an open page (12 ticks of patience),
# the others to a nightly job (300). Load is requests per tick.

# %%
def late_share(load, key, seed=0):
    """The share of late requests that the model serves in the order of ``key``."""
    rng = random.Random(seed)
    waiting, late, total = [], 0, 0
    for tick in range(20_000):
        for _ in range(2):  # up to two arrivals a tick
            if rng.random() < load / 2:
                patience = 12 if rng.random() < 0.3 else 300
                heapq.heappush(waiting, (key(tick, tick + patience), total, tick + patience))
                total += 1
        if waiting:
            late += tick > heapq.heappop(waiting)[2]
    return late / total


ORDERS = {"first come, first served": lambda now, deadline: now,
          "earliest deadline first": lambda now, deadline: deadline}
for load in (0.9, 0.98, 1.05):
    for name, key in ORDERS.items():
        print(f"load {load:4}: {name:26} {late_share(load, key):6.1%} late")

# %% [markdown]
# With spare capacity, the order decides who is late. Beyond capacity, nothing helps: earliest
# deadline first then spends its ticks on requests that are already lost, so shed load instead, or
# drop requests past their deadline. The same structure holds the partial sentences of beam search,
# the frontier of a best-first search for nearest neighbours, and jobs on a cluster.

# %% [markdown]
# ## Thinking aloud
#
# An invented interview. The candidate does well.
#
# > **Candidate.** Is priority 1 the most urgent, or the least? … The smallest number first. And two
# > with the same number leave in the order they came? … What do I return when it's empty? … `None`.
# > Then I note that an element `None` looks the same; I'll leave it at that unless you mind.
# >
# > **Interviewer.** *Fine. Which operation should be fast?*
# >
# > **Candidate.** You tell me. I can keep the list unsorted: then insert is constant and delete
# > searches. Or sorted: then it's the other way round. I'd take sorted, because whoever calls
# > delete is waiting.
# >
# > **Interviewer.** *Sorted, then.*
# >
# > **Candidate.** Insert first. I walk to the node before the gap. While the next node's priority
# > is smaller or *equal*, I go on; the equal is what keeps it first in, first out. Then two links,
# > the new node's first. Cases without a node before the gap: empty, and new smallest. I can handle
# > both in one test at the top.
# >
# > **Interviewer.** *You compare priorities with `<=`. What if one is NaN?*
# >
# > **Candidate.** Every such comparison with it is false, so it would stop the walk wherever it is,
# > and then the list isn't sorted any more. I'd reject it: `priority != priority` is only true for
# > NaN. And I do that before I change a link.
# >
# > **Interviewer.** *Test it.*
# >
# > **Candidate.** Empty: peek and delete return None. One in, one out, one in again, to check that
# > nothing stale remains. Then 2, 1, 3 for front, middle and back. Then three equal ones; two
# > wouldn't expose a walk that stops at the first.
# >
# > **Interviewer.** *And if all have the same priority?*
# >
# > **Candidate.** Then insert walks the whole list for nothing. I'd keep a list of buckets, one per
# > priority, each with a pointer to its last node. Insert is then linear in the number of
# > *different* priorities. I mustn't forget to remove a bucket that has become empty, or the list
# > of buckets grows forever.

# %% [markdown]
# ## Recap
#
# - The smallest number is the highest priority, and equals leave in order of arrival: ask.
# - Sorted nodes put the search into `insert`: O(k). `peek` and `delete` are O(1).
# - Walk to the node before the gap, past the smaller **and the equal**. Link the new node onward
#   first. Handle the empty list and the new first node separately, or put a sentinel in front.
# - With buckets, `insert` is linear in the different priorities, if you remove empty buckets.
# - To move an element, unlink it and insert it again. Reject NaN before you touch a link.

# %% [markdown]
# ## Say it in 60 seconds
#
# > I ask which end is urgent and what happens on ties. Here the smallest number leaves first, and
# > equals in arrival order. I keep a singly linked list sorted by priority. Peek and delete take
# > the first node, so they're constant. Insert walks to the node before the gap, past everything
# > smaller or equal; the equal makes it stable. That's linear in the number waiting. The new node
# > gets its onward link before anything points to it. Special cases: an empty list, and a new
# > smallest. I never compare elements, and I reject NaN because it breaks the order. If many
# > priorities are equal, I keep a list of buckets, each with a tail pointer, and insert is linear
# > in the different priorities. In production I'd use a binary heap with a counter for ties, unless
# > elements move often.
#
# Say it once, with a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Why not always a heap?**
#
# <details>
# <summary>Answer</summary>
#
# Mostly yes. The list wins for few elements, for few priorities, and when a node that I already have a
# reference to has to leave or move: with links in both directions that's O(1), while a heap has to
# find it and repair its order. A heap isn't stable by itself, either.
#
# </details>
#
# **Make a heap stable, without touching the elements.**
#
# <details>
# <summary>Answer</summary>
#
# A running number decides every tie:
#
# ```python
# heapq.heappush(heap, (priority, next(counter), element))
# ```
#
# `counter = itertools.count()` belongs to the queue, not to the module.
#
# </details>
#
# **An element's priority changes often. What would you keep?**
#
# <details>
# <summary>Answer</summary>
#
# A dict from ticket to node finds the node in O(1), and a link back to the previous node lets me
# unlink it in O(1). With a heap: leave the old entry where it is, push a new one, and skip old entries
# when they come up (lazy deletion). Then bound the garbage: rebuild when more than half of the heap is
# old.
#
# </details>
#
# **Only the best `n` matter. The queue must never hold more.**
#
# <details>
# <summary>Answer</summary>
#
# Turn it round: keep the **worst** of the n at the front. If a newcomer isn't better than the first,
# reject it in O(1); otherwise it replaces the first. With a heap, that's
#
# ```python
# if len(heap) < n:
#     heapq.heappush(heap, (-priority, -number, element))
# elif (-priority, -number) > heap[0][:2]:
#     heapq.heapreplace(heap, (-priority, -number, element))
# ```
#
# The number is negated as well, so that among equals, the one that came last is the worst. This is
# top-k over a stream, in O(log n) per element.
#
# </details>
#
# **Priorities are the integers 0 to 255.**
#
# <details>
# <summary>Answer</summary>
#
# Then I don't need a search: I keep an array of 256 queues, and a 256-bit integer that marks the
# non-empty ones. The smallest is the lowest bit that is set.
#
# ```python
# lowest = (busy & -busy).bit_length() - 1     # -1 if nothing waits
# ```
#
# All operations are O(1).
#
# </details>
#
# **Low priorities wait forever. What do you do?**
#
# <details>
# <summary>Answer</summary>
#
# That's starvation. Let the priority depend on time: insert with `arrival + patience`, a
# deadline, where urgent classes have little patience. Then nothing that arrives after a request's
# deadline can overtake it, and its key never changes while it waits. Or reserve a share of the
# capacity for each class.
#
# </details>
#
# **Several threads use the queue.**
#
# <details>
# <summary>Answer</summary>
#
# One lock around each method, and a condition that `delete` waits on while the queue is empty.
# `queue.PriorityQueue` is a heap with exactly that. Two traps: `peek` then `delete` are two calls,
# so another thread may come between them, and an unbounded queue only moves the overload into memory.
#
# ```python
# with self._ready:                  # a threading.Condition
#     while self._first is None:
#         self._ready.wait()
#     return self._take()
# ```
#
# </details>
#
# **Reverse the list in place.**
#
# <details>
# <summary>Answer</summary>
#
# Three names, one pass, no new nodes:
#
# ```python
# before, node = None, first
# while node is not None:
#     node.next, before, node = before, node, node.next
# first = before
# ```
#
# Python evaluates the right side before it assigns anything, and assigns the targets from left to
# right. So `node.next` has to come before `node`.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
