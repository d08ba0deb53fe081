"""`annotate`: plans as the rules read them, the most instructive first, and back as gold after review."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import PLAN, Run

ODD = """白沙镇河道清理方案

一、重点任务
（一）清理河道。玄武水域联席会负责，尽快完成。
（三）巡查河道。
（四）张贴告示。
"""


def tasks(path: Path) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return data


def test_predictions_name_the_rules(run: Run, plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "tasks.json"
    result = run("annotate", plan, "-o", out)
    assert result.exit_code == 0 and result.stderr == ""
    (task,) = tasks(out)
    (prediction,) = task["predictions"]
    notes = [json.loads(item["value"]["text"][0]) for item in prediction["result"] if item["type"] == "textarea"]
    assert prediction["model_version"].startswith("policy_nlp ") and "annotations" not in task
    assert any(note.get("rule", "").startswith("zh.deadline") for note in notes)
    assert out.with_suffix(".xml").is_file()


@pytest.mark.parametrize(("lang", "words"), [("zh", "处提示可能读错"), ("en", "notes on what may be misread")])
def test_the_plan_that_teaches_most_comes_first(run: Run, plan: Path, tmp_path: Path, lang: str, words: str) -> None:
    plan.with_name("zz-odd.txt").write_text(ODD, encoding="utf-8")
    out = tmp_path / "out.json"
    result = run("annotate", plan.parent, "-o", out, "--lang", lang)
    rows = result.stdout.splitlines()
    assert "zz-odd" in rows[2] and rows[2].startswith("1") and words in result.stdout
    first, second = (task["data"] for task in tasks(out))
    assert first["id"] == "zz-odd" and first["priority"] > second["priority"] >= 0
    assert any(words in reason for reason in first["reasons"])


def test_the_order_does_not_hang_on_names(run: Run, plan: Path, tmp_path: Path) -> None:
    plan.with_name("aa-odd.txt").write_text(ODD, encoding="utf-8")
    run("annotate", plan.parent, "-o", tmp_path / "out.json")
    assert [task["data"]["id"] for task in tasks(tmp_path / "out.json")] == ["aa-odd", "qinghe"]


def test_other_formats_can_be_asked_for(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("annotate", plan, "--to", "brat", "-o", f"{tmp_path}/brat/").exit_code == 0
    assert (tmp_path / "brat" / "qinghe.txt").read_text("utf-8") == PLAN


def test_a_bad_plan_is_passed_over(run: Run, plan: Path, tmp_path: Path) -> None:
    plan.with_name("empty.txt").write_bytes(b"")
    result = run("annotate", plan.parent, "-o", tmp_path / "out.json")
    assert result.exit_code == 2 and "empty.txt: the file is empty" in result.stderr
    assert len(tasks(tmp_path / "out.json")) == 1


def test_a_review_comes_back_as_gold(run: Run, plan: Path, tmp_path: Path) -> None:
    """One region rejected, one relabelled, one moved, one drawn by hand; then exported with who and when."""
    out, gold = tmp_path / "tasks.json", tmp_path / "gold.json"
    run("annotate", plan, "-o", out)
    (task,) = tasks(out)
    before = json.loads(run("extract", plan).stdout)
    result = task.pop("predictions")[0]["result"]
    result = [item for item in result if item.get("id") != "deadline:1" and item.get("from_id") != "deadline:1"]
    regions = {item["id"]: item["value"] for item in result if item.get("type") == "labels"}
    regions["unit:1"]["labels"] = ["unit-co"]
    start = PLAN.index("开展一次全面排查")
    due = PLAN.index("2026年6月底前")
    drawn = {"start": due, "end": due + 9, "text": "2026年6月底前", "labels": ["deadline-by"]}
    result.append({"id": "Xy12", "from_name": "label", "to_name": "text", "type": "labels", "value": drawn})
    task["annotations"] = [{"id": 7, "completed_by": 3, "updated_at": "2026-03-02T08:00:00Z", "result": result}]
    moved = regions["unit:3"]
    moved |= {"start": start, "end": start + 2, "text": "开展"}
    out.write_text(json.dumps([task]), encoding="utf-8")

    assert run("convert", out, "--to", "gold", "-o", gold, "--only-reviewed").exit_code == 0
    after = json.loads(gold.read_text("utf-8"))
    assert after["review"] == {"annotator": "3", "at": "2026-03-02T08:00:00Z", "tool": "label-studio"}
    assert len(after["units"]) == len(before["units"]) and after["tasks"] == before["tasks"]
    assert after["units"][0] == before["units"][0] | {"role": "co"}
    assert after["units"][2]["quote"] == "开展" and after["units"][2]["rule"] == before["units"][2]["rule"]
    deadlines = {due["quote"]: due for due in after["deadlines"]}
    assert deadlines["2026年6月底前"]["value"] == "2026-06-30" and deadlines["2026年6月底前"]["rule"] is None
    assert deadlines["2026年6月底前"]["task"] == "t1"
    assert len(after["deadlines"]) == len(before["deadlines"])
