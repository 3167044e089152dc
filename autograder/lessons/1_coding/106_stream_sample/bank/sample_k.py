# %% right="a slot of its own"
import random
def sample_k(stream, k, rng):
    kept = []
    for seen, item in enumerate(stream, 1):
        if len(kept) < k:
            kept.append(item)
        else:
            if rng.random() < k / seen: kept[rng.randrange(k)] = item
    return kept

# %% right="a choice of slots" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             if rng.random() * seen < k: kept[rng.choice(range(k))] = item

# %% right="randint" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randint(1, seen)
#+             if slot <= k: kept[-slot] = item

# %% right="a heap of keys"
import heapq
def sample_k(stream, k, rng):
    keyed = ((rng.random(), at, item) for at, item in enumerate(stream))
    return [item for _, _, item in heapq.nlargest(k, keyed)]

# %% right="fills first"
from itertools import islice
def sample_k(stream, k, rng):
    items = iter(stream)
    kept = list(islice(items, k))
    if k:
        for seen, item in enumerate(items, k + 1):
            slot = int(rng.random() * seen)
            if slot < k:
                kept[slot] = item
    return tuple(kept)

# %% right="sorts a buffer now and then"
def sample_k(stream, k, rng):
    kept = []
    for item in stream:
        kept.append((rng.random(), item))
        if len(kept) >= 2 * k + 100:
            kept.sort(key=lambda pair: pair[0])
            del kept[k:]
    kept.sort(key=lambda pair: pair[0])
    return [item for _, item in kept[:k]]

# %% right="skips by logarithms"
import math
def sample_k(stream, k, rng):
    kept, w, target = [], 1.0, k
    def ahead(w, target):
        w *= (1 - rng.random()) ** (1 / k)
        return w, target + int(math.log(1 - rng.random()) / math.log1p(-w)) + 1
    for at, item in enumerate(stream):
        if at < k:
            kept.append(item)
            if at == k - 1:
                w, target = ahead(w, k - 1)
        elif k and at == target:
            kept[rng.randrange(k)] = item
            w, target = ahead(w, target)
    return kept

# %% right="an object that is offered items"
class Reservoir:
    def __init__(self, k, rng):
        self.k, self.rng, self.seen, self.items = k, rng, 0, {}
    def offer(self, item):
        slot = self.seen if self.seen < self.k else self.rng.randrange(self.seen + 1)
        self.seen += 1
        if slot < self.k:
            self.items[slot] = item
def sample_k(stream, k, rng):
    reservoir = Reservoir(k, rng)
    for item in stream:
        reservoir.offer(item)
    return list(reservoir.items.values())

# %% wrong="one number too many" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen + 1)
#+             if slot < k: kept[slot] = item

# %% wrong="one number too few" caught_by="every set of k items equally likely" of="a slot of its own"
#-     for seen, item in enumerate(stream, 1):
#+     for seen, item in enumerate(stream, 0):
#
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen)
#+             if slot < k: kept[slot] = item

# %% wrong="a slot too many" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen)
#+             if slot <= k: kept[slot] = item

# %% wrong="chance 1/n" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             if rng.randrange(seen) == 0: kept[rng.randrange(k)] = item

# %% wrong="a coin" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             if rng.random() < 0.5: kept[rng.randrange(k)] = item

# %% wrong="keeps what it has after a thousand" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen) if seen < 1000 else k
#+             if slot < k: kept[slot] = item

# %% wrong="the caller's list where it is short" caught_by="short streams and any iterable"
def sample_k(stream, k, rng):
    if isinstance(stream, list) and len(stream) <= k:
        return stream
    kept = []
    for seen, item in enumerate(stream, 1):
        if len(kept) < k:
            kept.append(item)
        elif (slot := rng.randrange(seen)) < k:
            kept[slot] = item
    return kept

# %% wrong="sorts for each item" caught_by="work does not grow with k"
def sample_k(stream, k, rng):
    kept = []
    for at, item in enumerate(stream):
        kept.append((rng.random(), at, item))
        kept.sort()
        del kept[k:]
    return [item for _, _, item in kept]

# %% wrong="the lowest ticket by min" caught_by="work does not grow with k" of="sorts for each item"
#-         kept.sort()
#-         del kept[k:]
#+         if len(kept) > k:
#+             kept.remove(min(kept))

# %% wrong="always the first slot" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             if rng.randrange(seen) < k: kept[0] = item

# %% wrong="drops the oldest" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             if rng.randrange(seen) < k: kept.pop(0); kept.append(item)

