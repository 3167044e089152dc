# %% [markdown]
# # Why us?
#
# > **What is really tested.** Whether you know something about them that took an hour to find, whether it has to do with something you've done, and whether you've thought about the day on which you would leave.
#
# **You will be able to**
# - say two facts about a company with their source, their year, and what would make them false
# - put your own evidence next to each
# - name a downside that is really yours
# - ask five questions whose answers could end it
#
# **Before you start**: take a company that you'd really apply to, and an hour with its engineering blog, its code, its last letter to shareholders, or a person who works there.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice, 25 minutes for your answer · {{points}} points
#
# Every candidate, answer and figure below is invented, except the dated facts in the table *Facts go stale*, which are public.

# %% given="setup"
import datetime

from autograder import check
from autograder.figures import COLOURS, axes, picture, style
from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

ROWS = ("facts", "fit", "want", "downside", "question")

# %% [markdown]
# ## The question
#
# > "Why do you want to work here?"
#
# Everybody prepares this one, which is why nearly everybody sounds the same: the scale, the culture, the smart people. It's meant kindly and it says that you'd have said it next door as well. The interviewer knows what it's like there on a grey Tuesday. They'd like to know whether you do.
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | facts | two, each with a source and a year | slogans, perks |
# | fit | something you did that belongs next to a fact | "I'm passionate about personalisation" |
# | want | the problem that you'd want to own | "to learn and grow" |
# | downside | one that is known there, and what it means for you | "none, honestly" |
# | question | one whose answer could change your mind | "what's the culture like?" |

# %% [markdown]
# ## A weak answer
#
# > "Honestly, it's a dream. Your ML surface is incredible: the viewing signals, the A/B platform, serving hundreds of millions of users per second. I've been working on low-latency systems and federated learning, which lines up really well with your personalisation and your studio forecasting. And I love the culture of freedom and responsibility, context over control. I thrive in that. I know that my algorithms would be seen by hundreds of millions, and I can't imagine a better place to grow."
#
# Five levels on paper, then unfold.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "hundreds of millions of users per second" | facts | Every member, every second, day and night. Somebody in this room runs the capacity plan. Level 1. |
# | "federated learning, which lines up" | fit | With what? Nothing public says that they use it. Level 1. |
# | "freedom and responsibility" | facts | A label from an older memo. Level 1. |
# | "a better place to grow" | want | A school. Level 1. |
# | – | downside, question | Level 1 twice. |
#
# Two claims in it are false, and both sound researched. That's worse than knowing nothing: the interviewer now wonders about the rest of the conversation.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# The company is invented, too: a broadcaster with a catch-up service.
#
# > **[1]** "Two things that you've published, one thing I did, one thing that worries me.
# >
# > **[2]** In 2023 you wrote that you re-rank the front page each quarter of an hour, and that you measure a change for six weeks before you believe it. That's two posts, same team. I tried to square them: with six weeks per change and one page, you'd decide about eight things a year. I'd like to know whether that's still so.
# >
# > **[3]** I ask because I've been on the other side. At a chain of cinemas I shortened our tests from four weeks to nine days with a proxy, early returns. It agreed with the long test in eleven of thirteen cases. In the two others it was badly wrong, both times with films for children, so we kept four weeks for those. I'd like to own that question here: which of your six weeks are needed, and for whom not.
# >
# > **[4]** What worries me: everybody I asked says that you decide alone and are told afterwards. A former colleague of mine lasted fourteen months. I'm slow to ask for help; at my last place a lead caught that. I'd need somebody who reads along for the first half-year, and I'd ask for that on day one.
# >
# > **[5]** So my question is: when did somebody on this team last decide something alone that turned out wrong, and what happened to them? If the answer is that it hasn't happened, I'd be nervous."
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **A table of contents of four items**, one of them uncomfortable.
# 2. **Two facts that rub against each other**, with source and year, and an open end: is it still so?
# 3. **Own evidence next to the fact, with the two cases where it failed**; then the problem to own.
# 4. **A downside with a person in it**, tied to a weakness of the candidate's own.
# 5. **A question with the answer that would end it.**
#
# What would you mark down? (One reading: *want* is 3. She says what she'd own, not what she would leave to others.)
#
# </details>

