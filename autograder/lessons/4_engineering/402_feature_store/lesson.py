# %% [markdown]
# # Feature store
#
# > **What is really tested.** Whether you see two clocks, one for when something happened and one for when the store learned of it, and build training rows from what was *known*, with a definition that serving shares. Redis, Feast and BigQuery are the smaller half.
#
# **You will be able to**
# - build training rows with a point-in-time join, by event time and by arrival
# - break a query that leaks, with a database of one row
# - serve the same values online, with late events, corrections and a time to live
# - backfill a day so that a second run changes nothing, and prove that both sides agree
#
# **Before you start**: `JOIN`, `GROUP BY` and one window function in SQL; classes and dicts in Python. Lesson 110 helps with the SQL.
#
# **Time**: 40 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points

# %% given="setup"
import math

from autograder import check

# %% [markdown]
# ## The problem
#
# "Our ranking models read 200 features per page, from a dozen teams. Offline our new model looks great; live it doesn't. Design the feature store: scalable, with updates visible in less than a minute. And tell me why the numbers disagree."
#
# Set a timer for 60 minutes if you want the practice: 5 to clarify, 5 for capacity, 25 for the joins, 10 for the online store, 5 each for backfill and parity, 5 for questions. Few interviewers want all of it. Most start with the last sentence of the prompt.

# %% [markdown]
# ## Clarify
#
# Ask before you draw. These are invented answers, and the checks assume them.
#
# | You ask | You hear | So what |
# |---|---|---|
# | Who reads, and how often? | Ranking, on every page. Training, once a night. | Two stores with one definition: a fast one and a complete one. |
# | How old may a value be? | It depends. Most features are daily. | Freshness is a property of a feature, with a number. |
# | When does an event count? | When it happened. | Keep the event time. |
# | And when do we learn of it? | Half within minutes, half two days later: devices are offline. | Keep the arrival too. Training may see only what had arrived. |
# | Can a source be wrong? | Yes. It sends a correction later. | A correction is a new row, never an update in place. |
# | Can a source withdraw a value? | Yes. It sends NULL. | NULL is a value: it hides the one before. |
# | How long is a value good for? | 30 days after its event. | After that it is missing, online and offline. |
# | Who owns a definition? | One team for each feature. | A registry with an owner, a type, a range and a version. |

# %% [markdown]
# ## A tiny example
#
# Two tables. `labels` holds what a model should learn: member 7 saw a page at ten o'clock and clicked. `features` holds the values of one feature, each with two times. (In DuckDB 2.0 `at` is a reserved word, so the column is called `moment`.)

# %%
from datetime import datetime, timedelta

import duckdb
import numpy as np
import pandas as pd

from autograder import sql
from autograder.figures import COLOURS, axes, picture, style

TABLES = """
CREATE TABLE labels
    (label_id INTEGER, member INTEGER, moment TIMESTAMP, clicked INTEGER);
CREATE TABLE features
    (member INTEGER, event_time TIMESTAMP, arrived TIMESTAMP, value INTEGER);
"""


