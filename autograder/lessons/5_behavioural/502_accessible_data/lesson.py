# %% [markdown]
# # Making data accessible
#
# > **What is really tested.** Whether you know who reads your numbers, what they decide with them and how they could be misled, and whether you ever took something away instead of adding another dashboard.
#
# **You will be able to**
# - tell, in two minutes, how people who don't write queries came to use data
# - write down a metric so that its words and its query can't part unnoticed
# - keep a templated query inside the rows that its reader may see
# - tell adoption from page views, in your own answer too
#
# **Before you start**: basic SQL (`SELECT`, `WHERE`, `GROUP BY`) and strings in Python. Choose a story in which somebody outside your team used something of yours.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points
#
# Every candidate, company, story and figure in the answers below is invented.

# %% given="setup"
import duckdb

from autograder import check, sql
from autograder.figures import axes, picture, style
from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

ROWS = ("audience", "artefact", "guardrails", "adoption", "removed")

# %% [markdown]
# ## The question
#
# > "How have you made data more accessible to people who aren't technical?"
#
# Most candidates answer "dashboards" and then list tools. The interviewer hears that about once a day, and writes one line: *built something*. What they need for their sheet is the other half: who opened it, on which morning, to decide what, and what went wrong when the number was late.
#
# | row | what is looked for | what is heard instead |
# |---|---|---|
# | audience | people, the decision they take, and when | "stakeholders" |
# | artefact | one thing that fits this decision, and what you didn't build | "a suite of dashboards" |
# | guardrails | who may see which rows, who owns the definition, what a late load looks like | "data quality" |
# | adoption | what people stopped doing, against before or against others | "they loved it" |
# | removed | what could go, and who missed it | (silence) |
#
# The last row surprises most candidates. Nobody ever ran out of dashboards. A person who switched one off had to know who used it.

# %% [markdown]
# ## A weak answer
#
# > "In my last role I really democratised data. We had terabytes of logs and nobody could use them, so I built a self-serve platform with dashboards for every department, all with clear KPIs, and a weekly digest. People could slice and dice however they wanted. I also ran trainings to raise data literacy. The feedback was amazing, we had over two hundred users, and the business became much more data-driven."
#
# Before you unfold the notes: give it a level from 1 to 4 for each of the five rows, on paper.
#
# <details>
# <summary>What the interviewer could write down</summary>
#
# | said | row | note |
# |---|---|---|
# | "every department" | audience | No person, no decision. Level 1. |
# | "dashboards for every department" | artefact | A number of things isn't a choice. Level 1. |
# | "slice and dice however they wanted" | guardrails | Also the salaries? Also a group of two people? Level 1. |
# | "over two hundred users" | adoption | Of how many, doing what, instead of what? A count with nothing next to it is level 2. |
# | – | removed | Level 1. |
#
# The trainings are the tell. If people need training to read it, it wasn't made for them.
#
# </details>

# %% [markdown]
# ## A strong answer
#
# > **[1]** "Ward managers at a hospital group used to phone us for bed numbers, about ninety calls a week. After a year it was eleven. I'll tell you what they were deciding, what I built, and what I got wrong about access.
# >
# > **[2]** Each manager decides by half past seven whether to ask the agency for a nurse. That costs 400 a shift, and after eight it's too late. I stood at two desks for three mornings. They didn't want a chart. They wanted to know: am I over by noon?
# >
# > **[3]** So I built one line of text per ward, printed with the handover sheet at seven: expected beds, how sure, and yesterday's forecast next to what happened. I didn't build a dashboard, because nobody sits down before nine. I didn't give them the query tool either: two had tried it, and both had counted transfers twice.
# >
# > **[4]** 'Occupied bed' now has one owner, the head of nursing, and half a page that says what it doesn't mean. Each ward sees itself. My first version printed all wards. A manager told me that with two patients on a ward, everybody knew who was meant. I had thought of names, not of small counts. We now print nothing under five.
# >
# > **[5]** If the load is late, the line says so and gives yesterday's number in brackets. That happened nine times.
# >
# > **[6]** Calls fell from ninety to eleven a week. At the site that joined six months later they stayed near ninety until it did. Agency shifts fell as well, but the winter was mild, so I don't count them.
# >
# > **[7]** Then I switched off the four old reports. One accountant missed one of them, and got it back. Since then every report of ours has a last day in its title, and somebody has to ask for another year."
#
# Read it once more and mark the sentence that earns each row. Then compare.
#
# <details>
# <summary>Why it works, paragraph by paragraph</summary>
#
# 1. **The result and the path come first**, and the mistake is announced. An interruption does no harm now.
# 2. **A decision with a clock and a price.** From here on every choice can be argued.
# 3. **One artefact, two refusals with reasons.** The reasons come from watching.
# 4. **A definition with an owner, rows by reader, and a mistake of the candidate's own** that only an honest person would bring up.
# 5. **A late load has a look.** Few candidates ever say this sentence.
# 6. **What people stopped doing, against a site that came later**, and a gain that isn't claimed.
# 7. **Something was removed, somebody missed it, and a rule came of it.**
#
# What would you mark down? (One reading: all of it is one hospital group. Nobody else extends the printed line, so *artefact* is 3, not 4.)
#
# </details>

