# %% right="plain"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% right="six, long"
questions_to_ask = [("If I find in my second week that a metric on the board's page is wrong, whom do I tell, and what happened "
  'to the last person who did?',
  'they were moved to another team'),
 ("Could you show me the last incident review that you're not proud of?",
  "it's confidential, all of them are"),
 ('Which part of the system would you be afraid to hand me?', 'none of it, it is all clean'),
 ('When did you last change your mind because of somebody junior?', "I can't think of a case"),
 ("How do I find out that I'm not doing well?", "you'd notice at the end of the year"),
 ('What would your predecessor say about you?', 'ask somebody else')]

# %% right="about children and hours"
questions_to_ask = [('Who on this team picks up children at four?', 'nobody at the moment, but you could'),
 ('When was the last meeting after six?', 'yesterday, but it was an exception'),
 ('How long was the last parental leave of an engineer here?', 'two weeks, he wanted to be back'),
 ('What happens on a day when nobody can work?', 'we make it up on Saturday'),
 ('Did somebody here turn down a promotion?', 'why would anyone do that')]

# %% right="a nurse changes trade"
questions_to_ask = [("Who's allowed to say stop?", 'only the director of the unit'),
 ('How do you tell patients that a model was involved?', "legal says that we don't have to"),
 ('Which number would you rather not show me?', "they're all fine"),
 ('Who trained the last newcomer, and for how long?', 'she found her way herself'),
 ('What is the saddest mail that you got about the product?', "we don't read those mails")]

# %% right="non-native"
questions_to_ask = [('Please tell me, how is a decision here made when two persons disagree?', 'the older one decides always'),
 ('Which language is spoken in the lunch break?', 'ours only, you will learn it'),
 ('What was the reason that this position is free?', 'the third one left in two years'),
 ("Can I see the place where I'd sit?", 'we have no fixed places, nor time'),
 ('How much of the work is maintenance of the old system?', 'I think all of it')]

# %% right="technical"
questions_to_ask = [("What's your false discovery rate over a year of experiments?", 'what do you mean by that'),
 ('How old is your oldest holdout?', 'we ended them, they cost revenue'),
 ("How many of last year's launches were rolled back?", 'none, we test thoroughly'),
 ("Could I train last month's model again and get the same one?", 'in principle, with some effort'),
 ("What's the p99 of the page that I'd work on?", 'we look at averages')]

# %% right="with some context before the question mark"
questions_to_ask = [('I read that you moved off the cloud. Was it worth it?', 'nobody has looked at it since'),
 ('You have three ranking teams. Do they share a metric?', 'each one has its own'),
 ('Your advert says fast. How fast was the last thing, from idea to all members?', 'eleven months in all'),
 ('A friend left you. May I ask what you learned from that?', "I don't know who you mean"),
 ('One day without meetings, says your page. Which one was it last week?', 'none in that week')]

# %% right="a manager asks"
questions_to_ask = [("What would my team tell me on the first day that you won't tell me now?", "that they're very happy"),
 ("Whom did I inherit who should've been told something long ago?", "I'd rather not say"),
 ('How much can I spend without asking anyone?', 'nothing at all'),
 ('When did you last keep somebody who wanted to go?', 'we let people go'),
 ('Which promise to the team is still open?', "we've promised nothing")]

# %% right="seven short ones"
questions_to_ask = [('What broke most recently, and who knew?', 'it never breaks'),
 ('Who says no to the founder?', 'he is always right'),
 ("What's the oldest open promise here?", 'we keep no list'),
 ('Which team do you avoid, and why?', 'we love everyone equally'),
 ('What would you fix first here?', 'nothing comes to mind'),
 ('When do you go home, usually?', "when the work's done"),
 ('Is there a union, or anything like it?', "we're a family")]

# %% right="a cultural one, quoted"
questions_to_ask = [("Your memo says 'context, not control'. Which context did you lack last week?", 'I always have all of it'),
 ("Where's the line between candour and rudeness here?", "there's no line"),
 ('Who gave you feedback last, and what was it?', "it's been a while"),
 ("What do you reward that you don't talk about?", 'long hours, I suppose'),
 ('What happens to people who are right too early?', 'they usually leave')]

# %% right="a dict"
questions_to_ask = {'How many nights was the team woken last month?': "we don't count",
 'What did you decide not to build this year?': 'we build everything',
 'When were you last wrong in public?': "that doesn't happen here",
 'Who left last, and why did they go?': "we don't talk about it",
 'Who reads my code in the first month?': "nobody, you're senior"}

