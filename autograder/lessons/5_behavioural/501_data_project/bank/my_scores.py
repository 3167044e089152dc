# %% right="lists"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% right="tuples"
my_scores = {'A': (1, 1, 1, 1, 1), 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% right="floats without a fraction"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2.0, 3.0, 2.0, 1.0, 1.0], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% right="NumPy"
import numpy as np
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}
my_scores['C'] = np.full(5, 3)

# %% right="rows by name"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': {'ownership': 2, 'metric': 2, 'obstacle': 3, 'result': 2, 'learning': 1}}

# %% right="with a note"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1], 'note': 'scored twice'}

# %% wrong="a score of 0" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [0, 1, 2, 3, 4], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% wrong="a score of 5" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [1, 2, 3, 4, 5], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% wrong="half a level" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [2.5, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% wrong="four scores" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [1, 2, 3, 4], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% wrong="a sum in place of scores" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': 15, 'own': [2, 2, 3, 2, 1]}

# %% wrong="words for levels" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': ['mid', 'mid', 'senior', 'mid', 'mid'], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% wrong="an anchor left out" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': None, 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}

# %% wrong="the own answer left out" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}
my_scores['own'] = ...

# %% wrong="no key for the own answer" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}
del my_scores['own']

# %% wrong="a text in place of a list" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': '2, 2, 3, 2, 1'}

# %% wrong="a text of five digits" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': '22321'}

# %% wrong="digits in quotes" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': ['3', '3', '3', '3', '3'], 'own': [2, 2, 3, 2, 1]}

# %% wrong="dots for a score" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [2, 2, 3, 2, 1]}
my_scores['B'] = [2, 3, 2, 1, ...]

# %% wrong="scores in a row" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = [1, 2, 3] * 5

# %% wrong="True for 1" caught_by="five scores from 1 to 4 for each of four answers"
my_scores = {'A': [2, 2, 2, 2, 2], 'B': [2, 2, 2, 2, 2], 'C': [3, 3, 3, 3, 3], 'own': [True, 2, 3, 2, 1]}
