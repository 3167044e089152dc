"""The mutation run notices a change that the checks let through."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "mutation"))

import mutate


@pytest.fixture
def somewhere(tmp_path, monkeypatch):
    """Where the report goes, of the mutants of one exercise alone."""
    few = [each for each in mutate.mutants("102") if each.exercise == "missing_number"]
    monkeypatch.setattr(mutate, "mutants", lambda lesson: few)
    monkeypatch.setattr(mutate, "REPORT", tmp_path / "mutation.md")
    return tmp_path / "mutation.md"


def test_every_survivor_is_explained(somewhere, capsys):
    assert mutate.main(["102"]) == 0
    text = somewhere.read_text()
    assert "| 102_missing_number | missing_number |" in text
    assert "It returns before, since one of the first n + 1 numbers is missing." in text
    assert "not explained" not in text


def test_a_survivor_without_an_explanation_is_a_hole(somewhere, monkeypatch, capsys):
    monkeypatch.setattr(mutate, "explanations", dict)
    assert mutate.main(["102"]) == 1
    change = "`for candidate in range(len(nums) + 1):` → `for candidate in range(len(nums) + 2):`"
    assert change in somewhere.read_text()
    assert "not explained" in capsys.readouterr().out


def test_queries_are_mutated_too():
    made = list(mutate.mutants("110"))
    assert any("LEFT JOIN" in each.was and "LEFT" not in each.now for each in made)
    assert any(each.exercise == "backfill" for each in made)