# %% [markdown]
# ## Facts go stale
#
# Company facts are like fish. These are public statements about one streaming company, with the year in which they were true and what has happened since. Look each of them up again in the week of your interview; this table is ageing too.
#
# | often said | as of | what to say instead |
# |---|---|---|
# | "over 260 million members" | early 2024 | about 300 million at the end of 2024; quarterly figures stopped after that |
# | "the memo says freedom and responsibility" | before 2024 | press reports say that the memo of 2024 leads with people over process |
# | "they use Vectorflow" | 2020 | its last functional change was in May 2020; Metaflow, from the same house, was still being released in 2026 |
# | "bonuses and stock refreshers" | – | public sources describe mostly cash, a mix with options that you choose, and no performance bonus; policies change, so ask the recruiter |
# | "they train by federated learning" | – | nothing public says so; bandits for artwork and interleaving of rankers are published |
# | "everyone has the same title" | before 2022 | levels since 2022 |
#
# How fast? We know of no measurement. As an assumption to play with, say that half of what you read about a company's stack is out of date after two years, and half of what you read about its culture after five.

# %% folded=true
HALF_LIFE = {"stack": 2, "culture": 5}  # years, assumed: change them
ages = [age / 4 for age in range(0, 33)]
with style():
    plot = axes(6, 2.6)
    for name, years in HALF_LIFE.items():
        plot.plot(ages, [0.5 ** (age / years) for age in ages], label=f"{name}: {years} years")
    plot.axhline(0.5, linestyle=":", color=COLOURS[2])
    plot.set(xlabel="age of the source in years", ylabel="still true", ylim=(0, 1.02))
    plot.legend()
    shown = picture(plot.figure, "Two falling curves over the age of a source, with assumed half-"
                    "lives of two years for the stack and five for the culture. After six years an "
                    "eighth of the first and under half of the second is left.")
shown

# %% [markdown]
# The remedy isn't newer facts only. It is to say the year aloud: "you wrote in 2017 that … is that still how you do it?" With the year in it, the sentence can't be wrong, and it ends in a question that they'll enjoy.
#
# ## Your story
#
# Yours consists of two or more facts, each with your own evidence next to it.

# %% [markdown] card="claims"
# Fill in `claims`, a dict with `company` (a string) and `facts` (a list of at least two dicts). Each fact has five keys.
#
# | key | what it holds | rule |
# |---|---|---|
# | `fact` | what is so, in your words | at least 5 words; no fact twice |
# | `source` | the kind of source | one of `"blog"`, `"code"`, `"filing"`, `"memo"`, `"paper"`, `"person"`, `"press"`, `"product"`, `"talk"` |
# | `year` | when the source said it | a year from 1990 on, not in the future |
# | `false_if` | what would make it false today | at least 4 words |
# | `mine` | what you have done that belongs next to it | at least 8 words, among them *I, my, me, mine* or *myself* |
#
# - If the company is Netflix, five claims of a popular guide are rejected in `fact`: federated learning, Vectorflow, bonuses (unless you write that there are none), stock refreshers, and anything *per second*. The reasons are in the table above.
# - No placeholders (TODO, `<name>`, `[your …]`, ___).
# - The check can't look anything up. You can.

# %% exercise="claims"
### BEGIN SOLUTION
claims = {
    "company": "Nordlicht Rundfunk (invented)",
    "facts": [
        {
            "fact": "They publish every model card of their recommender, with the date of the last audit.",
            "source": "code",
            "year": 2024,
            "false_if": "the repository has had no commit for a year",
            "mine": "At the clinic I wrote the cards, and two of mine stopped a launch because the audit was old.",
        },
        {
            "fact": "Local newsrooms can overrule the ranking for a day, and do so about once a week.",
            "source": "talk",
            "year": 2025,
            "false_if": "the editors' switch went when the new front page came",
            "mine": "I built such a switch for dispatchers, and I learned most from the eleven times they used it.",
        },
    ],
}
### END SOLUTION

