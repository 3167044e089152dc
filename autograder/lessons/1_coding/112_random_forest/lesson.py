# %% [markdown]
# # A random forest from scratch
#
# > **What is really tested.** Whether you notice what a short question leaves out, and whether you
# > know a forest well enough to build one: where its randomness comes from, and what each part
# > buys.
#
# **You will be able to**
# - show in two minutes why a "forest" over all orders of the columns is a single lookup
# - write a classification tree in NumPy: impurity, thresholds, growing, stopping
# - turn it into a forest: bootstrap samples, features sampled at each split, votes and an
#   out-of-bag score
# - say what bagging lowers and what it can't, with the formula
#
# **Before you start**: NumPy arrays and masks, filtering a pandas data frame, Python classes.
# You don't need to have used scikit-learn.
#
# **Time**: 40 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from typing import Any

import numpy as np
import pandas as pd

from autograder import check, complexity

# %% [markdown]
# ## The question
#
# The question goes around in two forms. Part A is the short one:
#
# > "Here is a data frame of yes-or-no columns and a label. Write a random forest, without
# > scikit-learn. To keep it simple, don't sample features at random: build one tree for *every
# > order* of the columns. Each tree splits on its columns in turn and follows the values of a new
# > point. Take a majority vote."
#
# Part B is what the words mean:
#
# > "Now a real one. `fit`, `predict`, `predict_proba`, and an out-of-bag score. NumPy only."
#
# We do both. Part A takes ten minutes, if you see what it hides.

# %% [markdown]
# ## Clarify
#
# Part A. The checks assume these answers.
#
# | You ask | The answer |
# |---|---|
# | Which column is the label? | The one that `new_point` lacks. It may be in any position and have any name. |
# | What does a tree do at a column? | It keeps the rows whose value equals that of `new_point`. |
# | What if no row is left? | That tree doesn't vote. If no tree votes, return `None`. |
# | What if two labels are equally frequent? | Return either. |
# | Are the values only 0 and 1? | No: numbers, strings, booleans. There are no missing values. |
#
# Part B:
#
# | You ask | The answer |
# |---|---|
# | What is in X and y? | `X` is an array of n rows and p columns of floats, `y` an array of n labels of one type: numbers, strings or booleans. n is at least 1. No values are missing. |
# | Gini or entropy? | Either. |
# | Where is a threshold? | Halfway between two neighbouring distinct values of the node's rows. A value equal to it goes left. |
# | When does a node become a leaf? | When all its rows have the same label, when it's at `max_depth` (the root is at depth 0, so 1, the smallest value, means one split), or when no split leaves at least `min_samples_leaf` rows on each side. |
# | What about a split with a gain of 0? | Make it or skip it. |
# | Which features may a split use? | `max_features` distinct ones, sampled from `rng` afresh at every split, every subset equally likely. `None` means all. If these candidate features are all constant in the node, make a leaf or keep sampling. |
# | What does a tree of the forest see? | A bootstrap sample (its *bag*): n rows drawn with replacement. |
# | How do trees vote? | By the mean of their shares, or with one vote each. On a tie, return any of the tied labels. |
# | What are the columns of `predict_proba`? | All labels of `y`, in sorted order. |
# | What is the out-of-bag score? | The share of rows predicted correctly by the vote of the trees for which the row is out-of-bag. Leave out rows that are in every bag. |
# | Where does the randomness come from? | From `rng`, a `numpy.random.Generator`, and from nowhere else. |

# %% [markdown]
# ## A tiny example
#
# Part A on six animals. The new one lives indoors and is small.

# %%
pets = pd.DataFrame({
    "indoors": [1, 1, 0, 0, 1, 0],
    "small":   [1, 0, 1, 0, 1, 1],
    "pet":     ["cat", "dog", "cat", "dog", "cat", "bird"],
})
new_pet = {"indoors": 1, "small": 1}

for order in (["indoors", "small"], ["small", "indoors"]):
    rows = pets
    for name in order:
        rows = rows[rows[name] == new_pet[name]]
        print(f"{name:>8} = {new_pet[name]}: rows {list(rows.index)}")
    print("          vote:", rows["pet"].mode()[0])

# %% [markdown]
# Two orders, two trees, the same two rows at the end. That isn't an accident.

# %% [markdown]
# ## Brute force first
#
# With k columns there are k! orders, and each filters k times. Here is the whole forest in plain
# Python. It counts its comparisons and returns the vote of every tree.

# %%
from collections import Counter
from itertools import permutations
from math import factorial

def every_order(rows, point):
    """The votes of all trees, and the comparisons they cost. A row is (values, label)."""
    votes, compared = Counter(), 0
    for order in permutations(range(len(point))):
        left = rows
        for column in order:
            compared += len(left)
            left = [row for row in left if row[0][column] == point[column]]
        labels = Counter(label for _, label in left)
        votes[labels.most_common(1)[0][0] if labels else None] += 1
    return votes, compared

def random_rows(n, columns, rng):
    table = rng.integers(0, 2, (n, columns + 1)).tolist()
    return [(tuple(values), label) for *values, label in table]

rng = np.random.default_rng(112)
print("columns   trees  comparisons   votes")
for columns in range(2, 8):
    votes, compared = every_order(random_rows(40, columns, rng), (1,) * columns)
    print(f"{columns:7} {factorial(columns):7,} {compared:12,}   {dict(votes)}")

# %% [markdown]
# Ten columns would make 3,628,800 trees. Before you make that faster, look at the last column.

# %%
agreed = 0
for _ in range(300):
    rows = random_rows(25, 4, rng)
    votes, _ = every_order(rows, tuple(rng.integers(0, 2, 4).tolist()))
    agreed += len(votes) == 1
print(f"all 24 trees cast the same vote in {agreed} of 300 random tables")

# %% [markdown]
# **Why.** A filter is a set: the rows with this value in this column. Filtering by one column after
# the other intersects these sets, and the order of an intersection doesn't matter. The picture
# shows three columns. Each box holds the rows left after some of the filters. Each of the six
# orders is a path from left to right, and all of them end in the same box.

# %% alt="A lattice of eight boxes in four ranks. From left to right: all 40 rows; the rows left after filtering by a, by b or by c; by two of them; by all three. Six paths lead from the first box to the last, two of them highlighted." folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

