# %% [markdown]
# # A data project and its challenges
#
# > **What is really tested.** Whether you, and not your team or your tools, turned an open problem into a measured result, and whether you know what you'd do differently.
#
# **You will be able to**
# - tell one project in two minutes, with its decision, its number and its learning
# - tell evidence from adjectives, in your own answer too
# - score an answer with a rubric, and measure how far you can trust your scores
# - find the sentence that your answer lacks, and answer the questions that follow
#
# **Before you start**: choose a project that is at least half yours. Study, work or your own time all count. For one exercise you need loops over lists in Python.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice and 30 for the essay · {{points}} points
#
# Every candidate, company, story and figure in the answers below is invented.

# %% given="setup"
import difflib
import random

from autograder import check
from autograder.figures import axes, picture, style
from autograder.rehearsal import (
    Calibration, Drill, Stopwatch, changes, counts, heard, within_answers,
)

ROWS = ("ownership", "metric", "obstacle", "result", "learning")

# %% [markdown]
# ## The question
#
# > "Tell me about a data project that you worked on. Which challenges did you meet?"
#
# It sounds like small talk. The interviewer has a sheet with rows, and can fill in a row only with something that you said:
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | ownership | your part, from the problem to what came after launch | "we", all along |
# | metric | a number that was agreed on before the work | "better", "faster" |
# | obstacle | the hardest one, with the ways that you didn't take, and why | a list of tools |
# | result | a number, and what it would have been without you | "everybody was happy" |
# | learning | what you've done differently since, and where | "communication is key" |
#
# The same story is read at different heights. Public guides for candidates describe the usual ladder: a junior shows an effect on their own task, a senior on a team of three or more, a staff engineer on two teams or more, with something that lasts without them.
#
# **A structure.** STAR (situation, task, action, result) is known to everyone. Here you use CARL: **context, action, result, learning**. The names matter less than the shares: about 10 to 20% for the context, 60% for what you did and decided, 10 to 20% for the result, and always a learning. As a senior, begin with a table of contents: the result in one sentence, then what you'll cover. The interviewer can then interrupt at the right point.

# %% [markdown]
# ## A weak answer
#
# > "So, last year we had this big data project where we basically rebuilt our whole platform. We used Kafka, Spark, Airflow and dbt, and on the ML side XGBoost and later a transformer. It was really challenging, because the data was messy and there were a lot of stakeholders with different expectations. We had many meetings, and in the end we managed to align everybody. It was a great success, the performance was much better, and everyone was happy with it. I learned that communication is key, and that data quality is really important."
#
# Give it five levels from 1 to 4 on paper, one per row. Then unfold.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "we basically rebuilt our whole platform" | ownership | Which part was the candidate's? Level 1. |
# | "Kafka, Spark, Airflow and dbt" | obstacle | Tools are not obstacles. |
# | "the data was messy" | obstacle | Whose isn't? Nothing was decided. Level 1. |
# | "the performance was much better" | metric, result | Of what, from what to what? Level 1 twice. |
# | "communication is key" | learning | True of any project, so it says nothing about this one. |
#
# Nothing in it is false, and nothing in it could be wrong. That is the fault: an answer that would fit every project isn't evidence about yours.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# > **[1]** "I led the rebuild of the stock alerts at a grocery wholesaler. False alarms fell from 31 to 12 in a hundred. I'll say what we set out to move, the hardest obstacle, and what I do differently since.
# >
# > **[2]** Buyers got about 400 alerts a day that an item would run out, and they had stopped reading them. Two engineers worked with me; the plan and the decisions were mine.
# >
# > **[3]** Before I touched the model I agreed on one number with the buyers: false alarms in a hundred, with at most 5 missed shortages in a hundred. It stood at 31. Below 15 they would turn the alerts on again.
# >
# > **[4]** The hardest obstacle was the label. An item that has run out sells nothing, so the history called it an item that nobody wants. I saw three ways. Dropping those days loses exactly the days that matter. Labels by hand would have cost the buyers 40 hours a week. Or I could estimate the lost sales from similar shops, which I could test: I hid 500 days with known sales and compared. So I took that one.
# >
# > **[5]** My first version was wrong. It took shops from other regions, whose holidays differ. I found it when one buyer showed me a single Monday; it cost us three weeks.
# >
# > **[6]** The old alerts ran next to the new ones for eight weeks: 30 false alarms against 12, and 4 missed shortages. Waste fell too, but prices changed in the same month, so I don't claim that.
# >
# > **[7]** I learned to ask first what the data cannot show. In my next project, returned goods, I made it the check of the first week, and it found the same fault in one day."
#
# Mark the sentence that earns each row before you read on.
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **Result and table of contents first.** An interruption now does no harm.
# 2. **Two sentences of context**, and the candidate's part is named.
# 3. **A metric with a baseline, a threshold and a guardrail**, agreed on before the work.
# 4. **One obstacle, three ways, a reason for each.** The choice follows from a test, not from taste.
# 5. **A mistake of the candidate's own**, how it was found, and its cost.
# 6. **A comparison in the same weeks**, and a claim that the candidate doesn't make.
# 7. **A learning that was used again**, with what came of it.
#
# It isn't level 4 everywhere. Which row would you mark down, and for what? (One reading: the learning stayed with one person. Nothing remains that others use.)
#
# </details>

