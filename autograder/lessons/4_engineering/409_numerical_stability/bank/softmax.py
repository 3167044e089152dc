# %% right="subtract, divide, exp"
def softmax(xs, temperature):
    if not (math.isfinite(temperature) and temperature > 0):
        raise ValueError("temperature")
    if any(math.isnan(x) or x == math.inf for x in xs):
        raise ValueError("score")
    if not xs:
        return []
    top = max(xs)
    if top == -math.inf:
        raise ValueError("everything is masked")
    terms = [math.exp((x - top) / temperature) for x in xs]
    return [term / sum(terms) for term in terms]

# %% right="NumPy"
import numpy as np

def softmax(xs: list[float], temperature: float) -> list[float]:
    if not np.isfinite(temperature) or temperature <= 0:
        raise ValueError("temperature")
    scores = np.array(xs, dtype=float)
    if np.isnan(scores).any() or np.isposinf(scores).any():
        raise ValueError("score")
    if scores.size == 0:
        return []
    if np.isneginf(scores).all():
        raise ValueError("mask")
    with np.errstate(over="ignore", under="ignore"):
        terms = np.exp((scores - scores.max()) / temperature)
        return (terms / terms.sum()).tolist()

# %% right="a dict of the distances that occur"
def softmax(xs, temperature):
    if temperature != temperature or not 0 < temperature < float("inf"):
        raise ValueError("temperature")
    for x in xs:
        if x != x or x == float("inf"):
            raise ValueError("score")
    if xs and set(xs) == {float("-inf")}:
        raise ValueError("mask")
    weight = {x: math.exp((x - max(xs)) / temperature) for x in set(xs)}
    total = math.fsum(weight[x] for x in xs)
    return [weight[x] / total for x in xs]

# %% right="only what isn't masked"
def softmax(xs, temperature):
    if temperature <= 0 or math.isinf(temperature) or math.isnan(temperature):
        raise ValueError(f"temperature {temperature}")
    shares = [0.0] * len(xs)
    open_places = []
    for place, x in enumerate(xs):
        if math.isnan(x) or x == math.inf:
            raise ValueError(f"score {x}")
        if x != -math.inf:
            open_places.append(place)
    if not open_places:
        if xs:
            raise ValueError("a row of padding")
        return shares
    top = max(xs[place] for place in open_places)
    for place in open_places:
        shares[place] = math.exp((xs[place] - top) / temperature)
    total = math.fsum(shares)
    for place in open_places:
        shares[place] /= total
    return shares

# %% right="log1p of the rest"
def softmax(xs, temperature):
    if not 0 < temperature < math.inf:
        raise ValueError
    if not all(x < math.inf for x in xs):
        raise ValueError
    if not len(xs):
        return list(xs)
    order = sorted(range(len(xs)), key=xs.__getitem__, reverse=True)
    if xs[order[0]] == -math.inf:
        raise ValueError
    distances = [(x - xs[order[0]]) / temperature for x in xs]
    log_total = math.log1p(sum(math.exp(distances[at]) for at in order[1:]))
    return [math.exp(d - log_total) for d in distances]

# %% right="decimal"
from decimal import Context, Decimal

DEEP = Context(prec=40, Emax=10**9, Emin=-(10**9), traps=[])

def softmax(xs, temperature):
    if not math.isfinite(temperature) or temperature <= 0.0:
        raise ValueError
    if any(math.isnan(x) or x == math.inf for x in xs) or (xs and max(xs) == -math.inf):
        raise ValueError
    terms = []
    for x in xs:
        gap = DEEP.subtract(Decimal(x), Decimal(max(xs)))
        terms.append(DEEP.exp(DEEP.divide(gap, Decimal(temperature))))
    total = Decimal(0)
    for term in terms:
        total = DEEP.add(total, term)
    return [float(DEEP.divide(term, total)) for term in terms]

# %% wrong="exp of the raw values" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     terms = [math.exp(x / temperature) for x in xs]

# %% wrong="clips at 700" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     terms = [math.exp(max(-700.0, min(x / temperature, 700.0))) for x in xs]

# %% wrong="shifted by the first" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     first = next(x for x in xs if x > -math.inf)
#+     terms = [math.exp((x - first) / temperature) for x in xs]

