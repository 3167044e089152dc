# %% [markdown]
# # A data project and its challenges
#
# > **What is really tested.** Whether you, and not your team or your tools, turned an open problem
# > into a measured result, and whether you know what you would do otherwise.
#
# **You will be able to**
# - tell one project in two minutes, with its decision, its number and its learning
# - tell evidence from adjectives, in your own answer too
# - score an answer with a rubric, and measure how far you can trust your scores
# - expect the questions that follow
#
# **Before you start**: choose a project that is at least half yours. Study, work or your own time
# all count. For one exercise you need loops over lists in Python.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice and 30 for the essay · {{points}} points
#
# Every candidate, company, story and figure in the answers below is invented.

# %% given="setup"
import base64
import datetime
import difflib
import hashlib
import html
import json
import re

from autograder import check
from autograder.figures import axes, picture, style

ROWS = ("ownership", "metric", "obstacle", "result", "learning")
commits = []


def form(text):
    """Count what can be counted in an answer. No count says whether it is good."""
    words = len(text.split())
    return {
        "words": words,
        "seconds": round(words / 140 * 60),  # at 140 words a minute
        "I": len(re.findall(r"\b(?:I|[Mm]y|[Mm]e)\b", text)),
        "we": len(re.findall(r"\b(?:[Ww]e|[Oo]urs?|us)\b", text)),
        "numbers": len(re.findall(r"\b\d[\d.,]*", text)),
    }

# %% [markdown]
# ## The question
#
# > "Tell me about a data project that you worked on. Which challenges did you meet?"
#
# It sounds like small talk. The interviewer has a sheet with rows, and can fill in a row only with
# something that you said:
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | ownership | your part, from the problem to what came after launch | "we", all along |
# | metric | a number that was agreed on before the work | "better", "faster" |
# | obstacle | the hardest one, with the ways that you did not take, and why | a list of tools |
# | result | a number, and what it would have been without you | "everybody was happy" |
# | learning | what you do differently since, and where you did | "communication is key" |
#
# The same story is read at different heights. Public guides for candidates describe the usual
# ladder: a junior shows an effect on their own task, a senior on a team of three or more, a staff
# engineer on two teams or more, with something that lasts without them.
#
# **A structure.** STAR (situation, task, action, result) is known to everyone. Here you use CARL:
# **context, action, result, learning**. The names matter less than the shares: about 10 to 20 % for
# the context, 60 % for what you did and decided, 10 to 20 % for the result, and always a learning.
# As a senior, begin with a table of contents: the result in one sentence, then what you will cover.
# The interviewer can then interrupt at the right place.

# %% [markdown]
# ## A weak answer
#
# *(invented)*
#
# > "So, last year we had this big data project where we basically rebuilt our whole platform. We
# > used Kafka, Spark, Airflow and dbt, and on the ML side XGBoost and later a transformer. It was
# > really challenging, because the data was messy and there were a lot of stakeholders with
# > different expectations. We had many meetings, and in the end we managed to align everybody. It
# > was a great success, the performance was much better, and everyone was happy with it. I learned
# > that communication is key, and that data quality is really important."
#
# What the interviewer can write down:
#
# | said | row | note |
# |---|---|---|
# | "we basically rebuilt our whole platform" | ownership | Which part was the candidate's? Level 1. |
# | "Kafka, Spark, Airflow and dbt" | obstacle | Tools are not obstacles. |
# | "the data was messy" | obstacle | Whose is not? Nothing was decided. Level 1. |
# | "the performance was much better" | metric, result | Of what, from what to what? Level 1 twice. |
# | "communication is key" | learning | True of any project, so it says nothing of this one. |
#
# Nothing in it is false, and nothing in it could be wrong. That is the fault: an answer that would
# fit every project is no evidence about yours.

