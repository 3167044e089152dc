# %% right="bakery chain"
deadline_story = {
    'situation': 'I plan production for a chain of nineteen bakeries. Before Easter three shops opened in the same week and the forecast broke.',
    'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
    'said_no': [('The new shop in the suburb', "I rang the owner's daughter on Monday and gave her last year's plan of another shop")],
    'early': 'I saw it on Saturday. I told the owner on Sunday at the counter, with three ways on a paper bag. He could still have postponed the suburb.',
    'replanned': 'On Tuesday the oven at the station failed. So I moved the forecast by a day and called the four bakers who were waiting for it.',
    'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away twice as much as the others for a week.',
    'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
}

# %% right="kernel developer, terse"
deadline_story = {
    'situation': 'Release freeze on Friday, a security fix under embargo, a talk on Thursday. Me and one reviewer.',
    'model': "Rule: harm to people who can't defend themselves first. Then what blocks others. Then me. Fix: four million machines. Freeze: eleven maintainers. Talk: sixty people and my vanity.",
    'said_no': [('The talk', 'told the chair on Monday; a colleague gave it, better'), ('Two patches of my own', 'next cycle')],
    'early': 'I knew on Sunday. Everyone knew on Sunday. The chair had four days to find someone, and did.',
    'replanned': 'Wednesday the fix failed on one old platform. I cut that platform from the embargo date and wrote to its three users before the mail went out.',
    'outcome': 'The fix was out on time for all but 0.1% of machines. The freeze was a day late, which would have been four with the talk.',
    'learning': "I'd write the rule down before the week, not in it. It's in my notes now and I've used it twice.",
}

# %% right="nurse manager"
deadline_story = {
    'situation': "As acting head of a ward I had an inspection in ten days, a roster with five people sick, and a student's final exam.",
    'model': "My rule was simple and I said it in the morning round: first what can hurt a patient, then what cannot be repeated, then the rest. The roster can hurt, the exam can't be repeated, the inspection can: they come again.",
    'said_no': [('Tidying up the files for the inspection', "I told the director that she'd see our real files")],
    'early': 'I told the director on the first day, nine days before. She offered a clerk for two days; I took her for the roster.',
    'replanned': 'Then a sixth nurse fell ill. I moved the exam by one day, asked the examiner and the student in the same phone call, and cut the admissions by two beds.',
    'outcome': 'The student passed. The inspection found 7 faults, against 3 the year before, and four of the seven I had listed for them myself.',
    'learning': 'I learned that people accept an order of things if they hear it before, and I say it in every morning round now.',
}

# %% right="freelance data engineer"
deadline_story = {
    'situation': 'Two clients, one weekend: a migration at an online pharmacy and a tender for a city, both promised for Monday by me.',
    'model': "I put hours next to euros next to who'd be harmed: the migration, 14 hours, a fixed price, and patients who couldn't order; the tender, 20 hours, perhaps a year of work, one chance in four. Per hour the tender won by a bit. I took the migration, because the rule doesn't know patients.",
    'said_no': [('The tender', 'I called the city on Friday noon and withdrew, with the reason'), ('A discount for the pharmacy', 'they asked; I had nothing to give')],
    'early': "I had known for two weeks that both were tight and told neither. That's the part I'm not proud of.",
    'replanned': "On Sunday the pharmacy's backup turned out to be empty. I stopped, rang their manager at home, and we restored from Thursday; I gave her a list of the 61 orders we had to type in again.",
    'outcome': 'Back on Monday at ten instead of six. The city awarded the tender to somebody else and asked me the year after.',
    'learning': 'I now write to both sides on the day when I know that two things collide, and I keep one day a week unsold.',
}

# %% right="game launch, told with figures"
deadline_story = {
    'situation': 'Our matchmaking broke on launch day; I was also the only one who could finish the console certificate, due at six that evening.',
    'model': 'A broken match loses us about 1.2% of new players an hour. The certificate, if late, costs two weeks on one console, which is about 30% of sales for these weeks. I wrote both lines into the channel at 11:20 and said: certificate until four, then matches, unless somebody disagrees. Nobody had to guess.',
    'said_no': [('Joining the war room', "I told our producer that I'd be unreachable until four"), ('The press interview', 'no')],
    'early': "By 11:20 everyone knew. I'd noticed at 10:50; the half hour went into not believing it.",
    'replanned': 'At two the certificate needed a new build. I asked the producer to choose; she took me off it and put me on matches, two hours earlier than planned, and told the console people herself.',
    'outcome': 'Matches worked at 15:40. The certificate was a day late, and they let us. We lost maybe 4% of first-day players, compared with 9% in the launch before.',
    'learning': 'I learned to post the two numbers first and the plan second. The studio uses that as a form.',
}

