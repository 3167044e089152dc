"""The forest of lesson 112 against scikit-learn's, on the same tables, in one run.

    python tests/benchmarks/random_forest.py [--trees N] [--seeds N]

fits both forests with the same settings on half of each table and tests them on the other half,
once for each seed. scikit-learn runs on one thread. The ratio is the median over the seeds of
processor seconds to fit, the lesson's over scikit-learn's. Ends with status 1 where the mean
accuracies differ by more than 0.02, or the ratio is above 10.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits, make_classification
from sklearn.ensemble import RandomForestClassifier

from autograder import lessons
from autograder.authoring.lesson import read_lesson
from autograder.authoring.trials import namespace_of

CLOSE, SLOWEST = 0.02, 10.0


def tables() -> Iterator[tuple[str, np.ndarray, np.ndarray, int]]:
    """Name, rows, labels and the smallest leaf of each table."""
    yield "digits", *load_digits(return_X_y=True), 1
    yield "breast cancer", *load_breast_cancer(return_X_y=True), 1
    made = make_classification(10_000, 20, n_informative=6, flip_y=0.1, random_state=0)
    yield "made, noisy labels", *made, 1
    yield "made, leaves of 5", *made, 5


def timed(fit: Callable[[], object]) -> float:
    """Processor seconds of a call."""
    start = time.process_time()
    fit()
    return time.process_time() - start


def compare(own: type, X: np.ndarray, y: np.ndarray, leaf: int, trees: int, seed: int) -> tuple:
    """Accuracy of the lesson's forest and of scikit-learn's, and the seconds of both fits."""
    order = np.random.default_rng(seed).permutation(len(X))
    fit, test = order[::2], order[1::2]
    width = round(X.shape[1] ** 0.5)
    forests = (
        own(trees, None, leaf, width, np.random.default_rng(seed)),
        RandomForestClassifier(
            trees, min_samples_leaf=leaf, max_features=width, random_state=seed, n_jobs=1
        ),
    )
    seconds = [timed(lambda each=each: each.fit(X[fit], y[fit])) for each in forests]
    scores = [(np.asarray(each.predict(X[test])) == y[test]).mean() for each in forests]
    return *scores, *seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trees", type=int, default=50)
    parser.add_argument("--seeds", type=int, default=5)
    options = parser.parse_args()

    own = namespace_of(read_lesson(lessons.find_path("112")))["RandomForest"]
    print(f"{options.trees} trees, {options.seeds} seeds, scikit-learn on one thread")
    print(f"{'table':<20}{'rows':>6}{'features':>9}{'lesson':>8}{'sklearn':>8}{'ratio':>7}")
    good = True
    for name, X, y, leaf in tables():
        runs = [compare(own, X, y, leaf, options.trees, seed) for seed in range(options.seeds)]
        ours, theirs, _, _ = np.mean(runs, axis=0)
        ratio = statistics.median(run[2] / run[3] for run in runs)
        good &= abs(ours - theirs) <= CLOSE and ratio <= SLOWEST
        print(f"{name:<20}{len(X) // 2:>6}{X.shape[1]:>9}{ours:>8.3f}{theirs:>8.3f}{ratio:>7.1f}")
    if not good:
        raise SystemExit(f"A difference above {CLOSE}, or a ratio above {SLOWEST:g}.")


if __name__ == "__main__":
    main()
