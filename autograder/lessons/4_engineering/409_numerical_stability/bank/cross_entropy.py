# %% right="the largest term is left out"
def cross_entropy(logits, label):
    if not 0 <= label < len(logits):
        raise ValueError("label")
    if not all(math.isfinite(x) for x in logits):
        raise ValueError("logits")
    top = max(logits)
    terms = [math.exp(x - top) for x in logits]
    at = logits.index(top)
    rest = sum(term for k, term in enumerate(terms) if k != at)
    loss = top - logits[label] + math.log1p(rest)
    total = 1 + rest
    gradient = [term / total for term in terms]
    gradient[label] = -sum(p for k, p in enumerate(gradient) if k != label)
    return loss, gradient

# %% right="softplus of the others, over the label"
def cross_entropy(logits, label):
    if label not in range(len(logits)) or any(math.isnan(x) or math.isinf(x) for x in logits):
        raise ValueError("not valid")
    others = [x - logits[label] for k, x in enumerate(logits) if k != label]
    if not others:
        return 0.0, [0.0]
    top = max(others)
    log_others = top + math.log(math.fsum(math.exp(x - top) for x in others))
    loss = math.log1p(math.exp(log_others)) if log_others < 0 else log_others + math.log1p(math.exp(-log_others))
    largest = max(top, 0.0)
    total = math.exp(-largest) + math.fsum(math.exp(x - largest) for x in others)
    shares = [math.exp(x - largest) / total for x in others]
    return loss, [*shares[:label], -math.fsum(shares), *shares[label:]]

# %% right="NumPy"
import numpy as np

def cross_entropy(logits: list[float], label: int) -> tuple[float, list[float]]:
    z = np.array(logits, dtype=float)
    if not 0 <= label < z.size or not np.isfinite(z).all():
        raise ValueError("not valid")
    with np.errstate(under="ignore"):
        top = z.argmax()
        terms = np.exp(z - z[top])
        rest = np.delete(terms, top).sum()
        p = terms / (1 + rest)
        gradient = p.copy()
        gradient[label] = -np.delete(p, label).sum()
        return float(z[top] - z[label] + np.log1p(rest)), gradient.tolist()

# %% right="sorted downwards"
def cross_entropy(logits, label):
    if not logits or label < 0 or label >= len(logits):
        raise ValueError("label")
    for x in logits:
        if x - x != 0:
            raise ValueError("not finite")
    order = sorted(range(len(logits)), key=lambda k: -logits[k])
    best = logits[order[0]]
    tail = 0.0
    for k in reversed(order[1:]):
        tail += math.exp(logits[k] - best)
    gradient = [math.exp(x - best) / (1.0 + tail) for x in logits]
    away = 0.0
    for k in reversed(order):
        if k != label:
            away += gradient[k]
    gradient[label] = -away
    return (best - logits[label]) + math.log1p(tail), gradient

# %% right="decimal"
from decimal import Context, Decimal

DEEP = Context(prec=800, Emax=10**9, Emin=-(10**9), traps=[])

def cross_entropy(logits, label):
    if not all(math.isfinite(x) for x in logits) or not 0 <= label < len(logits):
        raise ValueError("not valid")
    top = Decimal(max(logits))
    terms = [DEEP.exp(DEEP.subtract(Decimal(x), top)) for x in logits]
    total = Decimal(0)
    for term in terms:
        total = DEEP.add(total, term)
    loss = DEEP.subtract(DEEP.add(top, DEEP.ln(total)), Decimal(logits[label]))
    gradient = [DEEP.divide(term, total) for term in terms]
    gradient[label] = DEEP.subtract(gradient[label], Decimal(1))
    return float(loss), [float(g) for g in gradient]

# %% right="two cases: the label is the largest, or not"
def cross_entropy(logits, label):
    n = len(logits)
    if not (0 <= label < n and all(map(math.isfinite, logits))):
        raise ValueError("not valid")
    mine = logits[label]
    if mine >= max(logits):
        ratios = [math.exp(x - mine) for k, x in enumerate(logits) if k != label]
        odds = sum(ratios)
        gradient = [r / (1 + odds) for r in ratios]
        gradient.insert(label, -odds / (1 + odds))
        return math.log1p(odds), gradient
    top = max(logits)
    total = sum(math.exp(x - top) for x in logits)
    gradient = [math.exp(x - top) / total for x in logits]
    gradient[label] = -(sum(g for g in gradient[:label]) + sum(g for g in gradient[label + 1 :]))
    return (top - mine) + math.log(total), gradient

# %% wrong="exp of the raw logits" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     top = max(logits)
#+     top = 0.0
#
#-     at = logits.index(top)
#-     rest = sum(term for k, term in enumerate(terms) if k != at)
#-     loss = top - logits[label] + math.log1p(rest)
#-     total = 1 + rest
#+     total = sum(terms)
#+     loss = math.log(total) - logits[label]

