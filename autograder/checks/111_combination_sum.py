"""Checks of lesson 111: all combinations of numbers that sum to n, their number, the shortest."""

from __future__ import annotations

import operator
from itertools import combinations, combinations_with_replacement, product

from ..exercise import Exercise, Right, Wrong
from ..groups import Group, Growth, case


def oracle(nums: list[int], n: int) -> list[list[int]]:
    """Every multiset of numbers of ``nums`` that sums to ``n``: all of each size are tried."""
    fit = sorted({x for x in nums if x <= n})
    most = n // fit[0] if fit else 0
    return [
        list(chosen)
        for size in range(1, most + 1)
        for chosen in combinations_with_replacement(fit, size)
        if sum(chosen) == n
    ]


def oracle_once(nums: list[int], n: int) -> list[list[int]]:
    """Every subset of places is tried; equal multisets are one."""
    found = {
        chosen
        for size in range(1, len(nums) + 1)
        for chosen in combinations(sorted(nums), size)
        if sum(chosen) == n
    }
    return [list(chosen) for chosen in sorted(found)]


def oracle_count(nums: list[int], n: int) -> int:
    return len(oracle(nums, n))


def oracle_fewest(nums: list[int], n: int) -> int | None:
    return min(map(len, oracle(nums, n)), default=None)


def same_combinations(got: object, want: object) -> bool:
    """Whether the same multisets are listed, each once, in any order outside and inside."""
    return _multisets(got) == _multisets(want)


def _multisets(found: object) -> list[list] | None:
    if not isinstance(found, (list, tuple)):
        return None
    if not all(isinstance(each, (list, tuple)) for each in found):
        return None
    try:
        return sorted(sorted(each) for each in found)
    except TypeError:
        return None


def sums():
    """Pairs (nums, n): anything small, many solutions, or at least one."""
    from hypothesis import strategies as st

    @st.composite
    def solvable(draw):
        nums = draw(st.lists(st.integers(1, 11), min_size=2, max_size=6))
        copies = [draw(st.integers(0, 3)) for _ in nums]
        total = sum(x * count for x, count in zip(nums, copies))
        return nums, total if 1 <= total <= 12 else max(nums)

    few = st.lists(st.integers(1, 5), min_size=1, max_size=4)
    return st.one_of(
        st.tuples(few, st.integers(1, 10)),
        st.tuples(few, st.sampled_from([8, 7, 9, 10])),
        solvable(),
    )


def sums_once():
    """Pairs (nums, n) with up to eight numbers; n is often the sum of some of them."""
    from hypothesis import strategies as st

    @st.composite
    def pair(draw):
        nums = draw(st.lists(st.integers(1, 9), max_size=8))
        some = sum(x for x in nums if draw(st.booleans()))
        return nums, some or draw(st.integers(1, 12))

    return pair()


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


def every_order(nums: list[int], n: int) -> list[list[int]]:
    """Build each order of each combination, then drop the repeated ones."""
    found = set()

    def extend(path: tuple[int, ...]) -> None:
        left = n - sum(path)
        if left == 0:
            found.add(tuple(sorted(path)))
        for x in nums:
            if x <= left:
                extend((*path, x))

    extend(())
    return [list(path) for path in found]


def pruned(nums: list[int], n: int, step: int = 0) -> list[list[int]]:
    """Depth first, in ascending order; the next number stands ``step`` places on."""
    numbers = sorted(nums)
    found: list[list[int]] = []

    def extend(path: list[int], start: int, left: int) -> None:
        if left == 0:
            found.append(path)
        for i in range(start, len(numbers)):
            if numbers[i] > left:
                break
            if i == start or numbers[i] != numbers[i - 1]:
                extend([*path, numbers[i]], i + step, left - numbers[i])

    extend([], 0, n)
    return found


def pruned_once(nums: list[int], n: int) -> list[list[int]]:
    return pruned(nums, n, step=1)


def every_subset(nums: list[int], n: int) -> list[list[int]]:
    found = set()
    for kept in product((False, True), repeat=len(nums)):
        chosen = sorted(x for x, keep in zip(nums, kept) if keep)
        if sum(chosen) == n:
            found.add(tuple(chosen))
    return [list(chosen) for chosen in found]


def count_by_listing(nums: list[int], n: int) -> int:
    return len(pruned(list(set(nums)), n))


def count_by_table(nums: list[int], n: int) -> int:
    ways = [1] + [0] * n
    for x in set(nums):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    return ways[n]


def fewest_by_listing(nums: list[int], n: int) -> int | None:
    return min(map(len, pruned(list(set(nums)), n)), default=None)


def fewest_by_table(nums: list[int], n: int) -> int | None:
    best: list[float] = [0] + [float("inf")] * n
    for x in nums:
        for total in range(x, n + 1):
            best[total] = min(best[total], best[total - x] + 1)
    return None if best[n] == float("inf") else int(best[n])


def few_that_fit(k: int) -> tuple[list[int], int]:
    """k numbers of which only one pair sums to n."""
    return list(range(k, 2 * k)), 2 * k + 1


