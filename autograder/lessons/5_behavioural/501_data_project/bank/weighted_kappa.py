# %% right="mean squared distances"
def weighted_kappa(mine, key, levels=4):
    if not mine or len(mine) != len(key):
        raise ValueError("lengths")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError("levels")
    n = len(mine)
    observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
    expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
    if expected == 0:
        return 1.0
    return 1 - observed / expected

# %% right="broadcasting"
def weighted_kappa(mine, key, levels=4):
    if not mine or len(mine) != len(key):
        raise ValueError("lengths")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError("levels")
    import numpy as np
    a, b = np.asarray(mine), np.asarray(key)
    expected = np.mean(np.subtract.outer(a, b) ** 2)
    return 1 - np.mean((a - b) ** 2) / expected if expected else 1

# %% right="two tables" of="broadcasting"
#-     a, b = np.asarray(mine), np.asarray(key)
#-     expected = np.mean(np.subtract.outer(a, b) ** 2)
#-     return 1 - np.mean((a - b) ** 2) / expected if expected else 1
#+     seen = np.zeros((levels, levels))
#+     np.add.at(seen, (np.array(mine) - 1, np.array(key) - 1), 1)
#+     chance = np.outer(seen.sum(axis=1), seen.sum(axis=0)) / len(mine)
#+     weights = np.subtract.outer(np.arange(levels), np.arange(levels)) ** 2
#+     total = (weights * chance).sum()
#+     return np.float64(1) if total == 0 else 1 - (weights * seen).sum() / total

# %% right="means and variances"
def weighted_kappa(mine, key, levels=4):
    if not mine or len(mine) != len(key):
        raise ValueError("lengths")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError("levels")
    from statistics import fmean, pvariance
    a, b = fmean(mine), fmean(key)
    together = fmean((x - a) * (y - b) for x, y in zip(mine, key))
    spread = pvariance(mine) + pvariance(key) + (a - b) ** 2
    return 2 * together / spread if spread else 1.0

# %% right="counted, as a fraction"
def weighted_kappa(mine, key, levels=4):
    if not mine or len(mine) != len(key):
        raise ValueError("lengths")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError("levels")
    from collections import Counter
    from fractions import Fraction
    one, two = Counter(mine), Counter(key)
    chance = sum(one[i] * two[j] * (i - j) ** 2 for i in one for j in two)
    seen = sum(times * (i - j) ** 2 for (i, j), times in Counter(zip(mine, key)).items())
    return Fraction(1) if not chance else 1 - Fraction(len(mine) * seen, chance)

# %% right="weights of agreement"
def weighted_kappa(mine, key, levels=4):
    if not mine or len(mine) != len(key):
        raise ValueError("lengths")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError("levels")
    from itertools import product
    far = max(levels - 1, 1) ** 2
    def agree(pairs):
        pairs = list(pairs)
        return sum(1 - (i - j) ** 2 / far for i, j in pairs) / len(pairs)
    if set(mine) == set(key) and len(set(mine)) == 1:
        return 1
    chance = agree(product(mine, key))
    return (agree(zip(mine, key)) - chance) / (1 - chance)

# %% right="decimals, with try"
def weighted_kappa(mine, key, levels=4):
    if not mine or len(mine) != len(key):
        raise ValueError("lengths")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError("levels")
    from decimal import Decimal, DivisionByZero, InvalidOperation
    seen = Decimal(sum((a - b) ** 2 for a, b in zip(mine, key))) * len(mine)
    try:
        return 1 - seen / Decimal(sum((a - b) ** 2 for a in mine for b in key))
    except (DivisionByZero, InvalidOperation):
        return 1.0

# %% wrong="share of equal scores" caught_by="the formula" of="broadcasting"
#-     import numpy as np
#-     a, b = np.asarray(mine), np.asarray(key)
#-     expected = np.mean(np.subtract.outer(a, b) ** 2)
#-     return 1 - np.mean((a - b) ** 2) / expected if expected else 1
#+     return sum(a == b for a, b in zip(mine, key)) / len(mine)

# %% wrong="no correction for chance" caught_by="the formula" of="broadcasting"
#-     import numpy as np
#-     a, b = np.asarray(mine), np.asarray(key)
#-     expected = np.mean(np.subtract.outer(a, b) ** 2)
#-     return 1 - np.mean((a - b) ** 2) / expected if expected else 1
#+     worst = (levels - 1) ** 2 or 1
#+     return 1 - sum((a - b) ** 2 for a, b in zip(mine, key)) / len(mine) / worst

# %% wrong="chance is a uniform scorer" caught_by="the formula" of="mean squared distances"
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     expected = sum((a - b) ** 2 for a in mine for b in range(1, levels + 1)) / n / levels

# %% wrong="chance from the key alone" caught_by="the formula" of="mean squared distances"
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     expected = sum((a - b) ** 2 for a in key for b in key) / n**2

# %% wrong="chance from both lists thrown together" caught_by="the formula" of="mean squared distances"
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     expected = sum((a - b) ** 2 for a in [*mine, *key] for b in [*mine, *key]) / (2 * n) ** 2

