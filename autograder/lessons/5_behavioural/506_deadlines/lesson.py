# %% [markdown]
# # Competing deadlines
#
# > **What is really tested.** Whether you decided something, by a rule that you could state before the result was known, or whether you were simply tired for a month. Somebody didn't get what they wanted; the interviewer wants to hear you tell them.
#
# **You will be able to**
# - rank work by what a day of it is worth, and say where that rule fails
# - work out what a new request moves, what becomes late, and who must hear it
# - tell a story in which a no has a name and a date
# - spot the formula that makes expensive work look good
#
# **Before you start**: loops, dicts and sorting with a key in Python. Choose a month in which you couldn't do everything.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points
#
# Every candidate, company, story, request and figure in the answers below is invented.

# %% given="setup"
from autograder import check
from autograder.figures import COLOURS, INK, axes, picture, style
from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

ROWS = ("model", "said_no", "early", "replan", "outcome")

# %% [markdown]
# ## The question
#
# > "Tell me about a time when you had several deadlines at once. How did you decide what to work on?"
#
# The usual answer is a tour of tools: a board, a tracker, focus blocks, a daily stand-up. Tools hold a decision; they don't make it. The second most usual answer is a weekend. Working through the night answers a different question, namely whether you can be talked into it.
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | model | a rule stated beforehand, with the numbers of two requests | "by impact" |
# | said_no | a person, a reason, and what they got instead | "I managed to fit everything in" |
# | early | the day you knew, the day they knew, what they could still choose | "I kept everyone informed" |
# | replan | what moved, who was told, what was cut | "I stayed late" |
# | outcome | what was delivered, what wasn't, and whether the order was right | "all delivered on time" |

# %% [markdown]
# ## A weak answer
#
# > "At my last company I was juggling a model launch, a quarterly report and on-call at the same time. I'm very organised, so I put everything in a tracker and scored each item by member impact times confidence times effort. We had daily asynchronous stand-ups so everybody could see where things stood, and I blocked focus time in the mornings. When leadership changed priorities I openly re-estimated. It was an intense few weeks, I won't lie, but we pulled together and delivered everything on time, and my manager was really impressed."
#
# Five levels on paper. Then look at the formula once more.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "impact times confidence times effort" | model | Times? Then the task of ten days beats its twin of one day. A rule is stated, so level 2 at most, and one minute of questions follows. |
# | – | said_no | Level 1. Nobody was disappointed in this story. |
# | "everybody could see" | early | A board that can be seen isn't a person who was told. Level 1. |
# | "openly re-estimated" | replan | Which task, from when to when? Level 1. |
# | "delivered everything on time" | outcome | Then there was no conflict between the deadlines. Level 1. |
#
# "Everything on time" is the sentence that undoes it. If all of it fitted, nothing had to be chosen.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# > **[1]** "In the second week of a launch that was on posters, our checkout model began to decline good cards, and I also owed the regulator a report by the 30th. I did one of them late on purpose. I'll tell you how I chose, who was angry, and whether it was right.
# >
# > **[2]** We were three people. I wrote four things on one page: value per week, how sure we were, days of work. The declines cost about 40,000 a week, nine parts in ten sure, four days: that's 9,000 per day of work. A feature that our largest customer had been promised: 60,000, but one in two that they'd pay, twelve days: 2,500. The report had no price, but it had a law.
# >
# > **[3]** So: declines first, report second, feature not this month. I told the customer's account manager on the Tuesday, four days after I knew and eleven days before the date. She'd have liked the four days. I offered her the smallest third of it, which took two days and was what they used in the end.
# >
# > **[4]** On the Thursday the fix made things worse for prepaid cards. I'd not tested those. It cost two more days, so the report slipped past the date at which I could have had it reviewed. I rang the regulator that afternoon, not on the 30th, and they gave us a week, because nobody ever rings before.
# >
# > **[5]** Declines were back to normal after six days instead of the planned four. The report was five days late, with leave. The customer stayed. Looking back I'd have called the customer first and the rest was right: the other two thirds of that feature have still not been asked for.
# >
# > **[6]** Since then a page with these three columns is the only way into our plan. The account managers fill it in themselves now. They're stricter with each other than I was."
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **The trade comes first**: late, on purpose.
# 2. **A rule with numbers for two requests**, and one that the rule can't price. Saying where your own rule stops is senior.
# 3. **A no with a name, two dates and an offer.** She isn't grateful, and he says so.
# 4. **A mistake, what it moved, and a call before the date.**
# 5. **What wasn't delivered**, and a look back at the order.
# 6. **The page outlives the month**, in other hands.
#
# What would you mark down? (One reading: *early*. He held the news for four days, so 2, not 3.)
#
# </details>

