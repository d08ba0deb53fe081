"""What the program gives out follows its published schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policy_nlp import parse
from policy_nlp.commands.schema import Published, schema_text
from policy_nlp.interchange import to_json
from tests.commands.conftest import PLAN, Run


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text(Published(name))))


@pytest.mark.parametrize("name", list(Published))
def test_schemas_are_schemas_and_are_shown(run: Run, name: str) -> None:
    Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))


@pytest.mark.parametrize("text", ["", "plan", PLAN, "1. The Agency will cut leaks by 10% by 2030, at the latest."])
def test_extractions_are_valid(text: str) -> None:
    validator("extraction").validate(json.loads(json.dumps(to_json(parse(text), with_text=True))))


def test_what_the_command_writes_is_valid(run: Run, plan: Path) -> None:
    validator("extraction").validate(json.loads(run("extract", plan).stdout))


def extraction() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(to_json(parse(PLAN))))
    return data


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("units", "role", "boss"),
        ("units", "span", [3]),
        ("deadlines", "kind", "soon"),
        ("targets", "op", "≥"),
        ("sections", "level", 0),
        ("tasks", "id", ""),
    ],
)
def test_impossible_records_are_refused(kind: str, field: str, value: object) -> None:
    data = extraction()
    data[kind][0][field] = value
    assert not validator("extraction").is_valid(data)


def test_a_gold_file_is_valid_too() -> None:
    gold = {"id": "a", "language": "zh", "source": "by hand", "plans": [], "sections": [], "tasks": []}
    assert validator("extraction").is_valid(gold | {"units": [], "deadlines": [], "targets": []})


def test_scores_are_valid(run: Run, plan: Path) -> None:
    gold = plan.with_name("qinghe.gold.json")
    run("extract", plan, "--with-text", "-o", gold)
    scores = gold.with_name("scores.txt")
    scores.write_text(run("evaluate", "--gold", gold, "--run").stdout, encoding="utf-8")
    full = run("evaluate", "--gold", gold, "--run", "--against", gold, "--baseline", scores).stdout
    validator("scores").validate(json.loads(full))
    assert {"against", "baseline", "groups", "segmentation", "errors"} <= json.loads(full).keys()


def comparison(**finding: object) -> dict[str, Any]:
    message = {"zh": "缺少任务", "en": "a task is missing"}
    place = {"quote": "2026年底前", "span": [4, 11], "value": "2026-12-31"}
    base = {"code": "G101", "type": "missing_task", "severity": "high", "template_tasks": ["t1"], "local_tasks": []}
    share = {"covered": 1, "total": 2, "share": 0.5}
    return {
        "schema_version": "1",
        "template": {"id": "region"},
        "local": {"id": "county"},
        "pairs": [{"template_task": "t2", "local_tasks": ["t1"], "similarity": 0.9, "relation": "same"}],
        "findings": [base | {"template": place, "local": None, "message": message} | finding],
        "coverage": {"tasks": share, "leads": {}, "deadlines": {}, "targets": {}},
    }


def test_comparisons_have_a_schema() -> None:
    validator("comparison").validate(comparison())


@pytest.mark.parametrize("finding", [{"type": "odd"}, {"severity": "fatal"}, {"type": "extra_task"}, {"template": {}}])
def test_impossible_findings_are_refused(finding: dict[str, object]) -> None:
    assert not validator("comparison").is_valid(comparison(**finding))
