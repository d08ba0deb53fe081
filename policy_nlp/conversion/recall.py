"""Finding again what was known about a span, in tools that keep no note beside it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from policy_nlp.conversion.labels import parts
from policy_nlp.conversion.sheet import Mark
from policy_nlp.schema import Span

Found = tuple[str, Span]
"""A label and a span, as a tool gives them back."""


def recalled(found: Sequence[Found], noted: Iterable[Mark]) -> list[Mark]:
    """Return a mark for each of `found`, with id and fields of the noted mark that it was made from.

    That is one of the same label and span; else of the same layer and span, where a reviewer changed the label; else of
    the same layer and overlapping, where one moved an end. What is like no noted mark was made by a person.
    """
    pool = list(noted)
    chosen: list[Mark | None] = [None] * len(found)
    for key in (_same, _same_layer):
        _take(found, pool, chosen, key)
    for index, (label, span) in enumerate(found):
        if chosen[index] is None:
            chosen[index] = _overlapping(label, span, pool)
    return [_mark(index, place, mark) for index, (place, mark) in enumerate(zip(found, chosen, strict=True))]


def _same(label: str, span: Span) -> Hashable:
    return label, span


def _same_layer(label: str, span: Span) -> Hashable:
    return parts(label)[0], span


def _take(
    found: Sequence[Found], pool: list[Mark], chosen: list[Mark | None], key: Callable[[str, Span], Hashable]
) -> None:
    """Give each place without a mark the first noted one under the same key, and take that out of the pool."""
    waiting: dict[Hashable, list[Mark]] = {}
    for mark in pool:
        waiting.setdefault(key(mark.label, mark.span), []).append(mark)
    for index, place in enumerate(found):
        marks = waiting.get(key(*place))
        if chosen[index] is None and marks:
            chosen[index] = marks.pop(0)
    pool[:] = [mark for marks in waiting.values() for mark in marks]


def _overlapping(label: str, span: Span, pool: list[Mark]) -> Mark | None:
    layer = parts(label)[0]
    for index, mark in enumerate(pool):
        if mark.layer is layer and mark.span[0] < span[1] and span[0] < mark.span[1]:
            return pool.pop(index)
    return None


def _mark(index: int, place: Found, noted: Mark | None) -> Mark:
    label, span = place
    return Mark(noted.id, label, span, noted.fields) if noted else Mark(f"new:{index}", label, span)


def marks_json(marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """Return `marks` as what a tool keeps beside the document."""
    return [{"id": mark.id, "label": mark.label, "span": list(mark.span), "fields": mark.fields} for mark in marks]


def marks_of(data: Iterable[dict[str, Any]]) -> list[Mark]:
    """Return the marks that `marks_json` made `data` of."""
    return [Mark(item["id"], item["label"], (item["span"][0], item["span"][1]), item["fields"]) for item in data]