table = np.random.default_rng(4).integers(0, 2, (40, 3))
PLACES = {"": (0, 1), "a": (1, 2), "b": (1, 1), "c": (1, 0),
          "ab": (2, 2), "ac": (2, 1), "bc": (2, 0), "abc": (3, 1)}
PATHS = {"a, b, c": ["", "a", "ab", "abc"], "c, b, a": ["", "c", "bc", "abc"]}

def rows_left(names):
    return int((table[:, ["abc".index(name) for name in names]] == 1).all(axis=1).sum())

with style():
    plot = axes(7, 2.8)
    for start, (x0, y0) in PLACES.items():
        for end, (x1, y1) in PLACES.items():
            if len(end) == len(start) + 1 and set(start) < set(end):
                plot.plot([x0, x1], [y0, y1], color=INK, lw=0.8, zorder=1)
    for (order, path), colour in zip(PATHS.items(), COLOURS):
        steps = [PLACES[names] for names in path]
        plot.plot(*zip(*steps), color=colour, lw=3, zorder=2, label=f"order {order}")
    for names, (x, y) in PLACES.items():
        text = f"{' and '.join(names) or 'all'}\n{rows_left(names)} rows"
        box = {"facecolor": "#dfe5ea", "edgecolor": "none", "boxstyle": "round,pad=0.4"}
        plot.text(x, y, text, ha="center", va="center", color="black", fontsize=9, bbox=box)
    plot.set(xlim=(-0.4, 3.4), ylim=(-0.7, 2.6))
    plot.axis("off")
    plot.legend(loc="lower right", fontsize=9)
    shown = picture(plot.figure, "A lattice of eight boxes. " + "; ".join(
        f"{' and '.join(names) or 'no filter'}: {rows_left(names)} rows" for names in PLACES)
        + ". Every path from left to right ends in the same box.")
shown

# %% [markdown]
# So the forest of k! trees is one lookup, k! times. Say so, then write the lookup: one mask per
# column, O(n · k). That is the answer to part A, and the reason to ask for part B.

# %% [markdown] card="toy_forest"
# Write `toy_forest(data, new_point)`.
#
# - `data` is a pandas data frame. Its label is the one column that `new_point`, a dict, lacks. That
#   column may be in any position. Column names are strings of any kind.
# - Return the most frequent label among the rows equal to `new_point` in all its columns. On a tie,
#   return any of the tied labels. If there is no such row, return `None`.
# - Values and labels are numbers, strings or booleans; `0`, `""` and `False` are labels like any
#   other. `data` may have any index, such as that of a filtered frame.
# - Don't modify `data` or `new_point`. `new_point` has at least one column, in any order.
# - A loop over all orders passes too: the checks have at most three columns in addition to the
#   label.

# %% exercise="toy_forest"
def toy_forest(data: pd.DataFrame, new_point: dict) -> Any:
    """Return the most frequent label of the rows that equal ``new_point``; None without one."""
    ### BEGIN SOLUTION
    label = next(name for name in data.columns if name not in new_point)
    keep = np.ones(len(data), dtype=bool)
    for name, value in new_point.items():
        keep &= (data[name] == value).to_numpy()
    found = data.loc[keep, label]
    return None if found.empty else found.mode().iloc[0]
    ### END SOLUTION

# %% check="toy_forest"
check(toy_forest)

# %% [markdown] hints="toy_forest"

# %% [markdown]
# ## A better way
#
# What would make the trees differ, and why would you want that? Part B takes four ideas.
#
# **1. Learn the question.** A tree shouldn't use every column in turn. At each node it should ask
# the one question "is this feature at most t?" that separates the labels best. *Gini impurity*
# measures how mixed the labels are: the probability that two rows, drawn with replacement, have
# different labels.
#
# $$G = 1 - \sum_{\text{label}} p_{\text{label}}^2$$
#
# It is 0 for one label, 1/2 for two equal halves, and close to 1 for many. A split is judged by its
# *gain*: the impurity of the node minus that of both sides, **each weighted by its number of
# rows**. Here are six viewers in the order of the hours they watched, with ▪ for those who renewed,
# worked out by hand:
#
# | threshold | left | right | weighted impurity | gain |
# |:-:|:-:|:-:|:-:|:-:|
# | none | ▫▫▪▫▪▪ | | 1/2 | |
# | 1.5 | ▫ | ▫▪▫▪▪ | 1/6 · 0 + 5/6 · 12/25 = 0.400 | 0.100 |
# | 3 | ▫▫ | ▪▫▪▪ | 2/6 · 0 + 4/6 · 3/8 = 0.250 | 0.250 |
# | 5 | ▫▫▪ | ▫▪▪ | 3/6 · 4/9 + 3/6 · 4/9 = 0.444 | 0.056 |
# | 6.5 | ▫▫▪▫ | ▪▪ | 4/6 · 3/8 + 2/6 · 0 = 0.250 | 0.250 |
# | 8.5 | ▫▫▪▫▪ | ▪ | 5/6 · 12/25 + 1/6 · 0 = 0.400 | 0.100 |
#
# A threshold is halfway between two neighbouring values, because every threshold between them
# splits the rows in the same way. So n rows have at most n - 1 distinct thresholds.

# %% alt="Six viewers on an axis of hours watched, three of them renewed. Above, the weighted Gini impurity after a split at each threshold: 0.5 without a split, two lowest points of 0.25 at 3 and at 6.5 hours." folded=true
HOURS, RENEWED = [1, 2, 4, 6, 7, 10], [0, 0, 1, 0, 1, 1]
CUTS = [1.5, 3, 5, 6.5, 8.5]
AFTER = [2 / 5, 1 / 4, 4 / 9, 1 / 4, 2 / 5]  # the weighted impurity, from the table above