# %% check="claims"
check(claims=claims)

# %% [markdown] hints="claims"

# %% [markdown]
# The next cell prints your facts by age. Which one would you rather ask about than assert?

# %%
try:
    for fact in sorted(claims["facts"], key=lambda each: int(each["year"])):
        age = datetime.date.today().year - int(fact["year"])
        print(f"{age:>3} yr  {fact['fact']}\n           false if {fact['false_if']}")
except Exception:
    print("The claims above aren't complete yet.")

# %% [markdown]
# ## Your task: questions that could end it
#
# Everybody asks questions at the end because everybody was told to. Ask those whose answers you need. The test is simple: which answer would make you say no?

# %% [markdown] card="questions_to_ask"
# Set `questions_to_ask` to a list of at least five pairs `(question, answer that would make you say no)`. A dict from question to answer will do as well.
#
# - A question has a question mark and at least 5 words. No question twice.
# - An answer has at least 3 words. No two answers are the same.
# - No placeholders (TODO, `<name>`, `[your …]`, ___).

# %% exercise="questions_to_ask"
### BEGIN SOLUTION
questions_to_ask = [
    ("When did somebody here last stop an experiment that a director wanted?", "that has never been needed"),
    ("Who was the last person to leave this team, and what would they tell me?", "we don't keep in touch"),
    ("What did you decide not to build this year?", "we're building all of it"),
    ("Who reads my code in the first month?", "you're senior, nobody has to"),
    ("How many nights was this team woken last quarter?", "we don't count that"),
]
### END SOLUTION

# %% check="questions_to_ask"
check(questions_to_ask=questions_to_ask)

# %% [markdown] hints="questions_to_ask"

# %% [markdown]
# ## Your two-minute answer
#
# This one is short: ninety seconds. Facts, what you did, what you'd own, what worries you, your question. Then stop; the silence is theirs.
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

# %% [markdown] essay="why_us_answer" points=20
# *Put your answer here: what you said in ninety seconds.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. Liking the company has no row.

# %% [markdown] rubric="why_us_answer"
# | row | 1: generic | 2: mid | 3: senior | 4: staff |
# |---|---|---|---|---|
# | facts | Slogans, perks, scale. | A fact, without source or year. | Two facts with source and year. | As 3, and says how they limit each other or when they'd be false. |
# | fit | "Passionate about." | The same tools or field. | Something done that belongs next to one of the facts, with a result. | As 3, with where it failed or wouldn't carry over. |
# | want | To learn, to grow. | An area. | A problem to own, and how one would know that it's solved. | As 3, across teams, with what the candidate would leave to others. |
# | downside | None. | One of those that everybody names. | One known of this company, with what it means for the candidate. | As 3, from having lived it, with what the candidate would need or do. |
# | question | None, or answered on the website. | A sensible one. | One about the last time something happened. | As 3, and which answer would mean no. |

