# %% [markdown]
# # Monthly report
#
# > **What is really tested.** Do you see that a month without activity has no rows to count, and do you define order, user and amount before you count them?
#
# **You will be able to**
# - write a report that has a row for every month, even an empty one
# - say what `count(*)`, `count(x)`, `count(DISTINCT x)` and `sum(x)` do with NULLs and with no rows
# - compare a month with the one before, and tell new users from returning ones
# - recompute one month so that a second run changes nothing
#
# **Before you start**: `SELECT`, `JOIN` and `GROUP BY`. Window functions help in the second
# exercise; the hints say what you need.
#
# **Time**: 40 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from datetime import date

import duckdb

from autograder import check, sql

shop = sql.connect()
tiny = duckdb.connect()
sql.load(shop)

# %% [markdown]
# `shop` is a DuckDB database with three tables of an invented shop; data/README.md describes them.
# A cell that begins with `%%sql` runs on it. `%%sql draft` also stores the SQL of the cell as a
# string in the Python variable `draft`.

# %% [markdown]
# ## The question
#
# > We have transactions, products and users. For each month of 2020, tell us how many users
# > ordered, how many orders were placed, and the total amount. One SQL query.

# %% language="sql"
# SELECT * FROM transactions ORDER BY id LIMIT 3

# %% [markdown]
# | table | columns |
# |---|---|
# | `transactions` | `id`, `user_id`, `created_at` (TIMESTAMP), `product_id`, `quantity` |
# | `products` | `id`, `name`, `price` (DECIMAL) |
# | `users` | `id`, `name`, `sex` |
#
# The total amount of a shop's orders is called **GMV**, gross merchandise value.

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are the answers in this lesson, and the checks assume them.
#
# | You ask | The answer |
# |---|---|
# | Is a month without orders left out, or is it a row of zeros? | A row of zeros. The report has 12 rows, in order. |
# | What is an order? | One row of `transactions`. Its `id` is unique. |
# | Which orders belong to 2020? | Those from its first instant to its last. `created_at` has no time zone; take it as it is. |
# | What is an order worth? | Its `quantity` times the `price` of its product. |
# | And a refund? | A row with a negative quantity. It counts as an order and lowers the amount. |
# | What if the quantity is NULL, or the product isn't in `products`? | It counts as an order, worth 0. |
# | What if the user is NULL? | The order counts. NULL doesn't count as a user. |
# | What if the user isn't in `users`? | The order counts, and so does the user. |
# | A user who orders three times in a month? | Counts once. In another month the same user counts again. |
# | Two rows that are equal except for their `id`? | Two orders. |
# | Do prices change? | Not in these tables. Ask all the same: see the fifth error below. |

# %% [markdown]
# ## A tiny example
#
# Seven orders are enough to go wrong in every way of this lesson. They're in a database of their
# own, `tiny`. From here on, `%%sql` runs on it.

# %%
sql.load(tiny)

# %% language="sql"
# CREATE OR REPLACE TABLE products AS FROM (VALUES
#     (1, 'Brass bell', 9.99), (2, 'Oak stool', 150.00), (3, 'Paper sample', 0.00)) t(id, name, price);
# CREATE OR REPLACE TABLE transactions AS FROM (VALUES
#     (1, 1,    TIMESTAMP '2020-01-05 10:00', 1,   2),
#     (2, 1,    TIMESTAMP '2020-01-31 18:30', 2,   1),
#     (3, NULL, TIMESTAMP '2020-03-15 09:00', 1,   1),
#     (4, 2,    TIMESTAMP '2020-03-20 20:15', 1,   3),
#     (5, 1,    TIMESTAMP '2020-03-28 11:00', 2,  -1),
#     (6, 3,    TIMESTAMP '2020-12-24 16:45', 99,  1),
#     (7, 2,    TIMESTAMP '2021-03-02 08:00', 2,   1)) t(id, user_id, created_at, product_id, quantity);
# SELECT t.*, p.price, t.quantity * p.price AS amount
# FROM transactions t LEFT JOIN products p ON p.id = t.product_id ORDER BY t.id

# %% [markdown]
# Work it out by hand first. Nine of the twelve rows are zeros; the other three are:
#
# | month_start | users | orders | gmv | because |
# |---|---|---|---|---|
# | 2020-01-01 | 1 | 2 | 169.98 | one user twice; the evening of the 31st is January |
# | 2020-03-01 | 2 | 3 | −110.04 | NULL doesn't count as a user; the refund takes 150.00 away |
# | 2020-12-01 | 1 | 1 | 0.00 | product 99 is unknown |
#
# The picture is the whole lesson. A query that starts from the orders can return only the months
# that have orders. A query that starts from the months keeps them all.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

