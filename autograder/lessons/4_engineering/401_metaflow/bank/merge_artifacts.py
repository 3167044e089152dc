# %% right="the first value of a name is kept and compared"
def merge_artifacts(branches, exclude=()):
    if not branches:
        raise ValueError("there are no branches")
    merged, conflicts = {}, set()
    for branch in branches:
        for name, value in branch.items():
            if name in exclude:
                continue
            if name not in merged:
                merged[name] = value
            elif type(value) is not type(merged[name]) or value != merged[name]:
                conflicts.add(name)
    if conflicts:
        raise ValueError(", ".join(sorted(conflicts)))
    return merged

# %% right="lists of values by name"
from collections import defaultdict

def merge_artifacts(branches: list[dict], exclude=()) -> dict:
    if len(branches) == 0:
        raise ValueError("no branches")
    values = defaultdict(list)
    for branch in branches:
        for name in branch.keys() - set(exclude):
            values[name].append(branch[name])

    def agree(items):
        return all(type(item) is type(items[0]) and item == items[0] for item in items)

    conflicts = sorted(name for name, items in values.items() if not agree(items))
    if conflicts:
        raise ValueError(", ".join(conflicts))
    return {name: items[0] for name, items in values.items()}

# %% right="pairs of type and repr in a set"
def merge_artifacts(branches, exclude=()):
    assert isinstance(branches, list)
    if not branches:
        raise ValueError
    forms = {}
    merged = {}
    for branch in branches:
        for name in branch:
            forms.setdefault(name, set()).add((type(branch[name]).__name__, repr(branch[name])))
            merged[name] = branch[name]
    for name in exclude:
        forms.pop(name, None)
        merged.pop(name, None)
    bad = [name for name in sorted(forms) if len(forms[name]) != 1]
    if bad:
        raise ValueError(", ".join(bad))
    return merged

# %% right="reduce, two branches at a time"
from functools import reduce

def merge_artifacts(branches, exclude=()):
    clashes = set()

    def both(left, right):
        for name in left.keys() & right.keys():
            if (type(left[name]), left[name]) != (type(right[name]), right[name]):
                clashes.add(name)
        return left | right

    if not branches:
        raise ValueError("nothing to merge")
    kept = ({n: v for n, v in branch.items() if n not in exclude} for branch in branches)
    merged = reduce(both, kept, {})
    if clashes:
        raise ValueError(", ".join(sorted(clashes)))
    return merged

# %% right="JSON as the form to compare"
import json

def merge_artifacts(branches, exclude=()):
    if branches == []:
        raise ValueError("no branches")
    merged = {}
    conflicts = []
    for name in sorted({name for branch in branches for name in branch if name not in exclude}):
        found = [branch[name] for branch in branches if name in branch]
        if len({json.dumps(value) for value in found}) > 1:
            conflicts.append(name)
        merged[name] = found[0]
    if conflicts:
        raise ValueError(", ".join(conflicts))
    return merged

# %% right="every pair of branches"
from itertools import chain, combinations

def merge_artifacts(branches, exclude=()):
    if not branches:
        raise ValueError()
    conflicts = {
        name
        for one, other in combinations(branches, 2)
        for name in set(one) & set(other) - set(exclude)
        if not (one[name] == other[name] and one[name].__class__ is other[name].__class__)
    }
    if conflicts:
        raise ValueError(", ".join(sorted(conflicts)))
    every = chain.from_iterable(branch.items() for branch in branches)
    return {name: value for name, value in every if name not in exclude}

# %% wrong="the last branch wins" caught_by="conflicts are named"
def merge_artifacts(branches, exclude=()):
    if not branches:
        raise ValueError("no branches")
    merged = {}
    for branch in branches:
        merged.update(branch)
    return {name: value for name, value in merged.items() if name not in exclude}

# %% wrong="the first branch wins" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-     if conflicts:
#-         raise ValueError(", ".join(sorted(conflicts)))
#-     return merged
#+     return merged

# %% wrong="only keys of all branches" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-     return merged
#+     return {name: merged[name] for name in merged if all(name in branch for branch in branches)}