# %%
parts = ["context", "what I did and decided", "result", "learning"]
spoken = {"weak": [35, 30, 16, 13], "strong": [31, 147, 74, 34]}  # words, counted above
colours = ["#9a9a9a", "C0", "C2", "C1"]

# %% folded=true
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
# The weak answer spends more on the context than on anything else. Counting shows more: it has one *I, my* or *me* against six *we, our, us*, and no number in 94 words; the strong one has 18 against 2, and 11 numbers in 286. Such counts are a lamp, not a grade: they show where to look.
#
# ## Your story
#
# Now yours, in parts. The form is checked by counting, and all its rules are on the card. A check cannot know whether your story is good, or true. It can only tell you that something is missing.

# %% [markdown] card="story"
# Put your own story into the seven names of the answer cell. Each takes one string; `alternatives` takes a list of pairs.
#
# | part | what it holds | rule |
# |---|---|---|
# | `context` | where, who, why it mattered, your part | at most 25% of all words |
# | `metric` | the number that you set out to move, and with whom you agreed on it before the work | at least 3 words |
# | `alternatives` | the ways that you didn't take | a list of at least two pairs `(option, why not)`, or a dict; neither half empty, no option twice |
# | `action` | what you did, in order, your mistake included | at least 15 words; with `alternatives` at least 40% of all |
# | `result` | what came of it, and what it would have been without you | a number and a word that compares |
# | `learning` | what you know now | at least 8 words |
# | `reused` | where you have used it since | at least 5 words |
#
# - All parts together have **100 to 360 words**. A word is a run of letters, digits, apostrophes and hyphens.
# - **I, my, me, mine, myself** occur at least three times outside quotations, and at least as often as **we, our, ours, us, ourselves**.
# - **A number** is written in digits or in words from two on. Years, dates, times of day and names such as Q3 don't count. A plain number from 1900 to 2099 counts as a year, so write 2,000 with a comma.
# - **A word that compares**: *above, against, baseline, before, below, compare(d), control, doubled, down, earlier, fell, fewer, had been, half, holdout, instead, less, more, otherwise, relative, rose, same, still, than, twice, unchanged, under, up, used to, versus, without, would*, or *from* a number *to* another.
# - No placeholders (TODO, TBD, xxx, `<name>`, `[your …]`, ___), and no sentence of four words or more twice.
#
# Leave out what you may not tell: names, secrets, other people's faults. Round numbers are fine. If a result has no number, say what you'd measure today, and mark the number as an estimate.

# %% exercise="story"
# A long string goes between triple quotes: context = """Text over many lines."""
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
# The next cell shows the counts of your own story. Look at the longest part: is it the one that you'd like to be asked about?

# %%
own_parts = {part: str(value) for part, value in story.items() if value is not ...}
total = sum(counts(text)["words"] for text in own_parts.values())
for part, text in own_parts.items():
    share = counts(text)["words"]
    print(f"{part:<13}{share:>4} words {share / max(total, 1):>6.0%}")
print(counts(" ".join(own_parts.values())) if own_parts else "Your story is not written yet.")

# %% [markdown]
# ## Your two-minute answer
#
# Speak your answer aloud first, with a clock, before you write it. Begin with the result and a table of contents.
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

