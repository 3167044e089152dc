"""Checks of lesson 102: the one number that is missing from 0 to n."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ..exercise import Counted, Exercise, Outcome, Right, Wrong
from ..groups import Group, Growth, case
from ..groups.memory import Memory

LARGE = 70_000


def left_out(nums: Sequence[int]) -> int:
    """What ``nums`` lacks of 0 to len(nums)."""
    return (set(range(len(nums) + 1)) - set(nums)).pop()


def both_left_out(nums: Sequence[int]) -> tuple[int, ...]:
    """What ``nums`` lacks of 0 to len(nums) + 1."""
    return tuple(sorted(set(range(len(nums) + 2)) - set(nums)))


def an_int(args: tuple, outcome: Outcome) -> str | None:
    if isinstance(outcome.value, int):
        return None
    return f"It gives a {type(outcome.value).__name__}; an int is asked for."


def two_ints(args: tuple, outcome: Outcome) -> str | None:
    if all(isinstance(each, int) for each in outcome.value):
        return None
    return "It gives numbers that are not ints."


def all_but_one(ends: bool = False, kinds: Sequence[type] = (list,), most: int = 24):
    """Shuffled numbers from 0 to n without one; with ``ends`` without 0 or without n."""
    from hypothesis import strategies as st

    @st.composite
    def numbers(draw):
        n = draw(st.integers(0, most))
        gap = draw(st.sampled_from([0, n]) if ends else st.integers(0, n))
        kept = [i for i in range(n + 1) if i != gap]
        return (draw(st.sampled_from(kinds))(draw(st.permutations(kept))),)

    return numbers()


def ends_missing():
    return all_but_one(ends=True)


def of_all_kinds():
    """Tuples, and ranges that go up or down."""
    from hypothesis import strategies as st

    ranges = st.integers(0, 24).flatmap(lambda n: st.sampled_from(
        [range(n), range(1, n + 1), range(n, 0, -1), range(n - 1, -1, -1)]))
    return st.one_of(all_but_one(kinds=(tuple,)), st.tuples(ranges))


def all_but_two():
    """Shuffled numbers from 0 to n without two, as a list or a tuple."""
    from hypothesis import strategies as st

    @st.composite
    def numbers(draw):
        n = draw(st.integers(1, 20))
        gaps = draw(st.lists(st.integers(0, n), min_size=2, max_size=2, unique=True))
        kept = [i for i in range(n + 1) if i not in gaps]
        return (draw(st.sampled_from([list, tuple]))(draw(st.permutations(kept))),)

    return numbers()


def shuffled(n: int, *gaps: int) -> list[int]:
    """The numbers from 0 to ``n`` without ``gaps``, in the same random order each time."""
    kept = [i for i in range(n + 1) if i not in gaps]
    random.Random(102).shuffle(kept)
    return kept


def counted_without_the_last(n: int) -> tuple:
    return (Counted(shuffled(n, n)),)


def counted_without_the_last_two(n: int) -> tuple:
    return (Counted(shuffled(n, n - 1, n)),)


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


def called(name: str, source: str) -> str:
    """A solution of the main exercise as one of ``name``."""
    return source.replace("def missing_number(", f"def {name}(")


def scanning(nums: Sequence[int]) -> int:
    """Look for each number in turn."""
    for candidate in range(len(nums)):
        if candidate not in nums:
            return candidate
    return len(nums)


def exclusive_or(nums: Sequence[int]) -> int:
    """Let all pairs cancel."""
    left = len(nums)
    for i, x in enumerate(nums):
        left ^= i ^ x
    return left


XOR = """
def missing_number(nums):
    left = len(nums)
    for i, x in enumerate(nums):
        left ^= i ^ x
    return left
"""
SUM = """
def missing_number(nums):
    n = len(nums)
    return n * (n + 1) // 2 - sum(nums)
"""
SORT = """
def missing_number(nums):
    for i, x in enumerate(sorted(nums)):
        if i != x:
            return i
    return len(nums)
"""
SET = """
def missing_number(nums):
    seen = set(nums)
    for i in range(len(nums) + 1):
        if i not in seen:
            return i
"""
DIFFERENCE = """
def missing_number(nums):
    left = 0
    for i, x in enumerate(nums, 1):
        left += i - x
    return left
