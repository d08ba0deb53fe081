"""The manifest of the built corpus: what is known about each document, and what is in it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from corpus.building.gold import KINDS
from corpus.building.links.bilingual import Alignment
from corpus.building.links.pairs import PlanPair
from corpus.building.sources import Source
from corpus.building.whole import Corpus

LICENSE = "CC-BY-4.0"
AUTHOR = "The policy_nlp authors"


def manifest(corpus: Corpus) -> dict[str, Any]:
    """Return the manifest of the corpus: for each document facts, places of files, digest of the text, counts."""
    documents = [_entry(source) for source in corpus.sources.values()]
    head = {"name": "policy_nlp corpus", "license": LICENSE, "count": len(documents), "documents": documents}
    return head | {
        "pairs": [
            {"template": pair.template, "local": pair.local, "gaps": f"{pair_place(pair, corpus)}.gaps.json"}
            for pair in corpus.pairs
        ],
        "bilingual": [
            {"zh": one.zh, "en": one.en, "alignment": f"{twin_place(one, corpus)}.json"} for one in corpus.alignments
        ],
    }


def place(source: Source) -> str:
    """Return where a document lies in the built corpus, without the ending of the file's name."""
    return f"{source.card.split}/{source.document.language}/{source.document.id}"


def pair_place(pair: PlanPair, corpus: Corpus) -> str:
    """Return where the gaps of a pair lie in the built corpus, without the ending of the file's name."""
    return f"{corpus.sources[pair.template].card.split}/pairs/{pair.template}--{pair.local}"


def twin_place(alignment: Alignment, corpus: Corpus) -> str:
    """Return where an alignment lies in the built corpus, without the ending of the file's name."""
    return f"{corpus.sources[alignment.zh].card.split}/bilingual/{alignment.zh}--{alignment.en}"


def facts(source: Source) -> dict[str, Any]:
    """Return what is known about a document beside its text and annotations."""
    document, card = source.document, source.card
    return {
        "id": document.id,
        "language": document.language,
        "title": card.title or document.plans[0].title,
        "level": card.level,
        "subject": card.subject,
        "genre": card.genre,
        "layout": list(card.layout),
        "family": card.family,
        "split": card.split,
        "template": card.template,
        "translation": card.translation,
        "author": card.author or AUTHOR,
        "license": LICENSE,
    }


def _entry(source: Source) -> dict[str, Any]:
    document = source.document
    files = {"text": f"{place(source)}.txt", "gold": f"{place(source)}.gold.json"}
    digest = {"sha256": sha256(document.text.encode()).hexdigest(), "characters": len(document.text)}
    return facts(source) | files | digest | {"counts": {kind: len(getattr(document, kind)) for kind in KINDS}}
