"""Checks of units: bodies alone, one span for each, each answerable for something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpus.building.closed_sets import closed_set
from corpus.building.faults import Fault
from policy_nlp.schema import Document, Role

_PUNCTUATION = "、，,；;。：:[]【】|"


def tasks_there(document: Document) -> Iterator[Fault]:
    """U1: a unit goes with at least one task and names none twice; an actor is marked once in a task."""
    acting: set[tuple[str, str]] = set()
    for unit in document.units:
        if not unit.tasks or len(set(unit.tasks)) < len(unit.tasks):
            yield Fault("U1", f"{unit.quote!r} goes with no task, or twice with one", unit.span)
        keys = {(unit.quote, task) for task in unit.tasks} if unit.role is Role.ACTOR else set()
        if keys & acting:
            yield Fault("U1", f"{unit.quote!r} is marked as actor in this task before", unit.span)
        acting |= keys


def bodies_only(document: Document) -> Iterator[Fault]:
    """U2: a span holds a body without list punctuation, without an article and without the words that close a list."""
    endings = tuple(closed_set("not_in_units", document.language))
    articles = tuple(closed_set("articles", document.language))
    for unit in document.units:
        if unit.quote != unit.quote.strip(_PUNCTUATION) or not _is_balanced(unit.quote):
            yield Fault("U2", f"punctuation at the rim of {unit.quote!r}", unit.span)
        if unit.quote.endswith(endings):
            yield Fault("U2", f"{unit.quote!r} ends with a word that closes a list", unit.span)
        if articles and unit.quote.startswith(articles):
            yield Fault("U2", f"{unit.quote!r} begins with an article", unit.span)


def units_apart(document: Document) -> Iterator[Fault]:
    """U3: units do not overlap."""
    for one, other in pairwise(sorted(document.units, key=lambda unit: unit.span)):
        if other.span[0] < one.span[1]:
            yield Fault("U3", f"{one.quote!r} and {other.quote!r} overlap", other.span)


def _is_balanced(quote: str) -> bool:
    return sum(map(quote.count, "（(")) == sum(map(quote.count, "）)"))