with style():
    plot = axes(6.4, 2.8)
    edges = [0, *HOURS, 11]
    heights = [0.5, *AFTER, 0.5]
    for low, high, height in zip(edges, edges[1:], heights):
        plot.plot([low, high], [height] * 2, color=COLOURS[0], lw=2.5)
    plot.plot(CUTS, AFTER, "o", color=COLOURS[1])
    plot.text(3, 0.21, "dots: halfway, the thresholds", ha="center", va="center", fontsize=9)
    for hour, renewed in zip(HOURS, RENEWED):
        plot.plot(hour, 0.06, "s", ms=11, color=INK, mfc=INK if renewed else "none")
    plot.text(0.05, 0.13, "filled: renewed", fontsize=9)
    plot.set(xlabel="hours watched", ylabel="weighted impurity", ylim=(0, 0.56), xlim=(0, 11))
    shown = picture(plot.figure, "The weighted Gini impurity after a split, over the threshold: " +
                    ", ".join(f"{after:.3f} at {cut}" for cut, after in zip(CUTS, AFTER)) + ".")
shown

# %% [markdown]
# **2. Grow until it is pure.** Each side is a smaller table: split it again. A fully grown tree
# classifies every training row correctly, provided no two identical rows have different labels. Its
# bias is low. But it fits the noise too: change a few rows and you get another tree. Its variance
# is high.
#
# **3. Average many such trees.** If each of B trees has variance σ², and any two of them have
# correlation ρ, then their mean has
#
# $$\text{variance} = \rho\,\sigma^2 + \frac{1-\rho}{B}\,\sigma^2.$$
#
# More trees remove the second term and only that. The bias doesn't change. So grow deep trees, and
# make them *different*. A bootstrap sample does that: each tree gets its own *bag*, n rows drawn
# with replacement. A row is missing from a bag with probability (1 - 1/n)ⁿ, about 37%.
#
# **4. Make them more different.** With one strong feature, all trees start with the same split. So
# let each split choose among a few *candidate features* sampled at random, about √p of them. Each
# tree gets a little worse, but ρ drops by more. It has to be *each split*: a tree that samples its
# features once can't use the others at all.
#
# The picture needs no tree code. With one feature, a fully grown tree predicts the label of the
# nearest row in its bag. The wobble that remains is the first term of the formula: all bags come
# from the same 60 rows.

# %% alt="Chance of renewal over one feature. The truth is a plateau in the middle. One tree jumps between 0 and 1 and follows single rows; the mean of 200 trees is closer to the plateau, with some wobble left." folded=true
def plateau(x):
    return np.where(abs(x - 0.5) < 0.22, 0.85, 0.15)

def nearest_label(x, y, points):
    """A tree grown to the end on one feature."""
    return y[abs(x[:, None] - points).argmin(axis=0)]

def grow_lines(rng, points, trees, n=60):
    """What each tree says of the points, all grown from bags of the same n noisy rows."""
    x = rng.random(n)
    y = rng.random(n) < plateau(x)
    bags = rng.integers(n, size=(trees, n))
    return np.array([nearest_label(x[bag], y[bag], points) for bag in bags])

points = np.linspace(0, 1, 300)
said = grow_lines(np.random.default_rng(8), points, 200)
with style():
    plot = axes(6.4, 2.8)
    plot.plot(points, said[0], color=INK, lw=1, label="one tree")
    plot.plot(points, said.mean(axis=0), color=COLOURS[1], lw=2.5, label="mean of 200 trees")
    plot.plot(points, plateau(points), color=COLOURS[0], lw=2, ls="--", label="truth")
    plot.set(xlabel="feature", ylabel="chance of label 1")
    plot.legend(fontsize=9, loc="upper left", bbox_to_anchor=(1.01, 1))
    off = [abs(line - plateau(points)).mean() for line in (said[0], said.mean(axis=0))]
    shown = picture(plot.figure, "One tree jumps between 0 and 1; the mean of 200 trees is closer "
                    f"to the truth. Mean distance from it: {off[0]:.2f} and {off[1]:.2f}.")
shown

# %% [markdown]
# Now test the formula on 300 fresh tables:

# %%
points = np.linspace(0.05, 0.95, 19)
said = np.array([grow_lines(np.random.default_rng(seed), points, 50) for seed in range(300)])
variance = said.reshape(-1, 19).var(axis=0).mean()
one, other = said[:, :25].mean(axis=1), said[:, 25:].mean(axis=1)  # covariance of 25 · 25 pairs
rho = ((one - one.mean(axis=0)) * (other - other.mean(axis=0))).mean() / variance
print(f"one tree: variance {variance:.3f}; two trees: correlation {rho:.2f}")
for trees in (1, 5, 50):
    measured = said[:, :trees].mean(axis=1).var(axis=0).mean()
    formula = rho * variance + (1 - rho) * variance / trees
    print(f"{trees:2} trees: measured {measured:.3f}, formula {formula:.3f}")

# %% [markdown]
# **What you get for free.** Each row is out-of-bag for about a third of the trees. Let those trees
# vote on it. That tests every row with trees that never saw it, and you don't have to hold out any
# rows. This is the *out-of-bag* score.
#
# **What it costs.** Take one node with n rows and m candidate features. Counting both sides again
# for each threshold takes O(m · n²). Sorting once, then moving one row at a time, takes O(m · n log
# n). The forest takes O(B · m · n log n · depth).

# %% [markdown]
# ## Your turn
#
# Go step by step: impurity, one split, the tree. The forest comes last, with a timer.

# %% [markdown] card="gini"
# Write `gini(labels)`, which returns the Gini impurity as a number.
#
# - `labels` is a list or a NumPy array of one or more labels, all of one type: numbers, strings or
#   booleans. Don't modify it.

# %% exercise="gini"
def gini(labels) -> float:
    """Return the chance that two labels, drawn with putting back, differ."""
    ### BEGIN SOLUTION
    _, counts = np.unique(np.asarray(labels), return_counts=True)
    return float(1 - ((counts / counts.sum()) ** 2).sum())
    ### END SOLUTION

# %% check="gini"
check(gini)

# %% [markdown] hints="gini"

# %% [markdown] card="best_split"
# Write `best_split(x, y, min_leaf=1)`, which finds the best threshold for one feature.
#
# - `x` is an array of n floats, `y` is an array of n labels, and n is at least 1. Don't modify
#   either.
# - Return `(threshold, gain)`, with Gini impurity. A row goes left if its value is at most the
#   threshold. The threshold is halfway between two neighbouring distinct values of `x`.
# - Only thresholds that leave at least `min_leaf` rows on each side count. If there is none, return
#   `None`. Return a best gain of 0 like any other.
# - If several thresholds share the largest gain, return any of them.
# - With few distinct labels, the work must grow as n log n. In addition to counting steps, the
#   checks use 30,000 rows.

