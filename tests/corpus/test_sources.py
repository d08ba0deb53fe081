"""Every plan of the corpus keeps to the guideline."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from corpus.building.sources import complaints, read_file, read_sources, source_paths


@pytest.mark.parametrize("path", source_paths(), ids=lambda path: path.name)
def test_a_plan_keeps_to_the_guideline(path: Path) -> None:
    assert list(complaints(path, read_file(path))) == []


def test_a_family_stays_in_one_split() -> None:
    splits = defaultdict(set)
    for source in read_sources(source_paths()):
        splits[source.card.family].add(source.card.split)
    assert {family: found for family, found in splits.items() if len(found) > 1} == {}


def test_ids_and_texts_are_not_repeated() -> None:
    sources = read_sources(source_paths())
    assert len({source.document.id for source in sources}) == len(sources)
    assert len({source.document.text for source in sources}) == len(sources)


def test_links_lead_to_documents_of_the_family() -> None:
    sources = {source.document.id: source for source in read_sources(source_paths())}
    for source in sources.values():
        for name in (source.card.template, source.card.translation):
            if name is not None:
                assert sources[name].card.family == source.card.family, source.path