# %% right="lists in a tuple"
questions_to_ask = (["What's your false discovery rate over a year of experiments?", 'what do you mean by that'], ['How old is your oldest holdout?', 'we ended them, they cost revenue'], ["How many of last year's launches were rolled back?", 'none, we test thoroughly'], ["Could I train last month's model again and get the same one?", 'in principle, with some effort'], ["What's the p99 of the page that I'd work on?", 'we look at averages'])

# %% right="dicts with two keys"
questions_to_ask = [{'question': 'What did you decide not to build this year?', 'no_if': 'we build everything'}, {'question': 'When were you last wrong in public?', 'no_if': "that doesn't happen here"}, {'question': 'Who reads my code in the first month?', 'no_if': "nobody, you're senior"}, {'question': 'How many nights was the team woken last month?', 'no_if': "we don't count"}, {'question': 'Who left last, and why did they go?', 'no_if': "we don't talk about it"}]

# %% wrong="none" caught_by="five questions"
questions_to_ask = []

# %% wrong="four" caught_by="five questions"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count")]

# %% wrong="one of them twice" caught_by="five questions"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('What did you decide not to build this year?', 'something else entirely')]

# %% wrong="twice in capitals" caught_by="five questions"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('WHAT DID YOU DECIDE NOT TO BUILD THIS YEAR?', 'something else entirely')]

# %% wrong="without a question mark" caught_by="five questions"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Tell me who reads my code in the first month.', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="four words" caught_by="five questions"
questions_to_ask = [('What about the culture?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="only questions" caught_by="five questions"
questions_to_ask = ['What did you decide not to build this year?',
 'When were you last wrong in public?',
 'Who reads my code in the first month?',
 'How many nights was the team woken last month?',
 'Who left last, and why did they go?']

# %% wrong="a placeholder in the question" caught_by="five questions"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When was <name of the lead> last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="one string" caught_by="five questions"
questions_to_ask = 'What did you decide not to build?'

# %% wrong="a set" caught_by="five questions"
questions_to_ask = {'What did you decide not to build this year?', 'Who left last, and why did they go?'}

# %% wrong="a number" caught_by="five questions"
questions_to_ask = 5

# %% wrong="a question as None" caught_by="five questions"
questions_to_ask = [(None, 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="no answer" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', ''),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="a no" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', 'no')]

# %% wrong="two words" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 'nothing special'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="the same answer for all" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 'we do not know that'),
 ('When were you last wrong in public?', 'we do not know that'),
 ('Who reads my code in the first month?', 'we do not know that'),
 ('How many nights was the team woken last month?', 'we do not know that'),
 ('Who left last, and why did they go?', 'we do not know that')]

# %% wrong="two answers are the same" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', 'we build everything'),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="an answer as None" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', "nobody, you're senior"),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', None)]

# %% wrong="TODO for an answer" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything'),
 ('When were you last wrong in public?', "that doesn't happen here"),
 ('Who reads my code in the first month?', 'TODO think about this one'),
 ('How many nights was the team woken last month?', "we don't count"),
 ('Who left last, and why did they go?', "we don't talk about it")]

# %% wrong="answers as lists" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', ['we build everything']),
 ('When were you last wrong in public?', ["that doesn't happen here"]),
 ('Who reads my code in the first month?', ["nobody, you're senior"]),
 ('How many nights was the team woken last month?', ["we don't count"]),
 ('Who left last, and why did they go?', ["we don't talk about it"])]

# %% wrong="triples" caught_by="five questions"
questions_to_ask = [('What did you decide not to build this year?', 'we build everything', ''),
 ('When were you last wrong in public?', "that doesn't happen here", ''),
 ('Who reads my code in the first month?', "nobody, you're senior", ''),
 ('How many nights was the team woken last month?', "we don't count", ''),
 ('Who left last, and why did they go?', "we don't talk about it", '')]

# %% wrong="a rating for an answer" caught_by="an answer that would make you say no"
questions_to_ask = [('What did you decide not to build this year?', 0),
 ('When were you last wrong in public?', 1),
 ('Who reads my code in the first month?', 2),
 ('How many nights was the team woken last month?', 3),
 ('Who left last, and why did they go?', 4)]