"""

missing_number = Exercise(
    difficulty="easy",
    minutes=8,
    groups=[
        Group(
            "no number, or one",
            cases=[case([], gives=0), case([0], gives=1), case([1], gives=0)],
            also=an_int,
            nudge="With n numbers given, n + 1 could be there: 0 to n, both included.",
        ),
        Group(
            "an end is missing",
            cases=[
                case([1, 2, 3], gives=0),
                case([0, 1, 2], gives=3),
                case([2, 3, 1], gives=0),
                case([2, 0, 1], gives=3),
            ],
            inputs=ends_missing,
            oracle=left_out,
            tries=40,
            also=an_int,
            nudge="0 may be missing, and so may n, which is no index of the list.",
        ),
        Group(
            "any order, any gap",
            cases=[case([0, 1, 2, 4, 5], gives=3), case([3, 0, 1], gives=2)],
            inputs=all_but_one,
            oracle=left_out,
            also=an_int,
            nudge="The numbers come in any order.",
        ),
        Group(
            "tuples and ranges",
            cases=[
                case((3, 0, 1), gives=2),
                case((), gives=0),
                case(range(5), gives=5),
                case(range(5, 0, -1), gives=0),
            ],
            inputs=of_all_kinds,
            oracle=left_out,
            tries=40,
            also=an_int,
            nudge="A tuple and a range have a length and can be read, but not changed.",
        ),
        Group(
            "the list stays as it was",
            cases=[case([3, 0, 1], gives=2), case([2, 1, 0], gives=3)],
            inputs=all_but_one,
            oracle=left_out,
            tries=30,
            nudge="Somebody else may still need the list, in its order.",
        ),
        Group(
            "70,000 numbers",
            cases=[
                case(range(LARGE), gives=LARGE),
                case(range(1, LARGE + 1), gives=0),
            ],
            also=an_int,
            nudge="Numbers of a fixed width overflow, and a frame a number is too deep.",
        ),
        Growth(
            "work grows as n, or n log n",
            args=counted_without_the_last,
            sizes=(64, 128, 256, 512),
            exponent=1.4,
            brute=scanning,
            best=exclusive_or,
            nudge="`x in nums` looks at every item of a list. Each comparison counts.",
        ),
    ],
    hints=[
        "Write down `[0, 1, 2, 4, 5]` and next to it what should be there. What could you compute "
        "from both that differs only because of the missing number?",
        "Anything that does not depend on the order will do: a set, a sorted list, a sum, an "
        "exclusive or. Which numbers should be there, if `len(nums)` are given?",
        "All numbers from 0 to `n = len(nums)` add up to `n * (n + 1) // 2`. Or: each number that "
        "is there twice, once given and once expected, cancels itself under `^`.",
        "`n * (n + 1) // 2 - sum(nums)`. Or start with `left = len(nums)`, and for each `i, x` of "
        "`enumerate(nums)` do `left ^= i ^ x`; the indices are 0 to n - 1, so the start stands for "
        "n.",
    ],
    wrong=[
        edited("exclusive or without n", "an end is missing", XOR,
               ("left = len(nums)", "left = 0")),
        edited("n is one too large", "any order, any gap", SUM, ("n = len(nums)",
                                                                 "n = len(nums) + 1")),
        edited("n is the largest number given", "an end is missing", SUM,
               ("n = len(nums)", "n = max(nums, default=0)")),
        edited("expects 1 to n", "an end is missing", SET,
               ("range(len(nums) + 1)", "range(1, len(nums) + 1)"),
               ("            return i\n", "            return i\n    return len(nums) + 1\n")),
        edited("never finds n", "an end is missing", SET,
               ("range(len(nums) + 1)", "range(len(nums))")),
        edited("sorts, and forgets the last case", "an end is missing", SORT,
               ("    return len(nums)\n", "")),
        edited("the last case gives -1", "an end is missing", SORT,
               ("    return len(nums)", "    return -1")),
        edited("0 is no number", "an end is missing", SET,
               ("if i not in seen", "if i and i not in seen")),
        edited("a missing 0 is nothing missing", "an end is missing", XOR,
               ("return left", "return left or len(nums)")),
        edited("no numbers give None", "no number, or one", SUM,
               ("    n =", "    if not nums:\n        return None\n    n =")),
        edited("no numbers raise an error", "no number, or one", SUM,
               ("n = len(nums)", "n = max(len(nums), min(nums))")),
        edited("does not sort first", "any order, any gap", SORT, ("sorted(nums)", "nums")),
        Wrong("looks at neighbours, unsorted", """
def missing_number(nums):
    for before, after in zip(nums, nums[1:]):
        if after - before > 1:
            return before + 1
    return len(nums) if 0 in nums else 0
""", "any order, any gap"),
        Wrong("binary search, unsorted", """
def missing_number(nums):
    low, high = 0, len(nums)
    while low < high:
        middle = (low + high) // 2
        if nums[middle] > middle:
            high = middle
        else:
            low = middle + 1
    return low
""", "any order, any gap"),
        Wrong("exclusive or with a sign for subtraction", """
def missing_number(nums):
    left = len(nums)
    for i, x in enumerate(nums):
        left ^= i - x
    return left
""", "any order, any gap"),
        edited("or in place of exclusive or", "any order, any gap", XOR,
               ("left ^= i ^ x", "left |= i ^ x")),
        edited("right for an even n alone", "any order, any gap", SUM,
               ("n * (n + 1) // 2", "n // 2 * (n + 1)")),
        edited("right for an odd n alone", "any order, any gap", SUM,
               ("n * (n + 1) // 2", "(n + 1) // 2 * n")),
        edited("gives a float", "any order, any gap", SUM, ("//", "/")),
        Wrong("the mean of the others", """
