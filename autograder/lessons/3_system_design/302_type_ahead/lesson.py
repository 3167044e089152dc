# %% [markdown]
# # Type-ahead search
#
# > **What is really tested.** Whether you turn "suggest while I type" into numbers, an index that fits them, and an evaluation that can say no. The model is the smaller half.
#
# **You will be able to**
# - estimate traffic, memory and latency for suggestions before you draw a box
# - build a prefix index whose lookups don't read all titles, and show that they don't
# - measure suggestions with misses counted, and say how sure a gain is
# - draw the service as a design sheet, have it checked, and change it when a requirement changes
# - answer when you're interrupted
#
# **Before you start**: lists, dicts and sorting in Python; what a binary search is. No search engine needed.
#
# **Time**: 45 minutes reading, {{minutes}} minutes practice, 45 minutes for your design · {{points}} points

# %% given="setup"
import bisect
import csv
import heapq
import random
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from statistics import fmean, stdev
from time import perf_counter

from autograder import check, complexity, sketch
from autograder.data import data_path
from autograder.figures import axes, picture, style

# %% [markdown]
# ## The prompt
#
# "Design the suggestions under our search box. A member types on a phone or with a TV remote, and after each letter we show up to five titles. You have 45 minutes."
#
# ## Cold attempt, 15 minutes
#
# Before you read on: set a timer for 15 minutes, and write below this what you would say and draw. Lists will do. Don't correct it later. At the end of the lesson you write a design again and put the two next to each other; the difference is what you learned.

# %% [markdown]
# **My cold attempt:**
#
# - what I'd ask:
# - numbers:
# - boxes and arrows:
# - how I'd know that it works:
# - what I'd leave out:

# %% [markdown]
# ## Clarify and frame
#
# Ask before you draw. These are invented answers, the kind an interviewer gives.
#
# | you ask | you hear | so what |
# |---|---|---|
# | Titles only, or people and genres too? | Titles first. | One index, one key space. |
# | How many titles, how many languages and countries? | 20,000 titles, 30 languages, 190 countries. | Small. Exact search fits in memory. |
# | The same list forevery member? | The same for a country at launch. Personal later. | Keys per language, scores per country; caching works. |
# | What is success? | The member plays something soon, with few letters. | Not clicks alone: a quick wrong click is a failure. |
# | How fast? | It must feel instant. | Agree on a number: 100 ms from key press to picture. |
# | What must never be shown? | Titles that the member can't play; words on a blocklist. | A filter, tested on its own, behind the ranker. |
# | Who must be protected? | Children's profiles see titles for their age, and nothing else. | The profile is part of the request and of the cache's key; the filter fails closed. |
# | What if the title isn't in the catalogue? | Often it isn't. Offer something like it. | Log it as its own outcome. An empty answer isn't always an error. |
# | Which devices? | Phones, browsers, and half of the time a TV: remote or voice. | Letters saved count most on a TV. Voice sends whole words, and sounds instead of typos. |
# | Titles only, or sentences ("that film with the shark")? | Log sentences for now. | A second path later: semantic search after Enter, not at each letter. |
# | What may we store of what is typed? | With consent; prefixes for 30 days, no member id after a day. | The training set is made daily, and then the raw log goes. |
#
# In one sentence: *given a prefix, a country, a language and a profile, return up to five playable titles within 100 ms, so that the wanted title appears after as few letters as possible.*

# %% [markdown]
# ## Capacity
#
# Two minutes of arithmetic decide the architecture. Work in this order: people, requests, rate, peak, what is in flight, memory. Say each assumption aloud; the interviewer will correct the ones that matter.

# %% [markdown] card="capacity_estimate"
# Fill in eight numbers from these assumptions. They are invented round numbers.
#
# | assumption | value |
# |---|---|
# | people who use the service on an average day | 150 million |
# | share of them who search on that day | 30% |
# | searches of one such person on that day | 2 |
# | requests of one search (one per letter typed) | 6 |
# | peak rate over average rate | 3 |
# | time the server works on one request | 15 milliseconds |
# | titles × languages × spellings of a title in one language | 20,000 × 30 × 3 |
# | bytes of one index entry (key and id, packed) | 40 |
# | countries, each with its own ranking and rights | 190 |
# | bytes per title and country (score and whether it can be played) | 5 |
# | bytes of one answer (five titles) | 600 |
# | bytes of one log line, one line per request | 200 |
#
# | key of the answer | unit |
# |---|---|
# | `requests_per_day` | requests a day |
# | `average_per_second` | requests a second |
# | `peak_per_second` | requests a second |
# | `in_flight_at_peak` | requests being worked on at one moment of the peak |
# | `index_megabytes` | megabytes of 10⁶ bytes, all languages together |
# | `country_megabytes` | megabytes, all scores and rights of all countries |
# | `egress_gigabytes_per_day` | gigabytes of answers that leave the service in a day |
# | `log_gigabytes_per_day` | gigabytes of 10⁹ bytes a day |
#
# Each number may be off by 20%, so you may take a day as 10⁵ seconds.

# %% exercise="capacity_estimate"
# Write each value as the arithmetic that gives it.
### BEGIN SOLUTION
requests_per_day = 150_000_000 * 0.30 * 2 * 6
average_per_second = requests_per_day / 86_400
peak_per_second = 3 * average_per_second
in_flight_at_peak = peak_per_second * 0.015
index_megabytes = 20_000 * 30 * 3 * 40 / 1e6
country_megabytes = 20_000 * 190 * 5 / 1e6
egress_gigabytes_per_day = requests_per_day * 600 / 1e9
log_gigabytes_per_day = requests_per_day * 200 / 1e9
### END SOLUTION
capacity_estimate = {
    "requests_per_day": requests_per_day,
    "average_per_second": average_per_second,
    "peak_per_second": peak_per_second,
    "in_flight_at_peak": in_flight_at_peak,
    "index_megabytes": index_megabytes,
    "country_megabytes": country_megabytes,
    "egress_gigabytes_per_day": egress_gigabytes_per_day,
    "log_gigabytes_per_day": log_gigabytes_per_day,
}

# %% check="capacity_estimate"
check(capacity_estimate=capacity_estimate)

# %% [markdown] hints="capacity_estimate"

# %% [markdown]
# <details>
# <summary>What the numbers say (open it after your answer)</summary>
#
# - **Traffic.** 540 million requests a day are 6,250 a second on average and about 19,000 at the peak. That is many requests and little work for each.
# - **In flight.** A rate times a time: some 280 requests at once. A few machines carry that; the others are there for failures and for being close to the member.
# - **Memory.** 72 MB hold every title in every language, and 19 MB what differs by country. Both fit into one process, next to every other replica; one language (2.4 MB) fits on the device. So you need no sharding, and a sharded design must be defended.
# - **Is 40 bytes honest?** It's a packed array. Lists of Python objects take about five times as much: a cell in step 3 measures it. Even then everything is below half a gigabyte, and the conclusion stands. Say so before you're asked.
# - **Countries.** One index per country and language would be 190 × 30 of them, nearly all the same. Keep one index of keys per language, and one array of scores and rights per country, read by title id.
# - **Egress.** 324 GB a day, about 30 Mbit/s on average. It's small; the distance to the member is the problem, not the bandwidth.
# - **Logs.** 108 GB a day are 3.2 TB after a month of retention. At an assumed 0.023 dollars per GB and month that's about 75 dollars. Logs are expensive in privacy, not in storage: they hold what people typed and didn't send.
# - **Money.** 30 small machines at 100 dollars (assumed) are 3,000 dollars a month. Two people who look after 30 languages cost more than the fleet.
#
# Could the phone save requests by waiting until the member pauses (a *debounce*)? Count before you say so:
#
# </details>

# %%
gaps = random.Random(302)  # invented: letters come 150 ms apart on average, at least 50
typed = [50 + gaps.expovariate(1 / 100) for _ in range(100_000)]
for wait in (30, 60, 100, 150, 250):
    merged = sum(gap < wait for gap in typed) / len(typed)
    print(f"wait {wait:3} ms: {merged:4.0%} fewer requests, each answer {wait} ms later")

# %% [markdown]
# A wait of tens of milliseconds merges almost nothing, because people type more slowly than that. A wait that merges half of the requests takes the whole budget of 100 ms, and more. **Correct: send at every letter**, and cancel what has been overtaken. With a remote, where a letter takes half a second, there's nothing to merge at all.

# %% [markdown]
# ## Metrics
#
# | kind | metric | why |
# |---|---|---|
# | offline | MRR@5 by number of letters typed | one number for rank, and it falls when answers are missing |
# | offline | success@3 (share of searches with the wanted title among the first three), letters saved | closer to what a member feels, above all with a remote |
# | offline | share of prefixes without any answer | shows typing errors and missing aliases |
# | online | share of searches that end in a play of some minutes | clicks alone reward misleading titles |
# | online | searches that end without a play, time to first play | abandonment |
# | guardrail | p99 latency, errors | a late suggestion is a wrong one |
# | guardrail | suggestions that cannot be played; blocked words shown | both should be 0; count them all the same |
# | guardrail | share of suggestions from outside the top 1% of titles | popularity feeds itself |
#
# Split every metric by country, language, device and length of the prefix. A mean over all prefixes hides that the first letter is hopeless and the eighth is easy.
#
# *Mean reciprocal rank* gives a search 1 for the first place, 1/2 for the second, 1/3 for the third. The mean is over all searches, not over the ones that went well.

# %% [markdown] card="mean_reciprocal_rank"
# Write `mean_reciprocal_rank(log, k)`, also called MRR@k.
#
# - `log` is a list of pairs `(shown, wanted)`: a list of film ids, best first, and the id that the member looked for. Ids are integers from 0 on. `k` is at least 1.
# - A search gives 1/place for the first place among the first `k` at which `wanted` stands. Places count from 1.
# - It gives 0 if `wanted` is not among the first `k`. `shown` may be empty, or longer than `k`.
# - Return the mean over all searches. An empty log raises `ValueError`. Leave `log` as it is.

