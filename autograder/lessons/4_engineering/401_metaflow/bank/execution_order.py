# %% right="counts what is missing, takes from a heap"
import heapq

def execution_order(steps):
    missing = dict.fromkeys(steps, 0)
    for successors in steps.values():
        if len(set(successors)) < len(successors):
            raise ValueError("a successor occurs twice")
        for after in successors:
            if after not in missing:
                raise ValueError(f"unknown step {after}")
            missing[after] += 1
    ready = [name for name, count in missing.items() if count == 0]
    if len(ready) != 1:
        raise ValueError("exactly one step has no predecessor")
    order = []
    while ready:
        name = heapq.heappop(ready)
        order.append(name)
        for after in steps[name]:
            missing[after] -= 1
            if missing[after] == 0:
                heapq.heappush(ready, after)
    if len(order) < len(steps):
        raise ValueError("a cycle")
    return order

# %% right="graphlib and a heap"
import heapq
from graphlib import TopologicalSorter

def execution_order(steps):
    for successors in steps.values():
        if not set(successors) <= steps.keys() or len(successors) != len(set(successors)):
            raise ValueError(successors)
    predecessors = {name: [] for name in steps}
    for name, successors in steps.items():
        for after in successors:
            predecessors[after].append(name)
    if list(predecessors.values()).count([]) != 1:
        raise ValueError("starts")
    sorter = TopologicalSorter(predecessors)
    sorter.prepare()
    heap, order = list(sorter.get_ready()), []
    while sorter.is_active():
        name = heapq.heappop(heap)
        order.append(name)
        sorter.done(name)
        for after in sorter.get_ready():
            heapq.heappush(heap, after)
    return order

# %% right="a sorted list and bisect"
from bisect import insort
from collections import Counter

def execution_order(steps: dict[str, list[str]]) -> list[str]:
    arrows = [(a, b) for a, after in steps.items() for b in after]
    if len(arrows) != len(set(arrows)) or any(b not in steps for _, b in arrows):
        raise ValueError("arrows")
    left = Counter(b for _, b in arrows)
    ready = [name for name in steps if not left[name]]
    if len(ready) != 1:
        raise ValueError("starts")
    order = []
    while ready:
        order.append(ready.pop(0))
        for b in steps[order[-1]]:
            left[b] -= 1
            if not left[b]:
                insort(ready, b)
    if any(left.values()):
        raise ValueError("cycle")
    return order

# %% right="recursion: one step, then the rest"
import heapq

def execution_order(steps):
    if not all(after in steps for successors in steps.values() for after in successors):
        raise ValueError("unknown")
    if any(len({*successors}) != len(successors) for successors in steps.values()):
        raise ValueError("twice")
    waits_for = {name: set() for name in steps}
    for name, successors in steps.items():
        for after in successors:
            waits_for[after].add(name)
    ready = [name for name, names in waits_for.items() if not names]
    if len(ready) != 1:
        raise ValueError("one start is needed")
    order = []

    def go_on():
        if not ready:
            return
        name = heapq.heappop(ready)
        order.append(name)
        for after in steps[name]:
            waits_for[after].discard(name)
            if not waits_for[after]:
                heapq.heappush(ready, after)
        go_on()

    go_on()
    if len(order) != len(steps):
        raise ValueError("cycle")
    return order

# %% right="a queue object"
from queue import PriorityQueue

class Scheduler:
    def __init__(self, steps):
        self.steps = steps
        self.indegree = {}
        self.queue = PriorityQueue()
        for name in steps:
            self.indegree.setdefault(name, 0)
            seen = set()
            for after in steps[name]:
                if after in seen or after not in steps:
                    raise ValueError(f"bad successor {after!r} of {name!r}")
                seen.add(after)
                self.indegree[after] = self.indegree.get(after, 0) + 1

    def run(self):
        starts = [name for name, degree in self.indegree.items() if degree == 0]
        if len(starts) != 1:
            raise ValueError(f"{len(starts)} starts")
        self.queue.put(starts[0])
        while not self.queue.empty():
            name = self.queue.get()
            yield name
            for after in self.steps[name]:
                self.indegree[after] -= 1
                if self.indegree[after] == 0:
                    self.queue.put(after)

def execution_order(steps):
    order = list(Scheduler(steps).run())
    if len(order) != len(steps):
        raise ValueError("a cycle")
    return order

