# %% [markdown]
# # Sunsetting a model
#
# > **What is really tested.** Whether you can end something that somebody built, perhaps you: with a threshold set before you looked, a comparison that isn't the season, a list of everyone who still reads it, and a way back.
#
# **You will be able to**
# - tell the end of a model as engineering, not as housekeeping
# - ramp down with a guardrail that can send you back
# - measure what a model still adds, with the people who went without it
# - find who depends on it, including those who don't know
#
# **Before you start**: lists, dicts, means and variances in Python. Your story may be about a rule, a report or a feature.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points
#
# Every candidate, company, story and figure in the answers below is invented.

# %% given="setup"
from autograder import check
from autograder.figures import COLOURS, INK, axes, picture, style
from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

ROWS = ("decay", "causal", "map", "ramp", "after")

# %% [markdown]
# ## The question
#
# > "Tell me about a time when you decided to shut a model down."
#
# Launches are told a hundred times for each shutdown, so you have the interviewer's attention. Most answers then explain why the model was bad. That's the easy half. The harder half is everybody who was fine with it.
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | decay | a number that fell below a threshold set beforehand | "performance degraded" |
# | causal | what it still added, against people without it | a falling curve |
# | map | everyone who read it, including indirectly | "we informed the stakeholders" |
# | ramp | steps, a guardrail, a way back | "we switched it off over a weekend" |
# | after | what is different for the next model | "we learned to monitor" |

# %% [markdown]
# ## A weak answer
#
# > "We had a legacy churn model whose lift had decayed, and the infrastructure cost was significant. I flagged it, we confirmed the regression with an A/B test, and I built a risk narrative for product and finance so that everyone was comfortable. We decommissioned it carefully, with traffic shadowing and a canary rollback, and archived the artefacts. Afterwards I ran a post-mortem, and we now take model health much more seriously in our reviews. It saved the company a lot of money."
#
# Five levels on paper, then unfold.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "lift had decayed" | decay | From what to what, and who'd said what is too low? Level 1. |
# | "confirmed the regression with an A/B test" | causal | Of what against what? An old model has no B. Level 1; with the arms named it could be 3. |
# | "everyone was comfortable" | map | Who is everyone? Level 1. |
# | "traffic shadowing and a canary rollback" | ramp | These bring a model in. Taking one out needs steps down and people who go without. Level 1. |
# | "take model health more seriously" | after | Level 1. |
#
# All the words are right somewhere else. An engineer who has done it once hears that at the third row.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# > **[1]** "I shut down a model that I'd built myself, and it took longer than building it. I'll tell you the threshold, the people who went without, and the reader that I missed.
# >
# > **[2]** It chose which of our hotel guests got a reminder. At its launch it brought 2.1 extra bookings per hundred reminders. Before that, marketing and I had written down: under 0.5 in two quarters running, it goes. It was at 0.6, then 0.4, then 0.3.
# >
# > **[3]** A falling curve can be the market. So for three months one guest in ten got reminders by a plain rule, first come. The model's guests booked 0.2 per hundred more, interval −0.3 to 0.7. I'd have liked to find more.
# >
# > **[4]** I had a list of four readers of the score. A search through logs and queries found eleven. One was a spreadsheet in the Lisbon office that set cleaning shifts. They'd never told us, and we'd never asked.
# >
# > **[5]** We went from 100 to 50 to 5 per cent, two weeks each, and back from 5 to 50 once: complaints rose. It was the new texts, not the missing model, but we'd agreed on going back first and asking afterwards. At 0 the scores stayed readable for a month, with a line saying 'frozen on 3 June'. Lisbon read on 4 June. I had missed that the spreadsheet was copied.
# >
# > **[6]** Costs fell by 70,000 a year and nothing else changed, which is the result. Each score of ours now has an end date and a list of readers in its schema; a query that isn't on the list gets a warning. Two other models have ended by it since, one of them against its owner's wish."
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **Her own model.** No villain.
# 2. **The threshold came before the curve.**
# 3. **People who went without it, an interval that includes zero**, and a human sentence about that.
# 4. **A search instead of a list**, and the reader that nobody knew.
# 5. **Steps, a real step back, a frozen score with a date**, and still a mistake.
# 6. **"Nothing else changed" as a result**, and a mechanism that ended two more.
#
# What would you mark down? (One reading: *causal*. The rule and the model ran in the same weeks, which is good; but an interval of a whole point can't exclude that it still earned its cost. She could have waited longer.)
#
# </details>

