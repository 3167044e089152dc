# %% [markdown]
# # What your manager would say
#
# > **What is really tested.** Candour: whether you can say something about yourself that costs you a little in this room, with evidence, and whether you did something about it before you needed an answer.
#
# **You will be able to**
# - quote a strength instead of claiming it
# - name a weakness that cost somebody else something, and say when you began to change
# - hear the difference between a fact, a judgement and a disguise, in your own sentences first
# - answer "and what would *she* say?" without spin
#
# **Before you start**: find your last review, or ask a former manager or a colleague for two sentences. Ten minutes of that are worth an hour of this lesson.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice, 25 minutes for your answer · {{points}} points
#
# Every candidate, company, story, quotation and figure in the answers below is invented.

# %% given="setup"
import random
import textwrap

from autograder import check
from autograder.figures import COLOURS, axes, picture, style
from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

ROWS = ("strength", "weakness", "action", "change", "candour")

# %% [markdown]
# ## The question
#
# > "If I called your manager, what would they say about you? What are you good at, and what do you still have to work on?"
#
# The call may really happen. Whatever you say, imagine your manager on the line while you say it.
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | strength | somebody else's words, on an occasion | adjectives |
# | weakness | something real, and who paid for it | praise in disguise |
# | action | what you do now, since when | "I'm working on it" |
# | change | what somebody else could see or count | "I feel I've improved" |
# | candour | one sentence that a coach would have struck out | a smile |
#
# An interviewer who asks this hears the same three weaknesses all week: works too hard, cares too much, goes too deep. By Thursday they don't even write them down. A real one is so rare that it is remembered, and usually in your favour.

# %% [markdown]
# ## A weak answer
#
# > "My manager would say I'm a really strong performer with a bias for action, and that I'm great at explaining complex results simply. In terms of growth areas, honestly, I tend to go so deep into optimisation that timelines can get a bit tight, because I care about getting it right. I've been working on communicating earlier, and I think I've made a lot of progress. The feedback has been positive."
#
# Give it five levels on paper before you unfold the notes.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "a bias for action", "great at explaining" | strength | Two adjectives from the job advert. Level 1. |
# | "so deep into optimisation" | weakness | Praise. Nobody was late, nobody waited: "a bit tight". Level 1. |
# | "working on communicating earlier" | action | Since when, how, who noticed? Level 1. |
# | "I've made a lot of progress" | change | Says who? Level 1. |
# | "honestly" | candour | The word that comes before the dishonest part. Level 1. |
#
# The sad part: there may be a real weakness in it. "I told them late" is one, if somebody paid. The candidate had it in hand and polished it away.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# > **[1]** "She'd say two things, and she has said both to me. After the outage in May she wrote: 'You were the only one who said we don't know yet.' That's the strength. I can stand in front of people with half an answer.
# >
# > **[2]** The other one: I hold back bad news until I have a solution to bring along. In March I knew on a Monday that the migration would slip. I reported it nine days later, with a plan. The mobile team had moved their freeze for us; they lost a release, and two people worked a weekend for nothing.
# >
# > **[3]** She didn't tell me off. She asked what I thought the nine days had been for. I had no good answer.
# >
# > **[4]** Since 14 April I keep one page per project that anybody can read, with the sentence 'what could still go wrong', and I change that sentence each Friday, plan or no plan.
# >
# > **[5]** Of the eleven delays since then, nine were on the page the week I knew. The other two I held back again, both times with the same director, because I'm a little afraid of him. The mobile lead told her in October: 'I read his page before my own.'
# >
# > **[6]** If you call her, she may add that my page is too long. She'd be right."
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **Her words, on an occasion.** It is also a strength that few people claim.
# 2. **A weakness with a cost to others**: a lost release, a weekend. No adjective.
# 3. **How it felt.** One sentence, no self-punishment.
# 4. **An action with a date that others can see.** It works on a bad day too.
# 5. **Evidence with a relapse in it**, and the real reason for the relapse. Nobody invents that.
# 6. **A second, small weakness for free.** It makes the call to the manager harmless.
#
# What would you mark down? (One reading: the page is one person's habit. For level 4 on *action*, others would have to hold him to it.)
#
# </details>

