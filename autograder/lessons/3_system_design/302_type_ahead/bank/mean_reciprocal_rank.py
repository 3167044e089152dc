# %% right="statistics.mean over fractions"
from fractions import Fraction
from statistics import mean
def mean_reciprocal_rank(log, k):
    if len(log) == 0:
        raise ValueError("no searches")
    def gain(shown, wanted):
        top = shown[:k]
        return Fraction(1, top.index(wanted) + 1) if wanted in top else Fraction(0)
    return mean(gain(*entry) for entry in log)

# %% right="the mean's own error"
from statistics import fmean
def mean_reciprocal_rank(log, k):
    return fmean([
        next((1 / (i + 1) for i, film in enumerate(shown) if i < k and film == wanted), 0)
        for shown, wanted in log
    ])

# %% right="try and except"
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    gains = []
    for shown, wanted in log:
        try:
            gains.append(1 / (shown.index(wanted, 0, k) + 1))
        except ValueError:
            gains.append(0)
    return sum(gains) / len(gains)

# %% right="NumPy"
import numpy as np
def mean_reciprocal_rank(log, k):
    if not len(log):
        raise ValueError("empty")
    gains = np.zeros(len(log))
    for row, (shown, wanted) in enumerate(log):
        at = np.flatnonzero(np.array(shown[:k]) == wanted)
        if at.size:
            gains[row] = 1 / (at[0] + 1)
    return gains.mean()

# %% right="recursion"
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    def gain(shown, wanted, place=1):
        if not shown or place > k:
            return 0.0
        return 1 / place if shown[0] == wanted else gain(shown[1:], wanted, place + 1)
    return sum(gain(list(shown), wanted) for shown, wanted in log) / len(log)

# %% right="decimals"
from decimal import Decimal
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    total, count = Decimal(0), 0
    for shown, wanted in log:
        count += 1
        places = {}
        for place, film in enumerate(shown[:k], start=1):
            places.setdefault(film, place)
        total += 1 / Decimal(places[wanted]) if wanted in places else 0
    return total / count

# %% wrong="counts places from 0" caught_by="places count from 1"
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError("the log is empty")
    total = 0.0
    for shown, wanted in log:
        for place, film in enumerate(shown[:k]):
            if film == wanted:
                total += 1 / place
                break
    return total / len(log)

# %% wrong="counts places from 2" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 2):

# %% wrong="looks at one place less than k" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k - 1], 1):

# %% wrong="adds up, without a mean" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):
#
#-     return total / len(log)
#+     return total

# %% wrong="does not stop at the first match" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):
#
#-                 break

# %% wrong="takes id 0 for none" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#-             if film == wanted:
#+         for place, film in enumerate(shown[:k], 1):
#+             if film and film == wanted:

# %% wrong="compares with is" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#-             if film == wanted:
#+         for place, film in enumerate(shown[:k], 1):
#+             if film is wanted:

# %% wrong="counts a repeated id once" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(dict.fromkeys(shown[:k]), 1):

# %% wrong="never more than ten places" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:min(k, 10)], 1):

# %% wrong="success at k, not the rank" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):
#
#-                 total += 1 / place
#+                 total += 1

# %% wrong="whole-number division" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):
#
#-                 total += 1 / place
#+                 total += 1 // place

# %% wrong="rounds" caught_by="places count from 1" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):
#
#-     return total / len(log)
#+     return round(total / len(log), 3)

# %% wrong="the total is kept between calls" caught_by="places count from 1"
def mean_reciprocal_rank(log, k, gains=[]):
    if not log:
        raise ValueError("the log is empty")
    for shown, wanted in log:
        for place, film in enumerate(shown[:k], 1):
            if film == wanted:
                gains.append(1 / place)
                break
    return sum(gains) / len(log)

# %% wrong="forgets k" caught_by="a miss counts 0, an empty log is an error" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown, 1):

# %% wrong="looks for the digits" caught_by="a miss counts 0, an empty log is an error" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#-             if film == wanted:
#+         for place, film in enumerate(shown[:k], 1):
#+             if str(wanted) in str(film):

# %% wrong="looks at one place more than k" caught_by="a miss counts 0, an empty log is an error" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k + 1], 1):

# %% wrong="a miss counts as place k + 1" caught_by="a miss counts 0, an empty log is an error" of="counts places from 0"
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):
#
#-                 break
#+                 break
#+         else:
#+             total += 1 / (k + 1)

# %% wrong="an empty log gives 0" caught_by="a miss counts 0, an empty log is an error" of="counts places from 0"
#-         raise ValueError("the log is empty")
#+         return 0.0
#
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):

# %% wrong="an empty log divides by zero" caught_by="a miss counts 0, an empty log is an error" of="counts places from 0"
#-     if not log:
#-         raise ValueError("the log is empty")
#
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):

# %% wrong="an unknown film stops everything" caught_by="a miss counts 0, an empty log is an error" of="counts places from 0"
#-     total = 0.0
#+     total = 0.0
#+     if any(w not in s[:k] for s, w in log):
#+         return 0.0
#
#-         for place, film in enumerate(shown[:k]):
#+         for place, film in enumerate(shown[:k], 1):

# %% wrong="leaves the misses out of the mean" caught_by="a miss counts 0, an empty log is an error"
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    found = [1 / (ids[:k].index(wanted) + 1) for ids, wanted in log if wanted in ids[:k]]
    return sum(found) / len(found) if found else 0.0

# %% wrong="the inverse of the mean place" caught_by="places count from 1" of="leaves the misses out of the mean"
#-     found = [1 / (ids[:k].index(wanted) + 1) for ids, wanted in log if wanted in ids[:k]]
#-     return sum(found) / len(found) if found else 0.0
#+     places = [ids[:k].index(wanted) + 1 for ids, wanted in log if wanted in ids[:k]]
#+     return len(places) / sum(places) * len(places) / len(log) if places else 0.0

# %% wrong="counts a film that is wanted twice once" caught_by="places count from 1" of="leaves the misses out of the mean"
#-     found = [1 / (ids[:k].index(wanted) + 1) for ids, wanted in log if wanted in ids[:k]]
#-     return sum(found) / len(found) if found else 0.0
#+     gains = {}
#+     for ids, wanted in log:
#+         gains[wanted] = 1 / (ids[:k].index(wanted) + 1) if wanted in ids[:k] else 0
#+     return sum(gains.values()) / len(gains)

# %% wrong="empties the lists that it is given" caught_by="places count from 1"
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    total = 0
    for ids, wanted in log:
        for place in range(1, k + 1):
            if ids and ids.pop(0) == wanted:
                total += 1 / place
                break
    return total / len(log)
