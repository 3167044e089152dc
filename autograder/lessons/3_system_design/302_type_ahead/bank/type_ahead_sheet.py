# %% right="an index in every process, a ranker, filters at the same time"
type_ahead_sheet = {
    "components": {
        "gateway": {"part": "service", "copies": 30},
        "lookup": {"part": "service", "copies": 30, "holds": ["index", "scores"]},
        "ranker": {"part": "trees", "copies": 16, "items": 100},
        "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
        "log": {"part": "queue", "copies": 3},
        "nightly": {"part": "job", "copies": 4, "minutes": 1440},
        "titles": {"part": "job", "copies": 1, "minutes": 1440},
        "cdn": {"part": "edge"},
        "phone": {"part": "device", "holds": ["small"]},
    },
    "request": ["gateway", "lookup", ["ranker", "rules"]],
    "updates": [
        ["plays", "log", "nightly", "lookup"],
        ["catalogue", "titles", "lookup"],
        ["titles", "cdn", "phone"],
        ["rights", "rules"],
    ],
    "fallback": {"ranker": "skip", "request": "phone"},
}

# %% right="lists computed at night"
type_ahead_sheet = {
    "components": {
        "gateway": {"part": "service", "copies": 30},
        "lists": {"part": "memory", "copies": 3, "holds": ["lists"]},
        "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
        "log": {"part": "queue", "copies": 3},
        "nightly": {"part": "job", "copies": 4, "minutes": 1440},
    },
    "request": ["gateway", ["lists", "rules"]],
    "updates": [
        ["plays", "log", "nightly", "lists"],
        ["rights", "rules"],
    ],
    "fallback": {"request": "nothing"},
}

# %% right="on the device, filtered by a service"
type_ahead_sheet = {
    "components": {
        "phone": {"part": "device", "holds": ["small"]},
        "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
        "titles": {"part": "job", "copies": 1, "minutes": 1440},
        "cdn": {"part": "edge"},
    },
    "request": ["phone", "rules"],
    "updates": [
        ["catalogue", "titles", "cdn", "phone"],
        ["rights", "rules"],
    ],
    "fallback": {"rules": "nothing"},
}

# %% right="one process that holds everything, built each hour"
type_ahead_sheet = {
    "components": {
        "box": {"part": "service", "copies": 30, "holds": ["index", "scores", "playable", "blocked"]},
        "hourly": {"part": "job", "copies": 2, "minutes": 60},
        "log": {"part": "queue", "copies": 3},
    },
    "request": ["box"],
    "updates": [
        ["plays", "log", "hourly", "box"],
        ["catalogue", "hourly"],
        ["rights", "box"],
    ],
    "fallback": {"box": "last"},
}

# %% right="scores from a stream, the index from a nightly job"
from copy import deepcopy

components = {
    "gateway": dict(part="service", copies=30),
    "lookup": dict(part="service", copies=30, holds={"index", "scores"}),
    "rules": dict(part="memory", copies=3, holds=("playable", "blocked")),
    "log": dict(part="queue", copies=3),
    "recent": dict(part="stream", copies=5),
    "nightly": dict(part="job", copies=1, minutes=1440.0),
}
type_ahead_sheet = deepcopy(
    dict(
        components=components,
        request=("gateway", ("lookup", "rules")),
        updates=(
            ("plays", "log", "recent", "lookup"),
            ("catalogue", "nightly", "lookup"),
            ("rights", "rules"),
        ),
        fallback={"request": "last"},
    )
)

# %% right="a cache for a minute, behind the filters"
type_ahead_sheet = {
    "components": {
        "gateway": {"part": "service", "copies": 30},
        "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
        "cache": {"part": "cache", "copies": 3, "hit": 0.6, "minutes": 60},
        "lookup": {"part": "service", "copies": 12, "holds": ["index", "scores"]},
        "log": {"part": "queue", "copies": 3},
        "nightly": {"part": "job", "copies": 1, "minutes": 1440},
    },
    "request": ["gateway", ["rules", ["cache", "lookup"]]],
    "updates": [
        ["plays", "log", "nightly", "lookup"],
        ["catalogue", "nightly"],
        ["rights", "rules"],
    ],
    "fallback": {"cache": "skip", "request": "nothing"},
}

