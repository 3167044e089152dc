# %% right="orders per month"
metric_contract = {
    'name': 'orders per month',
    'owner': 'Ines, shop operations',
    'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
    'grain': ['m'],
    'value': 'orders',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': 'It says nothing about why customers left.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
}

# %% right="refund pieces per product"
metric_contract = {
    'name': 'returned pieces per product',
    'owner': 'head of returns',
    'sql': 'SELECT product_id, -sum(quantity) AS pieces FROM transactions WHERE quantity < 0 GROUP BY product_id',
    'grain': ['product_id'],
    'value': 'pieces',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': 'A high number may be a popular product, not a bad one.',
    'reacts': {'refunds doubled': 'up', 'unknown user': 'same', 'across midnight': 'same'},
}

# %% right="net sales per month"
metric_contract = {
    'name': 'net sales',
    'owner': 'controller',
    'sql': "SELECT date_trunc('month', created_at) AS month, round(sum(quantity * price), 2) AS net\nFROM transactions JOIN products p ON p.id = product_id WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY ALL ORDER BY ALL",
    'grain': ['month'],
    'value': 'net',
    'freshness_hours': 48,
    'readers': ['finance', 'board'],
    'says_not': 'It says nothing about why customers left.',
    'reacts': {'refunds doubled': 'down', 'unknown user': 'up', 'across midnight': 'moves'},
}

# %% right="known buyers per month"
metric_contract = {
    'name': 'known buyers',
    'owner': 'CRM lead',
    'sql': "WITH b AS (SELECT DISTINCT date_trunc('month', created_at) AS month, u.id FROM transactions JOIN users u ON u.id = user_id WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01') SELECT month, count(*) AS buyers FROM b GROUP BY month",
    'grain': ['month'],
    'value': 'buyers',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': 'Guests and unknown accounts are not in it.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'same', 'across midnight': 'moves'},
}

# %% right="orders per day of 2020"
metric_contract = {
    'name': 'orders per day',
    'owner': 'Night shift lead',
    'sql': "SELECT created_at::DATE AS day, count(id) AS n FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY 1 ORDER BY 1",
    'grain': ['day'],
    'value': 'n',
    'freshness_hours': 2,
    'readers': ['warehouse'],
    'says_not': 'It says nothing about why customers left.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
}

# %% right="orders per sex and month"
metric_contract = {
    'name': 'orders by sex and month',
    'owner': 'Data protection officer',
    'sql': "SELECT month(created_at) AS m, u.sex, count(*) AS orders FROM transactions t JOIN users u ON u.id = t.user_id WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY 1, 2",
    'grain': ['m', 'sex'],
    'value': 'orders',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': 'NULL is a group of its own and not an error.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'same', 'across midnight': 'moves'},
}

# %% right="one row"
metric_contract = {
    'name': 'gross pieces ever',
    'owner': 'Warehouse manager',
    'sql': "SELECT 'all' AS scope, sum(quantity) FILTER (quantity > 0) AS pieces FROM transactions",
    'grain': ['scope'],
    'value': 'pieces',
    'freshness_hours': 168,
    'readers': ['everyone in the building'],
    'says_not': 'It says nothing about why customers left.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'same'},
}

# %% right="refund share per month"
metric_contract = {
    'name': 'share of refunds',
    'owner': 'Quality lead',
    'sql': "SELECT month(created_at) AS m, avg((quantity < 0)::INT) AS share FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
    'grain': ['m'],
    'value': 'share',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': 'Orders and refunds need not belong together.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'down', 'across midnight': 'up'},
}

# %% right="unknown orders per year"
metric_contract = {
    'name': 'orders without a known user',
    'owner': 'Fraud analyst',
    'sql': 'FROM transactions t SELECT year(created_at) AS y, count(*) AS orders WHERE NOT EXISTS (FROM users u WHERE u.id = t.user_id) GROUP BY y',
    'grain': ['y'],
    'value': 'orders',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': 'It is a data fault until somebody shows that it is fraud.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'same'},
}

# %% right="largest order per month, upper case"
metric_contract = {
    'name': 'largest order',
    'owner': 'Pricing manager',
    'sql': "SELECT MONTH(created_at) AS M, MAX(quantity) AS PIECES FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY 1",
    'grain': ['M'],
    'value': 'Pieces',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': 'It says nothing about why customers left.',
    'reacts': {'refunds doubled': 'same', 'unknown user': 'same', 'across midnight': 'same'},
}

# %% right="grain as a string"
metric_contract = {
    'name': 'average basket',
    'owner': 'Head of marketing',
    'sql': "SELECT 2020 AS year, avg(quantity) AS pieces FROM transactions WHERE quantity > 0 AND created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01'",
    'grain': 'year',
    'value': 'pieces',
    'freshness_hours': 12.5,
    'readers': ['buyers'],
    'says_not': ['An average of pieces', 'says little about money'],
    'reacts': {'refunds doubled': 'same', 'unknown user': 'down', 'across midnight': 'same'},
}

# %% right="cheap products"
metric_contract = {
    'name': 'products under ten',
    'owner': 'Assortment lead',
    'sql': 'SELECT id, name, price AS cost FROM products WHERE price < 10',
    'grain': ['id'],
    'value': 'cost',
    'freshness_hours': 24,
    'readers': ['buyers'],
    'says_not': "Whether anybody buys them isn't in it.",
    'reacts': {'refunds doubled': 'same', 'unknown user': 'same', 'across midnight': 'same'},
}

