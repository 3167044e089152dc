# %% [markdown]
# # Start here
#
# > **What is really tested.** Can you find your gaps before an interviewer does? This lesson shows
# > how the course responds to your answers, and where you should begin.
#
# **You will be able to**
# - run a lesson from top to bottom and save your work
# - read the card of a check, and use its counterexample
# - name the parts of the course that you need most
# - plan your weeks with your own weights
#
# **Before you start**: some Python (functions, lists, dicts). You don't install anything here.
#
# **Time**: 20 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
import textwrap

from IPython.display import Markdown

from autograder import check
from autograder import lessons as course
from autograder.figures import axes, picture, style

# %% [markdown]
# ## How a lesson works
#
# A lesson is a notebook: a column of cells. Some hold text, some hold Python. Click into a cell
# and press **Shift+Enter**: it runs, and the next cell is selected. The number in brackets next to a
# cell shows the order in which it ran; a star means that it's still running.
#
# | cell | what you do with it |
# |---|---|
# | text | Read it. |
# | the setup cell, at the top | Run it first. It imports what the other cells need. |
# | an example | Run it, change it, run it again. Nothing depends on it. |
# | an answer cell | Write your answer where it says *your code here* or *your answer here*. |
# | a check cell | Run it as often as you like. It's locked, so you can't edit it. |
# | an essay | Write text. A person grades it with the rubric that follows. |
#
# - **Run All** (in the menu *Run*) runs the whole notebook. A missing or wrong answer never stops
#   it, and neither does one with a syntax error.
# - **Three dots instead of code?** The code of a drawing is folded. Click the dots to see it.
# - **Stuck in a loop?** Choose *Kernel*, then *Interrupt*. A check stops an infinite loop in your
#   answer by itself.
# - **Odd results?** The kernel keeps everything that you ran before, in the order in which you ran
#   it. Choose *Kernel*, then *Restart Kernel and Run All Cells*, before you trust a result.
# - **Save** with Ctrl+S (Cmd+S on a Mac). Your answers are stored in the notebook file.
# - **Giving up, or starting again?** Run `solution("first_answer")` in a cell of your own to see
#   solutions, and `reset("first_answer")` to get the starter code back. Both take the name of any
#   exercise. `reset("first_answer", undo=True)` restores what you had.

# %% [markdown]
# ## Your first check
#
# A check runs your answer on examples and on randomly generated inputs. When it fails, it looks for
# the smallest input that fails and shows you what was expected and what came back.
#
# The next cell checks a wrong answer on purpose. It should double a number, but it squares it.
# Guess first: what's the smallest non-negative integer it gets wrong?

# %%
def squares(n):
    return n * n


check(first_answer=squares)

# %% [markdown]
# Read the card from the top:
#
# 1. **Points.** The exercise has two groups of one point each. A group is named after the mistake
#    or the property that it looks for.
# 2. **What passed.** $2 \cdot 2$ and $2 + 2$ are both 4, so the example didn't catch the mistake.
# 3. **The counterexample.** 0 squared is 0, which is also its double. 1 is the first that differs.
# 4. **A nudge** towards the mistake, in the last line.
#
# Now write a correct one. If you like, make it fail in a way of your own first.

# %% [markdown] card="first_answer"
# Write `first_answer(n)`, which returns the double of the whole number `n`. Expect any whole
# number: large, zero, negative. Return the result; don't print it.

# %% exercise="first_answer"
def first_answer(n: int) -> int:
    """Return the double of ``n``."""
    ### BEGIN SOLUTION
    return n + n
    ### END SOLUTION

# %% check="first_answer"
check(first_answer)

# %% [markdown] hints="first_answer"
# **Hints.** Four per exercise, folded, from a nudge to nearly the answer. Open one, close it, and
# try again before you open the next.

