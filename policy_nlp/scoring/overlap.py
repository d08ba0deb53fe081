"""Spans that overlap, paired one to one: where they touch at all, and where they share half of what both cover."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from policy_nlp.schema import Span
from policy_nlp.scoring.counts import Counts

Labeled = list[tuple[Hashable, Span]]
"""Spans, each with what it says."""

Crossing = tuple[float, int, int]
"""How much a gold and a predicted span share, and the index of each."""

HALF = 0.5


def overlapping(gold: Labeled, pred: Labeled) -> Counts:
    """Return the counts of two lists of labeled spans; those that overlap and say the same are paired at most once.

    >>> overlapping([("lead", (0, 5))], [("lead", (3, 9)), ("lead", (4, 5))])
    Counts(gold=1, pred=2, tp=1)
    """
    ours, theirs = _by_label(gold), _by_label(pred)
    pairs = sum(_pairs(sorted(spans), sorted(theirs[label])) for label, spans in ours.items() if label in theirs)
    return Counts(len(gold), len(pred), pairs)


def sharing_half(gold: Labeled, pred: Labeled) -> Counts:
    """Return the counts where a pair must also share half of the characters that either covers (IoU ≥ 0.5).

    >>> sharing_half([("lead", (0, 4))], [("lead", (0, 8)), ("lead", (0, 9))])
    Counts(gold=1, pred=2, tp=1)
    >>> sharing_half([("lead", (0, 4))], [("lead", (3, 9))]).tp
    0
    """
    ours, theirs = _by_label(gold), _by_label(pred)
    pairs = sum(_halves(spans, theirs[label]) for label, spans in ours.items() if label in theirs)
    return Counts(len(gold), len(pred), pairs)


def shared_part(one: Span, other: Span) -> float:
    """Return the characters that both spans cover as a share of those that either covers.

    >>> shared_part((0, 4), (2, 6)), shared_part((0, 4), (4, 6))
    (0.3333333333333333, 0.0)
    """
    both = min(one[1], other[1]) - max(one[0], other[0])
    either = max(one[1], other[1]) - min(one[0], other[0])
    return both / either if both > 0 else 0.0


def closest(gold: Sequence[Span], pred: Sequence[Span], *, least: float = 0.0) -> dict[int, int]:
    """Return for indices of gold that of the predicted span it is paired with, those that share most first.

    >>> closest([(0, 4), (4, 8)], [(3, 9), (0, 3)])
    {0: 1, 1: 0}
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for share, ours, theirs in sorted(crossings(gold, pred), key=lambda one: (-one[0], one[1], one[2])):
        if share >= least and ours not in found and theirs not in taken:
            found[ours] = theirs
            taken.add(theirs)
    return dict(sorted(found.items()))


def crossings(gold: Sequence[Span], pred: Sequence[Span]) -> list[Crossing]:
    """Return every gold and predicted span that overlap, with the part that they share.

    >>> crossings([(0, 4)], [(2, 4), (4, 9)])
    [(0.5, 0, 0)]
    """
    sides = (gold, pred)
    begun: tuple[list[int], list[int]] = ([], [])
    pairs: list[tuple[int, int]] = []
    for (start, _), side, index in _in_order(gold, pred):
        across = [other for other in begun[1 - side] if sides[1 - side][other][1] > start]
        begun[1 - side][:] = across
        pairs += [(other, index) if side else (index, other) for other in across]
        begun[side].append(index)
    return [(shared_part(gold[one], pred[other]), one, other) for one, other in pairs]


def _in_order(*sides: Sequence[Span]) -> list[tuple[Span, int, int]]:
    """All spans from left to right, each with its side and its index there."""
    return sorted((span, side, index) for side, spans in enumerate(sides) for index, span in enumerate(spans))


def _by_label(items: Labeled) -> dict[Hashable, list[Span]]:
    groups: dict[Hashable, list[Span]] = defaultdict(list)
    for label, span in items:
        groups[label].append(span)
    return groups


def _halves(gold: Sequence[Span], pred: Sequence[Span]) -> int:
    """How many pairs share half. Nothing shares more than the same span, so those are paired without a search."""
    ours, theirs = Counter(gold), Counter(pred)
    same = ours & theirs
    rest = closest(list((ours - same).elements()), list((theirs - same).elements()), least=HALF)
    return same.total() + len(rest)


def _pairs(gold: Sequence[Span], pred: Sequence[Span]) -> int:
    pairs = left = right = 0
    while left < len(gold) and right < len(pred):
        (start, end), (other_start, other_end) = gold[left], pred[right]
        left_is_before, right_is_before = end <= other_start, other_end <= start
        pairs += not (left_is_before or right_is_before)
        left += not right_is_before
        right += not left_is_before
    return pairs
