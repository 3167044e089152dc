# %% right="lists and a dict"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}

# %% right="own as a list of pairs"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': [(3, 'I asked both of them first'), (2, 'It took me two weeks'), (1, ''), (3, 'We agreed on four in a hundred'), (2, 'I would ask earlier today')]}

# %% right="tuples"
deadline_scores = {'A': (1, 1, 1, 1, 1), 'B': (4, 4, 4, 4, 4), 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}

# %% right="anchors by row"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['A'] = dict(zip(['model', 'said_no', 'early', 'replan', 'outcome'], [2, 1, 2, 1, 2]))

# %% right="NumPy"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
import numpy as np
deadline_scores['B'] = np.full(5, 3)

# %% right="floats without a fraction"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['C'] = [4.0, 3.0, 4.0, 3.0, 4.0]

# %% right="level 1 everywhere, without sentences"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['own'] = [(1, '')] * 5

# %% right="a note beside"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['note'] = 'second reading'

# %% right="names for the rows"
anchor_a = [1, 1, 2, 1, 1]
anchor_b = [2, 3, 2, 3, 2]
anchor_c = [4, 4, 3, 3, 4]
own = {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}
deadline_scores = dict(A=anchor_a, B=anchor_b, C=anchor_c, own=own)

# %% wrong="a list of lists" caught_by="levels for three anchors with evidence for yours"
deadline_scores = [[1, 2, 3, 2, 1]] * 4

# %% wrong="a level of 0" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['A'] = [0, 1, 2, 3, 4]

# %% wrong="a level of 5" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['B'] = [1, 2, 3, 4, 5]

# %% wrong="half a level" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['C'] = [2.5, 3, 3, 3, 3]

# %% wrong="four levels" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['A'] = [1, 2, 3, 4]

# %% wrong="a sum instead of levels" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['C'] = 15

# %% wrong="words for levels" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['B'] = ['mid', 'mid', 'senior', 'mid', 'mid']

# %% wrong="an anchor left out" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['B'] = None

# %% wrong="the own answer is dots" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['own'] = ...

# %% wrong="no key for the own answer" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
del deadline_scores['own']

# %% wrong="a string of five digits" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['A'] = '12321'

# %% wrong="digits in quotes" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['A'] = ['1', '2', '3', '2', '1']

# %% wrong="dots for a level" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['A'] = [1, 2, ..., 2, 1]

# %% wrong="True for 1" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['A'] = [True, 2, 3, 2, 1]

# %% wrong="own levels without sentences" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['own'] = [3, 2, 1, 3, 2]

# %% wrong="level 3 with an empty sentence" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['own'] = [(3, '')] * 5

# %% wrong="level 2 with one word" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['own'] = [(2, 'yes')] * 5

# %% wrong="sentence before level" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['own'] = [('I asked both of them first', 3)] * 5

# %% wrong="four rows of the own answer" caught_by="levels for three anchors with evidence for yours"
deadline_scores = {'A': [1, 2, 3, 2, 1], 'B': [2, 2, 2, 2, 2], 'C': [4, 3, 4, 3, 4], 'own': {'model': (3, 'I asked both of them first'), 'said_no': (2, 'It took me two weeks'), 'early': (1, ''), 'replan': (3, 'We agreed on four in a hundred'), 'outcome': (2, 'I would ask earlier today')}}
deadline_scores['own'] = [(1, '')] * 4
