"""Lenient layers: spans that overlap and say the same are paired one to one, whatever their exact ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from policy_nlp.schema import Document, Span
from policy_nlp.scoring.comparable import due_value, measure, quantity
from policy_nlp.scoring.counts import Counts

Labeled = list[tuple[Hashable, Span]]
"""Spans, each with what it says."""

LENIENT: dict[str, Callable[[Document], Labeled]] = {
    "task_overlap": lambda document: [(None, item.span) for item in document.tasks],
    "unit_overlap": lambda document: [(item.role, item.span) for item in document.units],
    "deadline_overlap": lambda document: [(due_value(item.value), item.span) for item in document.deadlines],
    "target_overlap": lambda document: [
        ((item.kind, item.op, quantity(item.value), measure(item.unit)), item.span) for item in document.targets
    ],
}
"""What a span must say, beside lying where gold's lies, to be paired with it."""


def overlapping(gold: Labeled, pred: Labeled) -> Counts:
    """Return the counts of two lists of labeled spans; each span is paired at most once.

    >>> overlapping([("lead", (0, 5))], [("lead", (3, 9)), ("lead", (4, 5))])
    Counts(gold=1, pred=2, tp=1)
    """
    ours, theirs = _by_label(gold), _by_label(pred)
    pairs = sum(_pairs(sorted(spans), sorted(theirs[label])) for label, spans in ours.items() if label in theirs)
    return Counts(len(gold), len(pred), pairs)


def _by_label(items: Labeled) -> dict[Hashable, list[Span]]:
    groups: dict[Hashable, list[Span]] = defaultdict(list)
    for label, span in items:
        groups[label].append(span)
    return groups


def _pairs(gold: Sequence[Span], pred: Sequence[Span]) -> int:
    pairs = left = right = 0
    while left < len(gold) and right < len(pred):
        (start, end), (other_start, other_end) = gold[left], pred[right]
        left_is_before, right_is_before = end <= other_start, other_end <= start
        pairs += not (left_is_before or right_is_before)
        left += not right_is_before
        right += not left_is_before
    return pairs
