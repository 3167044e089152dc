# %% right="one pass in execution order"
def to_rerun(steps, done, changed):
    order = execution_order(steps)
    if (done | changed) - set(steps):
        raise ValueError("an unknown step")
    stale = (set(steps) - done) | changed
    rerun = []
    for name in order:
        if name in stale:
            rerun.append(name)
            stale.update(steps[name])
    return rerun

# %% right="a search from each cause"
from collections import deque

def to_rerun(steps, done, changed):
    order = execution_order(steps)
    for name in [*done, *changed]:
        if name not in steps:
            raise ValueError(name)
    queue = deque(name for name in steps if name not in done or name in changed)
    seen = set(queue)
    while queue:
        for after in steps[queue.popleft()]:
            if after not in seen:
                seen.add(after)
                queue.append(after)
    return [name for name in order if name in seen]

# %% right="recursion with memo over predecessors"
from functools import cache

def to_rerun(steps, done, changed):
    before = {name: [] for name in steps}
    order = execution_order(steps)
    if not done.issubset(steps) or not changed.issubset(steps):
        raise ValueError("unknown")
    for name in order:
        for after in steps[name]:
            before[after].append(name)

    @cache
    def stale(name):
        return name not in done or name in changed or any(map(stale, before[name]))

    return list(filter(stale, order))

# %% right="until nothing changes"
def to_rerun(steps: dict, done: set, changed: set) -> list:
    order = execution_order(steps)
    if any(name not in order for name in done.union(changed)):
        raise ValueError("unknown step")
    dirty = set(changed) | {name for name in steps if name not in done}
    size = -1
    while size != len(dirty):
        size = len(dirty)
        dirty |= {after for name in dirty for after in steps[name]}
    return sorted(dirty, key=order.index)

# %% right="bits and a matrix of reachability"
def to_rerun(steps, done, changed):
    order = execution_order(steps)
    place = {name: at for at, name in enumerate(order)}
    reach = [0] * len(order)
    for name in reversed(order):
        bits = 1 << place[name]
        for after in steps[name]:
            bits |= reach[place[after]]
        reach[place[name]] = bits
    dirty = 0
    try:
        causes = [place[name] for name in changed]
        finished = {place[name] for name in done}
    except KeyError as error:
        raise ValueError("unknown step") from error
    for at in range(len(order)):
        if at in causes or at not in finished:
            dirty |= reach[at]
    return [name for at, name in enumerate(order) if dirty >> at & 1]

# %% right="keys that inherit from the keys of what comes before"
def to_rerun(steps, done, changed):
    order = execution_order(steps)
    if not (done | changed) <= steps.keys():
        raise ValueError("names")
    fresh = {}
    for name in order:
        inputs = [fresh[other] for other in fresh if name in steps[other]]
        fresh[name] = all(inputs) and name in done and name not in changed
    return [name for name, is_fresh in fresh.items() if not is_fresh]

# %% wrong="only what is not done (resume without looking at the code)" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     stale = (set(steps) - done) | changed
#+     stale = set(steps) - done

# %% wrong="what follows a changed step is kept" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-             rerun.append(name)
#-             stale.update(steps[name])
#+             rerun.append(name)

# %% wrong="direct successors only" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     rerun = []
#-     for name in order:
#-         if name in stale:
#-             rerun.append(name)
#-             stale.update(steps[name])
#-     return rerun
#+     stale |= {after for name in stale for after in steps[name]}
#+     return [name for name in order if name in stale]

# %% wrong="everything after the first gap in the order" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     rerun = []
#-     for name in order:
#-         if name in stale:
#-             rerun.append(name)
#-             stale.update(steps[name])
#-     return rerun
#+     first = min((order.index(name) for name in stale), default=len(order))
#+     return order[first:]

# %% wrong="everything" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     stale = (set(steps) - done) | changed
#+     stale = set(steps)

