# %% right="two numbers, the larger first"
def running_sum(chunks):
    total, lost, totals = 0.0, 0.0, []
    for chunk in chunks:
        for x in chunk:
            new = total + x
            if abs(total) >= abs(x):
                lost += (total - new) + x
            else:
                lost += (x - new) + total
            total = new
        totals.append(total + lost)
    return totals

# %% right="the loss without a comparison"
def running_sum(chunks):
    s = c = 0.0
    result = []
    for chunk in chunks:
        for x in chunk:
            t = s + x
            z = t - s
            c += (s - (t - z)) + (x - z)
            s = t
        result.append(s + c)
    return result

# %% right="two corrections"
def running_sum(chunks):
    def two(a, b):
        s = a + b
        if abs(a) < abs(b):
            a, b = b, a
        return s, b - (s - a)
    total = first = second = 0.0
    found = []
    for chunk in chunks:
        for number in chunk:
            total, lost = two(total, number)
            first, lost = two(first, lost)
            second += lost
        found.append(total + (first + second))
    return found

# %% right="parts that do not overlap"
def running_sum(chunks):
    parts, totals = [], []
    for chunk in chunks:
        for x in chunk:
            kept = []
            for y in parts:
                if abs(x) < abs(y):
                    x, y = y, x
                high = x + y
                if low := y - (high - x):
                    kept.append(low)
                x = high
            parts = kept + [x]
        totals.append(math.fsum(parts))
    return totals

# %% right="exact fractions"
from fractions import Fraction

def running_sum(chunks):
    exact = Fraction()
    out = []
    for chunk in chunks:
        for x in chunk:
            exact += Fraction(x)
        out.append(float(exact))
    return out

