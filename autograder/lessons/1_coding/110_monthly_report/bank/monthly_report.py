# %% right="aggregate first, then join the months"
monthly_report = """
WITH facts AS (
    SELECT
        date_trunc('month', t.created_at) AS month_start,
        count(DISTINCT t.user_id) AS users,
        count(*) AS orders,
        sum(t.quantity * p.price) AS gmv
    FROM transactions AS t LEFT JOIN products AS p ON t.product_id = p.id
    WHERE t.created_at >= '2020-01-01' AND t.created_at < '2021-01-01'
    GROUP BY 1
)
SELECT m.range AS month_start, coalesce(users, 0) AS users, coalesce(orders, 0) AS orders,
       coalesce(gmv, 0) AS gmv
FROM range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL '1 month') AS m
LEFT JOIN facts ON facts.month_start = m.range
ORDER BY 1;
-- one row a month
"""

# %% right="one subquery a column"
monthly_report = """
SELECT
    m AS month_start,
    (SELECT count(DISTINCT user_id) FROM transactions
     WHERE created_at >= m AND created_at < m + INTERVAL 1 MONTH) AS users,
    (SELECT count(*) FROM transactions
     WHERE created_at >= m AND created_at < m + INTERVAL 1 MONTH) AS orders,
    (SELECT coalesce(sum(quantity * price), 0) FROM transactions, products
     WHERE product_id = products.id
     AND created_at >= m AND created_at < m + INTERVAL 1 MONTH) AS gmv
FROM (SELECT unnest(generate_series(DATE '2020-01-01', DATE '2020-12-01', INTERVAL 1 MONTH)) AS m)
ORDER BY m
"""

# %% right="one query a month"
parts = [
    f"""
    SELECT DATE '2020-{m:02}-01' AS month_start, count(DISTINCT user_id) AS users,
           count(*) AS orders, coalesce(sum(quantity * price), 0.0) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    WHERE year(created_at) = 2020 AND month(created_at) = {m}
    """
    for m in range(1, 13)
]
monthly_report = " UNION ALL ".join(parts) + " ORDER BY month_start"

# %% right="the months by recursion, money in DOUBLE"
monthly_report = """
WITH RECURSIVE months(month_start) AS (
    SELECT DATE '2020-01-01'
    UNION ALL
    SELECT (month_start + INTERVAL 1 MONTH)::DATE FROM months WHERE month_start < '2020-12-01'
)
SELECT Month_Start, count(DISTINCT user_id) AS Users, sum((t.id IS NOT NULL)::INT) AS Orders,
       coalesce(sum(quantity::DOUBLE * price::DOUBLE), 0) AS GMV
FROM months LEFT JOIN transactions t ON date_trunc('month', created_at) = month_start
LEFT JOIN products p ON product_id = p.id
GROUP BY ALL ORDER BY ALL
"""

# %% right="months in VALUES, orders on the left of a right join"
monthly_report = """
SELECT m.s AS month_start, count(DISTINCT t.user_id) AS users, count(t.id)::INTEGER AS orders,
       CAST(ifnull(SUM(t.amount), 0) AS DECIMAL(18, 2)) AS gmv
FROM (SELECT x.*, x.quantity * p.price AS amount
      FROM transactions x LEFT OUTER JOIN products p ON x.product_id = p.id) t
RIGHT JOIN (VALUES
    (DATE '2020-01-01', DATE '2020-02-01'), (DATE '2020-02-01', DATE '2020-03-01'),
    (DATE '2020-03-01', DATE '2020-04-01'), (DATE '2020-04-01', DATE '2020-05-01'),
    (DATE '2020-05-01', DATE '2020-06-01'), (DATE '2020-06-01', DATE '2020-07-01'),
    (DATE '2020-07-01', DATE '2020-08-01'), (DATE '2020-08-01', DATE '2020-09-01'),
    (DATE '2020-09-01', DATE '2020-10-01'), (DATE '2020-10-01', DATE '2020-11-01'),
    (DATE '2020-11-01', DATE '2020-12-01'), (DATE '2020-12-01', DATE '2021-01-01')
) AS m(s, e) ON t.created_at >= m.s AND t.created_at < m.e
GROUP BY m.s
ORDER BY m.s ASC
"""

# %% right="every order and twelve rows of nothing"
monthly_report = """
/* Twelve rows without an order, under the orders. */
WITH rows AS (
    SELECT date_trunc('month', created_at) AS month_start, user_id, 1 AS n,
           coalesce(quantity * price, 0) AS amount
    FROM transactions LEFT JOIN products ON products.id = transactions.product_id
    WHERE extract('year' FROM created_at) = 2020
    UNION ALL
    SELECT make_date(2020, i::INT, 1), NULL, 0, 0 FROM range(1, 13) AS r(i)
)
SELECT month_start, count(DISTINCT user_id) AS users, sum(n) AS orders, sum(amount) AS gmv
FROM rows GROUP BY month_start ORDER BY month_start NULLS LAST
"""

