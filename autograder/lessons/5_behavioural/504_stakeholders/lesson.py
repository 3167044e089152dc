# %% [markdown]
# # Trouble with a stakeholder
#
# > **What is really tested.** Whether you can say why the other side was right from where they sat, what you did to make it worse, and which sentence you changed. A story in which you were right all along scores low, however it ends.
#
# **You will be able to**
# - tell a disagreement so that the other person would nod
# - turn a message full of terms into a decision, a number and a risk
# - say how long evidence takes, and who has to have seen the change
# - show what was left over when the conflict was gone: a habit, not a victory
#
# **Before you start**: find the message or the slide after which it got worse. If you can, use the real text.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points
#
# Every candidate, company, story, message and figure in the answers below is invented.

# %% given="setup"
from autograder import check
from autograder.figures import COLOURS, axes, picture, style
from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

ROWS = ("their_view", "own_fault", "message", "outcome", "ritual")

# %% [markdown]
# ## The question
#
# > "Tell me about a time when you had trouble communicating with a stakeholder."
#
# You'll want to tell how you convinced somebody. Wait. The interviewer has heard two hundred people convince somebody. What they listen for comes earlier: does the other person in this story have a brain?
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | their_view | their reason, told so that they'd sign it | "they didn't understand the model" |
# | own_fault | what you wrote or left out, and what it cost | "I could have communicated more" |
# | message | the sentence before, the sentence after | "I explained it in simple terms" |
# | outcome | what was decided, what it was worth, and how you two get on | "they approved it" |
# | ritual | what still happens each week without the conflict | "communication is key" |

# %% [markdown]
# ## A weak answer
#
# > "We had a product manager who didn't really get machine learning. I'd built a ranker that lowered clicks but was better for retention, and she was stuck on the click numbers. So I sat down with her and explained the model in simple terms, with a nice analogy about a member's journey. I also ran a small shadow experiment, which showed that retention improved, and shared some customer quotes. Once she saw the data she came around and the rollout was approved. Since then I always do a pre-read. I learned that you need to speak the stakeholder's language."
#
# Five levels on paper, please, before you unfold.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "didn't really get", "stuck on" | their_view | She owned the click number and would have been asked about it on Monday. Level 1. |
# | – | own_fault | Nobody did anything wrong but her. Level 1. |
# | "simple terms", "nice analogy" | message | Which sentence? Level 1, or 2 for the meeting. |
# | "shadow experiment … showed that retention improved" | outcome | It can't have: nobody saw the ranker. A technical interviewer stops here. |
# | "I always do a pre-read" | ritual | A thing, and no sign that anybody reads it. Level 2. |
#
# "Came around" is the phrase to listen for. In an honest story both sides moved.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# > **[1]** "I nearly lost a launch over a number that I thought was a detail. I'll tell you what she saw, what I sent, and what we do on Tuesdays since.
# >
# > **[2]** Marta ran the front page of a travel site. My new ranking took 5% off her clicks, and bookings came later, so for four weeks she'd have had a worse page and nothing to show for it. Her bonus and two people's contracts hung on that page. She said no, and from where she sat that was right.
# >
# > **[3]** I had sent her a page with eleven terms and no request. In the meeting I answered each question with another chart. She told a colleague that I talk to be left alone. I heard about it, and it stung because it was true: I had wanted a signature, not a conversation.
# >
# > **[4]** I wrote a new one. The old first sentence was 'offline metrics are up across the board'. The new one was: 'For four weeks your page will look 5% worse; can we show it to one visitor in twenty from 3 March, and will you tell me by Friday at which number you'd pull it?' She set the number. I'd have set a softer one.
# >
# > **[5]** It went to one in twenty for ten weeks. Clicks fell by 4%, bookings within 60 days rose by 2%, interval 0.4 to 3.6. She took it to everyone, and kept the old page for business travellers, where it didn't work. I had not looked at those.
# >
# > **[6]** On Tuesdays she reads my draft before anyone technical does, for ten minutes, and strikes out what she can't repeat. Her successor has kept it up. I still don't think we're friends. We're quick."
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **He begins with what he nearly lost**, not with what he achieved.
# 2. **Her no is reasonable.** A reader would have said no too.
# 3. **A fault with a date and a quotation**, and the motive behind it.
# 4. **Before and after, word for word.** The new sentence asks for something by a day, and gives her the brake.
# 5. **Exposed visitors, ten weeks, an interval.** And her exception was right where his default was wrong.
# 6. **A habit with a frequency that outlived the person.** The last two sentences are worth a lot: nothing is embellished.
#
# What would you mark down? (One reading: *own_fault* is 3. He learned of it from a colleague; he hadn't said it to her first.)
#
# </details>

