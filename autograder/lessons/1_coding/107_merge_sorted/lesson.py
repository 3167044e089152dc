# %% [markdown]
# # Merging sorted lists
#
# > **What is really tested.** Whether you use the fact that the input is sorted, keep the merge
# > stable, and reach the end of both lists without losing the rest.
#
# **You will be able to**
# - merge two sorted lists with one comparison per element, and say why that's enough
# - splice two linked lists without creating a node
# - merge lazily, and read no more than you need
# - merge k lists in O(N log k), and sort a file that doesn't fit in memory
#
# **Before you start**: lists, loops and iterators in Python.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
import heapq

from autograder import check, complexity


class Node:
    """A node of a linked list: a value, and the node that comes after it or None."""

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def chain(values):
    """The first node of a new linked list that holds ``values``; None if there are none."""
    first = None
    for value in reversed(values):
        first = Node(value, first)
    return first


def values_of(node):
    """The values of a linked list, from this node on."""
    found = []
    while node is not None:
        found.append(node.value)
        node = node.next
    return found

# %% [markdown]
# ## The question
#
# > Two lists are sorted in ascending order. Write a function that merges them into one sorted list.
# > As a bonus: what is its time complexity?
#
# | `a` | `b` | merged |
# |---|---|---|
# | `[1, 2, 5]` | `[2, 4, 6]` | `[1, 2, 2, 4, 5, 6]` |
# | `[]` | `[3]` | `[3]` |
#
# Interviewers ask it about linked lists too, and then it's a different question: the nodes already
# exist, and merging means changing their links.

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are the answers in this lesson, and the checks assume them.
#
# | You ask | The answer |
# |---|---|
# | Arrays or linked lists? | Both, one after the other. |
# | May they be empty? | Yes, one or both. |
# | Are repeats kept? | Yes, all of them. The result has n + m elements. |
# | Which of two equal elements comes first? | The one from `a`. Within a list, equal elements keep their order. Such a merge is called stable. |
# | May I change the inputs? | Not the Python lists; the result is always a new list. The linked lists are used up: their nodes become the result. |
# | What are the elements? | Anything with a total order: numbers, infinity, strings, tuples. All elements of one call can be compared with each other. NaN never occurs. |
# | May I call `sorted`? | Yes. Say what it costs, and why. |
# | How long can they be? | Hundreds of thousands of elements. So no recursion, and nothing that shifts the whole list for each element. |

# %% [markdown]
# ## A tiny example
#
# Put a finger on the first element of each list: these are the **two pointers**. The smaller of the
# two elements is the smallest of all, so it leaves, and its finger moves on. You don't have to look
# at any other element.
#
# | finger on `a` | finger on `b` | leaves | because |
# |---|---|---|---|
# | **1**, 2, 5 | **2**, 4, 6 | 1 | 1 < 2 |
# | **2**, 5 | **2**, 4, 6 | 2 from `a` | equal: `a` first |
# | **5** | **2**, 4, 6 | 2 from `b` | 2 < 5 |
# | **5** | **4**, 6 | 4 | 4 < 5 |
# | **5** | **6** | 5 | 5 < 6 |
# | – | **6** | 6 | `a` is used up: the rest of `b` follows unchanged |
#
# Five comparisons for six elements. Each comparison lets one element leave for good, and whatever
# remains in the last list needs none. So there are at most n + m − 1.

# %% [markdown]
# ## Brute force first
#
# Two ways come to mind at once: insert each element of `b` at its position in `a`, or throw all
# elements together and sort. Let the elements count how often they're compared.

# %%
import random


class Counted(int):
    """An int that counts how often it is asked for its order."""

    compared = 0

    def __lt__(self, other):
        Counted.compared += 1
        return int(self) < int(other)


def insert_each(a, b):
    merged = list(a)
    for item in b:
        at = next((at for at, each in enumerate(merged) if item < each), len(merged))
        merged.insert(at, item)
    return merged


def shuffle_and_sort(a, b):
    together = a + b
    random.Random(0).shuffle(together)
    return sorted(together)


def comparisons(merge, n):
    """The comparisons that ``merge`` makes for two sorted lists of ``n`` random numbers."""
    rng = random.Random(107)
    a, b = (sorted(Counted(rng.randrange(10**9)) for _ in range(n)) for _ in "ab")
    Counted.compared = 0
    merge(a, b)
    return Counted.compared


