"""The desk: one template, the comparisons of its local plans, and each finding with what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policy_nlp.comparison import Comparison, Finding
from policy_nlp.comparison.identity import finding_id
from policy_nlp.desk.decisions import Decision, Decisions, Verdict
from policy_nlp.schema import Document, Severity

_ORDER = {severity: index for index, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding about one local plan, under its own name, with the decision about it."""

    id: str
    local: Document
    finding: Finding
    decision: Decision | None = None

    @property
    def rejected(self) -> bool:
        """Whether a person has said that it is none."""
        return self.decision is not None and self.decision.verdict is Verdict.REJECTED

    @property
    def counts(self) -> bool:
        """Whether it is a gap that stands: no note, and not rejected."""
        return self.finding.severity is not Severity.INFO and not self.rejected


@dataclass(frozen=True, slots=True)
class Desk:
    """A template and the comparisons with it, in the order in which the local plans were given."""

    template: Document
    comparisons: tuple[Comparison, ...]
    entries: tuple[Entry, ...]
    decisions: Decisions

    def of(self, local: Document) -> tuple[Entry, ...]:
        """Return the entries about one local plan, the worst first."""
        return tuple(entry for entry in self.entries if entry.local.id == local.id)


def desk_of(template: Document, comparisons: Sequence[Comparison], decisions: Decisions | None = None) -> Desk:
    """Return the desk of `comparisons`; its entries stand with the worst first, then in the template's order.

    >>> desk_of(Document("a", "en", "Plan"), []).entries
    ()
    """
    known = decisions or Decisions()
    entries = [_entry(comparison, finding, known) for comparison in comparisons for finding in comparison.findings]
    return Desk(template, tuple(comparisons), tuple(sorted(entries, key=_worst_first)), known)


def _entry(comparison: Comparison, finding: Finding, decisions: Decisions) -> Entry:
    name = finding_id(finding)
    return Entry(name, comparison.local, finding, decisions.on(comparison.local.id, name))


def _worst_first(entry: Entry) -> tuple[bool, int, int]:
    """Rejected ones last; a finding without a place in the template, such as an extra task, behind the others."""
    place = entry.finding.template
    return entry.rejected, _ORDER[entry.finding.severity], place.span[0] if place else 1 << 40
