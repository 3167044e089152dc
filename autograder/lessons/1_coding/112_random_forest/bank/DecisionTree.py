# %% right="thresholds one by one"
import numpy as np

class DecisionTree:
    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.max_depth, self.min_leaf = max_depth, min_samples_leaf
        self.max_features, self.rng = max_features, rng

    def fit(self, X, y):
        X, y = np.asarray(X, dtype=float), np.asarray(y)
        self.labels = np.unique(y)
        codes = np.searchsorted(self.labels, y)
        self.root = self.grow(X, codes, 0)
        return self

    def impurity(self, codes):
        shares = np.bincount(codes) / len(codes)
        return 1 - (shares**2).sum()

    def features(self, width):
        if self.max_features is None:
            return range(width)
        return self.rng.choice(width, size=self.max_features, replace=False)

    def grow(self, X, codes, depth):
        shares = np.bincount(codes, minlength=len(self.labels)) / len(codes)
        if shares.max() == 1 or depth == self.max_depth:
            return shares
        best = None
        for j in self.features(X.shape[1]):
            values = np.unique(X[:, j])
            for low, high in zip(values[:-1], values[1:]):
                threshold = (low + high) / 2
                left = X[:, j] <= threshold
                n, m = left.sum(), (~left).sum()
                if min(n, m) < self.min_leaf:
                    continue
                mixed = n * self.impurity(codes[left]) + m * self.impurity(codes[~left])
                if best is None or mixed < best[0]:
                    best = mixed, j, threshold
        if best is None:
            return shares
        _, j, threshold = best
        left = X[:, j] <= threshold
        return (j, threshold, self.grow(X[left], codes[left], depth + 1),
                self.grow(X[~left], codes[~left], depth + 1))

    def predict_proba(self, X):
        return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])

    def walk(self, row):
        node = self.root
        while isinstance(node, tuple):
            j, threshold, left, right = node
            node = left if row[j] <= threshold else right
        return node

    def predict(self, X):
        return self.labels[self.predict_proba(X).argmax(axis=1)]

# %% right="entropy" of="thresholds one by one"
#-         return 1 - (shares**2).sum()
#+         shares = shares[shares > 0]
#+         return -(shares * np.log2(shares)).sum()

# %% right="no split without a gain, the last of ties" of="thresholds one by one"
#-                 if best is None or mixed < best[0]:
#+                 if best is None or mixed <= best[0]:
#
#-         if best is None:
#+         if best is None or best[0] >= len(codes) * self.impurity(codes) - 1e-12:

# %% right="draws by shuffling" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         order = list(range(width))
#+         if self.max_features is not None:
#+             self.rng.shuffle(order)
#+         return order[: self.max_features]

# %% right="draws by random keys" of="thresholds one by one"
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+             return np.arange(width)
#+         return np.argsort(self.rng.random(width))[: self.max_features]

# %% right="looks on if the drawn features are constant" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.rng is None else self.rng.permutation(width)
#
#-         best = None
#+         best = None
#+         looked_at = 0
#
#-         for j in self.features(X.shape[1]):
#+         for j in self.features(X.shape[1]):
#+             if self.max_features is not None and looked_at >= self.max_features:
#+                 break
#+             looked_at += len(np.unique(X[:, j])) > 1

