"""Paragraph styles: what a style says of outline level, numbering and hidden text, its ancestors included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policy_nlp.reading.word_package import attribute, child, is_on, whole
from policy_nlp.reading.xml_source import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING_NAME = re.compile(r"(?:heading|标题)\s?([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题"})
_CONTENTS_NAME = re.compile(r"toc\s?\d|目录\s?\d", re.IGNORECASE)
_LONGEST_CHAIN = 20
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself."""

    id: str
    name: str
    parent: str | None
    outline: int | None
    number: str | None
    level: int | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, id: str | None) -> Iterator[Style]:
        """Yield the style of a paragraph, then those that it is based on."""
        style = self.by_id.get(id or self.default or "")
        for _ in range(_LONGEST_CHAIN):
            if style is None:
                return
            yield style
            style = self.by_id.get(style.parent or "")

    def outline(self, id: str | None) -> int | None:
        """Return the rank of the headings of a style, from 1 on; None for a style of plain text."""
        for style in self.chain(id):
            if style.outline is not None:
                return style.outline + 1 if style.outline < _BODY_LEVEL else None
            named = _HEADING_NAME.fullmatch(style.name)
            if named:
                return int(named[1])
            if style.name.lower() in _TITLE_NAMES:
                return 1
        return None

    def numbering(self, id: str | None) -> tuple[str | None, int | None]:
        """Return the list and the level that a style puts its paragraphs into."""
        level = None
        for style in self.chain(id):
            level = style.level if level is None else level
            if style.number is not None:
                return style.number, level
        return None, level

    def hides(self, id: str | None) -> bool:
        """Return whether a style hides its text."""
        return any(style.hidden for style in self.chain(id)) if id else False

    def is_contents(self, id: str | None) -> bool:
        """Return whether a style belongs to the lines of a table of contents."""
        return any(_CONTENTS_NAME.fullmatch(style.name) for style in self.chain(id))


def read_styles(root: Element | None) -> Styles:
    """Return the styles of `styles.xml`; none where a document has no such part."""
    if root is None:
        return Styles()
    found = [_style(item) for item in root if local_name(item.tag) == "style"]
    default = next((attribute(item, "styleId") for item in root if _is_default(item)), None)
    return Styles({style.id: style for style in found}, default)


def _is_default(item: Element) -> bool:
    return attribute(item, "type") == "paragraph" and attribute(item, "default") in ("1", "true", "on")


def _style(item: Element) -> Style:
    numbering = child(item, "pPr", "numPr")
    return Style(
        id=attribute(item, "styleId") or "",
        name=attribute(child(item, "name"), "val") or "",
        parent=attribute(child(item, "basedOn"), "val"),
        outline=whole(attribute(child(item, "pPr", "outlineLvl"), "val")),
        number=attribute(child(numbering, "numId"), "val"),
        level=whole(attribute(child(numbering, "ilvl"), "val")),
        hidden=is_on(child(item, "rPr", "vanish")),
    )
