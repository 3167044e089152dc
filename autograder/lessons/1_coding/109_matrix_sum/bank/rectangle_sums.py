# %% right="a table with a border of zeros"
def rectangle_sums(matrix, queries):
    rows = len(matrix)
    columns = len(matrix[0]) if matrix else 0
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        for j in range(columns):
            table[i + 1][j + 1] = (
                matrix[i][j] + table[i][j + 1] + table[i + 1][j] - table[i][j])
    answers = []
    for r1, c1, r2, c2 in queries:
        answers.append(
            table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1] + table[r1][c1])
    return answers

# %% right="a table without a border"
def rectangle_sums(matrix, queries):
    table = []
    for i, row in enumerate(matrix):
        total, sums = 0, []
        for j, cell in enumerate(row):
            total += cell
            sums.append(total + (table[i - 1][j] if i else 0))
        table.append(sums)
    def upto(i, j):
        return table[i][j] if i >= 0 and j >= 0 else 0
    return [upto(r2, c2) - upto(r1 - 1, c2) - upto(r2, c1 - 1) + upto(r1 - 1, c1 - 1)
            for r1, c1, r2, c2 in queries]

# %% right="accumulated along the rows, then down"
from itertools import accumulate

def rectangle_sums(matrix, queries):
    zero = [0] * (len(matrix[0]) + 1 if matrix else 1)
    along = ([0, *accumulate(row)] for row in matrix)
    table = list(accumulate(along, lambda a, b: [x + y for x, y in zip(a, b)], initial=zero))
    return [table[d + 1][r + 1] - table[u][r + 1] - table[d + 1][l] + table[u][l]
            for u, l, d, r in queries]

# %% right="one flat list"
def rectangle_sums(matrix, queries):
    if not matrix:
        return []
    width = len(matrix[0]) + 1
    flat = [0] * width
    for row in matrix:
        total = 0
        flat.append(0)
        for cell in row:
            total += cell
            flat.append(total + flat[len(flat) - width])
    def corner(i, j):
        return flat[i * width + j]
    return [corner(c + 1, d + 1) - corner(a, d + 1) - corner(c + 1, b) + corner(a, b)
            for a, b, c, d in queries]

# %% right="a dictionary, from the bottom right corner"
from collections import defaultdict

def rectangle_sums(matrix, queries):
    rest = defaultdict(int)
    for i in reversed(range(len(matrix))):
        for j in reversed(range(len(matrix[i]))):
            rest[i, j] = matrix[i][j] + rest[i + 1, j] + rest[i, j + 1] - rest[i + 1, j + 1]
    found = []
    for q in queries:
        top, left, bottom, right = q
        found += [rest[top, left] - rest[bottom + 1, left] - rest[top, right + 1]
                  + rest[bottom + 1, right + 1]]
    return found

# %% right="recursion with a cache"
from functools import cache

def rectangle_sums(matrix, queries):
    @cache
    def upto(i, j):
        if i < 0 or j < 0:
            return 0
        return matrix[i][j] + upto(i - 1, j) + upto(i, j - 1) - upto(i - 1, j - 1)
    return tuple(upto(r2, c2) - upto(r1 - 1, c2) - upto(r2, c1 - 1) + upto(r1 - 1, c1 - 1)
                 for (r1, c1, r2, c2) in queries)

# %% right="sums down the columns, then along"
def rectangle_sums(matrix, queries):
    copy = [list(row) for row in matrix]
    for i in range(1, len(copy)):
        for j in range(len(copy[i])):
            copy[i][j] += copy[i - 1][j]
    for row in copy:
        row.insert(0, 0)
        for j in range(1, len(row)):
            row[j] += row[j - 1]
    answers = []
    for r1, c1, r2, c2 in queries:
        answer = copy[r2][c2 + 1] - copy[r2][c1]
        if r1:
            answer -= copy[r1 - 1][c2 + 1] - copy[r1 - 1][c1]
        answers.append(answer)
    return answers

# %% wrong="last row and column left out" caught_by="both corners included" of="a table with a border of zeros"
#-     for r1, c1, r2, c2 in queries:
#+     for r1, c1, r2, c2 in queries:
#+         r2, c2 = max(r1, r2 - 1), max(c1, c2 - 1)

