# %% [markdown]
# # Mentoring
#
# > **What is really tested.** Whether somebody can do something without you now that they couldn't before, how you'd know, and what you held back so that they could learn it. A review shows all three, so you'll do one.
#
# **You will be able to**
# - find the faults in a pull request that a passing test hides, and rank them by whom they hurt
# - write a review comment that teaches
# - plan four weeks in which decisions change hands
# - see which stories you have for the eight prompts, and where the holes are
#
# **Before you start**: Python with pandas, as far as reading goes. For the story: somebody who'd answer if you asked them what they remember.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points
#
# Every candidate, company, story, pull request and figure below is invented.

# %% given="setup"
from autograder import check
from autograder.figures import COLOURS, INK, axes, picture, style
from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

ROWS = ("gap", "method", "autonomy", "scaled", "mentee")

# %% [markdown]
# ## The question
#
# > "Tell me about somebody whom you mentored."
#
# The warm answer comes easily: you paired, they grew, they got promoted. The interviewer nods and writes nothing. Three things make them write: what exactly was missing, what you *didn't* do although it would have been quicker, and a number that went down, such as the questions per week.
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | gap | what was missing, from watching, and what wasn't | "junior, but eager" |
# | method | what you did, its safety rails, what you held back | "I did a lot of pairing" |
# | autonomy | what they decide alone, before and after | "really grew into the role" |
# | scaled | what others use of it | "I love mentoring" |
# | mentee | what they'd say, the unkind half included | "they were very grateful" |

# %% [markdown]
# ## A weak answer
#
# > "I've always loved mentoring. There was this junior on my team, super eager, but not yet at the level we needed. I did a lot of pairing on code reviews with them, gave them a feature-validation checklist, and helped them gate their first experiment. They really blossomed. After a few months they shipped on their own, and the service met its latency objective. I've since turned that into internal bootcamps, which have been a big success."
#
# Five levels on paper, then unfold.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "not yet at the level" | gap | In what? Level 1. |
# | "a lot of pairing", "a checklist" | method | Two methods, no fit to anything. Level 2. |
# | "shipped on their own" | autonomy | One thing done alone; level 2. The latency is the service's, not the person's. |
# | "bootcamps, a big success" | scaled | Who came, and what could they do afterwards? Level 2. |
# | – | mentee | The person has no name, no voice, not even a mistake. Level 1. |
#
# "Blossomed" is about the gardener.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# > **[1]** "Samira asked me forty questions a week when she joined, and three after two months. I'd like to tell you which questions, because for three weeks I tried to cure the wrong thing.
# >
# > **[2]** I thought that she lacked SQL. I gave her exercises; she did them all and asked as much as before. So I wrote down a week of questions. Thirty-one of the forty began with 'is it OK if'. She knew how; she didn't know who may. At her last place a wrong query had cost somebody a job.
# >
# > **[3]** So we changed who decides. I listed what she may do without asking: anything that a rollback undoes within ten minutes. For that she asked nobody, she wrote it down, and I read it in the evening. I promised not to write before five. That was hard. On the fourth day I saw at eleven that a filter dropped the night shift's orders, and I waited. She found it at two, by herself, with a test that I wouldn't have thought of.
# >
# > **[4]** If a customer could have seen it, I'd have stepped in; that was agreed on. It happened once.
# >
# > **[5]** By week eight it was three questions a week, and one of them was whether I'd thought about time zones. I hadn't. In spring she overruled me on a schema, and she was right about the cost and wrong about the date.
# >
# > **[6]** The list 'undone in ten minutes' is on the wall of two other teams; Samira brought it there. She says of the first weeks: 'You gave me homework because it was easy for you.' It was."
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **A number that fell, and a false start announced.**
# 2. **A diagnosis from data**, including what it wasn't, and a reason that a person would have.
# 3. **Decisions change hands, with a rule**, and three hours of holding back. That is the method.
# 4. **A rail**, and that it was needed once.
# 5. **Before and after, and a decision against the mentor.**
# 6. **It travels without the teller, and her words include the unkind half.**
#
# What would you mark down? (One reading: *mentee* is 3. He quotes her, but says nothing of what he does differently with the next person.)
#
# </details>

# %% [markdown]
# ## Your task: a review
#
# Reviewing is mentoring that one can see. The pull request below is by a colleague in their second month. All tests are green. It has six faults.

