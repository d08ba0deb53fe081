"""`check`: findings on the screen, for programs, for code hosts; statuses as linters give them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.commands.test_schema import validator

FAULTY = "青禾县方案\n\n一、重点任务\n\n（一）排查隐患。（县水务局负责）\n（三）整改隐患。（县水务局、县水务局负责）\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "qinghe.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_a_line_for_each_finding_and_status_1(run: Run, faulty: Path) -> None:
    result = run("check", faulty, "--lang", "zh")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{faulty}:6:1: C301 [低] 序号“三”紧接在“一”之后",
        f"{faulty}:6:15: C104 [低] “县水务局”在同一责任块中出现两次",
    ]


def test_a_sound_plan_ends_with_0(run: Run, plan: Path) -> None:
    result = run("check", plan)
    assert (result.exit_code, result.stdout) == (0, "")


def test_what_is_only_worth_knowing_fails_nothing(run: Run, faulty: Path) -> None:
    assert run("check", faulty, "--select", "C106,C203,C502").exit_code == 0


def test_json_follows_its_schema(run: Run, faulty: Path) -> None:
    data = json.loads(run("check", faulty, "-f", "json").stdout)
    validator("check").validate(data)
    (document,) = data["documents"]
    assert document["source"]["sha256"] and data["checks"][0] == "C101"
    assert [(one["code"], FAULTY[slice(*one["span"])]) for one in document["findings"]] == [
        ("C301", document["findings"][0]["quote"]),
        ("C104", "县水务局"),
    ]


def test_sarif_points_at_lines_and_rules(run: Run, faulty: Path) -> None:
    log = json.loads(run("check", faulty, "-f", "sarif").stdout)
    (one_run,) = log["runs"]
    rules = {rule["id"] for rule in one_run["tool"]["driver"]["rules"]}
    assert log["version"] == "2.1.0" and one_run["columnKind"] == "unicodeCodePoints"
    for result in one_run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert result["ruleId"] in rules and result["level"] == "note"
        start = region["charOffset"]
        assert FAULTY[start : start + region["charLength"]] == region["snippet"]["text"]
        line = FAULTY.splitlines()[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_a_bad_file_is_told_and_the_others_are_checked(run: Run, faulty: Path) -> None:
    result = run("check", faulty.with_name("none.txt"), faulty, "--lang", "en")
    assert result.exit_code == 2
    assert "none.txt" in result.stderr and "C301" in result.stdout


def test_an_unknown_code_is_refused(run: Run, faulty: Path) -> None:
    result = run("check", faulty, "--select", "C999", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "") and "C999" in result.stderr
