# %% right="foodbank"
access_story = {
    'audience': 'Volunteers at a food bank decide each morning which of four vans goes to which street.',
    'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
    'not_built': [('An app with a map', 'half of them had no phone with data')],
    'guardrails': 'Names of households never left the office; a card shows a street only if it has ten homes or more. The coordinator owns the list. When the count was not done, the card said so in red.',
    'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed at about 30.',
    'removed': 'The weekly spreadsheet that I used to mail. One man asked for it and I gave him the cards.',
    'learning': 'I ask now what people call a thing before I name a column.',
}

# %% right="short and dry"
access_story = {
    'audience': 'Night clerks. They assign returned parcels to shelves.',
    'artefact': 'They asked me for a screen. I watched two nights first. Nobody looked up. So I had the scanner speak the shelf number, once, in a calm voice. It took me nine days, and I recorded the numbers myself in a wardrobe.',
    'not_built': [('A wall screen', 'the light falls on it'), ('A printed list', 'it is old by midnight')],
    'guardrails': "Only the shelf is spoken, never a name. If the server is away, it says 'by hand', and they know what to do. The shift lead owns the shelf plan, and I test it every evening with ten known parcels.",
    'adoption': 'Wrong shelves: three in a thousand instead of eleven. The day shift without voices stayed at ten.',
    'removed': 'I took down the laminated plan. It was from another building anyway.',
    'learning': 'What people ask for is a guess about what they need. I test the guess first now, and it saved me a month on the next job.',
}

# %% right="a school"
access_story = {
    'audience': 'Heads of year at a secondary school decide which pupils get an hour with a tutor. They decide on Fridays, from a spreadsheet of marks.',
    'artefact': 'I sat in three of their meetings. The talk was always about pupils who had fallen, yet the sheet was sorted by name. I made one page per year group that shows only pupils whose marks fell in two subjects or more, with the two subjects and the teacher to ask. It is printed, because the meeting has no screen.',
    'not_built': [('A risk score per pupil', 'a number sticks to a child, and nobody could contest it'), ('A parent portal', "parents hadn't asked, and the unions had")],
    'guardrails': "A head of year sees that year. The page is shredded after the meeting. The deputy head owns the rule of two subjects. If a teacher hasn't entered marks, the name of the subject is grey instead of the pupil looking fine.",
    'adoption': "Of the 40 tutor hours, 33 went to pupils on the page, and before it was 14. I can't say that marks rose; I don't have a comparison for that.",
    'removed': 'We stopped the colour-coded sheet with all pupils, on my proposal. Two teachers missed it and keep their own.',
    'learning': 'I learned that sorting is a decision, and I now ask who loses by the default order of any list that I show.',
}

# %% right="a bank, told with a mistake first"
access_story = {
    'audience': 'Branch staff at a small bank answer customers who ask why a card was blocked.',
    'artefact': "My first version explained the model. Staff read out 'anomalous merchant category' to a pensioner, and she cried. I threw it away. I listened to sixty recorded calls, and then I wrote eleven sentences in plain words together with two of the clerks, and mapped each block to one of them.",
    'not_built': [('Access to the scores', 'a score on a screen gets quoted to customers'), ('A chatbot for the branch', 'the clerks wanted to look at the customer, not at a box')],
    'guardrails': 'Legal signed each sentence. A clerk sees the sentence only for a customer who is identified. Blocks without a sentence are listed to me every morning, so nobody invents one.',
    'adoption': "Calls to the back office about blocks halved within two months, from about 220 a week. In the phone channel, where we hadn't launched, they didn't move.",
    'removed': 'The nine-page manual on card blocks. I asked the branches who used it, and the answer was a laugh.',
    'learning': 'I learned that an explanation has an audience. I test a text on the person who will say it aloud, before anything else.',
}

# %% right="research lab"
access_story = {
    'audience': "Lab technicians at an institute choose which of six sequencers to load; they aren't programmers and don't want to be.",
    'artefact': "I wrote a small script that posts one picture to their chat at 7:15: six bars, expected queue in hours, with yesterday's error as a whisker. I built it on a Sunday. Then I spent five weeks on getting the run times right, because a bar that lies twice isn't looked at a third time.",
    'not_built': [('A booking system', 'they had one, and they booked everything just in case'), ('A Grafana board', "behind the VPN, and gloves don't unlock phones")],
    'guardrails': "No sample identifiers in the picture. The facility manager owns 'queue'; I own the estimate. A test compares the estimate with the log each night, and above 25% error the picture is posted with a warning.",
    'adoption': 'Idle sequencer hours fell from 19 to 8 per week. They had been around 19 for the whole year before.',
    'removed': 'I removed myself: they used to ring me to ask. Also the whiteboard, but they put it back up, and they were right.',
    'learning': 'I learned to publish my error next to my estimate. I have done it in two projects since.',
}