# %% wrong="the query is read as (r1, r2, c1, c2)" caught_by="both corners included" of="a table with a border of zeros"
#-     for r1, c1, r2, c2 in queries:
#+     for r1, r2, c1, c2 in queries:

# %% wrong="rows and columns swapped" caught_by="both corners included" of="a table with a border of zeros"
#-     for r1, c1, r2, c2 in queries:
#+     for c1, r1, c2, r2 in queries:

# %% wrong="the corner is not given back" caught_by="both corners included" of="a table with a border of zeros"
#-             table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1] + table[r1][c1])
#+             table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1])

# %% wrong="the corner is taken away a third time" caught_by="both corners included" of="a table with a border of zeros"
#-             table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1] + table[r1][c1])
#+             table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1] - table[r1][c1])

# %% wrong="the strip above is kept" caught_by="both corners included" of="a table with a border of zeros"
#-             table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1] + table[r1][c1])
#+             table[r2 + 1][c2 + 1] - table[r2 + 1][c1] + table[r1][c1])

# %% wrong="the strip to the left is kept" caught_by="both corners included" of="a table with a border of zeros"
#-             table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1] + table[r1][c1])
#+             table[r2 + 1][c2 + 1] - table[r1][c2 + 1] + table[r1][c1])

# %% wrong="the table counts its overlap twice" caught_by="both corners included" of="a table with a border of zeros"
#-                 matrix[i][j] + table[i][j + 1] + table[i + 1][j] - table[i][j])
#+                 matrix[i][j] + table[i][j + 1] + table[i + 1][j])

# %% wrong="index -1 is the last row" caught_by="both corners included" of="a table without a border"
#-         return table[i][j] if i >= 0 and j >= 0 else 0
#+         return table[i][j]

# %% wrong="row 0 is handled, column 0 is not" caught_by="both corners included" of="a table without a border"
#-         return table[i][j] if i >= 0 and j >= 0 else 0
#+         return table[i][j] if i >= 0 else 0

# %% wrong="takes the matrix for a square" caught_by="both corners included" of="a table with a border of zeros"
#-     columns = len(matrix[0]) if matrix else 0
#+     columns = rows

# %% wrong="all rows of the table are one list" caught_by="both corners included" of="a table with a border of zeros"
#-     table = [[0] * (columns + 1) for _ in range(rows + 1)]
#+     table = [[0] * (columns + 1)] * (rows + 1)

# %% wrong="answers the first query only" caught_by="both corners included" of="a table with a border of zeros"
#-     return answers
#+     return answers[:1]

# %% wrong="asks for the first row of nothing" caught_by="any matrix, any queries" of="a table with a border of zeros"
#-     columns = len(matrix[0]) if matrix else 0
#+     columns = len(matrix[0])

# %% wrong="no answer for a sum of 0" caught_by="any matrix, any queries" of="a table with a border of zeros"
#-     return answers
#+     return [each for each in answers if each]

# %% wrong="a query that comes twice is answered once" caught_by="any matrix, any queries" of="a table with a border of zeros"
#-     for r1, c1, r2, c2 in queries:
#+     for r1, c1, r2, c2 in dict.fromkeys(queries):

# %% wrong="answers the queries in sorted order" caught_by="any matrix, any queries" of="a table with a border of zeros"
#-     for r1, c1, r2, c2 in queries:
#+     for r1, c1, r2, c2 in sorted(queries):

# %% wrong="sums in a float" caught_by="any matrix, any queries" of="a table with a border of zeros"
#-     table = [[0] * (columns + 1) for _ in range(rows + 1)]
#+     table = [[0.0] * (columns + 1) for _ in range(rows + 1)]

# %% wrong="sums of 64 bits" caught_by="any matrix, any queries" of="a table with a border of zeros"
#-     return answers
#+     return [(each + 2**63) % 2**64 - 2**63 for each in answers]

# %% wrong="no queries give nothing" caught_by="any matrix, any queries" of="a table with a border of zeros"
#-     return answers
#+     return answers or None

