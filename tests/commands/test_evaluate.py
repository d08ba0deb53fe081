"""`evaluate`: formats, gates, an earlier run, another system, the error report, comparisons."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import PLAN, Run


@pytest.fixture
def gold(run: Run, plan: Path) -> Path:
    """The extraction of the plan with one unit less, so that it scores below 1."""
    data = json.loads(run("extract", plan, "--with-text").stdout)
    data["units"].pop()
    path = plan.with_name("qinghe.gold.json")
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.fixture
def pred(run: Run, plan: Path) -> Path:
    folder = plan.parent / "pred"
    run("extract", plan, "-o", f"{folder}/")
    return folder


def scores(run: Run, *arguments: object) -> Any:
    return json.loads(run("evaluate", *arguments).stdout)


def test_a_fresh_extraction_is_scored(run: Run, gold: Path) -> None:
    micro = scores(run, "--gold", gold, "--run")["micro"]
    assert micro["task_span"]["f1"] == 1.0
    assert micro["unit_mention"]["f1"] < 1


def test_predictions_are_shown_as_a_page(run: Run, gold: Path, pred: Path) -> None:
    page = run("evaluate", "--gold", gold, "--pred", pred, "-f", "md", "--lang", "zh").stdout
    assert page.startswith("# 评分\n\n## 全部文档\n\n| 项目 | 精确率 |")


def test_csv_opens_with_a_byte_order_mark(run: Run, gold: Path, pred: Path) -> None:
    table = list(csv.reader(StringIO(run("evaluate", "--gold", gold, "--pred", pred, "-f", "csv").stdout)))
    assert table[0][:3] == ["\ufeffgroup", "name", "layer"]
    assert ["document", "qinghe", "task_span"] in [row[:3] for row in table]


def test_a_limit_that_is_not_reached(run: Run, gold: Path) -> None:
    result = run("evaluate", "--gold", gold, "--run", "--min-f1", "0.99")
    assert result.exit_code == 1
    assert "unit_mention" in result.stderr and "task_span" not in result.stderr
    assert run("evaluate", "--gold", gold, "--run", "--min-f1", "0.1").exit_code == 0
    chosen = ["--layer", "task_span", "--layer", "task_iou"]
    assert run("evaluate", "--gold", gold, "--run", "--min-f1", "0.99", *chosen).exit_code == 0


def test_a_layer_must_exist(run: Run, gold: Path) -> None:
    result = run("evaluate", "--gold", gold, "--run", "--layer", "tasks")
    assert result.exit_code == 2 and "task_span" in result.stderr


@pytest.mark.parametrize("arguments", [("--run", "--pred", "x"), (), ("--pred", "none.json")])
def test_one_prediction_is_needed(run: Run, gold: Path, arguments: tuple[str, ...]) -> None:
    assert run("evaluate", "--gold", gold, *arguments).exit_code == 2


def test_an_earlier_run_is_a_gate(run: Run, gold: Path, pred: Path) -> None:
    earlier = gold.with_name("scores.txt")
    assert run("evaluate", "--gold", gold, "--pred", pred, "-o", earlier).stdout == ""
    same = run("evaluate", "--gold", gold, "--pred", pred, "--baseline", earlier)
    assert same.exit_code == 0
    assert json.loads(same.stdout)["baseline"]["layers"]["task_span"] == {"f1": 1.0, "before": 1.0, "delta": 0.0}
    file = pred / "qinghe.json"
    data = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(data | {"deadlines": data["deadlines"][1:]}), encoding="utf-8")
    fallen = run("evaluate", "--gold", gold, "--pred", pred, "--baseline", earlier)
    assert fallen.exit_code == 1
    assert "deadline_span" in fallen.stderr and "unit_lead" not in fallen.stderr
    tolerant = run("evaluate", "--gold", gold, "--pred", pred, "--baseline", earlier, "--tolerance", "0.5")
    assert tolerant.exit_code == 0
    assert run("evaluate", "--gold", gold, "--pred", pred, "--baseline", gold).exit_code == 2


def test_another_system_is_held_against(run: Run, gold: Path, pred: Path) -> None:
    against = scores(run, "--gold", gold, "--run", "--against", pred)["against"]
    assert against["layers"]["task_span"] == {
        "f1": 1.0,
        "other": 1.0,
        "delta": 0.0,
        "interval": [0.0, 0.0],
        "p_value": 1.0,
    }


def test_the_error_report_is_a_page_of_its_own(run: Run, gold: Path, tmp_path: Path) -> None:
    file = tmp_path / "errors.html"
    result = run("evaluate", "--gold", gold, "--run", "--errors", file, "--lang", "zh")
    assert json.loads(result.stdout)["errors"] == {"unit": {"spurious": 1}}
    assert '<h1 id="top">错误报告</h1>' in file.read_text("utf-8")
    assert run("evaluate", "--gold", gold, "--run", "-f", "html", "--lang", "zh").stdout == file.read_text("utf-8")


def test_mistakes_are_listed_for_other_programs(run: Run, gold: Path, tmp_path: Path) -> None:
    for name in ("errors.jsonl", "errors.csv"):
        assert run("evaluate", "--gold", gold, "--run", "--errors", tmp_path / name, "--lang", "zh").exit_code == 0
    (mistake,) = (json.loads(line) for line in (tmp_path / "errors.jsonl").read_text("utf-8").splitlines())
    assert (mistake["kind"], mistake["causes"], mistake["gold"]) == ("unit", ["spurious"], None)
    start, end = mistake["pred"]["span"]
    assert PLAN[start:end] == mistake["pred"]["quote"] == "各乡镇"
    headings, row = csv.reader(StringIO((tmp_path / "errors.csv").read_text("utf-8-sig")))
    assert headings[:4] == ["文档", "位置", "类别", "原因"]
    assert row == ["qinghe", str(start), "单位", "误报", "", "", "各乡镇", "配合 · 任务 t2"]


def test_nothing_is_written_where_it_cannot_be(run: Run, gold: Path) -> None:
    assert run("evaluate", "--gold", gold, "--run", "-o", gold / "scores.json").exit_code == 2


@pytest.fixture
def gaps(run: Run, gold: Path, plan: Path) -> Path:
    """Gold of the plan and of a local plan that is late, and what a comparison finds."""
    local = plan.with_name("heping.txt")
    local.write_text(PLAN.replace("青禾县", "和平镇").replace("2026年6月底前", "2026年12月底前"), encoding="utf-8")
    for path in (plan, local):
        run("extract", path, "--with-text", "-o", path.with_suffix(".gold.json"))
    run("compare", plan, local, "--with-extractions", "-o", plan.with_name("compared.json"))
    late = {"type": "later_deadline", "template_tasks": ["t1"], "local_tasks": ["t1"]}
    pairs = [{"template_task": task, "local_tasks": [task], "relation": "same"} for task in ("t1", "t2")]
    known = {"template": "qinghe", "local": "heping", "pairs": pairs, "gaps": [late]}
    path = plan.with_name("qinghe--heping.gaps.json")
    path.write_text(json.dumps(known), encoding="utf-8")
    return path


def test_comparisons_are_scored_by_type(run: Run, gaps: Path) -> None:
    compared = gaps.with_name("compared.json")
    fresh = scores(run, "--gold", gaps.parent, "--gaps", gaps, "--run")
    given = scores(run, "--gold", gaps.parent, "--gaps", gaps, "--pred", compared, "--against", compared)
    assert fresh["micro"] == given["micro"]
    assert fresh["micro"]["later_deadline"]["tp"] == 1 and fresh["micro"]["pairs"]["f1"] == 1.0
    assert given["against"]["layers"]["pairs"]["delta"] == 0.0


def test_wrong_comparisons_are_shown_on_a_page(run: Run, gaps: Path) -> None:
    known = json.loads(gaps.read_text("utf-8"))
    missing = {"type": "missing_co", "template_tasks": ["t1"], "local_tasks": [], "note": "少了<b>配合</b>"}
    pairs = [known["pairs"][0] | {"relation": "partial"}, *known["pairs"][1:]]
    gaps.write_text(json.dumps(known | {"gaps": [missing], "pairs": pairs}), encoding="utf-8")
    page = run("evaluate", "--gold", gaps.parent, "--gaps", gaps, "--run", "-f", "html", "--lang", "zh").stdout
    assert "遗漏 · 2" in page and "误报 · 1" in page and "关系错误 · 1" in page
    assert "少了&lt;b&gt;配合&lt;/b&gt;" in page and "部分 → 相同" in page
    assert "排查水库隐患" in page
    assert run("evaluate", "--gold", gaps.parent, "--gaps", gaps, "--run", "--errors", "a.csv").exit_code == 2
