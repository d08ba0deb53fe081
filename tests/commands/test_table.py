"""`table`: the results of many plans as one table."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.frames import Table
from tests.commands.conftest import Run


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_the_command_writes_each_table(run: Run, plan: Path, tmp_path: Path, form: str) -> None:
    run("extract", plan, "-o", tmp_path / "r.json")
    for table in Table:
        out = tmp_path / f"{table}.{form}"
        assert run("table", tmp_path / "r.json", "--of", table, "-f", form, "-o", out).exit_code == 0
        assert out.stat().st_size > 0


def test_a_folder_without_results_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("table", tmp_path, "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "") and "no results" in result.stderr
