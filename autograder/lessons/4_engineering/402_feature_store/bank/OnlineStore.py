# %% right="one dict of pairs"
class OnlineStore:
    def __init__(self, ttl):
        if ttl < 1:
            raise ValueError("ttl must be at least 1")
        self.ttl = ttl
        self.kept = {}

    def put(self, member, feature, value, event_time):
        key = member, feature
        if key in self.kept and self.kept[key][1] > event_time:
            return False
        self.kept[key] = value, event_time
        return True

    def get(self, member, features, now):
        values = []
        for feature in features:
            value, time = self.kept.get((member, feature), (None, now))
            fresh = time <= now and now - time <= self.ttl
            values.append(value if fresh else None)
        return values

    def expire(self, now):
        gone = [key for key, (_, time) in self.kept.items() if now - time > self.ttl]
        for key in gone:
            del self.kept[key]
        return len(gone)

# %% right="a dict per member"
from collections import defaultdict


class OnlineStore:
    def __init__(self, ttl: int) -> None:
        if not ttl >= 1:
            raise ValueError(ttl)
        self._ttl = ttl
        self._rows = defaultdict(dict)

    def put(self, member, feature, value, event_time) -> bool:
        row = self._rows[member]
        stored = row.get(feature)
        if stored is None or event_time >= stored["time"]:
            row[feature] = {"value": value, "time": event_time}
            return True
        return False

    def get(self, member, features, now) -> list:
        row = self._rows.get(member, {})
        return [self._value(row.get(feature), now) for feature in features]

    def _value(self, stored, now):
        if stored is None:
            return None
        age = now - stored["time"]
        return stored["value"] if 0 <= age <= self._ttl else None

    def expire(self, now) -> int:
        before = sum(map(len, self._rows.values()))
        self._rows = defaultdict(dict, {
            member: kept
            for member, row in self._rows.items()
            if (kept := {f: s for f, s in row.items() if now - s["time"] <= self._ttl})
        })
        return before - sum(map(len, self._rows.values()))

# %% right="a dataclass row"
from dataclasses import dataclass


@dataclass
class Row:
    value: object
    event_time: int

    def readable(self, now, ttl):
        return self.event_time <= now <= self.event_time + ttl


class OnlineStore:
    def __init__(self, ttl):
        if ttl <= 0:
            raise ValueError("a time to live is at least 1")
        self.ttl, self.rows = ttl, {}

    def put(self, member, feature, value, event_time):
        row = self.rows.setdefault((member, feature), Row(value, event_time))
        if event_time < row.event_time:
            return False
        row.value, row.event_time = value, event_time
        return True

    def get(self, member, features, now):
        rows = (self.rows.get((member, feature)) for feature in features)
        return [row.value if row and row.readable(now, self.ttl) else None for row in rows]

    def expire(self, now):
        stale = {key for key, row in self.rows.items() if row.event_time + self.ttl < now}
        self.rows = {key: row for key, row in self.rows.items() if key not in stale}
        return len(stale)

# %% right="a heap for expire"
import heapq


class OnlineStore:
    def __init__(self, ttl):
        if ttl < 1:
            raise ValueError("ttl < 1")
        self.ttl = ttl
        self.values, self.times, self.heap = {}, {}, []

    def put(self, member, feature, value, event_time):
        key = (member, feature)
        if self.times.get(key, event_time) > event_time:
            return False
        self.values[key] = value
        self.times[key] = event_time
        heapq.heappush(self.heap, (event_time, key))
        return True

    def get(self, member, features, now):
        found = []
        for feature in features:
            key = (member, feature)
            ok = key in self.times and 0 <= now - self.times[key] <= self.ttl
            found.append(self.values[key] if ok else None)
        return found

    def expire(self, now):
        count = 0
        while self.heap and now - self.heap[0][0] > self.ttl:
            event_time, key = heapq.heappop(self.heap)
            if self.times.get(key) == event_time:
                del self.times[key], self.values[key]
                count += 1
        return count

# %% right="a sentinel, expiry times"
_NOTHING = object()


class OnlineStore:
    def __init__(self, ttl):
        if ttl < 1:
            raise ValueError
        self.ttl = ttl
        self.data = {}

    def put(self, member, feature, value, event_time):
        old = self.data.get((member, feature), _NOTHING)
        if old is not _NOTHING and old[1] - self.ttl > event_time:
            return False
        self.data[member, feature] = (value, event_time + self.ttl)
        return True

    def get(self, member, features, now):
        out = [None] * len(features)
        for i, feature in enumerate(features):
            old = self.data.get((member, feature), _NOTHING)
            if old is _NOTHING:
                continue
            value, until = old
            if until - self.ttl <= now <= until:
                out[i] = value
        return out

    def expire(self, now):
        n = 0
        for key in list(self.data):
            if self.data[key][1] < now:
                self.data.pop(key)
                n += 1
        return n