def new_database(labels, features):
    """A DuckDB database with these rows; times are ISO strings or datetimes."""
    con = duckdb.connect()
    con.execute(TABLES)
    for name, rows in (("labels", labels), ("features", features)):
        for row in rows:
            con.execute(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", list(row))
    return con


LABEL = (1, 7, "2026-03-01 10:00", 1)
FEATURES = [
    (7, "2026-03-01 08:00", "2026-03-01 08:30", 20),
    (7, "2026-03-01 09:30", "2026-03-01 12:30", 45),
    (7, "2026-03-01 10:05", "2026-03-01 10:30", 80),
    (7, "2026-03-01 15:00", "2026-03-01 15:30", 60),
    (7, "2026-03-02 09:00", "2026-03-02 09:30", 10),
]
tiny = new_database([LABEL], FEATURES)
sql.load(tiny)
sql.run(tiny, "FROM features ORDER BY event_time")

# %% [markdown]
# Which value belongs next to the label? Four answers are in use, and each picks another row.

# %%
def hours(time):
    """Hours since the start of 1 March 2026."""
    return (datetime.fromisoformat(time) - datetime(2026, 3, 1)) / timedelta(hours=1)


PICKS = {20: "as known", 45: "event time", 80: "", 60: "same day", 10: "latest value"}

# %% folded=true
with style():
    plot = axes(5.4, 3.2)
    plot.axvline(10, color=COLOURS[1], linestyle="--")
    plot.text(10.3, -0.75, "label, 10:00", color=COLOURS[1])
    for row, (_, event, arrived, value) in enumerate(FEATURES):
        x = min(hours(event), 18)  # the next day is drawn at 18
        to = x + hours(arrived) - hours(event)
        plot.plot([x, to], [row, row], color=COLOURS[0], linewidth=4)
        plot.plot([x], [row], "o", color=COLOURS[0])
        pick = f"{value}   ← {PICKS[value]}" if PICKS[value] else f"{value}"
        plot.text(to + 0.4, row, pick, va="center", fontsize=11)
    plot.set(yticks=[], xlim=(7, 23), ylim=(4.6, -1.2), xlabel="hour of the day")
    plot.set_xticks([8, 10, 12, 14, 16, 18], ["8", "10", "12", "14", "16", "9, next day"])
    timeline = picture(plot.figure, (
        "A timeline with the label at ten o'clock and five values, each a dot at "
        "its event and a bar up to its arrival. As known picks 20, which happened "
        "and arrived before the label. Event time picks 45: it happened at 9:30 and "
        "arrived at 12:30. Same day picks 60 of 15:00. Latest value picks 10 of the "
        "next day. The value 80 of 10:05 is picked by none."))
timeline

# %% [markdown]
# A dot is an event, the end of its bar is the arrival. At ten o'clock the store held 20 and nothing else. So 20 is what a model would have been served, and only **as known** finds it. The other four rows exist today, and did not exist then.
#
# The value 80 is the worst of them: it is an event five minutes **after** the label, perhaps the very play that the click started.

# %% [markdown]
# ## Capacity
#
# Two minutes of arithmetic, before anybody says "Redis".

# %% [markdown] card="store_capacity"
# Fill in six numbers from these assumptions. They are invented round numbers.
#
# | assumption | value |
# |---|---|
# | members per day | 150 million |
# | pages that one of them opens | 4 |
# | peak rate over average rate | 3 |
# | feature values read per page | 200 |
# | events per member and day | 10 |
# | features that one event updates | 3 |
# | members stored | 300 million |
# | features stored per member | 200 |
# | bytes of one value with its key, online | 24 |
# | bytes of one update in the offline store, which keeps all of them | 24 |
#
# | key of the answer | unit |
# |---|---|
# | `reads_per_second_peak` | pages per second, at the peak |
# | `values_per_second_peak` | feature values read per second, at the peak |
# | `writes_per_second` | updates per second, on average |
# | `online_gigabytes` | gigabytes of 10⁹ bytes |
# | `offline_terabytes_per_year` | terabytes of 10¹² bytes that a year of 365 days adds |
# | `pages_served_stale_in_an_hour_down` | pages in one hour of the peak |
#
# Each number may be off by 20%, so you may take a day as 10⁵ seconds.

# %% exercise="store_capacity"
# Write each value as the arithmetic that gives it.
### BEGIN SOLUTION
reads_per_second_peak = 150_000_000 * 4 / 86_400 * 3
values_per_second_peak = reads_per_second_peak * 200
writes_per_second = 150_000_000 * 10 * 3 / 86_400
online_gigabytes = 300_000_000 * 200 * 24 / 1e9
offline_terabytes_per_year = 150_000_000 * 10 * 3 * 365 * 24 / 1e12
pages_served_stale_in_an_hour_down = reads_per_second_peak * 3_600
### END SOLUTION
store_capacity = {
    "reads_per_second_peak": reads_per_second_peak,
    "values_per_second_peak": values_per_second_peak,
    "writes_per_second": writes_per_second,
    "online_gigabytes": online_gigabytes,
    "offline_terabytes_per_year": offline_terabytes_per_year,
    "pages_served_stale_in_an_hour_down": pages_served_stale_in_an_hour_down,
}

# %% check="store_capacity"
check(store_capacity=store_capacity)

# %% [markdown] hints="store_capacity"

# %% [markdown]
# <details>
# <summary>What the numbers say (open it after your answer)</summary>
#
# - **Reads.** 21,000 pages per second, but 4.2 million values. One request per page with 200 keys, not 200 requests: the number of round trips decides the latency.
# - **Writes.** 52,000 updates per second are modest. A few partitions of a stream carry them.
# - **Online.** 1.4 TB fits in memory on a dozen machines, twice for a replica. It is money, not magic.
# - **Offline.** 39 TB per year of plain history. Keep it: it is the only thing from which a training set of last March can be built again.
# - **An hour down.** 75 million pages without fresh features. So what a missing feature does to the model is a design question, not an incident.
#
# </details>

# %% [markdown]
# ## A baseline: one query per label
#
# The slow way is right by construction, and it is the definition in words: *for each label, take the rows of its member up to its moment, and keep the last.* Write it as a loop first, in an interview too.

# %%
def value_by_loop(con, label_id):
    """The last value of the label's member at or before its moment."""
    [member, moment] = con.execute(
        "SELECT member, moment FROM labels WHERE label_id = ?", [label_id]).fetchone()
    found = con.execute(
        "SELECT value FROM features WHERE member = ? AND event_time <= ? "
        "ORDER BY event_time DESC, arrived DESC LIMIT 1", [member, moment]).fetchone()
    return found and found[0]


value_by_loop(tiny, 1)

# %% [markdown]
# It returns 45, the answer by event time. With n labels and m features and no index it costs **O(n · m)**: each query scans `features`. A database does better when it sees all labels at once.
#
# | way | features are read | work for n labels, m features, k of them per member |
# |---|---|---|
# | a query per label | n times | O(n · m) |
# | join on the member, then keep one row per label | once | O(m + n · k) |
# | ASOF join: sort both sides by member and time, merge | once | O((n + m) · log(n + m)) |
#
# An **ASOF join** matches each row on the left with the last row on the right that isn't later. DuckDB, Snowflake, ClickHouse and pandas (`merge_asof`) have one. Here is its form, on two made-up tables.

# %% language="sql"
# SELECT day, price
# FROM (VALUES (DATE '2026-03-02'), (DATE '2026-03-05'), (DATE '2026-02-01')) AS asked(day)
# ASOF LEFT JOIN (
#     VALUES (DATE '2026-03-01', 10), (DATE '2026-03-04', 12)
# ) AS prices(since, price) ON prices.since <= asked.day
# ORDER BY day

# %% [markdown]
# ## Your turn: by event time
#
# "Write me the training set: for each label the last value before it." Say aloud what *last* means when a source sends a correction, and what happens to a label without a value.

# %% [markdown] card="training_set"
# Set `training_set` to a string with one SQL query. Its columns, in any order, are `label_id`, `clicked` and `value`.
#
# | table | columns |
# |---|---|
# | `labels` | `label_id` (unique), `member`, `moment` (TIMESTAMP), `clicked`; no NULL |
# | `features` | `member`, `event_time` (TIMESTAMP), `arrived` (TIMESTAMP), `value` |
#
# - One row per label, every label exactly once, in any order. Two labels may have the same member and moment.
# - `value` is the value of the member's row with the largest `event_time` at or before `moment`. Take today's table about that time: it doesn't matter when a row arrived.
# - Rows with the same member and event time are versions of one event. The one with the largest `arrived` counts. Member, event time and arrival together are unique.
# - Only `value` may be NULL in `features`. **NULL is a value**: if the last row has NULL, the result is NULL, not the value before.
# - `value` is NULL if there is no such row, or if it is older than 30 × 24 hours. At exactly 30 × 24 hours it counts.
# - Only one query is run, for DuckDB: `SELECT`, `WITH`, `FROM` or `VALUES`. It sees these two tables and nothing else.
#
# It is run on small databases made to break it. A failure shows the database.

# %% exercise="training_set"
# One row per label: label_id, clicked, value. By event time.
### BEGIN SOLUTION
training_set = """
SELECT
    l.label_id,
    l.clicked,
    CASE WHEN l.moment - f.event_time <= INTERVAL 720 HOUR THEN f.value END AS value
FROM labels AS l
ASOF LEFT JOIN (
    SELECT * FROM features
    QUALIFY row_number() OVER (PARTITION BY member, event_time ORDER BY arrived DESC) = 1
) AS f
    ON f.member = l.member
    AND f.event_time <= l.moment
"""
### END SOLUTION

# %% check="training_set"
check(training_set=training_set)

# %% [markdown] hints="training_set"

# %% [markdown]
# ## Your turn: break three queries
#
# "Here are three training sets from our repository. Do they leak?" A **leak** is a value in a training row that nobody knew at the moment of the label. The shortest proof is a database of one or two rows.
#
# The first query takes the latest value of all. The second joins by date, as a table partitioned by day invites you to.

# %%
LATEST = """
SELECT label_id, any_value(clicked) AS clicked,
    arg_max(value, (event_time, arrived)) AS value
FROM labels LEFT JOIN features ON features.member = labels.member
GROUP BY label_id
"""
SAME_DAY = """
SELECT label_id, any_value(clicked) AS clicked,
    arg_max(value, (event_time, arrived)) AS value
FROM labels LEFT JOIN features
    ON features.member = labels.member AND event_time::DATE = moment::DATE
GROUP BY label_id
"""
for query in (LATEST, SAME_DAY):
    print(sql.run(tiny, query))

# %% [markdown]
# `arg_max(value, x)` is the value where x is largest, and it skips rows whose value is NULL. Keep that in mind for the next exercise. The third query is your own `training_set`, used where rows arrive late.

# %% [markdown] card="leaks"
# Set `leaks` to a dict with the keys `"latest"`, `"same day"` and `"late"`. Each value is a database on which that query leaks: a pair `(labels, features)` of lists of tuples, as in `LABEL` and `FEATURES` above.
#
# - `"latest"` is the query `LATEST`, `"same day"` is `SAME_DAY`, `"late"` is a right `training_set`.
# - Each database has exactly one label and at most two feature rows. Times are ISO strings without a time zone, such as `"2026-03-01 10:00"`, or datetimes.
# - The query returns a value, not NULL, that comes from a row with `event_time` or `arrived` after `moment`.
# - That value differs from the right one, which takes only rows that had happened **and** arrived by `moment`.
# - No feature arrives before it happens: `arrived` is at or after `event_time`. Member, event time and arrival together are unique.
#
# Each database is one point.

# %% exercise="leaks"
# For each query (labels, features): one label, at most two features.
label_at_ten = (1, 7, "2026-03-01 10:00", 1)
### BEGIN SOLUTION
leaks = {
    "latest": ([label_at_ten], [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
    "same day": ([label_at_ten], [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),
    "late": ([label_at_ten], [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
}
### END SOLUTION

# %% check="leaks"
check(leaks=leaks)

# %% [markdown] hints="leaks"

# %% [markdown]
# To look at one yourself: run a query on your own rows.

# %%
sql.run(new_database([LABEL], [(7, "2026-03-01 08:00", "2026-03-01 09:00", 3)]), SAME_DAY)

# %% [markdown]
# ## Your turn: as known
#
# "So build it from what we knew." This is the query that the whole lesson is about. It is called a **point-in-time join**, or time travel. One ASOF join can't do it: it takes one inequality, and you have two.

# %% [markdown] card="as_known"
# Set `as_known` to a string with one SQL query, on the same tables and with the same columns as `training_set`.
#
# - Only rows with `arrived` at or before `moment` exist. Among them, take the largest `event_time` at or before `moment`, then the largest `arrived`.
# - A version that came too late doesn't hide the one before it.
# - Never use an event dated after `moment`, even if it has arrived: clocks of devices are wrong.
# - The rest is as in `training_set`: every label exactly once; NULL is a value; NULL if there is no row, or if its **event** is older than 30 × 24 hours.
# - The query's plan may read each table at most twice.

# %% exercise="as_known"
# One row per label: label_id, clicked, value. As it was known at that moment.
### BEGIN SOLUTION
as_known = """
SELECT l.label_id, l.clicked, f.value
FROM labels AS l
LEFT JOIN features AS f
    ON f.member = l.member
    AND f.event_time <= l.moment
    AND f.arrived <= l.moment
    AND f.event_time >= l.moment - INTERVAL 720 HOUR
QUALIFY row_number() OVER (
    PARTITION BY l.label_id ORDER BY f.event_time DESC, f.arrived DESC
) = 1
"""
### END SOLUTION

# %% check="as_known"
check(as_known=as_known)

# %% [markdown] hints="as_known"

# %% [markdown]
# Now your two queries on the member of the drawing: 45 by event time, 20 as known.

# %%
def returns(query, value):
    """Whether a query runs and returns ``value`` for the label of the drawing."""
    try:
        rows = tiny.execute(query).df()
        return rows[["label_id", "value"]].values.tolist() == [[1, value]]
    except Exception:
        return False


are_ready = returns(training_set, 45) and returns(as_known, 20)
for name, query in {"training_set": training_set, "as_known": as_known}.items():
    print(name)
    print(sql.run(tiny, query) if isinstance(query, str) else "    not written yet")

# %% [markdown]
# What does the second clock cost? Measured once on one thread, with 100,000 labels and a million features, 20 per member, in processor time: if the ASOF join is 1, the queries as known that the checks know of take 0.9 to 1.6, a sorted list per label 5, and `NOT EXISTS` a better row 10. So "we need a cluster for the join" is a claim that needs a figure.

# %% [markdown]
# ## The leak ladder
#
# Now the damage, in the unit that the business sees. The world is made up, so we know its truth. 3,000 members have one to seven sessions each. A member's interest moves slowly from session to session. An interested member clicks more often, watches longer, and **the click itself adds 14 minutes** to what is watched. The feature is the minutes watched last, an event five minutes after the label. Half of these events arrive within minutes, half about two days later.

# %%
def world(seed):
    """Labels and features of 3,000 made-up members, and the interest at each label."""
    rng = np.random.default_rng(seed)
    shape = (3_000, 7)
    present = np.arange(7) < rng.integers(1, 8, (3_000, 1))
    interest = rng.normal(size=shape)
    for k in range(1, 7):
        interest[:, k] = 0.9 * interest[:, k - 1] + math.sqrt(0.19) * interest[:, k]
    start = rng.uniform(0, 20 * 24, (3_000, 1))
    moment = start + np.cumsum(rng.exponential(24, shape), axis=1)  # hours
    clicked = rng.random(shape) < 1 / (1 + np.exp(-1.5 * (interest - 0.3)))
    minutes = np.round(20 + 10 * interest + 14 * clicked + rng.normal(0, 8, shape))
    event = moment + 5 / 60
    is_late = rng.random(shape) < 0.5
    delay = np.where(is_late, rng.exponential(48, shape), rng.exponential(20 / 60, shape))
    member = np.broadcast_to(np.arange(3_000)[:, None], shape)

    def time(hour):
        since = (hour[present] * 3.6e9).astype("m8[us]")
        return np.datetime64("2026-03-01", "us") + since

    labels = pd.DataFrame({
        "label_id": np.arange(present.sum()), "member": member[present],
        "moment": time(moment), "clicked": clicked[present].astype(int)})
    features = pd.DataFrame({
        "member": member[present], "event_time": time(event),
        "arrived": time(event + delay), "value": minutes[present].astype(int)})
    return labels, features, interest[present]

# %% [markdown]
# The model is a logistic regression on the value and on "missing", with an L2 penalty of 1, fitted by Newton's method. It trains on the first half of the time and is tested on the second, with rows from the same join (*offline*) and with the values that would really have been served (*live*).

# %%
def columns(values, *more):
    """A matrix: ones, scaled values (0 if missing), whether missing, and ``more``."""
    values = values.to_numpy(dtype=float, na_value=np.nan)
    missing = np.isnan(values)
    scaled = np.where(missing, 0, (values - 20) / 10)
    return np.column_stack([np.ones(len(values)), scaled, missing, *more])


def fit(X, y):
    """The weights of a logistic regression with an L2 penalty of 1."""
    weights = np.zeros(X.shape[1])
    for _ in range(10):
        p = 1 / (1 + np.exp(-X @ weights))
        curvature = (X * (p * (1 - p))[:, None]).T @ X + np.eye(X.shape[1])
        weights += np.linalg.solve(curvature, X.T @ (y - p) - weights)
    return weights


def auc_and_loss(X, y, weights):
    """AUC (the mean rank of the clicked) and log loss."""
    p = 1 / (1 + np.exp(-X @ weights))
    n = y.sum()
    auc = (pd.Series(p).rank()[y == 1].sum() - n * (n + 1) / 2) / (n * (len(y) - n))
    return auc, -np.mean(np.log(np.where(y == 1, p, 1 - p)))

# %%
QUERIES = {"same day": SAME_DAY, "latest": LATEST, "event time": training_set,
           "as known": as_known}


def joined(labels, features):
    """The value of each label by each of the four queries, in the order of the labels."""
    con = duckdb.connect()
    con.execute(TABLES)
    for name, frame in (("labels", labels), ("features", features)):
        con.register("frame", frame)
        con.execute(f"INSERT INTO {name} FROM frame")
    results = {name: con.execute(query).df() for name, query in QUERIES.items()}
    return {name: result.groupby("label_id")["value"].first().reindex(labels["label_id"])
            for name, result in results.items()}


def ladder(labels, values, *more):
    """For each join: AUC and log loss offline, then live."""
    train = (labels["moment"] < labels["moment"].median()).to_numpy()
    y = labels["clicked"].to_numpy()
    live = columns(values["as known"], *more)[~train]
    rows = {}
    for name in QUERIES:
        X = columns(values[name], *more)
        weights = fit(X[train], y[train])
        rows[name] = [*auc_and_loss(X[~train], y[~train], weights),
                      *auc_and_loss(live, y[~train], weights)]
    return rows

# %%
NAMES = ("AUC offline", "log loss offline", "AUC live", "log loss live")
worlds = [world(seed) for seed in range(10)] if are_ready else []
values = [joined(labels, features) for labels, features, _ in worlds]
runs = [ladder(labels, value) for (labels, _, _), value in zip(worlds, values)]


def spread(runs):
    """A data frame: for each join the mean over the seeds and, in brackets, the range."""
    def text(values):
        return f"{np.mean(values):.3f} ({min(values):.3f}-{max(values):.3f})"

    return pd.DataFrame({
        name: {join: text([run[join][at] for run in runs]) for join in QUERIES}
        for at, name in enumerate(NAMES)})


spread(runs) if runs else "Write training_set and as_known first: 45 and 20 above."

# %% folded=true
def plot_ladder(runs):
    """Offline and live AUC above, log loss below; bars are the range over the seeds."""
    plots = axes(6.2, 5.4, nrows=2, sharex=True)
    for plot, first, label in ((plots[0], 0, "AUC"), (plots[1], 1, "log loss")):
        for at, name, marker in ((first, "offline", "o"), (first + 2, "live", "s")):
            values = np.array([[run[join][at] for run in runs] for join in QUERIES])
            mean = values.mean(axis=1)
            bars = [mean - values.min(axis=1), values.max(axis=1) - mean]
            x = np.arange(4) + (0.08 if name == "live" else -0.08)
            plot.errorbar(x, mean, yerr=bars, fmt=marker, capsize=3, label=name)
        plot.set_ylabel(label)
    plots[0].legend()
    plots[1].set_xticks(range(4), QUERIES)
    return picture(plots[0].figure, (
        "Two panels over the four joins. Above, AUC: offline it falls from about "
        "0.88 for same day over latest and event time to 0.68 as known, and live it "
        "is about 0.68 for all four. Below, log loss: offline it rises from same "
        "day to as known, and live same day is the worst of the four."))

# %% folded=true
with style():
    shown = plot_ladder(runs) if runs else "Write training_set and as_known first: 45 and 20 above."
shown

# %% [markdown]
# Read the means over ten seeds, with the ranges in brackets.
#
# - **Same day** looks brilliant: 0.876 offline. Live it is 0.676. The join picks the event that the click caused, so the model learned to read the label.
# - **Latest value** is off by 0.087. Only the last label of each member meets its own outcome, so the gap is smaller, and easier to overlook.
# - **Event time** is off by 0.018, by the rows that arrived late. Nobody would be alarmed by it, and a launch decision can turn on it.
# - **As known** is off by nothing. It has the lowest AUC offline, and it is the only one that tells the truth.
#
# AUC live is about the same for all four, and that is worth a sentence in an interview: with a single feature every model is a rising function of the same number, so they **rank** alike. The log loss shows the harm. Same day predicts far too boldly: 0.694 against 0.627. Saying the base rate each time would cost 0.68.

# %% [markdown]
# ### Two features
#
# With one feature the ranking survives, because every model is a rising function of the same number. Add a second feature that nobody gets wrong: a noisy batch score of the member's interest, always known.

# %%
def score(interest, seed):
    """The noisy batch score of each label."""
    return interest + np.random.default_rng([402, seed]).normal(size=len(interest))


two = [ladder(labels, values[seed], score(interest, seed))
       for seed, (labels, _, interest) in enumerate(worlds)]
spread(two).drop(columns="log loss offline") if two else "Write both queries first: 45 and 20 above."

# %% [markdown]
# Now the ranking suffers too. The leaking model believes its first feature and hardly looks at the honest second one: live it has 0.704, and 0.742 is there to be had. **A leak doesn't only flatter the model, it makes the model worse**, because the weights go to the wrong feature.

# %% [markdown]
# ## Your turn: the online store
#
# "Now serve it." A page asks for 200 features of one member and waits. The store keeps one value per member and feature, and it has to decide what a late event, a correction and an old value mean. It must decide exactly as the query did.

# %% [markdown] card="OnlineStore"
# Write the class `OnlineStore(ttl)` with three methods. Times and `ttl` (the *time to live*) are integers, in seconds.
#
# - `put(member, feature, value, event_time)` stores the value and returns `True`. If the stored event of that member and feature is **newer**, it returns `False` and changes nothing. With equal event times the later call wins: it is a correction, and a replay changes nothing.
# - `get(member, features, now)` returns the list of values in the order of `features`, which may repeat. A value is `None` if it was never stored, if `now - event_time` is larger than `ttl`, or if `event_time` is after `now`.
# - A stored `None` or 0 is a value like any other. A stored `None` still rejects older events.
# - Reading doesn't renew anything, and doesn't delete anything.
# - `expire(now)` forgets all keys with `now - event_time` larger than `ttl`, and returns how many. After that an older event may be stored again.
# - Raise `ValueError` for a `ttl` below 1.
# - Don't modify `features`. Don't keep state outside the object.
# - `put` and `get` of one feature must take constant time: the lines that they execute are counted with 64 to 576 stored keys, with an exponent of at most 0.15. `expire` may look at everything.

# %% exercise="OnlineStore"
class OnlineStore:
    """The last value of each member and feature, readable up to ``ttl`` after its event.

    Raises ValueError for a time to live below 1.
    """

    def __init__(self, ttl: int) -> None:
        ### BEGIN SOLUTION
        if ttl < 1:
            raise ValueError("ttl must be at least 1")
        self._ttl = ttl
        self._rows = {}
        ### END SOLUTION

    def put(self, member, feature, value, event_time: int) -> bool:
        """Store a value unless a newer event is stored; return whether it was stored."""
        ### BEGIN SOLUTION
        key = (member, feature)
        if key in self._rows and self._rows[key][1] > event_time:
            return False
        self._rows[key] = (value, event_time)
        return True
        ### END SOLUTION

    def get(self, member, features: list, now: int) -> list:
        """Return the readable values of ``features`` in order, None for the others."""
        ### BEGIN SOLUTION
        values = []
        for feature in features:
            value, event_time = self._rows.get((member, feature), (None, now))
            values.append(value if 0 <= now - event_time <= self._ttl else None)
        return values
        ### END SOLUTION

    def expire(self, now: int) -> int:
        """Forget what is past its time to live; return how many keys that were."""
        ### BEGIN SOLUTION
        gone = [key for key, (_, time) in self._rows.items() if now - time > self._ttl]
        for key in gone:
            del self._rows[key]
        return len(gone)
        ### END SOLUTION

# %% check="OnlineStore"
check(OnlineStore)

# %% [markdown] hints="OnlineStore"

# %% [markdown]
# ## Updates below a minute
#
# "Visible in less than a minute" is a budget. Spend it by stage: 30 seconds until the next batch is read, 10 in the broker, 10 for the update, 10 to spare. The largest stage is a choice: how often you read. The cell computes how old an event is when a reader can first see it, with batches every T seconds and a transport of 2 seconds on average (exponential).

# %%
def seconds_until_visible(every, seed=0, n=200_000):
    """Seconds from n events until a reader can see them."""
    rng = np.random.default_rng(seed)
    return rng.uniform(0, every, n) + rng.exponential(2, n)


BATCHES = (1, 10, 30, 60, 300)
pd.DataFrame([
    {"batch every, s": every, "median, s": np.median(age),
     "99th percentile, s": np.quantile(age, 0.99), "share below 60 s": np.mean(age < 60)}
    for every in BATCHES for age in [seconds_until_visible(every)]
]).round(3)

# %% folded=true
with style():
    plot = axes(6.2, 3.2)
    grid = [10 ** (power / 8) for power in range(21)]
    ages = [seconds_until_visible(every, n=20_000) for every in grid]
    for quantile, line in ((0.5, "-"), (0.99, "--")):
        plot.plot(grid, [np.quantile(age, quantile) for age in ages], line,
                  label="median" if quantile == 0.5 else "99th percentile")
    plot.axhline(60, color=COLOURS[1], linestyle=":", label="one minute")
    plot.set(xscale="log", yscale="log", xlabel="seconds between batches",
             ylabel="seconds until visible")
    plot.legend()
    freshness = picture(plot.figure, (
        "Seconds until an event is visible over the seconds between batches, both "
        "logarithmic. The median and the 99th percentile rise in proportion. The "
        "99th percentile crosses one minute a little below batches of 60 seconds, "
        "the median near 120 seconds."))
freshness

# %% [markdown]
# A batch per minute misses the minute for about 3% of the events. Every 30 seconds is enough, and no stream processor is needed for it. The next question is whether the feature is worth it: measure the AUC with the feature delayed by a minute, an hour, a day. Most features are daily and stay so.

# %% [markdown]
# ## Your turn: backfill
#
# "A source sent wrong amounts for three days. Fix it." A backfill computes days of the past again. It will be run twice, by two people, and the second time it must change nothing: it is **idempotent**. The trick is to say what a day *is*, not how it changes.

# %% [markdown] card="backfill_day"
# Write `backfill_day(table, events, day)`, which returns the table with the rows of one day computed again.
#
# - `table` is a list of tuples `(day, member, count, total)`, one per day and member, in any order.
# - `events` is a list of tuples `(id, member, time, amount)`, all events there are, in any order. `time` is in seconds and may be negative; its day is `time // 86_400`, which rounds down. `amount` is an integer.
# - An event may occur several times: copies have the same id and equal contents, and count once.
# - Return a **new** list, sorted. The rows of `day` are exactly those that follow from `events`: the count and the total of each member with an event on that day. All other rows are kept.
# - A row of that day without events disappears. A refund (negative amount) counts. A total of 0 is a row.
# - Don't modify the arguments. Don't keep state between calls.

# %% exercise="backfill_day"
def backfill_day(
    table: list[tuple[int, int, int, int]],
    events: list[tuple[int, int, int, int]],
    day: int,
) -> list[tuple[int, int, int, int]]:
    """Return the sorted table in which the rows of ``day`` are computed from ``events``.

    ``table`` holds (day, member, count, total), ``events`` (id, member, time, amount).
    """
    ### BEGIN SOLUTION
    by_member = {}
    for _, member, time, amount in {event[0]: event for event in events}.values():
        if time // 86_400 == day:
            count, total = by_member.get(member, (0, 0))
            by_member[member] = (count + 1, total + amount)
    others = [row for row in table if row[0] != day]
    return sorted(others + [(day, member, *row) for member, row in by_member.items()])
    ### END SOLUTION

# %% check="backfill_day"
check(backfill_day)

# %% [markdown] hints="backfill_day"

# %% [markdown]
# What a backfill must not do is rewrite history. Suppose that the amounts of day 1 are corrected on day 5. The corrected rows get an **arrival** on day 5. A model that is trained on day 3 never saw them, and with the arrivals kept, its training set can be built again as it was.

# %% [markdown]
# ## Your turn: parity
#
# "How do you know that online and offline agree?" You compare them, row by row, and alarm on the share that agrees. The function is small, and each of its special cases has hidden a real difference somewhere.

# %% [markdown] card="parity"
# Write `parity(offline, online, tolerance)`, which compares the values of one feature on both sides.
#
# - Each side is a list of pairs `(key, value)` in any order. Keys are integers; a value is a float or `None`.
# - Return a dict with four keys. `share` is the number of equal keys divided by the number of keys of `offline`. `different` lists the keys of both sides whose values aren't equal, `missing` those of `offline` only, `extra` those of `online` only. The lists are sorted.
# - Two values are equal if both are `None`, if both are NaN, if they are the same number (infinities too), or if they differ by at most `tolerance`. `None` equals nothing else, and neither does NaN.
# - The tolerance is absolute, whatever the sign of the difference.
# - Raise `ValueError` if `offline` is empty, if a key occurs twice on one side, or if `tolerance` is below 0.

# %% exercise="parity"
def parity(
    offline: list[tuple[int, float | None]],
    online: list[tuple[int, float | None]],
    tolerance: float,
) -> dict:
    """Return the share of equal keys, and the keys that differ, are missing or extra.

    Raises ValueError for an empty ``offline``, a key twice, and a negative tolerance.
    """
    ### BEGIN SOLUTION
    left, right = dict(offline), dict(online)
    if not offline or tolerance < 0:
        raise ValueError("nothing to compare, or a negative tolerance")
    if len(left) < len(offline) or len(right) < len(online):
        raise ValueError("a key occurs twice")

    def are_equal(a, b):
        if a is None or b is None:
            return a is b
        if math.isnan(a) or math.isnan(b):
            return math.isnan(a) and math.isnan(b)
        return a == b or abs(a - b) <= tolerance

    both = left.keys() & right.keys()
    different = sorted(key for key in both if not are_equal(left[key], right[key]))
    return {
        "share": (len(both) - len(different)) / len(left),
        "different": different,
        "missing": sorted(left.keys() - right.keys()),
        "extra": sorted(right.keys() - left.keys()),
    }
    ### END SOLUTION

# %% check="parity"
check(parity)

# %% [markdown] hints="parity"

# %% [markdown]
# ## Replay: three of your answers must agree
#
# The strongest test of a feature store is a replay. Take the events in the order of their **arrival** and put them into the online store. Whenever a label comes by, ask the store. What it answers must equal `as_known`, for every label. Events in the store are stamped in microseconds here.

# %%
def replay(labels, features, ttl_days=30):
    """What an OnlineStore answers at each label, as pairs (label_id, value)."""
    store = OnlineStore(ttl_days * 86_400 * 10**6)
    puts = zip(features["arrived"].astype("int64"), features["member"],
               features["event_time"].astype("int64"), features["value"])
    gets = zip(labels["moment"].astype("int64"), labels["member"], labels["label_id"])
    steps = [(time, 0, member, rest) for time, member, *rest in puts]
    steps += [(time, 1, member, rest) for time, member, *rest in gets]
    served = []
    for time, is_label, member, rest in sorted(steps):
        if is_label:
            served.append((rest[0], *store.get(member, ["minutes"], time)))
        else:
            store.put(member, "minutes", rest[1], rest[0])
    return served


def as_pairs(values):
    """The values of a join as pairs (label_id, value), None for missing."""
    return [(at, None if pd.isna(value) else int(value)) for at, value in values.items()]


try:
    labels, features, _ = world(0)
    served = replay(labels, features)
    for name, column in (values[0] if are_ready else {}).items():
        share = parity(as_pairs(column), served, 0)["share"]
        print(f"{name:10}  parity with the online store {share:.3f}")
except Exception as error:
    print("Write OnlineStore and parity first.", repr(error))

# %% [markdown]
# Parity 1.000 says: an event that arrives late, out of order, or not at all means the same to your query and to your store. By event time a quarter of the labels differ. The two leaking joins agree with serving almost never, and no model that is trained on them has ever seen the data that it will get.
#
# When a replay disagrees, the key tells you where to look: a label at the very moment of an event, a value that is 30 days old to the microsecond, a correction. Your checks above have met all of them.

# %% [markdown]
# ## Facts against features
#
# There are two ways to be sure that training sees what serving saw. **Log the features** as they are served: no join, no skew. Or log the **facts** that they were computed from, and compute features from them later, with the same encoder. Netflix has described the second in public posts of its engineering blog: replaying past facts for features in 2016, and a fact store called Axion in 2022. Those are dated accounts; what runs there today isn't public.
#
# The requests below are made up. A fact is a list of plays; two encoders turn it into features.

# %%
import json
from time import perf_counter


def request(rng):
    """The facts of one request: titles and minutes of the member's last plays."""
    n = rng.integers(1, 9)
    plays = zip(rng.integers(0, 20_000, n), rng.exponential(45, n))
    return [{"title": int(title), "minutes": round(float(minutes), 1), "device": "tv"}
            for title, minutes in plays]


def encode(facts, least=0.0):
    """Two features of the titles that were played for at least ``least`` minutes."""
    counted = [play["minutes"] for play in facts if play["minutes"] >= least]
    return {"titles": len(counted), "minutes": round(sum(counted))}


rng = np.random.default_rng(402)
requests = [request(rng) for _ in range(30_000)]
fact_bytes = np.mean([len(json.dumps(facts)) for facts in requests])
feature_bytes = np.mean([len(json.dumps(encode(facts))) for facts in requests])
print(f"bytes per logged request: facts {fact_bytes:.0f}, features {feature_bytes:.0f}")

begin = perf_counter()
again = [encode(facts, least=1.0) for facts in requests]
print(f"a new encoder on {len(again):,} logged facts: {perf_counter() - begin:.2f} s; "
      "on logged features: wait for 30 days of traffic")

# %% [markdown]
# And here is the skew that neither log prevents if the two sides have **two** encoders: a team decides that a title counts from one minute on, and one side is deployed first.

# %%
def titles(least):
    """The count of titles for each request, as pairs (request, count)."""
    return [(at, float(encode(facts, least)["titles"])) for at, facts in enumerate(requests)]


try:
    report = parity(titles(0.0), titles(1.0), 0.0)
    print(f"parity of the count: {report['share']:.3f}")
    print("first keys to look at:", report["different"][:3])
except Exception as error:
    print("Write parity first.", repr(error))

# %% [markdown]
# | | log features | log facts |
# |---|---|---|
# | what is stored | the vector that was served | plays, metadata, context, at that moment |
# | bytes (above) | 1 | about 8 times as many |
# | wait for a new feature | weeks, until enough rows are logged | hours, for the time to compute |
# | skew | none for what was logged | none while both sides run one encoder |
# | a wrong encoder | its values are in the log for good | compute again |
# | privacy | derived values, often still personal | personal data: purpose, retention, deletion |
#
# Start with logged features for the model that is live. Add facts where experiments wait for data.

# %% [markdown]
# ## Today's practice
#
# - **Definitions are code**, registered with an owner, type, range, freshness and time to live, and compiled for batch and for stream. Two implementations of one feature are two features.
# - **Point-in-time joins run inside the warehouse**, as ASOF joins or windows. One thread joined a hundred thousand labels with a million rows in less than a second here.
# - **Embeddings are features.** Pin the model's version in the key: vectors of two versions live in different spaces, and their distances mean nothing.
# - **Features from a language model** (the topic of a title, say) are batch work: 20,000 titles × 1,000 tokens once, not per request.
# - **Deletion** reaches the online store, the offline store, the logs and the training sets. Lineage tells you where.
# - **Validation, on every load**: schema and types; range and share of missing against yesterday; share of new keys; freshness of the last event and of the last arrival; parity on a sample; no `event_time` far in the future.

# %% [markdown]
# ## A variation, on your own
#
# "Before we retrain: which labels would change, and how many?" Set a timer for 10 minutes, and keep the answer folded until it goes off. Write one query that returns the `label_id` of every label whose value by event time differs from its value as known. NULL against a value differs; NULL against NULL doesn't. Try it on `tiny`.

# %%
draft = "SELECT label_id FROM labels"
sql.run(tiny, draft)

# %% [markdown]
# <details>
# <summary>Answer</summary>
#
# Put the two queries into `WITH` and compare with the NULL-safe operator:
#
# `WITH e AS (…), k AS (…) SELECT label_id FROM e JOIN k USING (label_id) WHERE e.value IS DISTINCT FROM k.value`
#
# With `<>` a NULL on either side makes the comparison NULL, and the row is lost. In the made-up world above it is a quarter of the labels (0.253 with seed 0). Report it with the training set: it is the amount of hindsight that an event-time join would have put in.
#
# </details>

# %% [markdown]
# ## Deep dive
#
# Five questions, in the order in which a senior round asks them. Answer each aloud for a minute before you open it.
#
# <details>
# <summary>1. "Offline 0.88, live 0.68. What do you do in the first hour?"</summary>
#
# Take logged serving requests and compare their features with the training rows for the same labels: parity by feature, then by age of the value. The most predictive feature comes first, because leaks are predictive. Then look in the training rows for `event_time > moment`, then for `arrived > moment`. If parity is 1 and the gap stays, it isn't the features: look at the label, the population, the slot. *Poor*: "We retrain with fresher data."
#
# </details>
#
# <details>
# <summary>2. "Do you need it below a minute?"</summary>
#
# I don't know yet. I'd measure the value of freshness for each feature: train and test with the feature delayed by a minute, an hour, a day. For what needs a minute, batches of 30 seconds do it. A stream costs operations, state and on-call hours. The session's own context comes with the request and needs no store at all.
#
# </details>
#
# <details>
# <summary>3. "A source was wrong for three days. Go."</summary>
#
# Stop the harm: serve the default for that feature, which the model was trained to handle. Correct by new rows, with arrivals of today, never in place. Backfill the derived days idempotently, and run it twice in a test. Old training sets stay reproducible, because arrivals are kept. Then decide which models trained on those days, and retrain them or not, by a measured difference.
#
# </details>
#
# <details>
# <summary>4. "The online store loses a node at peak."</summary>
#
# An hour of the peak is 75 million pages. Replicas first; then a last-known copy in the serving process for the few features that carry most of the value; then defaults, with the missing indicator that the model has seen in training. Shed optional features before required ones, and say beforehand which are which. I'd have tested the model with each group of features missing.
#
# </details>
#
# <details>
# <summary>5. "Two teams define 'active member' differently."</summary>
#
# Then these are two features with two names, until an owner decides. One owner per name; a new definition is a new version, `active_member_v2`; the old one is deprecated with a date and with the list of the models that read it. In CI, golden rows go through the batch and the stream implementation, and parity must be 1.
#
# </details>

# %% [markdown]
# ## Your answer
#
# Set a timer for 30 minutes. "Design the feature store for our ranking models: 200 features per page, a dozen teams, updates visible in less than a minute where it matters." Write your design under the headings, in sentences or lists. Use numbers from this notebook, and name what you assume.

# %% [markdown] essay="feature_store_design" points=10
# **Problem and metric** (who reads, what a wrong value costs, what the store must not own):
#
# **Data and labels** (times, corrections, point-in-time joins, deletion):
#
# **Definitions and models** (one definition, versions, defaults; facts or features):
#
# **Serving and capacity** (reads, writes, memory, freshness by feature, degradation):
#
# **Evaluation** (parity, leak tests, golden rows):
#
# **Operations and risk** (backfill, schema changes, owners, migration):

# %% [markdown]
# ## Rubric
#
# Six dimensions: 0 for absent or wrong, 1 for the level of *mid*, 1.5 for *senior*, 2 for *staff*. Data and labels, serving, evaluation and operations count in full; the other two count half. That is 10 points. Write first. Then mark yourself, with a sentence of evidence for each number.

# %% [markdown] rubric="feature_store_design"
# | dimension | 0: very weak | 1: mid | 1.5: senior | 2: staff |
# |---|---|---|---|---|
# | problem and metric (half) | names a product | latency of reads | skew, freshness per feature, who reads | what the store must not own; the cost of a wrong value |
# | data and labels | a table of current values | timestamps | event time and arrival; corrections as rows | training sets that can be rebuilt a year later; deletion |
# | modelling (half) | a pipeline per model | the same code, twice | one definition compiled for both; defaults seen in training | feature versions tied to model versions; facts or features, decided |
# | serving and capacity | no numbers | a key-value store | reads × values, TTL, batches of 30 seconds | degradation by feature, hot keys, price |
# | evaluation | "we test it" | unit tests | parity, a leak test, golden rows | live parity, sampled and alarmed, an owner per feature |
# | operations and risk | none | monitoring | backfill, schema checks, runbook | migration with two stores; who may publish |

# %% [markdown]
# ## Model answer
#
# This answer is invented. It is one good design, not the only one.
#
# <details>
# <summary>Model answer: open it after you have marked your own</summary>
#
# **Problem.** Ranking reads 200 values on each of 21,000 pages per second at the peak; training reads history. The metric is the share of training values that equal what was served, per feature, and next to it the age of the value at the reader. A wrong value costs more than a missing one, because nobody notices it. The store doesn't own the session's context, which comes with the request, nor business rules.
#
# **Data.** Every row has the event time and the arrival, stamped by us. Corrections and withdrawals are new rows. Training joins on both times. A training set is named by query version and by the moment "as of" which it was built, so last March can be rebuilt; a deletion request removes the member from all four places, and the training set records that it changed.
#
# **Definitions.** One definition per feature, in code, compiled to a batch query and to a stream operator, with owner, type, range, default, freshness and TTL. A changed definition is a new version; a model names the versions that it reads. The live model's features are logged at serving. For members' plays we log facts, at about 8 times the bytes, because experiments shouldn't wait four weeks.
#
# **Serving.** 4.2 million values per second as one request per page; 1.4 TB in memory, with one replica. Freshness per feature: 12 of 200 have a measured gain below an hour and get batches of 30 seconds; the rest are nightly. Late events never overwrite newer ones; TTL is 30 days. If a node is lost: replica, last-known copy for 20 features, defaults for the rest, and the model was tested with each group missing.
#
# **Evaluation.** Golden rows through both implementations in CI, parity 1. One in 10,000 requests is logged and compared nightly with the point-in-time join, with an alarm below 0.999 for a feature, to its owner. A leak test: a planted feature that contains the label must not survive the join.
#
# **Operations.** Backfills by day, idempotent, run twice in staging. Loads are validated for schema, range and share of missing. Migration: write to both stores, compare for two weeks, move readers model by model. Owners publish; the platform team approves a new freshness class, because it costs.
#
# </details>

# %% [markdown]
# ## A weak answer
#
# Invented as well. Mark it with the rubric before you read the right column.
#
# | what the candidate wrote | what a marker notes |
# |---|---|
# | "We use Redis online and BigQuery offline." | Products. Which definition do they share? |
# | "A job copies the latest values to both every night." | Current values only. Last month's training set is gone. |
# | "For training we join on member and date." | Leaks the rest of the day. |
# | "Everything is streamed, for freshness." | No measured need; no budget by stage. |
# | "If a value is missing we use the mean." | Does the model know? Which mean, of when? |
# | "We have unit tests for the pipelines." | Each side is right alone. Nobody compares them. |
# | "If a source was wrong we fix the table." | In place. Nothing can be rebuilt. |
#
# With the rubric: serving 1, for a key-value store; evaluation 1, for unit tests; everything else 0. Two points of ten.

# %% [markdown]
# ## Wrong answers people give
#
# | Exercise | Wrong answer | Why it fails |
# |---|---|---|
# | `store_capacity` | pages for values | 200 values per page: a factor of 200 in the rate that matters |
# | | members of a day for members stored | the store also holds those who didn't come |
# | `training_set` | the age in `WHERE` | the label without a value disappears, and with it the member |
# | | `INTERVAL 1 MONTH`, or `date_diff('day', …)` | a month isn't 30 days, and `date_diff` counts midnights |
# | | `arg_max(value, …)` | skips NULL, and returns what the source has withdrawn |
# | | no thought of corrections | two rows per label: a member counts twice |
# | `leaks` | a future event for "late" | event time keeps it out; only a late arrival gets through |
# | `as_known` | the ASOF join, then `arrived <= moment` | the late row wins the join and is then dropped, with the known one hidden behind it |
# | | the last arrival wins | a late event of yesterday replaces that of today |
# | | the last version first, then the arrival | a correction that came too late hides the version that was known |
# | `OnlineStore` | the last call wins | a late event overwrites a newer one |
# | | `if row["value"]` | 0 and `None` are values |
# | | reading deletes what is stale | then a late event is accepted after a read, and rejected without one |
# | `backfill_day` | adds to the row that is there | the second run doubles it |
# | | an upsert of the new rows | a row whose events have gone stays for good |
# | `parity` | the share of the common keys | a side that lost half of its keys scores 1 |
# | | `abs(a - b) <= tolerance` alone | NaN and equal infinities differ from themselves |

# %% [markdown]
# ## Spot the error
#
# ### Freshness repairs it
#
# A popular guide says that stale features are why a model does worse live, and that a store with "sub-minute update latency" closes the gap. Here is the world again, with every event arriving one second after it happened, so that live is as fresh as can be.

# %%
def with_fresh_rows(labels, features):
    """The ladder when every event arrives after one second."""
    fresh = features.assign(arrived=features["event_time"] + pd.Timedelta(seconds=1))
    return ladder(labels, joined(labels, fresh))


fresh = [with_fresh_rows(labels, features) for labels, features, _ in worlds[:5]]
spread(fresh)[["AUC offline", "AUC live"]] if fresh else "Write both queries first: 45 and 20 above."

# %% [markdown]
# **Correct:** freshness raises AUC live from 0.68 to 0.70, which may be worth its price. The gap between 0.88 and 0.70 stays. It is a leak: training saw the event that the click caused. No speed of the store brings that event forward to the moment of the label. Compare the joins first, buy freshness later.
#
# ### A batch per minute
#
# A popular guide says that a job every minute keeps features "below a minute".

# %%
for every in (60, 30):
    age = seconds_until_visible(every)
    print(f"every {every} s: {np.mean(age >= 60):.1%} of the events take a minute or more")

# %% [markdown]
# **Correct:** an event waits for the next batch **and** for the transport. A period equal to the limit leaves nothing for the rest. Half the limit is a good first choice.
#
# ### The store is Redis
#
# A popular guide draws a feature store as Redis in front of BigQuery. Let us see how far a dict gets, and what the drawing leaves out.

# %%
def microseconds_per_get(keys=20_000, features=20, reads=2_000):
    """Microseconds per get of ``features`` features, in a store of ``keys`` values."""
    store = OnlineStore(1_000)
    for key in range(keys):
        store.put(key // features, key % features, key, 0)
    names = list(range(features))
    begin = perf_counter()
    for member in range(reads):
        store.get(member % (keys // features), names, 1)
    return (perf_counter() - begin) / reads * 1e6


try:
    print(f"20 features from a dict: about {microseconds_per_get():.0f} microseconds here")
    print(f"wrong counts after the one-sided change above: {1 - report['share']:.1%}")
except Exception as error:
    print("Write OnlineStore and parity first.", repr(error))

# %% [markdown]
# **Correct:** reading a few keys is the easy part; any key-value store does it, and the network takes longer than the lookup. The hard part is that both sides mean the same by a name, at the same moment. A store that is ten times faster serves the wrong value ten times faster.

# %% [markdown]
# ## Recap
#
# - You built training rows by event time and as known, and saw in a made-up world what each shortcut adds offline and costs live.
# - You broke three queries with one row each.
# - You served the same values online, with late events, corrections and a time to live, and a replay agreed with the query on every label.
# - You backfilled a day so that a second run changes nothing, and compared two sides key by key.

# %% [markdown]
# ## Say it in 60 seconds
#
# "A feature has two times: when it happened and when we learned of it. A training row may use only what had arrived by the moment of the label, and of that the last event and its last correction. Joining on the date or on the latest value leaks the outcome: offline looks great, live doesn't, and no freshness repairs that. So I keep both times, write corrections as new rows, and join as known. Online I keep one value per member and feature; late events don't overwrite newer ones, and values expire by event time. One definition is compiled for both sides, with an owner and a version. I prove it with parity: replayed events, golden rows, and a sample of live requests, alarmed per feature. Backfills replace whole days, so they can run twice. Batches of 30 seconds give updates below a minute, where a measurement says that it pays."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>Where does the arrival time come from?</summary>
#
# From us, never from the sender: the time at which the row became readable in the store that serves. The time of ingestion into a queue is too early, by the lag of everything behind it. If only that is known, add a safety margin to it, measured as a high percentile of the lag.
#
# </details>
#
# <details>
# <summary>How do you handle a feature that is an aggregate, such as plays in seven days?</summary>
#
# The window belongs to the definition. As known, it is the sum over events in the window **that had arrived**. Offline that is a join on both times and a `GROUP BY` the label; online it is partial sums per hour, and the window slides by whole hours on both sides. Parity finds the side that slides by days.
#
# </details>
#
# <details>
# <summary>Could you store snapshots per day instead?</summary>
#
# Yes, for daily features: serve yesterday's snapshot online, and join labels to the snapshot of the day before. It is simple and can't leak, at the price of a day's freshness, which many features don't miss. The mistake is to join to the snapshot of the same day.
#
# </details>
#
# <details>
# <summary>How large is the gap that you'd accept between training and serving?</summary>
#
# None that I can't explain. Parity is an equality: rounding gets a tolerance, everything else is a defect with an owner. What may remain is delay: values that arrived between the request and its log.
#
# </details>
#
# <details>
# <summary>Why not put the features into the request?</summary>
#
# For the session's own context that is best: the freshest value, no store, no skew. It doesn't work for the history of a member on other devices, for embeddings, and for everything that a client could forge.
#
# </details>
#
# <details>
# <summary>When is a feature store too much?</summary>
#
# With one model, one team and nightly scores: a table with two timestamps, one query, and a copy into a key-value store. What you can't skip is the second timestamp, because it can't be added afterwards.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
