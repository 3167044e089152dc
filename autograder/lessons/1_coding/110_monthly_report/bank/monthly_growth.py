# %% right="the report joined to itself"
monthly_growth = """
WITH facts AS (
    SELECT date_trunc('month', created_at)::DATE AS month_start, sum(quantity * price) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    GROUP BY 1
),

months AS (
    SELECT unnest(generate_series(DATE '2019-12-01', DATE '2020-12-01', INTERVAL 1 MONTH)) AS m
),
report AS (SELECT m, coalesce(gmv, 0) AS gmv FROM months LEFT JOIN facts ON m = month_start)
SELECT a.m AS month_start, a.gmv, (a.gmv - b.gmv) / nullif(greatest(b.gmv, 0), 0) AS growth
FROM report AS a JOIN report AS b ON a.m = b.m + INTERVAL 1 MONTH
ORDER BY a.m
"""

# %% right="QUALIFY after the window"
monthly_growth = """
SELECT
    m::DATE AS month_start,
    coalesce(sum(quantity * price), 0) AS gmv,
    CASE WHEN lag(coalesce(sum(quantity * price), 0)) OVER months > 0
         THEN coalesce(sum(quantity * price), 0)
              / lag(coalesce(sum(quantity * price), 0)) OVER months - 1 END AS growth
FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH) AS r(m)
LEFT JOIN transactions ON date_trunc('month', created_at) = m
LEFT JOIN products ON products.id = product_id
GROUP BY m
WINDOW months AS (ORDER BY m)
QUALIFY m >= '2020-01-01'
ORDER BY m
"""

# %% right="two subqueries a month, DOUBLE"
monthly_growth = """
SELECT month_start, gmv, IF(before > 0, gmv::DOUBLE / before::DOUBLE - 1, NULL) AS growth
FROM (
    SELECT
        s AS month_start,
        (SELECT ifnull(sum(quantity * price), 0) FROM transactions t LEFT JOIN products p
         ON p.id = t.product_id
         WHERE created_at >= s AND created_at < s + INTERVAL 1 MONTH) AS gmv,
        (SELECT ifnull(sum(quantity * price), 0) FROM transactions t LEFT JOIN products p
         ON p.id = t.product_id
         WHERE created_at >= s - INTERVAL 1 MONTH AND created_at < s) AS before
    FROM range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH) AS r(s)
)
ORDER BY month_start
"""

# %% right="a frame of one row, rounded"
monthly_growth = """
WITH facts AS (
    SELECT date_trunc('month', created_at)::DATE AS month_start, sum(quantity * price) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    GROUP BY 1
),

report AS (
    SELECT make_date(2019, 12, 1) + to_months(i::INT) AS m,
           coalesce((SELECT gmv FROM facts WHERE month_start = m), 0) AS gmv
    FROM range(13) AS r(i)
), framed AS (
    SELECT *, sum(gmv) OVER (ORDER BY m ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS before
    FROM report
)
SELECT m AS month_start, round(gmv, 2) AS gmv,
       CASE WHEN before <= 0 THEN NULL ELSE round(gmv / before - 1, 4) END AS growth
FROM framed WHERE m > DATE '2019-12-31' ORDER BY 1;
"""

# %% right="lead from the other side, zeros by union"
monthly_growth = """
WITH rows AS (
    SELECT date_trunc('month', created_at) AS m, quantity * price AS amount
    FROM transactions JOIN products ON products.id = product_id
    UNION ALL
    SELECT range, 0 FROM range(TIMESTAMP '2019-12-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH)
), report AS (
    SELECT m, sum(ifnull(amount, 0)) AS gmv FROM rows GROUP BY m
), compared AS (
    SELECT *, lead(gmv, 1, 0) OVER (ORDER BY m DESC) AS before FROM report
)
FROM compared
SELECT m::DATE AS month_start, gmv, gmv / CASE WHEN before > 0 THEN before END - 1 AS growth
WHERE year(m) = 2020
ORDER BY m
"""

# %% right="months as numbers"
monthly_growth = """
WITH numbered AS (
    SELECT year(created_at) * 12 + month(created_at) - 1 AS k, quantity * price AS amount
    FROM transactions LEFT OUTER JOIN products ON products.id = product_id
), report AS (
    SELECT k.range AS k, coalesce(sum(amount), 0)::DECIMAL(18, 2) AS gmv
    FROM range(2019 * 12 + 11, 2021 * 12) AS k LEFT JOIN numbered ON numbered.k = k.range
    GROUP BY 1
)
SELECT make_date((now.k // 12)::INT, (now.k % 12 + 1)::INT, 1) AS month_start, now.gmv,
       CASE WHEN old.gmv > 0 THEN (now.gmv / old.gmv - 1)::DECIMAL(18, 6) END AS growth
FROM report AS now JOIN report AS old ON old.k + 1 = now.k
ORDER BY now.k
"""