ORDERS = {0: 2, 2: 3, 11: 1}  # month: how many
NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def draw_months(plot, height, kept, label):
    """A row of boxes, one a month, with a dot for each order; months not kept are dotted."""
    for month, name in enumerate(NAMES):
        there = month in kept
        plot.bar(month, 0.8, width=0.86, bottom=height, color=COLOURS[0] + "30" if there else "none",
                 edgecolor=COLOURS[0] if there else INK, linestyle="-" if there else ":")
        plot.text(month, height + 0.58, name, ha="center")
        dots = ORDERS.get(month, 0)
        plot.scatter([month + 0.22 * (i - (dots - 1) / 2) for i in range(dots)],
                     [height + 0.3] * dots, color=COLOURS[1], s=40, zorder=2)
        if there and not dots:
            plot.text(month, height + 0.2, "0", ha="center", size=12)
    plot.text(-0.5, height + 0.95, label, ha="left")


# %% folded=true
with style():
    plot = axes(9, 3)
    draw_months(plot, 1.5, set(ORDERS), "from the orders: 3 rows")
    draw_months(plot, 0, range(12), "from the months, with the orders joined to them: 12 rows")
    plot.set_ylim(-0.05, 2.7)
    plot.axis("off")
    spine = picture(plot.figure, (
        "Two rows of twelve boxes, January to December. January has two orders, March three, "
        "December one. In the upper row, from the orders, only these three months are there. In "
        "the lower row, from the months, all twelve are there, and the nine empty ones say 0."))
spine

# %% [markdown]
# ## Brute force first
#
# One query per month, twelve times. An aggregate without `GROUP BY` returns one row even when
# there's nothing to count, so no month can get lost. `$month` is a parameter.

# %%
ONE_MONTH = """
SELECT count(DISTINCT t.user_id) AS users, count(*) AS orders,
       coalesce(sum(t.quantity * p.price), 0) AS gmv
FROM transactions t LEFT JOIN products p ON p.id = t.product_id
WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
"""
MONTHS = [date(2020, month, 1) for month in range(1, 13)]

for month in MONTHS:
    users, orders, gmv = sql.run(tiny, ONE_MONTH, {"month": month}).rows[0]
    print(month, users, orders, gmv)

# %% [markdown]
# It's right, and worth saying first: it fixes what a month, an order and an amount are. It has two
# faults. It's twelve statements where the question asks for one, and it reads the orders once per
# month: **O(months · n)** for n orders.

# %% [markdown]
# ## A better way
#
# Start from the rows that must appear, and left join whatever may be missing. The rows that must
# appear are called the **spine**, here a *date spine*. First try the idea with products as the
# spine: how often was each one ordered? Predict the row of product 3, which nobody bought, before
# you run the cell.

# %% language="sql"
# SELECT p.id, count(*) AS rows, count(t.id) AS orders, sum(t.quantity) AS pieces
# FROM products p LEFT JOIN transactions t ON t.product_id = p.id
# GROUP BY p.id ORDER BY p.id

# %% [markdown]
# The left join keeps one row for product 3, with NULL in every column of `transactions`. The
# aggregates treat that row differently:
#
# | aggregate | counts or adds | result for that row |
# |---|---|---|
# | `count(*)` | rows, whatever they hold | **1** |
# | `count(t.id)` | rows in which `t.id` isn't NULL | 0 |
# | `count(DISTINCT t.user_id)` | distinct values that aren't NULL | 0 |
# | `sum(t.quantity)` | values that aren't NULL | **NULL**: a sum of nothing isn't 0 in SQL |
#
# No table of the shop holds the months. DuckDB generates them, and `range` excludes its end.

# %% language="sql"
# SELECT range::DATE AS month_start
# FROM range(DATE '2020-01-01', DATE '2020-05-01', INTERVAL 1 MONTH)

# %% [markdown]
# PostgreSQL has `generate_series`, which includes its end. A warehouse often has a calendar table.
# If you have neither, use a recursive `WITH` or twelve rows of `VALUES`.
#
# | way | statements | the orders are read | work for n orders |
# |---|---|---|---|
# | one query per month | 12 | 12 times | O(12 · n) |
# | months joined to orders by time range | 1 | once | a sort or a search by time: O(n log n) at worst |
# | orders grouped by month, then joined to the months | 1 | once | one pass and a small hash table: **O(n)** |
#
# The last two return the same rows. The second is shorter to write; the third is faster on many
# rows. `tests/benchmarks/monthly_report.py` measures both.

