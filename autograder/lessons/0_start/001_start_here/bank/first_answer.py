# %% right="adds"
def first_answer(n):
    return n + n

# %% right="multiplies from the right"
def first_answer(n):
    return n * 2

# %% right="shifts"
def first_answer(n):
    return n << 1

# %% right="sums a list"
def first_answer(n):
    return sum([n, n])

# %% right="as a fraction"
def first_answer(n):
    from fractions import Fraction
    return Fraction(n) * 2

# %% right="subtracts the negative"
def first_answer(n):
    return n - -n

# %% wrong="prints the result" caught_by="returns a value"
def first_answer(n):
    print(2 * n)

# %% wrong="returns text" caught_by="returns a value"
def first_answer(n):
    return str(2 * n)

# %% wrong="returns the number itself" caught_by="returns a value"
def first_answer(n):
    return n

# %% wrong="returns a list" caught_by="returns a value"
def first_answer(n):
    return [2 * n]

# %% wrong="squares" caught_by="every whole number"
def first_answer(n):
    return n * n

# %% wrong="goes through a float" caught_by="every whole number"
def first_answer(n):
    return n * 2.0

# %% wrong="adds two" caught_by="every whole number"
def first_answer(n):
    return n + 2

# %% wrong="knows the example only" caught_by="every whole number"
def first_answer(n):
    return 4

# %% wrong="forgets the sign" caught_by="every whole number"
def first_answer(n):
    return abs(2 * n)

# %% wrong="counts up, so nothing below zero" caught_by="every whole number"
def first_answer(n):
    return sum(2 for _ in range(n))

# %% wrong="takes zero for a missing number" caught_by="every whole number"
def first_answer(n):
    return 2 * n if n else None