# %% wrong="a missing key is a clash" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-     merged, conflicts = {}, set()
#+     every = {name for branch in branches for name in branch} - set(exclude)
#+     merged, conflicts = {}, {name for name in every for b in branches if name not in b}

# %% wrong="excluded keys are merged" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-             if name in exclude:
#-                 continue
#-             if name not in merged:
#+             if name not in merged:

# %% wrong="excluded keys come from the first branch" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-             if name in exclude:
#-                 continue
#-             if name not in merged:
#+             if name not in merged:
#
#-             elif type(value) is not type(merged[name]) or value != merged[name]:
#+             elif name in exclude:
#+                 continue
#+             elif type(value) is not type(merged[name]) or value != merged[name]:

# %% wrong="exclude is taken for one name" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-             if name in exclude:
#+             if any(excluded.startswith(name) or name.startswith(excluded) for excluded in exclude):

# %% wrong="an excluded name must be there" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-             if name in exclude:
#-                 continue
#-             if name not in merged:
#+             if name not in merged:
#
#-             elif type(value) is not type(merged[name]) or value != merged[name]:
#-                 conflicts.add(name)
#+             elif type(value) is not type(merged[name]) or value != merged[name]:
#+                 conflicts.add(name)
#+     for name in exclude:
#+         del merged[name]
#+         conflicts.discard(name)

# %% wrong="names the first clash only" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-                 conflicts.add(name)
#+                 raise ValueError(name)

# %% wrong="names nothing" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-         raise ValueError(", ".join(sorted(conflicts)))
#+         raise ValueError("conflict")

# %% wrong="a list of the names" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-         raise ValueError(", ".join(sorted(conflicts)))
#+         raise ValueError(sorted(conflicts))

# %% wrong="the order of the keys, not sorted" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-     merged, conflicts = {}, set()
#+     merged, conflicts = {}, {}
#
#-                 conflicts.add(name)
#+                 conflicts[name] = True
#
#-         raise ValueError(", ".join(sorted(conflicts)))
#+         raise ValueError(", ".join(conflicts))

# %% wrong="a name occurs once per clash" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-     merged, conflicts = {}, set()
#+     merged, conflicts = {}, []
#
#-                 conflicts.add(name)
#+                 conflicts.append(name)

# %% wrong="1 and True, 1 and 1.0 agree" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-             elif type(value) is not type(merged[name]) or value != merged[name]:
#+             elif value != merged[name]:

# %% wrong="a falsy first value is overwritten" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-             if name not in merged:
#+             if not merged.get(name):

# %% wrong="None means missing" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-             if name not in merged:
#+             if merged.get(name) is None:

# %% wrong="None is left out" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-             if name in exclude:
#+             if name in exclude or value is None:

# %% wrong="compares neighbours of the list only" caught_by="conflicts are named"
def merge_artifacts(branches, exclude=()):
    if not branches:
        raise ValueError("no branches")
    conflicts = set()
    for one, other in zip(branches, branches[1:]):
        for name in set(one) & set(other):
            if type(one[name]) is not type(other[name]) or one[name] != other[name]:
                conflicts.add(name)
    conflicts -= set(exclude)
    if conflicts:
        raise ValueError(", ".join(sorted(conflicts)))
    return {n: v for branch in branches for n, v in branch.items() if n not in exclude}

# %% wrong="compares by identity" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-             elif type(value) is not type(merged[name]) or value != merged[name]:
#+             elif value is not merged[name]:

# %% wrong="no branches: {}" caught_by="conflicts are named" of="the first value of a name is kept and compared"
#-     if not branches:
#-         raise ValueError("there are no branches")
#-     merged, conflicts = {}, set()
#+     merged, conflicts = {}, set()

# %% wrong="merges into the first branch" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-     merged, conflicts = {}, set()
#+     merged, conflicts = branches[0], set()

# %% wrong="one branch is returned as it is" caught_by="equal values pass, excluded names do not" of="the first value of a name is kept and compared"
#-     merged, conflicts = {}, set()
#+     if len(branches) == 1 and not exclude:
#+         return branches[0]
#+     merged, conflicts = {}, set()
