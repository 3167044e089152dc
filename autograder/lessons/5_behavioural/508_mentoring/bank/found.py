# %% right="the key"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% right="one line off"
found = {11: ('leak', 1), 30: ('skew', 2), 36: ('silent', 3), 33: ('columns', 4), 23: ('metric', 5), 8: ('missing', 6)}

# %% right="where the cause is"
found = {15: ('skew', 1), 19: ('leak', 2), 33: ('silent', 3), 21: ('columns', 5), 24: ('metric', 4), 5: ('missing', 6)}

# %% right="the scaler as the leak"
found = {15: ('leak', 3), 31: ('skew', 1), 35: ('silent', 2), 20: ('columns', 6), 24: ('metric', 5), 9: ('missing', 4)}

# %% right="several lines of one fault"
found = {10: ('leak', 1), 22: ('leak', 1), 13: ('skew', 2), 31: ('skew', 2), 35: ('silent', 3), 21: ('columns', 4), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% right="lists and capitals"
found = {10: ['Leak', 2], 31: ['SKEW', 3], 35: ['Silent', 1], 32: ['columns', 6], 24: ['metric', 4], 9: ['missing', 5]}

# %% right="sorted by rank"
order = [(10, 'leak'), (35, 'silent'), (31, 'skew'), (24, 'metric'), (9, 'missing'), (21, 'columns')]
found = {line: (kind, rank) for rank, (line, kind) in enumerate(order, 1)}

# %% wrong="nothing" caught_by="six faults by line and kind"
found = {}

# %% wrong="all lines" caught_by="six faults by line and kind"
found = {line: ('leak', 1) for line in range(1, 37)}

# %% wrong="kinds swapped" caught_by="six faults by line and kind"
found = {10: ('skew', 1), 31: ('leak', 2), 35: ('metric', 5), 24: ('silent', 3), 32: ('missing', 6), 9: ('columns', 4)}

# %% wrong="the list of a mirrored version" caught_by="six faults by line and kind"
found = {9: ('leak', 1), 12: ('skew', 2), 5: ('silent', 3), 20: ('columns', 4), 30: ('metric', 5), 27: ('missing', 6)}

# %% wrong="faults without lines" caught_by="six faults by line and kind"
found = ['leak', 'skew', 'silent', 'metric', 'columns', 'missing']

# %% wrong="kinds as keys" caught_by="six faults by line and kind"
found = {'leak': (10, 1), 'skew': (31, 2), 'silent': (35, 3)}

# %% wrong="five of six" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5)}

# %% wrong="the leak is missed" caught_by="six faults by line and kind"
found = {31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="the skew is missed" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="the except is missed" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="the metric is missed" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 9: ('missing', 6)}

# %% wrong="the columns are missed" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="the cut in time is called a leak" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6), 3: ('leak', 1)}

# %% wrong="no seed is called a fault" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6), 22: ('metric', 6)}

# %% wrong="the file is called a fault" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6), 27: ('silent', 3)}

# %% wrong="the mode is called a fault" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6), 7: ('silent', 3)}

# %% wrong="two lines off" caught_by="six faults by line and kind"
found = {12: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="words of one's own" caught_by="six faults by line and kind"
found = {10: ('data leakage', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="line 0" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6), 0: ('leak', 1)}

# %% wrong="line 40" caught_by="six faults by line and kind"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6), 40: ('silent', 3)}

# %% wrong="lines as strings" caught_by="six faults by line and kind"
found = {'10': ('leak', 1), '31': ('skew', 2), '35': ('silent', 3), '32': ('columns', 4), '24': ('metric', 5), '9': ('missing', 6)}

# %% wrong="all ranks equal" caught_by="what hurts members comes first"
found = {10: ('leak', 1), 31: ('skew', 1), 35: ('silent', 1), 32: ('columns', 1), 24: ('metric', 1), 9: ('missing', 1)}

# %% wrong="in the order of the lines" caught_by="what hurts members comes first"
found = {9: ('missing', 1), 10: ('leak', 2), 24: ('metric', 3), 31: ('skew', 4), 32: ('columns', 5), 35: ('silent', 6)}

# %% wrong="the metric first" caught_by="what hurts members comes first"
found = {10: ('leak', 5), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 1), 9: ('missing', 6)}

# %% wrong="the columns above the silent one" caught_by="what hurts members comes first"
found = {10: ('leak', 1), 31: ('skew', 2), 35: ('silent', 4), 32: ('columns', 3), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="worst last" caught_by="what hurts members comes first"
found = {10: ('leak', 6), 31: ('skew', 5), 35: ('silent', 4), 32: ('columns', 3), 24: ('metric', 2), 9: ('missing', 1)}

# %% wrong="no ranks" caught_by="what hurts members comes first"
found = {10: 'leak', 31: 'skew', 35: 'silent', 32: 'columns', 24: 'metric', 9: 'missing'}

# %% wrong="rank 0" caught_by="what hurts members comes first"
found = {10: ('leak', 0), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="ranks as words" caught_by="what hurts members comes first"
found = {10: ('leak', 'first'), 31: ('skew', 2), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}

# %% wrong="two share a rank" caught_by="what hurts members comes first"
found = {10: ('leak', 1), 31: ('skew', 1), 35: ('silent', 3), 32: ('columns', 4), 24: ('metric', 5), 9: ('missing', 6)}
