# %% right="a running day"
def replan(plan, change):
    if change["effort"] < 1:
        raise ValueError("effort")
    if change["at"] < 0:
        raise ValueError("at")
    at = min(change["at"], len(plan))
    after = plan[:at] + [change] + plan[at:]
    moved = plan[at:]
    day = 0
    late = []
    for task in after:
        day += task["effort"]
        if day > task["due"]:
            late.append(task["name"])
    tell = sorted({task["owner"] for task in moved})
    return {"moved": [task["name"] for task in moved], "late": late, "tell": tell}

# %% right="both plans compared"
def replan(plan, change):
    if change["effort"] < 1:
        raise ValueError("effort")
    if change["at"] < 0:
        raise ValueError("at")
    def ends(tasks):
        day, found = 0, {}
        for task in tasks:
            day = day + task["effort"]
            found[task["name"]] = day
        return found

    after = list(plan)
    after.insert(change["at"], change)
    old, new = ends(plan), ends(after)
    moved = [task for task in plan if old[task["name"]] < new[task["name"]]]
    return dict(
        moved=[task["name"] for task in moved],
        late=[task["name"] for task in after if new[task["name"]] > task["due"]],
        tell=sorted(set(task["owner"] for task in moved)),
    )

# %% right="accumulate"
from itertools import accumulate


def replan(plan, change):
    if change["effort"] < 1:
        raise ValueError("effort")
    if change["at"] < 0:
        raise ValueError("at")
    after = [*plan[: change["at"]], change, *plan[change["at"] :]]
    days = accumulate(task["effort"] for task in after)
    late = [task["name"] for task, day in zip(after, days) if day > task["due"]]
    rest = plan[change["at"] :]
    owners = []
    for task in rest:
        if task["owner"] not in owners:
            owners.append(task["owner"])
    return {"late": late, "tell": sorted(owners), "moved": [task["name"] for task in rest]}

# %% right="backwards from the total"
def replan(plan, change):
    if change["effort"] < 1:
        raise ValueError("effort")
    if change["at"] < 0:
        raise ValueError("at")
    after = plan[: change["at"]] + [change] + plan[change["at"] :]
    end, late = sum(task["effort"] for task in after), []
    for task in reversed(after):
        if end > task["due"]:
            late.insert(0, task["name"])
        end -= task["effort"]
    moved = [task["name"] for number, task in enumerate(plan) if number >= change["at"]]
    tell = sorted({task["owner"] for task in plan if task["name"] in moved})
    return {"moved": moved, "late": late, "tell": tell}

# %% right="NumPy"
import numpy as np


def replan(plan, change):
    if change["effort"] < 1:
        raise ValueError("effort")
    if change["at"] < 0:
        raise ValueError("at")
    after = list(plan)
    after[change["at"] : change["at"]] = [change]
    ends = np.cumsum([task["effort"] for task in after])
    dues = np.array([task["due"] for task in after])
    late = [after[number]["name"] for number in np.flatnonzero(ends > dues)]
    moved = plan[change["at"] :]
    return {"moved": [t["name"] for t in moved], "late": late, "tell": list(np.unique([t["owner"] for t in moved]))}

# %% right="a class"
from dataclasses import dataclass


@dataclass
class Step:
    name: str
    effort: int
    due: int
    owner: str
    new: bool = False


def replan(plan, change):
    if change["effort"] < 1:
        raise ValueError("effort")
    if change["at"] < 0:
        raise ValueError("at")
    steps = [Step(**task) for task in plan]
    extra = Step(**{key: value for key, value in change.items() if key != "at"}, new=True)
    steps.insert(change["at"], extra)
    day, moved, late, tell, seen = 0, [], [], set(), False
    for step in steps:
        day += step.effort
        if day > step.due:
            late.append(step.name)
        if seen:
            moved.append(step.name)
            tell.add(step.owner)
        seen = seen or step.new
    return {"moved": moved, "late": late, "tell": sorted(tell)}

# %% right="tuples"
def replan(plan, change):
    if change["effort"] < 1:
        raise ValueError("effort")
    if change["at"] < 0:
        raise ValueError("at")
    at = min(change["at"], len(plan))
    after = plan[:at] + [change] + plan[at:]
    moved = plan[at:]
    day = 0
    late = []
    for task in after:
        day += task["effort"]
        if day > task["due"]:
            late.append(task["name"])
    tell = sorted({task["owner"] for task in moved})
    return {"moved": [task["name"] for task in moved], "late": tuple(late), "tell": tuple(tell)}