# %% [markdown]
# ## Ways to take the course
#
# | you are | you use | what happens |
# |---|---|---|
# | on your own | `mle study` | It puts the course into your folder `my-course`, and JupyterLab opens at the lesson that you left last; `mle study 104` opens lesson 104. Run it again later: you get new and changed course cells, and keep your answers. |
# | unsure where you stand | `mle check NOTEBOOK` | It runs a notebook from the top in a fresh kernel, without the examples that you didn't change. You get a table of points. You mark the essays yourself. `--json` prints the points for a program. |
# | at a dead end | `mle reset 104 is_match` | It restores the starter code of one answer; `--undo` restores what you had. |
# | in a class | the notebook that your instructor gives you | The check cells run the examples. The other inputs are generated when your instructor grades; essays come back with the rubric and a comment. |
# | reading on a phone or offline | the website of the course | You get the same lessons, with hints and solutions folded. Most exercises run in the page; the others say what they need. |
#
# `mle --help` lists all commands. Checking doesn't need a network.
#
# Three rules make the checks trustworthy:
#
# - **Checks compare values, never printed text.** `4` and `4.0` are the same number. If a problem
#   doesn't specify an order, any order passes.
# - **Checks count how work grows in steps, not in seconds.** So a slow laptop doesn't lose points.
#   Time limits only stop code that may never finish: a call after two seconds or a few more, a whole
#   check after ten. Both limits count processor time. A check may use a gigabyte of memory.
# - **Checks are tested themselves.** Each exercise has a list of wrong answers that must fail,
#   each in the group that names its mistake, and a list of right answers that must pass.

# %% [markdown]
# ## The seven parts
#
# The first digit of a lesson's number is its part: 104 is the fourth lesson of part 1.
#
# | part | name | what you get |
# |---|---|---|
# | 0 | Start | This lesson: how the course works, and where to begin. |
# | 1 | Coding and SQL | The questions of a coding round: brute force, a better way and its measured cost, wrong answers and why they fail. A monthly report in SQL. A random forest from scratch. |
# | 2 | The take-home | Features, metrics and preprocessing: what a quiz asks, and where data leaks. |
# | 3 | ML system design | Designs with a load estimate that is checked, and with the hard part built small and running. |
# | 4 | Engineering | What is behind a design: latency, freshness of features, tests of a new version, failure. |
# | 5 | Behavioural | Your own stories, in a form that can be checked, and practice in judging yourself. |
# | 6 | The mock loop | The whole process as a rehearsal, up to the decision. |
#
# The next cell lists the lessons that your copy of the course has.

# %%
for part, name in course.PARTS.items():
    own = [path.stem for path in course.paths() if path.parent.name == part]
    line = f"{part[0]} {name}: {', '.join(own) or 'no lesson in this copy'}"
    print(textwrap.fill(line, width=80, subsequent_indent="  "))

# %% [markdown]
# ## Ten questions
#
# This is a diagnostic, not a test. It's only worth something if you answer **before** you look
# anything up.
#
# 1. Answer all ten in one go. Take 15 minutes. You may use paper, but don't search or run code.
# 2. Where you'd have to guess, leave the dots. An honest gap is a result.
# 3. Before you run the check, write down how many you expect to be right. The gap
#    between the two numbers is worth knowing.
# 4. Run the check once. The groups are the parts of the course: a group that fails names the part
#    to study. Each question is worth one point.

