# %% right="moves in a dict"
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate

def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    ends = list(accumulate(n_balls))
    total = sum(n_balls)
    moved, numbers = {}, []
    for last in range(total - 1, total - 1 - k, -1):
        at = rng.randrange(last + 1)
        numbers.append(moved.get(at, at))
        moved[at] = moved.get(last, last)
    return [jar[bisect_right(ends, number)] for number in numbers]

# %% right="draws again" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = []
#+     taken = set()
#+     while len(numbers) < k:
#+         number = rng.randrange(total)
#+         if number not in taken:
#+             taken.add(number)
#+             numbers.append(number)

# %% right="a tree of partial sums"
import random
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    m = len(n_balls)
    tree = [0, *n_balls]
    for at in range(1, m + 1):
        above = at + (at & -at)
        if above <= m:
            tree[above] += tree[at]
    total = sum(n_balls)
    drawn = []
    for _ in range(k):
        ticket = rng.randrange(total)
        at, step = 0, 1 << m.bit_length()
        while step:
            if at + step <= m and tree[at + step] <= ticket:
                at += step
                ticket -= tree[at]
            step //= 2
        drawn.append(jar[at])
        total -= 1
        at += 1
        while at <= m:
            tree[at] -= 1
            at += at & -at
    return drawn

# %% right="a tree of all sums"
import random
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    leaves = 1
    while leaves < len(n_balls):
        leaves *= 2
    sums = [0] * leaves + list(n_balls) + [0] * (leaves - len(n_balls))
    for at in range(leaves - 1, 0, -1):
        sums[at] = sums[2 * at] + sums[2 * at + 1]
    drawn = []
    for _ in range(k):
        ticket, at = rng.randrange(sums[1]), 1
        while at < leaves:
            sums[at] -= 1
            at *= 2
            if ticket >= sums[at]:
                ticket -= sums[at]
                at += 1
        sums[at] -= 1
        drawn.append(jar[at - leaves])
    return drawn

# %% right="a sample of a range" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = rng.sample(range(total), k)

# %% right="the library, checked"
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    return rng.sample(jar, k, counts=n_balls) if k else []

# %% right="one of two numbers, then a shuffle" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     taken = set()
#+     for last in range(total - k, total):
#+         number = rng.randrange(last + 1)
#+         taken.add(last if number in taken else number)
#+     numbers = list(taken)
#+     rng.shuffle(numbers)

# %% right="a real number draws again" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = {}
#+     while len(numbers) < k:
#+         numbers[int(rng.random() * total)] = True

# %% right="a colour, then whether that ball is still there"
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate

def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    ends = list(accumulate(n_balls))
    total = sum(n_balls)
    left, places = list(n_balls), []
    while len(places) < k:
        at = bisect_right(ends, rng.randrange(total))
        if rng.randrange(n_balls[at]) < left[at]:
            left[at] -= 1
            places.append(at)
    return [jar[at] for at in places]

# %% right="swaps from the front" of="moves in a dict"
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#+     for first in range(k):
#+         at = rng.randrange(first, total)
#
#-         moved[at] = moved.get(last, last)
#+         moved[at] = moved.get(first, first)

# %% right="a tree of objects"
class Node:
    def __init__(self, counts, low, high):
        self.place, self.parts = low, []
        if high - low > 1:
            middle = (low + high) // 2
            self.parts = [Node(counts, low, middle), Node(counts, middle, high)]
        self.total = sum(p.total for p in self.parts) if self.parts else counts[low]
    def take(self, ticket):
        self.total -= 1
        if not self.parts:
            return self.place
        left, right = self.parts
        return left.take(ticket) if ticket < left.total else right.take(ticket - left.total)
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    root = Node(n_balls, 0, len(jar)) if jar else None
    return [jar[root.take(rng.randrange(root.total))] for _ in range(k)]

# %% right="NumPy looks up"
import numpy as np
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    if not k:
        return []
    numbers = rng.sample(range(sum(n_balls)), k)
    places = np.searchsorted(np.cumsum(np.array(n_balls, dtype=np.int64)), numbers, side="right")
    return np.array(jar, dtype=object)[places].tolist()

# %% wrong="the row of balls" caught_by="totals of a million million"
import random
import functools
import random
import time
from collections import Counter
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    balls = [colour for colour, n in zip(jar, n_balls) for _ in range(n)]
    return rng.sample(balls, k)

# %% wrong="the row by multiplying" caught_by="totals of a million million" of="the library, checked"
#-     return rng.sample(jar, k, counts=n_balls) if k else []
#+     balls = []
#+     for colour, n in zip(jar, n_balls):
#+         balls += [colour] * n
#+     return rng.sample(balls, k)