# %% [markdown]
# ## Your task: a triage rule
#
# What is a day of your work worth? Value times the probability that it works out, divided by the days it takes. It isn't the truth; it's a rule that two people can apply and get the same order, and argue about the inputs instead of the result.

# %% [markdown] card="prioritise"
# Write `prioritise(requests)`, which returns the names of all requests, the most urgent first.
#
# - Each request is a dict with `name` (a string, unique), `value`, `confidence`, `effort` and `due`, all ints. `confidence` is in percent, 0 to 100. `value` is 0 or more.
# - Order by **value · confidence / effort**, largest first. If two are equal, the one with the earlier `due` comes first; if these are equal too, the smaller name.
# - Compare exactly: a value may have 18 digits, and 3 · 10 / 3 equals 1 · 10 / 1.
# - A request with confidence or value 0 is kept.
# - Raise `ValueError` if an effort is 0 or less, or a confidence outside 0 to 100.
# - An empty list gives `[]`. Don't modify `requests`.

# %% exercise="prioritise"
def prioritise(requests: list[dict]) -> list[str]:
    """Return the names by value · confidence / effort, largest first; ties by due, then name."""
    ### BEGIN SOLUTION
    from fractions import Fraction

    for request in requests:
        if request["effort"] <= 0 or not 0 <= request["confidence"] <= 100:
            raise ValueError(f"{request['name']}: effort or confidence is out of range")

    def urgency(request):
        worth = Fraction(request["value"] * request["confidence"], request["effort"])
        return -worth, request["due"], request["name"]

    return [request["name"] for request in sorted(requests, key=urgency)]
    ### END SOLUTION

# %% check="prioritise"
check(prioritise)

# %% [markdown] hints="prioritise"

# %% [markdown]
# Does the rule earn anything? Here are 24 invented requests per seed and 20 days of work. Each rule takes requests in its order while they fit, and we add up what works out. Twenty seeds.

# %%
import numpy as np


def delivered(order, requests, days=20):
    """The value that works out if requests are done in this order while they fit."""
    total = 0
    for at in order:
        value, chance, effort, worked, _ = requests[at]
        if effort <= days:
            days -= effort
            total += value * worked
    return total


RULES = {
    "÷ effort": lambda r: -r[0] * r[1] / r[2],
    "value only": lambda r: -r[0],
    "first due": lambda r: r[4],
    "× effort": lambda r: -r[0] * r[1] * r[2],
}
found = {name: [] for name in RULES}
for seed in range(20):
    rng = np.random.default_rng(seed)
    chances = rng.uniform(0.2, 1, 24)
    requests = list(zip(rng.lognormal(3, 0.7, 24), chances, rng.integers(1, 13, 24),
                        rng.random(24) < chances, rng.permutation(24)))
    for name, rule in RULES.items():
        order = sorted(range(24), key=lambda at: rule(requests[at]))
        found[name].append(delivered(order, requests))
for name, totals in found.items():
    print(f"{name:<11} mean {np.mean(totals):5.0f}   SD over 20 seeds {np.std(totals, ddof=1):4.0f}")

# %% folded=true
with style():
    plot = axes(6.4, 2.5)
    for row, (name, totals) in enumerate(found.items()):
        plot.plot(totals, [row] * len(totals), "o", alpha=0.45, color=COLOURS[row])
        plot.plot(np.mean(totals), row, "|", markersize=22, color=INK)
    plot.set_yticks(range(4), list(found))
    plot.set(xlabel="value that worked out in 20 days", ylim=(-0.6, 3.6))
    shown = picture(plot.figure, "Twenty dots and their mean for each of four rules. Dividing by "
                    "effort delivers most on average, then value only, then multiplying by "
                    "effort; first due delivers least. The dots of the rules overlap.")
shown

