"""`train`: models of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.interchange import dumps, to_json
from policy_nlp.learning.cards import read_card
from policy_nlp.pipeline import parse

from .conftest import Run

PLAN = """# {place} Plan

- Open six hubs in {place} by June 2025.
- The Council will inspect at least 40 sites annually.
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    for split, place in (("train", "Moss"), ("dev", "Fern")):
        (folder / split).mkdir(parents=True)
        text = PLAN.format(place=place)
        (folder / split / f"{place}.txt").write_text(text, encoding="utf-8")
        document = dumps(to_json(parse(text, language="en", id=place)))
        (folder / split / f"{place}.gold.json").write_text(document, encoding="utf-8")
    return folder


SHORT = ("--epochs", "1", "--device", "cpu")


def test_one_language_fills_the_folder_itself(run: Run, gold: Path, tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="needs policy-nlp[spacy]")
    folder = tmp_path / "model"
    done = run("-v", "train", "spacy", "--corpus", gold, "-o", folder, "--language", "en", "--seed", "5", *SHORT)
    assert done.exit_code == 0, done.output
    assert f"{folder}: trained on 1 documents, held back 1" in done.stderr
    assert "epoch 1 of 1" in done.stderr
    assert done.stdout == ""
    card = read_card(folder)
    assert (card.languages, card.seed, card.name) == (("en",), 5, "model-en")
    assert "| deadlines |" in (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_without_a_language_each_has_a_folder(run: Run, gold: Path, tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="needs policy-nlp[spacy]")
    done = run("--lang", "zh", "train", "spacy", "--corpus", gold, "-o", tmp_path / "models", *SHORT)
    assert done.exit_code == 0, done.output
    assert "| 时限 |" in (tmp_path / "models" / "en" / "README.md").read_text(encoding="utf-8")


def test_a_folder_that_holds_something_is_left_alone(run: Run, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "notes.txt").write_text("mine", encoding="utf-8")
    done = run("train", "spacy", "--corpus", gold, "-o", tmp_path / "model", *SHORT)
    assert done.exit_code == 2
    assert f"{tmp_path / 'model'}: there is something in this folder already" in done.stderr
    assert [path.name for path in (tmp_path / "model").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(("language", "status"), [("zh", 2), ("fr", 2)])
def test_a_language_without_documents_is_refused(
    run: Run, gold: Path, tmp_path: Path, language: str, status: int
) -> None:
    done = run("train", "spacy", "--corpus", gold, "-o", tmp_path / "model", "--language", language)
    assert done.exit_code == status
    assert not (tmp_path / "model").exists()


def test_a_broken_gold_file_is_named(run: Run, gold: Path, tmp_path: Path) -> None:
    (gold / "dev" / "Fern.gold.json").write_text("{", encoding="utf-8")
    done = run("train", "spacy", "--corpus", gold, "-o", tmp_path / "model", *SHORT)
    assert done.exit_code == 2
    assert "Fern.gold.json: line 1" in done.stderr
    assert not (tmp_path / "model").exists()
