"""What a trained model of pairs says of a template's task and a local one, where one is configured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

Edge = tuple[int, int]
Verdicts = Callable[[Iterable[Edge]], Mapping[Edge, float]]
"""Says for places in the two plans how surely the local task carries out the other, in whole or in part."""


class Carried(StrEnum):
    """How much of a template's task a local task carries out."""

    SAME = "same"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The chances of each answer; they add up to 1."""

    same: float
    partial: float
    none: float

    @property
    def carried(self) -> Carried:
        """The likeliest answer."""
        return max(Carried, key=lambda answer: float(getattr(self, answer)))


Judge = Callable[[Sequence[tuple[str, str]]], Sequence[Verdict]]
"""Says of each pair of texts, a template's task and a local one, whether the second carries out the first."""


def verdicts(template: Sequence[str], local: Sequence[str], judge: Judge) -> Verdicts:
    """Return what asks `judge` about places in the two plans.

    >>> ask = verdicts(["a"], ["a", "b"], lambda pairs: [Verdict(float(a == b), 0, float(a != b)) for a, b in pairs])
    >>> ask([(0, 0), (0, 1)])
    {(0, 0): 1.0, (0, 1): 0.0}
    """

    def ask(edges: Iterable[Edge]) -> Mapping[Edge, float]:
        asked = list(edges)
        said = judge([(template[row], local[column]) for row, column in asked])
        return {edge: round(1 - one.none, 6) for edge, one in zip(asked, said, strict=True)}

    return ask