# %% [markdown]
# ## A strong answer
#
# *(invented)*
#
# > **[1]** "I led the rebuild of the stock alerts at a grocery wholesaler. False alarms fell from 31
# > to 12 in a hundred. I'll say what we set out to move, the hardest obstacle, and what I do
# > differently since.
# >
# > **[2]** Buyers got about 400 alerts a day that an item would run out, and they had stopped
# > reading them. Two engineers worked with me; the plan and the decisions were mine.
# >
# > **[3]** Before I touched the model I agreed on one number with the buyers: false alarms in a
# > hundred, with at most 5 missed shortages in a hundred. It stood at 31. Below 15 they would turn
# > the alerts on again.
# >
# > **[4]** The hardest obstacle was the label. An item that has run out sells nothing, so the
# > history called it an item that nobody wants. I saw three ways. Dropping those days loses exactly
# > the days that matter. Labels by hand would have cost the buyers 40 hours a week. Or I could
# > estimate the lost sales from similar shops, which I could test: I hid 500 days with known sales
# > and compared. So I took that one.
# >
# > **[5]** My first version was wrong. It took shops from other regions, whose holidays differ. I
# > found it when one buyer showed me a single Monday; it cost us three weeks.
# >
# > **[6]** The old alerts ran beside the new ones for eight weeks: 30 false alarms against 12, and
# > 4 missed shortages. Waste fell too, but prices changed in the same month, so I don't claim that.
# >
# > **[7]** I learned to ask first what the data cannot show. In my next project, returned goods, I
# > made it the check of the first week, and it found the same fault in one day."
#
# Why it works:
#
# 1. **Result and table of contents first.** An interruption now does no harm.
# 2. **Two sentences of context**, and the candidate's part is named.
# 3. **A metric with a baseline, a threshold and a guardrail**, agreed on before the work.
# 4. **One obstacle, three ways, a reason for each.** The choice follows from a test, not from taste.
# 5. **An own mistake**, how it was found, and its cost.
# 6. **A comparison in the same weeks**, and a claim that the candidate does not make.
# 7. **A learning that was used again**, with what came of it.
#
# It is not level 4 everywhere. Which row would you mark down, and for what? (One reading: the
# learning stayed with one person. Nothing remains that others use.)

# %% folded=true
parts = ["context", "what I did and decided", "result", "learning"]
spoken = {"weak": [35, 30, 16, 13], "strong": [31, 147, 74, 34]}  # words, counted above
colours = ["#9a9a9a", "C0", "C2", "C1"]
with style():
    plot = axes(6.5, 2.4)
    for row, words in enumerate(spoken.values()):
        start = 0
        for part, count, colour in zip(parts, words, colours):
            seconds, label = count / 140 * 60, part if row else None
            plot.barh(row, seconds, left=start, color=colour, label=label)
            start += seconds
    plot.set_yticks([0, 1], list(spoken))
    plot.set_xlabel("seconds at 140 words a minute")
    plot.legend(ncols=4, loc="lower center", bbox_to_anchor=(0.45, 1), fontsize=8)
    shown = picture(plot.figure, "Two bars of seconds. The weak answer takes 40: 15 context, "
                    "13 action, 7 result, 6 learning. The strong one takes 123: 13 context, 63 "
                    "action, 32 result, 15 learning.")
shown

# %% [markdown]
# The weak answer spends more on the context than on anything else. Counting shows more:
#
# | | words | I, my, me | we, our, us | numbers |
# |---|---|---|---|---|
# | weak | 94 | 1 | 6 | 0 |
# | strong | 286 | 18 | 2 | 11 |
#
# Such counts are a lamp, not a grade: they show where to look.

# %% [markdown]
# ## Your story
#
# Now yours, in parts. The form is checked by counting, and all rules stand in the card. A check
# cannot know whether your story is good, or true. It can only tell you that something is missing.

