# %% right="nurse turned analyst"
feedback = {
    'strength': 'In my appraisal the ward sister wrote: "She is calm when the numbers are not."',
    'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
    'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
    'evidence': 'Twelve such answers so far; ten came by four, two came at five.',
}

# %% right="warehouse"
feedback = {
    'strength': 'Shift lead to me, in front of everyone: "You found it because you went and looked."',
    'weakness': 'I leave early steps undocumented. When I was ill in spring, three people needed a day to restart my job.',
    'action': '2025-05-12: I began to write the runbook before the job, and somebody else runs it once before me.',
    'evidence': 'When I was away in October nobody called.  They restarted it twice.',
}

# %% right="single quotation marks"
feedback = {
    'strength': "My supervisor said 'your notes are the ones I teach from' when I handed in the thesis.",
    'weakness': "I go quiet in disagreements. A reviewer lost a week because I had seen the mistake and didn't press it.",
    'action': "From 2024-09 on I write my objection into the document before the call, so that it's there if I'm not brave.",
    'evidence': 'Since then the reviewer asked me for it 5 times by name.',
}

# %% right="curly quotation marks, German ones in the strength"
feedback = {
    'strength': 'Mein Chef schrieb, and I translate it below: „Du fragst, bevor du baust“, after the pilot in Graz.',
    'weakness': 'I estimate badly. Of six estimates last year, four were too small by half or more, and the field team waited at closed gates.',
    'action': 'As of 2026-01-19 I give a range, and I ask Petra who did it before for hers first.',
    'evidence': 'Petra said: “I only changed one of them this month.”',
}

# %% right="a manager herself"
feedback = {
    'strength': 'An engineer I let go wrote to me a year later: "You told me in March, not in June. That was fair."',
    'weakness': "I solve people's problems for them. Two of my leads left within a year and both said that they hadn't been able to decide anything.",
    'action': "On 2025-02-10 I handed the staffing plan to the leads; I see it when it's done.",
    'evidence': 'Of the last nine hires I met four after the decision. One I would not have made, and she is good.',
}

# %% right="short"
feedback = {
    'strength': 'Ana, staff engineer: "he reads the whole log first".',
    'weakness': 'I review slowly. People waited.',
    'action': 'Since 2026-02 first review within a day, or I hand it on.',
    'evidence': 'Median fell from four days to one.',
}

# %% right="teacher"
feedback = {
    'strength': 'A parent, not an easy one, told the head: “She is the first who told us what he can do.” The head told me in my first review.',
    'weakness': "I don't delegate. For the school play I did lights, tickets and programme, and the programme had the wrong date; we reprinted 400.",
    'action': "For the play that began on 2025-09-01 I had three pupils in charge of one thing each, and I wasn't allowed to touch it. I held on to the tickets for two weeks, then gave them up.",
    'evidence': 'Two of the three were in charge again this year, of more. And the pupils\' own report says: "Ms K. sat on her hands".',
}

# %% right="mentions a disguise as somebody else's word"
feedback = {
    'strength': 'In the exit interview my colleague said: "When she says it works, it works."',
    'weakness': 'My lead calls me "a perfectionist", and I used to like that. What it means is that the translators got the strings three days before release, twice, and worked through a bank holiday.',
    'action': "Since 2025-12-01 strings freeze when the translators say so; I can't reopen them.",
    'evidence': 'Four releases, no holiday work. The translators sent a cake.',
}

# %% right="data scientist, numbers in words"
feedback = {
    'strength': "After the audit the controller wrote 'I could follow every step without asking', which she had never written.",
    'weakness': 'I get defensive. A junior told me about a leak in my features, and I argued for two weeks before I looked.',
    'action': '2025-10-06: I told her that she was right, in the team channel, and since then I rerun first and answer second.',
    'evidence': 'She has found two more things since, and told me the same day.',
}

# %% right="freelancer without a manager"
feedback = {
    'strength': 'A client, after I had talked them out of a project: "You just saved us forty thousand and lost the job."',
    'weakness': 'I take on too many at once. In autumn I delivered late to three clients in the same week, and one of them missed a trade fair.',
    'action': 'Since 2026-01-05 there is a limit of two, and a public calendar that shows it.',
    'evidence': 'I turned down five requests. Nothing has been late since.',
}

# %% right="long-winded"
feedback = {
    'strength': 'Well, it was after the storm, when the grid had been down for two days and everybody was tired; the head of operations, who isn\'t given to praise, stood up and said, and I wrote it down that evening: "We had one person who kept a list of what we did not know. Thank you."',
    'weakness': "I don't trust a handover. It's an old habit from the control room. I check other people's switching orders again, even when two have signed, and last winter a crew stood for fifty minutes in the cold because of me, and was right to complain.",
    'action': 'I have agreed with the crews, in writing, 2025-04-01, that I may ask one question and not more, and that the crew lead ends the call.',
    'evidence': 'In the season after that there were 31 switching orders that I asked about; the crew lead ended the call in 29 of them, and in two the question was a good one, they say.',
}