# %% right="PhD student, non-native"
deadline_story = {
    'situation': 'In my second year I had a paper deadline, the teaching of eighty students and a broken sensor in the field, 300 km away.',
    'model': "My supervisor has a rule and I took it: what gets worse each day goes first. The sensor loses data each day and it doesn't come back. The paper can go to the next conference. The exams of students have a date by law.",
    'said_no': [('The paper', "I said to my co-author on Tuesday that I don't make it, she was angry, she could have been first author"), ('Field trip with the group', 'I gave them my notes')],
    'early': 'I knew it on Monday evening, so one day. She had still three weeks but not the data, so she could not choose much.',
    'replanned': 'The sensor needed a part from Finland. So I corrected exams in the guest house and I moved two office hours to the evening by video, I wrote to all eighty.',
    'outcome': 'We lost 9 days of data instead of about 40. The paper came out one year later. My co-author is first author on it.',
    'learning': 'If my no costs another person, I must bring something for her. I think about this first since then.',
}

# %% right="charity, a no upwards"
deadline_story = {
    'situation': 'At a charity with a staff of six, the gala and the winter appeal fell into the same fortnight, and both needed the donor list.',
    'model': "I laid last year's numbers side by side on one sheet: the gala brought 70,000 for about 45 days of work, the appeal 210,000 for 20. It's not a subtle rule. Per day the appeal was worth almost seven galas.",
    'said_no': [('The seating plan for the gala', "I told the chair of the board that I'd not do it, and gave her a student for three evenings"), ('A new logo on the letters', 'later meant never, and I said never')],
    'early': 'The clash was in the calendar since June. I spoke up in September. She asked me why not in June, and I had no answer.',
    'replanned': "The printer lost a day. I dropped the second letter to 400 donors and told the two volunteers who'd addressed them by hand.",
    'outcome': 'The appeal made 232,000, more than the year before; the gala 61,000, less. The chair has not quite forgiven me.',
    'learning': 'I put collisions on the agenda in the month in which I see them. It has happened once since, in time.',
}

# %% right="tram operator"
deadline_story = {
    'situation': 'I schedule maintenance for trams. In the same week there were 14 wheels to turn, an audit, and snow.',
    'model': "The rule in our shop is written on the wall, I didn't invent it: safety, then seats, then paper. I used it on each tram: seats lost per hour of workshop. A tram with a flat wheel: 180 seats for three hours. A heating: 180 seats, one hour. So heatings first, which surprised the foreman.",
    'said_no': [("The audit's file check", 'I asked the auditor for Thursday instead of Monday; she took it')],
    'early': 'Snow was forecast on Friday. I told operations on Friday at two that six trams would be missing on Monday, and which ones they could choose.',
    'replanned': 'It snowed a day early. We took two trams from the school line; I called the school myself, at six in the morning, from the workshop.',
    'outcome': "Four trams were missing instead of six. On the other depot's lines, without the rule, it was nine of about as many.",
    'learning': 'I learned that a rule on a wall helps the one who has to say no, and I write mine bigger.',
}

# %% right="open source, short"
deadline_story = {
    'situation': 'Two maintainers, me and Ruth; 340 issues; a company threatened to fork us over one of them by 1 October.',
    'model': 'I take what helps most users per evening of work. Their issue would help one company and take nine evenings; a fix of the installer, two evenings, would help perhaps a third of all new users.',
    'said_no': [("The company's issue", 'I wrote it in the issue, with the arithmetic, and offered to review their patch')],
    'early': 'I answered within two days of their threat, so they had a month to decide.',
    'replanned': 'Ruth fell ill. I closed 60 old issues with an apology, and moved the release by a week, announced the same day.',
    'outcome': "Install failures halved. They didn't fork; they sent the patch.",
    'learning': 'I do my arithmetic in public now. People argue with numbers more kindly than with me.',
}

