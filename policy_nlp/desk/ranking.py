"""Which plan lacks most, and which tasks most plans lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from policy_nlp.comparison.records import Share
from policy_nlp.desk.desk import Desk
from policy_nlp.desk.matrix import Status, matrix
from policy_nlp.schema import Document, Severity, Task


@dataclass(frozen=True, slots=True)
class PlanScore:
    """One local plan: how much of the template it covers, and how many gaps of each severity stand."""

    local: Document
    coverage: Mapping[str, Share]
    gaps: Mapping[Severity, int]
    rejected: int


@dataclass(frozen=True, slots=True)
class MissedTask:
    """A task of the template with the plans that leave it out, wholly or in part."""

    task: Task
    missing: tuple[str, ...]
    partial: tuple[str, ...]


def plan_scores(desk: Desk) -> tuple[PlanScore, ...]:
    """Return the score of each local plan, the one with the gravest gaps first; equals in the given order."""
    scores = [_score(desk, comparison.local, comparison.coverage) for comparison in desk.comparisons]
    return tuple(sorted(scores, key=lambda score: [-score.gaps[severity] for severity in Severity]))


def missed_tasks(desk: Desk) -> tuple[MissedTask, ...]:
    """Return the tasks that any plan leaves out, those that most plans leave out first."""
    names = [comparison.local.id for comparison in desk.comparisons]
    found = []
    for task, cells in zip(desk.template.tasks, matrix(desk).values(), strict=True):
        by_status = {
            status: tuple(name for name, cell in zip(names, cells, strict=True) if cell.status is status)
            for status in (Status.MISSING, Status.PARTIAL)
        }
        if any(by_status.values()):
            found.append(MissedTask(task, by_status[Status.MISSING], by_status[Status.PARTIAL]))
    return tuple(sorted(found, key=lambda one: (-len(one.missing), -len(one.partial))))


def _score(desk: Desk, local: Document, coverage: Mapping[str, Share]) -> PlanScore:
    entries = desk.of(local)
    counted = Counter(entry.finding.severity for entry in entries if entry.counts)
    rejected = sum(entry.rejected for entry in entries)
    return PlanScore(local, coverage, {severity: counted[severity] for severity in Severity}, rejected)