def missing_number(nums):
    return round(len(nums) / 2 * (len(nums) + 1) - sum(nums) / len(nums) * len(nums))
""", "no number, or one"),
        Wrong("knows the examples by heart", """
def missing_number(nums):
    known = {(0, 1, 2, 4, 5): 3, (3, 0, 1): 2, (1, 2, 3): 0, (2, 3, 1): 0}
    return known.get(tuple(nums), len(nums))
""", "any order, any gap"),
        Wrong("a sum kept from one call to the next", """
def missing_number(nums, total=[0]):
    for i, x in enumerate(nums, 1):
        total[0] += i - x
    return total[0]
""", "any order, any gap"),
        Wrong("answers kept by the length", """
seen = {}
def missing_number(nums):
    if len(nums) not in seen:
        seen[len(nums)] = sum(range(len(nums) + 1)) - sum(nums)
    return seen[len(nums)]
""", "any order, any gap"),
        Wrong("sorts the list itself", """
def missing_number(nums):
    if isinstance(nums, list):
        nums.sort()
    else:
        nums = sorted(nums)
    for i, x in enumerate(nums):
        if i != x:
            return i
    return len(nums)
""", "the list stays as it was"),
        Wrong("puts each number at its own index", """
def missing_number(nums):
    nums = nums if isinstance(nums, list) else list(nums)
    for i in range(len(nums)):
        while nums[i] < len(nums) and nums[i] != i:
            j = nums[i]
            nums[i], nums[j] = nums[j], nums[i]
    for i, x in enumerate(nums):
        if i != x:
            return i
    return len(nums)
""", "the list stays as it was"),
        Wrong("adds n to the list", """
def missing_number(nums):
    nums += [len(nums)] if isinstance(nums, list) else (len(nums),)
    left = 0
    for i, x in enumerate(nums[:-1]):
        left ^= i ^ x
    return left ^ nums[-1]
""", "the list stays as it was"),
        edited("needs a list to sort", "tuples and ranges", SORT,
               ("    for", "    nums = nums.copy()\n    nums.sort()\n    for"),
               ("sorted(nums)", "nums")),
        edited("needs a list to add to", "tuples and ranges", SET,
               ("set(nums)", "nums + []")),
        Wrong("marks what it has seen by a sign, and takes it back", """
def missing_number(nums):
    n = len(nums)
    seen_n = False
    for i in range(n):
        x = nums[i] if nums[i] >= 0 else -nums[i] - 1
        if x < n:
            nums[x] = -nums[x] - 1
        else:
            seen_n = True
    answer = next((i for i in range(n) if nums[i] >= 0), n)
    for i in range(n):
        if nums[i] < 0:
            nums[i] = -nums[i] - 1
    return answer
""", "tuples and ranges"),
        Wrong("sums of 32 bits", """
import numpy as np

def missing_number(nums):
    n = np.array([len(nums)], dtype=np.int32)
    total = n * (n + 1) // 2
    return int((total - np.sum(nums, dtype=np.int32))[0])
""", "70,000 numbers"),
        Wrong("marks in 16 bits", """
import numpy as np

def missing_number(nums):
    left = np.array(list(nums), dtype=np.int64).astype(np.uint16)
    every = np.arange(len(nums) + 1).astype(np.uint16)
    return int(np.bitwise_xor.reduce(left) ^ np.bitwise_xor.reduce(every)) if len(nums) else 0
""", "70,000 numbers"),
        Wrong("a frame for each number", """
def missing_number(nums, i=0):
    if i == len(nums):
        return i
    return i - nums[i] + missing_number(nums, i + 1)
""", "70,000 numbers"),
        Wrong("a list of flags of a fixed length", """
def missing_number(nums):
    seen = [False] * 65_536
    for x in nums:
        seen[x] = True
    return seen.index(False)
""", "70,000 numbers"),
        Wrong("looks for each number in the list", """
def missing_number(nums):
    for i in range(len(nums) + 1):
        if i not in nums:
            return i
""", "work grows as n, or n log n"),
        Wrong("takes each number out of a list", """
def missing_number(nums):
    left = list(range(len(nums) + 1))
    for x in nums:
        left.remove(x)
    return left[0]
""", "work grows as n, or n log n"),
        Wrong("counts each number", """
def missing_number(nums):
    return [nums.count(i) for i in range(len(nums) + 1)].index(0)
""", "work grows as n, or n log n"),
        Wrong("two loops, by hand", """
def missing_number(nums):
    for i in range(len(nums) + 1):
        found = False
        for x in nums:
            if x == i:
                found = True
        if not found:
            return i
""", "work grows as n, or n log n"),
        Wrong("sorts by selection", """
def missing_number(nums):
    rest, i = list(nums), 0
    while rest and min(rest) == i:
        rest.remove(i)
        i += 1
    return i
""", "work grows as n, or n log n"),
    ],
    right=[
        Right("exclusive or", XOR),
        Right("the sum", SUM),
        Right("sorted", SORT),
        Right("a set", SET),
        Right("a running difference", DIFFERENCE),
        Right("the difference of two sets", """
