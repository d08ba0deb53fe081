"""`compare` as a user runs it: formats, several local plans, bad ones among them, the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policy_nlp import pipeline
from tests.commands.conftest import Run

PLAN = "{place}水库方案\n\n一、重点任务\n1.排查白蚁。封堵坝坡蚁穴，{due}完成。\n2.检修闸门。更换启闭机钢丝绳。\n"
CARE = "白石县养老方案\n\n一、重点任务\n1.开设老年餐桌。为高龄老人送餐上门。\n2.加装扶手。改造卫生间地面。\n"


@pytest.fixture
def plans(tmp_path: Path) -> dict[str, Path]:
    texts = {
        "above": PLAN.format(place="河陇省", due="2025年底前"),
        "kept": PLAN.format(place="青沙市", due="2025年底前"),
        "late": PLAN.format(place="临河市", due="2026年底前"),
        "care": CARE,
        "letter": "各位同事：\n\n祝大家新年快乐。\n",
    }
    paths = {name: tmp_path / f"{name}.txt" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    return paths


def test_json_md_and_table(run: Run, plans: dict[str, Path]) -> None:
    found = json.loads(run("compare", plans["above"], plans["late"]).stdout)
    assert [finding["type"] for finding in found["findings"]] == ["later_deadline"]
    assert "| high | G302 due later |" in run("compare", plans["above"], plans["late"], "-f", "md").stdout
    assert "时限推后" in run("compare", plans["above"], plans["late"], "-f", "table", "--lang", "zh").stdout


def test_several_local_plans_are_a_line_each_or_a_file_each(run: Run, plans: dict[str, Path], tmp_path: Path) -> None:
    lines = run("compare", plans["above"], plans["kept"], plans["late"]).stdout.splitlines()
    assert [json.loads(line)["local"]["id"] for line in lines] == ["kept", "late"]
    run("compare", plans["above"], plans["kept"], plans["late"], "-o", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["kept.gaps.json", "late.gaps.json"]


def test_fourteen_plans_and_their_template_are_parsed_once_each(
    run: Run, plans: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    locals_ = []
    for number in range(14):
        path = tmp_path / f"local{number}.txt"
        path.write_text(PLAN.format(place="临河市", due=f"{2026 + number}年底前"), encoding="utf-8")
        locals_.append(path)
    seen: list[str] = []
    parse = pipeline.parse

    def counted(text: str, **options: object) -> object:
        seen.append(text)
        return parse(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "parse", counted)
    result = run("compare", plans["above"], *locals_)
    assert len(result.stdout.splitlines()) == 14
    assert len(seen) == len(set(seen)) == 15


def test_fail_on_decides_the_exit_status(run: Run, plans: dict[str, Path]) -> None:
    assert run("compare", plans["above"], plans["late"]).exit_code == 0
    assert run("compare", plans["above"], plans["late"], "--fail-on", "high").exit_code == 1
    assert run("compare", plans["above"], plans["kept"], "--fail-on", "info").exit_code == 0


def test_a_file_that_is_no_plan_is_told_and_passed_over(run: Run, plans: dict[str, Path]) -> None:
    result = run("compare", plans["above"], plans["letter"], plans["late"])
    assert result.exit_code == 2
    assert "letter.txt" in result.stderr
    assert [json.loads(line)["local"]["id"] for line in result.stdout.splitlines()] == ["late"]


@pytest.mark.parametrize(
    ("pair", "english", "chinese"),
    [
        (("above", "above"), "the two files have the same text", "两个文件的文字相同"),
        (("late", "above"), "the template comes first", "应先写上级方案"),
        (("above", "letter"), "no task was found in this file", "没有识别出任务"),
        (("letter", "above"), "no task was found in this file", "没有识别出任务"),
        (("above", "care"), "plans on different matters", "不是同一事项的方案"),
    ],
)
def test_what_cannot_be_compared_is_told_in_both_languages(
    run: Run, plans: dict[str, Path], pair: tuple[str, str], english: str, chinese: str
) -> None:
    for lang, said in (("en", english), ("zh", chinese)):
        result = run("--lang", lang, "compare", *(plans[name] for name in pair))
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert any(plans[name].name in result.stderr for name in pair)


def test_a_template_among_its_local_plans_is_passed_over(run: Run, plans: dict[str, Path]) -> None:
    result = run("compare", plans["above"], plans["above"], plans["late"])
    assert result.exit_code == 2
    assert [json.loads(line)["local"]["id"] for line in result.stdout.splitlines()] == ["late"]


def test_extractions_are_embedded_on_request(run: Run, plans: dict[str, Path]) -> None:
    found = json.loads(run("compare", plans["above"], plans["late"], "--with-extractions").stdout)
    assert len(found["template"]["extraction"]["tasks"]) == len(found["local"]["extraction"]["tasks"]) == 2