# %% wrong="the change goes to the end" caught_by="what moves and is late" of="a running day"
#-     at = min(change["at"], len(plan))
#+     at = len(plan)

# %% wrong="the change goes to the front" caught_by="what moves and is late" of="a running day"
#-     at = min(change["at"], len(plan))
#+     at = 0

# %% wrong="one index too late" caught_by="what moves and is late" of="a running day"
#-     at = min(change["at"], len(plan))
#+     at = min(change["at"] + 1, len(plan))

# %% wrong="everything is moved" caught_by="what moves and is late" of="a running day"
#-     moved = plan[at:]
#+     moved = plan

# %% wrong="the change counts as moved" caught_by="what moves and is late" of="a running day"
#-     moved = plan[at:]
#+     moved = after[at:]

# %% wrong="the first one that slides is left out" caught_by="what moves and is late" of="a running day"
#-     moved = plan[at:]
#+     moved = plan[at + 1:]

# %% wrong="only late tasks count as moved" caught_by="what moves and is late" of="a running day"
#-     return {"moved": [task["name"] for task in moved], "late": late, "tell": tell}
#+     return {"moved": [task["name"] for task in moved if task["name"] in late], "late": late, "tell": tell}

# %% wrong="on the due day counts as late" caught_by="what moves and is late" of="a running day"
#-         if day > task["due"]:
#+         if day >= task["due"]:

# %% wrong="judged by the day it starts" caught_by="what moves and is late" of="a running day"
#-         day += task["effort"]
#-         if day > task["due"]:
#-             late.append(task["name"])
#+         if day > task["due"]:
#+             late.append(task["name"])
#+         day += task["effort"]

# %% wrong="late on the old days" caught_by="what moves and is late" of="a running day"
#-     for task in after:
#+     for task in plan:

# %% wrong="the change itself is never late" caught_by="what moves and is late" of="a running day"
#-         if day > task["due"]:
#+         if day > task["due"] and task is not change:

# %% wrong="only what moved can be late" caught_by="what moves and is late" of="a running day"
#-         if day > task["due"]:
#+         if day > task["due"] and (task in moved or task is change):

# %% wrong="what was late before isn't late" caught_by="what moves and is late" of="a running day"
#-         if day > task["due"]:
#+         if day > task["due"] and not (task in moved and day - change["effort"] > task["due"]):

# %% wrong="the place wraps from the end" caught_by="what moves and is late" of="a running day"
#-     if change["at"] < 0:
#-         raise ValueError("at")
#+     pass

# %% wrong="an effort of 0 passes" caught_by="what moves and is late" of="a running day"
#-     if change["effort"] < 1:
#+     if change["effort"] < 0:

# %% wrong="inserts into the caller's plan" caught_by="what moves and is late" of="a running day"
#-     after = plan[:at] + [change] + plan[at:]
#-     moved = plan[at:]
#+     moved = plan[at:]
#+     plan.insert(at, change)
#+     after = plan

# %% wrong="beyond the end is an error" caught_by="what moves and is late" of="a running day"
#-     at = min(change["at"], len(plan))
#+     at = change["at"]
#+     if at > len(plan):
#+         raise ValueError("at")

# %% wrong="days start at 1" caught_by="what moves and is late" of="a running day"
#-     day = 0
#+     day = 1

# %% wrong="late in alphabetical order" caught_by="what moves and is late" of="a running day"
#-         if day > task["due"]:
#-             late.append(task["name"])
#+         if day > task["due"]:
#+             late.append(task["name"])
#+             late.sort(reverse=True)

# %% wrong="tells the change's owner only" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = [change["owner"]]

# %% wrong="tells the change's owner too" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = sorted({task["owner"] for task in [change, *moved]})

# %% wrong="tells all owners" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = sorted({task["owner"] for task in plan})

# %% wrong="tells only the owners of late tasks" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = sorted({task["owner"] for task in moved if task["name"] in late})

# %% wrong="an owner twice" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = sorted(task["owner"] for task in moved)

# %% wrong="owners in the order of the plan" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = list(dict.fromkeys(task["owner"] for task in moved))

# %% wrong="owners as a set" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = {task["owner"] for task in moved}

# %% wrong="names instead of owners" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = sorted({task["name"] for task in moved})

# %% wrong="backwards" caught_by="who is told" of="a running day"
#-     tell = sorted({task["owner"] for task in moved})
#+     tell = sorted({task["owner"] for task in moved}, reverse=True)