def missing_number(nums: list[int]) -> int:
    (answer,) = set(range(len(nums) + 1)).difference(nums)
    return answer
"""),
        Right("a flag for each number", """
def missing_number(nums):
    seen = bytearray(len(nums) + 1)
    for x in nums:
        seen[x] = 1
    return seen.find(0)
"""),
        Right("the bits of one integer", """
def missing_number(nums):
    absent = (1 << len(nums) + 1) - 1
    for x in nums:
        absent ^= 1 << x
    return absent.bit_length() - 1
"""),
        Right("exclusive or by reduce and chain", """
from functools import reduce
from itertools import chain
from operator import xor

def missing_number(nums):
    return reduce(xor, chain(nums, range(len(nums) + 1)), 0)
"""),
        Right("NumPy", """
import numpy as np

def missing_number(nums):
    seen = np.zeros(len(nums) + 1, dtype=bool)
    seen[np.array(list(nums), dtype=np.int64)] = True
    return np.argmin(seen)
"""),
        Right("sorted, and a binary search", """
def missing_number(nums):
    ordered = sorted(nums)
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if ordered[middle] > middle else (middle + 1, high)
    return low
"""),
        Right("bit by bit, keeping the smaller half", """
def missing_number(nums):
    answer, bit, rest, count = 0, 1, list(nums), len(nums) + 1
    while count > 1 or rest:
        even = [x for x in rest if not x & bit]
        expected_even = (count + 1) // 2
        if len(even) < expected_even:
            rest, count = even, expected_even
        else:
            answer |= bit
            rest, count = [x for x in rest if x & bit], count // 2
        bit <<= 1
    return answer
"""),
        Right("a counter", """
from collections import Counter

def missing_number(nums):
    left = Counter(range(len(nums) + 1))
    left.subtract(nums)
    return max(left, key=left.get)
"""),
        Right("halves of a recursion over the values", """
def missing_number(nums):
    def search(low, high, part):
        if high - low == 1:
            return low
        middle = (low + high) // 2
        lower = [x for x in part if x < middle]
        if len(lower) < middle - low:
            return search(low, middle, lower)
        return search(middle, high, [x for x in part if x >= middle])
    return search(0, len(nums) + 1, nums)
"""),
    ],
)

LEAN_XOR = called("missing_number_lean", XOR)
LEAN_SUM = called("missing_number_lean", SUM)
LEAN_DIFFERENCE = called("missing_number_lean", DIFFERENCE)

missing_number_lean = Exercise(
    difficulty="easy",
    minutes=7,
    groups=[
        Group(
            "any order, any gap",
            cases=[
                case([], gives=0),
                case([0], gives=1),
                case([1], gives=0),
                case([0, 1, 2, 4, 5], gives=3),
                case([3, 0, 1], gives=2),
                case(range(LARGE), gives=LARGE),
                case(range(1, 60_001), gives=0),
            ],
            inputs=all_but_one,
            oracle=left_out,
            also=an_int,
            nudge="Try your idea on `[]`, `[0]` and `[1]` with a pencil.",
        ),
        Group(
            "tuples and ranges, and nothing is changed",
            cases=[
                case((3, 0, 1), gives=2),
                case([2, 0, 1], gives=3),
                case(range(5, 0, -1), gives=0),
            ],
            inputs=of_all_kinds,
            oracle=left_out,
            tries=40,
            also=an_int,
            nudge="The input can't serve as your memory: a range can't be written to.",
        ),
        Memory(
            "constant memory",
            args=lambda n: (shuffled(n, 3),),
            sizes=(1_000, 20_000),
            exponent=0.1,
            limit=3.0,
            nudge="Keep one number. A set, a sorted copy, a list of differences all grow with n.",
        ),
        Growth(
            "work grows as n",
            args=counted_without_the_last,
            sizes=(64, 128, 256, 512),
            exponent=1.12,
            brute=scanning,
            best=exclusive_or,
            nudge="Read each number once, or a fixed number of times. `x in nums` reads them all, "
            "and halving the candidates reads all of them for each halving.",
        ),
    ],
    hints=[
        "What can you keep of the numbers read so far, if you may keep one number only?",
        "It must not matter in which order they come. Which operations with two numbers don't "
        "mind the order?",
        "Addition, or exclusive or. Pair each number given with one that should be there: the "
        "indices 0 to n - 1 are such numbers, and n is one more.",
        "`left = 0`, then `left += i - x` for each `i, x` of `enumerate(nums, 1)`: the indices "
        "from 1 to n are all numbers that should be there, since 0 adds nothing. At the end `left` "
        "is the answer. Or `left = len(nums)` and `left ^= i ^ x`, with indices from 0.",
    ],
    wrong=[
        edited("exclusive or without n", "any order, any gap", LEAN_XOR,
               ("left = len(nums)", "left = 0")),
        edited("indices from 1, and n once more", "any order, any gap", LEAN_XOR,
               ("enumerate(nums)", "enumerate(nums, 1)")),
        edited("indices from 0 in a running difference", "any order, any gap", LEAN_DIFFERENCE,
               ("enumerate(nums, 1)", "enumerate(nums)")),
        edited("the difference the wrong way round", "any order, any gap", LEAN_DIFFERENCE,
               ("i - x", "x - i")),
        edited("n is one too large", "any order, any gap", LEAN_SUM,
               ("n = len(nums)", "n = len(nums) + 1")),
        edited("gives a float", "any order, any gap", LEAN_SUM, ("//", "/")),
        edited("a missing 0 is nothing missing", "any order, any gap", LEAN_XOR,
               ("return left", "return left or len(nums)")),
        edited("no numbers raise an error", "any order, any gap", LEAN_SUM,
               ("n = len(nums)", "n = len(nums) + 0 * nums[0]")),
        Wrong("the largest number is n", """