# %% [markdown]
# ## One word, three numbers
#
# Ask three people for the active customers of a month, and each of them counts something else. Here are three honest definitions on the bundled shop, whose orders are invented.

# %%
shop = sql.connect()
sql.load(shop)
DEFINITIONS = {
    "any order": "SELECT month(created_at), count(DISTINCT user_id) FROM transactions "
                 "WHERE year(created_at) = 2020 GROUP BY 1 ORDER BY 1",
    "known and paid": "SELECT month(created_at), count(DISTINCT t.user_id) FROM transactions t "
                      "JOIN users u ON u.id = t.user_id WHERE year(created_at) = 2020 "
                      "AND quantity > 0 GROUP BY 1 ORDER BY 1",
    "bought twice": "SELECT m, count(*) FROM (SELECT month(created_at) m, user_id "
                    "FROM transactions WHERE year(created_at) = 2020 AND quantity > 0 "
                    "AND user_id IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1) GROUP BY 1 ORDER BY 1",
}

# %% folded=true
with style():
    plot = axes(6.4, 2.8)
    for name, query in DEFINITIONS.items():
        rows = shop.execute(query).fetchall()
        plot.plot([row[0] for row in rows], [row[1] for row in rows], marker="o", label=name)
        print(f"{name:<16}" + "".join(f"{row[1]:>6}" for row in rows))
    plot.set(xlabel="month of 2020", ylabel="active customers", ylim=(0, None))
    plot.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    shown = picture(plot.figure, "Three lines over the months of 2020, each a definition of active "
                    "customers. Known and paid runs a little below any order; bought twice is far "
                    "lower. No line has a point in August.")
shown

# %% [markdown]
# None of the three is wrong. But if product says one and finance another, the meeting is about the number. And look at August: there are no orders, so there is no row, and the line runs across the gap as if nothing were missing. A dashboard wouldn't have told anybody.
#
# ## Your task: a metric that can be held to its words
#
# Write one metric down as a contract. The words are for the reader; the query is for the machine; and a check looks for the database on which they part.

# %% [markdown] card="metric_contract"
# Fill in `metric_contract`, a dict for one metric of the bundled shop. Which metric is up to you.
#
# | key | what it holds | rule |
# |---|---|---|
# | `name` | what the metric is called | at least 3 letters |
# | `owner` | whom a reader asks | a person or a role; not *team*, *everyone*, *us* |
# | `sql` | one query in DuckDB's SQL | returns 1 to 1,000 rows; no `now()`, `today()`, `current_date`, `random()` and the like |
# | `grain` | list of the columns that tell its rows apart | no two rows of the result are equal in all of them |
# | `value` | the column that is the metric | numbers; not a column of the grain |
# | `freshness_hours` | hours after which it is stale | a number from 1 to 168 |
# | `readers` | who may see it | a list of at least one string |
# | `says_not` | what a reader must not conclude | at least 5 words |
# | `reacts` | what the metric does on three altered shops | see below |
#
# - The tables are `transactions(id, user_id, created_at, product_id, quantity)`, `products(id, name, price)` and `users(id, name, sex)`. A refund has a negative quantity. `user_id` and `product_id` may be NULL, or missing from their tables. There are orders from 2019 to 2021.
# - `reacts` has the keys `"refunds doubled"` (each negative quantity is doubled), `"unknown user"` (some 4,000 orders of one user whom `users` lacks are added, in all years) and `"across midnight"` (one order of three pieces of a product is moved by a second, from 2020-03-01 00:00:00 to 2020-02-29 23:59:59).
# - Its values: `"same"` if no row of your result changes; otherwise `"up"`, `"down"` or `"moves"` for what the total of `value` over all rows does. `"moves"` means that rows change and the total doesn't. NULL counts as nothing in a total.

