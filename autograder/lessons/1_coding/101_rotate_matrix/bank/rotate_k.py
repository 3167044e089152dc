# %% right="as many turns as remain"
def rotate_k(matrix, k):
    n = len(matrix)
    for _ in range(k % 4):
        matrix.reverse()
        for i in range(n):
            for j in range(i):
                matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]

# %% right="each cell jumps to its last place"
def rotate_k(matrix, k):
    n, k = len(matrix), k % 4
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            places = (i, j), (j, n - 1 - i), (n - 1 - i, n - 1 - j), (n - 1 - j, i)
            cells = [matrix[x][y] for x, y in places]
            for quarter, (x, y) in enumerate(places):
                matrix[x][y] = cells[quarter - k]

# %% right="by rotate"
def rotate_k(matrix: list[list], k: int) -> None:
    for _ in range(k % 4):
        rotate(matrix)

# %% right="the last two bits"
def rotate_k(matrix, k):
    if k & 1:
        matrix.reverse()
        for i in range(len(matrix)):
            for j in range(i):
                matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    if k & 2:
        matrix.reverse()
        for row in matrix:
            row.reverse()

# %% right="a case for each remainder"
def transpose(m):
    for i in range(len(m)):
        for j in range(i + 1, len(m)):
            m[i][j], m[j][i] = m[j][i], m[i][j]

def rotate_k(matrix, k):
    match k % 4:
        case 1:
            matrix.reverse()
            transpose(matrix)
        case 2:
            matrix.reverse()
            for row in matrix:
                row.reverse()
        case 3:
            transpose(matrix)
            matrix.reverse()

# %% right="back if that is shorter, by divmod and recursion"
def rotate_k(matrix, k):
    _, k = divmod(k, 4)
    if k == 3:
        for i, row in enumerate(matrix):
            for j in range(i):
                row[j], matrix[j][i] = matrix[j][i], row[j]
        matrix.reverse()
    elif k:
        rotate_k(matrix, k - 1)
        rotate(matrix)

# %% right="the remainder by NumPy and by hand"
import numpy as np

def rotate_k(matrix, k):
    turns = int(np.mod(k, 4)) if abs(k) < 2**62 else k - k // 4 * 4
    for ring in range(len(matrix) // 2):
        last = len(matrix) - 1 - ring
        for step in range(last - ring):
            places = [(ring, ring + step), (ring + step, last),
                      (last, last - step), (last - step, ring)]
            cells = [matrix[i][j] for i, j in places]
            for (i, j), cell in zip(places, cells[4 - turns:] + cells[:4 - turns]):
                matrix[i][j] = cell

# %% wrong="turns k times" caught_by="work does not grow with the turns" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(k if k >= 0 else k % 4):

# %% wrong="ignores negative turns" caught_by="negative k" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(k % 4 if k > 0 else 0):

# %% wrong="turns on where it should turn back" caught_by="negative k" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(abs(k) % 4):

# %% wrong="the remainder of other languages" caught_by="negative k" of="as many turns as remain"
#- def rotate_k(matrix, k):
#+ import math
#+
#+ def rotate_k(matrix, k):
#
#-     for _ in range(k % 4):
#+     for _ in range(int(math.fmod(k, 4))):

# %% wrong="one turn too few for negative numbers" caught_by="negative k" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(k % 4 if k >= 0 else 3 - -k % 4):

# %% wrong="refuses negative turns" caught_by="negative k" of="as many turns as remain"
#- def rotate_k(matrix, k):
#+ def rotate_k(matrix, k):
#+     if k < 0:
#+         raise ValueError(k)

# %% wrong="counts to three" caught_by="any number of turns" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(k % 3):

# %% wrong="turns the other way" caught_by="any number of turns" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(-k % 4):

# %% wrong="turns once when asked not to" caught_by="any number of turns" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(k % 4 or 1):

# %% wrong="turns once, whatever k" caught_by="any number of turns" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(1):

# %% wrong="a half turn is a mirror" caught_by="any number of turns" of="as many turns as remain"
#-     n = len(matrix)
#+     n = len(matrix)
#+     if k % 4 == 2:
#+         matrix.reverse()
#+         return

# %% wrong="the number of turns as a float" caught_by="any number of turns" of="as many turns as remain"
#-     for _ in range(k % 4):
#+     for _ in range(int((k / 4 - k // 4) * 4)):

# %% wrong="cells in the wrong order" caught_by="any number of turns" of="each cell jumps to its last place"
#-                 matrix[x][y] = cells[quarter - k]
#+                 matrix[x][y] = cells[(quarter + k) % 4]

# %% wrong="a quarter for every step of the index" caught_by="any number of turns" of="each cell jumps to its last place"
#-                 matrix[x][y] = cells[quarter - k]
#+                 matrix[x][y] = cells[quarter * k % 4]

# %% wrong="odd sizes lose a column" caught_by="any number of turns" of="each cell jumps to its last place"
#-         for j in range(i, n - 1 - i):
#+         for j in range(i, n // 2):

# %% wrong="remembers the turns of earlier calls" caught_by="any number of turns"
made = 0

def rotate_k(matrix, k):
    global made
    made += k
    n = len(matrix)
    for _ in range(made % 4):
        matrix.reverse()
        for i in range(n):
            for j in range(i):
                matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]