# %% right="non-native, product team"
access_story = {
    'audience': 'The category managers in a web shop, seven persons, they decide each Tuesday which products go to the front page.',
    'artefact': 'First I asked every manager for the last decision they regret. Five of seven told me about products which were out of stock on Wednesday. So I made a list of candidates with days of stock, not with click rate. I made it as a comment inside the tool they already use, this was the difficult part, I needed to convince the owner of this tool and I promised to be on call for it.',
    'not_built': [('One more dashboard in our BI tool', 'they have nineteen and open two')],
    'guardrails': 'Margin is only visible for managers of the same category. The definition of days of stock has an owner in logistics. If the feed is older than a day the comment is empty.',
    'adoption': 'Before, 22% of front-page products were out of stock within two days. After three months it was 6%. The Italian shop without this list had 20% in the same time.',
    'removed': 'I closed four dashboards which nobody opened since spring. One was opened by my own test robot.',
    'learning': 'Ask for the last regret, not for requirements. I use this in every kick-off since then.',
}

# %% right="public health, plain"
access_story = {
    'audience': 'District nurses decide on Sunday evening whom to visit in a heat wave.',
    'artefact': "I wrote them a letter. Really, a letter: one page, ten names of streets, why these, and what I could not see from my desk. I phoned three of them each Sunday to ask what was wrong with it. After the fourth letter we changed the order, because a street with a shaded yard isn't hot.",
    'not_built': [('A heat map online', 'nurses plan in the car'), ('Text messages to patients', 'we had no consent for it')],
    'guardrails': 'Streets, not patients. Fewer than twenty homes: left out. The district physician signs, so she owns it. The letter carries the hour of the forecast in the first line.',
    'adoption': "Visits in listed streets rose to 310 from 140 in comparable weeks of the year before. I don't know if anybody lived longer for it, and I say so.",
    'removed': 'The daily e-mail with the forecast for the whole region. I asked for complaints for a month and got none.',
    'learning': "I learned to write down what I can't see. Nurses trusted the rest more.",
}

# %% right="games studio"
access_story = {
    'audience': 'Level designers, 14 of them, artists mostly. They wanted to know where players quit.',
    'artefact': "I put the quits into the level editor as red dots. That's it. They already lived in the editor. It needed a plug-in in a language I didn't know, so I paired with a tools programmer for two sprints and I did the boring half, the coordinates.",
    'not_built': [('Funnels in the analytics suite', 'a funnel has no place on a map'), ('A weekly insights meeting', "they'd hear about a level a month after they had left it"), ('Automatic difficulty', 'not ours to decide')],
    'guardrails': "Dots come from at least 200 sessions, or there is no dot. No player ids. The lead designer owns what counts as a quit, and it took us two afternoons to agree that a crash isn't one.",
    'adoption': "In the first chapter, which had dots, designers changed 23 spots; in the second, without, 6. Quits per hour dropped by a third in the changed spots, but players also got better, so don't quote me on that.",
    'removed': 'I deleted the heatmap page I had built the year before. My own. It hurt a bit.',
    'learning': 'I put things where people already look. Before I build a page now I ask which window is open.',
}

# %% right="energy utility, long"
access_story = {
    'audience': 'Field crews of a grid operator are sent to repair outages by three dispatchers. At night there is one dispatcher, and she decides in which order twelve districts are served.',
    'artefact': "The dispatchers had a screen with forty columns per outage. I asked each of them to think aloud through five real nights, and wrote down which columns they named. It was four: how many homes, a hospital or not, how far the crew is, and how long the crew has been awake. The last one wasn't on the screen at all; she knew it by heart. I built a list with these four, in the order that the dispatcher sets by dragging, not by a formula. I insisted that no score was computed. My own manager wanted one. I showed him that in 30 past nights the three dispatchers, given the same list, chose different orders and could defend each.",
    'not_built': [('A priority score', 'it would be wrong on the night when it matters, and she would have to defend it'), ('A dashboard for management', 'they asked; I offered a monthly page instead')],
    'guardrails': 'Only dispatchers see which crew is how tired. The works council agreed to that in writing, and I keep the list of who looked. If crew data is older than ten minutes the cell is hatched. The head of dispatch owns the order of the columns.',
    'adoption': "After a year all three use it on every shift. Calls from crews to ask 'where next' fell from 26 to 9 a night. On the eastern grid, which has the old screen, it is still about 25.",
    'removed': 'We took out thirty-six columns. I kept them reachable by one key for half a year and counted: the key was pressed eleven times, nine of them by an auditor. Then I removed the key.',
    'learning': 'I learned that leaving things out needs more evidence than putting them in, and that I can get this evidence by counting key presses.',
}

