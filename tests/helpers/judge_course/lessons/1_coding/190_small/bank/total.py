# %% right="adds in a loop"
def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result

# %% right="reduces"
from functools import reduce

def total(numbers):
    return reduce(lambda a, b: a + b, numbers, 0)

# %% wrong="adds every prefix up again" caught_by="one pass"
def total(numbers):
    result = 0
    for end in range(1, len(numbers) + 1):
        result = 0
        for number in numbers[:end]:
            result += number
    return result