# %% exercise="mean_reciprocal_rank"
def mean_reciprocal_rank(log: list[tuple[list[int], int]], k: int) -> float:
    """Return the mean of 1/place of the wanted id among the first ``k``, misses as 0.

    Raises ValueError if ``log`` is empty.
    """
    ### BEGIN SOLUTION
    if not log:
        raise ValueError("an empty log has no mean")
    total = 0.0
    for shown, wanted in log:
        top = shown[:k]
        if wanted in top:
            total += 1 / (top.index(wanted) + 1)
    return total / len(log)
    ### END SOLUTION

# %% check="mean_reciprocal_rank"
check(mean_reciprocal_rank)

# %% [markdown] hints="mean_reciprocal_rank"

# %% [markdown]
# ### Spot the error: query clicks and MRR
#
# A popular guide says: measure type-ahead by the click rate of the queries and by MRR. Both are incomplete. Run the two cells.
#
# The first compares a system that answers everything with one that stays silent unless it is sure.

# %%
places_of_a = [1, 2, 2, 3, 1, 4, 2, 5, 3, 2]  # invented: answers all ten searches
places_of_b = [1, 1, 1, None, None, None, None, None, None, None]  # sure of three only
for name, places in {"A": places_of_a, "B": places_of_b}.items():
    gains = [1 / place if place else 0 for place in places]
    found = [gain for gain in gains if gain]
    print(f"{name}: MRR without the misses {sum(found) / len(found):.2f}, "
          f"with them {sum(gains) / len(gains):.2f}")

# %% [markdown]
# Without the misses, B looks perfect. It leaves seven members of ten with nothing. **Correct: a miss counts 0**, and you report MRR for each prefix length. Two more gaps: a member who finds the film on the home page never types, so the easy demand is missing from the log; and a first place for a title that cannot be played here is worse than a miss.
#
# The second cell invents two films that members like equally well. One is shown at the first place, the other at the fifth.

# %%
chance_to_look = {1: 1.0, 5: 0.2}  # invented: how often a member looks at this place
would_click = 0.3  # the same for both films
dice = random.Random(8)
for place, looks in chance_to_look.items():
    shows = 20_000
    clicks = sum(dice.random() < looks and dice.random() < would_click
                 for _ in range(shows))
    print(f"place {place}: click rate {clicks / shows:.3f}, "
          f"divided by the chance to look {clicks / shows / looks:.3f}")

# %% [markdown]
# The click rate says that the first film is five times as good. It measures the place. **Correct: weigh each click by 1 / (chance that the place was looked at)**, the *propensity*. You learn the propensities by showing a small share of lists in a changed order, and you log which lists those were.

# %% [markdown]
# ### Is a gain of 0.02 a gain?
#
# "It ships if MRR rises by 0.02" is half a sentence. The other half is how far an MRR over n searches is off by chance: its *standard error*. Replay the same searches through both rankers, and look at what changes **per search**. Most searches don't change at all, so their differences spread far less than the two lists do.

# %% [markdown] card="paired_gain"
# Write `paired_gain(before, after)`.
#
# - Both are lists of one number per search (its 1/rank, or 0), from two rankers, in the same order of searches.
# - Return `(gain, error)`. `gain` is the mean of `after` minus `before`.
# - `error` is its paired standard error: the sample standard deviation (n - 1) of the differences, divided by the square root of n.
# - Lists of different lengths, or of fewer than two searches, raise `ValueError`. Don't modify the lists, and don't round.

# %% exercise="paired_gain"
def paired_gain(before: list[float], after: list[float]) -> tuple[float, float]:
    """Return the mean gain per search and its paired standard error.

    Raises ValueError unless both lists have the same length of at least two.
    """
    ### BEGIN SOLUTION
    if len(before) != len(after) or len(before) < 2:
        raise ValueError("two lists of the same two or more searches are needed")
    differences = [new - old for old, new in zip(before, after)]
    return fmean(differences), stdev(differences) / len(differences) ** 0.5
    ### END SOLUTION

# %% check="paired_gain"
check(paired_gain)

# %% [markdown] hints="paired_gain"

# %% [markdown]
# Now invent 2,000 searches of which a new ranker changes one in twelve, mostly for the better. The cell draws them with ten seeds.

# %%
def invented_searches(n, rng):
    """1/rank of n searches under an old and a new ranker. Most of them don't change."""
    ranks = [0, 1 / 5, 1 / 3, 1 / 2, 1]
    before = [rng.choice(ranks) for _ in range(n)]
    after = [rng.choice(ranks[2:]) if rng.random() < 1 / 12 else old for old in before]
    return before, after


try:
    sigmas = []
    for seed in range(10):
        before, after = invented_searches(2_000, random.Random(seed))
        gain, error = paired_gain(before, after)
        apart = ((stdev(before) ** 2 + stdev(after) ** 2) / 2_000) ** 0.5
        sigmas.append((gain / error, gain / apart))
        if seed < 3:
            print(f"gain {gain:.3f}; standard error paired {error:.4f}, as two samples {apart:.4f}")
    for name, each in zip(("paired", "as two samples"), zip(*sigmas)):
        print(f"{name}: {min(each):.1f} to {max(each):.1f} standard errors over ten seeds")
    for smallest in (0.02, 0.005):  # 80% power at a 5% level: (1.96 + 0.84) squared
        print(f"to see {smallest}: {7.84 * (error * 2_000**0.5 / smallest) ** 2:,.0f} "
              f"searches replayed in pairs, "
              f"{7.84 * (apart * 2_000**0.5 / smallest) ** 2:,.0f} per arm of an A/B test")
except Exception as problem:
    print("This needs a working paired_gain:", repr(problem))

# %% [markdown]
# The same gain is noise when the two lists are compared as if they came from different people, and is beyond doubt when it's paired. That is why replay and interleaving need so few searches, and an A/B test so many. Say the whole sentence: *it ships if the gain is at least 0.02 and more than two paired standard errors above 0, for each language with enough searches*. And 30 languages are 30 tests: beyond two standard errors, one or two of them will look changed by chance alone.

# %% [markdown]
# ## Data and labels
#
# The miniature runs on real titles: 17,472 films of 1940 to 2014 from Wikidata (CC0). **The views are invented**: 110,000 plays of 800 of these films over 60 days. `data/README.md` describes both.

# %%
with data_path("films/titles.csv").open(encoding="utf-8", newline="") as file:
    title_of = {int(row["id"]): row["title"] for row in csv.DictReader(file)}
with data_path("films/views.csv").open(encoding="utf-8", newline="") as file:
    views = [tuple(map(int, row)) for row in list(csv.reader(file))[1:]]

print(f"{len(title_of):,} films, {len(set(title_of.values())):,} different titles")
beyond_ascii = sum(not title.isascii() for title in title_of.values())
print(f"{beyond_ascii} with characters beyond ASCII")
print(f"{sum(title.startswith('The ') for title in title_of.values()):,} start with 'The '")
in_all = sum(count for *_, count in views)
print(f"{len(views):,} rows with {in_all:,} views (invented)")

# %% [markdown]
# Read the four lines as a designer. Titles are not unique, so suggest **ids**, not texts. One title in a hundred needs Unicode care. One in five starts with "The", so each such film also needs an entry without its article. And only 800 films have views: for the other 16,672 you need a *prior*, such as views elsewhere, the year or the genre.
#
# **Labels.** A search is a row of prefixes and, if it went well, a play. The play labels every prefix on the way to it. Watch out for three things: the log holds only what was shown (position bias), it lacks what members gave up on, and it is private. Keep prefixes without the member's id as soon as the session is joined, drop rare prefixes, and delete early.
#
# **Popularity** is the strongest feature, and it goes stale. The plot shows two of the films.

# %% folded=true
by_day = defaultdict(Counter)
for film, day, count in views:
    by_day[film][day] += count
total = Counter({film: days.total() for film, days in by_day.items()})
late = Counter({film: sum(days[day] for day in range(50, 60))
                for film, days in by_day.items()})
old_hit, rising = total.most_common(1)[0][0], late.most_common(1)[0][0]
with style():
    plot = axes(6, 3)
    for film, mark in ((old_hit, "o"), (rising, "s")):
        plot.plot(range(60), [by_day[film][day] for day in range(60)], marker=mark,
                  markersize=3, label=f"{title_of[film]}: {total[film]:,} views in all")
    plot.set(xlabel="day (59 is today)", ylabel="views a day (invented)")
    plot.legend()
    shown = picture(plot.figure, "Invented views of two films over 60 days. The old hit falls "
                    "from well over 100 a day to a few; the rising film climbs past it.")
shown

# %% [markdown]
# The sum over 60 days prefers the film that hardly anybody watches any more. So let a view lose half of its weight every *half-life*. A half-life of days follows the news and is noisy; one of months is calm and late. For rare films, mix the score with a slower one, or with their genre's: that is *back-off*.

# %% [markdown] card="popularity"
# Write `popularity(views, today, half_life)`.
#
# - `views` is a list of rows `(title_id, day, count)`, in any order. A title may have several rows, also for one day; counts are 1 or more and add up. Ids are integers from 0 on.
# - A view of `day` weighs 0.5 to the power (`today` - `day`) / `half_life`, which need not be whole. Days are integers, `half_life` is in days.
# - A row from after `today` is not known yet: skip it as if it were not there.
# - Return a dict from title id to score, forevery title with at least one row that counts. No rounding, no cut-off: a very old row weighs almost nothing, and must not be an error.
# - `half_life` of 0 or less raises `ValueError`, also when there are no rows.

# %% exercise="popularity"
def popularity(
    views: list[tuple[int, int, int]], today: int, half_life: float
) -> dict[int, float]:
    """Return each title's views up to ``today``, each halved every ``half_life`` days.

    Raises ValueError unless ``half_life`` is positive.
    """
    ### BEGIN SOLUTION
    if half_life <= 0:
        raise ValueError("half_life must be positive")
    scores = defaultdict(float)
    for title_id, day, count in views:
        if day <= today:
            scores[title_id] += count * 0.5 ** ((today - day) / half_life)
    return dict(scores)
    ### END SOLUTION

# %% check="popularity"
check(popularity)

# %% [markdown] hints="popularity"

# %%
try:
    for half_life in (10_000, 3):
        scores = Counter(popularity(views, 59, half_life))
        leaders = ", ".join(title_of[film] for film, _ in scores.most_common(4))
        print(f"half-life {half_life:>6,} days: {leaders}")
