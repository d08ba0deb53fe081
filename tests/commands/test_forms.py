"""The formats of `extract`: one file each, complete or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

BEGINS = {"md": b"# ", "html": b"<!DOCTYPE html>", "xlsx": b"PK", "docx": b"PK", "ics": b"BEGIN:VCALENDAR"}


@pytest.mark.parametrize("form", BEGINS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_format_is_written_to_a_file(run: Run, plan: Path, tmp_path: Path, form: str, lang: str) -> None:
    out = tmp_path / f"out.{form}"
    assert run("extract", plan, "-f", form, "-o", out, "--lang", lang).exit_code == 0
    assert out.read_bytes().startswith(BEGINS[form])


@pytest.mark.parametrize("form", BEGINS)
def test_standard_output_carries_the_same_bytes(run: Run, plan: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    run("extract", plan, "-f", form, "-o", out)
    assert run("extract", plan, "-f", form).stdout_bytes == out.read_bytes()


@pytest.mark.parametrize("form", ["html", "xlsx", "docx", "ics"])
def test_several_plans_want_a_folder(run: Run, plan: Path, tmp_path: Path, form: str) -> None:
    other = plan.with_name("other.txt")
    other.write_text(plan.read_text("utf-8"), encoding="utf-8")
    refused = run("extract", plan, other, "-f", form, "--lang", "en")
    assert refused.exit_code == 2 and "name a folder with -o" in refused.stderr and not refused.stdout
    assert run("extract", plan, other, "-f", form, "-o", tmp_path / "out").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 3 and names[0] == "extract.manifest"
