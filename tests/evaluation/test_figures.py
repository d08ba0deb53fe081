"""The page of figures is made from any gold folder, part by part."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.figures.report import agreement_figures, gaps_figures, systems_figures
from evaluation.figures.systems import OURS, Part, behind, parts, predictions, read, scored
from evaluation.figures.tables import cell, differences_table, findings_table, systems_table
from policy_nlp.interchange import dumps, to_json
from policy_nlp.pipeline import parse

ZH = """青溪县绿化方案
一、重点任务
（一）栽种行道树，2026年6月底前成活率达到90%。（县林业局牵头，县财政局配合）
（二）开展宣传。（县林业局负责）
"""
EN = """Harwick Green Plan

Actions

1. The Council will plant 200 trees by the end of 2027.
2. The Council will publish a map.
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Three plans, two splits, the extraction as gold."""
    listed = []
    for name, text, split in (("qingxi", ZH, "dev"), ("heping", ZH, "test"), ("harwick", EN, "dev")):
        document = replace(parse(text), id=name)
        (tmp_path / f"{name}.gold.json").write_text(dumps(to_json(document, with_text=True)), encoding="utf-8")
        listed.append({"id": name, "split": split})
    (tmp_path / "manifest.json").write_text(json.dumps({"documents": listed}), encoding="utf-8")
    return tmp_path


def test_each_language_and_each_split_is_a_part(gold: Path, tmp_path: Path) -> None:
    systems = read(gold, predictions(gold, tmp_path / "work"))
    assert list(parts(systems[OURS])) == [
        Part("en", None),
        Part("en", "dev"),
        Part("zh", None),
        Part("zh", "dev"),
        Part("zh", "test"),
    ]
    scores = scored(systems, Part("zh", "test"))
    assert [one["id"] for one in scores["keywords"]["documents"]] == ["heping"]
    assert scores[OURS]["micro"]["task_span"]["f1"] == 1.0
    assert "jieba" not in scored(systems, Part("en", None))
    ahead = behind(systems, Part("zh", None), ("task_start", "unit_span_overlap"))
    assert ahead["keywords"]["unit_span_overlap"]["delta"] >= 0
    assert "task_start" not in ahead["jieba"]


def test_the_tables_name_every_part_and_system(gold: Path, tmp_path: Path) -> None:
    page = "\n\n".join(systems_figures(gold, tmp_path / "work"))
    assert "### zh, test (documents: 1)" in page
    assert "| keywords | " in page and "| jieba | – | – |" in page


def test_gaps_are_measured_where_there_are_any(gold: Path) -> None:
    assert list(gaps_figures(gold)) == []
    known = {"template": "qingxi", "local": "heping", "pairs": [], "gaps": []}
    (gold / "qingxi--heping.gaps.json").write_text(json.dumps(known), encoding="utf-8")
    heading, table, _, apart = gaps_figures(gold)
    assert "pairs of plans: 1" in heading and "| pairs | 0.000 |" in table
    assert "| pairs | 0 | 2 | 0 | 0.000 |" in apart


def test_agreement_needs_two_annotators(gold: Path) -> None:
    assert list(agreement_figures([gold])) == []
    (page,) = agreement_figures([gold, gold])
    assert page.startswith("### Agreement between annotators")


def test_cells_show_counts() -> None:
    assert cell({"f1": 0.5, "tp": 1, "gold": 2, "pred": 2}) == "0.500 (1/2/2)"
    nothing = {"f1": 0.0, "tp": 0, "gold": 2, "pred": 0, "p": 0.0, "r": 0.0}
    assert systems_table({"a": {"plans": nothing}}, ["plans"]).splitlines()[-1] == "| a | – |"
    assert findings_table({"missing_task": nothing, "extra_co": nothing | {"gold": 0}}).count("\n") == 2
    one = {"f1": 0.5, "other": 0.25, "delta": 0.25, "interval": [-0.5, 0.75], "p_value": 0.125}
    assert differences_table({"b": {"plans": one}}, ["plans", "tasks"]).splitlines()[-1] == (
        "| b | plans | +0.250 | -0.500–+0.750 | 0.1250 |"
    )