# %% folded=true
HELD = [9, 0, 0, 1, 0, 0, 6, 0, 0, 0, 5, 0]  # days that each delay was held back, invented
with style():
    plot = axes(6.4, 2.4)
    colours = [COLOURS[1]] + [COLOURS[1] if days > 4 else COLOURS[0] for days in HELD[1:]]
    plot.bar(range(len(HELD)), [max(days, 0.15) for days in HELD], color=colours)
    plot.axvline(0.5, linestyle="--", color=COLOURS[2])
    plot.text(0.65, 8, "the page begins", color=COLOURS[2])
    plot.set(xlabel="delays, one after the other", ylabel="days held back", xticks=[])
    shown = picture(plot.figure, "Bars of days that each of twelve delays was held back. The first "
                    "took nine days. After a dashed line, where the page begins, nine of eleven "
                    "took at most a day; two took five and six days.")
shown

# %% [markdown]
# That is what *evidence of change* looks like when it's drawn: a before, a date, an after, and the two bars that you'd rather leave out. Leave them in. The two bars are why the other nine are believed.
#
# ## Your task: fact, judgement or disguise
#
# Twelve sentences from invented interviews. The cell shows them in an order drawn with a seed.

# %%
STATEMENTS = [
    "In March I reported the delay nine days after I knew.",
    "My designs were reviewed twice before others could read them.",
    "She asked me in two one-to-ones to send decisions in writing.",
    "Three of my five estimates last quarter were off by more than half.",
    "I'm slow to ask for help.",
    "My written updates are hard to follow.",
    "I interrupt people when I think I'm right.",
    "I give up too early on people who disagree.",
    "I care too much about quality.",
    "I go so deep into optimisation that others can't keep up.",
    "I find it hard to switch off in the evening.",
    "My standards are sometimes too high for the team.",
]
random.Random(503).shuffle(STATEMENTS)
for number, statement in enumerate(STATEMENTS, 1):
    print(f"{number:>2}  {statement}")

# %% [markdown] card="labels"
# Set `labels` to a list of twelve strings, one per statement in the order shown.
#
# - `"fact"`: somebody who was there could say yes or no.
# - `"judgement"`: a view of yourself that may be true. It has a cost to others that an interviewer can ask about.
# - `"disguise"`: praise. It has no cost to anybody else. Swap "too" for "very" and it belongs in a reference letter.
#
# Case doesn't matter, and `"judgment"` counts too.

# %% exercise="labels"
### BEGIN SOLUTION
labels = [
    "judgement", "disguise", "disguise", "judgement", "fact", "fact",
    "disguise", "judgement", "fact", "judgement", "disguise", "fact",
]
### END SOLUTION

# %% check="labels"
check(labels=labels)

# %% [markdown] hints="labels"

# %% [markdown]
# Facts are the strongest material, and they sound the harshest. Say them anyway: "three of my five estimates were off by more than half" is over in four seconds, and it can't be argued with. A judgement needs a fact right behind it. A disguise needs to be thrown away.
#
# ## Your story
#
# For this prompt the story is your feedback form. Write it before you speak.

# %% [markdown] card="feedback"
# Fill in `feedback`, a dict of four strings.
#
# | key | what it holds | rule |
# |---|---|---|
# | `strength` | what somebody said or wrote about your work, who, and when | a quotation of at least 4 words in quotation marks, and at least 3 words around it |
# | `weakness` | a real one, and what it cost whom | a number (digits, or words from two on), or a word such as *late, lost, missed, redone, waited, left, delayed, blocked, wasted, apologised, complained, confused, again*; none of the disguises below |
# | `action` | what you do differently, and since when | a date such as 2026-03-09, or a month such as 2026-03, not in the future; at least 6 words |
# | `evidence` | what somebody else could see or count since | a number, or a quotation |
#
# - **Disguises**: perfectionist, workaholic, care too much, too deep, too detailed, high standards, too honest, too nice, can't say no, impatient for results, work too hard, too passionate. Capitals and hyphens don't matter. Inside a quotation they are allowed: that is what somebody said.
# - Any quotation marks will do. Single ones count from twelve characters on.
# - No placeholders (TODO, `<name>`, `[your …]`, ___).
#
# The check can't know whether it's true. Your manager can.

