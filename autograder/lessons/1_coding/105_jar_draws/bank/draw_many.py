# %% right="one by one"
import random
def draw_many(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    left = list(n_balls)
    total = sum(left)
    drawn = []
    for _ in range(k):
        ticket = rng.randrange(total)
        for at, n in enumerate(left):
            if ticket < n:
                break
            ticket -= n
        left[at] -= 1
        total -= 1
        drawn.append(jar[at])
    return drawn

# %% right="pops from the row"
import random
import functools
import random
import time
from collections import Counter
def draw_many(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    balls = [colour for colour, n in zip(jar, n_balls) for _ in range(n)]
    return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]

# %% right="a sample of the row" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return rng.sample(balls, k)

# %% right="a shuffled row" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     rng.shuffle(balls)
#+     return tuple(balls[:k])

# %% right="swaps with the last" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     drawn = []
#+     while len(drawn) < k:
#+         at = rng.randrange(len(balls))
#+         balls[at], balls[-1] = balls[-1], balls[at]
#+         drawn.append(balls.pop())
#+     return drawn

# %% right="random keys" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     tickets = [(rng.random(), at) for at in range(len(balls))]
#+     return [balls[at] for _, at in sorted(tickets)[:k]] if k else []

# %% right="removes by value" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     drawn = []
#+     for _ in range(k):
#+         drawn.append(rng.choice(balls))
#+         balls.remove(drawn[-1])
#+     return drawn

# %% right="a generator of balls" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     def out():
#+         for left in range(len(balls), len(balls) - k, -1):
#+             at = int(rng.random() * left)
#+             yield balls[at]
#+             balls[at] = balls[left - 1]
#+     return [*out()]

# %% right="a reservoir, then a shuffle" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     kept = balls[:k]
#+     for seen in range(k, len(balls)):
#+         slot = rng.randrange(seen + 1)
#+         if slot < k:
#+             kept[slot] = balls[seen]
#+     return rng.sample(kept, k)

# %% right="the library, checked"
def draw_many(jar, n_balls, k, rng):
    if min(n_balls, default=0) < 0 or len(jar) != len(n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError
    return rng.sample(jar, k=k, counts=n_balls) if k else []

# %% right="weights of what is left"
def draw_many(jar, n_balls, k, rng):
    left = dict(enumerate(n_balls))
    if len(jar) != len(left) or k < 0 or k > sum(n_balls) or any(n < 0 for n in n_balls):
        raise ValueError
    drawn = []
    while len(drawn) < k:
        at, = rng.choices(list(left), list(left.values()))
        left[at] -= 1
        drawn.append(jar[at])
    return drawn

# %% right="how many of each, then a shuffle"
def draw_many(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or not all(n >= 0 for n in n_balls):
        raise ValueError
    if k not in range(sum(n_balls) + 1):
        raise ValueError
    left, wanted, drawn = sum(n_balls), k, []
    for colour, n in zip(jar, n_balls):
        for _ in range(n):
            if rng.randrange(left) < wanted:
                drawn.append(colour)
                wanted -= 1
            left -= 1
    rng.shuffle(drawn)
    return drawn

# %% wrong="puts the balls back" caught_by="k balls of the jar, which stays as it is" of="one by one"
#-         left[at] -= 1
#-         total -= 1

# %% wrong="lowers the total only" caught_by="k balls of the jar, which stays as it is" of="one by one"
#-         left[at] -= 1

# %% wrong="lowers the count only" caught_by="every order as likely as one by one" of="one by one"
#-         total -= 1

# %% wrong="lowers the count of the first of that name" caught_by="every order as likely as one by one" of="one by one"
#-         left[at] -= 1
#+         left[jar.index(jar[at])] -= 1

# %% wrong="lowers the caller's counts" caught_by="k balls of the jar, which stays as it is" of="one by one"
#-     left = list(n_balls)
#+     left = n_balls

# %% wrong="takes all balls of the colour" caught_by="k balls of the jar, which stays as it is" of="one by one"
#-         left[at] -= 1
#-         total -= 1
#+         total = max(total - left[at], 1)
#+         left[at] = 0

# %% wrong="one number too many" caught_by="every order as likely as one by one" of="one by one"
#-         ticket = rng.randrange(total)
#+         ticket = min(rng.randint(0, total), total - 1)

# %% wrong="one number too few" caught_by="every order as likely as one by one" of="one by one"
#-         ticket = rng.randrange(total)
#+         ticket = rng.randrange(max(1, total - 1))

# %% wrong="counts play no part" caught_by="every order as likely as one by one" of="one by one"
#-         ticket = rng.randrange(total)
#-         for at, n in enumerate(left):
#-             if ticket < n:
#-                 break
#-             ticket -= n
#+         at = rng.choice([at for at, n in enumerate(left) if n])

# %% wrong="the first counts for all draws" caught_by="every order as likely as one by one" of="one by one"
#-         ticket = rng.randrange(total)
#-         for at, n in enumerate(left):
#-             if ticket < n:
#-                 break
#-             ticket -= n
#+         at = rng.choices(range(len(jar)), weights=n_balls)[0]
#+         while not left[at]:
#+             at = rng.choices(range(len(jar)), weights=n_balls)[0]

# %% wrong="goes on in the list of the call before" caught_by="k balls of the jar, which stays as it is" of="one by one"
#- def draw_many(jar, n_balls, k, rng):
#+ def draw_many(jar, n_balls, k, rng, drawn=[]):
#
#-     drawn = []

# %% wrong="remembers the first jar" caught_by="k balls of the jar, which stays as it is" of="one by one"
#- def draw_many(jar, n_balls, k, rng):
#+ def draw_many(jar, n_balls, k, rng, memory={}):
#
#-     left = list(n_balls)
#+     left = list(memory.setdefault(tuple(jar), n_balls))

# %% wrong="changes and restores, but not after an error" caught_by="ValueError for what can't be drawn" of="one by one"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or k < 0:
#
#-     left = list(n_balls)
#+     left, before = n_balls, list(n_balls)
#
#-         drawn.append(jar[at])
#+         drawn.append(jar[at])
#+     n_balls[:] = before

# %% wrong="the module's generator" caught_by="every order as likely as one by one" of="one by one"
#-         ticket = rng.randrange(total)
#+         ticket = random.randrange(total)

# %% wrong="seeds at each ball" caught_by="every order as likely as one by one" of="one by one"
#-     for _ in range(k):
#+     for _ in range(k):
#+         rng.seed(total)

# %% wrong="as many as there are" caught_by="ValueError for what can't be drawn" of="one by one"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or k < 0:
#
#-     for _ in range(k):
#+     for _ in range(min(k, total)):

# %% wrong="nothing for a negative k" caught_by="ValueError for what can't be drawn" of="one by one"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or k > sum(n_balls):

# %% wrong="lets negative counts through" caught_by="ValueError for what can't be drawn" of="one by one"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if len(jar) != len(n_balls) or not 0 <= k <= sum(n_balls):

# %% wrong="lets lists of different length through" caught_by="ValueError for what can't be drawn" of="one by one"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):

# %% wrong="looks at nothing where k is 0" caught_by="ValueError for what can't be drawn" of="one by one"
#- def draw_many(jar, n_balls, k, rng):
#+ def draw_many(jar, n_balls, k, rng):
#+     if k == 0:
#+         return []

# %% wrong="an empty jar is always wrong" caught_by="k balls of the jar, which stays as it is" of="one by one"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls) or not 0 <= k <= sum(n_balls):

# %% wrong="returns counts" caught_by="k balls of the jar, which stays as it is" of="one by one"
#-     return drawn
#+     return {c: drawn.count(c) for c in drawn}

# %% wrong="each name once" caught_by="k balls of the jar, which stays as it is" of="one by one"
#-     return drawn
#+     return list(dict.fromkeys(drawn))

# %% wrong="the library checks enough" caught_by="ValueError for what can't be drawn"
def draw_many(jar, n_balls, k, rng):
    return rng.sample(jar, k, counts=n_balls) if k or any(n_balls) else []

# %% wrong="an error of another kind" caught_by="ValueError for what can't be drawn" of="pops from the row"
#-         raise ValueError("k balls can't be drawn from this jar")
#+         raise IndexError("k balls can't be drawn from this jar")

# %% wrong="one count a name" caught_by="k balls of the jar, which stays as it is" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     counts = dict(zip(jar, n_balls))
#+     k = min(k, sum(counts.values()))
#+     return rng.sample(list(Counter(counts).elements()), k)

# %% wrong="in the order of the jar" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return [balls[i] for i in sorted(rng.sample(range(len(balls)), k))]

# %% wrong="colour by colour" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     found = Counter(rng.sample(balls, k))
#+     return list(found.elements())

# %% wrong="a window of the row" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     at = rng.randrange(len(balls) - k + 1)
#+     return balls[at : at + k]

# %% wrong="the front of the row" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     front = balls[:k]
#+     rng.shuffle(front)
#+     return front

# %% wrong="a ball, then its neighbours" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     at = rng.randrange(max(1, len(balls)))
#+     return (balls[at:] + balls[:at])[:k]

# %% wrong="shuffles by swapping with any" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     for i in range(len(balls)):
#+         j = rng.randrange(len(balls))
#+         balls[i], balls[j] = balls[j], balls[i]
#+     return balls[:k]

# %% wrong="never swaps a ball with itself" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     for i in range(len(balls) - 1, 0, -1):
#+         j = rng.randrange(i)
#+         balls[i], balls[j] = balls[j], balls[i]
#+     return balls[:k]

# %% wrong="coarse keys" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return sorted(balls, key=lambda _: rng.randrange(4))[:k]

# %% wrong="the reservoir's slots as they are" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     kept = balls[:k]
#+     for seen in range(k, len(balls)):
#+         slot = rng.randrange(seen + 1)
#+         if slot < k:
#+             kept[slot] = balls[seen]
#+     return kept

# %% wrong="right for five balls" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return rng.sample(balls, k) if k <= 5 else sorted(rng.sample(balls, k))

# %% wrong="right for two balls" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return rng.sample(balls, k) if k <= 2 else sorted(rng.sample(balls, k))

# %% wrong="right for odd k" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return rng.sample(balls, k) if k % 2 else balls[:k]

# %% wrong="knows the example" caught_by="every order as likely as one by one" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return rng.sample(balls, k) if len(jar) == 2 else balls[-k:] if k else []

# %% wrong="shuffles the caller's jar" caught_by="k balls of the jar, which stays as it is" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     rng.shuffle(jar)
#+     return rng.sample(balls, k)

# %% wrong="the caller's jar, shuffled, where all is drawn" caught_by="k balls of the jar, which stays as it is" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     if balls == jar and k == len(jar):
#+         rng.shuffle(jar)
#+         return jar
#+     return rng.sample(balls, k)

# %% wrong="the caller's jar itself, where all is drawn" caught_by="k balls of the jar, which stays as it is" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     return jar if balls == jar and k == len(jar) == 1 else rng.sample(balls, k)

# %% wrong="a frame for each ball" caught_by="k balls of the jar, which stays as it is" of="pops from the row"
#-     return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]
#+     def rest(balls, k):
#+         if k == 0:
#+             return []
#+         ball = balls.pop(rng.randrange(len(balls)))
#+         return [ball, *rest(balls, k - 1)]
#+     return rest(balls, k)

# %% wrong="shuffles blocks of 64" caught_by="every order as likely as one by one"
def draw_many(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    row = [colour for colour, n in zip(jar, n_balls) for _ in range(n)]
    drawn = []
    for start in range(0, len(row), 64):
        block = row[start:start + 64]
        rng.shuffle(block)
        drawn += block
    return drawn[:k]