# %% [markdown]
# ## Your task: who still reads it?
#
# Start here, because it takes longest in life. A graph says who reads what; the readers have readers.

# %%
GRAPH = {
    "churn score": ["campaigns", "dashboard", "spreadsheet"],
    "campaigns": ["mail", "budget"],
    "spreadsheet": ["shifts"],
    "shifts": ["payroll"],
    "budget": ["dashboard"],
}
PLACE = {"churn score": (0, 1), "campaigns": (1, 2), "dashboard": (2.1, 2.6), "spreadsheet": (1, 0),
         "mail": (2.1, 1.2), "budget": (2.1, 1.9), "shifts": (2.1, 0), "payroll": (3, 0)}

# %% folded=true
with style():
    plot = axes(6.4, 2.8)
    for name, readers in GRAPH.items():
        for reader in readers:
            plot.annotate("", PLACE[reader], PLACE[name],
                          arrowprops={"arrowstyle": "-|>", "color": INK, "shrinkA": 26, "shrinkB": 26})
    for name, (x, y) in PLACE.items():
        colour = COLOURS[1] if name in ("shifts", "payroll", "spreadsheet") else COLOURS[0]
        plot.text(x, y, name, ha="center", va="center", fontsize=9, color=INK,
                  bbox={"boxstyle": "round,pad=0.3", "facecolor": colour + "40", "edgecolor": INK})
    plot.set(xlim=(-0.5, 3.5), ylim=(-0.5, 3.1))
    plot.axis("off")
    shown = picture(plot.figure, "Arrows from the churn score to campaigns, dashboard and a "
                    "spreadsheet; from campaigns to mail and budget; from the spreadsheet to shifts, "
                    "and from shifts to payroll. The last three are marked: nobody had them on a list.")
shown

# %% [markdown] card="dependants"
# Write `dependants(graph, model)`, which returns the sorted list of everything that reads `model`, directly or through others.
#
# - `graph` maps a name to the list of its direct readers. A name that isn't a key has none. Lists may hold a name twice. Names are strings.
# - A model may be read by itself, or by something that it reads: cycles are allowed. `model` itself is never in the result.
# - `model` needn't occur in the graph; then the result is `[]`.
# - A graph can have more paths than can be walked: 24 diamonds in a row have 16 million. A chain may be 300 long.
# - Don't modify `graph`.

# %% exercise="dependants"
def dependants(graph: dict[str, list[str]], model: str) -> list[str]:
    """Return all direct and indirect readers of ``model``, sorted, without itself."""
    ### BEGIN SOLUTION
    found, waiting = set(), [model]
    while waiting:
        for reader in graph.get(waiting.pop(), []):
            if reader not in found:
                found.add(reader)
                waiting.append(reader)
    return sorted(found - {model})
    ### END SOLUTION

# %% check="dependants"
check(dependants)

# %% [markdown] hints="dependants"

# %%
try:
    print(dependants(GRAPH, "churn score"))
except Exception:
    print("Write dependants first.")

# %% [markdown]
# A graph only knows what somebody entered. In life you'd add two sources: the access log of the last quarter, and a week in which the score says "frozen" and you wait for the phone.
#
# ## Your task: what does it still add?
#
# To find out what a new medicine adds, you give it to half. To find out what an old one still adds, you have to take it away from some. That is a **reverse experiment**: a holdout goes *without* the model, for as long as its effect takes to show.

# %% [markdown] card="reverse_experiment"
# Write `reverse_experiment(holdout, exposed)`, which returns a tuple of three floats: the effect, and the lower and upper end of its 95% interval.
#
# - The effect is the mean of `exposed`, the members who still have the model, minus the mean of `holdout`.
# - The interval is effect ± 1.959963984540054 · √(s²ₕ/nₕ + s²ₑ/nₑ), with the **sample** variances s² (divided by n − 1) and sizes n of the two arms.
# - Both arms are lists of numbers. Raise `ValueError` if one has fewer than two.
# - Don't round. Don't modify the lists.