# %% exercise="feedback"
### BEGIN SOLUTION
feedback = {
    "strength": (
        "After the recall, our head of quality wrote to the whole team: \"She asked the question that "
        "we had all walked around.\" (Invented, like the rest.)"
    ),
    "weakness": (
        "I decide alone when I'm in a hurry. In June I changed the sampling plan without asking the "
        "night shift, and they pulled 300 bottles by hand that nobody needed."
    ),
    "action": (
        "Since 2026-07-06 I write each change of plan on the board by the door a shift before it "
        "holds, with my phone number."
    ),
    "evidence": (
        "Of fourteen changes since then, the night shift stopped two. The shift lead said: \"Now we "
        "argue before, not after.\""
    ),
}
### END SOLUTION

# %% check="feedback"
check(feedback=feedback)

# %% [markdown] hints="feedback"

# %% [markdown]
# ## Your two-minute answer
#
# Say it in ninety seconds rather than two minutes: long self-criticism sounds rehearsed, and long praise sounds worse. Strength first, weakness in the middle, evidence last, then stop.
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

# %% [markdown] essay="managers_view_answer" points=20
# *Put your answer here: what you said. Begin with your manager's words, not with yours.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. An honest gap ("I haven't changed it yet") is level 1 on *change* and can be level 3 on *candour*.

# %% [markdown] rubric="managers_view_answer"
# | row | 1: generic | 2: mid | 3: senior | 4: staff |
# |---|---|---|---|---|
# | strength | Adjectives. | A claim of the candidate's own, with an example. | Somebody else's words, who said them and on which occasion. | As 3, from two sides, one of which had reason to disagree. |
# | weakness | None, or a disguise. | Real, and nobody is said to have paid for it. | Real, with what it cost whom. | As 3, beyond the own team, and the candidate told those concerned before being told. |
# | action | "Working on it." | An intention, a course, a book. | A particular change that others can see, with a date. | As 3, and somebody else can hold the candidate to it. |
# | change | None, or "progress". | The candidate's own impression. | A later number or a second voice. | As 3, with a relapse or a limit, and what was done about that. |
# | candour | Spin. | Nothing hidden, nothing risked. | One sentence that costs the candidate something in this room. | As 3, and where the candidate and the manager still disagree, both views told fairly. |

# %% [markdown]
# ## Calibrate
#
# Two of these three are about freedom: a decision taken alone that somebody else paid for.
#
# **Anchor A**
#
# > "I actually asked her, so I can tell you. She'd point to the launch in autumn: in the review she wrote that I 'made the trade-off legible for people who wanted different things'. What's meaningful to me is that the finance partner, who had argued against that launch for a month, used nearly the same words to her director. On growth, I'd say I'm someone who holds a very high bar, and when I'm given real autonomy I can run ahead of people who need more context. I've been reading a lot about situational leadership, and I've become far more intentional about bringing others along. It's a journey, but I feel the shift, and the energy in the team has been fantastic."
#
# **Anchor B**
#
# > "What I'm good at, you'd have to ask them, I suppose reliable. The bad thing I can tell you. I don't ask. I was free to pick the queue, so I picked it, on a Friday, and the on-call people found out at night, three pages, one of them had a newborn. After that I said sorry, that's not a fix. So from the second of February there's a file in the repository, decisions, and nothing of mine gets merged before it's been there for two days. Eight months. Nineteen entries, four changed because somebody wrote something under it. The one with the newborn told my lead he sleeps. And I still think two days is silly for small things, but I do it."
#
# **Anchor C**
#
# > "He'd say that I'm quick, and he'd mention the parser, which I rewrote in a week. And he would tell you that I cost us the insurance partner, so I'd better do it first. I had the freedom to choose the sample for the pilot, I chose the easy branches, and I knew that they were easy. When they rolled it out, claims were wrong in one of six. Legal, sales and two teams at the partner's cleaned up for a quarter. I went to all four and told them before the report came out. What I do about it? I don't have a system. I think before I sample, that's all. I believe I'm better at it; I haven't been given a pilot since, so who knows. He thinks I did it to look good. I think I did it because I was scared of a no. We've talked about it twice and left it at that."

