# %% right="depth first with a list"
def dependants(graph, model):
    found = set()
    waiting = [model]
    while waiting:
        name = waiting.pop()
        for reader in graph.get(name, []):
            if reader not in found:
                found.add(reader)
                waiting.append(reader)
    found.discard(model)
    return sorted(found)

# %% right="breadth first"
from collections import deque


def dependants(graph, model):
    seen, queue = {model}, deque([model])
    while queue:
        for reader in graph.get(queue.popleft(), ()):
            if reader not in seen:
                seen.add(reader)
                queue.append(reader)
    return sorted(seen - {model})

# %% right="recursion with a set"
def dependants(graph, model):
    found = set()

    def visit(name):
        for reader in graph.get(name, []):
            if reader != model and reader not in found:
                found.add(reader)
                visit(reader)

    visit(model)
    return sorted(found)

# %% right="rounds until nothing changes"
def dependants(graph, model):
    found = set(graph.get(model, []))
    size = -1
    while size != len(found):
        size = len(found)
        for name in list(found):
            found.update(graph.get(name, []))
    return sorted(name for name in found if name != model)

# %% right="backwards from each name"
def dependants(graph, model):
    names = set(graph) | {reader for readers in graph.values() for reader in readers}
    reach = {model}
    for _ in names:
        more = {name for name in names if any(name in graph.get(each, []) for each in reach)}
        if more <= reach:
            break
        reach |= more
    return sorted(reach - {model})

# %% right="a matrix in NumPy"
import numpy as np


def dependants(graph, model):
    names = sorted({model, *graph, *(r for readers in graph.values() for r in readers)})
    at = {name: number for number, name in enumerate(names)}
    reads = np.zeros((len(names), len(names)), bool)
    for name, readers in graph.items():
        for reader in readers:
            reads[at[name], at[reader]] = True
    row = reads[at[model]].copy()
    while True:
        more = row | reads[row].any(axis=0)
        if (more == row).all():
            break
        row = more
    row[at[model]] = False
    return [name for name in names if row[at[name]]]

# %% right="levels"
def dependants(graph, model):
    level, found = {model}, set()
    while level:
        level = {reader for name in level for reader in graph.get(name, [])} - found - {model}
        found |= level
    return sorted(found)

# %% wrong="direct readers only" caught_by="indirect" of="depth first with a list"
#-                 waiting.append(reader)
#+                 pass

# %% wrong="two levels only" caught_by="indirect" of="depth first with a list"
#-     found = set()
#-     waiting = [model]
#+     found = set(graph.get(model, []))
#+     waiting = list(found)
#
#-             if reader not in found:
#+             if True:
#
#-                 waiting.append(reader)
#+                 pass

# %% wrong="what it reads, not who reads it" caught_by="indirect" of="depth first with a list"
#-         for reader in graph.get(name, []):
#+         for reader in (n for n, readers in graph.items() if name in readers):

# %% wrong="everything in the graph" caught_by="indirect" of="depth first with a list"
#-     return sorted(found)
#+     return sorted({n for readers in graph.values() for n in readers} - {model})

# %% wrong="leaves only" caught_by="indirect" of="depth first with a list"
#-     return sorted(found)
#+     return sorted(n for n in found if not graph.get(n))

# %% wrong="only those that have readers" caught_by="indirect" of="depth first with a list"
#-     return sorted(found)
#+     return sorted(n for n in found if n in graph)

# %% wrong="the number of readers" caught_by="indirect" of="depth first with a list"
#-     return sorted(found)
#+     return len(found)

# %% wrong="KeyError for a leaf" caught_by="indirect" of="depth first with a list"
#-         for reader in graph.get(name, []):
#+         for reader in graph[name]:

# %% wrong="the last of several readers" caught_by="indirect" of="depth first with a list"
#-         for reader in graph.get(name, []):
#+         for reader in graph.get(name, [])[-1:]:

# %% wrong="the first of several readers" caught_by="indirect" of="depth first with a list"
#-         for reader in graph.get(name, []):
#+         for reader in graph.get(name, [])[:1]:

# %% wrong="a set" caught_by="cycles and order" of="depth first with a list"
#-     return sorted(found)
#+     return found

# %% wrong="the model itself, always" caught_by="cycles and order" of="depth first with a list"
#-     found.discard(model)
#+     found.add(model)

# %% wrong="the model itself when it reads itself" caught_by="cycles and order" of="depth first with a list"
#-     found.discard(model)
#+     pass

# %% wrong="infinite on a cycle" caught_by="cycles and order" of="depth first with a list"
#-             if reader not in found:
#+             if True:

# %% wrong="in the order found" caught_by="cycles and order" of="depth first with a list"
#-     found = set()
#+     found = {}
#
#-                 found.add(reader)
#+                 found[reader] = None
#
#-     found.discard(model)
#+     found.pop(model, None)
#
#-     return sorted(found)
#+     return list(found)

# %% wrong="backwards" caught_by="cycles and order" of="depth first with a list"
#-     return sorted(found)
#+     return sorted(found, reverse=True)

# %% wrong="a reader twice" caught_by="cycles and order" of="depth first with a list"
#-     found = set()
#+     found = []
#
#-             if reader not in found:
#+             if reader not in found or graph.get(name, []).count(reader) > 1 and found.count(reader) < 2:
#
#-                 found.add(reader)
#+                 found.append(reader)
#
#-     found.discard(model)
#+     found = [n for n in found if n != model]

# %% wrong="cycles raise an error" caught_by="cycles and order" of="depth first with a list"
#-             if reader not in found:
#+             if reader == model:
#+                 raise ValueError("a cycle")
#+             if reader not in found:

# %% wrong="an unknown model is an error" caught_by="cycles and order" of="depth first with a list"
#-     found = set()
#+     if model not in graph:
#+         raise KeyError(model)
#+     found = set()

# %% wrong="None for no readers" caught_by="cycles and order" of="depth first with a list"
#-     return sorted(found)
#+     return sorted(found) or None

# %% wrong="takes the readers out of the graph" caught_by="indirect" of="depth first with a list"
#-         for reader in graph.get(name, []):
#+         for reader in graph.pop(name, []):

# %% wrong="sorted by length first" caught_by="cycles and order" of="depth first with a list"
#-     return sorted(found)
#+     return sorted(found, key=lambda n: (-ord(n[0]), n))

# %% wrong="walks every path" caught_by="many paths"
def dependants(graph, model):
    def visit(name, path):
        found = set()
        for reader in graph.get(name, []):
            if reader not in path:
                found |= {reader} | visit(reader, path | {reader})
        return found

    return sorted(visit(model, {model}) - {model})

# %% wrong="at most fifty rounds" caught_by="many paths"
def dependants(graph, model):
    found = set(graph.get(model, []))
    for _ in range(50):
        found |= {reader for name in found for reader in graph.get(name, [])}
    return sorted(found - {model})
