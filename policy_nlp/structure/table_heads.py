"""The heading of a task table: one row, or up to three of which the lower ones part what the upper ones name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from policy_nlp.structure.columns import Column, ColumnLexicon, is_header
from policy_nlp.structure.paragraphs import Paragraph

_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """What the columns of a table mean, and the rows that say so.

    `row` is the last of them; those above `until` are reached by a cell of the first one.
    """

    columns: Mapping[int, Column] = field(default_factory=dict)
    doubtful: bool = False
    complete: bool = False
    row: int = -9
    until: int = -9

    def takes(self, line: Sequence[Paragraph], texts: Mapping[int, str], lexicon: ColumnLexicon) -> bool:
        """Whether `line` is a further row of this heading: merged cells reach into it, or it only names columns."""
        named = len(texts) > 1 and all(lexicon.of(text) for text in texts.values())
        return line[0].row < self.until or (line[0].row == self.row + 1 and named)

    def elsewhere(self) -> Heading:
        """Return the same for a table that goes on with these columns under no heading of its own."""
        return Heading(self.columns, self.doubtful, self.complete)


def heading_at(
    before: Heading, line: Sequence[Paragraph], texts: Mapping[int, str], lexicon: ColumnLexicon
) -> Heading | None:
    """Return the heading that `line` opens or goes on with below `before`, or None for a row of the table itself."""
    kinds = lexicon.kinds(texts)
    if before.row >= 0 and before.takes(line, texts, lexicon):
        return _going_on(before, line, kinds)
    if is_header(list(kinds.values())) or lexicon.is_list(list(texts.values())):
        return _opening(line, kinds, doubtful=lexicon.is_doubtful(texts), complete=True)
    opens = not before.complete and Column.WORK in kinds.values() and _reach(line) > line[0].row + 1
    return _opening(line, kinds, doubtful=False, complete=False) if opens else None


def _opening(
    line: Sequence[Paragraph], kinds: Mapping[int, Column | None], *, doubtful: bool, complete: bool
) -> Heading:
    row = line[0].row
    return Heading(_unique(kinds), doubtful, complete, row, min(_reach(line), row + _MOST_ROWS))


def _reach(line: Sequence[Paragraph]) -> int:
    """The row below the last one that a cell of the line reaches."""
    return max(cell.row + cell.rows for cell in line)


def _going_on(before: Heading, line: Sequence[Paragraph], kinds: Mapping[int, Column | None]) -> Heading:
    """The heading with what a lower row says: `Lead` and `Support` below one cell `Who`."""
    told = set(kinds.values())
    kept = {place: kind for place, kind in before.columns.items() if place not in kinds or kind not in told}
    columns = _unique({**kept, **{place: kind for place, kind in kinds.items() if kind is not None}})
    complete = before.complete or is_header(list(columns.values()))
    return Heading(columns, before.doubtful, complete, line[0].row, before.until)


def _unique(columns: Mapping[int, Column | None]) -> dict[int, Column]:
    """Only one column can be the work: the last of those whose heading says so; the ones before it group rows."""
    known = {place: column for place, column in sorted(columns.items()) if column is not None}
    work = [place for place, column in known.items() if column is Column.WORK]
    return {place: Column.GROUP if place in work[:-1] else column for place, column in known.items()}
