# %% right="a lunch menu"
sunset_story = {
    'situation': 'The canteen of a factory ordered by a forecast that my predecessor had left me. The cooks swore at it.',
    'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
    'comparison': "I cooked by the cooks' guess in even weeks and by the model in odd ones, for a quarter, so that holidays hit both. The guess was better by one meal in a hundred, maybe two.",
    'readers': 'I thought that only the kitchen read it. The porter did as well: he opened the second gate by it.',
    'ramp': 'First Fridays, then the early shift, then all. If the soup ran out before one, back a step. It ran out twice, on the same day of the week.',
    'result': 'Leftovers are at 7 per hundred, and the porter gets a call at ten.',
    'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
}

# %% right="short, terse"
sunset_story = {
    'situation': 'Alert rule for brute-force logins. Mine. Eleven years old. Nobody slept.',
    'evidence': "Forty pages a week, one true in 300. We'd said: under one in a hundred it goes.",
    'comparison': "I kept it silent for half of the hosts, four months, same attackers. No difference in what we caught; I can't exclude a slow one.",
    'readers': 'Grep over all repos. Found a script in billing that parsed the page to lock accounts. Nobody alive had known. I rewrote that first.',
    'ramp': '50%, 10%, 0, a month each; anyone on call could put it back with one command. Someone did, once, at night, and was right to ask.',
    'result': 'Pages went from 40 to 9. Two incidents since, neither of them that kind.',
    'after': "Every rule expires after a year unless someone signs. It's a column now.",
}

# %% right="a museum audio guide, public failure"
sunset_story = {
    'situation': 'Our audio guide for children recommended the next room. It sent a class into a closed wing and it was in the paper.',
    'evidence': "Children followed it in 3 of 10 rooms, down from 7 when it was new; we'd never fixed a number, and I said so in the paper.",
    'comparison': 'I gave half of the headsets a plain route, drawn by lot at the desk, for six weeks of the same season. The plain half heard just as many rooms.',
    'readers': 'The desk, the school bookings, and the guards, who used it to guess where the noise would be. I found the guards only because one complained.',
    'ramp': "In the first week a quarter of the headsets had no recommendation, then half, then all. If parents' complaints at the desk doubled, back. They didn't.",
    'result': 'No class got lost. I had hoped that children would stay longer; they stay 40 minutes, as before.',
    'after': 'Before something goes live I write the switch-off on the same page. The director signs both or neither.',
}

# %% right="bank, against the owner's wish"
sunset_story = {
    'situation': 'I was new and the score for small business loans belonged to a director who had built his career on it.',
    'evidence': "Its Gini was 0.31, and it had been 0.52; the regulator's note of the year before spoke of 0.40 as the level for a review.",
    'comparison': "A falling Gini could be a duller market. So I looked at applicants who had been waved through by hand in the storm weeks, without the score, in the same branches, and followed them for 18 months. They'd defaulted no more often, 2.9 against 3.0 in a hundred.",
    'readers': 'Lineage said five systems. I asked internal audit for their list and had nine. One was a covenant in a contract with another bank, on paper.',
    'ramp': 'The director asked for a year; I offered steps: new customers first, 100 to 60 to 20 per cent of the branches, with defaults after 90 days as the brake. He may pull it alone. He never had to.',
    'result': 'Decisions take two days instead of five. Defaults are the same. He told everybody that it had been his idea, and by then it was.',
    'after': "Scores have a birth certificate here with the number under which they're reviewed. Three have been reviewed, one has gone.",
}

# %% right="university, non-native"
sunset_story = {
    'situation': 'I made a script which predicts which students will drop out, and for four years the study office called them.',
    'evidence': 'In the first year 60 of 100 called students came to talk, in the last year only 22. We said at the beginning with the dean: less than 30, we stop.',
    'comparison': 'Less students come, this can also be the telephone. So one term we called a half of the list by lottery, the other half not. After two terms 71% of the called are still here, and 70% of the not called. It is not a big sample, 180 students.',
    'readers': 'The study office, and then I found also the scholarship office had it in a table since two years. This was not allowed and I did report it, it was not nice.',
    'ramp': 'We stopped faculty by faculty, three in one term and three in the next. If the advisors say they miss somebody they know, we call again. They said it two times.',
    'result': 'Nothing is worse, as far as one can see with 180. The advisors have 12 hours more in a week, for students who come by themselves.',
    'after': 'Each script of mine has now the question on top: who reads this, until when. My successor asked me for it first.',
}

