"""The manifest of the built corpus: what is known about each document, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from corpus.building.gold import KINDS
from corpus.building.sources import Source

LICENSE = "CC-BY-4.0"
AUTHOR = "The policy_nlp authors"


def manifest(sources: Iterable[Source]) -> dict[str, Any]:
    """Return the manifest of the documents in `sources`: facts, places of the files, digest of the text, counts."""
    documents = [_entry(source) for source in sources]
    return {"name": "policy_nlp corpus", "license": LICENSE, "count": len(documents), "documents": documents}


def place(source: Source) -> str:
    """Return where a document lies in the built corpus, without the ending of the file's name."""
    return f"{source.card.split}/{source.document.language}/{source.document.id}"


def _entry(source: Source) -> dict[str, Any]:
    document, card = source.document, source.card
    facts = {
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
    files = {"text": f"{place(source)}.txt", "gold": f"{place(source)}.gold.json"}
    digest = {"sha256": sha256(document.text.encode()).hexdigest(), "characters": len(document.text)}
    return facts | files | digest | {"counts": {kind: len(getattr(document, kind)) for kind in KINDS}}
