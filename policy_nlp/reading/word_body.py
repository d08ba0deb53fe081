"""Walking the main text of a Word document: paragraphs as lines, tables as grids, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policy_nlp.reading.grid import Grid, GridCell
from policy_nlp.reading.html_line import BULLETS, Line, collapsed
from policy_nlp.reading.page import BlockKind
from policy_nlp.reading.word_counting import Counting
from policy_nlp.reading.word_fields import Fields
from policy_nlp.reading.word_package import attribute, child, whole
from policy_nlp.reading.word_runs import NoteMarks, Words, read_words
from policy_nlp.reading.word_styles import Styles
from policy_nlp.reading.word_table import only_cell, place_cells
from policy_nlp.reading.xml_source import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Piece = Line | Grid

_CONTAINERS = frozenset({
    "Fallback",
    "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "Choice", "txbxContent",
    "document", "footnote", "endnote", "hyperlink",
})  # fmt: skip
_LONGEST_HEADING = 120
_SENTENCE = re.compile(r"[。；;].|[.!?]\s+\S")
_CLOSE_TO_TEXT = re.compile(r"[\u2e80-\uffef\u2460-\u24ff]$")


@dataclass(slots=True)
class Body:
    """The walk through one document: what has been counted and numbered so far."""

    styles: Styles
    counting: Counting
    fields: Fields
    marks: NoteMarks = field(default_factory=NoteMarks)
    notes: list[tuple[str, str]] = field(default_factory=list)
    embedded: int = 0
    _begun: str = ""
    _paragraphs: int = 0
    _tables: int = 0
    _pages: int = 0

    def pieces(self, root: Iterable[Element]) -> Iterator[Piece]:
        """Yield the lines and tables below `root`."""
        for item in root:
            name = local_name(item.tag)
            if name == "p":
                yield from self._paragraph(item)
            elif name == "tbl":
                yield from self._table(item)
            elif name == "AlternateContent":
                yield from self.pieces(list(item)[:1])
            elif name == "altChunk":
                self.embedded += 1
            elif name in _CONTAINERS and not self._is_contents(item):
                yield from self.pieces(item)

    def rest(self) -> Iterator[Piece]:
        """Yield what is left of a paragraph whose end was deleted, where no other follows."""
        if self._begun.strip():
            yield Line(collapsed(self._begun))
            self._begun = ""

    def _is_contents(self, item: Element) -> bool:
        gallery = attribute(child(item, "sdtPr", "docPartObj", "docPartGallery"), "val")
        if gallery != "Table of Contents" or self.fields.keep_contents:
            return False
        self.fields.set_aside += 1
        return True

    def _paragraph(self, item: Element) -> Iterator[Piece]:
        words = read_words(item, self.fields, self.marks)
        self._pages += words.pages
        text = self._begun + "".join(words.text)
        self._begun = ""
        if _goes_on(item):
            self._begun = text
        else:
            yield from self._lines(item, text)
        yield from self._beside(words)

    def _lines(self, item: Element, text: str) -> Iterator[Line]:
        """The lines of one paragraph: the label before the first, and no line for what shows nothing."""
        self._paragraphs += 1
        style = attribute(child(item, "pPr", "pStyle"), "val")
        label, level = self._label(item, style)
        if self._is_hidden(item, style) or not text.strip():
            return
        rank = self._rank(item, style, text)
        origin = self._origin()
        if rank is not None:
            yield Line(_joined(label, collapsed(text)), BlockKind.HEADING, rank, origin)
            return
        first, *others = [line for line in text.split("\n") if line.strip()]
        kind = BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
        yield Line(_joined(label, _trimmed(first)), kind, level if label else None, origin)
        yield from (Line(_trimmed(line), origin=origin) for line in others)

    def _label(self, item: Element, style: str | None) -> tuple[str, int]:
        """The automatic number of a paragraph and the depth of its list; what is hidden or empty counts as well."""
        own = child(item, "pPr", "numPr")
        inherited, styled_level = self.styles.numbering(style)
        id = attribute(child(own, "numId"), "val")
        id = inherited if id is None else id
        level = whole(attribute(child(own, "ilvl"), "val"))
        if level is None:
            numbered = self.counting.lists.get(id or "")
            by_style = numbered.level_of(style) if numbered and style else None
            level = by_style if by_style is not None else styled_level or 0
        return self.counting.label(id, level), level + 1

    def _is_hidden(self, item: Element, style: str | None) -> bool:
        if self.styles.is_contents(style) and not self.fields.keep_contents:
            self.fields.set_aside += 1
            return True
        return self.styles.hides(style)

    def _rank(self, item: Element, style: str | None, text: str) -> int | None:
        """The rank of a heading; a whole passage is none, whatever its style says."""
        if len(text) > _LONGEST_HEADING or _SENTENCE.search(text):
            return None
        own = whole(attribute(child(item, "pPr", "outlineLvl"), "val"))
        if own is not None:
            return own + 1 if own < 9 else None
        return self.styles.outline(style)

    def _beside(self, words: Words) -> Iterator[Piece]:
        self.notes += [note for note in words.notes if note not in self.notes]
        for box in words.boxes:
            yield from self.pieces(box)

    def _table(self, item: Element) -> Iterator[Piece]:
        alone = only_cell(item)
        if alone is not None:
            yield from self.pieces(alone)
            return
        self._tables += 1
        origin = f"table {self._tables}"
        rows = place_cells(item, self._cell_text)
        yield Grid(tuple(tuple(_at(cell, origin) for cell in row) for row in rows), origin)

    def _cell_text(self, cell: Element) -> str:
        found = [*self.pieces(cell), *self.rest()]
        return " ".join(filter(None, (_flat(piece) for piece in found)))

    def _origin(self) -> str:
        page = f"page {self._pages + 1}, " if self._pages else ""
        return f"{page}paragraph {self._paragraphs}"


def _goes_on(item: Element) -> bool:
    """Whether the mark that ends a paragraph was deleted or moved away: then the next one goes on in its line."""
    marks = child(item, "pPr", "rPr")
    return marks is not None and any(local_name(mark.tag) in ("del", "moveFrom") for mark in marks)


def _joined(label: str, text: str) -> str:
    """A label and the text behind it; Chinese numbers stand close to their text."""
    return text if not label else f"{label}{text}" if _CLOSE_TO_TEXT.search(label) else f"{label} {text}"


def _trimmed(line: str) -> str:
    return line.strip(" \t\u3000\xa0")


def _flat(piece: Piece) -> str:
    """All that a line or a table within a cell says; a bullet would only be in the way there."""
    if isinstance(piece, Line):
        return collapsed(piece.text.removeprefix(bullet_of(piece.text)))
    return " ".join(cell.text for row in piece.rows for cell in row if cell.text)


def bullet_of(text: str) -> str:
    """Return the bullet that opens a line, "" where there is none.

    >>> bullet_of("• Survey"), bullet_of("Survey")
    ('• ', '')
    """
    return text[:2] if text[:1] and text[0] in BULLETS and text[1:2] == " " else ""


def _at(cell: GridCell, table: str) -> GridCell:
    return replace(cell, origin=f"{table}, row {cell.row + 1}, column {cell.column + 1}")
