# %% right="one row each"
LABEL = [(1, 7, "2026-03-01 10:00", 1)]
leaks = {
    "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
    "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),
    "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
}

# %% right="with a value that was known" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#-     "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "latest": (LABEL, [(7, "2026-03-01 05:00", "2026-03-01 05:00", 1),
#+                        (7, "2026-03-02 06:00", "2026-03-03 06:00", 5)]),
#+     "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5),
#+                          (7, "2026-03-01 09:00", "2026-03-01 09:00", 4)]),
#+     "late": (LABEL, [(7, "2026-03-01 08:00", "2026-03-01 08:00", 0),
#+                      (7, "2026-03-01 09:00", "2026-03-01 10:00:01", 5)]),

# %% right="datetimes, in lists"
from datetime import datetime

at = datetime(2026, 3, 1, 10)
label = [[1, 7, at, 0]]
leaks = {
    "latest": [label, [[7, datetime(2027, 1, 1), datetime(2027, 1, 1), 5]]],
    "same day": [label, [[7, at.replace(hour=23), datetime(2026, 3, 5), 5]]],
    "late": [label, [[7, at, at.replace(second=1), 5]]],
}

# %% right="a correction that came too late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 09:00", 4),
#+                      (7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),

# %% right="dates alone, zero and negative values"
leaks = {
    "latest": ([(0, 0, "2026-01-01", 0)], [(0, "2026-01-02", "2026-01-02", 0)]),
    "same day": (
        [(0, 0, "2026-01-01T00:00:00", 0)],
        [(0, "2026-01-01T00:00:01", "2026-01-01T00:00:01", -1)],
    ),
    "late": ([(0, 0, "2026-01-02", 0)], [(0, "2026-01-01", "2026-01-03", -2)]),
}

# %% right="an old value comes back by the leak" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(7, "2026-01-01 09:00", "2026-01-01 09:00", 5),
#+                      (7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),

# %% right="the same day serves for the latest too" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),

# %% wrong="no row of the future" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL, [(7, "2026-03-01 06:00", "2026-03-01 06:00", 5)]),

# %% wrong="a row of another member" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL, [(8, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),

# %% wrong="old and new row have one value" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL, [(7, "2026-03-01 06:00", "2026-03-01 06:00", 5),
#+                        (7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),

# %% wrong="no features" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL, []),

# %% wrong="a row of the next day" caught_by="same day leaks" of="one row each"
#-     "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),
#+     "same day": (LABEL, [(7, "2026-03-02 11:00", "2026-03-02 11:00", 5)]),

# %% wrong="a row of the same day, before the label" caught_by="same day leaks" of="one row each"
#-     "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),
#+     "same day": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 09:30", 5)]),

# %% wrong="an event of the future for late" caught_by="event time leaks when rows are late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),

# %% wrong="a row that had arrived" caught_by="event time leaks when rows are late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 10:00", 5)]),

# %% wrong="an event older than 30 days" caught_by="event time leaks when rows are late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(7, "2026-01-01 09:00", "2026-03-01 11:00", 5)]),

# %% wrong="old for the latest, too" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL, [(7, "2026-01-01 06:00", "2026-01-01 06:00", 5)]),

# %% wrong="arrived before it happened" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-01 06:00", 5)]),

# %% wrong="three rows" caught_by="same day leaks" of="one row each"
#-     "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),
#+     "same day": (LABEL, [(7, f"2026-03-01 {hour}:00", f"2026-03-01 {hour}:00", hour)
#+                          for hour in (11, 12, 13)]),

# %% wrong="two labels" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": (LABEL * 2, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),

# %% wrong="no label" caught_by="latest leaks" of="one row each"
#-     "latest": (LABEL, [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),
#+     "latest": ([], [(7, "2026-03-02 06:00", "2026-03-02 06:00", 5)]),

# %% wrong="the leaking value is NULL" caught_by="same day leaks" of="one row each"
#-     "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)]),
#+     "same day": (LABEL, [(7, "2026-03-01 11:00", "2026-03-01 11:00", None)]),

# %% wrong="the late row only hides a value that was known" caught_by="event time leaks when rows are late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(7, "2026-03-01 08:00", "2026-03-01 08:00", 5),
#+                      (7, "2026-03-01 09:00", "2026-03-01 11:00", None)]),

# %% wrong="the late row has the known value" caught_by="event time leaks when rows are late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(7, "2026-03-01 08:00", "2026-03-01 08:00", 5),
#+                      (7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),

# %% wrong="a key is missing" caught_by="event time leaks when rows are late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+

# %% wrong="one database for all three" caught_by="event time leaks when rows are late"
database = (
    [(1, 7, "2026-03-01 10:00", 1)],
    [(7, "2026-03-01 11:00", "2026-03-01 11:00", 5)],
)
leaks = {"latest": database, "same day": database, "late": database}

# %% wrong="hours for times" caught_by="latest leaks"
leaks = {
    "latest": ([(1, 7, 10, 1)], [(7, 30, 30, 5)]),
    "same day": ([(1, 7, 10, 1)], [(7, 11, 11, 5)]),
    "late": ([(1, 7, 10, 1)], [(7, 9, 11, 5)]),
}

# %% wrong="the late row has the wrong member" caught_by="event time leaks when rows are late" of="one row each"
#-     "late": (LABEL, [(7, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
#+     "late": (LABEL, [(1, "2026-03-01 09:00", "2026-03-01 11:00", 5)]),