# %% right="a factory dashboard"
sunset_story = {
    'situation': 'A screen in a paper mill showed predicted breaks of the web. I had installed it and had my picture taken with it.',
    'evidence': "At the start it warned in 8 of 10 breaks, and after the new felt in 2. I'd promised the foreman in writing that below half it comes down.",
    'comparison': 'One machine of the two ran with the screen dark for three months, then they changed over, so that both crews and both felts had both. Breaks per week: 3.1 dark, 3.2 lit.',
    'readers': 'I stood beside it for two shifts. Nobody looked, except for the night electrician, who had learned to read the humidity off it.',
    'ramp': 'Dark at night, then on weekends, then always, each for a month. The crew had the switch. They switched it on once, for visitors.',
    'result': 'Three breaks a week, as before. The electrician has a hygrometer for nine euros.',
    'after': "I don't have my picture taken any more. Seriously: the promise to the foreman is now a line in every offer that we write.",
}

# %% right="newsroom, with a mistake"
sunset_story = {
    'situation': "At a newspaper I ended the box 'readers also liked', which had been there for longer than I had.",
    'evidence': "Clicks on it had fallen from 6% to 0.8%. There wasn't any threshold; the chief editor and I made one up on the day, 1%, and that's not how it should be done.",
    'comparison': "For ten weeks one reader in five saw no box, by cookie. They read as many articles, 4.1 a visit against 4.1. After four weeks I'd have said that they read more; that was an election.",
    'readers': "Ads. I hadn't thought of ads. A campaign was sold on that spot, and the sales lead heard it from a client, in a lift.",
    'ramp': 'From 20 to 50 and, after the lift, back to 0 removed for a month until the campaign was over. Then again 20, 50, 100.',
    'result': 'Two lines of code less on the page, it loads a tenth of a second faster, and I had to write 1 letter of apology.',
    'after': 'Sales has the page with the list of everything that has an end date. They were the ones who asked for it.',
}

# %% right="logistics, long"
sunset_story = {
    'situation': 'We had a model for a parcel service that guessed whether somebody is at home. Six people had worked on it before me, two of them were still there, and it was the reason that the company had been in a magazine.',
    'evidence': "It was introduced with 74 successful first deliveries in a hundred instead of 66. Last year it was at 69 on its routes while routes without it were at 68. The old project paper, which I found in a drawer, had a sentence in it: below two points of difference the effort isn't justified. Nobody remembered who had written that, which helped.",
    'comparison': "Routes with it and routes without it weren't alike: it had first been given to cities. I took pairs of routes with similar streets and let a coin decide which of a pair lost it, for four months, over Christmas, since a model may earn its keep in three weeks of the year. The difference was 0.6 points, from minus 0.5 to 1.7. I couldn't exclude the two points of the drawer, but nearly.",
    'readers': "Drivers' phones, of course, and the planning. By looking at two weeks of requests I found a third: the customer hotline read out 'the driver expects you at home' from the score. They'd been told that it was an appointment.",
    'ramp': "We told the hotline first, and gave them the driver's last stop instead. Then 100, 70, 30, 0 per cent of the routes, three weeks each. The brake was second attempts per driver; above plus five per cent for three days the old setting came back without asking me. That happened in the second step in one district, where a street was closed.",
    'result': "First deliveries are at 68, and second attempts have not moved. The two who'd built it got the time, about a day a week, for the address book, and that has brought three points.",
    'after': "Things that we switch on have the sentence from the drawer, with a name under it now. The magazine hasn't called.",
}

# %% right="a doctor's practice"
sunset_story = {
    'situation': "In our practice a small program of mine suggested who'd miss an appointment, and the receptionist double-booked by it.",
    'evidence': "It was right in 1 of 9 suggestions, and three years ago it had been 1 of 3. I'd told her then: if you are angry more often than glad, out it goes. She kept a tally: 31 to 12.",
    'comparison': 'We tossed a coin each morning whether she got the list. Over a term the waiting room was fuller on mornings with the list, nobody came more or less.',
    'readers': 'Only she, I thought. But the cleaner came earlier on days with few names. She had asked.',
    'ramp': 'Mondays without, then Mondays and Fridays, then none, six weeks. My colleague could ask for it back and did, for flu season, 2 weeks.',
    'result': 'We wait 9 minutes instead of 14. Empty slots are as many as ever, about 5 a day.',
    'after': 'I keep a tally sheet next to whatever I install, and she decides.',
}

