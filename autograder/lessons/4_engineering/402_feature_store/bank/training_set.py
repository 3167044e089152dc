# %% right="ASOF after one version per event"
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

# %% right="correlated subquery"
training_set = """
SELECT label_id, clicked, (
    SELECT value
    FROM features AS f
    WHERE f.member = l.member
        AND f.event_time <= l.moment
        AND f.event_time >= l.moment - INTERVAL 30 DAY
    ORDER BY f.event_time DESC, f.arrived DESC
    LIMIT 1
) AS value
FROM labels AS l
"""

# %% right="LATERAL, the age outside, other column order"
training_set = """
SELECT CASE WHEN moment - event_time > INTERVAL '30 days' THEN NULL ELSE f.value END AS value,
       clicked, label_id
FROM labels
LEFT JOIN LATERAL (
    SELECT event_time, value FROM features
    WHERE features.member = labels.member AND event_time <= moment
    ORDER BY event_time DESC, arrived DESC LIMIT 1
) AS f ON true
ORDER BY label_id DESC;
"""

# %% right="row_number over a plain join"
training_set = """
WITH joined AS (
    SELECT l.label_id, l.clicked, f.value,
        row_number() OVER (
            PARTITION BY l.label_id ORDER BY f.event_time DESC, f.arrived DESC
        ) AS place
    FROM labels l
    LEFT JOIN features f
        ON f.member = l.member
        AND f.event_time <= l.moment
        AND date_diff('microsecond', f.event_time, l.moment) <= 30 * 86400000000
)
SELECT label_id, clicked, value FROM joined WHERE place = 1
"""

# %% right="arg_max_null of a pair"
training_set = """
-- arg_max alone skips NULL
SELECT l.label_id, any_value(l.clicked) AS clicked,
       arg_max_null(f.value, (f.event_time, f.arrived)) AS value
FROM labels l
LEFT JOIN features f ON f.member = l.member
    AND f.event_time BETWEEN l.moment - to_days(30) AND l.moment
GROUP BY l.label_id
"""

# %% right="QUALIFY, 720 hours"
training_set = """
FROM labels AS l
LEFT JOIN features AS f
    ON f.member = l.member AND f.event_time <= l.moment
    AND f.event_time + INTERVAL 720 HOURS >= l.moment
SELECT l.label_id, l.clicked, f.value
QUALIFY 1 = row_number() OVER (
    PARTITION BY l.label_id ORDER BY f.event_time DESC, f.arrived DESC)
"""

# %% right="ASOF after a maximum of arrivals, epochs"
training_set = """
WITH newest AS (
    SELECT member, event_time, max(arrived) AS arrived FROM features GROUP BY ALL
), versions AS (
    SELECT * FROM features JOIN newest USING (member, event_time, arrived)
)
SELECT label_id, clicked,
       if(epoch(moment) - epoch(event_time) <= 2592000, value, NULL) AS VALUE
FROM labels ASOF LEFT JOIN versions
    ON versions.member = labels.member AND labels.moment >= versions.event_time
"""

# %% right="no later row exists"
training_set = """
SELECT l.label_id, l.clicked, found.value
FROM labels l
LEFT JOIN (
    SELECT label_id, f.value
    FROM labels JOIN features f ON f.member = labels.member
    WHERE f.event_time <= moment AND moment - f.event_time <= INTERVAL 30 DAYS
        AND NOT EXISTS (
            SELECT 1 FROM features g
            WHERE g.member = f.member AND g.event_time <= moment
                AND (g.event_time > f.event_time
                     OR (g.event_time = f.event_time AND g.arrived > f.arrived)))
) AS found USING (label_id)
"""

# %% right="one timeline of labels and features"
training_set = """
WITH rows AS (
    SELECT member, moment AS t, TIMESTAMP '9999-01-01' AS arrived, label_id, clicked,
           NULL::INTEGER AS value
    FROM labels
    UNION ALL
    SELECT member, event_time, arrived, NULL, NULL, value FROM features
), seen AS (
    SELECT *,
        last_value(CASE WHEN label_id IS NULL THEN {'v': value, 't': t} END IGNORE NULLS)
            OVER (PARTITION BY member ORDER BY t, arrived, label_id ROWS UNBOUNDED PRECEDING) AS s
    FROM rows
)
SELECT label_id, clicked, CASE WHEN t - s.t <= INTERVAL 30 DAY THEN s.v END AS value
FROM seen WHERE label_id IS NOT NULL
"""

# %% wrong="the latest value, whatever its time" caught_by="the last value at or before the label" of="correlated subquery"
#-         AND f.event_time <= l.moment
#+

# %% wrong="strictly before the label" caught_by="the last value at or before the label" of="correlated subquery"
#-         AND f.event_time <= l.moment
#+         AND f.event_time < l.moment

# %% wrong="an inner join drops labels" caught_by="30 days, NULL, no features" of="ASOF after one version per event"
#- ASOF LEFT JOIN (
#+ ASOF JOIN (

# %% wrong="no limit of age" caught_by="30 days, NULL, no features" of="correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+

# %% wrong="exactly 30 days is too old" caught_by="30 days, NULL, no features" of="correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+         AND f.event_time > l.moment - INTERVAL 30 DAY

# %% wrong="a month for 30 days" caught_by="30 days, NULL, no features" of="correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+         AND f.event_time >= l.moment - INTERVAL 1 MONTH

