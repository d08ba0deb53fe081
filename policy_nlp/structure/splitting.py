"""From text to paragraphs: lines, hard wraps undone, and spaces that stand for breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from policy_nlp.lexicon.load import table
from policy_nlp.structure.aligned import align
from policy_nlp.structure.lines import lines
from policy_nlp.structure.page_titles import page_titles
from policy_nlp.structure.paragraphs import Layout, Paragraph
from policy_nlp.structure.running_heads import without_running_heads
from policy_nlp.structure.single_blanks import part
from policy_nlp.structure.wrapping import inner_breaks, joined, run_over, wrap_width
from policy_nlp.text.ordered import Ordered
from policy_nlp.text.view import View, without

_RUN_ON = 1200
"""Length from which a paragraph counts as written without line breaks."""
_LONG = 200
_HEADINGS = 2
"""So many headings behind a sentence and a space show that spaces stand for breaks, however short the text is."""


class Pages:
    """Page numbers and spaces in one language, compiled."""

    def __init__(self, language: str) -> None:
        layout = table(language, "layout")
        self.number = re.compile(layout["pages"]["number"], re.IGNORECASE)
        self.sure = re.compile(layout["pages"]["sure"], re.IGNORECASE)
        self.run_on = re.compile(layout["spaces"]["run_on"])
        self.long = re.compile(layout["spaces"]["long"])
        self.heading = re.compile(layout["spaces"]["heading"])
        self.not_after: str = layout["spaces"]["not_after"]


@cache
def pages(language: str) -> Pages:
    """Return the compiled page lexicon of a language."""
    return Pages(language)


def split(folded: str, *, language: str) -> tuple[View, tuple[Paragraph, ...]]:
    """Return the view of plain or Markdown text, and its paragraphs in the offsets of that view.

    >>> view, paragraphs = split("# 一、目标\\n\\n到2025年完成。", language="zh")
    >>> [(p.layout.value, p.start, p.end) for p in paragraphs]
    [('heading', 2, 6), ('text', 8, 17)]
    """
    lexicon = pages(language)
    found = align(folded, tuple(lines(folded, lexicon.sure)), language=language)
    found = part(folded, found, language=language)
    found = without_running_heads(folded, found, lexicon.number)
    heads = page_titles(folded, found)
    starts = {start for start, _ in heads}
    found = tuple(line for line in found if line.start not in starts)
    width = wrap_width(folded, found, language=language)
    kept = [line for line in found if not lexicon.number.fullmatch(folded, line.start, line.end)]
    whole = joined(folded, kept, width, language=language) if width else run_over(folded, found, language=language)
    if whole == found:
        return View(folded), tuple(_broken_at_spaces(folded, found, lexicon))
    places = Ordered((paragraph.start, paragraph.end) for paragraph in whole)
    inside = (head for head in heads if places.around(head[0]) is not None)
    view = without(folded, sorted([*inner_breaks(folded, whole, language=language), *inside]))
    moved = tuple(p.between(view.place(p.start), view.place(p.end - 1) + 1) for p in whole)
    view = View(_unbroken(view.text, moved), view.offsets)
    return view, tuple(_broken_at_spaces(view.text, moved, lexicon))


def _unbroken(text: str, paragraphs: Iterable[Paragraph]) -> str:
    """The text with a space for each break that hard wrapping left between two words of a paragraph."""
    kept: list[str] = []
    cursor = 0
    for paragraph in paragraphs:
        kept += [text[cursor : paragraph.start], text[paragraph.start : paragraph.end].replace("\n", " ")]
        cursor = paragraph.end
    return "".join(kept) + text[cursor:]


def _broken_at_spaces(folded: str, paragraphs: Iterable[Paragraph], lexicon: Pages) -> Iterator[Paragraph]:
    """Ideographic spaces stand for line breaks; in a paragraph that was written without any, single spaces do too."""
    for item in paragraphs:
        gaps = _gaps(folded, item, lexicon) if item.layout is Layout.TEXT else None
        if gaps is None:
            yield item
        else:
            yield from _pieces(folded, item, gaps, lexicon.not_after)


def _gaps(folded: str, paragraph: Paragraph, lexicon: Pages) -> re.Pattern[str] | None:
    """The spaces that stand for breaks in the paragraph; None where it is too short to have any."""
    length = paragraph.end - paragraph.start
    if length > _RUN_ON or _is_run_on(folded, paragraph, lexicon):
        return lexicon.run_on
    return lexicon.long if length > _LONG else None


def _is_run_on(folded: str, paragraph: Paragraph, lexicon: Pages) -> bool:
    """Whether headings stand behind single spaces, in a paragraph where no wider ones part its pieces."""
    if folded.find("  ", paragraph.start, paragraph.end) >= 0:
        return False
    found = lexicon.heading.finditer(folded, paragraph.start, paragraph.end)
    return len(list(islice(found, _HEADINGS))) == _HEADINGS


def _pieces(folded: str, paragraph: Paragraph, gaps: re.Pattern[str], not_after: str) -> Iterator[Paragraph]:
    start = paragraph.start
    for gap in gaps.finditer(folded, paragraph.start, paragraph.end):
        if folded[gap.start() - 1] not in not_after:
            yield paragraph.between(start, gap.start())
            start = gap.end()
    yield paragraph.between(start, paragraph.end)
