"""Years over the columns of tables: `Target 2029` says by when the values below it have to be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policy_nlp.extraction.deadlines import DueMention, find_due_in_cell
from policy_nlp.linking.rows import RowFind
from policy_nlp.schema import Span
from policy_nlp.structure.columns import Column
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Paragraph
from policy_nlp.structure.tables import is_cell


def year_heads(folded: str, root: Node, rows: Sequence[RowFind], *, language: str) -> Mapping[Span, Span]:
    """Return, for each cell that tells a target, the cell at the head of its column, where a day is named in it."""
    first = _first_rows(rows)
    heads = {(cell.table, cell.column): cell for cell in _heads(root, first)}
    dated = {place: cell for place, cell in heads.items() if day_in_head(folded, _span(cell), language=language)}
    cells = (cell for row in rows for cell in row.row.cells.get(Column.TARGET, ()))
    places = ((cell, dated.get((cell.table, cell.column))) for cell in cells)
    return {_span(cell): _span(head) for cell, head in places if head is not None}


def day_in_head(folded: str, span: Span, *, language: str) -> DueMention | None:
    """Return the last day that the head of a column names, or None: one that names a period tells none."""
    found = [mention for mention in find_due_in_cell(folded, *span, language=language) if mention.kind == "by"]
    return found[-1] if found else None


def _first_rows(rows: Sequence[RowFind]) -> Mapping[int, int]:
    """The first row that is a task in each table."""
    found: dict[int, int] = {}
    for row in rows:
        work = row.row.work
        found[work.table] = min(work.row, found.get(work.table, work.row))
    return found


def _heads(root: Node, first: Mapping[int, int]) -> Iterator[Paragraph]:
    """The cells above the first task of their table, from above to below."""
    cells = (p for node in root.walk() for p in node.paragraphs + node.tail if is_cell(p) and p.table in first)
    yield from sorted((cell for cell in cells if cell.row < first[cell.table]), key=lambda cell: cell.row)


def _span(cell: Paragraph) -> Span:
    return cell.start, cell.end