# %% wrong="date_diff counts midnights" caught_by="30 days, NULL, no features" of="correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+         AND date_diff('day', f.event_time, l.moment) <= 30

# %% wrong="30 days before midnight" caught_by="30 days, NULL, no features" of="correlated subquery"
#-         AND f.event_time >= l.moment - INTERVAL 30 DAY
#+         AND f.event_time >= l.moment::DATE - INTERVAL 30 DAY

# %% wrong="the age in WHERE drops labels" caught_by="30 days, NULL, no features" of="ASOF after one version per event"
#-     AND f.event_time <= l.moment
#+     AND f.event_time <= l.moment
#+ WHERE l.moment - f.event_time <= INTERVAL 720 HOUR

# %% wrong="a correction makes a second row" caught_by="one row per label, corrections"
training_set = """
SELECT l.label_id, l.clicked, f.value
FROM labels l LEFT JOIN (
    SELECT l.label_id, max(f.event_time) AS last
    FROM labels l JOIN features f ON f.member = l.member AND f.event_time <= l.moment
    GROUP BY l.label_id
) AS m USING (label_id)
LEFT JOIN features f
    ON f.member = l.member AND f.event_time = m.last
    AND f.event_time >= l.moment - INTERVAL 30 DAY
"""

# %% wrong="the first version counts" caught_by="one row per label, corrections" of="correlated subquery"
#-     ORDER BY f.event_time DESC, f.arrived DESC
#+     ORDER BY f.event_time DESC, f.arrived

# %% wrong="the larger version counts" caught_by="one row per label, corrections" of="correlated subquery"
#-     ORDER BY f.event_time DESC, f.arrived DESC
#+     ORDER BY f.event_time DESC, f.value DESC NULLS LAST

# %% wrong="the last arrival, whatever its event" caught_by="one row per label, corrections" of="correlated subquery"
#-     ORDER BY f.event_time DESC, f.arrived DESC
#+     ORDER BY f.arrived DESC

# %% wrong="arg_max skips NULL" caught_by="30 days, NULL, no features" of="arg_max_null of a pair"
#-        arg_max_null(f.value, (f.event_time, f.arrived)) AS value
#+        arg_max(f.value, (f.event_time, f.arrived)) AS value

# %% wrong="NULL is left out beforehand" caught_by="30 days, NULL, no features" of="correlated subquery"
#-     WHERE f.member = l.member
#+     WHERE f.member = l.member AND f.value IS NOT NULL

# %% wrong="the member is ignored" caught_by="the last value at or before the label" of="correlated subquery"
#-     WHERE f.member = l.member
#-         AND f.event_time <= l.moment
#+     WHERE f.event_time <= l.moment

# %% wrong="NULL becomes 0" caught_by="30 days, NULL, no features" of="ASOF after one version per event"
#-     CASE WHEN l.moment - f.event_time <= INTERVAL 720 HOUR THEN f.value END AS value
#+     CASE WHEN l.moment - f.event_time <= INTERVAL 720 HOUR THEN f.value ELSE 0 END AS value

# %% wrong="the largest value" caught_by="the last value at or before the label" of="arg_max_null of a pair"
#-        arg_max_null(f.value, (f.event_time, f.arrived)) AS value
#+        max(f.value) AS value

# %% wrong="the mean of the 30 days" caught_by="the last value at or before the label" of="arg_max_null of a pair"
#-        arg_max_null(f.value, (f.event_time, f.arrived)) AS value
#+        avg(f.value) AS value

# %% wrong="only what had arrived" caught_by="the last value at or before the label" of="correlated subquery"
#-         AND f.event_time <= l.moment
#+         AND f.event_time <= l.moment AND f.arrived <= l.moment

# %% wrong="joined by day" caught_by="the last value at or before the label" of="correlated subquery"
#-         AND f.event_time <= l.moment
#+         AND f.event_time::DATE <= l.moment::DATE

# %% wrong="the features of the same day only" caught_by="the last value at or before the label" of="correlated subquery"
#-         AND f.event_time <= l.moment
#+         AND f.event_time <= l.moment AND f.event_time::DATE = l.moment::DATE

# %% wrong="labels of one moment become one" caught_by="one row per label, corrections" of="arg_max_null of a pair"
#- SELECT l.label_id, any_value(l.clicked) AS clicked,
#+ SELECT min(l.label_id) AS label_id, any_value(l.clicked) AS clicked,
#
#- GROUP BY l.label_id
#+ GROUP BY l.member, l.moment

# %% wrong="one row per member" caught_by="the last value at or before the label" of="arg_max_null of a pair"
#- SELECT l.label_id, any_value(l.clicked) AS clicked,
#+ SELECT max(l.label_id) AS label_id, any_value(l.clicked) AS clicked,
#
#- GROUP BY l.label_id
#+ GROUP BY l.member

# %% wrong="every feature before the label" caught_by="the last value at or before the label"
training_set = """
SELECT l.label_id, l.clicked, f.value
FROM labels l
LEFT JOIN features f
    ON f.member = l.member AND f.event_time <= l.moment
    AND f.event_time >= l.moment - INTERVAL 30 DAY
"""

# %% wrong="a column too many" caught_by="the last value at or before the label" of="correlated subquery"
#- SELECT label_id, clicked, (
#+ SELECT label_id, member, clicked, (