WAYS = {"insert each": insert_each, "shuffle, then sort": shuffle_and_sort,
        "sorted(a + b)": lambda a, b: sorted(a + b)}
print(f"{'':20}" + "".join(f"n = m = {n:<8}" for n in (100, 200, 400)))
for name, way in WAYS.items():
    print(f"{name:20}" + "".join(f"{comparisons(way, n):<16,}" for n in (100, 200, 400)))

# %% [markdown]
# Inserting is O(n · m): twice the size, four times the work. Sorting in general is O(N log N) for N
# = n + m. But look at the last line: `sorted(a + b)` needs fewer than two comparisons per element.
# Python's sort looks for runs that are already sorted, finds the two lists, and **merges** them. So
# it's a fair answer, and a good first thing to say. Then the interviewer will ask you to write what
# it does.

# %% [markdown]
# ## A better way
#
# | way | comparisons | memory besides the inputs |
# |---|---|---|
# | insert each at its position | O(n · m) | the result |
# | sort all, ignoring the order | O(N log N) | the result |
# | `sorted(a + b)` on two sorted lists | O(N), about 2 N | the result, and up to N / 2 while it merges |
# | two pointers | O(N), at most N − 1 | the result |
# | splice linked lists | O(N), at most N − 1 | O(1) |
#
# Can it be done with fewer than N − 1? Not in general. When the two lists alternate, each element
# must be compared with both its neighbours in the result; otherwise a different order would look
# the same to you. If one list is much shorter, yes: find the positions of its elements by binary
# search, O(m log n).

# %% [markdown]
# ## Your turn
#
# First Python lists, then nodes, then streams. The idea is the same each time; the trap is
# different.

# %% [markdown] card="merge_lists"
# Write `merge_lists(a, b)`, which returns a new sorted list with all elements of the sorted lists
# `a` and `b`.
#
# - The merge is stable: when elements are equal, those from `a` come first, and equal elements keep
#   the order of their list. The check distinguishes `1` from `1.0`, although they're equal.
# - Don't modify `a` or `b`. Return a new list, even when one of them is empty.
# - Elements have a total order; they may be strings or tuples, so don't compute with them.
# - Make at most 4 · (n + m) comparisons, and do no other work that grows faster than n + m.
#   `sorted(a + b)` passes. Write it with two pointers anyway: the next exercises build on it.

# %% exercise="merge_lists"
def merge_lists(a: list, b: list) -> list:
    """Return a new sorted list of all elements of the sorted lists ``a`` and ``b``.

    Of equal elements those of ``a`` come first.
    """
    ### BEGIN SOLUTION
    merged = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            merged.append(a[i])
            i += 1
        else:
            merged.append(b[j])
            j += 1
    return merged + a[i:] + b[j:]
    ### END SOLUTION

# %% check="merge_lists"
check(merge_lists)

# %% [markdown] hints="merge_lists"

# %% [markdown]
# ## Splicing nodes
#
# Merging linked lists copies nothing. The nodes stay where they are in memory, and only links
# change. Here's the tiny example again.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

PLACE = {"a1": (0, 1), "a2": (1, 1), "b2": (2, 0), "b4": (3, 0), "a5": (4, 1), "b6": (5, 0)}
STAGES = {
    "before": (["a1 a2", "a2 a5", "b2 b4", "b4 b6"], [], {"a1": "a", "b2": "b"}),
    "three nodes are merged": (["a1 a2", "b2 b4", "b4 b6"], ["a2 b2"],
                               {"b2": "tail", "b4": "b", "a5": "a"}),
    "after": (["a1 a2", "b2 b4"], ["a2 b2", "b4 a5", "a5 b6"], {"a1": "first"}),
}


def draw(plot, title, old, new, names):
    """Draw the nodes, the links that are old and new, and the names that point to nodes."""
    for node, (x, y) in PLACE.items():
        colour = COLOURS[0] if node[0] == "a" else COLOURS[2]
        plot.text(x, y, node[1], ha="center", va="center", color=INK, family="monospace",
                  bbox={"facecolor": colour + "38", "edgecolor": colour, "boxstyle": "circle"})
    for links, colour in ((old, INK), (new, COLOURS[1])):
        for start, end in map(str.split, links):
            plot.annotate("", PLACE[end], PLACE[start], arrowprops={
                "arrowstyle": "-|>", "color": colour, "lw": 1.8, "shrinkA": 11, "shrinkB": 11})
    for node, name in names.items():
        x, y = PLACE[node]
        plot.text(x, y + (0.55 if y else -0.55), name, ha="center", va="center", color=COLOURS[3],
                  style="italic")
    plot.set_title(title, fontsize=10, pad=12)
    plot.set(xlim=(-0.5, 5.5), ylim=(-0.8, 1.8))
    plot.axis("off")