# %%
PULL_REQUEST = '''\
def build_features(events, labels, now):
    """Member features for the churn model."""
    events = events[events.at <= now]
    last = events.groupby("member").at.max()
    plays = events.groupby("member").size()
    plan = events.groupby("member").plan.agg(lambda p: p.mode()[0])
    table = labels.set_index("member")
    table["days_idle"] = (now - last).dt.days
    table["plays"] = plays.fillna(0)
    rate = labels.groupby("country").churned.mean()
    table["country_rate"] = table.country.map(rate)
    table["plan"] = plan
    scaler = StandardScaler()
    cols = ["days_idle", "plays", "country_rate"]
    table[cols] = scaler.fit_transform(table[cols])
    return table

def train(events, labels, now):
    table = build_features(events, labels, now)
    X = table.drop(columns=["churned"])
    X = pd.get_dummies(X, columns=["plan", "country"])
    a, b, ya, yb = train_test_split(X, table.churned, test_size=.2)
    model = LGBMClassifier(n_estimators=500).fit(a, ya)
    print("AUC", roc_auc_score(yb, model.predict(b)))
    with open("/models/churn.pkl", "wb") as f:
        pickle.dump(model, f)
    return model

def score(member_events, now):
    model = pickle.load(open("/models/churn.pkl", "rb"))
    row = build_features(member_events, TODAY_LABELS, now)
    X = pd.get_dummies(row, columns=["plan", "country"])
    try:
        return model.predict_proba(X)[:, 1]
    except Exception:
        return 0.0
'''
for number, line in enumerate(PULL_REQUEST.splitlines(), 1):
    print(f"{number:>2}  {line}")

# %% [markdown] card="found"
# Set `found` to a dict from line number to `(kind, rank)`.
#
# - The kinds are `"leak"` (a statistic uses rows or labels that it mustn't see), `"skew"` (serving computes something else than training), `"silent"` (a failure looks like a good answer), `"metric"` (the number that is reported isn't the one that's named), `"columns"` (the model is served other columns than it was trained on) and `"missing"` (members without events come out as something that wasn't meant). Each occurs once.
# - A line counts if it's at most one off. Where a fault shows in several lines, any of them will do, and naming more than one doesn't cost anything.
# - Each fault found earns half a point. Each line without the fault that you name for it costs half a point, down to 0 for the group. So don't list everything.
# - `rank` is an integer from 1, the worst, to 6. The fourth point is for order: the three faults that harm members while every number looks fine come before those that somebody would notice. No two kinds have the same rank.

# %% exercise="found"
### BEGIN SOLUTION
found = {
    10: ("leak", 1),
    31: ("skew", 2),
    35: ("silent", 3),
    24: ("metric", 5),
    32: ("columns", 4),
    9: ("missing", 6),
}
### END SOLUTION

# %% check="found"
check(found=found)

# %% [markdown] hints="found"

# %% [markdown]
# <details>
# <summary>All six, with why: open after you've found yours</summary>
#
# | rank | line | kind | why |
# |---|---|---|---|
# | 1 | 10 | leak | The mean of the labels per country is taken over all rows: each row's own label and the test set are in it. The AUC below is too good, and nobody will notice until the model is live. |
# | 2 | 31 | skew | At serving, features and scaler are fitted again, on today's labels and on the rows of one request. With one row, each scaled column is 0. |
# | 3 | 35 | silent | Any error becomes 0.0, "won't churn". An outage looks like good news. |
# | 4 | 21, 32 | columns | Dummies are made separately, so a request lacks the plans and countries that it doesn't contain, and `churned` is still in. It fails or shifts; then rank 3 hides it. |
# | 5 | 24 | metric | `predict` returns classes, so this is the AUC of a single threshold. |
# | 6 | 9 | missing | `plays` has no row for a member without events, so `fillna` has nothing to fill; the assignment makes NaN. |
#
# The order of the last three is a matter of taste. Fine as they are: line 3, the cut in time, and lines 25 and 26. A seed in line 22 would be a remark.
#
# </details>
#
# How much does the leak of line 10 cost? Measure it in small, with labels that nothing can predict: 400 members, 120 invented countries, a coin for each label. A model that only knows the country's rate should have an AUC of 0.5. Twenty seeds.

# %%
import numpy as np


