"""Finding the quantities of a text: numbers, percentages, and comparisons over both."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from policy_nlp.normalization.mentions import Bounds, Number, QuantityKind, QuantityMention
from policy_nlp.normalization.numbers import plain
from policy_nlp.normalization.quantities import comparisons, percents
from policy_nlp.normalization.quantities.comparisons import Comparison
from policy_nlp.normalization.quantities.figures import Figure, finder
from policy_nlp.normalization.quantities.percents import Percent
from policy_nlp.normalization.times.find import lowered


def find(text: str, *, language: str) -> tuple[QuantityMention, ...]:
    """Return the quantities of the text from left to right; a comparison overlaps the number that it is about."""
    folded = lowered(text)
    figures = finder(language).find(folded)
    shares = list(percents.find(folded, figures, language=language))
    compared = comparisons.find(folded, figures, language=language)
    found = [*_numbers(text, figures, shares), *_percents(text, shares), *_comparisons(text, compared, shares)]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.kind.value)))


def _numbers(text: str, figures: list[Figure], shares: list[Percent]) -> Iterator[QuantityMention]:
    inside = {share.figure for share in shares}
    for figure in figures:
        if figure not in inside:
            yield QuantityMention(
                figure.start, figure.end, text[figure.start : figure.end], QuantityKind.NUMBER, _number(figure.value)
            )


def _percents(text: str, shares: list[Percent]) -> Iterator[QuantityMention]:
    for share in shares:
        quote = text[share.start : share.end]
        yield QuantityMention(share.start, share.end, quote, QuantityKind.PERCENT, _number(share.value), unit="%")


def _comparisons(text: str, compared: list[Comparison], shares: list[Percent]) -> Iterator[QuantityMention]:
    ends = {share.figure.end: share.end for share in shares}
    for item in compared:
        unit = "%" if item.end in ends or any(item.start <= share.start < item.end for share in shares) else None
        end = ends.get(item.end, item.end)
        value = _number(item.value) if item.high is None else _bounds(item, item.high)
        yield QuantityMention(item.start, end, text[item.start : end], QuantityKind.COMPARISON, value, item.op, unit)


def _bounds(item: Comparison, high: Fraction | float) -> Bounds:
    return Bounds(_number(item.value), _number(high), item.low_included, item.high_included)


def _number(value: Fraction | float) -> Number:
    return plain(value) if isinstance(value, Fraction) else value
