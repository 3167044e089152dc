# %% right="one correlated subquery"
as_known = """
SELECT label_id, clicked, (
    SELECT value
    FROM features AS f
    WHERE f.member = l.member
        AND f.event_time <= l.moment
        AND f.arrived <= l.moment
        AND f.event_time >= l.moment - INTERVAL 30 DAY
    ORDER BY f.event_time DESC, f.arrived DESC
    LIMIT 1
) AS value
FROM labels AS l
"""

# %% right="LATERAL with the age outside"
as_known = """
SELECT label_id, clicked,
       CASE WHEN moment <= event_time + INTERVAL 720 HOUR THEN f.value END AS value
FROM labels
LEFT JOIN LATERAL (
    SELECT event_time, value FROM features
    WHERE features.member = labels.member AND greatest(event_time, arrived) <= moment
    ORDER BY event_time DESC, arrived DESC LIMIT 1
) AS f ON true
"""

# %% right="a window over the join"
as_known = """
WITH known AS (
    SELECT l.label_id, l.clicked, f.value,
        row_number() OVER (
            PARTITION BY l.label_id ORDER BY f.event_time DESC, f.arrived DESC
        ) AS place
    FROM labels l
    LEFT JOIN features f
        ON f.member = l.member
        AND f.event_time BETWEEN l.moment - INTERVAL 30 DAY AND l.moment
        AND f.arrived <= l.moment
)
SELECT clicked, value, label_id FROM known WHERE place = 1 ORDER BY value
"""

# %% right="the join and QUALIFY"
as_known = """
SELECT l.label_id, l.clicked, f.value
FROM labels l
LEFT JOIN features f
    ON f.member = l.member
    AND f.event_time <= l.moment
    AND f.arrived <= l.moment
    AND l.moment - f.event_time <= INTERVAL 720 HOUR
QUALIFY row_number() OVER (PARTITION BY l.label_id ORDER BY f.event_time DESC, f.arrived DESC) = 1
"""

# %% right="arg_max_null of event and arrival"
as_known = """
SELECT l.label_id, any_value(l.clicked) AS clicked,
       arg_max_null(f.value, (f.event_time, f.arrived)) AS value
FROM labels l
LEFT JOIN features f
    ON f.member = l.member
    AND f.event_time <= l.moment
    AND f.arrived <= l.moment
    AND f.event_time >= l.moment - INTERVAL 30 DAY
GROUP BY l.label_id
"""

# %% right="arg_max of a struct"
as_known = """
SELECT label_id, max(clicked) AS clicked,
       (arg_max({'v': value}, (event_time, arrived))).v AS value
FROM labels LEFT JOIN features
    ON features.member = labels.member
    AND event_time <= moment AND arrived <= moment AND moment - event_time <= INTERVAL 30 DAYS
GROUP BY label_id
"""

# %% right="maximum by maximum"
as_known = """
WITH known AS (
    SELECT label_id, f.event_time, f.arrived, f.value
    FROM labels l JOIN features f ON f.member = l.member
    WHERE f.event_time <= moment AND f.arrived <= moment
        AND f.event_time >= moment - INTERVAL 30 DAY
), last_event AS (
    SELECT label_id, max(event_time) AS event_time FROM known GROUP BY label_id
), last_version AS (
    SELECT label_id, event_time, max(arrived) AS arrived
    FROM known JOIN last_event USING (label_id, event_time)
    GROUP BY label_id, event_time
)
SELECT labels.label_id, labels.clicked, known.value
FROM labels
LEFT JOIN last_version USING (label_id)
LEFT JOIN known USING (label_id, event_time, arrived)
"""

# %% right="no better row exists"
as_known = """
SELECT l.label_id, l.clicked, found.value
FROM labels l
LEFT JOIN (
    SELECT label_id, f.value
    FROM labels JOIN features f ON f.member = labels.member
    WHERE f.event_time <= moment AND f.arrived <= moment
        AND f.event_time >= moment - INTERVAL 30 DAY
        AND NOT EXISTS (
            SELECT 1 FROM features g
            WHERE g.member = f.member AND g.event_time <= moment AND g.arrived <= moment
                AND (g.event_time, g.arrived) > (f.event_time, f.arrived))
) AS found USING (label_id)
"""

# %% right="the first of a sorted list"
as_known = """
SELECT l.label_id, first(l.clicked) AS clicked,
       (list({'e': f.event_time, 'a': f.arrived, 'v': f.value}
             ORDER BY f.event_time DESC, f.arrived DESC))[1].v AS value
FROM labels l
LEFT JOIN features f
    ON f.member = l.member AND f.event_time <= l.moment AND f.arrived <= l.moment
    AND f.event_time >= l.moment - INTERVAL 30 DAY
GROUP BY l.label_id
"""

# %% wrong="event time only" caught_by="only what had arrived" of="one correlated subquery"
#-         AND f.arrived <= l.moment
#+

# %% wrong="the last by event time, dropped if it was late" caught_by="only what had arrived"
as_known = """
SELECT
    l.label_id,
    l.clicked,
    CASE WHEN l.moment - f.event_time <= INTERVAL 30 DAY AND f.arrived <= l.moment
         THEN f.value END AS value
FROM labels AS l
ASOF LEFT JOIN (
    SELECT * FROM features
    QUALIFY row_number() OVER (PARTITION BY member, event_time ORDER BY arrived DESC) = 1
) AS f
    ON f.member = l.member AND f.event_time <= l.moment
"""

# %% wrong="the last arrival wins" caught_by="the last event, not the last arrival" of="one correlated subquery"
#-     ORDER BY f.event_time DESC, f.arrived DESC
#+     ORDER BY f.arrived DESC, f.event_time DESC