# %% right="whole numbers of the smallest float"
def running_sum(chunks):
    unit = 2**1074
    total, totals = 0, []
    for chunk in chunks:
        for x in chunk:
            over, under = x.as_integer_ratio()
            total += over * (unit // under)
        totals.append(total / unit)
    return tuple(totals)

# %% right="fsum twice a chunk, for a total and its rest"
def running_sum(chunks):
    high = low = 0.0
    totals = []
    for chunk in chunks:
        cells = [high, low, *chunk]
        high = math.fsum(cells)
        low = math.fsum(cells + [-high])
        totals.append(high)
    return totals

# %% right="accumulate over pairs"
from itertools import accumulate

def running_sum(chunks):
    def step(pair, x):
        s, c = pair
        t = s + x
        return t, c + ((s - t) + x if abs(s) >= abs(x) else (x - t) + s)
    def after(pair, chunk):
        for x in chunk:
            pair = step(pair, x)
        return pair
    pairs = accumulate(chunks, after, initial=(0.0, 0.0))
    next(pairs)
    return [s + c for s, c in pairs]

# %% wrong="plain additions" caught_by="small numbers beside large ones"
def running_sum(chunks):
    total, totals = 0.0, []
    for chunk in chunks:
        for x in chunk:
            total += x
        totals.append(total)
    return totals

# %% wrong="adds the sum of each chunk" caught_by="small numbers beside large ones"
from itertools import accumulate

def running_sum(chunks):
    return list(accumulate(map(sum, chunks)))

# %% wrong="each chunk exact, then a plain sum" caught_by="small numbers beside large ones" of="plain additions"
#-         for x in chunk:
#-             total += x
#+         total += math.fsum(chunk)

# %% wrong="the last total and the chunk, exact together" caught_by="small numbers beside large ones" of="plain additions"
#-         for x in chunk:
#-             total += x
#+         total = math.fsum([total, *chunk])

# %% wrong="Kahan's correction, which trusts the total to be the larger" caught_by="small numbers beside large ones" of="plain additions"
#-     total, totals = 0.0, []
#+     total, lost, totals = 0.0, 0.0, []
#
#-             total += x
#+             x = x - lost
#+             new = total + x
#+             lost = (new - total) - x
#+             total = new

# %% wrong="Kahan's correction with the other sign" caught_by="small numbers beside large ones" of="plain additions"
#-     total, totals = 0.0, []
#+     total, lost, totals = 0.0, 0.0, []
#
#-             total += x
#+             x = x + lost
#+             new = total + x
#+             lost = (new - total) - x
#+             total = new

# %% wrong="the correction begins anew with each chunk" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-     for chunk in chunks:
#+     for chunk in chunks:
#+         lost = 0.0

# %% wrong="the correction goes into the total after each chunk" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-         totals.append(total + lost)
#+         total, lost = total + lost, 0.0
#+         totals.append(total)

# %% wrong="the correction goes into the total after each number" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-             total = new
#+             total = new + lost
#+             lost = 0.0

# %% wrong="the correction is never added" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-         totals.append(total + lost)
#+         totals.append(total)

# %% wrong="the correction is subtracted" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-         totals.append(total + lost)
#+         totals.append(total - lost)

# %% wrong="always takes the total for the larger" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-             if abs(total) >= abs(x):
#+             if True:

# %% wrong="always takes the number for the larger" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-             if abs(total) >= abs(x):
#+             if False:

# %% wrong="compares the numbers with their signs" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-             if abs(total) >= abs(x):
#+             if total >= x:

# %% wrong="keeps the last loss only" caught_by="small numbers beside large ones" of="two numbers, the larger first"
#-                 lost += (total - new) + x
#+                 lost = (total - new) + x
#
#-                 lost += (x - new) + total
#+                 lost = (x - new) + total

# %% wrong="smallest first, in each chunk" caught_by="small numbers beside large ones"
def running_sum(chunks):
    total, lost, totals = 0.0, 0.0, []
    for chunk in chunks:
        for x in sorted(chunk, key=abs):
            x = x - lost
            new = total + x
            lost = (new - total) - x
            total = new
        totals.append(total)
    return totals

# %% wrong="rounded to ten places" caught_by="small numbers beside large ones" of="plain additions"
#-         for x in chunk:
#-             total += x
#+         total = round(total + math.fsum(chunk), 10)

# %% wrong="the loss of a chunk, not of its numbers" caught_by="small numbers beside large ones"
def running_sum(chunks):
    total = lost = 0.0
    totals = []
    for chunk in chunks:
        part = 0.0
        for x in chunk:
            part += x
        new = total + part
        lost += (total - new) + part if abs(total) >= abs(part) else (part - new) + total
        total = new
        totals.append(total + lost)
    return totals

# %% wrong="decimals of 28 digits" caught_by="small numbers beside large ones"
from decimal import Decimal

def running_sum(chunks):
    total, totals = Decimal(0), []
    for chunk in chunks:
        total += sum(map(Decimal, chunk))
        totals.append(float(total))
    return totals

# %% wrong="the last total only" caught_by="a total after each chunk" of="two numbers, the larger first"
#-     return totals
#+     return totals[-1:]

# %% wrong="a total after each number" caught_by="a total after each chunk" of="two numbers, the larger first"
#-         totals.append(total + lost)
#+             totals.append(total + lost)

# %% wrong="a total for each chunk by itself" caught_by="a total after each chunk" of="two numbers, the larger first"
#-     for chunk in chunks:
#+     for chunk in chunks:
#+         total = lost = 0.0

# %% wrong="no total after an empty chunk" caught_by="a total after each chunk" of="two numbers, the larger first"
#-     for chunk in chunks:
#+     for chunk in chunks:
#+         if not chunk:
#+             continue

# %% wrong="ends at an empty chunk" caught_by="a total after each chunk"
def running_sum(chunks):
    total, totals = Fraction(0), []
    while chunk := next(chunks, ()):
        total += sum(map(Fraction, chunk))
        totals.append(float(total))
    return totals

from fractions import Fraction

# %% wrong="reads the stream twice" caught_by="a total after each chunk" of="two numbers, the larger first"
#-     total, lost, totals = 0.0, 0.0, []
#+     total, lost, totals = 0.0, 0.0, [0.0] * len(list(chunks))

# %% wrong="totals of earlier calls stay" caught_by="a total after each chunk" of="two numbers, the larger first"
#- def running_sum(chunks):
#-     total, lost, totals = 0.0, 0.0, []
#+ def running_sum(chunks, totals=[]):
#+     total, lost = 0.0, 0.0

# %% wrong="the sum of earlier calls stays" caught_by="a total after each chunk"
STATE = [0.0, 0.0]

def running_sum(chunks):
    totals = []
    for chunk in chunks:
        for x in chunk:
            new = STATE[0] + x
            big, small = (STATE[0], x) if abs(STATE[0]) >= abs(x) else (x, STATE[0])
            STATE[1] += (big - new) + small
            STATE[0] = new
        totals.append(STATE[0] + STATE[1])
    return totals

# %% wrong="a frame a chunk" caught_by="50,000 chunks"
def running_sum(chunks):
    from fractions import Fraction
    def rest(total):
        chunk = next(chunks, None)
        if chunk is None:
            return []
        total += sum(map(Fraction, chunk))
        return [float(total)] + rest(total)
    return rest(Fraction(0))

# %% wrong="keeps everything and adds it again, in C" caught_by="50,000 chunks"
def running_sum(chunks):
    seen, totals = [], []
    for chunk in chunks:
        seen.extend(chunk)
        totals.append(math.fsum(seen))
    return totals

# %% wrong="keeps everything and adds it again" caught_by="nothing is added twice" of="keeps everything and adds it again, in C"
#-         seen.extend(chunk)
#-         totals.append(math.fsum(seen))
#+         seen += chunk
#+         totals.append(math.fsum(x for x in seen))
