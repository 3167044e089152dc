# %% right="rounds up"
import math, random
from fractions import Fraction
def sample_skipping(stream, rng):
    kept, target = None, 1
    for seen, item in enumerate(stream, 1):
        if seen == target:
            kept = item
            target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
    return kept

# %% right="a Pareto number" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen * rng.paretovariate(1)) + 1

# %% right="an exponential number" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen * math.exp(rng.expovariate(1))) + 1

# %% right="exact fractions" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = seen / Fraction(1 - rng.random()) // 1 + 1

# %% right="whole numbers" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = (seen << 64) // (rng.getrandbits(64) + 1) + 1

# %% right="slices of the iterator"
from itertools import islice
def sample_skipping(stream, rng):
    items, end = iter(stream), object()
    kept, seen, item = None, 1, next(items, end)
    while item is not end:
        kept = item
        target = int(seen / (1 - rng.random())) + 1
        item = next(islice(items, target - seen - 1, None), end)
        seen = target
    return kept

# %% right="a frame for each replacement"
from itertools import islice
def sample_skipping(stream, rng):
    items = iter(stream)
    def after(kept, seen, target):
        for item in islice(items, target - seen - 1, None):
            return after(item, target, int(target / (1 - rng.random())) + 1)
        return kept
    return after(None, 0, 1)

# %% right="two logarithms"
import math
def sample_skipping(stream, rng):
    kept, target, w = None, 1, 1.0
    for seen, item in enumerate(stream, 1):
        if seen == target:
            kept = item
            w *= 1 - rng.random()
            target += int(math.log(1 - rng.random()) / math.log1p(-w)) + 1 if w < 1 else 1
    return kept

# %% wrong="a number for each item" caught_by="few random numbers and nothing stored"
def sample_skipping(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        if rng.randrange(seen) == 0:
            kept = item
    return kept

# %% wrong="the largest of random keys" caught_by="few random numbers and nothing stored"
def sample_skipping(stream, rng):
    return max(stream, key=lambda _: rng.random(), default=None)

# %% wrong="draws, and ignores most" caught_by="few random numbers and nothing stored"
def sample_skipping(stream, rng):
    kept, target = None, 1
    for seen, item in enumerate(stream, 1):
        u = 1 - rng.random()
        if seen == target:
            kept, target = item, int(seen / u) + 1
    return kept

# %% wrong="no more jumps after fifty items" caught_by="still every item equally likely" of="a number for each item"
#-         if rng.randrange(seen) == 0:
#+         if seen <= 50 and rng.randrange(seen) == 0:

# %% wrong="nothing where a long stream ends before the next jump" caught_by="still every item equally likely"
from itertools import islice
def sample_skipping(stream, rng):
    items, kept, seen = iter(stream), None, 0
    while True:
        target = int(seen / (1 - rng.random())) + 1
        try:
            kept = next(islice(items, target - seen - 1, None))
        except StopIteration:
            return kept if seen < 20 else None
        seen = target

# %% wrong="stays where it is" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen / (1 - rng.random()))

# %% wrong="one too far" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen / (1 - rng.random())) + 2

# %% wrong="rounds" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = round(seen / (1 - rng.random())) + 1

# %% wrong="multiplies" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen * (1 + rng.random())) + 1

# %% wrong="starts from 1 each time" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = seen + int(1 / (1 - rng.random()))

# %% wrong="twice as far" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = 2 * seen

# %% wrong="at most twice as far" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = rng.randint(seen + 1, 2 * seen)

# %% wrong="a root" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen / (1 - rng.random()) ** 0.5) + 1

# %% wrong="an exponential gap" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = seen + int(rng.expovariate(1 / seen)) + 1

# %% wrong="the chance of the next item for all" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = seen + 1 + int(math.log(1 - rng.random()) / math.log(1 - 1 / (seen + 1)))

# %% wrong="a fixed chance" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = seen + 1 + int(math.log(1 - rng.random()) / math.log(0.5))

# %% wrong="keeps the one after" caught_by="still every item equally likely" of="rounds up"
#-         if seen == target:
#+         if seen == 1 or seen > target:
#
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen / (1 - rng.random())) + 1

# %% wrong="counts from 0" caught_by="still every item equally likely" of="rounds up"
#-     kept, target = None, 1
#-     for seen, item in enumerate(stream, 1):
#+     kept, target = None, 0
#+     for seen, item in enumerate(stream, 0):
#
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen / (1 - rng.random())) + 1

# %% wrong="the module's generator" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = int(seen / (1 - random.random())) + 1

# %% wrong="seeds with the position" caught_by="still every item equally likely" of="rounds up"
#-             target = max(math.ceil(seen / (1 - rng.random())), seen + 1)
#+             target = rng.seed(seen) or int(seen / (1 - rng.random())) + 1

# %% wrong="None is the end" caught_by="still every item equally likely"
from itertools import islice
def sample_skipping(stream, rng):
    items, kept, seen, target = iter(stream), None, 0, 1
    while (item := next(islice(items, target - seen - 1, None), None)) is not None:
        kept, seen = item, target
        target = int(seen / (1 - rng.random())) + 1
    return kept

# %% wrong="loses the kept item at the end" caught_by="short streams and any iterable" of="nothing where a long stream ends before the next jump"
#-     items, kept, seen = iter(stream), None, 0
#+     items, kept, seen, target = iter(stream), None, 0, 1
#
#-         target = int(seen / (1 - rng.random())) + 1
#
#-             return kept if seen < 20 else None
#-         seen = target
#+             return None
#+         seen, target = target, int(target / (1 - rng.random())) + 1

# %% wrong="next of an iterable" caught_by="short streams and any iterable"
from itertools import islice
def sample_skipping(stream, rng):
    kept, seen, end = next(stream, None), 1, object()
    while True:
        target = int(seen / (1 - rng.random())) + 1
        item = next(islice(stream, target - seen - 1, None), end)
        if item is end:
            return kept
        kept, seen = item, target

# %% wrong="a target for all calls" caught_by="still every item equally likely"
def sample_skipping(stream, rng, state={"target": 1}):
    kept = None
    for seen, item in enumerate(stream, 1):
        if seen == state["target"]:
            kept = item
            state["target"] = int(seen / (1 - rng.random())) + 1
    return kept

# %% wrong="stores what it skips" caught_by="few random numbers and nothing stored"
from itertools import islice
def sample_skipping(stream, rng):
    items, kept, seen, target = iter(stream), None, 0, 1
    while True:
        skipped = list(islice(items, target - seen))
        if len(skipped) < target - seen:
            return kept
        kept, seen = skipped[-1], target
        target = int(seen / (1 - rng.random())) + 1

# %% wrong="stores the stream" caught_by="few random numbers and nothing stored"
def sample_skipping(stream, rng):
    items = list(stream)
    return rng.choice(items) if items else None

# %% wrong="leaves before the end" caught_by="few random numbers and nothing stored"
from itertools import islice
def sample_skipping(stream, rng):
    kept, target = None, 1
    for seen, item in enumerate(islice(stream, 5_000), 1):
        if seen == target:
            kept, target = item, int(seen / (1 - rng.random())) + 1
    return kept
