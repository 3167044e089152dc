"""Checks of lesson 302: search suggestions while a member types."""

from __future__ import annotations

import functools
import heapq
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from ..exercise import Answer, Exercise, Right, Verdict, Wrong
from ..groups import (
    Failure,
    Group,
    Growth,
    Named,
    Rule,
    case,
    fitted_exponent,
    number,
    of_trouble,
    passed,
)
from ..values import Opaque, show


def changed(source: str, *edits: tuple[str, str]) -> str:
    """``source`` with each (old, new) replaced once; an old text that is absent is an error."""
    for old, new in edits:
        if old not in source:
            raise ValueError(f"{old!r} is not in the source to be changed")
        source = source.replace(old, new, 1)
    return source


def mutants(
    source: str, caught_by: str, edits: Mapping[str, Sequence[tuple[str, str]]]
) -> list[Wrong]:
    """Wrong solutions made out of a right one: ``{name: [(old, new), ...]}``."""
    return [Wrong(name, changed(source, *each), caught_by) for name, each in edits.items()]


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
            if problem := number(want, within=0.2, unit=unit)(value[key]):
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
capacity_estimate = {
    "requests_per_day": requests_per_day,
    "average_per_second": average_per_second,
    "peak_per_second": peak_per_second,
    "in_flight_at_peak": in_flight_at_peak,
    "index_megabytes": index_megabytes,
    "log_gigabytes_per_day": log_gigabytes_per_day,
}
'''

capacity_estimate = Exercise(
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
        *mutants(CAPACITY, "traffic", {
            "everybody searches": [(" * 0.30", "")],
            "one request a search": [(" * 2 * 6", " * 2")],
            "a day of minutes": [("86_400", "(24 * 60)")],
            "the average is the peak": [("= 3 * ave", "= ave")],
            "milliseconds as seconds": [("0.015", "15")],
            "in flight at the average, not at the peak": [
                ("peak_per_second * 0.015", "average_per_second * 0.015"),
            ],
            "30 % taken as 30": [("0.30", "30")],
            "infinite": [
                ('"requests_per_day": requests_per_day', '"requests_per_day": float("inf")'),
            ],
            "no number": [
                ('"requests_per_day": requests_per_day', '"requests_per_day": float("nan")'),
            ],
            "numbers written as text": [
                ('"requests_per_day": requests_per_day', '"requests_per_day": "540M"'),
            ],
        }),
        *mutants(CAPACITY, "sizes", {
            "one language": [(" * 30 * 3", " * 3")],
            "no other spellings": [(" * 30 * 3", " * 30")],
            "bytes, not megabytes": [(" * 40 / 1e6", " * 40")],
            "bits": [("* 200 /", "* 200 * 8 /")],
            "the log of one second": [("= requests_per_day * 200", "= average_per_second * 200")],
            "terabytes": [("/ 1e9", "/ 1e12")],
            "a missing key": [('    "index_megabytes": index_megabytes,\n', "")],
        }),
        Wrong("a list", caught_by="traffic",
              source=CAPACITY + "capacity_estimate = list(capacity_estimate.values())\n"),
    ],
    right=[
        Right("a day of 10^5 seconds", changed(CAPACITY, ("86_400", "1e5"))),
        Right(
            "numbers typed in",
            '''
capacity_estimate = dict(
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
capacity_estimate = to_numpy(capacity_estimate)
''',
        ),
        Right(
            "filled in key by key, another key beside",
            '''
per_person = 0.3 * 2 * 6
capacity_estimate = {"note": "mine"}
capacity_estimate["requests_per_day"] = int(150e6 * per_person)
capacity_estimate["average_per_second"] = capacity_estimate["requests_per_day"] // (24 * 3600)
capacity_estimate["peak_per_second"] = capacity_estimate["average_per_second"] * 3
capacity_estimate["in_flight_at_peak"] = round(capacity_estimate["peak_per_second"] * 15 / 1000)
capacity_estimate["index_megabytes"] = 20 * 30 * 3 * 40 / 1000
capacity_estimate["log_gigabytes_per_day"] = 0.54 * 200
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
    if isinstance(got, bool) or not isinstance(got, (int, float, Fraction, Decimal)):
        return False
    return math.isfinite(got) and abs(Fraction(got) - Fraction(want)) < Fraction(1, 10**9)


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
PLACES = "places count from 1"
MISSES = "a miss counts 0, an empty log is an error"

mean_reciprocal_rank = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            PLACES,
            cases=[
                case([([7, 8, 9], 7)], 3, gives=1.0),
                case([([7, 8, 9], 9)], 3, gives=1 / 3),
                case([([0, 5], 0), ([5, 0], 0)], 5, gives=0.75),
                case([([4, 6, 4], 4)], 3, gives=1.0),
                case([([4, 4, 6], 6)], 3, gives=1 / 3),
                case([(list(range(20)), 15)], 20, gives=1 / 16),
                # int() makes two objects of the same value.
                case([([int("70000")], int("70000"))], 3, gives=1.0),
            ],
            inputs=lambda: logs(hits=True),
            oracle=oracle_mrr,
            accept=near,
            nudge="Write 1/place for each search of this log, then their mean.",
        ),
        Group(
            MISSES,
            cases=[
                case([([7, 8], 7), ([7, 8], 9)], 5, gives=0.5),
                case([([], 1)], 5, gives=0.0),
                case([([12], 1)], 5, gives=0.0),
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
        *mutants(MRR, PLACES, {
            "counts places from 0": [("[:k], 1)", "[:k])")],
            "counts places from 2": [("[:k], 1)", "[:k], 2)")],
            "looks at one place less than k": [("shown[:k]", "shown[:k - 1]")],
            "adds up, without a mean": [("total / len(log)", "total")],
            "does not stop at the first match": [("                break\n", "")],
            "takes id 0 for none": [("if film == wanted", "if film and film == wanted")],
            "compares with is": [("film == wanted", "film is wanted")],
            "counts a repeated id once": [("shown[:k]", "dict.fromkeys(shown[:k])")],
            "never more than ten places": [("shown[:k]", "shown[:min(k, 10)]")],
            "success at k, not the rank": [("1 / place", "1")],
            "whole-number division": [("1 / place", "1 // place")],
            "rounds": [("total / len(log)", "round(total / len(log), 3)")],
            "the total is kept between calls": [
                ("(log, k)", "(log, k, gains=[])"),
                ("    total = 0.0\n", ""),
                ("total += 1 / place", "gains.append(1 / place)"),
                ("total / len(log)", "sum(gains) / len(log)"),
            ],
        }),
        *mutants(MRR, MISSES, {
            "forgets k": [("shown[:k]", "shown")],
            "looks for the digits": [("film == wanted", "str(wanted) in str(film)")],
            "looks at one place more than k": [("shown[:k]", "shown[:k + 1]")],
            "a miss counts as place k + 1": [
                ("                break\n",
                 "                break\n        else:\n            total += 1 / (k + 1)\n"),
            ],
            "an empty log gives 0": [('raise ValueError("the log is empty")', "return 0.0")],
            "an empty log divides by zero": [
                ('    if not log:\n        raise ValueError("the log is empty")\n', ""),
            ],
            "an unknown film stops everything": [
                ("    total = 0.0\n",
                 "    total = 0.0\n"
                 "    if any(w not in s[:k] for s, w in log):\n"
                 "        return 0.0\n"),
            ],
        }),
        Wrong("leaves the misses out of the mean", caught_by=MISSES, source='''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    found = [1 / (ids[:k].index(wanted) + 1) for ids, wanted in log if wanted in ids[:k]]
    return sum(found) / len(found) if found else 0.0
'''),
        Wrong("the inverse of the mean place", caught_by=PLACES, source='''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    places = [ids[:k].index(wanted) + 1 for ids, wanted in log if wanted in ids[:k]]
    return len(places) / sum(places) * len(places) / len(log) if places else 0.0
'''),
        Wrong("counts a film that is wanted twice once", caught_by=PLACES, source='''
def mean_reciprocal_rank(log, k):
    if not log:
        raise ValueError
    gains = {}
    for ids, wanted in log:
        gains[wanted] = 1 / (ids[:k].index(wanted) + 1) if wanted in ids[:k] else 0
    return sum(gains.values()) / len(gains)
'''),
        Wrong("empties the lists that it is given", caught_by=PLACES, source='''
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
'''),
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
                case([(7, -3, 40)], 0, 3, gives={7: 20.0}),
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
        *mutants(POPULARITY, KNOWN, {
            "counts rows from the future": [("if day <= today", "if True")],
            "gives a title of the future a score of 0": [
                ("    for title, day, count in views:\n",
                 "    for title, day, count in views:\n" "        scores.setdefault(title, 0.0)\n"),
            ],
            "weighs the future by its distance": [
                ("if day <= today", "if True"),
                ("(today - day)", "abs(today - day)"),
            ],
            "accepts any half-life": [
                ('        raise ValueError("half_life must be positive")', "        return {}"),
            ],
            "refuses only 0": [("half_life <= 0", "half_life == 0")],
            "the negative half-life is found too late": [
                ("half_life <= 0", "views and half_life <= 0"),
            ],
        }),
        *mutants(POPULARITY, HALVES, {
            "leaves today out": [("day <= today", "day < today")],
            "no days below 0": [("if day <= today", "if 0 <= day <= today")],
            "a factor of e instead of 2": [
                ("0.5 ** ((today - day) / half_life)",
                 "__import__('math').exp(-(today - day) / half_life)"),
            ],
            "multiplies by the half-life": [(") / half_life", ") * half_life")],
            "steps instead of a curve": [(") / half_life", ") // half_life")],
            "a whole number of days": [("/ half_life", "/ max(1, int(half_life))")],
            "old rows overflow": [
                ("0.5 ** ((today - day) / half_life)", "1 / 2.0 ** ((today - day) / half_life)"),
            ],
            "keeps the last row of a title": [("scores.get(title, 0.0) + ", "")],
            "counts rows, not views": [("count * weight", "weight")],
            "measures age from the newest row": [
                ("    for title",
                 "    today = max((d for _, d, _ in views if d <= today), default=today)\n"
                 "    for title"),
            ],
            "scores as shares of 1": [
                ("return scores",
                 "return {t: s / sum(scores.values()) for t, s in " "scores.items()}"),
            ],
            "cuts off after three half-lives": [
                ("if day <= today", "if today - 3 * half_life < day <= today"),
            ],
            "takes title 0 for none": [("if day", "if title and day")],
            "a straight line": [
                ("0.5 ** ((today - day) / half_life)", "max(0, 1 - (today - day) / half_life / 2)"),
            ],
            "scores are kept between calls": [
                ("today, half_life)", "today, half_life, scores={})"),
                ("    scores = {}\n", ""),
            ],
            "rounds to whole views": [("count * weight", "round(count * weight)")],
        }),
        Wrong("decays as if rows came in order of days", caught_by=HALVES, source='''
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
'''),
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


# --- normalise --------------------------------------------------------------------------------


def oracle_key(title: str) -> str:
    """The key by the definition, with the Unicode tables of the standard library."""
    folded = unicodedata.normalize("NFKD", title).casefold()
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", folded))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", bare)).strip()