# %% [markdown]
# ## Calibrate
#
# **Anchor A**
#
# > "I've followed your work for a while. Your 2021 paper describes the interleaved tests, and the talk from 2024 says that you stopped them on the kids' profile because they favoured whatever autoplays; so I read the paper as true for adults and no longer for children, and I'd take it back if the next release notes put them together again. That's the kind of rigour I find inspiring. I'm hugely passionate about this space, I've always been someone who lives and breathes recommendations, and I feel that with your talent density I could really accelerate. I'd love to be somewhere around ranking or maybe search. I honestly can't think of a downside, it's such a privilege. One thing I'd love to understand: when was the last time that a test result was overruled by an editor, and how did that go?"
#
# **Anchor B**
#
# > "You're a large streaming service, I use it, that's what I know, I haven't read your papers. What I did is cold start. New titles at a library network, forty thousand, nobody has borrowed them. I had the librarians rate nine each, blind, and mixed that in for three weeks. Borrowing in the first month went up from 11 to 17 per title in the half with it. It didn't work for poetry at all, the librarians' taste is too good. And it won't carry over to a place where a title is on the front page on day one. What I'd want is the first month of a title in small languages, I'd know it's solved when a Finnish film doesn't need a person to lift it. Your people say they get no onboarding. At my second job that was so, I broke the import twice. For me that means I'd be slow for half a year, and you'd have to be fine with that. Questions, not now, I think."
#
# **Anchor C**
#
# > "You've said that you'd rather have few rules and good people. I like it and I don't trust it, and I'd better say why. I've worked in such a place for three years. It was wonderful until the founder's brother was responsible for something. Nobody had a rule to hold on to, me neither. I stayed a year too long and slept badly. What I'd do differently, I'd write down on the first day what I'd leave for, and show it to a friend; she'd have it. What I bring is the same field, ranking and some forecasting, Python, Spark. I'm here to learn, mostly. When did somebody without a title last overrule somebody with one, and what did it cost them? If you say that it doesn't happen because you all agree, I'll thank you for the coffee."

# %% [markdown] card="company_scores"
# Give each anchor five levels, in the order of the rubric: facts, fit, want, downside, question. Then score your own answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a`, `anchor_b` and `anchor_c` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing.**

# %% exercise="company_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [4, 2, 2, 1, 3]
anchor_b = [2, 3, 3, 2, 1]
anchor_c = [2, 2, 1, 3, 4]
own = {
    "facts": (3, "You publish every model card, with the date of the last audit, since 2024"),
    "fit": (3, "Two of my cards stopped a launch because the audit was old"),
    "want": (2, "I'd want to own the editors' switch"),
    "downside": (3, "A regional house pays less, and I'd commute three hours"),
    "question": (4, "If you say that nobody was ever stopped, I'd be worried"),
}
### END SOLUTION
company_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="company_scores"
check(company_scores=company_scores)

# %% [markdown] hints="company_scores"

# %% [markdown]
# Now commit. The cell keeps your levels with the time and a fingerprint, so that your memory can't improve them afterwards. If this notebook is in its folder, they are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzQsIDEsIDIsIDEsIDNdLCAiQiI6IFsxLCA0"
    "LCAzLCAzLCAxXSwgIkMiOiBbMiwgMiwgMSwgNCwgNF19"
)
calibration = Calibration("505_why_us", ROWS, KEY)
calibration.commit(company_scores)