# %% [markdown] card="story"
# Put your own story into the seven names of the answer cell. Each takes one text in quotes, but
# `alternatives` takes a list of pairs.
#
# | part | what it holds | form |
# |---|---|---|
# | `context` | where, who, why it mattered, your part | at most 25 % of all words |
# | `metric` | the number that you set out to move, and with whom you agreed on it before the work | – |
# | `alternatives` | the ways that you did not take | a list of at least two pairs `(option, why not)`, or a dict from option to reason; three words or more in each half |
# | `action` | what you did, in order, your mistake included | with `alternatives` at least 40 % of all words |
# | `result` | what came of it, and what it would have been without you | a number in digits, and a word that compares |
# | `learning` | what you know now | at least 8 words |
# | `reused` | where you have used it since | at least 5 words |
#
# - All parts together have **150 to 320 words**: one minute to a little over two.
# - **I, my, me, mine, myself** stand at least five times, and at least as often as **we, our, ours,
#   us, ourselves**.
# - **A number** is no year, date or name: 2021, 3 July and Q3 do not count. A plain number from
#   1900 to 2099 is taken for a year, so write 2,000 with a comma.
# - **A word that compares** is one of *against, baseline, before, compared, control, holdout,
#   instead, otherwise, relative, than, versus, vs, without, would*, or *from* a number *to* another.
# - **No placeholders** (TODO, TBD, xxx, `<name>`, `[your …]`), and no sentence of four words or more
#   twice.
#
# Leave out what you may not tell: names, secrets, other people's faults. Round numbers are fine. If
# a result has no number, say what you would measure today, and mark the number as an estimate.

# %% exercise="story"
# A long text stands between triple quotes: context = """Text over many lines."""
### BEGIN SOLUTION
context = (
    "At a group of clinics, one in six patients did not come to their appointment. I owned the "
    "reminders for the booking team of five, from the first data to a year after launch. "
    "(This story is invented.)"
)
metric = (
    "Before I wrote code I agreed with the managers of the clinics on missed appointments in a "
    "hundred: 16.4 in the year before. Above 14 we would not go live, and no age group was to "
    "fare worse."
)
alternatives = [
    ("Call every patient the day before", "it needed eleven more people, and they had two"),
    ("Keep the score that the vendor sold", "nobody could check it by age group"),
]
action = (
    "I sat at a desk for two days and listened. Many patients wanted to cancel and did not get "
    "through, so I proposed a reply by text before any model. A rule by lead time came next, and "
    "a model only for the rest. The hardest part was the history: the desks had called those who "
    "often missed, so calls looked like a cause of missing. I asked for calls by lot for four "
    "weeks, and had to win over two managers, since some patients would not be called. I showed "
    "them that the lot changed forty calls a day. My first model used the postcode. A nurse asked "
    "me why, I looked, and it stood for income. I took it out and wrote down why."
)
result = (
    "Missed appointments fell from 16.4 to 12.1 in a hundred, against 15.9 in the six clinics that "
    "joined half a year later. For patients over eighty nothing changed."
)
learning = (
    "I learned that a history of help makes the helped look worse, and that only a lottery "
    "shows it."
)
reused = (
    "I put that question into our template for new projects. Two other teams found the same in "
    "their call lists."
)
### END SOLUTION
story = {
    "context": context, "metric": metric, "alternatives": alternatives, "action": action,
    "result": result, "learning": learning, "reused": reused,
}

# %% check="story"
check(story=story)

# %% [markdown] hints="story"

# %% [markdown]
# The next cell shows the counts of your own story. Look at the longest part: is it the one that you
# would like to be asked about?

# %%
own_parts = {part: str(value) for part, value in story.items() if value is not ...}
total = sum(len(text.split()) for text in own_parts.values())
for part, text in own_parts.items():
    print(f"{part:<13}{len(text.split()):>4} words {len(text.split()) / total:>6.0%}")
print(form(" ".join(own_parts.values())) if own_parts else "Your story is not written yet.")

# %% [markdown]
# ## Your two-minute answer
#
# Speak your answer aloud first, with a clock, before you write it. Then write what you said, not
# what would read well. About 280 words are two minutes.

