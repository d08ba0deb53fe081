"""One record laid out: its name a heading, its work text with items in it, other values cells that know their field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from policy_nlp.structure.entries import Entry
from policy_nlp.structure.fields import FieldLexicon
from policy_nlp.structure.lines import Bullets, line, trimmed
from policy_nlp.structure.markers import Marker, Scanner
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.styles import CAPTION_LEVEL, NAME_LEVEL

_SPACE = re.compile(r"(?<=[。.;!]) {1,4}(?=[^ ])")
_BREAK = re.compile(r"\n|<br ?/?>", re.IGNORECASE)
_LISTED = 3
"""So many short lines are a list, numbered or not."""
_SHORT = 120


@dataclass(slots=True)
class Record:
    """A record while it is being read: the captions above it, and its entries; `first` is the field that opened it."""

    first: Field
    captions: list[Entry]
    entries: list[Entry] = field(default_factory=list)

    @property
    def fields(self) -> set[Field | None]:
        """The fields that have a value."""
        return {entry.field for entry in self.entries if entry.values}

    def add(self, entry: Entry) -> None:
        """Take a further entry; one without a field goes on with the value above it."""
        if entry.field is not None:
            self.entries.append(entry)
        elif self.entries:
            self.entries[-1].values.extend(entry.values)


class Layer:
    """Lays out the records of one text, one after another."""

    def __init__(self, folded: str, lexicon: FieldLexicon, scan: Scanner) -> None:
        self._folded = folded
        self._lexicon = lexicon
        self._scan = scan
        self._number = -1

    def paragraphs(self, record: Record) -> Iterator[Paragraph]:
        """Yield the paragraphs of a record; what only labels is left out."""
        self._number += 1
        _name_by_caption(record)
        for place, caption in enumerate(reversed(record.captions)):
            level = max(CAPTION_LEVEL, NAME_LEVEL - 1 - place)
            yield self._valued(_whole(caption.values), Field.CAPTION, Layout.HEADING, level)
        named = Field.WORK in record.fields
        for entry in record.entries:
            if entry.values:
                yield from self._entry(entry, named=named)

    def _entry(self, entry: Entry, *, named: bool) -> Iterator[Paragraph]:
        """`named`: the record says elsewhere what is to be done, else its name does."""
        if entry.field is Field.NAME and named:
            yield self._valued(_whole(entry.values), Field.NAME, Layout.HEADING, NAME_LEVEL)
        elif entry.field in (Field.NAME, Field.WORK):
            yield from self._work(entry.values)
        else:
            yield from (self._cell(part, entry.field or Field.OTHER) for part in self._lines(entry.values))

    def _cell(self, part: Paragraph, kind: Field) -> Paragraph:
        blank = self._lexicon.blank.fullmatch(self._folded, part.start, part.end)
        return self._valued(part, Field.OTHER if blank else kind, Layout.CELL, 0)

    def _valued(self, part: Paragraph, kind: Field, layout: Layout, level: int) -> Paragraph:
        return replace(part, field=kind, layout=layout, level=level, record=self._number)

    def _lines(self, values: Sequence[Paragraph]) -> Iterator[Paragraph]:
        for value in values:
            start = value.start
            for gap in [*_BREAK.finditer(self._folded, value.start, value.end), None]:
                begin, stop = trimmed(self._folded, start, gap.start() if gap else value.end)
                if begin < stop:
                    yield replace(value, start=begin, end=stop)
                start = gap.end() if gap else stop

    def _work(self, values: Sequence[Paragraph]) -> Iterator[Paragraph]:
        """The lines of a work; those of a list without numbers are bullets."""
        bullets = Bullets()
        parts = [
            self._valued(part, Field.WORK, Layout.BULLET if part.layout is Layout.BULLET else Layout.TEXT, part.level)
            for written in self._lines(values)
            for value in self._at_numbers(written)
            for part in line(self._folded, value.start, value.end, bullets)
        ]
        marked = any(self._scan.leading(self._folded, part) is not None for part in parts)
        first = len(parts) if marked else self._list_start(parts)
        yield from parts[:first]
        yield from (replace(part, layout=Layout.BULLET) for part in parts[first:])

    def _at_numbers(self, value: Paragraph) -> Iterator[Paragraph]:
        """The items of a line whose breaks a reader made spaces: the numbers follow each other."""
        last = self._scan.leading(self._folded, value)
        for gap in _SPACE.finditer(self._folded, value.start, value.end) if last is not None else ():
            rest = replace(value, start=gap.end())
            marker = self._scan.leading(self._folded, rest)
            if marker is not None and last is not None and _follows(last, marker):
                yield replace(value, end=gap.start())
                value, last = rest, marker
        yield value

    def _list_start(self, parts: Sequence[Paragraph]) -> int:
        """Where the list of short lines begins that closes the work; its length where none does."""
        first = len(parts)
        while first > 0 and self._is_item(parts[first - 1]):
            first -= 1
        listed = parts[first:]
        ended = sum(bool(self._lexicon.ended.search(self._folded, part.start, part.end)) for part in listed)
        return first if len(listed) >= _LISTED and 3 * ended >= 2 * len(listed) else len(parts)

    def _is_item(self, part: Paragraph) -> bool:
        short = part.end - part.start <= _SHORT
        return short and not self._lexicon.goes_on.match(self._folded, part.start, part.end)


def _follows(last: Marker, marker: Marker) -> bool:
    return bool(marker.ordinal) and marker.style is last.style and marker.ordinal == last.ordinal + 1


def _name_by_caption(record: Record) -> None:
    """Where no field names a record, the caption right above it does."""
    if record.captions and Field.NAME not in record.fields:
        caption = record.captions.pop()
        record.entries.insert(0, Entry(Field.NAME, caption.values))


def _whole(values: Sequence[Paragraph]) -> Paragraph:
    return replace(values[0], end=values[-1].end)
