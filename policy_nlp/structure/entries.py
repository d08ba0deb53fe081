"""Tables that say one thing a row, a label beside its value: their rows as entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from policy_nlp.structure.columns import ColumnLexicon, is_header
from policy_nlp.structure.fields import FieldLexicon
from policy_nlp.structure.paragraphs import Field, Paragraph

Row = Mapping[int, Sequence[Paragraph]]
"""The cells of a row by their column; a cell over several lines has a paragraph for each."""

_FEW_COLUMNS = 6
"""A table with more columns lists many things of one kind."""


@dataclass(slots=True)
class Entry:
    """A value and what it means: None where it goes on with the value above, a caption where it stands alone."""

    field: Field | None
    values: list[Paragraph]


def rows_of(cells: Iterable[Paragraph]) -> list[Row]:
    """Return the rows of one table.

    >>> rows_of([Paragraph(0, 1, row=0, column=0), Paragraph(2, 3, row=0, column=2)])[0].keys()
    dict_keys([0, 2])
    """
    return [
        {column: list(parts) for column, parts in groupby(row, key=lambda cell: cell.column)}
        for _, row in groupby(cells, key=lambda cell: cell.row)
    ]


class Entries:
    """Reads the entries of tables in one text."""

    def __init__(self, folded: str, lexicon: FieldLexicon, columns: ColumnLexicon) -> None:
        self._folded = folded
        self._lexicon = lexicon
        self._columns = columns

    def labels(self, rows: Sequence[Row]) -> frozenset[int]:
        """Return the columns that hold the labels; none where the table is no list of labels and values."""
        if any(self._is_header(row) for row in rows) or max((max(row) for row in rows), default=0) >= _FEW_COLUMNS:
            return frozenset()
        known = [self._known(row) for row in rows]
        count = Counter(column for row in known for column in row)
        most = max(count.values(), default=0)
        labels = frozenset(column for column, times in count.items() if times >= 2 and 2 * times > most)
        fields = {field for row in known for column, field in row.items() if column in labels}
        filled = sum(len(row) > 1 for row in rows)
        told = sum(bool(labels & row.keys()) for row in known)
        spread = sum(self._is_spread(row, labels) for row in rows)
        enough = told >= 2 and 2 * told >= filled and 2 * spread <= told
        return labels if enough and len(fields) >= 2 and fields - {Field.OTHER, Field.TARGET} else frozenset()

    def goes_on(self, rows: Sequence[Row], labels: frozenset[int]) -> bool:
        """Whether a table without known labels has the columns of the records before it."""
        if not labels or any(self._is_header(row) for row in rows):
            return False
        return max(max(row) for row in rows) == max(labels) + 1

    def of(self, row: Row, labels: frozenset[int]) -> Iterator[Entry]:
        """Yield the entries of a row; a cell that stands alone before all values is a caption."""
        if len(row) == 1 and min(row) <= min(labels) and self._field(row, min(row)) is None:
            yield Entry(Field.CAPTION, list(row[min(row)]))
            return
        entry: Entry | None = None
        for column, cell in row.items():
            if column in labels:
                if entry is not None:
                    yield entry
                entry = Entry(self._field(row, column) or Field.OTHER, [])
            elif entry is not None:
                entry.values.extend(cell)
            elif column > min(labels):
                entry = Entry(None, list(cell))
        if entry is not None:
            yield entry

    def _known(self, row: Row) -> dict[int, Field]:
        """The columns of a row whose cell is a known label with a value behind it."""
        fields = {column: self._field(row, column) for column in row}
        order = list(row)
        return {
            column: field
            for column, following in pairwise(order)
            if (field := fields[column]) is not None and fields[following] is None
        }

    def _is_spread(self, row: Row, labels: frozenset[int]) -> bool:
        """Whether several values stand behind one label, as in a table of many things."""
        order = [column in labels for column in row]
        return any(not first and not second for first, second in pairwise(order))

    def _field(self, row: Row, column: int) -> Field | None:
        cell = row[column]
        return self._lexicon.of(" ".join(self._text(part) for part in cell))

    def _is_header(self, row: Row) -> bool:
        heads = [self._columns.of(" ".join(map(self._text, cell))) for cell in row.values()]
        return is_header(heads) and 2 * sum(head is not None for head in heads) > len(heads)

    def _text(self, paragraph: Paragraph) -> str:
        return self._folded[paragraph.start : paragraph.end]