# %% [markdown]
# ## Your task: the message
#
# This is what went out, to a product lead. Read it as she would, on a phone between two meetings.

# %%
ORIGINAL = """\
Hi all, following up on the ranker ablation. The new logits on top of the retrained embeddings \
give NDCG +1.8 and AUC +0.6 offline, though the propensity weights are noisy in the tail. \
Click-through goes down by 5 %, as expected, since the head is less peaked. In the holdout we see \
an uplift of 0.4 points on 28-day retention, p-value 0.03, but only two of six markets have \
converged so far. A shadow run on full traffic would take 2 weeks and would tell us about latency, \
not about members. Exposure could go to 20 % before the freeze on 14 November, but on-call would \
need to be staffed for that, and search hasn't been consulted. It would be good to get alignment \
on next steps. Thoughts?"""
print(ORIGINAL)
print(len(ORIGINAL.split()), "words between spaces")

# %% [markdown] card="rewrite"
# Set `rewrite` to a message to the product lead that says the same so that she can act on it.
#
# - **25 to 120 words**: runs of letters, digits, apostrophes and hyphens. A sentence ends with `.`, `!` or `?` before a space, or with its line. No sentence has more than 25 words; on average they have at most 16. The number of a list isn't a word.
# - **A decision is asked of her, with a day.** A sentence with a question mark, or with *please, decide, I need, I ask, approve, can/could/will you, let me know, your yes/no/decision/answer, choose, confirm* and the like; in it or in the next sentence a date, a weekday, *today, tomorrow, noon* or *this/next/end of the week*.
# - **At least one number from the message**, in digits: 1.8, 0.6, 5, 0.4, 28, 0.03, 2, 6, 20. No other number in digits, so nothing is made up. Dates and times of day don't count, and numbers in words are free.
# - **A risk**: a sentence with *risk, if, may, might, could, unless, unsure, don't know, worst, danger* or *in case*.
# - **None of this jargon**, in any case or form: NDCG, AUC, logits, ablation, embeddings, holdout, p-value, propensity, uplift, shadow.
# - No placeholders (TODO, `<name>`, `[your …]`, ___).

# %% exercise="rewrite"
### BEGIN SOLUTION
rewrite = """\
Priya, can we show the new ranking to 20% of members before the freeze? I need your yes or no by \
Thursday, 6 November.

What you'd see: people click less, by 5%. More of them are still with us four weeks later, by 0.4 \
points. So far that holds in two of six countries; the others have too few members in the test.

The risk: if the other four turn out worse, your page looks weak over the holidays. I'd switch \
back the same day, at whatever number you name now. It also needs somebody on call, and I haven't \
asked the search team yet. I'll do both on Monday."""
### END SOLUTION

# %% check="rewrite"
check(rewrite=rewrite)

# %% [markdown] hints="rewrite"

# %% [markdown]
# Now give your version to somebody who doesn't work with data. Ask one question: "what do you have to do, and by when?" If they hesitate, the check was too kind.

# %%
changes(ORIGINAL, rewrite)

# %% [markdown]
# ## Your task: how long does evidence take?
#
# "Fewer clicks now, better retention later" is a good claim. It has a date built in. If the effect shows after 28 days, two weeks of data say nothing about it. And shadow traffic, where the new model runs but nobody sees its answers, says nothing after any number of days.

