"""Rehearse a behavioural answer: say it by the clock, score it before the key, revise, be probed.

    from autograder.rehearsal import Calibration, Drill, Stopwatch, changes, heard

Counts show where to look and are never marks. Levels that you commit are kept in the file
`KEPT` beside the notebook, so that the agreement can be taken over several lessons.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import html
import json
import random
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.core.files import write
from autograder.core.values import plain
from autograder.groups.prose import numbers, own_and_shared, sentences, words
from autograder.groups.stories import PACE, scores_form

KEPT = "behavioural_scores.json"
SPOKEN = 5
"""Seconds below which a stopwatch was started and stopped without a word, as Run All does."""
AGAIN = datetime.timedelta(hours=48)
FILLERS = (
    "um", "uh", "er", "basically", "actually", "literally", "kind of", "sort of", "you know",
    "i mean", "honestly", "obviously", "stuff", "so yeah", "at the end of the day",
)  # fmt: skip
STOCK = (
    "communication is key", "hit the ground running", "move the needle", "low-hanging fruit",
    "think outside the box", "win-win", "on the same page", "wear many hats", "wore many hats",
    "team player", "passionate about", "data-driven", "best practices", "cutting-edge",
    "state of the art", "aligned everybody", "aligned everyone", "aligned the stakeholders",
    "took it to the next level", "fast-paced", "works hard", "perfectionist", "synergy",
    "leveraged", "it was a great success", "everyone was happy", "everybody was happy",
)  # fmt: skip
DRAWS = 1_000


class Shown(str):
    """Text that a notebook shows as it is, unfolded or under its first line."""

    folded = False

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        if not self.folded:
            return f'<pre tabindex="0">{html.escape(self)}</pre>'
        first, _, rest = html.escape(self).partition("\n")
        return f'<details><summary>{first}</summary><pre tabindex="0">{rest}</pre></details>'


class Folded(Shown):
    """Text that a notebook shows folded, under its first line."""

    folded = True


# --- saying it ----------------------------------------------------------------------------------


class Stopwatch:
    """``start()`` before you speak, ``stop()`` after; ``seconds`` is None before that."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._started: float | None = None
        self.seconds: float | None = None

    def start(self) -> Shown:
        """Start from zero."""
        self._started, self.seconds = self._clock(), None
        return Shown("Speak. Run the cell with watch.stop() when you have finished.")

    def stop(self) -> Shown:
        """The seconds since the last start."""
        if self._started is None:
            return Shown("The watch isn't running. Run the cell with watch.start() first.")
        self.seconds = self._clock() - self._started
        return Shown(f"{self.seconds:.0f} seconds. Two minutes are 120.")


def counts(text: str) -> dict[str, int]:
    """What can be counted in an answer. No count says whether it is good."""
    own, shared = own_and_shared(text)
    total = len(words(text))
    return {
        "words": total,
        "seconds": round(total / PACE * 60),
        "I, my, me": own,
        "we, our, us": shared,
        "numbers": len(numbers(text)),
    }


def phrases(text: str, known: Sequence[str]) -> list[str]:
    """The phrases of ``known`` that occur in the text, each with how often."""
    plain = " ".join(words(text.lower().replace("’", "'")))
    found = []
    for phrase in known:
        pattern = rf"(?<!\w){re.escape(' '.join(words(phrase)))}(?!\w)"
        if times := len(re.findall(pattern, plain)):
            found.append(phrase if times == 1 else f"{phrase} ({times})")
    return found


def heard(text: str, seconds: float | None = None) -> Shown:
    """What an interviewer's ear meets first in ``text``: length, first sentence, fillers.

    ``seconds`` is what your stopwatch measured; without it the time is taken at 140 words a minute.
    """
    if not isinstance(text, str) or not words(text):
        return Shown("Put what you said into the string `said` first.")
    counted = counts(text)
    seconds = seconds if seconds and seconds >= SPOKEN else None
    if seconds:
        counted["seconds"] = round(seconds)
    lines = [f"{name:<13}{count:>5}" for name, count in counted.items()]
    if seconds:
        lines.append(f"{'words/minute':<13}{counted['words'] / seconds * 60:>5.0f}")
    lines.append(f"begins with   {sentences(text)[0]}")
    lines.append(f"fillers       {', '.join(phrases(text, FILLERS)) or 'none of the list'}")
    lines.append(f"stock phrases {', '.join(phrases(text, STOCK)) or 'none of the list'}")
    return Shown("\n".join(lines))


def changes(first: str, second: str) -> Shown:
    """Two drafts side by side: what is counted in each, and the sentences that came and went."""
    if not all(isinstance(text, str) and words(text) for text in (first, second)):
        return Shown("Put both drafts into their strings first.")
    before, after = counts(first), counts(second)
    lines = [f"{'':<13}{'first':>7}{'second':>8}"]
    lines += [f"{name:<13}{before[name]:>7}{after[name]:>8}" for name in before]
    old, new = sentences(first), sentences(second)
    lines += [f"- {each}" for each in old if each not in new]
    lines += [f"+ {each}" for each in new if each not in old]
    return Shown("\n".join(lines))


