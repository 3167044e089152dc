# %% right="deep copies in and out"
from copy import deepcopy

def run_flow(steps, functions, store):
    order = execution_order(steps)
    ran = []
    for name in order:
        if name not in store:
            inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
            store[name] = deepcopy(functions[name](inputs))
            ran.append(name)
    return ran

# %% right="pickle as a copy"
import pickle

def run_flow(steps, functions, store):
    def copied(artefacts):
        return pickle.loads(pickle.dumps(artefacts))

    order = execution_order(steps)
    todo = [name for name in order if name not in store]
    for name in todo:
        before = [other for other in order if name in steps[other]]
        store[name] = copied(functions[name]([copied(store[other]) for other in before]))
    return todo

# %% right="a store of bytes, opened for each reader"
import pickle

class Frozen:
    def __init__(self, store):
        self.bytes = {name: pickle.dumps(artefacts) for name, artefacts in store.items()}

    def __contains__(self, name):
        return name in self.bytes

    def put(self, name, artefacts):
        self.bytes[name] = pickle.dumps(artefacts)

    def get(self, name):
        return pickle.loads(self.bytes[name])

def run_flow(steps, functions, store):
    order = execution_order(steps)
    frozen = Frozen(store)
    ran = []
    try:
        for name in order:
            if name in frozen:
                continue
            inputs = []
            for other in order:
                if name in steps[other]:
                    inputs.append(frozen.get(other))
            frozen.put(name, functions[name](inputs))
            ran.append(name)
    finally:
        for name in ran:
            store[name] = frozen.get(name)
    return ran

# %% right="predecessors collected once, no helper of the lesson"
import copy
import heapq

def run_flow(steps, functions, store):
    before = {name: [] for name in steps}
    for name, successors in steps.items():
        if len(set(successors)) != len(successors) or set(successors) - set(steps):
            raise ValueError(name)
        for after in successors:
            before[after].append(name)
    left = {name: len(names) for name, names in before.items()}
    heap = [name for name in steps if left[name] == 0]
    if len(heap) != 1:
        raise ValueError("starts")
    place = {}
    while heap:
        name = heapq.heappop(heap)
        place[name] = len(place)
        for after in steps[name]:
            left[after] -= 1
            if left[after] == 0:
                heapq.heappush(heap, after)
    if len(place) < len(steps):
        raise ValueError("a cycle")
    ran = []
    for name in sorted(place, key=place.get):
        if name in store:
            continue
        names = sorted(before[name], key=place.get)
        result = functions[name](copy.deepcopy([store[other] for other in names]))
        store[name] = copy.deepcopy(result)
        ran.append(name)
    return ran

# %% right="recursion over what is left"
from copy import deepcopy

def run_flow(steps, functions, store):
    order = execution_order(steps)

    def rest(names):
        if not names:
            return []
        first, *others = names
        if first in store:
            return rest(others)
        inputs = [store[other] for other in order if first in steps[other]]
        store[first] = deepcopy(functions[first](deepcopy(inputs)))
        return [first, *rest(others)]

    return rest(order)

# %% right="a generator that runs one step at a time"
from copy import deepcopy

def finished(steps, functions, store):
    inputs_of = {name: [] for name in steps}
    for name in execution_order(steps):
        if name not in store:
            given = [deepcopy(store[other]) for other in inputs_of[name]]
            artefacts = functions[name](given)
            store.update({name: deepcopy(artefacts)})
            yield name
        for after in steps[name]:
            inputs_of[after].append(name)

def run_flow(steps, functions, store):
    return list(finished(steps, functions, store))

# %% wrong="every step runs again" caught_by="resume: what is stored is not run, even with a gap in front of it" of="deep copies in and out"
#-         if name not in store:
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#-             store[name] = deepcopy(functions[name](inputs))
#-             ran.append(name)
#+         inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+         store[name] = deepcopy(functions[name](inputs))
#+         ran.append(name)

# %% wrong="stops at the first stored step" caught_by="resume: what is stored is not run, even with a gap in front of it" of="deep copies in and out"
#-         if name not in store:
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#-             store[name] = deepcopy(functions[name](inputs))
#-             ran.append(name)
#+         if name in store:
#+             break
#+         inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+         store[name] = deepcopy(functions[name](inputs))
#+         ran.append(name)

# %% wrong="after a gap everything runs again" caught_by="resume: what is stored is not run, even with a gap in front of it" of="deep copies in and out"
#-         if name not in store:
#+         if ran or name not in store:

# %% wrong="an empty artefact counts as missing" caught_by="resume: what is stored is not run, even with a gap in front of it" of="deep copies in and out"
#-         if name not in store:
#+         if not store.get(name):

# %% wrong="inputs are the stored objects themselves" caught_by="artefacts are isolated" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+             inputs = [store[other] for other in order if name in steps[other]]

# %% wrong="a shallow copy: lists inside are shared" caught_by="artefacts are isolated" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#-             store[name] = deepcopy(functions[name](inputs))
#+             inputs = [dict(store[other]) for other in order if name in steps[other]]
#+             store[name] = dict(functions[name](inputs))

# %% wrong="the result is stored without a copy" caught_by="artefacts are isolated" of="deep copies in and out"
#-             store[name] = deepcopy(functions[name](inputs))
#+             store[name] = functions[name](inputs)

