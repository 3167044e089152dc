# %% right="upsert"
backfill = """
INSERT INTO monthly (month_start, users, orders, gmv)
SELECT
    $month,
    count(DISTINCT t.user_id),
    count(*),
    coalesce(sum(t.quantity * p.price), 0)
FROM transactions AS t
LEFT JOIN products AS p ON p.id = t.product_id
WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
ON CONFLICT (month_start) DO UPDATE
SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
"""

# %% right="insert or replace, from a spine of one month"
backfill = """
-- the month is the left side, so it always has a row
INSERT OR REPLACE INTO monthly
SELECT m.month_start, count(DISTINCT user_id), count(t.id), ifnull(sum(quantity * price), 0)
FROM (SELECT $month::DATE AS month_start) AS m
LEFT JOIN transactions AS t ON date_trunc('month', t.created_at) = m.month_start
LEFT JOIN products AS p ON p.id = product_id
GROUP BY ALL
"""

# %% right="merge"
backfill = """
MERGE INTO monthly USING (
    SELECT $month AS month_start, count(DISTINCT user_id) AS users, count(*) AS orders,
           coalesce(sum(quantity * price), 0) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    WHERE year(created_at) = year($month) AND month(created_at) = month($month)
) AS s ON monthly.month_start = s.month_start
WHEN MATCHED THEN UPDATE SET users = s.users, orders = s.orders, gmv = s.gmv
WHEN NOT MATCHED THEN INSERT VALUES (s.month_start, s.users, s.orders, s.gmv);
"""

# %% right="in a transaction of its own"
backfill = """
BEGIN TRANSACTION;
DELETE FROM monthly WHERE month_start = $month;
INSERT INTO monthly BY NAME
SELECT count(*) AS orders, $month AS month_start, coalesce(sum(quantity * price), 0.00) AS gmv,
       count(DISTINCT user_id) AS users
FROM transactions LEFT JOIN products ON products.id = product_id
WHERE last_day(created_at) = last_day($month);
COMMIT;
-- done
"""

# %% right="a row of zeros, then an update"
backfill = """
INSERT INTO monthly VALUES ($month, 0, 0, 0) ON CONFLICT DO NOTHING;
UPDATE monthly SET
    users = (SELECT count(DISTINCT user_id) FROM transactions
             WHERE created_at >= $month AND created_at < $month + INTERVAL '1 month'),
    orders = (SELECT count(*) FROM transactions
              WHERE created_at >= $month AND created_at < $month + INTERVAL '1 month'),
    gmv = coalesce((SELECT sum(quantity * price) FROM transactions, products
                    WHERE products.id = product_id
                    AND created_at >= $month AND created_at < $month + INTERVAL '1 month'), 0)
WHERE month_start = $month
"""

# %% right="delete by joining, insert from a CTE"
backfill = """
DELETE FROM monthly USING (SELECT $month AS m) AS x WHERE monthly.month_start = x.m;
WITH placed AS (
    SELECT user_id, CAST(quantity * price AS DECIMAL(18, 2)) AS amount
    FROM transactions t LEFT JOIN products p ON t.product_id = p.id
    WHERE t.created_at::DATE BETWEEN $month AND last_day($month)
)
INSERT INTO monthly
SELECT $month, count(DISTINCT user_id), count(*), coalesce(sum(amount), 0) FROM placed;
"""

# %% wrong="inserts only" caught_by="run again, the result is the same" of="upsert"
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="inserts where there is nothing yet" caught_by="run again, the result is the same" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#+ INSERT OR IGNORE INTO monthly (month_start, users, orders, gmv)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="keeps a row that is there" caught_by="run again, the result is the same" of="upsert"
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH AND $month NOT IN (SELECT month_start FROM monthly);

# %% wrong="deletes after inserting" caught_by="run again, the result is the same" of="upsert"
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH; DELETE FROM monthly WHERE month_start = $month;

# %% wrong="updates only" caught_by="run again, the result is the same"
backfill = """
UPDATE monthly SET users = 0, orders = 0, gmv = 0 WHERE month_start = $month
"""

# %% wrong="deletes the orders that it has counted" caught_by="run again, the result is the same" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH; DELETE FROM transactions WHERE created_at >= $month AND created_at < $month + INTERVAL 1 MONTH;

# %% wrong="deletes the day only" caught_by="run again, the result is the same" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = current_date;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="always March" caught_by="run again, the result is the same" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = DATE '2020-03-01';
#
#-     $month,
#+     DATE '2020-03-01',
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= DATE '2020-03-01' AND t.created_at < DATE '2020-03-01' + INTERVAL 1 MONTH;

# %% wrong="drops the table first" caught_by="run again, the result is the same" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#+ DROP TABLE monthly; CREATE TABLE monthly (month_start DATE);INSERT INTO monthly (month_start, users, orders, gmv)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="another parameter" caught_by="run again, the result is the same" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $day;
#
#-     $month,
#+     $day,
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $day AND t.created_at < $day + INTERVAL 1 MONTH;

# %% wrong="a query" caught_by="run again, the result is the same" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="rolls back" caught_by="run again, the result is the same" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH; ROLLBACK;