# %% right="all pairs, counted with a filter"
monthly_report = """
FROM range(12) AS r(i)
LEFT JOIN transactions AS t ON TRUE
LEFT JOIN products AS p ON p.id = t.product_id
SELECT
    DATE '2020-01-01' + to_months(i::INT) AS month_start,
    count(DISTINCT user_id) FILTER (WHERE year(created_at) = 2020 AND month(created_at) = i + 1)
        AS users,
    count(*) FILTER (WHERE year(created_at) = 2020 AND month(created_at) = i + 1) AS orders,
    coalesce(sum(CASE WHEN year(created_at) = 2020 AND month(created_at) = i + 1
                      THEN quantity * price ELSE 0 END), 0) AS gmv
GROUP BY i
ORDER BY i
"""

# %% right="lateral, and the nearest month before"
monthly_report = """
WITH months AS (
    SELECT strptime('2020-' || i || '-1', '%Y-%m-%d') AS month_start FROM range(1, 13) r(i)
), placed AS (
    SELECT m.month_start, t.*
    FROM transactions t ASOF JOIN months m ON t.created_at >= m.month_start
    WHERE t.created_at < TIMESTAMP '2021-01-01 00:00:00'
)
SELECT months.month_start::DATE AS month_start, f.users, f.orders, round(f.gmv, 2) AS gmv
FROM months, LATERAL (
    SELECT count(DISTINCT user_id) AS users, count(placed.id) AS orders,
           coalesce(sum(quantity * (SELECT price FROM products p WHERE p.id = product_id)), 0)
               AS gmv
    FROM placed WHERE placed.month_start = months.month_start
) AS f
ORDER BY months.month_start
"""

# %% wrong="counts rows, also of an empty month" caught_by="one row a month, also for a month without orders"
monthly_report = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
)
SELECT
    m.month_start,
    count(DISTINCT t.user_id) AS users,
    count(*) AS orders,
    coalesce(sum(t.quantity * p.price), 0) AS gmv
FROM months AS m
LEFT JOIN transactions AS t
    ON t.created_at >= m.month_start
    AND t.created_at < m.month_start + INTERVAL 1 MONTH
