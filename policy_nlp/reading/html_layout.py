"""From lines and tables to one text with blocks: a line for each line, a line for each row with tabs between cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from policy_nlp.reading.grid import Grid, GridCell
from policy_nlp.reading.html_line import BULLETS, Line
from policy_nlp.reading.page import Block, BlockKind

# Pages made from Markdown keep a mark here and there: `### Annex B` between two tables.
_MARKDOWN_HEADING = re.compile(r"(#{1,6}) (?=[^\s#])")
_BULLET = re.compile(f"[{BULLETS}] (?=.)")


def lay_out(found: Iterable[Line | Grid]) -> tuple[str, tuple[Block, ...]]:
    """Return the text of `found`, one line for each line or row, and its blocks.

    >>> lay_out([Line("Plan", BlockKind.HEADING, 1), Line("Act now.")])[0]
    'Plan\\nAct now.'
    """
    sheet = _Sheet()
    for piece in found:
        if isinstance(piece, Line):
            sheet.line(piece)
        else:
            sheet.table(piece)
    return "\n".join(sheet.lines), tuple(sheet.blocks)


@dataclass(slots=True)
class _Sheet:
    """The lines written so far and where the next one begins."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    position: int = 0

    def line(self, line: Line) -> None:
        """Write one line."""
        start, end = self._write(line.text)
        self.blocks.append(_block(line, start, end))

    def table(self, table: Grid) -> None:
        """Write one line for each row that says something."""
        rows = [row for row in table.rows if any(cell.text for cell in row)]
        first = self.position
        blocks = [block for row in rows for block in self._row(row, table.origin)]
        if blocks:
            self.blocks += [Block(BlockKind.TABLE, (first, self.position - 1), origin=table.origin), *blocks]

    def _row(self, row: tuple[GridCell, ...], origin: str | None) -> list[Block]:
        parts, cells = [""], []
        width = column = 0
        for cell in row:
            # A tab for each column passed, so that what lies under a merged cell stays in its own column.
            parts.append("\t" * (cell.column - column) + cell.text)
            width += len(parts[-1])
            column = cell.column
            if cell.text:
                cells.append(self._cell(cell, self.position + width))
        start, _ = self._write("".join(parts).rstrip("\t"))
        return [Block(BlockKind.ROW, (start, self.position - 1), row=row[0].row, origin=origin), *cells]

    @staticmethod
    def _cell(cell: GridCell, end: int) -> Block:
        span = (end - len(cell.text), end)
        return Block(BlockKind.CELL, span, None, cell.row, cell.column, cell.row_span, cell.column_span, cell.origin)

    def _write(self, text: str) -> tuple[int, int]:
        start = self.position
        self.lines.append(text)
        self.position += len(text) + 1
        return start, start + len(text)


def _block(line: Line, start: int, end: int) -> Block:
    """The block of a line: marks stay outside it, a number belongs to its item as the page shows it."""
    if line.kind is BlockKind.PARAGRAPH and (mark := _MARKDOWN_HEADING.match(line.text)):
        return Block(BlockKind.HEADING, (start + mark.end(), end), level=len(mark[1]), origin=line.origin)
    bullet = line.kind is BlockKind.LIST_ITEM and _BULLET.match(line.text)
    return Block(line.kind, (start + (bullet.end() if bullet else 0), end), level=line.level, origin=line.origin)
