# %% right="a brother"
mentor_story = {
    'situation': 'My brother repairs bicycles and wanted to do his own accounts.',
    'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
    'method': "I threw away my spreadsheet. We put receipts into four jam jars, and each Sunday he told me the sum of a jar and I wrote it down without a word. I didn't check. Twice I knew that the rent was in the wrong jar and kept quiet for a week.",
    'rails': "With the tax office I'd have stepped in, a month before the date.",
    'alone': "He used to ring me eleven times a quarter, now it's once, and that's to boast.",
    'scaled': 'His neighbour, a hairdresser, has jars too.',
    'their_words': 'He says: "You finally shut up."',
}

# %% right="a surgeon"
mentor_story = {
    'situation': 'A resident in her third year was assigned to me, technically the best in her group.',
    'gap': "She operated well and froze when I left the room. I had thought it was knots. I counted: in nineteen operations she had asked 'shall I?' sixty times, and fifty-eight times she had already been right.",
    'method': "I told her the number. From then on I stood with my hands behind my back, which the whole theatre could see, and she had to say what she'd do and then do it. I held back in front of a bleeding for what felt like an hour; it was twenty seconds.",
    'rails': 'If the pressure had gone under ninety I would have taken over, and she knew the number.',
    'alone': "'Shall I' went from three per operation to fewer than one in five. Last month she stopped me from closing too early.",
    'scaled': 'Two colleagues put their hands behind their backs now.',
    'their_words': "To a student she said, 'he's slow to praise but he counts'.",
}

# %% right="remote, terse"
mentor_story = {
    'situation': 'Junior SRE. Other continent. Five hours overlap.',
    'gap': 'Not Linux. He waited for me to wake up. I read a month of chat: 26 of 30 questions solved before I answered.',
    'method': "I stopped answering within the first four hours. Told him so, and why. He wrote what he'd do at minute thirty, did it at minute sixty. I read it in the morning and put a thumb or a question. I saw a bad failover coming once, at night, on my phone, and turned the phone round.",
    'rails': 'Customer data: call me, any hour. He called twice.',
    'alone': 'Questions fell to about six a month, and he has rolled back a change of mine.',
    'scaled': "The minute-thirty rule is in the team's handbook, by his hand.",
    'their_words': '"First week I thought you were rude," he wrote in the review.',
}

# %% right="a librarian, non-native"
mentor_story = {
    'situation': 'In our library a man came to us from the army, he was fifty and I was thirty, I should show him the cataloguing.',
    'gap': 'He made no mistakes but he made three books per day. At first I thought about speed. Then I saw he reads each rule until the end again, because in his life a mistake was dangerous.',
    'method': "I gave him books where nothing can happen, donations, two hundred of them, and I said that I will find ten mistakes and I'll be disappointed if there are less. I did not look for two weeks, this was not easy for me.",
    'rails': "Old maps he didn't touch alone.",
    'alone': 'He does now forty a day, before it was three, and he decides which rule we ignore.',
    'scaled': 'We give the donations to every new person since that time, my colleague does it.',
    'their_words': 'He said at my farewell: „you made me allowed to be bad“.',
}

# %% right="a football coach turned analyst"
mentor_story = {
    'situation': 'I coached an analyst at a second-division club who wrote reports of nine pages.',
    'gap': "He knew more than I'd ever know about pressing. The players stopped at page one. It wasn't the writing, I had first sent him on a course for that; he'd never sat in the cabin at half time.",
    'method': "I took him in. Twelve minutes, wet shirts. I asked him afterwards what he would have said in those twelve minutes and bit my lip while he talked for twenty. The next week it was eight. I didn't cut a word of his.",
    'rails': 'On match days the head coach could say stop, with one hand.',
    'alone': 'From nine pages to one. In spring he told the head coach at half time to leave the left side alone, against my view, and we drew instead of losing.',
    'scaled': "The women's team's analyst sits in the cabin as well, nobody had to ask.",
    'their_words': 'What he says about me: “He let me bore eleven people.”',
}

# %% right="a manager who failed first"
mentor_story = {
    'situation': 'A product manager in my team was to take over negotiations from me.',
    'gap': "I believed that he lacked toughness and sent him my books. It was numbers: he didn't know what we could afford to lose. I saw that when he asked me in the lift.",
    'method': "We wrote one page together with three numbers, what we want, what we'd take, when we leave. He went alone. I'd arranged not to be reachable until four. At two I knew from the other side that it went badly and I stayed unreachable.",
    'rails': "Anything over 200,000 needed two signatures, his and finance's, not mine.",
    'alone': "He has closed seven of nine, I'd closed half. The eighth he left, as the page said, and I'd have signed.",
    'scaled': 'The page is used by sales now, with a fourth number that he added.',
    'their_words': '"The books were an insult," he told me, "and the page was a gift."',
}

