"""A view: the text without the breaks that a page put into its sentences, and the way back to the raw offsets."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from policy_nlp.schema import Span


@dataclass(frozen=True, slots=True)
class View:
    """Text to match on. `offsets[i]` is the raw place of its character i; None where both are the same."""

    text: str
    offsets: array[int] | None = None

    def raw(self, span: Span) -> Span:
        """Return the raw span of a span of the view.

        >>> View("abcd", array("q", [0, 1, 4, 5])).raw((1, 3))
        (1, 5)
        """
        if self.offsets is None:
            return span
        start, end = span
        return self.offsets[start], self.offsets[end - 1] + 1

    def place(self, raw: int) -> int:
        """Return the place in the view of a raw offset, or of the next one that the view keeps."""
        if self.offsets is None:
            return raw
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.offsets[middle] < raw else (low, middle)
        return low


def without(text: str, cuts: Iterable[Span]) -> View:
    """Return the view of `text` that leaves out `cuts`, which are in order and do not overlap.

    >>> view = without("到2025\\n年", [(5, 6)])
    >>> view.text, view.raw((1, 6))
    ('到2025年', (1, 7))
    """
    kept: list[str] = []
    offsets: array[int] = array("q")
    cursor = 0
    for start, end in cuts:
        kept.append(text[cursor:start])
        offsets.extend(range(cursor, start))
        cursor = end
    if cursor == 0:
        return View(text)
    kept.append(text[cursor:])
    offsets.extend(range(cursor, len(text)))
    return View("".join(kept), offsets)
