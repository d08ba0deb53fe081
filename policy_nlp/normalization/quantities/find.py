"""Finding the quantities of a text: numbers, percentages, and comparisons over both."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from policy_nlp.normalization.casing import lowered
from policy_nlp.normalization.mentions import Bounds, Number, QuantityKind, QuantityMention
from policy_nlp.normalization.numbers import plain
from policy_nlp.normalization.quantities import comparisons, percents
from policy_nlp.normalization.quantities.comparisons import Comparison
from policy_nlp.normalization.quantities.figures import Figure, finder
from policy_nlp.normalization.quantities.percents import Percent


def find(text: str, *, language: str) -> tuple[QuantityMention, ...]:
    """Return the quantities of the text from left to right; a comparison overlaps the number that it is about."""
    folded = lowered(text)
    figures = finder(language).find(folded)
    shares = percents.find(folded, figures, language=language)
    compared = comparisons.find(folded, _operands(figures, shares), language=language)
    found = [*_numbers(text, figures, shares), *_percents(text, shares), *_comparisons(text, compared, shares)]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.kind.value)))


def _operands(figures: list[Figure], shares: list[Percent]) -> list[Figure]:
    """Return what can be compared: the numbers, and each percentage in place of its number."""
    whole = [Figure(share.start, share.end, share.value) for share in shares]
    inside = {position for share in shares for position in range(share.start, share.end)}
    return sorted([*whole, *(f for f in figures if f.start not in inside)], key=lambda figure: figure.start)


def _numbers(text: str, figures: list[Figure], shares: list[Percent]) -> Iterator[QuantityMention]:
    inside = {position for share in shares for position in range(share.start, share.end)}
    for figure in figures:
        if figure.start not in inside:
            yield QuantityMention(
                figure.start, figure.end, text[figure.start : figure.end], QuantityKind.NUMBER, _number(figure.value)
            )


def _percents(text: str, shares: list[Percent]) -> Iterator[QuantityMention]:
    for share in shares:
        quote = text[share.start : share.end]
        yield QuantityMention(share.start, share.end, quote, QuantityKind.PERCENT, _number(share.value), unit="%")


def _comparisons(text: str, compared: list[Comparison], shares: list[Percent]) -> Iterator[QuantityMention]:
    starts = {share.start for share in shares}
    for item in compared:
        unit = "%" if starts.intersection(range(item.start, item.end)) else None
        value = _number(item.value) if item.high is None else _bounds(item, item.high)
        quote = text[item.start : item.end]
        yield QuantityMention(item.start, item.end, quote, QuantityKind.COMPARISON, value, item.op, unit)


def _bounds(item: Comparison, high: Fraction | float) -> Bounds:
    return Bounds(_number(item.value), _number(high), item.low_included, item.high_included)


def _number(value: Fraction | float) -> Number:
    return plain(value) if isinstance(value, Fraction) else value