# %% [markdown]
# ## Your turn
#
# If you like, write your query in a `%%sql` cell first, and try it on `tiny` or on `shop`. What you
# submit is a string.

# %%
sql.load(shop)

# %% language="sql" magic_args="draft"
# SELECT count(*) AS orders
# FROM transactions

# %% [markdown] card="monthly_report"
# Set `monthly_report` to a string with one SQL query. Its columns, in this order:
#
# | column | type | meaning |
# |---|---|---|
# | `month_start` | DATE or TIMESTAMP | the first day of the month |
# | `users` | any integer type | how many distinct users ordered |
# | `orders` | any integer type | how many orders there are |
# | `gmv` | DECIMAL or DOUBLE, right to the cent | the sum of quantity times price |
#
# - Return exactly twelve rows, January to December 2020, in this order. A month without orders has
#   0, 0 and 0, not NULL.
# - Every row of `transactions` with `created_at` in 2020 is an order, up to the last microsecond of
#   31 December, whatever its quantity, even 0.
# - A NULL `user_id` doesn't count as a user, but the order counts. A user missing from `users`
#   counts as a user.
# - An unknown product, a NULL product and a NULL quantity add 0 to `gmv`; the order counts.
# - A refund (negative quantity) is an order, and lowers `gmv`. `gmv` may be negative.
# - Prices are never NULL. Each `id` is a positive number, unique in its table. The user and product
#   ids in `transactions` are positive too, even those missing from the other tables.
# - The query sees the three tables and nothing else. Only one query is run: `SELECT`, `WITH`,
#   `FROM` or `VALUES`. A semicolon or a comment at the end is fine.
#
# The check runs it on small databases made to break it, and on the shop's own. A failure shows the
# database.

# %% exercise="monthly_report"
# One row a month: month_start, users, orders, gmv.
### BEGIN SOLUTION
monthly_report = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
),
facts AS (
    SELECT
        date_trunc('month', t.created_at)::DATE AS month_start,
        count(DISTINCT t.user_id) AS users,
        count(*) AS orders,
        sum(t.quantity * p.price) AS gmv
    FROM transactions AS t
    LEFT JOIN products AS p ON p.id = t.product_id
    WHERE t.created_at >= DATE '2020-01-01' AND t.created_at < DATE '2021-01-01'
    GROUP BY ALL
)
SELECT
    months.month_start,
    coalesce(facts.users, 0) AS users,
    coalesce(facts.orders, 0) AS orders,
    coalesce(facts.gmv, 0) AS gmv
FROM months
LEFT JOIN facts ON facts.month_start = months.month_start
ORDER BY months.month_start
"""
### END SOLUTION

# %% check="monthly_report"
check(monthly_report=monthly_report)

# %% [markdown] hints="monthly_report"

# %% [markdown]
# The next cell runs your report on the shop. Look at August.

# %%
sql.run(shop, monthly_report) if isinstance(monthly_report, str) else "Nothing to run yet."

# %% [markdown]
# ## One more column: growth
#
# "Good. And how much did GMV grow, month over month?" is the usual next question. It has two traps
# of its own: January, and a month that follows one worth nothing.

# %% [markdown] card="monthly_growth"
# Set `monthly_growth` to a string with one SQL query. Its columns, in this order:
#
# | column | meaning |
# |---|---|
# | `month_start` | the first day of the month, as before |
# | `gmv` | as before: 0 for a month without orders |
# | `growth` | gmv divided by the gmv of the calendar month before, minus 1 |
#
# - Return twelve rows, January to December 2020, in order. January is compared with **December
#   2019**.
# - `growth` is a fraction, not a percentage: 0.25 is a quarter more, −1 means that nothing is left.
#   It has to be right to four decimals; more are fine.
# - `growth` is NULL if the gmv of the month before is 0 or negative: a rate needs something to
#   start from.
# - Everything else is as in `monthly_report`.
# - The plan of the query reads `transactions` at most four times. One query per month doesn't pass.

# %% exercise="monthly_growth"
# One row a month: month_start, gmv, growth.
### BEGIN SOLUTION
monthly_growth = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
),
facts AS (
    SELECT date_trunc('month', t.created_at)::DATE AS month_start,
           sum(t.quantity * p.price) AS gmv
    FROM transactions AS t
    LEFT JOIN products AS p ON p.id = t.product_id
    WHERE t.created_at >= DATE '2019-12-01' AND t.created_at < DATE '2021-01-01'
    GROUP BY ALL
),
report AS (
    SELECT months.month_start, coalesce(facts.gmv, 0) AS gmv
    FROM months LEFT JOIN facts ON facts.month_start = months.month_start
),
compared AS (
    SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
    FROM report
)
SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
FROM compared
WHERE month_start >= DATE '2020-01-01'
ORDER BY month_start
"""
### END SOLUTION