# %% [markdown] essay="data_project_answer" points=20
# *Put your answer here: what you would say in two minutes, beginning with the result and a table of
# contents.*

# %% [markdown]
# ## Rubric
#
# Five rows, level 1 to 4 each. The sum of the levels is the number of points; an empty answer has
# none. Two rules keep it honest:
#
# - **No sentence, no level.** A level above 1 counts only if you can paste the sentence of the
#   answer that earns it.
# - **All of the column.** A level needs everything that stands in its column.

# %% [markdown] rubric="data_project_answer"
# | row | 1: generic | 2: mid, own task | 3: senior, team | 4: staff, several teams |
# |---|---|---|---|---|
# | ownership | The own part can't be told from the team's. | Names an own task inside somebody else's plan. | Led from the problem to after launch, and says who decided what. | As 3, across two or more teams, and something remains that works without them. |
# | metric | None, or "better". | A measure with a number, set by others or after the work. | Measure, baseline and threshold, agreed on before the work with those affected. | As 3, with a guardrail or a rule to stop that was agreed on too. |
# | obstacle | None, or tools and "messy data". | A real obstacle and the one fix that was tried. | The hardest obstacle, two or more ways with reasons against them, an own mistake. | As 3, and a trade-off between teams, settled by a test or a rule that they shared. |
# | result | Adjectives. | A number, compared with nothing or with an unlike time. | A number against what would have happened otherwise, and what did not improve. | As 3, and still measured after half a year or more, beyond the own team. |
# | learning | None, or true of any project. | Particular to this project, not used since. | Used again, and says what came of it. | Turned into a check, template or habit that others use without being asked. |

# %% [markdown]
# ## Calibrate
#
# Before you score yourself, find out how you score. People misjudge their own interviews:
# interviewing.io found so in 2015 and 2016, in several hundred practice interviews on its site.
#
# You will score three answers, and your own, and **commit** to the scores before you see the key.
# Then you get two numbers:
#
# - **Bias**: the mean of your level less the key's. +0.5 means that you are half a level too kind.
# - **Weighted kappa**: how well you agree with the key, with the agreement taken off that chance
#   would bring. 1 is full agreement, 0 is what you get by handing out the same levels blindly, and
#   below 0 is worse than that.
#
# Bias can be subtracted. A low kappa cannot be mended afterwards: you and the key see different
# things. The same two numbers tell whether two annotators of a data set mean the same.

# %% folded=true
weights = [[(i - j) ** 2 for j in range(1, 5)] for i in range(1, 5)]
with style():
    plot = axes(3.2, 3)
    plot.imshow(weights, cmap="Oranges", origin="lower", extent=(0.5, 4.5, 0.5, 4.5))
    for i, row in enumerate(weights, 1):
        for j, weight in enumerate(row, 1):
            plot.text(j, i, weight, ha="center", va="center", color="w" if weight > 4 else "k")
    plot.set_xticks(range(1, 5))
    plot.set_yticks(range(1, 5))
    plot.set_xlabel("level in the key")
    plot.set_ylabel("your level")
    shown = picture(plot.figure, "A grid of your level against the key's. The diagonal weighs 0, one "
                    "level off weighs 1, two levels 4, three levels 9.")
shown

# %% [markdown]
# The picture is the idea of *weighted*: a miss by one level costs 1, by two levels 4, by three 9.

# %% [markdown] card="weighted_kappa"
# Write `weighted_kappa(mine, key, levels=4)` for two lists of scores, whole numbers from 1 to
# `levels`.
#
# $$\kappa = 1 - \frac{\sum_{i,j} w_{ij}\, O_{ij}}{\sum_{i,j} w_{ij}\, E_{ij}}, \qquad
# w_{ij} = (i - j)^2$$
#
# $O_{ij}$ is the share of the items that got $i$ from you and $j$ from the key. $E_{ij}$ is the
# share that chance would bring: your share of $i$ times the key's share of $j$.
#
# **Example.** `mine = [1, 2, 3]`, `key = [1, 3, 3]`. One item of three is off by one level, so the
# sum above is 1/3. By chance, your 1 meets 1, 3, 3 and costs 0 + 4 + 4; your 2 costs 1 + 1 + 1;
# your 3 costs 4 + 0 + 0. That is 15 in 9 pairs, so the sum below is 5/3, and
# $\kappa = 1 - \frac{1/3}{5/3} = 0.8$.
#
# - All scores of both lists are the same level: the sum below is 0. Return 1.
# - One scorer never varies, and the other does, or sits at another level: the formula gives 0.
# - Empty lists, lists of different lengths, a score outside 1 to `levels`: raise `ValueError`.
# - Do not round, and do not change the lists.

