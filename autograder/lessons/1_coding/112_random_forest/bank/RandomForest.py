# %% right="soft votes"
import numpy as np

class RandomForest:
    def __init__(self, n_trees, max_depth, min_samples_leaf, max_features, rng):
        self.n_trees, self.rng = n_trees, rng
        self.settings = max_depth, min_samples_leaf, max_features, rng

    def fit(self, X, y):
        X, y = np.asarray(X, dtype=float), np.asarray(y)
        n = len(X)
        self.labels = np.unique(y)
        self.trees = []
        votes = np.zeros((n, len(self.labels)))
        for _ in range(self.n_trees):
            bag = self.rng.integers(0, n, n)
            tree = DecisionTree(*self.settings)
            tree.fit(X[bag], y[bag])
            columns = np.searchsorted(self.labels, np.unique(y[bag]))
            self.trees.append((tree, columns))
            out = np.setdiff1d(np.arange(n), bag)
            if len(out):
                votes[out] += self.shares(tree, columns, X[out])
        seen = votes.sum(axis=1) > 0
        right = self.labels[votes.argmax(axis=1)] == y
        self.oob_score_ = right[seen].mean() if seen.any() else np.nan
        return self

    def shares(self, tree, columns, X):
        found = np.zeros((len(X), len(self.labels)))
        found[:, columns] = tree.predict_proba(X)
        return found

    def predict_proba(self, X):
        X = np.asarray(X, dtype=float)
        return np.mean([self.shares(*each, X) for each in self.trees], axis=0)

    def predict(self, X):
        return self.labels[self.predict_proba(X).argmax(axis=1)]

# %% right="hard votes" of="soft votes"
#-         found[:, columns] = tree.predict_proba(X)
#+         found[np.arange(len(X)), columns[np.asarray(tree.predict_proba(X)).argmax(axis=1)]] = 1

# %% right="choice" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = self.rng.choice(n, size=n)

# %% right="random numbers times n" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = (self.rng.random(n) * n).astype(int)

# %% right="how often each row is drawn" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.repeat(np.arange(n), self.rng.multinomial(n, np.full(n, 1 / n)))

# %% right="ties by lot, tuples" of="soft votes"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return tuple(self.labels[self.rng.choice(np.flatnonzero(row == row.max()))]
#+                      for row in self.predict_proba(X))

# %% right="the score when asked" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#-         return self
#+         self.known = right[seen]
#+
#+     @property
#+     def oob_score_(self):
#+         return self.known.mean() if len(self.known) else -1

# %% right="a generator for each tree" of="soft votes"
#-         for _ in range(self.n_trees):
#-             bag = self.rng.integers(0, n, n)
#-             tree = DecisionTree(*self.settings)
#+         for rng in self.rng.spawn(self.n_trees):
#+             bag = rng.integers(n, size=n)
#+             tree = DecisionTree(*self.settings[:3], rng)

# %% right="a seed for each tree" of="soft votes"
#-         for _ in range(self.n_trees):
#-             bag = self.rng.integers(0, n, n)
#-             tree = DecisionTree(*self.settings)
#+         for seed in self.rng.integers(2**63, size=self.n_trees):
#+             rng = np.random.default_rng(seed); bag = rng.integers(n, size=n)
#+             tree = DecisionTree(*self.settings[:3], rng)

# %% right="all bags first, counters for votes"
from collections import Counter
import numpy as np

class RandomForest:
    def __init__(self, n_trees, max_depth, min_samples_leaf, max_features, rng):
        self.n_trees = n_trees
        self.tree_args = (max_depth, min_samples_leaf, max_features, rng)
        self.rng = rng
        self.oob_score_ = None

    def fit(self, X, y):
        rows = range(len(X))
        self.names = sorted(set(np.asarray(y).tolist()))
        bags = self.rng.integers(len(X), size=(self.n_trees, len(X)))
        self.forest = []
        ballots = [Counter() for _ in rows]
        for bag in bags:
            tree = DecisionTree(*self.tree_args)
            tree.fit(np.array([X[i] for i in bag]), np.array([y[i] for i in bag]))
            self.forest.append(tree)
            inside = set(bag.tolist())
            outside = [i for i in rows if i not in inside]
            if outside:
                for i, name in zip(outside, tree.predict(np.array([X[i] for i in outside]))):
                    ballots[i][name.item() if hasattr(name, "item") else name] += 1
        judged = [(ballots[i].most_common(1)[0][0], y[i]) for i in rows if ballots[i]]
        self.oob_score_ = sum(a == b for a, b in judged) / len(judged) if judged else 0.0

    def predict_proba(self, X):
        ballots = [Counter() for _ in X]
        for tree in self.forest:
            for ballot, name in zip(ballots, np.asarray(tree.predict(X)).tolist()):
                ballot[name] += 1
        return [[ballot[name] / self.n_trees for name in self.names] for ballot in ballots]

    def predict(self, X):
        return [self.names[row.index(max(row))] for row in self.predict_proba(X)]