# %% exercise="reverse_experiment"
def reverse_experiment(holdout: list[float], exposed: list[float]) -> tuple[float, float, float]:
    """Return (effect, low, high): what the model still adds, with a 95% interval."""
    ### BEGIN SOLUTION
    if len(holdout) < 2 or len(exposed) < 2:
        raise ValueError("each arm needs at least two members")

    def mean_and_squared_error(arm):
        mean = sum(arm) / len(arm)
        return mean, sum((x - mean) ** 2 for x in arm) / (len(arm) - 1) / len(arm)

    without, error_without = mean_and_squared_error(holdout)
    with_it, error_with = mean_and_squared_error(exposed)
    effect = with_it - without
    half = 1.959963984540054 * (error_without + error_with) ** 0.5
    return effect, effect - half, effect + half
    ### END SOLUTION

# %% check="reverse_experiment"
check(reverse_experiment)

# %% [markdown] hints="reverse_experiment"

# %% [markdown]
# Now three ways to ask whether an old model can go. In this invented world it still adds 2 points of retention, but members lose the habit slowly: nothing shows in the first eight weeks without it. And spring is 3 points better than winter for everybody. Twenty seeds, 5,000 members per arm.

# %%
import numpy as np


def world(seed, weeks_without, season, members=5_000, base=0.80, adds=0.02, horizon=8):
    """Members who stayed (1) or left (0) after so many weeks without the model."""
    rng = np.random.default_rng(seed)
    lost = adds if weeks_without >= horizon else 0.0
    return rng.binomial(1, base + season - lost, members)


def difference(without, with_it):
    return with_it.mean() - without.mean()


WAYS = {
    "before and after": lambda s: difference(world(s, 12, 0.03), world(1_000 + s, 0, 0.0)),
    "two weeks without": lambda s: difference(world(s, 2, 0.0), world(1_000 + s, 0, 0.0)),
    "twelve weeks without": lambda s: difference(world(s, 12, 0.0), world(1_000 + s, 0, 0.0)),
}
estimates = {name: [way(seed) for seed in range(20)] for name, way in WAYS.items()}
for name, found in estimates.items():
    print(f"{name:<21} mean {np.mean(found):+.3f}   SD over 20 seeds {np.std(found, ddof=1):.3f}")

# %% folded=true
with style():
    plot = axes(6.4, 2.3)
    for row, (name, found) in enumerate(estimates.items()):
        plot.plot(found, [row] * len(found), "o", alpha=0.5, color=COLOURS[row])
    plot.axvline(0.02, linestyle="--", color=COLOURS[2])
    plot.set_yticks(range(3), list(estimates))
    plot.set(xlabel="what the model seems to add; dashed: the truth", ylim=(-0.6, 2.6))
    shown = picture(plot.figure, "Twenty dots for each of three ways. Before and after scatters "
                    "around minus one point, two weeks without around zero, twelve weeks without "
                    "around the true two points.")
shown

# %% [markdown]
# *Before and after* says that the model does harm: spring came. *Two weeks* says that it does nothing. Both would have ended a model that was still worth something. Only the long holdout in the same weeks finds it.
#
# ## Your task: the ramp
#
# Down in steps, with a reading after each. A bad reading sends you one step back, and nobody has to convene a meeting for it.

# %% [markdown] card="ramp_down"
# Write `ramp_down(traffic, guardrail)`, which returns the list of what ran.
#
# - `traffic` is the list of steps, such as `[100, 50, 5, 0]`. Start at the first. Raise `ValueError` if it's empty or not strictly falling.
# - `guardrail` has one reading per period: `True` is fine. A fine reading goes one step on, a bad one goes one step back.
# - At the last step a fine reading changes nothing; at the first one a bad reading changes nothing.
# - The result begins with `traffic[0]` and has one more entry per reading: what runs after it. Without readings it is `[traffic[0]]`.
# - Don't modify the lists.

# %% exercise="ramp_down"
def ramp_down(traffic: list[float], guardrail: list[bool]) -> list[float]:
    """Return what ran: the first step, then one entry per reading of the guardrail."""
    ### BEGIN SOLUTION
    if not traffic or any(after >= before for before, after in zip(traffic, traffic[1:])):
        raise ValueError("a ramp has at least one step and falls at each")
    step, ran = 0, [traffic[0]]
    for fine in guardrail:
        step = min(step + 1, len(traffic) - 1) if fine else max(step - 1, 0)
        ran.append(traffic[step])
    return ran
    ### END SOLUTION

# %% check="ramp_down"
check(ramp_down)

# %% [markdown] hints="ramp_down"

# %% [markdown]
# ## Your story

