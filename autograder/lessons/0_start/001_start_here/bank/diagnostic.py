# %% right="floats for whole numbers"
diagnostic = {'q1': 32.0, 'q2': 2.0, 'q3': 1.0, 'q4': 0.154, 'q5': 'b', 'q6': 1388.9, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% right="letters in other clothes"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'B', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': ' (c) ', 'q10': 'D.'}

# %% right="rounded as in the head"
diagnostic = {'q1': 30, 'q2': 2, 'q3': 1, 'q4': 0.15, 'q5': 'b', 'q6': 1200, 'q7': 5, 'q8': 0.63, 'q9': 'c', 'q10': 'd'}

# %% right="mebibytes and exact pairs"
diagnostic = {'q1': 32.03, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 4.8828125, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% right="fractions and decimals"
from decimal import Decimal
from fractions import Fraction
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}
diagnostic |= {"q4": Fraction(2, 13), "q6": Fraction(40_000_000 * 3, 86_400),
               "q8": 1 - Decimal("0.99") ** 100}

# %% right="NumPy numbers"
import numpy as np
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}
diagnostic |= {"q2": np.int64(2), "q7": np.prod([20_000, 64, 4]) / 1e6}

# %% right="a note beside the answers"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd', 'note': 'question 8 was a guess'}

# %% wrong="takes pairs for linear" caught_by="part 1: Coding and SQL"
diagnostic = {'q1': 8, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="takes pairs for linearithmic" caught_by="part 1: Coding and SQL"
diagnostic = {'q1': 9.6, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="expects a new default list in each call" caught_by="part 1: Coding and SQL"
diagnostic = {'q1': 32, 'q2': 1, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="expects zero for an unmatched month" caught_by="part 1: Coding and SQL"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 0, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="leaves a question open" caught_by="part 1: Coding and SQL"
diagnostic = {'q1': 32, 'q2': 2, 'q3': None, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives a number as text" caught_by="part 1: Coding and SQL"
diagnostic = {'q1': '32 seconds', 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives True for 1" caught_by="part 1: Coding and SQL"
diagnostic = {'q1': 32, 'q2': 2, 'q3': True, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="takes recall for precision" caught_by="part 2: The take-home"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.9, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="takes accuracy for precision" caught_by="part 2: The take-home"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.95, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives a percentage" caught_by="part 2: The take-home"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 15.4, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="takes stratifying for a leak" caught_by="part 2: The take-home"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'd', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives two letters" caught_by="part 2: The take-home"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b or a', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="forgets the three visits" caught_by="part 3: ML system design"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 463, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives requests per minute" caught_by="part 3: ML system design"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 83333, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives the peak" caught_by="part 3: ML system design"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 4167, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="takes users for requests per second" caught_by="part 3: ML system design"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 40000000, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="counts numbers, not bytes" caught_by="part 3: ML system design"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 1.28, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="takes eight bytes for a float32" caught_by="part 3: ML system design"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 10.24, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives kilobytes" caught_by="part 3: ML system design"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5120, 'q8': 0.634, 'q9': 'c', 'q10': 'd'}

# %% wrong="takes one slow part for a slow page" caught_by="part 4: Engineering"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.01, 'q9': 'c', 'q10': 'd'}

# %% wrong="adds the chances up" caught_by="part 4: Engineering"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 1.0, 'q9': 'c', 'q10': 'd'}

# %% wrong="gives the share of fast pages" caught_by="part 4: Engineering"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.366, 'q9': 'c', 'q10': 'd'}

# %% wrong="trusts a test that is looked at daily" caught_by="part 4: Engineering"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'a', 'q10': 'd'}

# %% wrong="takes a list of tools for evidence" caught_by="part 5: Behavioural"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'b'}

# %% wrong="takes a number without a comparison" caught_by="part 5: Behavioural"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 'a'}

# %% wrong="gives the number of the option" caught_by="part 5: Behavioural"
diagnostic = {'q1': 32, 'q2': 2, 'q3': 1, 'q4': 0.154, 'q5': 'b', 'q6': 1389, 'q7': 5.12, 'q8': 0.634, 'q9': 'c', 'q10': 4}

# %% wrong="a list in place of the dict" caught_by="part 1: Coding and SQL"
diagnostic = [32, 2, 1, 0.154, 'b', 1389, 5.12, 0.634, 'c', 'd']

# %% wrong="answers one part only" caught_by="part 3: ML system design"
diagnostic = {"q10": "d"}

# %% wrong="keys are numbers" caught_by="part 1: Coding and SQL"
diagnostic = {1: 32, 2: 2, 3: 1}