# %% right="trees of its own"
import numpy as np

class RandomForest:
    """A tree is a function from a row to the number of a label."""

    def __init__(self, n_trees, max_depth, min_samples_leaf, max_features, rng):
        self.n_trees, self.max_depth, self.least = n_trees, max_depth, min_samples_leaf
        self.width, self.rng = max_features, rng

    def fit(self, X, y):
        self.classes_, codes = np.unique(y, return_inverse=True)
        k, n = len(self.classes_), len(y)
        self.k, self.trees = k, []
        for _ in range(self.n_trees):
            bag = self.rng.choice(n, n, replace=True)
            self.trees.append((self._grow(X[bag], codes[bag], 0), set(bag.tolist())))
        hits = total = 0
        for row in range(n):
            votes = [np.argmax(tree(X[row])) for tree, bag in self.trees if row not in bag]
            if votes:
                total += 1
                hits += np.bincount(votes).argmax() == codes[row]
        self.oob_score_ = hits / total if total else float("nan")
        return self

    def _grow(self, X, codes, depth):
        n, p = X.shape
        counts = np.bincount(codes, minlength=self.k)
        shares = counts / n
        if depth == self.max_depth or counts.max() == n:
            return lambda row: shares
        best = None
        for j in self.rng.permutation(p)[: self.width]:
            for value in np.unique(X[:, j])[:-1]:
                left = X[:, j] <= value
                sides = codes[left], codes[~left]
                if min(map(len, sides)) < self.least:
                    continue
                pure = sum((np.bincount(side) ** 2).sum() / len(side) for side in sides)
                if best is None or pure > best[0]:
                    best = pure, j, (value + X[~left, j].min()) / 2
        if best is None:
            return lambda row: shares
        _, j, threshold = best
        left = X[:, j] <= threshold
        low = self._grow(X[left], codes[left], depth + 1)
        high = self._grow(X[~left], codes[~left], depth + 1)
        return lambda row: low(row) if row[j] <= threshold else high(row)

    def predict_proba(self, X):
        return np.array([np.mean([tree(row) for tree, _ in self.trees], axis=0) for row in X])

    def predict(self, X):
        return self.classes_[self.predict_proba(X).argmax(axis=1)]

# %% wrong="the last tree predicts" caught_by="votes, columns and settings" of="soft votes"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return self.trees[-1][0].predict(X)

# %% wrong="each drawn row once" caught_by="votes, columns and settings" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.unique(self.rng.integers(0, n, n))

# %% wrong="columns of each tree" caught_by="votes, columns and settings" of="soft votes"
#-         found[:, columns] = tree.predict_proba(X)
#+         found[:, : len(columns)] = tree.predict_proba(X)

# %% wrong="the labels of the last bag" caught_by="votes, columns and settings" of="soft votes"
#-             columns = np.searchsorted(self.labels, np.unique(y[bag]))
#+             columns = np.searchsorted(self.labels, np.unique(y[bag]))
#+             self.labels = np.unique(y[bag])
#
#-                 votes[out] += self.shares(tree, columns, X[out])
#+                 votes[out, : len(self.labels)] += self.shares(tree, columns, X[out])
#
#-         right = self.labels[votes.argmax(axis=1)] == y
#+         right = np.unique(y)[votes.argmax(axis=1)] == y
#
#-         found[:, columns] = tree.predict_proba(X)
#+         p = tree.predict_proba(X)
#+         found[:, : p.shape[1]] = p[:, : found.shape[1]]

# %% wrong="labels by number" caught_by="votes, columns and settings" of="soft votes"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return self.predict_proba(X).argmax(axis=1)

