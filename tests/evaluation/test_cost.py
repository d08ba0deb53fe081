"""What a reader costs: a real process for the rules, and the table with models whose figures stand in the test."""

from __future__ import annotations

from pathlib import Path

import pytest

import evaluation.cost as measure
from evaluation.cost import FIRST, RULES, Cost, cost, table
from policy_nlp.learning.cards import Card, Kind, write_card


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(FIRST["zh"] * 3, encoding="utf-8")
    return path


def model(folder: Path, kind: Kind, *languages: str) -> str:
    write_card(folder, Card(folder.name, kind, languages, ("task",), 0, "0" * 64))
    return str(folder)


def test_a_process_of_its_own_tells_what_the_rules_cost(plan: Path) -> None:
    found = cost(RULES, plan, rounds=1)
    assert 0 < found.work < found.start < 120 and found.speed > 0 and 10 < found.memory < 4000


def test_each_model_is_held_against_the_rules_of_its_language(
    tmp_path: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = {RULES: Cost(1.0, 0.5, 50_000.0, 60.0), "small": Cost(5.0, 2.5, 10_000.0, 300.0)}
    monkeypatch.setattr(measure, "cost", lambda model, file, rounds: figures[Path(model).name])
    models = [model(tmp_path / "small", Kind.SPACY, "zh"), model(tmp_path / "other", Kind.TRANSFORMERS, "en")]
    assert list(table([plan], models, rounds=1))[2:] == [
        "| plan | rules | 1.0 | 0.5 | 50,000 | 1.0000 | 60 |",
        "| plan | rules + spacy: small | 5.0 | 2.5 | 10,000 | 0.2000 | 300 |",
    ]
