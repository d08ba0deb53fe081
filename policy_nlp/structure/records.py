"""Records: tables and lines that give the fields of each thing to be done below one another, a label before each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from policy_nlp.structure.columns import column_lexicon
from policy_nlp.structure.entries import Entries, Entry, Row, rows_of
from policy_nlp.structure.field_lines import tabulated
from policy_nlp.structure.fields import field_lexicon
from policy_nlp.structure.markers import scanner
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.record_values import Layer, Record
from policy_nlp.structure.tables import is_cell

_FEW_BETWEEN = 3
"""So many lines may stand inside a record that its table does not hold, such as notes at the foot of a page."""


def lay_out_records(folded: str, paragraphs: Sequence[Paragraph], *, language: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the values of records laid out, in the order of the text; other ones stay as they are.

    The name of a record becomes a heading and its work becomes text, so that the items in it are found as everywhere.
    The other values are cells that know their field; labels are left out.

    >>> import re
    >>> from policy_nlp.structure.lines import lines
    >>> text = "|Project name|New library|\\n|Description|Build it.|\\n|Lead|City Library|\\n|Timeline|2027|"
    >>> laid = lay_out_records(text, tuple(lines(text, re.compile("(?!)"))), language="en")
    >>> [(text[p.start : p.end], p.layout.value, p.field.value) for p in laid][:3]
    [('New library', 'heading', 'name'), ('Build it.', 'text', 'work'), ('City Library', 'cell', 'lead')]
    """
    paragraphs = tabulated(folded, paragraphs, field_lexicon(language))
    if not any(map(is_cell, paragraphs)):
        return paragraphs
    walk = _Walk(folded, language)
    for table, group in groupby(paragraphs, key=lambda paragraph: paragraph.table if is_cell(paragraph) else -1):
        if table < 0:
            walk.lines(list(group))
        else:
            walk.table(list(group))
    walk.close()
    return tuple(sorted(walk.done, key=lambda paragraph: paragraph.start))


class _Walk:
    """Goes through the tables of a text; `done` is what has been laid out so far."""

    def __init__(self, folded: str, language: str) -> None:
        lexicon = field_lexicon(language)
        self.done: list[Paragraph] = []
        self._folded = folded
        self._scan = scanner(language)
        self._entries = Entries(folded, lexicon, column_lexicon(language))
        self._layer = Layer(folded, lexicon, self._scan)
        self._labels: frozenset[int] = frozenset()
        self._record: Record | None = None
        self._captions: list[Entry] = []
        self._above: list[str] = []
        self._between: list[Paragraph] = []

    def lines(self, group: Sequence[Paragraph]) -> None:
        """Take what stands between two tables."""
        self._between.extend(group)

    def table(self, cells: Sequence[Paragraph]) -> None:
        """Take the cells of a table."""
        rows = rows_of(cells)
        own = self._entries.labels(rows)
        labels = own or self._labels_above(rows)
        entries = [entry for row in rows for entry in self._entries.of(row, labels)] if labels else []
        rest = self._is_rest_of_work(cells, entries)
        if not entries or not (own or rest or self._is_quiet()):
            self.close()
            self.done.extend(cells)
            return
        self._labels = labels
        if rest:
            self._take_rest()
        self._pass_between(entries)
        for entry in entries:
            self._take(entry)

    def _labels_above(self, rows: Sequence[Row]) -> frozenset[int]:
        """The columns of labels of the record that is open, where the table can go on with them."""
        goes_on = self._record is not None and self._entries.goes_on(rows, self._labels)
        return self._labels if goes_on else frozenset()

    def close(self) -> None:
        """End the record that is open, and take over what stands behind it."""
        self._end_record()
        self._captions.clear()
        self.done.extend(self._between)
        self._between.clear()

    def _end_record(self) -> None:
        if self._record is not None:
            self.done.extend(self._layer.paragraphs(self._record))
        self._record = None

    def _is_quiet(self) -> bool:
        """Whether what stands between two tables may stand inside the record that is open."""
        if self._record is None:
            return False
        between = [p for p in self._between if self._text(p) not in self._above]
        return len(between) <= _FEW_BETWEEN and not any(self._scan.leading(self._folded, p) for p in between)

    def _is_rest_of_work(self, cells: Sequence[Paragraph], entries: Sequence[Entry]) -> bool:
        """Whether the lines since the last cell are the rest of a work, in a table whose cells only tabs part."""
        record = self._record
        if record is None or record.entries[-1].field is not Field.WORK or not entries or not self._between:
            return False
        if entries[0].field in (None, Field.OTHER, Field.CAPTION) or self._opens(entries[0]):
            return False
        if any(map(_is_heading, self._between)):
            return False
        return len(cells) > 1 and "\t" in self._folded[cells[0].end : cells[1].start]

    def _take_rest(self) -> None:
        if self._record is not None:
            self._record.add(Entry(None, list(self._between)))
        self._between.clear()

    def _pass_between(self, entries: Sequence[Entry]) -> None:
        """Take over what stands above a table of records, without a line that each of them repeats."""
        quiet = self._is_quiet()
        last = self._between[-1] if self._between else None
        opens = self._opens(next((entry for entry in entries if entry.field is not Field.CAPTION), entries[0]))
        if last is not None and opens:
            if self._text(last) in self._above:
                self._between.pop()
            else:
                self._above = [self._text(last)]
        if quiet:
            self.done.extend(self._between)
            self._between.clear()
        else:
            self.close()

    def _take(self, entry: Entry) -> None:
        if entry.field is Field.CAPTION:
            self._captions.append(entry)
            return
        if self._opens(entry):
            self._end_record()
            self._record = Record(entry.field or Field.OTHER, self._new_captions())
        self._captions.clear()
        if self._record is not None:
            self._record.add(entry)

    def _opens(self, entry: Entry) -> bool:
        """Whether a record begins with `entry`: with its name, or where it has none, with its first field again."""
        if entry.field in (None, Field.OTHER, Field.CAPTION):
            return False
        if self._record is None or entry.field is Field.NAME:
            return True
        return entry.field is self._record.first and Field.NAME not in self._record.fields

    def _new_captions(self) -> list[Entry]:
        """The captions above a record, those left out that only repeat what stands above the one before it."""
        texts = [self._text(replace(c.values[0], end=c.values[-1].end)) for c in self._captions]
        if not texts or self._above[-len(texts) :] == texts:
            return []
        self._above = [*self._above[: -len(texts)], *texts]
        return list(self._captions)

    def _text(self, paragraph: Paragraph) -> str:
        return self._folded[paragraph.start : paragraph.end]


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.layout is Layout.HEADING
