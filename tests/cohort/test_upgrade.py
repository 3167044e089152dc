"""A cohort that an earlier version of the course has graded asks for no mark again."""

from __future__ import annotations

import json
import re

from helpers.small_class import SOLVED, WORDS, new_class

PLAIN = "First this,\n\nthen that."
MARKUP = (
    "If a<b then <b>R&D</b> &amp; data: x, see script:alert(1), &lt;i&gt; [a](https://example.org)"
)


def escaped(markdown: str) -> str:
    """How an earlier version stored what students write."""
    text = re.sub(r"&(?=[#A-Za-z])", "&amp;", markdown)
    text = re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)
    return re.sub(r"(?i)(script|data|file)\s*:(?!//)", r"\1&#58; ", text)


def test_essays_that_an_earlier_version_stored_are_marked_once(tmp_path):
    made = new_class(tmp_path / "spring")
    made.mle("release", "3_system_design")
    essays = {"plain": PLAIN, "markup": MARKUP.replace(": ", ":"), "changed": PLAIN}
    for student, text in essays.items():
        made.hand_in(student, "3_system_design", WORDS, **SOLVED, essay_words=text)
    made.mle("grade")
    with made.gradebook() as gradebook:
        for student in essays:
            mark = gradebook.find_grade("essay_words", WORDS, "3_system_design", student)
            mark.manual_score, mark.needs_manual_grade = 4, False
        gradebook.db.commit()
    for student, text in essays.items():
        path = made.root / "autograded" / student / "3_system_design" / f"{WORDS}.ipynb"
        notebook = json.loads(path.read_bytes())
        [essay] = [cell for cell in notebook["cells"] if cell["id"] == "essay_words"]
        essay["source"] = escaped(text)
        del essay["metadata"]["autograder"]["handed_in"]
        path.chmod(0o644)
        path.write_text(json.dumps(notebook))
    made.hand_in("changed", "3_system_design", WORDS, **SOLVED, essay_words=f"{PLAIN} And more.")
    made.mle("grade", "--force")
    with made.gradebook() as gradebook:
        waiting = {
            student: gradebook.find_grade(
                "essay_words", WORDS, "3_system_design", student
            ).needs_manual_grade
            for student in essays
        }
    assert waiting == {"plain": False, "markup": False, "changed": True}
