# %% right="first order by a window"
new_and_returning = """
WITH placed AS (
    SELECT user_id, date_trunc('month', created_at) AS m,
           min(created_at) OVER (PARTITION BY user_id) AS first_order
    FROM transactions
)
SELECT
    s.range AS month_start,
    count(DISTINCT user_id) FILTER (WHERE date_trunc('month', first_order) = m) AS new_users,
    count(DISTINCT user_id) FILTER (WHERE date_trunc('month', first_order) < m) AS returning_users
FROM range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH) AS s
LEFT JOIN placed ON placed.m = s.range
GROUP BY ALL
ORDER BY ALL;
"""

# %% right="one row a user and month, then NOT EXISTS"
new_and_returning = """
WITH active AS (
    SELECT DISTINCT user_id, date_trunc('month', created_at)::DATE AS m
    FROM transactions WHERE user_id IS NOT NULL
), marked AS (
    SELECT *, NOT EXISTS (SELECT 1 FROM active b WHERE b.user_id = a.user_id AND b.m < a.m)
        AS is_new
    FROM active a
)
SELECT make_date(2020, i::INT, 1) AS month_start,
       coalesce(sum(is_new::INT), 0) AS new_users,
       coalesce(sum((NOT is_new)::INT), 0) AS returning_users
FROM range(1, 13) AS r(i) LEFT JOIN marked ON m = make_date(2020, i::INT, 1)
GROUP BY i ORDER BY i
"""

# %% right="all less the new ones"
new_and_returning = """
WITH RECURSIVE months(s) AS (
    SELECT DATE '2020-01-01' UNION ALL
    SELECT (s + INTERVAL 1 MONTH)::DATE FROM months WHERE s < '2020-12-01'
), new AS (
    SELECT date_trunc('month', first) AS s, count(*) AS n
    FROM (SELECT user_id, min(created_at) AS first FROM transactions GROUP BY user_id)
    WHERE user_id IS NOT NULL GROUP BY 1
), users_of AS (
    SELECT date_trunc('month', created_at) AS s, count(DISTINCT user_id) AS n
    FROM transactions GROUP BY 1
)
SELECT months.s AS month_start, coalesce(new.n, 0) AS new_users,
       coalesce(users_of.n, 0) - coalesce(new.n, 0) AS returning_users
FROM months LEFT JOIN new ON new.s = months.s LEFT JOIN users_of ON users_of.s = months.s
ORDER BY months.s
"""

# %% right="row numbers of users' months"
new_and_returning = """
WITH active AS (
    SELECT user_id, year(created_at) * 12 + month(created_at) AS k FROM transactions
    WHERE user_id IS NOT NULL GROUP BY ALL
), ranked AS (
    SELECT k, row_number() OVER (PARTITION BY user_id ORDER BY k) AS n FROM active
)
SELECT m AS month_start, count(*) FILTER (n = 1) AS new_users,
       count(*) FILTER (n > 1) AS returning_users
FROM generate_series(DATE '2020-01-01', DATE '2020-12-31', INTERVAL 1 MONTH) AS g(m)
LEFT JOIN ranked ON k = year(m) * 12 + month(m)
GROUP BY m ORDER BY m
"""

# %% right="two subqueries a month"
new_and_returning = """
SELECT m AS month_start,
    (SELECT count(*) FROM (SELECT min(created_at) AS f FROM transactions
                           WHERE user_id IS NOT NULL GROUP BY user_id)
     WHERE f >= m AND f < m + INTERVAL 1 MONTH) AS new_users,
    (SELECT count(*) FROM (
        SELECT user_id FROM transactions
        WHERE user_id IS NOT NULL AND created_at >= m AND created_at < m + INTERVAL 1 MONTH
        INTERSECT
        SELECT user_id FROM transactions WHERE created_at < m)) AS returning_users
FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH) AS r(m)
ORDER BY 1
"""

# %% right="the month before, by LAG"
new_and_returning = """
WITH active AS (
    SELECT DISTINCT user_id, date_trunc('month', created_at) AS m FROM transactions
    WHERE user_id IS NOT NULL
), earlier AS (
    SELECT m, lag(m) OVER (PARTITION BY user_id ORDER BY m) AS previous FROM active
    UNION ALL
    SELECT unnest(range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH)), NULL
)
SELECT m::DATE AS month_start, count(*) - count(previous) - 1 AS new_users,
       count(previous) AS returning_users
FROM earlier WHERE m BETWEEN DATE '2020-01-01' AND DATE '2020-12-01'
GROUP BY m ORDER BY m
"""

# %% wrong="the first order of 2020" caught_by="new means the first order of all years"
new_and_returning = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
),
firsts AS (
    SELECT user_id, min(created_at) AS first_order
    FROM transactions
    WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
    GROUP BY user_id
)
SELECT
    m.month_start,
    count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
    count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
