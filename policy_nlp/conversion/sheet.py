"""A document as annotation tools know it: labelled spans of a text, links between them, and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from policy_nlp.conversion.labels import Layer, parts
from policy_nlp.schema import Span

LINK = "for-task"
"""The one kind of link: a body, a deadline or a target holds for a task."""


def mark_id(layer: Layer, name: str) -> str:
    """Return the id of the mark for the record `name` of a layer: a plan and a task may bear the same name.

    >>> mark_id(Layer.TASK, "t5")
    'task:t5'
    """
    return f"{layer}:{name}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span. `fields` holds what neither span, label nor links say; None for a mark made by a person."""

    id: str
    label: str
    span: Span
    fields: Mapping[str, Any] | None = None

    @property
    def name(self) -> str | None:
        """The name of the record that this mark was made from, as long as it is still of its layer."""
        opening = mark_id(self.layer, "")
        return self.id.removeprefix(opening) if self.id.startswith(opening) else None

    @property
    def layer(self) -> Layer:
        """The layer that the label belongs to."""
        return parts(self.label)[0]

    @property
    def kind(self) -> str | None:
        """What kind of thing the label makes it: a role, a type of section."""
        return parts(self.label)[1]


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one mark to another, by their ids."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text with its marks. `head` holds what belongs to the document as a whole: source, diagnostics, review."""

    id: str
    language: str
    text: str
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    head: Mapping[str, Any] = field(default_factory=dict)

    def quote(self, mark: Mark) -> str:
        """Return the text that a mark covers."""
        return self.text[mark.span[0] : mark.span[1]]

    def of_layer(self, layer: Layer) -> tuple[Mark, ...]:
        """Return the marks of one layer in the order they have."""
        return tuple(mark for mark in self.marks if mark.layer is layer)