# %% wrong="shuffles all numbers" caught_by="totals of a million million" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = list(range(total))
#+     rng.shuffle(numbers)
#+     del numbers[k:]

# %% wrong="walks through the counts" caught_by="work grows as m + k log m" of="one by one"
#- def draw_many(jar, n_balls, k, rng):
#+ def draw_many_large(jar, n_balls, k, rng):

# %% wrong="weights of the library for each ball" caught_by="work grows as m + k log m" of="the library, checked"
#-     return rng.sample(jar, k, counts=n_balls) if k else []
#+     left, places, drawn = list(n_balls), range(len(jar)), []
#+     for _ in range(k):
#+         at = rng.choices(places, weights=left)[0]
#+         left[at] -= 1
#+         drawn.append(jar[at])
#+     return drawn

# %% wrong="NumPy's running totals for each ball" caught_by="work grows as m + k log m"
import numpy as np
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    left, drawn = np.array(n_balls, dtype=np.int64), []
    for _ in range(k):
        ends = left.cumsum()
        at = int(np.searchsorted(ends, rng.randrange(int(ends[-1])), side="right"))
        left[at] -= 1
        drawn.append(jar[at])
    return drawn

# %% wrong="lowers the running totals" caught_by="work grows as m + k log m"
from bisect import bisect_right
from itertools import accumulate
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    ends, drawn = list(accumulate(n_balls)), []
    for _ in range(k):
        at = bisect_right(ends, rng.randrange(ends[-1]))
        for later in range(at, len(ends)):
            ends[later] -= 1
        drawn.append(jar[at])
    return drawn

# %% wrong="looks through the numbers taken" caught_by="work grows as m + k log m" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = []
#+     for last in range(total - k, total):
#+         number = rng.randrange(last + 1)
#+         numbers.append(last if any(number == other for other in numbers) else number)
#+     rng.shuffle(numbers)

# %% wrong="skips along the row" caught_by="totals of a million million" of="moves in a dict"
#- from itertools import accumulate
#+ from itertools import accumulate
#+
#+ from itertools import chain, islice, repeat
#
#-     return [jar[bisect_right(ends, number)] for number in numbers]
#+     return [next(islice(chain.from_iterable(map(repeat, jar, n_balls)), number, None)) for number in numbers]

# %% wrong="fills the gaps from below" caught_by="work grows as m + k log m" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = []
#+     for left in range(total, total - k, -1):
#+         number = rng.randrange(left)
#+         for other in sorted(numbers):
#+             number += other <= number
#+         numbers.append(number)

# %% wrong="a frame for each ball" caught_by="work grows as m + k log m"
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate

def rest(total, k, moved, rng):
    if not k:
        return []
    at = rng.randrange(total)
    number, moved[at] = moved.get(at, at), moved.get(total - 1, total - 1)
    return [number, *rest(total - 1, k - 1, moved, rng)]

def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    ends = list(accumulate(n_balls))
    total = sum(n_balls)
    numbers = rest(total, k, {}, rng)
    return [jar[bisect_right(ends, number)] for number in numbers]

# %% wrong="puts the balls back" caught_by="every order as likely as one by one, small jars" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = [rng.randrange(total) for _ in range(k)]

# %% wrong="neighbouring numbers" caught_by="every order as likely as one by one, small jars" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     at = rng.randrange(max(total, 1))
#+     numbers = [(at + i) % total for i in range(k)]

# %% wrong="the next free number" caught_by="every order as likely as one by one, small jars"
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate

def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    ends = list(accumulate(n_balls))
    total = sum(n_balls)
    numbers = []
    taken = set()
    while len(numbers) < k:
        number = rng.randrange(total)
        while number in taken:
            number = (number + 1) % total
        taken.add(number)
        numbers.append(number)
    return [jar[bisect_right(ends, number)] for number in numbers]

# %% wrong="a set of numbers, in its own order" caught_by="every order as likely as one by one, small jars" of="the next free number"
#-         while number in taken:
#-             number = (number + 1) % total
#-         taken.add(number)
#-         numbers.append(number)
#+         if number not in taken:
#+             taken.add(number)
#+             numbers.append(number)
#+     numbers = list(taken)

# %% wrong="sorted numbers" caught_by="every order as likely as one by one, small jars" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = sorted(rng.sample(range(total), k))

# %% wrong="numbers from 1" caught_by="the same balls and errors as draw_many" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = rng.sample(range(1, total + 1), k)

