"""Adding up the tokens of a number from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from policy_nlp.normalization.numerals import Kind, Numerals, Token

_SHARED = frozenset({Kind.DENOMINATOR, Kind.DENOMINATOR_UNIT})


_VALUES = frozenset({Kind.FIGURE, Kind.FIXED, Kind.ARABIC})


_FRACTION_OF_SCALE = 1_000_000


def merge_denominators(tokens: Sequence[Token]) -> list[Token]:
    """Join `twenty firsts` behind a numerator into one denominator: three twenty firsts is 3/21."""
    merged: list[Token] = []
    for token in tokens:
        if token.kind in _SHARED and len(merged) > 1 and merged[-1].kind is Kind.FIXED and token.value < 10:
            tens = merged.pop()
            merged.append(Token(Kind.DENOMINATOR, tens.value + token.value, tens.text + "\0" + token.text))
        else:
            merged.append(token)
    return merged


def merge_figures(tokens: Sequence[Token], known: Numerals) -> list[Token] | None:
    """Join figures in a row into one number (二〇二五), and those behind a point into a decimal part."""
    merged: list[Token] = []
    for token in tokens:
        last, before = ([None, None, *merged])[-1:-3:-1]
        if token.kind is Kind.FIGURE and last and last.kind is Kind.FIGURE:
            behind_point = before is not None and before.kind is Kind.POINT
            if not (known.positional or behind_point):
                return None
            merged[-1] = Token(Kind.FIGURE, last.value * 10 + token.value, last.text + "\0" + token.text)
        else:
            merged.append(token)
    return merged


def _goes_on(value: Fraction, before: Token | None) -> bool:
    """Whether a multiplier applies to what stands just before it, though that is not smaller (12000万, 万万)."""
    if before is None or before.kind not in (Kind.TIMES, Kind.SUFFIX, Kind.ARABIC):
        return False
    return before.kind is not Kind.TIMES or before.value <= value


def _figures(token: Token) -> int:
    return len(token.text) if token.kind is Kind.ARABIC else token.text.count("\0") + 1


@dataclass
class Tally:
    """The sum so far, as a stack of parts that a later multiplier can take up."""

    known: Numerals
    parts: list[Fraction] = field(default_factory=list)
    room: Fraction | None = None
    previous: Token | None = None
    joined_at: int = 0
    shared: bool = False

    def take(self, token: Token, following: Token | None) -> bool:
        """Add one token; False where no number goes on like this."""
        before, self.previous = self.previous, token
        if before is not None and before.kind is Kind.POINT:
            return self._decimal(token)
        if token.kind in _VALUES:
            return self._value(token, before, following)
        if token.kind in (Kind.TIMES, Kind.SUFFIX):
            return self._times(token.value, before)
        if token.kind is Kind.DENOMINATOR:
            return self._denominator(token.value, before)
        return self._other(token, before, following)

    def _other(self, token: Token, before: Token | None, following: Token | None) -> bool:
        if token.kind is Kind.QUOTIENT:
            return all(part.denominator == 1 for part in self.parts) and self._fraction(token.value)
        if token.kind is Kind.JOIN:
            self.joined_at = len(self.parts)
            return bool(self.parts) and following is not None
        if token.kind is Kind.ONE:
            return following is not None
        return token.kind is Kind.POINT and following is not None and (bool(self.parts) or self.known.bare_point)

    def _value(self, token: Token, before: Token | None, following: Token | None) -> bool:
        zero = token.value == 0
        times_next = following is not None and following.kind is Kind.TIMES
        if zero and self.parts:
            return following is not None and before is not None and before.kind is Kind.TIMES
        if zero and times_next:
            return True
        if times_next and token.kind is Kind.FIGURE and token.value >= 10 and following and following.value < 10_000:
            return False
        value = self._trailing(token, before, following)
        if self.room is not None and value >= self.room and not self._after_join(before):
            return False
        self.parts.append(value)
        self.room = (
            Fraction(10) if token.kind is Kind.FIXED and token.value % 10 == 0 and token.value > 10 else Fraction(0)
        )
        return True

    def _after_join(self, before: Token | None) -> bool:
        return before is not None and before.kind in (Kind.JOIN, Kind.ONE) and (self.room != 0 or self.shared)

    def _trailing(self, token: Token, before: Token | None, following: Token | None) -> Fraction:
        alone = following is None or following.kind is Kind.JOIN
        if not (self.known.trailing_figure and alone and _figures(token) == 1 and before and before.kind is Kind.TIMES):
            return token.value
        return token.value * before.value / 10 if before.value >= 100 else token.value

    def _times(self, value: Fraction, before: Token | None) -> bool:
        part = self._multiplied(value, before) * value
        if self.parts and part >= self.parts[-1]:
            return False
        self.parts.append(part)
        self.room = value if self.previous and self.previous.kind is Kind.TIMES else Fraction(0)
        self.joined_at = min(self.joined_at, len(self.parts))
        return True

    def _multiplied(self, value: Fraction, before: Token | None) -> Fraction:
        """Take from the stack what a multiplier applies to: what is smaller than it, or the part just before it."""
        taken = Fraction(0)
        while self.parts and self.parts[-1] < value:
            taken += self.parts.pop()
        if not taken and self.parts and _goes_on(value, before):
            return self.parts.pop()
        return taken or Fraction(1)

    def _denominator(self, value: Fraction, before: Token | None) -> bool:
        above = sum(self.parts[self.joined_at :], Fraction(0)) or Fraction(1)
        if before is None and value != 2:
            return False
        del self.parts[self.joined_at :]
        return self._fraction(above / value)

    def _fraction(self, value: Fraction) -> bool:
        self.parts.append(value)
        self.room = Fraction(0)
        return True

    def _decimal(self, token: Token) -> bool:
        if token.kind not in (Kind.FIGURE, Kind.ARABIC) or token.value.denominator != 1:
            return False
        if any(word in self.known.never_decimal for word in token.text.split("\0")):
            return False
        return self._fraction(token.value / 10 ** _figures(token))

    def total(self) -> Fraction | None:
        """Return the sum; three quarters behind a billion is three quarters of a billion."""
        if not self.parts:
            return Fraction(0) if self.previous and self.previous.kind in _VALUES else None
        last, before = self.parts[-1], self.parts[-2] if len(self.parts) > 1 else Fraction(0)
        if 0 < last < 1 and self.joined_at == len(self.parts) - 1 and before and before % _FRACTION_OF_SCALE == 0:
            scale = _FRACTION_OF_SCALE
            while before % (scale * 1000) == 0:
                scale *= 1000
            self.parts[-1] = last * scale
        return sum(self.parts, Fraction(0))
