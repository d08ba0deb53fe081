"""What a model says of a text: spans, each of one layer, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from policy_nlp.errors import SchemaError
from policy_nlp.schema import DeadlineKind, Role


class Layer(StrEnum):
    """What a model may find."""

    TASK = "task"
    UNIT = "unit"
    DEADLINE = "deadline"
    TARGET = "target"


LABELS: dict[Layer, frozenset[str]] = {
    Layer.TASK: frozenset({""}),
    Layer.UNIT: frozenset(Role),
    Layer.DEADLINE: frozenset(DeadlineKind),
    Layer.TARGET: frozenset({""}),
}
"""The labels of each layer: the role of a unit, the kind of a deadline, nothing else."""


@dataclass(frozen=True, slots=True, order=True)
class PredictedSpan:
    """A stretch `[start, end)` of the raw text, what it is taken for, and a score from 0 to 1.

    Raises SchemaError where the span is empty, the label is none of its layer's, or the score is out of bounds.

    >>> PredictedSpan(0, 5, Layer.UNIT, "lead", 0.93).label
    'lead'
    """

    start: int
    end: int
    layer: Layer
    label: str
    score: float

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SchemaError(f"{self.layer}: span [{self.start}, {self.end}) is empty or negative")
        if self.label not in LABELS[self.layer]:
            raise SchemaError(f"{self.layer}: label {self.label!r} is not one of {sorted(LABELS[self.layer])}")
        if not 0.0 <= self.score <= 1.0:
            raise SchemaError(f"{self.layer}: score {self.score} is not from 0 to 1")


class Predictor(Protocol):
    """A model that reads a text, whatever it was trained with."""

    @property
    def name(self) -> str:
        """What the rule field of its annotations says behind `model:`."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it was trained for."""

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        """Return what stands in `text`, with offsets into it, sorted. Raises InputError for another language."""