# %% [markdown] card="diagnostic"
# Questions 1 to 4 and 6 to 8 take a number, the others one letter in quotes. Rounding in your head
# is fine. The numbers in the questions are made up for the exercise.
#
# 1. A function compares each of `n` items with every other one. It takes 2 seconds for 1,000
#    items. About how many **seconds** does it take for 4,000?
# 2. What is `second` after these lines?
#
#    ```python
#    def add(item, basket=[]):
#        basket.append(item)
#        return len(basket)
#
#    first = add("apple")
#    second = add("pear")
#    ```
# 3. `months` has one row per month. `orders` has no row in August. Which **number** is in the row
#    for August?
#
#    ```sql
#    SELECT m.month, COUNT(*)
#    FROM months m LEFT JOIN orders o ON o.month = m.month
#    GROUP BY m.month
#    ```
# 4. One post in 100 breaks the rules. A filter flags 90% of those that do, and 5% of those that
#    don't. Which **share** of the flagged posts breaks the rules? (0 to 1, two decimals)
# 5. Which step lets the test rows influence the model?
#    - a: split by user, then fit the scaler on the training rows
#    - b: fit the scaler on all rows, then split
#    - c: split by time, then tune on the last weeks of the training rows
#    - d: split so that both sides have the same share of positives
# 6. A service has 40 million daily users. Each opens the home page three times a day, one request
#    each. How many **requests per second** is that on average? (within 20%)
# 7. 20,000 titles have a vector of 64 numbers each, as float32. How many **megabytes** do all
#    vectors take? (within 10%)
# 8. A page needs answers from 100 services, asked at the same time. Each is slow in 1% of its
#    calls, independently of the others. Which **share** of the pages has to wait for a slow one?
#    (0 to 1, two decimals)
# 9. Two versions are equally good. You test the difference at the 5% level every day for a month,
#    and stop at the first p-value below 0.05. How often do you announce a difference?
#    - a: in 5% of such tests
#    - b: in fewer
#    - c: in more
#    - d: it depends on the size of the effect
# 10. Which sentence gives an interviewer the most to write down?
#     - a: "We made the pipeline 40% faster, and everybody was happy."
#     - b: "I worked with Spark, Airflow, LightGBM and Kubernetes."
#     - c: "I made sure that all stakeholders were aligned at every step."
#     - d: "I dropped the sample because it hid late rows; the error was 9%, against 12% for the old
#       job in the same weeks."

# %% exercise="diagnostic"
# Numbers plainly, letters in quotes: q5 = "a". Leave the dots where you don't know.
### BEGIN SOLUTION
q1 = 32
q2 = 2
q3 = 1
q4 = 0.15
q5 = "b"
q6 = 1_400
q7 = 5.1
q8 = 0.63
q9 = "c"
q10 = "d"
expected_right = 10
### END SOLUTION
diagnostic = {
    "q1": q1, "q2": q2, "q3": q3, "q4": q4, "q5": q5,
    "q6": q6, "q7": q7, "q8": q8, "q9": q9, "q10": q10,
}

# %% check="diagnostic"
check(diagnostic=diagnostic)

# %% [markdown] hints="diagnostic"

# %% [markdown]
# ### Your reading list
#
# The next cell turns your result into an order of study, starting with the part with the largest
# share of misses. It explains each question that you missed, and names the lesson that covers it.
# Part 6 is for everyone, last.

# %% folded=true
def where_to_read(explained):
    """A link to the lesson and the section that answer a question."""
    there = [path for path in course.paths() if path.name[:3] == explained.lesson]
    if not there:
        return "No lesson of this copy treats it yet."
    address = f"../{there[0].parent.name}/{there[0].name}.ipynb"
    if not explained.section:
        return f"Read [{there[0].name}]({address})."
    place = explained.section.replace(" ", "-")
    return f"Read [{there[0].name}]({address}#{place}), *{explained.section}*."


def reading_list(report, answers):
    """The questions that were missed, those of the weakest part first, with what to read."""
    if report.state == "not written" or not isinstance(answers, dict):
        return Markdown("Answer the ten questions, run the check, then run this cell again.")
    exercise = course.find("diagnostic")
    expected = "no number" if expected_right is ... else expected_right
    lines = [f"**{report.earned:g} of {report.points:g} are right.** You expected {expected}.", ""]
    groups = {group.name: group for group in exercise.groups}
    missed = [group for group in report.verdicts if group.earned < group.points]
    explained = dict(exercise.explained)
    for group in sorted(missed, key=lambda each: each.earned / each.points):
        lines += [f"**{group.name}**, {group.earned:g} of {group.points:g} right", ""]
        for key, test in getattr(groups[group.name], "tests", {}).items():
            if key in explained and (answers.get(key, ...) is ... or test(answers[key])):
                why = explained.pop(key)
                lines += [f"- **{key}.** {why.text} {where_to_read(why)}"]
        lines += [""]
    if not missed:
        lines += ["No gap found by ten questions. Begin with part 3 and time yourself.", ""]
    if explained:
        lines += ["<details>", "<summary>The questions that you got right, explained</summary>", ""]
        lines += [f"- **{key}.** {why.text}" for key, why in explained.items()]
        lines += ["", "</details>"]
    return Markdown("\n".join(lines))


reading_list(check(diagnostic=diagnostic).report, diagnostic)