# %% [markdown]
# The means differ, and the dots overlap: in a single month a bad rule can win. That's why "it worked out" isn't evidence for how you decided, and why interviewers ask for the rule.
#
# **A variation, on your own.** Some value melts while it waits. If request *a* loses 8 per day of delay and takes 2 days, and *b* loses 9 and takes 6, then *a* first costs 9 · 2 = 18 of delay for *b*, and *b* first costs 8 · 6 = 48. So divide the **cost of delay per day by the days of work**, and go from the largest down. Work it out for three requests of yours.
#
# ## Your task: the plan changes
#
# "Something came up" is a sentence. What slides, what is now late, and who has to hear it today: those are three lists.

# %% [markdown] card="replan"
# Write `replan(plan, change)`, which returns a dict with three lists of strings.
#
# - `plan` is a list of tasks, done in this order, one after the other, from day 0 on. Each is a dict with `name`, `effort` (days, an int of 1 or more), `due` (a day, an int) and `owner`. Names are unique. A task that takes 2 days and starts on day 0 finishes on day 2.
# - `change` is one more task, with an additional key `at`: the index at which it is put into the plan. If `at` is beyond the end, it comes last.
# - `"moved"`: the names of the tasks of `plan` whose finish changes, in the order of the plan.
# - `"late"`: the names of all tasks, the change included, that finish after their `due` in the new plan, in the new order. On the day isn't late. Tasks that were late before count too.
# - `"tell"`: the owners of the moved tasks, each once, sorted. The owner of the change isn't told unless a task of theirs moved.
# - Raise `ValueError` if the effort of the change is below 1, or `at` is negative.
# - Don't modify the arguments.

# %% exercise="replan"
def replan(plan: list[dict], change: dict) -> dict:
    """Return what moves, what is late and who must be told when ``change`` enters ``plan``."""
    ### BEGIN SOLUTION
    if change["effort"] < 1 or change["at"] < 0:
        raise ValueError("a change takes a day or more and has a place in the plan")
    moved = plan[change["at"] :]
    day, late = 0, []
    for task in [*plan[: change["at"]], change, *moved]:
        day += task["effort"]
        if day > task["due"]:
            late.append(task["name"])
    owners = sorted({task["owner"] for task in moved})
    return {"moved": [task["name"] for task in moved], "late": late, "tell": owners}
    ### END SOLUTION

# %% check="replan"
check(replan)

# %% [markdown] hints="replan"

# %% folded=true
PLAN = [("report", 3, 5, "Ann"), ("drift check", 2, 6, "Bo"), ("dashboard", 2, 8, "Cy")]
HOT = ("declines", 4, 5, "Di")
with style():
    plot = axes(6.4, 2)
    for row, tasks in enumerate([[PLAN[0], HOT, *PLAN[1:]], PLAN]):
        day = 0
        for name, effort, due, owner in tasks:
            late = day + effort > due
            plot.barh(row, effort, left=day, color=COLOURS[1] if late else COLOURS[0], alpha=0.6,
                      edgecolor=INK)
            plot.text(day + effort / 2, row, name, ha="center", va="center", fontsize=8)
            day += effort
    plot.set_yticks([0, 1], ["after", "before"])
    plot.set_xlabel("day")
    shown = picture(plot.figure, "Two rows of boxes along days. Before: report, drift check and "
                    "dashboard end on days 3, 5 and 7, all in time. After the four days of declines "
                    "enter behind the report, declines end on day 7, drift check on 9 and dashboard "
                    "on 11, all three late.")
shown

# %% [markdown]
# Look at the lower row. The hot task itself is late, and nobody told the person who asked for it. In most real replans that call is the one that's missing.
#
# ## Your story

# %% [markdown] card="deadline_story"
# Put your story into the seven names of the answer cell. Each takes one string; `said_no` takes a list of pairs.
#
# | part | what it holds | rule |
# |---|---|---|
# | `situation` | what was due when, for whom, and how many you were | at least 10 words, at most 25% of all |
# | `model` | the rule, and two requests put through it | at least 12 words |
# | `said_no` | what you didn't do, and what you told whom | a list of at least one pair `(what, what you said or why)`, or a dict; neither half empty |
# | `early` | when you knew, when they knew, what they could still choose | at least 8 words |
# | `replanned` | what changed on the way, and what moved because of it | at least 8 words |
# | `outcome` | what was delivered and what wasn't | a number and a word that compares |
# | `learning` | what you do differently since | at least 8 words |
#
# - All parts together have **100 to 360 words**. `model`, `said_no`, `early` and `replanned` take at least 40% of them.
# - **I, my, me, mine, myself** occur at least three times outside quotations, and at least as often as **we, our, us**.
# - **A number** is written in digits or in words from two on. Years, dates and names such as Q3 don't count.
# - **A word that compares**: *above, against, baseline, before, below, compare(d), control, doubled, down, earlier, fell, fewer, had been, half, holdout, instead, less, more, otherwise, relative, rose, same, still, than, twice, unchanged, under, up, used to, versus, without, would*, or *from* a number *to* another.
# - No placeholders (TODO, `<name>`, `[your …]`, ___), and no sentence of four words or more twice.