# %% wrong="bisect_left" caught_by="the same balls and errors as draw_many" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#-     return [jar[bisect_right(ends, number)] for number in numbers]
#+     numbers = rng.sample(range(total), k)
#+     return [jar[bisect_left(ends, number)] for number in numbers]

# %% wrong="forgets the last number" caught_by="the same balls and errors as draw_many" of="moves in a dict"
#-         moved[at] = moved.get(last, last)

# %% wrong="moves the last number itself" caught_by="every order as likely as one by one, small jars" of="moves in a dict"
#-         moved[at] = moved.get(last, last)
#+         moved[at] = last

# %% wrong="uses the place, not what stands there" caught_by="the same balls and errors as draw_many" of="moves in a dict"
#-         numbers.append(moved.get(at, at))
#+         numbers.append(at)

# %% wrong="keeps the moves for the next call" caught_by="the same balls and errors as draw_many" of="moves in a dict"
#-
#+ moved = {}
#
#-     moved, numbers = {}, []
#+     numbers = []

# %% wrong="32 random bits" caught_by="totals of a million million" of="moves in a dict"
#-         at = rng.randrange(last + 1)
#+         at = rng.getrandbits(32) % (last + 1)

# %% wrong="32 bits for the totals" caught_by="totals of a million million" of="NumPy looks up"
#-     if not k:
#-         return []
#+     ends = np.cumsum(np.array(n_balls, dtype=np.int64).astype(np.int32))
#
#-     places = np.searchsorted(np.cumsum(np.array(n_balls, dtype=np.int64)), numbers, side="right")
#-     return np.array(jar, dtype=object)[places].tolist()
#+     return [jar[int(np.searchsorted(ends, number, side="right"))] for number in numbers]

# %% wrong="jars too large to remember are put back into" caught_by="work grows as m + k log m" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = rng.sample(range(total), k) if total < 10**4 else [rng.randrange(total) for _ in range(k)]

# %% wrong="large jars are put back into" caught_by="every order as likely as one by one, small jars" of="moves in a dict"
#-     moved, numbers = {}, []
#-     for last in range(total - 1, total - 1 - k, -1):
#-         at = rng.randrange(last + 1)
#-         numbers.append(moved.get(at, at))
#-         moved[at] = moved.get(last, last)
#+     numbers = rng.sample(range(total), k) if total > 4 else [rng.randrange(total) for _ in range(k)]

# %% wrong="a tree that does not forget" caught_by="the same balls and errors as draw_many" of="a tree of partial sums"
#-             tree[at] -= 1

# %% wrong="a tree that forgets in one place" caught_by="the same balls and errors as draw_many" of="a tree of partial sums"
#-         while at <= m:
#-             tree[at] -= 1
#-             at += at & -at
#+         tree[at] -= 1

# %% wrong="a tree that goes right on a tie" caught_by="the same balls and errors as draw_many" of="a tree of partial sums"
#-             if at + step <= m and tree[at + step] <= ticket:
#+             if at + step <= m and tree[at + step] < ticket:

# %% wrong="a tree built without its parents" caught_by="the same balls and errors as draw_many" of="a tree of partial sums"
#-             tree[above] += tree[at]
#+             pass

# %% wrong="a tree that starts a step too low" caught_by="the same balls and errors as draw_many" of="a tree of partial sums"
#-         at, step = 0, 1 << m.bit_length()
#+         at, step = 0, 1 << max(0, m.bit_length() - 2)

# %% wrong="a tree whose draws are numbered from 1" caught_by="the same balls and errors as draw_many" of="a tree of partial sums"
#-         ticket = rng.randrange(total)
#+         ticket = rng.randint(1, total)

# %% wrong="a tree over the caller's list" caught_by="the same balls and errors as draw_many" of="a tree of all sums"
#-         sums[at] = sums[2 * at] + sums[2 * at + 1]
#+         sums[at] = sums[2 * at] + sums[2 * at + 1]
#+     n_balls[:] = sums[leaves : leaves + len(n_balls)]
#+     n_balls.sort()

# %% wrong="sums that stay at the root" caught_by="the same balls and errors as draw_many" of="a tree of all sums"
#-         ticket, at = rng.randrange(sums[1]), 1
#+         ticket, at = rng.randrange(sums[1]), 1
#+         sums[1] -= 1
#
#-             sums[at] -= 1

# %% wrong="the library checks enough" caught_by="the same balls and errors as draw_many"
def draw_many_large(jar, n_balls, k, rng):
    return rng.sample(jar, k, counts=n_balls)

# %% wrong="the module's generator" caught_by="every order as likely as one by one, small jars" of="a tree of partial sums"
#-         ticket = rng.randrange(total)
#+         ticket = random.randrange(total)