def texts(alphabet: str, forms: Sequence[str] = ("NFC",)):
    """Texts over an alphabet, each in one of the Unicode ``forms``."""
    from hypothesis import strategies as st

    text = st.text(st.sampled_from(alphabet), max_size=8)
    made = st.tuples(st.sampled_from(list(forms)), text)
    return made.map(lambda pair: (unicodedata.normalize(*pair),))


NORMALISE = '''
def normalise(title):
    text = unicodedata.normalize("NFKD", title).casefold()
    text = unicodedata.normalize("NFKD", text)
    text = "".join(char for char in text if not "\\u0300" <= char <= "\\u036f")
    return " ".join(unicodedata.normalize("NFC", text).split())
'''
MARKS = "case, marks and spaces"
ONE_KEY = "one key for every way of writing"
SCRIPTS = "scripts where a mark is part of the letter"

normalise = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            MARKS,
            cases=[
                case("Amélie", gives="amelie"),
                case("  The   Lion\tKing ", gives="the lion king"),
                case("Æon Flux", gives="æon flux"),
                case("Drømmen", gives="drømmen"),
                case("DIE WEISSE STRASSE", gives="die weisse strasse"),
                case("Die weiße Straße", gives="die weisse strasse"),
                case("İstanbul", gives="istanbul"),
                case("à", gives="a"),
                case("a\u036f", gives="a"),
                case("The Thing", gives="the thing"),
                case("one\u2028two\u0085three", gives="one two three"),
                case("ΟΔΥΣΣΕΥΣ", gives="οδυσσευσ"),
                case("Don't Look Now: 1973 (No. 2)", gives="don't look now: 1973 (no. 2)"),
                case("Ёлки", gives="елки"),
                case("", gives=""),
            ],
            inputs=lambda: texts("aAéÉñüÅçßıİΣσςΩé йЁżŐ'–:.9 \t\u00a0\u3000"),
            oracle=oracle_key,
            nudge="Look at this text character by character: which step should have changed it?",
        ),
        Group(
            ONE_KEY,
            cases=[
                case("Ame\u0301lie", gives="amelie"),
                case("ＡＫＩＲＡ", gives="akira"),
                case("Batman™", gives="batmantm"),
                case("ﬁnding Nemo", gives="finding nemo"),
                case("Alien³", gives="alien3"),
                case("Rocky Ⅳ", gives="rocky iv"),
                case("8½", gives="81\u20442"),
                case("ᾳ", gives="αι"),
                case("ｱｷﾗ", gives="アキラ"),
            ],
            inputs=lambda: texts(
                "aéÉÅñｆＺﬁﬀ³²Ⅳⅳ™℃№ｱｶﾊﬃ\u212b\u2126ſ\u2003 ", ("NFC", "NFD", "NFKD")
            ),
            oracle=oracle_key,
            nudge="Two code point sequences that look alike, or mean the same, need one key.",
        ),
        Group(
            SCRIPTS,
            cases=[
                case("千と千尋の神隠し", gives="千と千尋の神隠し"),
                case("ゴジラ", gives="ゴジラ"),
                case("コ\u3099シ\u3099ラ", gives="ゴジラ"),
                case("ｺﾞｼﾞﾗ", gives="ゴジラ"),
                case("기생충", gives="기생충"),
                case(unicodedata.normalize("NFD", "기생충"), gives="기생충"),
                case("कुछ कुछ होता है", gives="कुछ कुछ होता है"),
                case("องค์บาก", gives="องค์บาก"),
                case("क्\u200dष", gives="क्\u200dष"),
                case("七人の侍　1954", gives="七人の侍 1954"),
            ],
            inputs=lambda: texts("がカガばぱパ기생충뷁千と神कुछहोहैต้ยุבָعَ中 aé", ("NFC", "NFD")),
            oracle=oracle_key,
            nudge="Only the marks from U+0300 to U+036F may go, and the key is composed again.",
        ),
    ],
    hints=[
        "Print `[unicodedata.name(c) for c in unicodedata.normalize('NFKD', 'Ａé™')]`. What did "
        "the form do to each of the three?",
        "Take it apart, fold it, drop some marks, put it together. `str.casefold` folds more "
        "than `str.lower`.",
        "Decompose with NFKD before you fold, because ™ becomes the capitals TM. Decompose again, "
        "drop U+0300 to U+036F, compose with NFC, and let `split` deal with white space.",
        "`text = normalize('NFKD', title).casefold()`, then NFKD again, then keep the characters "
        "outside `'\\u0300' <= char <= '\\u036f'`, then `' '.join(...)` over "
        "`normalize('NFC', text).split()`.",
    ],
    wrong=[
        *mutants(NORMALISE, MARKS, {
            "lower instead of casefold": [(".casefold()", ".lower()")],
            "keeps the marks": [('if not "\\u0300" <= char <= "\\u036f"', "")],
            "strips the ends only": [
                ('" ".join(unicodedata.normalize("NFC", text).split())',
                 'unicodedata.normalize("NFC", text).strip()'),
            ],
            "leaves out U+0300": [('"\\u0300" <= char', '"\\u0300" < char')],
            "leaves out U+036F": [('char <= "\\u036f"', 'char < "\\u036f"')],
            "splits at ASCII white space": [
                ('" ".join(unicodedata.normalize("NFC", text).split())',
                 'unicodedata.normalize("NFC", b" ".join(text.encode().split()).decode())'),
            ],
            "removes all spaces": [('" ".join(', '"".join(')],
            "drops what is not a letter or digit": [
                ('if not "\\u0300" <= char <= "\\u036f"', 'if (char.isalnum() or char.isspace())'),
            ],
            "drops the article": [
                ("    return", "    text = text.strip().removeprefix('the ')\n    return"),
            ],
            "turns ø and æ into ASCII": [
                ("    return", "    text = text.replace('ø', 'o').replace('æ', 'ae')\n    return"),
            ],
            "an empty title is None": [
                ("    text = uni", "    if not title:\n        return None\n    text = uni"),
            ],
        }),
        *mutants(NORMALISE, ONE_KEY, {
            "folds before it decomposes, not after": [
                ('unicodedata.normalize("NFKD", title).casefold()', "title.casefold()"),
            ],
            "folds after the marks are gone": [
                ('title).casefold()', 'title)'),
                ('("NFC", text)', '("NFC", text).casefold()'),
            ],
        }),
        *mutants(NORMALISE, SCRIPTS, {
            "drops every non-spacing mark": [
                ('if not "\\u0300" <= char <= "\\u036f"', 'if unicodedata.category(char) != "Mn"'),
            ],
            "drops joiners without width": [
                ("    return", "    text = text.replace('\\u200d', '')\n    return"),
            ],
            "drops every combining character": [
                ('if not "\\u0300" <= char <= "\\u036f"', "if not unicodedata.combining(char)"),
            ],
            "keeps ASCII only": [
                ("    return", "    text = text.encode('ascii', 'ignore').decode()\n    return"),
            ],
            "stays decomposed": [('unicodedata.normalize("NFC", text).split()', "text.split()")],
            "keeps letters, digits, spaces and punctuation": [
                ('if not "\\u0300" <= char <= "\\u036f"',
                 'if char.isalnum() or char.isspace() or unicodedata.category(char)[0] in "PS"'),
            ],
        }),
        Wrong("lower case only", caught_by=MARKS, source='''
def normalise(title):
    return " ".join(title.lower().split())
'''),
        Wrong("looks for marks after composing", caught_by=MARKS, source='''
def normalise(title):
    text = unicodedata.normalize("NFKC", title.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(text.split())
'''),
        Wrong("a table of a few letters", caught_by=MARKS, source='''
def normalise(title):
    table = str.maketrans("éèêëàâçîïôöûüñ", "eeeeaaciioouun")
    text = unicodedata.normalize("NFKC", title).casefold().translate(table)
    return " ".join(text.split())
'''),
        Wrong("knows one kind of space", caught_by=MARKS, source='''
def normalise(title):
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", title).casefold())
    text = "".join(char for char in text if not "\\u0300" <= char <= "\\u036f")
    return " ".join(word for word in unicodedata.normalize("NFC", text).split(" ") if word)
'''),
        Wrong("an example hard-coded", caught_by=MARKS, source='''
def normalise(title):
    return {"Amélie": "amelie"}.get(title, " ".join(title.casefold().split()))
'''),
        Wrong("canonical forms only", caught_by=ONE_KEY, source=NORMALISE.replace("NFKD", "NFD")),
        Wrong("full width by subtraction", caught_by=ONE_KEY, source='''
def normalise(title):
    text = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in title)
    text = unicodedata.normalize("NFD", text.casefold())
    text = "".join(char for char in text if not "\\u0300" <= char <= "\\u036f")
    return " ".join(unicodedata.normalize("NFC", text).split())
'''),
        Wrong("expects composed input", caught_by=ONE_KEY, source='''
def normalise(title):
    bare = [unicodedata.normalize("NFKD", char) for char in title]
    bare = [part[0] if part[1:] and "\\u0300" <= part[1] <= "\\u036f" else part for part in bare]
    return " ".join(unicodedata.normalize("NFKC", "".join(bare).casefold()).split())
'''),
    ],
    right=[
        Right("translate with a table of marks", '''
def normalise(title):
    nfkd = lambda text: unicodedata.normalize("NFKD", text)
    marks = dict.fromkeys(range(0x300, 0x370))
    text = nfkd(nfkd(title).casefold()).translate(marks)
    return " ".join(unicodedata.normalize("NFKC", text).split())
'''),
        Right("regular expressions", '''
import re
def normalise(title):
    text = unicodedata.normalize("NFKC", title)
    text = unicodedata.normalize("NFD", text.casefold())
    text = unicodedata.normalize("NFC", re.sub(r"[\\u0300-\\u036F]", "", text))
    return re.sub(r"\\s+", " ", text).strip()
'''),
        Right("folds twice", '''
def normalise(title):
    for _ in range(2):
        title = unicodedata.normalize("NFKD", title.casefold())
    kept = [char for char in title if not 0x0300 <= ord(char) < 0x0370]
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))
'''),
        Right("until nothing changes", '''
def normalise(title):
    before = None
    while before != title:
        before = title
        title = unicodedata.normalize("NFKD", title).casefold()
        title = "".join(c for c in title if ord(c) not in range(0x300, 0x370))
        title = " ".join(unicodedata.normalize("NFC", title).split())
    return title
'''),
        Right("a generator and a list of spaces", '''
from unicodedata import normalize as form
def normalise(title):
    def characters():
        gap = False
        for char in form("NFKD", form("NFKC", title).casefold()):
            if char.isspace():
                gap = True
            elif not "\\u0300" <= char <= "\\u036f":
                if gap:
                    yield " "
                gap = False
                yield char
    return form("NFC", "".join(characters())).lstrip()
'''),
        Right("remembers what it folded", '''
import functools
@functools.cache
def fold(char):
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
def normalise(title):
    parts = unicodedata.normalize("NFKD", "".join(map(fold, title)))
    kept = filter(lambda char: not "\\u0300" <= char <= "\\u036f", parts)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
'''),
    ],
)