# %% right="open source"
mentor_story = {
    'situation': 'A student in Lagos opened a pull request to my project; it had forty commits and no test.',
    'gap': "She could code far better than her commits. I asked her to tell me what each was for, on a call, and she couldn't for thirty of them; nobody had ever asked her.",
    'method': "I closed nothing and merged nothing. I asked for one commit a week with a sentence that her sister would understand. For the third one I saw a race that she'd overlooked, and I asked 'what if two come at once' and waited for eight days.",
    'rails': 'Releases stayed with me until the fifth clean one.',
    'alone': "By autumn she merged others' work, 22 of them without me, compared with none before, and turned down one of mine.",
    'scaled': "The 'sister' sentence is in the contributing guide. Three maintainers use it on newcomers.",
    'their_words': 'On her blog: “the most annoying question on the internet, and the best one.”',
}

# %% right="a kitchen"
mentor_story = {
    'situation': 'I ran a hotel kitchen and had a young cook for the sauces.',
    'gap': 'Nothing wrong with her tongue. She salted late, always. I watched for a week: she tasted after the others had tasted, never before them.',
    'method': 'I made her taste first, each evening at five, and say it out loud before anyone else could. I kept my own spoon in my pocket. One evening the stock was burnt, I smelled it from the door, and I let her go round with it, she caught it at the third pot.',
    'rails': 'Nothing went out to guests without the second taste at six.',
    'alone': "Sauces sent back fell from about five a week to one. She has changed my veal stock and it's better, I hate to say.",
    'scaled': "The pastry does it at four. They didn't ask me.",
    'their_words': '"Chef, you smelled it, didn\'t you?" That was all she ever said about it.',
}

# %% right="a senior helped by a junior"
mentor_story = {
    'situation': 'Odd one: the person I mentored had twenty years more than me. An actuary who moved to our modelling group.',
    'gap': "Everybody said that Python was the gap. He'd learned Python in a month, on trains. He never ran anything that might fail, because at his old desk a run had cost money and a form.",
    'method': "I set his machine to break. Really: a copy of production that resets at noon. His task was to destroy it before noon, every day for two weeks, in a new way. I answered no question before he'd tried twice. I watched him drop a table and drank my coffee.",
    'rails': "The copy had no names in it, and there was no way from there to the real one; I'd had that checked.",
    'alone': "Before, two runs a day; after, sixty. He deleted a step of mine that I'd been proud of, and the result stayed the same.",
    'scaled': "We've given the breakable copy to three others since; he runs that.",
    'their_words': "He says I 'ruined a perfectly careful man'.",
}

# %% right="long, a teacher of apprentices"
mentor_story = {
    'situation': 'At a public utility I was responsible for six apprentices, and one of them, Dilan, was about to be sent away at the end of the probation.',
    'gap': "The file said unreliable: late nine times in two months. I looked at the nine days. All of them were Tuesdays and Thursdays, when the early bus isn't running, and nobody had noticed that in a company which plans bus lines. But there was more: on the other days he came forty minutes early and nobody gave him anything to do. So it wasn't will, and it wasn't only the bus; he'd learned that it made no difference.",
    'method': 'I changed his start on two days, which needed a signature that I got in a corridor. And I gave him the key to the meter room, with the task of having the first reading on the board before the crews came. I did not come down to look. In the second week the board was empty on the Wednesday; I saw it from the stairs at seven, and I turned round and went to my office. At half past, a crew leader asked him for it in front of everyone. He never left it empty again.',
    'rails': "If a crew had gone out without a reading to a live line, I'd have been at the door.",
    'alone': 'Late days fell from nine to none in two months. He passed, not brilliantly. He decides today which meters are read first, and he was against the new route, which I had signed, and the crews went by his.',
    'scaled': 'Each apprentice gets a key to something in the first week now; the colleague who took over from me has extended it to the interns.',
    'their_words': 'At the end of his training he thanked everybody, and about me he said: "She gave me a key, and she didn\'t come down." I had always worried that he thought I hadn\'t cared.',
}

# %% wrong="a part left out" caught_by="every part is written" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',

# %% wrong="a part is empty" caught_by="every part is written" of="a brother"
#-     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
#+     'gap': '',

# %% wrong="a part is blanks" caught_by="every part is written" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': '   ',

# %% wrong="dots for a part" caught_by="every part is written" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': ...,

# %% wrong="None for a part" caught_by="every part is written" of="a brother"
#-     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
#+     'gap': None,

# %% wrong="a placeholder in brackets" caught_by="every part is written" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': 'He says: "You finally shut up." At <company> too.',

# %% wrong="a TODO is left" caught_by="every part is written" of="a brother"
#-     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
#+     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly. TODO add figures.",

# %% wrong="blanks to fill in" caught_by="every part is written" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': 'He says: "You finally shut up." It took ____ in all.',

# %% wrong="one sentence twice" caught_by="every part is written" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': 'What he couldn\'t bear was the table, since at school tables had meant being wrong in front of others. He says: "You finally shut up."',

# %% wrong="a list of strings in a part" caught_by="every part is written" of="a brother"
#-     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
#+     'gap': ['He could add', "What he couldn't bear was the table, since at school tables had meant being wrong in front of others", 'I found out when he did it all in his head, correctly.'],