# %% [markdown] card="sunset_story"
# Put your story into the seven names of the answer cell. Each takes one string.
#
# | part | what it holds | rule |
# |---|---|---|
# | `situation` | what ran, for whom, and who had built it | at least 10 words, at most 25% of all |
# | `evidence` | how you saw that it had to go, and what had been agreed on | a number and a word that compares |
# | `comparison` | how you knew that it was this and not something else | at least 10 words |
# | `readers` | who depended on it, and how you found them | at least 8 words |
# | `ramp` | the steps, the guardrail, the way back | at least 10 words |
# | `result` | what changed and what didn't | a number |
# | `after` | what is different for the next one | at least 8 words |
#
# - All parts together have **100 to 360 words**. `evidence`, `comparison`, `readers` and `ramp` take at least 40% of them.
# - **I, my, me, mine, myself** occur at least three times outside quotations, and at least as often as **we, our, us**.
# - **A number** is written in digits or in words from two on. Years, dates and names such as Q3 don't count.
# - **A word that compares**: *above, against, baseline, before, below, compare(d), control, doubled, down, earlier, fell, fewer, had been, half, holdout, instead, less, more, otherwise, relative, rose, same, still, than, twice, unchanged, under, up, used to, versus, without, would*, or *from* a number *to* another.
# - No placeholders (TODO, `<name>`, `[your …]`, ___), and no sentence of four words or more twice.
#
# If there was no guardrail, say so in `ramp`, with the number of people who found out by themselves. It's a better answer than a ramp that you've invented.

# %% exercise="sunset_story"
### BEGIN SOLUTION
situation = (
    "A rule of mine told the night porters of a theatre which doors to heat. It had run for six "
    "winters, and I was fond of it. (This story is invented.)"
)
evidence = (
    "It had been built to save 20% of the heating, and when it was new I had written on the box: under "
    "5%, unplug. In the last two winters it saved 6% and then 3%."
)
comparison = (
    "The winters were mild, so I left every second week without the rule, by the calendar, and "
    "compared the weeks at the same outdoor temperature. The difference was 1%, give or take two."
)
readers = (
    "I asked the porters, and then I looked who had opened the log. It turned out that the piano "
    "tuner used it to know when the pit was warm. Nobody had told him that it was a heating rule."
)
ramp = (
    "First the foyers, a month later the stairs, last the pit, with one thermometer each; under 16 "
    "degrees the porter plugged it in again and rang me. He did that once, for a cellist."
)
result = "Nothing got colder, and nine relays don't have to be repaired any more. The bill is the same."
after = (
    "Each box of mine has a label with the number under which it goes, and a line for who'd miss it. "
    "The house electrician has taken up the label for his own."
)
### END SOLUTION
sunset_story = {
    "situation": situation, "evidence": evidence, "comparison": comparison, "readers": readers,
    "ramp": ramp, "result": result, "after": after,
}

# %% check="sunset_story"
check(sunset_story=sunset_story)

# %% [markdown] hints="sunset_story"

# %% [markdown]
# ## Your two-minute answer
#
# Begin with whose model it was. If it was yours, say so in the first sentence; if it wasn't, say what its owner thought.
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

# %% [markdown] essay="sunset_answer" points=20
# *Put your answer here: what you said in two minutes.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. 

# %% [markdown] rubric="sunset_answer"
# | row | 1: generic | 2: mid | 3: senior | 4: staff |
# |---|---|---|---|---|
# | decay | "It degraded." | A number that fell. | A number that fell below a threshold set before looking, and with whom. | As 3, for several models, by a rule that others own. |
# | causal | A falling curve, or nothing. | A comparison in other weeks or with unlike people. | Against people without it, in the same weeks, for as long as the effect takes. | As 3, with an interval or what it couldn't exclude. |
# | map | "The stakeholders." | Known readers are named. | Readers were searched for, and one was found that nobody knew. | As 3, indirect ones across teams included, each with an answer before the first step. |
# | ramp | Switched off. | Steps, or an announcement. | Steps, a guardrail and a way back. | As 3, with a step back that was taken, or a rule that takes it without a meeting. |
# | after | "Monitor more." | A change for the own models. | A mechanism for the team: end dates, lists of readers, a threshold at launch. | As 3, and another model has ended by it. |