# %% exercise="weighted_kappa"
def weighted_kappa(mine: list[int], key: list[int], levels: int = 4) -> float:
    """Return Cohen's kappa with quadratic weights, at most 1."""
    ### BEGIN SOLUTION
    if not mine or len(mine) != len(key):
        raise ValueError("two lists of the same length are needed, with at least one score")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError(f"scores are whole numbers from 1 to {levels}")
    n = len(mine)
    observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
    expected = sum((a - b) ** 2 for a in mine for b in key) / (n * n)
    return 1 - observed / expected if expected else 1.0
    ### END SOLUTION

# %% check="weighted_kappa"
check(weighted_kappa)

# %% [markdown] hints="weighted_kappa"

# %% [markdown]
# Four invented scorers of ten answers, with a key that is invented too. Which would you rather have
# beside you in an interview?

# %%
true_levels = [1, 2, 3, 4, 2, 3, 1, 4, 3, 2]
scorers = {
    "a level too kind": [2, 3, 4, 4, 3, 4, 2, 4, 4, 3],
    "gives 3 to everyone": [3] * 10,
    "fooled twice": [4, 2, 3, 4, 2, 3, 4, 4, 3, 2],
    "off by one, both ways": [1, 3, 2, 4, 2, 4, 1, 3, 3, 2],
}
for name, given in scorers.items():
    equal = sum(a == b for a, b in zip(given, true_levels)) / 10
    bias = sum(a - b for a, b in zip(given, true_levels)) / 10
    try:
        kappa = f"{weighted_kappa(given, true_levels):.2f}"
    except Exception:
        kappa = "is missing: write weighted_kappa first"
    print(f"{name:<23} equal {equal:.0%}  bias {bias:+.1f}  kappa {kappa}")

