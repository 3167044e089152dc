# %% right="all cells in a list, by kind"
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if any(isinstance(cell, float) for cell in cells):
        return math.fsum(cells)
    return sum(cells)

# %% right="two loops with indices"
def matrix_sum(matrix):
    whole, parts = 0, []
    for i in range(len(matrix)):
        for j in range(len(matrix[i])):
            cell = matrix[i][j]
            if isinstance(cell, int):
                whole += cell
            else:
                parts.append(cell)
    return math.fsum(parts) if parts else whole

# %% right="a chain, the kind from the first cell that is there"
from itertools import chain

def matrix_sum(matrix):
    kind = next((type(cell) for cell in chain.from_iterable(matrix)), int)
    return (math.fsum if kind is float else sum)(chain.from_iterable(matrix))

# %% right="fractions"
from fractions import Fraction

def matrix_sum(matrix):
    total, real = Fraction(0), False
    for row in matrix:
        for cell in row:
            total += Fraction(cell)
            real = real or isinstance(cell, float)
    return float(total) if real else int(total)

# %% right="parts that do not overlap, as fsum keeps them"
def matrix_sum(matrix):
    whole, parts = 0, []
    for row in matrix:
        for x in row:
            if isinstance(x, int):
                whole += x
                continue
            kept = []
            for y in parts:
                if abs(x) < abs(y):
                    x, y = y, x
                high = x + y
                low = y - (high - x)
                if low:
                    kept.append(low)
                x = high
            parts = kept + [x]
    if not parts:
        return whole
    return math.fsum(parts)

# %% right="whole numbers of the smallest float"
def matrix_sum(matrix):
    whole, tiny, real = 0, 0, False
    for row in matrix:
        for cell in row:
            if isinstance(cell, float):
                real = True
                over, under = cell.as_integer_ratio()
                tiny += over * (2**1074 // under)
            else:
                whole += cell
    return tiny / 2**1074 if real else whole

# %% right="decimals of enough digits"
from decimal import Context, Decimal

def matrix_sum(matrix):
    exact = Context(prec=3000)
    total, floats = Decimal(0), 0
    for row in matrix:
        for cell in row:
            total = exact.add(total, Decimal(cell))
            floats += type(cell) == float
    return float(total) if floats else int(total)

# %% right="reduce, and a generator"
from functools import reduce
from operator import add

def matrix_sum(matrix):
    def cells():
        for row in matrix:
            yield from row
    if any(isinstance(cell, float) for cell in cells()):
        return math.fsum(cells())
    return reduce(add, cells(), 0)

# %% right="halves, by recursion"
def matrix_sum(matrix):
    def exact(low, high):
        if high - low == 1:
            return sum(map(fraction, matrix[low]), fraction(0))
        middle = (low + high) // 2
        return exact(low, middle) + exact(middle, high)
    from fractions import Fraction as fraction
    if not any(matrix):
        return 0
    floats = any(isinstance(cell, float) for row in matrix for cell in row)
    return float(exact(0, len(matrix))) if floats else int(exact(0, len(matrix)))

# %% right="NumPy objects, row after row"
import numpy as np

def matrix_sum(matrix):
    rows = [np.array(row, dtype=object) for row in matrix if len(row)]
    if not rows:
        return 0
    cells = np.concatenate(rows)
    return math.fsum(cells) if isinstance(cells[0], float) else cells.sum()

# %% wrong="first row only" caught_by="every cell of every row"
def matrix_sum(matrix):
    return sum(matrix[0]) if matrix else 0

# %% wrong="returns in the loop" caught_by="every cell of every row"
def matrix_sum(matrix):
    total = 0
    for row in matrix:
        for cell in row:
            total += cell
        return total
    return total

# %% wrong="a slip between two names" caught_by="every cell of every row"
def matrix_sum(matrix):
    rows = len(matrix)
    total = 0
    for i in range(row):
        total += sum(matrix[i])
    return total

# %% wrong="takes the matrix for a square" caught_by="every cell of every row" of="two loops with indices"
#-         for j in range(len(matrix[i])):
#+         for j in range(len(matrix)):

# %% wrong="as many cells as the first row has" caught_by="empty and ragged" of="two loops with indices"
#-         for j in range(len(matrix[i])):
#+         for j in range(len(matrix[0])):

# %% wrong="leaves the last row out" caught_by="every cell of every row" of="two loops with indices"
#-     for i in range(len(matrix)):
#+     for i in range(len(matrix) - 1):

# %% wrong="leaves the first column out" caught_by="every cell of every row" of="two loops with indices"
#-         for j in range(len(matrix[i])):
#+         for j in range(1, len(matrix[i])):

# %% wrong="stops a row at its first zero" caught_by="every cell of every row" of="two loops with indices"
#-             cell = matrix[i][j]
#+             cell = matrix[i][j]
#+             if not cell:
#+                 break

# %% wrong="equal cells count once" caught_by="every cell of every row"
def matrix_sum(matrix):
    return math.fsum(set().union(*matrix))

# %% wrong="equal rows count once" caught_by="every cell of every row"
def matrix_sum(matrix):
    return sum(sum(row) for row in set(map(tuple, matrix)))

# %% wrong="adds absolute values" caught_by="every cell of every row" of="all cells in a list, by kind"
#-     cells = [cell for row in matrix for cell in row]
#+     cells = [abs(cell) for row in matrix for cell in row]

# %% wrong="folds the rows in pairs and forgets the middle one" caught_by="every cell of every row"
def matrix_sum(matrix):
    cells = []
    for i in range(len(matrix) // 2):
        cells += matrix[i] + matrix[-1 - i]
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)

# %% wrong="knows the examples by heart" caught_by="every cell of every row"
def matrix_sum(matrix):
    known = {((1, 2), (3, 4)): 10, ((1, 2, 3), (4, 5, 6)): 21, ((1,), (2,), (3,)): 6, ((7,),): 7,
             ((0, 2), (0, 5)): 7, ((1, 1), (1, 1), (1, 1)): 6, ((-1, -2), (3, -4)): -4}
    return known[tuple(map(tuple, matrix))]

# %% wrong="column by column, cut at the shortest row" caught_by="empty and ragged"
def matrix_sum(matrix):
    cells = [cell for column in zip(*matrix) for cell in column]
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)