# %% [markdown] card="evidence_horizon"
# Write `evidence_horizon(days_of_effect, days_measured, exposed)`, which returns `True` if the measurement can show the effect at all.
#
# - It can if users saw the change (`exposed`) and were watched for at least `days_of_effect` days. Equal is enough.
# - Raise `ValueError` if `days_of_effect` is below 1 or `days_measured` below 0, exposed or not.
# - Return a `bool`.

# %% exercise="evidence_horizon"
def evidence_horizon(days_of_effect: int, days_measured: int, exposed: bool) -> bool:
    """Whether users saw the change for at least as long as its effect takes, in days."""
    ### BEGIN SOLUTION
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError("an effect takes a day or more, and days can't be negative")
    return exposed and days_measured >= days_of_effect
    ### END SOLUTION

# %% check="evidence_horizon"
check(evidence_horizon)

# %% [markdown] hints="evidence_horizon"

# %% [markdown]
# Next, the simulation. 4,000 invented members per arm; the new model adds 3 points of retention, but only for members who have seen it for 28 days. Twenty seeds per design.

# %%
import numpy as np


def estimate(seed, exposed, days, effect=0.03, horizon=28, members=4_000, base=0.88):
    """Difference in retention between the arms of one experiment."""
    rng = np.random.default_rng(seed)
    lift = effect if exposed and days >= horizon else 0.0
    stayed = rng.binomial(members, [base + lift, base]) / members
    return stayed[0] - stayed[1]


DESIGNS = {
    "shadow, 28 days": (False, 28),
    "exposed, 14 days": (True, 14),
    "exposed, 28 days": (True, 28),
}
results = {}
for row, (name, design) in enumerate(DESIGNS.items()):
    results[name] = [estimate(100 * row + seed, *design) for seed in range(20)]
    spread = np.std(results[name], ddof=1)
    print(f"{name:<18} mean {np.mean(results[name]):+.3f}   SD over 20 seeds {spread:.3f}")

# %% folded=true
with style():
    plot = axes(6.4, 2.3)
    for row, (name, found) in enumerate(results.items()):
        plot.plot(found, [row] * len(found), "o", alpha=0.5, color=COLOURS[row])
    plot.axvline(0.03, linestyle="--", color=COLOURS[2])
    plot.set_yticks(range(3), list(results))
    plot.set(xlabel="estimated change of retention; dashed: the truth", ylim=(-0.6, 2.6))
    shown = picture(plot.figure, "Twenty dots for each of three designs. Shadow traffic for 28 days "
                    "and exposure for 14 days scatter around zero. Exposure for 28 days scatters "
                    "around the true three points.")
shown

# %% [markdown]
# All three designs cost about the same. Only one of them could have answered her.
#
# ## Your story

# %% [markdown] card="conflict_story"
# Put your story into the seven names of the answer cell. Each takes one string; `tried` takes a list of pairs.
#
# | part | what it holds | rule |
# |---|---|---|
# | `situation` | who, about what, what was at stake | at least 10 words, at most 25% of all |
# | `their_view` | their reason, as they'd put it | at least 12 words |
# | `my_fault` | what you wrote, said or left out, and what it cost | at least 8 words |
# | `tried` | what you tried or considered that didn't work | a list of at least one pair `(what, why not)`, or a dict; neither half empty |
# | `change` | the message before and after, or what you did differently | at least 12 words |
# | `outcome` | what was decided, what came of it, how you get on | a number |
# | `ritual` | what happens since, how often | at least 6 words |
#
# - All parts together have **100 to 360 words**. `their_view`, `my_fault`, `tried` and `change` take at least 40% of them.
# - **I, my, me, mine, myself** occur at least three times outside quotations, and at least as often as **we, our, us**.
# - **A number** is written in digits or in words from two on. Years, dates and names such as Q3 don't count.
# - No placeholders (TODO, `<name>`, `[your …]`, ___), and no sentence of four words or more twice.
#
# Change names and trades. Nobody should recognise a colleague.