# %% right="finds the cycle first, with colours"
import heapq

def execution_order(steps):
    incoming = {name: 0 for name in steps}
    for name in steps:
        for position, after in enumerate(sorted(steps[name])):
            if after not in incoming or position and sorted(steps[name])[position - 1] == after:
                raise ValueError("not a valid arrow")
            incoming[after] += 1
    starts = [name for name in incoming if incoming[name] == 0]
    if len(starts) != 1:
        raise ValueError("starts")
    colour = {}
    stack = [(starts[0], iter(steps[starts[0]]))]
    colour[starts[0]] = "grey"
    while stack:
        name, rest = stack[-1]
        after = next(rest, None)
        if after is None:
            colour[name] = "black"
            stack.pop()
        elif colour.get(after) == "grey":
            raise ValueError("a cycle")
        elif after not in colour:
            colour[after] = "grey"
            stack.append((after, iter(steps[after])))
    if len(colour) < len(steps):
        raise ValueError("steps that nobody reaches")
    heap, order = starts, []
    while heap:
        order.append(heapq.heappop(heap))
        for after in steps[order[-1]]:
            incoming[after] -= 1
            if not incoming[after]:
                heapq.heappush(heap, after)
    return order

# %% wrong="depth first: a join before its other branch" caught_by="order, joins wait"
def execution_order(steps):
    after_all = [after for successors in steps.values() for after in successors]
    starts = [name for name in steps if name not in after_all]
    if len(starts) != 1 or set(after_all) - set(steps):
        raise ValueError("not a graph")
    order = []
    def visit(name):
        if name not in order:
            order.append(name)
            for after in sorted(steps[name]):
                visit(after)
    visit(starts[0])
    return order

# %% wrong="breadth first, ties in order of the text" caught_by="order, joins wait" of="counts what is missing, takes from a heap"
#-         name = heapq.heappop(ready)
#+         name = ready.pop(0)
#
#-                 heapq.heappush(ready, after)
#+                 ready.append(after)

# %% wrong="level by level" caught_by="order, joins wait" of="counts what is missing, takes from a heap"
#-     while ready:
#-         name = heapq.heappop(ready)
#-         order.append(name)
#-         for after in steps[name]:
#-             missing[after] -= 1
#-             if missing[after] == 0:
#-                 heapq.heappush(ready, after)
#+     while ready:
#+         level, ready = sorted(ready), []
#+         order += level
#+         for name in level:
#+             for after in steps[name]:
#+                 missing[after] -= 1
#+                 if missing[after] == 0:
#+                     ready.append(after)

# %% wrong="the largest name first" caught_by="order, joins wait" of="counts what is missing, takes from a heap"
#-         name = heapq.heappop(ready)
#+         name = max(ready)
#+         ready.remove(name)

# %% wrong="a stack of ready steps" caught_by="order, joins wait" of="counts what is missing, takes from a heap"
#-         name = heapq.heappop(ready)
#+         name = ready.pop()
#
#-         for after in steps[name]:
#+         for after in sorted(steps[name], reverse=True):
#
#-                 heapq.heappush(ready, after)
#+                 ready.append(after)

# %% wrong="runs a join once per branch" caught_by="order, joins wait" of="counts what is missing, takes from a heap"
#-             missing[after] -= 1
#-             if missing[after] == 0:
#-                 heapq.heappush(ready, after)
#+             heapq.heappush(ready, after)
#+         if len(order) > len(steps) ** 2:
#+             raise ValueError("a cycle")

# %% wrong="a cycle is cut off silently" caught_by="cycles, unknown steps, starts" of="counts what is missing, takes from a heap"
#-     if len(order) < len(steps):
#-         raise ValueError("a cycle")
#-     return order
#+     return order

# %% wrong="an unknown step is made" caught_by="cycles, unknown steps, starts" of="counts what is missing, takes from a heap"
#-     missing = dict.fromkeys(steps, 0)
#+     steps = {**{after: [] for successors in steps.values() for after in successors}, **steps}
#+     missing = dict.fromkeys(steps, 0)

# %% wrong="two starts" caught_by="cycles, unknown steps, starts" of="counts what is missing, takes from a heap"
#-     if len(ready) != 1:
#+     heapq.heapify(ready)
#+     if not ready:

