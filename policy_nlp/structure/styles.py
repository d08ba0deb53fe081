"""Styles of numbering, and markers: what opens an item, with its place in the outline."""

from __future__ import annotations

from dataclasses import dataclass

from policy_nlp.structure.paragraphs import Layout

Rank = tuple[int, int]
"""The depth of a heading, then the place of a style among those of one depth; the smaller, the higher."""

TOP_LEVEL, BARE_LEVEL, REPEATED_LEVEL = 7, 8, 10
"""Heading levels of lines that nothing marks: those that name a type of section, others, and those that come again."""
PLAIN = 9
"""Heading depth of text that is no heading; below all real ones."""
CAPTION_LEVEL, NAME_LEVEL, INSIDE_LEVEL = 11, 14, 15
"""Heading levels of the highest caption of a table, of the name of a record, and of the items in a record's work."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way of numbering: the smaller `rank`, the higher in the outline.

    `inline` may stand in a sentence, `prose` is words of one, `runs` goes on where breaks were lost; a `section` is one
    wherever it holds more than its heading, and a `labelled` number stands behind a word such as Goal;
    such a section is `typed` by its words only where those words divide a document, as Part does.
    """

    id: str
    numerals: str
    rank: int
    inline: bool = False
    prose: bool = False
    runs: bool = False
    section: bool = False
    labelled: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """What opens an item. `leading` where it opens a paragraph; `end` is where the item's words begin."""

    style: Style
    rank: Rank
    number: str
    ordinal: int
    start: int
    end: int
    leading: bool
    layout: Layout = Layout.TEXT

    @property
    def key(self) -> tuple[int, str]:
        """The sequence that the marker belongs to."""
        return self.rank[0], self.style.id


BULLET = Style("bullet", "none", 90, inline=False)
HEADING = Style("heading", "none", 0)
ANNEX = Style("annex", "none", -1)
