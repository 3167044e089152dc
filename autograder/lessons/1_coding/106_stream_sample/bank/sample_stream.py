# %% right="compares a real number"
import random
def sample_stream(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        if rng.random() < 1 / seen:
            kept = item
    return kept

# %% right="the last of randint" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if rng.randint(1, seen) == seen:

# %% right="integer part" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if int(rng.random() * seen) == 0:

# %% right="keeps with (k - 1)/k" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if not rng.random() * seen < seen - 1:

# %% right="a sample of positions" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if 0 in rng.sample(range(seen), 1):

# %% right="the largest of random keys"
def sample_stream(stream, rng):
    return max(stream, key=lambda _: rng.random(), default=None)

# %% right="weighs the old against the new"
from functools import reduce
def sample_stream(stream, rng):
    def step(kept, numbered):
        seen, item = numbered
        return rng.choices([kept, item], weights=[seen, 1])[0]
    return reduce(step, enumerate(stream), None)

# %% right="an object that is offered items"
class Reservoir:
    def __init__(self, rng):
        self.rng, self.seen, self.value = rng, 0, None
    def offer(self, item):
        self.seen += 1
        if not self.rng.randrange(self.seen):
            self.value = item
def sample_stream(stream, rng):
    reservoir = Reservoir(rng)
    for item in stream:
        reservoir.offer(item)
    return reservoir.value

# %% right="next in an endless loop"
def sample_stream(stream, rng):
    items, kept, seen = iter(stream), None, 0
    while True:
        try:
            item = next(items)
        except StopIteration:
            return kept
        seen += 1
        kept = item if rng.choice(range(seen)) == seen - 1 else kept

# %% right="another generator, seeded by rng" of="compares a real number"
#-     kept = None
#+     own, kept = random.Random(rng.getrandbits(128)), None
#
#-         if rng.random() < 1 / seen:
#+         if own.randrange(seen) == 0:

# %% right="a buffer of five hundred"
from itertools import islice
def sample_stream(stream, rng):
    items, kept, seen = iter(stream), None, 0
    while chunk := list(islice(items, 500)):
        seen += len(chunk)
        at = rng.randrange(seen)
        if at < len(chunk):
            kept = chunk[at]
    return kept

# %% right="skips by a logarithm"
import math
def sample_stream(stream, rng):
    kept, target, w = None, 1, 1.0
    for seen, item in enumerate(stream, 1):
        if seen == target:
            kept = item
            w *= 1 - rng.random()
            gap = math.log(1 - rng.random()) / math.log1p(-w) if w < 1 else 0
            target += int(gap) + 1
    return kept

# %% right="rejects random bits"
def sample_stream(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        bits = seen
        while bits >= seen:
            bits = rng.getrandbits(seen.bit_length())
        kept = kept if bits else item
    return kept

# %% wrong="tosses a coin" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if seen == 1 or rng.random() < 0.5:

# %% wrong="picks one of two" caught_by="every item equally likely"
def sample_stream(stream, rng):
    kept = None
    for seen, item in enumerate(stream):
        kept = rng.choice([kept, item]) if seen else item
    return kept

# %% wrong="1/(k + 1)" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if seen == 1 or rng.random() < 1 / (seen + 1):

# %% wrong="1/(k - 1)" caught_by="every item equally likely" of="compares a real number"
#-     for seen, item in enumerate(stream, 1):
#-         if rng.random() < 1 / seen:
#+     for seen, item in enumerate(stream, 0):
#+         if seen == 0 or rng.random() < 1 / seen:

# %% wrong="counts from 0" caught_by="every item equally likely" of="compares a real number"
#-     for seen, item in enumerate(stream, 1):
#-         if rng.random() < 1 / seen:
#+     for seen, item in enumerate(stream, 0):
#+         if rng.randrange(seen) == 0:

# %% wrong="both ends of randint" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if rng.randint(0, seen) == 0:

# %% wrong="rounds" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if round(rng.random() * seen) == 0:

# %% wrong="keeps with 1/k, replaces otherwise" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if seen == 1 or rng.randrange(seen) > 0:

# %% wrong="wrong at even places" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if rng.randrange(seen + (seen % 2 == 0)) == 0:

# %% wrong="right for three items only" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if rng.random() < (1 / seen if seen < 4 else 0.5):

# %% wrong="a guessed length" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if seen == 1 or rng.randrange(100) == 0:

# %% wrong="never rarer than 1/100" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if rng.randrange(min(seen, 100)) == 0:

# %% wrong="reads on after a thousand, and keeps what it has" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if seen <= 1000 and rng.randrange(seen) == 0:

# %% wrong="wrong at even places from the sixth" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if rng.randrange(seen | 1 if seen > 5 else seen) == 0:

# %% wrong="keys of two digits" caught_by="every item equally likely"
def sample_stream(stream, rng):
    best, kept = -1, None
    for item in stream:
        key = rng.randrange(100)
        if key > best:
            best, kept = key, item
    return kept

# %% wrong="the first one" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if seen == 1:

# %% wrong="the last one" caught_by="every item equally likely" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if True:

# %% wrong="leaves at the first hit" caught_by="every item equally likely"
def sample_stream(stream, rng):
    item = None
    for item in stream:
        if rng.random() < 0.25:
            break
    for _ in stream:
        pass
    return item

# %% wrong="the last ten items" caught_by="every item equally likely"
from collections import deque
def sample_stream(stream, rng):
    last = deque(stream, maxlen=10)
    return rng.choice(last) if last else None

# %% wrong="stores the stream" caught_by="one pass with constant memory and work"
def sample_stream(stream, rng):
    items = list(stream)
    return rng.choice(items) if items else None

# %% wrong="sorts by keys" caught_by="one pass with constant memory and work" of="stores the stream"
#-     return rng.choice(items) if items else None
#+     return sorted(items, key=lambda _: rng.random())[0] if items else None

# %% wrong="samples a list" caught_by="one pass with constant memory and work" of="stores the stream"
#-     return rng.choice(items) if items else None
#+     return rng.sample(items, 1)[0] if items else None

# %% wrong="a second iterator" caught_by="one pass with constant memory and work"
from itertools import islice, tee
def sample_stream(stream, rng):
    first, second = tee(stream)
    length = sum(1 for _ in first)
    return next(islice(second, rng.randrange(length), None)) if length else None

# %% wrong="a frame for each item" caught_by="one pass with constant memory and work"
def sample_stream(stream, rng):
    items = iter(stream)
    def rest(kept, seen):
        for item in items:
            return rest(item if rng.randrange(seen) == 0 else kept, seen + 1)
        return kept
    return rest(None, 1)

# %% wrong="counts again for each item" caught_by="one pass with constant memory and work"
def sample_stream(stream, rng):
    kept, seen = None, 0
    for item in stream:
        seen += 1
        count = 0
        for _ in range(seen):
            count += 1
        if rng.randrange(count) == 0:
            kept = item
    return kept

# %% wrong="stops after a thousand" caught_by="one pass with constant memory and work" of="compares a real number"
#- import random
#+ from itertools import islice
#
#-     for seen, item in enumerate(stream, 1):
#-         if rng.random() < 1 / seen:
#+     for seen, item in enumerate(islice(stream, 1000), 1):
#+         if rng.randrange(seen) == 0:

# %% wrong="asks for the length" caught_by="any iterable and an empty one"
def sample_stream(stream, rng):
    at = rng.randrange(len(stream)) if len(stream) else None
    for i, item in enumerate(stream):
        if i == at:
            return item

# %% wrong="reads twice" caught_by="any iterable and an empty one" of="asks for the length"
#-     at = rng.randrange(len(stream)) if len(stream) else None
#+     length = sum(1 for _ in stream)
#+     at = rng.randrange(length) if length else -1

# %% wrong="next of an iterable" caught_by="any iterable and an empty one"
def sample_stream(stream, rng):
    kept = next(stream, None)
    for seen, item in enumerate(stream, 2):
        if rng.randrange(seen) == 0:
            kept = item
    return kept

# %% wrong="nothing for an empty stream" caught_by="any iterable and an empty one" of="next of an iterable"
#-     kept = next(stream, None)
#-     for seen, item in enumerate(stream, 2):
#+     for seen, item in enumerate(stream, 1):

# %% wrong="empties the list" caught_by="any iterable and an empty one"
def sample_stream(stream, rng):
    kept, seen = None, 0
    while isinstance(stream, list) and stream:
        seen += 1
        item = stream.pop()
        if rng.randrange(seen) == 0:
            kept = item
    for item in stream:
        seen += 1
        if rng.randrange(seen) == 0:
            kept = item
    return kept

# %% wrong="None means empty" caught_by="items are never looked at" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if kept is None or rng.randrange(seen) == 0:

# %% wrong="not kept means empty" caught_by="items are never looked at" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if not kept or rng.randrange(seen) == 0:

# %% wrong="no falsy items" caught_by="items are never looked at" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if item and rng.randrange(seen) == 0:

# %% wrong="drops None" caught_by="items are never looked at" of="next of an iterable"
#-     kept = next(stream, None)
#-     for seen, item in enumerate(stream, 2):
#+     kept, seen = None, 0
#+     for item in stream:
#+         if item is None:
#+             continue
#+         seen += 1

# %% wrong="each value once" caught_by="items are never looked at" of="stores the stream"
#-     items = list(stream)
#+     items = sorted(set(stream), key=repr)

# %% wrong="repeats do not count" caught_by="items are never looked at" of="next of an iterable"
#-     kept = next(stream, None)
#-     for seen, item in enumerate(stream, 2):
#+     kept, last, seen = None, object(), 0
#+     for item in stream:
#+         if item == last:
#+             continue
#+         last, seen = item, seen + 1

# %% wrong="the module's generator" caught_by="all randomness comes from rng" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if random.randrange(seen) == 0:

# %% wrong="the system's generator" caught_by="all randomness comes from rng" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if random.SystemRandom().randrange(seen) == 0:

# %% wrong="a new generator for each item" caught_by="all randomness comes from rng" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if random.Random(seen).randrange(seen) == 0:

# %% wrong="seeds at each item" caught_by="all randomness comes from rng" of="compares a real number"
#-         if rng.random() < 1 / seen:
#+         if rng.seed(seen) or rng.randrange(seen) == 0:

# %% wrong="seeds at the start" caught_by="all randomness comes from rng" of="next of an iterable"
#-     kept = next(stream, None)
#-     for seen, item in enumerate(stream, 2):
#+     rng.seed(42)
#+     kept = None
#+     for seen, item in enumerate(stream, 1):

# %% wrong="goes on counting at the next call" caught_by="all randomness comes from rng"
def sample_stream(stream, rng, state={"seen": 0, "kept": None}):
    for item in stream:
        state["seen"] += 1
        if rng.randrange(state["seen"]) == 0:
            state["kept"] = item
    return state["kept"]

# %% wrong="blocks of 64, the last one treated like a full one" caught_by="every item equally likely"
def sample_stream(stream, rng):
    kept, block, blocks = None, [], 0
    def choose():
        nonlocal kept, blocks
        blocks += 1
        if rng.randrange(blocks) == 0:
            kept = rng.choice(block)
    for item in stream:
        block.append(item)
        if len(block) == 64:
            choose()
            block = []
    if block:
        choose()
    return kept