# %% right="lists and dicts"
class DecisionTree:
    """No NumPy at all."""

    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.settings = max_depth, min_samples_leaf, max_features, rng

    def fit(self, X, y):
        rows = [([float(v) for v in row], label) for row, label in zip(X, y)]
        self.labels = sorted(set(label for _, label in rows))
        self.tree = self._grow(rows, 0)

    def _count(self, rows):
        counts = {label: 0 for label in self.labels}
        for _, label in rows:
            counts[label] += 1
        return counts

    def _weight(self, counts):
        n = sum(counts.values())
        return n - sum(c * c for c in counts.values()) / n

    def _grow(self, rows, depth):
        max_depth, least, drawn, rng = self.settings
        counts = self._count(rows)
        leaf = {"shares": [counts[label] / len(rows) for label in self.labels]}
        if max(counts.values()) == len(rows) or (max_depth is not None and depth >= max_depth):
            return leaf
        width = len(rows[0][0])
        features = list(range(width))
        if drawn is not None:
            features = [int(j) for j in rng.permutation(width)[:drawn]]
        options = []
        for j in features:
            rows = sorted(rows, key=lambda row: row[0][j])
            left, right = {label: 0 for label in self.labels}, dict(counts)
            for i in range(1, len(rows)):
                label = rows[i - 1][1]
                left[label] += 1
                right[label] -= 1
                low, high = rows[i - 1][0][j], rows[i][0][j]
                if low != high and i >= least and len(rows) - i >= least:
                    options.append((self._weight(left) + self._weight(right), j, (low + high) / 2))
        if not options:
            return leaf
        _, j, threshold = min(options)
        return {
            "feature": j, "threshold": threshold,
            "left": self._grow([row for row in rows if row[0][j] <= threshold], depth + 1),
            "right": self._grow([row for row in rows if row[0][j] > threshold], depth + 1),
        }

    def predict_proba(self, X):
        found = []
        for row in X:
            node = self.tree
            while "shares" not in node:
                node = node["left" if row[node["feature"]] <= node["threshold"] else "right"]
            found.append(node["shares"])
        return found

    def predict(self, X):
        return [max(zip(shares, self.labels), key=lambda pair: pair[0])[1]
                for shares in self.predict_proba(X)]

# %% right="a stack and objects"
import numpy as np
from dataclasses import dataclass

@dataclass
class Node:
    counts: np.ndarray
    feature: int = -1
    threshold: float = 0.0
    left: "Node" = None
    right: "Node" = None

class DecisionTree:
    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.max_depth = np.inf if max_depth is None else max_depth
        self.min_samples_leaf = min_samples_leaf
        self.max_features = max_features
        self.rng = rng if rng is not None else np.random.default_rng()

    def fit(self, X, y):
        X = np.array(X, dtype=float)
        self.classes_, y = np.unique(np.array(y), return_inverse=True)
        k, p = len(self.classes_), X.shape[1]
        self.root = Node(np.bincount(y, minlength=k))
        stack = [(self.root, np.arange(len(y)), 0)]
        while stack:
            node, rows, depth = stack.pop()
            if depth >= self.max_depth or (node.counts > 0).sum() == 1:
                continue
            best = -np.inf
            for j in self.rng.choice(p, self.max_features or p, replace=False):
                order = rows[np.argsort(X[rows, j], kind="stable")]
                x = X[order, j]
                left = np.cumsum(np.eye(k)[y[order]], axis=0)[:-1]
                right = node.counts - left
                n = np.arange(1, len(rows))
                score = (left**2).sum(1) / n + (right**2).sum(1) / (len(rows) - n)
                least = self.min_samples_leaf
                score[(x[1:] <= x[:-1]) | (n < least) | (len(rows) - n < least)] = -np.inf
                if len(score) and score.max() > best:
                    at = score.argmax()
                    best, node.feature, node.threshold = score[at], j, (x[at] + x[at + 1]) / 2
            if node.feature < 0:
                continue
            is_left = X[rows, node.feature] <= node.threshold
            for side, part in (("left", rows[is_left]), ("right", rows[~is_left])):
                child = Node(np.bincount(y[part], minlength=k))
                if side == "left":
                    node.left = child
                else:
                    node.right = child
                stack.append((child, part, depth + 1))
        return self

    def _leaf(self, row):
        node = self.root
        while node.left is not None:
            node = node.left if row[node.feature] <= node.threshold else node.right
        return node

    def predict_proba(self, X):
        return np.vstack([self._leaf(row).counts / self._leaf(row).counts.sum() for row in X])

    def predict(self, X):
        return self.classes_[np.argmax(self.predict_proba(X), axis=1)]