# %% right="a feature store of columns"
class OnlineStore:
    """A dict of members for each feature."""

    def __init__(self, ttl):
        if ttl < 1:
            raise ValueError("the time to live must be positive")
        self._ttl = ttl
        self._columns: dict = {}

    def put(self, member, feature, value, event_time):
        column = self._columns.setdefault(feature, {})
        if member in column:
            _, known = column[member]
            if known > event_time:
                return False
        column[member] = [value, event_time]
        return True

    def get(self, member, features, now):
        def one(feature):
            try:
                value, time = self._columns[feature][member]
            except KeyError:
                return None
            if time > now or now - time > self._ttl:
                return None
            return value

        return list(map(one, features))

    def expire(self, now):
        total = 0
        for column in self._columns.values():
            old = [member for member, (_, time) in column.items() if now - time > self._ttl]
            total += len(old)
            for member in old:
                column.pop(member)
        return total

# %% wrong="a late event overwrites" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-         if key in self.kept and self.kept[key][1] > event_time:
#-             return False
#+

# %% wrong="a late event overwrites, but is reported" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-         if key in self.kept and self.kept[key][1] > event_time:
#-             return False
#-         self.kept[key] = value, event_time
#-         return True
#+         newest = not (key in self.kept and self.kept[key][1] > event_time)
#+         self.kept[key] = value, event_time
#+         return newest

# %% wrong="at equal times the first stays" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-         if key in self.kept and self.kept[key][1] > event_time:
#+         if key in self.kept and self.kept[key][1] >= event_time:

# %% wrong="no time to live" caught_by="time to live at read time" of="one dict of pairs"
#-             fresh = time <= now and now - time <= self.ttl
#+             fresh = time <= now

# %% wrong="expired at the limit" caught_by="time to live at read time" of="one dict of pairs"
#-             fresh = time <= now and now - time <= self.ttl
#+             fresh = time <= now and now - time < self.ttl

# %% wrong="an event of the future is served" caught_by="time to live at read time" of="one dict of pairs"
#-             fresh = time <= now and now - time <= self.ttl
#+             fresh = now - time <= self.ttl

# %% wrong="an event of this very moment is not served" caught_by="time to live at read time" of="one dict of pairs"
#-             fresh = time <= now and now - time <= self.ttl
#+             fresh = time < now and now - time <= self.ttl

# %% wrong="the value 0 is missing" caught_by="time to live at read time" of="one dict of pairs"
#-             values.append(value if fresh else None)
#+             values.append(value if value and fresh else None)

# %% wrong="one value per feature, for all members" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-         key = member, feature
#+         key = feature
#
#-             value, time = self.kept.get((member, feature), (None, now))
#+             value, time = self.kept.get(feature, (None, now))

# %% wrong="a missing feature is left out" caught_by="time to live at read time" of="one dict of pairs"
#-             values.append(value if fresh else None)
#+             if (member, feature) in self.kept:
#+                 values.append(value if fresh else None)

# %% wrong="a missing feature raises" caught_by="time to live at read time" of="one dict of pairs"
#-             value, time = self.kept.get((member, feature), (None, now))
#+             value, time = self.kept[member, feature]

# %% wrong="reading renews" caught_by="time to live at read time" of="one dict of pairs"
#-             values.append(value if fresh else None)
#+             values.append(value if fresh else None)
#+             if fresh and (member, feature) in self.kept:
#+                 self.kept[member, feature] = value, now

# %% wrong="reading deletes what is stale" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-             values.append(value if fresh else None)
#+             values.append(value if fresh else None)
#+             if now - time > self.ttl:
#+                 self.kept.pop((member, feature), None)

# %% wrong="a late event renews the time" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-             return False
#+             self.kept[key] = self.kept[key][0], event_time
#+             return False

# %% wrong="put returns None" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-             return False
#-         self.kept[key] = value, event_time
#-         return True
#+             return
#+         self.kept[key] = value, event_time

# %% wrong="expire drops at the limit" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-         gone = [key for key, (_, time) in self.kept.items() if now - time > self.ttl]
#+         gone = [key for key, (_, time) in self.kept.items() if now - time >= self.ttl]

# %% wrong="expire forgets nothing" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-         for key in gone:
#-             del self.kept[key]
#+

