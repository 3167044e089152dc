"""Answers that share much are shown to be read; what a class has in common is no hint."""

from __future__ import annotations

import re

from helpers.small_class import NUMBERS, SOLVED, new_class

from autograder.cohort.programs import similar, tokens

UNUSUAL = '''\
def double(n):
    """Twice n, bit by bit."""
    result, carry = 0, 0  # from the lowest bit
    for place in range(abs(n).bit_length() + 2):
        bit = abs(n) >> place & 1
        total = bit + bit + carry
        result |= (total & 1) << place
        carry = total >> 1
    return -result if n < 0 else result
'''
RENAMED = re.sub(r"\bplace\b", "i", UNUSUAL).replace("result", "out").replace("carry", "rest")
RENAMED = re.sub(r'    """.*"""\n', "", RENAMED).replace("  # from the lowest bit", "")
OTHER = """\
def double(n):
    steps = []
    while len(steps) < 2:
        steps.append(n)
    answer = 0
    for step in steps:
        answer = answer + step
    print("done", len(steps), answer)
    return answer
"""


def test_a_renamed_copy_without_comments_is_shown_with_its_passage():
    [pair] = similar({"ada": UNUSUAL, "bela": RENAMED, "cher": OTHER}, [])
    assert (pair.one, pair.other) == ("ada", "bela")
    assert pair.share == 1
    assert ["bit = abs(n) >> place & 1" in text for text in pair.passages[0]] == [True]
    assert ["bit = abs(n) >> i & 1" in text for text in pair.passages[1]] == [True]


def test_common_ground_and_what_was_handed_out_are_no_hint():
    many = {f"s{number}": UNUSUAL for number in range(5)}
    assert not similar(many | {"cher": OTHER}, [])
    assert not similar({"ada": UNUSUAL, "bela": RENAMED}, [UNUSUAL])


def test_short_answers_are_no_hint():
    short = "def double(n):\n    return n + n"
    assert not similar({"ada": short, "bela": short}, [])


def test_queries_are_compared_word_by_word():
    query = 'q = """\nSELECT month, count(*) AS orders, sum(price * quantity) AS gmv\n'
    query += "FROM transactions JOIN products ON products.id = transactions.product_id\n"
    query += 'WHERE month >= DATE \'2020-01-01\' GROUP BY month ORDER BY month\n"""'
    [pair] = similar({"ada": query, "bela": query.replace("SELECT", "select")}, [])
    assert pair.share == 1


def test_a_text_that_is_no_python_is_read_as_far_as_it_can_be():
    assert [token.text for token in tokens("x = (1,\n")] == ["name", "=", "(", "1", ","]
    assert tokens("") == []


def test_the_command_shows_pairs_and_accuses_nobody(tmp_path):
    made = new_class(tmp_path / "spring")
    made.mle("assign", "week1", NUMBERS)
    made.mle("release", "week1")
    for student, double in (("ada", UNUSUAL), ("bela", RENAMED), ("cher", SOLVED["double"])):
        made.hand_in(student, "week1", NUMBERS, **SOLVED | {"double": double})
    made.mle("grade")
    said = made.mle("similar")
    assert f"week1, {NUMBERS}, double: ada and bela share 100% of what the class" in said
    assert "        bit = abs(n) >> place & 1" in said and "        bit = abs(n) >> i & 1" in said
    assert "sign: " not in said and "No mark depends on this." in said