with style():
    plots = axes(11, 2.1, ncols=3)
    for plot, (title, stage) in zip(plots, STAGES.items()):
        draw(plot, title, *stage)
    splice = picture(plots[0].figure, (
        "Three stages of splicing 1, 2, 5 above and 2, 4, 6 below. Before, each row is linked from "
        "left to right. When three nodes are merged, a new link leads from the upper 2 to the lower "
        "2, which is the tail; a stands at 5 and b at 4. After, new links lead from the upper 2 "
        "down to 2, from 4 up to 5, and from 5 down to 6; the links from 1 to 2 and from 2 to 4 "
        "are the old ones."))
splice

# %% [markdown]
# Follow the links of the last stage from `first`: up, up, down, down, up, down. Orange links are
# new. Two links are unchanged, because those neighbours stay neighbours. Three names are enough at
# any moment: the **tail** of the merged part, and the first remaining node of each list.

# %% [markdown] card="merge_nodes"
# Write `merge_nodes(a, b)` for linked lists. `a` and `b` are the first nodes of two sorted lists,
# or `None`. Return the first node of the merged list, or `None`.
#
# - The class `Node` from the setup cell has `value` and `next`. `chain([1, 2])` builds a list, and
#   `values_of(node)` reads one.
# - The given nodes become the result: change links only. A dummy node of your own in front is fine,
#   as long as it isn't part of the result. Leave the values in their nodes.
# - When values are equal, the nodes from `a` come first, and nodes of the same list keep their
#   order.
# - The last node's `next` is `None`: no cycle.
# - The two lists don't share any node. There may be 100,000 nodes: don't walk the list once per
#   node, and don't recurse. Don't change the recursion limit.

# %% exercise="merge_nodes"
def merge_nodes(a: Node | None, b: Node | None) -> Node | None:
    """Merge two sorted linked lists by changing their links; returns the first node.

    Of nodes with equal values those of ``a`` come first.
    """
    ### BEGIN SOLUTION
    dummy = tail = Node(None)  # in front, so that the first node needs no case of its own
    while a is not None and b is not None:
        if a.value <= b.value:
            tail.next, a = a, a.next
        else:
            tail.next, b = b, b.next
        tail = tail.next
    tail.next = a if a is not None else b
    return dummy.next
    ### END SOLUTION

# %% check="merge_nodes"
check(merge_nodes)

# %% [markdown] hints="merge_nodes"

# %% [markdown]
# ## Only as far as needed
#
# "The lists are two services that send results in order of score. I show ten." If you merge
# everything first, you wait for everything. Two pointers need only one item of each stream, not its
# end.

# %% [markdown] card="first_merged"
# Write `first_merged(a, b, k)`, which returns a list of the first `k` items of the merge of `a` and
# `b`.
#
# - `a` and `b` are sorted iterables: lists, or iterators that can be read once and have no length.
#   They may be infinite.
# - If there are fewer than `k` items, return all of them. `k` is 0 or more.
# - Read at most `k + 2` items in total: the results, and one more from each stream.
# - When items are equal, those from `a` come first. Items have a total order; 0, `False` and `""`
#   are items like any other. `None` never occurs as an item.
# - `k` may be 5,000.

# %% exercise="first_merged"
def first_merged(a, b, k: int) -> list:
    """Return the first ``k`` items of the merge of two sorted iterables, which may be endless.

    Reads at most ``k + 2`` items. Of equal items those of ``a`` come first.
    """
    ### BEGIN SOLUTION
    end = object()
    a, b = iter(a), iter(b)
    x, y = next(a, end), next(b, end)
    found = []
    while len(found) < k and not (x is end and y is end):
        if y is end or (x is not end and x <= y):
            found.append(x)
            x = next(a, end)
        else:
            found.append(y)
            y = next(b, end)
    return found
    ### END SOLUTION

# %% check="first_merged"
check(first_merged)

# %% [markdown] hints="first_merged"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes merge_many}} minutes, and keep the hints folded until it goes off. Say
# aloud what you do. "And if there are k lists?"