# %% wrong="all predecessors must rerun" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     rerun = []
#-     for name in order:
#-         if name in stale:
#-             rerun.append(name)
#-             stale.update(steps[name])
#-     return rerun
#+     rerun = []
#+     for name in order:
#+         before = [other for other in steps if name in steps[other]]
#+         if name in stale or before and all(other in rerun for other in before):
#+             rerun.append(name)
#+     return rerun

# %% wrong="the changed step itself is kept" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     stale = (set(steps) - done) | changed
#+     stale = (set(steps) - done) | {after for name in changed for after in steps[name]}

# %% wrong="what comes before reruns too" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     rerun = []
#-     for name in order:
#-         if name in stale:
#-             rerun.append(name)
#-             stale.update(steps[name])
#-     return rerun
#+     for name in reversed(order):
#+         if any(after in stale for after in steps[name]):
#+             stale.add(name)
#+     return [name for name in order if name in stale]

# %% wrong="done after a gap is trusted" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     stale = (set(steps) - done) | changed
#-     rerun = []
#-     for name in order:
#-         if name in stale:
#-             rerun.append(name)
#-             stale.update(steps[name])
#-     return rerun
#+     stale = set(changed)
#+     for name in order:
#+         if name in stale:
#+             stale.update(steps[name])
#+     return [name for name in order if name in stale or name not in done]

# %% wrong="a change of a step that isn't done is ignored" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     stale = (set(steps) - done) | changed
#+     stale = changed & done or set(steps) - done

# %% wrong="walks every path" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     rerun = []
#-     for name in order:
#-         if name in stale:
#-             rerun.append(name)
#-             stale.update(steps[name])
#-     return rerun
#+     rerun = set()
#+     def walk(name):
#+         rerun.add(name)
#+         for after in steps[name]:
#+             walk(after)
#+     for name in stale:
#+         walk(name)
#+     return [name for name in order if name in rerun]

# %% wrong="adds the changes to the caller's set" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     stale = (set(steps) - done) | changed
#+     changed |= set(steps) - done
#+     stale = changed

# %% wrong="sorted by name" caught_by="in execution order, and errors" of="one pass in execution order"
#-     return rerun
#+     return sorted(rerun)

# %% wrong="in the order of the text" caught_by="in execution order, and errors" of="one pass in execution order"
#-     return rerun
#+     return [name for name in steps if name in rerun]

# %% wrong="in the order found" caught_by="in execution order, and errors"
def to_rerun(steps, done, changed):
    order = execution_order(steps)
    if (done | changed) - set(steps):
        raise ValueError("an unknown step")
    found = [name for name in order if name not in done or name in changed]
    for name in found:
        found += [after for after in steps[name] if after not in found]
    return found

# %% wrong="a set" caught_by="downstream of a change, or of a gap" of="one pass in execution order"
#-     return rerun
#+     return set(rerun)

# %% wrong="unknown names pass" caught_by="in execution order, and errors" of="one pass in execution order"
#-     if (done | changed) - set(steps):
#-         raise ValueError("an unknown step")
#-     stale = (set(steps) - done) | changed
#+     stale = (set(steps) - done) | changed

# %% wrong="unknown names among the changed pass" caught_by="in execution order, and errors" of="one pass in execution order"
#-     if (done | changed) - set(steps):
#+     if done - set(steps):

# %% wrong="KeyError for an unknown name" caught_by="in execution order, and errors" of="one pass in execution order"
#-     if (done | changed) - set(steps):
#-         raise ValueError("an unknown step")
#+     for name in done | changed:
#+         steps[name]

# %% wrong="a broken graph passes where nothing is stale" caught_by="in execution order, and errors" of="one pass in execution order"
#-     order = execution_order(steps)
#-     if (done | changed) - set(steps):
#-         raise ValueError("an unknown step")
#-     stale = (set(steps) - done) | changed
#+     if (done | changed) - set(steps):
#+         raise ValueError("an unknown step")
#+     stale = (set(steps) - done) | changed
#+     if not stale:
#+         return []
#+     order = execution_order(steps)