# %% wrong="the result is stored as a shallow copy" caught_by="artefacts are isolated" of="deep copies in and out"
#-             store[name] = deepcopy(functions[name](inputs))
#+             store[name] = functions[name](inputs).copy()

# %% wrong="branches share one copy" caught_by="artefacts are isolated" of="deep copies in and out"
#-     ran = []
#+     ran, copies = [], {}
#
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+             for other in order:
#+                 if name in steps[other] and other not in copies:
#+                     copies[other] = deepcopy(store[other])
#+             inputs = [copies[other] for other in order if name in steps[other]]

# %% wrong="a copy by JSON" caught_by="each step once, in order" of="deep copies in and out"
#- from copy import deepcopy
#+ import json
#+
#+ def deepcopy(artefacts):
#+     return json.loads(json.dumps(artefacts))

# %% wrong="the last step's artefacts, not those of the predecessors" caught_by="each step once, in order" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+             inputs = [deepcopy(store[order[order.index(name) - 1]])] if name != order[0] else []

# %% wrong="the artefacts of all steps before it" caught_by="each step once, in order" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+             inputs = [deepcopy(store[other]) for other in order[: order.index(name)]]

# %% wrong="inputs of a join in order of the text" caught_by="each step once, in order" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+             inputs = [deepcopy(store[other]) for other in steps if name in steps[other]]

# %% wrong="inputs of a join sorted by name" caught_by="each step once, in order" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+             inputs = [deepcopy(store[other]) for other in sorted(steps) if name in steps[other]]

# %% wrong="only one input at a join" caught_by="each step once, in order" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#+             inputs = [deepcopy(store[other]) for other in order if name in steps[other]][:1]

# %% wrong="a failure is swallowed and the flow stops" caught_by="a failure keeps what finished" of="deep copies in and out"
#-             store[name] = deepcopy(functions[name](inputs))
#+             try:
#+                 store[name] = deepcopy(functions[name](inputs))
#+             except Exception:
#+                 break

# %% wrong="a failing step is skipped, the others run" caught_by="a failure keeps what finished" of="deep copies in and out"
#-             inputs = [deepcopy(store[other]) for other in order if name in steps[other]]
#-             store[name] = deepcopy(functions[name](inputs))
#+             found = [other for other in order if name in steps[other] and other in store]
#+             inputs = [deepcopy(store[other]) for other in found]
#+             try:
#+                 store[name] = deepcopy(functions[name](inputs))
#+             except Exception:
#+                 continue

# %% wrong="a failing step is stored as None" caught_by="a failure keeps what finished" of="deep copies in and out"
#-             store[name] = deepcopy(functions[name](inputs))
#+             store[name] = {}
#+             store[name] = deepcopy(functions[name](inputs))

# %% wrong="a failure comes as another exception" caught_by="a failure keeps what finished" of="deep copies in and out"
#-             store[name] = deepcopy(functions[name](inputs))
#+             try:
#+                 store[name] = deepcopy(functions[name](inputs))
#+             except Exception as error:
#+                 raise RuntimeError(f"step {name} failed") from error

# %% wrong="a failure comes as another exception of its class" caught_by="a failure keeps what finished" of="deep copies in and out"
#-             store[name] = deepcopy(functions[name](inputs))
#+             try:
#+                 store[name] = deepcopy(functions[name](inputs))
#+             except Exception as error:
#+                 raise type(error)(f"step {name} failed") from error

# %% wrong="a failing flow stores nothing" caught_by="a failure keeps what finished" of="deep copies in and out"
#-     ran = []
#+     whole, store = store, dict(store)
#+     ran = []
#
#-             ran.append(name)
#-     return ran
#+             ran.append(name)
#+     whole.update(store)
#+     return ran

# %% wrong="works on a copy of the store" caught_by="each step once, in order" of="deep copies in and out"
#-     ran = []
#+     store = deepcopy(store)
#+     ran = []

# %% wrong="returns all steps" caught_by="resume: what is stored is not run, even with a gap in front of it" of="deep copies in and out"
#-     return ran
#+     return order

# %% wrong="returns the store" caught_by="each step once, in order" of="deep copies in and out"
#-     return ran
#+     return store

# %% wrong="runs in the order of the text" caught_by="each step once, in order" of="deep copies in and out"
#-     order = execution_order(steps)
#+     execution_order(steps)
#+     order = list(steps)

# %% wrong="a broken graph runs until it breaks" caught_by="each step once, in order"
from copy import deepcopy

def run_flow(steps, functions, store):
    ran, after = [], [other for successors in steps.values() for other in successors]
    ready = [name for name in steps if name not in after]
    while ready:
        name = min(ready)
        ready.remove(name)
        if name not in store:
            inputs = [deepcopy(store[other]) for other in [*store] if name in steps.get(other, ())]
            store[name] = deepcopy(functions[name](inputs))
            ran.append(name)
        ready += [other for other in steps[name] if other not in ready and other not in store
                  and all(b in store for b in steps if other in steps[b])]
    if len(store) < len(steps):
        raise ValueError("a cycle")
    return ran

# %% wrong="the start gets None" caught_by="each step once, in order" of="deep copies in and out"
#-             store[name] = deepcopy(functions[name](inputs))
#+             store[name] = deepcopy(functions[name](inputs or [{}]))