# --- prefix_range -----------------------------------------------------------------------------


def oracle_range(keys: Sequence[str], prefix: str) -> tuple[int, int]:
    """The range by counting all keys."""
    first = sum(key < prefix for key in keys)
    return first, first + sum(key.startswith(prefix) for key in keys)


def sorted_keys():
    """Pairs of sorted keys, some of them equal, and a prefix."""
    from hypothesis import strategies as st

    key = st.text(st.sampled_from("abzé\uffff𝄞"), max_size=4)
    keys = st.lists(key, max_size=10).map(sorted)
    return st.tuples(keys, st.text(st.sampled_from("abzé\uffff𝄞"), max_size=3))


def half_match(n: int) -> tuple[list[str], str]:
    """n sorted keys of which half start with the prefix."""
    return [f"{'am'[i >= n // 2]}{i:06d}" for i in range(n)], "m"


def scan(keys: Sequence[str], prefix: str) -> tuple[int, int]:
    first = matches = 0
    for key in keys:
        first += key < prefix
        matches += key.startswith(prefix)
    return first, first + matches


def halve(keys: Sequence[str], prefix: str) -> tuple[int, int]:
    def first(is_right_of: Callable[[str], bool]) -> int:
        low, high = 0, len(keys)
        while low < high:
            middle = (low + high) // 2
            if is_right_of(keys[middle]):
                high = middle
            else:
                low = middle + 1
        return low

    return first(lambda key: key >= prefix), first(lambda key: key[: len(prefix)] > prefix)