# %% [markdown] card="view_scores"
# Give each anchor five levels, in the order of the rubric: strength, weakness, action, change, candour. Then score your own answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a`, `anchor_b` and `anchor_c` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing.**

# %% exercise="view_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [3, 2, 2, 2, 2]
anchor_b = [2, 3, 3, 3, 3]
anchor_c = [2, 3, 1, 2, 3]
own = {
    "strength": (3, "our head of quality wrote to the whole team"),
    "weakness": (3, "they pulled 300 bottles by hand that nobody needed"),
    "action": (3, "I write each change of plan on the board a shift before it holds"),
    "change": (3, "Of fourteen changes since then, the night shift stopped two"),
    "candour": (2, "I decide alone when I'm in a hurry"),
}
### END SOLUTION
view_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="view_scores"
check(view_scores=view_scores)

# %% [markdown] hints="view_scores"

# %% [markdown]
# Now commit. The cell keeps your levels with the time and a fingerprint, so that your memory can't improve them afterwards. If this notebook is in its folder, they are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzQsIDEsIDIsIDIsIDFdLCAiQiI6IFsxLCAz"
    "LCA0LCAzLCAzXSwgIkMiOiBbMiwgNCwgMSwgMiwgNF19"
)
calibration = Calibration("503_managers_view", ROWS, KEY)
calibration.commit(view_scores)