# --- scoring it ---------------------------------------------------------------------------------


def within_answers(mine: Sequence[Sequence[int]], key: Sequence[Sequence[int]]) -> float:
    """Agreement on which rows of an answer are its strong ones, from -1 to 1.

    Each answer's own mean is taken off first, yours and the key's. It is kappa with quadratic
    weights of what is left: twice the covariance over the sum of the variances. 0 if one of the
    two never tells rows apart.
    """
    return _alike([_centred(row) for row in mine], [_centred(row) for row in key])


def _centred(row: Sequence[int]) -> list[float]:
    mean = sum(row) / len(row)
    return [level - mean for level in row]


def _alike(mine: Sequence[Sequence[float]], key: Sequence[Sequence[float]]) -> float:
    pairs = [pair for row, other in zip(mine, key) for pair in zip(row, other)]
    spread = sum(a * a + b * b for a, b in pairs)
    both = sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs)
    return 2 * sum(a * b for a, b in pairs) / spread if both > 1e-12 else 0.0


def _middle(values: list[float], share: float = 0.95) -> tuple[float, float]:
    values.sort()
    tail = (1 - share) / 2
    return values[round(tail * (len(values) - 1))], values[round((1 - tail) * (len(values) - 1))]


def interval(
    mine: Sequence[Sequence[int]], key: Sequence[Sequence[int]], seed: int = 0
) -> tuple[float, float]:
    """A 95% bootstrap interval of `within_answers`, rows resampled within each answer."""
    rng = random.Random(seed)
    drawn = []
    for _ in range(DRAWS):
        picks = [[rng.randrange(len(row)) for _ in row] for row in mine]
        drawn.append(
            _alike(
                [[_centred(row)[at] for at in pick] for row, pick in zip(mine, picks)],
                [[_centred(row)[at] for at in pick] for row, pick in zip(key, picks)],
            )
        )
    return _middle(drawn)


def by_chance(
    mine: Sequence[Sequence[int]], key: Sequence[Sequence[int]], seed: int = 0
) -> tuple[float, float]:
    """Where 95% of the agreements lie if your levels are shuffled within each answer."""
    rng = random.Random(seed)
    shuffled = [[rng.sample(list(row), len(row)) for row in mine] for _ in range(DRAWS)]
    return _middle([within_answers(each, key) for each in shuffled])


Levels = dict[str, list[int]]