# %% exercise="conflict_story"
### BEGIN SOLUTION
situation = (
    "I forecast visitors for a museum, and the head of guards wanted me gone. Each wrong forecast "
    "meant that somebody's free Sunday was cancelled. (This story is invented.)"
)
their_view = (
    "For him a forecast was a promise that others broke. He had to ring people on Saturday night, "
    "he knew their children's names, and nobody from my floor had ever made one of those calls."
)
my_fault = (
    "I had sent him a mail with the error in percent and written 'within tolerance'. He printed it "
    "and pinned it up in the guards' room. Two guards left that summer."
)
tried = [
    ("A workshop about uncertainty", "six came, on their free day, and I talked"),
    ("A better model", "the error fell and the calls didn't"),
]
change = (
    "I made the calls myself for two Saturdays. Then I changed the message: instead of 'expected 2,140, "
    "error 9%' it said 'we need 11 guards; in one Sunday of five we'd need 13; whom would you rather "
    "ask on Wednesday?' He chose to have two on call, paid for it."
)
outcome = (
    "Cancelled Sundays fell from seven a month to one. It costs two paid stand-bys, which I had said "
    "were unnecessary."
)
ritual = (
    "On Wednesdays at ten he tells me what I can't know, school trips and strikes, before I send "
    "anything. His deputy does it when he is away."
)
### END SOLUTION
conflict_story = {
    "situation": situation, "their_view": their_view, "my_fault": my_fault, "tried": tried,
    "change": change, "outcome": outcome, "ritual": ritual,
}

# %% check="conflict_story"
check(conflict_story=conflict_story)

# %% [markdown] hints="conflict_story"

# %% [markdown]
# ## Your two-minute answer
#
# Tell it to somebody once with the other person's name replaced by theirs. If it stings, rewrite `their_view`. Then with the clock.
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

# %% [markdown] essay="stakeholder_answer" points=20
# *Put your answer here: what you said in two minutes.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. 

# %% [markdown] rubric="stakeholder_answer"
# | row | 1: generic | 2: mid | 3: senior | 4: staff |
# |---|---|---|---|---|
# | their_view | "They didn't understand." | Their position is named. | Their reason, told so that they'd nod, and why it was right from where they sat. | As 3, and it changed what was built or decided, across functions. |
# | own_fault | None, or "more communication". | A fault, in general. | What exactly was written, said or left out, and what it cost. | As 3, and told to them before they raised it. |
# | message | "Explained it simply." | Another form or meeting, without its content. | The sentence before and after, with what is asked of them. | As 3, and others use the new form. |
# | outcome | "They approved." | A decision. | A decision, a number that came of it, and how the two work together since. | As 3, with what the teller gave up, and still holding after half a year. |
# | ritual | None. | An intention, or something done once. | Something that recurs, with how often. | As 3, and others keep it up without the teller. |

# %% [markdown]
# ## Calibrate
#
# Three disagreements across functions. The most pleasant teller isn't the best one.
#
# **Anchor A**
#
# > "Legal were, let's say, conservative, and they had concerns about our personalisation roadmap. I'm a big believer in meeting people where they are, so I set up a series of workshops to demystify the technology and build a shared vocabulary, and I adapted the narrative for a non-technical audience. It took patience, but they got comfortable, and we were cleared for launch, which I consider a huge cross-functional win. What I'm proudest of is what it left behind. There's a standing slot every other Thursday where any team brings one planned use of data, on one page, and legal answers within two days. I handed it over after the first quarter. It has been running for a year and a half, the growth team copied it, and they've put through some forty pages without me in the room."
#
# **Anchor B**
#
# > "Sales. They promise things, and I used to hate it. I sent round a note that the score is not a ranking of customers, in bold, it was snotty, and their lead read it out in front of her people. Two accounts got no call for a month because nobody dared to use the score at all. I went to her the next morning, before she came to me, and said that the note was wrong in tone and wrong in the facts. She has eleven people, they have forty calls a day, they'll go top to bottom whatever I write, of course it's a ranking. What should she do, roll dice? So I shouldn't have forbidden it, I should have asked what happens at position thirty. We talked it through, on the phone mostly. It didn't end well. She left in spring, and they bought a tool. I haven't really got a process for it now."
#
# **Anchor C**
#
# > "The surgeons didn't want the list of cancelled operations by cause, and their reason was a good one: the cause is typed in at seven in the evening by whoever is still there, and 'patient unfit' is what you type when the truth takes a paragraph. Publishing it would have punished the honest ones. Anaesthesia said the opposite, and they had a point as well, since without causes nothing would ever move. So we publish no causes; we publish hours of theatre that stood empty, and each department writes its own sentence. That was the surgeons' idea. I should have talked to them earlier. My old slide said 'reasons for cancellation by department'. The new one says 'on Tuesday theatre 4 was empty for 3 hours; what would have filled it?', and they have until Monday to answer. Empty hours went from 31 to 22 a week. The two heads sit next to each other now when I present, that's all I'd claim. We did it that one quarter."

