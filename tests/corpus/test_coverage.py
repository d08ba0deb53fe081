"""The corpus keeps what it promises: languages, layouts, levels, lengths, pairs, twins, shares of its splits."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.building.closed_sets import closed_set
from corpus.building.whole import Corpus, read_corpus

SHARES = {"train": 0.60, "dev": 0.15, "test": 0.25}
LONG = 4500


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus()


def test_there_are_enough_plans_of_both_languages(corpus: Corpus) -> None:
    counted = Counter(source.document.language for source in corpus.sources.values())
    assert counted["zh"] >= 40
    assert counted["en"] >= 30


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("field", ["layout", "level"])
def test_every_layout_and_level_occurs_in_both_languages(corpus: Corpus, language: str, field: str) -> None:
    cards = [source.card for source in corpus.sources.values() if source.document.language == language]
    found = {value for card in cards for value in _values(getattr(card, field))}
    assert found == set(closed_set("header", field))


def _values(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_some_plans_of_each_language_are_long(corpus: Corpus, language: str) -> None:
    documents = [source.document for source in corpus.sources.values()]
    assert sum(one.language == language and len(one.text) >= LONG for one in documents) >= 3


def test_plans_are_paired_within_and_across_languages(corpus: Corpus) -> None:
    sides = [(corpus.sources[one.template], corpus.sources[one.local]) for one in corpus.pairs]
    across = [(above.document.language, below.document.language) for above, below in sides]
    assert len(across) >= 12
    assert sum(above != below for above, below in across) >= 4
    assert ("en", "zh") in across
    assert len(corpus.alignments) >= 6


@pytest.mark.parametrize("split", SHARES)
def test_the_splits_keep_their_shares(corpus: Corpus, split: str) -> None:
    splits = [source.card.split for source in corpus.sources.values()]
    assert splits.count(split) / len(splits) == pytest.approx(SHARES[split], abs=0.03)