class Calibration:
    """Levels that you commit before you see the key, and how far they agree with it.

    ``rows`` name the rows of the rubric, ``key`` is the encoded levels of the anchors. The scores
    have the form of `groups.scores_form`. ``folder`` keeps what is committed if the notebook of the
    lesson is in it.
    """

    def __init__(
        self,
        lesson: str,
        rows: Sequence[str],
        key: str,
        *,
        folder: Path | None = None,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
    ) -> None:
        self.lesson, self.rows = lesson, tuple(rows)
        self._key: Levels = json.loads(base64.b64decode(key))
        self._fault, self._now = scores_form(list(self._key), self.rows), now
        self._folder = folder or Path.cwd()
        self._commits: list[dict[str, Any]] = self._read().get(lesson, [])

    def commit(self, scores: Any) -> Shown:
        """Keep these levels with the time and a fingerprint of both."""
        if fault := self._fault(plain(scores)):
            return Shown(f"There is nothing to commit yet. {fault}")
        levels = self._levels(scores)
        if not self._commits or self._commits[-1]["levels"] != levels:
            when = self._now().isoformat(timespec="seconds")
            text = json.dumps([levels, when], sort_keys=True)
            made = hashlib.sha256(text.encode()).hexdigest()
            self._commits.append({"when": when, "levels": levels, "print": made})
            self._keep()
        return Shown("\n".join(f"{each['when']}  {each['print'][:16]}" for each in self._commits))

    def reveal(self, scores: Any) -> Shown:
        """Your levels beside the key's, the bias, and the agreement within answers."""
        if self._fault(plain(scores)):
            return Shown("The key stays closed until all levels are filled in.")
        levels = self._levels(scores)
        if not any(each["levels"] == levels for each in self._commits):
            return Shown("These levels aren't committed. Run the cell with commit, then this one.")
        lines = ["Your levels and the key", *self._table(levels), *self._agreement(levels)]
        first = self._commits[0]
        if first["levels"] != levels:
            lines.append(f"You committed other levels first, at {first['when']}.")
        lines += self._again(levels)
        return Folded("\n".join(lines))

    def _table(self, levels: Levels) -> list[str]:
        lines = [f"{'yours / key':<14}" + "".join(f"{name:>8}" for name in self._key) + "     own"]
        for at, row in enumerate(self.rows):
            pairs = "".join(f"{levels[name][at]:>4} / {self._key[name][at]}" for name in self._key)
            lines.append(f"{row:<14}{pairs}{levels['own'][at]:>8}")
        return lines

    def _agreement(self, levels: Levels) -> list[str]:
        yours, key = [levels[name] for name in self._key], list(self._key.values())
        bias = sum(map(sum, yours)) / sum(map(len, key)) - sum(map(sum, key)) / sum(map(len, key))
        lines = [f"bias {bias:+.2f} levels: {_of_bias(bias)}"]
        lines += _said_agreement("within answers", yours, key)
        others = self._others()
        if others:
            pooled = [*yours, *(mine for mine, _ in others)], [*key, *(k for _, k in others)]
            lines += _said_agreement(f"over {len(pooled[0])} anchors so far", *pooled)
        apart = [
            (abs(a - b), name, row, a, b)
            for name in self._key
            for row, a, b in zip(self.rows, levels[name], self._key[name])
        ]
        far = sorted((each for each in apart if each[0] > 1), key=lambda each: -each[0])
        lines += [f"read again: {name}, {row}: you {a}, key {b}" for _, name, row, a, b in far]
        return lines

    def _again(self, levels: Levels) -> list[str]:
        first = datetime.datetime.fromisoformat(self._commits[0]["when"])
        if self._now() - first < AGAIN:
            return [f"Score your own answer again, without this page, after {first + AGAIN:%d %B}."]
        was = self._commits[0]["levels"]["own"]
        moved = [f"{row} {a} → {b}" for row, a, b in zip(self.rows, was, levels["own"]) if a != b]
        return [f"Your own levels since {first:%d %B}: {', '.join(moved) or 'unchanged'}."]

    def _levels(self, scores: Mapping[str, Any]) -> Levels:
        return {name: [_level(each) for each in self._row(scores[name])] for name in self._names()}

    def _names(self) -> list[str]:
        return [*self._key, "own"]

    def _row(self, row: Any) -> list[Any]:
        return [row[name] for name in self.rows] if isinstance(row, dict) else list(row)

    def _others(self) -> list[tuple[list[int], list[int]]]:
        """Levels and key of each anchor of other lessons, as first committed."""
        found = []
        for lesson, commits in self._read().items():
            if lesson != self.lesson and commits and "key" in commits[0]:
                first = commits[0]
                found += [(first["levels"][name], row) for name, row in first["key"].items()]
        return found

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads((self._folder / KEPT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _keep(self) -> None:
        """Write the commits beside the notebook; nowhere else, and never over a broken file."""
        if not (self._folder / f"{self.lesson}.ipynb").exists():
            return
        kept = self._read()
        path = self._folder / KEPT
        if path.exists() and not kept:
            return
        kept[self.lesson] = [{**each, "key": self._key} for each in self._commits]
        text = json.dumps(kept, indent=1, sort_keys=True)
        try:
            write(path, f"{text}\n".encode())
        except OSError:
            return


def _level(value: Any) -> int:
    return int(value[0] if isinstance(value, (list, tuple)) else value)


def _of_bias(bias: float) -> str:
    if abs(bias) < 0.25:
        return "neither kind nor strict."
    return f"you are {abs(bias):.1f} levels too {'kind' if bias > 0 else 'strict'} on average."


def _said_agreement(
    name: str, mine: Sequence[Sequence[int]], key: Sequence[Sequence[int]]
) -> list[str]:
    low, high = interval(mine, key)
    least, most = by_chance(mine, key)
    return [
        f"{name}: {within_answers(mine, key):.2f}, 95% interval {low:.2f} to {high:.2f}",
        f"  your levels shuffled within each answer: {least:.2f} to {most:.2f}",
    ]


# --- being probed -------------------------------------------------------------------------------


class Drill:
    """Probes in random order, one at a time, each to be answered within ``seconds``.

    ``ask()`` gives the first; ``ask(answer)`` takes the answer to the last one, a sentence with a
    number or "I don't know, I would find it by ...", and gives the next.
    """

    def __init__(
        self,
        probes: Sequence[str],
        *,
        seconds: float = 40,
        seed: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._order = random.Random(seed).sample(list(probes), len(probes))
        self._seconds, self._clock = seconds, clock
        self._asked = 0.0
        self._said: list[tuple[str, str, float]] = []
        self._running = False

    def ask(self, answer: str = "") -> Shown:
        """Take the answer to the last probe and give the next one."""
        if self._running:
            if not words(answer):
                return Shown(f"No answer yet to: {self._probe()}")
            self._said.append((self._probe(), answer, self._clock() - self._asked))
        if len(self._said) == len(self._order):
            self._running = False
            return self.review()
        self._running, self._asked = True, self._clock()
        left = len(self._order) - len(self._said)
        return Shown(f"{self._probe()}\n({self._seconds:.0f} seconds; {left} to go)")

    def review(self) -> Shown:
        """All answers, with the seconds they took and what they lack."""
        if not self._said:
            return Shown("No probe is answered yet.")
        lines = []
        for probe, answer, seconds in self._said:
            known = bool(numbers(answer)) or re.search(r"(?i)don[’']?t know|find (?:it )?", answer)
            notes = [] if known else ["no number, and no way to find one"]
            notes += [f"over {self._seconds:.0f} seconds"] * (seconds > self._seconds)
            lines.append(
                f"{probe}\n  {answer}\n  {seconds:.0f} s{''.join(f'; {n}' for n in notes)}"
            )
        return Shown("\n".join(lines))

    def _probe(self) -> str:
        return self._order[len(self._said)]