# %% wrong="ASOF on the arrival" caught_by="the last event, not the last arrival"
as_known = """
SELECT
    l.label_id,
    l.clicked,
    CASE WHEN f.event_time BETWEEN l.moment - INTERVAL 30 DAY AND l.moment
         THEN f.value END AS value
FROM labels AS l
ASOF LEFT JOIN features AS f
    ON f.member = l.member AND f.arrived <= l.moment
"""

# %% wrong="arrived strictly before" caught_by="only what had arrived" of="one correlated subquery"
#-         AND f.arrived <= l.moment
#+         AND f.arrived < l.moment

# %% wrong="event strictly before" caught_by="the last event, not the last arrival" of="one correlated subquery"
#-         AND f.event_time <= l.moment
#+         AND f.event_time < l.moment

# %% wrong="a correction is ignored" caught_by="corrections, age, one row per label" of="one correlated subquery"
#-     ORDER BY f.event_time DESC, f.arrived DESC
#+     ORDER BY f.event_time DESC, f.arrived

# %% wrong="reduced to the last version before the arrival is looked at" caught_by="corrections, age, one row per label" of="the join and QUALIFY"
#- LEFT JOIN features f
#+ LEFT JOIN (
#+     FROM features
#+     QUALIFY row_number() OVER (PARTITION BY member, event_time ORDER BY arrived DESC) = 1
#+ ) f

# %% wrong="age counted from the arrival" caught_by="corrections, age, one row per label" of="one correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+         AND f.arrived >= l.moment - INTERVAL 30 DAY

# %% wrong="no limit of age" caught_by="corrections, age, one row per label" of="one correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+

# %% wrong="exactly 30 days is too old" caught_by="corrections, age, one row per label" of="one correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+         AND f.event_time > l.moment - INTERVAL 30 DAY

# %% wrong="a month for 30 days" caught_by="corrections, age, one row per label" of="one correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+         AND f.event_time >= l.moment - INTERVAL 1 MONTH

# %% wrong="an event dated in the future is used" caught_by="the last event, not the last arrival" of="one correlated subquery"
#-         AND f.event_time <= l.moment
#+

# %% wrong="NULL is skipped by arg_max" caught_by="corrections, age, one row per label" of="arg_max_null of event and arrival"
#-        arg_max_null(f.value, (f.event_time, f.arrived)) AS value
#+        arg_max(f.value, (f.event_time, f.arrived)) AS value

# %% wrong="known at the end of the day" caught_by="only what had arrived" of="one correlated subquery"
#-         AND f.arrived <= l.moment
#+         AND f.arrived::DATE <= l.moment::DATE

# %% wrong="the member is ignored" caught_by="only what had arrived" of="one correlated subquery"
#-     WHERE f.member = l.member
#-         AND f.event_time <= l.moment
#+     WHERE f.event_time <= l.moment

# %% wrong="labels without a value are dropped" caught_by="corrections, age, one row per label" of="the join and QUALIFY"
#- LEFT JOIN features f
#+ JOIN features f

# %% wrong="at equal event times two rows" caught_by="corrections, age, one row per label" of="the join and QUALIFY"
#- QUALIFY row_number() OVER (PARTITION BY l.label_id ORDER BY f.event_time DESC, f.arrived DESC) = 1
#+ QUALIFY rank() OVER (PARTITION BY l.label_id ORDER BY f.event_time DESC) = 1

# %% wrong="one row per member and moment" caught_by="corrections, age, one row per label" of="the join and QUALIFY"
#- QUALIFY row_number() OVER (PARTITION BY l.label_id ORDER BY f.event_time DESC, f.arrived DESC) = 1
#+ QUALIFY row_number() OVER (
#+     PARTITION BY l.member, l.moment ORDER BY f.event_time DESC, f.arrived DESC) = 1

# %% wrong="the arrival in WHERE drops labels" caught_by="only what had arrived" of="the join and QUALIFY"
#-     AND f.arrived <= l.moment
#-     AND l.moment - f.event_time <= INTERVAL 720 HOUR
#+     AND l.moment - f.event_time <= INTERVAL 720 HOUR
#+ WHERE f.arrived <= l.moment

# %% wrong="features are read three times" caught_by="each table is read at most twice"
as_known = """
SELECT l.label_id, l.clicked, (
    SELECT value FROM features f
    WHERE f.member = l.member AND f.arrived <= l.moment
        AND f.event_time >= l.moment - INTERVAL 30 DAY
        AND f.event_time = (
            SELECT max(event_time) FROM features g
            WHERE g.member = l.member AND g.event_time <= l.moment AND g.arrived <= l.moment)
        AND f.arrived = (
            SELECT max(h.arrived) FROM features h
            WHERE h.member = l.member AND h.event_time = f.event_time AND h.arrived <= l.moment)
) AS value
FROM labels l
"""

# %% wrong="labels are read three times" caught_by="each table is read at most twice"
as_known = """
SELECT l.label_id, l.clicked, found.value
FROM labels l
LEFT JOIN (
    SELECT label_id, value
    FROM labels JOIN features ON features.member = labels.member
    WHERE event_time <= moment AND arrived <= moment
        AND event_time >= moment - INTERVAL 30 DAY
        AND (label_id, event_time, arrived) IN (
            SELECT label_id, max(event_time), max(arrived) FILTER (event_time = last)
            FROM (
                SELECT label_id, event_time, arrived,
                       max(event_time) OVER (PARTITION BY label_id) AS last
                FROM labels JOIN features ON features.member = labels.member
                WHERE event_time <= moment AND arrived <= moment
            ) GROUP BY label_id)
) AS found USING (label_id)
"""
