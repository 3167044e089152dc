# %% right="every cell to its place"
def rotate_rectangle(matrix):
    rows = len(matrix)
    columns = len(matrix[0]) if matrix else 0
    turned = [[None] * rows for _ in range(columns)]
    for i in range(rows):
        for j in range(columns):
            turned[j][rows - 1 - i] = matrix[i][j]
    return turned

# %% right="zip of the rows from below"
def rotate_rectangle(matrix):
    return [list(row) for row in zip(*matrix[::-1])]

# %% right="rows that are tuples"
def rotate_rectangle(matrix):
    return list(zip(*reversed(matrix)))

# %% right="columns read from below"
def rotate_rectangle(matrix: list[list]) -> list[list]:
    if not matrix:
        return []
    return [[row[j] for row in matrix[::-1]] for j in range(len(matrix[0]))]

# %% right="rows put in front, one by one"
from functools import reduce

def rotate_rectangle(matrix):
    if not matrix:
        return []
    start = [[] for _ in matrix[0]]
    return reduce(lambda turned, row: [[cell, *rest] for cell, rest in zip(row, turned)],
                  matrix, start)

# %% right="an array of objects"
import numpy as np

def rotate_rectangle(matrix):
    array = np.empty((len(matrix), len(matrix[0]) if matrix else 0), dtype=object)
    for place, _ in np.ndenumerate(array):
        array[place] = matrix[place[0]][place[1]]
    return np.rot90(array, k=-1)

# %% right="recursion over the columns, by a generator"
def columns(matrix, j=0):
    if matrix and j < len(matrix[0]):
        yield [matrix[~i][j] for i in range(len(matrix))]
        yield from columns(matrix, j + 1)

def rotate_rectangle(matrix):
    return list(columns(matrix))

# %% right="a copy, emptied from the left"
from collections import deque

def rotate_rectangle(matrix):
    rows = [deque(row) for row in reversed(matrix)]
    turned = []
    while rows and rows[0]:
        turned.append([row.popleft() for row in rows])
    return turned

# %% wrong="turns anticlockwise" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    return [list(row) for row in zip(*matrix)][::-1]

# %% wrong="transposes" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    return [list(row) for row in zip(*matrix)]

# %% wrong="turns by a half" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    return [row[::-1] for row in matrix[::-1]]

# %% wrong="mirrors instead" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    return [list(row) for row in [row[::-1] for row in matrix]]

# %% wrong="right for squares alone" caught_by="wide, tall and square" of="every cell to its place"
#-     columns = len(matrix[0]) if matrix else 0
#+     columns = rows

# %% wrong="rows and columns exchanged in the result" caught_by="wide, tall and square" of="every cell to its place"
#-     turned = [[None] * rows for _ in range(columns)]
#+     turned = [[None] * columns for _ in range(rows)]

# %% wrong="all rows are the same list" caught_by="wide, tall and square" of="every cell to its place"
#-     turned = [[None] * rows for _ in range(columns)]
#+     turned = [[None] * rows] * columns

# %% wrong="counts the columns from the wrong end" caught_by="wide, tall and square" of="every cell to its place"
#-             turned[j][rows - 1 - i] = matrix[i][j]
#+             turned[columns - 1 - j][i] = matrix[i][j]

# %% wrong="forgets the last row" caught_by="wide, tall and square" of="every cell to its place"
#-     for i in range(rows):
#+     for i in range(rows - 1):

# %% wrong="one row is left as it is" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    if len(matrix) == 1:
        return [list(matrix[0])]
    return [list(row) for row in zip(*matrix[::-1])]

# %% wrong="one column is left as it is" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    if matrix and len(matrix[0]) == 1:
        return [list(row) for row in matrix]
    return [list(row) for row in zip(*matrix[::-1])]

# %% wrong="turns the given rows upside down" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    matrix.reverse()
    return [list(row) for row in zip(*matrix)]

# %% wrong="takes the given rows apart" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    turned = []
    while matrix and matrix[0]:
        turned.append([row.pop(0) for row in reversed(matrix)])
    return turned

# %% wrong="in place, for squares" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    rotate(matrix)
    return matrix

# %% wrong="gives an iterator" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    return zip(*matrix[::-1])

# %% wrong="gives one flat list" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    return [cell for row in zip(*matrix[::-1]) for cell in row]

# %% wrong="keeps the rows of earlier calls" caught_by="wide, tall and square"
def rotate_rectangle(matrix, turned=[]):
    for row in zip(*matrix[::-1]):
        turned.append(list(row))
    return turned

# %% wrong="knows the examples by heart" caught_by="wide, tall and square"
def rotate_rectangle(matrix):
    known = {
        (2, 3): [[4, 1], [5, 2], [6, 3]], (3, 2): [[5, 3, 1], [6, 4, 2]],
        (1, 3): [[1], [2], [3]], (3, 1): [[3, 2, 1]], (2, 2): [[3, 1], [4, 2]],
    }
    shape = len(matrix), len(matrix[0]) if matrix else 0
    return known.get(shape, matrix if shape == (1, 1) else [])

# %% wrong="fails without rows" caught_by="no cells" of="every cell to its place"
#-     columns = len(matrix[0]) if matrix else 0
#+     columns = len(matrix[0])

# %% wrong="rows without cells stay" caught_by="no cells"
def rotate_rectangle(matrix):
    if not any(matrix):
        return matrix
    return [list(row) for row in zip(*matrix[::-1])]

# %% wrong="a matrix without cells gives None" caught_by="no cells"
def rotate_rectangle(matrix):
    if not matrix or not matrix[0]:
        return None
    return [list(row) for row in zip(*matrix[::-1])]

# %% wrong="one empty row for no cells" caught_by="no cells"
def rotate_rectangle(matrix):
    return [list(row) for row in zip(*matrix[::-1])] or [[]]

# %% wrong="skips empty cells" caught_by="cells of any kind" of="every cell to its place"
#-             turned[j][rows - 1 - i] = matrix[i][j]
#+             if matrix[i][j]:
#+                 turned[j][rows - 1 - i] = matrix[i][j]

# %% wrong="takes None for a cell to be filled" caught_by="cells of any kind" of="every cell to its place"
#-     return turned
#+     return [[cell for cell in row if cell is not None] for row in turned]

# %% wrong="a NumPy array takes cells apart or changes their type" caught_by="cells of any kind"
import numpy as np

def rotate_rectangle(matrix):
    return np.rot90(np.array(matrix), -1).tolist() if matrix and matrix[0] else []

# %% wrong="a dictionary by value" caught_by="cells of any kind"
def rotate_rectangle(matrix):
    place = {(j, len(matrix) - 1 - i, cell): cell
             for i, row in enumerate(matrix) for j, cell in enumerate(row)}
    turned = [[None] * len(matrix) for _ in (matrix[0] if matrix else ())]
    for (i, j, _), cell in place.items():
        turned[i][j] = cell
    return turned

# %% wrong="copies of the cells" caught_by="cells of any kind"
from copy import deepcopy

def rotate_rectangle(matrix):
    return [list(row) for row in zip(*deepcopy(matrix)[::-1])]

# %% wrong="only for numbers" caught_by="cells of any kind"
def rotate_rectangle(matrix):
    turned = [[0] * len(matrix) for _ in (matrix[0] if matrix else ())]
    for i, row in enumerate(matrix):
        for j, cell in enumerate(row):
            turned[j][~i] += cell
    return turned
