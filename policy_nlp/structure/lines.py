"""Lines of plain and Markdown text as paragraphs: headings, bullets, and the cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_nlp.structure.open_cells import close_of
from policy_nlp.structure.paragraphs import Layout, Paragraph

_LINE = re.compile(r"[^\n]+")
_MARKS = re.compile(
    r"[\s>]{0,200}(?:(?P<hash>#{1,6})\s{0,20}|(?P<bullet>[-*+]\s{1,8}|-{2}\s{0,2}(?=[^\x00-\x7f])|[•●■◆▪‣·○□◇►➢◎▲△★☆✓√➤▶]\s{0,8})|(?P<bar>\|))?[*_]{0,3}\s{0,8}"
)
_KINDS = 8
_LONGEST_CELL = 500
"""A tab beside a longer stretch stands in a page that lost its line breaks, and not in a row."""
_OPENED = re.compile(r"\s{0,40}(?:\(?[\w.]{1,8}[.)]|[-*•●■◆▪‣·○□◇►➢])\t")
_NOTE = re.compile(r"(?:\[\^[^\[\]]{1,12}\]){1,3}$|(?<=[.;!?。])[¹²³⁰⁴-⁹]{1,3}$")
_NOTE_ENDS = frozenset("]¹²³⁰⁴⁵⁶⁷⁸⁹")
_BAR = " | "
_FEWEST_BARS = 2
"""So many bars between cells make a line without bars at its rims a row, beside another one of its kind."""
_UNDERLINE = re.compile(r"\n[ \t]{0,8}(?:(?P<double>={3,200})|-{3,200}|~{3,200})[ \t]{0,80}(?=\n|$)")
_LONGEST_UNDERLINED = 120
_SENTENCE_SIGNS = frozenset(".;,:。;,")
_RULE = re.compile(r"[\s|:=_*~-]{3,4000}$")


def lines(folded: str, page_line: re.Pattern[str]) -> Iterator[Paragraph]:
    """Yield a paragraph for each line, and one for each cell where bars or tabs cut it; no page numbers."""
    table, row, in_table, read = -1, 0, False, 0
    bullets = Bullets()
    for match in _LINE.finditer(folded):
        start, end = match.span()
        if start < read or _RULE.match(folded, start, end):
            continue
        separator = _separator(folded, start, end)
        if separator:
            table, row = (table, row + 1) if in_table else (table + 1, 0)
            in_table = True
            barred = separator == "|" and folded[start:end].lstrip().startswith("|")
            read = close_of(folded, start, end) if barred else end
            yield from _row(folded, start, read, separator, (table, row))
        elif not page_line.fullmatch(folded, start, end):
            in_table = False
            yield from line(folded, start, end, bullets)


class Bullets:
    """The kinds of bullets seen so far, below one another in the order in which they first appear."""

    def __init__(self) -> None:
        self._seen: dict[int, list[str]] = {}

    def level(self, sign: str, indent: int) -> int:
        """Return how deep a bullet stands."""
        kinds = self._seen.setdefault(indent, [])
        if sign not in kinds:
            kinds.append(sign)
        return _KINDS * indent + min(kinds.index(sign), _KINDS - 1)


def line(folded: str, start: int, end: int, bullets: Bullets) -> Iterator[Paragraph]:
    """Yield the paragraph that a line outside tables is, without the marks before it; none where it is blank."""
    marks = _MARKS.match(folded, start, end)
    begin = marks.end() if marks else start
    begin, stop = trimmed(folded, begin, end)
    if begin >= stop:
        return
    underlined = 0 if marks and marks["bullet"] else _underlined(folded, start, end)
    if underlined or (marks and marks["hash"]):
        yield Paragraph(begin, stop, Layout.HEADING, underlined or len(marks["hash"] if marks else ""))
    elif marks and marks["bullet"]:
        level = bullets.level(marks["bullet"].strip(), marks.start("bullet") - start)
        yield Paragraph(begin, stop, Layout.BULLET, level)
    else:
        yield Paragraph(begin, stop)


def _underlined(folded: str, start: int, end: int) -> int:
    """The level of the heading that a line is which stands alone above a line of dashes; 0 where it is none."""
    rule = _UNDERLINE.match(folded, end) if end - start <= _LONGEST_UNDERLINED else None
    if rule is None or folded[start:end].rstrip()[-1:] in _SENTENCE_SIGNS:
        return 0
    above = folded[max(0, folded.rfind("\n", 0, max(0, start - 1))) : start].strip()
    if above and not _RULE.fullmatch(above):
        return 0
    return 1 if rule["double"] else 2


def _separator(folded: str, start: int, end: int) -> str:
    """What parts the cells of a line: a bar, a tab, or nothing; a tab behind a number or a bullet parts none."""
    if folded[start : start + 200].lstrip().startswith("|") or _is_bare_row(folded, start, end):
        return "|"
    opened = _OPENED.match(folded, start, end)
    cells = folded[opened.end() if opened else start : end].strip().split("\t")
    return "\t" if len(cells) > 1 and max(map(len, cells)) <= _LONGEST_CELL else ""


def _is_bare_row(folded: str, start: int, end: int) -> bool:
    """Whether bars part a line and its neighbor into as many cells, with none at their rims."""
    bars = folded.count(_BAR, start, end)
    if bars < _FEWEST_BARS:
        return False
    above = folded.rfind("\n", 0, max(0, start - 1)) + 1
    below = folded.find("\n", end + 1)
    following = folded.count(_BAR, end, below if below >= 0 else len(folded))
    return bars in (following, folded.count(_BAR, above, start))


def _row(folded: str, start: int, end: int, separator: str, place: tuple[int, int]) -> Iterator[Paragraph]:
    """The cells of a row: a cell that goes on over further lines has a paragraph for each of them."""
    column = 0
    for line in _LINE.finditer(folded, start, end):
        begin, stop = line.span()
        opening = begin + len(folded[begin:stop]) - len(folded[begin:stop].lstrip())
        barred = separator == "|" and folded[opening : opening + 1] == "|"
        yield from _cells(folded, opening if barred else begin - 1, stop, separator, (*place, column))
        column += max(0, folded.count(separator, begin, stop) - barred)


def _cells(folded: str, cursor: int, end: int, separator: str, place: tuple[int, int, int]) -> Iterator[Paragraph]:
    """The cells behind `cursor`, which stands on a separator or before the line."""
    table, row, column = place
    while cursor < end:
        close = folded.find(separator, cursor + 1, end)
        close = end if close < 0 else close
        begin, stop = trimmed(folded, cursor + 1, close)
        if begin < stop:
            yield Paragraph(begin, stop, Layout.CELL, 0, table, row, column)
        cursor, column = close, column + 1


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return `[start, end)` without white space and emphasis marks at its rims."""
    while start < end and (folded[start].isspace() or folded[start] in "*_"):
        start += 1
    while end > start and (folded[end - 1].isspace() or folded[end - 1] in "*_"):
        end -= 1
    note = _NOTE.search(folded, max(start, end - 48), end) if folded[end - 1 : end] in _NOTE_ENDS else None
    return start, note.start() if note and note.start() > start else end