# %% [markdown]
# ## Calibrate
#
# One of these is about a model that failed in public. It's a prompt of its own, "tell me about a model failure", and the same rows read it.
#
# **Anchor A**
#
# > "This was about being disciplined with technical debt. For the affinity score we had defined, at launch and jointly with commercial, that below 3% incremental revenue it would be retired, and by last year it stood at 1.4. What I'd highlight is how thoroughly we approached the dependency side. The catalogue listed six consumers; I had the access logs mined and the lineage walked to the end, and we found nineteen, across five teams, among them a pricing job two hops away that nobody had connected with us. Each of the nineteen had a named owner and a confirmed replacement before anything was touched. In terms of proving that it no longer added value, the trend was very clear, so there wasn't a need to over-engineer it. We communicated a timeline and phased it out over the quarter, and it was a great team effort. People were relieved, and we've certainly raised awareness."
#
# **Anchor B**
#
# > "It said on television that our pollen forecast was wrong, and it was. It wasn't good any more, you could see that, I didn't need a number. So do I switch it off? I did it by halves. Post codes ending in an odd digit got the old calendar, even ones the model, seven weeks, the same pollen for both. People with an allergy keep a diary in our app, so I had their bad days. Calendar and model, the same, a difference of 0.1 bad days a week, minus 0.2 to plus 0.4, so I can't say it was useless, only not worth the risk of being wrong on the news. The readers were the app, the radio and two pharmacies, those I knew. Then odd stays on the calendar, then three quarters, then all, and if the diaries get worse by half a day, back. It never came to that. What I changed is that my own models have a calendar next to them since."
#
# **Anchor C**
#
# > "My predecessor's fraud score, 0.81 down to 0.66. I compared with last year, and last year was last year. I went 100, 40, 10, and there's a job which puts it back by itself when chargebacks pass a line; it did so on a Saturday at three, from 10 to 40, I read about it on Sunday over breakfast. The shops, well, I forgot to tell the shops, I mean I thought that somebody would. They rang. What came out of it is a form. It's short, no model here goes live without a line for the number under which it leaves and who turns the key. Risk made it theirs. Two have gone by that form since I've moved on, one was mine."

# %% [markdown] card="sunset_scores"
# Give each anchor five levels, in the order of the rubric: decay, causal, map, ramp, after. Then score your own answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a`, `anchor_b` and `anchor_c` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing.**

# %% exercise="sunset_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [3, 2, 4, 2, 2]
anchor_b = [1, 3, 2, 3, 2]
anchor_c = [2, 2, 1, 4, 3]
own = {
    "decay": (3, "under 5%, unplug"),
    "causal": (4, "The difference was 1%, give or take two"),
    "map": (3, "It turned out that the piano tuner used it"),
    "ramp": (4, "He did that once, for a cellist"),
    "after": (2, "Each box of mine has a label"),
}
### END SOLUTION
sunset_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="sunset_scores"
check(sunset_scores=sunset_scores)

# %% [markdown] hints="sunset_scores"

# %% [markdown]
# Now commit. The cell keeps your levels with the time and a fingerprint, so that your memory can't improve them afterwards. If this notebook is in its folder, they are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzMsIDEsIDQsIDIsIDFdLCAiQiI6IFsxLCA0"
    "LCAyLCAzLCAyXSwgIkMiOiBbMiwgMiwgMSwgNCwgNF19"
)
calibration = Calibration("507_sunset_model", ROWS, KEY)
calibration.commit(sunset_scores)