# %% wrong="an owner is missing" caught_by="complete in words" of="orders per month"
#-     'owner': 'Ines, shop operations',

# %% wrong="the team owns it" caught_by="complete in words" of="orders per month"
#-     'owner': 'Ines, shop operations',
#+     'owner': 'the data team',

# %% wrong="everybody owns it" caught_by="complete in words" of="orders per month"
#-     'owner': 'Ines, shop operations',
#+     'owner': 'Everyone',

# %% wrong="says_not is empty" caught_by="complete in words" of="orders per month"
#-     'says_not': 'It says nothing about why customers left.',
#+     'says_not': '',

# %% wrong="says_not in three words" caught_by="complete in words" of="orders per month"
#-     'says_not': 'It says nothing about why customers left.',
#+     'says_not': 'not very much',

# %% wrong="a freshness of 0" caught_by="complete in words" of="orders per month"
#-     'freshness_hours': 24,
#+     'freshness_hours': 0,

# %% wrong="fresh for a month" caught_by="complete in words" of="orders per month"
#-     'freshness_hours': 24,
#+     'freshness_hours': 720,

# %% wrong="freshness in words" caught_by="complete in words" of="orders per month"
#-     'freshness_hours': 24,
#+     'freshness_hours': 'daily',

# %% wrong="no readers" caught_by="complete in words" of="orders per month"
#-     'readers': ['buyers'],
#+     'readers': [],

# %% wrong="readers as one string" caught_by="complete in words" of="orders per month"
#-     'readers': ['buyers'],
#+     'readers': 'buyers',

# %% wrong="no name" caught_by="complete in words" of="orders per month"
#-     'name': 'orders per month',
#+     'name': '',

# %% wrong="a placeholder for the owner" caught_by="complete in words" of="orders per month"
#-     'owner': 'Ines, shop operations',
#+     'owner': '<name of the owner>',

# %% wrong="grain isn't unique" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m, product_id",

# %% wrong="NOW() in the query" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at < now()::TIMESTAMP AND created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",

# %% wrong="CURRENT_DATE in the query" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at < current_date AND created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",

# %% wrong="a random sample" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE random() < 2 AND created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",

# %% wrong="two statements" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m; SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",

# %% wrong="a column of the grain is missing" caught_by="one row per grain" of="orders per month"
#-     'grain': ['m'],
#+     'grain': ['month'],

# %% wrong="no grain" caught_by="one row per grain" of="orders per month"
#-     'grain': ['m'],
#+     'grain': [],

# %% wrong="the value isn't in the result" caught_by="one row per grain" of="orders per month"
#-     'value': 'orders',
#+     'value': 'gmv',

# %% wrong="the value is the grain" caught_by="one row per grain" of="orders per month"
#-     'value': 'orders',
#+     'value': 'm',

# %% wrong="it deletes" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': 'DELETE FROM transactions',

# %% wrong="a row per order" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': 'SELECT id AS m, quantity AS orders FROM transactions',

# %% wrong="a parameter" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': 'SELECT $m AS m, count(*) AS orders FROM transactions',

# %% wrong="no SQL" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': 'orders, summed by month',

# %% wrong="names instead of numbers" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': 'SELECT id AS m, name AS orders FROM products',

# %% wrong="nothing found" caught_by="one row per grain" of="orders per month"
#-     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' GROUP BY m",
#+     'sql': "SELECT month(created_at) AS m, count(*) AS orders FROM transactions WHERE created_at >= TIMESTAMP '2020-01-01' AND created_at < TIMESTAMP '2021-01-01' AND quantity > 1000000 GROUP BY m",

# %% wrong="refunds are said to count" caught_by="words and query agree" of="orders per month"
#-     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
#+     'reacts': {'refunds doubled': 'down', 'unknown user': 'up', 'across midnight': 'moves'},

# %% wrong="same where it moves" caught_by="words and query agree" of="orders per month"
#-     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
#+     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'same'},

# %% wrong="the unknown user is said to drop out" caught_by="words and query agree" of="orders per month"
#-     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
#+     'reacts': {'refunds doubled': 'same', 'unknown user': 'same', 'across midnight': 'moves'},

# %% wrong="a shop is left out" caught_by="words and query agree" of="orders per month"
#-     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
#+     'reacts': {'refunds doubled': 'same', 'unknown user': 'up'},

# %% wrong="other words for the reaction" caught_by="words and query agree" of="orders per month"
#-     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
#+     'reacts': {'refunds doubled': 'no', 'unknown user': 'higher', 'across midnight': 'moves'},

# %% wrong="reacts is a sentence" caught_by="words and query agree" of="orders per month"
#-     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
#+     'reacts': 'it goes up with unknown users',

# %% wrong="sums refunds and says they don't count" caught_by="words and query agree" of="net sales per month"
#-     'reacts': {'refunds doubled': 'down', 'unknown user': 'up', 'across midnight': 'moves'},
#+     'reacts': {'refunds doubled': 'same', 'unknown user': 'up', 'across midnight': 'moves'},
