"""What a second reader has marked is held beside the first reading of the same text."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.agreement import agreement_pages
from corpus.building.passes import two_readings
from corpus.building.sources import HOME, read_file, source_paths
from policy_nlp.conversion.marked import write_marked
from policy_nlp.schema import Role


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A corpus of one plan, which a second reader has annotated without its leads."""
    plan = source_paths()[0]
    place = f"{plan.parent.name}/{plan.name}"
    (tmp_path / "plans" / plan.parent.name).mkdir(parents=True)
    (tmp_path / "second" / plan.parent.name).mkdir(parents=True)
    shutil.copy(plan, tmp_path / "plans" / place)
    marked = read_file(plan)
    units = [unit for unit in marked.document.units if unit.role is not Role.LEAD]
    second = replace(marked, document=replace(marked.document, units=tuple(units)))
    (tmp_path / "second" / place).write_bytes(write_marked(second).encode())
    return tmp_path


def test_agreement_is_published_layer_by_layer(home: Path) -> None:
    pages = agreement_pages(two_readings(home))
    assert "first" in pages["en"]
    assert "| plans | 1.0000" in pages["en"]
    assert "| unit_lead | 1.0000" not in pages["en"]
    assert "由 `python -m corpus.agreement` 生成" in pages["zh"]


def test_the_first_reading_is_the_one_before_both_were_settled(home: Path) -> None:
    (second,) = (home / "second").glob("*/*")
    first = home / "first" / second.parent.name / second.name
    first.parent.mkdir(parents=True)
    shutil.copy(second, first)
    (reading,) = two_readings(home)
    assert reading.first == reading.second


def test_another_text_is_refused(home: Path) -> None:
    (second,) = (home / "second").glob("*/*")
    second.write_bytes(second.read_bytes() + b"!")
    with pytest.raises(ValueError, match="not that of the plan"):
        list(two_readings(home))


def test_second_readings_of_the_corpus_keep_the_text() -> None:
    for reading in two_readings(HOME):
        assert reading.first.text == reading.second.text