# %% [markdown] essay="data_project_answer" points=20
# *Put your answer here: what you said in two minutes.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. 

# %% [markdown] rubric="data_project_answer"
# | row | 1: generic | 2: mid, own task | 3: senior, team | 4: staff, several teams |
# |---|---|---|---|---|
# | ownership | The candidate's part can't be told from the team's. | Names a task of their own inside somebody else's plan. | Led from the problem to after launch, and says who decided what. | As 3, across two or more teams, and something remains that works without them. |
# | metric | None, or "better". | A measure with a number, set by others or after the work. | Measure, baseline and threshold, agreed on before the work with those affected. | As 3, with a guardrail or a rule to stop that was agreed on too. |
# | obstacle | None, or tools and "messy data". | A real obstacle and the one fix that was tried. | The hardest obstacle, two or more ways with reasons against them, a mistake of their own. | As 3, and a trade-off between teams, settled by a test or a rule that they shared. |
# | result | Adjectives. | A number, compared with nothing or with an unlike time. | A number against what would have happened otherwise, and what did not improve. | As 3, and still measured after half a year or more, beyond their own team. |
# | learning | None, or true of any project. | Particular to this project, not used since. | Used again, and says what came of it. | Turned into a check, template or habit that others use without being asked. |

# %% [markdown]
# ## Calibrate
#
# Before you score yourself, find out how you score. People misjudge their own interviews: interviewing.io found so in 2015 and 2016, in several hundred practice interviews on its site.
#
# You'll score six answers, and your own, and **commit** to the levels before you see the key. Two numbers are usual for this:
#
# - **Bias**: the mean of your levels minus the key's. +0.5 means that you are half a level too kind.
# - **Weighted kappa**: how well you agree with the key, corrected for chance agreement. 1 is full agreement, 0 is what you get by handing out the same levels blindly, and below 0 is worse than that.
#
# Bias can be subtracted. A low kappa can't be corrected afterwards: you and the key see different things. The same two numbers tell whether two annotators of a data set mean the same.

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
# Write `weighted_kappa(mine, key, levels=4)` for two lists of scores, integers from 1 to `levels`.
#
# $$\kappa = 1 - \frac{\sum_{i,j} w_{ij}\, O_{ij}}{\sum_{i,j} w_{ij}\, E_{ij}}, \qquad
# w_{ij} = (i - j)^2$$
#
# $O_{ij}$ is the share of the items that got $i$ from you and $j$ from the key. $E_{ij}$ is the share expected by chance: your share of $i$ times the key's share of $j$.
#
# **Example.** `mine = [1, 2, 3]`, `key = [1, 3, 3]`. One item of three is off by one level, so the numerator is 1/3. By chance, your 1 meets 1, 3, 3 and costs 0 + 4 + 4; your 2 costs 1 + 1 + 1; your 3 costs 4 + 0 + 0. That is 15 in 9 pairs, so the denominator is 5/3, and $\kappa = 1 - \frac{1/3}{5/3} = 0.8$.
#
# - If all scores of both lists are the same level, the denominator is 0. Return 1.
# - If one scorer never varies, and the other does or is at another level, the formula gives 0.
# - Raise `ValueError` for empty lists, lists of different lengths, and a score outside 1 to `levels`.
# - Don't round, and don't modify the lists.

# %% exercise="weighted_kappa"
def weighted_kappa(mine: list[int], key: list[int], levels: int = 4) -> float:
    """Return Cohen's kappa with quadratic weights, at most 1."""
    ### BEGIN SOLUTION
    if not mine or len(mine) != len(key):
        raise ValueError("two lists of the same length are needed, with at least one score")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError(f"scores are integers from 1 to {levels}")
    n = len(mine)
    observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
    expected = sum((a - b) ** 2 for a in mine for b in key) / (n * n)
    return 1 - observed / expected if expected else 1.0
    ### END SOLUTION

# %% check="weighted_kappa"
check(weighted_kappa)

# %% [markdown] hints="weighted_kappa"