# %% right="ready answers for short prefixes in the gateway's own memory"
type_ahead_sheet = {
    "components": {
        "front": {"part": "service", "copies": 30, "holds": ["short", "playable", "blocked"], "hit": 0.5},
        "search": {"part": "search", "copies": 30, "holds": ["index"]},
        "ranker": {"part": "trees", "copies": 16, "items": 100, "holds": ["scores"], "timeout_ms": 12},
        "log": {"part": "queue", "copies": 3},
        "nightly": {"part": "job", "copies": 1, "minutes": 720},
    },
    "request": ["front", "search", "ranker"],
    "updates": [
        ["plays", "log", "nightly", "front"],
        ["nightly", "ranker"],
        ["catalogue", "nightly", "search"],
        ["rights", "front"],
    ],
    "fallback": {"ranker": "front", "search": "front", "front": "last"},
}

# %% right="a small network that fits, though its p99s add up to more than the budget"
type_ahead_sheet = {
    "components": {
        "gateway": {"part": "service", "copies": 30},
        "lookup": {"part": "service", "copies": 30, "holds": ["index", "scores", "short"]},
        "network": {"part": "gpu", "copies": 3, "items": 100, "timeout_ms": 45},
        "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
        "nightly": {"part": "job", "copies": 4, "minutes": 1440},
    },
    "request": ["gateway", "lookup", ["network", "rules"]],
    "updates": [["plays", "nightly", "lookup"], ["catalogue", "nightly"], ["rights", "rules"]],
    "fallback": {"network": "skip", "request": "last"},
}

# %% right="a file shipped to every gateway"
type_ahead_sheet = {
    "components": {
        "api": {"part": "service", "copies": 30, "holds": ["index", "scores", "playable", "blocked"], "minutes": 4},
        "bucket": {"part": "file"},
        "build": {"part": "job", "copies": 4, "minutes": 720},
        "rights_db": {"part": "database", "copies": 2},
    },
    "request": ["api"],
    "updates": [["catalogue", "build", "bucket", "api"], ["plays", "build"], ["rights", "rights_db", "api"]],
    "fallback": {"request": "last"},
}

# %% right="a search engine behind a cache, filters last"
type_ahead_sheet = {
    "components": {
        "gateway": {"part": "service", "copies": 30},
        "cache": {"part": "cache", "copies": 3, "hit": 0.5, "minutes": 3},
        "engine": {"part": "search", "copies": 30, "holds": ["index", "scores"]},
        "filters": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
        "reindex": {"part": "job", "copies": 3, "minutes": 360},
    },
    "request": ["gateway", "cache", "engine", "filters"],
    "updates": [["catalogue", "reindex", "engine"], ["plays", "reindex"], ["rights", "filters"]],
    "fallback": {"cache": "skip", "engine": "cache", "request": "nothing"},
}

# %% right="lists at the edge, filters in one store"
type_ahead_sheet = {
    "components": {
        "edge": {"part": "edge", "holds": ["lists"]},
        "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
        "log": {"part": "queue", "copies": 3},
        "nightly": {"part": "job", "copies": 3, "minutes": 1440},
    },
    "request": [["edge", "rules"]],
    "updates": [["plays", "log", "nightly", "edge"], ["rights", "rules"]],
    "fallback": {"request": "last"},
}

# %% wrong="the blocklist is forgotten" caught_by="failure" of="lists computed at night"
#-         "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
#+         "rules": {"part": "memory", "copies": 3, "holds": ["playable"]},

