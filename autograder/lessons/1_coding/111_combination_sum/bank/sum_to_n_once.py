# %% right="one path, taken back"
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

# %% right="take or leave, then a set"
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

# %% right="how many of each value"
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

# %% right="a table of sets of tuples"
def sum_to_n_once(nums, n):
    table = {0: {()}}
    for x in sorted(nums):
        for total in sorted(table, reverse=True):
            if total + x <= n:
                table.setdefault(total + x, set()).update(c + (x,) for c in table[total])
    return [list(c) for c in table.get(n, ())]

# %% right="a stack of places"
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

# %% right="generators, tuples, the largest first"
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

# %% right="NumPy's sort, numbers of NumPy"
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

# %% wrong="lists with reuse, then keeps what has enough copies" caught_by="any numbers, left as they are"
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

def sum_to_n_once(nums, n):
    return [path for path in sum_to_n(nums, n) if all(path.count(x) <= nums.count(x) for x in path)]

# %% wrong="every order of the places" caught_by="any numbers, left as they are"
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

# %% wrong="reuses numbers" caught_by="each place at most once" of="one path, taken back"
#-             extend(path, i + 1, left - numbers[i])
#+             extend(path, i, left - numbers[i])

# %% wrong="starts at the first number each time" caught_by="each place at most once" of="one path, taken back"
#-             extend(path, i + 1, left - numbers[i])
#+             extend(path, 1, left - numbers[i])

# %% wrong="steps on from start, not from i" caught_by="each place at most once" of="one path, taken back"
#-             extend(path, i + 1, left - numbers[i])
#+             extend(path, start + 1, left - numbers[i])

# %% wrong="the path is kept without a copy" caught_by="each place at most once" of="one path, taken back"
#-             found.append(path[:])
#+             found.append(path)

# %% wrong="stops at a number that fits exactly" caught_by="each place at most once" of="one path, taken back"
#-             if numbers[i] > left:
#+             if numbers[i] >= left:

# %% wrong="the first combination alone" caught_by="each place at most once" of="one path, taken back"
#-     return found
#+     return found[:1]

# %% wrong="None where nothing fits" caught_by="each place at most once" of="one path, taken back"
#-     return found
#+     return found if found else None

# %% wrong="at most three numbers" caught_by="each place at most once" of="one path, taken back"
#-             found.append(path[:])
#+             found.append(path[:])
#+             return
#+         if len(path) == 3:

# %% wrong="skips equal numbers with i > 0" caught_by="equal numbers may stand together, combinations come once" of="one path, taken back"
#-             if i > start and numbers[i] == numbers[i - 1]:
#+             if i > 0 and numbers[i] == numbers[i - 1]:

# %% wrong="no skip of equal numbers" caught_by="equal numbers may stand together, combinations come once" of="one path, taken back"
#-             if i > start and numbers[i] == numbers[i - 1]:
#+             if False and numbers[i] == numbers[i - 1]:

# %% wrong="equal numbers become one first" caught_by="equal numbers may stand together, combinations come once" of="one path, taken back"
#-     numbers = sorted(nums)
#+     numbers = sorted(set(nums))

# %% wrong="skips equal numbers that do not stand side by side" caught_by="equal numbers may stand together, combinations come once" of="one path, taken back"
#-     numbers = sorted(nums)
#+     numbers = list(nums)
#
#-                 break
#+                 continue

# %% wrong="combinations are compared in the order they were built" caught_by="equal numbers may stand together, combinations come once" of="take or leave, then a set"
#-             found.add(tuple(sorted(path)))
#+             found.add(tuple(path))

# %% wrong="combinations are compared as sets" caught_by="equal numbers may stand together, combinations come once" of="take or leave, then a set"
#-             found.add(tuple(sorted(path)))
#+             found.add(frozenset(path))

# %% wrong="two copies of a number at most" caught_by="equal numbers may stand together, combinations come once" of="one path, taken back"
#-                 continue
#+                 continue
#+             if path.count(numbers[i]) == 2:
#+                 continue

# %% wrong="a value that is in the path is used up" caught_by="equal numbers may stand together, combinations come once" of="one path, taken back"
#-             if i > start and numbers[i] == numbers[i - 1]:
#+             if numbers[i] in path:

# %% wrong="breaks where numbers are not sorted" caught_by="any numbers, left as they are" of="one path, taken back"
#-     numbers = sorted(nums)
#+     numbers = list(nums)

# %% wrong="sorts the caller's list" caught_by="any numbers, left as they are" of="one path, taken back"
#-     numbers = sorted(nums)
#+     numbers = nums
#+     numbers.sort()

# %% wrong="results kept in a mutable default" caught_by="any numbers, left as they are" of="one path, taken back"
#- def sum_to_n_once(nums, n):
#+ def sum_to_n_once(nums, n, found=[]):
#
#-     found = []

# %% wrong="answers kept between calls by n and the number of numbers" caught_by="any numbers, left as they are" of="one path, taken back"
#- def sum_to_n_once(nums, n):
#+ seen = {}
#+
#+ def by_search(nums, n):
#
#-     return found
#+     return found
#+
#+ def sum_to_n_once(nums, n):
#+     key = len(nums), n
#+     if key not in seen:
#+         seen[key] = by_search(nums, n)
#+     return seen[key]

# %% wrong="takes numbers out of the list while it goes through it" caught_by="any numbers, left as they are"
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

# %% wrong="runs of neighbours only" caught_by="any numbers, left as they are"
def sum_to_n_once(nums, n):
    numbers = sorted(nums)
    runs = {tuple(numbers[i:j]) for i in range(len(numbers))
            for j in range(i + 1, len(numbers) + 1)}
    return [list(run) for run in runs if sum(run) == n]

# %% wrong="one combination for each total" caught_by="any numbers, left as they are"
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

# %% wrong="knows the examples by heart" caught_by="any numbers, left as they are"
def sum_to_n_once(nums, n):
    known = [[7], [2, 3], [5], [1, 2, 3, 4], [2, 2], [1, 2], [3, 3, 3], [1, 1, 6], [1, 2, 5],
             [1, 7], [2, 6], [5, 1], [9], [8, 1]]
    return [c for c in known if sum(c) == n and all(c.count(x) <= nums.count(x) for x in c)]

# %% wrong="take or leave, the sum looked at in the end" caught_by="leaves a branch that has passed n"
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

# %% wrong="every subset" caught_by="leaves a branch that has passed n"
from itertools import combinations
def sum_to_n_once(nums, n):
    found = set()
    for size in range(1, len(nums) + 1):
        for chosen in combinations(sorted(nums), size):
            if sum(chosen) == n:
                found.add(chosen)
    return [list(chosen) for chosen in found]

# %% wrong="every subset as the bits of a number" caught_by="leaves a branch that has passed n"
def sum_to_n_once(nums, n):
    found = set()
    for bits in range(1, 1 << len(nums)):
        chosen = [x for i, x in enumerate(nums) if bits >> i & 1]
        if sum(chosen) == n:
            found.add(tuple(sorted(chosen)))
    return [list(chosen) for chosen in found]

# %% wrong="one combination for each set of values" caught_by="equal numbers may stand together, combinations come once"
def sum_to_n_once(nums, n):
    seen, found = set(), []
    def go(i, left, path):
        if left == 0:
            if frozenset(path) not in seen:
                seen.add(frozenset(path))
                found.append(path)
        elif i < len(nums):
            if nums[i] <= left:
                go(i + 1, left - nums[i], path + [nums[i]])
            go(i + 1, left, path)
    go(0, n, [])
    return found