# %% [markdown] card="merge_many"
# Write `merge_many(lists)`, which returns a list of all elements of the sorted lists in `lists`,
# sorted.
#
# - There may be no lists, one list, and empty lists among the others.
# - Equal elements come in the order of the lists, and keep their order within a list. The check
#   distinguishes `1` from `1.0`.
# - Don't modify the given lists.
# - Elements have a total order; don't compare anything else.
# - For k lists with N elements in total, the number of comparisons must grow as N log k. Merging
#   the lists one after another makes up to N · k / 2.

# %% exercise="merge_many"
def merge_many(lists: list[list]) -> list:
    """Return a sorted list of all elements of the sorted ``lists``.

    Equal elements come in the order of the lists.
    """
    ### BEGIN SOLUTION
    heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]
    heapq.heapify(heap)
    merged = []
    while heap:
        value, number, at = heapq.heappop(heap)
        merged.append(value)
        if at + 1 < len(lists[number]):
            heapq.heappush(heap, (lists[number][at + 1], number, at + 1))
    return merged
    ### END SOLUTION

# %% check="merge_many"
check(merge_many)

# %% [markdown] hints="merge_many"

# %% [markdown]
# ## Measured complexity
#
# The plots count the lines of Python that your code executes; each comparison of two elements
# counts as one of them. First, two lists that alternate, with `size` elements in total.

# %%
complexity(merge_lists)

# %% [markdown]
# An exponent of 1 is linear. Now `size` lists of eight elements each. Merging one after another is
# quadratic in the number of lists; N log k rises a little faster than a straight line.

# %%
complexity(merge_many)

# %% [markdown]
# And memory: besides the inputs, how many bytes are in use at the peak while you merge two lists of
# 20,000?

# %%
import tracemalloc


def peak_bytes(merge, a, b):
    """The most memory that ``merge(a, b)`` has in use at one time, in bytes."""
    tracemalloc.start()
    try:
        result = merge(a, b)  # kept, so that it counts
        return tracemalloc.get_traced_memory()[1] if result is not None else 0
    finally:
        tracemalloc.stop()


evens, odds = list(range(0, 40_000, 2)), list(range(1, 40_000, 2))
for name, merge, a, b in [("merge_lists", merge_lists, evens, odds),
                          ("merge_nodes", merge_nodes, chain(evens), chain(odds))]:
    try:
        print(f"{name}: {peak_bytes(merge, a, b):9,} bytes")
    except Exception as error:
        print(f"{name}: nothing to measure yet ({type(error).__name__})")

# %% [markdown]
# With the lesson's solutions, the list takes about a megabyte: it grows in steps, and the last line
# copies it. Splicing takes less than two kilobytes, whatever the length. The check doesn't limit
# the memory of `merge_nodes`; an interviewer will. Sorting a list of all nodes and relinking them
# passes, and takes O(n + m) memory.

# %% [markdown]
# ## Wrong answers people give
#
# For each wrong answer, we let the machine find the shortest two lists that expose it. `a` holds
# ints and `b` floats, so that you can tell equal elements apart.

# %%
from itertools import combinations_with_replacement, product


def right(a, b):
    return list(heapq.merge(a, b))


def until_one_ends(a, b):
    """What has left when one of the lists is used up."""
    merged = right(a, b)
    ends = [merged.index(each[-1]) + merged.count(each[-1]) if each else 0 for each in (a, b)]
    return merged[:min(ends)]


WRONG = {
    "what is left is lost": until_one_ends,
    "b first where they are equal": lambda a, b: right(b, a),
    "equal ones leave as one": lambda a, b: sorted({**dict.fromkeys(b), **dict.fromkeys(a)}),
    "compares pairs": lambda a, b: [x for pair in zip(a, b) for x in sorted(pair)]
    + a[len(b):] + b[len(a):],
    "the first 0 counts as the end": lambda a, b: right(a, b[:b.index(0)] if 0 in b else b),
}
SMALL = [pick for size in range(4) for pick in combinations_with_replacement((0, 1, 2), size)]
PAIRS = sorted(product(SMALL, SMALL), key=lambda pair: len(pair[0] + pair[1]))
for name, wrong in WRONG.items():
    found = []
    for a, b in PAIRS:
        a, b = list(a), [float(item) for item in b]
        if repr(wrong(a, b)) != repr(right(a, b)):
            found.append((a, b))
    print(f"{name:30} wrong for {len(found)} of {len(PAIRS)}, first {found[0]}")

