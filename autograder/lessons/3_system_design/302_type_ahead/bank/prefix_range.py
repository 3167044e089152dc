# %% right="two halvings by hand"
def prefix_range(keys, prefix):
    size = len(prefix)
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle] < prefix:
            low = middle + 1
        else:
            high = middle
    first, high = low, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle][:size] <= prefix:
            low = middle + 1
        else:
            high = middle
    return first, low

# %% right="bisect with a key"
from bisect import bisect_left, bisect_right
def prefix_range(keys, prefix):
    first = bisect_left(keys, prefix)
    last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
    return first, last

# %% right="the next text that does not start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     stem = prefix.rstrip(chr(0x10FFFF))
#+     beyond = stem[:-1] + chr(ord(stem[-1]) + 1) if stem else None
#+     last = bisect_left(keys, beyond) if stem else len(keys)

# %% right="a list, both ends by one helper"
from bisect import bisect_left
def prefix_range(keys, prefix):
    inside = lambda key: (key >= prefix) + (key >= prefix and not key.startswith(prefix))
    return [bisect_left(keys, 1, key=inside), bisect_left(keys, 2, key=inside)]

# %% right="recursion"
def prefix_range(keys, prefix):
    def first(low, high, behind):
        if low == high:
            return low
        middle = (low + high) // 2
        if behind(keys[middle]):
            return first(low, middle, behind)
        return first(middle + 1, high, behind)
    start = first(0, len(keys), lambda key: key >= prefix)
    return start, first(start, len(keys), lambda key: not key.startswith(prefix))

# %% right="a class that compares cut keys"
import bisect
import functools
@functools.total_ordering
class Cut:
    def __init__(self, text):
        self.text = text
    def __eq__(self, other):
        return other.startswith(self.text)
    def __lt__(self, other):
        return not other.startswith(self.text) and self.text < other
def prefix_range(keys, prefix):
    class Cuts:
        def __len__(self):
            return len(keys)
        def __getitem__(self, at):
            return keys[at][:len(prefix)]
    low = bisect.bisect_left(Cuts(), prefix)
    return low, bisect.bisect_right(Cuts(), prefix, lo=low)

# %% right="growing steps, NumPy integers"
import numpy as np
def prefix_range(keys, prefix):
    def count(is_left):
        at, step = 0, 1 << len(keys).bit_length()
        while step:
            if at + step <= len(keys) and is_left(keys[at + step - 1]):
                at += step
            step >>= 1
        return np.int64(at)
    return count(lambda key: key < prefix), count(lambda key: key[:len(prefix)] <= prefix)

# %% wrong="z as the end" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     last = bisect_right(keys, prefix + 'z')

# %% wrong="U+FFFF as the end" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     last = bisect_left(keys, prefix + '\uffff')

# %% wrong="U+10FFFF as the end" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     last = bisect_left(keys, prefix + chr(0x10ffff))

# %% wrong="behind U+10FFFF as the end" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     last = bisect_right(keys, prefix + chr(0x10ffff))

# %% wrong="no character comes after U+10FFFF" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     last = bisect_left(keys, prefix[:-1] + chr(ord(prefix[-1]) + 1)) if prefix else len(keys)

# %% wrong="folds the case of the prefix" caught_by="the keys that start with the prefix" of="bisect with a key"
#- def prefix_range(keys, prefix):
#+ def prefix_range(keys, prefix):
#+     prefix = prefix.lower()

# %% wrong="strips the prefix" caught_by="the keys that start with the prefix" of="bisect with a key"
#- def prefix_range(keys, prefix):
#+ def prefix_range(keys, prefix):
#+     prefix = prefix.strip()

# %% wrong="next character, no empty prefix" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     last = bisect_left(keys, prefix[:-1] + chr(ord(prefix[-1]) + 1))

# %% wrong="starts behind an equal key" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     first = bisect_left(keys, prefix)
#+     first = bisect_right(keys, prefix)

# %% wrong="equal keys only" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
#+     last = bisect_right(keys, prefix)