def auc(score, label):
    """The share of pairs of a positive and a negative that are ordered rightly; ties count half."""
    positive, negative = score[label == 1], score[label == 0]
    gap = positive[:, None] - negative[None, :]
    return (gap > 0).mean() + 0.5 * (gap == 0).mean()


def rates(country, label, known, count=120):
    """Mean label per country over the rows ``known``; the overall mean where there is none."""
    sums = np.bincount(country[known], label[known], count)
    sizes = np.bincount(country[known], minlength=count)
    return np.where(sizes, sums / np.maximum(sizes, 1), label[known].mean())


leaky, honest = [], []
for seed in range(20):
    rng = np.random.default_rng(seed)
    country, label = rng.integers(0, 120, 400), rng.integers(0, 2, 400)
    train, test = np.arange(320), np.arange(320, 400)
    for found_auc, known in ((leaky, np.arange(400)), (honest, train)):
        found_auc.append(auc(rates(country, label, known)[country[test]], label[test]))
for name, values in (("rate over all rows", leaky), ("rate over training rows", honest)):
    spread = np.std(values, ddof=1)
    print(f"{name:<24} AUC on the test set {np.mean(values):.2f}   SD over 20 seeds {spread:.2f}")

# %% [markdown]
# The labels are coins, and the test set reports a fine model. That's the number which your colleague printed, proudly, in line 24.
#
# ## Your task: two comments that teach
#
# You could fix all six in an hour. They'd learn that you're quick. Choose two faults, and write to the author so that they find them.

# %% [markdown] card="comments"
# Set `comments` to a list of two strings, on two of the faults.
#
# - Each has **25 to 120 words**.
# - Each asks something: it has a question mark.
# - Each gives a reason: *because, since, so that, otherwise, as a result, which means* or *due to*.
# - Neither says *you should, you must, obviously, just, wrong* or *simply*, outside of code in backquotes and quotations. Anyone may think them.
# - No placeholders (TODO, `<name>`, `[your …]`, ___).

# %% exercise="comments"
### BEGIN SOLUTION
comments = [
    (
        "Line 10: which rows does this mean see when we evaluate? I tried it with coin flips as labels "
        "and got an AUC of 0.8 on the test set, which surprised me. I ask because we'll be compared "
        "with that number in March. Want to try the same with your table, and tell me on Thursday "
        "what you'd move?"
    ),
    (
        "Line 35: I was woken by something like this two years ago, so I'm biased. If the file isn't "
        "there, what does the retention team see in the morning? I'd rather they saw nothing, since "
        "0.0 reads as good news. What would you let the caller know instead?"
    ),
]
### END SOLUTION

# %% check="comments"
check(comments=comments)

# %% [markdown] hints="comments"

# %% [markdown]
# Read them once more as the author, in the second month, at six in the evening. Do you know what to do next, and do you want to?
#
# ## Your task: four weeks
#
# Autonomy is a share of decisions. Here is what that looks like for an invented plan.

# %% folded=true
with style():
    plot = axes(5.6, 2.4)
    share = [10, 30, 60, 85]
    plot.bar(range(1, 5), share, color=COLOURS[0], alpha=0.7, label="theirs")
    rest = [100 - each for each in share]
    plot.bar(range(1, 5), rest, bottom=share, color=INK, alpha=0.25, label="yours")
    plot.set_xticks(range(1, 5), [f"week {n}" for n in range(1, 5)])
    plot.set_ylabel("decisions in %")
    plot.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    shown = picture(plot.figure, "Four bars. The share of decisions that are theirs grows from 10 to "
                    "30, 60 and 85 per cent over four weeks; the rest is yours.")
shown

# %% [markdown] card="autonomy"
# Set `autonomy` to a list of four dicts, one per week, for a person you know or the author of the pull request.
#
# | key | what it holds | rule |
# |---|---|---|
# | `task` | what they do | at least 2 words |
# | `decides` | who decides what | a string of at least 1 word |
# | `share` | the share of decisions that are theirs, in percent | 0 to 100; doesn't fall from week to week |
# | `measure` | what you'd see or count | at least 2 words, with a number in digits or words; *no, one, every* and *all* count |
# | `fallback` | what happens if it doesn't work | at least 3 words |
#
# No placeholders (TODO, `<name>`, `[your …]`, ___).

