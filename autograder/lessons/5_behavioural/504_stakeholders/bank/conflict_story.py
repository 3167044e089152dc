# %% right="ambulance"
conflict_story = {
    'situation': 'At an ambulance trust I predicted where calls would come from. The union rep of the crews called it the slave map in a meeting.',
    'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
    'my_fault': 'I had shown it at the launch with a smiling stock photo. I had not spoken to one crew before that. It took a year to be forgiven.',
    'tried': [('A question and answer sheet', 'it answered what nobody had asked')],
    'change': "I stopped sending 'optimal positions' and sent 'two calls are likely near the bridge by six; who is nearest and not in the last hour?'. Dispatch decides.",
    'outcome': 'Refused moves went from 40 a month to 6. Response time is the same as before, to the second. The rep and I have coffee; he still says slave map.',
    'ritual': "Each rota change he gets the map a week before it's live.",
}

# %% right="a publisher, short"
conflict_story = {
    'situation': 'The head of rights at a publisher ignored my sales forecast for two years and I took it personally.',
    'their_view': 'She sells a book on the second page of a mail. A forecast with a range makes her sound unsure, and the buyer hears a discount.',
    'my_fault': 'I had put the range in bold. I thought honesty was about the range, and I never asked what she used it for.',
    'tried': [('a one-day training', 'she left at lunch, rightly')],
    'change': 'Now she gets one number which she may say, and a second one below which she should phone me. Before it was 4,000 to 9,000; now it is: say 6,000, call me under 4,500.',
    'outcome': 'She used it for nine of twelve titles last season. She called me four times, and I was wrong twice.',
    'ritual': 'We look at the misses together, in January and in July.',
}

# %% right="municipal water"
conflict_story = {
    'situation': 'I am an engineer at a water utility. The works council objected to leak detection from meters.',
    'their_view': "You can see from a meter when somebody showers, and whether they are alone. The chair had worked in a place where such data was used against a colleague with a drinking problem. So for her it wasn't abstract, and no paragraph would change that.",
    'my_fault': "In my first paper I'd written that consent was implied. It was copied from another project. I hadn't read it properly.",
    'tried': [('A legal opinion', 'it won the argument and lost the room'), ('Anonymised identifiers', 'she showed us in ten minutes how to find her own flat')],
    'change': 'I asked her to write the rule. She wrote: sums per street, never less than thirty homes, hourly values deleted after a day. I had wanted ninety days. We found leaks with one day too, just later.',
    'outcome': "We find about 70% of the leaks that I'd hoped to find. It has run for three years without an incident, and she defends it in front of other councils.",
    'ritual': 'Once a year she gets an hour with the raw tables and a person who answers everything.',
}

# %% right="start-up, told against himself"
conflict_story = {
    'situation': 'Our founder wanted a demo for investors on a Thursday. I refused on the Tuesday, loudly, in the open-plan office.',
    'their_view': "He had payroll for eleven weeks. A demo with a faked result was, in his view, a drawing of what we'd build anyway, and everybody in that room would understand it as a drawing.",
    'my_fault': "I said fraud. In front of the interns. It wasn't, and I knew that when I said it. Two of them asked me afterwards whether they should leave.",
    'tried': [('Writing a long mail the same night', 'he read the first line')],
    'change': "On Wednesday I came with a thing that worked for 12 of 40 cases and one sentence for the screen: 'these twelve are real, the rest we're raising for'. He read it out word for word.",
    'outcome': "We got the money, half of what he'd asked. He apologised, I apologised, in that order, and he has never asked for a fake since. I've been at the firm for five years.",
    'ritual': 'Every demo now has a first slide that says what is real. He wrote it.',
}

# %% right="pharmacy logistics, non-native"
conflict_story = {
    'situation': 'The purchasing manager of a pharmacy group did not want to use my order proposals, since eight months.',
    'their_view': 'If something is missing, the pharmacist calls her and not me. She has an own list with forty products that must never be missing, it is in her head, and my proposals did not respect it. From her view I was proposing to make patients wait.',
    'my_fault': 'I never asked for the list. I measured stock cost and I was proud of it, and I wrote to her boss before I wrote to her.',
    'tried': [('I included a service level for all products', 'it was the same for plasters and for insulin')],
    'change': "I went there and we sat down with the list. She said 31 products, I wrote. The proposal shows now these on top with 'yours' and I cannot change them.",
    'outcome': 'She accepts 85 of 100 proposals, earlier it was zero. Missing insulin: never since then. Her boss did get an apology from me too.',
    'ritual': 'Every first Monday she changes the list, ten minutes by phone.',
}