# %% wrong="knows the examples by heart" caught_by="any matrix, any queries"
def rectangle_sums(matrix, queries):
    if matrix == [[1, 2, 3], [4, 5, 6]]:
        return [9, 6]
    return {(0, 0, 2, 2): [45], (1, 1, 1, 1): [5], (1, 1, 2, 2): [28, 12],
            (0, 1, 2, 1): [15, 15], (0, 0, 0, 0): [5]}[queries[0]]

# %% wrong="adds up in the caller's matrix" caught_by="no mutation, no state"
def rectangle_sums(matrix, queries):
    for i, row in enumerate(matrix):
        for j in range(1, len(row)):
            row[j] += row[j - 1]
        if i:
            for j in range(len(row)):
                row[j] += matrix[i - 1][j]
    def upto(i, j):
        return matrix[i][j] if i >= 0 and j >= 0 else 0
    return [upto(r2, c2) - upto(r1 - 1, c2) - upto(r2, c1 - 1) + upto(r1 - 1, c1 - 1)
            for r1, c1, r2, c2 in queries]

# %% wrong="takes the queries off the caller's list" caught_by="no mutation, no state" of="a table with a border of zeros"
#-     for r1, c1, r2, c2 in queries:
#+     while queries:
#+         r1, c1, r2, c2 = queries.pop(0)

# %% wrong="the table of an earlier matrix of this shape" caught_by="no mutation, no state" of="a table with a border of zeros"
#- def rectangle_sums(matrix, queries):
#+ def rectangle_sums(matrix, queries, kept={}):
#
#-                 matrix[i][j] + table[i][j + 1] + table[i + 1][j] - table[i][j])
#+                 matrix[i][j] + table[i][j + 1] + table[i + 1][j] - table[i][j])
#+     table = kept.setdefault((rows, columns), table)

# %% wrong="answers of earlier calls stay" caught_by="no mutation, no state" of="a table with a border of zeros"
#- def rectangle_sums(matrix, queries):
#+ def rectangle_sums(matrix, queries, answers=[]):
#
#-     answers = []

# %% wrong="adds up the cells of each query" caught_by="work grows as cells plus queries"
def rectangle_sums(matrix, queries):
    answers = []
    for r1, c1, r2, c2 in queries:
        total = 0
        for i in range(r1, r2 + 1):
            for j in range(c1, c2 + 1):
                total += matrix[i][j]
        answers.append(total)
    return answers

# %% wrong="remembers the queries that it has met" caught_by="work grows as cells plus queries"
from functools import cache

def rectangle_sums(matrix, queries):
    @cache
    def rectangle(top, left, bottom, right):
        total = 0
        for row in matrix[top:bottom + 1]:
            total += sum(row[left:right + 1])
        return total
    return [rectangle(*query) for query in queries]

# %% wrong="adds up a slice of each row" caught_by="work grows as cells plus queries"
def rectangle_sums(matrix, queries):
    return [sum(sum(row[c1:c2 + 1]) for row in matrix[r1:r2 + 1])
            for r1, c1, r2, c2 in queries]

# %% wrong="sums along the rows only" caught_by="work grows as cells plus queries"
def rectangle_sums(matrix, queries):
    table = []
    for row in matrix:
        sums = [0]
        for cell in row:
            sums.append(sums[-1] + cell)
        table.append(sums)
    return [sum(table[i][c2 + 1] - table[i][c1] for i in range(r1, r2 + 1))
            for r1, c1, r2, c2 in queries]

# %% wrong="makes the table for each query" caught_by="work grows as cells plus queries"
def rectangle_sums(matrix, queries):
    answers = []
    for r1, c1, r2, c2 in queries:
        table = [[0] * (len(matrix[0]) + 1)]
        for row in matrix:
            sums = [0]
            for cell in row:
                sums.append(sums[-1] + cell)
            table.append([a + b for a, b in zip(table[-1], sums)])
        answers.append(table[r2 + 1][c2 + 1] - table[r1][c2 + 1]
                       - table[r2 + 1][c1] + table[r1][c1])
    return answers
