# %% right="eight stories"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% right="five stories"
stories = {'501': ('ferry', ['motivation', 'proactivity']),
 '502': ('ferry', ['unstructured environment']),
 '503': ('delay', ['growth']),
 '504': ('ferry', ['conflict']),
 '505': ('newsroom', ['motivation']),
 '506': ('May', ['perseverance']),
 '507': ('delay', ['empathy', 'growth']),
 '508': ('tray', ['communication'])}

# %% right="numbers as keys"
stories = {501: ('ferry', ['motivation']),
 502: ('slips', ['proactivity']),
 503: ('delay', ['unstructured environment']),
 504: ('guards', ['perseverance']),
 505: ('newsroom', ['conflict']),
 506: ('May', ['empathy']),
 507: ('heating', ['growth']),
 508: ('tray', ['communication'])}

# %% right="areas as tuples, in capitals"
stories = {'501': ('ferry', ('Motivation',)),
 '502': ('slips', ('Proactivity',)),
 '503': ('delay', ('Unstructured Environment',)),
 '504': ('guards', ('Perseverance',)),
 '505': ('newsroom', ('Conflict',)),
 '506': ('May', ('Empathy',)),
 '507': ('heating', ('Growth',)),
 '508': ('tray', ('Communication',))}

# %% right="one area as a string"
stories = {'501': ('ferry', 'motivation'),
 '502': ('slips', 'proactivity'),
 '503': ('delay', 'unstructured environment'),
 '504': ('guards', 'perseverance'),
 '505': ('newsroom', 'conflict'),
 '506': ('May', 'empathy'),
 '507': ('heating', 'growth'),
 '508': ('tray', 'communication')}

# %% right="sets of areas"
stories = {'501': ('ferry', {'proactivity', 'motivation'}), '502': ('ferry', {'unstructured environment'}), '503': ('delay', {'growth'}), '504': ('ferry', {'conflict'}), '505': ('newsroom', {'motivation'}), '506': ('May', {'perseverance'}), '507': ('delay', {'growth', 'empathy'}), '508': ('tray', {'communication'})}

# %% right="built from two lists"
names = 'ferry slips delay guards newsroom May heating tray'.split()
areas = ['motivation', 'proactivity', 'unstructured environment', 'perseverance', 'conflict', 'empathy', 'growth', 'communication']
stories = {str(501 + n): [names[n], [areas[n]]] for n in range(8)}

# %% right="all areas each time"
stories = {'501': ('ferry',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication']),
 '502': ('slips',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication']),
 '503': ('delay',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication']),
 '504': ('guards',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication']),
 '505': ('newsroom',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication']),
 '506': ('May',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication']),
 '507': ('heating',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication']),
 '508': ('tray',
         ['motivation',
          'proactivity',
          'unstructured environment',
          'perseverance',
          'conflict',
          'empathy',
          'growth',
          'communication'])}

# %% right="more prompts than needed"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication']),
 '601': ('a queue', ['conflict'])}

# %% right="names with punctuation"
stories = {'501': ('ferry!', ['motivation']),
 '502': ('slips!', ['proactivity']),
 '503': ('delay!', ['unstructured environment']),
 '504': ('guards!', ['perseverance']),
 '505': ('newsroom!', ['conflict']),
 '506': ('May!', ['empathy']),
 '507': ('heating!', ['growth']),
 '508': ('tray!', ['communication'])}

# %% wrong="nothing" caught_by="five stories or more"
stories = {}

# %% wrong="a list of names" caught_by="five stories or more"
stories = ['ferry', 'slips', 'delay', 'guards', 'May']

# %% wrong="one story for all" caught_by="five stories or more"
stories = {'501': ('ferry', ['motivation']),
 '502': ('ferry', ['proactivity']),
 '503': ('ferry', ['unstructured environment']),
 '504': ('ferry', ['perseverance']),
 '505': ('ferry', ['conflict']),
 '506': ('ferry', ['empathy']),
 '507': ('ferry', ['growth']),
 '508': ('ferry', ['communication'])}

# %% wrong="four stories" caught_by="five stories or more"
stories = {'501': ('a', ['motivation']),
 '502': ('b', ['proactivity']),
 '503': ('c', ['unstructured environment']),
 '504': ('d', ['perseverance']),
 '505': ('a', ['conflict']),
 '506': ('b', ['empathy']),
 '507': ('c', ['growth']),
 '508': ('d', ['communication'])}

# %% wrong="one story four times" caught_by="five stories or more"
stories = {'501': ('ferry', ['motivation']),
 '502': ('ferry', ['proactivity']),
 '503': ('ferry', ['unstructured environment']),
 '504': ('ferry', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="four times, in capitals" caught_by="five stories or more"
stories = {'501': ('ferry', ['motivation']),
 '502': ('FERRY', ['proactivity']),
 '503': ('Ferry', ['unstructured environment']),
 '504': ('ferry.', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="a prompt left out" caught_by="five stories or more"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="names without areas" caught_by="five stories or more"
stories = {'501': 'ferry',
 '502': 'slips',
 '503': 'delay',
 '504': 'guards',
 '505': 'newsroom',
 '506': 'May',
 '507': 'heating',
 '508': 'tray'}

# %% wrong="a story without a name" caught_by="five stories or more"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="a placeholder" caught_by="five stories or more"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('[your story]', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="a triple" caught_by="five stories or more"
stories = {'501': ('ferry', ['motivation'], 'note'),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="prompts by name" caught_by="five stories or more"
stories = {'data': ('ferry', ['motivation'])}

# %% wrong="no conflict" caught_by="every focus area is covered"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['motivation']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="only one area" caught_by="every focus area is covered"
stories = {'501': ('ferry', ['growth']),
 '502': ('slips', ['growth']),
 '503': ('delay', ['growth']),
 '504': ('guards', ['growth']),
 '505': ('newsroom', ['growth']),
 '506': ('May', ['growth']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['growth'])}

# %% wrong="an empty list of areas" caught_by="every focus area is covered"
stories = {'501': ('ferry', []),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="an area of one's own" caught_by="every focus area is covered"
stories = {'501': ('ferry', ['leadership']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="seven areas" caught_by="every focus area is covered"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['growth'])}

# %% wrong="areas abbreviated" caught_by="every focus area is covered"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="dots for an area" caught_by="every focus area is covered"
stories = {'501': ('ferry', ['motivation']),
 '502': ('slips', ['...']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="areas as one string with commas" caught_by="every focus area is covered"
stories = {'501': ('ferry', 'motivation, proactivity'),
 '502': ('slips', ['growth']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="two areas are missing" caught_by="every focus area is covered"
stories = {'501': ('ferry', ['empathy']),
 '502': ('slips', ['empathy']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}

# %% wrong="areas as numbers" caught_by="every focus area is covered"
stories = {'501': ('ferry', [1]),
 '502': ('slips', ['proactivity']),
 '503': ('delay', ['unstructured environment']),
 '504': ('guards', ['perseverance']),
 '505': ('newsroom', ['conflict']),
 '506': ('May', ['empathy']),
 '507': ('heating', ['growth']),
 '508': ('tray', ['communication'])}