# %% right="level by level"
import numpy as np

class DecisionTree:
    """All nodes of a level are split before the next level."""

    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.args = max_depth, min_samples_leaf, max_features, rng

    def fit(self, X, y):
        max_depth, least, drawn, rng = self.args
        X, y = np.asarray(X, float), np.asarray(y)
        self.labels = sorted(set(y.tolist()))
        at = np.ones(len(X), dtype=object)  # the root is node 1, below node i are 2 i and 2 i + 1
        self.splits, self.shares = {}, {}
        level, depth = [1], 0
        while level:
            below = []
            for node in level:
                rows = np.array([a == node for a in at])
                labels = y[rows].tolist()
                self.shares[node] = [labels.count(label) / len(labels) for label in self.labels]
                found = None
                if len(set(labels)) > 1 and depth != max_depth:
                    names = range(X.shape[1])
                    if drawn:
                        names = rng.choice(X.shape[1], drawn, replace=False, shuffle=False)
                    found = max(self.options(X[rows], labels, names, least), default=None)
                if found:
                    _, j, threshold = found
                    self.splits[node] = j, threshold
                    at[rows & (X[:, j] <= threshold)] = 2 * node
                    at[rows & (X[:, j] > threshold)] = 2 * node + 1
                    below += [2 * node, 2 * node + 1]
            level, depth = below, depth + 1
        return self

    @staticmethod
    def options(X, labels, names, least):
        for j in names:
            values = sorted(set(X[:, j].tolist()))
            for low, high in zip(values, values[1:]):
                middle = low + (high - low) / 2
                left = [label for v, label in zip(X[:, j], labels) if v <= middle]
                right = [label for v, label in zip(X[:, j], labels) if v > middle]
                if len(left) >= least and len(right) >= least:
                    yield sum(sum(side.count(a) ** 2 for a in set(side)) / len(side)
                              for side in (left, right)), int(j), middle

    def predict_proba(self, X):
        return np.array([self.shares[self.leaf(row)] for row in X])

    def leaf(self, row):
        node = 1
        while node in self.splits:
            j, threshold = self.splits[node]
            node = 2 * node + int(row[j] > threshold)
        return node

    def predict(self, X):
        return np.array([self.labels[np.argmax(row)] for row in self.predict_proba(X)])

# %% wrong="at most 20 levels" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         if shares.max() == 1 or depth == self.max_depth:
#+         if shares.max() == 1 or depth == (20 if self.max_depth is None else self.max_depth):

# %% wrong="a small gain is none" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         if best is None:
#+         if best is None or len(codes) * self.impurity(codes) - best[0] < 0.01 * len(codes):

# %% wrong="predict returns nothing" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         self.labels[self.predict_proba(X).argmax(axis=1)]

# %% wrong="predict returns one label" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return self.labels[self.predict_proba(X).argmax(axis=1)][0]

# %% wrong="predict is a generator" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         yield from self.labels[self.predict_proba(X).argmax(axis=1)]

# %% wrong="features drawn once for each level" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         self.root = self.grow(X, codes, 0)
#+         self.root = (setattr(self, 'drawn', {}), self.grow(X, codes, 0))[1]
#
#-         for j in self.features(X.shape[1]):
#+         for j in self.drawn.setdefault(depth, [*self.features(X.shape[1])]
#+                                        if depth not in self.drawn else None):

# %% wrong="sides count the same" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-                 mixed = n * self.impurity(codes[left]) + m * self.impurity(codes[~left])
#+                 mixed = self.impurity(codes[left]) + self.impurity(codes[~left])

# %% wrong="the left side alone" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-                 mixed = n * self.impurity(codes[left]) + m * self.impurity(codes[~left])
#+                 mixed = self.impurity(codes[left])

# %% wrong="the worst split" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-                 if best is None or mixed < best[0]:
#+                 if best is None or mixed > best[0]:

