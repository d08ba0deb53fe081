"""Task tables: which cells say what is to be done, who does it, by when and how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table as lexicon_table
from policy_nlp.structure.paragraphs import Layout, Paragraph


class Column(StrEnum):
    """What the cells of a column mean."""

    NUMBER = "number"
    GROUP = "group"
    WORK = "work"
    LEAD = "lead"
    CO = "co"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    TARGET = "target"


BODIES = frozenset({Column.LEAD, Column.CO, Column.RESPONSIBLE})


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


class ColumnLexicon:
    """The names of columns in one language, compiled."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.longest = int(content["longest"])
        self.blank = re.compile(content["blank"], re.IGNORECASE)
        self.ongoing = re.compile(content["ongoing"], re.IGNORECASE)
        self.roles = {key: str(content[f"responsible_{key}"]) for key in ("alone", "with_co", "with_lead")}
        around = content["around"]
        self._patterns = [
            (Column(name), re.compile(f"{around}(?:{_any_of(names)}){around}", re.IGNORECASE))
            for name, names in content["columns"].items()
        ]
        self._sure, self._measured, self._plain, self._either = (
            re.compile(f"{around}(?:{_any_of(content[name]) or '(?!)'}){around}", re.IGNORECASE)
            for name in ("sure", "measured", "plain", "either")
        )
        self._year = re.compile(content["year"], re.IGNORECASE)

    def is_list(self, heads: Sequence[str]) -> bool:
        """Whether these headings are those of a numbered list of tasks that says nothing else that is known.

        >>> column_lexicon("en").is_list(["#", "Commitment for 2016-2018", "Topic"])
        True
        """
        kinds = [self.of(head) for head in heads]
        works = [head for head, kind in zip(heads, kinds, strict=True) if kind is Column.WORK]
        return Column.NUMBER in kinds and any(self._sure.fullmatch(_compact(head)) for head in works)

    def kinds(self, heads: Mapping[int, str]) -> dict[int, Column | None]:
        """Return what the columns of a table mean; where none is the work, the name of what is measured may be.

        >>> list(column_lexicon("en").kinds({0: "Indicator", 1: "Target"}).values())
        [<Column.WORK: 'work'>, <Column.TARGET: 'target'>]
        """
        kinds = {place: self.of(head) for place, head in heads.items()}
        kinds |= self._of_years(heads, kinds)
        targets = [place for place, kind in kinds.items() if kind is Column.TARGET]
        if Column.WORK in kinds.values() or not targets:
            return kinds
        if len(targets) == 1 and self._either.fullmatch(_compact(heads[targets[0]])) and BODIES & set(kinds.values()):
            return kinds | {targets[0]: Column.WORK}
        named = next((place for place in heads if self._measured.fullmatch(_compact(heads[place]))), targets[-1])
        return kinds | {named: Column.WORK} if named < targets[-1] else kinds

    def _of_years(self, heads: Mapping[int, str], kinds: Mapping[int, Column | None]) -> dict[int, Column | None]:
        """The last of several columns that are called by years is what has to be reached, where no other one is."""
        years = [place for place, head in heads.items() if self._year.fullmatch(_compact(head))]
        told = any(kind is Column.TARGET and place > years[0] for place, kind in kinds.items()) if years else True
        return {} if told or len(years) < 2 else {years[-1]: Column.TARGET}

    def is_doubtful(self, heads: Mapping[int, str]) -> bool:
        """Whether these headings name owners without a word that makes them answer, and say neither when nor how much.

        >>> column_lexicon("en").is_doubtful({0: "Program", 1: "Department"})
        True
        """
        kinds = self.kinds(heads)
        told = {kind for kind in kinds.values() if kind not in (None, Column.WORK, Column.NUMBER, Column.GROUP)}
        owners = [heads[place] for place, kind in kinds.items() if kind is Column.RESPONSIBLE]
        return told == {Column.RESPONSIBLE} and all(self._plain.fullmatch(_compact(owner)) for owner in owners)

    def of(self, text: str) -> Column | None:
        """Return what a column with this heading means, or None."""
        name = _compact(text)
        if not 0 < len(name) <= self.longest:
            return None
        return next((column for column, pattern in self._patterns if pattern.fullmatch(name)), None)


def _compact(text: str) -> str:
    compact = " ".join(text.replace("*", "").split())
    return compact if compact.isascii() else compact.replace(" ", "")


def _any_of(names: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


@cache
def column_lexicon(language: str) -> ColumnLexicon:
    """Return the compiled column names of a language."""
    return ColumnLexicon(lexicon_table(language, "tables"))


def is_header(columns: Sequence[Column | None]) -> bool:
    """Whether these columns make a task table: one says the work, another who, when or how much.

    >>> is_header([Column.NUMBER, Column.WORK, Column.LEAD]), is_header([Column.WORK, None])
    (True, False)
    """
    known = {column for column in columns if column is not None}
    return Column.WORK in known and bool(known & (BODIES | {Column.DEADLINE, Column.TARGET}))


def task_rows(folded: str, cells: Sequence[Paragraph], *, language: str) -> tuple[Row, ...]:
    """Return the rows of the task tables among `cells`, headings left out; other tables give none."""
    lexicon = column_lexicon(language)
    rows: list[Row] = []
    columns: dict[int, Column] = {}
    shared: list[Paragraph] = []
    table, doubtful = -1, False
    for line in _lines(cells):
        if line[0].table != table:
            columns = columns if _goes_on(line, columns) else {}
            table, shared = line[0].table, []
        texts = _texts(folded, line)
        heads = lexicon.kinds(texts)
        reaching = _reaching(shared, line)
        if is_header(list(heads.values())) or lexicon.is_list(list(texts.values())):
            columns = _unique({place: column for place, column in heads.items() if column is not None})
            doubtful = lexicon.is_doubtful(texts)
        elif columns:
            found = _row(folded, [*reaching, *line], columns, lexicon)
            rows.extend(replace(row, doubtful=doubtful) for row in found)
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


def _unique(columns: dict[int, Column]) -> dict[int, Column]:
    """Only one column can be the work: the last of those whose heading says so; the ones before it group rows."""
    work = [place for place, column in columns.items() if column is Column.WORK]
    return {place: Column.GROUP if place in work[:-1] else column for place, column in columns.items()}


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


def role_of(column: Column, columns: frozenset[Column], *, language: str) -> str:
    """Return the role that a column of bodies gives, beside the other columns of its row's table."""
    roles = column_lexicon(language).roles
    if column is not Column.RESPONSIBLE:
        return column.value
    if Column.LEAD in columns:
        return roles["with_lead"]
    return roles["with_co"] if Column.CO in columns else roles["alone"]


def is_cell(paragraph: Paragraph) -> bool:
    """Whether the paragraph is a cell of a table."""
    return paragraph.layout is Layout.CELL
