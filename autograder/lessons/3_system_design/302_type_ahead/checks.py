"""Checks of lesson 302: search suggestions while a member types."""

from __future__ import annotations

import heapq
import math
import re
import statistics
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from autograder.groups import (
    Data,
    Exercise,
    Form,
    Group,
    Growth,
    Prompt,
    case,
    changed_sheet_groups,
    item_by_item,
    nudge_on,
    number,
    sheet_groups,
    unordered,
    within,
)

# --- capacity ---------------------------------------------------------------------------------


def figure(want: float, unit: str):
    """A test for an estimate: right within 20 %."""
    return number(want, within=0.2, unit=unit)


PEOPLE = 150_000_000
REQUESTS = PEOPLE * 30 // 100 * 2 * 6
AVERAGE = REQUESTS / 86_400


capacity_estimate = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Form(
            "traffic",
            tests={
                "requests_per_day": figure(REQUESTS, "requests a day"),
                "average_per_second": figure(AVERAGE, "requests a second"),
                "peak_per_second": figure(3 * AVERAGE, "requests a second"),
                "in_flight_at_peak": figure(3 * AVERAGE * 0.015, "requests"),
            },
            nudge="Write the unit beside each factor, and cancel units before you multiply.",
        ),
        Form(
            "sizes",
            tests={
                "index_megabytes": figure(20_000 * 30 * 3 * 40 / 1e6, "MB"),
                "country_megabytes": figure(20_000 * 190 * 5 / 1e6, "MB"),
                "egress_gigabytes_per_day": figure(REQUESTS * 600 / 1e9, "GB a day"),
                "log_gigabytes_per_day": figure(REQUESTS * 200 / 1e9, "GB a day"),
            },
            nudge="Count the entries or lines first, then the bytes of one.",
        ),
    ],
    hints=[
        "Start with people, end with requests. Which factor turns people into searchers, which "
        "one searchers into searches, which one searches into requests?",
        "A day is a number of seconds. The peak is a factor on the average. What is in flight is "
        "a rate times a time.",
        "Requests in flight = requests a second × seconds a request (Little's law). An index "
        "entry exists for each title, language and spelling, a score for each title and country.",
        "People × share × searches × requests; ÷ seconds of a day; × 3; × 0.015. "
        "Titles × languages × spellings × bytes ÷ 10⁶; titles × countries × bytes ÷ 10⁶; "
        "requests × bytes ÷ 10⁹.",
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
            accept=within(abs=1e-9),
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
            accept=within(abs=1e-9),
            nudge=nudge_on(
                "value raised accepted",
                "How many searches does the mean divide by, and what does each add?",
            ),
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
)


# --- paired_gain ------------------------------------------------------------------------------


def oracle_paired(before: Sequence[float], after: Sequence[float]) -> tuple[float, float]:
    """The mean of the differences and its standard error, from exact fractions."""
    if len(before) != len(after) or len(before) < 2:
        raise ValueError("two lists of the same two or more searches are needed")
    differences = [Fraction(b) - Fraction(a) for a, b in zip(before, after)]
    error = statistics.stdev(differences) / math.sqrt(len(differences))
    return float(statistics.fmean(differences)), float(error)


RANKS = (0.0, 0.2, 0.25, 1 / 3, 0.5, 1.0)


def paired_searches(same_length: bool):
    """Gains of the same searches under two rankers; else lists that can't be paired, too."""
    from hypothesis import strategies as st

    gain = st.sampled_from(RANKS)
    if same_length:
        pairs = st.lists(st.tuples(gain, gain), min_size=2, max_size=12)
        return pairs.map(lambda rows: tuple(map(list, zip(*rows))))
    lists = st.lists(gain, max_size=3)
    return st.tuples(lists, lists)


PAIRED = "the gain and its paired standard error"
UNPAIRED = "lists that can't be paired"