BY_HAND = '''
def prefix_range(keys, prefix):
    size = len(prefix)
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle] < prefix:
            low = middle + 1
        else:
            high = middle
    first, high = low, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle][:size] <= prefix:
            low = middle + 1
        else:
            high = middle
    return first, low
'''
BISECT = '''
from bisect import bisect_left, bisect_right
def prefix_range(keys, prefix):
    first = bisect_left(keys, prefix)
    last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])
    return first, last
'''
RANGE = "the keys that start with the prefix"
LOG = "work grows as log n"

prefix_range = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            RANGE,
            cases=[
                case(["alien", "aliens", "amelie", "brazil"], "al", gives=(0, 2)),
                case(["alien", "aliens", "amelie", "brazil"], "alien", gives=(0, 2)),
                case(["alien", "aliens", "amelie", "brazil"], "b", gives=(3, 4)),
                case(["alien", "aliens", "amelie", "brazil"], "amx", gives=(3, 3)),
                case(["alien", "brazil"], "", gives=(0, 2)),
                case(["alien", "brazil"], "z", gives=(2, 2)),
                case(["dune", "dune", "dune"], "dune", gives=(0, 3)),
                case(["ab", "abz", "abzz", "abé", "ab千"], "ab", gives=(0, 5)),
                case(["m", "m\uffff", "m😀"], "m", gives=(0, 3)),
                case(["m", "m\U0010ffff"], "m", gives=(0, 2)),
                case(["m", "m\U0010ffff", "m\U0010ffff!"], "m", gives=(0, 3)),
                case(["m", "m\U0010ffff"], "m\U0010ffff", gives=(1, 2)),
                case(["AB", "ab"], "A", gives=(0, 1)),
                case(["a", "a b"], "a ", gives=(1, 2)),
                case([], "a", gives=(0, 0)),
            ],
            inputs=sorted_keys,
            oracle=oracle_range,
            tries=200,
            nudge="Mark where the keys with this prefix begin, and the first key behind them.",
        ),
        Growth(
            LOG,
            args=half_match,
            sizes=(256, 512, 1024, 2048, 4096),
            exponent=0.4,
            brute=scan,
            best=halve,
            nudge="Half of these keys match. Find both ends by halving, and walk over neither.",
        ),
    ],
    hints=[
        "In a sorted list, where do all keys that start with `al` stand, relative to each other?",
        "The range has two ends. The first is where the prefix itself would be inserted. What "
        "distinguishes the keys in front of the second end from those behind it?",
        "Cut every key to `len(prefix)` characters: the cut keys are still in order. The second "
        "end is behind the last cut key that equals the prefix.",
        "`bisect_left(keys, prefix)` and `bisect_right(keys, prefix, key=lambda key: "
        "key[:len(prefix)])`.",
    ],
    wrong=[
        *mutants(BISECT, RANGE, {
            "z as the end": [
                ("bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])",
                 "bisect_right(keys, prefix + 'z')"),
            ],
            "U+FFFF as the end": [
                ("bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])",
                 "bisect_left(keys, prefix + '\\uffff')"),
            ],
            "U+10FFFF as the end": [
                ("bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])",
                 "bisect_left(keys, prefix + chr(0x10ffff))"),
            ],
            "behind U+10FFFF as the end": [
                ("bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])",
                 "bisect_right(keys, prefix + chr(0x10ffff))"),
            ],
            "no character comes after U+10FFFF": [
                ("bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])",
                 "bisect_left(keys, prefix[:-1] + chr(ord(prefix[-1]) + 1)) if prefix "
                 "else len(keys)"),
            ],
            "folds the case of the prefix": [
                ("    first", "    prefix = prefix.lower()\n    first"),
            ],
            "strips the prefix": [("    first", "    prefix = prefix.strip()\n    first")],
            "next character, no empty prefix": [
                ("bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])",
                 "bisect_left(keys, prefix[:-1] + chr(ord(prefix[-1]) + 1))"),
            ],
            "starts behind an equal key": [("bisect_left(keys", "bisect_right(keys")],
            "equal keys only": [(", key=lambda key: key[:len(prefix)]", "")],
            "the end is included": [("first, last", "first, last - 1")],
            "counts from 1": [("first, last", "first + 1, last + 1")],
            "None where nothing matches": [
                ("return first, last", "return (first, last) if first < last else None"),
            ],
            "(0, 0) where nothing matches": [
                ("return first, last", "return (first, last) if first < last else (0, 0)"),
            ],
            "the keys, not the range": [("first, last\n", "keys[first:last]\n")],
            "the length, not the end": [("first, last\n", "first, last - first\n")],
            "nothing for the empty prefix": [
                ("    first", "    if not prefix:\n        return 0, 0\n    first"),
            ],
            "one occurrence of equal keys": [
                ("    first", "    keys = sorted(set(keys))\n    first"),
            ],
        }),
        *mutants(BY_HAND, RANGE, {
            "misses the last key": [
                ("low, high = 0, len(keys)", "low, high = 0, len(keys) - 1"),
                ("first, high = low, len(keys)", "first, high = low, len(keys) - 1"),
            ],
        }),
        Wrong("contains instead of starts with", caught_by=RANGE, source='''
def prefix_range(keys, prefix):
    found = [at for at, key in enumerate(keys) if prefix in key]
    first = sum(key < prefix for key in keys)
    return (found[0], found[-1] + 1) if found else (first, first)
'''),
        Wrong("scans all keys", caught_by=LOG, source='''
def prefix_range(keys, prefix):
    first = sum(key < prefix for key in keys)
    return first, first + sum(key.startswith(prefix) for key in keys)
'''),
        Wrong("scans up to the first match", caught_by=LOG, source='''
def prefix_range(keys, prefix):
    first = 0
    while first < len(keys) and keys[first] < prefix:
        first += 1
    last = first
    while last < len(keys) and keys[last].startswith(prefix):
        last += 1
    return first, last
'''),
        Wrong("walks over the matches", caught_by=LOG, source='''
from bisect import bisect_left
def prefix_range(keys, prefix):
    first = last = bisect_left(keys, prefix)
    while last < len(keys) and keys[last].startswith(prefix):
        last += 1
    return first, last
'''),
        Wrong("counts the matches in a comprehension", caught_by=LOG, source='''
from bisect import bisect_left
from itertools import takewhile
def prefix_range(keys, prefix):
    first = bisect_left(keys, prefix)
    matches = takewhile(lambda key: key.startswith(prefix), keys[first:])
    return first, first + sum(1 for _ in matches)
'''),
        Wrong("spreads from one match", caught_by=LOG, source='''
def prefix_range(keys, prefix):
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle].startswith(prefix):
            low = high = middle
            while low > 0 and keys[low - 1].startswith(prefix):
                low -= 1
            while high < len(keys) and keys[high].startswith(prefix):
                high += 1
            return low, high
        if keys[middle] < prefix:
            low = middle + 1
        else:
            high = middle
    return low, low
'''),
        Wrong("cuts every key first", caught_by=LOG, source='''
from bisect import bisect_left, bisect_right
def prefix_range(keys, prefix):
    cut = [key[:len(prefix)] for key in keys]
    return bisect_left(keys, prefix), bisect_right(cut, prefix)
'''),
        Wrong("steps of the square root of n", caught_by=LOG, source='''
def prefix_range(keys, prefix):
    def first(behind):
        at, step = 0, max(1, int(len(keys) ** 0.5))
        while at + step <= len(keys) and not behind(keys[at + step - 1]):
            at += step
        while at < len(keys) and not behind(keys[at]):
            at += 1
        return at
    return (first(lambda key: key >= prefix),
            first(lambda key: key > prefix and not key.startswith(prefix)))
'''),
    ],
    right=[
        Right("two halvings by hand", BY_HAND),
        Right("bisect with a key", BISECT),
        Right("the next text that does not start with the prefix", changed(BISECT, (
            "    last = bisect_right(keys, prefix, key=lambda key: key[:len(prefix)])\n",
            "    stem = prefix.rstrip(chr(0x10FFFF))\n"
            "    beyond = stem[:-1] + chr(ord(stem[-1]) + 1) if stem else None\n"
            "    last = bisect_left(keys, beyond) if stem else len(keys)\n"))),
        Right("a list, both ends by one helper", '''
from bisect import bisect_left
def prefix_range(keys, prefix):
    inside = lambda key: (key >= prefix) + (key >= prefix and not key.startswith(prefix))
    return [bisect_left(keys, 1, key=inside), bisect_left(keys, 2, key=inside)]
'''),
        Right("recursion", '''
def prefix_range(keys, prefix):
    def first(low, high, behind):
        if low == high:
            return low
        middle = (low + high) // 2
        if behind(keys[middle]):
            return first(low, middle, behind)
        return first(middle + 1, high, behind)
    start = first(0, len(keys), lambda key: key >= prefix)
    return start, first(start, len(keys), lambda key: not key.startswith(prefix))
'''),
        Right("a class that compares cut keys", '''
import bisect
import functools
@functools.total_ordering
class Cut:
    def __init__(self, text):
        self.text = text
    def __eq__(self, other):
        return other.startswith(self.text)
    def __lt__(self, other):
        return not other.startswith(self.text) and self.text < other
def prefix_range(keys, prefix):
    class Cuts:
        def __len__(self):
            return len(keys)
        def __getitem__(self, at):
            return keys[at][:len(prefix)]
    low = bisect.bisect_left(Cuts(), prefix)
    return low, bisect.bisect_right(Cuts(), prefix, lo=low)
'''),
        Right("growing steps, NumPy integers", '''
import numpy as np
def prefix_range(keys, prefix):
    def count(is_left):
        at, step = 0, 1 << len(keys).bit_length()
        while step:
            if at + step <= len(keys) and is_left(keys[at + step - 1]):
                at += step
            step >>= 1
        return np.int64(at)
    return count(lambda key: key < prefix), count(lambda key: key[:len(prefix)] <= prefix)
'''),
    ],
)