# %%
calibration.reveal(view_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | strength | 4: quoted from a review, and the partner who had argued against it said nearly the same. | 1: "I suppose reliable". | 2: "quick", with the parser as the example; his own claim of what would be said. |
# | weakness | 1: "a very high bar", "run ahead". Nobody paid. | 3: three pages at night, a colleague with a newborn. | 4: four groups, a quarter, and told all four before the report. |
# | action | 2: reading. | 4: a file, two days, since 2 February, and the merge waits for it: others can hold him to it. | 1: "I think before I sample". |
# | change | 2: "I feel the shift". | 3: nineteen entries, four changed, and a second voice. | 2: "I believe I'm better", and says that it isn't tested. |
# | candour | 1: nothing in it could cost anything. | 3: "that's not a fix", and that he finds the rule silly. | 4: two views of the same motive, both told fairly. |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. *Within answers* takes each answer's own mean away first, yours and the key's: it asks whether you see which rows of an answer are strong, not whether you liked it. With one overall impression per answer it is 0. Fifteen levels are few, so read the interval before the number. What helps most is the list of cells to read again. B and C would never be written by a coach. If you gave C's *action* more than 1 because you liked him, that's the halo. It is what this exercise is for.

# %% [markdown]
# ## Revise
#
# Take your weakest row. For *weakness* it is nearly always the cost that is missing: write the sentence that begins with the other person. For *candour*, write the sentence that you would rather not say, look at it for a minute, and decide.
#
# Copy both drafts into the strings.

# %%
first_draft = """
"""
second_draft = """
"""
changes(first_draft, second_draft)

# %% [markdown]
# ## Probes to expect
#
# Eight probes in random order, 40 seconds each, one sentence: with a number, a quotation, or "I don't know, I would find it by …".

# %%
drill = Drill([
    "And what would the people who report to you, or sit next to you, say?",
    "Which feedback did you get that you think is wrong?",
    "When did it last happen again?",
    "Which decision did you take alone that you should have taken to somebody?",
    "Who was hurt by it, and what did you say to them?",
    "What would make your manager fight to keep you?",
    "What would you like to be told earlier next time?",
    "What did you give up to change this?",
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
# | "I waited nine days with bad news. I now write it on a page each Friday. My lead says she isn't surprised any more." | "My nine days cost another team a release. I told them so myself, agreed with their lead what they need to hear and when, and of eleven delays nine were on the page in time." | "I noticed that I wasn't the only one who waits. The page became the template of four teams, and each Friday's sentence is read aloud by somebody else. I held back two delays from a director I'm afraid of; I asked a peer to tell him with me." |
#
# The weakness is the same at every level. What grows is how many people the remedy works for.

# %% [markdown]
# ## Questions to ask back
#
# - "What's a piece of feedback that you gave last month?" Somebody who can't remember one doesn't give any.
# - "How does somebody here find out that they're not doing well?" Listen for a person and a week, not for a form.
# - "What would your own manager say you need to work on?" Ask it kindly. You'll learn more from the pause than from the answer.
# - "If I take a decision alone and it costs another team a week, what happens next?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | Strength with impact: bias for action on latency | thin | It's your word. "After the latency fix she wrote: '…'." |
# | Strength: demystifying results in a memo | good | If somebody outside used the memo. "Finance quoted its second page to the board." |
# | Growth area: so deep in optimisation that timelines are told late | wrong as it stands | It is praise until somebody pays. "I told them nine days late; they lost a release." |
# | Steps: a document of open issues, short asynchronous check-ins | good | With a date, and who reads it. "Since 14 April; the mobile lead reads it first." |
# | Progress shown | thin | Progress is a claim. "Nine of eleven, and here are the other two." |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **A popular guide says: present a growth area such as diving so deep into optimisation that timelines suffer.** A test that takes a second: turn the weakness into a line of a reference letter.

# %%
letter = {
    "I care too much about quality.": "She cares very much about quality.",
    "My standards are sometimes too high for the team.": "His standards are very high.",
    "I go so deep into optimisation that others can't keep up.": "She goes very deep into optimisation.",
    "I reported the delay nine days after I knew.": "He reported the delay nine days after he knew.",
    "I interrupt people when I think I'm right.": "She interrupts people when she thinks she's right.",
}
for said, written in letter.items():
    print(textwrap.fill(f"{said}  →  “{written}”", 92))

# %% [markdown]
# Three of the five could be sent to the next employer as they are. **Correct:** a weakness is something that you'd ask a referee to leave out. If the guide's example is really yours, it has a second half: who was told late, and what it cost them. With the second half it's a good answer; without it, interviewers mark it down, because they've heard it so often that it has become a sign of coaching.

# %% [markdown]
# ## Recap
#
# - Quote the strength. Date the action. Count the change.
# - A weakness has a payer. If nobody paid, it's a disguise.
# - Leave the relapse in: it's what makes the rest believable.
# - Judge your own sentences first: fact, judgement, disguise.

# %% [markdown]
# ## Say it in 60 seconds
#
# "After ___ , ___ wrote about me: '___'. They'd also tell you that I ___ . In ___ that cost ___ ___ . I told them ___ . Since ___ I ___ , which ___ can see. Of the ___ times since then, ___ went right; the other ___ didn't, because ___ . If you call, they may add ___ ."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"I've never had a manager. What do I do?"</summary>
#
# A supervisor, a customer, the person who reviewed your code, the other members of a project. Ask one of them this week for a sentence of praise and a sentence they'd rather not say. Quote both.
#
# </details>
# <details>
# <summary>"My manager and I don't get on. Should I say so?"</summary>
#
# Say what they'd say, fairly enough that they would nod, then where you see it differently, in one sentence. The interviewer isn't judging your manager. They are listening to how you talk about somebody who isn't in the room.
#
# </details>
# <details>
# <summary>"Isn't it dangerous to name a real weakness?"</summary>
#
# Don't name one that makes the job impossible, such as "I don't test" for a release engineer. Apart from that, the danger is small: every referee has one to tell, and yours will sound worse from somebody else.
#
# </details>
# <details>
# <summary>"Some companies say they'd only keep people they would fight for. Is that a threat?"</summary>
#
# Ask what it means in practice: how often it is used, and how long before somebody hears that they're at risk. Policies change, so ask in the week of the interview. Your own side of it: can you name what somebody would fight to keep?
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
