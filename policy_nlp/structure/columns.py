"""What the columns of task tables mean, known by their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table as lexicon_table


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
    UNIT = "unit"
    PERSONS = "persons"


BODIES = frozenset({Column.LEAD, Column.CO, Column.RESPONSIBLE})


class ColumnLexicon:
    """The names of columns in one language, compiled."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.longest = int(content["longest"])
        self.blank = re.compile(content["blank"], re.IGNORECASE)
        self.ongoing = re.compile(content["ongoing"], re.IGNORECASE)
        self.roles = {key: str(content[f"responsible_{key}"]) for key in ("alone", "with_co", "with_lead")}
        around = content["around"]
        named = {Column(name): names for name, names in content["columns"].items() if names}
        columns = "|".join(f"(?P<{column}>{_any_of(names)})" for column, names in named.items())
        self._names = re.compile(f"{around}(?:{columns}){around}", re.IGNORECASE)
        self._sure, self._measured, self._plain, self._either = (
            re.compile(f"{around}(?:{_any_of(content[name]) or '(?!)'}){around}", re.IGNORECASE)
            for name in ("sure", "measured", "plain", "either")
        )
        self._year, self._base, self._unit, self._stage = (
            re.compile(content[name], re.IGNORECASE) for name in ("year", "base", "unit", "stage")
        )
        self.single_blanks = bool(content["single_blanks"])

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
        if targets:
            kinds |= {place: Column.UNIT for place, head in heads.items() if self._unit.fullmatch(_compact(head))}
        if Column.WORK in kinds.values():
            return kinds
        things = _things(kinds)
        if things is not None:
            return kinds | {things: Column.WORK}
        if not targets:
            return kinds
        if len(targets) == 1 and self._either.fullmatch(_compact(heads[targets[0]])) and BODIES & set(kinds.values()):
            return kinds | {targets[0]: Column.WORK}
        named = next((place for place in heads if self._measured.fullmatch(_compact(heads[place]))), targets[-1])
        return kinds | {named: Column.WORK} if named < targets[-1] else kinds

    def _of_years(self, heads: Mapping[int, str], kinds: Mapping[int, Column | None]) -> dict[int, Column | None]:
        """Columns called by years are what has to be reached, where no other one is; the first tells what there was.

        It does not where a further column says that it does, and where the columns are stages of one year.
        """
        stages = [place for place, head in heads.items() if self._stage.fullmatch(_compact(head))]
        if len(stages) > 1:
            return dict.fromkeys(stages, Column.TARGET)
        years = [place for place, head in heads.items() if self._year.fullmatch(_compact(head))]
        told = any(kind is Column.TARGET and place > years[0] for place, kind in kinds.items()) if years else True
        based = any(self._base.fullmatch(_compact(head)) for head in heads.values())
        if told or len(years) + based < 2:
            return {}
        return dict.fromkeys(years[not based :], Column.TARGET)

    def is_plain_head(self, heads: Sequence[str]) -> bool:
        """Whether these words are the headings of a task table, each of them one that is known.

        >>> lexicon = column_lexicon("zh")
        >>> lexicon.is_plain_head(["序号", "任务", "牵头单位"]), lexicon.is_plain_head(["做好", "任务"])
        (True, False)
        """
        texts = dict(enumerate(heads))
        kinds = self.kinds(texts)
        known = (
            kind or self._year.fullmatch(text) or self._base.fullmatch(text)
            for kind, text in zip(kinds.values(), texts.values(), strict=True)
        )
        return is_header(list(kinds.values())) and all(known)

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
        found = self._names.fullmatch(name)
        return Column(str(found.lastgroup)) if found else None


def _things(kinds: Mapping[int, Column | None]) -> int | None:
    """The column of the things that somebody answers for by a day, where no heading calls them works."""
    who_and_when = bool(BODIES & set(kinds.values())) and Column.DEADLINE in kinds.values()
    first = next((place for place, kind in kinds.items() if kind is not Column.NUMBER), None)
    return first if who_and_when and first is not None and kinds[first] is None else None


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


def role_of(column: Column, columns: frozenset[Column], *, language: str) -> str:
    """Return the role that a column of bodies gives, beside the other columns of its row's table."""
    roles = column_lexicon(language).roles
    if column is not Column.RESPONSIBLE:
        return column.value
    if Column.LEAD in columns:
        return roles["with_lead"]
    return roles["with_co"] if Column.CO in columns else roles["alone"]