LEFT JOIN products AS p ON p.id = t.product_id
GROUP BY m.month_start
ORDER BY m.month_start
"""

# %% wrong="filters 2020 after the left join" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- GROUP BY m.month_start
#+ WHERE year(t.created_at) = 2020 GROUP BY m.month_start

# %% wrong="filters 2020 or NULL, after a join by month of the year" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     ON t.created_at >= m.month_start
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     ON month(t.created_at) = month(m.month_start)
#
#- GROUP BY m.month_start
#+ WHERE year(t.created_at) = 2020 OR t.id IS NULL GROUP BY m.month_start

# %% wrong="inner join to products after the left join" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- LEFT JOIN products AS p ON p.id = t.product_id
#+ JOIN products AS p ON p.id = t.product_id

# %% wrong="inner join to the orders" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- LEFT JOIN transactions AS t
#+ JOIN transactions AS t

# %% wrong="gmv NULL" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     sum(t.quantity * p.price) AS gmv

# %% wrong="gmv NaN" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(t.quantity * p.price), 'nan'::DOUBLE) AS gmv

# %% wrong="the months of the orders" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     SELECT range::DATE AS month_start
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     SELECT DISTINCT date_trunc('month', created_at)::DATE AS month_start FROM transactions WHERE year(created_at) = 2020
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="the months from the first order to the last" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     SELECT range::DATE AS month_start
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     SELECT unnest(range(min(date_trunc('month', created_at)), max(created_at) + INTERVAL 1 DAY, INTERVAL 1 MONTH))::DATE AS month_start FROM transactions WHERE year(created_at) = 2020
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="thirteen months" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     SELECT range::DATE AS month_start
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     SELECT generate_series::DATE AS month_start
#+     FROM generate_series(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="eleven months" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2020-01-01', DATE '2020-12-01', INTERVAL 1 MONTH)
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="in no order" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- ORDER BY m.month_start

# %% wrong="newest first" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- ORDER BY m.month_start
#+ ORDER BY m.month_start DESC

# %% wrong="ordered by gmv" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- ORDER BY m.month_start
#+ ORDER BY gmv DESC, 1

# %% wrong="ordered by the name of the month" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- ORDER BY m.month_start
#+ ORDER BY monthname(m.month_start)

# %% wrong="the month as text" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     m.month_start,
#+     m.month_start::VARCHAR AS month_start,
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="the month as a number" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     m.month_start,
#+     month(m.month_start) AS month_start,
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="the last day of each month" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     m.month_start,
#+     last_day(m.month_start) AS month_start,
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="other names of columns" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(DISTINCT t.user_id) AS num_customers,
#+     count(t.id) AS orders,

# %% wrong="columns in another order" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(t.id) AS orders, count(DISTINCT t.user_id) AS users,

# %% wrong="one column more" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(t.quantity * p.price), 0) AS gmv, sum(t.quantity) AS pieces

# %% wrong="a total row" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- GROUP BY m.month_start
#+ GROUP BY ROLLUP (m.month_start)

# %% wrong="a column that the tables lack" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(t.order_total), 0) AS gmv

# %% wrong="two statements" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- ORDER BY m.month_start
#+ ORDER BY m.month_start; SELECT 1

# %% wrong="makes a view" caught_by="one row a month, also for a month without orders" of="counts rows, also of an empty month"
#- WITH months AS (
#+ CREATE VIEW report AS WITH months AS (
#
#-     count(*) AS orders,
#+     count(t.id) AS orders,

# %% wrong="the figures of the shop, written down" caught_by="one row a month, also for a month without orders"
monthly_report = """
VALUES (DATE '2020-01-01', 1405, 3780, 357049.12), (DATE '2020-02-01', 1431, 3823, 363031.10)
"""

# %% wrong="not a text" caught_by="one row a month, also for a month without orders"
monthly_report = 12

# %% wrong="between two days" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     ON t.created_at >= m.month_start
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     ON t.created_at BETWEEN m.month_start AND last_day(m.month_start)

# %% wrong="thirty days" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#- LEFT JOIN products AS p ON p.id = t.product_id
#+     AND t.created_at < m.month_start + INTERVAL 30 DAY LEFT JOIN products AS p ON p.id = t.product_id

# %% wrong="the first instant counts twice" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND t.created_at <= m.month_start + INTERVAL 1 MONTH

# %% wrong="the first instant is lost" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     ON t.created_at >= m.month_start
#+     ON t.created_at > m.month_start

# %% wrong="up to the last whole second" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND t.created_at <= m.month_start + INTERVAL 1 MONTH - INTERVAL 1 SECOND

# %% wrong="the same month of all years" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     ON t.created_at >= m.month_start
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     ON month(t.created_at) = month(m.month_start)

# %% wrong="the calendar year by days" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND t.created_at < m.month_start + INTERVAL 1 MONTH AND t.created_at <= '2020-12-31'

# %% wrong="February of 28 days" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND t.created_at < m.month_start + INTERVAL 1 MONTH AND strftime(t.created_at, '%m-%d') <> '02-29'

# %% wrong="rounded to seconds" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND date_trunc('second', t.created_at + INTERVAL 500 MILLISECOND) < m.month_start + INTERVAL 1 MONTH

# %% wrong="an hour off" caught_by="2020 from its first instant to its last" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     ON t.created_at >= m.month_start
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     ON t.created_at + INTERVAL 1 HOUR >= m.month_start
#+     AND t.created_at + INTERVAL 1 HOUR < m.month_start + INTERVAL 1 MONTH

# %% wrong="orders of known users only" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- GROUP BY m.month_start
#+ LEFT JOIN users AS u ON u.id = t.user_id WHERE t.id IS NULL OR u.id IS NOT NULL GROUP BY m.month_start

# %% wrong="users counted in the table users" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(DISTINCT u.id) AS users,
#+     count(t.id) AS orders,
#
#- LEFT JOIN products AS p ON p.id = t.product_id
#+ LEFT JOIN products AS p ON p.id = t.product_id
#+ LEFT JOIN users AS u ON u.id = t.user_id

# %% wrong="NULL is a user" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(DISTINCT CASE WHEN t.id > 0 THEN ifnull(t.user_id, 0) END) AS users,
#+     count(t.id) AS orders,

# %% wrong="orders of known products only" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(p.id) AS orders,

# %% wrong="orders with a user only" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.user_id) AS orders,

# %% wrong="orders with a product only" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.product_id) AS orders,

# %% wrong="users of known products only" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(DISTINCT t.user_id) FILTER (p.id IS NOT NULL) AS users,
#+     count(t.id) AS orders,

# %% wrong="an unknown product costs 1" caught_by="orders without a known user or product" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(t.quantity * coalesce(p.price, 1)), 0) AS gmv

# %% wrong="users counted as often as they order" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(t.user_id) AS users,
#+     count(t.id) AS orders,

# %% wrong="users counted by name" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(DISTINCT coalesce(u.name, t.user_id::VARCHAR)) AS users,
#+     count(t.id) AS orders,
#
#- LEFT JOIN products AS p ON p.id = t.product_id
#+ LEFT JOIN products AS p ON p.id = t.product_id
#+ LEFT JOIN users AS u ON u.id = t.user_id

# %% wrong="one order a user" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(DISTINCT t.user_id) AS orders,

# %% wrong="orders counted by their time" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(DISTINCT t.created_at) AS orders,

# %% wrong="one order a user a day" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(DISTINCT (t.user_id, t.created_at::DATE)) FILTER (t.id > 0) AS orders,

# %% wrong="orders that are alike counted once" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- LEFT JOIN transactions AS t
#+ LEFT JOIN (SELECT min(id) AS id, user_id, created_at, product_id, quantity FROM transactions GROUP BY ALL) AS t

# %% wrong="a user counts in the first month only" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     count(DISTINCT CASE WHEN NOT EXISTS (FROM transactions AS e WHERE e.user_id = t.user_id AND e.created_at < m.month_start) THEN t.user_id END) AS users,
#+     count(t.id) AS orders,

# %% wrong="orders joined twice" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- LEFT JOIN products AS p ON p.id = t.product_id
#+ LEFT JOIN transactions AS again ON date_trunc('month', again.created_at) = m.month_start LEFT JOIN products AS p ON p.id = t.product_id

# %% wrong="users joined by name" caught_by="a user counts once a month, an order always" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- GROUP BY m.month_start
#+ LEFT JOIN users AS u ON u.id = t.user_id LEFT JOIN users AS same ON same.name = u.name GROUP BY m.month_start

# %% wrong="pieces instead of orders" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     coalesce(sum(t.quantity), 0) AS orders,

# %% wrong="the price without the quantity" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(p.price), 0) AS gmv

# %% wrong="refunds left out" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND t.created_at < m.month_start + INTERVAL 1 MONTH AND coalesce(t.quantity, 1) > 0

# %% wrong="refunds are no orders" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) FILTER (t.quantity > 0) AS orders,

# %% wrong="refunds raise gmv" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(abs(t.quantity) * p.price), 0) AS gmv

# %% wrong="gmv is never negative" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     greatest(sum(t.quantity * p.price), 0) AS gmv

# %% wrong="no quantity is one piece" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(coalesce(t.quantity, 1) * p.price), 0) AS gmv

# %% wrong="no quantity is no order" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND t.created_at < m.month_start + INTERVAL 1 MONTH AND t.quantity IS NOT NULL

# %% wrong="0 pieces are no order" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     AND t.created_at < m.month_start + INTERVAL 1 MONTH AND t.quantity IS DISTINCT FROM 0

# %% wrong="worth nothing is no order" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(nullif(t.quantity * p.price, 0)) AS orders,

# %% wrong="each amount cut to whole units" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(trunc(t.quantity * p.price)), 0) AS gmv

# %% wrong="rounded to whole units" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(round(sum(t.quantity * p.price)), 0) AS gmv

# %% wrong="FLOAT money" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum((t.quantity * p.price)::FLOAT)::FLOAT, 0) AS gmv

# %% wrong="FLOAT prices" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(t.quantity * p.price::FLOAT), 0) AS gmv

# %% wrong="equal amounts once" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(DISTINCT t.quantity * p.price), 0) AS gmv

# %% wrong="pieces times the average price" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(sum(t.quantity) * avg(p.price), 0) AS gmv

# %% wrong="the largest order" caught_by="gmv to the cent" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#-     coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     count(t.id) AS orders,
#+     coalesce(max(t.quantity * p.price), 0) AS gmv

# %% wrong="users of the whole year so far" caught_by="any database, the shop's own too" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     (SELECT count(DISTINCT y.user_id) FROM transactions AS y WHERE year(y.created_at) = 2020 AND month(y.created_at) <= month(m.month_start)) AS users,
#+     count(t.id) AS orders,

# %% wrong="at most 1,000 orders are read" caught_by="any database, the shop's own too" of="counts rows, also of an empty month"
#-     count(*) AS orders,
#+     count(t.id) AS orders,
#
#- LEFT JOIN transactions AS t
#+ LEFT JOIN (FROM transactions ORDER BY id LIMIT 1000) AS t

# %% wrong="an approximate number of users" caught_by="any database, the shop's own too" of="counts rows, also of an empty month"
#-     count(DISTINCT t.user_id) AS users,
#-     count(*) AS orders,
#+     approx_count_distinct(t.user_id) AS users,
#+     count(t.id) AS orders,