# %% [markdown]
# Four invented scorers of ten answers, with a key that is invented too. Which would you rather have next to you in an interview?

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
# - The first is equal in two of ten answers, and still useful: take 0.8 off, and little is left to argue about.
# - The second never looked. Three of ten are equal by chance, and kappa is 0.
# - The third is equal in eight of ten, and was fooled twice, by three levels each time. Large misses are penalised heavily: kappa is near 0.
# - The last is off by one in four answers, in both directions. It has no bias, and it has the highest kappa.
#
# ### What kappa can't see
#
# Suppose that a key has a weak answer, a middling one and a strong one, and that a scorer gives each answer **one level, by gut**, in all five rows. Or has a feeling for each answer, and hands its levels to the wrong rows. Both know nothing about rows. Here is what kappa makes of them.

# %%
easy_key = [[1, 1, 2, 1, 1], [2, 2, 3, 2, 3], [4, 4, 3, 3, 4]]  # invented: weak, middling, strong


def flat(rows):
    return [level for row in rows for level in row]


gut = [[round(sum(row) / 5)] * 5 for row in easy_key]
shuffled = [[random.Random(10 * seed + n).sample(row, 5) for n, row in enumerate(easy_key)]
            for seed in range(20)]
try:
    print(f"one gut level per answer: kappa {weighted_kappa(flat(gut), flat(easy_key)):.2f}, "
          f"within answers {within_answers(gut, easy_key):.2f}")
    kappas = sorted(weighted_kappa(flat(rows), flat(easy_key)) for rows in shuffled)
    inside = sorted(within_answers(rows, easy_key) for rows in shuffled)
    print(f"rows shuffled, 20 seeds:  kappa {kappas[0]:.2f} to {kappas[-1]:.2f}, "
          f"within answers {inside[0]:.2f} to {inside[-1]:.2f}")
except Exception:
    print("Write weighted_kappa first.")

# %% [markdown]
# Kappa is high for both, because the three answers differ so much that a gut feeling is enough. Two remedies:
#
# - **Anchors with mixed profiles**: a strong metric next to weak ownership, polish without evidence, evidence without polish. Then one level per answer is a poor guess.
# - **Agreement within answers**: take each answer's own mean off first, yours and the key's, and see what is left. One gut level per answer has nothing left, so it scores 0.
#
# ### Six answers to score
#
# Use the rubric above: open it and keep it next to you. Fluency has no row.
#
# **Anchor A**
#
# > "Last year our organisation took on one of its most ambitious initiatives: one source of truth for all events of all devices. I was deeply involved from day one. We chose a medallion architecture with streaming ingestion and a semantic layer on top, so that every team could serve itself. Events came late, or twice, and schemas drifted under our feet, so we brought in a schema registry with contracts, and that solved it. The impact was massive, and leadership was thrilled. What I took away is that a field that can change silently will. I turned that into a template: nobody merges a change without naming who reads the field. Three other platforms have copied it without asking me, and one has added a check for deletions."
#
# **Anchor B**
#
# > "The ranking of the job alerts was my lead's project, and her plan; mine were training and evaluation. Before anything else we sat down with the newsletter people and wrote it on one page: alerts clicked within a day, 3.1 in a hundred; above 3.8 it goes out; unsubscribes not above 0.4 in a thousand, and if we aren't there after four weeks we stop. Obstacles, well, the usual. The data was messy, Spark was slow. It ran half against half for five weeks, 3.9 against 3.2, unsubscribes the same, and nothing at all in the two smallest regions. I learned that Monday morning is a different product from the rest of the week. I haven't needed that since."
#
# **Anchor C**
#
# > "Returns at a shoe retailer. I saw it in the warehouse, boxes to the ceiling; nobody had asked me. I got logistics and the shop to one table, said who decides what, and ran it until a year after launch. I'm gone and both still run it. We wanted better size advice, just better. The hard thing: people order two sizes on purpose. You can forbid it, then they order elsewhere. You can charge for it, the shop was against that, with reason. I had counted such pairs as regret, my mistake, two months gone. Then I took them for what they are, a question, and we answered the question. Returns are at 38 in a hundred. What did I learn? To communicate, I suppose."
#
# **Anchor D**
#
# > "We rebuilt the forecast for a blood bank. Before we started, we had agreed with the hospitals on units that expire: 7.4 in a hundred, and we'd go on under 6. We noticed that the holidays were missing from the calendar, so we bought one. Nine of eighteen centres got the forecast, by lot. After a year 5.1 in a hundred expired there and 7.2 in the others, by the hospitals' own count. In the second year it's still 5. Platelets never improved. It was a real team effort, we grew together a lot."
#
# **Anchor E**
#
# > "Duplicate patients at two clinics. I led it, from the first complaint until half a year after it went live; the registry decided about merging, I about what's proposed. We wanted cleaner data, that was the goal. The emergency room wants to merge fast, because a split record hides an allergy. The archive never wants to, since a wrong merge can't be undone. Both are right. One threshold for all would have gone to whoever shouts louder. Asking the lawyers would have taken six months. At first I merged on birthday and name and put twins together; that was me. So I proposed that both judge the same 300 old pairs, and we took the rule that both had signed: shown within a minute to the one, merged after a human look by the other. It went really well. Twins, by the way, are more common than you'd think in a birth clinic."
#
# **Anchor F**
#
# > "A frost alarm for vineyards. It was mine from the first talk with a grower until the third spring; the sensors were the cooperative's decision, the rest I decided. Afterwards I looked at nights with frost in which somebody lit the fires in time; that was my own idea, nobody had asked for a number. Difficult, no, a bit of radio, a bit of Python. In the second spring two slopes went without it: fires in 11 of 12 nights with the alarm, in 7 of 12 on the slopes without, and no difference where it's windy. A sensor near the house is always too warm. I wrote that on a sheet, where to put them, and the cooperative hands it out with every sensor; it's used in orchards that I've never seen."