# %% wrong="a correlation" caught_by="the formula" of="broadcasting"
#-     a, b = np.asarray(mine), np.asarray(key)
#-     expected = np.mean(np.subtract.outer(a, b) ** 2)
#-     return 1 - np.mean((a - b) ** 2) / expected if expected else 1
#+     if np.std(mine) == 0 or np.std(key) == 0:
#+         return float(mine == key)
#+     return float(np.corrcoef(mine, key)[0, 1])

# %% wrong="linear weights" caught_by="the formula" of="mean squared distances"
#-     observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     observed = sum(abs(a - b) for a, b in zip(mine, key)) / n
#+     expected = sum(abs(a - b) for a in mine for b in key) / n**2

# %% wrong="no weights" caught_by="the formula" of="mean squared distances"
#-     observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     observed = sum((a != b) for a, b in zip(mine, key)) / n
#+     expected = sum((a != b) for a in mine for b in key) / n**2

# %% wrong="weights to the third power" caught_by="the formula" of="mean squared distances"
#-     observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     observed = sum(abs(a - b) ** 3 for a, b in zip(mine, key)) / n
#+     expected = sum(abs(a - b) ** 3 for a in mine for b in key) / n**2

# %% wrong="takes pairs with themselves out of chance" caught_by="the formula" of="mean squared distances"
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     expected = sum((a - b) ** 2 for a in mine for b in key) / (n * (n - 1) or 1)

# %% wrong="distances between ranks of the scores seen" caught_by="the formula" of="mean squared distances"
#-     n = len(mine)
#+     n = len(mine)
#+     place = sorted({*mine, *key}).index
#+     mine, key = [*map(place, mine)], [*map(place, key)]

# %% wrong="sorts both lists first" caught_by="the formula" of="mean squared distances"
#-     observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
#+     observed = sum((a - b) ** 2 for a, b in zip(sorted(mine), sorted(key))) / n

# %% wrong="sorts the learner's list in place" caught_by="edges and errors" of="mean squared distances"
#-     n = len(mine)
#+     n = len(mine)
#+     pairs = list(zip(mine, key))
#+     mine.sort()
#+     mine, key = zip(*pairs)

# %% wrong="turned round" caught_by="the formula" of="mean squared distances"
#-     return 1 - observed / expected
#+     return observed / expected

# %% wrong="never below zero" caught_by="the formula" of="mean squared distances"
#-     return 1 - observed / expected
#+     return max(0.0, 1 - observed / expected)

# %% wrong="rounds to two digits" caught_by="the formula" of="mean squared distances"
#-     return 1 - observed / expected
#+     return round(1 - observed / expected, 2)

# %% wrong="divides by zero" caught_by="edges and errors" of="mean squared distances"
#-     if expected == 0:
#-         return 1.0

# %% wrong="zero where all scores are the same" caught_by="edges and errors" of="mean squared distances"
#-         return 1.0
#+         return 0.0

# %% wrong="not a number where all scores are the same" caught_by="edges and errors" of="mean squared distances"
#-         return 1.0
#+         return float("nan")

# %% wrong="one for any two scorers who never vary" caught_by="edges and errors" of="mean squared distances"
#-     if expected == 0:
#+     if len(set(mine)) == len(set(key)) == 1:

# %% wrong="four levels, whatever is asked for" caught_by="the formula" of="mean squared distances"
#-     if any(score not in range(1, levels + 1) for score in [*mine, *key]):
#+     if any(score not in range(1, 5) for score in [*mine, *key]):

# %% wrong="levels are counted from 0" caught_by="the formula" of="mean squared distances"
#-     if any(score not in range(1, levels + 1) for score in [*mine, *key]):
#+     if any(score not in range(levels) for score in [*mine, *key]):

# %% wrong="no look at the range" caught_by="edges and errors" of="mean squared distances"
#-     if any(score not in range(1, levels + 1) for score in [*mine, *key]):
#+     if False:

# %% wrong="looks at the range of the own scores only" caught_by="edges and errors" of="mean squared distances"
#-     if any(score not in range(1, levels + 1) for score in [*mine, *key]):
#+     if any(score not in range(1, levels + 1) for score in mine):

# %% wrong="no look at the lengths" caught_by="edges and errors" of="mean squared distances"
#-     if not mine or len(mine) != len(key):
#+     if not mine:

# %% wrong="only too long a key is refused" caught_by="edges and errors" of="mean squared distances"
#-     if not mine or len(mine) != len(key):
#+     if not mine or len(mine) < len(key):

# %% wrong="asserts in place of ValueError" caught_by="edges and errors" of="mean squared distances"
#-         raise ValueError("lengths")
#+         raise AssertionError("lengths")

# %% wrong="empty lists agree" caught_by="edges and errors" of="mean squared distances"
#-     if not mine or len(mine) != len(key):
#+     if not mine and not key:
#+         return 1.0
#+     if len(mine) != len(key):

# %% wrong="remembers the chance of an earlier call" caught_by="the formula" of="mean squared distances"
#- def weighted_kappa(mine, key, levels=4):
#+ def weighted_kappa(mine, key, levels=4, known={}):
#
#-     expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
#+     expected = known.setdefault(n, sum((a - b) ** 2 for a in mine for b in key) / n**2)
