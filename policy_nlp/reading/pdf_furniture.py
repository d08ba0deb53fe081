"""What belongs to the sheet of paper and not to the text: running heads and page numbers, told by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policy_nlp.reading.pdf_columns import Region
from policy_nlp.reading.pdf_lines import Stretch
from policy_nlp.reading.pdf_page import PageLayout

_ZONE = 0.12
"""The share of the page at its upper and its lower rim where such lines stand."""
_PAGES = 0.4
_LONGEST = 200
_DIGITS = re.compile(r"\d{1,9}")
_NUMBER = re.compile(
    r"[-—–·•_|~ ]{0,4}(?:第 ?)?(?:[Pp]age )?(?:\d{1,4}|[ivxlc]{1,7})(?: ?页)?"
    r"(?:(?: ?(?:/|of|共|,|，) ?){1,2}\d{1,4}(?: ?页)?)?[-—–·•_|~ ]{0,4}"
)
# What browsers print around a page.
_PRINTED = re.compile(
    r"(?:https?|file)://\S{1,400}(?: .{1,20})?"
    r"|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[,，]? ?(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?(?: .{0,200})?"
)

Line = tuple[Stretch, ...]


def line_text(line: Line) -> str:
    """Return what a line says, its stretches parted by a space."""
    return " ".join(stretch.text for stretch in line)


def furniture(pages: Sequence[PageLayout]) -> set[int]:
    """Return the lines, by identity, that pages repeat at their rims, and the numbers of pages."""
    rims = [(page.number, line) for page in pages for line in _at_rims(page)]
    times = Counter(key for _, key in {(number, key) for number, line in rims for key in _keys(line, number)})
    least = max(2, _PAGES * sum(bool(page.parts) for page in pages))
    return {
        id(line)
        for number, line in rims
        if _is_of_paper(line_text(line)) or max(times[key] for key in _keys(line, number)) >= least
    }


def _is_of_paper(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _PRINTED.fullmatch(text))


def _keys(line: Line, page: int) -> set[tuple[str, int]]:
    """What repeated lines share: their height and their words, numbers as they are or counted with the pages."""
    height = round(line[0].base / 6)
    text = line_text(line)
    counted = _DIGITS.sub(lambda number: f"#{int(number[0]) - page}", text) if len(text) < _LONGEST else text
    return {(text, height), (counted, height)}


def _at_rims(page: PageLayout) -> Iterator[Line]:
    _, bottom, _, top = page.box
    rim = _ZONE * (top - bottom)
    for part in page.parts:
        if isinstance(part, Region):
            yield from (line for line in part.lines if line[0].bottom > top - rim or line[0].top < bottom + rim)