# %% right="film production"
conflict_story = {
    'situation': 'A line producer and I disagreed over a scheduling model during a shoot with 140 people.',
    'their_view': "She said that a plan is also a promise to people: when an actor hears at noon that tomorrow changed, you've lost a scene whatever the plan says. Her plan was worse on paper. It was the one that people believed.",
    'my_fault': "I had pushed the new plan at eleven at night because it saved two days. I'd not slept either. I can't blame the model for that.",
    'tried': [('Fewer updates, twice a day', 'each one still surprised somebody'), ('Letting her overrule', 'then she had the work and I had the credit')],
    'change': "The message used to be a whole new plan. It became one line: 'moving scene 12 to Friday would save half a day; who'd have to know by four?' If the list had more than eight names, we didn't.",
    'outcome': 'We finished three days late instead of five, and the last two weeks had one change. She asked for me on her next film.',
    'ritual': "She still does the four o'clock line, without me, with a pencil.",
}

# %% right="bank compliance, long"
conflict_story = {
    'situation': "A compliance officer at the bank where I worked blocked a fraud model for seven months, and I told everybody that he didn't want to understand it.",
    'their_view': "He'd signed for the previous one. When it turned out that it flagged people by the country in their passports, it was he who was questioned for two days by the supervisor, not the team that had built it, which had been dissolved. He had asked for the reasons behind single decisions, in writing, and got a link to a repository. With that history I'd have blocked mine as well, and for longer.",
    'my_fault': "I took his questions for tactics. In my third reply I copied his director and wrote 'as explained twice'. I hadn't explained it twice; I had sent it twice. He stopped answering, and the project stood still from March to May, which I reported as 'waiting for compliance'.",
    'tried': [('An audit by a third party', 'it took six weeks and tested the wrong version'), ('A simpler model', "he said, correctly, that simple and explained aren't the same")],
    'change': "I withdrew the mail in front of his director. Then I asked him to bring three cases in which he'd have to defend a decision, and we wrote the letter to the customer for each, by hand, before I touched the model. Two of my features couldn't be said aloud in such a letter. I removed them.",
    'outcome': "It went live with 4% fewer frauds found than the version that I'd fought for. He presented it to the supervisor himself. There were five complaints in the first year, and he answered four of them without asking me.",
    'ritual': "New features start with the letter. It's a form now; two other teams fill it in, and he complains that it's too long.",
}

# %% right="farm cooperative"
conflict_story = {
    'situation': "Milk farmers of a cooperative didn't send their data. I ran the herd model.",
    'their_view': 'Data went to us, and prices came back. Nobody had ever got anything else for it. One said: you count my cows so that you can pay me less. It had happened, in 2014.',
    'my_fault': "I'd sent a reminder with a deadline and the word 'mandatory'. I didn't know about 2014; I hadn't asked.",
    'tried': [('Paying for data', 'it bought the farms that needed money, not the ones we lacked')],
    'change': "I sent each of them what their data said about their own herd, before asking for more: 'cow 41 eats less since Tuesday'. No deadline.",
    'outcome': "Half of the silent farms sent data within a season. Thirty still don't, and I don't ring them any more.",
    'ritual': 'The sheet goes out on Sundays, data or no data.',
}

# %% right="insurer, dialogue"
conflict_story = {
    'situation': "I work on claims. The head of claims and I hadn't spoken for a month about anything but the weather.",
    'their_view': "'You made my best people slower,' she told me. They'd been deciding in four minutes; with my score on the screen it took six, since everyone read it and nobody believed it. She was paid for four. She was right about it.",
    'my_fault': "I had put it on the screen because I could. I'd asked IT, not her, and I'd told the board that it was 'in use'.",
    'tried': [('Hiding it behind a click', 'they clicked'), ('Colours', 'worse, and one of them is colour-blind')],
    'change': "Now there's nothing on the screen unless the score and the clerk disagree after the decision; then it says 'second look?', about one time in fifteen.",
    'outcome': 'Back to four minutes. Of the second looks, a third change the decision. We talk again, she mocks my board slide whenever she can.',
    'ritual': 'On Fridays two clerks and I read the ten oddest cases.',
}

