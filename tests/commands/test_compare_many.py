"""`compare` for a desk of plans: one file for all, a letter for each, a chain of levels, decisions fed back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.desk.conftest import FEWER, LATER, TEMPLATE, WHOLE


@pytest.fixture
def plans(tmp_path: Path) -> list[Path]:
    texts = {"template": TEMPLATE, "lanting": WHOLE, "songxi": LATER, "yundu": FEWER}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [tmp_path / f"{name}.txt" for name in texts]


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!DOCTYPE html>"), ("xlsx", b"PK")])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_file_for_all(run: Run, plans: list[Path], tmp_path: Path, form: str, begins: bytes, lang: str) -> None:
    out = tmp_path / f"out.{form}"
    assert run("compare", *plans, "-f", form, "-o", out, "--lang", lang).exit_code == 0
    assert out.read_bytes().startswith(begins)


def test_a_letter_for_each(run: Run, plans: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "letters"
    assert run("compare", *plans, "-f", "docx", "-o", out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == [
        f"{name}.gaps.docx" for name in ("lanting", "songxi", "yundu")
    ]


def test_markdown_begins_with_the_overview(run: Run, plans: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "md"
    assert run("compare", *plans, "-f", "md", "-o", out).exit_code == 0
    assert "overview.gaps.md" in [path.name for path in out.iterdir()]


def test_a_plan_that_cannot_be_read_is_told_and_the_others_go_on(run: Run, plans: list[Path], tmp_path: Path) -> None:
    plans[2].write_bytes(b"")
    result = run("compare", *plans, "-f", "xlsx", "-o", tmp_path / "out.xlsx", "--lang", "en")
    assert result.exit_code == 2 and "songxi.txt: the file is empty" in result.stderr
    assert (tmp_path / "out.xlsx").exists()


def test_rejected_findings_no_longer_fail(run: Run, plans: list[Path], tmp_path: Path) -> None:
    template, _, later, _ = plans
    found = json.loads(run("compare", template, later).stdout)
    decisions = tmp_path / "decisions.json"
    sources = {path.stem: json.loads(run("extract", path).stdout)["source"]["sha256"] for path in (template, later)}
    content = {
        "template": {"id": "template", "sha256": sources["template"]},
        "locals": [{"id": "songxi", "sha256": sources["songxi"]}],
        "decisions": [
            {"local": "songxi", "finding": one["id"], "verdict": "rejected", "comment": "x"}
            for one in found["findings"]
        ],
    }
    decisions.write_text(json.dumps(content), encoding="utf-8")
    assert run("compare", template, later, "--fail-on", "high").exit_code == 1
    again = run("compare", template, later, "--fail-on", "high", "--decisions", decisions)
    assert again.exit_code == 0
    assert {one["decision"]["verdict"] for one in json.loads(again.stdout)["findings"]} == {"rejected"}


def test_decisions_of_other_plans_are_refused(run: Run, plans: list[Path], tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.json"
    decisions.write_text('{"template": {"id": "x"}, "decisions": []}', encoding="utf-8")
    result = run("compare", plans[0], plans[1], "--decisions", decisions, "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "") and "another document" in result.stderr


def test_a_chain_tells_where_a_task_is_lost(run: Run, plans: list[Path]) -> None:
    data = json.loads(run("compare", plans[0], plans[1], plans[3], "--chain").stdout)
    assert data["levels"] == ["template", "lanting", "yundu"]
    assert [chain["lost_at"] for chain in data["chains"]] == [None, None, "yundu"]
    shown = run("compare", plans[0], plans[1], plans[3], "--chain", "-f", "md", "--lang", "zh").stdout
    assert shown.startswith("# 逐级落实") and "云渡" in shown


def test_a_chain_has_no_page(run: Run, plans: list[Path]) -> None:
    result = run("compare", *plans, "--chain", "-f", "html", "--lang", "en")
    assert result.exit_code == 2 and "json md table" in result.stderr