# %% wrong="log of the softmax: log 0" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = -math.log(terms[label] / (1 + rest))

# %% wrong="clips the probability at 1e-12" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = -math.log(max(terms[label] / (1 + rest), 1e-12))

# %% wrong="adds 1e-9 to the probability" caught_by="the loss" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = -math.log(terms[label] / (1 + rest) + 1e-9)

# %% wrong="log of 1 + tiny is 0: the loss vanishes" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = top - logits[label] + math.log(1 + rest)

# %% wrong="the gradient as p - 1: cancels" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     gradient[label] = -sum(p for k, p in enumerate(gradient) if k != label)
#+     gradient[label] -= 1

# %% wrong="the gradient as 0 minus (1 - p)" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     gradient[label] = -sum(p for k, p in enumerate(gradient) if k != label)
#+     gradient[label] = -(1 - gradient[label])

# %% wrong="minus the sum of all, label included" caught_by="the gradient" of="the largest term is left out"
#-     gradient[label] = -sum(p for k, p in enumerate(gradient) if k != label)
#+     gradient[label] = -sum(gradient)

# %% wrong="the loss of the largest logit, not of the label" caught_by="the loss" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = math.log1p(rest)

# %% wrong="the sign of the shift" caught_by="the loss" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = logits[label] - top + math.log1p(rest)

# %% wrong="all largest logits are left out" caught_by="the loss" of="the largest term is left out"
#-     rest = sum(term for k, term in enumerate(terms) if k != at)
#+     rest = sum(term for x, term in zip(logits, terms) if x != top)

# %% wrong="the largest term is not left out" caught_by="the loss" of="the largest term is left out"
#-     rest = sum(term for k, term in enumerate(terms) if k != at)
#+     rest = sum(terms)

# %% wrong="the gradient without -1" caught_by="the gradient" of="the largest term is left out"
#-     gradient[label] = -sum(p for k, p in enumerate(gradient) if k != label)
#+     pass

# %% wrong="the gradient of the score (sign)" caught_by="the gradient" of="the largest term is left out"
#-     gradient[label] = -sum(p for k, p in enumerate(gradient) if k != label)
#+     gradient[label] = -sum(p for k, p in enumerate(gradient) if k != label)
#+     gradient = [-g for g in gradient]

# %% wrong="the sign of the other entries" caught_by="the gradient" of="the largest term is left out"
#-     return loss, gradient
#+     return loss, [g if k == label else -g for k, g in enumerate(gradient)]

# %% wrong="the gradient is not normalised" caught_by="the gradient" of="the largest term is left out"
#-     gradient = [term / total for term in terms]
#+     gradient = list(terms)

# %% wrong="the gradient is divided by n" caught_by="the gradient" of="the largest term is left out"
#-     return loss, gradient
#+     return loss, [g / len(logits) for g in gradient]

# %% wrong="logarithm to base 2" caught_by="the loss" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = (top - logits[label] + math.log1p(rest)) / math.log(2)

# %% wrong="a smoothed label" caught_by="the loss" of="the largest term is left out"
#-     loss = top - logits[label] + math.log1p(rest)
#+     loss = 0.9 * (top - logits[label] + math.log1p(rest))
#+     loss += 0.1 * sum(top - x + math.log1p(rest) for x in logits) / len(logits)

# %% wrong="label counts from 1" caught_by="the loss" of="the largest term is left out"
#-     top = max(logits)
#+     label -= 1
#+     top = max(logits)

# %% wrong="a label of -1 is the last class" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     if not 0 <= label < len(logits):
#+     if not -len(logits) <= label < len(logits):
#
#-     top = max(logits)
#+     label %= len(logits)
#+     top = max(logits)

# %% wrong="an infinite logit passes" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     if not all(math.isfinite(x) for x in logits):
#+     if not all(x < math.inf for x in logits) or max(logits) == -math.inf:

# %% wrong="a masked class passes if it isn't the label" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-     if not all(math.isfinite(x) for x in logits):
#+     if not all(x < math.inf for x in logits) or logits[label] == -math.inf:

# %% wrong="an IndexError for the label" caught_by="confident and wrong, confident and right, not valid" of="the largest term is left out"
#-         raise ValueError("label")
#+         raise IndexError("label")

# %% wrong="float32" caught_by="the loss"
import numpy as np

def cross_entropy(logits, label):
    z = np.array(logits, dtype=np.float32)
    if not 0 <= label < z.size or not np.isfinite(z).all():
        raise ValueError("not valid")
    with np.errstate(under="ignore"):
        top = z.argmax()
        terms = np.exp(z - z[top])
        rest = np.delete(terms, top).sum()
        gradient = terms / (1 + rest)
        gradient[label] = -np.delete(gradient, label).sum()
        return float(z[top] - z[label] + np.log1p(rest)), gradient.tolist()
