"""Where due times and targets are looked for: the prose of a plan, and the cells that hold nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.orders import order_lexicon
from policy_nlp.linking.records import Value
from policy_nlp.linking.rows import RowFind
from policy_nlp.linking.works import background
from policy_nlp.schema import SectionType, Span
from policy_nlp.structure.columns import Column
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Field, Paragraph
from policy_nlp.structure.tables import is_cell


@dataclass(frozen=True, slots=True)
class Measured:
    """What a cell of targets measures: the task that names it, and the cell of its unit."""

    task: Span
    unit: Span | None = None


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of one plan; a cell of targets comes with what it measures."""

    prose: tuple[Span, ...]
    due_cells: frozenset[Span]
    target_cells: Mapping[Span, Measured]

    def dated(self) -> list[Span]:
        """Return all stretches that can hold due times, in the order of the text."""
        return sorted({*self.prose, *self.due_cells, *self.target_cells})


def stretches_of(
    folded: str,
    root: Node,
    rows: Sequence[RowFind],
    values: Sequence[Value],
    tasks: Sequence[Candidate],
    *,
    language: str,
) -> Stretches:
    """Return the stretches of the plan with this outline."""
    lexicon = order_lexicon(language)
    told = {paragraph.start for node in root.walk() for paragraph in background(folded, node, lexicon)}
    return Stretches(
        tuple(sorted(span for span in _prose(folded, root, rows) if span[0] not in told)),
        frozenset(_due_cells(rows, values)),
        dict(_target_cells(rows, values, tasks)),
    )


def _prose(folded: str, root: Node, rows: Sequence[RowFind]) -> Iterator[Span]:
    """The text of sections, prose before them, work cells of tables."""
    first = root.children[0].start if root.children else None
    for row in rows:
        yield from row.task.pieces
    for node in root.walk():
        own = [p for p in node.paragraphs if node.marker or first is None or p.start < first]
        for paragraph in own + node.tail:
            if not is_cell(paragraph) and (node.type is not SectionType.ANNEX or paragraph.field is Field.WORK):
                yield _behind_number(folded, node, paragraph), paragraph.end


def _behind_number(folded: str, node: Node, paragraph: Paragraph) -> int:
    """Where the words begin of a paragraph that a number and a space open; before a figure the number stays."""
    if node.marker is None or node.marker.start != paragraph.start or not node.number:
        return paragraph.start
    behind = folded[node.marker.end : paragraph.end]
    return node.marker.end if behind[:1].isspace() and not behind.lstrip()[:1].isdigit() else paragraph.start


def _due_cells(rows: Sequence[RowFind], values: Sequence[Value]) -> Iterator[Span]:
    for row in rows:
        yield from ((cell.start, cell.end) for cell in row.row.cells.get(Column.DEADLINE, ()))
    yield from (value.span for value in values if value.field is Field.DEADLINE)


def _target_cells(
    rows: Sequence[RowFind], values: Sequence[Value], tasks: Sequence[Candidate]
) -> Iterator[tuple[Span, Measured]]:
    for row in rows:
        unit = next(((cell.start, cell.end) for cell in row.row.cells.get(Column.UNIT, ())), None)
        for cell in row.row.cells.get(Column.TARGET, ()):
            yield (cell.start, cell.end), Measured((row.task.start, row.task.end), unit)
    for value in values:
        if value.field is Field.TARGET:
            task = tasks[value.tasks[0]]
            yield value.span, Measured((task.start, task.end))