# %% [markdown] card="conflict_scores"
# Give each anchor five levels, in the order of the rubric: their_view, own_fault, message, outcome, ritual. Then score your own answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a`, `anchor_b` and `anchor_c` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing.**

# %% exercise="conflict_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [2, 1, 2, 2, 3]
anchor_b = [3, 4, 1, 1, 1]
anchor_c = [4, 2, 3, 3, 3]
own = {
    "their_view": (3, "He had to ring people on Saturday night"),
    "own_fault": (3, "I had sent him a mail and written 'within tolerance'"),
    "message": (3, "we need 11 guards; in one Sunday of five we'd need 13"),
    "outcome": (3, "Cancelled Sundays fell from seven a month to one"),
    "ritual": (4, "His deputy does it when he is away"),
}
### END SOLUTION
conflict_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="conflict_scores"
check(conflict_scores=conflict_scores)

# %% [markdown] hints="conflict_scores"

# %% [markdown]
# Now commit. The cell keeps your levels with the time and a fingerprint, so that your memory can't improve them afterwards. If this notebook is in its folder, they are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzEsIDEsIDIsIDIsIDRdLCAiQiI6IFszLCA0"
    "LCAxLCAxLCAxXSwgIkMiOiBbNCwgMiwgMywgMywgMl19"
)
calibration = Calibration("504_stakeholders", ROWS, KEY)
calibration.commit(conflict_scores)

