"""Comparisons against gold gaps, type by type."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policy_nlp import parse
from policy_nlp.comparison import compare, comparison_json
from policy_nlp.errors import InputError
from policy_nlp.interchange import dumps, to_json
from policy_nlp.scoring.gaps import GAP_LAYERS, gap_differences, gap_mistakes, gap_scores, gap_tally, read_compared
from policy_nlp.scoring.gaps.records import Sides, gold_compared, predicted_compared

TEMPLATE = """柳川市河道整治方案
一、主要任务
（一）清理河道垃圾。2026年6月底前完成。（市水利局牵头）
（二）整治排污口，整治率达到100%。（市生态环境局牵头）
（三）建设生态护岸20公里。（市水利局牵头）
"""
LOCAL = """青溪县河道整治方案
一、主要任务
（一）清理河道垃圾。2026年12月底前完成。（县水利局牵头）
（二）整治排污口，整治率达到90%。（县生态环境局牵头）
（三）开办河长讲堂，每年至少4次。（县水利局牵头）
"""
PLACES = Sides({"t1": 0, "t2": 10, "t3": 20}, {"u1": 5, "u2": 15, "u3": 25})


def gap(kind: str, template: list[str], local: list[str] | None = None) -> dict[str, Any]:
    return {"type": kind, "template_tasks": template, "local_tasks": local or []}


def pair(template: str, *local: str, relation: str = "same") -> dict[str, Any]:
    return {"template_task": template, "local_tasks": list(local), "relation": relation}


GOLD = {
    "pairs": [pair("t1", "u1"), pair("t2", "u2", "u3", relation="partial")],
    "gaps": [gap("later_deadline", ["t1"], ["u1"]), gap("missing_task", ["t3"]), gap("missing_co", ["t1", "t2"])],
    "notes": [gap("extra_task", [], ["u3"])],
}


def tally(pairs: list[dict[str, Any]], *findings: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    counts = gap_tally(
        gold_compared(GOLD, PLACES), predicted_compared({"pairs": pairs, "findings": list(findings)}, PLACES)
    )
    return {layer: (one.gold, one.pred, one.tp) for layer, one in counts.items()}


def test_a_gap_is_found_where_a_finding_of_its_type_names_one_of_its_tasks() -> None:
    found = tally([], gap("missing_co", ["t2", "t3"]), gap("later_deadline", ["t2"]), gap("missing_task", ["t3"]))
    assert found["missing_co"] == (1, 1, 1)
    assert found["later_deadline"] == (1, 1, 0)
    assert found["missing_task"] == (1, 1, 1)


def test_one_finding_answers_one_gap() -> None:
    assert tally([], gap("missing_task", ["t3"]), gap("missing_task", ["t3"]))["missing_task"] == (1, 2, 1)


def test_a_note_is_found_by_its_local_task() -> None:
    assert tally([], gap("extra_task", [], ["u3"]))["extra_task"] == (1, 1, 1)
    assert tally([], gap("extra_task", [], ["u1"]))["extra_task"] == (1, 1, 0)


def test_a_partial_pair_stands_for_a_partial_task() -> None:
    assert tally([], gap("partial_task", ["t2"], ["u2"]))["partial_task"] == (1, 1, 1)


def test_pairs_are_edges_and_relations_are_counted_apart() -> None:
    found = tally([pair("t1", "u1", relation="partial"), pair("t2", "u2", relation="partial"), pair("t3", "u3")])
    assert found["pairs"] == (3, 3, 2)
    assert found["relations"] == (3, 3, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Both plans as gold, as their extraction has them, and gold gaps as their comparison has them."""
    plans = [parse(text, id=name) for name, text in (("city", TEMPLATE), ("county", LOCAL))]
    for plan in plans:
        (tmp_path / f"{plan.id}.txt").write_text(plan.text, encoding="utf-8")
        (tmp_path / f"{plan.id}.gold.json").write_text(dumps(to_json(plan)), encoding="utf-8")
    compared = comparison_json(compare(*plans), with_extractions=True)
    (tmp_path / "compared.json").write_text(dumps(compared), encoding="utf-8")
    gaps = [one for one in compared["findings"] if one["type"] != "partial_task"]
    known = {"template": "city", "local": "county", "pairs": compared["pairs"], "gaps": gaps}
    (tmp_path / "city--county.gaps.json").write_text(dumps(known), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("pred", [None, "compared.json"])
def test_a_comparison_scores_1_against_itself(folder: Path, pred: str | None) -> None:
    found = gap_scores(read_compared(folder, folder, pred_path=folder / pred if pred else None))
    assert [one["id"] for one in found["documents"]] == ["city--county"]
    assert tuple(found["micro"]) == GAP_LAYERS
    assert all(one["f1"] == 1.0 for one in found["micro"].values())
    assert found["micro"]["later_deadline"]["gold"] == found["micro"]["missing_task"]["gold"] == 1


def test_a_finding_too_few_is_a_miss(folder: Path) -> None:
    path = folder / "compared.json"
    data = json.loads(path.read_text("utf-8"))
    data["findings"] = [one for one in data["findings"] if one["type"] != "later_deadline"]
    (folder / "other.json").write_text(dumps(data), encoding="utf-8")
    full, other = (read_compared(folder, folder, pred_path=folder / name) for name in ("compared.json", "other.json"))
    assert gap_scores(other)["micro"]["later_deadline"]["r"] == 0.0
    (lost,) = gap_mistakes(other)
    assert (lost.cause.value, lost.type, lost.local == ()) == ("missed", "later_deadline", False)
    assert gap_mistakes(full) == []
    assert gap_differences(full, other, path=path)["layers"]["later_deadline"]["delta"] == 1.0


@pytest.mark.parametrize(
    ("code", "name", "content"),
    [
        ("gaps_lack", "city--county.gaps.json", {"template": "city", "local": "village", "pairs": [], "gaps": []}),
        ("gaps_lack", "city--county.gaps.json", {"template": "city", "local": "county"}),
        (
            "broken",
            "city--county.gaps.json",
            {"template": "city", "local": "county", "pairs": [], "gaps": [{"type": 1}]},
        ),
        ("comparison_without_extractions", "compared.json", {"template": {"id": "city"}, "local": {"id": "county"}}),
        ("no_id_matches", "compared.json", {"template": {"id": "a"}, "local": {"id": "b"}}),
    ],
)
def test_what_cannot_be_scored_is_named(folder: Path, code: str, name: str, content: dict[str, Any]) -> None:
    (folder / name).write_text(dumps(content), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_compared(folder / "city--county.gaps.json", folder, pred_path=folder / "compared.json")
    assert caught.value.code == code