# %% [markdown]
# | Wrong answer | Where it comes from |
# |---|---|
# | what is left is lost | the loop ends with one list, and no code adds the rest |
# | goes on until both are used up | `or` instead of `and`: it reads past the end of one list and raises IndexError |
# | `b` first where they are equal | `a[i] < b[j]`, and an `else` that takes from `b` |
# | equal ones leave as one | both pointers move, or a set is used |
# | a 0 or `""` ends a list | `while x and y:` or `if x:` tests the item's truth value |
# | infinity as a sentinel | `float("inf")` can't be compared with a string, and may be an element |
#
# Three more return the right list and are still wrong:
#
# - `a.pop(0)` empties the caller's list. On a copy it's only slow: each call shifts all remaining
#   elements, so merging is O(n²). Use an index, or a deque.
# - `return a` when `b` is empty. The caller modifies the result, and `a` changes too.
# - `return [a[0]] + merge(a[1:], b)`. Beautiful, but it exceeds the recursion limit at a thousand
#   elements, and it copies the rest each time.
#
# And for nodes: returning the dummy, moving on before linking, and writing values into the old
# nodes. Other parts of a program may hold a node, and its value must not change under them.

# %% [markdown]
# ## Spot the error
#
# A popular guide says in its one line on this question: "O(1) if splicing nodes". Three things are
# missing.
#
# **1. O(1) of what?** It's the *auxiliary* memory, and the price is that the two lists are gone.
# Keep the names `a` and `b`, splice, and read them again:

# %%
a, b = chain([1, 2, 5]), chain([2, 4, 6])
try:
    first = merge_nodes(a, b)
    print("merged:", values_of(first))
    print("a now: ", values_of(a))
    print("b now: ", values_of(b))
except NotImplementedError:
    print("merge_nodes is not written yet")

# %% [markdown]
# **Correct:** splicing takes O(1) memory besides the lists, and uses the lists up. `a` and `b` now
# point to two nodes of the same list. With arrays, O(1) auxiliary memory is possible too, if `a`
# has room for both: fill it **from the back**, so that you never overwrite an element you still
# need.

# %%
def merge_into(a, n, b):
    """Merge ``b`` into ``a``, whose first ``n`` places are filled and the other len(b) free."""
    m = len(b)
    while m > 0:  # when b is used up, what is left of a stands where it should
        if n > 0 and a[n - 1] > b[m - 1]:
            n -= 1
            a[n + m] = a[n]
        else:
            m -= 1
            a[n + m] = b[m]
        print(a)


merge_into([1, 2, 5, None, None, None], 3, [2, 4, 6])

# %% [markdown]
# **2. Where does the loop end?** "Until both are exhausted" is how people often put it, and how it
# goes wrong: one pointer is past the end while the other still moves.

# %%
def until_both_end(a, b):
    merged, i, j = [], 0, 0
    while i < len(a) or j < len(b):
        if a[i] <= b[j]:
            merged.append(a[i])
            i += 1
        else:
            merged.append(b[j])
            j += 1
    return merged


try:
    until_both_end([1, 2, 5], [2, 4, 6])
except IndexError as error:
    print("IndexError:", error)

# %% [markdown]
# **Correct:** loop while **both** lists have an element. Then one list is used up, and the rest of
# the other follows: a slice for Python lists, a single link for nodes, however long the rest is.
#
# **3. What about equal elements?** The guide doesn't say. With `<` instead of `<=` the numbers come
# out right, so a test on bare numbers doesn't notice. A test on rows does. Here are two days of a
# log, by hour:

# %%
monday, tuesday = [(9, "Mon"), (9, "Mon, again"), (12, "Mon")], [(9, "Tue"), (12, "Tue")]


def hour(row):
    return row[0]


print("a first:", [name for _, name in heapq.merge(monday, tuesday, key=hour)])
print("b first:", [name for _, name in heapq.merge(tuesday, monday, key=hour)])

# %% [markdown]
# **Correct:** take from `a` when `a[i] <= b[j]`, or from `b` only when `b[j] < a[i]`. The second
# form needs only `<`, like Python's own sort, so it works for elements that define nothing else.
# Stability is what lets you sort by the secondary key first and by the primary key afterwards.