# %% [markdown] card="my_scores"
# Give each anchor five levels, in the order of the rubric: ownership, metric, obstacle, result, learning. Then score your own two-minute answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a` to `anchor_f` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing**: an honest low agreement is worth more to you than a copied key.

# %% exercise="my_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [2, 1, 2, 2, 4]
anchor_b = [2, 3, 1, 3, 2]
anchor_c = [3, 1, 3, 2, 2]
anchor_d = [2, 3, 2, 3, 1]
anchor_e = [3, 2, 4, 1, 2]
anchor_f = [3, 2, 1, 3, 3]
own = {
    "ownership": (3, "I owned the reminders from the first data to a year after launch"),
    "metric": (4, "Above 14 we would not go live, and no age group was to fare worse"),
    "obstacle": (3, "I asked for calls by lot for four weeks"),
    "result": (3, "from 16.4 to 12.1 in a hundred, against 15.9"),
    "learning": (4, "Two other teams found the same in their call lists"),
}
### END SOLUTION
my_scores = {
    "A": anchor_a, "B": anchor_b, "C": anchor_c, "D": anchor_d, "E": anchor_e, "F": anchor_f,
    "own": own,
}

# %% check="my_scores"
check(my_scores=my_scores)

# %% [markdown] hints="my_scores"

# %% [markdown]
# ### Commit, then reveal
#
# The first cell keeps your levels with the time and a fingerprint (SHA-256) of both. Any change gives another fingerprint. Nobody is watching: it keeps your memory from improving your scores afterwards. If this notebook is in its folder, the levels are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzEsIDEsIDIsIDEsIDRdLCAiQiI6IFsyLCA0LCAxLCAzLCAyXSw"
    "gIkMiOiBbNCwgMSwgMywgMiwgMV0sICJEIjogWzEsIDMsIDIsIDQsIDFdLC"
    "AiRSI6IFszLCAxLCA0LCAxLCAyXSwgIkYiOiBbMywgMiwgMSwgMywgNF19"
)
calibration = Calibration("501_data_project", ROWS, KEY)
calibration.commit(my_scores)

