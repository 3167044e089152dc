# %% right="dicts, special values first"
import math


def parity(offline, online, tolerance):
    a, b = dict(offline), dict(online)
    if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
        raise ValueError("nothing to compare, a key twice, or a negative tolerance")

    def equal(x, y):
        if x is None or y is None:
            return x is None and y is None
        if math.isnan(x) or math.isnan(y):
            return math.isnan(x) and math.isnan(y)
        return x == y or abs(x - y) <= tolerance

    both = [key for key in a if key in b]
    different = sorted(key for key in both if not equal(a[key], b[key]))
    return {
        "share": (len(both) - len(different)) / len(a),
        "different": different,
        "missing": sorted(key for key in a if key not in b),
        "extra": sorted(key for key in b if key not in a),
    }

# %% right="sets of keys"
def parity(offline, online, tolerance):
    left, right = {key for key, _ in offline}, {key for key, _ in online}
    if not left or len(left) != len(offline) or len(right) != len(online) or tolerance < 0:
        raise ValueError("bad input")
    served = dict(online)
    wrong = set()
    for key, value in offline:
        if key in right:
            other = served[key]
            if value is None or other is None:
                if value is not other:
                    wrong.add(key)
            elif value != value or other != other:
                if value == value or other == other:
                    wrong.add(key)
            elif value != other and not abs(value - other) <= tolerance:
                wrong.add(key)
    return {
        "different": sorted(wrong),
        "missing": sorted(left - right),
        "extra": sorted(right - left),
        "share": (len(left & right) - len(wrong)) / len(left),
    }

# %% right="merging two sorted lists"
from math import isnan


def agree(x, y, tolerance):
    if x is None or y is None:
        return x is y
    if x == y:
        return True
    if isnan(x) or isnan(y):
        return isnan(x) == isnan(y)
    return -tolerance <= x - y <= tolerance


def parity(offline, online, tolerance):
    if tolerance < 0:
        raise ValueError("the tolerance is negative")
    a = sorted(offline, key=lambda pair: pair[0])
    b = sorted(online, key=lambda pair: pair[0])
    for side in (a, b):
        for (key, _), (after, _) in zip(side, side[1:]):
            if key == after:
                raise ValueError(f"{key} occurs twice")
    if not a:
        raise ValueError("offline is empty")
    i = j = equal = 0
    different, missing, extra = [], [], []
    while i < len(a) or j < len(b):
        if j == len(b) or (i < len(a) and a[i][0] < b[j][0]):
            missing.append(a[i][0])
            i += 1
        elif i == len(a) or b[j][0] < a[i][0]:
            extra.append(b[j][0])
            j += 1
        else:
            if agree(a[i][1], b[j][1], tolerance):
                equal += 1
            else:
                different.append(a[i][0])
            i += 1
            j += 1
    return {"share": equal / len(a), "different": different, "missing": missing, "extra": extra}

# %% right="numpy for the values"
import numpy as np


def parity(offline, online, tolerance):
    if not len(offline) or tolerance < 0:
        raise ValueError("nothing to compare")
    a, b = dict(offline), dict(online)
    if len(a) != len(offline) or len(b) != len(online):
        raise ValueError("a key occurs twice")
    keys = sorted(a.keys() & b.keys())
    nulls = [a[key] is None and b[key] is None for key in keys]
    one_null = [(a[key] is None) != (b[key] is None) for key in keys]
    x = np.array([0.0 if a[key] is None else a[key] for key in keys])
    y = np.array([0.0 if b[key] is None else b[key] for key in keys])
    with np.errstate(invalid="ignore"):
        close = (x == y) | (np.abs(x - y) <= tolerance) | (np.isnan(x) & np.isnan(y))
    ok = (close | np.array(nulls, dtype=bool)) & ~np.array(one_null, dtype=bool)
    return {
        "share": float(ok.sum()) / len(a),
        "different": [key for key, fine in zip(keys, ok) if not fine],
        "missing": sorted(a.keys() - b.keys()),
        "extra": sorted(b.keys() - a.keys()),
    }

# %% right="math.isclose with an absolute tolerance"
import math
from collections import Counter


def parity(offline, online, tolerance):
    for side in (offline, online):
        if any(n > 1 for n in Counter(key for key, _ in side).values()):
            raise ValueError("a key twice")
    if tolerance < 0 or len(offline) == 0:
        raise ValueError("tolerance below 0, or nothing to compare")
    b = dict(online)
    report = {"share": 0.0, "different": [], "missing": [], "extra": []}
    right = 0
    for key, x in sorted(offline, key=lambda pair: pair[0]):
        if key not in b:
            report["missing"].append(key)
            continue
        y = b.pop(key)
        if None in (x, y):
            fine = x is y
        elif math.isnan(x) and math.isnan(y):
            fine = True
        else:
            fine = math.isclose(x, y, rel_tol=0.0, abs_tol=tolerance)
        right += fine
        if not fine:
            report["different"].append(key)
    report["extra"] = sorted(b)
    report["share"] = right / len(offline)
    return report

# %% right="pandas outer join"
import math

import pandas as pd


def parity(offline, online, tolerance):
    a = pd.Series(dict(offline), dtype=object)
    b = pd.Series(dict(online), dtype=object)
    if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
        raise ValueError("invalid")

    def fine(x, y):
        if x is None or y is None:
            return x is None and y is None
        if math.isnan(x) and math.isnan(y):
            return True
        return x == y or abs(x - y) <= tolerance

    keys = sorted(set(a.index) | set(b.index))
    state = {}
    for key in keys:
        if key not in b.index:
            state[key] = "missing"
        elif key not in a.index:
            state[key] = "extra"
        else:
            state[key] = "equal" if fine(a[key], b[key]) else "different"
    lists = {
        name: [int(key) for key in keys if state[key] == name]
        for name in ("different", "missing", "extra")
    }
    return {"share": sum(s == "equal" for s in state.values()) / len(a)} | lists

