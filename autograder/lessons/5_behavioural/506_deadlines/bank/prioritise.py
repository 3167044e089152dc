# %% right="fractions in a key"
from fractions import Fraction


def prioritise(requests):
    for r in requests:
        if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
            raise ValueError(r["name"])
    def key(r):
        return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]

    return [r["name"] for r in sorted(requests, key=key)]

# %% right="cross-multiplied"
from functools import cmp_to_key


def prioritise(requests):
    for r in requests:
        if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
            raise ValueError(r["name"])
    def compare(a, b):
        left = a["value"] * a["confidence"] * b["effort"]
        right = b["value"] * b["confidence"] * a["effort"]
        if left != right:
            return -1 if left > right else 1
        return -1 if (a["due"], a["name"]) < (b["due"], b["name"]) else 1

    return [r["name"] for r in sorted(requests, key=cmp_to_key(compare))]

# %% right="stable sorts, the last key first"
from fractions import Fraction


def prioritise(requests):
    for r in requests:
        if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
            raise ValueError(r["name"])
    rows = sorted(requests, key=lambda r: r["name"])
    rows.sort(key=lambda r: r["due"])
    rows.sort(key=lambda r: Fraction(r["value"] * r["confidence"], r["effort"]), reverse=True)
    return [r["name"] for r in rows]

# %% right="a common denominator"
from math import lcm


def prioritise(requests):
    for r in requests:
        if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
            raise ValueError(r["name"])
    common = lcm(*(r["effort"] for r in requests)) if requests else 1
    keyed = [(-r["value"] * r["confidence"] * (common // r["effort"]), r["due"], r["name"]) for r in requests]
    return [name for *_, name in sorted(keyed)]

# %% right="a heap"
import heapq
from fractions import Fraction


def prioritise(requests):
    for r in requests:
        if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
            raise ValueError(r["name"])
    heap = []
    for r in requests:
        heapq.heappush(heap, (-Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]))
    return [heapq.heappop(heap)[2] for _ in range(len(heap))]

# %% right="insertion by hand"
def prioritise(requests):
    for r in requests:
        if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
            raise ValueError(r["name"])
    done = []
    for new in requests:
        at = 0
        while at < len(done):
            old = done[at]
            a = new["value"] * new["confidence"] * old["effort"]
            b = old["value"] * old["confidence"] * new["effort"]
            if a > b or (a == b and (new["due"], new["name"]) < (old["due"], old["name"])):
                break
            at += 1
        done.insert(at, new)
    return [each["name"] for each in done]

# %% right="decimals with many digits"
from decimal import Decimal, getcontext


def prioritise(requests):
    for r in requests:
        if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
            raise ValueError(r["name"])
    getcontext().prec = 60
    def key(r):
        return -Decimal(r["value"] * r["confidence"]) / Decimal(r["effort"]), r["due"], r["name"]
    return [r["name"] for r in sorted(requests, key=key)]

# %% wrong="times effort: the costlier twin first" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -r["value"] * r["confidence"] * r["effort"], r["due"], r["name"]

# %% wrong="confidence left out" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["value"], r["effort"]), r["due"], r["name"]

# %% wrong="effort left out" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -r["value"] * r["confidence"], r["due"], r["name"]

# %% wrong="by due date" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return r["due"], r["name"]

# %% wrong="ascending" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]

# %% wrong="by value" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -r["value"], r["due"], r["name"]

# %% wrong="by confidence per day" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["confidence"], r["effort"]), r["due"], r["name"]

# %% wrong="the cheapest first" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return r["effort"], r["due"], r["name"]

# %% wrong="integer division" caught_by="order" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -(r["value"] * r["confidence"] // 100 // r["effort"]), r["due"], r["name"]

# %% wrong="ties in the order given" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["value"] * r["confidence"], r["effort"])

# %% wrong="ties by name before due" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["name"], r["due"]

# %% wrong="ties by the later due" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["value"] * r["confidence"], r["effort"]), -r["due"], r["name"]

# %% wrong="no name in ties" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"]

# %% wrong="ties by effort" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["effort"], r["due"], r["name"]

# %% wrong="floats: equal ones differ" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -r["value"] * (r["confidence"] / 100) / r["effort"], r["due"], r["name"]

# %% wrong="floats: large ones are equal" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -r["value"] * r["confidence"] / r["effort"], r["due"], r["name"]

# %% wrong="rounded to two digits" caught_by="exact ties" of="fractions in a key"
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -round(r["value"] * r["confidence"] / r["effort"], 2), r["due"], r["name"]

# %% wrong="reverse turns the ties too" caught_by="exact ties" of="fractions in a key"
#-     return [r["name"] for r in sorted(requests, key=key)]
#+     def up(r):
#+         return Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+
#+     return [r["name"] for r in sorted(requests, key=up, reverse=True)]

# %% wrong="no confidence: dropped" caught_by="order" of="fractions in a key"
#-     return [r["name"] for r in sorted(requests, key=key)]
#+     return [r["name"] for r in sorted(requests, key=key) if r["confidence"]]

# %% wrong="no value: dropped" caught_by="order" of="fractions in a key"
#-     return [r["name"] for r in sorted(requests, key=key)]
#+     return [r["name"] for r in sorted(requests, key=key) if r["value"]]

# %% wrong="sorts the caller's list" caught_by="order" of="fractions in a key"
#-     return [r["name"] for r in sorted(requests, key=key)]
#+     requests.sort(key=key)
#+     return [r["name"] for r in requests]

# %% wrong="the requests instead of their names" caught_by="order" of="fractions in a key"
#-     return [r["name"] for r in sorted(requests, key=key)]
#+     return sorted(requests, key=key)

# %% wrong="effort 0 passes as 1" caught_by="order" of="fractions in a key"
#-         if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
#+         if r["effort"] < 0 or not 0 <= r["confidence"] <= 100:
#
#-         return -Fraction(r["value"] * r["confidence"], r["effort"]), r["due"], r["name"]
#+         return -Fraction(r["value"] * r["confidence"], r["effort"] or 1), r["due"], r["name"]

# %% wrong="negative effort passes" caught_by="order" of="fractions in a key"
#-         if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
#+         if r["effort"] == 0 or not 0 <= r["confidence"] <= 100:

# %% wrong="confidence above 100 passes" caught_by="order" of="fractions in a key"
#-         if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
#+         if r["effort"] <= 0 or r["confidence"] < 0:

# %% wrong="negative confidence passes" caught_by="order" of="fractions in a key"
#-         if r["effort"] <= 0 or not 0 <= r["confidence"] <= 100:
#+         if r["effort"] <= 0 or r["confidence"] > 100:

# %% wrong="only the first is checked" caught_by="order" of="fractions in a key"
#-     for r in requests:
#+     for r in requests[:1]:
