"""Folds: what a model does on a layout, or a subject, that it never saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policy_nlp.learning.examples.corpus import Corpus
from policy_nlp.schema import Document


@dataclass(frozen=True, slots=True)
class Fold:
    """A value of a trait, all documents that have it, and a corpus without them."""

    value: str
    held: Mapping[str, Document]
    corpus: Corpus


def folds(corpus: Corpus, trait: str, *, fewest: int = 1) -> Iterator[Fold]:
    """Yield a fold for each value of `trait` that at least `fewest` documents have, sorted by value.

    Plans of one family follow one template, so the relatives of a held document are in neither part. A fold is left
    out where nothing would remain to train on or to stop by.
    """
    documents = corpus.documents
    having = {name: set(_values(corpus, name, trait)) for name in documents}
    for value in sorted(set().union(*having.values())):
        held = {name: document for name, document in documents.items() if value in having[name]}
        families = {family for name in held for family in _values(corpus, name, "family")}
        kin = {name for name in documents if families & set(_values(corpus, name, "family"))}
        rest = corpus.without(held.keys() | kin)
        if len(held) >= fewest and rest.train and rest.dev:
            yield Fold(value, held, rest)


def _values(corpus: Corpus, name: str, trait: str) -> tuple[str, ...]:
    return corpus.traits.get(name, {}).get(trait, ())