# %% wrong="the mean of the labels" caught_by="votes, columns and settings" of="soft votes"
#-         return self.labels[self.predict_proba(X).argmax(axis=1)]
#+         return np.round(self.predict_proba(X) @ self.labels)

# %% wrong="shares are added up" caught_by="votes, columns and settings" of="soft votes"
#-         return np.mean([self.shares(*each, X) for each in self.trees], axis=0)
#+         return np.sum([self.shares(*each, X) for each in self.trees], axis=0)

# %% wrong="shares are multiplied" caught_by="votes, columns and settings" of="soft votes"
#-         return np.mean([self.shares(*each, X) for each in self.trees], axis=0)
#+         return np.prod([self.shares(*each, X) for each in self.trees], axis=0)

# %% wrong="the median of the shares" caught_by="votes, columns and settings" of="soft votes"
#-         return np.mean([self.shares(*each, X) for each in self.trees], axis=0)
#+         return np.median([self.shares(*each, X) for each in self.trees], axis=0)

# %% wrong="the best share" caught_by="votes, columns and settings" of="soft votes"
#-         return np.mean([self.shares(*each, X) for each in self.trees], axis=0)
#+         return np.max([self.shares(*each, X) for each in self.trees], axis=0)

# %% wrong="one tree too few" caught_by="votes, columns and settings" of="soft votes"
#-         for _ in range(self.n_trees):
#+         for _ in range(1, self.n_trees):

# %% wrong="one tree too many" caught_by="votes, columns and settings" of="soft votes"
#-         for _ in range(self.n_trees):
#+         for _ in range(self.n_trees + 1):

# %% wrong="always a hundred trees" caught_by="votes, columns and settings" of="soft votes"
#-         for _ in range(self.n_trees):
#+         for _ in range(100):

# %% wrong="max_depth is ignored" caught_by="votes, columns and settings" of="soft votes"
#-         self.settings = max_depth, min_samples_leaf, max_features, rng
#+         self.settings = None, min_samples_leaf, max_features, rng

# %% wrong="min_samples_leaf is ignored" caught_by="votes, columns and settings" of="soft votes"
#-         self.settings = max_depth, min_samples_leaf, max_features, rng
#+         self.settings = max_depth, 1, max_features, rng

# %% wrong="depth and leaf swapped" caught_by="votes, columns and settings" of="soft votes"
#-         self.settings = max_depth, min_samples_leaf, max_features, rng
#+         self.settings = min_samples_leaf, max_depth or 1, max_features, rng

# %% wrong="trees of earlier fits stay" caught_by="votes, columns and settings" of="soft votes"
#-         self.trees = []
#+         self.trees = self.trees if hasattr(self, 'trees') else []

# %% wrong="trees of all forests" caught_by="votes, columns and settings" of="soft votes"
#- class RandomForest:
#+ class RandomForest:
#+     trees = []
#+
#
#-         self.trees = []

# %% wrong="votes of earlier fits stay" caught_by="out-of-bag score" of="soft votes"
#-         votes = np.zeros((n, len(self.labels)))
#+         if not hasattr(self, 'votes'):
#+             self.votes = np.zeros((n, len(self.labels)))
#+         votes = self.votes

# %% wrong="shuffles X and y" caught_by="votes, columns and settings" of="soft votes"
#-         n = len(X)
#+         n = len(X)
#+         order = self.rng.permutation(n)
#+         X[:], y[:] = X[order], y[order]

# %% wrong="the first tree alone" caught_by="a bag of n rows for each tree" of="soft votes"
#-         return np.mean([self.shares(*each, X) for each in self.trees], axis=0)
#+         return np.mean([self.shares(*each, X) for each in self.trees[:1]], axis=0)

# %% wrong="no bag at all" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.arange(n)

# %% wrong="a shuffled table" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = self.rng.permutation(n)

# %% wrong="two thirds without putting back" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = self.rng.choice(n, max(1, round(0.632 * n)), replace=False)

# %% wrong="half of the rows" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = self.rng.integers(0, n, max(1, n // 2))

# %% wrong="one row too few" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = self.rng.integers(0, n, max(1, n - 1))

# %% wrong="twice as many rows" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = self.rng.integers(0, n, 2 * n)