# %%
calibration.reveal(conflict_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | their_view | 1: "conservative", "concerns". Which? | 3: eleven people, forty calls, top to bottom; "what should she do, roll dice?" Nothing was built differently. | 4: the reasons of two functions, both good, and the surgeons' idea is what was built. |
# | own_fault | 1: none. | 4: the note, its cost of two accounts, and told the next morning before she came. | 2: "should have talked to them earlier". |
# | message | 2: workshops and a narrative; no sentence of either. | 1: talked it through. | 3: both slides, word for word, with a day. |
# | outcome | 2: a decision, "cleared". | 1: no decision, she left. Honest, and level 1. | 3: 31 to 22 hours, and how the heads sit. |
# | ritual | 4: every other Thursday, copied, forty pages without the teller. | 1: none. | 2: one quarter. |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. *Within answers* takes each answer's own mean away first, yours and the key's: it asks whether you see which rows of an answer are strong, not whether you liked it. With one overall impression per answer it is 0. Fifteen levels are few, so read the interval before the number. What helps most is the list of cells to read again. A's slot is the best single thing in all three answers. An interviewer who stops listening at "demystify" misses it; one who likes the tone gives four rows that weren't earned.

# %% [markdown]
# ## Revise
#
# Two sentences are usually missing. One begins with the other person and contains the word "right". The other is the message itself: not that you rewrote it, but the words.

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
    "What would they say about this story if they sat here?",
    "What did you write, word for word?",
    "What did you change in the model because of them?",
    "How do you know that it was retention and not the season?",
    "Product wants another definition of the KPI. How did you settle it?",
    "Who else thought that you were wrong?",
    "What did the disagreement cost, in weeks?",
    "When did it come up again?",
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
# | "The product lead said no because of 5% clicks. My lead and I wrote the message again with a request and a date. She said yes to one in twenty." | "She was right for four weeks. I asked her for the number at which she'd pull it, built the switch, and reported to her first each week. It cost business travellers a worse page, which she saw before I did." | "Three product leads had each lost trust in us over one-off launches. I got them to agree on one page: who is exposed, for how long, and who may pull it. It has been used for nine launches, two were pulled, and nobody asked me." |

# %% [markdown]
# ## Questions to ask back
#
# - "Who can stop a launch here, and when did somebody last do it?"
# - "How does a product lead find out that an experiment is running on their page?"
# - "Tell me about a disagreement between research and product that research lost." If there is none, ask yourself why.
# - "For how long do you hold out members before you believe in a change of retention?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | Model behaviour against product intuition | thin | It makes one side the model and the other a feeling. "She had a reason: four weeks without a number." |
# | Fewer clicks now, better retention later | good | If you say when. "It shows after 28 days, so I asked for ten weeks." |
# | Jargon made friction | good | If it was yours. "My page had eleven terms and no request." |
# | Reframed as a picture of a member's life | thin | Which picture, which sentence? Say it. |
# | A small shadow experiment as proof | wrong | Nobody sees shadow traffic; you measured it above. "One visitor in twenty, for ten weeks." |
# | Customer anecdotes | thin | Two quotes are two quotes. "They told me where to look, not how often." |
# | Rollout approved | thin | Approval isn't an outcome. "Clicks −4%, bookings +2%, and one exception that she found." |
# | Pre-read and office hours ever since | good | Who comes? "She strikes out ten minutes' worth each Tuesday." |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **A popular guide says: a small shadow experiment convinced the stakeholder that retention improves.** You ran it above: 20 seeds, and the estimates of the shadow design scatter around 0 with the true effect at 3 points. Worse, one in a few of them is positive by luck:

# %%
shadow = np.array(results["shadow, 28 days"])
print(f"{(shadow > 0).mean():.0%} of the shadow experiments 'show an improvement'")
more = np.array([estimate(seed, False, 28) for seed in range(2_000)])
limit = 1.96 * np.sqrt(2 * 0.88 * 0.12 / 4_000)
print(f"over 2,000 seeds: {(more > 0).mean():.0%}; "
      f"{(more > limit).mean():.1%} pass as significant")

# %% [markdown]
# About half of them look like good news, and about one in forty would pass a two-sided test at 5% in the direction that you hoped for. **Correct:** shadow traffic answers questions about the system: latency, errors, how often two models differ. Questions about members need members who saw something, for as long as the effect takes.

# %% [markdown]
# ## Recap
#
# - Tell their side first, so that they'd nod.
# - Your fault is a sentence you wrote. Quote it.
# - A message is a request, a day, a number and a risk.
# - No exposure, no effect. No time, no effect.
# - What recurs without you is the result.

# %% [markdown]
# ## Say it in 60 seconds
#
# "___ said no to ___ , and from where they sat that was right, because ___ . I had sent ___ , which cost ___ . I tried ___ first, and it ___ . Then I wrote: '___' , with a request for ___ by ___ . They decided ___ . It came to ___ , measured on ___ for ___ . I gave up ___ . Every ___ since then, ___ ."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"And if they had been plainly wrong?"</summary>
#
# Then you say which fact they lacked, why they lacked it, and whose job it had been to bring it. Usually it was yours.
#
# </details>
# <details>
# <summary>"You lost. Would you fight it again?"</summary>
#
# Say what you'd need to see to reopen it, and when you'd look. Disagreeing and then helping is a skill; disagreeing and then waiting to be right is not.
#
# </details>
# <details>
# <summary>"How would you have measured retention with half the traffic?"</summary>
#
# Longer, or with less noise: adjust for what you knew about each member before the test. Or decide on a proxy that has moved with retention in earlier tests, and say in how many of them it did.
#
# </details>
# <details>
# <summary>"Isn't a shadow run still useful?"</summary>
#
# Yes, before the launch: it finds time-outs, missing features and answers that differ wildly. Do it first, and don't quote it about members.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
