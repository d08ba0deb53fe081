"""Running the program as a user does, on plans of our own wording."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from policy_nlp.commands.app import app

PLAN = """青禾县水库安全三年行动方案

一、重点任务

（一）排查水库隐患。对全县水库开展一次全面排查，2026年6月底前完成。（县水务局牵头，县应急管理局配合）

（二）建立巡查制度。每季度至少巡查1次，整改率达到100%。（县水务局、各乡镇按职责分工负责）
"""

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POLICY_NLP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def run() -> Run:
    """Run one command line; `input` is standard input."""
    runner = CliRunner()

    def call(*arguments: object, input: str | bytes | None = None) -> Any:
        return runner.invoke(app, [str(argument) for argument in arguments], input=input, prog_name="policy-nlp")

    return call


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan as a text file."""
    path = tmp_path / "qinghe.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path