# %% right="app, plain engineer"
sunset_story = {
    'situation': "I owned the spell-out model for addresses in a taxi app; it read out 'St' as 'Saint' and drivers had a song about it.",
    'evidence': 'Corrections by drivers rose to 12% from 5%. The on-call handbook said ten, in my own handwriting.',
    'comparison': 'For eight weeks every third driver, by number, got the plain string without the model. Wrong turns at arrival: the same, give or take 0.4 points.',
    'readers': 'I searched the monorepo and the event bus. Seven consumers, one indirect: the receipts, which took the spelled-out name. Legal cares about receipts.',
    'ramp': "One city, ten, all, with arrivals as the guardrail and a flag that support can flip. Support flipped it for Québec within an hour, and they'd been right, so Québec still has it.",
    'result': 'Two services fewer to run, 3 ms less per trip, and the song has died out.',
    'after': "A model's readme has a line 'remove when'. The linter wants it. Five teams use the linter; I didn't ask them.",
}

# %% wrong="a part left out" caught_by="every part is written" of="a lunch menu"
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',

# %% wrong="a part is empty" caught_by="every part is written" of="a lunch menu"
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': '',

# %% wrong="a part is blanks" caught_by="every part is written" of="a lunch menu"
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': '   ',

# %% wrong="dots for a part" caught_by="every part is written" of="a lunch menu"
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': ...,

# %% wrong="None for a part" caught_by="every part is written" of="a lunch menu"
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': None,

# %% wrong="a placeholder in brackets" caught_by="every part is written" of="a lunch menu"
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end. At <company> too.',

# %% wrong="a TODO is left" caught_by="every part is written" of="a lunch menu"
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line. TODO add figures.',

# %% wrong="blanks to fill in" caught_by="every part is written" of="a lunch menu"
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end. It took ____ in all.',

# %% wrong="one sentence twice" caught_by="every part is written" of="a lunch menu"
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': 'The works council and I had written 8 on the kitchen door in spring, as the line. The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',

# %% wrong="a list of strings in a part" caught_by="every part is written" of="a lunch menu"
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': ['Leftovers had gone up from 4 to 11 per hundred meals in two years', 'The works council and I had written 8 on the kitchen door in spring, as the line.'],

# %% wrong="a part in two words" caught_by="every part is written" of="a lunch menu"
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': 'A lot.',

# %% wrong="headings instead of sentences" caught_by="fits the clock" of="a lunch menu"
#-     'situation': 'The canteen of a factory ordered by a forecast that my predecessor had left me. The cooks swore at it.',
#+     'situation': 'The canteen of a factory ordered by a forecast',
#
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': 'Leftovers had gone up from 4 to 11 per',
#
#-     'comparison': "I cooked by the cooks' guess in even weeks and by the model in odd ones, for a quarter, so that holidays hit both. The guess was better by one meal in a hundred, maybe two.",
#+     'comparison': "I cooked by the cooks' guess in even weeks",
#
#-     'readers': 'I thought that only the kitchen read it. The porter did as well: he opened the second gate by it.',
#+     'readers': 'I thought that only the kitchen read it. The',
#
#-     'ramp': 'First Fridays, then the early shift, then all. If the soup ran out before one, back a step. It ran out twice, on the same day of the week.',
#+     'ramp': 'First Fridays, then the early shift, then all. If',
#
#-     'result': 'Leftovers are at 7 per hundred, and the porter gets a call at ten.',
#+     'result': 'Leftovers are at 7 per hundred, and the porter',
#
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': 'The door still has a number on it. When',

