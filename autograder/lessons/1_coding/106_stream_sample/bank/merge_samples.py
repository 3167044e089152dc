# %% right="one after the other"
import random
def merge_samples(a, n_a, b, n_b, k, rng):
    a, b, merged = list(a), list(b), []
    while len(merged) < k and (a or b):
        from_a = rng.randrange(n_a + n_b) < n_a
        n_a, n_b = n_a - from_a, n_b - (not from_a)
        side = a if (from_a and a) or not b else b
        merged.append(side.pop(rng.randrange(len(side))))
    return merged

# %% right="a real number decides" of="one after the other"
#-         from_a = rng.randrange(n_a + n_b) < n_a
#+         from_a = rng.random() * (n_a + n_b) < n_a

# %% right="weights decide" of="one after the other"
#-         from_a = rng.randrange(n_a + n_b) < n_a
#+         from_a = rng.choices([True, False], weights=[n_a, n_b])[0]

# %% right="positions in the union"
import random
from math import comb
def merge_samples(a, n_a, b, n_b, k, rng):
    k = min(k, n_a + n_b)
    if not k:
        return []
    of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)

# %% right="counts in the sample" of="positions in the union"
#-     of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
#+     of_a = rng.sample([True, False], k, counts=[n_a, n_b]).count(True)

# %% right="shuffled copies" of="positions in the union"
#-     return rng.sample(a, of_a) + rng.sample(b, k - of_a)
#+     return rng.sample(a, len(a))[:of_a] + rng.sample(b, len(b))[: k - of_a]

# %% right="random keys within each side" of="positions in the union"
#-     return rng.sample(a, of_a) + rng.sample(b, k - of_a)
#+     return sorted(a, key=lambda _: rng.random())[:of_a] + sorted(b, key=lambda _: rng.random())[: k - of_a]

# %% right="a frame for each item"
def merge_samples(a, n_a, b, n_b, k, rng):
    if not k or not n_a + n_b:
        return ()
    if rng.randrange(n_a + n_b) >= n_a:
        a, n_a, b, n_b = b, n_b, a, n_a
    at = rng.randrange(len(a))
    return (a[at], *merge_samples(a[:at] + a[at + 1 :], n_a - 1, b, n_b, k - 1, rng))

# %% right="the distribution itself"
from math import comb
def merge_samples(a, n_a, b, n_b, k, rng):
    k = min(k, n_a + n_b)
    ticket = rng.randrange(comb(n_a + n_b, k))
    of_a = 0
    while ticket >= (ways := comb(n_a, of_a) * comb(n_b, k - of_a)):
        ticket -= ways
        of_a += 1
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)

# %% wrong="the other list where one is empty" caught_by="any sizes and unchanged inputs"
def merge_samples(a, n_a, b, n_b, k, rng):
    if not a or not b:
        return (a or b) if k else []
    of_a = sum(at < n_a for at in rng.sample(range(n_a + n_b), min(k, n_a + n_b)))
    return rng.sample(a, of_a) + rng.sample(b, min(k, n_a + n_b) - of_a)

# %% wrong="one bag of both samples" caught_by="every set of the union equally likely"
def merge_samples(a, n_a, b, n_b, k, rng):
    both = a + b
    return rng.sample(both, min(k, len(both)))

# %% wrong="tosses a coin" caught_by="every set of the union equally likely" of="one after the other"
#-         from_a = rng.randrange(n_a + n_b) < n_a
#-         n_a, n_b = n_a - from_a, n_b - (not from_a)
#+         from_a = rng.random() < 0.5
#+         

# %% wrong="lengths for counts" caught_by="every set of the union equally likely" of="one after the other"
#-         from_a = rng.randrange(n_a + n_b) < n_a
#-         n_a, n_b = n_a - from_a, n_b - (not from_a)
#+         from_a = rng.randrange(len(a) + len(b)) < len(a)
#+         

# %% wrong="counts stay as they are" caught_by="every set of the union equally likely" of="one after the other"
#-         n_a, n_b = n_a - from_a, n_b - (not from_a)
#+         

# %% wrong="lowers one count only" caught_by="every set of the union equally likely" of="one after the other"
#-         n_a, n_b = n_a - from_a, n_b - (not from_a)
#+         n_a -= from_a and n_a > 1

# %% wrong="swaps the counts" caught_by="every set of the union equally likely" of="one after the other"
#-         from_a = rng.randrange(n_a + n_b) < n_a
#-         n_a, n_b = n_a - from_a, n_b - (not from_a)
#+         from_a = rng.randrange(n_a + n_b) < n_b
#+         n_b, n_a = n_b - from_a, n_a - (not from_a)
#+         n_a, n_b = max(n_a, 1), max(n_b, 1)

# %% wrong="one too many for a" caught_by="every set of the union equally likely" of="one after the other"
#-         from_a = rng.randrange(n_a + n_b) < n_a
#-         n_a, n_b = n_a - from_a, n_b - (not from_a)
#+         from_a = rng.randrange(n_a + n_b + 1) <= n_a
#+         n_a, n_b = max(n_a - from_a, 0), max(n_b - (not from_a), 0)

