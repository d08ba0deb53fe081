"""The lists of a document: `numbering.xml` as levels that say how a number looks and when it begins anew."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policy_nlp.reading.word_package import attribute, child, is_on, whole
from policy_nlp.reading.word_styles import Styles
from policy_nlp.reading.xml_source import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the level (from 1 on) that sets it back; 0 for none, None for any above."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """One list: lists of the same `scheme` count on from one another, but for the levels in `starts`."""

    scheme: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)

    def level_of(self, style: str | None) -> int | None:
        """Return the level that belongs to a paragraph style."""
        return next((number for number, level in self.levels.items() if style and level.style == style), None)


def read_numbering(root: Element | None, styles: Styles) -> dict[str, Numbered]:
    """Return the lists of a document by their ids."""
    if root is None:
        return {}
    schemes = {attribute(item, "abstractNumId") or "": item for item in root if local_name(item.tag) == "abstractNum"}
    items = {attribute(item, "numId") or "": item for item in root if local_name(item.tag) == "num"}
    scheme_ids = {id: attribute(child(item, "abstractNumId"), "val") or "" for id, item in items.items()}
    found = {}
    for id, item in items.items():
        scheme = _linked(scheme_ids[id], schemes, scheme_ids, styles)
        found[id] = _overridden(Numbered(scheme, _levels(schemes.get(scheme))), item)
    return found


def _linked(scheme: str, schemes: dict[str, Element], scheme_ids: dict[str, str], styles: Styles) -> str:
    """A scheme may only point at a list style, whose own list has the levels."""
    link = attribute(child(schemes.get(scheme), "numStyleLink"), "val")
    number = styles.numbering(link)[0] if link else None
    return scheme_ids.get(number or "", scheme)


def _levels(scheme: Element | None) -> dict[int, Level]:
    items = () if scheme is None else scheme
    return {_number(item): _level(item) for item in items if local_name(item.tag) == "lvl"}


def _number(item: Element) -> int:
    return min(max(whole(attribute(item, "ilvl")) or 0, 0), MAX_LEVELS - 1)


def _level(item: Element) -> Level:
    form = child(item, "numFmt")
    if form is None:
        form = child(item, "AlternateContent", "Fallback", "numFmt")
    start = whole(attribute(child(item, "start"), "val"))
    return Level(
        form=attribute(form, "val") or "decimal",
        text=attribute(child(item, "lvlText"), "val") or "",
        # Without a start of its own a level begins with nothing, which Word shows as 0.
        start=0 if start is None else start,
        restart=whole(attribute(child(item, "lvlRestart"), "val")),
        legal=is_on(child(item, "isLgl")),
        style=attribute(child(item, "pStyle"), "val"),
    )


def _overridden(numbered: Numbered, item: Element) -> Numbered:
    levels, starts = dict(numbered.levels), {}
    for override in item:
        if local_name(override.tag) != "lvlOverride":
            continue
        number = _number(override)
        changed = child(override, "lvl")
        if changed is not None:
            levels[number] = _level(changed)
        start = whole(attribute(child(override, "startOverride"), "val"))
        if start is not None:
            starts[number] = start
            levels[number] = replace(levels.get(number, Level()), start=start)
    return Numbered(numbered.scheme, levels, starts)