# %% wrong="the end is included" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     return first, last
#+     return first, last - 1

# %% wrong="counts from 1" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     return first, last
#+     return first + 1, last + 1

# %% wrong="None where nothing matches" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     return first, last
#+     return (first, last) if first < last else None

# %% wrong="(0, 0) where nothing matches" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     return first, last
#+     return (first, last) if first < last else (0, 0)

# %% wrong="the keys, not the range" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     return first, last
#+     return keys[first:last]

# %% wrong="the length, not the end" caught_by="the keys that start with the prefix" of="bisect with a key"
#-     return first, last
#+     return first, last - first

# %% wrong="nothing for the empty prefix" caught_by="the keys that start with the prefix" of="bisect with a key"
#- def prefix_range(keys, prefix):
#+ def prefix_range(keys, prefix):
#+     if not prefix:
#+         return 0, 0

# %% wrong="one occurrence of equal keys" caught_by="the keys that start with the prefix" of="bisect with a key"
#- def prefix_range(keys, prefix):
#+ def prefix_range(keys, prefix):
#+     keys = sorted(set(keys))

# %% wrong="misses the last key" caught_by="the keys that start with the prefix" of="two halvings by hand"
#-     low, high = 0, len(keys)
#+     low, high = 0, len(keys) - 1
#
#-     first, high = low, len(keys)
#+     first, high = low, len(keys) - 1

# %% wrong="contains instead of starts with" caught_by="the keys that start with the prefix"
def prefix_range(keys, prefix):
    found = [at for at, key in enumerate(keys) if prefix in key]
    first = sum(key < prefix for key in keys)
    return (found[0], found[-1] + 1) if found else (first, first)

# %% wrong="scans all keys" caught_by="work grows as log n"
def prefix_range(keys, prefix):
    first = sum(key < prefix for key in keys)
    return first, first + sum(key.startswith(prefix) for key in keys)

# %% wrong="scans up to the first match" caught_by="work grows as log n"
def prefix_range(keys, prefix):
    first = 0
    while first < len(keys) and keys[first] < prefix:
        first += 1
    last = first
    while last < len(keys) and keys[last].startswith(prefix):
        last += 1
    return first, last

# %% wrong="walks over the matches" caught_by="work grows as log n"
from bisect import bisect_left
def prefix_range(keys, prefix):
    first = last = bisect_left(keys, prefix)
    while last < len(keys) and keys[last].startswith(prefix):
        last += 1
    return first, last

# %% wrong="counts the matches in a comprehension" caught_by="work grows as log n"
from bisect import bisect_left
from itertools import takewhile
def prefix_range(keys, prefix):
    first = bisect_left(keys, prefix)
    matches = takewhile(lambda key: key.startswith(prefix), keys[first:])
    return first, first + sum(1 for _ in matches)

# %% wrong="spreads from one match" caught_by="work grows as log n"
def prefix_range(keys, prefix):
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle].startswith(prefix):
            low = high = middle
            while low > 0 and keys[low - 1].startswith(prefix):
                low -= 1
            while high < len(keys) and keys[high].startswith(prefix):
                high += 1
            return low, high
        if keys[middle] < prefix:
            low = middle + 1
        else:
            high = middle
    return low, low

# %% wrong="cuts every key first" caught_by="work grows as log n"
from bisect import bisect_left, bisect_right
def prefix_range(keys, prefix):
    cut = [key[:len(prefix)] for key in keys]
    return bisect_left(keys, prefix), bisect_right(cut, prefix)

# %% wrong="steps of the square root of n" caught_by="work grows as log n"
def prefix_range(keys, prefix):
    def first(behind):
        at, step = 0, max(1, int(len(keys) ** 0.5))
        while at + step <= len(keys) and not behind(keys[at + step - 1]):
            at += step
        while at < len(keys) and not behind(keys[at]):
            at += 1
        return at
    return (first(lambda key: key >= prefix),
            first(lambda key: key > prefix and not key.startswith(prefix)))