# --- suggest ----------------------------------------------------------------------------------


def oracle_suggest(films: Sequence[tuple], prefixes: Sequence[str], k: int) -> list[list[int]]:
    """Brute force: all films for every prefix, the best k by score, then id."""
    return [
        [film for _, film in heapq.nsmallest(k, (
            (-score, film) for film, key, score in films if key.startswith(prefix)
        ))]
        for prefix in prefixes
    ]


def same_sets(got: object, want: Sequence[Sequence[int]]) -> bool:
    """Whether the answers hold the same films, in any order."""
    if not isinstance(got, (list, tuple)) or len(got) != len(want):
        return False
    return all(
        isinstance(own, (list, tuple)) and len(own) == len(ids) and all(i in own for i in ids)
        for own, ids in zip(got, want)
    )


def catalogues(scores: Sequence[float], most: int):
    """Arguments of `suggest`: films with few different scores, prefixes, k up to ``most``."""
    from hypothesis import strategies as st

    key = st.text(st.sampled_from("ab é"), max_size=4)
    film = st.tuples(st.integers(0, 30), key, st.sampled_from(scores))
    films = st.lists(film, max_size=9, unique_by=lambda each: each[0])
    prefixes = st.lists(st.text(st.sampled_from("ab é"), max_size=2), max_size=4)
    return st.tuples(films, prefixes, st.integers(most // 2, most))


def coded_films(n: int) -> list[tuple[int, str, float]]:
    """n films, four to a code of five letters, so that a code matches four at every n."""
    return [(i, f"{code(i // 4)} {i % 4}", float(i * 7919 % 1000)) for i in range(n)]


def code(number: int) -> str:
    letters = ""
    for _ in range(5):
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


@functools.cache
def some_lookups(n: int) -> tuple[tuple, tuple]:
    """The arguments of a call with n films and four prefixes, and of one without any prefix."""
    films, prefixes = coded_films(n), [code(at) for at in (0, n // 9, n // 5)]
    return (films, [*prefixes, "zzzzz"], 3), (films, [], 3)


@dataclass(frozen=True, eq=False)
class Lookups(Named):
    """The work of the lookups alone: a call with prefixes, less one that only builds.

    The work is the number of lines of Python executed. Every prefix matches four films or
    none, so the fitted exponent over ``sizes`` is near 0 unless a lookup reads all films.
    """

    _: KW_ONLY
    of_work: ClassVar[bool] = True
    sizes: Sequence[int]
    exponent: float
    limit: float = 20.0

    def run_examples(self, answer: Answer) -> Verdict | None:
        """It has no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Count the lines at each size and fit the exponent."""
        counted: list[int] = []
        for size in self.sizes:
            steps = []
            for args in some_lookups(size):
                outcome = answer.call(args, limit=self.limit, count=True)
                if outcome.trouble:
                    call = f"{answer.name}(<{size} films>, {show(args[1])}, 3)"
                    return of_trouble(outcome.trouble, call, "an end").verdict(self)
                steps.append(outcome.steps)
            counted.append(steps[0] - steps[1])
        found = fitted_exponent(self.sizes, counted)
        if found <= self.exponent:
            return passed(self)
        steps = ", ".join(f"{n} films: {s:,} steps" for n, s in zip(self.sizes, counted))
        return Failure(
            f"Twice the films multiply the work of the same four lookups by {2**found:.1f}, "
            "although each matches four films at most.",
            "four lookups", f"exponent <= {self.exponent:g}", steps,
        ).verdict(self)


CALLS = '''
def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]
'''
SORTED = '''
from bisect import bisect_left, bisect_right
import heapq
class PrefixIndex:
    def __init__(self, films):
        self.rows = sorted((key, -score, film) for film, key, score in films)
        self.keys = [row[0] for row in self.rows]
    def top(self, prefix, k):
        low = bisect_left(self.keys, prefix)
        high = bisect_right(self.keys, prefix, key=lambda key: key[:len(prefix)])
        best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))
        return [film for _, film in best]
''' + CALLS
TRIE = '''
class PrefixIndex:
    def __init__(self, films):
        self.root = {}
        for film, key, score in films:
            node = self.root
            for char in key:
                node = node.setdefault(char, {})
            node.setdefault(None, []).append((-score, film))
    def top(self, prefix, k):
        node = self.root
        for char in prefix:
            if char not in node:
                return []
            node = node[char]
        found, todo = [], [node]
        while todo:
            node = todo.pop()
            for char, child in node.items():
                if char is None:
                    found.extend(child)
                else:
                    todo.append(child)
        return [film for _, film in sorted(found)[:k]]
''' + CALLS
MATCHES = "the films that start with the prefix"
ORDER = "best score first, then the smaller id, at most k"
LOOKUP = "a lookup does not read all films"

suggest = Exercise(
    difficulty="medium",
    minutes=25,
    groups=[
        Group(
            MATCHES,
            cases=[
                case([(1, "alien", 5.0), (2, "aliens", 9.0), (3, "brazil", 7.0)],
                     ["al", "aliens", "b", "x"], 10, gives=[[2, 1], [2], [3], []]),
                case([(1, "dune", 2.0), (2, "dune", 3.0)], ["", "dune", "dunes"], 10,
                     gives=[[2, 1], [2, 1], []]),
                case([(0, "alien", 0.0)], ["a"], 10, gives=[[0]]),
                case([(i, "m" + "z" * i, 1.0) for i in range(12)], ["m"], 20,
                     gives=[list(range(12))]),
                case([(1, "the godfather part two", 1.0), (2, "the godfather part one", 1.0)],
                     ["the godfather part t"], 10, gives=[[1]]),
                case([], ["a"], 5, gives=[[]]),
                case([(1, "alien", 5.0)], [], 5, gives=[]),
            ],
            inputs=lambda: catalogues((0.0, 1.0, 2.5), 40),
            oracle=oracle_suggest,
            accept=same_sets,
            nudge="Compare with a plain loop: which film's key starts with the prefix?",
        ),
        Group(
            ORDER,
            cases=[
                case([(3, "aa", 1.0), (1, "ab", 1.0), (2, "ac", 4.0)], ["a"], 3,
                     gives=[[2, 1, 3]]),
                case([(3, "aa", 1.0), (1, "ab", 1.0), (2, "ac", 4.0)], ["a"], 1, gives=[[2]]),
                case([(1, "a", 9.0), (2, "a", 10.0)], ["a"], 2, gives=[[2, 1]]),
                case([(1, "a", 0.2), (2, "a", 0.9)], ["a"], 2, gives=[[2, 1]]),
                case([(1, "a", 1.0)], ["a"], 0, gives=[[]]),
                case([(1, "b", 9.0), (2, "b", 8.0), (3, "a", 1.0)], ["a"], 2, gives=[[3]]),
            ],
            inputs=lambda: catalogues((0.0, 1.0, 2.5), 3),
            oracle=oracle_suggest,
            nudge="Sort the matches of this prefix by hand: score down, then id up.",
        ),
        Lookups(
            LOOKUP,
            sizes=(128, 256, 512, 1024),
            exponent=0.4,
            nudge="Build everything that does not depend on the prefix in __init__.",
        ),
    ],
    hints=[
        "Which work is the same for every prefix? Do it once, when the index is built.",
        "If the keys are sorted, the matches of a prefix stand side by side. `prefix_range` "
        "finds them.",
        "In `__init__` sort the films by key and keep the list of keys beside it. In `top` take "
        "the slice, then the k best of it by (-score, id).",
        "`heapq.nsmallest(k, ((-score, film) for film, key, score in self.rows[low:high]))` "
        "with `low, high = prefix_range(self.keys, prefix)`; return the ids.",
    ],
    without=("marisa_trie", "pygtrie", "ducer"),
    wrong=[
        *mutants(SORTED, MATCHES, {
            "loses the film whose key is the prefix": [("low = bisect_left", "low = bisect_right")],
            "z as the end": [
                ("bisect_right(self.keys, prefix, key=lambda key: key[:len(prefix)])",
                 "bisect_right(self.keys, prefix + 'z')"),
            ],
            "ignores films without views": [("in films)", "in films if score)")],
            "nothing for the empty prefix": [
                ("        low =", "        if not prefix:\n            return []\n        low ="),
            ],
            "keeps ten films a prefix": [("for _, film in best]", "for _, film in best][:10]")],
            "None where nothing matches": [
                ("for _, film in best]", "for _, film in best] or None"),
            ],
            "keys instead of ids": [
                ("(row[1:] for row in self.rows[low:high])",
                 "((row[1], row[0]) for row in self.rows[low:high])"),
            ],
            "sorts the list that it is given": [
                ("        self.rows",
                 "        films.sort(key=lambda film: film[1])\n        self.rows"),
            ],
            "the first prefix for all": [
                ("[index.top(prefix, k) for prefix in prefixes]",
                 "[index.top(prefixes[0], k) for prefix in prefixes]"),
            ],
        }),
        *mutants(TRIE, MATCHES, {
            "one film a key": [
                ("node.setdefault(None, []).append((-score, film))",
                 "node[None] = [(-score, film)]"),
            ],
            "fails for an unknown prefix": [
                ("            if char not in node:\n                return []\n", ""),
            ],
            "one index for all": [
                ("    def __init__(self, films):\n        self.root = {}\n",
                 "    root = {}\n    def __init__(self, films):\n"),
            ],
            "keys of at most three letters": [("for char in key", "for char in key[:3]")],
            "keys of at most ten letters": [
                ("for char in key", "for char in key[:10]"),
                ("for char in prefix", "for char in prefix[:10]"),
            ],
        }),
        *mutants(SORTED, ORDER, {
            "worst first": [("-score", "score")],
            "by title on ties": [
                ("heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))",
                 "sorted((row[1:] for row in self.rows[low:high]), key=lambda each: each[0])[:k]"),
            ],
            "the first k matches, then sorted": [
                ("self.rows[low:high]", "self.rows[low:high][:k]"),
            ],
        }),
        *mutants(TRIE, ORDER, {
            "the larger id on ties": [
                ("append((-score, film))", "append((score, film))"),
                ("sorted(found)[:k]", "sorted(found, reverse=True)[:k]"),
            ],
            "the order of the list on ties": [
                ("sorted(found)[:k]", "sorted(found, key=lambda each: each[0])[:k]"),
            ],
            "compares whole numbers": [
                ("sorted(found)[:k]", "sorted(found, key=lambda e: (int(e[0]), e[1]))[:k]"),
            ],
            "all matches for k = 0": [("sorted(found)[:k]", "sorted(found)[:k or None]")],
            "ignores k": [("sorted(found)[:k]", "sorted(found)")],
            "compares scores as text": [
                ("sorted(found)[:k]", "sorted(found, key=lambda e: (str(e[0]), e[1]))[:k]"),
            ],
        }),
        *mutants(SORTED, LOOKUP, {
            "rebuilds the list of keys at each lookup": [
                ("        self.keys = [row[0] for row in self.rows]\n", ""),
                ("        low =",
                 "        self.keys = [row[0] for row in self.rows]\n        low ="),
            ],
        }),
        Wrong("contains instead of starts with", caught_by=MATCHES, source='''
class PrefixIndex:
    def __init__(self, films):
        self.films = films
    def top(self, prefix, k):
        found = sorted((-score, film) for film, key, score in self.films if prefix in key)
        return [film for _, film in found[:k]]
''' + CALLS),
        Wrong("the k best of all films, then filtered", caught_by=ORDER, source='''
class PrefixIndex:
    def __init__(self, films):
        self.films = sorted((-score, film, key) for film, key, score in films)
    def top(self, prefix, k):
        return [film for _, film, key in self.films[:k] if key.startswith(prefix)]
''' + CALLS),
        Wrong("brute force", caught_by=LOOKUP, source='''
class PrefixIndex:
    def __init__(self, films):
        self.films = sorted((-score, film, key) for film, key, score in films)
    def top(self, prefix, k):
        found = [film for _, film, key in self.films if key.startswith(prefix)]
        return found[:k]
''' + CALLS),
        Wrong("sorts at the first lookup", caught_by=LOOKUP, source='''
from bisect import bisect_left, bisect_right
class PrefixIndex:
    def __init__(self, films):
        self.films, self.rows = films, None
    def top(self, prefix, k):
        if self.rows is None:
            self.rows = sorted((key, -score, film) for film, key, score in self.films)
            self.keys = [row[0] for row in self.rows]
        low = bisect_left(self.keys, prefix)
        high = bisect_right(self.keys, prefix, key=lambda key: key[:len(prefix)])
        return [film for _, film in sorted(row[1:] for row in self.rows[low:high])[:k]]
''' + CALLS),
        Wrong("a drawer for each first letter", caught_by=LOOKUP, source='''
class PrefixIndex:
    def __init__(self, films):
        self.drawers = {}
        for film, key, score in films:
            for start in {"", key[:1]}:
                self.drawers.setdefault(start, []).append((-score, film, key))
    def top(self, prefix, k):
        drawer = self.drawers.get(prefix[:1], [])
        found = sorted(each for each in drawer if each[2].startswith(prefix))
        return [film for _, film, _ in found[:k]]
''' + CALLS),
        Wrong("walks from the start to the matches", caught_by=LOOKUP, source='''
class PrefixIndex:
    def __init__(self, films):
        self.rows = sorted((key, -score, film) for film, key, score in films)
    def top(self, prefix, k):
        found = []
        for key, score, film in self.rows:
            if key.startswith(prefix):
                found.append((score, film))
            elif key > prefix:
                break
        return [film for _, film in sorted(found)[:k]]
''' + CALLS),
    ],
    right=[
        Right("sorted keys and a heap", SORTED),
        Right("a trie of dicts", TRIE),
        Right("a list for every prefix", '''
from collections import defaultdict
class PrefixIndex:
    def __init__(self, films):
        self.lists = defaultdict(list)
        for film, key, score in sorted(films, key=lambda each: (-each[2], each[0])):
            for end in range(len(key) + 1):
                self.lists[key[:end]].append(film)
    def top(self, prefix, k):
        return self.lists.get(prefix, [])[:k]
''' + CALLS),
        Right("a trie of nodes, sorted once, tuples", '''
class Node:
    def __init__(self):
        self.children, self.films = {}, []
class PrefixIndex:
    def __init__(self, films):
        self.root = Node()
        for film in sorted(films, key=lambda each: (-each[2], each[0])):
            node = self.root
            node.films.append(film[0])
            for char in film[1]:
                node = node.children.setdefault(char, Node())
                node.films.append(film[0])
    def top(self, prefix, k):
        node = self.root
        for char in prefix:
            node = node.children.get(char)
            if node is None:
                return ()
        return tuple(node.films[:k])
''' + CALLS),
        Right("NumPy ranks", '''
import numpy as np
class PrefixIndex:
    def __init__(self, films):
        films = sorted(films, key=lambda film: film[1])
        self.keys = [key for _, key, _ in films]
        self.ids = np.array([film for film, _, _ in films], dtype=int)
        scores = np.array([score for _, _, score in films])
        self.ranks = np.argsort(np.lexsort((self.ids, -scores)))
    def top(self, prefix, k):
        low, high = prefix_range(self.keys, prefix)
        order = np.argsort(self.ranks[low:high])[:k]
        return self.ids[low:high][order]
''' + CALLS),
        Right("walks over the matches only", '''
import bisect
class PrefixIndex:
    def __init__(self, films):
        self.rows = sorted(films, key=lambda film: film[1])
        self.keys = [film[1] for film in self.rows]
    def top(self, prefix, k):
        at, found = bisect.bisect_left(self.keys, prefix), []
        while at < len(self.keys) and self.keys[at].startswith(prefix):
            found.append(self.rows[at])
            at += 1
        found.sort(key=lambda film: film[0])
        found.sort(key=lambda film: film[2], reverse=True)
        return [film for film, _, _ in found][:k]
''' + CALLS),
    ],
)


# --- osa_distance -----------------------------------------------------------------------------


def oracle_osa(a: str, b: str) -> int:
    """The distance as RapidFuzz has it."""
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b)


def without_swaps():
    """Pairs for which a swap of neighbours brings nothing."""
    from hypothesis import strategies as st
    from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

    text = st.text(st.sampled_from("abcé"), max_size=6)
    pairs = st.tuples(text, text)
    return pairs.filter(
        lambda pair: DamerauLevenshtein.distance(*pair) == Levenshtein.distance(*pair)
    )


def with_swaps():
    """Pairs of which the second is the first with neighbours swapped and letters put in."""
    from hypothesis import strategies as st

    @st.composite
    def pairs(draw):
        a = draw(st.text(st.sampled_from("abc"), min_size=2, max_size=6))
        b = list(a)
        for _ in range(draw(st.integers(1, 2))):
            at = draw(st.integers(0, len(a) - 2))
            b[at], b[at + 1] = b[at + 1], b[at]
        if draw(st.booleans()):
            b.insert(draw(st.integers(0, len(b))), draw(st.sampled_from("abc")))
        return draw(st.sampled_from([(a, "".join(b)), ("".join(b), a)]))

    return pairs()


OSA = '''
def osa_distance(a, b):
    d = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        d[i][0] = i
    for j in range(len(b) + 1):
        d[0][j] = j
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
    return d[-1][-1]
'''
EDITS = "insert, delete, replace"
SWAPS = "neighbours swapped, no place edited twice"

osa_distance = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            EDITS,
            cases=[
                case("", "", gives=0),
                case("", "heat", gives=4),
                case("heat", "", gives=4),
                case("alien", "aliens", gives=1),
                case("kitten", "sitting", gives=3),
                case("Heat", "heat", gives=1),
                case("", "e\u0301", gives=2),
                case("abc", "xyz", gives=3),
                case("a", "aaa", gives=2),
                case("the godfather part two", "a grand father party too", gives=9),
            ],
            inputs=without_swaps,
            oracle=oracle_osa,
            tries=100,
            nudge="Draw the table for these two texts. What stands in row 0 and column 0? Each "
                  "code point counts: a letter and its accent may be two.",
        ),
        Group(
            SWAPS,
            cases=[
                case("godfahter", "godfather", gives=1),
                case("ab", "ba", gives=1),
                case("CA", "ABC", gives=3),
                case("abcd", "badc", gives=2),
                case("abc", "cba", gives=2),
                case("aab", "baa", gives=2),
                case("aba", "bab", gives=2),
                case("a cat", "an act", gives=2),
            ],
            inputs=with_swaps,
            oracle=oracle_osa,
            tries=150,
            nudge="A swap needs both letters crosswise, costs 1, and starts two cells back on the "
                  "diagonal.",
        ),
    ],
    hints=[
        "How far apart are the first `i` letters of one text and the first `j` of the other? "
        "Which smaller pairs does that depend on?",
        "Three edits end in cell (i, j): they come from the cell above, from the left, and from "
        "the diagonal. A swap of neighbours is a fourth way.",
        "The swap comes from (i-2, j-2) and costs 1. It is allowed where `a[i-1] == b[j-2]` and "
        "`a[i-2] == b[j-1]`. Row 0 and column 0 count up from 0.",
        "`d[i][j] = min(d[i-1][j] + 1, d[i][j-1] + 1, d[i-1][j-1] + (a[i-1] != b[j-1]))`; then, "
        "for `i > 1 and j > 1` and crosswise letters, `min(d[i][j], d[i-2][j-2] + 1)`.",
    ],
    without=("rapidfuzz", "rapidfuzz.distance", "rapidfuzz.distance.OSA", "jellyfish",
             "Levenshtein", "editdistance", "pyxdameraulevenshtein", "textdistance"),
    wrong=[
        *mutants(OSA, EDITS, {
            "row and column 0 are 0": [
                ("d[i][0] = i", "d[i][0] = 0"),
                ("d[0][j] = j", "d[0][j] = 0"),
            ],
            "column 0 is 0": [("d[i][0] = i", "d[i][0] = 0")],
            "a replacement costs 2": [("== b[j - 1] else 1", "== b[j - 1] else 2")],
            "no replacement": [(", d[i - 1][j - 1] + cost)", ", d[i - 1][j - 1] + cost * 9)")],
            "folds case": [("    d = ", "    a, b = a.lower(), b.lower()\n    d = ")],
            "decomposes before it compares": [
                ("    d = ",
                 "    import unicodedata\n"
                 "    a, b = (unicodedata.normalize('NFD', text) for text in (a, b))\n    d = "),
            ],
            "composes before it compares": [
                ("    d = ",
                 "    import unicodedata\n"
                 "    a, b = (unicodedata.normalize('NFC', text) for text in (a, b))\n    d = "),
            ],
            "stops at 2": [("return d[-1][-1]", "return min(d[-1][-1], 2)")],
            "similarity instead of distance": [
                ("return d[-1][-1]", "return 1 - d[-1][-1] / max(len(a), len(b), 1)"),
            ],
            "fails on an empty text": [("    d = ", "    a[0], b[0]\n    d = ")],
            "a swap at the start wraps around": [
                ("i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]",
                 "a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]"),
            ],
        }),
        *mutants(OSA, SWAPS, {
            "Levenshtein: a swap is two edits": [("if i > 1 and j > 1", "if False")],
            "a swap is free": [("d[i - 2][j - 2] + 1", "d[i - 2][j - 2]")],
            "a swap costs 2": [("d[i - 2][j - 2] + 1", "d[i - 2][j - 2] + 2")],
            "a swap with one letter alike": [(" and a[i - 2] == b[j - 1]", "")],
            "a swap from one cell back": [("d[i - 2][j - 2] + 1", "d[i - 1][j - 1]")],
            "a swap at the start is missed": [("i > 1 and j > 1", "i > 2 and j > 2")],
        }),
        Wrong("Hamming distance", caught_by=EDITS, source='''
def osa_distance(a, b):
    return sum(x != y for x, y in zip(a, b)) + abs(len(a) - len(b))
'''),
        Wrong("common letters in any order", caught_by=EDITS, source='''
from collections import Counter
def osa_distance(a, b):
    more, less = Counter(a) - Counter(b), Counter(b) - Counter(a)
    return max(sum(more.values()), sum(less.values()))
'''),
        Wrong("difflib", caught_by=EDITS, source='''
import difflib
def osa_distance(a, b):
    blocks = difflib.SequenceMatcher(None, a, b, False).get_matching_blocks()
    return max(len(a), len(b)) - sum(block.size for block in blocks)
'''),
        Wrong("the last row only, the old diagonal lost", caught_by=EDITS, source='''
def osa_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row[0] = i
        for j, y in enumerate(b, 1):
            row[j] = min(row[j] + 1, row[j - 1] + 1, row[j - 1] + (x != y))
    return row[-1]
'''),
        Wrong("remembers pairs of positions between calls", caught_by=EDITS, source='''
def osa_distance(a, b, memo={}):
    def d(i, j):
        if i == 0 or j == 0:
            return i + j
        if (i, j) not in memo:
            best = min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, d(i - 2, j - 2) + 1)
            memo[i, j] = best
        return memo[i, j]
    return d(len(a), len(b))
'''),
        Wrong("recursion without a table", caught_by=EDITS, source='''
def osa_distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    best = min(osa_distance(a[1:], b) + 1, osa_distance(a, b[1:]) + 1,
               osa_distance(a[1:], b[1:]) + (a[0] != b[0]))
    if len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0]:
        best = min(best, osa_distance(a[2:], b[2:]) + 1)
    return best
'''),
        Wrong("true Damerau-Levenshtein", caught_by=SWAPS, source='''
def osa_distance(a, b):
    far = len(a) + len(b)
    d = {(-1, -1): far}
    for i in range(len(a) + 1):
        d[i, -1], d[i, 0] = far, i
    for j in range(len(b) + 1):
        d[-1, j], d[0, j] = far, j
    last = {}
    for i in range(1, len(a) + 1):
        match = 0
        for j in range(1, len(b) + 1):
            k, l = last.get(b[j - 1], 0), match
            cost = 1
            if a[i - 1] == b[j - 1]:
                cost, match = 0, j
            d[i, j] = min(d[i - 1, j - 1] + cost, d[i, j - 1] + 1, d[i - 1, j] + 1,
                          d[k - 1, l - 1] + (i - k - 1) + 1 + (j - l - 1))
        last[a[i - 1]] = i
    return d[len(a), len(b)]
'''),
        Wrong("undoes swaps first, from the left", caught_by=SWAPS, source='''
def osa_distance(a, b):
    a, swaps = list(a), 0
    for i in range(min(len(a), len(b)) - 1):
        if a[i] != b[i] and a[i] == b[i + 1] and a[i + 1] == b[i]:
            a[i], a[i + 1] = a[i + 1], a[i]
            swaps += 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1] + swaps
'''),
        Wrong("one swap in all", caught_by=SWAPS, source='''
def osa_distance(a, b):
    def levenshtein(a, b):
        row = list(range(len(b) + 1))
        for i, x in enumerate(a, 1):
            before, row[0] = row[0], i
            for j, y in enumerate(b, 1):
                before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
        return row[-1]
    swapped = [a[:i] + a[i + 1] + a[i] + a[i + 2:] for i in range(len(a) - 1)]
    return min([levenshtein(a, b)] + [levenshtein(text, b) + 1 for text in swapped])
'''),
    ],
    right=[
        Right("the whole table", OSA),
        Right("three rows", '''
def osa_distance(a, b):
    older, old, row = [], [], list(range(len(b) + 1))
    for i in range(len(a)):
        older, old, row = old, row, [i + 1]
        for j in range(len(b)):
            best = min(old[j + 1] + 1, row[j] + 1, old[j] + (a[i] != b[j]))
            if i and j and a[i] == b[j - 1] and a[i - 1] == b[j]:
                best = min(best, older[j - 1] + 1)
            row.append(best)
    return row[-1]
'''),
        Right("recursion with a memory", '''
from functools import lru_cache
def osa_distance(a, b):
    @lru_cache(None)
    def d(i, j):
        if i == len(a) or j == len(b):
            return len(a) - i + len(b) - j
        if a[i] == b[j]:
            return d(i + 1, j + 1)
        ways = [d(i + 1, j), d(i, j + 1), d(i + 1, j + 1)]
        if a[i:i + 2] == b[j:j + 2][::-1] and len(a) - i > 1:
            ways.append(d(i + 2, j + 2))
        return 1 + min(ways)
    return d(0, 0)
'''),
        Right("NumPy table", '''
import numpy as np
def osa_distance(a, b):
    d = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    d[:, 0], d[0, :] = np.arange(len(a) + 1), np.arange(len(b) + 1)
    for i, j in np.ndindex(len(a), len(b)):
        d[i + 1, j + 1] = min(d[i, j + 1] + 1, d[i + 1, j] + 1, d[i, j] + (a[i] != b[j]))
        if min(i, j) > 0 and (a[i], a[i - 1]) == (b[j - 1], b[j]):
            d[i + 1, j + 1] = min(d[i + 1, j + 1], d[i - 1, j - 1] + 1)
    return d[-1, -1]
'''),
        Right("shortest path, best first", '''
import heapq
def osa_distance(a, b):
    todo, done = [(0, 0, 0)], set()
    while True:
        cost, i, j = heapq.heappop(todo)
        if (i, j) == (len(a), len(b)):
            return cost
        if (i, j) in done:
            continue
        done.add((i, j))
        if i < len(a):
            heapq.heappush(todo, (cost + 1, i + 1, j))
        if j < len(b):
            heapq.heappush(todo, (cost + 1, i, j + 1))
        if i < len(a) and j < len(b):
            heapq.heappush(todo, (cost + (a[i] != b[j]), i + 1, j + 1))
        if i + 1 < len(a) and j + 1 < len(b) and a[i] == b[j + 1] and a[i + 1] == b[j]:
            heapq.heappush(todo, (cost + 1, i + 2, j + 2))
'''),
        Right("common ends cut off, table in a dict", '''
def osa_distance(a, b):
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    d = {}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if not i or not j:
                d[i, j] = i + j
                continue
            x, y = a[i - 1], b[j - 1]
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + int(x != y))
            if (i - 2, j - 2) in d and (a[i - 2], x) == (y, b[j - 2]):
                d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
    return d[len(a), len(b)]
'''),
    ],
)