# %% exercise="deadline_story"
### BEGIN SOLUTION
situation = (
    "In one week in May I had a demo for the city, a broken nightly load, and a thesis student with "
    "a deadline of her own. There was nobody else. (This story is invented.)"
)
model = (
    "I asked of each what a day of waiting cost, and whom. The load cost eleven drivers an hour each "
    "morning. The demo could lose us one signature, perhaps. The student would lose a term, for "
    "certain. So I put the student first, the load second, and the demo third."
)
said_no = [
    ("A live demo", "I told the deputy mayor on Monday that she'd get screenshots and the truth"),
    ("Rewriting the load", "I told my lead that I'd patch it, and that it would break again"),
]
early = (
    "I knew on Friday night and told all three on Monday at eight, with two ways for each. The "
    "deputy mayor chose the screenshots; she could still have moved the date."
)
replanned = (
    "On Wednesday the patch broke the Sunday timetable. I moved the demo slides behind it and told "
    "her office the same hour that there would be nine slides instead of twenty."
)
outcome = (
    "The student finished two days early, the load has failed four times since instead of never, and "
    "the city signed a month later than planned. My lead still thinks the demo should have been first."
)
learning = (
    "I learned to ask what a day of waiting costs before I ask how long something takes, and I write "
    "both on the ticket."
)
### END SOLUTION
deadline_story = {
    "situation": situation, "model": model, "said_no": said_no, "early": early,
    "replanned": replanned, "outcome": outcome, "learning": learning,
}

# %% check="deadline_story"
check(deadline_story=deadline_story)

# %% [markdown] hints="deadline_story"

# %% [markdown]
# ## Your two-minute answer
#
# Begin with what you did late, or not at all. It's the sentence that the others don't have.
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

# %% [markdown] essay="deadlines_answer" points=20
# *Put your answer here: what you said in two minutes.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. Hours of work have no row.

# %% [markdown] rubric="deadlines_answer"
# | row | 1: generic | 2: mid | 3: senior | 4: staff |
# |---|---|---|---|---|
# | model | "By impact", or tools. | Criteria are named. | A rule stated before the result, with the numbers of at least two requests. | As 3, and used by others who weren't told to, or agreed across teams. |
# | said_no | Nothing was refused. | Something waited or was dropped. | A named person was told no, why, and what they got instead. | As 3, to somebody with more power or in several teams, and by a rule that still holds. |
# | early | When it was late, or "informed". | Before the date. | As soon as it was known, with what could still be chosen and its price. | As 3, by a trigger that had been agreed on before. |
# | replan | Longer hours. | Something moved. | What moved, what was cut, and who was told. | As 3, and others can do it without the teller. |
# | outcome | "Everything on time." | What was delivered. | What was delivered and what wasn't, with a number. | As 3, and a later look at whether the order was right. |