# %% wrong="a part in two words" caught_by="every part is written" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': 'A lot.',

# %% wrong="half an hour of it" caught_by="fits the clock" of="a brother"
#-     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
#+     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly. On day 2 I read one more table and wrote to one more person. On day 3 I read one more table and wrote to one more person. On day 4 I read one more table and wrote to one more person. On day 5 I read one more table and wrote to one more person. On day 6 I read one more table and wrote to one more person. On day 7 I read one more table and wrote to one more person. On day 8 I read one more table and wrote to one more person. On day 9 I read one more table and wrote to one more person. On day 10 I read one more table and wrote to one more person. On day 11 I read one more table and wrote to one more person. On day 12 I read one more table and wrote to one more person. On day 13 I read one more table and wrote to one more person. On day 14 I read one more table and wrote to one more person. On day 15 I read one more table and wrote to one more person. On day 16 I read one more table and wrote to one more person. On day 17 I read one more table and wrote to one more person. On day 18 I read one more table and wrote to one more person. On day 19 I read one more table and wrote to one more person. On day 20 I read one more table and wrote to one more person. On day 21 I read one more table and wrote to one more person. On day 22 I read one more table and wrote to one more person. On day 23 I read one more table and wrote to one more person. On day 24 I read one more table and wrote to one more person. On day 25 I read one more table and wrote to one more person. On day 26 I read one more table and wrote to one more person. On day 27 I read one more table and wrote to one more person. On day 28 I read one more table and wrote to one more person. On day 29 I read one more table and wrote to one more person.",

# %% wrong="mostly context" caught_by="mostly what you did" of="a brother"
#-     'situation': 'My brother repairs bicycles and wanted to do his own accounts.',
#+     'situation': 'My brother repairs bicycles and wanted to do his own accounts. The first floor had a team of its own with its own tools and habits. The second floor had a team of its own with its own tools and habits. The third floor had a team of its own with its own tools and habits. The fourth floor had a team of its own with its own tools and habits. The fifth floor had a team of its own with its own tools and habits. The sixth floor had a team of its own with its own tools and habits.',

# %% wrong="we, all along" caught_by="I at least as often as we" of="a brother"
#-     'situation': 'My brother repairs bicycles and wanted to do his own accounts.',
#+     'situation': 'our brother repairs bicycles and wanted to do his own accounts.',
#
#-     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
#+     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. we found out when he did it all in his head, correctly.",
#
#-     'method': "I threw away my spreadsheet. We put receipts into four jam jars, and each Sunday he told me the sum of a jar and I wrote it down without a word. I didn't check. Twice I knew that the rent was in the wrong jar and kept quiet for a week.",
#+     'method': "we threw away our spreadsheet. We put receipts into four jam jars, and each Sunday he told us the sum of a jar and we wrote it down without a word. we didn't check. Twice we knew that the rent was in the wrong jar and kept quiet for a week.",
#
#-     'rails': "With the tax office I'd have stepped in, a month before the date.",
#+     'rails': "With the tax office We'd have stepped in, a month before the date.",
#
#-     'alone': "He used to ring me eleven times a quarter, now it's once, and that's to boast.",
#+     'alone': "He used to ring us eleven times a quarter, now it's once, and that's to boast.",
#
#-     'scaled': 'His neighbour, a hairdresser, has jars too.',
#+     'scaled': 'His neighbour, a hairdresser, has jars too.',
#
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': 'He says: "You finally shut up."',

# %% wrong="no number in alone" caught_by="numbers and comparisons" of="a brother"
#-     'alone': "He used to ring me eleven times a quarter, now it's once, and that's to boast.",
#+     'alone': 'He used to ring me all the time, and that has stopped.',

# %% wrong="alone compares with nothing" caught_by="numbers and comparisons" of="a brother"
#-     'alone': "He used to ring me eleven times a quarter, now it's once, and that's to boast.",
#+     'alone': 'He rings me 1 time, and that is to boast of his 4 jars.',

# %% wrong="no quotation" caught_by="numbers and comparisons" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': 'He says that I finally shut up, and he is glad.',

# %% wrong="a quotation of one word" caught_by="numbers and comparisons" of="a brother"
#-     'their_words': 'He says: "You finally shut up."',
#+     'their_words': 'He says that it was "fine", more or less.',

# %% wrong="too short" caught_by="fits the clock" of="a brother"
#-     'gap': "He could add. What he couldn't bear was the table, since at school tables had meant being wrong in front of others. I found out when he did it all in his head, correctly.",
#+     'gap': "He could add. What he couldn't bear was the table itself.",
#
#-     'method': "I threw away my spreadsheet. We put receipts into four jam jars, and each Sunday he told me the sum of a jar and I wrote it down without a word. I didn't check. Twice I knew that the rent was in the wrong jar and kept quiet for a week.",
#+     'method': 'I threw away my spreadsheet, and we put all of the receipts into four jam jars.',
#
#-     'rails': "With the tax office I'd have stepped in, a month before the date.",
#+     'rails': "With the tax office I'd have stepped in.",