# %% wrong="share of errors" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-         return 1 - (shares**2).sum()
#+         return 1 - shares.max()

# %% wrong="one label against the rest" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-         return 1 - (shares**2).sum()
#+         return shares[0] * (1 - shares[0])

# %% wrong="the median of each feature" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-             for low, high in zip(values[:-1], values[1:]):
#+             for low, high in list(zip(values[:-1], values[1:]))[len(values) // 2 :][:1]:

# %% wrong="a threshold at the value below" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-                 threshold = (low + high) / 2
#+                 threshold = low

# %% wrong="a threshold at the value above" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-                 threshold = (low + high) / 2
#-                 left = X[:, j] <= threshold
#+                 threshold = high
#+                 left = X[:, j] < threshold
#
#-         left = X[:, j] <= threshold
#+         left = X[:, j] < threshold
#
#-             node = left if row[j] <= threshold else right
#+             node = left if row[j] < threshold else right

# %% wrong="equal goes right" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-             node = left if row[j] <= threshold else right
#+             node = left if row[j] < threshold else right

# %% wrong="left and right swapped when asked" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-             node = left if row[j] <= threshold else right
#+             node = left if row[j] > threshold else right

# %% wrong="the first feature alone" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-             return range(width)
#+             return range(1)

# %% wrong="the last feature is forgotten" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-             return range(width)
#+             return range(max(width - 1, 1))

# %% wrong="the last cut is forgotten" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-             for low, high in zip(values[:-1], values[1:]):
#+             for low, high in zip(values[:-2], values[1:]):

# %% wrong="thresholds of the first feature" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-             values = np.unique(X[:, j])
#+             values = np.unique(X[:, 0])

# %% wrong="features in place of labels" caught_by="the best split, halfway, equal goes left" of="thresholds one by one"
#-         codes = np.searchsorted(self.labels, y)
#+         codes = np.searchsorted(np.unique(X[:, 0]), X[:, 0])
#+         codes = np.minimum(codes, len(self.labels) - 1)

# %% wrong="leaves take all" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         shares = np.bincount(codes, minlength=len(self.labels)) / len(codes)
#-         if shares.max() == 1 or depth == self.max_depth:
#+         counts = np.bincount(codes, minlength=len(self.labels))
#+         shares = (counts == counts.max()) / (counts == counts.max()).sum()
#+         if counts.max() == len(codes) or depth == self.max_depth:

# %% wrong="one level less" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         if shares.max() == 1 or depth == self.max_depth:
#+         if shares.max() == 1 or depth + 1 == self.max_depth:

# %% wrong="one level more" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         if shares.max() == 1 or depth == self.max_depth:
#+         if shares.max() == 1 or (self.max_depth and depth > self.max_depth):

# %% wrong="max_depth is ignored" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         if shares.max() == 1 or depth == self.max_depth:
#+         if shares.max() == 1:

# %% wrong="depth is counted over the whole tree" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         codes = np.searchsorted(self.labels, y)
#+         codes = np.searchsorted(self.labels, y)
#+         self.splits = 0
#
#-         if shares.max() == 1 or depth == self.max_depth:
#+         if shares.max() == 1 or self.splits == self.max_depth:
#
#-         if best is None:
#-             return shares
#+         if best is None:
#+             return shares
#+         self.splits += 1

# %% wrong="max_depth=None means 2" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         self.max_depth, self.min_leaf = max_depth, min_samples_leaf
#+         self.max_depth, self.min_leaf = max_depth or 2, min_samples_leaf

# %% wrong="min_samples_leaf is ignored" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-                 if min(n, m) < self.min_leaf:
#+                 if min(n, m) < 1:

# %% wrong="more than min_samples_leaf" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-                 if min(n, m) < self.min_leaf:
#+                 if min(n, m) <= self.min_leaf:

