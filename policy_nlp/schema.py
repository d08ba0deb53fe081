"""The one data model: gold and prediction are the same type, so each can stand in for the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from policy_nlp.errors import SchemaError

Span = tuple[int, int]
"""Half-open character offsets `[start, end)` into the raw text."""

SCHEMA_VERSION = "1"


class Role(StrEnum):
    """What the text makes a body answerable as."""

    LEAD = "lead"
    CO = "co"
    ACTOR = "actor"


class SectionType(StrEnum):
    """What a section is for."""

    OBJECTIVES = "objectives"
    TASKS = "tasks"
    SCHEDULE = "schedule"
    SAFEGUARDS = "safeguards"
    REPORTING = "reporting"
    ANNEX = "annex"


class DeadlineKind(StrEnum):
    """How a due time is stated."""

    BY = "by"
    PERIOD = "period"
    RECURRING = "recurring"
    RELATIVE = "relative"


class Modality(StrEnum):
    """Whether a deadline binds or is only aimed at."""

    STRICT = "strict"
    ASPIRATIONAL = "aspirational"


class TargetKind(StrEnum):
    """A stated number, or a quantifier that makes it "all of them"."""

    NUMERIC = "numeric"
    UNIVERSAL = "universal"


class Severity(StrEnum):
    """How much a diagnostic or a finding matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


COMPARISONS = frozenset({">=", ">", "<=", "<", "=", "~"})
CHANGES = frozenset({"+", "-"})

Number = int | float
Quantity = Number | tuple[Number, Number]
"""A number, or the two ends of a range."""


def _check_span(kind: str, span: Span) -> None:
    start, end = span
    if not 0 <= start < end:
        raise SchemaError(f"{kind}: span [{start}, {end}) is empty or negative")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from; a gold file may carry only a note."""

    path: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan on the page; a page can bundle several."""

    id: str
    title: str
    span: Span
    issuer: str | None = None
    region: str | None = None
    period: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        _check_span("plan", self.span)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with everything below it. `level` 1 is the top of the document."""

    id: str
    plan: str
    number: str
    title: str
    level: int
    type: SectionType
    span: Span

    def __post_init__(self) -> None:
        _check_span("section", self.span)
        if self.level < 1:
            raise SchemaError(f"section {self.id}: level {self.level} is below 1")


@dataclass(frozen=True, slots=True)
class Task:
    """The lowest item of the document's own enumeration."""

    id: str
    plan: str
    section: str | None
    number: str
    span: Span
    quote: str = ""
    title: str = ""
    path: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_span("task", self.span)


@dataclass(frozen=True, slots=True)
class Unit:
    """A body (or a class of bodies) that the text makes answerable for tasks."""

    quote: str
    span: Span
    role: Role
    tasks: tuple[str, ...]
    name: str | None = None
    name_other: str | None = None
    kind: str | None = None
    level: str | None = None
    is_class: bool = False
    rule: str | None = None
    inherited_from: Span | None = None

    def __post_init__(self) -> None:
        _check_span("unit", self.span)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a task, a phase or a target is due. `value` is None where no day can be known; then `reason` says why."""

    quote: str
    span: Span
    kind: DeadlineKind
    value: str | None
    task: str | None = None
    anchor: str | None = None
    modality: Modality = Modality.STRICT
    reason: str | None = None
    rule: str | None = None
    inherited_from: Span | None = None

    def __post_init__(self) -> None:
        _check_span("deadline", self.span)


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a change is measured from."""

    quote: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What quantity has to be reached or held."""

    quote: str
    span: Span
    kind: TargetKind
    op: str
    value: Quantity
    unit: str | None
    bound: str | None = None
    of: str | None = None
    subject: str | None = None
    deadline: str | None = None
    task: str | None = None
    baseline: Baseline | None = None
    rule: str | None = None
    inherited_from: Span | None = None

    def __post_init__(self) -> None:
        _check_span("target", self.span)
        if self.op not in COMPARISONS | CHANGES:
            raise SchemaError(f"target {self.quote!r}: op {self.op!r} is not one of {sorted(COMPARISONS | CHANGES)}")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a reader of the result should know; `message` is keyed by language."""

    code: str
    severity: Severity
    message: dict[str, str]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Who has read and corrected a document, when, and in which tool; what is not known is None."""

    annotator: str | None = None
    at: str | None = None
    tool: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the file a stretch of the text stands: `page 3`, `Sheet1!B4`."""

    span: Span
    place: str

    def __post_init__(self) -> None:
        _check_span("origin", self.span)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything known about one text. The text is never edited; each stage returns a new document."""

    id: str
    language: str
    text: str
    source: Source = field(default_factory=Source)
    plans: tuple[Plan, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    units: tuple[Unit, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    review: Review | None = None
    origins: tuple[Origin, ...] = ()