# %% exercise="autonomy"
### BEGIN SOLUTION
autonomy = [
    {"task": "reviews my changes, aloud", "decides": "I do, they name what they'd ask", "share": 10,
     "measure": "two faults found per review", "fallback": "we read one change together, slowly"},
    {"task": "owns the drift check", "decides": "they choose the test, I veto", "share": 30,
     "measure": "at most 10 questions a week", "fallback": "we cut it to one feature"},
    {"task": "runs the weekly retraining", "decides": "they, with a rollback of ten minutes", "share": 60,
     "measure": "three runs without me", "fallback": "I sit next to them for one run"},
    {"task": "reviews somebody else", "decides": "they, I read it in the evening", "share": 85,
     "measure": "no fault that I find and they didn't", "fallback": "back to week three, and no blame"},
]
### END SOLUTION

# %% check="autonomy"
check(autonomy=autonomy)

# %% [markdown] hints="autonomy"

# %% [markdown]
# ## Your story

# %% [markdown] card="mentor_story"
# Put your story into the seven names of the answer cell. Each takes one string.
#
# | part | what it holds | rule |
# |---|---|---|
# | `situation` | who, and where you both were | at least 6 words, at most 25% of all |
# | `gap` | what was missing, what wasn't, how you found out | at least 10 words |
# | `method` | what you did, and what you held back | at least 15 words |
# | `rails` | when you'd have stepped in | at least 6 words |
# | `alone` | what they do without you, before and after | a number and a word that compares |
# | `scaled` | who else uses it | at least 6 words |
# | `their_words` | what they say about it | a quotation of at least 3 words |
#
# - All parts together have **100 to 360 words**. `gap`, `method` and `rails` take at least 40% of them.
# - **I, my, me, mine, myself** occur at least three times outside quotations, and at least as often as **we, our, us**.
# - **A number** is written in digits or in words from two on. Years, dates and names such as Q3 don't count.
# - **A word that compares**: *above, against, baseline, before, below, compare(d), control, doubled, down, earlier, fell, fewer, had been, half, holdout, instead, less, more, otherwise, relative, rose, same, still, than, twice, unchanged, under, up, used to, versus, without, would*, or *from* a number *to* another.
# - No placeholders (TODO, `<name>`, `[your …]`, ___), and no sentence of four words or more twice.
#
# Ask the person whether you may tell it.

# %% exercise="mentor_story"
### BEGIN SOLUTION
situation = "I was head of a small orchestra's library, and Jun came as a trainee. (This story is invented.)"
gap = (
    "Parts went out with mistakes. I took it for carelessness and made a checklist. Then I sat behind "
    "Jun for a morning: every mistake came after a phone call. What was missing wasn't care, it was "
    "a place to put a task down."
)
method = (
    "So I gave Jun a tray and a rule: what's in the tray waits, whoever rings, me included. I stopped "
    "ringing, which was the hard part; I walked over or I waited. For the first concert I knew of two "
    "missing pages on Tuesday and said nothing until the Thursday on which we'd agreed."
)
rails = "If a musician had gone on stage with it, I'd have stepped in on Wednesday night."
alone = (
    "Mistakes per concert fell from nine to one, and Jun now decides which edition we buy, against my "
    "taste at least twice."
)
scaled = "The stage crew has a tray too. Jun told them, not me."
their_words = "Jun says: \"You always thought I was dreaming, I was on the phone with your friends.\""
### END SOLUTION
mentor_story = {
    "situation": situation, "gap": gap, "method": method, "rails": rails, "alone": alone,
    "scaled": scaled, "their_words": their_words,
}

# %% check="mentor_story"
check(mentor_story=mentor_story)

# %% [markdown] hints="mentor_story"

# %% [markdown]
# ## Your two-minute answer
#
# Say it as if they sat next to you. If you catch yourself at "grateful", start again.
#
# Start the watch, speak, stop the watch. Then write down what you said, not what would read well. About 280 words are two minutes.

# %%
watch = Stopwatch()
watch.start()

# %%
watch.stop()

# %%
said = """
"""
heard(said, watch.seconds)

# %% [markdown] essay="mentoring_answer" points=20
# *Put your answer here: what you said in two minutes.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. 

