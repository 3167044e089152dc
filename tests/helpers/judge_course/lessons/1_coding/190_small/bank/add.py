# %% wrong="subtracts" caught_by="small numbers"
def add(a, b):
    return a - b
