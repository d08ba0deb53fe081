"""The words of one Word paragraph as its reader sees them: insertions in, deletions, codes and hidden text out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policy_nlp.reading.word_fields import Fields, is_contents_code
from policy_nlp.reading.word_package import attribute, child, is_on
from policy_nlp.reading.xml_source import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_GONE = frozenset({
    "del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "rt", "txbxContent", "comment",
    "fldData", "smartTagPr", "customXmlPr",
})  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
# Characters of symbol fonts that plans use; the rest are ornaments.
_SYMBOLS = {
    "symbol": {0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°"},
    "wingdings": {0xFE: "☑", 0xFC: "✓", 0xA8: "□", 0x6F: "□", 0xA3: "□"},
    "wingdings 2": {0x52: "☑", 0x50: "✓", 0xA3: "□", 0x2A: "□"},
}
_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its text, the boxes anchored in it, the notes that it refers to, its page breaks."""

    text: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pages: int = 0


def read_words(paragraph: Element, fields: Fields, mark_of: NoteMarks) -> Words:
    """Return the words of a paragraph; `fields` goes on from the paragraph before, `mark_of` numbers the notes."""
    words = Words()
    _Walk(words, fields, mark_of).inside(paragraph)
    fields.end_paragraph()
    return words


class NoteMarks:
    """The numbers of the notes referred to so far."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}

    def number(self, kind: str, id: str) -> int:
        """Return the number of a note, in the order of the references.

        >>> marks = NoteMarks(); [marks.number("footnotes", id) for id in ("7", "9", "7")]
        [1, 2, 1]
        """
        return self._seen.setdefault((kind, id), len(self._seen) + 1)


def superscript(number: int) -> str:
    """Return a number in raised digits, as the mark of a note.

    >>> superscript(12)
    '¹²'
    """
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))


@dataclass(slots=True)
class _Walk:
    words: Words
    fields: Fields
    marks: NoteMarks

    def inside(self, element: Element) -> None:
        """Read what lies in an element, in order."""
        for item in element:
            self._one(item, local_name(item.tag))

    def _one(self, item: Element, name: str) -> None:
        if name in _GONE:
            self._aside(item, name)
        elif name == "r":
            self._run(item)
        elif name == "AlternateContent":
            self._choice(item)
        elif name == "fldSimple":
            self._simple_field(item)
        elif name in _SIGNS or name in _NOTES or name in ("t", "sym", "fldChar", "instrText", "lastRenderedPageBreak"):
            self._sign(item, name)
        else:
            self.inside(item)

    def _aside(self, item: Element, name: str) -> None:
        if name == "txbxContent":
            self.words.boxes.append(item)

    def _run(self, run: Element) -> None:
        # Marks of fields count in hidden text too: else a field would never end.
        if not is_on(child(run, "rPr", "vanish")):
            self.inside(run)
            return
        for item in run:
            if local_name(item.tag) in ("fldChar", "instrText"):
                self._sign(item, local_name(item.tag))

    def _choice(self, item: Element) -> None:
        """A text box stands twice, for new and for old programs: the first reading that shows something counts."""
        for reading in item:
            before = len(self.words.text), len(self.words.boxes)
            self.inside(reading)
            if (len(self.words.text), len(self.words.boxes)) != before:
                return

    def _simple_field(self, item: Element) -> None:
        if is_contents_code(attribute(item, "instr")) and not self.fields.keep_contents:
            self.fields.set_aside += 1
        else:
            self.inside(item)

    def _sign(self, item: Element, name: str) -> None:
        if name == "fldChar":
            self.fields.mark(attribute(item, "fldCharType"))
        elif name == "instrText":
            self.fields.code(item.text or "")
        elif name == "lastRenderedPageBreak":
            self.words.pages += 1
        elif not self.fields.hides:
            self.words.text.append(self._shown(item, name))

    def _shown(self, item: Element, name: str) -> str:
        if name == "t":
            return (item.text or "").replace("\r", " ").replace("\n", " ")
        if name == "sym":
            return symbol(attribute(item, "char"), attribute(item, "font"))
        if name in _NOTES:
            kind, id = _NOTES[name], attribute(item, "id") or ""
            self.words.notes.append((kind, id))
            return superscript(self.marks.number(kind, id))
        return _SIGNS[name]


def symbol(code: str | None, font: str | None = None) -> str:
    """Return the character that `w:sym` shows, "" for an ornament.

    >>> symbol("F0FE", "Wingdings"), symbol("2264"), symbol("F04A", "Wingdings"), symbol("x")
    ('☑', '≤', '', '')
    """
    try:
        value = int(code or "", 16)
    except ValueError:
        return ""
    signs = _SYMBOLS.get((font or "").lower(), {})
    if value in _PRIVATE or value & 0xFF in signs:
        return signs.get(value & 0xFF, "")
    return chr(value) if 32 <= value < 0x110000 and not 0xD800 <= value < 0xE000 else ""
