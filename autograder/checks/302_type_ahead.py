"""Checks of lesson 302: search suggestions while a member types."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..exercise import Answer, Exercise, Right, Verdict, Wrong
from ..groups import Failure, Group, Growth, Named, Rule, case, fitted_exponent, number
from ..groups import of_trouble, passed
from ..values import Opaque, show


def changed(source: str, *edits: tuple[str, str]) -> str:
    """``source`` with each (old, new) replaced once; an old text that is absent is an error."""
    for old, new in edits:
        if old not in source:
            raise ValueError(f"{old!r} is not in the source to be changed")
        source = source.replace(old, new, 1)
    return source


# --- capacity ---------------------------------------------------------------------------------


class Figures(Rule):
    """A rule about a dict of numbers. While every number is ``...`` nothing is written yet."""

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Apply the rule to the answer."""
        value = answer.value().value
        if isinstance(value, dict) and value:
            if all(isinstance(each, Opaque) for each in value.values()):
                return Failure("Not written yet.", not_written=True).verdict(self)
        return super().run(answer, seed)


def figures(**wants: tuple[float, str]) -> Callable[[Any], str | None]:
    """A test for some numbers of a dict: each ``key=(number, unit)``, right within 20 %."""

    def test(value: Any) -> str | None:
        if not isinstance(value, Mapping):
            return f"Give a dict with the keys of the table, not {show(value, 60)}."
        for key, (want, unit) in wants.items():
            if key not in value:
                return f"The key {key!r} is missing."
            got = Fraction(value[key]) if isinstance(value[key], Decimal) else value[key]
            if problem := number(want, within=0.2, unit=unit)(got):
                return f"{key}: {problem}"
        return None

    return test


PEOPLE = 150_000_000
REQUESTS = PEOPLE * 30 // 100 * 2 * 6
AVERAGE = REQUESTS / 86_400

CAPACITY = '''
requests_per_day = 150_000_000 * 0.30 * 2 * 6
average_per_second = requests_per_day / 86_400
peak_per_second = 3 * average_per_second
in_flight_at_peak = peak_per_second * 0.015
index_megabytes = 20_000 * 30 * 3 * 40 / 1e6
log_gigabytes_per_day = requests_per_day * 200 / 1e9
capacity = {
    "requests_per_day": requests_per_day,
    "average_per_second": average_per_second,
    "peak_per_second": peak_per_second,
    "in_flight_at_peak": in_flight_at_peak,
    "index_megabytes": index_megabytes,
    "log_gigabytes_per_day": log_gigabytes_per_day,
}
'''