# %% wrong="remembers the last result of this size" caught_by="any number of turns"
def rotate_k(matrix, k, seen={}):
    key = len(matrix), k % 4
    if key not in seen:
        result = [list(row) for row in matrix]
        for _ in range(k % 4):
            result = [list(row) for row in zip(*result[::-1])]
        seen[key] = result
    for row, new in zip(matrix, seen[key]):
        row[:] = new

# %% wrong="returns the matrix" caught_by="any number of turns" of="as many turns as remain"
#-                 matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+                 matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
#+     return matrix

# %% wrong="returns a new matrix" caught_by="any number of turns"
def rotate_k(matrix, k):
    for _ in range(k % 4):
        matrix = [list(row) for row in zip(*matrix[::-1])]
    return matrix

# %% wrong="new rows with each turn" caught_by="own rows, and cells only moved"
def rotate_k(matrix, k):
    for _ in range(k % 4):
        matrix[:] = [list(row) for row in zip(*matrix[::-1])]

# %% wrong="mirrored rows are new rows" caught_by="own rows, and cells only moved"
def rotate_k(matrix, k):
    if k % 4 == 2:
        matrix[:] = [row[::-1] for row in matrix[::-1]]
    else:
        for _ in range(k % 4):
            rotate(matrix)

# %% wrong="writes back a copy" caught_by="no copy of the matrix" of="new rows with each turn"
#-         matrix[:] = [list(row) for row in zip(*matrix[::-1])]
#+         for row, new in zip(matrix, list(zip(*matrix[::-1]))):
#+             row[:] = new

# %% wrong="a stack frame for each turn" caught_by="work does not grow with the turns"
def rotate_k(matrix, k):
    if k < 0:
        return rotate_k(matrix, k % 4)
    if k > 0:
        rotate(matrix)
        rotate_k(matrix, k - 1)

# %% wrong="the remainder by a division of floats" caught_by="any number of turns"
def rotate_k(matrix, k):
    turns = k - 4 * int(k / 4)
    for _ in range(turns if turns >= 0 else turns + 4):
        rotate(matrix)

# %% wrong="the turns in 64 bits" caught_by="any number of turns"
import numpy as np

def rotate_k(matrix, k):
    for _ in range(int(np.int64(k) % 4)):
        rotate(matrix)

# %% wrong="takes what is below 64 bits for no turn" caught_by="negative k"
def rotate_k(matrix, k):
    for _ in range(k % 4 if k >= -2**63 else 0):
        rotate(matrix)

# %% wrong="takes four turns away again and again" caught_by="work does not grow with the turns" of="takes what is below 64 bits for no turn"
#-     for _ in range(k % 4 if k >= -2**63 else 0):
#+     while k >= 4:
#+         k -= 4
#+     while k < 0:
#+         k += 4
#+     for _ in range(k):
