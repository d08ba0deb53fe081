"""The guideline's own examples can be read, and both languages show the same tags."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.building.sources import HOME
from policy_nlp.conversion.marked import read_marked
from policy_nlp.conversion.marked.forms import TAGS

PAGES = [HOME / "GUIDELINE.md", HOME / "GUIDELINE.zh.md"]
_EXAMPLE = re.compile(r"^```\n(.*?)^```", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"`</?([a-z]+)>?")


def examples(page: Path) -> list[str]:
    return _EXAMPLE.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_can_be_read(page: Path) -> None:
    for example in examples(page):
        document = read_marked(f'+++\nid = "a"\nlanguage = "zh"\n+++\n{example}', path=page.name).document
        assert document.units


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_tag_is_explained(page: Path) -> None:
    assert set(_TAG.findall(page.read_text(encoding="utf-8"))) >= TAGS


def test_both_pages_have_the_same_parts() -> None:
    shapes = [[line.split(" ")[0] for line in page.read_text(encoding="utf-8").splitlines()] for page in PAGES]
    heads = [[mark for mark in shape if mark.startswith("#")] for shape in shapes]
    assert heads[0] == heads[1]
    assert len(examples(PAGES[0])) == len(examples(PAGES[1]))