# %% [markdown]
# How to read it:
#
# - **Ten questions are few.** One or three of them cannot measure a part. A miss is a reason to
#   begin there; a hit isn't a reason to leave a part out.
# - **Did you expect more than you got?** Use the timed variations, and write down your expectation
#   before each check. **Less?** Move faster, and spend the time on speaking aloud.
# - Do the diagnostic again after four weeks, from an empty cell.

# %% [markdown]
# ## How to study
#
# Reading feels like learning; solving from an empty cell shows whether you learned. So each week
# has something new, and something old that you do again without help.
#
# Here's a plan of eight weeks with six hours each. The hours are a starting point. Nobody has
# measured how many hours are enough for you.
#
# | week | new | again, from an empty cell | you are done when |
# |---|---|---|---|
# | 1 | Start; Coding and SQL | each exercise once more, the day after | you explain one solution aloud in 60 seconds |
# | 2 | Coding and SQL | two exercises of week 1 | you finish the variation within its minutes |
# | 3 | Coding and SQL; the take-home | two of week 2 | you name each leak before you read about it |
# | 4 | ML system design | the SQL report | an estimate takes five minutes on paper |
# | 5 | ML system design; Engineering | one design, aloud, 45 minutes | you say what you wouldn't build |
# | 6 | Engineering; Behavioural | the exercises you failed | three stories are written in their form |
# | 7 | Behavioural; your weakest part | one design, on a prompt that you did not choose | your scores agree with the key |
# | 8 | The mock loop | what the mock loop found | each of your scores has a sentence as evidence |

# %% folded=true
hours = {  # a column for each of eight weeks
    "Coding and SQL": [5, 4, 2, 0, 0, 0, 0, 0],
    "The take-home": [0, 0, 2, 0, 0, 0, 0, 0],
    "ML system design": [0, 0, 0, 5, 3, 0, 1, 0],
    "Engineering": [0, 0, 0, 0, 2, 2, 0, 0],
    "Behavioural": [0, 0, 0, 0, 0, 2, 3, 0],
    "The mock loop": [0, 0, 0, 0, 0, 0, 0, 4],
    "again": [1, 2, 2, 1, 1, 2, 2, 2],
}
with style():
    plot = axes(6.5, 3)
    below = [0] * 8
    colours = ["C0", "C1", "C2", "C3", "C4", "#c2543f", "#9a9a9a"]
    for (name, row), colour in zip(hours.items(), colours):
        plot.bar(range(1, 9), row, bottom=below, label=name, color=colour)
        below = [a + b for a, b in zip(below, row)]
    plot.set_xlabel("week")
    plot.set_ylabel("hours")
    plot.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    shown = picture(plot.figure, "Hours of each part over eight weeks of six hours. Coding fills "
                    "weeks 1 to 3, design 4 and 5, engineering 5 and 6, behavioural 6 and 7, the "
                    "mock loop 8. Each week has one or two hours of repetition.")
shown

# %% [markdown]
# **Fewer weeks?** With four weeks, keep the repetition and halve the parts where you missed
# nothing: one coding lesson a day in week 1, one design every second day in weeks 2 and 3, the
# stories and the mock loop in week 4. With one week, do the mock loop first. It shows you
# how to spend the week.
#
# **What the course cannot do.** It cannot promise an offer, and it doesn't know what you'll be asked.
# You still need practice with a person: nobody interrupts you in a notebook.

# %% [markdown]
# ## Spot the error
#
# Lessons quote what a popular guide says, test it by running code, and say what is right. It's always
# the same guide: an interview guide for Machine Learning Engineers at a streaming company, whose
# questions this course works through. Here are two errors from its very first pages.
#
# **1. A popular guide says that such a service has some hundred million users per second.**

# %%
members = 300e6  # in total; see below
per_day = members * 86_400
print(f"{members:,.0f} a second is {per_day:.1e} requests a day,")
print(f"or {per_day / members:,.0f} for each member")

daily_users, pages = 150e6, 4  # assumed
average = daily_users * pages / 86_400
print(f"{daily_users:,.0f} users a day with {pages} home pages each: {average:,.0f} a second")
print(f"three times as many in the busiest hour: {3 * average:,.0f} a second")

