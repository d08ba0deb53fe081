"""Files and folders, matched by id; and what is said about those that cannot be scored."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.errors import InputError
from policy_nlp.interchange import to_json
from policy_nlp.schema import Document
from policy_nlp.scoring import evaluate, score

Edit = Callable[[dict[str, Any]], object]


def write_gold(folder: Path, document: Document) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{document.id}.txt").write_bytes(document.text.encode("utf-8-sig"))
    path = folder / f"{document.id}.gold.json"
    path.write_text(json.dumps(to_json(document), ensure_ascii=False), encoding="utf-8")
    return path


def write_pred(path: Path, *documents: Document) -> Path:
    path.parent.mkdir(exist_ok=True)
    lines = [json.dumps(to_json(document), ensure_ascii=False) for document in documents]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_one_file_against_one_file(tmp_path: Path, gold: Document, pred: Document) -> None:
    result = evaluate(write_gold(tmp_path / "gold", gold), pred_path=write_pred(tmp_path / "fire.json", pred))
    expected = score(gold, pred)
    (document,) = result["documents"]
    assert (document["id"], document["language"], document["layers"]) == ("fire", "zh", expected)
    assert document["segmentation"]["window_diff"] > 0 == result["macro"]["unit_co"]["f1"]
    assert result["errors"]["deadline"] == {"missed": 1}
    assert result["micro"] == result["macro"] == result["languages"]["zh"] == expected
    assert "intervals" not in result


def test_folders_are_matched_by_id(tmp_path: Path, gold: Document, pred: Document) -> None:
    for name in ("a", "b", "only-gold"):
        write_gold(tmp_path / "gold", replace(gold, id=name))
    for name in ("b", "a", "only-pred"):
        write_pred(tmp_path / "pred" / f"{name}-2.json", replace(pred, id=name))
    result = evaluate(tmp_path / "gold", pred_path=tmp_path / "pred")
    assert [item["id"] for item in result["documents"]] == ["a", "b"]
    assert result["unmatched"] == {"gold": ["only-gold"], "pred": ["only-pred"]}
    assert result["micro"]["task_span"] == {"p": 0.5, "r": 0.5, "f1": 0.5, "gold": 4, "pred": 4, "tp": 2}


def test_json_lines_hold_many_predictions(tmp_path: Path, gold: Document, pred: Document) -> None:
    names = ("a", "b", "c", "d", "e")
    for name in names:
        write_gold(tmp_path / "gold", replace(gold, id=name))
    lines = write_pred(tmp_path / "all.jsonl", *(replace(pred, id=name) for name in names))
    result = evaluate(tmp_path / "gold", pred_path=lines)
    assert result["intervals"]["task_span"]["f1"] == [0.5, 0.5]
    assert result["groups"]["language"]["zh"]["intervals"] == result["intervals"]


def test_an_extraction_with_its_text_stands_in_for_gold(tmp_path: Path, gold: Document) -> None:
    path = tmp_path / "fire.json"
    path.write_text(json.dumps(to_json(gold, with_text=True), ensure_ascii=False), encoding="utf-8")
    assert evaluate(path, pred_path=path)["micro"]["task_span"]["f1"] == 1.0


def test_a_folder_agrees_with_itself(tmp_path: Path, gold: Document) -> None:
    write_gold(tmp_path, gold)
    assert evaluate(tmp_path, pred_path=tmp_path)["micro"]["unit_lead"]["f1"] == 1.0


def test_line_ends_are_left_untouched(tmp_path: Path, gold: Document) -> None:
    path = write_gold(tmp_path, replace(gold, text=gold.text.replace("\n", "\r"), units=(), deadlines=()))
    assert evaluate(path, pred_path=path)["micro"]["task_span"]["f1"] == 1.0


def test_two_systems_are_held_against_each_other(tmp_path: Path, gold: Document, pred: Document) -> None:
    for name in "abcdef":
        write_gold(tmp_path / "gold", replace(gold, id=name))
    good = write_pred(tmp_path / "good.jsonl", *(replace(gold, id=name) for name in "abcdef"))
    bad = write_pred(tmp_path / "bad.jsonl", *(replace(pred, id=name) for name in "abcdez"))
    against = evaluate(tmp_path / "gold", pred_path=good, against=bad)["against"]
    assert (against["documents"], against["path"]) == (5, str(bad))
    assert against["layers"]["task_span"] == {
        "f1": 1.0,
        "other": 0.5,
        "delta": 0.5,
        "interval": [0.5, 0.5],
        "p_value": 0.0625,
    }


def fault(code: str, gold: Path, pred: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        evaluate(gold, pred_path=pred)
    assert caught.value.code == code
    return caught.value


@pytest.mark.parametrize(
    ("code", "place", "edit"),
    [
        ("span_outside_text", "plans[0]", lambda data: data["plans"][0].update(span=[0, 9999])),
        ("quote_differs", "units[1]", lambda data: data["units"][1].update(quote="市公安局")),
        ("broken", "", lambda data: data["sections"][0].update(type="appendix")),
        ("broken", "", lambda data: data["tasks"][0].update(span=[5, 5])),
        ("not_a_document", "", lambda data: data.pop("id")),
        ("no_id_matches", "", lambda data: data.update(id="flood")),
    ],
)
def test_a_broken_prediction_is_named(tmp_path: Path, gold: Document, code: str, place: str, edit: Edit) -> None:
    data = to_json(gold)
    edit(data)
    path = tmp_path / "fire.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    error = fault(code, write_gold(tmp_path / "gold", gold), path)
    assert (error.path, error.place) == (str(path), place)


def test_gold_that_names_an_unknown_task(tmp_path: Path, gold: Document) -> None:
    path = write_gold(tmp_path, replace(gold, targets=(replace(gold.targets[0], task="t9"),)))
    assert fault("task_unknown", path, path).place == "targets[0]"


def test_broken_json_is_located(tmp_path: Path, gold: Document) -> None:
    path = tmp_path / "fire.json"
    path.write_text('{"id": "fire",\n "plans": [}', encoding="utf-8")
    assert fault("json_broken", write_gold(tmp_path / "gold", gold), path).place == "line 2, column 12"


def test_a_broken_line_is_located(tmp_path: Path, gold: Document) -> None:
    path = write_pred(tmp_path / "all.jsonl", gold)
    path.write_text(path.read_text(encoding="utf-8") + "\n{oops", encoding="utf-8")
    assert fault("json_broken", write_gold(tmp_path / "gold", gold), path).place == "line 2, column 2"


def test_gold_without_its_text(tmp_path: Path, gold: Document) -> None:
    path = write_gold(tmp_path, gold)
    (tmp_path / "fire.txt").unlink()
    assert fault("gold_without_text", path, path).fields == {"expected": "fire.txt"}


def test_text_in_another_encoding(tmp_path: Path, gold: Document) -> None:
    path = write_gold(tmp_path, gold)
    (tmp_path / "fire.txt").write_bytes(gold.text.encode("gb18030"))
    assert fault("wrong_encoding", path, path).place == "byte 2"


def test_an_id_must_not_come_twice(tmp_path: Path, gold: Document) -> None:
    path = write_gold(tmp_path / "gold", gold)
    assert fault("id_twice", path, write_pred(tmp_path / "all.jsonl", gold, gold)).place == "line 2"


def test_nothing_to_score(tmp_path: Path, gold: Document) -> None:
    (tmp_path / "empty").mkdir()
    path = write_gold(tmp_path / "gold", gold)
    fault("no_documents", tmp_path / "empty", path)
    fault("no_such_file", path, tmp_path / "nowhere")


@pytest.mark.parametrize("run", [False, True])
def test_either_predictions_or_a_run(tmp_path: Path, gold: Document, run: bool) -> None:
    path = write_gold(tmp_path, gold)
    with pytest.raises(ValueError, match="either"):
        evaluate(path, pred_path=path if run else None, run=run)


def test_a_run_extracts_first(tmp_path: Path, gold: Document) -> None:
    result = evaluate(write_gold(tmp_path, gold), run=True)
    assert result["micro"]["plans"]["gold"] == 1
    assert result["documents"][0]["id"] == "fire"
