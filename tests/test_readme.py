"""The two READMEs say the same: same sections, same commands, same files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
_COMMENT = re.compile(r"\s*# .*")
_LINK = re.compile(r"\]\(([^)#:]+)\)")


def code(readme: str) -> list[str]:
    blocks = [block for kind, block in _BLOCK.findall(readme) if kind in {"sh", "python", "json"}]
    return [_COMMENT.sub("", line) for block in blocks for line in block.splitlines()]


def test_both_show_the_same_code() -> None:
    assert code(ENGLISH) == code(CHINESE)


def test_both_have_the_same_sections() -> None:
    assert ENGLISH.count("\n## ") == CHINESE.count("\n## ")
    assert ENGLISH.count("\n| ") == CHINESE.count("\n| ")


@pytest.mark.parametrize("target", sorted(set(_LINK.findall(ENGLISH + CHINESE))))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
