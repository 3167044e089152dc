# %% right="a list"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact']

# %% right="a tuple"
labels = ('judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact')

# %% right="capitals"
labels = ['JUDGEMENT', 'DISGUISE', 'DISGUISE', 'JUDGEMENT', 'FACT', 'FACT', 'DISGUISE', 'JUDGEMENT', 'FACT', 'JUDGEMENT', 'DISGUISE', 'FACT']

# %% right="another spelling, and blanks"
labels = [' judgment ', 'disguise', 'disguise', ' judgment ', 'fact', 'fact', 'disguise', ' judgment ', 'fact', ' judgment ', 'disguise', 'fact']

# %% right="by letter"
short = {'f': 'fact', 'j': 'judgement', 'd': 'disguise'}
labels = [short[each] for each in 'jddjffdjfjdf']

# %% right="from a dict"
by_number = {1: 'judgement', 2: 'disguise', 3: 'disguise', 4: 'judgement', 5: 'fact', 6: 'fact', 7: 'disguise', 8: 'judgement', 9: 'fact', 10: 'judgement', 11: 'disguise', 12: 'fact'}
labels = [by_number[number] for number in range(1, 13)]

# %% right="NumPy"
import numpy as np
labels = np.array(['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact'])

# %% wrong="all facts" caught_by="statements 1 to 6"
labels = ['fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'fact']

# %% wrong="all judgements" caught_by="statements 1 to 6"
labels = ['judgement', 'judgement', 'judgement', 'judgement', 'judgement', 'judgement', 'judgement', 'judgement', 'judgement', 'judgement', 'judgement', 'judgement']

# %% wrong="all disguises" caught_by="statements 1 to 6"
labels = ['disguise', 'disguise', 'disguise', 'disguise', 'disguise', 'disguise', 'disguise', 'disguise', 'disguise', 'disguise', 'disguise', 'disguise']

# %% wrong="facts taken for judgements" caught_by="statements 1 to 6"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'judgement', 'judgement', 'disguise', 'judgement', 'judgement', 'judgement', 'disguise', 'judgement']

# %% wrong="disguises taken for judgements" caught_by="statements 1 to 6"
labels = ['judgement', 'judgement', 'judgement', 'judgement', 'fact', 'fact', 'judgement', 'judgement', 'fact', 'judgement', 'judgement', 'fact']

# %% wrong="judgements taken for disguises" caught_by="statements 1 to 6"
labels = ['disguise', 'disguise', 'disguise', 'disguise', 'fact', 'fact', 'disguise', 'disguise', 'fact', 'disguise', 'disguise', 'fact']

# %% wrong="judgements taken for facts" caught_by="statements 1 to 6"
labels = ['fact', 'disguise', 'disguise', 'fact', 'fact', 'fact', 'disguise', 'fact', 'fact', 'fact', 'disguise', 'fact']

# %% wrong="facts and disguises swapped" caught_by="statements 1 to 6"
labels = ['judgement', 'fact', 'fact', 'judgement', 'disguise', 'disguise', 'fact', 'judgement', 'disguise', 'judgement', 'fact', 'disguise']

# %% wrong="eleven" caught_by="statements 1 to 6"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise']

# %% wrong="thirteen" caught_by="statements 7 to 12"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact', 'fact']

# %% wrong="in the order of the source" caught_by="statements 7 to 12"
labels = ['fact', 'fact', 'fact', 'fact', 'judgement', 'judgement', 'judgement', 'judgement', 'disguise', 'disguise', 'disguise', 'disguise']

# %% wrong="backwards" caught_by="statements 7 to 12"
labels = ['fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact', 'fact', 'judgement', 'disguise', 'disguise', 'judgement']

# %% wrong="one string" caught_by="statements 1 to 6"
labels = 'judgement disguise disguise judgement fact fact disguise judgement fact judgement disguise fact'

# %% wrong="numbers for labels" caught_by="statements 1 to 6"
labels = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

# %% wrong="another word" caught_by="statements 7 to 12"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'truth']

# %% wrong="only the last one is off" caught_by="statements 7 to 12"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'judgement']

# %% wrong="going deep is taken for a judgement" caught_by="statements 7 to 12"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'fact', 'judgement', 'judgement', 'fact', 'judgement', 'disguise', 'fact']

# %% wrong="a dict" caught_by="statements 1 to 6"
labels = {1: 'judgement', 2: 'disguise', 3: 'disguise', 4: 'judgement', 5: 'fact', 6: 'fact', 7: 'disguise', 8: 'judgement', 9: 'fact', 10: 'judgement', 11: 'disguise', 12: 'fact'}

# %% wrong="dots in the middle" caught_by="statements 1 to 6"
labels = ['judgement', ..., 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact']

# %% wrong="the second is off" caught_by="statements 1 to 6"
labels = ['judgement', 'judgement', 'disguise', 'judgement', 'fact', 'fact', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact']

# %% wrong="the last of the first half is off" caught_by="statements 1 to 6"
labels = ['judgement', 'disguise', 'disguise', 'judgement', 'fact', 'disguise', 'disguise', 'judgement', 'fact', 'judgement', 'disguise', 'fact']
