"""Every plan of the corpus keeps to the guideline, and so does what ties plans together."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.building.sources import complaints, read_file, source_paths
from corpus.building.whole import corpus_complaints, read_corpus


@pytest.mark.parametrize("path", source_paths(), ids=lambda path: path.name)
def test_a_plan_keeps_to_the_guideline(path: Path) -> None:
    assert list(complaints(path, read_file(path))) == []


def test_families_pairs_and_translations_hold() -> None:
    assert list(corpus_complaints(read_corpus())) == []


def test_no_text_is_there_twice() -> None:
    sources = read_corpus().sources.values()
    assert len({source.document.text for source in sources}) == len(sources)