# %% wrong="adds to what is there" caught_by="run again, the result is the same" of="upsert"
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ SET users = users + excluded.users, orders = orders + excluded.orders, gmv = gmv + excluded.gmv;

# %% wrong="replaces gmv only" caught_by="run again, the result is the same" of="upsert"
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ SET gmv = excluded.gmv;

# %% wrong="replaces a row only where its orders differ" caught_by="run again, the result is the same" of="upsert"
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv WHERE orders <> excluded.orders;

# %% wrong="replaces a row only where its gmv differs" caught_by="run again, the result is the same" of="upsert"
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv WHERE gmv <> excluded.gmv;

# %% wrong="replaces a row only where its users differ" caught_by="run again, the result is the same" of="upsert"
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv WHERE users <> excluded.users;

# %% wrong="keeps the larger value" caught_by="run again, the result is the same" of="upsert"
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ SET users = greatest(users, excluded.users), orders = excluded.orders, gmv = greatest(gmv, excluded.gmv);

# %% wrong="does nothing on conflict" caught_by="run again, the result is the same" of="upsert"
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ ON CONFLICT (month_start) DO NOTHING;

# %% wrong="no row for a month without orders" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH GROUP BY date_trunc('month', t.created_at);

# %% wrong="gmv NULL" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#-     coalesce(sum(t.quantity * p.price), 0)
#+     sum(t.quantity * p.price)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="inner join to products" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- LEFT JOIN products AS p ON p.id = t.product_id
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ JOIN products AS p ON p.id = t.product_id
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="between two days" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at BETWEEN $month AND last_day($month);

# %% wrong="the end counts twice" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at <= $month + INTERVAL 1 MONTH;

# %% wrong="this month of all years" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE month(t.created_at) = month($month);

# %% wrong="all of the year" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE year(t.created_at) = year($month);

# %% wrong="thirty days" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 30 DAY;

# %% wrong="orders with a user only" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#-     count(*),
#+     count(t.user_id),
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="users as often as they order" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#-     count(DISTINCT t.user_id),
#+     count(t.user_id),
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="no quantity is one" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#-     coalesce(sum(t.quantity * p.price), 0)
#+     coalesce(sum(coalesce(t.quantity, 1) * p.price), 0)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="refunds left out" caught_by="the month says what the report says" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#+ DELETE FROM monthly WHERE month_start = $month; INSERT INTO monthly (month_start, users, orders, gmv)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH AND t.quantity > 0;

# %% wrong="orders of 0 pieces left out" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.quantity IS DISTINCT FROM 0 AND t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="money as FLOAT" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#-     coalesce(sum(t.quantity * p.price), 0)
#+     coalesce(sum(t.quantity * p.price::FLOAT), 0)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="the price alone" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#-     coalesce(sum(t.quantity * p.price), 0)
#+     coalesce(sum(p.price), 0)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="2020 only" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE year($month) = 2020 AND t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="the last day as month_start" caught_by="the month says what the report says" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start = $month;
#
#-     $month,
#+     last_day($month),
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="mends the orders without a quantity" caught_by="all other rows stay as they are" of="upsert"
#- backfill = """
#+ backfill = """
#+ UPDATE transactions SET quantity = 0 WHERE quantity IS NULL; DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="makes the products that are unknown" caught_by="all other rows stay as they are" of="upsert"
#- backfill = """
#+ backfill = """
#+ INSERT INTO products SELECT DISTINCT product_id, '?', 0 FROM transactions WHERE product_id NOT IN (SELECT id FROM products); DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="makes the users that are unknown" caught_by="all other rows stay as they are" of="upsert"
#- backfill = """
#+ backfill = """
#+ INSERT INTO users SELECT DISTINCT user_id, '?', NULL FROM transactions WHERE user_id NOT IN (SELECT id FROM users); DELETE FROM monthly WHERE month_start = $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="empties the table" caught_by="all other rows stay as they are" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#+ DELETE FROM monthly; INSERT INTO monthly (month_start, users, orders, gmv)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="truncates the table" caught_by="all other rows stay as they are" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#+ TRUNCATE monthly; INSERT INTO monthly (month_start, users, orders, gmv)
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="deletes the month and all later ones" caught_by="all other rows stay as they are" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start >= $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="deletes this month of all years" caught_by="all other rows stay as they are" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month(month_start) = month($month);
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="deletes the month before too" caught_by="all other rows stay as they are" of="upsert"
#- backfill = """
#+ backfill = """
#+ DELETE FROM monthly WHERE month_start BETWEEN $month - INTERVAL 1 MONTH AND $month;
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;

# %% wrong="computes all months" caught_by="all other rows stay as they are" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#+ DELETE FROM monthly; INSERT INTO monthly (month_start, users, orders, gmv)
#
#-     $month,
#+     date_trunc('month', t.created_at)::DATE,
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ GROUP BY 1;

# %% wrong="replaces all months" caught_by="all other rows stay as they are" of="upsert"
#- INSERT INTO monthly (month_start, users, orders, gmv)
#+ INSERT OR REPLACE INTO monthly (month_start, users, orders, gmv)
#
#-     $month,
#+     date_trunc('month', t.created_at)::DATE,
#
#- WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH
#- ON CONFLICT (month_start) DO UPDATE
#- SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;
#+ GROUP BY 1;
