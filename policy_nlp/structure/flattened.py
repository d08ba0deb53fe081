"""Tables that lost their lines: one cell a paragraph, below a run of column headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from policy_nlp.structure.columns import BODIES, Column, ColumnLexicon, column_lexicon, is_header
from policy_nlp.structure.markers import scanner
from policy_nlp.structure.paragraphs import Layout, Paragraph

_NUMBER = re.compile(r"\d{1,3}[.、]?")
_FIRST_TABLE = 10_000
"""Table numbers from here on are those of flattened tables."""

Test = Callable[[int], bool]


def restore(
    folded: str,
    paragraphs: Sequence[Paragraph],
    *,
    language: str,
    is_bodies: Callable[[str], bool],
    is_due: Callable[[str], bool],
) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the cells of flattened task tables marked as cells.

    `is_bodies` and `is_due` tell what a cell holds, by which a missing or a broken cell is noticed.
    """
    restorer = _Restorer(folded, list(paragraphs), language, is_bodies, is_due)
    position = 0
    while position < len(paragraphs):
        position = restorer.table(position) or position + 1
    return tuple(restorer.paragraphs)


class _Restorer:
    def __init__(
        self,
        folded: str,
        paragraphs: list[Paragraph],
        language: str,
        is_bodies: Callable[[str], bool],
        is_due: Callable[[str], bool],
    ) -> None:
        self.paragraphs = paragraphs
        self._folded = folded
        self._lexicon: ColumnLexicon = column_lexicon(language)
        self._scan = scanner(language)
        self._is_bodies = is_bodies
        self._is_due = is_due
        self._tables = _FIRST_TABLE

    def table(self, start: int) -> int:
        """Mark the table whose headings begin at `start`; return where it ends, or 0 where none begins."""
        columns = self._headings(start)
        if not is_header(columns) or len(columns) < 3:
            return 0
        self._tables += 1
        for place, _ in enumerate(columns):
            self._mark(start + place, 0, place)
        return self._rows(start + len(columns), columns)

    def _headings(self, start: int) -> list[Column]:
        columns: list[Column] = []
        for paragraph in self.paragraphs[start : start + 12]:
            column = self._lexicon.of(self._text(paragraph)) if paragraph.layout is Layout.TEXT else None
            if column is None:
                break
            columns.append(column)
        return columns

    def _rows(self, position: int, columns: list[Column]) -> int:
        """Walk through the cells; a cell that does not fit its column goes on in the one before, or opens a row."""
        row, place = 1, 0
        numbered = columns[0] is Column.NUMBER
        while position < len(self.paragraphs):
            text = self._text(self.paragraphs[position])
            if self.paragraphs[position].layout is not Layout.TEXT:
                break
            if self._repeats_headings(position, columns):
                position += len(columns)
                continue
            if self._is_group(position, numbered):
                row, place, position = row + 1, 0, position + 1
                continue
            if numbered and _NUMBER.fullmatch(text):
                row, place = row + 1, 0
                self._mark(position, row, 0)
                place, position = 1, position + 1
                continue
            found = place if self._is_work(position, columns, place) else self._fitting(text, columns, place)
            if found is None or (place == 0 and numbered):
                if not self._opens_row(position, columns):
                    break
                row, found = row + 1, columns.index(Column.WORK)
            self._mark(position, row, found)
            place, position = found + 1, position + 1
            if place >= len(columns) and not numbered:
                row, place = row + 1, 0
        return position

    def _repeats_headings(self, position: int, columns: list[Column]) -> bool:
        return self._headings(position)[: len(columns)] == columns

    def _is_group(self, position: int, numbered: bool) -> bool:
        """A heading between rows stays a heading of the document."""
        marker = self._scan.leading(self._folded, self.paragraphs[position])
        if (
            marker is None
            or marker.style.id == "heading"
            or marker.style.numerals == "arabic"
            or position + 1 >= len(self.paragraphs)
        ):
            return False
        following = self._text(self.paragraphs[position + 1])
        if numbered:
            return bool(_NUMBER.fullmatch(following))
        return position + 2 < len(self.paragraphs) and self._holds(
            self._text(self.paragraphs[position + 2]), Column.LEAD
        )

    def _is_work(self, position: int, columns: list[Column], place: int) -> bool:
        """Whether the text at `position` is the work that is due there, though it may end like a body: 改造公交场站."""
        return place < len(columns) and columns[place] is Column.WORK and self._opens_row(position, columns)

    def _opens_row(self, position: int, columns: list[Column]) -> bool:
        """Whether the text at `position` is the work of a further row: the cell after it is of the next column."""
        work = columns.index(Column.WORK)
        if position + 1 >= len(self.paragraphs) or work + 1 >= len(columns):
            return False
        return self._holds(self._text(self.paragraphs[position + 1]), columns[work + 1])

    def _fitting(self, text: str, columns: list[Column], place: int) -> int | None:
        """The column that a cell goes to: the next one if it fits, else the one before, else a later one."""
        if place < len(columns) and self._holds(text, columns[place]):
            return place
        if 0 < place <= len(columns) and columns[place - 1] in BODIES and self._holds(text, columns[place - 1]):
            return place - 1
        return next(
            (
                later
                for later in range(place + 1, len(columns))
                if self._holds(text, columns[later]) and columns[later] is not Column.WORK
            ),
            None,
        )

    def _holds(self, text: str, column: Column) -> bool:
        if column in BODIES:
            return bool(self._lexicon.blank.fullmatch(text)) or self._is_bodies(text)
        if column is Column.DEADLINE:
            return bool(self._lexicon.blank.fullmatch(text) or self._lexicon.ongoing.fullmatch(text)) or self._is_due(
                text
            )
        if column is Column.NUMBER:
            return bool(_NUMBER.fullmatch(text))
        return not self._is_bodies(text) and not self._is_due(text)

    def _mark(self, position: int, row: int, column: int) -> None:
        cell = replace(self.paragraphs[position], layout=Layout.CELL, table=self._tables, row=row, column=column)
        self.paragraphs[position] = cell

    def _text(self, paragraph: Paragraph) -> str:
        return self._folded[paragraph.start : paragraph.end]