capacity = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Figures(
            "traffic",
            test=figures(
                requests_per_day=(REQUESTS, "requests a day"),
                average_per_second=(AVERAGE, "requests a second"),
                peak_per_second=(3 * AVERAGE, "requests a second"),
                in_flight_at_peak=(3 * AVERAGE * 0.015, "requests"),
            ),
            nudge="Write the unit beside each factor, and cancel units before you multiply.",
        ),
        Figures(
            "sizes",
            test=figures(
                index_megabytes=(20_000 * 30 * 3 * 40 / 1e6, "MB"),
                log_gigabytes_per_day=(REQUESTS * 200 / 1e9, "GB a day"),
            ),
            nudge="Count the entries or lines first, then the bytes of one.",
        ),
    ],
    hints=[
        "Start with people, end with requests. Which factor turns people into searchers, which "
        "one searchers into searches, which one searches into requests?",
        "A day is a number of seconds. The peak is a factor on the average. What is in flight is "
        "a rate times a time.",
        "Requests in flight = requests a second × seconds a request (Little's law). An index "
        "entry exists for each title, language and spelling.",
        "People × share × searches × requests; ÷ seconds of a day; × 3; × 0.015. "
        "Titles × languages × spellings × bytes ÷ 10⁶; requests × bytes ÷ 10⁹.",
    ],
    wrong=[
        Wrong("everybody searches", changed(CAPACITY, (" * 0.30", "")), "traffic"),
        Wrong("one request a search", changed(CAPACITY, (" * 2 * 6", " * 2")), "traffic"),
        Wrong("a day of minutes", changed(CAPACITY, ("86_400", "(24 * 60)")), "traffic"),
        Wrong("the average is the peak", changed(CAPACITY, ("= 3 * ave", "= ave")), "traffic"),
        Wrong("milliseconds as seconds", changed(CAPACITY, ("0.015", "15")), "traffic"),
        Wrong(
            "in flight at the average, not at the peak",
            changed(CAPACITY, ("peak_per_second * 0.015", "average_per_second * 0.015")),
            "traffic",
        ),
        Wrong("30 % taken as 30", changed(CAPACITY, ("0.30", "30")), "traffic"),
        Wrong(
            "numbers written as text",
            changed(CAPACITY, ('"requests_per_day": requests_per_day', '"requests_per_day": "540M"')),
            "traffic",
        ),
        Wrong("one language", changed(CAPACITY, (" * 30 * 3", " * 3")), "sizes"),
        Wrong("no other spellings", changed(CAPACITY, (" * 30 * 3", " * 30")), "sizes"),
        Wrong("bytes, not megabytes", changed(CAPACITY, (" * 40 / 1e6", " * 40")), "sizes"),
        Wrong("bits", changed(CAPACITY, ("* 200 /", "* 200 * 8 /")), "sizes"),
        Wrong(
            "the log of one second",
            changed(CAPACITY, ("= requests_per_day * 200", "= average_per_second * 200")),
            "sizes",
        ),
        Wrong("terabytes", changed(CAPACITY, ("/ 1e9", "/ 1e12")), "sizes"),
        Wrong("a missing key", changed(CAPACITY, ('    "index_megabytes": index_megabytes,\n', "")),
              "sizes"),
        Wrong("a list", CAPACITY + "capacity = list(capacity.values())\n", "traffic"),
    ],
    right=[
        Right("a day of 10^5 seconds", changed(CAPACITY, ("86_400", "1e5"))),
        Right(
            "numbers typed in",
            '''
capacity = dict(
    requests_per_day=540_000_000, average_per_second=6_300, peak_per_second=19_000,
    in_flight_at_peak=285, index_megabytes=72, log_gigabytes_per_day=108,
)
''',
        ),
        Right("binary units", changed(CAPACITY, ("/ 1e6", "/ 2**20"), ("/ 1e9", "/ 2**30"))),
        Right(
            "exact fractions",
            changed(CAPACITY, ("150_000_000 * 0.30", "Fraction(150_000_000 * 3, 10)"),
                    ("0.015", "Fraction(15, 1000)")).replace(
                "\nrequests", "\nfrom fractions import Fraction\nrequests", 1),
        ),
        Right(
            "decimals",
            changed(CAPACITY, ("0.30", "Decimal('0.3')"), ("* 0.015", "* Decimal('0.015')"),
                    ("* 200 / 1e9", "* 200 / 10**9")).replace(
                "\nrequests", "\nfrom decimal import Decimal\nrequests", 1),
        ),
        Right(
            "NumPy numbers and a function",
            CAPACITY + '''
import numpy as np
def to_numpy(figures):
    return {name: np.float64(figure) for name, figure in figures.items()}
capacity = to_numpy(capacity)
''',
        ),
        Right(
            "longest chain in one expression, other keys beside",
            '''
per_person = 0.3 * 2 * 6
capacity = {"note": "mine"}
capacity["requests_per_day"] = int(150e6 * per_person)
capacity["average_per_second"] = capacity["requests_per_day"] // (24 * 3600)
capacity["peak_per_second"] = capacity["average_per_second"] * 3
capacity["in_flight_at_peak"] = round(capacity["peak_per_second"] * 15 / 1000)
capacity["index_megabytes"] = 20 * 30 * 3 * 40 / 1000
capacity["log_gigabytes_per_day"] = 0.54 * 200
''',
        ),
    ],
)


# --- mean_reciprocal_rank ---------------------------------------------------------------------


def oracle_mrr(log: Sequence[tuple], k: int) -> Fraction:
    """The mean over all entries of 1/place, exact; raises ValueError for an empty log."""
    if not log:
        raise ValueError("an empty log has no mean")
    gains = (
        next((Fraction(1, at) for at, shown in enumerate(ids[:k], 1) if shown == wanted), 0)
        for ids, wanted in log
    )
    return sum(gains, Fraction(0)) / len(log)


def near(got: object, want: object) -> bool:
    """Whether ``got`` is a number within 1e-9 of the fraction ``want``."""
    numeric = isinstance(got, (int, float, Fraction, Decimal)) and not isinstance(got, bool)
    return numeric and abs(Fraction(got) - Fraction(want)) < Fraction(1, 10**9)