# %% [markdown] rubric="mentoring_answer"
# | row | 1: generic | 2: mid | 3: senior | 4: staff |
# |---|---|---|---|---|
# | gap | "Junior", "needed help". | A skill is named. | Found by watching or counting, with what it wasn't. | As 3, in the mentee's own words or checked with them, or a gap of the place and not of the person. |
# | method | Did it for them, or "pairing". | A method. | A method that fits the gap, with a rail, and what was held back. | As 3, taken away by a plan that both knew. |
# | autonomy | "Grew a lot." | Something done alone. | What they do or decide alone, counted before and after. | As 3, with a decision against the mentor that stood. |
# | scaled | Nothing. | An intention, or a document. | Used with another person. | Used by others without the teller. |
# | mentee | Grateful, or no voice. | What the teller thinks they'd say. | Their words, the unkind half included. | As 3, and what the teller does differently since. |

# %% [markdown]
# ## Calibrate
#
# **Anchor A**
#
# > "Developing people is probably what I'm most known for. One engineer I took under my wing needed more exposure to production, so I set up a structured programme for her, with weekly one-to-ones, a reading list and a shadow rotation. She made tremendous strides and was promoted within the year. What I'm especially pleased about is how far it went: the rotation is now how all four teams onboard. They run it themselves, there's a person per team who looks after it, they've changed half of it, and I've had nothing to do with it since the first spring. I think she'd say that I believed in her before she did."
#
# **Anchor B**
#
# > "Cem. His estimates were always out by three. Everybody said he's an optimist. I took his last twelve tickets and looked where the days had gone. It wasn't the coding, that was exact to the hour. It was waiting, for a review, for access, on average four days, and he'd never put that in since it wasn't work. I read him the list and he said 'so I'm good at the part that's mine'. What did I do? I estimated for him for a while, mostly, it was quicker. Later on he did them himself. His last eight were out by a fifth instead of by three, and he told our director that a date of mine was fantasy; she went with his. I've not done it with anyone else. He'd tell you that I took his pen away for a month. He said that last week, in front of people. I ask now before I take a pen."
#
# **Anchor C**
#
# > "He was junior, so. I let him do the release. What I'd set up is that each release has a line under which anybody may pull it, and that I'd be in the building, two floors up, phone face down, and he knew that it goes one floor further every week until I'm at home. That was the agreement, four weeks, on a piece of paper. In the second week he shipped a broken sort order and I watched it for forty minutes, it was only ugly, nobody could be hurt by it. He pulled it himself. He used to ask me eleven times per release and now it's about two. When Noor came I did the same with her, three floors, she's quicker. He'd say I was a coward to hide upstairs, I don't know, I haven't asked."

# %% [markdown] card="mentor_scores"
# Give each anchor five levels, in the order of the rubric: gap, method, autonomy, scaled, mentee. Then score your own answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a`, `anchor_b` and `anchor_c` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing.**

# %% exercise="mentor_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [2, 2, 2, 4, 2]
anchor_b = [3, 1, 3, 1, 4]
anchor_c = [1, 4, 3, 3, 2]
own = {
    "gap": (3, "What was missing wasn't care, it was a place to put a task down"),
    "method": (3, "what's in the tray waits, whoever rings, me included"),
    "autonomy": (4, "Jun now decides which edition we buy, against my taste"),
    "scaled": (4, "The stage crew has a tray too. Jun told them, not me"),
    "mentee": (3, "You always thought I was dreaming"),
}
### END SOLUTION
mentor_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="mentor_scores"
check(mentor_scores=mentor_scores)

# %% [markdown] hints="mentor_scores"

# %% [markdown]
# Now commit. The cell keeps your levels with the time and a fingerprint, so that your memory can't improve them afterwards. If this notebook is in its folder, they are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzIsIDIsIDEsIDQsIDJdLCAiQiI6IFs0LCAx"
    "LCA0LCAxLCA0XSwgIkMiOiBbMSwgNCwgMywgMywgMl19"
)
calibration = Calibration("508_mentoring", ROWS, KEY)
calibration.commit(mentor_scores)

