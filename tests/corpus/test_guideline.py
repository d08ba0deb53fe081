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
_SNIPPET = re.compile(r"`([^`]*<[a-z]+[ >][^`]*</[a-z]+>[^`]*)`")
_TAG = re.compile(r"`</?([a-z]+)>?")


def lines(page: Path) -> list[str]:
    return page.read_text(encoding="utf-8").splitlines()


def examples(page: Path) -> list[str]:
    return _EXAMPLE.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_can_be_read(page: Path) -> None:
    for example in examples(page):
        document = read_marked(f'+++\nid = "a"\nlanguage = "zh"\n+++\n{example}', path=page.name).document
        assert document.units


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_shown_within_a_line_can_be_read(page: Path) -> None:
    snippets = _SNIPPET.findall(page.read_text(encoding="utf-8"))
    assert len(snippets) > 20
    for snippet in snippets:
        read_marked(f'+++\nid = "a"\nlanguage = "zh"\n+++\n<plan>甲\n{snippet}</plan>', path=page.name)


def test_both_pages_show_the_same_rows_of_doubts() -> None:
    rows = [sum(line.startswith("| ") for line in lines(page)) for page in PAGES]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_tag_is_explained(page: Path) -> None:
    assert set(_TAG.findall(page.read_text(encoding="utf-8"))) >= TAGS


def test_both_pages_have_the_same_parts() -> None:
    shapes = [[line.split(" ")[0] for line in lines(page)] for page in PAGES]
    heads = [[mark for mark in shape if mark.startswith("#")] for shape in shapes]
    assert heads[0] == heads[1]
    assert len(examples(PAGES[0])) == len(examples(PAGES[1]))
