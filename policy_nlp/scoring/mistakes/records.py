"""The records of mistakes: what each side claims about the text, and why the two do not agree."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from policy_nlp.schema import Span


class Kind(StrEnum):
    """What a claim is about."""

    PLAN = "plan"
    SECTION = "section"
    TASK = "task"
    UNIT = "unit"
    DEADLINE = "deadline"
    TARGET = "target"


class Cause(StrEnum):
    """Why gold and prediction do not agree, the first to be told first."""

    ROLE = "role"
    VALUE = "value"
    LEVEL = "level"
    TYPE = "type"
    TASK = "task"
    BOUNDARY = "boundary"
    SPLIT = "split"
    MERGED = "merged"
    MISSED = "missed"
    SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side says of one place in the text: the parts of its meaning, and the tasks that it holds for.

    `span` is without white space and marks at its rims; `tasks` are names that both sides share, `ids` the side's own.
    """

    kind: Kind
    span: Span
    says: tuple[tuple[Cause, Hashable], ...] = ()
    shown: str = ""
    tasks: frozenset[Hashable] = frozenset()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A claim of gold, of the prediction, or of both that do not agree; the causes, the chief one first."""

    document: str
    causes: tuple[Cause, ...]
    gold: Claim | None
    pred: Claim | None

    @property
    def cause(self) -> Cause:
        """The chief cause."""
        return self.causes[0]

    @property
    def kind(self) -> Kind:
        """What the mistake is about."""
        return self._either.kind

    @property
    def span(self) -> Span:
        """The characters that either side means."""
        spans = [claim.span for claim in (self.gold, self.pred) if claim is not None]
        return min(start for start, _ in spans), max(end for _, end in spans)

    @property
    def _either(self) -> Claim:
        claim = self.gold or self.pred
        if claim is None:
            raise ValueError("a mistake needs a claim of one side")
        return claim