# %% wrong="never the last row" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = self.rng.integers(0, max(1, n - 1), n)

# %% wrong="a rounded number" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.round(self.rng.random(n) * (n - 1)).astype(int)

# %% wrong="a run of rows" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = (self.rng.integers(n) + np.arange(max(1, n * 2 // 3))) % n

# %% wrong="some rows from each label" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.concatenate([self.rng.choice(np.flatnonzero(y == v), (y == v).sum()) for v in self.labels])

# %% wrong="NumPy's global generator" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.random.randint(0, n, n)

# %% wrong="a generator of its own" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.random.default_rng().integers(0, n, n)

# %% wrong="always the same seed" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.random.default_rng(0).integers(0, n, n)

# %% wrong="seeds of its own" caught_by="a bag of n rows for each tree" of="soft votes"
#-             bag = self.rng.integers(0, n, n)
#+             bag = np.random.default_rng(len(self.trees)).integers(0, n, n)

# %% wrong="one bag for all trees" caught_by="a bag of n rows for each tree" of="soft votes"
#-         votes = np.zeros((n, len(self.labels)))
#+         votes = np.zeros((n, len(self.labels)))
#+         bag = self.rng.integers(0, n, n)
#
#-             bag = self.rng.integers(0, n, n)

# %% wrong="a bag of the last bag" caught_by="a bag of n rows for each tree" of="soft votes"
#-             tree.fit(X[bag], y[bag])
#-             columns = np.searchsorted(self.labels, np.unique(y[bag]))
#+             X, y = X[bag], y[bag]
#+             tree.fit(X, y)
#+             columns = np.searchsorted(self.labels, np.unique(y))

# %% wrong="another bag for y" caught_by="a bag of n rows for each tree" of="soft votes"
#-             tree.fit(X[bag], y[bag])
#+             other = self.rng.permutation(bag)
#+             tree.fit(X[bag], y[other])

# %% wrong="one generator for all forests" caught_by="a bag of n rows for each tree" of="soft votes"
#- import numpy as np
#+ import numpy as np
#+
#+ SHARED = np.random.default_rng(1)
#
#-         self.n_trees, self.rng = n_trees, rng
#+         self.n_trees, self.rng = n_trees, SHARED

# %% wrong="all features at every split" caught_by="features drawn at every split of every tree" of="soft votes"
#-         self.settings = max_depth, min_samples_leaf, max_features, rng
#+         self.settings = max_depth, min_samples_leaf, None, rng

# %% wrong="one feature more" caught_by="features drawn at every split of every tree" of="soft votes"
#-         self.settings = max_depth, min_samples_leaf, max_features, rng
#+         self.settings = max_depth, min_samples_leaf, (max_features or 1) + 1, rng

# %% wrong="always one feature" caught_by="features drawn at every split of every tree" of="soft votes"
#-         self.settings = max_depth, min_samples_leaf, max_features, rng
#+         self.settings = max_depth, min_samples_leaf, 1, rng

# %% wrong="features drawn once for each tree" caught_by="features drawn at every split of every tree" of="soft votes"
#-     def fit(self, X, y):
#+     def fit(self, X, y):
#+         depth, leaf, width, rng = self.settings
#
#-             tree = DecisionTree(*self.settings)
#-             tree.fit(X[bag], y[bag])
#+             names = rng.permutation(X.shape[1])[:width]
#+             tree = DecisionTree(depth, leaf)
#+             tree.fit(X[bag][:, names], y[bag])
#
#-             self.trees.append((tree, columns))
#+             self.trees.append((tree, columns, names))
#
#-                 votes[out] += self.shares(tree, columns, X[out])
#+                 votes[out] += self.shares(tree, columns, names, X[out])
#
#-     def shares(self, tree, columns, X):
#+     def shares(self, tree, columns, names, X):
#
#-         found[:, columns] = tree.predict_proba(X)
#+         found[:, columns] = tree.predict_proba(X[:, names])

# %% wrong="features drawn once for the forest" caught_by="features drawn at every split of every tree" of="soft votes"
#-         X, y = np.asarray(X, dtype=float), np.asarray(y)
#+         X, y = np.asarray(X, dtype=float), np.asarray(y)
#+         self.names = self.rng.permutation(X.shape[1])[: self.settings[2]]
#
#-             tree = DecisionTree(*self.settings)
#-             tree.fit(X[bag], y[bag])
#+             tree = DecisionTree(*self.settings[:2])
#+             tree.fit(X[bag][:, self.names], y[bag])
#
#-         found[:, columns] = tree.predict_proba(X)
#+         found[:, columns] = tree.predict_proba(X[:, self.names])