# %% exercise="best_split"
def best_split(x: np.ndarray, y: np.ndarray, min_leaf: int = 1) -> tuple[float, float] | None:
    """Return the threshold with the largest gain, and that gain; None if none is allowed."""
    ### BEGIN SOLUTION
    order = np.argsort(x)
    x = x[order]
    labels, codes = np.unique(y, return_inverse=True)
    counts = np.eye(len(labels))[codes[order]].cumsum(axis=0)
    total, n, sizes = counts[-1], len(x), np.arange(1, len(x))
    left, right = counts[:-1], counts[-1] - counts[:-1]
    pure = (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / (n - sizes)
    allowed = (x[:-1] < x[1:]) & (sizes >= min_leaf) & (n - sizes >= min_leaf)
    if not allowed.any():
        return None
    at = np.where(allowed, pure, -1).argmax()
    return (x[at] + x[at + 1]) / 2, (pure[at] - (total**2).sum() / n) / n
    ### END SOLUTION

# %% check="best_split"
check(best_split)

# %% [markdown] hints="best_split"

# %% [markdown] card="DecisionTree"
# Write the class `DecisionTree`. The table in *Clarify* decides every case; in short:
#
# - `DecisionTree(max_depth=None, min_samples_leaf=1, max_features=None, rng=None)`. Without
#   `max_features`, no `rng` is needed. `max_features` is at most the number of features.
# - `fit(X, y)` grows the tree. What it returns is up to you (`self` is usual). A second `fit`
#   starts from scratch. Don't modify `X` or `y`.
# - `predict_proba(X)` returns one row per row of `X`, and one column per label of `y` in sorted
#   order: the shares of the labels in the leaf, which sum to 1.
# - `predict(X)` returns, for each row, a label with the largest share, as it occurs in `y`.
# - Don't use scikit-learn.
#
# You may call your `best_split`. What else the class has is up to you: for instance
# `feature_importances_`, which a cell further below uses if it's there.

# %% exercise="DecisionTree"
class DecisionTree:
    """A classification tree with thresholds halfway between values, chosen by their gain."""

    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.max_depth = max_depth
        self.min_samples_leaf = min_samples_leaf
        self.max_features = max_features
        self.rng = rng

    def fit(self, X, y):
        """Grow the tree from X, shape (n, p), and y, shape (n,)."""
        ### BEGIN SOLUTION
        X = np.asarray(X, dtype=float)
        self.classes_, codes = np.unique(np.asarray(y), return_inverse=True)
        is_label = np.eye(len(self.classes_))[codes]
        self.feature_importances_ = np.zeros(X.shape[1])

        def best_cut(rows, counts):
            """The best cut of all drawn columns at once: its column, threshold and gain."""
            n, least = len(rows), self.min_samples_leaf
            if n < 2 * least:
                return None
            drawn = np.arange(X.shape[1])
            if self.max_features is not None:
                drawn = self.rng.permutation(X.shape[1])[: self.max_features]
            values = X[rows[:, None], drawn]
            order = values.argsort(axis=0)
            values = np.take_along_axis(values, order, axis=0)
            low, high = values[least - 1 : n - least], values[least : n - least + 1]
            left = is_label[rows[order]].cumsum(axis=0)[least - 1 : n - least]
            right = counts - left
            size = np.arange(least, n - least + 1)[:, None]
            pure = (left**2).sum(axis=2) / size + (right**2).sum(axis=2) / (n - size)
            pure[low == high] = -1
            at, column = np.unravel_index(pure.argmax(), pure.shape)
            if pure[at, column] < 0:
                return None
            gain = (pure[at, column] - (counts**2).sum() / n) / len(X)
            return drawn[column], (low[at, column] + high[at, column]) / 2, gain

        nodes = []  # [feature, threshold, left, right, shares]; a leaf leads to itself
        waiting = [(np.arange(len(X)), 0, None, None)]
        while waiting:
            rows, depth, parent, side = waiting.pop()
            if parent is not None:
                nodes[parent][side] = len(nodes)
            place, counts = len(nodes), is_label[rows].sum(axis=0)
            nodes.append([0, np.inf, place, place, counts / len(rows)])
            if depth == self.max_depth or np.count_nonzero(counts) == 1:
                continue
            cut = best_cut(rows, counts)
            if cut is not None:
                feature, threshold, gain = cut
                nodes[place][:2] = feature, threshold
                self.feature_importances_[feature] += gain
                is_left = X[rows, feature] <= threshold
                waiting.append((rows[is_left], depth + 1, place, 2))
                waiting.append((rows[~is_left], depth + 1, place, 3))
        self._feature, self._threshold, left, right, shares = map(np.array, zip(*nodes))
        self._children, self._shares = np.stack([left, right]), shares
        return self
        ### END SOLUTION

    def predict_proba(self, X):
        """Return the shares of the labels, shape (rows, labels)."""
        ### BEGIN SOLUTION
        X = np.asarray(X, dtype=float)
        at, before = np.zeros(len(X), dtype=int), None
        while before is None or (at != before).any():
            goes_right = X[np.arange(len(X)), self._feature[at]] > self._threshold[at]
            at, before = self._children[goes_right.astype(int), at], at
        return self._shares[at]
        ### END SOLUTION

    def predict(self, X):
        """Return a label for each row of X."""
        ### BEGIN SOLUTION
        return self.classes_[self.predict_proba(X).argmax(axis=1)]
        ### END SOLUTION

# %% check="DecisionTree"
check(DecisionTree)

# %% [markdown] hints="DecisionTree"

# %% [markdown]
# ## A variation, unaided
#
# "Good. Ten of these don't help me: they're all the same. Make it a forest."
#
# Set a timer for {{minutes RandomForest}} minutes, and keep the hints folded until it goes off. Say
# what you're about to do before you type.

# %% [markdown] card="RandomForest"
# Write the class `RandomForest` on top of your tree. The table in *Clarify* decides every case; in
# short:
#
# - `RandomForest(n_trees, max_depth, min_samples_leaf, max_features, rng)`. All five are passed.
#   Use `rng`, a `numpy.random.Generator`, for the bags and for the features. Any of its methods
#   will do, including `spawn`. The same seed must lead to the same forest.
# - `fit(X, y)` grows `n_trees` trees, each from a bag of its own. A second `fit` starts from
#   scratch.
# - `predict_proba(X)` and `predict(X)` work as in the tree, with one column per label of the `y`
#   passed to `fit`: a bag may lack some of them.
# - `oob_score_` is a number, available after `fit`. If every row is in every bag, as with a single
#   row, it may be anything, but `fit` mustn't raise an error.
# - Don't modify `X` or `y`. Don't use scikit-learn.

# %% exercise="RandomForest"
class RandomForest:
    """Trees on bags of the rows, with features drawn at every split."""

    def __init__(self, n_trees, max_depth, min_samples_leaf, max_features, rng):
        self.n_trees = n_trees
        self.max_depth = max_depth
        self.min_samples_leaf = min_samples_leaf
        self.max_features = max_features
        self.rng = rng

    def fit(self, X, y):
        """Grow the forest from X, shape (n, p), and y, shape (n,)."""
        ### BEGIN SOLUTION
        X = np.asarray(X, dtype=float)
        self.classes_, codes = np.unique(np.asarray(y), return_inverse=True)
        settings = self.max_depth, self.min_samples_leaf, self.max_features, self.rng
        n, self._trees = len(X), []
        votes = np.zeros((n, len(self.classes_)))
        for _ in range(self.n_trees):
            bag = self.rng.integers(n, size=n)
            tree = DecisionTree(*settings).fit(X[bag], codes[bag])
            self._trees.append(tree)
            out = np.setdiff1d(np.arange(n), bag)
            votes[np.ix_(out, tree.classes_)] += tree.predict_proba(X[out])
        judged = votes.any(axis=1)
        hits = votes[judged].argmax(axis=1) == codes[judged]
        self.oob_score_ = float(hits.mean()) if judged.any() else float("nan")
        importances = [tree.feature_importances_ for tree in self._trees]
        self.feature_importances_ = np.mean(importances, axis=0)
        return self
        ### END SOLUTION

    def predict_proba(self, X):
        """Return the mean shares of the labels, shape (rows, labels)."""
        ### BEGIN SOLUTION
        X = np.asarray(X, dtype=float)
        shares = np.zeros((len(X), len(self.classes_)))
        for tree in self._trees:
            shares[:, tree.classes_] += tree.predict_proba(X)
        return shares / self.n_trees
        ### END SOLUTION

    def predict(self, X):
        """Return a label for each row of X."""
        ### BEGIN SOLUTION
        return self.classes_[self.predict_proba(X).argmax(axis=1)]
        ### END SOLUTION

# %% check="RandomForest"
check(RandomForest)

# %% [markdown] hints="RandomForest"

# %% [markdown]
# ## Measured complexity
#
# The plot counts the lines of Python that your `best_split` executes as the column gets longer,
# next to a version that counts both sides again for each threshold. If you let NumPy do the work,
# your line is flat: what happens inside a NumPy call isn't counted.

# %%
complexity(best_split)

# %% [markdown]
# Now compare your forest with scikit-learn's, in one run, on its handwritten digits: 1,797 images
# of 64 pixels, half to fit and half to test, 20 trees, five seeds. scikit-learn runs on one thread.
# It isn't part of this course; without it, the cell says so.

# %%
import time

def compare(forest_class, trees=20, seeds=5):
    """Mean accuracy of both forests, and how many times longer yours takes to fit."""
    from sklearn.datasets import load_digits
    from sklearn.ensemble import RandomForestClassifier

    X, y = load_digits(return_X_y=True)
    hits, seconds = np.zeros((seeds, 2)), np.zeros((seeds, 2))
    for seed in range(seeds):
        order = np.random.default_rng(seed).permutation(len(X))
        fit, test = order[::2], order[1::2]
        yours = forest_class(trees, None, 1, 8, np.random.default_rng(seed))
        theirs = RandomForestClassifier(trees, max_features=8, random_state=seed, n_jobs=1)
        for at, forest in enumerate((yours, theirs)):
            start = time.process_time()
            forest.fit(X[fit], y[fit])
            seconds[seed, at] = time.process_time() - start
            hits[seed, at] = (np.asarray(forest.predict(X[test])) == y[test]).mean()
    return hits.mean(axis=0), np.median(seconds[:, 0] / seconds[:, 1])

try:
    (yours, theirs), ratio = compare(RandomForest)
    print(f"accuracy: yours {yours:.3f}, scikit-learn {theirs:.3f}")
    print(f"time to fit: {ratio:.1f} times that of scikit-learn on one thread")
except ImportError:
    print("To see the comparison, install scikit-learn: pip install scikit-learn")
except Exception as error:
    print(f"Nothing to compare yet ({type(error).__name__}). Write RandomForest first.")

# %% [markdown]
# A tree that calls `best_split` for one column after the other takes two to three times as long as
# one that sorts all candidate columns in one call. Most nodes are small, so the number of NumPy
# calls matters there, not the number of rows.

# %% [markdown]
# ## Wrong answers people give
#
# **Unweighted sides.** Without weights, a split that cuts off one row looks excellent: that side is
# pure.

# %%
def impurity(part):
    return 1 - sum((part == label).mean() ** 2 for label in np.unique(part))

def scores(y, weighted=True, measure=impurity):
    """The mixed impurity of each cut of rows that stand in order."""
    found = []
    for i in range(1, len(y)):
        share = i / len(y) if weighted else 1 / 2
        found.append(share * measure(y[:i]) + (1 - share) * measure(y[i:]))
    return np.array(found)

y = np.array([1, 0, 0, 0, 0, 0, 1, 1, 1, 0])
for weighted in (True, False):
    cut = scores(y, weighted).argmin() + 1
    print(f"{'weighted' if weighted else 'unweighted':>10}: {y[:cut]} | {y[cut:]}")

# %% [markdown]
# (Entropy instead of Gini isn't a mistake. It is $-\sum p \log_2 p$, and it mostly finds the same
# cut. Counting errors, 1 minus the largest share, is a mistake: it often finds no gain where there
# is one.)

# %%
def entropy(part):
    shares = np.unique(part, return_counts=True)[1] / len(part)
    return -(shares * np.log2(shares)).sum()

def errors(part):
    return 1 - np.unique(part, return_counts=True)[1].max() / len(part)

rng = np.random.default_rng(3)
columns = [(rng.random(40) < np.linspace(0.05, 0.5, 40)).astype(int) for _ in range(300)]
same = sum(scores(y).argmin() == scores(y, measure=entropy).argmin() for y in columns)
blind = sum(scores(y, measure=errors).min() > errors(y) - 1e-9 for y in columns)
print(f"Gini and entropy choose the same cut in {same} of 300 random columns")
print(f"counting errors sees no gain in {blind} of them, Gini in "
      f"{sum(scores(y).min() > impurity(y) - 1e-9 for y in columns)}")

# %% [markdown]
# **Scoring in-bag rows.** If all trees vote on all rows, two thirds of the voters have seen the
# row. Here are the scores of the one-feature trees from above:

# %%
def three_scores(rng, n=400, trees=100):
    x, new_x = rng.random(n), rng.random(n)
    y, new_y = rng.random(n) < plateau(x), rng.random(n) < plateau(new_x)
    bags = rng.integers(n, size=(trees, n))
    own = np.array([nearest_label(x[bag], y[bag], x) for bag in bags])
    new = np.array([nearest_label(x[bag], y[bag], new_x) for bag in bags])
    outside = np.array([~np.isin(np.arange(n), bag) for bag in bags])
    oob = (own & outside).sum(axis=0) / outside.sum(axis=0)
    return [((share > 0.5) == truth).mean()
            for share, truth in ((own.mean(axis=0), y), (oob, y), (new.mean(axis=0), new_y))]

found = np.mean([three_scores(np.random.default_rng(seed)) for seed in range(10)], axis=0)
for name, score in zip(("all trees vote", "out of bag", "new rows"), found):
    print(f"{name:>15}: {score:.3f}")

# %% [markdown]
# **A threshold at a value.** A tree is fitted on 2 and 8, with labels a and b. Which label should 3
# get?

# %%
for name, threshold in (("at the lower value", 2), ("halfway", 5), ("below the upper value", 7.99)):
    print(f"{name:>22}: " + "  ".join(f"{x} is {'a' if x <= threshold else 'b'}" for x in (3, 5, 7)))

# %% [markdown]
# | mistake | what happens |
# |---|---|
# | no bags, and all features at each split | B copies of one tree; the vote changes nothing |
# | features sampled once per tree | a tree can't use two features that only help together if it sampled only one of them |
# | features sampled with replacement | with `max_features=p`, a split misses the best feature in about a third of the cases |
# | a bag without replacement | n of n rows isn't a bootstrap sample; 63% of them is subsampling, which works but is another method |
# | columns of a tree's own labels | a bag without the label `a` silently shifts all columns by one |
# | `predict` returns column numbers | right only for labels 0, 1, 2 |
# | the label column stays in X | accuracy 1.0; if a score is too good, look for the label first |
# | `y.mean() > 0.5` as the vote | works for two labels only, and they must be 0 and 1 |
# | `np.random` instead of `rng` | nobody can reproduce a run, and another cell changes your result |
# | pure nodes are split further | the same predictions, thousands of levels deep |
# | `self.trees` is never emptied | after a second `fit`, the trees of the first still vote |

# %% [markdown]
# ## Spot the error
#
# **1.** A popular guide says: *enumerate all feature permutations, build a deterministic tree for
# each, let them vote; this shows bagging and the bias-variance trade-off.* You've seen that all
# those trees cast the same vote. Now see how often that vote is empty, and what it's worth. The
# table has 400 rows, noisy labels and ten yes-or-no columns. Five of them are useful, two of these
# only together:

# %%
def noisy_table(n, rng):
    X = rng.integers(0, 2, (n, 10))
    score = X[:, 0] + X[:, 1] * X[:, 2] + X[:, 3] - X[:, 4] - 1
    chance = 1 / (1 + np.exp(-1.8 * score))
    return X, (rng.random(n) < chance).astype(int), (chance > 0.5).astype(int)

def lookup(X, y, new):
    """Part A for many points: the majority among equal rows, None without one."""
    found = {}
    for row, label in zip(map(bytes, X.astype(np.uint8)), y):
        found.setdefault(row, []).append(label)
    return [int(np.mean(found[row]) > 0.5) if row in found else None
            for row in map(bytes, new.astype(np.uint8))]

def guide_against_forest(seed):
    rng = np.random.default_rng(seed)
    (X, y, _), (new, truth, best) = noisy_table(400, rng), noisy_table(2_000, rng)
    votes, usual = lookup(X, y, new), int(y.mean() > 0.5)
    forest = RandomForest(50, None, 1, 3, rng)
    forest.fit(X.astype(float), y)
    tree = DecisionTree()
    tree.fit(X.astype(float), y)
    toy = np.array([usual if vote is None else vote for vote in votes])
    return [np.mean([vote is None for vote in votes])] + [
        (np.asarray(said) == truth).mean()
        for said in (toy, tree.predict(new.astype(float)), forest.predict(new.astype(float)), best)]

try:
    empty, *found = np.mean([guide_against_forest(seed) for seed in range(3)], axis=0)
    print(f"no equal row: {empty:.0%} of new points; (1 - 1/1024)^400 is {(1 - 1 / 1024)**400:.0%}")
    for name, score in zip(("lookup, usual label if empty", "one tree", "your forest",
                            "best possible"), found):
        print(f"{name:>28}: {score:.3f}")
except Exception as error:
    print(f"Nothing to compare yet ({type(error).__name__}). Write the tree and the forest first.")

# %% [markdown]
# **Correct:** there is no bag, no sampling and no learned split in it, so it isn't bagging. And k!
# copies of one answer have correlation 1: by the formula, their mean keeps all of the variance. The
# order of columns matters only with a rule that stops early, for instance "stop before no row is
# left":

# %%
def stops_early(rows, point):
    """The votes of all orders, each of which stops before it has no row."""
    votes = Counter()
    for order in permutations(range(len(point))):
        left = rows
        for column in order:
            fewer = [row for row in left if row[0][column] == point[column]]
            left = fewer or left
            if not fewer:
                break
        votes[Counter(label for _, label in left).most_common(1)[0][0]] += 1
    return votes

rng = np.random.default_rng(5)
split = sum(len(stops_early(random_rows(12, 4, rng), (1, 1, 1, 1))) > 1 for _ in range(300))
print(f"the orders disagree in {split} of 300 random tables of 12 rows")

# %% [markdown]
# If your interviewer asks for part A, write the lookup, show that the order can't matter, and offer
# part B. Don't call it a forest.
#
# **2.** A popular guide says: *the majority class wins.* It has two faults. Without a rule for ties
# and empty votes, that isn't a function. And it isn't what the usual library does: scikit-learn
# averages the shares in the leaves. Take three trees and two labels:

# %%
shares = np.array([[0.9, 0.1], [0.4, 0.6], [0.4, 0.6]])
hard = np.bincount(shares.argmax(axis=1), minlength=2)
print("one vote a tree:", hard, "-> label", hard.argmax())
print("mean shares:    ", shares.mean(axis=0).round(2), "-> label", shares.mean(axis=0).argmax())
print("a tie of ['b', 'a']:", Counter(["b", "a"]).most_common(1)[0][0], "by Counter,",
      pd.Series(["b", "a"]).mode()[0], "by pandas")

# %% [markdown]
# **Correct:** say which vote you mean. With trees grown until they're pure, both are the same. With
# `min_samples_leaf` above 1 they differ, and mean shares use more of what the trees have learned.
# Then say what happens on a tie, and when no tree votes.

# %% [markdown]
# ## Why it matters in ML engineering
#
# For a table of a few thousand to a few million rows, a forest is the model to beat: it needs no
# scaling and hardly any tuning, and it comes with an honest score of itself. So it's the first
# baseline for churn, abuse and ranking features, and a quick way to see which columns carry signal.
# That has a trap. A split on a column with many values has many thresholds to choose from, so one
# of them gains something by chance. *Importances* that add up gains reward that. *Permutation
# importance* doesn't: shuffle one column of held-out rows, and see how far the score drops.

# %%
def two_importances(seed, n=1_200):
    """Gains added up, and what shuffling costs on new rows, for three columns."""
    rng = np.random.default_rng(seed)
    X = np.column_stack([rng.integers(0, 2, n), rng.integers(0, 2, n), rng.random(n)]).astype(float)
    y = np.where(rng.random(n) < 0.7, X[:, 0], 1 - X[:, 0]).astype(int)
    forest = RandomForest(40, None, 1, 2, rng)
    forest.fit(X[::2], y[::2])
    new, truth = X[1::2], y[1::2]
    base, lost = (np.asarray(forest.predict(new)) == truth).mean(), []
    for column in range(3):
        shuffled = new.copy()
        shuffled[:, column] = rng.permutation(shuffled[:, column])
        lost.append(base - (np.asarray(forest.predict(shuffled)) == truth).mean())
    return getattr(forest, "feature_importances_", np.full(3, np.nan)), lost

try:
    gains, lost = two_importances(0)
    print(f"{'column':>24} {'gains':>7} {'shuffled':>9}")
    for name, gain, loss in zip(("useful, 2 values", "noise, 2 values", "noise, 600 values"),
                                gains, lost):
        print(f"{name:>24} {gain:7.3f} {loss:9.3f}")
except Exception as error:
    print(f"Nothing to show yet ({type(error).__name__}). Write the forest first.")

# %% [markdown]
# Noise with many values collects more gain than the useful column. (A column of *nan* means that
# your forest doesn't keep its gains. Two lines do it: each split adds `gain · rows in the node / n`
# to its feature, and the forest takes the mean over its trees.)

# %% [markdown]
# ## Think aloud
#
# An invented interview. It follows a good candidate through both parts.
#
# > **Candidate.** One tree for every order of the columns, and each filters by the new point's
# > values? Then let me check something first. Two columns: filter by a, then b, or by b, then a.
# > The same rows are left.\
# > **Interviewer.** So?\
# > **Candidate.** So all k! trees vote alike. I'd write one mask. What should happen if no row is
# > left? With ten columns and a few hundred rows, that's the usual case.\
# > **Interviewer.** Return None. And what would you do instead?\
# > **Candidate.** Let the tree learn which question to ask. At a node I try every threshold of
# > every feature, and take the one with the largest gain in Gini impurity, sides weighted by size.
# > Thresholds are halfway between values, and equal goes left. I stop when a node is pure, at a
# > maximum depth, or when a side gets too small.\
# > **Interviewer.** How long does one feature take?\
# > **Candidate.** Naively n thresholds times n rows. If I sort first, one row at a time moves from
# > right to left, so I update label counts: n log n.\
# > **Interviewer.** Fine, that's a tree. Run it ten times and you get the same tree ten times.\
# > **Candidate.** Right. I need them different but still good. Each gets a bootstrap sample of the
# > rows, and each split sees a few random features. The variance of the mean is rho sigma squared
# > plus one minus rho over B times sigma squared: B can't touch the first part, so I lower rho.\
# > **Interviewer.** Do you sample the features once per tree?\
# > **Candidate.** At each split. Otherwise a tree that misses the good feature can never recover.\
# > **Interviewer.** How do you know that it works?\
# > **Candidate.** About a third of the rows are outside each bag, so I score every row by the trees
# > that didn't see it. And for tests: if every row has a unique label, the out-of-bag score must be
# > exactly 0, and a tree must classify every row of its bag correctly.\
# > **Interviewer.** Why 0?\
# > **Candidate.** A tree can only predict labels that it has seen.

# %% [markdown]
# ## Recap
#
# - A "forest" over all orders of the columns is an intersection of filters: one lookup, k! times.
# - A tree learns its questions: the largest gain in impurity, sides weighted by their rows,
#   thresholds halfway. Sort, then move one row at a time: O(n log n) per feature.
# - The mean of B trees has variance ρσ² + (1 - ρ)σ²/B. More trees remove the second term; bootstrap
#   samples and candidate features lower ρ. The bias stays that of one tree.
# - Sample features at every split and rows for every tree, all from one generator.
# - Out-of-bag votes come from the trees that didn't see the row. The columns of shares are the
#   labels of the whole table, not of the bag.

# %% [markdown]
# ## Say it in 60 seconds
#
# > "A random forest averages deep trees made different on purpose. At each node, a tree takes the
# > threshold with the largest gain in Gini impurity, both sides weighted by their rows. Alone it
# > fits noise: low bias, high variance. The mean of B trees has variance rho sigma squared plus one
# > minus rho over B sigma squared, so more trees never hurt, and the correlation is what's left.
# > Two kinds of randomness lower it: each tree gets a bootstrap sample, and each split chooses
# > among about root p features, sampled afresh. I average the shares in the leaves. Each row is
# > out-of-bag for about 37% of the trees, so their vote is a free test score. Fitting takes B times
# > m n log n times depth. Trees over all column orders aren't a forest: they agree, because filters
# > commute."

# %% [markdown]
# ## Follow-ups to expect
#
# **How many trees, and can there be too many?**
#
# <details><summary>Answer</summary>
#
# More trees don't overfit: they only shrink (1 - ρ)σ²/B. Stop when the out-of-bag score no longer
# moves, or when latency or memory sets the limit. What can overfit is the single tree;
# `max_features` and `min_samples_leaf` are the settings that matter.
#
# </details>
#
# **Deep or shallow trees?**
#
# <details><summary>Answer</summary>
#
# Averaging lowers variance and leaves bias alone, so start with little bias: deep trees. Boosting
# is the other way round. It adds trees that correct the remaining errors, so it lowers bias and
# starts with shallow ones. With very noisy labels, a larger `min_samples_leaf` helps a forest too,
# and its shares become better probabilities.
#
# </details>
#
# **Forest or gradient boosting?**
#
# <details><summary>Answer</summary>
#
# Once tuned, boosted trees are usually a little more accurate on tables. A forest needs hardly any
# tuning. Its trees are independent, so you can fit them on all cores and machines, and it has a
# score of its own. Take it as the first model, and keep it if the difference isn't worth the
# effort.
#
# </details>
#
# **What are extremely randomised trees?**
#
# <details><summary>Answer</summary>
#
# For each candidate feature, draw one threshold at random between its smallest and largest value in
# the node, and take the best of these. There's no sorting: O(m · n) per node. ρ is even lower, and
# the bias is somewhat higher. They usually work without bags.
#
# ```python
# threshold = rng.uniform(x.min(), x.max())
# ```
#
# </details>
#
# **What if values are missing?**
#
# <details><summary>Answer</summary>
#
# There are three ways. Impute the median and add a column that marks it. Send NaN to the side where
# it gains more: try both for each threshold, store the side in the node, and decide where an unseen
# NaN goes. Or use surrogate splits, as classic CART does. NaN in the code above is a trap: `x <= t`
# is false, so NaN silently goes right, and nobody has decided that.
#
# </details>
#
# **What if one label is rare?**
#
# <details><summary>Answer</summary>
#
# Use weights or balanced bags. With weights, count a row of the rare label as w rows wherever you
# count labels: in the impurity and in the leaf's shares. Or draw each bag with as many rows of one
# label as of the other. Both shift the shares, so choose the decision threshold on held-out rows,
# and judge by precision and recall, not by accuracy.
#
# ```python
# rare = np.unique(y, return_counts=True)[1].min()
# bag = np.concatenate([rng.choice(np.flatnonzero(y == v), size=rare) for v in np.unique(y)])
# ```
#
# </details>
#
# **How would you build a regression forest?**
#
# <details><summary>Answer</summary>
#
# The impurity becomes the variance, and a leaf stores the mean. The scan needs two sums instead of
# counts: with sum s of the i left rows and sum S of all n, the best cut has the largest s²/i + (S -
# s)²/(n - i).
#
# ```python
# s = y[np.argsort(x)].cumsum()[:-1]
# i = np.arange(1, len(y))
# score = s**2 / i + (y.sum() - s) ** 2 / (len(y) - i)
# ```
#
# It can't predict a value outside the range it has seen, so it doesn't continue a trend.
#
# </details>
#
# **What about a hundred million rows?**
#
# <details><summary>Answer</summary>
#
# Sorting is the first thing to drop. Cut each column into 256 bins once, store one byte per value,
# and count labels per bin at each node: O(n + bins) per feature, with sequential memory access.
# LightGBM, XGBoost and scikit-learn's histogram models do this.
#
# ```python
# edges = np.quantile(x, np.linspace(0, 1, 257)[1:-1])
# codes = np.searchsorted(edges, x).astype(np.uint8)       # once
# cells = codes[rows].astype(int) * k + y[rows]            # k labels, numbered from 0
# left = np.bincount(cells, minlength=256 * k).reshape(256, k).cumsum(axis=0)
# ```
#
# And a tree doesn't need all rows: use smaller bags, and fit each tree where its rows are stored.
#
# </details>
#
# **How do you fit it on all cores?**
#
# <details><summary>Answer</summary>
#
# Trees are independent if each has its own generator. `spawn` makes independent ones from one seed,
# so the forest is the same for any number of workers.
#
# ```python
# with ProcessPoolExecutor() as pool:
#     trees = list(pool.map(fit_one, rng.spawn(n_trees)))
# ```
#
# Threads help only if the work is in code that releases Python's lock, the GIL. Send X once (shared
# memory), not once per tree.
#
# </details>
#
# **500 trees must answer within 5 ms.**
#
# <details><summary>Answer</summary>
#
# Don't walk objects. Put all nodes in flat arrays: feature, threshold, left, right. Move all rows,
# or all trees for one row, down one level at a time. That's how `predict_proba` above works when
# it's vectorised. Then try fewer trees (look at the curve), smaller depth, float32, or a compiled
# form. Measure with batches of one row, because that's what a service sees.
#
# </details>
#
# **Two rows end in the same leaf of most trees. What does that tell you?**
#
# <details><summary>Answer</summary>
#
# That the forest treats them as similar. The share of trees in which they share a leaf is their
# *proximity*: a similarity that reflects which features matter, without scaling. Use it to find
# outliers and neighbours, and to fill in missing values. For n rows it's an n × n table, so compute
# it only for the pairs that you need.
#
# </details>
#
# **Are its shares probabilities?**
#
# <details><summary>Answer</summary>
#
# They're between 0 and 1 and sum to 1, but a mean of many trees is rarely close to 0 or 1. If a
# decision uses the number itself, calibrate it on out-of-bag shares (isotonic or logistic), and
# plot the calibration curve of predicted against observed.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
