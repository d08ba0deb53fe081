"""Paragraphs: the stretches of text between breaks, with the layout that they were written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.text.view import View, without

_LINE = re.compile(r"[^\n]+")
_MARKS = re.compile(r"[\s>]{0,200}(?:(?P<hash>#{1,6})\s{0,20}|(?P<bullet>[-*+]\s{1,8}|[•●■◆▪‣·○□◇►➢]\s{0,8})|(?P<bar>\|))?[*_]{0,3}\s{0,8}")
_RULE = re.compile(r"[\s|:=_*~-]{3,4000}$")
_SENTENCE_END = frozenset("。!?;:.…")
_CLOSERS = "”’\"')]》"
RUN_ON_LENGTH = 1200
"""Mean length of a paragraph from which a text counts as written without line breaks."""


class Layout(StrEnum):
    """How a paragraph stands on the page."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without white space or marks at its rims.

    `level` is the depth of a heading, or the indentation of a bullet. A cell knows its table, row and column.
    """

    start: int
    end: int
    layout: Layout = Layout.TEXT
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1


def split(folded: str, *, language: str) -> tuple[View, tuple[Paragraph, ...]]:
    """Return the view of plain or Markdown text, and its paragraphs in the offsets of that view, hard-wrapped lines joined.

    >>> view, paragraphs = split("# 一、目标\n\n到2025年完成。", language="zh")
    >>> [(p.layout.value, p.start, p.end) for p in paragraphs]
    [('heading', 2, 6), ('text', 8, 16)]
    """
    lines = tuple(_lines(folded))
    width = wrap_width(folded, lines)
    if width == 0:
        return View(folded), tuple(_broken_at_spaces(folded, lines))
    joined = tuple(_unwrapped(folded, tuple(line for line in lines if not _PAGE_NUMBER.fullmatch(folded, line.start, line.end)), width, _title_end(language)))
    view = without(folded, _cuts(folded, joined))
    moved = tuple(replace(p, start=view.place(p.start), end=view.place(p.end - 1) + 1) for p in joined)
    return view, tuple(_broken_at_spaces(view.text, moved))


_PAGE_NUMBER = re.compile(r"[-— ]{0,4}\d{1,4}[-— ]{0,4}|第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?|Page \d{1,4}(?: of \d{1,4})?", re.IGNORECASE)
_PAGE_LINE = re.compile(r"\s{0,80}[-—·] {0,3}\d{1,4} {0,3}[-—·]\s{0,80}|\s{0,80}第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?\s{0,80}")
_INNER_BREAK = re.compile(r"\s{0,40}\n\s{0,40}(?:[-— ]{0,4}\d{1,4}[-— ]{0,4}\n\s{0,40})?")
_LOOSE = re.compile(r"(?<=[^\x00-\x7F]) (?=\d)|(?<=[\d%]) (?=[^\x00-\x7F])")


def _cuts(folded: str, paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, int]]:
    """What hard wrapping put inside a paragraph: the breaks, and the spaces that set figures apart in Chinese text.

    Between words of an alphabet one white space is kept.
    """
    for paragraph in paragraphs:
        found = [_break(folded, m) for m in _INNER_BREAK.finditer(folded, paragraph.start, paragraph.end)]
        found += [m.span() for m in _LOOSE.finditer(folded, paragraph.start, paragraph.end)]
        yield from sorted(cut for cut in found if cut[1] > cut[0])


def _break(folded: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    latin = start > 0 and end < len(folded) and folded[start - 1].isascii() and folded[end].isascii()
    words = latin and folded[start - 1] != "-" and not (folded[start - 1].isdigit() and folded[end].isdigit())
    return (start + 1, end) if words else (start, end)


def _lines(folded: str) -> Iterator[Paragraph]:
    table, row, in_table = -1, 0, False
    for match in _LINE.finditer(folded):
        start, end = match.span()
        separator = _separator(folded, start, end)
        if separator and not _RULE.match(folded, start, end):
            table, row = (table, row + 1) if in_table else (table + 1, 0)
            in_table = True
            yield from _cells(folded, start, end, separator, (table, row))
        elif not _RULE.match(folded, start, end) and not _PAGE_LINE.fullmatch(folded, start, end):
            in_table = False
            yield from _line(folded, start, end)


def _line(folded: str, start: int, end: int) -> Iterator[Paragraph]:
    marks = _MARKS.match(folded, start, end)
    begin = marks.end() if marks else start
    begin, stop = trimmed(folded, begin, end)
    if begin >= stop:
        return
    if marks and marks["hash"]:
        yield Paragraph(begin, stop, Layout.HEADING, len(marks["hash"]))
    elif marks and marks["bullet"]:
        yield Paragraph(begin, stop, Layout.BULLET, marks.start("bullet") - start)
    else:
        yield Paragraph(begin, stop)


def _separator(folded: str, start: int, end: int) -> str:
    """What parts the cells of a line: a bar, a tab, or nothing."""
    if folded[start:start + 200].lstrip().startswith("|"):
        return "|"
    return "\t" if "\t" in folded[start:end].strip() else ""


def _cells(folded: str, start: int, end: int, separator: str, place: tuple[int, int]) -> Iterator[Paragraph]:
    column = -1
    cursor = folded.index("|", start) if separator == "|" else start - 1
    while cursor < end:
        column += 1
        close = folded.find(separator, cursor + 1, end)
        close = end if close < 0 else close
        begin, stop = trimmed(folded, cursor + 1, close)
        if begin < stop:
            yield Paragraph(begin, stop, Layout.CELL, 0, *place, column)
        cursor = close


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return `[start, end)` without white space and emphasis marks at its rims."""
    while start < end and (folded[start].isspace() or folded[start] in "*_"):
        start += 1
    while end > start and (folded[end - 1].isspace() or folded[end - 1] in "*_"):
        end -= 1
    return start, end


