"""How tools count characters: Python by code points, JavaScript and Java by UTF-16 units, of which 𠮷 takes two."""

from __future__ import annotations

from bisect import bisect_left

from policy_nlp.schema import Span

_BASIC = 0xFFFF


class Utf16:
    """The way between code points and UTF-16 units of one text."""

    def __init__(self, text: str) -> None:
        # Each astral character shifts all that follows by one unit.
        self._length = len(text)
        self._astral = [place for place, sign in enumerate(text) if ord(sign) > _BASIC]
        self._units = [place + shift for shift, place in enumerate(self._astral)]

    def span_to(self, span: Span) -> Span:
        """Return a span of code points in UTF-16 units.

        >>> Utf16("𠮷县2025年").span_to((1, 2))
        (2, 3)
        """
        return self._to(span[0]), self._to(span[1])

    def span_from(self, span: Span) -> Span:
        """Return a span of UTF-16 units in code points; ValueError where it cuts a character or leaves the text.

        >>> Utf16("𠮷县2025年").span_from((2, 3))
        (1, 2)
        """
        return self._from(span[0]), self._from(span[1])

    def _to(self, place: int) -> int:
        return place + bisect_left(self._astral, place)

    def _from(self, unit: int) -> int:
        place = unit - bisect_left(self._units, unit)
        if unit < 0 or place > self._length or self._to(place) != unit:
            raise ValueError(unit)
        return place