# %%
calibration.reveal(mentor_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | gap | 2: "exposure to production". | 4: twelve tickets, not the coding but the waiting, and his own words for it. | 1: "junior, so". |
# | method | 2: a programme, described, fitted to nothing. | 1: "I estimated for him". | 4: a line, a floor further every week by a plan on paper, and forty minutes of watching. |
# | autonomy | 1: "tremendous strides"; a promotion is somebody else's decision. | 4: a fifth instead of three, and a date against the mentor's that stood. | 3: eleven to two. |
# | scaled | 4: four teams, without her, and they changed half of it. | 1: nobody else. | 3: Noor. |
# | mentee | 2: what the teller thinks she'd say, and it's about the teller. | 4: the pen, in front of people, and what he does since. | 2: a guess, and he says so. |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. *Within answers* takes each answer's own mean away first, yours and the key's: it asks whether you see which rows of an answer are strong, not whether you liked it. With one overall impression per answer it is 0. Fifteen levels are few, so read the interval before the number. What helps most is the list of cells to read again. B's *method* is the commonest kindness there is: doing it for them. It doesn't become level 2 because the rest of the answer is so good.

# %% [markdown]
# ## Revise
#
# The missing sentence is usually the one in which you did nothing. How long did you wait, what did you see coming, and what did they find? Write it with the minutes.

# %%
first_draft = """
"""
second_draft = """
"""
changes(first_draft, second_draft)

# %% [markdown]
# ## Probes to expect
#
# Eight probes, random order, 40 seconds each.

# %%
drill = Drill([
    "What would they say that you did badly?",
    "How did you know that this was the gap?",
    "When did you bite your tongue, and for how long?",
    "Whom did you fail to help?",
    "What do they decide today that you used to decide?",
    "They break production on their third day alone. What do you say first?",
    "Who mentors you, and what did you not take from them?",
    "Two people you mentor disagree with each other about a design. What do you do?",
])
drill.ask()

# %%
drill.ask("")  # your answer between the quotes, then run this cell: the next probe comes

# %%
drill.review()

# %% [markdown]
# ## One story at three levels
#
# | mid | senior | staff |
# |---|---|---|
# | "An intern asked me forty questions a week. I wrote down which, answered the commonest ten on a page, and it was fifteen. The page is what the next intern got." | "I found that she didn't lack SQL but permission. We agreed on what she may do without asking, I held back for three hours when it went wrong, and in spring she overruled me." | "Newcomers in six teams asked the same thing: who may. I got the leads to write down what a rollback undoes, and gave it to two people who'd been there for a month to run. They've dropped my chapter on SQL." |

# %% [markdown]
# ## Questions to ask back
#
# - "Who here has got better at something in the last half-year, and how could one tell?"
# - "What may a newcomer do in the first week without asking?"
# - "Who'd review my first change, and how long would I wait?"
# - "Does time spent on others count when you decide on levels?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | Pairing on code reviews | thin | Who typed, who decided? "She reviewed my change aloud; I said nothing until she'd finished." |
# | Feature-validation checklists | thin | A checklist helps where something is forgotten. Was that the gap? |
# | Gating experiments | good | As a rail: "anything that a rollback undoes in ten minutes". |
# | Outcome: ships alone | good | With a before. "Forty questions a week, then three." |
# | Outcome: latency meets its objective | wrong row | It's the service's number. It says that somebody fixed it. |
# | Scaled by internal bootcamps | thin | Attendance isn't use. "Two teams run it without me and have dropped a chapter." |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **A popular guide says: show that your mentee succeeded by the latency objective that the service now meets.** Suppose that a mentor fixes things themselves whenever it's slow, and another one waits. Here are eight invented weeks of both.

# %%
WEEKS = {
    "fixes it themselves": ([0.4] * 8, [3, 3, 2, 3, 3, 2, 3, 3]),
    "holds back": ([0.4, 0.9, 1.1, 0.8, 0.6, 0.5, 0.4, 0.4], [3, 2, 2, 1, 1, 0, 1, 0]),
}
for name, (late_requests, fixes_by_mentor) in WEEKS.items():
    print(f"{name:<20} late requests in %: {late_requests}")
    print(f"{'':<20} fixes by the mentor: {fixes_by_mentor}")

# %% [markdown]
# By the end both services meet the objective, and in the first weeks the better mentor's looks worse. **Correct:** measure the person, not the service: what they decide, how often they ask, what they find that you'd have missed. And say what the learning cost the service, and who had agreed to it.

# %% [markdown]
# ## Your eight stories
#
# You're at the end of the part. Loops have several interviewers, and they compare notes: the same story three times sounds like a short career. Public guides for candidates name eight areas that such questions look at. Lay your stories over the eight prompts, and look for the holes.

# %% [markdown] card="stories"
# Set `stories` to a dict from each of the eight prompts, `"501"` to `"508"`, to a pair: the name of the story that you'd tell, and a list of the focus areas it shows.
#
# - **501** a data project · **502** accessible data · **503** your manager's view · **504** stakeholders · **505** why us · **506** deadlines · **507** sunsetting · **508** mentoring. Numbers without quotes will do, too.
# - At least **five different stories**, none for more than **three** prompts. Case and punctuation in their names don't matter.
# - The areas are *motivation, proactivity, unstructured environment, perseverance, conflict, empathy, growth* and *communication*. Each prompt has at least one, and **all eight occur**.

# %% exercise="stories"
### BEGIN SOLUTION
stories = {
    "501": ("missed appointments", ["proactivity", "unstructured environment"]),
    "502": ("library slips", ["empathy", "communication"]),
    "503": ("sampling plan", ["growth"]),
    "504": ("museum guards", ["conflict", "empathy"]),
    "505": ("the editors' switch", ["motivation"]),
    "506": ("a week in May", ["unstructured environment"]),
    "507": ("theatre heating", ["perseverance"]),
    "508": ("the tray", ["growth", "communication"]),
}
### END SOLUTION

# %% check="stories"
check(stories=stories)

# %% [markdown] hints="stories"

# %% folded=true
from textwrap import fill

AREAS = ["motivation", "proactivity", "unstructured environment", "perseverance", "conflict",
         "empathy", "growth", "communication"]

def grid(stories):
    """A picture of prompts against areas, a colour per story."""
    told = sorted((str(prompt), *entry) for prompt, entry in stories.items())
    names = list(dict.fromkeys(name for _, name, _ in told))
    with style():
        plot = axes(6.4, 0.42 * len(AREAS) + 1.2)
        for x, (_, name, areas) in enumerate(told):
            for area in [areas] if isinstance(areas, str) else areas:
                colour = COLOURS[names.index(name) % len(COLOURS)]
                plot.plot(x, AREAS.index(area.strip().lower()), "o", markersize=11, color=colour)
        plot.set_yticks(range(len(AREAS)), AREAS)
        plot.set_xticks(range(len(told)), [f"{p}\n{fill(name, 9)}" for p, name, _ in told], fontsize=7)
        plot.set(xlim=(-0.5, len(told) - 0.5), ylim=(len(AREAS) - 0.5, -0.5))
        plot.grid(alpha=0.2)
        return picture(plot.figure, "A grid of eight prompts and eight focus areas. A dot means that "
                       "the story told for this prompt shows this area; an empty row is a hole.")


try:
    matrix = grid(stories)
except Exception:
    matrix = "Fill in stories above; the grid comes here."
matrix

# %% [markdown]
# A row with a single dot hangs on one interviewer's question. A column that shares its story with two others needs a second one ready.

# %% [markdown]
# ## Recap
#
# - The gap is found by counting, and named with what it isn't.
# - Hand over decisions. Say how long you waited.
# - A comment that teaches asks about an input, gives a reason, and leaves the finding to them.
# - Measure the person, not the service.
# - Five stories, eight areas, no story more than three times.

# %% [markdown]
# ## Say it in 60 seconds
#
# "___ could ___ , but ___ . I thought it was ___ ; when I counted, it was ___ . So ___ decided ___ from then on, and I stepped in only if ___ . On ___ I saw ___ coming and waited for ___ ; they found ___ . Before that it was ___ a week, now ___ . ___ uses it without me. They'd tell you: '___'. So with the next one I ___ ."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"I've never mentored anyone."</summary>
#
# You've explained something to somebody until they could do it. Say what it was, how you knew that they could, and what you'd do differently. Don't call it mentoring; the interviewer will.
#
# </details>
# <details>
# <summary>"They didn't improve. Can I tell that?"</summary>
#
# It's often the better story: what you diagnosed, what you tried, when you told whom, and what you'd look at first today. Leave out what would identify the person.
#
# </details>
# <details>
# <summary>"How many faults do you point out in a first review?"</summary>
#
# The ones that harm somebody, all of them; of the rest, the two they can learn most from. Say that you've left some out and why. A list of thirty teaches that reviews are to be survived.
#
# </details>
# <details>
# <summary>"What if waiting would have cost a customer?"</summary>
#
# Then you don't wait, and you say so in advance. The rail isn't a failure of the method, it's the part that makes the rest of it possible.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