# %% right="city council, number in words"
access_story = {
    'audience': 'Councillors vote on bus lines and get sixty pages the evening before.',
    'artefact': 'I asked two of them to read the papers with me in the room. Both skipped to the last table. I wrote a single page that begins with who would have to walk further, and how many they are, and I put the sixty pages behind it unchanged.',
    'not_built': [('An interactive map', 'the vote is on paper, by law')],
    'guardrails': "Numbers below fifty people are rounded to 'a few'. The transport office owns the counts and signs the page; I don't. There's a date on it, and the words 'school holidays not included'.",
    'adoption': 'Before, nobody asked about walking distance in the meeting. Since then somebody did in nine of ten votes.',
    'removed': 'Two appendices that repeated each other. The clerk thanked me.',
    'learning': 'I learned to watch people read. I have not sent a paper since without doing that once.',
}

# %% wrong="a part left out" caught_by="every part is written" of="foodbank"
#-     'learning': 'I ask now what people call a thing before I name a column.',

# %% wrong="a part is empty" caught_by="every part is written" of="foodbank"
#-     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
#+     'artefact': '',

# %% wrong="a part is blanks" caught_by="every part is written" of="foodbank"
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': '   ',

# %% wrong="dots for a part" caught_by="every part is written" of="foodbank"
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': ...,

# %% wrong="None for a part" caught_by="every part is written" of="foodbank"
#-     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
#+     'artefact': None,

# %% wrong="a placeholder in brackets" caught_by="every part is written" of="foodbank"
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': 'I ask now what people call a thing before I name a column. At <company> too.',

# %% wrong="a TODO is left" caught_by="every part is written" of="foodbank"
#-     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
#+     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs. TODO add figures.',

# %% wrong="blanks to fill in" caught_by="every part is written" of="foodbank"
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': 'I ask now what people call a thing before I name a column. It took ____ in all.',

# %% wrong="one sentence twice" caught_by="every part is written" of="foodbank"
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': 'I printed the streets on cards, sorted by how many parcels came back undelivered the week before. I ask now what people call a thing before I name a column.',

# %% wrong="a list of strings in a part" caught_by="every part is written" of="foodbank"
#-     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
#+     'artefact': ['I rode along for a week and saw that they picked by memory', 'I printed the streets on cards, sorted by how many parcels came back undelivered the week before', 'The first cards had postcodes', 'Nobody thinks in postcodes, so I used the names of the pubs.'],

# %% wrong="a part in two words" caught_by="every part is written" of="foodbank"
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': 'A lot.',

# %% wrong="headings instead of sentences" caught_by="fits the clock" of="foodbank"
#-     'audience': 'Volunteers at a food bank decide each morning which of four vans goes to which street.',
#+     'audience': 'Volunteers at a food bank decide each morning',
#
#-     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
#+     'artefact': 'I rode along for a week and saw that they picked by memory. I printed',
#
#-     'not_built': [('An app with a map', 'half of them had no phone with data')],
#+     'not_built': [('An app with a map', 'half of them had no phone with data')],
#
#-     'guardrails': 'Names of households never left the office; a card shows a street only if it has ten homes or more. The coordinator owns the list. When the count was not done, the card said so in red.',
#+     'guardrails': 'Names of households never left the office; a',
#
#-     'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed at about 30.',
#+     'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed',
#
#-     'removed': 'The weekly spreadsheet that I used to mail. One man asked for it and I gave him the cards.',
#+     'removed': 'The weekly spreadsheet that I used',
#
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': 'I ask now what people call a thing',