# %% right="hospital IT, long"
deadline_story = {
    'situation': 'In the night of a switch from one laboratory system to another, I was responsible for the interfaces to eleven wards. At the same time a report on antibiotic use was due for the ministry.',
    'model': "We'd agreed on the order a month before, at my request, with the head of the laboratory and the head nurse in one room: results that decide something within an hour first, that is potassium, lactate and blood groups; then results of the day; then everything that is counted and not treated. Each of the 46 message types had one of these three letters. When I wanted to change one that night, I had to ask one of the two, and I did that once.",
    'said_no': [("The ministry's report", "I told the pharmacist on the Friday before; she asked for a week's delay and got it"), ('Sending histories of patients on the first day', "the cardiologists were against it, and I showed them the letter C that they'd agreed to")],
    'early': "At 1:40 it was clear that the second group wouldn't be ready by six. The trigger had been set: if less than half runs by two, wards are phoned. So I phoned eleven wards at two, not at six, and said which results would come on paper.",
    'replanned': 'Two couriers, who had been planned for the morning, came at three. I cut the labels from the plan and three people wrote by hand until eight. I told them until when.',
    'outcome': 'All results of the first group were there at six. Of the second, 19 of 30 types came by noon, against 30 planned. There was one mix-up, found by a nurse, harmless. In the switch two years before there had been four days of paper.',
    'learning': "I learned that an order that was agreed on by day is worth more than a good decision by night. I'd put the histories into group B today. The other hospital of our group has taken the three letters for its own switch.",
}

# %% wrong="a part left out" caught_by="every part is written" of="bakery chain"
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',

# %% wrong="a part is empty" caught_by="every part is written" of="bakery chain"
#-     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#+     'model': '',

# %% wrong="a part is blanks" caught_by="every part is written" of="bakery chain"
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': '   ',

# %% wrong="dots for a part" caught_by="every part is written" of="bakery chain"
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': ...,

# %% wrong="None for a part" caught_by="every part is written" of="bakery chain"
#-     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#+     'model': None,

# %% wrong="a placeholder in brackets" caught_by="every part is written" of="bakery chain"
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves. At <company> too.',

# %% wrong="a TODO is left" caught_by="every part is written" of="bakery chain"
#-     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#+     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing. TODO add figures.",

# %% wrong="blanks to fill in" caught_by="every part is written" of="bakery chain"
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves. It took ____ in all.',

# %% wrong="one sentence twice" caught_by="every part is written" of="bakery chain"
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': 'I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. I ask what a day of delay costs in loaves, since everybody understands loaves.',

# %% wrong="a list of strings in a part" caught_by="every part is written" of="bakery chain"
#-     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#+     'model': ['I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150', 'The forecast needs three days, a shop plan one', "So: forecast first, but the shop at the station before that, since it would've opened with nothing."],

# %% wrong="a part in two words" caught_by="every part is written" of="bakery chain"
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': 'A lot.',

# %% wrong="headings instead of sentences" caught_by="fits the clock" of="bakery chain"
#-     'situation': 'I plan production for a chain of nineteen bakeries. Before Easter three shops opened in the same week and the forecast broke.',
#+     'situation': 'I plan production for a chain of nineteen bakeries. Before',
#
#-     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#+     'model': 'I counted loaves thrown away per day: the broken forecast cost about 900',
#
#-     'said_no': [('The new shop in the suburb', "I rang the owner's daughter on Monday and gave her last year's plan of another shop")],
#+     'said_no': [('The new shop in the suburb', "I rang the owner's daughter on Monday and gave her last year's plan of another shop")],
#
#-     'early': 'I saw it on Saturday. I told the owner on Sunday at the counter, with three ways on a paper bag. He could still have postponed the suburb.',
#+     'early': 'I saw it on Saturday. I told the',
#
#-     'replanned': 'On Tuesday the oven at the station failed. So I moved the forecast by a day and called the four bakers who were waiting for it.',
#+     'replanned': 'On Tuesday the oven at the station failed.',
#
#-     'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away twice as much as the others for a week.',
#+     'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away',
#
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': 'I ask what a day of delay costs',

# %% wrong="half an hour of it" caught_by="fits the clock" of="bakery chain"
#-     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#+     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing. On day 2 I read one more table and wrote to one more person. On day 3 I read one more table and wrote to one more person. On day 4 I read one more table and wrote to one more person. On day 5 I read one more table and wrote to one more person. On day 6 I read one more table and wrote to one more person. On day 7 I read one more table and wrote to one more person. On day 8 I read one more table and wrote to one more person. On day 9 I read one more table and wrote to one more person. On day 10 I read one more table and wrote to one more person. On day 11 I read one more table and wrote to one more person. On day 12 I read one more table and wrote to one more person. On day 13 I read one more table and wrote to one more person. On day 14 I read one more table and wrote to one more person. On day 15 I read one more table and wrote to one more person. On day 16 I read one more table and wrote to one more person. On day 17 I read one more table and wrote to one more person. On day 18 I read one more table and wrote to one more person. On day 19 I read one more table and wrote to one more person. On day 20 I read one more table and wrote to one more person. On day 21 I read one more table and wrote to one more person. On day 22 I read one more table and wrote to one more person. On day 23 I read one more table and wrote to one more person. On day 24 I read one more table and wrote to one more person. On day 25 I read one more table and wrote to one more person. On day 26 I read one more table and wrote to one more person. On day 27 I read one more table and wrote to one more person. On day 28 I read one more table and wrote to one more person. On day 29 I read one more table and wrote to one more person.",