def _unwrapped(folded: str, lines: Sequence[Paragraph], width: int, title_end: re.Pattern[str]) -> Iterable[Paragraph]:
    joined: list[Paragraph] = []
    for line in lines:
        if joined and not title_end.search(folded, joined[-1].start, joined[-1].end) and _continues(folded, joined[-1], line, width):
            joined[-1] = replace(joined[-1], end=line.end)
        else:
            joined.append(line)
    return joined


@cache
def _title_end(language: str) -> re.Pattern[str]:
    """What the last line of a title ends in, where such a line surely does not go on."""
    titles = table(language, "headings")["titles"]
    if not titles.get("breaks", False):
        return re.compile(r"(?!)")
    words = "|".join(map(re.escape, [*titles["genres"], *titles["notices"]]))
    return re.compile(f"(?:{words}){titles['after']}$")


def wrap_width(folded: str, lines: Sequence[Paragraph]) -> int:
    """Return the width at which the lines were hard-wrapped, or 0 where they were not."""
    lengths = sorted(line.end - line.start for line in lines if line.layout is not Layout.CELL and line.end - line.start > 12)
    if len(lengths) < 6:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    wide = any(ord(char) > 0x2E7F for char in folded[lines[0].start:lines[-1].end][:2000])
    full = [line for line in lines if line.layout is not Layout.CELL and line.end - line.start >= 0.8 * width]
    broken = sum(not _ends_sentence(folded, line.end) for line in full)
    return width if width <= (60 if wide else 120) and broken > 0.4 * len(full) and len(full) > 0.3 * len(lengths) else 0


def _ends_sentence(folded: str, end: int) -> bool:
    while end > 0 and folded[end - 1] in _CLOSERS:
        end -= 1
    return end > 0 and folded[end - 1] in _SENTENCE_END


_OPENING = re.compile(
    r"\(?[一二三四五六七八九十]{1,3}[、)](?![一二三四五六七八九十])|[\(]?\d{1,2}[.、)](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节条编篇部]|附件|抄送|抄报|主题词|联系人|责任编辑|校对|[①-⑳]"
    r"|(?:[A-Z]|[IVX]{1,5}|[a-z])[.)] |\(?[a-z]\) |\d{1,2}(?:\.\d{1,2}){1,3}\.? |(?:Action|Goal|Initiative|Objective|Part|Priority|Pillar) [A-Z0-9]"
)
_LABEL = re.compile(r"[^\s,。;:]{1,12}: ?\S|(?:[A-Z][\w()/-]{0,20} ?){1,5}: ?\S")


def _continues(folded: str, before: Paragraph, line: Paragraph, width: int) -> bool:
    if line.layout is not Layout.TEXT or before.layout in (Layout.HEADING, Layout.CELL):
        return False
    ended = _ends_sentence(folded, before.end)
    if _inside(folded, before) and not ended:
        return True
    if _OPENING.match(folded, line.start) or (ended and folded.count("\n", before.end, line.start) > 1):
        return False
    length = _last_line(folded, before)
    if ended:
        return length >= 0.8 * width
    if folded[before.end - 1] in ",、》" or folded[line.start] in "《“":
        return True
    begun = "\n" in folded[before.start:before.end]
    return (begun or length >= 0.65 * width) and not _LABEL.match(folded, line.start)


def _inside(folded: str, before: Paragraph) -> bool:
    """Whether an open quotation or bracket says that the line goes on."""
    text = folded[max(before.start, before.end - 120):before.end]
    return text.count("《") > text.count("》") or text.count("(") > text.count(")") or text.count("“") > text.count("”")


def _last_line(folded: str, paragraph: Paragraph) -> int:
    return paragraph.end - max(paragraph.start, folded.rfind("\n", 0, paragraph.end) + 1)


_GAP = re.compile(r"(?<=[^\x00-\x7F0-9]) {1,8}(?=[^\x00-\x7F])|(?<=[日)]) {1,8}(?=[^\x00-\x7F])| {2,8}(?=[^\x00-\x7F]|[(\d])")
_WIDE_GAP = re.compile(r" {2,8}(?=[^\x00-\x7F]|[(\d])")
_LONG = 200


def _broken_at_spaces(folded: str, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Ideographic spaces stand for line breaks; in a text without any, single spaces between Chinese characters do too."""
    items = tuple(paragraphs)
    run_on = bool(items) and sum(p.end - p.start for p in items) / len(items) > RUN_ON_LENGTH
    for item in items:
        if item.layout is Layout.TEXT and (run_on or item.end - item.start > _LONG):
            yield from _pieces(folded, item, _GAP if run_on else _WIDE_GAP)
        else:
            yield item


def _pieces(folded: str, paragraph: Paragraph, gaps: re.Pattern[str]) -> Iterator[Paragraph]:
    start = paragraph.start
    for gap in gaps.finditer(folded, paragraph.start, paragraph.end):
        if folded[gap.start() - 1] not in "、.":
            yield replace(paragraph, start=start, end=gap.start())
            start = gap.end()
    yield replace(paragraph, start=start)