# %% check="monthly_growth"
check(monthly_growth=monthly_growth)

# %% [markdown] hints="monthly_growth"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes new_and_returning}} minutes, and keep the hints folded until it goes
# off. Say aloud what you do, from the first clarifying question on.
#
# > How many of each month's users are new, and how many came back?

# %% [markdown] card="new_and_returning"
# Set `new_and_returning` to a string with one SQL query. Its columns, in this order:
#
# | column | meaning |
# |---|---|
# | `month_start` | the first day of the month, as before |
# | `new_users` | users of this month whose first order ever is in this month |
# | `returning_users` | users of this month whose first order ever is in an earlier month |
#
# - Return twelve rows, January to December 2020, in order, with zeros if there are no such users.
# - The first order is the earliest by `created_at` in the whole table, in any year. `id` says
#   nothing about time.
# - Every transaction is an order, including a refund, one without a quantity and one of an unknown
#   product.
# - A user who orders twice in the first month is new, not returning. So the two columns add up to
#   `users` of `monthly_report`.
# - A NULL `user_id` doesn't count as a user. A user missing from `users` counts as a user.

# %% exercise="new_and_returning"
# One row a month: month_start, new_users, returning_users.
### BEGIN SOLUTION
new_and_returning = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
),
active AS (
    SELECT DISTINCT user_id, date_trunc('month', created_at)::DATE AS month_start
    FROM transactions
    WHERE user_id IS NOT NULL
),
marked AS (
    SELECT *, min(month_start) OVER (PARTITION BY user_id) AS first_month
    FROM active
)
SELECT
    months.month_start,
    count(*) FILTER (marked.first_month = months.month_start) AS new_users,
    count(*) FILTER (marked.first_month < months.month_start) AS returning_users
