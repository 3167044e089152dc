# %% right="cycles of four"
def rotate(matrix):
    n = len(matrix)
    for ring in range(n // 2):
        last = n - 1 - ring
        for step in range(last - ring):
            top = matrix[ring][ring + step]
            matrix[ring][ring + step] = matrix[last - step][ring]
            matrix[last - step][ring] = matrix[last][last - step]
            matrix[last][last - step] = matrix[ring + step][last]
            matrix[ring + step][last] = top

# %% right="a quarter of the ring as a list of places"
def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last = n - 1 - first
        ring = [(first, j) for j in range(first, last)]
        ring += [(i, last) for i in range(first, last)]
        ring += [(last, j) for j in range(last, first, -1)]
        ring += [(i, first) for i in range(last, first, -1)]
        for i, j in ring[:last - first]:
            held = matrix[i][j]
            matrix[i][j] = matrix[n - 1 - j][i]
            matrix[n - 1 - j][i] = matrix[n - 1 - i][n - 1 - j]
            matrix[n - 1 - i][n - 1 - j] = matrix[j][n - 1 - i]
            matrix[j][n - 1 - i] = held

# %% right="upside down, then across the diagonal"
def rotate(matrix):
    matrix.reverse()
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]

# %% right="a quadrant of cycles, by indices from the end"
def rotate(m):
    n = len(m)
    for i in range(n // 2):
        for j in range((n + 1) // 2):
            m[i][j], m[j][~i], m[~i][~j], m[~j][i] = m[~j][i], m[i][j], m[j][~i], m[~i][~j]

# %% right="across the diagonal, then each row"
def rotate(matrix: list[list]) -> None:
    for i, row in enumerate(matrix):
        for j in range(i + 1, len(matrix)):
            row[j], matrix[j][i] = matrix[j][i], row[j]
    for row in matrix:
        row.reverse()

# %% right="across the other diagonal, then upside down by swaps of cells"
def rotate(m):
    n = len(m)
    for i in range(n):
        for j in range(n - 1 - i):
            m[i][j], m[n-1-j][n-1-i] = m[n-1-j][n-1-i], m[i][j]
    for i in range(n // 2):
        for j in range(n):
            m[i][j], m[n-1-i][j] = m[n-1-i][j], m[i][j]

# %% right="three swaps a cycle, the middle included"
def rotate(matrix):
    n = len(matrix)
    ring = 0
    while ring < (n + 1) // 2:
        for j in range(ring, n - 1 - ring):
            i = ring
            for _ in range(3):
                x, y = n - 1 - j, i
                matrix[i][j], matrix[x][y] = matrix[x][y], matrix[i][j]
                i, j = x, y
        ring += 1

# %% right="a ring as a list, turned by its side"
from collections import deque

def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last = n - 1 - first
        places = [(first, j) for j in range(first, last)]
        places.extend((i, last) for i in range(first, last))
        places.extend((last, j) for j in range(last, first, -1))
        places.extend((i, first) for i in range(last, first, -1))
        cells = deque(matrix[i][j] for i, j in places)
        cells.rotate(last - first)
        for (i, j), cell in zip(places, cells):
            matrix[i][j] = cell

# %% right="sides of a ring by slices"
def rotate(matrix):
    n = len(matrix)
    for a in range(n // 2):
        b = n - 1 - a
        top = matrix[a][a:b]
        right = [matrix[i][b] for i in range(a, b)]
        bottom = matrix[b][a + 1:b + 1]
        left = [matrix[i][a] for i in range(a + 1, b + 1)]
        matrix[a][a:b] = left[::-1]
        for i, cell in zip(range(a, b), top):
            matrix[i][b] = cell
        matrix[b][a + 1:b + 1] = right[::-1]
        for i, cell in zip(range(a + 1, b + 1), bottom):
            matrix[i][a] = cell

# %% right="recursion over the rings"
def rotate(matrix, ring=0):
    last = len(matrix) - 1 - ring
    if ring >= last:
        return
    for step in range(last - ring):
        held = matrix[ring][ring + step]
        matrix[ring][ring + step] = matrix[last - step][ring]
        matrix[last - step][ring] = matrix[last][last - step]
        matrix[last][last - step] = matrix[ring + step][last]
        matrix[ring + step][last] = held
    rotate(matrix, ring + 1)

# %% right="complex numbers as places, cycles from a generator"
def cycles(n):
    middle = complex(n - 1, n - 1) / 2
    for i in range(n // 2):
        for j in range((n + 1) // 2):
            at = complex(i, j) - middle
            turn = [middle + at * (-1j) ** quarter for quarter in range(4)]
            yield [(round(z.real), round(z.imag)) for z in turn]

def rotate(matrix):
    for cycle in cycles(len(matrix)):
        cells = [matrix[i][j] for i, j in cycle]
        for (i, j), cell in zip(cycle, cells[-1:] + cells[:-1]):
            matrix[i][j] = cell

# %% right="NumPy counts, Python moves"
import numpy as np

def rotate(matrix):
    matrix.reverse()
    for i in np.arange(len(matrix)):
        for j in np.arange(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]

# %% right="rings by deque, a ring at a time"
from collections import deque

def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last, side = n - 1 - first, n - 1 - 2 * first
        places = [(first, first + k) for k in range(side)]
        places += [(first + k, last) for k in range(side)]
        places += [(last, last - k) for k in range(side)]
        places += [(last - k, first) for k in range(side)]
        cells = deque(matrix[i][j] for i, j in places)
        cells.rotate(side)
        for i, j in places:
            matrix[i][j] = cells.popleft()

# %% right="row objects go round as well"
def rotate(matrix):
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    matrix.reverse()
    for i in range(len(matrix) // 2):
        matrix[i], matrix[~i] = matrix[~i], matrix[i]
    for row in matrix:
        row[:] = row[::-1]

# %% wrong="turns anticlockwise" caught_by="clockwise, any size" of="upside down, then across the diagonal"
#-     matrix.reverse()
#
#-             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+     matrix.reverse()

# %% wrong="walks half of the ring" caught_by="clockwise, any size" of="a quarter of the ring as a list of places"
#-         for i, j in ring[:last - first]:
#+         for i, j in ring[:2 * (last - first)]:

# %% wrong="walks the whole ring" caught_by="clockwise, any size" of="a quarter of the ring as a list of places"
#-         for i, j in ring[:last - first]:
#+         for i, j in ring:

# %% wrong="walks the top row and the corner again" caught_by="clockwise, any size" of="cycles of four"
#-         for step in range(last - ring):
#+         for step in range(last - ring + 1):

# %% wrong="walks half of the side" caught_by="clockwise, any size" of="cycles of four"
#-         for step in range(last - ring):
#+         for step in range((last - ring + 1) // 2):

# %% wrong="stops one cell early" caught_by="nothing, one cell, four cells" of="cycles of four"
#-         for step in range(last - ring):
#+         for step in range(last - ring - 1):

# %% wrong="moves each cell straight across" caught_by="clockwise, any size"
def rotate(matrix):
    n = len(matrix)
    for i in range((n + 1) // 2):
        for j in range(n if i < n // 2 else n // 2):
            matrix[i][j], matrix[~i][~j] = matrix[~i][~j], matrix[i][j]

# %% wrong="turns the outer ring alone" caught_by="clockwise, any size" of="cycles of four"
#-     for ring in range(n // 2):
#+     for ring in range(min(n // 2, 1)):

# %% wrong="counts the rings by the odd sizes" caught_by="nothing, one cell, four cells" of="cycles of four"
#-     for ring in range(n // 2):
#+     for ring in range((n - 1) // 2):

# %% wrong="leaves the middle column of odd sizes" caught_by="clockwise, any size" of="a quadrant of cycles, by indices from the end"
#-         for j in range((n + 1) // 2):
#+         for j in range(n // 2):

# %% wrong="turns the middle of odd sizes twice" caught_by="clockwise, any size" of="a quadrant of cycles, by indices from the end"
#-     for i in range(n // 2):
#+     for i in range((n + 1) // 2):

# %% wrong="four assignments, nothing set aside" caught_by="clockwise, any size" of="cycles of four"
#-             top = matrix[ring][ring + step]
#
#-             matrix[ring + step][last] = top
#+             matrix[ring + step][last] = matrix[ring][ring + step]

# %% wrong="a cell set aside too late" caught_by="clockwise, any size"
def rotate(matrix):
    n = len(matrix)
    for ring in range(n // 2):
        last = n - 1 - ring
        for step in range(last - ring):
            matrix[ring][ring + step] = matrix[last - step][ring]
            top = matrix[ring][ring + step]
            matrix[last - step][ring] = matrix[last][last - step]
            matrix[last][last - step] = matrix[ring + step][last]
            matrix[ring + step][last] = top

# %% wrong="the first ring's width for all rings" caught_by="clockwise, any size" of="cycles of four"
#-         for step in range(last - ring):
#+         for step in range(n - 1):

# %% wrong="reverses the rows without mirroring them" caught_by="clockwise, any size"
def rotate(matrix):
    matrix.reverse()

# %% wrong="mirrors each row and nothing else" caught_by="clockwise, any size"
def rotate(matrix):
    for row in matrix:
        row.reverse()

# %% wrong="transposes without reversing" caught_by="clockwise, any size" of="upside down, then across the diagonal"
#-     matrix.reverse()

# %% wrong="swaps each pair across the diagonal twice" caught_by="clockwise, any size" of="upside down, then across the diagonal"
#-         for j in range(i):
#+         for j in range(len(matrix)):

# %% wrong="mirrors across the other diagonal and stops" caught_by="clockwise, any size"
def rotate(m):
    for i in range(len(m)):
        for j in range(len(m) - 1 - i):
            m[i][j], m[~j][~i] = m[~j][~i], m[i][j]

# %% wrong="binds its own name to a new matrix" caught_by="in place, returns None"
def rotate(matrix):
    matrix = [list(row) for row in zip(*matrix[::-1])]

# %% wrong="binds each row to a new list" caught_by="in place, returns None"
def rotate(matrix):
    turned = list(zip(*matrix[::-1]))
    for row, new in zip(matrix, turned):
        row = list(new)

# %% wrong="returns a new matrix" caught_by="in place, returns None"
def rotate(matrix):
    return [list(row) for row in zip(*matrix[::-1])]

# %% wrong="turns in place and returns the matrix too" caught_by="in place, returns None" of="upside down, then across the diagonal"
#-             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+     return matrix

# %% wrong="turns a NumPy array that nobody sees" caught_by="in place, returns None"
import numpy as np

def rotate(matrix):
    array = np.array(matrix)
    array[:] = np.rot90(array, -1)

# %% wrong="fails on a matrix without rows" caught_by="nothing, one cell, four cells"
def rotate(matrix):
    n = len(matrix[0])
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            a, b, c, d = (i, j), (j, n-1-i), (n-1-i, n-1-j), (n-1-j, i)
            held = [matrix[x][y] for x, y in (d, a, b, c)]
            for (x, y), value in zip((a, b, c, d), held):
                matrix[x][y] = value

# %% wrong="refuses a matrix of one cell" caught_by="nothing, one cell, four cells" of="upside down, then across the diagonal"
#- def rotate(matrix):
#+ def rotate(matrix):
#+     n = len(matrix)
#+     if n == 1:
#+         raise ValueError("nothing to turn")
#+

# %% wrong="looks for a value's place by the value" caught_by="clockwise, any size"
def rotate(matrix):
    n = len(matrix)
    where = {}
    for i in range(n):
        for j in range(n):
            where[matrix[i][j]] = i, j
    for value, (i, j) in where.items():
        matrix[j][n - 1 - i] = value

# %% wrong="remembers what it has moved from one call to the next" caught_by="clockwise, any size"
def rotate(matrix, done=set()):
    n = len(matrix)
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            if (n, i, j) not in done:
                done.add((n, i, j))
                a, b, c, d = (i, j), (j, n-1-i), (n-1-i, n-1-j), (n-1-j, i)
                held = [matrix[x][y] for x, y in (d, a, b, c)]
                for (x, y), value in zip((a, b, c, d), held):
                    matrix[x][y] = value

# %% wrong="a frame for each cycle" caught_by="clockwise, any size"
def rotate(matrix, i=0, j=0):
    n = len(matrix)
    if j >= n - 1 - i:
        i, j = i + 1, i + 1
    if i < n // 2:
        m = matrix
        m[i][j], m[j][~i], m[~i][~j], m[~j][i] = m[~j][i], m[i][j], m[j][~i], m[~i][~j]
        rotate(matrix, i, j + 1)

# %% wrong="knows the examples by heart" caught_by="clockwise, any size"
def rotate(matrix):
    known = {
        3: [[7, 4, 1], [8, 5, 2], [9, 6, 3]], 2: [[3, 1], [4, 2]],
        4: [[13, 9, 5, 1], [14, 10, 6, 2], [15, 11, 7, 3], [16, 12, 8, 4]],
    }
    for row, new in zip(matrix, known.get(len(matrix), [])):
        row[:] = new

# %% wrong="new rows in the old matrix" caught_by="the matrix's own rows"
def rotate(matrix):
    matrix[:] = [list(row) for row in zip(*matrix[::-1])]

# %% wrong="rows that are tuples" caught_by="the matrix's own rows"
def rotate(matrix):
    matrix[:] = zip(*matrix[::-1])

# %% wrong="columns collected in new rows, the old ones emptied" caught_by="the matrix's own rows"
def rotate(matrix):
    n = len(matrix)
    for _ in range(n):
        matrix.append([row.pop(0) for row in matrix[n - 1::-1]])
    del matrix[:n]

# %% wrong="writes back a copy of the matrix" caught_by="no copy of the matrix"
def rotate(matrix):
    for row, new in zip(matrix, list(zip(*matrix[::-1]))):
        row[:] = new

# %% wrong="writes back a NumPy copy" caught_by="no copy of the matrix"
import numpy as np

def rotate(matrix):
    copy = np.empty((len(matrix), len(matrix)), dtype=object)
    for i, row in enumerate(matrix):
        for j, cell in enumerate(row):
            copy[i, j] = cell
    for row, new in zip(matrix, np.rot90(copy, -1)):
        row[:] = list(new)

# %% wrong="a dictionary of all cells" caught_by="no copy of the matrix"
def rotate(matrix):
    n = len(matrix)
    old = {(i, j): cell for i, row in enumerate(matrix) for j, cell in enumerate(row)}
    for (i, j), cell in old.items():
        matrix[j][n - 1 - i] = cell

# %% wrong="sets half of the matrix aside" caught_by="no copy of the matrix"
def rotate(matrix):
    n = len(matrix)
    upper = [row[:] for row in matrix[:n // 2]]
    for i in range(n):
        for j in range(i, n):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    for row in matrix:
        row.reverse()
    del upper

# %% wrong="a deep copy" caught_by="cells are only moved"
import copy

def rotate(matrix):
    old = copy.deepcopy(matrix)
    n = len(matrix)
    for i in range(n):
        for j in range(n):
            matrix[j][n - 1 - i] = old[i][j]

# %% wrong="swaps by exclusive or" caught_by="cells are only moved" of="upside down, then across the diagonal"
#-             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+             matrix[i][j] ^= matrix[j][i]
#+             matrix[j][i] ^= matrix[i][j]
#+             matrix[i][j] ^= matrix[j][i]

# %% wrong="swaps by adding and subtracting" caught_by="cells are only moved" of="upside down, then across the diagonal"
#-             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+             matrix[i][j] += matrix[j][i]
#+             matrix[j][i] = matrix[i][j] - matrix[j][i]
#+             matrix[i][j] -= matrix[j][i]

# %% wrong="swaps only what differs" caught_by="cells are only moved" of="upside down, then across the diagonal"
#-             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+             if matrix[i][j] != matrix[j][i]:
#+                 matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]

# %% wrong="takes 0 for an empty cell" caught_by="clockwise, any size" of="cycles of four"
#-             top = matrix[ring][ring + step]
#+             top = matrix[ring][ring + step]
#+             if not top: continue

# %% wrong="turns numbers, by int()" caught_by="cells are only moved" of="upside down, then across the diagonal"
#-             matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+             matrix[i][j], matrix[j][i] = int(matrix[j][i]), int(matrix[i][j])

# %% wrong="pushes each ring on, cell by cell" caught_by="work grows with the cells"
def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last = n - 1 - first
        places = [(first, j) for j in range(first, last)]
        places += [(i, last) for i in range(first, last)]
        places += [(last, j) for j in range(last, first, -1)]
        places += [(i, first) for i in range(last, first, -1)]
        for _ in range(last - first):
            held = matrix[first + 1][first]
            for i, j in places:
                matrix[i][j], held = held, matrix[i][j]

# %% wrong="looks along a column for each cell" caught_by="work grows with the cells"
def rotate(matrix):
    n = len(matrix)
    matrix.reverse()
    for i in range(n):
        for j in range(i):
            for x in range(n):
                if x == j:
                    matrix[i][j], matrix[x][i] = matrix[x][i], matrix[i][j]