paired_gain = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            PAIRED,
            cases=[
                case([0.0, 1.0], [1.0, 1.0], gives=(0.5, 0.5)),
                case([1.0, 1.0], [0.0, 1.0], gives=(-0.5, 0.5)),
                case([0.5, 0.5, 0.5], [1.0, 1.0, 1.0], gives=(0.5, 0.0)),
                case([0.0, 0.5, 1.0], [0.0, 0.5, 1.0], gives=(0.0, 0.0)),
                case([1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0], gives=(0.0, 1 / 6**0.5)),
                case([0.0] * 99 + [0.0], [0.0] * 99 + [1.0], gives=(0.01, 0.01)),
                case(
                    [0.25, 0.5, 1.0, 0.2], [0.5, 1.0, 1.0, 0.0], gives=(0.1375, 0.15189771777965153)
                ),
            ],
            inputs=lambda: paired_searches(same_length=True),
            oracle=oracle_paired,
            accept=within(abs=1e-7),
            nudge="Write the differences of this call, one per search. What is their mean, and how "
            "far is a mean of n of them off on average?",
        ),
        Group(
            UNPAIRED,
            cases=[
                case([0.5], [1.0], raises=ValueError),
                case([], [], raises=ValueError),
                case([0.5, 1.0], [1.0], raises=ValueError),
                case([0.5, 1.0], [1.0, 1.0, 0.0], raises=ValueError),
                case([], [0.5], raises=ValueError),
                case([0.5, 1.0], [0.5, 1.0], gives=(0.0, 0.0)),
            ],
            inputs=lambda: paired_searches(same_length=False),
            oracle=oracle_paired,
            accept=within(abs=1e-7),
            nudge="Of which lists can no spread of differences be computed?",
        ),
    ],
    hints=[
        "The same search was answered by both rankers. Which single number per search says what "
        "changed for it?",
        "Take the difference of each search. The gain is the mean of the differences, and the "
        "standard error comes from their spread, not from the spread of the two lists.",
        "The sample variance divides by n - 1. The standard error of a mean of n is the standard "
        "deviation divided by the square root of n.",
        "`d = [b - a for a, b in zip(before, after)]`, after a check of both lengths; return "
        "`(fmean(d), stdev(d) / len(d) ** 0.5)` from `statistics`.",
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


MARKS = "case, marks and spaces"
ONE_KEY = "one key for every way of writing"
SCRIPTS = "scripts where a mark is part of the letter"

normalise = Exercise(
    difficulty="medium",
    minutes=15,
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
                case("a\u02ffb", gives="a\u02ffb"),
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
        "Decompose with NFKD before you fold, because ™ becomes the capitals TM. Drop U+0300 to "
        "U+036F while letters and marks are apart, then compose with NFC. White space comes last.",
        "`text = normalize('NFKD', title).casefold()`, then keep the characters outside "
        "`'\\u0300' <= char <= '\\u036f'`, then `' '.join(...)` over "
        "`normalize('NFC', text).split()`.",
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
            oracle=oracle_range,
            sizes=(256, 512, 1024, 2048, 4096),
            exponent=0.4,
            brute="scans all keys",
            best="two halvings by hand",
            nudge="Half of these keys match. Find both ends by binary search, and walk over "
            "neither.",
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
)


# --- suggest ----------------------------------------------------------------------------------


def oracle_suggest(films: Sequence[tuple], prefixes: Sequence[str], k: int) -> list[list[int]]:
    """Brute force: all films for every prefix, the best k by score, then id."""
    return [
        [
            film
            for _, film in heapq.nsmallest(
                k, ((-score, film) for film, key, score in films if key.startswith(prefix))
            )
        ]
        for prefix in prefixes
    ]


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


def some_lookups(n: int) -> tuple:
    """n films and four prefixes, of which each matches four films or none."""
    return coded_films(n), [*(code(at) for at in (0, n // 9, n // 5)), "zzzzz"], 3


def only_built(n: int) -> tuple:
    """n films and no prefix at all."""
    return coded_films(n), [], 3


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
                case(
                    [(1, "alien", 5.0), (2, "aliens", 9.0), (3, "brazil", 7.0)],
                    ["al", "aliens", "b", "x"],
                    10,
                    gives=[[2, 1], [2], [3], []],
                ),
                case(
                    [(1, "dune", 2.0), (2, "dune", 3.0)],
                    ["", "dune", "dunes"],
                    10,
                    gives=[[2, 1], [2, 1], []],
                ),
                case([(0, "alien", 0.0)], ["a"], 10, gives=[[0]]),
                case(
                    [(i, "m" + "z" * i, 1.0) for i in range(12)], ["m"], 20, gives=[list(range(12))]
                ),
                case(
                    [(1, "the godfather part two", 1.0), (2, "the godfather part one", 1.0)],
                    ["the godfather part t"],
                    10,
                    gives=[[1]],
                ),
                case([], ["a"], 5, gives=[[]]),
                case([(1, "alien", 5.0)], [], 5, gives=[]),
            ],
            inputs=lambda: catalogues((0.0, 1.0, 2.5), 40),
            oracle=oracle_suggest,
            accept=item_by_item(unordered),
            nudge="Compare with a plain loop: which film's key starts with the prefix?",
        ),
        Group(
            ORDER,
            cases=[
                case([(3, "aa", 1.0), (1, "ab", 1.0), (2, "ac", 4.0)], ["a"], 3, gives=[[2, 1, 3]]),
                case([(3, "aa", 1.0), (1, "ab", 1.0), (2, "ac", 4.0)], ["a"], 1, gives=[[2]]),
                case([(1, "a", 9.0), (2, "a", 10.0)], ["a"], 2, gives=[[2, 1]]),
                case([(1, "a", 0.2), (2, "a", 0.9)], ["a"], 2, gives=[[2, 1]]),
                case([(1, "a", 1.0)], ["a"], 0, gives=[[]]),
                case([(1, "b", 9.0), (2, "b", 8.0), (3, "a", 1.0)], ["a"], 2, gives=[[3]]),
            ],
            inputs=lambda: catalogues((0.0, 1.0, 2.5), 3),
            oracle=oracle_suggest,
            nudge=nudge_on(
                "value order", "Sort the matches of this prefix by hand: score down, then id up."
            ),
        ),
        Growth(
            LOOKUP,
            args=some_lookups,
            minus=only_built,
            work="the work of the same four lookups",
            oracle=oracle_suggest,
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
                case("aaa", "a", gives=2),
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
    without=(
        "rapidfuzz",
        "rapidfuzz.distance",
        "rapidfuzz.distance.OSA",
        "jellyfish",
        "Levenshtein",
        "editdistance",
        "pyxdameraulevenshtein",
        "textdistance",
    ),
)


# --- the design sheet -------------------------------------------------------------------------

DAY = 24 * 60
"""Minutes."""

TYPE_AHEAD = Prompt(
    peak=18_750,
    average=6_250,
    budget_ms=100,
    network_ms=(30, 55),
    month=20_000,
    devices=50_000_000,
    sources={"plays": 20_000, "catalogue": 1, "rights": 5},
    data={
        "index": Data(0.072, "catalogue", 2 * DAY, build=1_800_000, daily=0.01),
        "scores": Data(0.019, "plays", 2 * DAY, build=3_800_000),
        "lists": Data(2, "plays", 2 * DAY, build=10_000_000),
        "short": Data(0.01, "plays", 2 * DAY, build=20_000),
        "small": Data(0.0024, "catalogue", 4 * DAY, build=60_000, daily=0.01),
        "playable": Data(0.01, "rights", 5),
        "blocked": Data(0.001, "rights", 5),
    },
    answers=(frozenset({"index", "scores"}), frozenset({"lists"}), frozenset({"small"})),
    guards=frozenset({"playable", "blocked"}),
    spares=frozenset({"short"}),
    most_hit=0.6,
    fewest_items={"trees": 5, "gpu": 5, "encoder": 5},
    empty_allowed=True,
)

type_ahead_sheet = Exercise(
    difficulty="hard",
    minutes=35,
    groups=sheet_groups(TYPE_AHEAD),
    hints=[
        "Which of the three ways to make an answer do you choose, and which component holds what "
        "it is made of? Begin with three boxes: what the request calls, what it reads, what it is "
        "held against.",
        "Every stage of the request sees the peak. With 30 copies of 1,000 requests per second, "
        "what is left when a third of them is gone?",
        "Go through the data that your stages hold: each needs a chain in `updates` from its "
        "source. A nightly job can't write what may be five minutes old; a source may write to a "
        "store directly.",
        'Two stages do: `["gateway", ["lists", "rules"]]`, with 30 copies of the gateway and three '
        'of each store. `["plays", "log", "nightly", "lists"]` and `["rights", "rules"]` bring the '
        'data, and `{"request": "nothing"}` is allowed here when something is down.',
    ],
)

type_ahead_sheet_after = Exercise(
    difficulty="medium",
    minutes=15,
    groups=changed_sheet_groups(
        {
            "region": replace(
                TYPE_AHEAD, peak=2 * TYPE_AHEAD.peak, average=2 * TYPE_AHEAD.average, month=25_000
            ),
            "news": replace(
                TYPE_AHEAD,
                data={
                    **TYPE_AHEAD.data,
                    "index": replace(TYPE_AHEAD.data["index"], minutes=15),
                    "lists": replace(TYPE_AHEAD.data["lists"], minutes=15),
                    "small": replace(TYPE_AHEAD.data["small"], minutes=60),
                },
            ),
        }
    ),
    hints=[
        "Put the new numbers beside the old ones. Which stage, or which chain of `updates`, did "
        "the old number decide?",
        "Copy your first sheet (`copy.deepcopy`) and change as few keys as you can. Run `sketch` "
        "on it: the bars show what is short.",
        "`region`: what carried 18,750 now gets 37,500, and a third of the copies may be gone. "
        "`news`: the job has to start often enough, and end before it starts again.",
        "`region`: 57 copies leave 38. `news`: a job every 10 minutes needs enough copies for its "
        "items; devices that fetch every few minutes are dear, and a `push` sends what changed.",
    ],
)
