"""A model beside the rules in a spaCy pipeline, with one whose finds stand in the test."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy is an extra")

import spacy

import policy_nlp.learning.hybrid.loading as loading
from policy_nlp.errors import InputError
from policy_nlp.learning.cards import Card, Kind, write_card
from policy_nlp.learning.predictions import Layer, PredictedSpan
from tests.components.pipelines import pipeline

TEXT = "县泵站改造方案\n\n一、改造泵站，泵站管护组每季度巡查一次。\n"
OWN = "key\tkind\tlevel\tzh\tzh_short\nour.team\tdepartment\tcounty\t县泵站管护工作组\t泵站管护组\n"


@dataclass(frozen=True)
class Told:
    """Finds one body."""

    name: str = "told"
    languages: frozenset[str] = frozenset({"zh"})

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        at = text.find("泵站管护组")
        return (PredictedSpan(at, at + 5, Layer.UNIT, "actor", 0.9),) if at >= 0 else ()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    made = tmp_path / "model"
    made.mkdir()
    write_card(made, Card("told", Kind.SPACY, ("zh",), ("unit",), 0, "0" * 64))
    (made / "policies.toml").write_text('[zh.unit]\npolicy = "fill"\nscore = 0.5\n', encoding="utf-8")
    monkeypatch.setattr(loading, "load_predictor", lambda home, *, language: Told())
    return str(made)


def found(nlp: Any) -> list[tuple[str, str | None, str | None]]:
    doc = nlp(TEXT)
    return [(span.text, span._.policy.name, span._.policy.rule) for span in doc.spans["policy_units"]]


def test_what_the_model_finds_stands_in_the_group(folder: str) -> None:
    assert ("泵站管护组", "model:told") in [(text, rule) for text, _, rule in found(pipeline("zh", model=folder))]
    assert "model:told" not in [rule for _, _, rule in found(pipeline("zh"))]


def test_it_is_named_by_bodies_of_ones_own(folder: str, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text(OWN, encoding="utf-8")
    nlp = pipeline("zh", model=folder, language="zh")
    nlp.get_pipe("policy_nlp").add_bodies(tmp_path / "own.tsv")
    assert ("泵站管护组", "县泵站管护工作组", "model:told") in found(nlp)


def test_a_pipeline_keeps_the_place_of_its_model(folder: str, tmp_path: Path) -> None:
    nlp = pipeline("zh", model=folder)
    nlp.to_disk(tmp_path / "pipeline")
    assert found(spacy.load(tmp_path / "pipeline")) == found(nlp)
    Path(folder).rename(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="no_such_file"):
        spacy.load(tmp_path / "pipeline")
    moved = {"components.policy_nlp.model": str(tmp_path / "elsewhere")}
    assert found(spacy.load(tmp_path / "pipeline", config=moved)) == found(nlp)


def test_a_model_that_is_none_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no_such_file"):
        pipeline("zh", model=str(tmp_path / "none"))
    with pytest.raises(InputError):
        pipeline("zh", model=str(tmp_path), language="zh")