# %% [markdown]
# ## Calibrate
#
# In one of these three, something breaks in production while everybody is watching. That's a prompt of its own in many loops.
#
# **Anchor A**
#
# > "Launch night, the keynote was live, and the recommendations row came back empty for a fifth of the visitors. I saw it at 21:04. At 21:06 it was in the channel with three ways: empty row off, costs us the headline; popular titles, costs us the promise of personal; or fix forward, forty minutes, maybe. Product picked popular titles at 21:09. Then I just worked, I think until five, I fixed the join, redid the cache, two people went home and I didn't. There wasn't a plan, there was me and a terminal, and if something else needed doing I did that too. By Monday: the row was personal again after seven hours instead of forty minutes, the A/B readout for that night was lost, and we looked in March whether falling back first had been right. It had: clicks in the fallback hours were 6% lower, and in the empty minutes they were a third lower. I'd fall back even sooner."
#
# **Anchor B**
#
# > "I like to make the trade-off explicit, so before the quarter I set up a one-pager with value per week, confidence and days, and we ran everything through it. The churn alert came out at 1,800 per day of work and the executive deck at 300, which settled that. It travelled well: the two neighbouring squads picked up the sheet for their own planning, nobody asked them to, and it's now what the leads bring to the quarterly. The deck had to wait as a result. When legal's request arrived in week five, I moved the alert back by eight days, cut its German version, and told the four people who were depending on it. In terms of keeping stakeholders in the loop, the deck's owner found out in the quarterly itself, which was a bit awkward. The alert shipped, and it's been really well received."
#
# **Anchor C**
#
# > "The chief medical officer wanted the mortality report for the board on the first, and I had the vaccine stock running for thirty clinics. Urgency and who gets hurt, that's how I decide. I went up and told her no. I said she gets one table by the first, not the report, and the report on the tenth, since if the stock goes wrong in that week people drive home without. She wasn't pleased; she asked who'd decided that, and I said I had. What's left of it is that nobody gets a report in a stock week any more, six departments, it hangs in the corridor. She knew a week or so before, so she could turn the agenda round. I did both by staying on, my sister took the children. The table went out, the report came on the twelfth, not the tenth, and two clinics of thirty ran out for a morning."

# %% [markdown] card="deadline_scores"
# Give each anchor five levels, in the order of the rubric: model, said_no, early, replan, outcome. Then score your own answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a`, `anchor_b` and `anchor_c` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing.**

# %% exercise="deadline_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [1, 1, 3, 2, 3]
anchor_b = [4, 2, 1, 3, 2]
anchor_c = [2, 3, 2, 2, 3]
own = {
    "model": (3, "The load cost eleven drivers an hour each morning"),
    "said_no": (3, "I told the deputy mayor on Monday that she'd get screenshots"),
    "early": (3, "I knew on Friday night and told all three on Monday at eight"),
    "replan": (3, "I moved the demo slides behind it and told her office the same hour"),
    "outcome": (4, "My lead still thinks the demo should have been first"),
}
### END SOLUTION
deadline_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="deadline_scores"
check(deadline_scores=deadline_scores)

# %% [markdown] hints="deadline_scores"

# %% [markdown]
# Now commit. The cell keeps your levels with the time and a fingerprint, so that your memory can't improve them afterwards. If this notebook is in its folder, they are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzEsIDEsIDMsIDEsIDRdLCAiQiI6IFs0LCAy"
    "LCAxLCAzLCAyXSwgIkMiOiBbMiwgNCwgMiwgMSwgM119"
)
calibration = Calibration("506_deadlines", ROWS, KEY)
calibration.commit(deadline_scores)