# %%
calibration.reveal(sunset_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | decay | 3: 1.4 below 3%, defined at launch with commercial. | 1: "I didn't need a number". | 2: 0.81 to 0.66, no threshold. |
# | causal | 1: "the trend was very clear". | 4: half went without, the same seven weeks, an interval, and what it can't exclude. | 2: last year. |
# | map | 4: nineteen instead of six, two hops away, each with an owner and a replacement first. | 2: four that he knew. | 1: forgot the shops. |
# | ramp | 2: a timeline, phased out. | 3: steps, a guardrail, a way back that wasn't needed. | 4: steps, and a job that took one back by itself on a Saturday. |
# | after | 1: "raised awareness". | 2: his own models. | 4: a form that risk owns, and two models ended by it. |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. *Within answers* takes each answer's own mean away first, yours and the key's: it asks whether you see which rows of an answer are strong, not whether you liked it. With one overall impression per answer it is 0. Fifteen levels are few, so read the interval before the number. What helps most is the list of cells to read again. Nobody has two strong halves here. If your levels of one anchor lie close together, you scored the person; go back row by row.

# %% [markdown]
# ## Revise
#
# Look for two sentences: the threshold *with the day on which it was set*, and the reader whom you had missed. If you never missed one, say how you searched.

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
    "Who was against it, and what did they say?",
    "How do you know that it wasn't the season?",
    "Who still read it a week after it was off?",
    "What would have sent you back, and who would have decided?",
    "It was your model. When did you first know, and when did you say so?",
    "What did the holdout cost the people in it?",
    "A model of yours fails in public tomorrow. What do you do before noon?",
    "Which of your models should be next?",
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
# | "I noticed that the score I maintain had fallen to a third. My lead and I took it out of the nightly mail first; one person complained, and we gave him the plain list." | "I'd agreed with marketing at launch when it would go. I held out one guest in ten for three months, found eleven readers instead of four, and went down in steps, once back." | "We had 31 scores and nobody who could end one. I got four teams to put an end date and a list of readers into the schema. Nine have ended; three were kept, with a new date and a reason, and one of those reasons was better than mine." |

# %% [markdown]
# ## Questions to ask back
#
# - "What's the oldest model in production here, and who would dare to turn it off?"
# - "Does a model have an end date when it's launched?"
# - "When something you shipped failed publicly, what did the first hour look like?"
# - "How do you find out who reads a feature or a score?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | Flags: decay of the lift, cost of infrastructure | thin | Without a threshold it's a mood. "Under 0.5 in two quarters running, agreed before launch." |
# | Confirm by A/B or causal analysis | thin | Which arm goes without, for how long? "One in ten, three months." |
# | A risk narrative for product and finance | thin | What did they ask? "Finance asked what we'd lose in December; I had no answer, so we waited until January." |
# | Decommission by traffic shadowing and canary rollback | wrong | Those launch. A ramp down with people who go without, and a way back. |
# | Archive | good | With a date after which it's deleted, and who may restore it. |
# | A post-mortem that changes model reviews | good | If you can name the change, and a model that met it. |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **A popular guide says: decommission by shadowing traffic and a canary rollback.** Shadowing runs a model whose answers nobody sees. Count the members who live without the old model, period by period:

# %%
members, readings = 100_000, [True, True, False, True, True]
shadow = [0] * (len(readings) + 1)
print("shadowing, members without the model:", shadow)
try:
    ran = ramp_down([100, 50, 5, 0], readings)
    print("ramp down, members without the model:", [members * (100 - share) // 100 for share in ran])
except Exception:
    print("Write ramp_down first.")

# %% [markdown]
# As long as you shadow, nobody goes without, so the guardrail measures nothing that is about to happen. **Correct:** ramp down in steps, keep a holdback that still has the model as long as you may want to compare, and take a step back on a bad reading. A canary is a first small share *with* something new; here the first small share goes *without* something old, and the danger is the opposite one: an effect that shows late. That's why the steps are weeks, not minutes.

# %% [markdown]
# ## Recap
#
# - A threshold before the curve. A holdout in the same weeks. A search for readers, not a list.
# - Down in steps, back without a meeting.
# - "Nothing else changed" is a result. Say what you can't exclude.
# - The mechanism counts when another model has ended by it.

# %% [markdown]
# ## Say it in 60 seconds
#
# "I ended ___ , which ___ had built. We had agreed on ___ that under ___ it goes; it stood at ___ . To see whether it still added anything, ___ went without it for ___ , in the same weeks: the difference was ___ , between ___ and ___ . I knew of ___ readers and found ___ ; ___ surprised me. It went from ___ to ___ to ___ , once back because ___ . Since then each ___ has ___ , and ___ has ended by it."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"Isn't it unethical to take something useful away from a holdout?"</summary>
#
# Ask what it takes away, from whom, and for how long; some holdouts shouldn't be run, and then you say what you did instead and what you therefore don't know. If you're about to take it away from everybody, taking it from a tenth first is the kinder order.
#
# </details>
# <details>
# <summary>"Your interval includes zero. So it's useless?"</summary>
#
# No: the data are consistent with nothing and with a gain of 0.7. Compare the upper end with what it costs. If even 0.7 isn't worth the cost, the decision doesn't depend on the rest.
#
# </details>
# <details>
# <summary>"The owner doesn't want it to go. What do you do?"</summary>
#
# Offer them the threshold: which number would convince you, and when shall we look? People rarely refuse a number that they set themselves.
#
# </details>
# <details>
# <summary>"A model of yours made the news. What comes first?"</summary>
#
# Stop the harm by the cheapest switch that exists, which should be known before; say what you know and when you'll say more; then find out who else it hit. The cause comes fourth.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