def missing_number_lean(nums):
    most = total = 0
    for x in nums:
        most, total = max(most, x), total + x
    return most * (most + 1) // 2 - total
""", "any order, any gap"),
        Wrong("a total kept from one call to the next", """
left = 0
def missing_number_lean(nums):
    global left
    for i, x in enumerate(nums, 1):
        left += i - x
    return left
""", "any order, any gap"),
        Wrong("multiplies", """
def missing_number_lean(nums):
    should = given = 1
    for i, x in enumerate(nums, 1):
        should *= i
        given *= x or 1
    return should // given if given and should != given else 0
""", "any order, any gap"),
        Wrong("sorts the list itself", """
def missing_number_lean(nums):
    nums.sort()
    for i, x in enumerate(nums):
        if i != x:
            return i
    return len(nums)
""", "tuples and ranges, and nothing is changed"),
        Wrong("puts each number at its own index", """
def missing_number_lean(nums):
    n = len(nums)
    for i in range(n):
        while nums[i] < n and nums[i] != i:
            j = nums[i]
            nums[i], nums[j] = nums[j], nums[i]
    for i in range(n):
        if nums[i] != i:
            return i
    return n
""", "tuples and ranges, and nothing is changed"),
        Wrong("eats the list", """
def missing_number_lean(nums):
    left = 0
    while nums:
        left += len(nums) - nums.pop()
    return left
""", "tuples and ranges, and nothing is changed"),
        Wrong("a set", called("missing_number_lean", SET), "constant memory"),
        Wrong("a sorted copy", called("missing_number_lean", SORT), "constant memory"),
        Wrong("the difference of two sets", """
def missing_number_lean(nums):
    return (set(range(len(nums) + 1)) - set(nums)).pop()
""", "constant memory"),
        Wrong("a list of flags", """
def missing_number_lean(nums):
    seen = [False] * (len(nums) + 1)
    for x in nums:
        seen[x] = True
    return seen.index(False)
""", "constant memory"),
        Wrong("a byte for each number", """
def missing_number_lean(nums):
    seen = bytearray(len(nums) + 1)
    for x in nums:
        seen[x] = 1
    return seen.find(0)
""", "constant memory"),
        Wrong("a bit for each number", """