# %% wrong="in proportion" caught_by="every set of the union equally likely" of="positions in the union"
#-     of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
#+     of_a = round(k * n_a / (n_a + n_b))

# %% wrong="all from one side" caught_by="every set of the union equally likely"
def merge_samples(a, n_a, b, n_b, k, rng):
    if n_a + n_b <= k:
        return a + b
    side = a if rng.randrange(n_a + n_b) < n_a else b
    other = b if side is a else a
    return (side + other)[:k]

# %% wrong="the longer stream" caught_by="every set of the union equally likely"
def merge_samples(a, n_a, b, n_b, k, rng):
    return list(a + b if n_a >= n_b else b + a)[:k]

# %% wrong="neighbours from a random place" caught_by="every set of the union equally likely" of="positions in the union"
#-     return rng.sample(a, of_a) + rng.sample(b, k - of_a)
#+     return neighbours(a, of_a) + neighbours(b, k - of_a)
#+
#+ def neighbours(items, n):
#+     at = rng.randrange(len(items)) if items else 0
#+     return (items[at:] + items[:at])[:n]

# %% wrong="the front of each" caught_by="every set of the union equally likely" of="positions in the union"
#-     return rng.sample(a, of_a) + rng.sample(b, k - of_a)
#+     return a[:of_a] + b[: k - of_a]

# %% wrong="puts back" caught_by="every set of the union equally likely" of="positions in the union"
#-     return rng.sample(a, of_a) + rng.sample(b, k - of_a)
#+     return [rng.choice(a) for _ in range(of_a)] + [rng.choice(b) for _ in range(k - of_a)] if n_a + n_b > k else a + b

# %% wrong="any split is as likely" caught_by="every set of the union equally likely" of="positions in the union"
#-     of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
#+     of_a = rng.randint(max(0, k - len(b)), min(k, len(a)))

# %% wrong="a binomial split" caught_by="every set of the union equally likely" of="positions in the union"
#-     of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
#+     of_a = min(len(a), max(k - len(b), sum(rng.randrange(n_a + n_b) < n_a for _ in range(k))))

# %% wrong="goes on with the items of b" caught_by="every set of the union equally likely"
def merge_samples(a, n_a, b, n_b, k, rng):
    merged = list(a)
    for seen, item in enumerate(b, n_a + 1):
        if len(merged) < k:
            merged.append(item)
        elif (slot := rng.randrange(seen)) < k:
            merged[slot] = item
    return merged

# %% wrong="the module's generator" caught_by="every set of the union equally likely"
import random
def merge_samples(a, n_a, b, n_b, k, rng):
    a, b, merged = list(a), list(b), []
    while len(merged) < k and n_a + n_b:
        if random.randrange(n_a + n_b) < n_a:
            merged.append(a.pop(random.randrange(len(a))))
            n_a -= 1
        else:
            merged.append(b.pop(random.randrange(len(b))))
            n_b -= 1
    return merged

# %% wrong="right for k = 1" caught_by="every set of the union equally likely"
def merge_samples(a, n_a, b, n_b, k, rng):
    if k != 1 or n_a + n_b < 2:
        both = a + b
        return rng.sample(both, min(k, len(both)))
    return [rng.choice(a if rng.randrange(n_a + n_b) < n_a else b)]

# %% wrong="empties its inputs" caught_by="any sizes and unchanged inputs"
def merge_samples(a, n_a, b, n_b, k, rng):
    merged = []
    while len(merged) < k and n_a + n_b:
        if rng.randrange(n_a + n_b) < n_a:
            merged.append(a.pop(rng.randrange(len(a))))
            n_a -= 1
        else:
            merged.append(b.pop(rng.randrange(len(b))))
            n_b -= 1
    return merged

# %% wrong="turns its inputs round" caught_by="any sizes and unchanged inputs"
def merge_samples(a, n_a, b, n_b, k, rng):
    a.reverse()
    b.reverse()
    k = min(k, n_a + n_b)
    of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)

# %% wrong="draws k whatever there is" caught_by="any sizes and unchanged inputs"
def merge_samples(a, n_a, b, n_b, k, rng):
    of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)

# %% wrong="a label for each item" caught_by="any sizes and unchanged inputs" of="draws k whatever there is"
#-     of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
#+     k = min(k, n_a + n_b)
#+     of_a = sum(rng.sample([1] * n_a + [0] * n_b, k))

# %% wrong="each value once" caught_by="any sizes and unchanged inputs"
def merge_samples(a, n_a, b, n_b, k, rng):
    a, b, merged = list(a), list(b), []
    while len(merged) < k and n_a + n_b:
        from_a = rng.randrange(n_a + n_b) < n_a
        side = a if from_a else b
        n_a, n_b = n_a - from_a, n_b - (not from_a)
        item = side.pop(rng.randrange(len(side)))
        if item not in merged:
            merged.append(item)
    return merged