DFS = '''
def sum_to_n(nums, n):
    numbers = sorted(set(nums))
    found = []
    def extend(path, start, left):
        if left == 0:
            found.append(path[:])
            return
        for i in range(start, len(numbers)):
            if numbers[i] > left:
                break
            path.append(numbers[i])
            extend(path, i, left - numbers[i])
            path.pop()
    extend([], 0, n)
    return found
'''
BY_NUMBER = '''
def sum_to_n(nums, n):
    partial = [([], n)]
    for x in set(nums):
        longer = []
        for path, left in partial:
            for copies in range(left // x + 1):
                longer.append((path + [x] * copies, left - x * copies))
        partial = longer
    return [path for path, left in partial if left == 0]
'''
ORDERS = '''
def sum_to_n(nums, n):
    found = set()
    def extend(path, left):
        if left == 0:
            found.add(tuple(sorted(path)))
        for x in set(nums):
            if x <= left:
                extend(path + (x,), left - x)
    extend((), n)
    return [list(path) for path in found]
'''
STACK = '''
def sum_to_n(nums, n):
    numbers = list(dict.fromkeys(nums))
    todo, found = [((), 0, n)], []
    while todo:
        path, start, left = todo.pop()
        if left == 0:
            found.append(list(path))
            continue
        for i in range(start, len(numbers)):
            if numbers[i] <= left:
                todo.append((path + (numbers[i],), i, left - numbers[i]))
    return found
'''

EQUAL = "equal numbers make no more combinations"
ANY = "any numbers"
ORDER = "numbers in any order, and left as they are"
DEEP = "two hundred in one combination"
TWICE = "no combination is built twice"

