"""Blocks of gold documents as spaCy's training examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from policy_nlp.learning.examples import Block, blocks_of, read_corpus
from policy_nlp.learning.spacy_models.labels import SECTIONS, TASK, entity
from policy_nlp.schema import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

READER = "policy_nlp.blocks.v1"
"""The name under which a configuration of spaCy asks for this reader."""


def read_blocks(path: str, split: str) -> Callable[[Language], Iterator[Example]]:
    """Return a reader of one split of a corpus for `spacy train`, in the language of the pipeline.

    Raises InputError where there is nothing to learn from.
    """

    def read(nlp: Language) -> Iterator[Example]:
        corpus = read_corpus(path, language=nlp.lang)
        yield from examples(nlp, (corpus.train if split == "train" else corpus.dev).values())

    return read


def examples(nlp: Language, documents: Iterable[Document]) -> Iterator[Example]:
    """Yield an example for each block of gold documents; of two spans that overlap the longer is kept."""
    from spacy.training import Example

    for document in documents:
        for block in blocks_of(document):
            yield Example(nlp.make_doc(block.text), _reference(nlp, block))


def _reference(nlp: Language, block: Block) -> Doc:
    from spacy.util import filter_spans

    doc = nlp.make_doc(block.text)
    found = (
        doc.char_span(span.start, span.end, label=entity(span.layer, span.label), alignment_mode="expand")
        for span in block.spans
    )
    doc.ents = filter_spans([span for span in found if span is not None])
    doc.cats = {TASK: float(block.is_task)} | {name: float(block.section is kind) for name, kind in SECTIONS.items()}
    return doc