# %%
calibration.reveal(company_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | facts | 4: paper 2021, talk 2024, how one limits the other, and what would make it false. | 1: "that's what I know". | 2: "few rules and good people": a fact of theirs, no source, no year. |
# | fit | 1: "lives and breathes". | 4: 11 to 17, and the two places where it fails. | 2: the same field and tools. |
# | want | 2: "ranking or maybe search". | 3: first month in small languages, and how he'd know. | 1: "to learn, mostly". |
# | downside | 1: "such a privilege". | 3: no onboarding, and what it means for him. He'd lived it, but says no more than that he'd be slow. | 4: lived for three years, and what she'd do. |
# | question | 3: the last time a result was overruled. | 1: none. | 4: the last time, and the answer that ends it. |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. *Within answers* takes each answer's own mean away first, yours and the key's: it asks whether you see which rows of an answer are strong, not whether you liked it. With one overall impression per answer it is 0. Fifteen levels are few, so read the interval before the number. What helps most is the list of cells to read again. These three would all be hired somewhere, and for opposite reasons. B says that he knows nothing about the company; if you took that off his *fit*, go back.

# %% [markdown]
# ## Revise
#
# Read your draft with the company's name replaced by its competitor's. Every sentence that still works goes out. If little is left, you need another hour of reading, not another wording.

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
    "Where did you read that, and is it still true?",
    "What would you change here in the first month?",
    "Why not their competitor?",
    "What have you heard about us that worries you?",
    "You'd decide alone here. Tell me about a decision you took alone.",
    "What would make you leave after a year?",
    "Which of our products do you not use, and why?",
    "What do you want to be able to do in three years that you can't do now?",
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
# | "You wrote in 2023 that new hires ship in their second week. I've shipped in my second week twice; once I broke something, and I know what I'd ask for now. I'd like to work on the page that I use each evening." | "You test for six weeks. I've shown at my place which tests can be shorter and which can't, and I'd like to own that question here. I'd need somebody who reads along at first." | "You have three ranking teams and, if your talks are complete, three definitions of a good evening. I've merged two such definitions and failed to merge a third; I'd want to find out which of yours should stay apart, and I'd leave the rankers to those who have them." |

# %% [markdown]
# ## Questions to ask back
#
# Yours are in the exercise above. Three that are nearly always worth it:
#
# - "What were you wrong about when you joined?" Ask the person, not the company.
# - "If I'm here in a year and it hasn't worked out, what will have been the reason?"
# - "Who decides whether I'm hired, and what would they still need to hear?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | The ML surface: viewing signals, a streaming A/B platform, context over control | thin | They know their surface. "In 2017 you wrote that rankers are first compared by interleaving; is that still the first step?" |
# | Own low-latency work that lines up with personalisation | good | If it has a number and a limit. "p99 from 80 to 31 ms, and it wouldn't help a page that's precomputed." |
# | Own federated learning that lines up | wrong | No public source says they use it. "I've done federated learning; I don't see where you'd need it, do you?" |
# | Studio forecasting | thin | A different team, usually. Say which one you apply to. |
# | Freedom and responsibility | thin | A label that has aged. "Your memo of 2024 puts people over process; what does that look like when two people disagree?" |
# | Algorithms seen by hundreds of millions | thin | That's a reason for everybody. What would you do with the one member for whom it's wrong? |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **A popular guide says: you'd serve hundreds of millions of users per second.** A minute with a pencil, with 300 million members and generous guesses for the rest:

# %%
members, share_per_day, loads, peak = 300e6, 0.5, 4, 3  # the last three are assumptions
average = members * share_per_day * loads / 86_400
print(f"home page loads: {average:,.0f} per second on average, {average * peak:,.0f} at the peak")
print(f"the slogan, at 200 million per second, is {200e6 / (average * peak):,.0f} times that")

# %% [markdown]
# **Correct:** about 300 million members in all, and some thousands of page loads per second. The slogan is off by about four orders of magnitude. In a design interview you would never say it, because there you'd compute. The habit is worth keeping for this question too: a number that you repeat is a number that you've checked.

# %% [markdown]
# ## Recap
#
# - Two facts, each with a source, a year, and what would make it false.
# - Next to each: something you did, and where it wouldn't carry over.
# - A downside with you in it.
# - A question with an answer that ends it.

# %% [markdown]
# ## Say it in 60 seconds
#
# "In ___ you wrote that ___ . In ___ , somebody of yours said ___ . I don't see how both hold, unless ___ . I care because at ___ I ___ , and ___ went from ___ to ___ , except for ___ . I'd like to own ___ ; I'd know it's solved when ___ . What worries me is ___ , because ___ . So: when did ___ last ___ ?"

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"I only want the job because I need one. What do I say?"</summary>
#
# Not that, and nothing false either. Find one problem of theirs that you'd honestly like to see the inside of. If in an hour of reading there isn't one, the interview will be long for both of you.
#
# </details>
# <details>
# <summary>"Their blog is five years old. What now?"</summary>
#
# Say the year and ask. Or go to what can't be old: the product this morning, the open positions, a person who works there.
#
# </details>
# <details>
# <summary>"May I mention pay?"</summary>
#
# To the recruiter, early and plainly: how is pay composed today, and what changes it? Not as the reason, and not with figures from a guide.
#
# </details>
# <details>
# <summary>"Isn't it rude to name a downside?"</summary>
#
# They live with it every day. Named without reproach, it shows that you've talked to somebody. What would be rude is to be surprised by it in March.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
