"""Hard-wrapped lines: told by their width, joined in sense, their breaks left out of the view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from policy_nlp.lexicon.load import table
from policy_nlp.structure.paragraphs import Layout, Paragraph

_INNER_BREAK = re.compile(r"\s{0,40}\n\s{0,40}(?:[-— ]{0,4}\d{1,4}[-— ]{0,4}\n\s{0,40})?")
_FEW = 6
_SET_IN = 2
_FULL = 0.8
"""The share of the longest line that surely goes on from which a line is full."""
_LAST_WORD = 8
_SHORT = 12
_TITLE_END = 200
"""How far from the end of a title its genre word can stand, remarks in brackets behind it."""


class Wrapping:
    """How lines of one language are wrapped, and what shows that a line begins or ends a paragraph."""

    def __init__(self, language: str) -> None:
        layout = table(language, "layout")["wrapping"]
        titles = table(language, "headings")["titles"]
        self.width = int(layout["width"])
        self.blanks_part = bool(layout["blanks_part"])
        self.label = re.compile(layout["label"])
        self.unfinished = re.compile(layout["unfinished"])
        self.loose = re.compile(layout["loose"])
        self.ends = frozenset(layout["sentence_end"])
        self.closers = frozenset(layout["closers"])
        self.after = frozenset(layout["goes_on_after"])
        self.before = frozenset(layout["goes_on_before"])
        self._opening = re.compile("|".join([layout["opening"], *_numbers(language)]), re.MULTILINE)
        words = "|".join(map(re.escape, [*titles["genres"], *titles["notices"]]))
        self._title_end = re.compile(f"(?:{words}){titles['after']}$" if titles.get("breaks") else r"(?!)")

    def opens(self, folded: str, position: int) -> bool:
        """Whether a number or a word at `position` opens a paragraph."""
        return bool(self._opening.match(folded, position))

    def ends_title(self, folded: str, paragraph: Paragraph) -> bool:
        """Whether the paragraph is the last line of a title, which does not go on."""
        return bool(self._title_end.search(folded, max(paragraph.start, paragraph.end - _TITLE_END), paragraph.end))

    def ends_sentence(self, folded: str, end: int) -> bool:
        """Whether a sentence ends before `end`, closing quotes and brackets left aside."""
        while end > 0 and folded[end - 1] in self.closers:
            end -= 1
        return end > 0 and folded[end - 1] in self.ends


def _numbers(language: str) -> Iterator[str]:
    """The patterns of numbers that open a line, without their names."""
    for style in table(language, "numbering")["styles"]:
        if not style.get("prose"):
            yield str(style["pattern"]).replace("(?P<n>", "(?:")


@cache
def wrapping(language: str) -> Wrapping:
    """Return the compiled wrapping lexicon of a language."""
    return Wrapping(language)


def wrap_width(folded: str, lines: Sequence[Paragraph], *, language: str) -> int:
    """Return the width at which the lines were hard-wrapped, or 0 where they were not."""
    lexicon = wrapping(language)
    texts = [line for line in lines if line.layout is not Layout.CELL]
    lengths = sorted(line.end - line.start for line in texts if line.end - line.start > _SHORT)
    if len(lengths) < _FEW:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    full = [line for line in texts if line.end - line.start >= 0.8 * width]
    broken = sum(not (lexicon.ends_sentence(folded, line.end) or folded[line.end - 1] == ")") for line in full)
    wrapped = broken > 0.4 * len(full) and len(full) > 0.3 * len(lengths)
    return width if width <= lexicon.width and wrapped else 0


def joined(folded: str, lines: Iterable[Paragraph], width: int, *, language: str) -> tuple[Paragraph, ...]:
    """Return the lines with those that go on joined to the one before them."""
    lexicon = wrapping(language)
    done: list[Paragraph] = []
    items = tuple(lines)
    parted = _parted_by_blanks(folded, items, width, lexicon)
    for line in items:
        apart = parted and bool(done) and _blank_between(folded, done[-1], line)
        ended = not done or apart or lexicon.ends_title(folded, done[-1])
        if not ended and _continues(folded, done[-1], line, width, lexicon):
            done[-1] = done[-1].between(done[-1].start, line.end)
        else:
            done.append(line)
    return tuple(done)


def run_over(folded: str, lines: Sequence[Paragraph], *, language: str) -> tuple[Paragraph, ...]:
    """Return the lines of a text that is not wrapped throughout, with those that surely go on joined to the one before.

    >>> lines = (Paragraph(0, 18), Paragraph(19, 35))
    >>> len(run_over("Build a bridge and" + chr(10) + "repair the road.", lines, language="en"))
    1
    """
    lexicon = wrapping(language)
    broken = [a.end - a.start for a, b in pairwise(lines) if _runs_over(folded, a, b, lexicon, full=0)]
    full = int(_FULL * max(broken, default=0))
    done: list[Paragraph] = []
    for line in lines if broken else ():
        if done and _runs_over(folded, done[-1], line, lexicon, full=full):
            done[-1] = done[-1].between(done[-1].start, line.end)
        else:
            done.append(line)
    return tuple(done if broken else lines)


def _runs_over(folded: str, before: Paragraph, line: Paragraph, lexicon: Wrapping, *, full: int) -> bool:
    """Whether a line below one that ends in no sign goes on with it.

    The last word says so, or that it is set in below a bullet, or that the line above is `full`.
    """
    gap = folded[before.end : line.start]
    if line.layout is not Layout.TEXT or before.layout not in (Layout.TEXT, Layout.BULLET) or gap.count("\n") != 1:
        return False
    if folded[line.start] not in lexicon.before or lexicon.opens(folded, line.start):
        return False
    if lexicon.ends_sentence(folded, before.end):
        return False
    set_in = before.layout is Layout.BULLET and len(gap.expandtabs()) > _SET_IN
    if set_in or 0 < full <= _last_line(folded, before):
        return True
    return bool(lexicon.unfinished.search(folded, max(before.start, before.end - _LAST_WORD), before.end))


def _parted_by_blanks(folded: str, lines: Sequence[Paragraph], width: int, lexicon: Wrapping) -> bool:
    """Whether blank lines part the paragraphs: hardly a full line that ends no sentence stands before one."""
    texts = [line for line in lines if line.layout is not Layout.CELL] if lexicon.blanks_part else []
    open_ends = [
        _blank_between(folded, line, following)
        for line, following in pairwise(texts)
        if line.end - line.start >= 0.8 * width and not lexicon.ends_sentence(folded, line.end)
    ]
    return bool(open_ends) and sum(open_ends) < 0.3 * len(open_ends)


def _blank_between(folded: str, before: Paragraph, line: Paragraph) -> bool:
    """Whether an empty line, and not the number of a page, stands between two lines."""
    return folded.count("\n", before.end, line.start) > 1 and not folded[before.end : line.start].strip(" \n*_")


def _continues(folded: str, before: Paragraph, line: Paragraph, width: int, lexicon: Wrapping) -> bool:
    if line.layout is not Layout.TEXT or before.layout in (Layout.HEADING, Layout.CELL):
        return False
    ended = lexicon.ends_sentence(folded, before.end)
    goes_on = _reads_on(folded, before, line, width, lexicon, ended=ended)
    return goes_on or (not ended and _inside(folded, before))


def _reads_on(folded: str, before: Paragraph, line: Paragraph, width: int, lexicon: Wrapping, *, ended: bool) -> bool:
    """Whether the lengths and the words at the break say that the line goes on."""
    if lexicon.opens(folded, line.start) or (ended and folded.count("\n", before.end, line.start) > 1):
        return False
    length = _last_line(folded, before)
    if ended:
        return length >= 0.8 * width and not lexicon.label.match(folded, line.start)
    if lexicon.opens(folded, before.start) and folded[line.start].isupper() and length < 0.8 * width:
        return False
    if folded[before.end - 1] in lexicon.after or folded[line.start] in lexicon.before:
        return True
    begun = folded.find("\n", before.start, before.end) >= 0
    return (begun or length >= 0.65 * width) and not lexicon.label.match(folded, line.start)


def _inside(folded: str, before: Paragraph) -> bool:
    """Whether an open quotation or bracket says that the line goes on."""
    text = folded[max(before.start, before.end - 120) : before.end]
    return any(text.count(opening) > text.count(closing) for opening, closing in ("《》", "()", "“”"))


def _last_line(folded: str, paragraph: Paragraph) -> int:
    return paragraph.end - max(paragraph.start, folded.rfind("\n", 0, paragraph.end) + 1)


def inner_breaks(folded: str, paragraphs: Iterable[Paragraph], *, language: str) -> Iterator[tuple[int, int]]:
    """Yield what hard wrapping put inside paragraphs: the breaks, and loose white space.

    Between words of an alphabet one white space is kept.
    """
    loose = wrapping(language).loose
    for paragraph in paragraphs:
        found = [_break(folded, match) for match in _INNER_BREAK.finditer(folded, paragraph.start, paragraph.end)]
        found += [match.span() for match in loose.finditer(folded, paragraph.start, paragraph.end)]
        yield from sorted(cut for cut in found if cut[1] > cut[0])


def _break(folded: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    latin = start > 0 and end < len(folded) and folded[start - 1].isascii() and folded[end].isascii()
    words = latin and folded[start - 1] != "-" and not _inside_number(folded, start, end)
    return (start + 1, end) if words else (start, end)


def _inside_number(folded: str, start: int, end: int) -> bool:
    """Whether a break cuts a number, as it may between Han characters: `到20` / `25年`, not `Q4` / `2026`."""
    if not (folded[start - 1].isdigit() and folded[end].isdigit()):
        return False
    first = start - 1
    while first > 0 and folded[first - 1].isdigit():
        first -= 1
    return first > 0 and not folded[first - 1].isascii()