# %% right="a day without a leading zero"
feedback = {
    'strength': 'Our reviewer wrote "clear, and honest about what failed" on the report.',
    'weakness': 'I interrupt. Two interns stopped speaking in our weekly meeting.',
    'action': '2025-6-2: I asked one of them to raise a hand when I do it, and to keep count.',
    'evidence': 'She counted eleven in the first meeting and one in the last.',
}

# %% wrong="no strength" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'strength': 'In my appraisal the ward sister wrote: "She is calm when the numbers are not."',
#+     'strength': '',

# %% wrong="a strength in the own words" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'strength': 'In my appraisal the ward sister wrote: "She is calm when the numbers are not."',
#+     'strength': 'She would say that I am calm when the numbers are not.',

# %% wrong="a quotation of three words" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'strength': 'In my appraisal the ward sister wrote: "She is calm when the numbers are not."',
#+     'strength': 'The ward sister wrote: "calm and clear".',

# %% wrong="a quotation by nobody" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'strength': 'In my appraisal the ward sister wrote: "She is calm when the numbers are not."',
#+     'strength': '"She is calm when the numbers are not."',

# %% wrong="no evidence" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'evidence': 'Twelve such answers so far; ten came by four, two came at five.',
#+     'evidence': '',

# %% wrong="progress without a number" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'evidence': 'Twelve such answers so far; ten came by four, two came at five.',
#+     'evidence': 'I feel that I have improved a lot since then.',

# %% wrong="a year for a number" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'evidence': 'Twelve such answers so far; ten came by four, two came at five.',
#+     'evidence': 'It has been better since 2025.',

# %% wrong="evidence as a list" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'evidence': 'Twelve such answers so far; ten came by four, two came at five.',
#+     'evidence': ['ten of twelve'],

# %% wrong="strength left out" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'strength': 'In my appraisal the ward sister wrote: "She is calm when the numbers are not."',

# %% wrong="a placeholder for who said it" caught_by="a quoted strength and a change that shows" of="nurse turned analyst"
#-     'strength': 'In my appraisal the ward sister wrote: "She is calm when the numbers are not."',
#+     'strength': '<my manager> wrote: "She is calm when the numbers are not."',

# %% wrong="no weakness" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': '',

# %% wrong="a perfectionist" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': "I'm a perfectionist, and it cost me 3 evenings.",

# %% wrong="a disguise in capitals" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': 'WORKAHOLIC. I worked 60 hours a week.',

# %% wrong="a disguise with hyphens" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': 'I have high-standards and two people left.',

# %% wrong="caring too much" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': 'I care too much, and 2 releases were late.',

# %% wrong="too deep" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': 'I go too deep into optimisation and was late twice.',

# %% wrong="can't say no, with a curly apostrophe" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': 'I can’t say no, so 3 things were late.',

# %% wrong="cannot say no" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': 'I cannot say no, so 3 things were late.',

# %% wrong="too nice" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': "I'm too nice, and that cost us 2 weeks.",

# %% wrong="a weakness that nobody paid for" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'weakness': "I don't say no in the meeting, I say it two days later by mail. The registrar had rebuilt his rota by then and had to do it again.",
#+     'weakness': "I'm sometimes a bit direct in meetings.",

# %% wrong="no action" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
#+     'action': '',

# %% wrong="an action without a date" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
#+     'action': 'I answer in the meeting and set an alarm now.',

# %% wrong="a date in the future" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
#+     'action': 'From 2199-01-01 on I will answer in the meeting itself.',

# %% wrong="a date that doesn't exist" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
#+     'action': 'Since 2025-02-30 I answer in the meeting itself.',

# %% wrong="a year only" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
#+     'action': 'Since 2025 I answer in the meeting itself, always.',

# %% wrong="a date and nothing else" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
#+     'action': '2025-11-03',

# %% wrong="a TODO in the action" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",
#+     'action': 'Since 2025-11-03 I answer in the meeting. TODO say how.',

# %% wrong="action left out" caught_by="a weakness with its cost and a dated action" of="nurse turned analyst"
#-     'action': "Since 2025-11-03 I answer in the meeting with 'I'll tell you by four', and I set an alarm.",

# %% wrong="the list of statements" caught_by="a quoted strength and a change that shows"
feedback = ['I care too much', 'I am slow to ask']

# %% wrong="dots in one key" caught_by="a weakness with its cost and a dated action"
feedback = {'strength': 'My lead wrote: "you ask before you build".', 'weakness': ..., 'action': 'Since 2025-01 I ask in the meeting.', 'evidence': '3 of 4'}
