"""The order of records where a document does not list them as they stand in its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from policy_nlp.schema import Document, Span

KINDS = ("plans", "sections", "tasks", "units", "deadlines", "targets")
AnyRecord = TypeVar("AnyRecord")


def reading_place(span: Span) -> tuple[int, int]:
    """Return what spans are sorted by: where they begin, the longer first."""
    return span[0], -span[1]


def orders(document: Document) -> dict[str, list[int]] | None:
    """Return the places in the lists of a document, in the order of the text; None where all is in that order."""
    found = {kind: _order([record.span for record in getattr(document, kind)]) for kind in KINDS}
    return {kind: order for kind, order in found.items() if order != sorted(order)} or None


def ordered(records: Sequence[AnyRecord], order: Sequence[int] | None) -> tuple[AnyRecord, ...]:
    """Return records in the order of the text as their document lists them; ValueError where `order` is none of them.

    >>> ordered(["a", "b", "c"], [2, 0, 1])
    ('b', 'c', 'a')
    """
    if order is None:
        return tuple(records)
    if sorted(order) != list(range(len(records))):
        raise ValueError(f"order: {order} does not list {len(records)} records")
    listed = dict(zip(order, records, strict=True))
    return tuple(listed[place] for place in range(len(records)))


def order_of(header: Mapping[str, Any], kind: str) -> Sequence[int] | None:
    """Return the order that a header states for a kind of records."""
    order: Sequence[int] | None = header.get("order", {}).get(kind)
    return order


def _order(spans: Sequence[Span]) -> list[int]:
    return sorted(range(len(spans)), key=lambda place: reading_place(spans[place]))
