# %% right="a dict of events, a dict of members"
def backfill_day(table, events, day):
    unique = {event[0]: event for event in events}
    own = {}
    for _, member, time, amount in unique.values():
        if time // 86_400 == day:
            count, total = own.get(member, (0, 0))
            own[member] = count + 1, total + amount
    rows = [row for row in table if row[0] != day]
    rows += [(day, member, count, total) for member, (count, total) in own.items()]
    return sorted(rows)

# %% right="counters"
from collections import Counter


def backfill_day(table, events, day):
    start, end = day * 86_400, (day + 1) * 86_400
    counts, totals = Counter(), Counter()
    for _, member, time, amount in set(events):
        if start <= time < end:
            counts[member] += 1
            totals[member] += amount
    new = ((day, member, counts[member], totals[member]) for member in counts)
    return sorted([*(row for row in table if row[0] != day), *new])

# %% right="pandas"
import pandas as pd


def backfill_day(table, events, day):
    frame = pd.DataFrame(events, columns=["id", "member", "time", "amount"]).astype("int64")
    frame = frame.drop_duplicates("id")
    frame = frame[frame["time"] // 86_400 == day]
    grouped = frame.groupby("member")["amount"].agg(["count", "sum"])
    new = [(day, int(m), int(c), int(s)) for m, c, s in grouped.itertuples()]
    kept = [tuple(row) for row in table if row[0] != day]
    return sorted(kept + new)

# %% right="sorted and grouped"
from itertools import groupby
from operator import itemgetter


def backfill_day(table, events, day):
    """Recompute one day."""
    seen = set()
    own = []
    for event in events:
        if event[0] in seen or divmod(event[2], 86_400)[0] != day:
            continue
        seen.add(event[0])
        own.append(event)
    own.sort(key=itemgetter(1))
    result = list(filter(lambda row: row[0] != day, table))
    for member, group in groupby(own, key=itemgetter(1)):
        amounts = [event[3] for event in group]
        result.append((day, member, len(amounts), sum(amounts)))
    result.sort()
    return result

# %% right="a table as a dict"
import math


def backfill_day(table, events, day):
    rows = {(d, member): (count, total) for d, member, count, total in table if d != day}
    for _, member, time, amount in dict((event[0], event) for event in events).values():
        if math.floor(time / 86_400) != day:
            continue
        count, total = rows.get((day, member), (0, 0))
        rows[day, member] = (count + 1, total + amount)
    return [(*key, *rows[key]) for key in sorted(rows)]

# %% right="lists of amounts by member"
from collections import defaultdict
from datetime import datetime, timezone


def backfill_day(table, events, day):
    """The days are counted by datetime, which also knows those before 1970."""
    epoch = datetime(1970, 1, 1, tzinfo=timezone.utc).toordinal()
    amounts: dict[int, dict[int, int]] = defaultdict(dict)
    for number, member, time, amount in events:
        if datetime.fromtimestamp(time, timezone.utc).toordinal() - epoch == day:
            amounts[member][number] = amount
    rows = {row for row in table if row[0] != day}
    for member, by_id in amounts.items():
        rows.add((day, member, len(by_id), sum(by_id.values())))
    return sorted(rows)

# %% wrong="adds to what is there" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     rows = [row for row in table if row[0] != day]
#+     rows = list(table)

# %% wrong="a second run doubles the totals" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     own = {}
#+     own = {member: (count, total) for d, member, count, total in table if d == day}

# %% wrong="a row without events stays" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     rows = [row for row in table if row[0] != day]
#+     rows = [row for row in table if row[0] != day or row[1] not in own]

# %% wrong="copies count twice" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     for _, member, time, amount in unique.values():
#+     for _, member, time, amount in events:

# %% wrong="copies are found by their content" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     unique = {event[0]: event for event in events}
#+     unique = {event[1:]: event for event in events}

# %% wrong="all days are computed" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-         if time // 86_400 == day:
#+         if True:

# %% wrong="rows of other days are dropped" caught_by="run twice, the same table" of="a dict of events, a dict of members"
#-     rows = [row for row in table if row[0] != day]
#+     rows = []

# %% wrong="later days are dropped" caught_by="run twice, the same table" of="a dict of events, a dict of members"
#-     rows = [row for row in table if row[0] != day]
#+     rows = [row for row in table if row[0] < day]

# %% wrong="times are rounded to days" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-         if time // 86_400 == day:
#+         if round(time / 86_400) == day:

# %% wrong="the last second belongs to the next day" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-         if time // 86_400 == day:
#+         if (time + 1) // 86_400 == day:

# %% wrong="midnight belongs to the day before" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-         if time // 86_400 == day:
#+         if day * 86_400 < time <= (day + 1) * 86_400:

# %% wrong="int() cuts days before 0" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-         if time // 86_400 == day:
#+         if int(time / 86_400) == day:

# %% wrong="refunds are left out" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-         if time // 86_400 == day:
#+         if time // 86_400 == day and amount >= 0:

# %% wrong="refunds count as 0" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-             own[member] = count + 1, total + amount
#+             own[member] = count + 1, total + max(amount, 0)

# %% wrong="one row for all members" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-             count, total = own.get(member, (0, 0))
#-             own[member] = count + 1, total + amount
#+             count, total = own.get(0, (0, 0))
#+             own[0] = count + 1, total + amount

# %% wrong="not sorted" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     return sorted(rows)
#+     return rows

# %% wrong="sorted by member" caught_by="run twice, the same table" of="a dict of events, a dict of members"
#-     return sorted(rows)
#+     return sorted(rows, key=lambda row: row[1])

# %% wrong="changes the table that was passed in" caught_by="the day is recomputed"
def backfill_day(table, events, day):
    unique = {event[0]: event for event in events}
    own = {}
    for _, member, time, amount in unique.values():
        if time // 86_400 == day:
            count, total = own.get(member, (0, 0))
            own[member] = count + 1, total + amount
    table[:] = [row for row in table if row[0] != day]
    table += [(day, member, count, total) for member, (count, total) in own.items()]
    table.sort()
    return table

# %% wrong="returns the caller's list if nothing changes" caught_by="run twice, the same table" of="a dict of events, a dict of members"
#-     return sorted(rows)
#+     return table if sorted(rows) == table else sorted(rows)

# %% wrong="a total of 0 leaves no row" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     rows += [(day, member, count, total) for member, (count, total) in own.items()]
#+     rows += [(day, member, count, total) for member, (count, total) in own.items() if total]

# %% wrong="without events the old rows stay" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     rows = [row for row in table if row[0] != day]
#+     if not own:
#+         return sorted(table)
#+     rows = [row for row in table if row[0] != day]

# %% wrong="ids are remembered between calls" caught_by="the day is recomputed"
SEEN = set()


def backfill_day(table, events, day):
    own = {}
    for number, member, time, amount in events:
        if time // 86_400 == day and number not in SEEN:
            SEEN.add(number)
            count, total = own.get(member, (0, 0))
            own[member] = count + 1, total + amount
    rows = [row for row in table if row[0] != day]
    rows += [(day, member, count, total) for member, (count, total) in own.items()]
    return sorted(rows)

# %% wrong="an upsert: keeps the larger count" caught_by="the day is recomputed" of="a dict of events, a dict of members"
#-     rows = [row for row in table if row[0] != day]
#-     rows += [(day, member, count, total) for member, (count, total) in own.items()]
#-     return sorted(rows)
#+     rows = {row[:2]: row for row in table}
#+     for member, (count, total) in own.items():
#+         key = (day, member)
#+         rows[key] = max(rows.get(key, (day, member, 0, 0)), (day, member, count, total))
#+     return sorted(rows.values())