# %% wrong="one of k + 1 leaves" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             kept.append(item)
#+             kept.pop(rng.randrange(k + 1))

# %% wrong="the first k" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             pass

# %% wrong="the last k" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             kept = [*kept[1:], item] if k else []

# %% wrong="wrong for odd k" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen)
#+             if slot < k - k % 2: kept[slot] = item

# %% wrong="no falsy newcomers" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen)
#+             if item and slot < k: kept[slot] = item

# %% wrong="no equal newcomers" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen)
#+             if item not in kept and slot < k: kept[slot] = item

# %% wrong="the module's generator" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = random.randrange(seen)
#+             if slot < k: kept[slot] = item

# %% wrong="seeds with the position" caught_by="every set of k items equally likely" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             rng.seed(seen)
#+             slot = rng.randrange(seen)
#+             if slot < k: kept[slot] = item

# %% wrong="k samples of one" caught_by="every set of k items equally likely"
def sample_k(stream, k, rng):
    kept, seen = [], 0
    for item in stream:
        seen += 1
        kept = [item if rng.randrange(seen) == 0 else each for each in kept or [item] * k]
    return kept[:seen]

# %% wrong="a filled slot is not counted" caught_by="every set of k items equally likely"
def sample_k(stream, k, rng):
    kept, seen = [], 0
    for item in stream:
        if len(kept) < k:
            kept.append(item)
            continue
        seen += 1
        slot = rng.randrange(seen + 1)
        if slot < k:
            kept[slot] = item
    return kept

# %% wrong="pads with None" caught_by="short streams and any iterable"
def sample_k(stream, k, rng):
    kept = [None] * k
    for seen, item in enumerate(stream, 1):
        slot = seen - 1 if seen <= k else rng.randrange(seen)
        if slot < k:
            kept[slot] = item
    return kept

# %% wrong="starts a list again" caught_by="short streams and any iterable"
from itertools import islice
def sample_k(stream, k, rng):
    kept = list(islice(stream, k))
    for seen, item in enumerate(stream, len(kept) + 1):
        slot = rng.randrange(seen)
        if slot < k:
            kept[slot] = item
    return kept

# %% wrong="wants k items at least" caught_by="short streams and any iterable" of="starts a list again"
#- from itertools import islice
#
#-     kept = list(islice(stream, k))
#-     for seen, item in enumerate(stream, len(kept) + 1):
#+     items = iter(stream)
#+     kept = [next(items) for _ in range(k)]
#+     for seen, item in enumerate(items, k + 1):

# %% wrong="no heap for k = 0" caught_by="short streams and any iterable"
import heapq
def sample_k(stream, k, rng):
    heap = []
    for at, item in enumerate(stream):
        entry = (rng.random(), at, item)
        if at < k:
            heapq.heappush(heap, entry)
        elif entry[0] > heap[0][0]:
            heapq.heapreplace(heap, entry)
    return [item for _, _, item in heap]

# %% wrong="one list for all calls" caught_by="short streams and any iterable" of="the caller's list where it is short"
#- def sample_k(stream, k, rng):
#-     if isinstance(stream, list) and len(stream) <= k:
#-         return stream
#-     kept = []
#+ def sample_k(stream, k, rng, kept=[]):

# %% wrong="None for an empty stream" caught_by="short streams and any iterable" of="the caller's list where it is short"
#-     if isinstance(stream, list) and len(stream) <= k:
#-         return stream
#
#-     return kept
#+     return kept or None

# %% wrong="stores the stream" caught_by="one pass that keeps about k items"
def sample_k(stream, k, rng):
    items = list(stream)
    return rng.sample(items, min(k, len(items)))

# %% wrong="sorts all keys" caught_by="one pass that keeps about k items"
def sample_k(stream, k, rng):
    return sorted(stream, key=lambda _: rng.random())[:k]

# %% wrong="looks at every key" caught_by="work does not grow with k"
def sample_k(stream, k, rng):
    kept = []
    for item in stream:
        kept.append((rng.random(), item))
        if len(kept) > k:
            at = 0
            for other in range(1, len(kept)):
                if kept[other][0] < kept[at][0]:
                    at = other
            kept.pop(at)
    return [item for _, item in kept]

# %% wrong="rebuilds the list" caught_by="work does not grow with k" of="a slot of its own"
#-             if rng.random() < k / seen: kept[rng.randrange(k)] = item
#+             slot = rng.randrange(seen)
#+             kept = [item if i == slot else old for i, old in enumerate(kept)]