sum_to_n = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            ANY,
            cases=[
                case([2, 3, 6, 7], 7, gives=[[2, 2, 3], [7]]),
                case([2, 3, 5], 8, gives=[[2, 2, 2, 2], [2, 3, 3], [3, 5]]),
                case([5], 5, gives=[[5]]),
                case([5], 3, gives=[]),
                case([2, 4], 7, gives=[]),
                case([], 4, gives=[]),
                case([1, 12], 12, gives=[[1] * 12, [12]]),
            ],
            inputs=sums,
            oracle=oracle,
            tries=80,
            accept=same_combinations,
            nudge="Draw the tree for this call. Which branch is missing, or is one too many?",
        ),
        Group(
            EQUAL,
            cases=[
                case([2, 2, 3], 4, gives=[[2, 2]]),
                case([1, 1], 2, gives=[[1, 1]]),
                case([3, 3, 3], 6, gives=[[3, 3]]),
                case([2, 3, 2], 5, gives=[[2, 3]]),
                case([2, 2, 2], 3, gives=[]),
            ],
            accept=same_combinations,
            nudge="A number may be reused anyway, so what does its second copy in nums add?",
        ),
        Group(
            ORDER,
            cases=[
                case([7, 2, 6, 3], 7, gives=[[2, 2, 3], [7]]),
                case([5, 3, 2], 8, gives=[[2, 2, 2, 2], [2, 3, 3], [3, 5]]),
                case([9, 4, 20, 2], 6, gives=[[2, 2, 2], [2, 4]]),
                case([3, 2, 3], 6, gives=[[3, 3], [2, 2, 2]]),
            ],
            accept=same_combinations,
            nudge="nums need not be sorted, and your caller still needs it as it was.",
        ),
        Group(
            DEEP,
            cases=[
                case([1], 200, gives=[[1] * 200]),
                case([100, 1], 200, gives=[[1] * 200, [1] * 100 + [100], [100, 100]]),
                case([2, 1], 120, gives=[[1] * (120 - 2 * k) + [2] * k for k in range(61)]),
                case([201, 3, 199], 200, gives=[]),
            ],
            accept=same_combinations,
            limit=5.0,
            nudge="A combination can have n numbers. One stack frame each is all you can afford.",
        ),
        Growth(
            TWICE,
            args=lambda n: ([1, 2, 3], n),
            sizes=(6, 8, 11, 14),
            exponent=3.3,
            brute=every_order,
            best=pruned,
            nudge="Do not build 1+2 and 2+1 and drop one of them: build in one order only.",
        ),
    ],
    hints=[
        "How do you make sure, while you build, that `[2, 3]` and `[3, 2]` do not both come up?",
        "Let each combination have one order of building: after you have taken a number, take "
        "only the same one or later ones. What does a call then need to know?",
        "Write an inner function with three arguments: the path so far, the place from which "
        "numbers may be taken, and what is left of `n`. Nothing left: keep a copy of the path. "
        "Otherwise try each place from there on that still fits.",
        "Take `numbers = sorted(set(nums))`. In `extend(path, start, left)`: if `left == 0`, "
        "append `path[:]` to the result and return. Else for `i` from `start`: stop if "
        "`numbers[i] > left`; append the number, call `extend(path, i, left - numbers[i])`, pop "
        "it. Begin with `extend([], 0, n)`.",
    ],
    wrong=[
        edited("the path is kept without a copy", ANY, DFS, ("path[:]", "path")),
        edited("starts at the first number each time", ANY, DFS,
               ("extend(path, i, left", "extend(path, 0, left")),
        edited("each number once", ANY, DFS, ("extend(path, i, left", "extend(path, i + 1, left")),
        edited("stops at a number that fits exactly", ANY, DFS, ("> left", ">= left")),
        edited("keeps what has passed n", ANY, DFS, ("left == 0", "left <= 0"),
               ("            if numbers[i] > left:\n                break\n", "")),
        edited("the last number is never tried", ANY, DFS,
               ("len(numbers))", "len(numbers) - 1)")),
        edited("the path is not taken back", ANY, DFS, ("            path.pop()\n", "")),
        edited("results kept in a mutable default", ANY, DFS,
               ("nums, n):", "nums, n, found=[]):"), ("    found = []\n", "")),
        Wrong("answers kept between calls by n and the number of numbers",
              "seen = {}\n" + DFS.replace("def sum_to_n", "def by_search") + '''
def sum_to_n(nums, n):
    key = len(nums), n
    if key not in seen:
        seen[key] = by_search(nums, n)
    return seen[key]
''', ANY),
        edited("None where nothing fits", ANY, DFS, ("return found\n", "return found or None\n")),
        edited("one empty combination where nothing fits", ANY, DFS,
               ("return found\n", "return found or [[]]\n")),
        edited("the first combination alone", ANY, DFS, ("return found\n", "return found[:1]\n")),
        edited("the number of combinations", ANY, DFS, ("return found\n", "return len(found)\n")),
        edited("a generator in place of a list", ANY, DFS,
               ("return found\n", "return (path for path in found)\n")),
        edited("gives up if all numbers together are too small", ANY, DFS,
               ("    found = []\n", "    found = []\n    if sum(nums) < n:\n        return []\n")),
        edited("a remainder is looked at only once", ANY, DFS,
               ("    found = []\n", "    found = []\n    seen = set()\n"),
               ("        for i in range(start",
                "        if left in seen:\n            return\n        seen.add(left)\n"
                "        for i in range(start")),
        edited("numbers above half of n are left out", ANY, DFS,
               ("sorted(set(nums))", "sorted({x for x in nums if x <= n // 2})")),
        edited("at most three copies of a number", ANY, BY_NUMBER,
               ("range(left // x + 1)", "range(min(left // x, 3) + 1)")),
        edited("at least one copy of each number", ANY, BY_NUMBER,
               ("range(left // x + 1)", "range(1, left // x + 1)")),
        edited("combinations with the same set of numbers are one", ANY, DFS,
               ("return found\n", "return [list(c) for c in {frozenset(p): p for p in found}"
                ".values()]\n")),
        Wrong("digits joined to a text", '''
def sum_to_n(nums, n):
    found = set()
    def extend(text, left):
        if left == 0:
            found.add("".join(sorted(text)))
        for x in set(nums):
            if x <= left:
                extend(text + str(x), left - x)
    extend("", n)
    return [[int(char) for char in text] for text in found]
''', ANY),
        Wrong("greedy, the largest first", '''
def sum_to_n(nums, n):
    found = []
    for at in range(len(nums)):
        path, left = [], n
        for x in sorted(set(nums), reverse=True)[at:]:
            path += [x] * (left // x)
            left %= x
        if left == 0 and path not in found:
            found.append(path)
    return found
''', ANY),
        Wrong("one number or a pair", '''
def sum_to_n(nums, n):
    numbers = set(nums)
    found = [[x] for x in numbers if x == n]
    return found + [[x, n - x] for x in numbers if 2 * x <= n and n - x in numbers]
''', ANY),
        Wrong("knows the examples by heart", '''
def sum_to_n(nums, n):
    known = {(2, 3, 6, 7): [[2, 2, 3], [7]], (5,): [[5]] if n == 5 else [],
             (2, 3, 5): [[2, 2, 2, 2], [2, 3, 3], [3, 5]], (1, 12): [[1] * 12, [12]]}
    return known.get(tuple(sorted(nums)), [])
''', ANY),
        edited("equal numbers are tried each", EQUAL, DFS, ("sorted(set(nums))", "sorted(nums)")),
        edited("only neighbours are compared, unsorted", EQUAL, STACK,
               ("list(dict.fromkeys(nums))",
                "[x for i, x in enumerate(nums) if i == 0 or x != nums[i - 1]]")),
        edited("numbers that stand twice are left out", EQUAL, STACK,
               ("list(dict.fromkeys(nums))", "[x for x in nums if nums.count(x) == 1]")),
        edited("breaks where numbers are not sorted", ORDER, DFS,
               ("sorted(set(nums))", "list(dict.fromkeys(nums))")),
        edited("sorts the caller's list", ORDER, DFS,
               ("    numbers = sorted(set(nums))", "    nums.sort()\n"
                "    numbers = list(dict.fromkeys(nums))")),
        edited("takes equal numbers out of the caller's list", EQUAL, DFS,
               ("    numbers = sorted(set(nums))", "    for x in set(nums):\n"
                "        while nums.count(x) > 1:\n            nums.remove(x)\n"
                "    numbers = sorted(nums)")),
        edited("empties the caller's list", ORDER, BY_NUMBER,
               ("    for x in set(nums):", "    while nums:\n        x = nums.pop()\n"
                "        if x in nums:\n            continue")),
        edited("at most a hundred numbers", DEEP, DFS,
               ("        for i in range(start", "        if len(path) == 100:\n"
                "            return\n        for i in range(start")),
        Wrong("a frame for each unit of n, eight times over", '''
def sum_to_n(nums, n):
    numbers = sorted(set(nums))
    def sink(depth, then):
        return then() if depth == 0 else sink(depth - 1, then)
    def combos(start, left):
        if left == 0:
            return [[]]
        found = []
        for i in range(start, len(numbers)):
            if numbers[i] <= left:
                rest = sink(6, lambda: combos(i, left - numbers[i]))
                found += [[numbers[i]] + path for path in rest]
        return found
    return combos(0, n)
''', DEEP),
        Wrong("every order, then a set", ORDERS, TWICE),
        edited("every order, looked up in the list", TWICE, ORDERS,
               ("found = set()", "found = []"),
               ("            found.add(tuple(sorted(path)))",
                "            if sorted(path) not in found:\n"
                "                found.append(sorted(path))")),
    ],
    right=[
        Right("one path, taken back", DFS),
        Right("number by number, all numbers of copies", BY_NUMBER),
        Right("a stack in place of recursion, unsorted", STACK),
        Right("take it and stay, or go on", '''
def sum_to_n(nums, n):
    numbers = sorted(set(nums), reverse=True)
    result = []
    def go(i, left, chosen):
        if left == 0:
            result.append(chosen)
        elif i < len(numbers):
            if numbers[i] <= left:
                go(i, left - numbers[i], chosen + [numbers[i]])
            go(i + 1, left, chosen)
    go(0, n, [])
    return result
'''),
        Right("generators", '''
def sum_to_n(nums, n):
    def walk(numbers, left):
        if not left:
            yield []
        elif numbers:
            first, *rest = numbers
            if first <= left:
                for path in walk(numbers, left - first):
                    yield [first, *path]
            yield from walk(rest, left)
    return list(walk(list({*nums}), n))
'''),
        Right("a table of all combinations of each total", '''
def sum_to_n(nums, n):
    table = [[] for _ in range(n + 1)]
    table[0].append([])
    for x in sorted(set(nums)):
        for total in range(x, n + 1):
            table[total].extend(path + [x] for path in table[total - x])
    return table[n]
'''),
        Right("brute force of itertools, tuples", '''
from itertools import combinations_with_replacement
def sum_to_n(nums, n):
    distinct = [x for x in set(nums) if x <= n]
    if not distinct:
        return []
    return [c for size in range(1, n // min(distinct) + 1)
            for c in combinations_with_replacement(distinct, size) if sum(c) == n]
'''),
        Right("NumPy's unique numbers", '''
import numpy as np
def sum_to_n(nums, n):
    values = np.unique(np.array(nums, dtype=int))
    out = []
    def rec(k, left, path):
        if left == 0:
            out.append(path)
            return
        for j in range(k, len(values)):
            if values[j] > left:
                break
            rec(j, left - values[j], path + [values[j]])
    rec(0, n, [])
    return out
'''),
        Right("level by level, from the largest number on", '''
from collections import deque
def sum_to_n(nums, n):
    queue, done = deque([(n, ())]), []
    while queue:
        left, path = queue.popleft()
        for x in set(nums):
            if path and x > path[-1] or x > left:
                continue
            if x == left:
                done.append([*path, x])
            else:
                queue.append((left - x, (*path, x)))
    return done
'''),
    ],
)