# %% wrong="mostly context" caught_by="mostly what you did" of="bakery chain"
#-     'situation': 'I plan production for a chain of nineteen bakeries. Before Easter three shops opened in the same week and the forecast broke.',
#+     'situation': 'I plan production for a chain of nineteen bakeries. Before Easter three shops opened in the same week and the forecast broke. The first floor had a team of its own with its own tools and habits. The second floor had a team of its own with its own tools and habits. The third floor had a team of its own with its own tools and habits. The fourth floor had a team of its own with its own tools and habits. The fifth floor had a team of its own with its own tools and habits. The sixth floor had a team of its own with its own tools and habits.',

# %% wrong="we, all along" caught_by="I at least as often as we" of="bakery chain"
#-     'situation': 'I plan production for a chain of nineteen bakeries. Before Easter three shops opened in the same week and the forecast broke.',
#+     'situation': 'we plan production for a chain of nineteen bakeries. Before Easter three shops opened in the same week and the forecast broke.',
#
#-     'model': "I counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#+     'model': "we counted loaves thrown away per day: the broken forecast cost about 900 a day, a missing plan for a new shop about 150. The forecast needs three days, a shop plan one. So: forecast first, but the shop at the station before that, since it would've opened with nothing.",
#
#-     'said_no': [('The new shop in the suburb', "I rang the owner's daughter on Monday and gave her last year's plan of another shop")],
#+     'said_no': [('The new shop in the suburb', "we rang the owner's daughter on Monday and gave her last year's plan of another shop")],
#
#-     'early': 'I saw it on Saturday. I told the owner on Sunday at the counter, with three ways on a paper bag. He could still have postponed the suburb.',
#+     'early': 'we saw it on Saturday. we told the owner on Sunday at the counter, with three ways on a paper bag. He could still have postponed the suburb.',
#
#-     'replanned': 'On Tuesday the oven at the station failed. So I moved the forecast by a day and called the four bakers who were waiting for it.',
#+     'replanned': 'On Tuesday the oven at the station failed. So we moved the forecast by a day and called the four bakers who were waiting for it.',
#
#-     'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away twice as much as the others for a week.',
#+     'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away twice as much as the others for a week.',
#
#-     'learning': 'I ask what a day of delay costs in loaves, since everybody understands loaves.',
#+     'learning': 'we ask what a day of delay costs in loaves, since everybody understands loaves.',

# %% wrong="no number in outcome" caught_by="numbers and comparisons" of="bakery chain"
#-     'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away twice as much as the others for a week.',
#+     'outcome': 'The forecast was right again soon, and before the weekend.',

# %% wrong="outcome compares with nothing" caught_by="numbers and comparisons" of="bakery chain"
#-     'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away twice as much as the others for a week.',
#+     'outcome': 'The forecast was right on the third day. The suburb threw away 40 loaves.',

# %% wrong="the pairs as prose" caught_by="ways not taken with reasons" of="bakery chain"
#-     'said_no': [('The new shop in the suburb', "I rang the owner's daughter on Monday and gave her last year's plan of another shop")],
#+     'said_no': 'I also thought of another way but it was slower.',

# %% wrong="no reason given" caught_by="ways not taken with reasons" of="bakery chain"
#-     'said_no': [('The new shop in the suburb', "I rang the owner's daughter on Monday and gave her last year's plan of another shop")],
#+     'said_no': [('The new shop in the suburb', '')],

# %% wrong="no way was left out" caught_by="ways not taken with reasons" of="bakery chain"
#-     'said_no': [('The new shop in the suburb', "I rang the owner's daughter on Monday and gave her last year's plan of another shop")],
#+     'said_no': [('x y z',)],

# %% wrong="a quarter for a number" caught_by="numbers and comparisons" of="bakery chain"
#-     'outcome': 'The forecast was right again on Friday instead of Wednesday. The suburb threw away twice as much as the others for a week.',
#+     'outcome': 'The forecast was right again in Q2 rather than earlier, compared with the plan.',