# %% right="university admin"
conflict_story = {
    'situation': 'The registrar of my university refused to use a room plan that I had computed for 900 courses.',
    'their_view': "Her plan had grown over twenty years. Professor so-and-so can't climb stairs; two others must not meet. None of this is in any table, and it should not be. A plan that breaks it costs her a semester of phone calls.",
    'my_fault': "I had called her plan 'historical' on a slide, and I'd sent mine to the deans the evening before she saw it.",
    'tried': [('Asking her for all constraints', "it's not the kind of thing one writes down")],
    'change': "I gave up the whole plan. I send her one swap at a time: 'A and B exchange rooms, saves 80 seats'. She says yes or no, never why, and I don't ask.",
    'outcome': "She said yes to 64 of 150 swaps. It's enough: no course was without a room this autumn, eleven were the year before.",
    'ritual': 'Ten swaps each Thursday, all term.',
}

# %% wrong="a part left out" caught_by="every part is written" of="ambulance"
#-     'ritual': "Each rota change he gets the map a week before it's live.",

# %% wrong="a part is empty" caught_by="every part is written" of="ambulance"
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': '',

# %% wrong="a part is blanks" caught_by="every part is written" of="ambulance"
#-     'ritual': "Each rota change he gets the map a week before it's live.",
#+     'ritual': '   ',

# %% wrong="dots for a part" caught_by="every part is written" of="ambulance"
#-     'ritual': "Each rota change he gets the map a week before it's live.",
#+     'ritual': ...,

# %% wrong="None for a part" caught_by="every part is written" of="ambulance"
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': None,

# %% wrong="a placeholder in brackets" caught_by="every part is written" of="ambulance"
#-     'ritual': "Each rota change he gets the map a week before it's live.",
#+     'ritual': "Each rota change he gets the map a week before it's live. At <company> too.",

# %% wrong="a TODO is left" caught_by="every part is written" of="ambulance"
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent. TODO add figures.',

# %% wrong="blanks to fill in" caught_by="every part is written" of="ambulance"
#-     'ritual': "Each rota change he gets the map a week before it's live.",
#+     'ritual': "Each rota change he gets the map a week before it's live. It took ____ in all.",

# %% wrong="one sentence twice" caught_by="every part is written" of="ambulance"
#-     'ritual': "Each rota change he gets the map a week before it's live.",
#+     'ritual': "Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. Each rota change he gets the map a week before it's live.",

# %% wrong="a list of strings in a part" caught_by="every part is written" of="ambulance"
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': ['He had a point that I needed months to see', 'Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home', 'For him the map decided who was a parent.'],

# %% wrong="a part in two words" caught_by="every part is written" of="ambulance"
#-     'ritual': "Each rota change he gets the map a week before it's live.",
#+     'ritual': 'A lot.',

# %% wrong="half an hour of it" caught_by="fits the clock" of="ambulance"
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent. On day 2 I read one more table and wrote to one more person. On day 3 I read one more table and wrote to one more person. On day 4 I read one more table and wrote to one more person. On day 5 I read one more table and wrote to one more person. On day 6 I read one more table and wrote to one more person. On day 7 I read one more table and wrote to one more person. On day 8 I read one more table and wrote to one more person. On day 9 I read one more table and wrote to one more person. On day 10 I read one more table and wrote to one more person. On day 11 I read one more table and wrote to one more person. On day 12 I read one more table and wrote to one more person. On day 13 I read one more table and wrote to one more person. On day 14 I read one more table and wrote to one more person. On day 15 I read one more table and wrote to one more person. On day 16 I read one more table and wrote to one more person. On day 17 I read one more table and wrote to one more person. On day 18 I read one more table and wrote to one more person. On day 19 I read one more table and wrote to one more person. On day 20 I read one more table and wrote to one more person. On day 21 I read one more table and wrote to one more person. On day 22 I read one more table and wrote to one more person. On day 23 I read one more table and wrote to one more person. On day 24 I read one more table and wrote to one more person. On day 25 I read one more table and wrote to one more person. On day 26 I read one more table and wrote to one more person. On day 27 I read one more table and wrote to one more person. On day 28 I read one more table and wrote to one more person. On day 29 I read one more table and wrote to one more person.',