# %%
calibration.reveal(deadline_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | model | 1: no rule, "me and a terminal". | 4: 1,800 against 300, stated before the quarter, and taken up by two squads. | 2: "urgency and who gets hurt": criteria, no numbers. |
# | said_no | 1: nothing was refused. | 2: "the deck had to wait"; nobody was told no. | 4: the chief medical officer, why, what she got instead, and the rule in the corridor. |
# | early | 3: two minutes, three ways with their price. No trigger had been agreed on. | 1: the owner found out in the quarterly. | 2: "a week or so before". |
# | replan | 1: until five in the morning. | 3: eight days, the German version, four people. | 1: staying on. |
# | outcome | 4: what was lost, and the look back in March. | 2: it shipped. | 3: the table, the twelfth instead of the tenth, two of thirty clinics. |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. *Within answers* takes each answer's own mean away first, yours and the key's: it asks whether you see which rows of an answer are strong, not whether you liked it. With one overall impression per answer it is 0. Fifteen levels are few, so read the interval before the number. What helps most is the list of cells to read again. A and C worked hardest and get a 1 for it in *replan*. If that feels unfair, you've found out what you admire; an interviewer on an on-call rota may not.

# %% [markdown]
# ## Revise
#
# Strike every sentence about how much you worked. What's left is your answer; it will be short. Now add the missing no: who, on which day, what they got instead.

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
    "What did you not do, and who noticed?",
    "On which day did you know, and on which day did they?",
    "Which of your inputs was the shakiest, and what would have changed the order?",
    "Your director wants the other thing first. What do you say?",
    "It breaks in production on launch day. Who decides to roll back?",
    "What would you have cut if you'd been one person fewer?",
    "Was the order right? How do you know?",
    "What can't your rule price?",
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
# | "I had two tickets due on Friday and told my lead on Tuesday that one wouldn't make it. He chose. I should have had a proposal with me." | "I put four requests through one rule, told the account manager no with eleven days to go, and offered a third. When the fix went wrong I rang the regulator before the date." | "Three teams planned against each other. I got their leads to put one page in front of every request; a no now has a reason that the next team can read. In the first quarter eleven requests were withdrawn by the people who'd made them." |

# %% [markdown]
# ## Questions to ask back
#
# - "What did this team decide not to do this quarter?" Silence is an answer.
# - "Who can put something on top of your plan, and what leaves at the bottom?"
# - "When something breaks during a launch, who decides to fall back, and is it written down?"
# - "How do you find out afterwards whether the order was right?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | Score = member impact × confidence × effort | wrong | Divide by effort; see below. "9,000 per day of work against 2,500." |
# | A rolling roadmap of two weeks | thin | What left it? "The feature left it on Tuesday, and she knew on Tuesday." |
# | Trade-offs in daily asynchronous stand-ups | thin | A daily report to everybody is control; a company that says it prefers context may ask why you need it. Argue it: which decision did it change? |
# | Focus blocks for research, a buffer for on-call | good | With the size of the buffer and how often it was used up. "One day in five; gone in three of eight weeks." |
# | Dashboards, trackers for design documents, reminders | thin | Tools. "The tracker had 40 rows, and I closed 31 unread." |
# | Re-estimating openly when leadership changes priorities | good | With what moved and who was told. "Eight days later, without German, and these four knew the same day." |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **A popular guide says: score = member impact × confidence × effort.** Two requests with the same value and the same confidence. One takes a day, the other takes ten.

# %%
twins = [
    {"name": "ten days", "value": 10, "confidence": 50, "effort": 10, "due": 3},
    {"name": "one day", "value": 10, "confidence": 50, "effort": 1, "due": 3},
]
times = sorted(twins, key=lambda r: -r["value"] * r["confidence"] * r["effort"])
per_day = sorted(twins, key=lambda r: -r["value"] * r["confidence"] / r["effort"])
print("times effort:     ", [r["name"] for r in times])
print("divided by effort:", [r["name"] for r in per_day])

# %% [markdown]
# Multiplied, the ten times costlier twin comes first; so would any request, if you estimate it generously enough. **Correct:** divide. The rule is known as RICE when reach is a factor too. Say what it can't do: it takes no account of deadlines, of tasks that need each other, or of a law. And its inputs are guesses, so change the shakiest one and see whether the order survives.

# %% [markdown]
# ## Recap
#
# - A rule, stated before, with the numbers of two requests.
# - Divide by effort. For what melts, cost of delay per day of work.
# - A new task moves three lists: what slides, what is late, who hears it today.
# - A no has a name, a day and an offer.
# - Look back at the order, not at your hours.

# %% [markdown]
# ## Say it in 60 seconds
#
# "I had ___ , ___ and ___ by ___ , with ___ people. A day of work on ___ was worth ___ , on ___ only ___ ; ___ had no price but a law. So I did ___ first and told ___ on ___ that ___ wouldn't come; they got ___ instead. Then ___ happened; ___ moved by ___ , and I told ___ the same day. In the end ___ of ___ were in time. Looking back, the order was ___ , because ___ ."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"How do you estimate the value of a report?"</summary>
#
# By the decision that waits for it: what is lost per week without it. If no decision waits, say so, and it goes to the end. A report that the law demands isn't in this ranking; it is a constraint.
#
# </details>
# <details>
# <summary>"Your estimate was off by a factor of three. Now what?"</summary>
#
# Say when you noticed, and that you re-ranked at that moment with the remaining effort. What is already spent doesn't count, in either direction.
#
# </details>
# <details>
# <summary>"Isn't saying no easier when you're senior?"</summary>
#
# The no is the same; the offer is different. A junior brings two options to the person who decides. That is a no to doing both silently.
#
# </details>
# <details>
# <summary>"When do you work the weekend?"</summary>
#
# When waiting harms somebody who can't wait, and somebody else knows about it. Then say what you changed so that it wouldn't happen again. Twice is a plan.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
