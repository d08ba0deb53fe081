"""Pairs and translations: what is read, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.building.card import Card
from corpus.building.links.bilingual import alignment_complaints, read_alignment
from corpus.building.links.pair_checks import pair_complaints
from corpus.building.links.pairs import read_pair
from corpus.building.sources import Source
from policy_nlp.conversion.marked import read_marked

TEMPLATE = (
    "<plan>市方案\n<task>清淤，由<lead>市水利局</lead>牵头，<by value=2025-06-30>2025年6月底前</by>完成。</task>"
    "<task>排查隐患。</task><task>修订条例。</task></plan>"
)
LOCAL = "<plan>县方案\n<task>清淤，<by value=2025-12-31>2025年底前</by>完成。</task><task>建群。</task></plan>"
PAIR = """
template = "above"
local = "below"
not_applicable = ["t3"]
[pairs]
t1 = "same t1"
[[gap]]
type = "later_deadline"
template = "t1"
local = "t1"
template_quote = "2025年6月底前"
local_quote = "2025年底前"
[[gap]]
type = "missing_lead"
template = "t1"
[[gap]]
type = "missing_task"
template = "t2"
[[gap]]
type = "extra_task"
local = "t2"
"""
Write = Callable[[str], Path]


def source(name: str, body: str, **card: str) -> Source:
    marked = read_marked(f'+++\nid = "{name}"\nlanguage = "zh"\n+++\n{body}')
    facts = {"level": "county", "subject": "water", "genre": "campaign", "family": "dredging", "split": "train"}
    return Source(Path(name), marked.document, Card(layout=("prose",), **facts | card))


SOURCES = {"above": source("above", TEMPLATE), "below": source("below", LOCAL, template="above")}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(content: str) -> Path:
        path = tmp_path / "above--below.toml"
        path.write_text(content, encoding="utf-8")
        return path

    return _write


def test_a_pair_becomes_gold_gaps(write: Write) -> None:
    pair = read_pair(write(PAIR))
    assert list(pair_complaints(pair, SOURCES)) == []
    gold = pair.to_json()
    assert gold["pairs"] == [{"template_task": "t1", "local_tasks": ["t1"], "relation": "same"}]
    assert [gap["type"] for gap in gold["gaps"]] == ["later_deadline", "missing_lead", "missing_task"]
    assert gold["notes"] == [{"type": "extra_task", "template_tasks": [], "local_tasks": ["t2"]}]


@pytest.mark.parametrize(
    ("said", "instead", "cause"),
    [
        ('t1 = "same t1"', 't1 = "split t1"', "split does not fit"),
        ('t1 = "same t1"', 't1 = "same t9"', "below has no task t9"),
        ('not_applicable = ["t3"]', "", "task t3 of the template is accounted for 0 times"),
        (
            'not_applicable = ["t3"]',
            'not_applicable = ["t1", "t3"]',
            "task t1 of the template is accounted for 2 times",
        ),
        ('type = "extra_task"', 'type = "extra_co"', "local task t2 must be either paired or an extra_task"),
        ("2025年底前", "2026年底前", "'2026年底前' is not in below"),
        ('type = "missing_lead"', 'type = "missing_co"', "the template names no co for t1"),
        ('type = "missing_lead"', 'type = "missing_target"', "the template has no target for t1"),
        ('type = "missing_lead"', 'type = "partial_task"', "is not listed"),
        ('local = "below"', 'local = "above"', "does not name this template"),
    ],
)
def test_a_pair_that_does_not_hold_is_told(write: Write, said: str, instead: str, cause: str) -> None:
    told = list(pair_complaints(read_pair(write(PAIR.replace(said, instead, 1))), SOURCES))
    assert any(cause in line for line in told), told


@pytest.mark.parametrize(
    "content", ["template = ", 'template = "a"\nlocal = "b"\ncolor = 1', PAIR.replace("same", "like")]
)
def test_a_broken_pair_names_its_file(write: Write, content: str) -> None:
    with pytest.raises(ValueError, match=r"above--below\.toml"):
        read_pair(write(content))


TWINS = {
    "zh": source("zh", TEMPLATE, translation="en"),
    "en": source("en", TEMPLATE, translation="zh"),
}
ALIGNMENT = 'zh = "zh"\nen = "en"\nonly_zh = []\n[tasks]\nt1 = "t1"\n"t2 t3" = "t2 t3"\n'


def test_an_alignment_is_read(write: Write) -> None:
    alignment = read_alignment(write(ALIGNMENT))
    assert list(alignment_complaints(alignment, TWINS)) == []
    assert alignment.to_json()["tasks"][1] == {"zh": ["t2", "t3"], "en": ["t2", "t3"]}


@pytest.mark.parametrize(
    ("said", "instead", "cause"),
    [
        ('t1 = "t1"', 't1 = "t9"', "en has no task t9"),
        ("only_zh = []", 'only_zh = ["t1"]', "t1 of zh is aligned 2 times"),
        ('t1 = "t1"\n"t2 t3" = "t2 t3"', 't1 = "t2"\n"t2 t3" = "t1 t3"', "due at different times"),
        ('en = "en"', 'en = "fr"', "there is no document fr"),
    ],
)
def test_an_alignment_that_does_not_hold_is_told(write: Write, said: str, instead: str, cause: str) -> None:
    told = list(alignment_complaints(read_alignment(write(ALIGNMENT.replace(said, instead, 1))), TWINS))
    assert any(cause in line for line in told), told