# %% wrong="half an hour of it" caught_by="fits the clock" of="foodbank"
#-     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
#+     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs. On day 2 I read one more table and wrote to one more person. On day 3 I read one more table and wrote to one more person. On day 4 I read one more table and wrote to one more person. On day 5 I read one more table and wrote to one more person. On day 6 I read one more table and wrote to one more person. On day 7 I read one more table and wrote to one more person. On day 8 I read one more table and wrote to one more person. On day 9 I read one more table and wrote to one more person. On day 10 I read one more table and wrote to one more person. On day 11 I read one more table and wrote to one more person. On day 12 I read one more table and wrote to one more person. On day 13 I read one more table and wrote to one more person. On day 14 I read one more table and wrote to one more person. On day 15 I read one more table and wrote to one more person. On day 16 I read one more table and wrote to one more person. On day 17 I read one more table and wrote to one more person. On day 18 I read one more table and wrote to one more person. On day 19 I read one more table and wrote to one more person. On day 20 I read one more table and wrote to one more person. On day 21 I read one more table and wrote to one more person. On day 22 I read one more table and wrote to one more person. On day 23 I read one more table and wrote to one more person. On day 24 I read one more table and wrote to one more person. On day 25 I read one more table and wrote to one more person. On day 26 I read one more table and wrote to one more person. On day 27 I read one more table and wrote to one more person. On day 28 I read one more table and wrote to one more person. On day 29 I read one more table and wrote to one more person.',

# %% wrong="mostly context" caught_by="mostly what you did" of="foodbank"
#-     'audience': 'Volunteers at a food bank decide each morning which of four vans goes to which street.',
#+     'audience': 'Volunteers at a food bank decide each morning which of four vans goes to which street. The first floor had a team of its own with its own tools and habits. The second floor had a team of its own with its own tools and habits. The third floor had a team of its own with its own tools and habits. The fourth floor had a team of its own with its own tools and habits. The fifth floor had a team of its own with its own tools and habits. The sixth floor had a team of its own with its own tools and habits.',

# %% wrong="we, all along" caught_by="I at least as often as we" of="foodbank"
#-     'audience': 'Volunteers at a food bank decide each morning which of four vans goes to which street.',
#+     'audience': 'Volunteers at a food bank decide each morning which of four vans goes to which street.',
#
#-     'artefact': 'I rode along for a week and saw that they picked by memory. I printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so I used the names of the pubs.',
#+     'artefact': 'we rode along for a week and saw that they picked by memory. we printed the streets on cards, sorted by how many parcels came back undelivered the week before. The first cards had postcodes. Nobody thinks in postcodes, so we used the names of the pubs.',
#
#-     'not_built': [('An app with a map', 'half of them had no phone with data')],
#+     'not_built': [('An app with a map', 'half of them had no phone with data')],
#
#-     'guardrails': 'Names of households never left the office; a card shows a street only if it has ten homes or more. The coordinator owns the list. When the count was not done, the card said so in red.',
#+     'guardrails': 'Names of households never left the office; a card shows a street only if it has ten homes or more. The coordinator owns the list. When the count was not done, the card said so in red.',
#
#-     'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed at about 30.',
#+     'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed at about 30.',
#
#-     'removed': 'The weekly spreadsheet that I used to mail. One man asked for it and I gave him the cards.',
#+     'removed': 'The weekly spreadsheet that we used to mail. One man asked for it and we gave him the cards.',
#
#-     'learning': 'I ask now what people call a thing before I name a column.',
#+     'learning': 'we ask now what people call a thing before we name a column.',

# %% wrong="no number in adoption" caught_by="numbers and comparisons" of="foodbank"
#-     'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed at about 30.',
#+     'adoption': 'Undelivered parcels are rare now, and fewer than before.',

# %% wrong="adoption compares with nothing" caught_by="numbers and comparisons" of="foodbank"
#-     'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed at about 30.',
#+     'adoption': 'Undelivered parcels are 12 a week, says the office.',

# %% wrong="the pairs as prose" caught_by="ways not taken with reasons" of="foodbank"
#-     'not_built': [('An app with a map', 'half of them had no phone with data')],
#+     'not_built': 'I also thought of another way but it was slower.',

# %% wrong="no reason given" caught_by="ways not taken with reasons" of="foodbank"
#-     'not_built': [('An app with a map', 'half of them had no phone with data')],
#+     'not_built': [('An app with a map', '')],

# %% wrong="no way was left out" caught_by="ways not taken with reasons" of="foodbank"
#-     'not_built': [('An app with a map', 'half of them had no phone with data')],
#+     'not_built': [('x y z',)],

# %% wrong="a part holds a year, not a number" caught_by="numbers and comparisons" of="foodbank"
#-     'adoption': 'Undelivered parcels went from 31 a week to 12. In the branch across the river, which had no cards yet, they stayed at about 30.',
#+     'adoption': 'Since 2021 fewer parcels come back than before.',