def logs(hits: bool):
    """Pairs (log, k). With ``hits`` every wanted id stands among the first k."""
    from hypothesis import strategies as st

    @st.composite
    def pairs(draw):
        k = draw(st.integers(1, 6))
        log = []
        for _ in range(draw(st.integers(1, 6))):
            ids = draw(st.lists(st.integers(0, 9), min_size=int(hits), max_size=8, unique=True))
            wanted = draw(st.sampled_from(ids[:k]) if hits else st.integers(0, 9))
            log.append((ids, wanted))
        return log, k

    return pairs()


MRR = '''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError("the log is empty")
    total = 0.0
    for shown, wanted in log:
        for place, film in enumerate(shown[:k], 1):
            if film == wanted:
                total += 1 / place
                break
    return total / len(log)
'''

mean_reciprocal_rank = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            "places count from 1",
            cases=[
                case([([7, 8, 9], 7)], 3, gives=1.0),
                case([([7, 8, 9], 9)], 3, gives=1 / 3),
                case([([0, 5], 0), ([5, 0], 0)], 5, gives=0.75),
                case([([4, 6, 4], 4)], 3, gives=1.0),
            ],
            inputs=lambda: logs(hits=True),
            oracle=oracle_mrr,
            accept=near,
            nudge="Write 1/place for each search of this log, then their mean.",
        ),
        Group(
            "a miss counts 0, an empty log is an error",
            cases=[
                case([([7, 8], 7), ([7, 8], 9)], 5, gives=0.5),
                case([([], 1)], 5, gives=0.0),
                case([([1, 2, 3, 4], 4)], 3, gives=0.0),
                case([([1, 2, 3], 3)], 3, gives=1 / 3),
                case([], 5, raises=ValueError),
            ],
            inputs=lambda: logs(hits=False),
            oracle=oracle_mrr,
            accept=near,
            nudge="How many searches does the mean divide by, and what does each add?",
        ),
    ],
    hints=[
        "Each search adds one number between 0 and 1. What does a search add whose film is not "
        "on the screen?",
        "Look for the wanted id in the first `k` suggestions only. The first suggestion stands "
        "at place 1.",
        "Add 1/place for the first match, nothing for a miss, and divide by the number of all "
        "searches. Refuse an empty log before you divide.",
        "`for place, film in enumerate(shown[:k], 1): if film == wanted: total += 1 / place; "
        "break`, and at the end `return total / len(log)`.",
    ],
    wrong=[
        Wrong(
            "leaves the misses out of the mean",
            '''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    found = [1 / (ids[:k].index(wanted) + 1) for ids, wanted in log if wanted in ids[:k]]
    return sum(found) / len(found) if found else 0.0
''',
            "a miss counts 0, an empty log is an error",
        ),
        Wrong("counts places from 0", changed(MRR, ("[:k], 1)", "[:k])")), "places count from 1"),
        Wrong("counts places from 2", changed(MRR, ("[:k], 1)", "[:k], 2)")),
              "places count from 1"),
        Wrong("forgets k", changed(MRR, ("shown[:k]", "shown")),
              "a miss counts 0, an empty log is an error"),
        Wrong("looks at one place less than k", changed(MRR, ("shown[:k]", "shown[:k - 1]")),
              "places count from 1"),
        Wrong("looks at one place more than k", changed(MRR, ("shown[:k]", "shown[:k + 1]")),
              "a miss counts 0, an empty log is an error"),
        Wrong(
            "a miss counts as place k + 1",
            changed(MRR, ("                break\n",
                          "                break\n        else:\n            total += 1 / (k + 1)\n")),
            "a miss counts 0, an empty log is an error",
        ),
        Wrong(
            "the inverse of the mean place",
            '''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    places = [ids[:k].index(wanted) + 1 for ids, wanted in log if wanted in ids[:k]]
    return len(places) / sum(places) * len(places) / len(log) if places else 0.0
''',
            "places count from 1",
        ),
        Wrong("adds up, without a mean", changed(MRR, ("total / len(log)", "total")),
              "places count from 1"),
        Wrong("does not stop at the first match", changed(MRR, ("                break\n", "")),
              "places count from 1"),
        Wrong("takes id 0 for none", changed(MRR, ("if film == wanted", "if film and film == wanted")),
              "places count from 1"),
        Wrong("success at k, not the rank", changed(MRR, ("1 / place", "1")),
              "places count from 1"),
        Wrong("whole-number division", changed(MRR, ("1 / place", "1 // place")),
              "places count from 1"),
        Wrong("rounds", changed(MRR, ("total / len(log)", "round(total / len(log), 3)")),
              "places count from 1"),
        Wrong(
            "an empty log gives 0",
            changed(MRR, ('raise ValueError("the log is empty")', "return 0.0")),
            "a miss counts 0, an empty log is an error",
        ),
        Wrong(
            "an empty log divides by zero",
            changed(MRR, ('    if not log:\n        raise ValueError("the log is empty")\n', "")),
            "a miss counts 0, an empty log is an error",
        ),
        Wrong(
            "counts a film that is wanted twice once",
            '''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    gains = {}
    for ids, wanted in log:
        gains[wanted] = 1 / (ids[:k].index(wanted) + 1) if wanted in ids[:k] else 0
    return sum(gains.values()) / len(gains)
''',
            "places count from 1",
        ),
        Wrong(
            "empties the lists that it is given",
            '''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    total = 0
    for ids, wanted in log:
        for place in range(1, k + 1):
            if ids and ids.pop(0) == wanted:
                total += 1 / place
                break
    return total / len(log)
''',
            "places count from 1",
        ),
        Wrong(
            "an unknown film stops everything",
            changed(MRR, ("    total = 0.0\n", "    total = 0.0\n    if any(w not in s[:k] for s, w "
                                               "in log):\n        return 0.0\n")),
            "a miss counts 0, an empty log is an error",
        ),
        Wrong("the total is kept between calls",
              changed(MRR, ("(log, k)", "(log, k, gains=[])"), ("    total = 0.0\n", ""),
                      ("total += 1 / place", "gains.append(1 / place)"),
                      ("total / len(log)", "sum(gains) / len(log)")),
              "places count from 1"),
    ],
    right=[
        Right(
            "statistics.mean over fractions",
            '''
from fractions import Fraction
from statistics import mean
def mean_reciprocal_rank(log, k):
    if len(log) == 0:
        raise ValueError("no searches")
    def gain(shown, wanted):
        top = shown[:k]
        return Fraction(1, top.index(wanted) + 1) if wanted in top else Fraction(0)
    return mean(gain(*entry) for entry in log)
''',
        ),
        Right(
            "the mean's own error",
            '''
from statistics import fmean
def mean_reciprocal_rank(log, k):
    return fmean([
        next((1 / (i + 1) for i, film in enumerate(shown) if i < k and film == wanted), 0)
        for shown, wanted in log
    ])
''',
        ),
        Right(
            "try and except",
            '''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    gains = []
    for shown, wanted in log:
        try:
            gains.append(1 / (shown.index(wanted, 0, k) + 1))
        except ValueError:
            gains.append(0)
    return sum(gains) / len(gains)
''',
        ),
        Right(
            "NumPy",
            '''
import numpy as np
def mean_reciprocal_rank(log, k):
    if not len(log):
        raise ValueError("empty")
    gains = np.zeros(len(log))
    for row, (shown, wanted) in enumerate(log):
        at = np.flatnonzero(np.array(shown[:k]) == wanted)
        if at.size:
            gains[row] = 1 / (at[0] + 1)
    return gains.mean()
''',
        ),
        Right(
            "recursion",
            '''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    def gain(shown, wanted, place=1):
        if not shown or place > k:
            return 0.0
        return 1 / place if shown[0] == wanted else gain(shown[1:], wanted, place + 1)
    return sum(gain(list(shown), wanted) for shown, wanted in log) / len(log)
''',
        ),
        Right(
            "decimals",
            '''
from decimal import Decimal
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    total, count = Decimal(0), 0
    for shown, wanted in log:
        count += 1
        places = {}
        for place, film in enumerate(shown[:k], start=1):
            places.setdefault(film, place)
        total += 1 / Decimal(places[wanted]) if wanted in places else 0
    return total / count
''',
        ),
    ],
)


