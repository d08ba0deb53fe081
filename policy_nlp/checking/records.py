"""The records of a check: a draft as a check finds it, a finding as it is given out, the report on one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policy_nlp.schema import Document, Severity, Span, Task

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """What one check found: its place, the tasks that it is about, another place that it speaks of, what it says."""

    span: Span
    tasks: tuple[str, ...] = ()
    related: Span | None = None
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding under the code of its check; `quote` is the text of `span`, `message` is keyed by language."""

    code: str
    name: str
    severity: Severity
    message: Mapping[str, str]
    span: Span
    quote: str
    tasks: tuple[str, ...] = ()
    related: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about one document, in the order of the text."""

    document: Document
    findings: tuple[Finding, ...]


def shown(task: Task) -> str:
    """Return what a message calls `task`: its title, else how its text begins, at most 40 characters of it.

    >>> shown(Task("t1", "p1", None, "1", (0, 4), "Act."))
    'Act.'
    """
    said = " ".join((task.title or task.quote).split())
    return said if len(said) <= _SHORT else said[:_SHORT] + "…"