# %% wrong="min_samples_leaf on the left alone" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-                 if min(n, m) < self.min_leaf:
#+                 if n < self.min_leaf:

# %% wrong="min_samples_leaf for the node" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-                 if min(n, m) < self.min_leaf:
#+                 if len(codes) < self.min_leaf:

# %% wrong="min_samples_leaf is asked at the end" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-                 if min(n, m) < self.min_leaf:
#+                 if not n:
#
#-         left = X[:, j] <= threshold
#+         left = X[:, j] <= threshold
#+         if min(left.sum(), (~left).sum()) < self.min_leaf:
#+             return shares

# %% wrong="a small gain is no gain" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         if best is None:
#+         if best is None or self.impurity(codes) - best[0] / len(codes) < 0.15:

# %% wrong="a feature is used once" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-     def grow(self, X, codes, depth):
#+     def grow(self, X, codes, depth, used=()):
#
#-         for j in self.features(X.shape[1]):
#+         for j in self.features(X.shape[1]):
#+             if j in used:
#+                 continue
#
#-         return (j, threshold, self.grow(X[left], codes[left], depth + 1),
#-                 self.grow(X[~left], codes[~left], depth + 1))
#+         return (j, threshold, self.grow(X[left], codes[left], depth + 1, (*used, j)),
#+                 self.grow(X[~left], codes[~left], depth + 1, (*used, j)))

# %% wrong="leaves remember their parent" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-     def grow(self, X, codes, depth):
#+     def grow(self, X, codes, depth, above=None):
#
#-         if shares.max() == 1 or depth == self.max_depth:
#+         if shares.max() == 1 or depth == self.max_depth:
#+             return shares if above is None else above
#+         if False:
#
#-         return (j, threshold, self.grow(X[left], codes[left], depth + 1),
#-                 self.grow(X[~left], codes[~left], depth + 1))
#+         return (j, threshold, self.grow(X[left], codes[left], depth + 1, shares),
#+                 self.grow(X[~left], codes[~left], depth + 1, shares))

# %% wrong="the right side is never split" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-                 self.grow(X[~left], codes[~left], depth + 1))
#+                 np.bincount(codes[~left], minlength=len(self.labels)) / m)

# %% wrong="pure nodes are split on" caught_by="splits go on until pure, deep or small enough" of="thresholds one by one"
#-         if shares.max() == 1 or depth == self.max_depth:
#+         if depth == self.max_depth:
#
#-             values = np.unique(X[:, j])
#+             values = np.unique(X[:, j])[:2]

# %% wrong="labels by number" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return self.predict_proba(X).argmax(axis=1)

# %% wrong="columns as the labels come" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         self.labels = np.unique(y)
#-         codes = np.searchsorted(self.labels, y)
#+         self.labels = np.array(list(dict.fromkeys(y.tolist())))
#+         codes = np.array([self.labels.tolist().index(v) for v in y.tolist()])

# %% wrong="columns of a leaf's own labels" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         shares = np.bincount(codes, minlength=len(self.labels)) / len(codes)
#+         shares = np.bincount(codes) / len(codes)

# %% wrong="counts for shares" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         shares = np.bincount(codes, minlength=len(self.labels)) / len(codes)
#-         if shares.max() == 1 or depth == self.max_depth:
#+         shares = np.bincount(codes, minlength=len(self.labels))
#+         if shares.max() == len(codes) or depth == self.max_depth:

# %% wrong="labels are small counts" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         self.labels = np.unique(y)
#-         codes = np.searchsorted(self.labels, y)
#+         self.labels = np.arange(y.max() + 1)
#+         codes = y

# %% wrong="two labels only" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])
#+         p = np.array([self.walk(row)[-1] for row in np.asarray(X, dtype=float)])
#+         return np.stack([1 - p, p], axis=1)

# %% wrong="the chance of the last label" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])
#+         return np.array([self.walk(row)[-1] for row in np.asarray(X, dtype=float)])
#
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return self.labels[(self.predict_proba(X) >= 0.5).astype(int)]

