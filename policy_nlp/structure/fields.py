"""Labels of fields: what stands beside a value and says what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table
from policy_nlp.structure.columns import ColumnLexicon, column_lexicon
from policy_nlp.structure.labels import any_of, label_pattern
from policy_nlp.structure.paragraphs import Field

_LINE_LABEL = re.compile(r"[*_]{0,3}(?P<label>[^\n:|]{1,60})(?P<colon>:[*_ ]{0,4})?")
_KINDS = (
    Field.NAME,
    Field.WORK,
    Field.LEAD,
    Field.CO,
    Field.RESPONSIBLE,
    Field.DEADLINE,
    Field.TARGET,
    Field.PERSONS,
    Field.OTHER,
)
_ALSO_COLUMNS = frozenset({"lead", "co", "responsible", "deadline", "target", "persons"})
"""Kinds of which the names of columns are labels too."""


class FieldLexicon:
    """The labels of fields in one language, compiled."""

    def __init__(self, content: Mapping[str, Any], columns: ColumnLexicon, labels: re.Pattern[str]) -> None:
        fields = content["fields"]
        self._columns = columns
        self._labels = labels
        self._exact = {name.lower(): kind for kind in reversed(_KINDS) for name in fields[kind.value]}
        self._exact |= {name.lower(): Field.NAME for name in fields["on_lines"]}
        kinds = "|".join(f"(?P<{kind}>{any_of(fields[kind])})" for kind in _KINDS if fields[kind])
        self._names = re.compile(f"{content['around']}(?:{kinds}){content['around']}", re.IGNORECASE)
        self._on_lines = _whole(fields["on_lines"], content["around"])
        self.parted = re.compile(fields["parted"])
        self.joined = re.compile(fields["joined"])
        self.begins = re.compile(fields["begins"])
        self.heads_first = re.compile(fields["heads_first"])
        self.goes_on = re.compile(fields["goes_on"])
        self.ended = re.compile(fields["ended"])
        self.blank = columns.blank

    def of(self, text: str) -> Field | None:
        """Return what a value means that has `text` for its label, or None.

        >>> field_lexicon("en").of("Action description"), field_lexicon("zh").of("县城")
        (<Field.WORK: 'work'>, None)
        """
        label = _compact(text)
        if not 0 < len(label) <= 2 * self._columns.longest:
            return None
        return self._exact.get(label.lower()) or self._of_column(label) or self._around(label) or self._of_block(label)

    def _of_block(self, label: str) -> Field | None:
        """What a label says that elsewhere stands before a responsibility block."""
        found = self._labels.fullmatch(f"{label}:")
        kind = (found.lastgroup or "").removesuffix("_whole") if found else ""
        return Field(kind) if kind in _ALSO_COLUMNS else None

    def _around(self, label: str) -> Field | None:
        found = self._names.fullmatch(label)
        return Field(str(found.lastgroup)) if found else None

    def _of_column(self, label: str) -> Field | None:
        column = self._columns.of(label)
        return Field(column.value) if column is not None and column.value in _ALSO_COLUMNS else None

    def line(self, folded: str, start: int, end: int) -> tuple[Field, int, int] | None:
        """Return what the line at `[start, end)` labels, where the label ends and where the value begins, or None.

        A line that is nothing but a label has its value on the lines below it.
        """
        found = _LINE_LABEL.match(folded, start, end)
        if found is None or (found.end("label") < end and not found["colon"]):
            return None
        kind = self.of(found["label"])
        return (kind, found.end("label"), found.end()) if kind else None

    def names(self, folded: str, start: int, end: int) -> bool:
        """Whether the line gives the name of a record, by a label that says nothing else."""
        found = _LINE_LABEL.match(folded, start, end)
        return bool(found) and bool(self._on_lines.fullmatch(_compact(found["label"] if found else "")))


def _whole(names: Sequence[str], around: str) -> re.Pattern[str]:
    return re.compile(f"{around}(?:{any_of(names)}){around}", re.IGNORECASE)


def _compact(text: str) -> str:
    words = " ".join(text.strip("*_【】[]").replace("*", "").split())
    return words if words.isascii() else words.replace(" ", "")


@cache
def field_lexicon(language: str) -> FieldLexicon:
    """Return the compiled labels of fields of a language."""
    return FieldLexicon(table(language, "tables"), column_lexicon(language), label_pattern(language))
