"""The mutation run notices a change that the checks let through."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "mutation"))

import mutate


@pytest.fixture
def somewhere(tmp_path, monkeypatch):
    """Where the report goes, of the mutants of one exercise alone."""
    few = [each for each in mutate.mutants("107") if each.exercise == "merge_lists"]
    monkeypatch.setattr(mutate, "mutants", lambda lesson: few)
    monkeypatch.setattr(mutate, "REPORT", tmp_path / "mutation.md")
    return tmp_path / "mutation.md"


def test_every_survivor_is_explained(somewhere, capsys):
    assert mutate.main(["107"]) == 0
    text = somewhere.read_text()
    assert "| 107_merge_sorted | merge_lists |" in text
    assert "Places grow by one, so they meet the end." in text
    assert "not explained" not in text


def test_a_survivor_without_an_explanation_is_a_hole(somewhere, monkeypatch, capsys):
    (survivor,) = [each for each in mutate.mutants("107") if "j != len(b)" in each.now]
    monkeypatch.setattr(mutate, "mutants", lambda lesson: [survivor])
    monkeypatch.setattr(mutate, "explanations", dict)
    assert mutate.main(["107"]) == 1
    assert "`while i < len(a) and j < len(b):` → `while i < len(a) and j != len(b):`" in (
        somewhere.read_text()
    )
    assert "not explained" in capsys.readouterr().out


def test_queries_are_mutated_too():
    made = list(mutate.mutants("110"))
    assert any("LEFT JOIN" in each.was and "LEFT" not in each.now for each in made)
    assert any(each.exercise == "backfill" for each in made)