# --- popularity -------------------------------------------------------------------------------


def oracle_popularity(views: Sequence[tuple], today: int, half_life: float) -> dict:
    """The sums by the definition; raises ValueError for a half-life that is not positive."""
    if half_life <= 0:
        raise ValueError("a half-life is positive")
    known = [row for row in views if row[1] <= today]
    return {
        title: sum(n * 0.5 ** ((today - day) / half_life) for t, day, n in known if t == title)
        for title in {row[0] for row in known}
    }


def view_tables(future: bool):
    """Arguments of `popularity`; with ``future`` some rows are from after today."""
    from hypothesis import strategies as st

    today = st.integers(0, 60)
    half_life = st.sampled_from([0.5, 1, 2, 3, 7, 10.5])

    @st.composite
    def tables(draw):
        now = draw(today)
        day = st.integers(0, now + (10 if future else 0))
        row = st.tuples(st.integers(0, 5), day, st.integers(1, 200))
        return draw(st.lists(row, max_size=8)), now, draw(half_life)

    return tables()


POPULARITY = '''
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError("half_life must be positive")
    scores = {}
    for title, day, count in views:
        if day <= today:
            weight = 0.5 ** ((today - day) / half_life)
            scores[title] = scores.get(title, 0.0) + count * weight
    return scores
'''
HALVES = "a view loses half its weight every half-life"
KNOWN = "only what is known today"

