"""How well the text is cut into tasks: the share of windows in which gold and prediction see it differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policy_nlp.schema import Document
from policy_nlp.scoring.comparable import core
from policy_nlp.scoring.counts import DIGITS

_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Two measures of error, 0 where the cuts are the same; `window` is how many characters a window spans."""

    window: int
    window_diff: float
    pk: float

    def to_json(self) -> dict[str, float]:
        """Return the measures, rounded to four digits.

        >>> Segmentation(20, 0.25, 0.125).to_json()
        {'window': 20, 'window_diff': 0.25, 'pk': 0.125}
        """
        measures = {"window_diff": round(self.window_diff, DIGITS), "pk": round(self.pk, DIGITS)}
        return {"window": self.window} | measures


def segmentation(gold: Document, pred: Document) -> Segmentation | None:
    """Return how differently two documents cut the text of `gold` into tasks; None for a text too short to be cut.

    A window half as long as gold's mean segment slides over the text. WindowDiff (Pevzner and Hearst 2002) is the share
    of windows in which the two have different numbers of cuts, Pk (Beeferman and others 1999) of those at whose ends
    they disagree whether both lie in one segment.

    >>> from policy_nlp.schema import Task
    >>> document = Document("a", "zh", "甲" * 40, tasks=(Task("t1", "p1", None, "", (0, 20)),))
    >>> segmentation(document, document).window_diff
    0.0
    """
    length = len(gold.text)
    if length < _SHORTEST:
        return None
    cuts = _cuts(gold, gold.text)
    window = max(1, min(length - 1, round(length / (len(cuts) + 1) / 2)))
    ours, theirs = _in_windows(cuts, length, window), _in_windows(_cuts(pred, gold.text), length, window)
    return Segmentation(window, float(np.mean(ours != theirs)), float(np.mean((ours > 0) != (theirs > 0))))


def mean_segmentation(segmentations: Iterable[Segmentation | None]) -> dict[str, float]:
    """Return the means of both measures over documents; empty where there are none.

    >>> mean_segmentation([Segmentation(20, 0.25, 0.5), Segmentation(10, 0.75, 0.5), None])
    {'window_diff': 0.5, 'pk': 0.5}
    """
    known = [one for one in segmentations if one is not None]
    if not known:
        return {}
    return {
        "window_diff": round(sum(one.window_diff for one in known) / len(known), DIGITS),
        "pk": round(sum(one.pk for one in known) / len(known), DIGITS),
    }


def _cuts(document: Document, text: str) -> list[int]:
    """Where a task begins or ends, but for the ends of the text."""
    edges = {edge for task in document.tasks for edge in core(task.span, text)}
    return sorted(edge for edge in edges if 0 < edge < len(text))


def _in_windows(cuts: list[int], length: int, window: int) -> NDArray[np.int64]:
    """How many cuts lie in the window at each place, its first character excepted."""
    before = np.zeros(length + 1, dtype=np.int64)
    before[[cut + 1 for cut in cuts]] = 1
    before = np.cumsum(before)
    return before[window + 1 :] - before[1 : length - window + 1]
