# %% right="clamped"
def ramp_down(traffic, guardrail):
    if not traffic:
        raise ValueError("no step")
    for before, after in zip(traffic, traffic[1:]):
        if after >= before:
            raise ValueError("it must fall")
    step = 0
    ran = [traffic[step]]
    for fine in guardrail:
        if fine:
            step = min(step + 1, len(traffic) - 1)
        else:
            step = max(step - 1, 0)
        ran.append(traffic[step])
    return ran

# %% right="accumulate"
from itertools import accumulate


def ramp_down(traffic, guardrail):
    if not traffic:
        raise ValueError("no step")
    for before, after in zip(traffic, traffic[1:]):
        if after >= before:
            raise ValueError("it must fall")
    last = len(traffic) - 1
    steps = accumulate(guardrail, lambda at, ok: max(0, min(last, at + (1 if ok else -1))), initial=0)
    return [traffic[at] for at in steps]

# %% right="a linked pair of dicts"
def ramp_down(traffic, guardrail):
    if not traffic:
        raise ValueError("no step")
    for before, after in zip(traffic, traffic[1:]):
        if after >= before:
            raise ValueError("it must fall")
    on = {a: b for a, b in zip(traffic, traffic[1:])}
    back = {b: a for a, b in zip(traffic, traffic[1:])}
    ran = [traffic[0]]
    for fine in guardrail:
        ran.append((on if fine else back).get(ran[-1], ran[-1]))
    return ran

# %% right="recursion"
def ramp_down(traffic, guardrail):
    if not traffic:
        raise ValueError("no step")
    for before, after in zip(traffic, traffic[1:]):
        if after >= before:
            raise ValueError("it must fall")
    def go(at, left):
        here = [traffic[at]]
        if not left:
            return here
        if left[0] and at + 1 < len(traffic):
            at += 1
        elif not left[0] and at > 0:
            at -= 1
        return here + go(at, left[1:])

    return go(0, list(guardrail))

# %% right="exceptions as ends"
def ramp_down(traffic, guardrail):
    if len(traffic) < 1 or sorted(set(traffic), reverse=True) != list(traffic):
        raise ValueError
    at, ran = 0, list(traffic[:1])
    for fine in guardrail:
        try:
            at += 1 if fine else -1
            if at < 0:
                raise IndexError
            ran.append(traffic[at])
        except IndexError:
            at -= 1 if fine else -1
            ran.append(traffic[at])
    return ran

# %% right="NumPy"
import numpy as np


def ramp_down(traffic, guardrail):
    steps = np.asarray(traffic)
    if steps.size == 0 or np.any(np.diff(steps) >= 0):
        raise ValueError("ramp")
    at, ran = 0, [steps[0]]
    for fine in guardrail:
        at = int(np.clip(at + (1 if fine else -1), 0, steps.size - 1))
        ran.append(steps[at])
    return ran

# %% right="a generator"
def ramp_down(traffic, guardrail):
    if not traffic:
        raise ValueError("no step")
    for before, after in zip(traffic, traffic[1:]):
        if after >= before:
            raise ValueError("it must fall")
    def run():
        at = 0
        yield traffic[at]
        for fine in guardrail:
            at += bool(fine and at < len(traffic) - 1) - bool(not fine and at)
            yield traffic[at]

    return list(run())

# %% wrong="holds instead of going back" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             pass

# %% wrong="back to the start at once" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             step = 0

# %% wrong="stops for good after a failure" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             break

# %% wrong="the guardrail is ignored" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             step = min(step + 1, len(traffic) - 1)

# %% wrong="straight to the last step" caught_by="steps" of="clamped"
#-             step = min(step + 1, len(traffic) - 1)
#+             step = len(traffic) - 1

# %% wrong="past the end" caught_by="back and ends" of="clamped"
#-             step = min(step + 1, len(traffic) - 1)
#+             step += 1

# %% wrong="the end wraps to the start" caught_by="back and ends" of="clamped"
#-             step = min(step + 1, len(traffic) - 1)
#+             step = (step + 1) % len(traffic)

# %% wrong="below the start wraps to the end" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             step -= 1

# %% wrong="two steps back" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             step = max(step - 2, 0)

# %% wrong="two steps on" caught_by="steps" of="clamped"
#-             step = min(step + 1, len(traffic) - 1)
#+             step = min(step + 2, len(traffic) - 1)

# %% wrong="the last entry is missing" caught_by="steps" of="clamped"
#-     return ran
#+     return ran[:-1]

# %% wrong="the first entry is missing" caught_by="steps" of="clamped"
#-     return ran
#+     return ran[1:]

# %% wrong="only what runs now" caught_by="steps" of="clamped"
#-     return ran
#+     return ran[-1]

# %% wrong="a ramp that rises is accepted" caught_by="steps" of="clamped"
#-         if after >= before:
#+         if after == before:

# %% wrong="equal steps are accepted" caught_by="steps" of="clamped"
#-         if after >= before:
#+         if after > before:

# %% wrong="an empty ramp gives nothing" caught_by="steps" of="clamped"
#-         raise ValueError("no step")
#+         return []

# %% wrong="steps instead of traffic" caught_by="steps" of="clamped"
#-         ran.append(traffic[step])
#+         ran.append(step)

# %% wrong="sorts the ramp" caught_by="steps" of="clamped"
#-     if not traffic:
#+     traffic = sorted(traffic, reverse=True)
#+     if not traffic:

# %% wrong="can't go back: steps are used up" caught_by="back and ends" of="clamped"
#-     step = 0
#+     traffic = list(traffic)
#+     step = 0
#
#-             step = min(step + 1, len(traffic) - 1)
#+             step = 0
#+             if len(traffic) > 1:
#+                 traffic.pop(0)

# %% wrong="empties the guardrail" caught_by="steps" of="clamped"
#-     return ran
#+     guardrail.clear()
#+     return ran

# %% wrong="the last step can't be left" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             step = step if step == len(traffic) - 1 else max(step - 1, 0)

# %% wrong="a bad reading at the start raises" caught_by="back and ends" of="clamped"
#-             step = max(step - 1, 0)
#+             if step == 0:
#+                 raise ValueError("nowhere to go")
#+             step -= 1

# %% wrong="records before it moves" caught_by="steps" of="clamped"
#-         if fine:
#+         ran.append(traffic[step])
#+         if fine:
#
#-         ran.append(traffic[step])
#-     return ran
#+     return ran