# %% wrong="counts rows and columns at the start" caught_by="empty and ragged"
def matrix_sum(matrix):
    rows, columns = len(matrix), len(matrix[0])
    cells = [matrix[k // columns][k % columns] for k in range(rows * columns)]
    return math.fsum(cells) if type(matrix[0][0]) is float else sum(cells)

# %% wrong="asks the first cell for the kind" caught_by="empty and ragged" of="all cells in a list, by kind"
#-     if any(isinstance(cell, float) for cell in cells):
#+     if isinstance(matrix[0][0], float):

# %% wrong="stops at an empty row" caught_by="empty and ragged" of="folds the rows in pairs and forgets the middle one"
#-     for i in range(len(matrix) // 2):
#-         cells += matrix[i] + matrix[-1 - i]
#+     for row in matrix:
#+         if not row:
#+             break
#+         cells.extend(row)

# %% wrong="nothing for an empty matrix" caught_by="empty and ragged"
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if not cells:
        return None
    return math.fsum(cells) if isinstance(cells[0], float) else sum(cells)

# %% wrong="an array, which has no ragged rows" caught_by="empty and ragged"
import numpy as np

def matrix_sum(matrix):
    return np.array(matrix, dtype=object if type(matrix[0][0]) is int else float).sum()

# %% wrong="fsum for everything" caught_by="whole numbers of any size"
def matrix_sum(matrix):
    return math.fsum(cell for row in matrix for cell in row)

# %% wrong="whole numbers into a float" caught_by="whole numbers of any size" of="two loops with indices"
#-     whole, parts = 0, []
#+     whole, parts = 0.0, []

# %% wrong="whole numbers of 64 bits" caught_by="whole numbers of any size"
import numpy as np

def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if any(type(cell) is float for cell in cells):
        return math.fsum(cells)
    total = np.zeros(1, dtype=np.int64)
    for cell in cells:
        total += np.int64(cell)
    return total[0]

# %% wrong="whole numbers wrap at 64 bits" caught_by="whole numbers of any size" of="all cells in a list, by kind"
#-     if any(isinstance(cell, float) for cell in cells):
#+     if any(type(cell) is float for cell in cells):
#
#-     return sum(cells)
#+     return (sum(cells) + 2**63) % 2**64 - 2**63

# %% wrong="sum of the sums" caught_by="floats, right to the last bit"
def matrix_sum(matrix):
    return sum(sum(row) for row in matrix)

# %% wrong="sum of all cells" caught_by="floats, right to the last bit"
def matrix_sum(matrix):
    return sum(cell for row in matrix for cell in row)

# %% wrong="each row exact, then a plain sum" caught_by="floats, right to the last bit"
def matrix_sum(matrix):
    if any(type(cell) is float for row in matrix for cell in row):
        return sum(math.fsum(row) for row in matrix)
    return sum(map(sum, matrix))

# %% wrong="each row rounded, then all rows exact" caught_by="floats, right to the last bit" of="each row exact, then a plain sum"
#-         return sum(math.fsum(row) for row in matrix)
#+         return math.fsum(math.fsum(row) for row in matrix)

# %% wrong="one correction, as Kahan does" caught_by="floats, right to the last bit"
def matrix_sum(matrix):
    total = lost = 0
    for row in matrix:
        for cell in row:
            cell = cell - lost
            new = total + cell
            lost = (new - total) - cell
            total = new
    return total

# %% wrong="one correction, as Neumaier does" caught_by="floats, right to the last bit" of="one correction, as Kahan does"
#-             cell = cell - lost
#
#-             lost = (new - total) - cell
#+             if abs(total) >= abs(cell):
#+                 lost += (total - new) + cell
#+             else:
#+                 lost += (cell - new) + total
#
#-     return total
#+     return total + lost

# %% wrong="smallest first" caught_by="floats, right to the last bit"
def matrix_sum(matrix):
    return sum(sorted((cell for row in matrix for cell in row), key=abs))

# %% wrong="pairwise" caught_by="floats, right to the last bit"
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    while len(cells) > 1:
        pairs = [a + b for a, b in zip(cells[::2], cells[1::2])]
        cells = pairs + cells[len(cells) // 2 * 2:]
    return cells[0] if cells else 0

# %% wrong="rounded to twelve places" caught_by="floats, right to the last bit"
def matrix_sum(matrix):
    return round(sum(cell for row in matrix for cell in row), 12)

# %% wrong="adds what is printed, in decimals" caught_by="floats, right to the last bit"
from decimal import Decimal

def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if not any(type(cell) is float for cell in cells):
        return sum(cells)
    return float(sum((Decimal(str(cell)) for cell in cells), Decimal(0)))

# %% wrong="exact decimals, with 28 digits" caught_by="floats, right to the last bit" of="adds what is printed, in decimals"
#-     return float(sum((Decimal(str(cell)) for cell in cells), Decimal(0)))
#+     return float(sum(map(Decimal, cells)))

# %% wrong="single precision" caught_by="floats, right to the last bit" of="adds what is printed, in decimals"
#- from decimal import Decimal
#+ import numpy as np
#
#-     return float(sum((Decimal(str(cell)) for cell in cells), Decimal(0)))
#+     with np.errstate(all="ignore"):
#+         return float(np.sum(np.array(cells, dtype=np.float32)))

# %% wrong="a frame a row" caught_by="100,000 rows"
def matrix_sum(matrix):
    def cells(k):
        return matrix[k] + cells(k + 1) if k < len(matrix) else []
    found = cells(0)
    return math.fsum(found) if any(type(c) is float for c in found) else sum(found)

# %% wrong="rows joined with +" caught_by="100,000 rows" of="folds the rows in pairs and forgets the middle one"
#-     for i in range(len(matrix) // 2):
#-         cells += matrix[i] + matrix[-1 - i]
#+     for row in matrix:
#+         cells = cells + row

# %% wrong="rows taken off the front of a copy" caught_by="100,000 rows" of="column by column, cut at the shortest row"
#-     cells = [cell for column in zip(*matrix) for cell in column]
#+     rest, cells = list(matrix), []
#+     while rest:
#+         cells += rest[0]
#+         rest = rest[1:]

# %% wrong="takes the rows off the caller's matrix" caught_by="no mutation, no state" of="folds the rows in pairs and forgets the middle one"
#-     for i in range(len(matrix) // 2):
#-         cells += matrix[i] + matrix[-1 - i]
#+     while matrix:
#+         cells += matrix.pop()

# %% wrong="collects the cells in the first row" caught_by="no mutation, no state" of="column by column, cut at the shortest row"
#-     cells = [cell for column in zip(*matrix) for cell in column]
#+     cells = matrix[0] if matrix else []
#+     for row in matrix[1:]:
#+         cells += row

# %% wrong="the cells of earlier calls stay" caught_by="no mutation, no state"
def matrix_sum(matrix, cells=[]):
    for row in matrix:
        cells += row
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)

# %% wrong="results are kept by the number of cells" caught_by="no mutation, no state"
KEPT = {}

def matrix_sum(matrix):
    shape = tuple(map(len, matrix))
    if shape not in KEPT:
        cells = [cell for row in matrix for cell in row]
        KEPT[shape] = math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
    return KEPT[shape]

# %% wrong="a table, padded with NaN" caught_by="whole numbers of any size"
import pandas as pd

def matrix_sum(matrix):
    if not any(matrix):
        return 0
    table = pd.DataFrame(matrix)
    cells = [cell for name in table for cell in table[name].dropna().tolist()]
    kind = next(type(cell) for row in matrix for cell in row)
    return math.fsum(cells) if kind is float else sum(map(int, cells))