# %% wrong="mostly context" caught_by="mostly what you did" of="ambulance"
#-     'situation': 'At an ambulance trust I predicted where calls would come from. The union rep of the crews called it the slave map in a meeting.',
#+     'situation': 'At an ambulance trust I predicted where calls would come from. The union rep of the crews called it the slave map in a meeting. The first floor had a team of its own with its own tools and habits. The second floor had a team of its own with its own tools and habits. The third floor had a team of its own with its own tools and habits. The fourth floor had a team of its own with its own tools and habits. The fifth floor had a team of its own with its own tools and habits. The sixth floor had a team of its own with its own tools and habits.',

# %% wrong="we, all along" caught_by="I at least as often as we" of="ambulance"
#-     'situation': 'At an ambulance trust I predicted where calls would come from. The union rep of the crews called it the slave map in a meeting.',
#+     'situation': 'At an ambulance trust we predicted where calls would come from. The union rep of the crews called it the slave map in a meeting.',
#
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': 'He had a point that we needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#
#-     'my_fault': 'I had shown it at the launch with a smiling stock photo. I had not spoken to one crew before that. It took a year to be forgiven.',
#+     'my_fault': 'we had shown it at the launch with a smiling stock photo. we had not spoken to one crew before that. It took a year to be forgiven.',
#
#-     'tried': [('A question and answer sheet', 'it answered what nobody had asked')],
#+     'tried': [('A question and answer sheet', 'it answered what nobody had asked')],
#
#-     'change': "I stopped sending 'optimal positions' and sent 'two calls are likely near the bridge by six; who is nearest and not in the last hour?'. Dispatch decides.",
#+     'change': "we stopped sending 'optimal positions' and sent 'two calls are likely near the bridge by six; who is nearest and not in the last hour?'. Dispatch decides.",
#
#-     'outcome': 'Refused moves went from 40 a month to 6. Response time is the same as before, to the second. The rep and I have coffee; he still says slave map.',
#+     'outcome': 'Refused moves went from 40 a month to 6. Response time is the same as before, to the second. The rep and we have coffee; he still says slave map.',
#
#-     'ritual': "Each rota change he gets the map a week before it's live.",
#+     'ritual': "Each rota change he gets the map a week before it's live.",

# %% wrong="no number in outcome" caught_by="numbers and comparisons" of="ambulance"
#-     'outcome': 'Refused moves went from 40 a month to 6. Response time is the same as before, to the second. The rep and I have coffee; he still says slave map.',
#+     'outcome': 'Refused moves are rare now. The rep and I have coffee.',

# %% wrong="the pairs as prose" caught_by="ways not taken with reasons" of="ambulance"
#-     'tried': [('A question and answer sheet', 'it answered what nobody had asked')],
#+     'tried': 'I also thought of another way but it was slower.',

# %% wrong="no reason given" caught_by="ways not taken with reasons" of="ambulance"
#-     'tried': [('A question and answer sheet', 'it answered what nobody had asked')],
#+     'tried': [('A question and answer sheet', '')],

# %% wrong="no way was left out" caught_by="ways not taken with reasons" of="ambulance"
#-     'tried': [('A question and answer sheet', 'it answered what nobody had asked')],
#+     'tried': [('x y z',)],

# %% wrong="a hundred words short" caught_by="fits the clock" of="ambulance"
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': 'Each move cost somebody dinner at home, and the map never knew about any shift.',
#
#-     'my_fault': 'I had shown it at the launch with a smiling stock photo. I had not spoken to one crew before that. It took a year to be forgiven.',
#+     'my_fault': 'I had shown it with a smiling stock photo.',
#
#-     'change': "I stopped sending 'optimal positions' and sent 'two calls are likely near the bridge by six; who is nearest and not in the last hour?'. Dispatch decides.",
#+     'change': 'I stopped sending optimal positions and sent calls that were likely instead.',
#
#-     'outcome': 'Refused moves went from 40 a month to 6. Response time is the same as before, to the second. The rep and I have coffee; he still says slave map.',
#+     'outcome': 'Refused moves went from 40 to 6.',

# %% wrong="only dates as numbers" caught_by="numbers and comparisons" of="ambulance"
#-     'outcome': 'Refused moves went from 40 a month to 6. Response time is the same as before, to the second. The rep and I have coffee; he still says slave map.',
#+     'outcome': 'It was over on 3 May 2024. The rep and I have coffee.',

# %% wrong="their view in a few words" caught_by="every part is written" of="ambulance"
#-     'their_view': 'He had a point that I needed months to see. Crews were moved at the end of a shift, the map never knew about shifts, and each move cost somebody dinner at home. For him the map decided who was a parent.',
#+     'their_view': 'He did not understand the map.',