FROM months
LEFT JOIN marked ON marked.month_start = months.month_start
GROUP BY months.month_start
ORDER BY months.month_start
"""
### END SOLUTION

# %% check="new_and_returning"
check(new_and_returning=new_and_returning)

# %% [markdown] hints="new_and_returning"

# %% [markdown]
# ## Measured complexity
#
# Seconds depend on the machine. The number of rows that a query reads doesn't, and DuckDB counts
# it. The shop has three years of orders, so a report can have up to 36 months. Watch how the rows
# read grow with the months, for three ways to write the query.

# %%
TIMES = {  # how the orders of one month are picked
    "one query a month, strftime": "strftime(created_at, '%Y-%m') = '{0:%Y-%m}'",
    "one query a month, from and to":
        "created_at >= DATE '{0}' AND created_at < DATE '{0}' + INTERVAL 1 MONTH",
}
ALL_AT_ONCE = "SELECT date_trunc('month', created_at), count(*) FROM transactions GROUP BY ALL"
EVERY_MONTH = [date(year, month, 1) for year in (2019, 2020, 2021) for month in range(1, 13)]
SIZES = (3, 6, 12, 24, 36)


def orders_read(text):
    return sql.rows_read(shop, text)["transactions"]


read = {"all months in one query": [orders_read(ALL_AT_ONCE)] * len(SIZES)}
for name, where in TIMES.items():
    each = [orders_read(f"SELECT count(*) FROM transactions WHERE {where.format(month)}")
            for month in EVERY_MONTH]
    read[name] = [sum(each[:size]) for size in SIZES]
yours = orders_read(monthly_report) if isinstance(monthly_report, str) else 0

# %% folded=true
with style():
    plot = axes(7, 3.6)
    for (name, rows), mark in zip(read.items(), "osD"):
        plot.plot(SIZES, rows, marker=mark, label=name)
    if yours:
        plot.plot([12], [yours], marker="*", markersize=14, linestyle="", label="your monthly_report")
    plot.set(xlabel="months in the report", ylabel="orders read", xscale="log", yscale="log")
    plot.set_xticks(SIZES, SIZES)
    plot.set_xticks([], minor=True)
    plot.legend(loc="upper left", bbox_to_anchor=(0, -0.18), ncols=2)
    said = "; ".join(f"{name}: {rows[0]:,} for 3 months, {rows[-1]:,} for 36"
                     for name, rows in read.items())
    grows = picture(plot.figure, f"Orders read, over the months in the report: {said}. "
                                 f"Your monthly_report reads {yours:,} for 12 months.")
grows

# %% [markdown]
# On both axes an equal step is an equal factor, so a power of the months is a straight line. One
# query for all months is flat: exponent 0. With one query per month, twice the months are twice the
# rows: exponent 1.
#
# A database may skip rows that don't belong to the month: a table stores the smallest and the
# largest value of each block of rows, and these orders are sorted by time. The line "from and to"
# shows this. It starts lower but still grows with the months, because each query reads whole
# blocks. A report that names both ends of 2020 skips most of the other years in the same way.

# %% [markdown]
# ## Wrong answers people give
#
# Each of these is a reading of the question that somebody will defend, or a slip of one word. The
# cell runs them on January and March of `tiny`.

# %%
SLIPS = {
    "right": ("", ""),
    "users as often as they order": ("DISTINCT ", ""),
    "NULL is a user": ("t.user_id", "coalesce(t.user_id, 0)"),
    "an order is a user": ("count(*)", "count(t.user_id)"),
    "an order is a piece": ("count(*)", "sum(t.quantity)"),
    "refunds left out": ("WHERE", "WHERE t.quantity > 0 AND"),
    "refunds added": ("t.quantity * p", "abs(t.quantity) * p"),
    "the price without the quantity": ("t.quantity * p.price", "p.price"),
    "average price times pieces": ("sum(t.quantity * p.price)", "sum(t.quantity) * avg(p.price)"),
    "each amount rounded": ("t.quantity * p.price", "(t.quantity * p.price)::INT"),
    "equal amounts once": ("sum(t", "sum(DISTINCT t"),
}
print(" " * 30, "users  orders      gmv " * 2)
for name, (old, new) in SLIPS.items():
    rows = [sql.run(tiny, ONE_MONTH.replace(old, new), {"month": month}).rows[0]
            for month in (date(2020, 1, 1), date(2020, 3, 1))]
    print(f"{name:30}", *(f"{row[0]:5} {row[1]:7} {row[2]:8.2f} " for row in rows))

# %% [markdown]
# Most of the slips get January right or March right. One of them, "equal amounts once", gets both
# right: it shows only if a month has two equal amounts. So one database isn't enough to check a
# query. In this lesson's checks, each slip meets a database that exposes it.
#
# These need another database too:
#
# | Wrong answer | Shows when |
# |---|---|
# | users counted by `name` | two users share a name |
# | inner join to `users` | an order has no user, or one missing from `users` |
# | `SELECT DISTINCT` over the orders | two orders are equal except for their `id` |
# | `FLOAT` money | a month is worth more than about 130,000: seven digits aren't enough |
# | no `ORDER BY` | an empty month lies between two others: a join may return matched rows first |

# %% [markdown]
# ## Spot the error
#
# A popular guide answers this question in a few lines, and there are published solutions. Eight
# things in them are wrong or left open. Each is shown on `tiny`. To keep the queries short, `tiny`
# gets a view of the months; your answers can't use it. Cover the text under each result, and say
# first what's wrong.

# %%
sql.load(tiny)

# %% language="sql"
# CREATE OR REPLACE VIEW months AS SELECT range::DATE AS month_start
# FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)

# %% [markdown]
# **1. A popular guide says** to count the orders with `COUNT(*)` after the left join.

# %% language="sql"
# SELECT m.month_start, count(*) AS orders
# FROM months m LEFT JOIN transactions t
#     ON t.created_at >= m.month_start AND t.created_at < m.month_start + INTERVAL 1 MONTH
# GROUP BY m.month_start ORDER BY m.month_start

# %% [markdown]
# The nine empty months show 1. **Correct:** `count(t.id)`, as in the table of aggregates.
#
# **2. The same guide** sums the amounts and stops there.

# %% language="sql"
# SELECT m.month_start, sum(t.quantity * p.price) AS gmv
# FROM months m LEFT JOIN transactions t
#     ON t.created_at >= m.month_start AND t.created_at < m.month_start + INTERVAL 1 MONTH
# LEFT JOIN products p ON p.id = t.product_id
# GROUP BY m.month_start ORDER BY m.month_start

# %% [markdown]
# Ten rows are NULL: the nine empty months, and December, whose only product is unknown. When a
# report is read into pandas, NULL becomes NaN and spreads. **Correct:** `coalesce(sum(...), 0)`,
# because the question says 0. And tell somebody about product 99: a row that is 0 only because a
# product is missing looks like a row that is worth 0.
#
# **3. A popular guide says** that a filter on 2020 guarantees twelve rows.

# %% language="sql"
# SELECT m.month_start, count(t.id) AS orders
# FROM months m LEFT JOIN transactions t
#     ON t.created_at >= m.month_start AND t.created_at < m.month_start + INTERVAL 1 MONTH
# WHERE t.created_at >= '2020-01-01' AND t.created_at < '2021-01-01'
# GROUP BY m.month_start ORDER BY m.month_start

# %% [markdown]
# Three rows. In an empty month `t.created_at` is NULL, so `WHERE` drops the row: the left join has
# become an inner join. **Correct:** the spine guarantees the rows. Conditions on the optional side
# belong in `ON`.
#
# **4. A published answer** joins products with an inner join.

# %% language="sql"
# SELECT m.month_start, count(t.id) AS orders, sum(t.quantity * p.price) AS gmv
# FROM months m LEFT JOIN transactions t
#     ON t.created_at >= m.month_start AND t.created_at < m.month_start + INTERVAL 1 MONTH
# JOIN products p ON p.id = t.product_id
# GROUP BY m.month_start ORDER BY m.month_start

# %% [markdown]
# Two rows: the empty months are gone, and so is December with its unknown product. **Correct:**
# after a left join, every join that goes on from its right side is a left join too.
#
# **5. A popular guide says** to add up `order_total`.

# %% language="sql"
# SELECT sum(order_total) AS gmv FROM transactions

# %% [markdown]
# There is no such column. The amount is `quantity * price`, and `price` is in another table. It
# matters that the amount isn't stored with the order. Suppose that the bell costs 12.00 from today
# on:

# %% language="sql"
# SELECT date_trunc('month', created_at)::DATE AS month_start, sum(quantity * price) AS gmv,
#        sum(quantity * CASE WHEN p.id = 1 THEN 12.00 ELSE price END) AS after_the_rise
# FROM transactions t JOIN products p ON p.id = t.product_id
# WHERE year(created_at) = 2020 GROUP BY ALL ORDER BY ALL

# %% [markdown]
# The past has changed. **Correct:** use what the schema has, and ask for the price at the time of
# the order; the follow-ups show the join. Say too that GMV is gross: refunds are in it here only
# because they're rows of their own.
#
# **6. Months are given by their first and last day.**

# %% language="sql"
# SELECT count(*) FILTER (created_at BETWEEN '2020-01-01' AND '2020-01-31') AS between_days,
#        count(*) FILTER (created_at >= '2020-01-01' AND created_at < '2020-02-01') AS from_and_to
# FROM transactions

# %% [markdown]
# `BETWEEN` loses the order of 31 January, 18:30, because `'2020-01-31'` is midnight at the
# *beginning* of that day. With `23:59:59` as the end, an order half a second later is lost, and the
# shop has such orders. **Correct:** from the first instant to before the first instant of the next
# month.
#
# A database can also use this condition to skip rows. Which other conditions can it use? These are
# the orders that DuckDB reads for March in the shop:

# %%
CONDITIONS = (
    "created_at >= '2020-03-01' AND created_at < '2020-04-01'",
    "date_trunc('month', created_at) = '2020-03-01'",
    "year(created_at) = 2020 AND month(created_at) = 3",
    "extract('year' FROM created_at) = 2020 AND extract('month' FROM created_at) = 3",
    "strftime(created_at, '%Y-%m') = '2020-03'",
    "created_at::DATE BETWEEN '2020-03-01' AND '2020-03-31'",
)
for where in CONDITIONS:
    rows = sql.rows_read(shop, f"SELECT count(*) FROM transactions WHERE {where}")
    print(f"{rows['transactions']:8,}  {where}")

# %% [markdown]
# It's often said that any function around the column stops a database from skipping rows. This
# version of DuckDB sees through `date_trunc` and `year`, but not through the last three. Other
# databases differ. From-and-to works everywhere.
#
# **7. Grouping by the number of the month alone.**

# %% language="sql"
# SELECT month(created_at) AS month, count(*) AS orders
# FROM transactions GROUP BY month ORDER BY month

# %% [markdown]
# March has four orders: one is from 2021. **Correct:** group by the first day of the month, or by
# year and month.
#
# **8. A popular guide says** `COUNT(DISTINCT user_id)`, and no more. The next question is the
# number of users of the year. Can you get it from the twelve rows?

# %% language="sql"
# SELECT sum(users) AS added_up, (SELECT count(DISTINCT user_id) FROM transactions
#                                 WHERE year(created_at) = 2020) AS of_the_year
# FROM (SELECT count(DISTINCT user_id) AS users FROM transactions
#       WHERE year(created_at) = 2020 GROUP BY month(created_at))

# %% [markdown]
# User 1 is a user of January and of March, but one user of the year. **Correct:** the count for a
# month is right, and so is leaving NULL out. But distinct counts don't add up. Count each period
# from the orders again.
#
# **And one about money.** A published answer casts each amount to an integer. DOUBLE is a milder
# habit.

# %% language="sql"
# SELECT sum(quantity * price) AS exact, sum(floor(quantity * price)) AS each_one_cut,
#        sum(0.1) = 0.7 AS decimal_adds_up, sum(0.1::DOUBLE) = 0.7::DOUBLE AS double_adds_up
# FROM transactions t LEFT JOIN products p ON p.id = t.product_id

# %% [markdown]
# Cutting each amount changes the sum. Seven tenths in DOUBLE, added one by one, are close enough to
# be right to the cent, but not close enough for `=`. **Correct:** DECIMAL for money, rounded once,
# at the end.

# %% [markdown]
# ## Why it matters in ML engineering
#
# A feature table is a report like this one, with a row per user and day or per title and day: plays
# of the last week, days since the last visit. Two faults of this lesson are common there. A user
# without events has no row, so the model never learns from those who do nothing. And events arrive
# late: what was computed last night was right last night. So features are **backfilled**, a day or
# a month at a time, by jobs that crash, overlap and are restarted. Such a job has to be
# **idempotent**: running it twice has the same effect as running it once.
#
# The table `monthly` stores the report. Here it is, with a row that was computed too early:

# %%
sql.load(shop)

# %% language="sql"
# CREATE OR REPLACE TABLE monthly (
#     month_start DATE PRIMARY KEY, users BIGINT, orders BIGINT, gmv DECIMAL(18, 2));
# INSERT INTO monthly VALUES (DATE '2020-03-01', 4, 9, 1.00);
# FROM monthly

# %% [markdown] card="backfill"
# Set `backfill` to a string of one or more SQL statements that bring **one month** of `monthly` up
# to date. `$month` is a parameter, a DATE: the first day of the month.
#
# - Afterwards `monthly` has exactly one row for `$month`, with the values that `monthly_report`
#   defines for it, in any year: `users`, `orders` and `gmv`, and zeros for a month without orders.
#   A row of zeros means "computed, and nothing was sold"; no row means "not computed yet".
# - It makes no difference whether the row existed before, or what it held.
# - A second run leaves the same result. So does any order of months.
# - Don't modify the other rows of `monthly`, or the other tables.
# - The table is `monthly (month_start DATE PRIMARY KEY, users BIGINT, orders BIGINT, gmv
#   DECIMAL(18, 2))`, in addition to the three tables of the shop.
# - `INSERT`, `UPDATE`, `DELETE` and `MERGE` are run, all statements of the string as one
#   transaction. `BEGIN` and `COMMIT` around them are fine.

# %% exercise="backfill"
# Bring the row of $month in monthly up to date.
### BEGIN SOLUTION
backfill = """
DELETE FROM monthly WHERE month_start = $month;
INSERT INTO monthly (month_start, users, orders, gmv)
SELECT
    $month,
    count(DISTINCT t.user_id),
    count(*),
    coalesce(sum(t.quantity * p.price), 0)
