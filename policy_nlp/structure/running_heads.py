"""Running heads: the lines that each page of a document repeats, where a table goes on over the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from policy_nlp.structure.paragraphs import Layout, Paragraph

_LONGEST = 90
_MOST_LINES = 8
_TIMES = 3
"""So many pages have to repeat a line."""


def without_running_heads(
    folded: str, paragraphs: Sequence[Paragraph], number: re.Pattern[str]
) -> tuple[Paragraph, ...]:
    """Return the paragraphs without running heads and the page numbers beside them.

    Only lines that cut tables can be running heads, and only where most of them stand beside a page number, so that
    the repeated cells of a table that lost its lines stay. A line with a label and a colon never is one.
    """
    if not any(p.layout is Layout.CELL for p in paragraphs):
        return tuple(paragraphs)
    page = _Page(folded, paragraphs, number)
    dropped = {index for run in filter(page.is_head, page.runs) for index in run}
    return tuple(p for index, p in enumerate(paragraphs) if index not in dropped)


class _Page:
    """The paragraphs of a page, with the runs of repeated lines and page numbers among them."""

    def __init__(self, folded: str, paragraphs: Sequence[Paragraph], number: re.Pattern[str]) -> None:
        self._paragraphs = paragraphs
        self._texts = [folded[p.start : p.end] if _is_short_line(p) else "" for p in paragraphs]
        self._numbers = [bool(text) and bool(number.fullmatch(text)) for text in self._texts]
        repeated = Counter(text for text in self._texts if text and ":" not in text)
        self._repeated = {text for text, times in repeated.items() if times >= _TIMES}
        self.runs = list(self._runs())
        self._heads = self._known_heads()

    def _runs(self) -> Iterator[list[int]]:
        """Few neighboring lines that are repeated, or numbers."""
        marked = enumerate(
            number or text in self._repeated for number, text in zip(self._numbers, self._texts, strict=True)
        )
        for belongs, run in groupby(marked, key=lambda pair: pair[1]):
            found = [index for index, _ in run] if belongs else []
            if 0 < len(found) <= _MOST_LINES:
                yield found

    def _known_heads(self) -> frozenset[str]:
        """The lines that cut tables on several pages, mostly beside a page number."""
        cuts = [run for run in self.runs if self._cells_around(run) == 2]
        times = Counter(text for run in cuts for text in self._heads_of(run))
        numbered = Counter(text for run in cuts if self._has_number(run) for text in self._heads_of(run))
        return frozenset(text for text, found in times.items() if found >= _TIMES and 2 * numbered[text] > found)

    def _heads_of(self, run: Sequence[int]) -> set[str]:
        return {self._texts[index] for index in run if not self._numbers[index]}

    def _has_number(self, run: Sequence[int]) -> bool:
        return any(self._numbers[index] for index in run)

    def _cells_around(self, run: Sequence[int]) -> int:
        around = (run[0] - 1, run[-1] + 1)
        inside = [self._paragraphs[index] for index in around if 0 <= index < len(self._paragraphs)]
        return sum(paragraph.layout is Layout.CELL for paragraph in inside)

    def is_head(self, run: Sequence[int]) -> bool:
        """Whether the run holds nothing but known running heads and numbers, at a table or beside a page number."""
        heads = self._heads_of(run)
        beside = self._has_number(run) or self._cells_around(run) > 0
        return bool(heads) and heads <= self._heads and beside


def _is_short_line(paragraph: Paragraph) -> bool:
    return paragraph.layout is Layout.TEXT and paragraph.end - paragraph.start <= _LONGEST
