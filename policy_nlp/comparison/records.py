"""The records of a comparison: pairs of tasks, findings with their evidence, and what is covered.

Reports build on these: names and meanings stay as they are, further fields may be added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from policy_nlp.errors import SchemaError
from policy_nlp.schema import Diagnostic, Document, Severity, Span


class Relation(StrEnum):
    """How local tasks carry out a task of the template."""

    SAME = "same"
    SPLIT = "split"
    MERGED = "merged"
    PARTIAL = "partial"


class FindingType(StrEnum):
    """What a local plan lacks, or adds."""

    MISSING_TASK = "missing_task"
    PARTIAL_TASK = "partial_task"
    MISSING_SECTION = "missing_section"
    MISSING_LEAD = "missing_lead"
    DIFFERENT_LEAD = "different_lead"
    MISSING_CO = "missing_co"
    MISSING_DEADLINE = "missing_deadline"
    LATER_DEADLINE = "later_deadline"
    INCOMPARABLE_DEADLINE = "incomparable_deadline"
    MISSING_TARGET = "missing_target"
    WEAKER_TARGET = "weaker_target"
    INCOMPARABLE_TARGET = "incomparable_target"
    EXTRA_TASK = "extra_task"
    EARLIER_DEADLINE = "earlier_deadline"
    STRONGER_TARGET = "stronger_target"
    EXTRA_CO = "extra_co"


NOTES = frozenset(
    {FindingType.EXTRA_TASK, FindingType.EARLIER_DEADLINE, FindingType.STRONGER_TARGET, FindingType.EXTRA_CO}
)
"""What is told but is no gap: a local plan may add to its template and be stricter."""


class Order(StrEnum):
    """How what the local plan asks stands to what the template asks."""

    EQUAL = "equal"
    STRICTER = "stricter"
    LAXER = "laxer"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Place:
    """Evidence on one side: the characters, and the normal form that was compared."""

    quote: str
    span: Span
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A task of the template with the local tasks that carry it out, in the order of the local plan.

    `similarity` is how likely the best of them is a counterpart. `evidence` says what speaks for it, each part from 0
    to 1; `comparison.evidence` explains the parts. `meaning` is there where a model speaks.
    """

    template_task: str
    local_tasks: tuple[str, ...]
    similarity: float
    relation: Relation
    evidence: Mapping[str, float]

    def __post_init__(self) -> None:
        if not self.local_tasks or not 0 <= self.similarity <= 1:
            raise SchemaError(f"pair {self.template_task}: {self.local_tasks} at {self.similarity}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One gap or note, under the code of its check; `message` is keyed by language.

    `template_tasks` and `local_tasks` are the tasks that it holds for. `template` and `local` are the evidence on each
    side, None where a side has nothing: no local place for what is missing, none in the template for what is added.
    """

    code: str
    type: FindingType
    severity: Severity
    template_tasks: tuple[str, ...]
    local_tasks: tuple[str, ...]
    template: Place | None
    local: Place | None
    message: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A task that only the template's own level can do, and why; `reason` is keyed by language."""

    template_task: str
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a kind the local plan covers."""

    covered: int
    total: int

    def __post_init__(self) -> None:
        if not 0 <= self.covered <= self.total:
            raise SchemaError(f"{self.covered} of {self.total} cannot be covered")

    @property
    def share(self) -> float | None:
        """The ratio; None where there is nothing to cover.

        >>> Share(13, 20).share, Share(0, 0).share
        (0.65, None)
        """
        return round(self.covered / self.total, 4) if self.total else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A local plan held against its template."""

    template: Document
    local: Document
    pairs: tuple[Pair, ...]
    not_applicable: tuple[NotApplicable, ...]
    findings: tuple[Finding, ...]
    coverage: Mapping[str, Share]
    diagnostics: tuple[Diagnostic, ...] = ()