# %% [markdown]
# - The first is equal in two of ten answers, and still useful: take 0.8 off, and little is left to
#   argue about.
# - The second never looked. Three of ten are equal by chance, and kappa is 0.
# - The third is equal in eight of ten, and was fooled twice, by three levels each time.
#   Far misses are dear: kappa is near 0.
# - The last is off by one in four answers, in both directions. It has no bias, and it has the
#   highest kappa.
#
# ### Three answers to score
#
# Use the rubric above: open it and keep it beside you. The answers differ in how fluent they are.
# Fluency has no row.
#
# **Anchor A** *(invented)*
#
# > "Last year our organisation took on one of its most ambitious initiatives: one source of truth
# > for all events of all devices. I was deeply involved from day one. We chose a medallion
# > architecture on a modern lakehouse, with streaming ingestion and a semantic layer on top, so that
# > every team could serve itself. Data quality was of course the great challenge. Events came late,
# > or twice, and schemas changed under our feet, so we brought in a schema registry with contracts,
# > and that solved it. The impact was massive. Leadership was thrilled, dashboards that took forever
# > are now near real time, and trust in data is higher than ever. What I took away is that you have
# > to bring people along, and that data quality is everybody's job."
#
# **Anchor B** *(invented)*
#
# > "I was asked to build a classifier for support tickets. My lead had the plan, and had set the
# > measure, recall at five percent reviewed; mine were the data set and the training. The hard part
# > was that the labels were wrong. Agents pick the label when they close a ticket, and the first one
# > in the menu is 'billing'. I read two hundred 'billing' tickets, and a third had nothing to do with
# > it. I could have gone for a model that tolerates noise, but the errors were not random. I could
# > have asked the agents to relabel, but they would have used the same menu. So I relabelled 1,500
# > myself, with a page of rules. I should have asked a second person to label some; I noticed late
# > that I had changed my mind halfway, and did three hundred again. Recall was 0.71 at the end. Since
# > then I read two hundred rows before I train anything. In the project after that it took an
# > afternoon, and showed that a quarter of the rows were tests by our own staff."
#
# **Anchor C** *(invented)*
#
# > "This one is dry. Payouts. I ran it, from the complaint until, well, I left a year later, and it
# > still runs. Two teams read the forecast, and finance. It was off, nobody trusted it. First I sat
# > with all three. We wrote down the error by country and week, 11.8 percent in the year before; it
# > goes live under 9, that was finance, and no country over 20, that was me, and if after six weeks
# > we aren't there we stop. Hm, the hard thing. Refunds come up to sixty days late. So the last
# > weeks always look too good. I had trained on them as they were. My fault, three weeks gone. You
# > can drop sixty days, then you lose the season. You can wait, then it's no forecast. So I modelled
# > the delay. Then we ran both side by side for twelve weeks. 8.1 percent, the old one 11.4 in the
# > same weeks. Two small countries got no better; those stayed on the old one. What I do since: rows
# > younger than their delay don't go into training. That's a check in the pipeline now. Three other
# > teams switched it on, I didn't ask them to."

# %% [markdown] card="my_scores"
# Give each anchor five levels, in the order of the rubric: ownership, metric, obstacle, result,
# learning. Then do the same for your own two-minute answer, in `own`. For example
# `anchor_a = [2, 1, 3, 1, 2]`.
#
# The point is for filling in the form. **Your scores themselves earn nothing and cost nothing**: an
# honest low agreement is worth more to you than a copied key.

# %% exercise="my_scores"
### BEGIN SOLUTION
# What one invented reader gave. This is not the key.
anchor_a = [3, 1, 2, 2, 2]
anchor_b = [2, 2, 3, 2, 2]
anchor_c = [3, 4, 3, 4, 3]
own = [3, 3, 3, 2, 3]
### END SOLUTION
my_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="my_scores"
check(my_scores=my_scores)

# %% [markdown] hints="my_scores"

# %% [markdown]
# ### Commit
#
# This cell prints a fingerprint (SHA-256) of your scores with the time. The same scores and time
# always give the same fingerprint, and any change gives another one. Nobody is watching: it keeps
# your memory from improving your scores afterwards.

# %% folded=true
def filled(scores):
    """The scores as plain lists, or None while the form above is not complete."""
    if check(my_scores=scores).report.earned < 1:
        return None
    levels = {}
    for name in ("A", "B", "C", "own"):
        row = scores[name]
        levels[name] = [int(each) for each in (row.values() if isinstance(row, dict) else row)]
    return levels