# %% wrong="the share of the common keys" caught_by="share and lists" of="dicts, special values first"
#-         "share": (len(both) - len(different)) / len(a),
#+         "share": (len(both) - len(different)) / len(both) if both else 0.0,

# %% wrong="extra keys lower the share" caught_by="share and lists" of="dicts, special values first"
#-         "share": (len(both) - len(different)) / len(a),
#+         "share": (len(both) - len(different) - len(set(b) - set(a))) / len(a),

# %% wrong="the share of all keys" caught_by="share and lists" of="dicts, special values first"
#-         "share": (len(both) - len(different)) / len(a),
#+         "share": (len(both) - len(different)) / len(a | b),

# %% wrong="compared by position" caught_by="share and lists" of="dicts, special values first"
#-     different = sorted(key for key in both if not equal(a[key], b[key]))
#+     different = sorted(x[0] for x, y in zip(offline, online) if not equal(x[1], y[1]))

# %% wrong="two None differ" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-             return x is None and y is None
#+             return False

# %% wrong="None equals everything" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-             return x is None and y is None
#+             return True

# %% wrong="None equals 0" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-         if x is None or y is None:
#-             return x is None and y is None
#+         x, y = x or 0.0, y or 0.0

# %% wrong="None equals NaN" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-         if x is None or y is None:
#-             return x is None and y is None
#+         x, y = (math.nan if v is None else v for v in (x, y))

# %% wrong="two NaN differ" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-             return math.isnan(x) and math.isnan(y)
#+             return False

# %% wrong="NaN equals everything" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-             return math.isnan(x) and math.isnan(y)
#+             return True

# %% wrong="equal infinities differ" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-         return x == y or abs(x - y) <= tolerance
#+         return abs(x - y) <= tolerance

# %% wrong="at the tolerance is different" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-         return x == y or abs(x - y) <= tolerance
#+         return x == y or abs(x - y) < tolerance

# %% wrong="one-sided" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-         return x == y or abs(x - y) <= tolerance
#+         return x == y or x - y <= tolerance

# %% wrong="relative tolerance" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-         return x == y or abs(x - y) <= tolerance
#+         return x == y or abs(x - y) <= tolerance * max(abs(x), abs(y))

# %% wrong="exactly equal" caught_by="None, NaN, infinity, tolerance" of="dicts, special values first"
#-         return x == y or abs(x - y) <= tolerance
#+         return x == y

# %% wrong="missing counts as different" caught_by="share and lists" of="dicts, special values first"
#-     different = sorted(key for key in both if not equal(a[key], b[key]))
#+     different = sorted(key for key in a if key not in b or not equal(a[key], b[key]))

# %% wrong="a missing key equals None" caught_by="share and lists"
import math


def parity(offline, online, tolerance):
    a, b = dict(offline), dict(online)
    if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
        raise ValueError("bad input")

    def equal(x, y):
        if x is None or y is None:
            return x is y
        if math.isnan(x) or math.isnan(y):
            return math.isnan(x) and math.isnan(y)
        return x == y or abs(x - y) <= tolerance

    return {
        "share": sum(equal(a[key], b.get(key)) for key in a) / len(a),
        "different": sorted(key for key in a if not equal(a[key], b.get(key))),
        "missing": [],
        "extra": sorted(key for key in b if key not in a),
    }

# %% wrong="nothing to compare is share 1" caught_by="share and lists" of="dicts, special values first"
#-     if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
#+     if not offline:
#+         return {"share": 1.0, "different": [], "missing": [], "extra": sorted(b)}
#+     if tolerance < 0 or len(a) < len(offline) or len(b) < len(online):

# %% wrong="nothing to compare divides by zero" caught_by="share and lists" of="dicts, special values first"
#-     if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
#+     if tolerance < 0 or len(a) < len(offline) or len(b) < len(online):

# %% wrong="a key twice: the last counts" caught_by="share and lists" of="dicts, special values first"
#-     if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
#+     if not offline or tolerance < 0:

# %% wrong="a key twice online goes unnoticed" caught_by="share and lists" of="dicts, special values first"
#-     if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
#+     if not offline or tolerance < 0 or len(a) < len(offline):

# %% wrong="any tolerance" caught_by="share and lists" of="dicts, special values first"
#-     if not offline or tolerance < 0 or len(a) < len(offline) or len(b) < len(online):
#+     if not offline or len(a) < len(offline) or len(b) < len(online):

# %% wrong="in the order of the input" caught_by="share and lists" of="dicts, special values first"
#-     different = sorted(key for key in both if not equal(a[key], b[key]))
#+     different = [key for key in both if not equal(a[key], b[key])]

# %% wrong="missing and extra exchanged" caught_by="share and lists" of="dicts, special values first"
#-         "missing": sorted(key for key in a if key not in b),
#-         "extra": sorted(key for key in b if key not in a),
#+         "extra": sorted(key for key in a if key not in b),
#+         "missing": sorted(key for key in b if key not in a),

# %% wrong="a percentage" caught_by="share and lists" of="dicts, special values first"
#-         "share": (len(both) - len(different)) / len(a),
#+         "share": 100 * (len(both) - len(different)) / len(a),