# %% [markdown]
# **Correct:** a number of members isn't a rate. Every member would have to send a request each
# second, day and night. With the stated assumptions, the home page gets about 7,000 requests a
# second, and some 21,000 at a peak three times as high. The guide is off by a factor of more than
# ten thousand.
#
# The number of members needs a date, too. The guide says more than 260 million, which was the figure at
# the end of 2023. Netflix reported 301.6 million for the end of 2024 and then stopped reporting it
# every quarter. In an interview, say the number and its date, and that you'd ask.
#
# **2. The same guide says: prepare 40% design, 40% coding, 20% behavioural, as the interview weighs
# them.** Its own description of the loop has one round of each.

# %%
loops = {
    "the loop": {"coding": 1, "design": 1, "behavioural": 1},
    "with the screen (quiz, live coding)": {
        "coding": 2, "design": 1, "behavioural": 1, "quiz": 1,
    },
    "a senior loop (one more design)": {"coding": 1, "design": 2, "behavioural": 1},
}
for name, rounds in loops.items():
    total = sum(rounds.values())
    print(f"{name}: " + ", ".join(f"{each} {n / total:.0%}" for each, n in rounds.items()))

plan = {
    "coding": sum(hours["Coding and SQL"]),
    "design": sum(hours["ML system design"]),
    "behavioural": sum(hours["Behavioural"]),
}
total = sum(plan.values())
print("hours above: " + ", ".join(f"{each} {n / total:.0%}" for each, n in plan.items()))

# %% [markdown]
# **Correct:** three equal rounds are a third each; with the screen, coding weighs most; for a
# senior candidate, design does. Behavioural is never the small remainder: it's a round like the
# others. Ask your recruiter which rounds you'll have, put them into `loops`, and take the shares
# from there. The hours of the plan above differ from the rounds on purpose. Coding has more than a
# third because part 1 is the longest, and stories need fewer hours at a desk than code does. That's
# a reason; "as the interview weighs them" isn't. Move hours if your rounds call for it.

# %% [markdown]
# ## Recap
#
# - You run a lesson with Shift+Enter, restart the kernel before you trust a result, and save.
# - A card shows points per group, the smallest counterexample, and a nudge. Hints come after that.
# - Ten questions named the parts to begin with, and put your expectation next to the result.
# - A plan has weights. You took them from your rounds and your misses, not from a slogan.

# %% [markdown]
# ## Say it in 60 seconds
#
# "I begin with ten questions to see where I stand, and I write down what I expect first. Then I
# take the part with the most misses. For each lesson I write brute force, count its work, improve it,
# and explain it aloud. A failed check shows me the smallest input that breaks my code, so I work
# through it by hand before I open a hint. A quarter of my hours goes into old exercises, from an
# empty cell. At the end I rehearse the whole loop, and the result decides what I repeat."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>My check passes here, but mle check awards fewer points. Why?</summary>
#
# `mle check` starts a fresh kernel and runs from the top. Your answer probably uses a name from a
# cell that you deleted, or that comes further down. Restart the kernel and run all cells: you'll see
# the same.
#
# </details>
# <details>
# <summary>I deleted a check cell, or changed a cell of the course.</summary>
#
# Run `mle study` again. It restores missing course cells and keeps what you wrote.
#
# </details>
# <details>
# <summary>I opened the solution. Does that spoil the exercise?</summary>
#
# No. Read it, close it, wait a day, and write it from an empty cell. If you can't, you have found
# something to repeat.
#
# </details>
# <details>
# <summary>Why does a right answer have to be fast, if seconds aren't measured?</summary>
#
# Some groups count the lines that Python executes while the input size doubles, and fit an exponent
# to the counts: 1 means that twice the input takes twice the work, 2 means four times the work. This
# is the same on every machine, and it's what an interviewer asks about.
#
# </details>
# <details>
# <summary>Are the people and stories in this course real?</summary>
#
# No. Candidates, answers and companies in examples are invented and marked as such. Each data set
# says what is real in it. Facts about a company carry a date, and you should look them up again.
#
# </details>

# %% [markdown]
# ## Next
#
# Take the first lesson of your reading list, or continue in order: {{next}}