# %% exercise="metric_contract"
### BEGIN SOLUTION
metric_contract = {
    "name": "gross sales per month of 2020",
    "owner": "Head of category management",
    "sql": """
        SELECT date_trunc('month', t.created_at)::DATE AS month, sum(t.quantity * p.price) AS gross
        FROM transactions t JOIN products p ON p.id = t.product_id
        WHERE t.quantity > 0
          AND t.created_at >= TIMESTAMP '2020-01-01' AND t.created_at < TIMESTAMP '2021-01-01'
        GROUP BY 1 ORDER BY 1
    """,
    "grain": ["month"],
    "value": "gross",
    "freshness_hours": 24,
    "readers": ["category managers", "finance"],
    "says_not": "Nothing about what we earned: refunds, costs and products without a price are out.",
    "reacts": {"refunds doubled": "same", "unknown user": "up", "across midnight": "moves"},
}
### END SOLUTION

# %% check="metric_contract"
check(metric_contract=metric_contract)

# %% [markdown] hints="metric_contract"

# %% [markdown]
# Read your `says_not` aloud to somebody who would use the number. If they say "of course", it says too little. The useful sentence is the one that makes them ask back.
#
# ## Your task: a template that keeps its scope
#
# "Self-serve" often means a form that fills values into a query. The reader types a column or a filter; the server adds *only your team's rows*. Here is how that goes wrong with two teams.

# %%
plays = duckdb.connect()
plays.execute("""CREATE TABLE plays AS
    SELECT * FROM (VALUES ('a', 10), ('a', 20), ('b', 999)) v(team, n)""")
for text in (
    "select n from plays where team = $team",
    "select n from plays where 1=1 or team = $team",
    "select n from plays where team = $team union select n from plays",
):
    print(plays.execute(text, {"team": "a"}).fetchall(), "<-", text)

# %% [markdown]
# Team a reads team b's 999 twice. You could forbid `or` and `union`, and the next reader finds a comma. A **deny-list** has to know everything that is dangerous. An **allow-list** only has to know what is harmless, so it refuses some good queries too. That is the right trade here: a needless *no* costs a question, a wrong *yes* is a leak.
#
# This check is one wall. Row-level security in the database is the other, and if you can have only one, have that one.

# %% [markdown] card="safe_template"
# Write `safe_template(sql, allowed)`, which returns `True` only for a query of exactly this shape: `SELECT … FROM table WHERE team = :team`.
#
# - First blank out the single-quoted strings: what is in them is data. `'it''s'` counts as a string. A quote that is left over makes the text unsafe. Everything below is about the text without its strings.
# - The words `select`, `from` and `where` each occur exactly once, in this order, and `select` comes first. The words `join`, `union` and `or` don't occur. `order_no` is one word and isn't `or`: words are runs of letters, digits and `_`.
# - Between `from` and `where` there is exactly one name, and it is in `allowed`, a set of table names in lower case. No alias, comma or bracket.
# - After `where` comes `team = :team` and nothing else: no further condition, `group by`, or semicolon. `:team` occurs exactly once in the whole text.
# - `;`, `--`, `/*` and double quotes make the text unsafe.
# - Case doesn't matter, and neither does white space: any amount, newlines included, around the text and between its parts, and none is needed around `=`.
# - Return a `bool`. Don't modify `allowed`.

# %% exercise="safe_template"
def safe_template(sql: str, allowed: set[str]) -> bool:
    """Whether ``sql`` reads one allowed table and only rows of the reader's own team."""
    ### BEGIN SOLUTION
    import re

    text = re.sub(r"'[^']*'", " ", sql).lower()
    if re.search(r"""['";]|--|/\*""", text):
        return False
    words = re.findall(r":?\w+|\S", text)
    if words[:1] != ["select"] or any(words.count(word) != 1 for word in ("select", "from", ":team")):
        return False
    if {"join", "union", "or"} & set(words) or words.count("where") != 1:
        return False
    start = words.index("from")
    return words[start + 2 :] == ["where", "team", "=", ":team"] and words[start + 1] in allowed
    ### END SOLUTION