ONCE = '''
def sum_to_n_once(nums, n):
    numbers = sorted(nums)
    found = []
    def extend(path, start, left):
        if left == 0:
            found.append(path[:])
            return
        for i in range(start, len(numbers)):
            if numbers[i] > left:
                break
            if i > start and numbers[i] == numbers[i - 1]:
                continue
            path.append(numbers[i])
            extend(path, i + 1, left - numbers[i])
            path.pop()
    extend([], 0, n)
    return found
'''
TAKE = '''
def sum_to_n_once(nums, n):
    found = set()
    def go(i, left, path):
        if left == 0:
            found.add(tuple(sorted(path)))
        elif i < len(nums):
            if nums[i] <= left:
                go(i + 1, left - nums[i], path + [nums[i]])
            go(i + 1, left, path)
    go(0, n, [])
    return [list(path) for path in found]
'''

PLACE = "each place at most once"
COPIES = "equal numbers may stand together, combinations come once"
ANY_ONCE = "any numbers, left as they are"
PRUNED = "leaves a branch that has passed n"

sum_to_n_once = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            PLACE,
            cases=[
                case([2, 3, 6, 7], 7, gives=[[7]]),
                case([2], 4, gives=[]),
                case([2, 3, 5], 5, gives=[[2, 3], [5]]),
                case([1, 2, 3, 4], 10, gives=[[1, 2, 3, 4]]),
                case([], 1, gives=[]),
            ],
            accept=same_combinations,
            nudge="After a number has been taken, from which place may the next one come?",
        ),
        Group(
            COPIES,
            cases=[
                case([2, 2], 4, gives=[[2, 2]]),
                case([1, 1, 2], 3, gives=[[1, 2]]),
                case([1, 2, 1], 3, gives=[[1, 2]]),
                case([3, 3, 3, 3], 9, gives=[[3, 3, 3]]),
                case([10, 1, 2, 7, 6, 1, 5], 8, gives=[[1, 1, 6], [1, 2, 5], [1, 7], [2, 6]]),
            ],
            accept=same_combinations,
            nudge="Of equal numbers, a call tries the first only; the calls below it, the next.",
        ),
        Group(
            ANY_ONCE,
            cases=[
                case([5, 2, 9, 1], 6, gives=[[5, 1]]),
                case([9, 8, 1], 9, gives=[[9], [8, 1]]),
                case([4, 4, 4], 5, gives=[]),
                case(list(range(13, 0, -1)), 91, gives=[list(range(1, 14))]),
            ],
            inputs=sums_once,
            oracle=oracle_once,
            tries=80,
            accept=same_combinations,
            limit=5.0,
            nudge="Draw the tree for this call. Which branch is missing, or is one too many?",
        ),
        Growth(
            PRUNED,
            args=few_that_fit,
            sizes=(6, 9, 12, 15),
            exponent=3.2,
            brute=every_subset,
            best=pruned_once,
            nudge="All numbers are positive: once the sum has passed n, nothing below can help.",
        ),
    ],
    hints=[
        "Take your `sum_to_n`. Which single expression lets a number come again?",
        "With one more place to step on, no place comes twice. What remains are equal numbers at "
        "different places: sort, so that they stand side by side.",
        "At one level of the tree, two equal numbers would lead to equal branches, so try the "
        "first of them only. One level further down the second copy is welcome.",
        "Sort a copy, call `extend(path, i + 1, left - numbers[i])`, and before that skip with "
        "`if i > start and numbers[i] == numbers[i - 1]: continue`. It is `i > start`, not "
        "`i > 0`: the first number that a level tries is never skipped.",
    ],
    wrong=[
        Wrong("lists with reuse, then keeps what has enough copies", DFS + '''
def sum_to_n_once(nums, n):
    return [path for path in sum_to_n(nums, n) if all(path.count(x) <= nums.count(x) for x in path)]
''', ANY_ONCE),
        Wrong("every order of the places", '''
def sum_to_n_once(nums, n):
    found = set()
    def extend(rest, left, path):
        if left == 0:
            found.add(tuple(sorted(path)))
        for i, x in enumerate(rest):
            if x <= left:
                extend(rest[:i] + rest[i + 1:], left - x, [*path, x])
    extend(nums, n, [])
    return [list(path) for path in found]
''', ANY_ONCE),
        edited("reuses numbers", PLACE, ONCE, ("i + 1, left", "i, left")),
        edited("starts at the first number each time", PLACE, ONCE,
               ("i + 1, left", "1, left")),
        edited("steps on from start, not from i", PLACE, ONCE, ("i + 1, left", "start + 1, left")),
        edited("the path is kept without a copy", PLACE, ONCE, ("path[:]", "path")),
        edited("stops at a number that fits exactly", PLACE, ONCE, ("> left", ">= left")),
        edited("the first combination alone", PLACE, ONCE,
               ("return found\n", "return found[:1]\n")),
        edited("None where nothing fits", PLACE, ONCE,
               ("return found\n", "return found if found else None\n")),
        edited("at most three numbers", PLACE, ONCE,
               ("        for i in", "        if len(path) == 3:\n            return\n"
                "        for i in")),
        edited("skips equal numbers with i > 0", COPIES, ONCE, ("i > start and", "i > 0 and")),
        edited("no skip of equal numbers", COPIES, ONCE, ("i > start and", "False and")),
        edited("equal numbers become one first", COPIES, ONCE,
               ("sorted(nums)", "sorted(set(nums))")),
        edited("skips equal numbers that do not stand side by side", COPIES, ONCE,
               ("sorted(nums)", "list(nums)"),
               ("numbers[i] > left:\n                break",
                "numbers[i] > left:\n                continue")),
        edited("combinations are compared in the order they were built", COPIES, TAKE,
               ("tuple(sorted(path))", "tuple(path)")),
        edited("combinations are compared as sets", COPIES, TAKE,
               ("tuple(sorted(path))", "frozenset(path)")),
        edited("two copies of a number at most", COPIES, ONCE,
               ("            path.append", "            if path.count(numbers[i]) == 2:\n"
                "                continue\n            path.append")),
        edited("a value that is in the path is used up", COPIES, ONCE,
               ("i > start and numbers[i] == numbers[i - 1]", "numbers[i] in path")),
        edited("breaks where numbers are not sorted", ANY_ONCE, ONCE,
               ("sorted(nums)", "list(nums)")),
        edited("sorts the caller's list", ANY_ONCE, ONCE,
               ("    numbers = sorted(nums)", "    numbers = nums\n    numbers.sort()")),
        edited("results kept in a mutable default", ANY_ONCE, ONCE,
               ("nums, n):", "nums, n, found=[]):"), ("    found = []\n", "")),
        Wrong("answers kept between calls by n and the number of numbers",
              "seen = {}\n" + ONCE.replace("def sum_to_n_once", "def by_search") + '''
def sum_to_n_once(nums, n):
    key = len(nums), n
    if key not in seen:
        seen[key] = by_search(nums, n)
    return seen[key]
''', ANY_ONCE),
        Wrong("takes numbers out of the list while it goes through it", '''
def sum_to_n_once(nums, n):
    found = []
    numbers = sorted(nums)
    while numbers:
        path, left = [], n
        for x in list(numbers):
            if x <= left:
                path.append(x)
                left -= x
        if left == 0 and path not in found:
            found.append(path)
        numbers.pop(0)
    return found
''', ANY_ONCE),
        Wrong("runs of neighbours only", '''
def sum_to_n_once(nums, n):
    numbers = sorted(nums)
    runs = {tuple(numbers[i:j]) for i in range(len(numbers))
            for j in range(i + 1, len(numbers) + 1)}
    return [list(run) for run in runs if sum(run) == n]
''', ANY_ONCE),
        Wrong("one combination for each total", '''
def sum_to_n_once(nums, n):
    totals = {0: []}
    found = set()
    for x in nums:
        for total, path in list(totals.items()):
            if total + x == n:
                found.add(tuple(sorted(path + [x])))
            elif total + x < n:
                totals.setdefault(total + x, path + [x])
    return [list(path) for path in found]
''', ANY_ONCE),
        Wrong("knows the examples by heart", '''
def sum_to_n_once(nums, n):
    known = [[7], [2, 3], [5], [1, 2, 3, 4], [2, 2], [1, 2], [3, 3, 3], [1, 1, 6], [1, 2, 5],
             [1, 7], [2, 6], [5, 1], [9], [8, 1]]
    return [c for c in known if sum(c) == n and all(c.count(x) <= nums.count(x) for x in c)]
''', ANY_ONCE),
        Wrong("take or leave, the sum looked at in the end", '''
def sum_to_n_once(nums, n):
    found = set()
    def go(i, left, path):
        if i == len(nums):
            if left == 0:
                found.add(tuple(sorted(path)))
        else:
            go(i + 1, left - nums[i], path + [nums[i]])
            go(i + 1, left, path)
    go(0, n, [])
    return [list(path) for path in found]
''', PRUNED),
        Wrong("every subset", '''
from itertools import combinations
def sum_to_n_once(nums, n):
    found = set()
    for size in range(1, len(nums) + 1):
        for chosen in combinations(sorted(nums), size):
            if sum(chosen) == n:
                found.add(chosen)
    return [list(chosen) for chosen in found]
''', PRUNED),
        Wrong("every subset as the bits of a number", '''
def sum_to_n_once(nums, n):
    found = set()
    for bits in range(1, 1 << len(nums)):
        chosen = [x for i, x in enumerate(nums) if bits >> i & 1]
        if sum(chosen) == n:
            found.add(tuple(sorted(chosen)))
    return [list(chosen) for chosen in found]
''', PRUNED),
    ],
    right=[
        Right("one path, taken back", ONCE),
        Right("take or leave, then a set", TAKE),
        Right("how many of each value", '''
from collections import Counter
def sum_to_n_once(nums, n):
    pairs = list(Counter(nums).items())
    out = []
    def go(k, left, path):
        if left == 0:
            out.append(path)
            return
        if k == len(pairs):
            return
        value, most = pairs[k]
        for times in range(min(most, left // value) + 1):
            go(k + 1, left - times * value, path + [value] * times)
    go(0, n, [])
    return out
'''),
        Right("a table of sets of tuples", '''
def sum_to_n_once(nums, n):
    table = {0: {()}}
    for x in sorted(nums):
        for total in sorted(table, reverse=True):
            if total + x <= n:
                table.setdefault(total + x, set()).update(c + (x,) for c in table[total])
    return [list(c) for c in table.get(n, ())]
'''),
        Right("a stack of places", '''
def sum_to_n_once(nums, n):
    s = sorted(nums)
    stack, out = [(0, n, [])], []
    while stack:
        start, left, path = stack.pop()
        last = None
        for i in range(start, len(s)):
            if s[i] > left:
                break
            if s[i] == last:
                continue
            last = s[i]
            if s[i] == left:
                out.append(path + [s[i]])
            else:
                stack.append((i + 1, left - s[i], path + [s[i]]))
    return out
'''),
        Right("generators, tuples, the largest first", '''
def sum_to_n_once(nums, n):
    numbers = sorted(nums, reverse=True)
    def walk(start, left):
        if left == 0:
            yield ()
            return
        tried = set()
        for i in range(start, len(numbers)):
            x = numbers[i]
            if x <= left and x not in tried:
                tried.add(x)
                for rest in walk(i + 1, left - x):
                    yield (x, *rest)
    return list(walk(0, n))
'''),
        Right("NumPy's sort, numbers of NumPy", '''
import numpy as np
def sum_to_n_once(nums, n):
    a = np.sort(np.asarray(nums, dtype=np.int64))
    out = []
    def rec(start, left, path):
        if left == 0:
            out.append(np.array(path).tolist())
        for i in range(start, a.size):
            if a[i] > left:
                return
            if i > start and a[i] == a[i - 1]:
                continue
            rec(i + 1, left - a[i], path + [a[i]])
    rec(0, n, [])
    return out
'''),
    ],
)