# %% wrong="the start must be called start" caught_by="order, joins wait" of="counts what is missing, takes from a heap"
#-     if len(ready) != 1:
#+     if ready != ["start"]:

# %% wrong="the same arrow twice counts twice" caught_by="cycles, unknown steps, starts" of="counts what is missing, takes from a heap"
#-         if len(set(successors)) < len(successors):
#-             raise ValueError("a successor occurs twice")
#-         for after in successors:
#+         for after in successors:

# %% wrong="no steps: []" caught_by="cycles, unknown steps, starts" of="counts what is missing, takes from a heap"
#-     missing = dict.fromkeys(steps, 0)
#+     if not steps:
#+         return []
#+     missing = dict.fromkeys(steps, 0)

# %% wrong="sorted names" caught_by="order, joins wait"
def execution_order(steps):
    return sorted(steps)

# %% wrong="takes the arrows for what comes before" caught_by="order, joins wait"
import heapq
from graphlib import TopologicalSorter

def execution_order(steps):
    sorter = TopologicalSorter(steps)
    sorter.prepare()
    heap, order = list(sorter.get_ready()), []
    while sorter.is_active():
        name = heapq.heappop(heap)
        order.append(name)
        sorter.done(name)
        for after in sorter.get_ready():
            heapq.heappush(heap, after)
    return order

# %% wrong="KeyError for an unknown step" caught_by="cycles, unknown steps, starts" of="counts what is missing, takes from a heap"
#-             if after not in missing:
#-                 raise ValueError(f"unknown step {after}")
#-             missing[after] += 1
#+             missing[after] += 1

# %% wrong="static_order of the library: ties are open" caught_by="order, joins wait"
from graphlib import TopologicalSorter

def execution_order(steps):
    before = {name: [] for name in steps}
    for name, successors in steps.items():
        for after in successors:
            before[after].append(name)
    return list(TopologicalSorter(before).static_order())

# %% wrong="a cycle that the start doesn't reach is left out" caught_by="cycles, unknown steps, starts" of="counts what is missing, takes from a heap"
#-     if len(order) < len(steps):
#-         raise ValueError("a cycle")
#-     return order
#+     if any(count for name, count in missing.items() if name in steps[order[0]]):
#+         raise ValueError("a cycle")
#+     return order

# %% wrong="sorts the successors in place" caught_by="order, joins wait" of="counts what is missing, takes from a heap"
#-         for after in steps[name]:
#+         steps[name].sort()
#+         for after in steps[name]:

# %% wrong="scans all steps for each step" caught_by="linear work in steps + arrows"
def execution_order(steps):
    after_all = [after for successors in steps.values() for after in successors]
    if set(after_all) - set(steps) or len(set(steps) - set(after_all)) != 1:
        raise ValueError("unknown, or starts")
    if any(len(set(successors)) < len(successors) for successors in steps.values()):
        raise ValueError("twice")
    before = {name: set() for name in steps}
    for name, successors in steps.items():
        for after in successors:
            before[after].add(name)
    order, done = [], set()
    while len(order) < len(steps):
        ready = []
        for name in steps:
            if name not in done and before[name] <= done:
                ready.append(name)
        if not ready:
            raise ValueError("a cycle")
        order.append(min(ready))
        done.add(order[-1])
    return order

# %% wrong="looks for the smallest ready step by hand" caught_by="linear work in steps + arrows" of="counts what is missing, takes from a heap"
#-         name = heapq.heappop(ready)
#+         best = 0
#+         for at in range(len(ready)):
#+             if ready[at] < ready[best]:
#+                 best = at
#+         name = ready.pop(best)
#
#-                 heapq.heappush(ready, after)
#+                 ready.append(after)

# %% wrong="asks a join about all its branches again and again" caught_by="linear work in steps + arrows" of="counts what is missing, takes from a heap"
#-     order = []
#-     while ready:
#+     before = {name: [] for name in steps}
#+     for name, successors in steps.items():
#+         for after in successors:
#+             before[after].append(name)
#+     order, done = [], set()
#+     while ready:
#
#-         for after in steps[name]:
#-             missing[after] -= 1
#-             if missing[after] == 0:
#-                 heapq.heappush(ready, after)
#+         done.add(name)
#+         for after in steps[name]:
#+             finished = 0
#+             for other in before[after]:
#+                 finished += other in done
#+             if finished == len(before[after]):
#+                 heapq.heappush(ready, after)