# %% check="safe_template"
check(safe_template)

# %% [markdown] hints="safe_template"

# %% [markdown]
# ## Your story
#
# Now your own. The form counts; it can't know whether the story is good, or true. Fill it in before you speak, because the gaps show here first.

# %% [markdown] card="access_story"
# Put your story into the seven names of the answer cell. Each takes one string; `not_built` takes a list of pairs.
#
# | part | what it holds | rule |
# |---|---|---|
# | `audience` | who they were, and what they had to decide | at least 8 words, at most 25% of all |
# | `artefact` | what you built, and how it came about | at least 15 words |
# | `not_built` | what you didn't build, and why not | a list of at least one pair `(option, reason)`, or a dict; neither half empty |
# | `guardrails` | access, definition, tests, what happens when it is late | at least 8 words |
# | `adoption` | what people do or stopped doing | a number and a word that compares |
# | `removed` | what could go, or what you refused | at least 5 words |
# | `learning` | what you know now | at least 8 words |
#
# - All parts together have **100 to 360 words**. `artefact`, `not_built` and `guardrails` take at least 40% of them.
# - **I, my, me, mine, myself** occur at least three times outside quotations, and at least as often as **we, our, us**.
# - **A number** is written in digits or in words from two on. Years, dates and names such as Q3 don't count.
# - **A word that compares**: *above, against, baseline, before, below, compare(d), control, doubled, down, earlier, fell, fewer, had been, half, holdout, instead, less, more, otherwise, relative, rose, same, still, than, twice, unchanged, under, up, used to, versus, without, would*, or *from* a number *to* another.
# - No placeholders (TODO, `<name>`, `[your …]`, ___), and no sentence of four words or more twice.

# %% exercise="access_story"
### BEGIN SOLUTION
audience = (
    "Branch librarians order books on Thursdays, and they ordered what the catalogue showed on top. "
    "(This story is invented.)"
)
artefact = (
    "I spent four Thursdays in two branches. They wanted to know which book would still stand on "
    "the shelf in a year. I built a slip of paper that came with the order form: for each title, "
    "how often similar ones had been borrowed in their own branch, and how sure I was. My first "
    "slip had a percentage. Nobody could use it, so I changed it to 'about one in five'."
)
not_built = [
    ("A dashboard with all loans", "the order form is paper, and so is their afternoon"),
    ("Access to the loan database", "a loan history names what a person reads"),
]
guardrails = (
    "No title with fewer than ten loans is shown, and no branch sees another one. The head of "
    "acquisitions owns the definition of a loan. If the nightly load fails, the slip says 'no "
    "figures this week' instead of repeating the old ones."
)
adoption = (
    "After half a year 41 of 100 ordered books had been borrowed within a month, against 29 in the "
    "branches that got the slip later. Three branches never used it."
)
removed = "I ended the monthly report of forty pages. Two people asked for it, and one got a page back."
learning = (
    "I learned to ask what is in somebody's hand when they decide, and I start every such project "
    "there now."
)
### END SOLUTION
access_story = {
    "audience": audience, "artefact": artefact, "not_built": not_built, "guardrails": guardrails,
    "adoption": adoption, "removed": removed, "learning": learning,
}

# %% check="access_story"
check(access_story=access_story)

# %% [markdown] hints="access_story"

# %% [markdown]
# ## Your two-minute answer
#
# Say it aloud before you write it. Begin with what people stopped doing; an interviewer who has just heard four platforms wakes up at "ninety calls a week".
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

# %% [markdown] essay="accessible_data_answer" points=20
# *Put your answer here: what you said in two minutes, beginning with what changed for whom.*

# %% [markdown]
# ## Rubric
#
# Five rows, levels 1 to 4. The sum of the levels is the number of points; an empty answer gets none. **No sentence, no level**: a level above 1 counts only with the sentence that earns it. **All of the column**: a level needs everything in its column. 

