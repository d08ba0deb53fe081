"""The other commands: one call each, shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run


def test_explain_shows_the_rule(run: Run, plan: Path) -> None:
    result = run("explain", plan, "t1", "--lang", "zh")
    assert "规则：zh.deadline.by_month" in result.stdout and "2026年6月底前" in result.stdout
    offset = plan.read_text("utf-8").index("2026年6月")
    fields = json.loads(run("explain", plan, offset, "-f", "json").stdout)["fields"]
    assert fields[-1]["quote"] == "2026年6月底前"
    assert run("explain", plan, "t99").exit_code == 2


def test_normalize_reads_dates_and_quantities(run: Run) -> None:
    result = run("normalize", "--reference-date", "2026-03-01", input="明年6月底前建成12座，达标率不低于95%。")
    data = json.loads(result.stdout)
    assert (data["language"], data["reference_date"]) == ("zh", "2026-03-01")
    assert [time["value"]["end"] for time in data["times"]] == ["2027-06-30"]
    assert (">=", 95) in [(quantity.get("op"), quantity["value"]) for quantity in data["quantities"]]


def test_normalize_takes_a_file_a_language_and_a_fiscal_year(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Due by the end of FY2027.", encoding="utf-8")
    result = run("normalize", path, "--language", "en", "--fiscal-start", "10")
    assert "2027-09-30" in result.stdout


FISCAL_PLANS = {
    "en": "# Harbor Plan\n\n- Open six hubs by the end of FY2027.\n",
    "zh": "港口更新行动计划\n\n一、主要任务\n\n（一）更新渡轮。2027财年末前完成更新。\n",
}


@pytest.mark.parametrize("lang", FISCAL_PLANS)
def test_every_command_that_reads_a_plan_takes_a_fiscal_year(run: Run, tmp_path: Path, lang: str) -> None:
    path, local = tmp_path / "harbor.txt", tmp_path / "local.txt"
    path.write_text(FISCAL_PLANS[lang], encoding="utf-8")
    local.write_text(FISCAL_PLANS[lang].replace("Harbor", "Lorne").replace("港口", "青港"), encoding="utf-8")
    for command in (["extract", path], ["explain", path, "t1"], ["compare", path, local, "--with-extractions"]):
        assert "2027-12-31" in run(*command).stdout, command
        assert "2027-06-30" in run(*command, "--fiscal-start", "7").stdout, command
    assert "2027-06-30" in run("normalize", path, "--fiscal-start", "7").stdout


@pytest.mark.parametrize("value", ["tomorrow", "2026-13-01"])
def test_normalize_refuses_what_is_no_date(run: Run, value: str) -> None:
    result = run("normalize", "--reference-date", value, input="a")
    assert result.exit_code == 2
    assert value in result.stderr


def test_rules_can_be_listed_shown_and_tried(run: Run) -> None:
    assert "zh.deadline.by_year_end" in run("rules", "list").stdout
    assert "Must find" in run("rules", "show", "zh.deadline.by_year_end").stdout
    assert "【2027年底前】" in run("rules", "test", "zh.deadline.by_year_end", "2027年底前建成。").stdout
    assert run("rules", "show", "zh.deadline.by_yearend").exit_code == 2