def missing_number_lean(nums):
    seen = bytearray(len(nums) // 8 + 1)
    for x in nums:
        seen[x >> 3] |= 1 << (x & 7)
    for x in range(len(nums) + 1):
        if not seen[x >> 3] >> (x & 7) & 1:
            return x
""", "constant memory"),
        Wrong("one large integer of bits", """
def missing_number_lean(nums):
    absent = (1 << len(nums) + 1) - 1
    for x in nums:
        absent ^= 1 << x
    return absent.bit_length() - 1
""", "constant memory"),
        Wrong("a list of all differences", """
def missing_number_lean(nums):
    return sum([i - x for i, x in enumerate(nums, 1)])
""", "constant memory"),
        Wrong("a list of what should be there", """
def missing_number_lean(nums):
    return sum(list(range(len(nums) + 1))) - sum(nums)
""", "constant memory"),
        Wrong("halves, copied", """
def missing_number_lean(nums):
    def total(part):
        if len(part) < 2:
            return sum(part)
        middle = len(part) // 2
        return total(part[:middle]) + total(part[middle:])
    return len(nums) * (len(nums) + 1) // 2 - total(nums)
""", "constant memory"),
        Wrong("a NumPy array", """
import numpy as np

def missing_number_lean(nums):
    n = len(nums)
    return n * (n + 1) // 2 - int(np.array(nums, dtype=np.int64).sum())
""", "constant memory"),
        Wrong("an iterator split in two", """
from itertools import tee

def missing_number_lean(nums):
    first, second = tee(nums)
    n = sum(1 for _ in first)
    return n * (n + 1) // 2 - sum(second)
""", "constant memory"),
        Wrong("a frame for each number", """
def missing_number_lean(nums, i=0):
    return i if i == len(nums) else i - nums[i] + missing_number_lean(nums, i + 1)
""", "constant memory"),
        Wrong("looks for each number in the list", """
def missing_number_lean(nums):
    for i in range(len(nums) + 1):
        if i not in nums:
            return i
""", "work grows as n"),
        Wrong("asks for the index of each number", """
def missing_number_lean(nums):
    try:
        for i in range(len(nums) + 1):
            nums.index(i)
    except ValueError:
        return i
""", "work grows as n"),
        Wrong("the next larger number, again and again", """
def missing_number_lean(nums):
    for i in range(len(nums)):
        if min((x for x in nums if x >= i), default=-1) != i:
            return i
    return len(nums)
""", "work grows as n"),
        Wrong("halves the candidates, reads all numbers each time", """
def missing_number_lean(nums):
    low, high = 0, len(nums)
    while low < high:
        middle = (low + high) // 2
        if sum(1 for x in nums if x <= middle) <= middle:
            high = middle
        else:
            low = middle + 1
    return low
""", "work grows as n"),
        Wrong("a product of 31 bits, halved", """
def missing_number_lean(nums):
    n = len(nums)
    return n * (n + 1) % 2**31 // 2 - sum(nums) % 2**31
""", "any order, any gap"),
        Wrong("all pairs", """
def missing_number_lean(nums):
    return next(i for i in range(len(nums) + 1) if all(x != i for x in nums))
""", "work grows as n"),
    ],
    right=[
        Right("exclusive or", LEAN_XOR),
        Right("the sum", LEAN_SUM),
        Right("a running difference", LEAN_DIFFERENCE),
        Right("the sum of a range", """
def missing_number_lean(nums):
    return sum(range(len(nums) + 1)) - sum(nums)
"""),
        Right("exclusive or by reduce and chain", """
from functools import reduce
from itertools import chain
from operator import xor

def missing_number_lean(nums):
    return reduce(xor, chain(range(len(nums) + 1), nums), 0)
"""),
        Right("a sum modulo n + 1, from a generator", """
def missing_number_lean(nums):
    m = len(nums) + 1
    return (m * (m - 1) // 2 - sum(x for x in nums)) % m
"""),
        Right("by index, in a while loop", """
def missing_number_lean(nums):
    left, i = 0, 0
    while i < len(nums):
        left, i = left - nums[i] + i + 1, i + 1
    return left
"""),
        Right("binomial coefficient", """
import math

def missing_number_lean(nums):
    return math.comb(len(nums) + 1, 2) - int(math.fsum(nums))
"""),
        Right("the last of the partial results", """
from collections import deque
from itertools import accumulate

def missing_number_lean(nums):
    n = len(nums)
    steps = accumulate(nums, lambda left, x: left - x, initial=n * (n + 1) // 2)
    return deque(steps, maxlen=1).pop()
"""),
        Right("a closed form for the exclusive or of 0 to n", """
def missing_number_lean(nums):
    n = len(nums)
    left = (n, 1, n + 1, 0)[n % 4]
    for x in nums:
        left ^= x
    return left
"""),
    ],
)

SPLIT_BY_BIT = """
def two_missing(nums):
    n = len(nums) + 1
    both = n ^ (n - 1)
    for i, x in enumerate(nums):
        both ^= i ^ x
    bit = both & -both
    a = 0
    for i in range(n + 1):
        if i & bit:
            a ^= i
    for x in nums:
        if x & bit:
            a ^= x
    b = a ^ both
    return (a, b) if a < b else (b, a)
"""
SPLIT_BY_MEAN = """
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    half = total // 2
    a = half * (half + 1) // 2 - sum(x for x in nums if x <= half)
    return a, total - a
"""
SQUARES = """
from math import isqrt

def two_missing(nums):
    n = len(nums) + 1
    s = n * (n + 1) // 2 - sum(nums)
    q = n * (n + 1) * (2 * n + 1) // 6 - sum(x * x for x in nums)
    d = isqrt(2 * q - s * s)
    return (s - d) // 2, (s + d) // 2
"""


def scanning_for_two(nums: Sequence[int]) -> tuple:
    """Look for each number in turn."""
    return tuple(each for each in range(len(nums) + 2) if each not in nums)


def split_by_mean(nums: Sequence[int]) -> tuple:
    """One of the two is at most their mean, the other is above it."""
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    smaller = 0
    for x in nums:
        if x <= total // 2:
            smaller += x
    smaller = total // 2 * (total // 2 + 1) // 2 - smaller
    return smaller, total - smaller


two_missing = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            "no number, or one",
            cases=[
                case([], gives=(0, 1)),
                case([0], gives=(1, 2)),
                case([1], gives=(0, 2)),
                case([2], gives=(0, 1)),
            ],
            also=two_ints,
            nudge="With n numbers given, n + 2 could be there: 0 to n + 1, both included.",
        ),
        Group(
            "any two, the smaller first",
            cases=[
                case([0, 1, 3, 5], gives=(2, 4)),
                case([4, 0, 3, 1], gives=(2, 5)),
                case((2, 3, 4), gives=(0, 1)),
                case([1, 0, 2], gives=(3, 4)),
                case(range(LARGE), gives=(LARGE, LARGE + 1)),
            ],
            inputs=all_but_two,
            oracle=both_left_out,
            tries=120,
            also=two_ints,
            nudge="Which property tells the two apart, for any two? Their last bit need not.",
        ),
        Memory(
            "constant memory",
            args=lambda n: (shuffled(n, n // 3, n - n // 5),),
            sizes=(1_000, 20_000),
            exponent=0.1,
            limit=3.0,
            nudge="A few numbers are enough. You may read the list twice.",
        ),
        Growth(
            "work grows as n",
            args=counted_without_the_last_two,
            sizes=(64, 128, 256, 512),
            exponent=1.12,
            brute=scanning_for_two,
            best=split_by_mean,
            nudge="Each number is read once or twice, not once for each candidate, nor once for "
            "each halving of the candidates.",
        ),
    ],
    hints=[
        "What does the sum tell you now, and what does the exclusive or? What is still open?",
        "If you knew a way to put the two into different halves, each half would be the old "
        "exercise. You may read the list a second time.",
        "One of the two is at most half of their sum, the other is above it. Or: a bit that is set "
        "in their exclusive or is set in exactly one of the two.",
        "`total = n * (n + 1) // 2 - sum(nums)` with `n = len(nums) + 1` is the sum of the two. "
        "With `half = total // 2`, the numbers from 0 to `half` should add up to "
        "`half * (half + 1) // 2`; what the given ones among them lack is the smaller one.",
    ],
    wrong=[
        edited("splits by the last bit", "any two, the smaller first", SPLIT_BY_BIT,
               ("bit = both & -both", "bit = 1")),
        edited("splits by the whole exclusive or", "any two, the smaller first", SPLIT_BY_BIT,
               ("bit = both & -both", "bit = both")),
        edited("forgets n + 1", "no number, or one", SPLIT_BY_BIT,
               ("both = n ^ (n - 1)", "both = n - 1")),
        edited("expects numbers up to n", "no number, or one", SPLIT_BY_MEAN,
               ("len(nums) + 1", "len(nums)")),
        edited("forgets the last number in a half", "any two, the smaller first", SPLIT_BY_BIT,
               ("for i in range(n + 1)", "for i in range(n)")),
        edited("the larger first", "no number, or one", SPLIT_BY_MEAN,
               ("return a, total - a", "return total - a, a")),
        edited("in the order in which they fall out", "any two, the smaller first", SPLIT_BY_BIT,
               ("return (a, b) if a < b else (b, a)", "return a, b")),
        edited("splits the numbers in the middle", "any two, the smaller first", SPLIT_BY_MEAN,
               ("half = total // 2", "half = n // 2")),
        edited("the half itself is left out", "any two, the smaller first", SPLIT_BY_MEAN,
               ("x <= half", "x < half")),
        edited("the half rounded up", "any two, the smaller first", SPLIT_BY_MEAN,
               ("half = total // 2", "half = (total + 1) // 2")),
        edited("gives floats", "any two, the smaller first", SQUARES,
               ("(s - d) // 2, (s + d) // 2", "(s - d) / 2, (s + d) / 2")),
        edited("the sum of squares one term short", "any two, the smaller first", SQUARES,
               ("(2 * n + 1)", "(2 * n - 1)")),
        edited("the root of the wrong difference", "any two, the smaller first", SQUARES,
               ("2 * q - s * s", "abs(q - s * s)")),
        Wrong("gives a set", """
def two_missing(nums):
    return set(range(len(nums) + 2)) - set(nums)
""", "no number, or one"),
        Wrong("looks for a gap of two", """
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    return total // 2, total - total // 2
""", "any two, the smaller first"),
        Wrong("0 is no number", """
def two_missing(nums):
    first = second = None
    for i in range(len(nums) + 2):
        if i not in nums:
            first, second = (i, second) if not first else (first, i)
    return first, second
""", "no number, or one"),
        Wrong("never finds the last", """
def two_missing(nums):
    found = [i for i in range(len(nums) + 1) if i not in nums]
    return tuple(found)
""", "no number, or one"),
        Wrong("keeps what it found for the next call", """
def two_missing(nums, found=[]):
    seen = set(nums)
    found += [i for i in range(len(nums) + 2) if i not in seen]
    return tuple(found[:2])
""", "no number, or one"),
        Wrong("sorts the list itself", """
def two_missing(nums):
    nums = nums if isinstance(nums, list) else list(nums)
    nums.sort()
    found, i = [], 0
    for x in nums:
        while i < x:
            found.append(i)
            i += 1
        i += 1
    while len(found) < 2:
        found.append(i)
        i += 1
    return tuple(found)
""", "any two, the smaller first"),
        Wrong("sums and squares of 32 bits", """
import numpy as np

def two_missing(nums):
    n = len(nums) + 1
    every, given = np.arange(n + 1, dtype=np.int32), np.array(nums, dtype=np.int32)
    s = int(every.sum(dtype=np.int32) - given.sum(dtype=np.int32))
    q = int((every * every).sum(dtype=np.int32) - (given * given).sum(dtype=np.int32))
    d = int(max(2 * q - s * s, 0) ** 0.5)
    return (s - d) // 2, (s + d) // 2
""", "any two, the smaller first"),
        Wrong("knows the examples by heart", """
def two_missing(nums):
    known = {(): (0, 1), (0,): (1, 2), (1,): (0, 2), (2,): (0, 1), (0, 1, 3, 5): (2, 4),
             (4, 0, 3, 1): (2, 5), (2, 3, 4): (0, 1), (1, 0, 2): (3, 4)}
    return known.get(tuple(nums), (len(nums), len(nums) + 1))
""", "any two, the smaller first"),
        Wrong("the difference of two sets", """
def two_missing(nums):
    return tuple(sorted(set(range(len(nums) + 2)) - set(nums)))
""", "constant memory"),
        Wrong("a list of flags", """
def two_missing(nums):
    seen = [False] * (len(nums) + 2)
    for x in nums:
        seen[x] = True
    return tuple(i for i, there in enumerate(seen) if not there)
""", "constant memory"),
        Wrong("two lists by a bit", """
from functools import reduce
from operator import xor

def two_missing(nums):
    every = [*nums, *range(len(nums) + 2)]
    both = reduce(xor, every)
    a = reduce(xor, [x for x in every if x & (both & -both)])
    return min(a, a ^ both), max(a, a ^ both)
""", "constant memory"),
        Wrong("the product, a number of many digits", """
from math import isqrt

def two_missing(nums):
    n = len(nums) + 1
    s, given, should = n * (n + 1) // 2 - sum(nums), 1, 1
    for x in nums:
        given *= x + 1
    for i in range(n + 1):
        should *= i + 1
    p = should // given                          # (a + 1)(b + 1)
    d = isqrt((s + 2) ** 2 - 4 * p)
    return (s - d) // 2, (s + d) // 2
""", "constant memory"),
        Wrong("a list of the lower half", """
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    half = total // 2
    smaller = half * (half + 1) // 2 - sum([x for x in nums if x <= half])
    return smaller, total - smaller
""", "constant memory"),
        Wrong("halves the candidates for the smaller, reads all numbers each time", """
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    low, high = 0, (total - 1) // 2
    while low < high:
        middle = (low + high) // 2
        if sum(1 for x in nums if x <= middle) <= middle:
            high = middle
        else:
            low = middle + 1
    return low, total - low
""", "work grows as n"),
        Wrong("looks for each number in the list", """
def two_missing(nums):
    return tuple(i for i in range(len(nums) + 2) if i not in nums)
""", "work grows as n"),
        Wrong("tries each first number with the sum", """
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    for a in range(total // 2 + 1):
        if a not in nums and a < total - a <= n and total - a not in nums:
            return a, total - a
""", "work grows as n"),
    ],
    right=[
        Right("two halves by a bit", SPLIT_BY_BIT),
        Right("two halves by the mean", SPLIT_BY_MEAN),
        Right("sum and sum of squares", SQUARES),
        Right("the highest bit, and both halves at once", """
def two_missing(nums: list[int]) -> list[int]:
    both = 0
    for x in nums:
        both ^= x
    for x in range(len(nums) + 2):
        both ^= x
    bit = 1 << both.bit_length() - 1
    halves = [0, 0]
    for x in nums:
        halves[x & bit > 0] ^= x
    for x in range(len(nums) + 2):
        halves[x & bit > 0] ^= x
    return sorted(halves)
"""),
        Right("halves by the mean, exclusive or in each", """
from functools import reduce
from operator import xor

def two_missing(nums):
    m = len(nums) + 2
    middle = (m * (m - 1) // 2 - sum(nums)) // 2
    small = reduce(xor, (x for x in nums if x <= middle), 0)
    large = reduce(xor, (x for x in nums if x > middle), 0)
    return (reduce(xor, range(middle + 1), small), reduce(xor, range(middle + 1, m), large))
"""),
        Right("running sums and squares, integer root by hand", """
def two_missing(nums):
    s = q = 0
    for i, x in enumerate(nums):
        s += i - x
        q += i * i - x * x
    for i in (len(nums), len(nums) + 1):
        s += i
        q += i * i
    low, high = 0, len(nums) + 2
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle * middle <= 2 * q - s * s else (low, middle - 1)
    return [(s - low) // 2, (s + low) // 2]
"""),
        Right("a generator of the halves, divmod", """
def lacking(nums, low, high):
    yield from range(low, high + 1)
    yield from (-x for x in nums if low <= x <= high)

def two_missing(nums):
    last = len(nums) + 1
    half, _ = divmod(sum(lacking(nums, 0, last)), 2)
    return sum(lacking(nums, 0, half)), sum(lacking(nums, half + 1, last))
"""),
    ],
)