# %% [markdown] rubric="accessible_data_answer"
# | row | 1: generic | 2: mid, own task | 3: senior, team | 4: staff, several teams |
# |---|---|---|---|---|
# | audience | "Stakeholders", "everybody". | Names a group. | Names the people, the decision they take and when, from watching or asking them. | As 3, for two groups or more with different needs, and says whose need lost. |
# | artefact | Tools, or "dashboards". | One artefact, described. | One artefact that fits the decision, and another that was refused with a reason. | As 3, and others extend it without the builder. |
# | guardrails | None, or "data quality". | One measure, named: access, test or freshness. | A definition with an owner, who may see which rows, and what happens when data is late or wrong. | As 3, kept by a check or rule that other teams use. |
# | adoption | "They loved it." | A count, next to nothing. | What people do differently, against before or against others without it. | As 3, still measured after half a year or more, and who doesn't use it. |
# | removed | Nothing. | Something was switched off or refused. | As 2, chosen by usage or a stated rule, and what happened to those who missed it. | As 3, and a rule for retiring that others follow. |

# %% [markdown]
# ## Calibrate
#
# Score three answers with the rubric. They differ in how well they are told; that has no row. One of them is about agreeing on what a KPI means, which is a prompt of its own in many loops.
#
# **Anchor A**
#
# > "Accessibility is something I've championed throughout my career. In my current organisation, insights were trapped in silos, so I partnered with leadership on a vision for self-serve analytics and delivered a suite of dashboards across commercial, operations and marketing. Governance was front and centre from day one. Every metric has a named owner in the catalogue, with lineage back to the source. Access is row-level: a regional lead sees the region, full stop, and that's enforced in the warehouse, not in the tool. When a load is late or a test fails, the tile turns grey and the owner gets the page, so nobody ever decides on a broken number. We rolled it out with champions and office hours, engagement has been phenomenal, and I'd say it has genuinely changed the culture around data."
#
# **Anchor B**
#
# > "Depot planners. Eleven people. They phoned me, maybe thirty times a week. I went along on a Monday, four in the morning, to see. What they need is which lorry leaves half empty tomorrow, and they need it at six, because at seven it's gone. They're on their feet, so no dashboard, I said no to that, the boss wanted one. I send a text message. Three lorries, that's it. Calls went down to four a week. The depots that got it after Easter were at thirty until Easter. Access, well, anybody with the number could get it. I hadn't thought about it. And when the feed broke they got Tuesday's lorries on Wednesday, twice. Then the old reports: I looked who had opened them, fourteen of them nobody since autumn, I switched those off. Two people complained. One had a point, he got his back, the other one just liked the colours."
#
# **Anchor C**
#
# > "Product and finance each had a number for active listeners, 2.1 million and 1.6 million, and each quarter I lost a day to explaining it. Product counts whoever opens the app, because they size the servers for a launch. Finance counts whoever could be billed, because they forecast. I sat in both of their planning meetings. One number couldn't serve both, so I proposed one name for each and took the word 'active' from finance. They weren't happy, and I told them in the room that their need had lost, because the product number goes to the press. Both definitions are on one page with an owner each. A test fails the build if the two drift apart by more than the known overlap, countries see their own rows, since the label contracts say so, and a late load shows as 'not final'. Two other teams have hung their own metrics on the same test. About forty people open the page each week. The old dashboards are all still there."

# %% [markdown] card="access_scores"
# Give each anchor five levels, in the order of the rubric: audience, artefact, guardrails, adoption, removed. Then score your own answer: for each row a pair, the level and the sentence that earns it.
#
# - `anchor_a`, `anchor_b` and `anchor_c` are lists of five integers from 1 to 4.
# - `own` has a pair `(level, "sentence")` per row. A level above 1 needs a sentence of at least three words, copied from your answer. For level 1 the sentence may be empty.
# - The point is for filling in the form. **The levels themselves earn and cost nothing.**

# %% exercise="access_scores"
### BEGIN SOLUTION
# What one invented reader gave. This isn't the key.
anchor_a = [2, 2, 3, 2, 1]
anchor_b = [3, 3, 2, 3, 2]
anchor_c = [3, 2, 3, 2, 1]
own = {
    "audience": (3, "Branch librarians order books on Thursdays"),
    "artefact": (3, "I built a slip of paper that came with the order form"),
    "guardrails": (3, "The head of acquisitions owns the definition of a loan"),
    "adoption": (3, "41 of 100, against 29 in the branches that got the slip later"),
    "removed": (2, "I ended the monthly report of forty pages"),
}
### END SOLUTION
access_scores = {"A": anchor_a, "B": anchor_b, "C": anchor_c, "own": own}

