"""What the header of a plan says about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.building.closed_sets import closed_set
from corpus.building.faults import Fault

_ONE_OF = ("level", "subject", "genre", "split")
_OPTIONAL = ("title", "template", "translation", "author")
_NEEDED = (*_ONE_OF, "layout", "family")


@dataclass(frozen=True, slots=True)
class Card:
    """The facts of a plan beside its text. Plans of one family are about one matter and stay in one split."""

    level: str
    subject: str
    genre: str
    layout: tuple[str, ...]
    family: str
    split: str
    title: str | None = None
    template: str | None = None
    translation: str | None = None
    author: str | None = None


def card(header: Mapping[str, Any]) -> Card:
    """Return the card that a header without faults describes."""
    said: dict[str, Any] = {name: header.get(name) for name in (*_NEEDED, *_OPTIONAL)}
    return Card(**said | {"layout": tuple(said["layout"])})


def header_faults(header: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what a header lacks, has too much, or says outside of the closed sets.

    >>> [fault.cause for fault in header_faults({"split": "held-out"})][-1]
    "split = 'held-out'; allowed: train, dev, test"
    """
    for name in _NEEDED:
        if name not in header:
            yield Fault("H1", f"the header lacks {name}")
    for name in header.keys() - {*_NEEDED, *_OPTIONAL}:
        yield Fault("H2", f"unknown field {name} in the header")
    for name in _ONE_OF:
        yield from _outside(name, [header[name]] if name in header else [])
    yield from _outside("layout", header.get("layout", []))


def _outside(name: str, values: list[str]) -> Iterator[Fault]:
    allowed = closed_set("header", name)
    for value in values:
        if value not in allowed:
            yield Fault("H3", f"{name} = {value!r}; allowed: {', '.join(allowed)}")