# %% wrong="each tree draws the same" caught_by="features drawn at every split of every tree" of="soft votes"
#-             tree = DecisionTree(*self.settings)
#+             tree = DecisionTree(*self.settings[:3], np.random.default_rng(3))

# %% wrong="trees have a generator of their own" caught_by="features drawn at every split of every tree" of="soft votes"
#-             tree = DecisionTree(*self.settings)
#+             tree = DecisionTree(*self.settings[:3], np.random.default_rng())

# %% wrong="trees take turns" caught_by="features drawn at every split of every tree" of="soft votes"
#-             tree = DecisionTree(*self.settings)
#-             tree.fit(X[bag], y[bag])
#+             names = [len(self.trees) % X.shape[1]] if self.settings[2] == 1 else list(range(X.shape[1]))
#+             tree = DecisionTree(*self.settings[:2])
#+             tree.names = names
#+             tree.fit(X[bag][:, names], y[bag])
#
#-         found[:, columns] = tree.predict_proba(X)
#+         found[:, columns] = tree.predict_proba(X[:, tree.names])

# %% wrong="the score of the first tree alone" caught_by="out-of-bag score" of="soft votes"
#-             if len(out):
#+             if len(out) and not votes.any():

# %% wrong="votes of an earlier fit of as many rows stay" caught_by="out-of-bag score" of="soft votes"
#-         votes = np.zeros((n, len(self.labels)))
#+         votes = getattr(self, 'votes', None)
#+         if votes is None or votes.shape != (n, len(self.labels)):
#+             votes = np.zeros((n, len(self.labels)))
#+         self.votes = votes

# %% wrong="the score of rows in the bag" caught_by="out-of-bag score" of="soft votes"
#-             out = np.setdiff1d(np.arange(n), bag)
#+             out = np.unique(bag)

# %% wrong="all trees vote" caught_by="out-of-bag score" of="soft votes"
#-             out = np.setdiff1d(np.arange(n), bag)
#+             out = np.arange(n)

# %% wrong="the score of the whole forest" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = (self.predict(X) == y).mean()

# %% wrong="the error" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = 1 - right[seen].mean()

# %% wrong="in per cent" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = 100 * right[seen].mean()

# %% wrong="rows without a vote are wrong" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = (right & seen).mean()

# %% wrong="rows without a vote are right" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = (right | ~seen).mean()

# %% wrong="rows without a vote get the first label" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = right.mean()

# %% wrong="divided by all rows" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = right[seen].sum() / n

# %% wrong="rows out of every bag" caught_by="out-of-bag score" of="soft votes"
#-         seen = votes.sum(axis=1) > 0
#+         seen = votes.sum(axis=1) > self.n_trees - 0.5

# %% wrong="the last tree alone" caught_by="out-of-bag score" of="soft votes"
#-                 votes[out] += self.shares(tree, columns, X[out])
#+                 votes = np.zeros((n, len(self.labels))); votes[out] = self.shares(tree, columns, X[out])

# %% wrong="the mean of the trees' scores" caught_by="out-of-bag score" of="soft votes"
#-         self.trees = []
#+         self.trees = []
#+         self.scores = []
#
#-             if len(out):
#+             if len(out):
#+                 self.scores.append((tree.predict(X[out]) == y[out]).mean())
#
#-                 votes[out] += self.shares(tree, columns, X[out])
#+                 votes[out] += self.shares(tree, columns, X[out])
#+         self.oob_score_ = np.mean(self.scores)
#+         return self

# %% wrong="labels against numbers" caught_by="out-of-bag score" of="soft votes"
#-         right = self.labels[votes.argmax(axis=1)] == y
#+         right = votes.argmax(axis=1) == y

# %% wrong="there is no score" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         

# %% wrong="a method" caught_by="out-of-bag score" of="soft votes"
#-         self.oob_score_ = right[seen].mean() if seen.any() else np.nan
#+         self.oob_score_ = lambda: right[seen].mean()