FROM months AS m
LEFT JOIN transactions AS t
    ON t.created_at >= m.month_start
    AND t.created_at < m.month_start + INTERVAL 1 MONTH
LEFT JOIN firsts AS f ON f.user_id = t.user_id
GROUP BY m.month_start
ORDER BY m.month_start
"""

# %% wrong="everyone of 2019 is old, everyone of 2020 is new" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(DISTINCT f.user_id) FILTER (f.first_order >= DATE '2020-01-01') AS new_users,
#+     count(DISTINCT f.user_id) FILTER (f.first_order < DATE '2020-01-01') AS returning_users

# %% wrong="returning means an order in the month before" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(DISTINCT t.user_id) FILTER (EXISTS (FROM transactions AS e WHERE e.user_id = t.user_id AND e.created_at < m.month_start AND e.created_at >= m.month_start - INTERVAL 1 MONTH)) AS returning_users

# %% wrong="the first order by id" caught_by="new means the first order of all years" of="the first order of 2020"
#-     SELECT user_id, min(created_at) AS first_order
#+     SELECT user_id, arg_min(created_at, id) AS first_order
#
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL

# %% wrong="the last order" caught_by="new means the first order of all years" of="the first order of 2020"
#-     SELECT user_id, min(created_at) AS first_order
#+     SELECT user_id, max(created_at) AS first_order
#
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL

# %% wrong="first orders since 2019 only" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL AND created_at >= '2019-01-01'

# %% wrong="orders of 0 pieces are no first orders" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL AND quantity IS DISTINCT FROM 0

# %% wrong="refunds are no first orders" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL AND quantity > 0

# %% wrong="first orders of known products only" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL AND product_id IN (SELECT id FROM products)

# %% wrong="the first instant of a month is the month before" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(DISTINCT f.user_id) FILTER (f.first_order > m.month_start) AS new_users,
#+     count(DISTINCT f.user_id) FILTER (f.first_order <= m.month_start) AS returning_users

# %% wrong="new for the whole first year" caught_by="new means the first order of all years" of="the first order of 2020"
#-     SELECT user_id, min(created_at) AS first_order
#+     SELECT user_id, date_trunc('year', min(created_at)) + INTERVAL 1 YEAR AS first_order
#
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL

# %% wrong="months by their number" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     ON t.created_at >= m.month_start
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     ON month(t.created_at) = month(m.month_start)

# %% wrong="between two days" caught_by="new means the first order of all years" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     ON t.created_at >= m.month_start
#-     AND t.created_at < m.month_start + INTERVAL 1 MONTH
#+     ON t.created_at BETWEEN m.month_start AND last_day(m.month_start)

# %% wrong="the second order is a return" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(DISTINCT f.user_id) FILTER (f.first_order < t.created_at) AS returning_users

# %% wrong="orders are counted" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#+     count(f.user_id) FILTER (f.first_order < m.month_start) AS returning_users

# %% wrong="NULL is a user" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(DISTINCT CASE WHEN t.id > 0 THEN ifnull(f.user_id, 0) END) FILTER (f.first_order >= m.month_start) AS new_users,
#+     count(DISTINCT CASE WHEN t.id > 0 THEN ifnull(f.user_id, 0) END) FILTER (f.first_order < m.month_start) AS returning_users
#
#- LEFT JOIN firsts AS f ON f.user_id = t.user_id
#+ LEFT JOIN firsts AS f ON f.user_id IS NOT DISTINCT FROM t.user_id

# %% wrong="only users whom the table knows" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     FROM transactions
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     FROM transactions JOIN users ON users.id = user_id     WHERE user_id IS NOT NULL

# %% wrong="the firsts are counted by instant" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#+     count(DISTINCT f.first_order) FILTER (f.first_order >= m.month_start) AS new_users,

# %% wrong="the number of first orders" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#+     count(f.user_id) FILTER (f.first_order = t.created_at) AS new_users,

# %% wrong="all who ever ordered before" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     (SELECT count(*) FROM firsts WHERE first_order < m.month_start) AS returning_users

# %% wrong="all users of the month return" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(DISTINCT f.user_id) AS returning_users

# %% wrong="months without orders are missing" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#- LEFT JOIN transactions AS t
#+ JOIN transactions AS t

# %% wrong="NULL where nobody is new" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#+     nullif(count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start), 0) AS new_users,

# %% wrong="the two swapped" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#-     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
#-     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
#+     count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS returning_users,
#+     count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS new_users

# %% wrong="newest first" caught_by="a user is one of the two, and counts once" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#+     WHERE user_id IS NOT NULL
#
#- ORDER BY m.month_start
#+ ORDER BY m.month_start DESC

# %% wrong="the first five hundred users" caught_by="any database, the shop's own too" of="the first order of 2020"
#-     WHERE user_id IS NOT NULL AND created_at >= '2020-01-01'
#-     GROUP BY user_id
#+     WHERE user_id IS NOT NULL
#+     GROUP BY user_id ORDER BY user_id LIMIT 500
