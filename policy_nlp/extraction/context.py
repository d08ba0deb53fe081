"""What stands around a hit: the tests by which a look-alike is told from the real thing."""

from __future__ import annotations

import re

_WINDOW = 40
_NEAR = 80


def before(folded: str, position: int, width: int = _WINDOW) -> str:
    """Return up to `width` characters before `position`, line breaks left out."""
    return folded[max(0, position - width) : position].replace("\n", "")


def after(folded: str, position: int, width: int = _WINDOW) -> str:
    """Return up to `width` characters from `position` on, line breaks left out."""
    return folded[position : position + width].replace("\n", "")


def enclosed(folded: str, position: int, opening: str, closing: str, width: int = 80) -> bool:
    """Whether `position` stands between an opening and a closing sign on the same stretch of text.

    >>> enclosed("按《2024年工作要点》执行", 4, "《", "》")
    True
    """
    left = folded[max(0, position - width) : position]
    opened = left.rfind(opening)
    return opened >= 0 and left.find(closing, opened) < 0 and closing in folded[position : position + width]


class Bounds:
    """The clause and sentence ends of a language."""

    def __init__(self, sentence: str, clause: str) -> None:
        self._sentence = re.compile(sentence)
        self._clause = re.compile(clause)

    def sentence(self, folded: str, position: int, low: int, high: int, reach: int = 600) -> tuple[int, int]:
        """Return the sentence around `position`, not beyond `[low, high)`."""
        return self._around(self._sentence, folded, position, low, high, reach)

    def clause(self, folded: str, position: int, low: int, high: int, reach: int = 200) -> tuple[int, int]:
        """Return the clause around `position`, not beyond `[low, high)`."""
        return self._around(self._clause, folded, position, low, high, reach)

    @staticmethod
    def _around(ends: re.Pattern[str], folded: str, position: int, low: int, high: int, reach: int) -> tuple[int, int]:
        start = max(low, position - reach)
        for first in dict.fromkeys((max(start, position - _NEAR), start)):
            found = [match.end() for match in ends.finditer(folded, first, position)]
            if found:
                start = found[-1]
                break
        stop = ends.search(folded, position, min(high, position + reach))
        return start, stop.start() if stop else min(high, position + reach)
