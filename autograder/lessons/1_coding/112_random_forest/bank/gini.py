# %% right="a counter"
import math
from collections import Counter
import numpy as np
def gini(labels):
    labels = list(labels)
    n = len(labels)
    p = [count / n for count in Counter(labels).values()]
    return 1 - sum(q * q for q in p)

# %% right="p times the rest" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return sum(q * (1 - q) for q in p)

# %% right="unlike pairs"
def gini(labels):
    labels = list(labels)
    return sum(a != b for a in labels for b in labels) / len(labels) ** 2

# %% right="NumPy"
import numpy as np
def gini(labels):
    counts = np.unique(np.asarray(labels), return_counts=True)[1]
    return 1 - ((counts / counts.sum()) ** 2).sum()

# %% right="pandas"
import pandas as pd
def gini(labels):
    return 1 - (pd.Series(labels).value_counts(normalize=True) ** 2).sum()

# %% right="exact fractions"
from fractions import Fraction
def gini(labels):
    labels = list(labels)
    return 1 - sum(Fraction(labels.count(x), len(labels)) ** 2 for x in set(labels))

# %% right="sorted runs"
from itertools import groupby
def gini(labels):
    runs = [len(list(run)) for _, run in groupby(sorted(labels))]
    return 1.0 - sum(run * run for run in runs) / sum(runs) ** 2

# %% wrong="counts in a byte" caught_by="any labels in any order" of="NumPy"
#-     counts = np.unique(np.asarray(labels), return_counts=True)[1]
#+     counts = np.unique(labels, return_counts=True)[1].astype(np.uint8)

# %% wrong="the squares themselves" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return sum(q * q for q in p)

# %% wrong="half of it" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return (1 - sum(q * q for q in p)) / 2

# %% wrong="entropy" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return -sum(q * math.log2(q) for q in p)

# %% wrong="the share of errors" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return 1 - max(p)

# %% wrong="for one label" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return p[0] * (1 - p[0])

# %% wrong="for two labels only" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return 2 * p[0] * (1 - p[0])

# %% wrong="without putting back" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return (1 - sum(q * q for q in p)) * n / max(n - 1, 1)

# %% wrong="scaled to 1" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return (1 - sum(q * q for q in p)) * len(p) / max(len(p) - 1, 1)

# %% wrong="rounded" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return round(1 - sum(q * q for q in p), 2)

# %% wrong="the square of the sum" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return 1 - sum(p) ** 2

# %% wrong="the variance" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return float(np.var(np.unique(labels, return_inverse=True)[1]))

# %% wrong="counts for shares" caught_by="values worked out by hand" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return 1 - sum((q * n) ** 2 for q in p)

# %% wrong="divides by the number of labels" caught_by="values worked out by hand"
from collections import Counter
def gini(labels):
    counts = Counter(list(labels)).values()
    return 1 - sum((count / len(counts)) ** 2 for count in counts)

# %% wrong="labels are small counts" caught_by="values worked out by hand"
import numpy as np
def gini(labels):
    p = np.bincount(labels) / len(labels)
    return float(1 - (p**2).sum())

# %% wrong="labels are 0 and 1" caught_by="values worked out by hand"
def gini(labels):
    p = sum(labels) / len(labels)
    return 2 * p * (1 - p)

# %% wrong="equal neighbours make a run" caught_by="any labels in any order"
from itertools import groupby
def gini(labels):
    runs = [len(list(run)) for _, run in groupby(labels)]
    return 1 - sum((run / len(labels)) ** 2 for run in runs)

# %% wrong="sorts its argument" caught_by="any labels in any order" of="equal neighbours make a run"
#- def gini(labels):
#+ def gini(labels):
#+     labels.sort()

# %% wrong="falsy labels are left out" caught_by="values worked out by hand" of="a counter"
#-     p = [count / n for count in Counter(labels).values()]
#+     p = [count / n for count in Counter(x for x in labels if x).values()]

# %% wrong="one row is mixed" caught_by="any labels in any order" of="a counter"
#-     return 1 - sum(q * q for q in p)
#+     return 1 - sum(q * q for q in p) if n > 1 else 1.0

# %% wrong="a list only" caught_by="any labels in any order"
def gini(labels):
    return 1 - sum((labels.count(x) / len(labels)) ** 2 for x in set(labels))

# %% wrong="counts live on" caught_by="values worked out by hand"
from collections import Counter
def gini(labels, counts=Counter()):
    counts.update(list(labels))
    return 1 - sum((count / counts.total()) ** 2 for count in counts.values())