# %% wrong="January has no month before" caught_by="the month before, also across the year"
monthly_growth = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
),
report AS (
    SELECT m.month_start, coalesce(sum(t.quantity * p.price), 0) AS gmv
    FROM months AS m
    LEFT JOIN transactions AS t
        ON t.created_at >= m.month_start
        AND t.created_at < m.month_start + INTERVAL 1 MONTH
    LEFT JOIN products AS p ON p.id = t.product_id
    GROUP BY m.month_start
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

# %% wrong="December is filtered before the window" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     FROM report
#- )
#+     FROM report WHERE month_start >= DATE '2020-01-01' )

# %% wrong="thirteen rows" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- WHERE month_start >= DATE '2020-01-01'

# %% wrong="empty months are missing" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     LEFT JOIN transactions AS t
#+     JOIN transactions AS t

# %% wrong="gmv NULL in an empty month" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT m.month_start, coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     SELECT m.month_start, sum(t.quantity * p.price) AS gmv

# %% wrong="the month after" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, lead(gmv) OVER (ORDER BY month_start) AS before

# %% wrong="the same month of the year before" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, lag(gmv, 12) OVER (ORDER BY month_start) AS before

# %% wrong="the first month of all" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, first_value(gmv) OVER (ORDER BY month_start) AS before

# %% wrong="the largest month so far" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, max(gmv) OVER (ORDER BY month_start ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) AS before

# %% wrong="the window starts again each year" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, lag(gmv) OVER (PARTITION BY year(month_start) ORDER BY month_start) AS before

# %% wrong="the window is ordered by gmv" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, lag(gmv) OVER (ORDER BY gmv) AS before

# %% wrong="the window is ordered by the month of the year" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, lag(gmv) OVER (ORDER BY month(month_start)) AS before

# %% wrong="per cent" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN 100 * (gmv / before - 1) END AS growth

# %% wrong="the ratio" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before END AS growth

# %% wrong="the difference" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv - before END AS growth

# %% wrong="divided by this month" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN (gmv - before) / nullif(gmv, 0) END AS growth

# %% wrong="whole numbers" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv::BIGINT // nullif(before::BIGINT, 0) - 1 END AS growth

# %% wrong="rounded to per cents" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN round(gmv / before - 1, 2) END AS growth

# %% wrong="a fall is a rise" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN abs(gmv / before - 1) END AS growth

# %% wrong="growth of the number of orders" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT m.month_start, coalesce(sum(t.quantity * p.price), 0) AS gmv
#+     SELECT m.month_start, coalesce(count(t.id), 0) AS gmv

# %% wrong="between two days" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-         AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+         AND t.created_at <= last_day(m.month_start)

# %% wrong="the first instant of a month is left out" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-         ON t.created_at >= m.month_start
#+         ON t.created_at > m.month_start

# %% wrong="newest first" caught_by="the month before, also across the year" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- WHERE month_start >= DATE '2020-01-01'
#- ORDER BY month_start
#+ WHERE month_start >= DATE '2020-01-01' ORDER BY month_start DESC

# %% wrong="the month before is the row before" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     LEFT JOIN transactions AS t
#+     JOIN transactions AS t
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#- FROM compared
#- WHERE month_start >= DATE '2020-01-01'
#- ORDER BY month_start
#+ SELECT month_start, coalesce(gmv, 0) AS gmv, CASE WHEN before > 0 THEN coalesce(gmv, 0) / before - 1 END AS growth
#+ FROM months LEFT JOIN compared USING (month_start) WHERE month_start >= DATE '2020-01-01' ORDER BY month_start

# %% wrong="no growth is 0" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 ELSE 0 END AS growth

# %% wrong="divides by 0 and below" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, gmv / before - 1 AS growth

# %% wrong="divides below 0" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, gmv / nullif(before, 0) - 1 AS growth

# %% wrong="divides by the size of a loss" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, (gmv - before) / abs(nullif(before, 0)) AS growth

# %% wrong="nothing counts as one" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, gmv / greatest(before, 1) - 1 AS growth

# %% wrong="from nothing is 100 %" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 ELSE 1 END AS growth

# %% wrong="from nothing is a lot" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, (gmv - before) / (before + 1e-9) AS growth

# %% wrong="NULL only where both are nothing" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#- SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
#+ SELECT month_start, gmv, CASE WHEN before > 0 OR gmv > 0 THEN gmv / before - 1 END AS growth

# %% wrong="a loss is compared with the month before it" caught_by="growth is NULL after zero or negative GMV" of="January has no month before"
#-     FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#+     FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
#
#-     SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
#+     SELECT *, lag(nullif(greatest(gmv, 0), 0) IGNORE NULLS) OVER (ORDER BY month_start) AS before

# %% wrong="one query a month" caught_by="the orders are read at most four times"
from datetime import date
starts = [date(2019, 12, 1)] + [date(2020, month, 1) for month in range(1, 13)]
union = " UNION ALL ".join(
    f"""
    SELECT DATE '{start}' AS month_start, coalesce(sum(quantity * price), 0) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    WHERE created_at >= DATE '{start}' AND created_at < DATE '{start}' + INTERVAL 1 MONTH
    """
    for start in starts
)
monthly_growth = f"""
WITH report AS ({union}), compared AS (
    SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before FROM report
)
SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
FROM compared WHERE month_start >= DATE '2020-01-01' ORDER BY month_start
"""