FROM transactions AS t
LEFT JOIN products AS p ON p.id = t.product_id
WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;
"""
### END SOLUTION

# %% check="backfill"
check(backfill=backfill)

# %% [markdown] hints="backfill"

# %% [markdown]
# Run it on the shop: March, August, and March again. In a job of your own, put `BEGIN` and `COMMIT`
# around the statements. Then a crash between two of them leaves the old row, not a missing one.

# %%
if isinstance(backfill, str):
    for month in (date(2020, 3, 1), date(2020, 8, 1), date(2020, 3, 1)):
        sql.run(shop, backfill, {"month": month})
sql.run(shop, "FROM monthly ORDER BY month_start")

# %% [markdown]
# ## How it sounds
#
# An invented interview.
#
# > **Candidate**: Twelve rows, even for a month without orders?
# >
# > **Interviewer**: Yes, zeros.
# >
# > **Candidate**: Then I start from the months and left join the orders. May I ask about the rows?
# > Can a user be missing, or a product? Are refunds rows?
# >
# > **Interviewer**: All three happen.
# >
# > **Candidate**: I'd count every row as an order. NULL doesn't count as a user, an unknown product
# > is worth 0, and a refund is negative. *writes* Both ends of the month go in `ON`, the end
# > excluded.
# >
# > **Interviewer**: Why not in `WHERE`? It's a filter.
# >
# > **Candidate**: It would drop the empty months, where the time is NULL. For the same reason I
# > count `t.id`, not star.
# >
# > **Interviewer**: Does it work on ten billion orders?
# >
# > **Candidate**: I'd group the orders by month first and join twelve rows to twelve. That's one
# > pass over one year's partitions. The distinct count stays expensive; I'd ask whether it has to
# > be exact.
# >
# > **Interviewer**: How do you know that it's right?
# >
# > **Candidate**: I work out seven orders by hand: those cases, an empty month, the evening of the
# > 31st, another year. And the sum of `orders` must be the count of 2020.

# %% [markdown]
# ## Recap
#
# - Start from the spine, left join the rest, and keep conditions on the optional side in `ON`.
# - `count(*)` counts the empty row, `count(x)` and `count(DISTINCT x)` ignore NULL, and `sum` of
#   nothing is NULL.
# - A month runs from its first instant to before the first of the next.
# - A window sees only the rows of its own input: January's growth needs December. Being new is a
#   fact about a user, over all years.
# - A backfill replaces a month's row. It never adds to it.

# %% [markdown]
# ## Say it in 60 seconds
#
# > "I start from a date spine of twelve months, because a month without orders has no rows of its
# > own. I left join the orders, with both ends of the month in the join condition and the end
# > excluded. Products are left joined too, so an unknown product doesn't drop an order. Users are a
# > distinct count of user ids, which ignores NULL. Orders are a count of the order's id, because
# > count star would return 1 for an empty month. The amount is the sum of quantity times price,
# > coalesced to 0. With many rows, I group the orders by month first and join twelve rows. I check
# > it by hand on a few rows, and I check that the orders add up to those of the year."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>In which time zone is a month?</summary>
#
# Ask. `created_at` without a zone is usually UTC, and people usually want a report in their own
# zone. In DuckDB, `created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo'` converts a UTC
# timestamp to Tokyo time. Convert first, then cut into months. The cell below counts the orders
# that change month. For a service in many countries, "the month" is each user's own, or one zone
# for everyone, which the report names.
#
# </details>
#
# <details>
# <summary>Prices change. How do you use the price at the time of the order?</summary>
#
# Store the price with the order, as most shops do. Otherwise keep a history of prices and join the
# last one before the order: `ASOF LEFT JOIN price_history h ON h.product_id = t.product_id AND
# h.valid_from <= t.created_at`. The second cell below runs it. Without `ASOF`, use a lateral join
# with `ORDER BY valid_from DESC LIMIT 1`, or give each price an end as well, with `lead`.
#
# </details>
#
# <details>
# <summary>Can I add up the users of the months to get those of the year?</summary>
#
# No, as the eighth error shows. Count again from the orders, or keep something that can be merged.
# A HyperLogLog sketch per month takes a few kilobytes, and the union of twelve estimates the year
# with an error of a few per cent. New users do add up: each user is new once.
#
# </details>
#
# <details>
# <summary>The table has 10¹⁰ rows.</summary>
#
# Partition by day, so that a report on one year reads one year. Read columns, not rows: you need
# four of them. Group inside each partition, then merge: counts and sums merge exactly, distinct
# counts only as sets or sketches (`approx_count_distinct`). Past months hardly change, so keep them
# in a table and recompute only those with late orders: that's the backfill above.
#
# </details>
#
# <details>
# <summary>Each order has several lines, in a table of their own. What breaks?</summary>
#
# The join multiplies: an order with three lines is three rows. `count(t.id)` counts lines, and an
# amount stored with the order, such as shipping, is added three times. `count(DISTINCT t.id)` fixes
# the count but not the sum. Add up the lines per order first, then join one row to one row.
#
# </details>
#
# <details>
# <summary>How fast is it, and is SQL the right place?</summary>
#
# `tests/benchmarks/monthly_report.py` runs the report over ten million orders and checks that all
# answers are equal to the cent. In one run, on two busy cores, DuckDB took 0.8 s with the orders
# grouped first, 1.2 s with the same query on Parquet files and 3.8 s with the months joined by time
# range. pandas took 2.9 s, and SQLite without an index 10 s. Run it before you quote a figure.
#
# </details>

# %%
sql.run(shop, """
SELECT count(*) AS orders_of_2020,
       count(*) FILTER (month(created_at) <> month(tokyo)) AS another_month_in_tokyo
FROM (SELECT created_at, created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS tokyo
      FROM transactions WHERE year(created_at) = 2020)
""")

# %%
sql.run(tiny, """
WITH price_history(product_id, valid_from, price) AS (VALUES
    (1, TIMESTAMP '2019-01-01', 8.99), (1, TIMESTAMP '2020-03-16', 9.99),
    (2, TIMESTAMP '2019-01-01', 150.00))
SELECT t.id, t.created_at, t.product_id, t.quantity, h.valid_from, h.price
FROM transactions t ASOF LEFT JOIN price_history h
    ON h.product_id = t.product_id AND h.valid_from <= t.created_at
ORDER BY t.id
""")

# %% [markdown]
# ## Next
#
# {{next}}