# %% wrong="shifted by the mean" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     kept = [x for x in xs if x > -math.inf]
#+     terms = [math.exp((x - sum(kept) / len(kept)) / temperature) for x in xs]

# %% wrong="divided by the temperature before the shift" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     terms = [math.exp(x / temperature - top / temperature) for x in xs]

# %% wrong="times the temperature" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     terms = [math.exp((x - top) * temperature) for x in xs]

# %% wrong="temperature on the shift only" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     terms = [math.exp(min(x - top / temperature, 700.0)) for x in xs]

# %% wrong="no temperature" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     terms = [math.exp(x - top) for x in xs]

# %% wrong="the temperature divides the shares" caught_by="values and temperature" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#-     return [term / sum(terms) for term in terms]
#+     terms = [math.exp(x - top) for x in xs]
#+     return [term / sum(terms) / temperature for term in terms]

# %% wrong="minus logsumexp: rounds near a million" caught_by="values and temperature" of="subtract, divide, exp"
#-     return [term / sum(terms) for term in terms]
#+     if temperature < 1e-6:
#+         return [term / sum(terms) for term in terms]
#+     whole = top / temperature + math.log(sum(terms))
#+     return [math.exp(x / temperature - whole) for x in xs]

# %% wrong="a mask of -inf becomes -1e9: leaks when all scores are low" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     terms = [math.exp((x - top) / temperature) for x in xs]
#+     terms = [math.exp((max(x, -1e9) - top) / temperature) for x in xs]

# %% wrong="everything masked: NaN" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-         raise ValueError("everything is masked")
#+         return [math.nan] * len(xs)

# %% wrong="everything masked: equal shares" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-         raise ValueError("everything is masked")
#+         return [1 / len(xs)] * len(xs)

# %% wrong="everything masked: zeros" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-         raise ValueError("everything is masked")
#+         return [0.0] * len(xs)

# %% wrong="masked places get a share (adds 1e-9)" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     return [term / sum(terms) for term in terms]
#+     return [(term + 1e-9) / (sum(terms) + 1e-9 * len(xs)) for term in terms]

# %% wrong="empty fails" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     if not xs:
#-         return []
#+     pass

# %% wrong="a negative temperature passes" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     if not (math.isfinite(temperature) and temperature > 0):
#+     if not math.isfinite(temperature) or temperature == 0:

# %% wrong="an infinite temperature passes: equal shares" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     if not (math.isfinite(temperature) and temperature > 0):
#+     if not temperature > 0:

# %% wrong="temperature 0 is the argmax" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     if not (math.isfinite(temperature) and temperature > 0):
#+     if temperature == 0 and xs:
#+         return [float(x == max(xs)) for x in xs]
#+     if not (math.isfinite(temperature) and temperature > 0):

# %% wrong="inf takes everything" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     if any(math.isnan(x) or x == math.inf for x in xs):
#-         raise ValueError("score")
#+     if any(math.isnan(x) for x in xs):
#+         raise ValueError("score")
#+     if math.inf in xs:
#+         return [float(x == math.inf) / xs.count(math.inf) for x in xs]

# %% wrong="NaN passes" caught_by="masks, and what is not valid" of="subtract, divide, exp"
#-     if any(math.isnan(x) or x == math.inf for x in xs):
#+     if any(x == math.inf for x in xs):

# %% wrong="sums to 1 after rounding" caught_by="values and temperature" of="subtract, divide, exp"
#-     return [term / sum(terms) for term in terms]
#+     return [round(term / sum(terms), 8) for term in terms]

# %% wrong="float32" caught_by="values and temperature"
import numpy as np

def softmax(xs, temperature):
    if not np.isfinite(temperature) or temperature <= 0:
        raise ValueError("temperature")
    scores = np.array(xs, dtype=np.float32)
    if np.isnan(scores).any() or np.isposinf(scores).any() or (xs and np.isneginf(scores).all()):
        raise ValueError("score")
    if not xs:
        return []
    with np.errstate(all="ignore"):
        terms = np.exp((scores - scores.max()) / np.float32(max(temperature, 1e-30)))
        return (terms / terms.sum()).tolist()