# %% wrong="ready answers never meet the filters" caught_by="failure" of="an index in every process, a ranker, filters at the same time"
#-         "log": {"part": "queue", "copies": 3},
#+         "log": {"part": "queue", "copies": 3},
#+         "short": {"part": "memory", "copies": 3, "holds": ["short"], "hit": 0.6},
#
#-     "request": ["gateway", "lookup", ["ranker", "rules"]],
#+     "request": ["gateway", "short", "lookup", ["ranker", "rules"]],
#
#-         ["rights", "rules"],
#+         ["rights", "rules"],
#+         ["nightly", "short"],

# %% wrong="the filters are skipped when they are down" caught_by="failure" of="lists computed at night"
#-     "fallback": {"request": "nothing"},
#+     "fallback": {"rules": "skip", "request": "nothing"},

# %% wrong="answers cached for 24 hours" caught_by="data" of="an index in every process, a ranker, filters at the same time"
#-         "log": {"part": "queue", "copies": 3},
#+         "log": {"part": "queue", "copies": 3},
#+         "cache": {"part": "cache", "copies": 3, "hit": 0.6, "minutes": 1440},
#
#-     "request": ["gateway", "lookup", ["ranker", "rules"]],
#+     "request": ["gateway", "cache", "lookup", ["ranker", "rules"]],

# %% wrong="the filter comes from the hourly build" caught_by="data" of="one process that holds everything, built each hour"
#-         ["rights", "box"],
#+         ["rights", "hourly"],

# %% wrong="nothing brings the scores" caught_by="data" of="an index in every process, a ranker, filters at the same time"
#-         ["plays", "log", "nightly", "lookup"],
#+         ["plays", "log", "nightly"],

# %% wrong="all lists on the phone" caught_by="data" of="on the device, filtered by a service"
#-         "phone": {"part": "device", "holds": ["small"]},
#+         "phone": {"part": "device", "holds": ["lists"]},
#
#-         ["catalogue", "titles", "cdn", "phone"],
#+         ["plays", "titles", "cdn", "phone"],

# %% wrong="a build every ten minutes takes longer than that" caught_by="data" of="lists computed at night"
#-         "nightly": {"part": "job", "copies": 4, "minutes": 1440},
#+         "nightly": {"part": "job", "copies": 4, "minutes": 10},

# %% wrong="a ranker and nothing to rank" caught_by="data" of="an index in every process, a ranker, filters at the same time"
#-         "lookup": {"part": "service", "copies": 30, "holds": ["index", "scores"]},
#+         "lookup": {"part": "service", "copies": 30, "holds": ["scores"]},

# %% wrong="sized for the average" caught_by="load" of="an index in every process, a ranker, filters at the same time"
#-         "gateway": {"part": "service", "copies": 30},
#+         "gateway": {"part": "service", "copies": 9},

# %% wrong="exactly enough copies" caught_by="load" of="an index in every process, a ranker, filters at the same time"
#-         "gateway": {"part": "service", "copies": 30},
#+         "gateway": {"part": "service", "copies": 19},

# %% wrong="one store for the filters" caught_by="load" of="an index in every process, a ranker, filters at the same time"
#-         "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
#+         "rules": {"part": "memory", "copies": 1, "holds": ["playable", "blocked"]},

# %% wrong="a cache that answers nearly everything" caught_by="load" of="lists computed at night"
#-         "log": {"part": "queue", "copies": 3},
#+         "log": {"part": "queue", "copies": 3},
#+         "cache": {"part": "cache", "copies": 3, "hit": 0.99, "minutes": 60},
#
#-     "request": ["gateway", ["lists", "rules"]],
#+     "request": ["gateway", ["rules", ["cache", "lists"]]],

# %% wrong="a ranker of one item" caught_by="load" of="an index in every process, a ranker, filters at the same time"
#-         "ranker": {"part": "trees", "copies": 16, "items": 100},
#+         "ranker": {"part": "trees", "copies": 16, "items": 1},

