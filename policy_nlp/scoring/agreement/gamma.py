"""Gamma: how far two annotators agree on where units begin and end and what they are, beyond chance.

A simple form of the measure of Mathet, Widlöcher and Métivier (2015) for two annotators. Two units that are aligned
cost their dissimilarity: the square of how far their ends lie apart for their lengths, and 1 if they are of different
categories. A unit aligned with none costs 1. The observed disorder is the cost of the cheapest alignment in the order
of the text, the expected one its mean over annotations turned by random distances around the text. Gamma is 1 less the
quotient of the two: 1 for the same annotation, about 0 for agreement by chance.
"""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from policy_nlp.schema import Span

Placed = tuple[Span, Hashable]
"""A unit: its span and its category."""

SAMPLES = 30
SEED = 20200101
_ALONE = 1.0
_REACH = 1.42
"""Units whose ends lie further apart than this times their lengths cost more together (√2) than apart."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """What two annotators marked in one text of `length` characters."""

    length: int
    one: tuple[Placed, ...]
    other: tuple[Placed, ...]


def gamma(texts: Iterable[Annotated]) -> float | None:
    """Return the gamma of two annotators over all texts together; None where neither marked anything.

    >>> same = Annotated(100, (((0, 10), "lead"), ((40, 50), "co")), (((0, 10), "lead"), ((40, 50), "co")))
    >>> gamma([same])
    1.0
    """
    marked = [text for text in texts if text.one or text.other]
    if not marked:
        return None
    choose = random.Random(SEED)
    observed = sum(disorder(text.one, text.other) for text in marked)
    expected = sum(_expected(text, choose) for text in marked)
    return 1 - observed / expected if expected else 1.0


def disorder(one: Sequence[Placed], other: Sequence[Placed]) -> float:
    """Return the cost of the cheapest alignment of two annotations.

    >>> disorder([((0, 10), "lead")], []), disorder([((0, 10), "lead")], [((0, 10), "co")])
    (1.0, 1.0)
    """
    ours, theirs = sorted(one, key=_place), sorted(other, key=_place)
    return (len(ours) + len(theirs)) * _ALONE - _greatest_saving(ours, theirs)


def _place(unit: Placed) -> Span:
    return unit[0]


def _greatest_saving(ours: Sequence[Placed], theirs: Sequence[Placed]) -> float:
    """What aligning units in the order of the text saves at most against leaving all of them alone."""
    best = _Best(len(theirs))
    for unit in ours:
        reached = [(index, best.before(index) + saved) for index, saved in _savings(unit, theirs)]
        for index, total in reached:
            best.improve(index, total)
    return best.before(len(theirs))


def _savings(unit: Placed, others: Sequence[Placed]) -> Iterator[tuple[int, float]]:
    (start, end), _ = unit
    longest = max((right - left for (left, right), _ in others), default=0)
    reach = _REACH * (end - start + longest)
    first = bisect_left(others, start - reach, key=lambda one: one[0][0])
    last = bisect_right(others, start + reach, key=lambda one: one[0][0])
    for index in range(first, last):
        saved = 2 * _ALONE - _dissimilarity(unit, others[index])
        if saved > 0:
            yield index, saved


def _dissimilarity(one: Placed, other: Placed) -> float:
    ((start, end), category), ((left, right), label) = one, other
    apart = (abs(start - left) + abs(end - right)) / (end - start + right - left)
    return apart**2 + (category != label)


def _expected(text: Annotated, choose: random.Random) -> float:
    sides = (text.one, text.other)
    drawn = ([_turned(choose.choice(sides), text.length, choose) for _ in sides] for _ in range(SAMPLES))
    return fmean(disorder(one, other) for one, other in drawn)


def _turned(units: Sequence[Placed], length: int, choose: random.Random) -> list[Placed]:
    """The units after the text has been turned like a ring; it is not cut inside a unit."""
    cut = choose.randrange(max(length, 1))
    cut = min((start for (start, end), _ in units if start < cut < end), default=cut)
    return [(_moved(span, length - cut if span[0] < cut else -cut), category) for span, category in units]


def _moved(span: Span, distance: int) -> Span:
    return span[0] + distance, span[1] + distance


class _Best:
    """The greatest saving of an alignment that ends before each place, in a tree of running maxima."""

    def __init__(self, size: int) -> None:
        self._tree = [0.0] * (size + 1)

    def before(self, index: int) -> float:
        found = 0.0
        while index > 0:
            found = max(found, self._tree[index])
            index &= index - 1
        return found

    def improve(self, index: int, total: float) -> None:
        index += 1
        while index < len(self._tree):
            self._tree[index] = max(self._tree[index], total)
            index += index & -index