except Exception as problem:
    print("This needs a working popularity:", repr(problem))

# %% [markdown]
# ## The miniature
#
# Four steps: one key for each title, the range of a prefix, the index, typing errors. Then all of them together on invented searches.
#
# ### Step 1: one key for each title
#
# A member types `amelie`, the catalogue says `Amélie`. Both must become the same key. Unicode makes that harder than `lower()`:

# %%
for text in ("é", "e\u0301", "ﬁ", "Ａ", "™", "½", "ß", "ゴ", "생"):
    print(f"{text}  casefold {text.casefold()}", end="")
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        codes = [f"{ord(char):04X}" for char in unicodedata.normalize(form, text)]
        print(f"  {form}", *codes, end="")
    print()

# %% [markdown]
# | form | does | use |
# |---|---|---|
# | NFC | composes letter and mark into one character | storing and comparing |
# | NFD | takes them apart | reaching the marks |
# | NFKC, NFKD | the same, and replaces compatibility characters (`ﬁ`, `Ａ`, `™`, `½`) | search keys, never for showing |
#
# Diacritics are an aid to readers in some scripts and a part of the letter in others. Dropping the accent from é costs nothing in a search. Dropping the mark from ゴ (go) gives コ (ko), another syllable; dropping the vowel signs of Hindi leaves consonants. So drop only the block U+0300 to U+036F, which Latin, Greek and Cyrillic letters use. That still folds й into и: a decision to make with speakers of the language, and here it is made.

# %% [markdown] card="normalise"
# Write `normalise(title)`, the key of a title. The same function runs over the catalogue and over what is typed. Titles of one row get one key:
#
# | titles | key |
# |---|---|
# | `Amélie`, `AMELIE`, the same with the accent as a character of its own | `amelie` |
# | `Die weiße Straße`, `DIE WEISSE STRASSE` | `die weisse strasse` |
# | `ＡＫＩＲＡ`, `akira` | `akira` |
# | `Batman™`, `batmantm` | `batmantm` |
# | `ゴジラ`, the same decomposed, half-width `ｺﾞｼﾞﾗ` | `ゴジラ`, composed |
# | `  The   Lion\tKing `, `the lion king` | `the lion king` |
#
# You need five tools, and this is not their order: `str.casefold`, `str.split`, NFC, NFKD, and dropping the characters U+0300 to U+036F.
#
# - Every other mark stays, and so do punctuation, digits, articles, `ø` and `æ`. `""` gives `""`.
# - The key is composed (NFC). Each run of white space, whatever `str.split()` splits at, is one space; there is none at the ends.
# - The setup cell has imported `unicodedata`.

# %% exercise="normalise"
def normalise(title: str) -> str:
    """Return the search key of ``title``: folded, without diacritics, composed (NFC)."""
    ### BEGIN SOLUTION
    parts = unicodedata.normalize("NFKD", title).casefold()
    bare = "".join(char for char in parts if not 0x300 <= ord(char) <= 0x36F)
    return " ".join(unicodedata.normalize("NFC", bare).split())
    ### END SOLUTION

# %% check="normalise"
check(normalise)

# %% [markdown] hints="normalise"

# %%
try:
    spellings = defaultdict(set)
    for title in title_of.values():
        spellings[normalise(title)].add(title)
    shared = [" = ".join(sorted(each)) for each in spellings.values() if len(each) > 1]
    print("one key, several spellings:", *shared, sep="\n    ")
    for title in ("8½", "Drømmen", "WΔZ", "Star Wars: Episode IV – A New Hope"):
        print(f"{title!r} becomes {normalise(title)!r}")
    found = normalise("기생충").startswith(normalise("기새"))
    print("typed 기새, wanted 기생충:", found)
except Exception as problem:
    print("This needs a working normalise:", repr(problem))

# %% [markdown]
# Look at what it does not solve. `8½` becomes 81⁄2: who types "8 1/2" finds nothing. `ø` has no decomposition, so "drommen" finds nothing. Δ is the Greek letter, and the dash of Star Wars is on no phone keyboard. Such titles need **aliases**: further keys for the same id. Capacity counted three keys per title for this reason.
#
# Korean shows that a prefix of letters is not always a prefix of characters. On the way to 생 the keyboard shows 새, and NFC makes one character of each syllable, so the comparison says False. A Korean index compares decomposed text. Japanese needs readings in kana, Chinese needs pinyin: both are aliases again.

# %% [markdown]
# ### Step 2: the range of a prefix
#
# **Brute force** reads every key and asks `startswith`. That is 17,472 comparisons per letter. **Sorted**, the keys with one prefix stand side by side, and two binary searches find the ends:
#
# | position | key | starts with `al`? |
# |---|---|---|
# | 0 | `akira` | |
# | **1** | `alien` | yes: the range starts here |
# | 2 | `aliens` | yes |
# | **3** | `amelie` | no: the range ends before this one |
# | 4 | `brazil` | |
#
# The answer is `(1, 3)`, as in `keys[1:3]`.

# %% [markdown] card="prefix_range"
# Write `prefix_range(keys, prefix)`.
#
# - `keys` is a sorted list of strings of any characters (Python's order of strings), some perhaps equal, perhaps empty.
# - Return `(first, last)` so that `keys[first:last]` are exactly the keys that start with `prefix`.
# - If there are none, both are the position at which `prefix` would be inserted.
# - Every key starts with the empty prefix. A key starts with itself.
# - The work must grow as log n, even if half of the keys match. The check counts lines of Python; it does not see a loop inside C code, so do not hide one there.

# %% exercise="prefix_range"
def prefix_range(keys: list[str], prefix: str) -> tuple[int, int]:
    """Return the half-open range of the sorted ``keys`` that start with ``prefix``."""
    ### BEGIN SOLUTION
    size = len(prefix)
    first = bisect.bisect_left(keys, prefix)
    last = bisect.bisect_right(keys, prefix, key=lambda key: key[:size])
    return first, last
    ### END SOLUTION

# %% check="prefix_range"
check(prefix_range)

# %% [markdown] hints="prefix_range"

# %%
complexity(prefix_range)

# %% [markdown]
# Compare slopes, not heights. Code in C, such as `bisect`, is not counted, so your line may lie below "best known". A slope of 1 means that twice the titles are twice the work; near 0, the titles hardly matter.

# %% [markdown]
# ### Step 3: the index
#
# A trie with the best titles cached at each node answers in the length of the prefix, and costs memory for each node. A finite-state transducer shares endings too and is usually the smallest. A sorted list is the simplest, and from step 2 you know that it is enough here. Your class may use any of them.

# %% [markdown] card="suggest"
# Write the class `PrefixIndex`. The function `suggest` below it builds one index and looks up each prefix; it is what the check calls, so leave it as it is.
#
# - `PrefixIndex(films)`: `films` is a list of `(id, key, score)`. Ids are different integers from 0 on, keys are normalised already and may be equal, scores are numbers, 0 included. Leave `films` as it is.
# - `top(prefix, k)` returns a list of at most `k` ids of films whose key starts with `prefix`: the highest score first, on equal scores the smaller id. `k` is 0 or more. No match gives an empty list. The empty prefix matches every film.
# - Build in `__init__`. The work of a lookup may grow with the length of the prefix, with the number of matches and with log n, not with n. The check counts lines: a call with four prefixes, less a call with none.
# - You may call your `prefix_range`. Do not use marisa_trie here; it comes afterwards.

# %% exercise="suggest"
class PrefixIndex:
    """Films by prefix of their key."""

    def __init__(self, films: list[tuple[int, str, float]]) -> None:
        """Build the index from ``(id, key, score)``."""
        ### BEGIN SOLUTION
        self._rows = sorted(films, key=lambda film: film[1])
        self._keys = [key for _, key, _ in self._rows]
        ### END SOLUTION

    def top(self, prefix: str, k: int) -> list[int]:
        """Return the ids of the ``k`` best films whose key starts with ``prefix``."""
        ### BEGIN SOLUTION
        size = len(prefix)
        low = bisect.bisect_left(self._keys, prefix)
        high = bisect.bisect_right(self._keys, prefix, key=lambda key: key[:size])
        matches = self._rows[low:high]
        best = heapq.nsmallest(k, matches, key=lambda film: (-film[2], film[0]))
        return [film_id for film_id, _, _ in best]
        ### END SOLUTION


def suggest(
    films: list[tuple[int, str, float]], prefixes: list[str], k: int
) -> list[list[int]]:
    """Return the ``k`` best films of each prefix."""
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% check="suggest"
check(suggest)

# %% [markdown] hints="suggest"

# %% [markdown]
# How much is it worth? The next cell times brute force, your range and a real part, `marisa_trie`, in the same run on the same keys, and prints ratios: 100 says that brute force takes 100 times as long. Only ratios carry over to another machine.

# %%
import marisa_trie


