"""Genre, layout and split come from the gold file or from a manifest near it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.schema import Document
from policy_nlp.scoring import evaluate
from tests.scoring.test_evaluation import write_gold


@pytest.fixture
def corpus(tmp_path: Path, gold: Document) -> Path:
    """Three documents in a folder below their manifest."""
    listed = [
        {"id": "a", "genre": "three-year plan", "layout": ["inline", "table"], "split": "dev"},
        {"id": "b", "genre": "notice", "layout": "table", "split": "test"},
    ]
    for name in "abc":
        write_gold(tmp_path / "zh", replace(gold, id=name))
    (tmp_path / "manifest.json").write_text(json.dumps({"documents": listed}), encoding="utf-8")
    return tmp_path


def test_figures_are_grouped_by_what_the_manifest_says(corpus: Path) -> None:
    result = evaluate(corpus, pred_path=corpus)
    groups = result["groups"]
    assert {trait: {name: group["documents"] for name, group in found.items()} for trait, found in groups.items()} == {
        "language": {"zh": 3},
        "genre": {"notice": 1, "three-year plan": 1},
        "layout": {"inline": 1, "table": 2},
        "split": {"dev": 1, "test": 1},
    }
    assert groups["layout"]["table"]["micro"]["task_span"]["gold"] == 4
    assert [one.get("genre") for one in result["documents"]] == [["three-year plan"], ["notice"], None]


def test_the_manifest_is_found_from_a_folder_below_it(corpus: Path) -> None:
    assert set(evaluate(corpus / "zh", pred_path=corpus / "zh")["groups"]["genre"]) == {"notice", "three-year plan"}


def test_what_gold_says_itself_comes_first(corpus: Path) -> None:
    path = corpus / "zh" / "a.gold.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"genre": "work points"}), encoding="utf-8")
    assert "work points" in evaluate(corpus, pred_path=corpus)["groups"]["genre"]


def test_a_split_is_scored_alone(corpus: Path) -> None:
    assert [one["id"] for one in evaluate(corpus, pred_path=corpus, split="dev")["documents"]] == ["a"]
    with pytest.raises(InputError, match="no_such_split"):
        evaluate(corpus, pred_path=corpus, split="train")


@pytest.mark.parametrize("content", ['{"files": []}', '["a"]', '[{"name": "a"}]', "3"])
def test_a_manifest_of_another_form_is_named(corpus: Path, content: str) -> None:
    (corpus / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="not_a_manifest"):
        evaluate(corpus, pred_path=corpus)