# %% check="access_scores"
check(access_scores=access_scores)

# %% [markdown] hints="access_scores"

# %% [markdown]
# Now commit. The cell keeps your levels with the time and a fingerprint, so that your memory can't improve them afterwards. If this notebook is in its folder, they are also kept in `behavioural_scores.json` next to it, for the agreement over several lessons.

# %%
KEY = (
    "eyJBIjogWzEsIDEsIDMsIDEsIDFdLCAiQiI6IFszLCAz"
    "LCAxLCAzLCAzXSwgIkMiOiBbNCwgMiwgNCwgMiwgMV19"
)
calibration = Calibration("502_accessible_data", ROWS, KEY)
calibration.commit(access_scores)

# %%
calibration.reveal(access_scores)

# %% [markdown]
# <details>
# <summary>The sentences that earn the key's levels: open after the reveal</summary>
#
# | | A | B | C |
# |---|---|---|---|
# | audience | 1: departments, no decision. | 3: "which lorry leaves half empty tomorrow", at six, seen on a Monday. | 4: two groups, two decisions, and "their need had lost". |
# | artefact | 1: "a suite of dashboards". | 3: a text message, and no dashboard since they are on their feet. | 2: one page, well described; nothing else was considered and refused. |
# | guardrails | 3: owner, rows by region in the warehouse, grey tile. Nobody else uses it. | 1: "anybody with the number could get it". | 4: owners, rows by country, "not final", and a test that two teams adopted. |
# | adoption | 1: "phenomenal". | 3: thirty to four, against depots that came later. | 2: forty people, next to nothing. |
# | removed | 1. | 3: by last use, with what became of two complaints. | 1: "all still there". |
#
# </details>
#
# The key is one reasoned reading by an author of this course, not the truth. *Within answers* takes each answer's own mean away first, yours and the key's: it asks whether you see which rows of an answer are strong, not whether you liked it. With one overall impression per answer it is 0. Fifteen levels are few, so read the interval before the number. What helps most is the list of cells to read again. If you gave A more than B, you scored the voice. A has the best guardrails but one, and nothing else.

# %% [markdown]
# ## Revise
#
# Take your weakest row. Which sentence is missing? Write it, and put it where you would have been interrupted. Copy your first draft and your second into the two strings; the cell shows what changed.
#
# If `removed` is your weakest row and you have never switched anything off, say what you would switch off first, by which count, and whom you would ask. That is level 2, and it is true.

# %%
first_draft = """
"""
second_draft = """
"""
changes(first_draft, second_draft)

# %% [markdown]
# ## Probes to expect
#
# Eight probes in random order. Answer each in one sentence within 40 seconds: with a number, or with "I don't know, I would find it by …".

# %%
drill = Drill([
    "Who stopped using it, and why?",
    "What did they decide differently, and how do you know?",
    "Two teams disagree about the KPI. Who decides, and what did you do?",
    "What could somebody have read from it that they weren't meant to see?",
    "The load was late. What did the reader see at eight in the morning?",
    "Which definition did you argue about longest?",
    "What did it cost to keep it running last month?",
    "What did you switch off, and who noticed?",
])
drill.ask()

# %%
drill.ask("")  # your answer between the quotes, then run this cell: the next probe comes

# %%
drill.review()

# %% [markdown]
# ## One story at three levels
#
# The same reminders for the same planners, told from three desks.
#
# | mid | senior | staff |
# |---|---|---|
# | "I was asked for a report on late lorries. I asked the planner what he does with it, and made it one line instead of a table. He reads it at six. I'd have shipped the table." | "I noticed that planners phone us thirty times a week, found the one decision behind the calls, and got the lead's time to build for it. Calls fell to four. I decided against the dashboard that my manager wanted, and told him with the numbers." | "Three regions each built their own lorry report. I got them to agree on what 'late' means, put the definition under a test, and gave each region the template. Two left their own report within a quarter. The third had a reason, and the template changed." |
#
# What grows isn't the vocabulary. It is who would have decided without you.

# %% [markdown]
# ## Questions to ask back
#
# - "Which number do two of your teams still argue about?" It tells you whether definitions have owners.
# - "When did you last switch off a dashboard?" If nobody can remember, expect maintenance.
# - "Who may see member-level rows, and who decided that?" Listen for a role and a date.
# - "Who reads what this team makes, and when did you last watch one of them read it?"