popularity = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            HALVES,
            cases=[
                case([(7, 10, 40)], 10, 3, gives={7: 40.0}),
                case([(7, 7, 40), (8, 4, 40)], 10, 3, gives={7: 20.0, 8: 10.0}),
                case([(0, 5, 8), (0, 4, 8), (0, 5, 1)], 5, 1, gives={0: 13.0}),
                case([(1, 0, 4), (1, 40_000, 4)], 40_000, 0.5, gives={1: 4.0}),
                case([(3, 9, 16)], 10, 2, gives={3: 16 / 2**0.5}),
                case([], 10, 3, gives={}),
            ],
            inputs=lambda: view_tables(future=False),
            oracle=oracle_popularity,
            nudge="A view that is one half-life old counts 1/2, two half-lives 1/4.",
        ),
        Group(
            KNOWN,
            cases=[
                case([(7, 10, 5), (7, 11, 90)], 10, 3, gives={7: 5.0}),
                case([(7, 10, 5), (8, 12, 90)], 10, 3, gives={7: 5.0}),
                case([(7, 10, 5)], 10, 0, raises=ValueError),
                case([], 10, -1, raises=ValueError),
            ],
            inputs=lambda: view_tables(future=True),
            oracle=oracle_popularity,
            nudge="A row from after today was not there yet when the score was needed.",
        ),
    ],
    hints=[
        "What does a view count that was made today? What does one count that is exactly one "
        "half-life old?",
        "The age of a row is `today - day`. The number of half-lives in it need not be whole.",
        "Weight = 0.5 to the power age / half-life. Add count × weight to the title's score. "
        "Skip rows from after today before you touch the dict.",
        "`if day <= today: scores[title] = scores.get(title, 0.0) + count * 0.5 ** ((today - "
        "day) / half_life)`, after a check that `half_life > 0`.",
    ],
    wrong=[
        Wrong("counts rows from the future", changed(POPULARITY, ("if day <= today", "if True")),
              KNOWN),
        Wrong(
            "gives a title of the future a score of 0",
            changed(POPULARITY, ("    for title, day, count in views:\n",
                                 "    for title, day, count in views:\n"
                                 "        scores.setdefault(title, 0.0)\n")),
            KNOWN,
        ),
        Wrong(
            "weighs the future by its distance",
            changed(POPULARITY, ("if day <= today", "if True"), ("(today - day)", "abs(today - day)")),
            KNOWN,
        ),
        Wrong("leaves today out", changed(POPULARITY, ("day <= today", "day < today")), HALVES),
        Wrong(
            "a factor of e instead of 2",
            changed(POPULARITY, ("0.5 ** ((today - day) / half_life)",
                                 "__import__('math').exp(-(today - day) / half_life)")),
            HALVES,
        ),
        Wrong("multiplies by the half-life", changed(POPULARITY, (") / half_life", ") * half_life")),
              HALVES),
        Wrong("steps instead of a curve", changed(POPULARITY, (") / half_life", ") // half_life")),
              HALVES),
        Wrong("a whole number of days", changed(POPULARITY, ("/ half_life", "/ max(1, int(half_life))")),
              HALVES),
        Wrong(
            "old rows overflow",
            changed(POPULARITY, ("0.5 ** ((today - day) / half_life)",
                                 "1 / 2.0 ** ((today - day) / half_life)")),
            HALVES,
        ),
        Wrong(
            "keeps the last row of a title",
            changed(POPULARITY, ("scores.get(title, 0.0) + ", "")), HALVES,
        ),
        Wrong("counts rows, not views", changed(POPULARITY, ("count * weight", "weight")), HALVES),
        Wrong(
            "measures age from the newest row",
            changed(POPULARITY, ("    for title", "    today = max((d for _, d, _ in views if d <= "
                                                  "today), default=today)\n    for title")),
            HALVES,
        ),
        Wrong("scores as shares of 1", changed(
            POPULARITY, ("return scores", "return {t: s / sum(scores.values()) for t, s in "
                                          "scores.items()}")), HALVES),
        Wrong(
            "decays as if rows came in order of days",
            '''
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    scores, last = {}, {}
    for title, day, count in views:
        if day > today:
            continue
        age = max(0, day - last.get(title, day))
        scores[title] = scores.get(title, 0) * 0.5 ** (age / half_life) + count
        last[title] = day
    return {t: s * 0.5 ** ((today - last[t]) / half_life) for t, s in scores.items()}
''',
            HALVES,
        ),
        Wrong("cuts off after three half-lives", changed(
            POPULARITY, ("if day <= today", "if today - 3 * half_life < day <= today")), HALVES),
        Wrong("takes title 0 for none", changed(POPULARITY, ("if day", "if title and day")), HALVES),
        Wrong("a straight line", changed(POPULARITY, ("0.5 ** ((today - day) / half_life)",
                                                      "max(0, 1 - (today - day) / half_life / 2)")),
              HALVES),
        Wrong("scores are kept between calls", changed(
            POPULARITY, ("today, half_life)", "today, half_life, scores={})"),
            ("    scores = {}\n", "")), HALVES),
        Wrong("rounds to whole views", changed(POPULARITY, ("count * weight", "round(count * weight)")),
              HALVES),
        Wrong("accepts any half-life", changed(
            POPULARITY, ('        raise ValueError("half_life must be positive")', "        return {}")),
            KNOWN),
        Wrong("refuses only 0", changed(POPULARITY, ("half_life <= 0", "half_life == 0")), KNOWN),
        Wrong("the negative half-life is found too late", changed(
            POPULARITY, ("half_life <= 0", "views and half_life <= 0")), KNOWN),
    ],
    right=[
        Right(
            "defaultdict and exp2",
            '''
import math
from collections import defaultdict
def popularity(views, today, half_life):
    if not half_life > 0:
        raise ValueError("half_life")
    scores = defaultdict(float)
    for title, day, count in views:
        age = today - day
        if age >= 0:
            scores[title] += count * math.exp2(-age / half_life)
    return scores
''',
        ),
        Right(
            "natural logarithm and Counter",
            '''
from collections import Counter
from math import exp, log
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    rate, scores = log(2) / half_life, Counter()
    for title, day, count in views:
        if day > today:
            continue
        scores[title] += count * exp(-rate * (today - day))
    return scores
''',
        ),
        Right(
            "sorted rows, decayed on the way",
            '''
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    state = {}
    for title, day, count in sorted(views, key=lambda row: row[1]):
        if day > today:
            break
        score, last = state.get(title, (0.0, day))
        state[title] = score * 0.5 ** ((day - last) / half_life) + count, day
    return {t: s * 0.5 ** ((today - last) / half_life) for t, (s, last) in state.items()}
''',
        ),
        Right(
            "pandas",
            '''
import pandas as pd
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    table = pd.DataFrame(views, columns=["title", "day", "count"])
    table = table[table["day"] <= today]
    if table.empty:
        return {}
    weight = 0.5 ** ((today - table["day"].astype(float)) / half_life)
    return (table["count"] * weight).groupby(table["title"]).sum().to_dict()
''',
        ),
        Right(
            "groups of rows, fsum",
            '''
import math
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    parts = {}
    for title, day, count in views:
        if today >= day:
            parts.setdefault(title, []).append(count * pow(2.0, (day - today) / half_life))
    return {title: math.fsum(each) for title, each in parts.items()}
''',
        ),
        Right(
            "NumPy numbers",
            '''
import numpy as np
def popularity(views, today, half_life):
    if half_life <= 0:
        raise ValueError
    scores = {}
    for title, day, count in views:
        if day <= today:
            part = np.float64(count) * np.exp2(-(today - day) / half_life)
            scores[title] = scores.get(title, np.float64(0)) + part
    return scores
''',
        ),
    ],
)
