# %% right="the lesson's style"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% right="very short ones"
comments = ['`predict` or `predict_proba`? I ask because I read 0.71 in the log and 0.84 in my head, and only one of us is in the '
 'minutes tomorrow.',
 'If the pickle is missing at night, what does the mail team get? Zero reads like good news, since nobody looks at '
 'zeros. What might they get instead?']

# %% right="quotes a forbidden word"
comments = ['The test says "this is wrong by design", I like that. Which rows are in the mean on line 10 when we evaluate? '
 "Otherwise we'd compare ourselves in March with a number that we can't reach. Shall we look together on Wednesday?",
 "I wondered about `just_scale(row)`, that is line 15 at serving: what's the standard deviation of one row? I ask "
 'since everything after it depends on that, and I had to try it to believe it.']

# %% right="kind, long"
comments = ["First of all: the cut in line 3 is the thing most people forget, and you have it. For line 10 I'd like to know what "
 'you think. Imagine that a country has a single member in the table. What does the model learn about this member from '
 '`country_rate`? It matters because the test set goes through the same line, so that our AUC may tell us how well we '
 "remember and not how well we guess. I'd try it with labels from a coin. What do you expect to see, before you run "
 'it?',
 'Line 32 made me stop for a while. Which columns does a request have that comes from one country, compared with those '
 "in training? I'm asking since the `except` below would hide the answer from all of us. Is there something in the "
 'model object that knows its columns?']

# %% right="non-native"
comments = ['Please could you explain me line 31? In the training the scaler sees all members, and here it sees this one request. '
 'What is the result for `plays` if there is one row? I ask because in my former team we had exactly this and nobody '
 'saw it for weeks.',
 'I have a question to the `except` in line 35. Who gets to know it when the model file is not there? Otherwise the '
 'retention team thinks everybody is happy. Do you have an idea how we can be louder?']

# %% right="as a dict by line"
comments = {'line 10': "What's in the mean for a row's own country when that row is the only one? I ask because of Malta: three "
            'members. Could you print the rate next to the label for these three, and tell me what you see?',
 'line 35': 'Suppose that the disk is full tonight. Which number will be in the report tomorrow, and who would doubt '
            "it? I'd like us to notice within an hour, since the campaign starts at nine. How could we?"}

# %% right="a nurse's tone"
comments = ['Line 8 and 9, may I ask something? If a member has no event at all, what is in `last` for them, and what in `plays`? '
 "I'd check by hand with one invented member, since it's the quiet ones that we lose.",
 'What happens at line 34 on a day when something small is broken, a column, say? I worry a little because 0.0 means '
 "'all well' to those who read it. How would you like to be told yourself?"]

# %% right="with a link to the next step"
comments = ["Could you split before line 10 and run it again? I expect the AUC to fall, so that we'd have the smaller and truer "
 "number before the review. I'd rather hear it from you than from the dashboard. If it doesn't fall I owe you a "
 'coffee.',
 'On line 21: what would `get_dummies` give for a table with one plan in it? Have a look at the columns, because the '
 "model has counted on all of them. There's something called categories that might help. Shall we?"]

# %% right="dry"
comments = ['Line 24. Input is classes. AUC of classes is one point of the curve. Is that what the caption says? I mention it '
 "since the caption is what will be quoted. Propose a fix, I'll review today.",
 "Line 36. Return value on failure equals the best possible news. Who's paged? Nobody, as far as I see, due to the "
 'except. What would you want at three in the morning, as the one on call?']

# %% right="a teacher"
comments = ['Before you change anything: can you write down what line 15 computes for a single request, with numbers? Do it on '
 "paper. Then run it. I ask because the difference between the two is what this review is about, and it isn't yours "
 "alone, I've made it too.",
 "Which of your tests would fail if line 10 used the test rows? If none would, that's our gap, and I'd start there, "
 'since the code will change again and the test will stay. What could such a test look like?']

# %% right="tuple"
comments = ('How many members end up with NaN in `plays` today? A count would do. I ask because the model takes them without a '
 "word, and I couldn't say what it makes of them. Does `fillna` come before or after they exist?",
 "What do we tell the caller when there's no model? I'm fine with any answer that isn't a number, since a number will "
 'be averaged. What do the other services here return in that case, do you know?')

# %% wrong="none" caught_by="a question and a reason"
comments = []

# %% wrong="one" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?']

# %% wrong="three" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself.",
 'Line 24. Input is classes. AUC of classes is one point of the curve. Is that what the caption says? I mention it '
 "since the caption is what will be quoted. Propose a fix, I'll review today."]

# %% wrong="the same one twice" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 'Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?']

# %% wrong="ten words" caught_by="a question and a reason"
comments = ['Line 9: what happens here? I ask because of idle members.',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="a hundred words" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in? It was '
 'like this in my last team as well, and we looked for days. It was like this in my last team as well, and we looked '
 'for days. It was like this in my last team as well, and we looked for days. It was like this in my last team as '
 'well, and we looked for days. It was like this in my last team as well, and we looked for days. It was like this in '
 'my last team as well, and we looked for days.',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="no question" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything. I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in.',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="no reason" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. Those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="one string" caught_by="a question and a reason"
comments = ('Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?Line '
 "24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number goes "
 "into the slide for Monday. What would it be if you passed that instead? I'm curious myself.")

# %% wrong="a placeholder" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in? See '
 '<link>.',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="lines instead of texts" caught_by="a question and a reason"
comments = [10, 35]

# %% wrong="a question mark alone" caught_by="a question and a reason"
comments = ['?', '?']

# %% wrong="an empty one" caught_by="a question and a reason"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 '']

# %% wrong="you should" caught_by="no word that ends the talk"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in? You '
 'should add a test.',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="obviously" caught_by="no word that ends the talk"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Obviously, Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since "
 "the number goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="just" caught_by="no word that ends the talk"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself. Just try it."]

# %% wrong="wrong" caught_by="no word that ends the talk"
comments = ['This is wrong. Line 9: what comes out for a member who has never watched anything? I tried it with two members, one '
 'of them idle, and was surprised. I ask because those are the ones we want to find. Would a test with these two be a '
 'way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="wrong in capitals" caught_by="no word that ends the talk"
comments = ['WRONG. Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them '
 'idle, and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]

# %% wrong="you must" caught_by="no word that ends the talk"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself. You must fix it "
 'today.']

# %% wrong="simply" caught_by="no word that ends the talk"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd have a look at what it returns, since the number "
 "goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself. Simply use the "
 'other one.']

# %% wrong="just in the second one" caught_by="no word that ends the talk"
comments = ['Line 9: what comes out for a member who has never watched anything? I tried it with two members, one of them idle, '
 'and was surprised. I ask because those are the ones we want to find. Would a test with these two be a way in?',
 "Line 24: which method of the model gives the input for an AUC? I'd just have a look at what it returns, since the "
 "number goes into the slide for Monday. What would it be if you passed that instead? I'm curious myself."]