COUNT = '''
def count_sums(nums, n):
    ways = [1] + [0] * n
    for x in set(nums):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    return ways[n]
'''

SAME = "as many as there are to list"
LARGE = "large n, and exact"
WORK = "work grows as n"

count_sums = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            SAME,
            cases=[
                case([2, 3, 6, 7], 7, gives=2),
                case([2, 2, 3], 4, gives=1),
                case([1, 2, 5], 5, gives=4),
                case([5, 2], 3, gives=0),
                case([], 3, gives=0),
            ],
            inputs=sums,
            oracle=oracle_count,
            tries=80,
            nudge="Compare with the list that sum_to_n gives for this call.",
        ),
        Group(
            LARGE,
            cases=[
                case([1, 2, 5, 10, 20, 50, 100, 200], 200, gives=73_682),
                case([1, 2], 5_000, gives=2_501),
                case([2, 4], 4_999, gives=0),
                case(list(range(1, 501)), 500, gives=2_300_165_032_574_323_995_027),
                case(list(range(1, 1_001)), 1_000,
                     gives=24_061_467_864_032_622_473_692_149_727_991),
            ],
            accept=operator.eq,
            limit=6.0,
            nudge="Fill a table from small totals to large ones, with Python's own integers: "
            "floats and the integers of NumPy run out of digits.",
        ),
        Growth(
            WORK,
            args=lambda n: ([1, 2, 5], n),
            sizes=(40, 80, 160, 320),
            exponent=1.3,
            brute=count_by_listing,
            best=count_by_table,
            nudge="For each number and each total one addition is enough.",
        ),
    ],
    hints=[
        "You are asked how many, not which. Which of the questions in the tree come up twice?",
        "Let `ways[t]` be the number of combinations that sum to `t`, with the numbers seen so "
        "far. How does it change when one more number `x` is allowed?",
        "A combination that sums to `t` either has no `x`, and was counted before, or it has one: "
        "take it away and there remains a combination of `t - x`, which may hold `x` too.",
        "Start with `ways = [1] + [0] * n`. For each different `x`, for each `t` from `x` up to "
        "`n`: `ways[t] += ways[t - x]`. The loop over the numbers is the outer one.",
    ],
    wrong=[
        edited("floats, returned as they are", LARGE, COUNT,
               ("[1] + [0] * n", "[1.0] + [0.0] * n")),
        Wrong("decimals of 28 digits", '''
from decimal import Decimal

def count_sums(nums, n):
    ways = [Decimal(1)] + [Decimal(0)] * n
    for x in set(nums):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    return int(ways[n])
''', LARGE),
        Wrong("counts every order", '''
def count_sums(nums, n):
    ways = [1] + [0] * n
    for total in range(1, n + 1):
        for x in set(nums):
            if x <= total:
                ways[total] += ways[total - x]
    return ways[n]
''', SAME),
        edited("each number once", SAME, COUNT,
               ("range(x, n + 1)", "range(n, x - 1, -1)")),
        edited("equal numbers count again", SAME, COUNT, ("set(nums)", "nums")),
        edited("there is no way to sum to 0", SAME, COUNT, ("[1] + [0] * n", "[0] * (n + 1)")),
        edited("stops before n", SAME, COUNT, ("n + 1)", "n)")),
        edited("all totals up to n", SAME, COUNT, ("ways[n]", "sum(ways[1:])")),
        edited("True or False", SAME, COUNT, ("return ways[n]", "return ways[n] > 0")),
        edited("the table is a mutable default", SAME, COUNT,
               ("nums, n):", "nums, n, ways=[1] + [0] * 9999):"),
               ("    ways = [1] + [0] * n\n", "")),
        Wrong("answers kept between calls by n", "seen = {}\n"
              + COUNT.replace("def count_sums", "def table") + '''
def count_sums(nums, n):
    if n not in seen:
        seen[n] = table(nums, n)
    return seen[n]
''', SAME),
        edited("floats", LARGE, COUNT, ("[1] + [0] * n", "[1.0] + [0.0] * n"),
               ("return ways[n]", "return int(ways[n])")),
        edited("64-bit integers", LARGE, COUNT,
               ("return ways[n]", "return ways[n] % 2**64")),
        edited("modulo a prime", LARGE, COUNT,
               ("return ways[n]", "return ways[n] % (10**9 + 7)")),
        Wrong("a cache, and a frame for each number taken", '''
from functools import cache
def count_sums(nums, n):
    numbers = sorted(set(nums))
    @cache
    def ways(i, left):
        if left == 0:
            return 1
        if i == len(numbers) or numbers[i] > left:
            return 0
        return ways(i, left - numbers[i]) + ways(i + 1, left)
    return ways(0, n)
''', LARGE),
        Wrong("every number of copies for every total", '''
def count_sums(nums, n):
    ways = [1] + [0] * n
    for x in set(nums):
        new = [0] * (n + 1)
        for total in range(n + 1):
            for left in range(total, -1, -x):
                new[total] += ways[left]
        ways = new
    return ways[n]
''', WORK),
        Wrong("lists them all, and gives up beyond 3,000", '''
def count_sums(nums, n):
    numbers = sorted(set(nums), reverse=True)
    todo, count = [(0, n)], 0
    while todo:
        start, left = todo.pop()
        count += left == 0
        for i in range(start, len(numbers)):
            if numbers[i] <= left:
                todo.append((i, left - numbers[i]))
        if count > 3000:
            raise MemoryError
    return count
''', WORK),
    ],
    right=[
        Right("one row", COUNT),
        Right("two dimensions", '''
def count_sums(nums, n):
    values = list(dict.fromkeys(nums))
    dp = [[1] + [0] * n for _ in range(len(values) + 1)]
    for i, v in enumerate(values, 1):
        for t in range(1, n + 1):
            dp[i][t] = dp[i - 1][t] + (dp[i][t - v] if t >= v else 0)
    return dp[-1][n]
'''),
        Right("a dictionary of totals", '''
from collections import defaultdict
def count_sums(nums, n):
    ways = defaultdict(int, {0: 1})
    for x in sorted(set(nums)):
        for total in range(n - x + 1):
            if ways[total]:
                ways[total + x] += ways[total]
    return ways[n]
'''),
        Right("NumPy objects", '''
import numpy as np
def count_sums(nums, n):
    ways = np.zeros(n + 1, dtype=object)
    ways[0] = 1
    for x in np.unique(np.array(nums, dtype=int)).tolist():
        for at in range(min(x, n + 1)):
            ways[at::x] = np.cumsum(ways[at::x])
    return int(ways[n])
'''),
        Right("a new tuple for each number", '''
def count_sums(nums, n):
    ways = (1,) + (0,) * n
    for x in frozenset(nums):
        longer = []
        for total, count in enumerate(ways):
            longer.append(count + (longer[total - x] if total >= x else 0))
        ways = tuple(longer)
    return ways[n]
'''),
        Right("running sums of every x-th total", '''
from itertools import accumulate
def count_sums(nums, n):
    ways = [1] + [0] * n
    for x in {x for x in nums if x <= n}:
        for at in range(x):
            ways[at::x] = accumulate(ways[at::x])
    return ways[-1]
'''),
    ],
)

