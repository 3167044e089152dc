# %% right="one path, taken back"
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

# %% right="number by number, all numbers of copies"
def sum_to_n(nums, n):
    partial = [([], n)]
    for x in set(nums):
        longer = []
        for path, left in partial:
            for copies in range(left // x + 1):
                longer.append((path + [x] * copies, left - x * copies))
        partial = longer
    return [path for path, left in partial if left == 0]

# %% right="a stack in place of recursion, unsorted"
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

# %% right="take it and stay, or go on"
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

# %% right="generators"
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

# %% right="a table of all combinations of each total"
def sum_to_n(nums, n):
    table = [[] for _ in range(n + 1)]
    table[0].append([])
    for x in sorted(set(nums)):
        for total in range(x, n + 1):
            table[total].extend(path + [x] for path in table[total - x])
    return table[n]

# %% right="brute force of itertools, tuples"
from itertools import combinations_with_replacement
def sum_to_n(nums, n):
    distinct = [x for x in set(nums) if x <= n]
    if not distinct:
        return []
    return [c for size in range(1, n // min(distinct) + 1)
            for c in combinations_with_replacement(distinct, size) if sum(c) == n]

# %% right="NumPy's unique numbers"
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

# %% right="level by level, from the largest number on"
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

# %% wrong="the path is kept without a copy" caught_by="any numbers" of="one path, taken back"
#-             found.append(path[:])
#+             found.append(path)

# %% wrong="starts at the first number each time" caught_by="any numbers" of="one path, taken back"
#-             extend(path, i, left - numbers[i])
#+             extend(path, 0, left - numbers[i])

# %% wrong="each number once" caught_by="any numbers" of="one path, taken back"
#-             extend(path, i, left - numbers[i])
#+             extend(path, i + 1, left - numbers[i])

# %% wrong="stops at a number that fits exactly" caught_by="any numbers" of="one path, taken back"
#-             if numbers[i] > left:
#+             if numbers[i] >= left:

# %% wrong="keeps what has passed n" caught_by="any numbers" of="one path, taken back"
#-         if left == 0:
#+         if left <= 0:
#
#-             if numbers[i] > left:
#-                 break

# %% wrong="the last number is never tried" caught_by="any numbers" of="one path, taken back"
#-         for i in range(start, len(numbers)):
#+         for i in range(start, len(numbers) - 1):

# %% wrong="the path is not taken back" caught_by="any numbers" of="one path, taken back"
#-             path.pop()

# %% wrong="results kept in a mutable default" caught_by="any numbers" of="one path, taken back"
#- def sum_to_n(nums, n):
#+ def sum_to_n(nums, n, found=[]):
#
#-     found = []

# %% wrong="answers kept between calls by n and the number of numbers" caught_by="any numbers" of="one path, taken back"
#- def sum_to_n(nums, n):
#+ seen = {}
#+
#+ def by_search(nums, n):
#
#-     return found
#+     return found
#+
#+ def sum_to_n(nums, n):
#+     key = len(nums), n
#+     if key not in seen:
#+         seen[key] = by_search(nums, n)
#+     return seen[key]

# %% wrong="None where nothing fits" caught_by="any numbers" of="one path, taken back"
#-     return found
#+     return found or None

# %% wrong="one empty combination where nothing fits" caught_by="any numbers" of="one path, taken back"
#-     return found
#+     return found or [[]]

# %% wrong="the first combination alone" caught_by="any numbers" of="one path, taken back"
#-     return found
#+     return found[:1]

# %% wrong="the number of combinations" caught_by="any numbers" of="one path, taken back"
#-     return found
#+     return len(found)

# %% wrong="a generator in place of a list" caught_by="any numbers" of="one path, taken back"
#-     return found
#+     return (path for path in found)

# %% wrong="gives up if all numbers together are too small" caught_by="any numbers" of="one path, taken back"
#-     found = []
#+     found = []
#+     if sum(nums) < n:
#+         return []

# %% wrong="a remainder is looked at only once" caught_by="any numbers" of="one path, taken back"
#-     found = []
#+     found = []
#+     seen = set()
#
#-             return
#+             return
#+         if left in seen:
#+             return
#+         seen.add(left)

# %% wrong="numbers above half of n are left out" caught_by="any numbers" of="one path, taken back"
#-     numbers = sorted(set(nums))
#+     numbers = sorted({x for x in nums if x <= n // 2})

# %% wrong="at most three copies of a number" caught_by="any numbers" of="number by number, all numbers of copies"
#-             for copies in range(left // x + 1):
#+             for copies in range(min(left // x, 3) + 1):

# %% wrong="at least one copy of each number" caught_by="any numbers" of="number by number, all numbers of copies"
#-             for copies in range(left // x + 1):
#+             for copies in range(1, left // x + 1):

# %% wrong="combinations with the same set of numbers are one" caught_by="any numbers" of="one path, taken back"
#-     return found
#+     return [list(c) for c in {frozenset(p): p for p in found}.values()]

# %% wrong="digits joined to a text" caught_by="any numbers"
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

# %% wrong="greedy, the largest first" caught_by="any numbers"
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

# %% wrong="one number or a pair" caught_by="any numbers"
def sum_to_n(nums, n):
    numbers = set(nums)
    found = [[x] for x in numbers if x == n]
    return found + [[x, n - x] for x in numbers if 2 * x <= n and n - x in numbers]

# %% wrong="knows the examples by heart" caught_by="any numbers"
def sum_to_n(nums, n):
    known = {(2, 3, 6, 7): [[2, 2, 3], [7]], (5,): [[5]] if n == 5 else [],
             (2, 3, 5): [[2, 2, 2, 2], [2, 3, 3], [3, 5]], (1, 12): [[1] * 12, [12]]}
    return known.get(tuple(sorted(nums)), [])

# %% wrong="equal numbers are tried each" caught_by="equal numbers make no more combinations" of="one path, taken back"
#-     numbers = sorted(set(nums))
#+     numbers = sorted(nums)

# %% wrong="only neighbours are compared, unsorted" caught_by="equal numbers make no more combinations" of="a stack in place of recursion, unsorted"
#-     numbers = list(dict.fromkeys(nums))
#+     numbers = [x for i, x in enumerate(nums) if i == 0 or x != nums[i - 1]]

# %% wrong="numbers that stand twice are left out" caught_by="equal numbers make no more combinations" of="a stack in place of recursion, unsorted"
#-     numbers = list(dict.fromkeys(nums))
#+     numbers = [x for x in nums if nums.count(x) == 1]

# %% wrong="breaks where numbers are not sorted" caught_by="numbers in any order, and left as they are" of="one path, taken back"
#-     numbers = sorted(set(nums))
#+     numbers = list(dict.fromkeys(nums))

# %% wrong="sorts the caller's list" caught_by="numbers in any order, and left as they are" of="one path, taken back"
#-     numbers = sorted(set(nums))
#+     nums.sort()
#+     numbers = list(dict.fromkeys(nums))

# %% wrong="takes equal numbers out of the caller's list" caught_by="equal numbers make no more combinations" of="one path, taken back"
#-     numbers = sorted(set(nums))
#+     for x in set(nums):
#+         while nums.count(x) > 1:
#+             nums.remove(x)
#+     numbers = sorted(nums)

# %% wrong="empties the caller's list" caught_by="numbers in any order, and left as they are" of="number by number, all numbers of copies"
#-     for x in set(nums):
#+     while nums:
#+         x = nums.pop()
#+         if x in nums:
#+             continue

# %% wrong="at most a hundred numbers" caught_by="two hundred in one combination" of="one path, taken back"
#-             found.append(path[:])
#+             found.append(path[:])
#+             return
#+         if len(path) == 100:

# %% wrong="a frame for each unit of n, eight times over" caught_by="two hundred in one combination"
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

# %% wrong="every order, then a set" caught_by="no combination is built twice"
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

# %% wrong="every order, looked up in the list" caught_by="no combination is built twice" of="every order, then a set"
#-     found = set()
#+     found = []
#
#-             found.add(tuple(sorted(path)))
#+             if sorted(path) not in found:
#+                 found.append(sorted(path))
