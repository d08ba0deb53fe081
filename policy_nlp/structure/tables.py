"""Task tables: which cells say what is to be done, who does it, by when and how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policy_nlp.structure.columns import Column, ColumnLexicon, column_lexicon
from policy_nlp.structure.paragraphs import Layout, Paragraph
from policy_nlp.structure.table_heads import Heading, heading_at


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a task table: the cells of each column that means something."""

    cells: Mapping[Column, tuple[Paragraph, ...]]
    doubtful: bool = False
    """Whether nothing but a column such as Department makes its table one of tasks."""

    @property
    def work(self) -> Paragraph:
        """The cell that says what is to be done."""
        return self.cells[Column.WORK][0]


def task_rows(folded: str, cells: Sequence[Paragraph], *, language: str) -> tuple[Row, ...]:
    """Return the rows of the task tables among `cells`, headings left out; other tables give none."""
    lexicon = column_lexicon(language)
    rows: list[Row] = []
    heading = Heading()
    shared: list[Paragraph] = []
    table = -1
    for line in _lines(cells):
        if line[0].table != table:
            heading = heading.elsewhere() if _goes_on(line, heading.columns) else Heading()
            table, shared = line[0].table, []
        reaching = _reaching(shared, line)
        found = heading_at(heading, line, _texts(folded, line), lexicon)
        if found is not None:
            heading = found
        elif heading.complete:
            rows.extend(
                replace(row, doubtful=heading.doubtful)
                for row in _row(folded, [*reaching, *line], heading.columns, lexicon)
            )
        shared = reaching + [cell for cell in line if cell.rows > 1]
    return tuple(_without_groups(rows))


def _without_groups(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of numbered tables without those that hold nothing but words over the rows below them."""
    numbered = {row.work.table for row in rows if Column.NUMBER in row.cells}
    yield from (row for row in rows if row.work.table not in numbered or set(row.cells) != {Column.WORK})


def _texts(folded: str, line: Sequence[Paragraph]) -> dict[int, str]:
    """The text of each cell of a row; a cell over several lines has a paragraph for each."""
    found: dict[int, str] = {}
    for cell in line:
        found[cell.column] = f"{found.get(cell.column, '')} {folded[cell.start : cell.end]}".strip()
    return found


def _reaching(shared: Sequence[Paragraph], line: Sequence[Paragraph]) -> list[Paragraph]:
    """The cells of earlier rows that reach down to this one."""
    return [cell for cell in shared if cell.row + cell.rows > line[0].row]


def _goes_on(line: Sequence[Paragraph], columns: Mapping[int, Column]) -> bool:
    """Whether a table without headings of its own goes on with those of the one before it."""
    return bool(columns) and len(line) >= 0.6 * len(columns) and max(cell.column for cell in line) <= max(columns)


def _lines(cells: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    line: list[Paragraph] = []
    for cell in cells:
        if line and (cell.table, cell.row) != (line[0].table, line[0].row):
            yield line
            line = []
        line.append(cell)
    if line:
        yield line


def _row(
    folded: str, line: Sequence[Paragraph], columns: Mapping[int, Column], lexicon: ColumnLexicon
) -> Iterator[Row]:
    cells: dict[Column, list[Paragraph]] = {}
    for cell in line:
        column = columns.get(cell.column)
        if column is not None and not lexicon.blank.fullmatch(folded, cell.start, cell.end):
            cells.setdefault(column, []).append(cell)
    if Column.WORK in cells:
        yield Row({column: tuple(found) for column, found in cells.items()})


def is_cell(paragraph: Paragraph) -> bool:
    """Whether the paragraph is a cell of a table."""
    return paragraph.layout is Layout.CELL
