"""What other systems write is scored as if it were ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.errors import InputError
from policy_nlp.schema import Document
from policy_nlp.scoring import evaluate
from policy_nlp.scoring.cases import cases
from policy_nlp.scoring.foreign import as_ours
from tests.scoring.conftest import TEXT
from tests.scoring.test_evaluation import write_gold


def extraction(label: str, quote: str, **attributes: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    place = {"start_pos": start, "end_pos": start + len(quote)}
    head = {"extraction_class": label, "extraction_text": quote, "char_interval": place}
    return head | {"alignment_status": "match_exact", "attributes": attributes or None}


FIRST = "（一）2024年底前，高层建筑自查率达到100%。（市消防救援支队牵头，市住建局配合）"
SECOND = "（二）每季度抽查一次，不少于20家。（市商务局牵头）"
FOUND = [
    extraction("plan", "某市消防整治方案"),
    extraction("Task", FIRST),
    extraction("task", SECOND, id="second"),
    extraction("牵头单位", "市消防救援支队"),
    extraction("organization", "市住建局"),
    extraction("organization", "市商务局", role="lead", task="second"),
    extraction("deadline", "2024年底前", value="2024-12-31"),
    extraction("deadline", "每季度", value="FREQ=MONTHLY;INTERVAL=3"),
    extraction("target", "自查率达到100%", op="=", value=100, unit="%"),
    extraction("target", "不少于20家"),
    extraction("mood", "整治"),
]


@pytest.fixture
def langextract(tmp_path: Path, gold: Document) -> Path:
    """A file as LangExtract saves it; the id is one that it made up."""
    write_gold(tmp_path / "gold", gold)
    lost = {"extraction_class": "deadline", "extraction_text": "年末", "char_interval": None, "attributes": None}
    path = tmp_path / "langextract.jsonl"
    data = {"extractions": [*FOUND, lost], "text": TEXT, "document_id": "doc_4711"}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def test_langextract_is_matched_by_its_text(langextract: Path) -> None:
    micro = evaluate(langextract.parent / "gold", pred_path=langextract)["micro"]
    perfect = ("task_span", "unit_lead", "unit_co", "deadline_value", "deadline_reading", "target_span", "unit_link")
    assert {layer: micro[layer]["f1"] for layer in perfect} == dict.fromkeys(perfect, 1.0)
    # No value was given for the second target.
    assert (micro["target_value"]["pred"], micro["target_value"]["tp"]) == (2, 1)
    assert micro["sections"]["pred"] == 0


def test_what_has_no_place_is_told(langextract: Path) -> None:
    (pred,) = cases(langextract.parent / "gold", pred_path=langextract).pred.values()
    assert [note.code for note in pred.diagnostics] == ["unplaced_extractions"]
    assert "1" in pred.diagnostics[0].message["en"]


@pytest.mark.parametrize("name", ["spans", "entities", "ents"])
def test_lists_of_labeled_spans(name: str) -> None:
    spans = [
        {"start": 0, "end": 9, "label": "TASK"},
        {"start": 1, "end": 5, "type": "ORG"},
        {"start": 5, "end": 7, "label": "X"},
    ]
    ours = as_ours({"id": "a", name: spans})
    assert ours["units"] == [{"span": [1, 5], "role": "co", "tasks": ["t1"]}]
    assert [task["span"] for task in ours["tasks"]] == [(0, 9)]


def test_a_document_of_spacy_is_matched_by_its_text(tmp_path: Path, gold: Document) -> None:
    spacy = pytest.importorskip("spacy")
    document = spacy.blank("zh")(TEXT)
    start = TEXT.index("市商务局")
    document.set_ents([document.char_span(start, start + 4, label="ORG")])
    path = tmp_path / "spacy.jsonl"
    path.write_text(json.dumps(document.to_json()), encoding="utf-8")
    assert evaluate(write_gold(tmp_path / "gold", gold), pred_path=path)["micro"]["unit_span"]["tp"] == 1


def test_a_mention_belongs_to_the_innermost_task_around_it() -> None:
    spans = [{"start": 0, "end": 90, "label": "task"}, {"start": 10, "end": 40, "label": "task"}]
    within, beside = ({"start": start, "end": start + 4, "label": "deadline"} for start in (20, 95))
    found = as_ours({"id": "a", "spans": [*spans, within, beside]})["deadlines"]
    assert [one["task"] for one in found] == ["t2", None]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2026-12-31", "by"),
        ("2026-01-01/2026-12-31", "period"),
        ("FREQ=YEARLY", "recurring"),
        ("P90D", "relative"),
        (None, "by"),
    ],
)
def test_the_kind_of_a_deadline_is_told_by_its_value(value: str | None, kind: str) -> None:
    (found,) = as_ours({"id": "a", "spans": [{"start": 0, "end": 4, "label": "date", "value": value}]})["deadlines"]
    assert found["kind"] == kind


def test_our_own_form_is_left_alone() -> None:
    data = {"id": "a", "language": "zh", "tasks": []}
    assert as_ours(data) is data


@pytest.mark.parametrize(
    "spans", [[{"start": "x", "end": 3, "label": "org"}], ["a"], [{"start": 0, "end": 99999, "label": "org"}]]
)
def test_broken_spans_are_named(tmp_path: Path, gold: Document, spans: list[Any]) -> None:
    path = tmp_path / "fire.json"
    path.write_text(json.dumps({"id": "fire", "spans": spans}), encoding="utf-8")
    with pytest.raises(InputError, match=r"fire\.json"):
        evaluate(write_gold(tmp_path / "gold", gold), pred_path=path)