# %% wrong="the fallback can't carry the peak" caught_by="load" of="an index in every process, a ranker, filters at the same time"
#-         "log": {"part": "queue", "copies": 3},
#+         "log": {"part": "queue", "copies": 3},
#+         "spare": {"part": "database", "copies": 2, "holds": ["short"]},
#
#-         ["rights", "rules"],
#+         ["rights", "rules"],
#+         ["nightly", "spare"],
#
#-     "fallback": {"ranker": "skip", "request": "phone"},
#+     "fallback": {"ranker": "skip", "lookup": "spare", "request": "phone"},

# %% wrong="a text network per letter" caught_by="time" of="an index in every process, a ranker, filters at the same time"
#-         "ranker": {"part": "trees", "copies": 16, "items": 100},
#+         "ranker": {"part": "encoder", "copies": 1500, "items": 100},

# %% wrong="four shards on disk, all asked" caught_by="time" of="lists computed at night"
#-         "lists": {"part": "memory", "copies": 3, "holds": ["lists"]},
#+         "lists": {"part": "disk", "copies": 12, "calls": 4, "holds": ["lists"]},

# %% wrong="a time limit that every call meets" caught_by="time" of="an index in every process, a ranker, filters at the same time"
#-         "ranker": {"part": "trees", "copies": 16, "items": 100},
#+         "ranker": {"part": "trees", "copies": 16, "items": 100, "timeout_ms": 3},

# %% wrong="64 shards, all asked" caught_by="cost" of="lists computed at night"
#-         "lists": {"part": "memory", "copies": 3, "holds": ["lists"]},
#+         "lists": {"part": "search", "copies": 3700, "calls": 64, "holds": ["lists"]},

# %% wrong="three times the copies, to be safe" caught_by="cost" of="an index in every process, a ranker, filters at the same time"
#-         "gateway": {"part": "service", "copies": 30},
#-         "lookup": {"part": "service", "copies": 30, "holds": ["index", "scores"]},
#+         "gateway": {"part": "service", "copies": 90},
#+         "lookup": {"part": "service", "copies": 90, "holds": ["index", "scores"]},

# %% wrong="the whole index is sent to every phone each hour" caught_by="cost" of="on the device, filtered by a service"
#-         "titles": {"part": "job", "copies": 1, "minutes": 1440},
#+         "titles": {"part": "job", "copies": 2, "minutes": 60},
#
#-         "cdn": {"part": "edge"},
#+         "send": {"part": "push"},
#
#-         "phone": {"part": "device", "holds": ["small"]},
#+         "phone": {"part": "device", "holds": ["small", "scores"]},
#
#-         ["catalogue", "titles", "cdn", "phone"],
#+         ["catalogue", "titles", "send", "phone"],
#+         ["plays", "titles"],

# %% wrong="nothing is said about failures" caught_by="failure" of="an index in every process, a ranker, filters at the same time"
#-     "fallback": {"ranker": "skip", "request": "phone"},
#+     "fallback": {"ranker": "skip"},

# %% wrong="the lookup is skipped when it is down" caught_by="failure" of="an index in every process, a ranker, filters at the same time"
#-     "fallback": {"ranker": "skip", "request": "phone"},
#+     "fallback": {"ranker": "skip", "lookup": "skip", "request": "phone"},

# %% wrong="no earlier version of the model" caught_by="failure" of="an index in every process, a ranker, filters at the same time"
#-         "ranker": {"part": "trees", "copies": 16, "items": 100},
#+         "ranker": {"part": "trees", "copies": 16, "items": 100, "versions": 1},

# %% wrong="names of products instead of parts" caught_by="data" of="an index in every process, a ranker, filters at the same time"
#-         "log": {"part": "queue", "copies": 3},
#+         "log": {"part": "kafka", "copies": 3},

# %% wrong="a queue that answers requests" caught_by="data" of="an index in every process, a ranker, filters at the same time"
#-     "request": ["gateway", "lookup", ["ranker", "rules"]],
#+     "request": ["gateway", "log", "lookup", ["ranker", "rules"]],

# %% wrong="a picture instead of a sheet" caught_by="data"
type_ahead_sheet = "gateway -> lookup -> ranker"
