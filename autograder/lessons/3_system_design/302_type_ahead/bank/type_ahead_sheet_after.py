# %% right="the lost region: more copies of what sees the peak"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
for name, copies in ("gateway", 57), ("lookup", 57), ("ranker", 29):
    after["components"][name]["copies"] = copies
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% right="the lost region: one kind of process"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
after["components"]["box"]["copies"] = 57
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% right="the lost region: a cache takes the lookups"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
after["components"]["gateway"]["copies"] = 57
after["components"]["cache"] = {"part": "cache", "copies": 3, "hit": 0.5, "minutes": 30}
after["components"]["ranker"]["copies"] = 15
after["request"] = ["gateway", ["rules", ["cache", "lookup", "ranker"]]]
after["fallback"]["cache"] = "skip"
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% right="news: titles are built every ten minutes"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"] = {"part": "job", "copies": 8, "minutes": 10}
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% right="news: lists are built every ten minutes by more workers"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["nightly"] = {"part": "job", "copies": 45, "minutes": 10}
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% right="news: changes are pushed to the phones"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"]["minutes"] = 50
del after["components"]["cdn"]
after["components"]["changed"] = {"part": "push"}
after["updates"][0] = ["catalogue", "titles", "changed", "phone"]
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% right="news: the index follows a stream"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"] = {"part": "stream", "copies": 1}
after["updates"][1] = ["catalogue", "titles", "box"]
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="the same sheet again" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="only the gateway grows" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
after["components"]["gateway"]["copies"] = 57
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="twice the copies, no zone left over" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
for name in "gateway", "lookup", "ranker":
    after["components"][name]["copies"] += 10
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="so many copies that the money is gone" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
for name in "gateway", "lookup", "ranker":
    after["components"][name]["copies"] = 90
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="a change that breaks nothing" caught_by="the change"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="a change that nobody made" caught_by="the change"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "flood"
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="phones ask every ten minutes" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"]["minutes"] = 5
after["components"]["phone"]["minutes"] = 10
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="a job that ends after it starts again" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"] = {"part": "job", "copies": 1, "minutes": 10}
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="a cache keeps the old titles" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"] = {"part": "job", "copies": 8, "minutes": 10}
after["components"]["cache"] = {"part": "cache", "copies": 3, "hit": 0.5, "minutes": 30}
after["request"] = ["gateway", ["rules", ["cache", "lookup", "ranker"]]]
after["fallback"]["cache"] = "skip"
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="the scores are faster, the titles are not" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["nightly"]["minutes"] = 10
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="the filters went with the region" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "region"
for name, copies in ("gateway", 57), ("lookup", 57), ("ranker", 29):
    after["components"][name]["copies"] = copies
del after["components"]["rules"], after["updates"][3]
after["request"] = ["gateway", "lookup", "ranker"]
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="pushed with every event of the rights" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"]["minutes"] = 50
del after["components"]["cdn"]
after["components"]["changed"] = {"part": "push"}
after["components"]["phone"]["holds"] = ["small", "playable", "blocked"]
after["updates"] = [
    ["catalogue", "titles", "changed", "phone"], ["rights", "changed"], ["rights", "rules"],
]
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="no sheet before the change" caught_by="the change"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
before = {}
type_ahead_sheet_after = {"change": change, "before": before, "after": after}

# %% wrong="the new sheet alone" caught_by="the change"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
type_ahead_sheet_after = after

# %% wrong="a list of both sheets" caught_by="the change"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
type_ahead_sheet_after = [before, after]

# %% wrong="a sheet with a key too many" caught_by="the new sheet"
from copy import deepcopy

before = {
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
after = deepcopy(before)
change = "news"
after["components"]["titles"] = {"part": "job", "copies": 8, "minutes": 10}
after["change"] = "news"
type_ahead_sheet_after = {"change": change, "before": before, "after": after}