# %% [markdown]
# ## Why it matters in ML engineering
#
# Merging is how you sort data that doesn't fit in memory (external sorting): sort pieces, write
# them to files, and merge the files. A merge needs one line of each file at a time. Databases sort
# this way when memory runs out, and so do the shuffles of Spark and MapReduce. A storage engine
# such as RocksDB merges its sorted files all day. Here's the whole algorithm; after it, we count
# bytes.

# %%
import filecmp
import tempfile
from contextlib import ExitStack
from itertools import islice
from pathlib import Path


def sort_file(source, target, most_lines):
    """Sort the numbers in ``source``, one a line, with ``most_lines`` of them in memory."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as files:
        runs = []
        with open(source) as lines:
            while piece := sorted(islice(lines, most_lines), key=int):
                path = Path(folder, f"{len(runs)}.txt")
                path.write_text("".join(piece))
                runs.append(files.enter_context(open(path)))
        with open(target, "w") as out:
            out.writelines(heapq.merge(*runs, key=int))
    return len(runs)

# %%
with tempfile.TemporaryDirectory() as folder:
    source, small, whole = (Path(folder, name) for name in ("source", "small", "whole"))
    rng = random.Random(107)
    source.write_text("".join(f"{rng.randrange(10**9)}\n" for _ in range(40_000)))
    for target, most_lines in ((whole, 40_000), (small, 1_000)):
        tracemalloc.start()
        runs = sort_file(source, target, most_lines)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"{most_lines:6,} lines in memory: {runs:2} runs, at most {peak:9,} bytes")
    print("the same result:", filecmp.cmp(small, whole, shallow=False))

# %% [markdown]
# Memory now depends on the size of a piece and on one buffer per open file, no longer on the size
# of the data. The same merge joins two sorted tables in one pass (a sort-merge join), combines
# several retrieval sources into one ranked list, and reads sorted training shards in order.

# %% [markdown]
# ## Thinking aloud
#
# An invented interview.
#
# > **Candidate**: Python lists or linked lists? … Lists first. May I change them? … Then I return a
# > new one. Repeats are kept, I suppose. And if elements are equal, does it matter whose comes
# > first?
# >
# > **Interviewer**: *Should it?*
# >
# > **Candidate**: With bare numbers, nobody can tell. With rows, it makes the merge stable, and it
# > costs nothing: on a tie I take from `a`.
# >
# > **Candidate**: I could write `sorted(a + b)`. It looks like N log N, but Python's sort finds the
# > two runs and merges them, so it's linear here. I'd use that at work. Do you want to see the
# > merge?
# >
# > **Interviewer**: *Please.*
# >
# > **Candidate**: Two pointers: an index into each list. While both are in range, I compare, take
# > the smaller element and move its index; I use `<=` so that `a` wins ties. After the loop one
# > list is used up. I append what's left of both; one of them is empty. That's at most n + m − 1
# > comparisons, because each one lets an element leave.
# >
# > **Interviewer**: *Why not pop from the front?*
# >
# > **Candidate**: Each pop shifts everything that's left. The merge would be quadratic, and it
# > would modify your lists.
# >
# > **Interviewer**: *Now they are linked lists.*
# >
# > **Candidate**: Then I copy nothing. I put a dummy in front and keep a tail. I link the smaller
# > node to the tail, move on in its list, and move the tail. At the end a single link attaches the
# > rest. That's O(1) memory, but your two lists are used up: afterwards `a` points somewhere into
# > the result. Recursion would be shorter, but it would exceed the recursion limit.
# >
# > **Interviewer**: *And a hundred lists?*
# >
# > **Candidate**: Merging one after another would move the first elements a hundred times. I'd keep
# > a heap of the hundred first elements: N log k. I put the number of the list into each entry, so
# > that the list decides ties and nothing after it in the entry is ever compared. And it can run
# > lazily, over files.

# %% [markdown]
# ## Recap
#
# - The smallest element is the first of one of the lists. Each comparison lets one element leave:
#   at most n + m − 1.
# - Loop while both have elements, then append what's left. On ties, take from `a`: `<=`.
# - `sorted(a + b)` is linear on two sorted lists, because Timsort merges runs. Merging with
#   `pop(0)` isn't.
# - Splicing changes links only: O(1) auxiliary memory, and the lists are used up. A dummy node
#   saves a special case.
# - A lazy merge reads at most k + 2 items for k results. With a heap of first elements, k lists
#   take O(N log k), and you can sort files that don't fit in memory.

# %% [markdown]
# ## Say it in 60 seconds
#
# > The smallest element overall is the first of one of the two lists. So I use two pointers: I take
# > the smaller element and move its pointer. I loop while both are in range, then append what's
# > left. On ties I take from the first list, which makes the merge stable. Each comparison places
# > one element, so it's linear: at most n plus m minus one comparisons, and the result as memory.
# > For linked lists I relink nodes behind a dummy; that takes constant extra memory and uses the
# > inputs up. In Python, `sorted` on the concatenated lists is linear too, because Timsort finds
# > the runs. Run lazily, the same step merges streams. With a heap of k first elements, it merges k
# > lists in N log k, which is how you sort a file larger than memory.
#
# Say it once, with a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Merge `b` into `a` in place; `a` has room for both.**
#
# <details>
# <summary>Answer</summary>
#
# Fill it from the back, as `merge_into` does above: the largest first, into the last free position.
# No position is overwritten before its element has left. O(n + m) time, O(1) memory.
#
# </details>
#
# **One list has a million elements, the other ten.**
#
# <details>
# <summary>Answer</summary>
#
# Then find the position of each of the ten by binary search, and copy what's between as slices: O(m
# log n) comparisons. If you don't know the lengths, gallop: try strides of 1, 2, 4, … from the
# pointer on, then do a binary search inside the last stride. That's never much worse than two
# pointers, and Timsort does it.
#
# ```python
# at = bisect_right(a, item, lo=at)       # elements of a that are not larger come before it
# ```
#
# </details>
#
# **Intersection, difference, union without repeats?**
#
# <details>
# <summary>Answer</summary>
#
# Use the same two pointers; only what you keep is different. For the intersection, move the pointer
# at the smaller element. On a tie, move both and keep the element.
#
# ```python
# while i < len(a) and j < len(b):
#     if a[i] == b[j]:
#         found.append(a[i])
#     i, j = i + (a[i] <= b[j]), j + (b[j] <= a[i])
# ```
#
# The right side is evaluated with the old `i` and `j`. With a key instead of the element, this is a
# sort-merge join.
#
# </details>
#
# **Merge k lists with heapq. What goes wrong with `(value, iterator)`?**
#
# <details>
# <summary>Answer</summary>
#
# When values are equal, Python compares the iterators, and that raises TypeError. With
# `(value, rest_of_list)` it compares what comes later, so ties silently go to the wrong list. The
# number of the list, put between the two, decides every tie:
#
# ```python
# heapq.heappush(heap, (value, number, iterator))
# ```
#
# `heapq.merge(*lists)` does this for you, lazily.
#
# </details>
#
# **Heap or rounds of pairs, for k lists?**
#
# <details>
# <summary>Answer</summary>
#
# Rounds of pairs make at most N log2 k comparisons. A heap of tuples makes two to three times as
# many: tuples are compared with `==` before `<`, and a heap compares on the way down and on the way
# up. Still, the heap holds only k elements and returns the first result at once, so use it for
# streams. Rounds of pairs touch memory in order and run in parallel, but need all lists at once. A
# tournament tree has both advantages: it's lazy, and replays only the winner's path, log2 k
# matches.
#
# </details>
#
# **Can two processors merge one pair of lists?**
#
# <details>
# <summary>Answer</summary>
#
# Yes. You can find the middle of the result by binary search: look for the position `i` in `a` and
# `N/2 - i` in `b` such that nothing before is larger than anything after. That takes O(log n)
# steps. Then each processor merges its half. On a GPU, the same cut is made for thousands of
# threads (merge path).
#
# </details>
#
# **The lists are sorted in descending order.**
#
# <details>
# <summary>Answer</summary>
#
# Reverse the comparison: take from `a` when `a[i] >= b[j]`. Don't reverse the lists, merge and
# reverse again: that swaps equal elements unless you also swap `a` and `b`. With the library, use
# `heapq.merge(a, b, reverse=True)`.
#
# </details>
#
# **What if there is a NaN among the floats?**
#
# <details>
# <summary>Answer</summary>
#
# Then the list isn't sorted in any order. Once you reach the NaN in `a`, `a[i] <= b[j]` is always
# False: the rest of `b` leaves first, then the NaN. Nothing raises an exception. Decide beforehand:
# reject it, or sort with a key that puts NaN last, such as `key=lambda x: (x != x, x)`.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