# %% wrong="expire drops the values and keeps the times" caught_by="expire, and no state outside the object"
class OnlineStore:
    def __init__(self, ttl):
        if ttl < 1:
            raise ValueError("ttl must be at least 1")
        self.ttl, self.values, self.times = ttl, {}, {}

    def put(self, member, feature, value, event_time):
        if self.times.get((member, feature), event_time) > event_time:
            return False
        self.values[member, feature] = value
        self.times[member, feature] = event_time
        return True

    def get(self, member, features, now):
        keys = [(member, feature) for feature in features]
        return [
            self.values.get(key) if 0 <= now - self.times.get(key, now) <= self.ttl else None
            for key in keys
        ]

    def expire(self, now):
        gone = [key for key in self.values if now - self.times[key] > self.ttl]
        for key in gone:
            del self.values[key]
        return len(gone)

# %% wrong="expire counts what is left" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-         return len(gone)
#+         return len(self.kept)

# %% wrong="expire drops events of the future" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-         gone = [key for key, (_, time) in self.kept.items() if now - time > self.ttl]
#+         gone = [key for key, (_, time) in self.kept.items() if not 0 <= now - time <= self.ttl]

# %% wrong="expire forgets the whole member" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-         for key in gone:
#-             del self.kept[key]
#+         members = {member for member, _ in gone}
#+         self.kept = {key: kept for key, kept in self.kept.items() if key[0] not in members}

# %% wrong="one time for the whole member" caught_by="late events never overwrite newer ones"
class OnlineStore:
    def __init__(self, ttl):
        if ttl < 1:
            raise ValueError("ttl must be at least 1")
        self.ttl, self.times, self.values = ttl, {}, {}

    def put(self, member, feature, value, event_time):
        if self.times.get(member, event_time) > event_time:
            return False
        self.times[member] = event_time
        self.values[member, feature] = value
        return True

    def get(self, member, features, now):
        time = self.times.get(member, now)
        fresh = 0 <= now - time <= self.ttl
        return [self.values.get((member, f)) if fresh else None for f in features]

    def expire(self, now):
        gone = [key for key in self.values if now - self.times[key[0]] > self.ttl]
        for key in gone:
            del self.values[key]
        for member in {member for member, _ in gone}:
            del self.times[member]
        return len(gone)

# %% wrong="a stored None counts as missing" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-         if key in self.kept and self.kept[key][1] > event_time:
#+         if self.kept.get(key, (None,))[0] is not None and self.kept[key][1] > event_time:

# %% wrong="a None value deletes the row" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-         self.kept[key] = value, event_time
#+         self.kept[key] = value, event_time
#+         if value is None:
#+             del self.kept[key]

# %% wrong="all stores share one dict" caught_by="expire, and no state outside the object" of="one dict of pairs"
#- class OnlineStore:
#+ class OnlineStore:
#+     kept = {}
#+
#
#-         self.ttl = ttl
#-         self.kept = {}
#+         self.ttl = ttl

# %% wrong="any time to live" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-         if ttl < 1:
#-             raise ValueError("ttl must be at least 1")
#+

# %% wrong="a time to live of 0" caught_by="expire, and no state outside the object" of="one dict of pairs"
#-         if ttl < 1:
#+         if ttl < 0:

# %% wrong="values as a dict" caught_by="late events never overwrite newer ones" of="one dict of pairs"
#-         values = []
#+         values = {}
#
#-             values.append(value if fresh else None)
#+             values[feature] = value if fresh else None

# %% wrong="a log that is scanned" caught_by="put and get don't grow with the store"
class OnlineStore:
    def __init__(self, ttl):
        if ttl < 1:
            raise ValueError("ttl must be at least 1")
        self.ttl = ttl
        self.log = []

    def find(self, member, feature):
        for entry in self.log:
            if entry[0] == member and entry[1] == feature:
                return entry
        return None

    def put(self, member, feature, value, event_time):
        entry = self.find(member, feature)
        if entry is None:
            self.log.append([member, feature, value, event_time])
            return True
        if entry[3] > event_time:
            return False
        entry[2:] = value, event_time
        return True

    def get(self, member, features, now):
        entries = [self.find(member, feature) for feature in features]
        return [e[2] if e and 0 <= now - e[3] <= self.ttl else None for e in entries]

    def expire(self, now):
        before = len(self.log)
        self.log = [entry for entry in self.log if now - entry[3] <= self.ttl]
        return before - len(self.log)

# %% wrong="every put sorts the keys by time" caught_by="put and get don't grow with the store" of="one dict of pairs"
#-         self.kept[key] = value, event_time
#+         self.kept[key] = value, event_time
#+         ordered = {}
#+         for each in sorted(self.kept, key=lambda k: self.kept[k][1]):
#+             ordered[each] = self.kept[each]
#+         self.kept = ordered