def best_time(function, rounds=5):
    """The shortest of some runs of ``function()``, in seconds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        function()
        times.append(perf_counter() - start)
    return min(times)


try:
    keys = sorted(map(normalise, title_of.values()))
    trie = marisa_trie.Trie(keys)
    for prefix in ("t", "the", "bat", "godz"):
        first, last = prefix_range(keys, prefix)
        brute = best_time(lambda: [key for key in keys if key.startswith(prefix)])
        ours = best_time(lambda: keys[slice(*prefix_range(keys, prefix))])
        theirs = best_time(lambda: trie.keys(prefix))
        print(f"{prefix!r:7} {last - first:5,} matches; brute force / your range "
              f"{brute / ours:5,.0f}, brute force / trie {brute / theirs:7,.1f}")
    plain = sum(len(key.encode()) for key in keys)
    print(f"bytes: {plain:,} as plain text, {len(trie.tobytes()):,} in the trie")
except Exception as problem:
    print("This needs working answers above:", repr(problem))

# %%
import sys

try:
    rows = [(film, normalise(title), float(film)) for film, title in title_of.items()]
    held = sum(sys.getsizeof(each) for row in rows for each in (row, *row))
    entry = held / len(rows) + 2 * 8  # and a place in each of two lists
    print(f"{entry:.0f} bytes per entry as Python objects; "
          f"{entry * 20_000 * 30 * 3 / 1e6:.0f} MB for the entries of the capacity estimate")
except Exception as problem:
    print("This needs working answers above:", repr(problem))

# %% [markdown]
# Two lessons. The more matches, the smaller the gain, since they have to be copied: so precompute the top titles for prefixes of one and two letters. There are few of them, and every search begins there. And the trie does not win by speed here. It wins by size: it shares beginnings, so it is the part to ship to a device.

# %% [markdown]
# ### Step 4: typing errors
#
# An edit distance counts the smallest number of changes between two texts. *Levenshtein* has insert, delete and replace. People also swap neighbours, and spelling correction usually counts that as one edit. There are two ways to do so.
#
# - **Optimal string alignment (OSA)**: a swap of two neighbours costs 1, and no place is edited again after that.
# - **True Damerau-Levenshtein (DL)**: letters may be put between the two that were swapped.

# %% [markdown] card="osa_distance"
# Write `osa_distance(a, b)`, the optimal string alignment distance.
#
# - Insert, delete or replace one character: cost 1. Swap two neighbours: cost 1.
# - No part of the text is edited twice: after a swap, nothing may be put between the two.
# - Compare code points as they are, case included. Either text may be empty. Return an `int`.
# - Write it yourself, without a distance library. Titles are short: work of len(a) · len(b) is fine, work that explodes is not.

# %% exercise="osa_distance"
def osa_distance(a: str, b: str) -> int:
    """Return the optimal string alignment distance of ``a`` and ``b``."""
    ### BEGIN SOLUTION
    above: list[int] = []
    row = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        two_above, above, row = above, row, [i]
        for j in range(1, len(b) + 1):
            replaced = above[j - 1] + (a[i - 1] != b[j - 1])
            best = min(above[j] + 1, row[j - 1] + 1, replaced)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, two_above[j - 2] + 1)
            row.append(best)
    return row[-1]
    ### END SOLUTION

# %% check="osa_distance"
check(osa_distance)

# %% [markdown] hints="osa_distance"

# %% [markdown]
# ### Spot the error: "Damerau-Levenshtein"
#
# A popular guide says: handle typing errors with the Damerau-Levenshtein distance as a feature of the ranker. Two things are unclear in that. First, the name: two algorithms go by it, and they disagree.

# %%
from rapidfuzz.distance import OSA, DamerauLevenshtein

for a, b in (("CA", "AC"), ("AC", "ABC"), ("CA", "ABC")):
    print(f"{a!r:5} to {b!r:6} OSA {OSA.distance(a, b)}, "
          f"Damerau-Levenshtein {DamerauLevenshtein.distance(a, b)}")

# %% [markdown]
# OSA says 1, 1 and 3. Since 1 + 1 < 3, it breaks the triangle inequality: it is not a metric, and a search tree that relies on that inequality (a BK-tree) may miss matches. **Correct: name the variant.** For one typing error the two agree; with a BK-tree take DL.
#
# Second, the place. A ranker orders what retrieval found, and a prefix with a typing error finds nothing, or something else:

# %%
words = sorted({word for title in title_of.values() for word in title.lower().split()
                if word.isalpha() and len(word) >= 4})


def shorter(word):
    """The word, and the word without each of its letters."""
    return {word} | {word[:at] + word[at + 1:] for at in range(len(word))}


deletes = defaultdict(set)
for word in words:
    for variant in shorter(word):
        deletes[variant].add(word)

for typed in ("godfahter", "teh", "aliien", "zobmies", "casablnca"):
    prefixed = sum(word.startswith(typed) for word in words)
    candidates = set().union(*(deletes.get(variant, ()) for variant in shorter(typed)))
    near = sorted(word for word in candidates if OSA.distance(typed, word) <= 1)
    print(f"{typed}: {prefixed} words by prefix; distances computed: {len(candidates)} of "
          f"{len(words):,}; within one edit: {', '.join(near) or 'none'}")

# %% [markdown]
# This is a *deletes index*: two words within one edit share a text that is one letter shorter than at least one of them. It costs memory (about one entry for each letter of a word) and saves nearly all of the comparisons. Automata that walk the trie with an error budget do the same without the extra memory. **Correct: fix typing errors in retrieval, then rank**, and keep the distance as one feature among others.
#
# The cell corrects whole words. Members type beginnings, so an index for suggestions holds the beginnings of the words as well, and goes on with what it finds. Note `teh`: two other words begin with it, and this index has no word of three letters. Short texts are one edit away from too much, so correct them rarely.
#
# ### All together
#
# 2,000 invented searches: the wanted films are drawn in proportion to the invented views of day 59. The ranker knows days 0 to 58 only; a test on days that the ranker has seen would flatter it. Three rankers answer after each letter.

# %%
def mrr_by_letters(score_of, wanted, key_of, most=8):
    """MRR@5 after 0, 1, ... letters of the key, for films ranked by ``score_of``."""
    films = [(film, key, score_of.get(film, 0.0)) for film, key in key_of.items()]
    index = PrefixIndex(films)
    top = cache(lambda prefix: index.top(prefix, 5))
    return [mean_reciprocal_rank([(top(key_of[film][:n]), film) for film in wanted], 5)
            for n in range(most + 1)]


curves = {}
try:
    key_of = {film: normalise(title) for film, title in title_of.items()}
    today = [(film, count) for film, day, count in views if day == 59]
    wanted = random.Random(302).choices(*zip(*today), k=2_000)
    by_alphabet = {film: -rank for rank, film in enumerate(sorted(key_of, key=key_of.get))}
    recent = popularity(views, 58, 3)
    curves = {
        "alphabetical": mrr_by_letters(by_alphabet, wanted, key_of),
        "all views": mrr_by_letters(popularity(views, 58, 10_000), wanted, key_of),
        "half-life 3 days": mrr_by_letters(recent, wanted, key_of),
    }
    with_article = [film for film in wanted if key_of[film].startswith("the ")]
    without = {film: key.removeprefix("the ") for film, key in key_of.items()}
    slices = {
        f"{len(with_article)} with 'the '": mrr_by_letters(recent, with_article, key_of),
        "typed without it": mrr_by_letters(recent, with_article, without),
    }
    for name, curve in (curves | slices).items():
        print(f"{name:17}", *(f"{value:.2f}" for value in curve))
except Exception as problem:
    print("This needs all the working answers above:", repr(problem))

# %% folded=true
with style():
    plot = axes(6, 3)
    for (name, curve), mark in zip(curves.items(), "osD"):
        plot.plot(curve, marker=mark, label=name)
        plot.legend()
    plot.set(xlabel="letters typed", ylabel="MRR@5, misses as 0", ylim=(0, 1))
    ends = [f"{name} {curve[1]:.2f} after one, {curve[-1]:.2f} after {len(curve) - 1}"
            for name, curve in curves.items()]
    shown = picture(plot.figure, "MRR at 5 over the letters typed: " + "; ".join(ends))
shown if curves else "The plot needs the working answers above."

# %% [markdown]
# Read it from left to right. Ranking is worth most where the member has typed least: after three letters popularity has what the alphabet reaches after eight. The half-life adds most at no letter and at one, where recent films compete with old hits for five places. From five letters on the two popularities agree to 0.01.
#
# Why is there so little gain from three letters to four? The last two rows have the answer. They are the third ranker again, on the titles that begin with "The", a sixth of the searches: 0.13 after four letters, since the first four say nothing, and 0.96 if these titles have a key without the article and members type that. Over all searches this is worth 0.14 at four letters, more than the half-life wins anywhere. So look at slices before you tune a ranker. Typing errors do not show here at all, because nobody in these searches makes one.

# %% [markdown]
# ### A learned ranker, and a leak
#
# "Then a learned ranker" is easy to say. Name four things: what a **row** is, where the **negatives** come from, the **loss**, and up to when a **feature** is known. Here a row is a candidate of a search of day 58; the 30 best of the baseline are the candidates, the film that was wanted is the positive, and the other 29 are hard negatives. The loss is the softmax over the 30. Features are a fast and a slow popularity and the length of the title.

# %%
import numpy as np


def rows_of(searches, index, features):
    """Per search: the wanted film, its candidates, their features."""
    top = cache(lambda prefix: index.top(prefix, 30))
    found = ((film, top(prefix)) for film, prefix in searches)
    return [(film, films, np.array([features[each] for each in films]))
            for film, films in found]


def fitted_weights(rows, steps=300):
    """Weights that maximise the softmax of the wanted film among 30 candidates."""
    kept = [(x, films.index(film)) for film, films, x in rows
            if film in films and len(films) == 30]
    x, at = np.stack([x for x, _ in kept]), np.array([where for _, where in kept])
    z = (x - x.mean((0, 1))) / x.std((0, 1))
    weights = np.zeros(3)
    for _ in range(steps):
        score = np.exp(z @ weights)
        chance = score / score.sum(1, keepdims=True)
        expected = np.einsum("nc,ncf->nf", chance, z)
        weights += (z[np.arange(len(at)), at] - expected).mean(0)
    return weights / x.std((0, 1))


def gains_of(rows, weights):
    """1/rank of each search among the first five, misses as 0."""
    gains = []
    for film, films, x in rows:
        order = np.argsort(-(x @ weights), kind="stable")[:5]
        best = [films[i] for i in order]
        gains.append(1 / (best.index(film) + 1) if film in best else 0.0)
    return gains

# %%
def searches_of(day, n, rng):
    """Films wanted on a day, in proportion to its invented views, after 1 to 3 letters."""
    films, counts = zip(*((film, count) for film, at, count in views if at == day))
    return [(film, key_of[film][:rng.randint(1, 3)])
            for film in rng.choices(films, counts, k=n)]


def features_until(day):
    """The three features of each film, from views up to this day."""
    fast, slow = popularity(views, day, 3), popularity(views, day, 30)
    return {film: (np.log1p(fast.get(film, 0)), np.log1p(slow.get(film, 0)), len(key) / 30)
            for film, key in key_of.items()}


def index_until(day):
    scores = popularity(views, day, 3)
    return PrefixIndex([(film, key, scores.get(film, 0.0)) for film, key in key_of.items()])

# %%
try:
    before, today = index_until(57), index_until(58)
    known = {day: features_until(day) for day in (57, 58, 59)}
    for seed in range(4):
        rng = random.Random(seed)
        train, test = searches_of(58, 1_500, rng), searches_of(59, 2_000, rng)
        weights = fitted_weights(rows_of(train, before, known[57]))
        leaked = fitted_weights(rows_of(train, before, known[58]))
        rows = rows_of(test, today, known[58])
        baseline = gains_of(rows, [1, 0, 0])
        honest = paired_gain(baseline, gains_of(rows, weights))
        leak = paired_gain(baseline, gains_of(rows_of(test, today, known[59]), leaked))
        print(f"MRR of the half-life alone {fmean(baseline):.3f}; learned "
              f"{honest[0]:+.4f} ± {honest[1]:.4f}; with a leak {leak[0]:+.4f} ± {leak[1]:.4f}")
except Exception as problem:
    print("This needs all the working answers above:", repr(problem))

# %% [markdown]
# The learned ranker **loses** to one half-life, by one to four standard errors: with these features it has nothing to add, and it's fitted to likelihood and not to MRR. With a leak it wins. The leak is one day: each feature was computed at the end of the day of the search, as a nightly table joined by date would have it, and so it counts the very plays that it should predict. **Correct: join features as of the moment of the search** (point in time), and don't ship a model that a line of arithmetic beats.
#
# What could a ranker add? Language, device, the profile's taste, the edit distance of corrected prefixes, and how often a title was shown and not chosen, weighted for position. None of these is in the miniature.

# %% [markdown]
# ## Cold start and personal taste
#
# **A new title** has no views. In the miniature that's 16,672 films of 17,472, and all of them score 0. How many letters does a member have to type until such a film is among the five?

# %%
try:
    index = index_until(58)
    shown_for = cache(lambda prefix: index.top(prefix, 5))
    seen = {film for film, *_ in views}
    rng = random.Random(302)
    wanted_films = {
        "never viewed": rng.sample(sorted(key_of.keys() - seen), 500),
        "viewed on day 59": [film for film, _ in searches_of(59, 500, rng)],
    }
    for name, films in wanted_films.items():
        letters = [next((n for n in range(len(key_of[film]) + 1)
                         if film in shown_for(key_of[film][:n])), None) for film in films]
        found = sorted(n for n in letters if n is not None)
        print(f"{name:17} half of them after {found[len(found) // 2]} letters, "
              f"not even by the whole title: {letters.count(None)}")
except Exception as problem:
    print("This needs the working answers above:", repr(problem))

# %% [markdown]
# So a title needs a score on its first day: views elsewhere, the previous season, the size of the launch, as a *prior* that fades as views arrive. A few places for exploration, logged with their probability, find what the prior missed. **A new market** starts with the ranking of a neighbour in language and taste. **A new member** gets the country's list: after three letters there's little left to personalise.
#
# **Personal taste** has a price that few candidates name: the cache. An answer for a country serves everybody who types the prefix; an answer for a profile serves one. Retrieve 50 shared candidates from the cache, then reorder them by one product of a profile vector with 50 title vectors. With 64 numbers each that's 3,200 multiplications per request, sixty million per second at the peak: one core. The expensive part is reading the profile's vector, one more call to a store. Children's profiles need another index, not another score.

# %% [markdown]
# ## The design sheet
#
# In the room you'd now draw boxes. A *design sheet* is that drawing as data: components, the way of a request, the ways of the data, and what happens when something is down. You choose parts and how many copies of each; a part brings its capacity, its time and its price. `check` holds the sheet against the numbers of the prompt and draws it.
#
# This one is for another problem: a menu that is rebuilt every hour from the orders.
#
# ```python
# {
#     "components": {
#         "front": {"part": "service", "copies": 6},
#         "store": {"part": "memory", "copies": 3, "holds": ["menu"]},
#         "hourly": {"part": "job", "copies": 1, "minutes": 60},
#     },
#     "request": ["front", "store"],               # in the order of the calls
#     "updates": [["orders", "hourly", "store"]],  # from where data arises to what holds it
#     "fallback": {"store": "last"},               # the menu that was shown last stays
# }
# ```
#
# A list within `request` is called at the same time, and a list in that in order again: `["front", ["rules", ["cache", "store"]]]`.
#
# Ready answers and caches have a `hit`, the share of requests that goes no further. What follows them in the list sees the rest.

# %% [markdown] card="type_ahead_sheet"
# Draw the service of suggestions. All capacities, times and prices are invented round numbers.
#
# {{sheet_prompt type_ahead_sheet}}
#
# {{sheet_data type_ahead_sheet}}
#
# `index` finds titles by prefix and `scores` ranks them. `lists` are finished answers for all prefixes, `short` those of one and two letters, `small` the titles of one language with a score each. `playable` and `blocked` are the filters.
#
# <details>
# <summary>The parts, their capacity, time and price</summary>
#
# {{sheet_parts type_ahead_sheet}}
#
# </details>
#
# <details>
# <summary>What a component may say</summary>
#
# {{sheet_keys type_ahead_sheet}}
#
# A fallback is for a stage, or for `"request"` as a whole. It is a component, or one of {{sheet_outcomes type_ahead_sheet}}.
#
# </details>
#
# Every rule, by the group that checks it:
#
# {{sheet_rules type_ahead_sheet}}
#
# {{sheet_notes type_ahead_sheet}}
#
# Nothing is checked that isn't on this card. Which model and which metric you choose belongs into your design below.
#
# Run `sketch(type_ahead_sheet)` in a cell of your own at any time: it draws without judging.

# %% exercise="type_ahead_sheet"
# A name of your own for each component, and its part.
### BEGIN SOLUTION
components = {
    "gateway": {"part": "service", "copies": 30},
    "lookup": {"part": "service", "copies": 30, "holds": ["index", "scores"]},
    "ranker": {"part": "trees", "copies": 16, "items": 100},
    "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
    "log": {"part": "queue", "copies": 3},
    "nightly": {"part": "job", "copies": 4, "minutes": 1440},
    "titles": {"part": "job", "copies": 1, "minutes": 1440},
    "cdn": {"part": "edge"},
    "phone": {"part": "device", "holds": ["small"]},
}
request = ["gateway", "lookup", ["ranker", "rules"]]
updates = [
    ["plays", "log", "nightly", "lookup"],
    ["catalogue", "titles", "lookup"],
    ["titles", "cdn", "phone"],
    ["rights", "rules"],
]
fallback = {"ranker": "skip", "request": "phone"}
### END SOLUTION
type_ahead_sheet = {
    "components": components,
    "request": request,
    "updates": updates,
    "fallback": fallback,
}

# %% check="type_ahead_sheet"
check(type_ahead_sheet=type_ahead_sheet)

# %% [markdown] hints="type_ahead_sheet"

# %% [markdown]
# ### A requirement changes
#
# "Good. Now assume …" is how most rounds go on. The interviewer wants to see what you keep.

# %% [markdown] card="type_ahead_sheet_after"
# Answer one of two changes.
#
# {{sheet_changes type_ahead_sheet_after}}
#
# - `region`: the other region is lost, and its requests come here. `news`: a title is found soon after it is published.
# - Choose a change that breaks a rule of your first sheet. If it keeps every rule after one of them, answer the other.
# - Set `change` to the name of the change and `after` to the whole new sheet. Everything that the table doesn't name is as before. `after` must keep every rule.

# %% exercise="type_ahead_sheet_after"
# import copy; after = copy.deepcopy(type_ahead_sheet) is a good start.
### BEGIN SOLUTION
change = "news"
after = {
    **type_ahead_sheet,
    "components": {**components, "titles": {"part": "job", "copies": 8, "minutes": 10}},
}
### END SOLUTION
type_ahead_sheet_after = {"change": change, "before": type_ahead_sheet, "after": after}

# %% check="type_ahead_sheet_after"
check(type_ahead_sheet_after=type_ahead_sheet_after)

# %% [markdown] hints="type_ahead_sheet_after"

# %% [markdown]
# <details>
# <summary>What the changes show (open it after your answer)</summary>
#
# - Twice the requests don't double everything: the stores of the filters and the device have room left, the gateway and the lookup don't. Doubling 30 copies isn't enough thought and isn't needed either: 57 leave 38.
# - Fifteen minutes break every sheet whose titles come from a nightly job. A job every ten minutes is enough; a stream would do as well, and nothing in the request has to change.
# - A phone that asks every few minutes is the expensive answer: 50 million phones, 144 times a day. A push carries only what changed, and is priced by message: sending all of it each time would cost more than the rest of the service.
#
# </details>

# %% [markdown]
# ## Serving
#
# A budget of 100 ms from key press to picture, as an example: 10 ms on the device, 55 ms network there and back, 5 ms gateway, 15 ms server, 15 ms in reserve for the tail. The server's share again: 1 ms lookup, 3 ms features, 3 ms ranking, 1 ms filters, the rest for waiting. Measure yours against it:

# %%
try:
    films = [(film, key, 0.0) for film, key in key_of.items()]
    index = PrefixIndex(films)
    typed = [key_of[film][:n] for film in wanted[:200] for n in range(1, 9)]
    times = sorted(best_time(lambda: index.top(prefix, 5), 3) for prefix in typed)
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"lookup, share of the 15 ms of the server: "
          f"median {p50 / 0.015:.2%}, p99 {p99 / 0.015:.2%}")
except Exception:
    print("Make the cells of 'All together' work first.")

# %% folded=true
budget = {"device": 10, "network": 55, "gateway": 5, "server": 15, "reserve": 15}  # ms
with style():
    plot = axes(6, 1.3)
    start = 0
    for name, ms in budget.items():
        plot.barh(0, ms, left=start, height=0.5)
        plot.annotate(f"{name}\n{ms}", (start + ms / 2, 0.32), ha="center", fontsize=8)
        start += ms
    plot.spines["left"].set_visible(False)
    plot.set(yticks=[], xlim=(0, 100), ylim=(-0.3, 0.9), xlabel="ms from key press to picture")
    shown = picture(plot.figure, "The budget of 100 ms as a bar: device 10, network 55, "
                    "gateway 5, server 15, reserve 15.")
shown

# %% [markdown]
# More than half of the budget is the network, which no ranking model can shorten: being close to the member does. And half of your lookups take a fraction of a percent of the server's share.
#
# The tail is the one-letter prefix with its thousands of matches: the reason to keep those answers ready made. In production the tail comes from elsewhere too: garbage collection, a cold cache, a slow replica. Send a second request to another replica when the first is late, and drop the slower answer.
#
# ### Spot the error: a neural ranker at each letter
#
# A popular guide says: retrieve from a trie and order by a neural ranker, within milliseconds. "Neural ranker" has two meanings, and they differ by a factor of a hundred. A *bi-encoder* reads the query alone and compares its vector with title vectors that were computed before. A *cross-encoder* reads the query together with each candidate. Price all four before you argue.

# %%
candidates, peak = 100, 18_750
encoder = 8 * 6 * 12 * 384**2  # 8 tokens through 6 layers of width 384
work = {
    "linear model, 20 features": candidates * 20,
    "200 trees of depth 6 (comparisons)": candidates * 200 * 6,
    "bi-encoder: the query, 100 products": encoder + candidates * 384,
    "cross-encoder: query and candidate": candidates * encoder,
}
matrix = np.ones((384, 384), dtype=np.float32)
per_ms = 384**3 / best_time(lambda: matrix @ matrix, 50) / 1e3  # measured on this machine
usable = 0.3 * 5e14  # assumed: 30% of what an accelerator's data sheet says, per second
print(f"{'':36}{'multiplications':>16}{'ms here':>9}{'accelerators at the peak':>26}")
for name, each in work.items():
    print(f"{name:36}{each:>16,}{each / per_ms:>9.2g}{each * peak / usable:>26.2g}")

# %% [markdown]
# The cross-encoder takes a hundred times the bi-encoder's work, and still only about one accelerator's at the peak: three, if a zone may be lost. So "it costs too much" is refuted by its own number. What does hold:
#
# - **Signal.** All candidates begin with the letters that were typed, so the text of the query can't tell them apart. What differs between them is popularity, country, language and the profile, and a linear model sees all of that.
# - **Tail.** Six layers run one after the other, and requests wait for their batch. The next cell puts three rankers into the same design sheet.
# - **Caching.** Short prefixes are few, as the cell after it counts. What can be computed ahead needs no model at request time.

# %%
for part in ("trees", "gpu", "encoder"):
    parts = {"gateway": {"part": "service", "copies": 3},
             "lookup": {"part": "service", "copies": 3},
             "ranker": {"part": part, "copies": 3, "items": 100}}
    drawn = {"components": parts, "request": ["gateway", "lookup", "ranker"]}
    print(f"{part:8}", repr(sketch(type_ahead_sheet=drawn)).partition("ranker. ")[2])

# %% [markdown]
# With the invented numbers of the sheet a small network fits, and takes more than half of the reserve that the trees leave. One that reads every candidate's text doesn't fit. Now the prefixes:

# %%
try:
    for letters in (1, 2, 3, 5, 8):
        prefixes = Counter(key_of[film][:letters] for film in wanted)
        top = sum(count for _, count in prefixes.most_common(100))
        print(f"{letters} letters: {len(prefixes):4} different prefixes, "
              f"the 100 most frequent are {top / len(wanted):.0%} of the searches")
except Exception:
    print("Make the cells of 'All together' work first.")

# %% [markdown]
# **Correct: say which network you mean and price it; start with a linear model or boosted trees** on popularity, prefix length, language, device, edit distance and the profile's taste. A network pays where its work is done ahead: title vectors that are joined by one product, or finished lists for the short prefixes, which even a cross-encoder may rank at night.
#
# ### Answers in the wrong order
#
# Three letters, three requests, and the second answer is late. What stands on the screen at the end? Decide before you run the cell.

# %% folded=true
sent = {"b": 0, "ba": 150, "bat": 300}  # ms; invented
took = {"b": 60, "ba": 420, "bat": 70}
arrivals = sorted((sent[typed] + took[typed], typed) for typed in sent)
plain, newest = "", ""
for at, typed in arrivals:
    plain = typed
    newest = typed if sent[typed] >= sent.get(newest, -1) else newest
    print(f"{at} ms: answer for {typed!r}. Shown by arrival: {plain!r}. "
          f"With a number: {newest!r}")
with style():
    plot = axes(6, 1.8)
    for row, typed in enumerate(sent):
        plot.barh(row, took[typed], left=sent[typed], height=0.5)
        plot.annotate(typed, (sent[typed], row), xytext=(-4, 0), textcoords="offset points",
                      ha="right", va="center")
        arrived = sent[typed] + took[typed]
        plot.annotate(f"answer at {arrived}", (arrived, row), xytext=(4, 0),
                      textcoords="offset points", ha="left", va="center")
    plot.invert_yaxis()
    plot.set(xlabel="ms", yticks=[], xlim=(-60, 700))
    shown = picture(plot.figure, "Three requests as bars from sending to answer. The answer for "
                    "ba arrives at 570 ms, after the answer for bat at 370 ms.")
shown

# %% [markdown]
# The plain screen ends with suggestions for `ba` under a box that says `bat`. Number the requests and drop every answer that is older than the one on the screen. Cancel what is overtaken, and filter the old list on the device while you wait.

# %% [markdown]
# ## Rollout, monitoring, failure
#
# **Rollout.** Replay yesterday's prefixes through old and new (no member sees it). Then shadow traffic for latency, 1% of one country, then an experiment. Interleaving two rankers in one list needs far fewer searches than an A/B test to say which is better; the A/B test then says whether members play more. Keep yesterday's index: rollback is loading a file of some megabytes.
#
# | what breaks | how you see it | threshold (invented), and who is paged | what happens meanwhile |
# |---|---|---|---|
# | index is built from half a catalogue | number of keys, share of empty answers for the top 1,000 prefixes, before it is loaded | under 98% of yesterday's keys: not loaded; search on-call, in the morning | the old index stays |
# | popularity stops flowing | age of the newest view in the scores | 36 hours: data on-call, in the morning | the old scores still rank well for days |
# | service is down or late | errors, p99 per zone | p99 above 100 ms for 5 minutes: search on-call, at night too | the device's own small index answers |
# | a title leaves at midnight | playable share of what is shown | any unplayable title for 10 minutes: rights on-call, at night too | the filter at serving time, not the nightly build |
# | an offensive pairing is suggested | reports, blocklist hits | one confirmed report: the country's owner of the list | a blocklist that acts in minutes, without a build |
# | what members type drifts | share of searches that end in a play, by language and prefix length | two paired standard errors below last month, for a week: nobody is woken | rolled back if it began with a release |
# | suggestions feed themselves | share of plays from the top 1% | a rise for four weeks: the team's review | a few places for exploration, logged with their probability |
#
# **Feedback.** What is suggested is searched, what is searched is suggested. Popularity from plays that came *through* suggestions must count less than from elsewhere, or the first hit stays forever.

# %% [markdown]
# ## Interruptions
#
# A round isn't a talk. For each of these, set a timer for 60 seconds, answer **aloud**, and only then open the fold.
#
# <details>
# <summary>Minute 5: "There's a world cup final. Assume ten times the searches for two hours."</summary>
#
# **Good:** Ten times is 190,000 per second at the peak. Everybody types the same few prefixes, so answers cached for a minute take most of it; I say what share I assume, and what is left for the lookup. I'd add copies beforehand, since the date is known, and shed by turning off the ranker first. The filters stay on.
#
# **Poor:** "It autoscales."
#
# </details>
#
# <details>
# <summary>Minute 12: "From next month a law forbids keeping what people type without sending it."</summary>
#
# **Good:** The service doesn't need prefixes to work; training and evaluation do. I keep searches that were sent or led to a play, and counts of prefixes above a minimum, made within the request. I lose the searches that members gave up on, so I say how I'd notice failure then: sampled panels with consent, and plays per session.
#
# **Poor:** "We anonymise the logs." A rare prefix is personal without an id.
#
# </details>
#
# <details>
# <summary>Minute 18: "p99 went from 60 to 140 ms after yesterday's release. Go."</summary>
#
# **Good:** Roll back first, since yesterday's version is a file away, then look. Which stage, which country, which prefix length? If the median didn't move, some requests wait for something: a larger fan-out, a cold cache after the deploy, a store that lost a zone. I check whether the answers changed too.
#
# **Poor:** reads code while members wait.
#
# </details>
#
# <details>
# <summary>Minute 26: "Why don't you simply use a search engine?"</summary>
#
# **Good:** If one runs here already, I'd start with it and say what it costs: a hop, a p99 of its own, and ranking that I tune in its language. At 72 MB an index in the process is simpler. I'd change my mind when queries become sentences.
#
# **Poor:** defends the own index as faster, without a number.
#
# </details>
#
# <details>
# <summary>Minute 34: "You have half the people and half the time. What do you cut?"</summary>
#
# **Good:** The learned ranker, typing errors and personal taste, in this order. What stays: aliases in the five largest languages, the filters with their owner, the half-life, and the measurement, since without it nobody can add anything back.
#
# **Poor:** cuts monitoring.
#
# </details>
#
# <details>
# <summary>Minute 40: "Explain to the product lead why this took a quarter."</summary>
#
# **Good:** "Members with a remote find their title after three letters instead of six. Nobody is shown a title that they can't play. We can now test a change to the ranking in two days instead of two weeks. What we did not do is personal suggestions, and here is what we'd need to know first."
#
# **Poor:** half-lives and tries.
#
# </details>

# %% [markdown]
# ## What stands on the board
#
# | minute | mid | senior | staff |
# |---|---|---|---|
# | 5 | questions, scope | one-sentence problem, the latency number | what success is, and what this can't fix |
# | 15 | requests per second | peak, in flight, index size, and the conclusion from them | the number that decides the architecture, circled; what would overturn it |
# | 25 | index and ranking boxes | both paths, metrics with misses, filters after ranking | labels and their bias, who owns aliases and the blocklist |
# | 40 | A/B test | budget by stage, failure table, rollback | phases with cost, what stops the test, what isn't built |
#
# The drawing grows in four steps, and after each one the service on the board works: what the member calls (the API); the online path with its filters; the offline path, which brings the data; the log path, which makes it better. Your own sheet, step by step: say one sentence aloud for each.

# %%
def grown(sheet, sources):
    """The part of a sheet that needs only the data of these sources."""
    chains = [chain for chain in sheet["updates"] if chain[0] in sources]
    named = {name for chain in chains for name in chain} | set(flat(sheet["request"]))
    components = {name: each for name, each in sheet["components"].items() if name in named}
    return {"components": components, "request": sheet["request"], "updates": chains}


def flat(steps):
    """All names of a request."""
    return [name for step in steps
            for name in (flat(step) if isinstance(step, (list, tuple)) else [step])]

# %%
try:
    online_path = sketch(type_ahead_sheet=grown(type_ahead_sheet, {"rights"}))
    offline_path = sketch(type_ahead_sheet=grown(type_ahead_sheet, {"rights", "catalogue"}))
except Exception:
    online_path = offline_path = "This needs your design sheet."
online_path

# %%
offline_path

# %%
sketch(type_ahead_sheet)

# %% [markdown]
# ## Your design
#
# Set 45 minutes. Write your own design under the headings, in sentences or lists. Use numbers from this notebook and name what you assume. Choose; do not list options without a decision.

# %% [markdown] essay="type_ahead_design" points=12
# **Clarify and frame** (what you asked, what you assume, the one-sentence problem):
#
# **Capacity:**
#
# **Metrics** (offline, online, guardrail):
#
# **Data and labels:**
#
# **Baseline, then retrieval and ranking:**
#
# **Serving and its latency budget:**
#
# **Evaluation and experiment:**
#
# **Failure and monitoring:**
#
# **Rollout, rollback, cost:**
#
# **What you would not build:**

# %% [markdown]
# ## Rubric
#
# Six dimensions, two points each: 0 for absent or wrong, 1 for the level of *mid*, 1.5 for *senior*, 2 for *staff*. Write first, then open it.

# %% [markdown] rubric="type_ahead_design"
# | dimension | 0: very weak | 1: mid | 1.5: senior | 2: staff |
# |---|---|---|---|---|
# | problem and metric | starts with a trie; no metric | asks scope and size; MRR or click rate | one-sentence problem; MRR@5 by prefix length with misses, an online and two guardrail metrics | questions the goal (plays, not clicks); says what the metric cannot see, such as members who never type |
# | data and labels | "we have logs" | plays label prefixes; cleans titles | position bias and propensities; Unicode and aliases; time split | privacy and retention of prefixes; feedback loop; languages with other input methods, with an owner for aliases |
# | modelling | one model, no baseline | prefix match ranked by popularity | popularity with half-life and back-off; errors corrected in retrieval; trees or a linear model first | says by how much each step must beat the last; says where a network pays, and what not to build |
# | serving and capacity | no numbers | requests a second and memory, right order of magnitude | peak, in flight, budget by stage; ready answers for short prefixes; stale answers dropped; load by country | concludes from 72 MB: no shards, index on the device, what that costs in freshness |
# | evaluation and experimentation | "A/B test" | offline metric, then A/B test | replay, shadow, interleaving, then A/B with guardrails and slices | plans for novelty and cannibalisation of browsing; long holdout; decides beforehand what stops it |
# | operations and risk | none | monitors latency and errors | failure table with fallbacks; availability by country; rollback of the index | blocklist in minutes with an owner; law and safety by country; delivery in phases with cost |

# %% [markdown]
# ## Mark four answers first
#
# Before you mark yourself, mark others. All four answers are invented. Give each a mark from the rubric (0, 1, 1.5, 2) in each of the six dimensions, in the order of the table, and **commit** before you see the key.
#
# <details>
# <summary>Answer A</summary>
#
# "I'd ask how many titles and members there are: say 20,000, and 150 million a day, five titles per answer. Success is MRR and the click rate. The logs are cleaned, and a play labels the prefixes before it. I keep a trie with the most viewed titles at each node, so that a lookup is fast, and rank by views. That's about 6,000 requests per second, and the index is some 70 MB, so a few servers behind a load balancer hold it. Offline I compare MRR on last week's searches, then I run an A/B test for two weeks and look at clicks. I monitor latency and errors, and somebody is paged when p99 goes up."
#
# </details>
#
# <details>
# <summary>Answer B</summary>
#
# "Given a prefix, a country, a language and a profile: five playable titles in 100 ms. MRR@5 by letters typed, misses as zero; online, searches that end in a play; guardrails are p99 and unplayable titles. Clicks are divided by the probability that the rank was looked at; one list in a hundred has two neighbours swapped. Keys are folded, aliases carry the rest, and the test day comes after training. Views with a half-life of three days, a slower one for rare titles; typing errors are corrected in retrieval; trees come second. 19,000 requests per second at the peak, 280 in flight; 55 ms network, 15 server; short prefixes ready, late answers dropped. Replay, shadow, interleaving, then an A/B test with guardrails, sliced by language. A new index with too few keys isn't loaded; filters are minutes old and per country; rollback is yesterday's file."
#
# </details>
#
# <details>
# <summary>Answer C</summary>
#
# "The goal is that members play something, and search is one way to it: MRR can't see those who find it on the home page and never type, so I'd watch plays per session too. Prefixes are private: no member id after a day, gone after thirty, and none below a minimum count. Each language has somebody who owns its aliases, since Chinese and Japanese are typed differently. The half-life comes first; each step after it must win 0.02 MRR at one to three letters, or it doesn't ship. A network may rank the short prefixes at night, and nothing else. 72 MB means no shards, and one language on the device, at the price of a day of staleness. I write down beforehand what stops the test: p99, unplayable titles, blocked words. Two weeks, because the first is curiosity, and 1% stays on the baseline for a quarter to see whether search only moved plays from the rows. The blocklist has an owner per country and acts in minutes. One country in a month for 3,000 dollars of machines, then languages, then errors. Not built: trending, free text, shards."
#
# </details>
#
# <details>
# <summary>Answer D</summary>
#
# "One sentence: a prefix, a country and a profile in, five playable titles out, in 100 ms. MRR@5 by letters, misses as zero, plays online, p99 and unplayable titles as guardrails. We have logs, so we train on them. I start with views that lose half their weight in three days. A learned ranker has to win 0.02 MRR over that, typing errors have to cut empty answers by a fifth, or neither ships; a cross-encoder per letter I wouldn't build, since all candidates share the letters, but title vectors made ahead may help sentences later. 6,000 requests per second and 72 MB fit on a few machines. Then an A/B test. When an index has too few keys, the old one stays; scores may be days old, rights only minutes, so they travel apart; the device answers when we're down; rights and blocked words are filtered per country."
#
# </details>

# %% name="anchor_marks"
# Your marks: problem, data, modelling, serving, evaluation, operations. Replace each None.
anchor_marks = {
    "A": [None, None, None, None, None, None],
    "B": [None, None, None, None, None, None],
    "C": [None, None, None, None, None, None],
    "D": [None, None, None, None, None, None],
}

# %%
import base64
import json

sealed = (
    "eyJBIjogWzEsIDEsIDEsIDEsIDEsIDFdLCAiQiI6IFsxLjUsIDEuNSwgMS41LCAxLjUsIDEuNSwg"
    "MS41XSwgIkMiOiBbMiwgMiwgMiwgMiwgMiwgMl0sICJEIjogWzEuNSwgMCwgMiwgMSwgMCwgMS41"
    "XSwgIndoeSI6IHsiQSI6ICJFdmVyeSBkaW1lbnNpb24gaXMgdG91Y2hlZCwgd2l0aCBhIHN0YW5k"
    "YXJkIGFuc3dlciBhbmQgdGhlIHJpZ2h0IG9yZGVyIG9mIG1hZ25pdHVkZS4gTm90aGluZyBzYXlz"
    "IHdoYXQgd291bGQgYmUgZG9uZSBpZiBpdCBnb2VzIHdyb25nLiIsICJCIjogIk51bWJlcnMsIG1p"
    "c3NlcywgcHJvcGVuc2l0aWVzLCBhIGJ1ZGdldCBieSBzdGFnZSBhbmQgYSBmYWlsdXJlIHRhYmxl"
    "LCBhbGwgdW5wcm9tcHRlZC4gSXQgbmV2ZXIgcXVlc3Rpb25zIHRoZSBnb2FsLCBwcmljZXMgYSBz"
    "dGVwLCBvciBzYXlzIHdoYXQgaXMgbm90IGJ1aWx0LiIsICJDIjogIkl0IHF1ZXN0aW9ucyB0aGUg"
    "bWV0cmljLCBnaXZlcyBlYWNoIHN0ZXAgYSBiYXIsIGNvbmNsdWRlcyBmcm9tIDcyIE1CLCBkZWNp"
    "ZGVzIGJlZm9yZWhhbmQgd2hhdCBzdG9wcyB0aGUgdGVzdCwgYW5kIG5hbWVzIG93bmVycyBhbmQg"
    "d2hhdCBpcyBsZWZ0IG91dC4iLCAiRCI6ICJNb2RlbGxpbmcgc2F5cyBieSBob3cgbXVjaCBlYWNo"
    "IHN0ZXAgbXVzdCB3aW4sIGFuZCB3aGF0IG5vdCB0byBidWlsZC4gQnV0ICd3ZSBoYXZlIGxvZ3Mn"
    "IGFuZCAnYW4gQS9CIHRlc3QnIGFyZSAwOiBubyBsYWJlbHMsIG5vIGJpYXMsIG5vIHBsYW4uIFJl"
    "cXVlc3RzIHBlciBzZWNvbmQgd2l0aG91dCBhIHBlYWsgYXJlIDEuIn19"
)
given = [mark for marks in anchor_marks.values() for mark in marks]
if any(mark not in (0, 1, 1.5, 2) for mark in given):
    print("The key opens when all 24 marks are 0, 1, 1.5 or 2.")
else:
    key = json.loads(base64.b64decode("".join(sealed)))
    off = [mine - theirs for name in anchor_marks
           for mine, theirs in zip(anchor_marks[name], key[name])]
    for name, marks in anchor_marks.items():
        print(f"{name}: yours {marks}, key {key[name]}. {key['why'][name]}")
    print(f"on average {fmean(off):+.2f} from the key (your bias), "
          f"{fmean(map(abs, off)):.2f} apart; equal in {off.count(0)} of 24")

# %% [markdown]
# An average of +0.3 or more means that you're too kind, and will be to yourself. Look where you differ: a D that got 1.5 everywhere was marked by its tone. The key is one marker's judgement, not a measurement.
#
# **My own marks** for the design above:
#
# | dimension | mark | the sentence of mine that earns it |
# |---|---|---|
# | problem and metric | | |
# | data and labels | | |
# | modelling | | |
# | serving and capacity | | |
# | evaluation and experimentation | | |
# | operations and risk | | |

# %% [markdown]
# ## Model answer
#
# This answer is invented. It is one good design, not the only one.
#
# <details>
# <summary>Model answer: open it after you have marked your own</summary>
#
# **Frame.** Given a prefix, a country, a language and a profile, return up to five playable titles within 100 ms. I assume 20,000 titles, 30 languages, one ranking a country at launch. I would ask whether search is for known titles or for moods; I design for known titles and log the rest.
#
# **Capacity.** 150 M people × 30% × 2 searches × 6 letters are 540 M requests a day: 6.3 k/s on average, 19 k/s at the peak, some 280 in flight at 15 ms. The index is 20 k × 30 × 3 × 40 B = 72 MB packed, and scores and rights of 190 countries are 19 MB. Five times that would still fit in every process, so I do not shard. One language is 2.4 MB, so the device can hold it, at most a day old. The log is 108 GB a day: cheap to store, and private. I keep prefixes without member ids, and delete them after 30 days.
#
# **Metrics.** Offline: MRR@5 by letters typed, misses as 0, and the share of prefixes with no answer, by language and device. Online: searches that end in a play of at least some minutes. Guardrails: p99, unplayable suggestions, blocked words, share of the top 1% of titles. I do not optimise clicks: the first place is clicked because it is first. None of these sees the member who finds the film on the home page and never types.
#
# **Data.** A play labels the prefixes before it. 1% of lists have two neighbouring places exchanged at random, which gives propensities. Plays that came through a suggestion count half in popularity, or the first hit stays forever. Keys: NFKD, casefold, marks of U+0300 to U+036F dropped, NFC. Aliases carry what folding cannot: 8½, ø, articles, pinyin, kana. Each language has a person who owns its aliases.
#
# **Baseline.** Sorted keys, two binary searches, best five by views with a half-life of some days, backed off to a slower one for rare titles. Prefixes of one and two letters are computed ahead.
#
# **Then.** If fewer than five answers come back and the prefix has four letters or more, a deletes index of the beginnings of words with one OSA edit, ranked below exact matches; it ships only if the share of empty answers falls by a fifth. Then boosted trees over prefix length, fast and slow popularity, edit distance, language match and taste, trained with propensity weights. I expect most of the gain in the first two letters, and I ask for it there: it ships only if MRR@5 for one to three letters rises by 0.02, more than two paired standard errors above 0, and no language falls by more than two of its own. A cross-encoder at each letter is one accelerator's work at the peak, so I can afford it; but the candidates share the letters that were typed, and it takes more than half of my reserve. If I try one, it ranks the lists of short prefixes at night.
#
# **Serving.** 10 ms device, 55 network, 5 gateway, 15 server, 15 reserve. A request at every letter, numbered; old answers dropped, the shown list filtered on the device at once. Availability and blocklist are filters after ranking, from a store that is minutes old, and 20 candidates are fetched so that five remain. The blocklist has an owner in each country, who knows its law.
#
# **Evaluation.** Replay on a later day than training; shadow for latency; interleaving for rankers; an A/B test of two full weeks for plays, browsing included, because search may only move plays from one row to another. It is stopped early only for p99, unplayable titles or blocked words, at bounds that are set before. The first week may be curiosity, so the second decides. A holdout of 1% stays on the baseline for a quarter.
#
# **Failure.** A new index is loaded only if it has the expected number of keys and answers the top 1,000 prefixes; rollback loads yesterday's file. Stale scores are tolerable for days, an unplayable title is not for minutes: that is why they travel separately. With the service gone, the device answers alone.
#
# **Phases and cost.** Weeks 1 to 4: baseline in one country with all guardrails. Weeks 5 to 8: languages and aliases, which I expect to be worth more than a ranker. Then typing errors, then trees. Compute is a few thousand dollars a month; people for 30 languages are the cost.
#
# **Not built.** Shards, a neural ranker at request time, completion of free text, trending searches without review (people will use them to put words into our mouth).
#
# </details>

# %% [markdown]
# ## A weak answer
#
# Invented as well. Mark it with the rubric before you read the right column.
#
# | what the candidate wrote | what a marker notes |
# |---|---|
# | "We need to serve hundreds of millions of users per second, so I shard the trie over 64 machines." | No estimate. Members were taken for requests a second; the peak is about 19,000. 72 MB need no shard. |
# | "Titles are lower-cased and accents removed with ASCII encoding." | Deletes every Japanese, Korean and Hindi title. Nobody looked at the catalogue. |
# | "For typos we use Damerau-Levenshtein as a feature in a BERT ranker." | Which of the two? The prefix with the error finds nothing, so there is nothing to rank. No latency budget for the ranker. |
# | "We train on clicks." | Position bias. No propensities, no plays, no split by time. |
# | "MRR was 0.9 on queries where the title was found." | The misses are left out. Ask for the denominator. |
# | "Popular titles are ranked by total views." | Old hits stay forever. No half-life, nothing for new titles. |
# | "We cache results in Redis for 24 hours." | An unplayable title stays for a day. No blocklist, no rollback. |
# | "Then we A/B test." | Which metric stops it, how long, what is a guardrail? |
#
# With the rubric: modelling 1, for a prefix match ranked by popularity; evaluation 1, for an offline number and an A/B test; everything else 0. Two points of twelve. The vocabulary is there; the decisions are not.

# %% [markdown]
# ## Today's practice
#
# Interviewers ask whether you know what is current. Know what it would cost **here**, and what it has to beat. The prices are those of the sheet and the table above; the judgement is an opinion.
#
# | idea | where it would go | milliseconds and money here | what it must beat |
# |---|---|---|---|
# | title and query embeddings | retrieval for sentences, after Enter | a bi-encoder's 85 million multiplications per query: little, if it isn't called at each letter | searches without a play, for queries of three words and more |
# | a sequence model of the profile | reorder 50 candidates | the profile's vector is computed after each play; one more call of 1 to 4 ms | the country's list after one letter, by more than two paired standard errors |
# | a language model for aliases and readings | offline, once per title and language | 600,000 titles times a few hundred tokens, once | the aliases that people wrote, judged by speakers |
# | a language model that answers | instead of suggestions | hundreds of milliseconds to the first word: outside the budget | the five titles; it can't, at this latency |
#
# ## A hundred times more, a hundredth
#
# **At a hundred times** (2 million titles of members' own, 1.9 million requests per second): the index is 7 GB packed and no longer fits next to everything else, and titles arrive by the second. Now shards per language pay, a stream replaces the nightly job, and short prefixes are nearly all of the traffic: finished lists at the edge. **At a hundredth** (200 titles): send the whole list to the device with the start page and search there. No service at all. Say both without being asked: they show which number carries your design.

# %% [markdown]
# ## Recap
#
# - You estimated: 540 million small requests a day, 72 MB of index. The second number decides the architecture.
# - You built a prefix index and showed by counted steps that a lookup doesn't read all titles.
# - You measured with misses counted, and compared rankers by paired standard errors: a half-life beat a learned ranker, and a leak hid it.
# - You drew the service, had it checked against load, lost zones, latency, freshness and cost, and changed it when a requirement changed.
# - You answered interruptions aloud. Put your cold attempt next to your design now: what is new?

# %% [markdown]
# ## Say it in 60 seconds
#
# "I return five playable titles for a prefix within 100 milliseconds. The estimate is 19,000 requests per second at the peak and 72 megabytes of index, so each server holds everything and I don't shard. Keys are folded, with aliases for what folding can't do. Lookup is a range in sorted keys; short prefixes are computed ahead; typing errors are corrected in retrieval. The baseline ranks by views with a half-life; a learned ranker must beat it by two paired standard errors, with features as of the search. I measure MRR by letters typed with misses as zero, and online the searches that end in a play. Guardrails are p99, unplayable titles and blocked words. Filters come after ranking, minutes fresh. When the service is down, the device answers."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>What do you show before the first letter?</summary>
#
# The empty prefix is a query too: recent searches of the profile, then popular titles by half-life. It is the only state in which everybody sees your ranking, so personal taste pays here first. Count its plays as "no typing needed"; otherwise a better empty state looks like fewer successful searches.
#
# </details>
#
# <details>
# <summary>How do you add a title that is published in five minutes?</summary>
#
# A small second index for what is new, searched beside the large one and merged by score. The large one is rebuilt at night. Its popularity starts from a prior, such as the previous season or the size of the launch, and fades into real views.
#
# </details>
#
# <details>
# <summary>Why not let a general search engine do it?</summary>
#
# It does prefix and fuzzy search well, and if one is running anyway it is the right start. The price is a network hop and tuning of features that you do not need. At 72 MB an index in the process is simpler. The decision turns when queries become free text.
#
# </details>
#
# <details>
# <summary>How does it become personal without one index per member?</summary>
#
# Retrieve the 50 best of a country from the shared index, then reorder them by one product of a profile vector and title vectors. Shared work stays in the cache, personal work is 50 small products.
#
# </details>
#
# <details>
# <summary>How long must the half-life be?</summary>
#
# Choose it like any parameter: MRR on the day after, for several values, by prefix length. Expect a short one for the first letters and little difference later. Check a day with a big premiere and a quiet one.
#
# </details>
#
# <details>
# <summary>What would you ask of privacy reviewers?</summary>
#
# What members type before they stop is more personal than what they search for. Agree on which prefixes are stored, for how long, at which minimum count a prefix may enter a model, and that a suggestion can never show one member's text to another.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