# %% wrong="half an hour of it" caught_by="fits the clock" of="a lunch menu"
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line. On day 2 I read one more table and wrote to one more person. On day 3 I read one more table and wrote to one more person. On day 4 I read one more table and wrote to one more person. On day 5 I read one more table and wrote to one more person. On day 6 I read one more table and wrote to one more person. On day 7 I read one more table and wrote to one more person. On day 8 I read one more table and wrote to one more person. On day 9 I read one more table and wrote to one more person. On day 10 I read one more table and wrote to one more person. On day 11 I read one more table and wrote to one more person. On day 12 I read one more table and wrote to one more person. On day 13 I read one more table and wrote to one more person. On day 14 I read one more table and wrote to one more person. On day 15 I read one more table and wrote to one more person. On day 16 I read one more table and wrote to one more person. On day 17 I read one more table and wrote to one more person. On day 18 I read one more table and wrote to one more person. On day 19 I read one more table and wrote to one more person. On day 20 I read one more table and wrote to one more person. On day 21 I read one more table and wrote to one more person. On day 22 I read one more table and wrote to one more person. On day 23 I read one more table and wrote to one more person. On day 24 I read one more table and wrote to one more person. On day 25 I read one more table and wrote to one more person. On day 26 I read one more table and wrote to one more person. On day 27 I read one more table and wrote to one more person. On day 28 I read one more table and wrote to one more person. On day 29 I read one more table and wrote to one more person.',

# %% wrong="mostly context" caught_by="mostly what you did" of="a lunch menu"
#-     'situation': 'The canteen of a factory ordered by a forecast that my predecessor had left me. The cooks swore at it.',
#+     'situation': 'The canteen of a factory ordered by a forecast that my predecessor had left me. The cooks swore at it. The first floor had a team of its own with its own tools and habits. The second floor had a team of its own with its own tools and habits. The third floor had a team of its own with its own tools and habits. The fourth floor had a team of its own with its own tools and habits. The fifth floor had a team of its own with its own tools and habits. The sixth floor had a team of its own with its own tools and habits.',

# %% wrong="we, all along" caught_by="I at least as often as we" of="a lunch menu"
#-     'situation': 'The canteen of a factory ordered by a forecast that my predecessor had left me. The cooks swore at it.',
#+     'situation': 'The canteen of a factory ordered by a forecast that our predecessor had left us. The cooks swore at it.',
#
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and we had written 8 on the kitchen door in spring, as the line.',
#
#-     'comparison': "I cooked by the cooks' guess in even weeks and by the model in odd ones, for a quarter, so that holidays hit both. The guess was better by one meal in a hundred, maybe two.",
#+     'comparison': "we cooked by the cooks' guess in even weeks and by the model in odd ones, for a quarter, so that holidays hit both. The guess was better by one meal in a hundred, maybe two.",
#
#-     'readers': 'I thought that only the kitchen read it. The porter did as well: he opened the second gate by it.',
#+     'readers': 'we thought that only the kitchen read it. The porter did as well: he opened the second gate by it.',
#
#-     'ramp': 'First Fridays, then the early shift, then all. If the soup ran out before one, back a step. It ran out twice, on the same day of the week.',
#+     'ramp': 'First Fridays, then the early shift, then all. If the soup ran out before one, back a step. It ran out twice, on the same day of the week.',
#
#-     'result': 'Leftovers are at 7 per hundred, and the porter gets a call at ten.',
#+     'result': 'Leftovers are at 7 per hundred, and the porter gets a call at ten.',
#
#-     'after': 'The door still has a number on it. When the cooks pass it, I come, and we look for what to end.',
#+     'after': 'The door still has a number on it. When the cooks pass it, we come, and we look for what to end.',

# %% wrong="no number in evidence" caught_by="numbers and comparisons" of="a lunch menu"
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': 'Leftovers had gone up for years, and that was more than we wanted.',

# %% wrong="evidence compares with nothing" caught_by="numbers and comparisons" of="a lunch menu"
#-     'evidence': 'Leftovers had gone up from 4 to 11 per hundred meals in two years. The works council and I had written 8 on the kitchen door in spring, as the line.',
#+     'evidence': 'Leftovers are 11 per hundred meals. The works council and I wrote 8 on the kitchen door.',

# %% wrong="no number in result" caught_by="numbers and comparisons" of="a lunch menu"
#-     'result': 'Leftovers are at 7 per hundred, and the porter gets a call at ten.',
#+     'result': 'Leftovers are low and the porter gets a call.',
