"""Values of records: which tasks the bodies, due times and targets of a record hold for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policy_nlp.extraction.mentions import Block, Mention
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.coverage import Covering
from policy_nlp.linking.rows import cell_mentions, posts_in_cell
from policy_nlp.linking.unparted import part_names
from policy_nlp.schema import Span
from policy_nlp.structure.columns import BODIES, Column
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Field, Paragraph
from policy_nlp.structure.tables import is_cell

_ROLES = frozenset(Field(column.value) for column in BODIES)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a record that says who, when or how much, and the tasks that it holds for."""

    field: Field
    span: Span
    tasks: tuple[int, ...]
    mentions: tuple[Mention, ...] = ()

    @property
    def covering(self) -> Covering:
        """The value as what covers its tasks; the target of a whole record is that of none of several tasks."""
        return Covering(Block(self.span, self.mentions), self.tasks, repeats=self.field is not Field.TARGET)


def record_values(folded: str, root: Node, tasks: Sequence[Candidate], *, language: str) -> tuple[Value, ...]:
    """Return the values of the plan's records in the order of the text; those that hold for no task are left out."""
    placed = [(p, node) for node in root.walk() for p in node.paragraphs + node.tail if p.record >= 0]
    spans = _spans(paragraph for paragraph, _ in placed)
    fields = _fields(paragraph for paragraph, _ in placed)
    starts = [task.start for task in tasks]
    own = _own_tasks(tasks)
    found = []
    for cell, node in sorted(placed, key=lambda pair: pair[0].start):
        if is_cell(cell) and cell.field not in (None, Field.OTHER):
            low, high = (bisect_left(starts, bound) for bound in spans[cell.record])
            low = _with_goal(tasks, low, high, node)
            held = tuple(range(low, high)) or tuple(own.get(id(node), ()))
            found.append(_value(folded, cell, held, fields[cell.record], language))
    return tuple(_parted(folded, [value for value in found if value.tasks], language))


def _with_goal(tasks: Sequence[Candidate], low: int, high: int, node: Node) -> int:
    """The first task that a record is about: the goal right before its work, where one stands there."""
    goes_before = low < high and low > 0 and tasks[low - 1].goal and tasks[low - 1].node is node
    return low - 1 if goes_before else low


def _spans(paragraphs: Iterator[Paragraph]) -> dict[int, Span]:
    """From where to where each record reaches."""
    found: dict[int, Span] = {}
    for paragraph in paragraphs:
        start, end = found.get(paragraph.record, (paragraph.start, paragraph.end))
        found[paragraph.record] = min(start, paragraph.start), max(end, paragraph.end)
    return found


def _fields(paragraphs: Iterator[Paragraph]) -> dict[int, set[Column]]:
    """The roles that each record tells."""
    found: dict[int, set[Column]] = {}
    for paragraph in paragraphs:
        roles = found.setdefault(paragraph.record, set())
        if paragraph.field in _ROLES:
            roles.add(Column(paragraph.field))
    return found


def _own_tasks(tasks: Sequence[Candidate]) -> dict[int, list[int]]:
    """The tasks of each item of the outline: a record that says nothing of its own to be done is about those."""
    found: dict[int, list[int]] = {}
    for index, task in enumerate(tasks):
        found.setdefault(id(task.node), []).append(index)
    return found


def _value(folded: str, cell: Paragraph, tasks: tuple[int, ...], roles: set[Column], language: str) -> Value:
    kind = cell.field or Field.OTHER
    mentions: Sequence[Mention] = ()
    if kind in _ROLES:
        mentions = cell_mentions(folded, cell, Column(kind.value), frozenset(roles), language)
    elif kind is Field.PERSONS:
        mentions = posts_in_cell(folded, cell, language)
    return Value(kind, (cell.start, cell.end), tasks, tuple(mentions))


def _parted(folded: str, values: Sequence[Value], language: str) -> Iterator[Value]:
    """The values with the bodies cut that only their names tell apart."""
    parts = part_names(folded, [m.span for value in values for m in value.mentions], language=language)
    for value in values:
        mentions = [replace(m, span=span) for m in value.mentions for span in parts[m.span]]
        yield replace(value, mentions=tuple(mentions))
