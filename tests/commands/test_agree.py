"""`agree`: annotators against one another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from policy_nlp.commands.schema import Published, schema_text
from tests.commands.conftest import Run


@pytest.fixture
def annotators(run: Run, plan: Path) -> list[Path]:
    """Two folders with the extraction of the plan; the second has lost a deadline."""
    folders = [plan.parent / name for name in ("first", "second")]
    for folder in folders:
        run("extract", plan, "--with-text", "-o", f"{folder}/")
    file = folders[1] / "qinghe.json"
    data = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(data | {"deadlines": data["deadlines"][1:]}), encoding="utf-8")
    return folders


def test_agreement_is_given_as_json(run: Run, annotators: list[Path]) -> None:
    found = json.loads(run("agree", *annotators).stdout)
    Draft202012Validator(json.loads(schema_text(Published.AGREEMENT))).validate(found)
    (pair,) = found["pairs"]
    assert pair["micro"]["task_span"]["f1"] == pair["gamma"]["task"] == 1.0
    assert pair["micro"]["deadline_span"]["f1"] < 1.0


def test_agreement_of_three_is_a_page_with_a_mean(run: Run, annotators: list[Path], tmp_path: Path) -> None:
    page = tmp_path / "agreement.md"
    assert run("agree", *annotators, annotators[0], "-f", "md", "-o", page, "--lang", "zh").exit_code == 0
    lines = page.read_text("utf-8").splitlines()
    assert lines[0] == "# 标注一致性" and "## 两两平均" in lines
    assert "| 单位角色 | 1.0000 | 1.0000 | 4 |" in lines


def test_one_annotator_is_too_few(run: Run, annotators: list[Path]) -> None:
    assert run("agree", annotators[0]).exit_code == 2
