"""Footnotes of tables: a mark behind a body (`OMB*`), and below the table whom the note sets beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policy_nlp.extraction.mentions import Block, Mention
from policy_nlp.extraction.phrases import phrases_in_cell
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.rows import RowFind
from policy_nlp.schema import Span
from policy_nlp.structure.columns import BODIES
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Paragraph
from policy_nlp.structure.tables import is_cell

_MARK = re.compile(r"(?:\*|&#42;|[†‡§]){1,3}")
_OPENING = re.compile(rf"\s{{0,20}}(?P<mark>{_MARK.pattern})\s?[*_ ]{{0,3}}")
_FAR = 1500
"""How far below the end of a table its notes may stand."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note below a table: its mark, its span, and the bodies that it names."""

    mark: str
    span: Span
    mentions: tuple[Mention, ...]


def with_footnotes(
    folded: str, root: Node, rows: Sequence[RowFind], *, language: str
) -> tuple[list[RowFind], tuple[Span, ...]]:
    """Return the rows, each with the bodies that the note of its mark names, and where such notes stand."""
    if not any(_marks(folded, row) for row in rows):
        return list(rows), ()
    notes = list(_notes(folded, root, language))
    noted = [replace(row, blocks=(*row.blocks, *_blocks(folded, row, notes))) for row in rows]
    used = {block.span for row in noted for block in row.blocks} & {note.span for note in notes}
    return noted, tuple(sorted(used))


def outside(tasks: Sequence[Candidate], notes: Sequence[Span]) -> list[Candidate]:
    """Return the candidates that are no notes."""
    return [task for task in tasks if not any(start <= task.start < end for start, end in notes)]


def _marks(folded: str, row: RowFind) -> frozenset[str]:
    """The marks that stand behind the bodies of a row."""
    cells = (cell for column in BODIES for cell in row.row.cells.get(column, ()))
    found = (_MARK.match(folded, cell.end) for cell in cells)
    return frozenset(_plain(mark[0]) for mark in found if mark)


def _plain(mark: str) -> str:
    return mark.replace("&#42;", "*")


def _notes(folded: str, root: Node, language: str) -> Iterator[Note]:
    for node in root.walk():
        for paragraph in node.paragraphs + node.tail:
            note = None if is_cell(paragraph) else _note(folded, paragraph, language)
            if note is not None:
                yield note


def _note(folded: str, paragraph: Paragraph, language: str) -> Note | None:
    """The note that a paragraph is: a mark, and right behind it words that set bodies beside others."""
    line = folded.rfind("\n", 0, paragraph.start) + 1
    opening = _OPENING.match(folded, line, paragraph.end)
    if opening is None or opening.end() < paragraph.start:
        return None
    mentions, begin = phrases_in_cell(folded, opening.end(), paragraph.end, language=language)
    if not mentions or begin != opening.end():
        return None
    return Note(_plain(opening["mark"]), (opening.end(), paragraph.end), mentions)


def _blocks(folded: str, row: RowFind, notes: Sequence[Note]) -> Iterator[Block]:
    """What the first note of each mark below the row's table says."""
    marks = _marks(folded, row)
    for mark in sorted(marks):
        below = (n for n in notes if n.mark == mark and 0 < n.span[0] - row.task.end < _FAR)
        note = next(below, None)
        if note is not None:
            yield Block(note.span, note.mentions)