# %%
calibration.reveal(my_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | ownership | 1: "deeply involved" names no part. | 2: "mine were training and evaluation", in the lead's plan. | 4: two teams at one table, who decides what, and both still run it. |
# | metric | 1: none. | 4: measure, 3.1, 3.8, the bound on unsubscribes and the rule to stop, with those affected. | 1: "just better". |
# | obstacle | 2: drifting schemas and one fix. | 1: messy data, slow Spark. | 3: two ways with reasons against them, and his own mistake. |
# | result | 1: "massive". | 3: half against half, and two regions where nothing moved. | 2: 38, next to nothing. |
# | learning | 4: a template that three platforms copied unasked. | 2: particular, not used since. | 1: true of any project. |
#
# | | D | E | F |
# |---|---|---|---|
# | ownership | 1: "we", all along. | 3: from the complaint to half a year after, and who decided what. | 3: from the first talk to the third spring, and who decided what. |
# | metric | 3: expired units, 7.4, under 6, agreed on before with the hospitals. | 1: "cleaner data". | 2: a number of her own, after the work. |
# | obstacle | 2: holidays, bought a calendar. | 4: a trade-off between two departments, settled by 300 pairs that both had judged; ways not taken, and the twins. | 1: "a bit of radio". |
# | result | 4: by lot, a year and two, counted by the hospitals, and platelets that didn't improve. | 1: "really well". | 3: 11 against 7 of 12, and no difference in the wind. |
# | learning | 1: "grew together". | 2: twins; not used since. | 4: a sheet that the cooperative hands out. |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. How to use your numbers:
#
# - **Bias**: keep it in mind when you score yourself. It says nothing about single rows.
# - **Within answers**: read the interval before the number. If the interval reaches into what shuffled levels would give, thirty levels haven't shown that you see rows at all; the next lessons add fifteen each.
# - **Read again** what the cell lists, two levels off or more, and look for the sentence that the key names. You may find that the key is wrong; then say why in one sentence. That is how raters of data sets work, too.
# - **Score your own answer again in two days**, without looking at today's levels. The notebook will ask you.

# %% [markdown]
# ## Revise
#
# Now your weakest row. Which sentence is missing? Not a better word: the sentence. Write it, and put it where the interviewer would have interrupted.
#
# For *metric* it's usually the threshold, for *obstacle* the second way, for *result* what it would have been without you, for *learning* where you used it. If the honest sentence is "I don't know", write that one, with how you'd find out.

# %%
first_draft = """
"""
second_draft = """
"""
changes(first_draft, second_draft)

# %% [markdown]
# Read the plus lines alone. If they could stand in anybody's answer, strike them and look for the fact.
#
# ## Probes to expect
#
# The two minutes are the start. Then the interviewer probes where your answer was thin.
#
# | probe | what it tests | what to have ready |
# |---|---|---|
# | "What was your part, exactly?" | ownership | two decisions that would have been others' without you |
# | "Who disagreed, and what did they say?" | obstacle | their view so that they would nod, and what you changed because of it |
# | "How do you know it was the model?" | result | the comparison, and one other cause that you can't rule out |
# | "Why that metric?" | metric | the second-best one, and what would have gone wrong with it |
# | "What did you get wrong?" | learning | a mistake with its cost, and how it was found |
# | "What if the result had been negative?" | judgement | the rule to stop, and what you'd have kept |
# | "What would you leave out today?" | judgement | a part that wasn't worth its cost |
# | "And in half the time?" | judgement | the smallest version that would have decided the question |
#
# If you don't know a figure, say so, and say how you'd find it. A guess with two decimals is remembered longer than a gap.
#
# Now without the table: eight probes in random order, 40 seconds each, one sentence with a number or "I don't know, I would find it by …".

# %%
drill = Drill([
    "What was your part, exactly?",
    "Who disagreed, and what did they say?",
    "How do you know it was the model?",
    "Why that metric? Who else wanted another one?",
    "What did you get wrong, and what did it cost?",
    "What if the result had been negative?",
    "What broke after launch, and who was called?",
    "And in half the time?",
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
# | "My lead wanted fewer false stock alerts and set the target. I found that days without stock looked like days without demand, and filled them from similar shops. False alarms fell from 31 to 12. I'd ask a buyer earlier." | "I led it, agreed on false alarms and missed shortages with the buyers before I began, chose between three ways by a test on 500 hidden days, and ran old and new side by side for eight weeks." | "Three teams had this hole in their data, each in its own way. I got them to agree on what 'no sale' means, put it under a test that all of them run, and it has stopped two launches since, one of them mine." |
#
# The numbers are the same. What grows is how many people's decisions are in it, and what's left without you.

# %% [markdown]
# ## Questions to ask back
#
# - "Which number would you want my first project here to move, and who'd have to agree that it did?"
# - "When did a project here last stop because its own threshold wasn't met?"
# - "What happens to a model in the year after its launch, and who does that?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | End-to-end ownership of a real-time model that personalises thumbnails | thin | It's somebody else's project. Own a small one: "I decided X and Y; Z was decided by …" |
# | The success metric first | good | With baseline and threshold. "It stood at 31; below 15 they'd turn it on." |
# | Working with imperfect data | thin | Whose isn't? Say what it couldn't show. "Sold-out days looked like no demand." |
# | Feature pipelines, scaled training, hardened inference | thin | A list of stages. Which one decided the result? |
# | Hurdles: schema drift, infrastructure, scope creep by stakeholders | thin | Pick the hardest, and two ways that you didn't take. Scope creep is usually somebody's need. |
# | Actions: backfills, feature stores, blue-green rollout | wrong in one | Blue-green switches everybody at once between two copies; a canary shows a small share first. Say which you did, and why. |
# | What it taught about reliability and experiments | thin | "Since then I …, and in … it showed …" |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide asks about your experience, and then gives ready answers to learn.**
#
# The next cell takes such a template, invented here, and fills it in for two candidates.

# %%
template = (
    "I led {what}. The main challenge was {trouble}, so I set up clear checks, compared three "
    "approaches, and chose the one that scaled best. I aligned the stakeholders each week. As a "
    "result I improved {number} by 25%, compared with the year before. I learned to define the "
    "metric first, and I used this again in my next project."
)
first = template.format(what="a churn model", trouble="late events", number="retention")
second = template.format(what="a fraud filter", trouble="few labels", number="precision")
print(counts(first))
alike = difflib.SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
print(f"{alike:.0%} of the words of the two answers are the same, in the same order")
heard(first)

# %% [markdown]
# The template has a number, a comparison, a learning, and *I* instead of *we*: every count looks good. Yet the two candidates gave one answer, and no probe of the table above has an answer in it. **Correct:** learn the structure and your own facts, never the sentences. This is also the limit of our form checks. They find what is missing; they can't find what is empty.
#
# **2. The same guide names "Freedom and Responsibility" as the label of Netflix's culture.**
#
# **Correct:** labels age. Press reports on the memo of 2024 say that it leads with "People over Process", with freedom and responsibility underneath. No code can show this, so look it up in the week of your interview, and don't hang your story on a slogan. A decision of your own with its reason fits any version.

# %% [markdown]
# ## Recap
#
# - Two minutes: result first, little context, one obstacle with the ways not taken, a number with its comparison, a learning that was used again.
# - Evidence is what can be written down. Adjectives, tools and *we* can't.
# - Your scores have a bias, and an agreement within answers with an interval. An overall impression has neither rows nor evidence.
# - Revise by the missing sentence, not by the wording.
# - The probes decide. Facts answer them, learned sentences don't.

# %% [markdown]
# ## Say it in 60 seconds
#
# Fill the blanks with your own story, and speak it with a clock:
#
# "I led ___ , and ___ went from ___ to ___ , while it stayed at ___ without the change. I agreed on that number with ___ before I began. The hardest part was ___ . I could have ___ , but ___ , or ___ , but ___ . I chose ___ , since I could test it by ___ . I got ___ wrong at first, which cost ___ . Since then I ___ , and in ___ it showed ___ . Where would you like more detail?"

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"Can you say that in one sentence?"</summary>
#
# Result, comparison, your part: "I led the rebuild of the stock alerts, and false alarms fell from 31 to 12 in a hundred while the old alerts stayed at 30."
#
# </details>
# <details>
# <summary>"Your project was small. Have you done something larger?"</summary>
#
# Don't inflate it. Say what was at stake and what you decided, then name a larger one in which your part was smaller, and let the interviewer choose.
#
# </details>
# <details>
# <summary>"The result is confidential. What can you tell me?"</summary>
#
# Ratios and ranges without a base: "about a third fewer, in a comparison of eight weeks". Say that you leave the base out, and why. An interviewer notes that you keep secrets.
#
# </details>
# <details>
# <summary>"Two annotators agree on 90% of our items. Is that good?"</summary>
#
# That depends on chance. If both call 95% of the items harmless and guess, they agree on 0.95² + 0.05² = 90.5%. Kappa is then a little below 0. Ask for the table, not for the share.
#
# </details>
# <details>
# <summary>"Why not simply a correlation between the scorers?"</summary>
#
# A correlation doesn't see a bias: a scorer who is always one level too kind has a correlation of 1. Kappa with quadratic weights goes down with the square of the bias. With population variances it is $2\,\mathrm{cov} / (\mathrm{var}_1 + \mathrm{var}_2 + (\bar a - \bar b)^2)$.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