FEWEST = '''
def fewest_coins(nums, n):
    best = [0] + [None] * n
    for total in range(1, n + 1):
        for x in nums:
            if x <= total and best[total - x] is not None:
                if best[total] is None or best[total - x] + 1 < best[total]:
                    best[total] = best[total - x] + 1
    return best[n]
'''

FEWER = "the fewest, or None"
FAR = "n up to 5,000"
TABLE = "work grows as n"

fewest_coins = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            FEWER,
            cases=[
                case([1, 3, 4], 6, gives=2),
                case([2], 3, gives=None),
                case([1, 2, 5], 11, gives=3),
                case([5], 5, gives=1),
                case([], 1, gives=None),
                case([4, 4, 9], 8, gives=2),
            ],
            inputs=sums,
            oracle=oracle_fewest,
            tries=80,
            nudge="The largest number that fits need not be part of the best combination.",
        ),
        Group(
            FAR,
            cases=[
                case([1], 5_000, gives=5_000),
                case([2, 4], 4_999, gives=None),
                case([50, 499, 1], 4_990, gives=10),
                case([7, 3], 5_000, gives=716),
            ],
            limit=5.0,
            nudge="One stack frame for each number taken is too deep.",
        ),
        Growth(
            TABLE,
            args=lambda n: ([3, 7, 8], n),
            sizes=(20, 40, 80, 160),
            exponent=1.4,
            brute=fewest_by_listing,
            best=fewest_by_table,
            nudge="Each total needs an answer once. Keep it.",
        ),
    ],
    hints=[
        "Is it enough to take the largest number that fits? Try 6 with 1, 3 and 4.",
        "It is the table of `count_sums` again, with another question in each cell.",
        "The last number of the best combination for `t` is some `x`. Without it there remains a "
        "best combination for `t - x`. Try every `x`; some totals have no combination at all.",
        "`best = [0] + [inf] * n`. For `t` from 1 to `n`: the least of `best[t - x] + 1` over the "
        "`x` that are at most `t`. In the end turn `inf` into `None`. Test for it with `is None` "
        "or `== inf`, since `best[0]` is 0 and so false.",
    ],
    wrong=[
        Wrong("greedy, the largest first", '''
def fewest_coins(nums, n):
    count = 0
    for x in sorted(nums, reverse=True):
        count += n // x
        n %= x
    return None if n else count
''', FEWER),
        edited("-1 where there is none", FEWER, FEWEST,
               ("return best[n]", "return -1 if best[n] is None else best[n]")),
        edited("inf where there is none", FEWER, FEWEST,
               ("return best[n]", 'return float("inf") if best[n] is None else best[n]')),
        edited("0 is taken for none", FEWER, FEWEST,
               ("best[total - x] is not None", "best[total - x]")),
        edited("None counts as 0", FEWER, FEWEST, ("[None] * n", "[0] * n"),
               ("best[total] is None", "best[total] == 0")),
        edited("the most, not the fewest", FEWER, FEWEST, ("+ 1 < best", "+ 1 > best")),
        Wrong("each number once", '''
def fewest_coins(nums, n):
    best = {0: 0}
    for x in nums:
        for total, count in sorted(best.items(), reverse=True):
            best[total + x] = min(count + 1, best.get(total + x, count + 1))
    return best.get(n)
''', FEWER),
        edited("a number that is n itself is left out", FEWER, FEWEST, ("x <= total", "x < total")),
        edited("only the last number that leads there counts", FEWER, FEWEST,
               ("best[total] is None or best[total - x] + 1 < best[total]", "True")),
        Wrong("answers kept between calls by n", "seen = {0: 0}\n" + '''
def fewest_coins(nums, n):
    for total in range(1, n + 1):
        if total not in seen:
            ways = [seen[total - x] for x in nums if x <= total and seen[total - x] is not None]
            seen[total] = min(ways) + 1 if ways else None
    return seen[n]
''', FEWER),
        Wrong("a cache, and a frame for each number taken", '''
from functools import cache
def fewest_coins(nums, n):
    @cache
    def best(left):
        if left == 0:
            return 0
        ways = [best(left - x) for x in nums if x <= left]
        ways = [way for way in ways if way is not None]
        return min(ways) + 1 if ways else None
    return best(n)
''', FAR),
        edited("no total needs more than 999", FAR, FEWEST,
               ("return best[n]", "return best[n] if (best[n] or 0) < 999 else None")),
        edited("one too many", FEWER, FEWEST, ("return best[n]", "return best[n] and best[n] + 1")),
        edited("stops at the first number that fits", FEWER, FEWEST,
               ("                    best[total] = best[total - x] + 1\n",
                "                    best[total] = best[total - x] + 1\n"
                "                    break\n")),
        edited("the combination instead of its length", FEWER, FEWEST,
               ("return best[n]", "return best[n] and [min(nums)] * best[n]")),
        Wrong("tries every combination", '''
def fewest_coins(nums, n):
    if n == 0:
        return 0
    ways = [fewest_coins(nums, n - x) for x in nums if x <= n]
    ways = [way for way in ways if way is not None]
    return min(ways) + 1 if ways else None
''', TABLE),
    ],
    right=[
        Right("a table of totals", FEWEST),
        Right("infinity, number by number", '''
import math
def fewest_coins(nums, n):
    best = [0] + [math.inf] * n
    for x in nums:
        for t in range(x, n + 1):
            best[t] = min(best[t], best[t - x] + 1)
    return best[n] if best[n] < math.inf else None
'''),
        Right("breadth first over totals", '''
def fewest_coins(nums, n):
    seen = level = {0}
    steps = 0
    while level:
        if n in level:
            return steps
        level = {t + x for t in level for x in nums if t + x <= n} - seen
        seen = seen | level
        steps += 1
    return None
'''),
        Right("totals as the bits of an integer", '''
def fewest_coins(nums, n):
    reached, seen, steps = 1, 1, 0
    mask = (1 << n + 1) - 1
    while reached:
        if reached >> n & 1:
            return steps
        new = 0
        for x in set(nums):
            new |= reached << x
        reached = new & mask & ~seen
        seen |= reached
        steps += 1
'''),
        Right("backwards from n, the largest steps first", '''
from collections import deque
def fewest_coins(nums, n):
    steps, waiting = {n: 0}, deque([n])
    sizes = sorted(set(nums), reverse=True)
    while waiting and 0 not in steps:
        left = waiting.popleft()
        for x in sizes:
            if left >= x and left - x not in steps:
                steps[left - x] = steps[left] + 1
                waiting.append(left - x)
    return steps.get(0)
'''),
        Right("a cache that is filled from below", '''
from functools import lru_cache
def fewest_coins(nums, n):
    @lru_cache(maxsize=None)
    def best(t):
        if t == 0:
            return 0
        return min((best(t - x) + 1 for x in nums if x <= t), default=10**9)
    for t in range(n):
        best(t)
    return best(n) if best(n) < 10**9 else None
'''),
    ],
)
