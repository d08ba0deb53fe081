"""Records on lines: a label and its value on each line, or one below the other, as the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policy_nlp.structure.fields import FieldLexicon
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph

_FIRST_TABLE = 20_000
"""Table numbers from here on are those of records on lines."""
_REACH = 12
"""How many lines below a name the next labels are looked for."""
_LABELS = 2
"""So many further labels show that a name opens a record."""
_WHO = frozenset({Field.LEAD, Field.CO, Field.RESPONSIBLE})
_ALONE = _WHO | {Field.DEADLINE}
"""What labels on lines of their own say of the item above them, each with its value on the next line."""
_SHORT = 80
_SOON = 4
_CODE = re.compile(r"[A-Z]{0,5}[-. ]?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?")
"""The number of a record."""
_SORTED = re.compile(r"\w[\w ]{2,24}: \S")
"""A line of bodies of one sort: `Government: Department of Justice`."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label that opens a line: what its value is, where it ends, and where the value begins.

    `numbers` where the value is the number of the record and not its name: `Measure: E.1`.
    """

    field: Field
    end: int
    value: int
    numbers: bool = False


def tabulated(folded: str, paragraphs: Sequence[Paragraph], lexicon: FieldLexicon) -> tuple[Paragraph, ...]:
    """Return the paragraphs with records on lines made cells: labels in the first column, values in the second.

    >>> from policy_nlp.structure.fields import field_lexicon
    >>> text = "Action name: Green roofs|Description: Plant roofs.|Lead: City Parks"
    >>> lines = [Paragraph(0, 24), Paragraph(25, 50), Paragraph(51, 67)]
    >>> [text[p.start : p.end] for p in tabulated(text, lines, field_lexicon("en")) if p.column == 1]
    ['Green roofs', 'Plant roofs.', 'City Parks']
    """
    lines = _Lines(folded, paragraphs, lexicon)
    done: list[Paragraph] = []
    position = 0
    while position < len(paragraphs):
        if lines.opens(position):
            position = lines.take(position, done)
        else:
            done.append(paragraphs[position])
            position += 1
    return tuple(done)


class _Lines:
    """The lines of a text with the labels that open them."""

    def __init__(self, folded: str, paragraphs: Sequence[Paragraph], lexicon: FieldLexicon) -> None:
        self._folded = folded
        self._paragraphs = paragraphs
        self._lexicon = lexicon
        self._table = _FIRST_TABLE - 1
        self._labels: dict[int, _Label | None] = {}

    def opens(self, position: int) -> bool:
        """Whether the line names what the labelled lines below it are about."""
        line = self._paragraphs[position]
        if self._label_is(position, Field.WORK) and not self._label_is(position - 1, Field.NAME):
            return self._opens_work(position)
        if not self._label_is(position, Field.NAME) or not self._lexicon.names(self._folded, line.start, line.end):
            return self._opens_values(position)
        below = [self._label(place) for place in range(position + 1, min(position + 1 + _REACH, len(self._paragraphs)))]
        again = next((index for index, label in enumerate(below) if label and label.field is Field.NAME), len(below))
        alone = self._label(position)
        if alone is not None and alone.value >= line.end and (not below or below[0] is not None):
            return False
        return len({label.field for label in below[:again] if label}) >= _LABELS

    def _label_is(self, position: int, field: Field) -> bool:
        label = self._label(position) if position >= 0 else None
        return label is not None and label.field is field

    def _opens_work(self, position: int) -> bool:
        """Whether a work on its own line opens a record without a name: the labels right below say who and when."""
        label, line = self._label(position), self._paragraphs[position]
        if label is None or label.value >= line.end:
            return False
        found: set[Field] = set()
        for place in range(position + 1, min(position + 1 + _REACH, len(self._paragraphs))):
            below = self._label(place)
            if below is None or below.field in (Field.NAME, Field.WORK):
                break
            found.add(below.field)
        return Field.DEADLINE in found and bool(found & _WHO)

    def _opens_values(self, position: int) -> bool:
        """Whether labels and values alternate from here on, and say who and when without a name above them."""
        places = range(position, min(position + _REACH, len(self._paragraphs) - 1))
        if not places or self._alone(position) is None:
            return False
        found = {label.field for place in places if (label := self._alone(place))}
        return len(found) >= _LABELS and bool(found & _WHO)

    def _alone(self, position: int) -> _Label | None:
        """The label that a line is and nothing else, above a short line that is none."""
        label, value = self._label(position), self._paragraphs[position + 1]
        if label is None or label.value < self._paragraphs[position].end or label.field not in _ALONE:
            return None
        plain = _is_line(value) and value.end - value.start <= _SHORT and self._folded[value.end - 1] not in ".:;"
        return label if plain and self._label(position + 1) is None else None

    def take(self, position: int, done: list[Paragraph]) -> int:
        """Add the cells of the record that begins at `position`; return where it ends."""
        self._table += 1
        row = -1
        label: _Label | None = None
        empty = True
        while position < len(self._paragraphs) and self._paragraphs[position].layout is not Layout.HEADING:
            line, found = self._paragraphs[position], self._label(position)
            if found is None and (label is None or not (empty or self._goes_on(position, label.field))):
                break
            if found is not None and label is not None and found.field is Field.NAME:
                break
            row += found is not None
            done.extend(self._cells(line, found, row))
            empty = found is not None and found.value >= line.end
            label = found or label
            position += 1
        return position

    def _goes_on(self, position: int, field: Field) -> bool:
        """Whether a line without a label belongs to the value above it."""
        above, line = self._paragraphs[position - 1], self._paragraphs[position]
        if self._folded[above.end - 1] in ",、" or self._lexicon.goes_on.match(self._folded, line.start, line.end):
            return True
        if field in _WHO and self._is_listed(position):
            return True
        return field is Field.WORK and self._is_work(position)

    def _is_listed(self, position: int) -> bool:
        """Whether a line below a body is a further one: a bullet, or short with a label soon below it."""
        above, line = self._paragraphs[position - 1], self._paragraphs[position]
        if self._folded.count("\n", above.end, line.start) > 1:
            return False
        if line.layout is Layout.BULLET or _SORTED.match(self._folded, line.start, line.end):
            return True
        below = range(position + 1, min(position + _SOON, len(self._paragraphs)))
        return line.end - line.start <= _SHORT and any(self._label(place) for place in below)

    def _is_work(self, position: int) -> bool:
        """Whether a line below a work belongs to it: a label follows, or no empty line parts the two."""
        below = range(position + 1, min(position + 1 + _REACH, len(self._paragraphs)))
        if any(self._label(place) for place in below):
            return True
        return self._folded.count("\n", self._paragraphs[position - 1].end, self._paragraphs[position].start) < 2

    def _cells(self, line: Paragraph, label: _Label | None, row: int) -> Iterator[Paragraph]:
        if label is not None and label.numbers:
            return
        cell = replace(line, layout=Layout.CELL, level=0, table=self._table, row=row, column=1)
        if label is not None:
            yield replace(cell, end=label.end, column=0)
        start = label.value if label else line.start
        if start < line.end:
            yield replace(cell, start=start)

    def _label(self, position: int) -> _Label | None:
        line = self._paragraphs[position]
        if not _is_line(line):
            return None
        if position not in self._labels:
            found = self._lexicon.line(self._folded, line.start, line.end)
            self._labels[position] = self._numbered(_Label(*found), line) if found else None
        return self._labels[position]

    def _numbered(self, label: _Label, line: Paragraph) -> _Label:
        """The label as it is, or as one of a number where that is all that it labels."""
        is_number = label.field is Field.NAME and _CODE.fullmatch(self._folded, label.value, line.end)
        return replace(label, field=Field.OTHER, numbers=True) if is_number else label


def _is_line(paragraph: Paragraph) -> bool:
    return paragraph.layout in (Layout.TEXT, Layout.BULLET)
