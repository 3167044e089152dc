# %% right="defaultdict and exp2"
import math
from collections import defaultdict
def popularity(views, today, half_life):
    if not half_life > 0:
        raise ValueError("half_life")
    scores = defaultdict(float)
    for title, day, count in views:
        age = today - day
        if age >= 0:
            scores[title] += count * math.exp2(-age / half_life)
    return scores

# %% right="natural logarithm and Counter"
from collections import Counter
from math import exp, log
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    rate, scores = log(2) / half_life, Counter()
    for title, day, count in views:
        if day > today:
            continue
        scores[title] += count * exp(-rate * (today - day))
    return scores

# %% right="sorted rows, decayed on the way"
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    state = {}
    for title, day, count in sorted(views, key=lambda row: row[1]):
        if day > today:
            break
        score, last = state.get(title, (0.0, day))
        state[title] = score * 0.5 ** ((day - last) / half_life) + count, day
    return {t: s * 0.5 ** ((today - last) / half_life) for t, (s, last) in state.items()}

# %% right="pandas"
import pandas as pd
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    table = pd.DataFrame(views, columns=["title", "day", "count"])
    table = table[table["day"] <= today]
    if table.empty:
        return {}
    weight = 0.5 ** ((today - table["day"].astype(float)) / half_life)
    return (table["count"] * weight).groupby(table["title"]).sum().to_dict()

# %% right="groups of rows, fsum"
import math
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    parts = {}
    for title, day, count in views:
        if today >= day:
            parts.setdefault(title, []).append(count * pow(2.0, (day - today) / half_life))
    return {title: math.fsum(each) for title, each in parts.items()}

# %% right="NumPy numbers"
import numpy as np
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    scores = {}
    for title, day, count in views:
        if day <= today:
            part = np.float64(count) * np.exp2(-(today - day) / half_life)
            scores[title] = scores.get(title, np.float64(0)) + part
    return scores

# %% wrong="counts rows from the future" caught_by="only what is known today"
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError("half_life must be positive")
    scores = {}
    for title, day, count in views:
        if True:
            weight = 0.5 ** ((today - day) / half_life)
            scores[title] = scores.get(title, 0.0) + count * weight
    return scores

# %% wrong="gives a title of the future a score of 0" caught_by="only what is known today" of="counts rows from the future"
#-         if True:
#+         scores.setdefault(title, 0.0)
#+         if day <= today:

# %% wrong="weighs the future by its distance" caught_by="only what is known today" of="counts rows from the future"
#-             weight = 0.5 ** ((today - day) / half_life)
#+             weight = 0.5 ** (abs(today - day) / half_life)

# %% wrong="accepts any half-life" caught_by="only what is known today" of="counts rows from the future"
#-         raise ValueError("half_life must be positive")
#+         return {}
#
#-         if True:
#+         if day <= today:

# %% wrong="refuses only 0" caught_by="only what is known today" of="counts rows from the future"
#-     if half_life <= 0:
#+     if half_life == 0:
#
#-         if True:
#+         if day <= today:

# %% wrong="the negative half-life is found too late" caught_by="only what is known today" of="counts rows from the future"
#-     if half_life <= 0:
#+     if views and half_life <= 0:
#
#-         if True:
#+         if day <= today:

# %% wrong="leaves today out" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if day < today:

# %% wrong="no days below 0" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if 0 <= day <= today:

# %% wrong="a factor of e instead of 2" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#-             weight = 0.5 ** ((today - day) / half_life)
#+         if day <= today:
#+             weight = __import__('math').exp(-(today - day) / half_life)

# %% wrong="multiplies by the half-life" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#-             weight = 0.5 ** ((today - day) / half_life)
#+         if day <= today:
#+             weight = 0.5 ** ((today - day) * half_life)

# %% wrong="steps instead of a curve" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#-             weight = 0.5 ** ((today - day) / half_life)
#+         if day <= today:
#+             weight = 0.5 ** ((today - day) // half_life)

# %% wrong="a whole number of days" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#-             weight = 0.5 ** ((today - day) / half_life)
#+         if day <= today:
#+             weight = 0.5 ** ((today - day) / max(1, int(half_life)))

# %% wrong="old rows overflow" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#-             weight = 0.5 ** ((today - day) / half_life)
#+         if day <= today:
#+             weight = 1 / 2.0 ** ((today - day) / half_life)

# %% wrong="keeps the last row of a title" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if day <= today:
#
#-             scores[title] = scores.get(title, 0.0) + count * weight
#+             scores[title] = count * weight

# %% wrong="counts rows, not views" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if day <= today:
#
#-             scores[title] = scores.get(title, 0.0) + count * weight
#+             scores[title] = scores.get(title, 0.0) + weight

# %% wrong="measures age from the newest row" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-     scores = {}
#+     scores = {}
#+     today = max((d for _, d, _ in views if d <= today), default=today)
#
#-         if True:
#+         if day <= today:

# %% wrong="scores as shares of 1" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if day <= today:
#
#-     return scores
#+     return {t: s / sum(scores.values()) for t, s in scores.items()}

# %% wrong="cuts off after three half-lives" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if today - 3 * half_life < day <= today:

# %% wrong="takes title 0 for none" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if title and day <= today:

# %% wrong="a straight line" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#-             weight = 0.5 ** ((today - day) / half_life)
#+         if day <= today:
#+             weight = max(0, 1 - (today - day) / half_life / 2)

# %% wrong="scores are kept between calls" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#- def popularity(views, today, half_life):
#+ def popularity(views, today, half_life, scores={}):
#
#-     scores = {}
#
#-         if True:
#+         if day <= today:

# %% wrong="rounds to whole views" caught_by="a view loses half its weight every half-life" of="counts rows from the future"
#-         if True:
#+         if day <= today:
#
#-             scores[title] = scores.get(title, 0.0) + count * weight
#+             scores[title] = scores.get(title, 0.0) + round(count * weight)

# %% wrong="decays as if rows came in order of days" caught_by="a view loses half its weight every half-life"
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    scores, last = {}, {}
    for title, day, count in views:
        if day > today:
            continue
        age = max(0, day - last.get(title, day))
        scores[title] = scores.get(title, 0) * 0.5 ** (age / half_life) + count
        last[title] = day
    return {t: s * 0.5 ** ((today - last[t]) / half_life) for t, s in scores.items()}