# %% [markdown]
# ## What a popular guide tells you to say
#
# <details>
# <summary>Its points in our words, with what would make each one evidence</summary>
#
# | the guide's point | mark | why, and the sentence that would help |
# |---|---|---|
# | Self-serve tools from terabytes of logs | thin | Volume isn't access. "Of those terabytes, the planners needed three rows by six." |
# | Opinionated dashboards with clear KPIs | thin | Whose opinion, about which decision? "I left out 14 of the 20 measures that were asked for, because …" |
# | A metric dictionary | good | If it has owners and a test. "The page has an owner; the build fails when the query changes." |
# | Weekly digests of charts with plain words | thin | Who acted on one? "The digest of 3 May led to …" |
# | Guardrails: templated SQL, governed explores | good | You have just built one. Say also what it refuses that it shouldn't. |
# | Freedom to slice | wrong if alone | Slices can be subtracted from each other; see below. "Nothing under five is shown." |
# | Trust: lineage, row-level access, automated tests, freshness | good | Name the day it saved you. "Nine times the line said 'late', and nobody ordered on it." |
#
# </details>

# %% [markdown]
# ## Spot the error
#
# **A popular guide says: row-level access plus freedom to slice gives safe self-service.** Here is a team of six with invented pay. The reader may see averages only, never a row.

# %%
pay = duckdb.connect()
pay.execute("""CREATE TABLE pay AS SELECT * FROM (VALUES
    ('Ada', 'day', 41), ('Ben', 'day', 44), ('Cy', 'day', 39),
    ('Dee', 'day', 47), ('Eli', 'night', 58), ('Fay', 'day', 43)) v(name, shift, pay)""")
all_n, all_mean = pay.execute("SELECT count(*), avg(pay) FROM pay").fetchone()
day_n, day_mean = pay.execute("SELECT count(*), avg(pay) FROM pay WHERE shift = 'day'").fetchone()
print(f"all {all_n}: {all_mean:.2f}   day shift {day_n}: {day_mean:.2f}")
print(f"the night shift's only member earns {all_n * all_mean - day_n * day_mean:.0f}")

# %% [markdown]
# Both averages were allowed. Their difference is one person's pay. **Correct:** row-level access limits which rows feed an answer; it doesn't limit what answers reveal together. A smallest group size helps against the single question, not against the difference of two large groups: both groups here have five or more. Against that you need fixed slices, rounding, or noise, and a person who decides which.

# %% [markdown]
# ## Recap
#
# - Who, which decision, at what time: from these three the artefact follows.
# - A metric is a query, an owner, a grain, a freshness, and a sentence about what it doesn't say.
# - Allow-list over deny-list, and row-level security in the database before either.
# - Adoption is what people stopped doing. Compare it.
# - Say what you took away.

# %% [markdown]
# ## Say it in 60 seconds
#
# "___ had to decide ___ by ___ , and asked us ___ times a week. I watched ___ . I built ___ , and refused ___ because ___ . ___ owns the definition; ___ sees only ___ ; when the load is late it shows ___ . Questions fell from ___ to ___ , while at ___ they stayed at ___ . I switched off ___ ; ___ missed it, and ___ . I got ___ wrong. Where would you like more detail?"

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>"Why not just teach them SQL?"</summary>
#
# Some should learn it, and you can say who did. But a query that runs isn't a query that is right: a join that doubles rows raises no error. Offer tables that can't be joined wrongly first, then the course.
#
# </details>
# <details>
# <summary>"Two executives quote different numbers in a meeting. What do you do that afternoon?"</summary>
#
# Find both queries, and write down the one sentence in which they differ. Send it to both with a proposal for two names. Don't defend either number before you know which decision it feeds.
#
# </details>
# <details>
# <summary>"Isn't restricting access against an open culture?"</summary>
#
# Open by default and closed by rule can both be true. Say what the default was, which rows were exempt, who decided it, and how somebody could ask for more.
#
# </details>
# <details>
# <summary>"How would you find dashboards to retire?"</summary>
#
# By last use per viewer, not by views: one robot opens a page a thousand times. Announce a date, switch off for two weeks, then delete. A complaint within two weeks is data.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