def fingerprint(scores, when):
    text = json.dumps([scores, when], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


if levels := filled(my_scores):
    now = datetime.datetime.now().isoformat(timespec="seconds")
    commits.append({"when": now, "print": fingerprint(levels, now)})
    for each in commits:
        print(each["when"], each["print"])
else:
    print("Fill in all four lists of scores first. There is nothing to commit yet.")

# %% [markdown]
# ### Reveal
#
# Run this cell once you have committed, and open what it shows. The key is one reasoned reading by
# the authors of the course, not the truth. Its reasons are folded below.

# %% folded=true
KEY = json.loads(base64.b64decode(
    "eyJBIjogWzEsIDEsIDIsIDEsIDFdLCAiQiI6IFsyLCAyLCAzLCAyLCAzXSwg"
    "IkMiOiBbNCwgNCwgMywgMywgNF19"
))


class Folded(str):
    """Text that a notebook shows folded, under its first line."""

    def __repr__(self):
        return str(self)

    def _repr_html_(self):
        first, rest = html.escape(self).split("\n", 1)
        return (f"<details><summary>{first}</summary>"
                f"<pre tabindex=\"0\">{rest}</pre></details>")


def reveal(mine):
    """The scores beside the key, the agreement, and the bias."""
    if mine is None:
        return print("The key stays closed until all four lists of scores are filled in.")
    if not any(fingerprint(mine, each["when"]) == each["print"] for each in commits):
        return print("These scores are not committed. Run the cell above, then this one.")
    lines = ["Your scores and the key", f"{'yours / key':<12}{'A':>8}{'B':>8}{'C':>8}"]
    for at, row in enumerate(ROWS):
        pairs = "".join(f"{mine[name][at]:>4} / {KEY[name][at]}" for name in KEY)
        lines.append(f"{row:<12}{pairs}")
    yours = [level for name in KEY for level in mine[name]]
    key = [level for name in KEY for level in KEY[name]]
    try:
        lines.append(f"kappa {weighted_kappa(yours, key):.2f}")
    except Exception:
        lines.append("kappa: write weighted_kappa above, then run this cell again")
    bias, own = sum(yours) / 15 - sum(key) / 15, sum(mine["own"]) / 5
    lines.append(f"bias {bias:+.2f}: your own answer, {own:.1f} by you, "
                 f"is {own - bias:.1f} without it")
    if fingerprint(mine, commits[0]["when"]) != commits[0]["print"]:
        lines.append(f"You committed other scores first, at {commits[0]['when']}.")
    return Folded("\n".join(lines))


reveal(filled(my_scores))

# %% [markdown]
# <details>
# <summary>The reasons of the key: open them after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | ownership | 1: "deeply involved" names no part. | 2: "mine were the data set and the training", inside the lead's plan. | 4: from the complaint to a year later, who set which bound, three groups, and it still runs. |
# | metric | 1: "near real time" is no number, "trust" no measure. | 2: a measure with a number, set by the lead; no baseline. | 4: error, baseline 11.8, threshold 9, the guardrail by country, a rule to stop. |
# | obstacle | 2: late and doubled events, one fix. | 3: two ways with reasons against them, and an own mistake. | 3: two ways, an own mistake; no trade-off between teams. |
# | result | 1: "massive", "thrilled". | 2: 0.71, compared with nothing. | 3: 8.1 against 11.4 in the same weeks, and two countries that got no better. |
# | learning | 1: true of any project. | 3: used again, with what came of it. | 4: a check that three other teams switched on. |
#
# Level 4 for C's result needs a measurement after half a year or more. "It still runs" is none.
#
# </details>
#
# How to use your numbers:
#
# - **Kappa of 0.6 or more**: take your bias off your own score, and believe the rest. The bound is a
#   convention, and 15 scores are few.
# - **Less**: find the row in which you differ most. Look for the sentence that the key names.
# - **A too high, C too low?** You scored fluency. An interviewer may do the same, so practise aloud;
#   but bring the evidence for the one who scores as the key does.
# - **Score your own answer again in two days**, without looking at today's levels.

# %% [markdown]
# ## Probes to expect
#
# The two minutes are the start. Then the interviewer probes where your answer was thin. Prepare a
# sentence for each, from your own story.
#
# | probe | what it tests | what to have ready |
# |---|---|---|
# | "What was your part, exactly?" | ownership | two decisions that would have been others' without you |
# | "Who disagreed, and what did they say?" | obstacle | their view so that they would nod, and what you changed because of it |
# | "How do you know it was the model?" | result | the comparison, and one other cause that you can't rule out |
# | "Why that metric?" | metric | the second-best one, and what would have gone wrong with it |
# | "What did you get wrong?" | learning | a mistake with its cost, and how it was found |
# | "What if the result had been negative?" | judgement | the rule to stop, and what you would have kept |
# | "What would you leave out today?" | judgement | a part that was not worth its cost |
# | "And in half the time?" | judgement | the smallest version that would have decided the question |
#
# If you don't know a figure, say so, and say how you would find it. A guess with two decimals is
# remembered longer than a gap.

# %% [markdown]
# ## Spot the error
#
# **1. A common guide asks about your experience, and then gives ready answers to learn.**
#
# The next cell takes such a template, invented here, and fills it in for two candidates.

# %%
template = (
    "I led {what}. The main challenge was {trouble}, so I set up clear checks, compared three "
    "approaches, and chose the one that scaled best. I aligned the stakeholders each week. As a "
    "result I improved {number} by 25 %, compared with the year before. I learned to define the "
    "metric first, and I used this again in my next project."
)
first = template.format(what="a churn model", trouble="late events", number="retention")
second = template.format(what="a fraud filter", trouble="few labels", number="precision")
print(form(first))
alike = difflib.SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
print(f"{alike:.0%} of the words of the two answers stand in the same order")

# %% [markdown]
# The template has a number, a comparison, a learning, and *I* instead of *we*: every count looks
# good. Yet the two candidates gave one answer, and no probe of the table above has an answer in
# it. **Right is:** learn the structure and your own facts, never the sentences. This is also the
# limit of our form checks. They find what is missing; they cannot find what is empty.
#
# **2. The same guide names "Freedom and Responsibility" as the label of Netflix's culture.**
#
# **Right is:** labels age. Press reports on the memo of 2024 say that it leads with "People over
# Process", with freedom and responsibility underneath. No code can show this, so look it up in the
# week of your interview, and do not hang your story on a slogan. An own decision with its reason
# fits any version.

# %% [markdown]
# ## Recap
#
# - Two minutes: result first, little context, one obstacle with the ways not taken, a number with
#   its comparison, a learning that was used again.
# - Evidence is what can be written down. Adjectives, tools and *we* can't.
# - Your scores have a bias and a kappa. The bias can be taken off, a low kappa has to be learned.
# - The probes decide. Facts answer them, learned sentences don't.

# %% [markdown]
# ## Say it in 60 seconds
#
# Fill the blanks with your own story, and speak it with a clock:
#
# "I led ___ , and ___ went from ___ to ___ , while it stayed at ___ without the change. I agreed on
# that number with ___ before I began. The hardest part was ___ . I could have ___ , but ___ , or
# ___ , but ___ . I chose ___ , since I could test it by ___ . I got ___ wrong at first, which cost
# ___ . Since then I ___ , and in ___ it showed ___ . Where would you like more detail?"

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"Can you say that in one sentence?"</summary>
#
# Result, comparison, your part: "I led the rebuild of the stock alerts, and false alarms fell from
# 31 to 12 in a hundred while the old alerts stayed at 30." (invented)
#
# </details>
# <details>
# <summary>"Your project was small. Have you done something larger?"</summary>
#
# Do not inflate it. Say what was at stake and what you decided, then name a larger one in which your
# part was smaller, and let the interviewer choose.
#
# </details>
# <details>
# <summary>"The result is confidential. What can you tell me?"</summary>
#
# Ratios and ranges without a base: "about a third fewer, in a comparison of eight weeks". Say that
# you leave the base out, and why. An interviewer notes that you keep secrets.
#
# </details>
# <details>
# <summary>"Two annotators agree on 90 % of our items. Is that good?"</summary>
#
# That depends on chance. If both call 95 % of the items harmless and guess, they agree on
# 0.95² + 0.05² = 90.5 %. Kappa is then a little below 0. Ask for the table, not for the share.
#
# </details>
# <details>
# <summary>"Why not simply a correlation between the scorers?"</summary>
#
# A correlation does not see a bias: a scorer who is always one level too kind has a correlation of 1.
# Kappa with quadratic weights goes down with the square of the bias. With population variances it
# is $2\,\mathrm{cov} / (\mathrm{var}_1 + \mathrm{var}_2 + (\bar a - \bar b)^2)$.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