# %% wrong="the mean of the labels" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return np.round(self.predict_proba(X) @ self.labels)

# %% wrong="scales X in place" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         X, y = np.asarray(X, dtype=float), np.asarray(y)
#+         X, y = np.asarray(X, dtype=float), np.asarray(y)
#+         X -= X.min(axis=0)

# %% wrong="sorts y" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         codes = np.searchsorted(self.labels, y)
#+         codes = np.searchsorted(self.labels, y)
#+         y.sort()

# %% wrong="X of one row is a row" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])
#+         return np.array([self.walk(row) for row in np.squeeze(np.asarray(X, dtype=float))])

# %% wrong="one label is no label" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         self.root = self.grow(X, codes, 0)
#+         self.root = None if len(self.labels) == 1 else self.grow(X, codes, 0)

# %% wrong="every table has a split" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         if best is None:
#-             return shares

# %% wrong="keeps the labels of the first fit" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         self.labels = np.unique(y)
#+         self.labels = self.labels if hasattr(self, 'labels') else np.unique(y)

# %% wrong="keeps the tree of the first fit" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-         self.root = self.grow(X, codes, 0)
#+         self.root = self.root if hasattr(self, 'root') else self.grow(X, codes, 0)

# %% wrong="remembers leaves by row" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#- import numpy as np
#+ import numpy as np
#+
#+ known = {}
#
#-     def walk(self, row):
#+     def walk(self, row):
#+         if tuple(row) in known:
#+             return known[tuple(row)]
#
#-             node = left if row[j] <= threshold else right
#+             node = left if row[j] <= threshold else right
#+         known[tuple(row)] = node

# %% wrong="one default for rng that is needed" caught_by="any labels, any table, fitted again" of="thresholds one by one"
#-     def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
#+     def __init__(self, max_depth=None, min_samples_leaf=1, max_features=1, rng=np.random.default_rng(0)):

# %% wrong="drawn once for the whole tree" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         codes = np.searchsorted(self.labels, y)
#+         codes = np.searchsorted(self.labels, y)
#+         self.drawn = self.draw(X.shape[1])
#
#-     def features(self, width):
#+     def features(self, width):
#+         return self.drawn
#+
#+     def draw(self, width):

# %% wrong="max_features is ignored" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width)

# %% wrong="neighbours in the table" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else (np.arange(self.max_features) + self.rng.integers(width)) % width

# %% wrong="the first ones" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(self.max_features or width)

# %% wrong="the last ones" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width)[-(self.max_features or width):]

# %% wrong="drawn with putting back" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else self.rng.integers(0, width, self.max_features)

# %% wrong="one feature too few" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else self.rng.permutation(width)[: max(self.max_features - 1, 1)]

# %% wrong="one feature too many" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else self.rng.permutation(width)[: self.max_features + 1]

# %% wrong="always the square root" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else self.rng.permutation(width)[: int(width**0.5)]

# %% wrong="never the last feature" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else self.rng.permutation(max(width - 1, self.max_features))[: self.max_features]

# %% wrong="NumPy's global generator" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else np.random.permutation(width)[: self.max_features]

# %% wrong="a generator of its own" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else np.random.default_rng().permutation(width)[: self.max_features]

# %% wrong="always the same seed" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else np.random.default_rng(0).permutation(width)[: self.max_features]

# %% wrong="the same draw at each split" caught_by="features drawn at random at every split" of="thresholds one by one"
#-         codes = np.searchsorted(self.labels, y)
#+         codes = np.searchsorted(self.labels, y)
#+         self.seed = self.rng.integers(2**32) if self.rng else 0
#
#-         if self.max_features is None:
#-             return range(width)
#-         return self.rng.choice(width, size=self.max_features, replace=False)
#+         return range(width) if self.max_features is None else np.random.default_rng(self.seed).permutation(width)[: self.max_features]
