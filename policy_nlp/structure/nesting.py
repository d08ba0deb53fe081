"""Nesting as written: styles without a fixed order stand under each other as the document first puts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policy_nlp.structure.paragraphs import Layout
from policy_nlp.structure.styles import BARE_LEVEL, HEADING, PLAIN, REPEATED_LEVEL, TOP_LEVEL, Marker, Rank

LISTS: Rank = (PLAIN, 500)
"""Ranks from here on are those of items in lists, which stand below every heading, in the order of their styles."""
_LONGEST_HEADING, _MOST_WORDS = 110, 16
_MANY_LABELS = 2

Key = tuple[str, int, bool]


@dataclass(frozen=True, slots=True)
class _Open:
    """An item that is open: its marker, its level as laid out, whether it reads as a heading, and its paragraph."""

    marker: Marker
    level: int
    heads: bool
    place: int


def reads_as_heading(words: str) -> bool:
    """Whether the words of an item are a heading rather than a sentence.

    >>> reads_as_heading("Homes and buildings"), reads_as_heading("Insulate every council home."), reads_as_heading("")
    (True, False, True)
    """
    words = words.strip()
    if len(words) > _LONGEST_HEADING or len(words.split()) > _MOST_WORDS:
        return False
    return words[-1:] not in tuple(".;:,") and ". " not in words


class Nesting:
    """The ranks that the styles of a document have taken so far, and the items that are open."""

    def __init__(self) -> None:
        self._ranks: dict[Key, int] = {}
        self._open: list[_Open] = []

    def placed(self, marker: Marker, words: str, place: int) -> Marker:
        """Return `marker` with the rank that it has in this document; `place` counts the paragraphs."""
        level = marker.rank[0]
        heads = marker.layout is Layout.HEADING or reads_as_heading(words)
        marker = replace(marker, rank=self._rank(marker, heads, place))
        while self._open and self._open[-1].marker.rank >= marker.rank:
            self._open.pop()
        self._open.append(_Open(marker, level, heads, place))
        return marker

    def _rank(self, marker: Marker, heads: bool, place: int) -> Rank:
        if marker.rank[0] < TOP_LEVEL:
            return marker.rank[0], 0
        if marker.style.id == "bullet":
            return PLAIN, 2 * LISTS[1] + marker.rank[1]
        if not (marker.style is HEADING or marker.style.labelled or heads) or not marker.leading:
            return PLAIN, self._follows(marker, heads) or LISTS[1] + marker.style.rank + marker.number.count(".")
        return PLAIN, self._follows(marker, heads) or self._first_or_same(marker, heads, place)

    def _follows(self, marker: Marker, heads: bool) -> int | None:
        """The rank of the open item that this one comes next to in its sequence; one that reads alike comes first."""
        before = [item for item in reversed(self._open) if marker.ordinal > 1 and _is_next(item.marker, marker)]
        best = next((item for item in before if item.heads == heads), next(iter(before), None))
        return best.marker.rank[1] if best else None

    def _first_or_same(self, marker: Marker, heads: bool, place: int) -> int:
        depth = marker.rank[0] if marker.style is HEADING else marker.number.count(".")
        key = (marker.style.id, depth, heads)
        if key not in self._ranks:
            self._ranks[key] = self._first_rank(marker, place)
        return self._ranks[key]

    def _first_rank(self, marker: Marker, place: int) -> int:
        if marker.style is HEADING and marker.rank[0] == TOP_LEVEL:
            return 0
        holder = next((item for item in reversed(self._open) if self._holds(item, marker, place)), None)
        return holder.marker.rank[1] + 1 if holder and holder.level >= TOP_LEVEL else 0

    def _holds(self, item: _Open, marker: Marker, place: int) -> bool:
        outer = item.marker
        if item.level < TOP_LEVEL:
            return True
        if outer.style is HEADING:
            return _bare_holds(item, marker, place)
        if marker.style is HEADING:
            repeated = marker.rank[0] == REPEATED_LEVEL
            return item.heads and (
                repeated or not outer.style.labelled or (outer.style.section and self._labels() < _MANY_LABELS)
            )
        if item.heads and item.place + 1 == place and outer.ordinal:
            return True  # a heading with nothing but a further one below it
        deeper = outer.style.rank < marker.style.rank or outer.number.count(".") < marker.number.count(".")
        if outer.style.labelled == marker.style.labelled:
            return deeper
        return item.heads or (outer.style.labelled and deeper)

    def _labels(self) -> int:
        return len(set(self._labelled()))

    def _labelled(self) -> Iterator[str]:
        return (name for name, _, _ in self._ranks if name != HEADING.id)


def _bare_holds(item: _Open, marker: Marker, place: int) -> bool:
    """A heading that nothing marks holds what follows it at once, and headings that come again and again."""
    if marker.style is HEADING and marker.rank[0] == REPEATED_LEVEL:
        return item.level == BARE_LEVEL
    return place == item.place + 1 and item.level != REPEATED_LEVEL


def _is_next(before: Marker, marker: Marker) -> bool:
    if before.style.id != marker.style.id or before.ordinal != marker.ordinal - 1:
        return False
    return before.number.rpartition(".")[0] == marker.number.rpartition(".")[0]
