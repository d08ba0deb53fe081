"""Page heads: lines that repeat the title of a document, or any words, beside the number of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policy_nlp.schema import Span
from policy_nlp.structure.paragraphs import Layout, Paragraph

_FIRST = 12
"""So many lines from the first on can hold the title, each alone or with the next."""
_SHORTEST = 10
_REACH = 400
"""How far above a line the number of the page before it is looked for."""
_HEAD = re.compile(r"(?:\d{1,4}\s{1,40})?(?P<title>\S(?:[^\n]{0,160}\S)?)")
_NUMBER = re.compile(r"[-— ]{0,3}\d{1,4}[-— ]{0,3}")
_PAGE = re.compile(r"(?:\s{1,90}[|·-]?\s{0,9}|\s{0,9}[|·]\s{0,9})(?:Page |第)?\d{1,4}(?: of \d{1,4})?$")
_APART = re.compile(
    r"(?P<words>\S[^\n]{7,100}?)(?:\s{3,120}|\s{1,40}[|·]\s{0,40}|\s{1,40}(?=Page ))"
    r"(?:Page )?(?P<page>\d{1,3})(?: of \d{1,3})?"
)
"""Words with the number of a page well apart from them."""
_BESIDE = re.compile(r"[-–—· ]{0,3}(?:Page )?\d{1,4}(?: of \d{1,4})?[-–—· ]{0,3}")


def page_titles(folded: str, lines: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Return where lines say nothing but the title that the first lines give, or the words of other such lines, and the
    number of a page.

    The number may stand on a line of its own right above or below.

    >>> text = "HARBOR PLAN 2030\\nDeepen the channel and\\nHarbor Plan 2030   4\\nmove the buoys."
    >>> found = [Paragraph(a, b, Layout.TEXT) for a, b in ((0, 16), (17, 39), (40, 60), (61, 76))]
    >>> page_titles(text, found)
    ((40, 60),)
    """
    titles = frozenset(_titles(folded, lines[:_FIRST]))
    heads = [*_heads(folded, lines, titles), *_paged(folded, lines)]
    return tuple(sorted({(line.start, line.end) for line in heads}))


def _paged(folded: str, lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The lines that repeat some words beside the numbers of pages, which grow."""
    found: dict[str, list[tuple[int, Paragraph]]] = {}
    for line in lines:
        apart = _APART.fullmatch(folded, line.start, line.end) if line.layout is Layout.TEXT else None
        if apart is not None:
            found.setdefault(_plain(apart["words"]), []).append((int(apart["page"]), line))
    for alike in found.values():
        if len(alike) > 1 and all(before < after for (before, _), (after, _) in pairwise(alike)):
            yield from (line for _, line in alike)


def _heads(folded: str, lines: Sequence[Paragraph], titles: frozenset[str]) -> Iterator[Paragraph]:
    texts = [_plain(folded[line.start : line.end]) if line.layout is not Layout.CELL else "" for line in lines]
    repeated = {text for text, times in Counter(texts).items() if text in titles and times > 1}
    for place, line in enumerate(lines[1:], 1):
        if _is_head(folded, line, titles):
            yield line
        elif texts[place] in repeated:
            numbers = [n for n in (*lines[place - 1 : place], *lines[place + 1 : place + 2]) if _is_number(folded, n)]
            yield from (line, *numbers) if numbers or _below_number(folded, line) else ()


def _is_number(folded: str, line: Paragraph) -> bool:
    return line.layout is Layout.TEXT and _NUMBER.fullmatch(folded, line.start, line.end) is not None


def _below_number(folded: str, line: Paragraph) -> bool:
    """Whether the last line of the page above, which no paragraph holds, is a page number."""
    above = folded[max(0, line.start - _REACH) : line.start].rsplit("\n", 1)[0].rstrip()
    return _BESIDE.fullmatch(above[above.rfind("\n") + 1 :].strip()) is not None


def _titles(folded: str, first: Sequence[Paragraph]) -> Iterator[str]:
    texts = [_plain(folded[line.start : line.end]) for line in first if line.layout is not Layout.CELL]
    yield from (text for text in texts if len(text) >= _SHORTEST)
    yield from (f"{before} {text}" for before, text in pairwise(texts))


def _is_head(folded: str, line: Paragraph, titles: frozenset[str]) -> bool:
    if line.layout is Layout.CELL:
        return False
    text = folded[line.start : line.end]
    if not text[:1].isdigit() and not text[-1:].isdigit():
        return False
    page = _PAGE.search(text)
    words = _HEAD.fullmatch(text[: page.start()] if page else text)
    numbered = page is not None or (words is not None and words.start("title") > 0)
    return numbered and words is not None and _plain(words["title"]) in titles


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
