"""What a plan looks like to the rules: which of them matched, and how its items are numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policy_nlp.schema import Document

_STYLES = (
    ("dotted", re.compile(r"\d+\.\d")),
    ("digits", re.compile(r"\d")),
    ("han", re.compile(r"[一二三四五六七八九十]")),
    ("letters", re.compile(r"[A-Za-z]")),
)


def traits(document: Document) -> frozenset[str]:
    """Return the ids of the rules that matched and the styles of numbering."""
    return frozenset((*_rules(document), *_numbering(document)))


def own_traits(documents: Sequence[Document]) -> list[list[str]]:
    """Return for each document the traits that no other of `documents` has, in alphabetical order."""
    all_traits = [traits(document) for document in documents]
    spread = Counter(trait for found in all_traits for trait in found)
    return [sorted(trait for trait in found if spread[trait] == 1) for found in all_traits]


def _rules(document: Document) -> Iterator[str]:
    for records in (document.units, document.deadlines, document.targets):
        yield from (record.rule for record in records if record.rule)


def _numbering(document: Document) -> Iterator[str]:
    for number in (*(item.number for item in document.sections), *(item.number for item in document.tasks)):
        yield f"numbering.{next((name for name, style in _STYLES if style.match(number)), 'none')}"
