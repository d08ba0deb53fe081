"""The coverage matrix: for each task of the template and each local plan, whether and how it is carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from policy_nlp.comparison import Comparison
from policy_nlp.desk.desk import Desk, Entry
from policy_nlp.schema import Severity


class Status(StrEnum):
    """How a local plan stands to one task of the template."""

    SAME = "same"
    SPLIT = "split"
    MERGED = "merged"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the matrix: how the task is carried out, by which local tasks, and what is found about it."""

    status: Status
    local_tasks: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The gravest gap that stands; None where there is none."""
        order = list(Severity)
        return min((one.finding.severity for one in self.entries if one.counts), key=order.index, default=None)


def matrix(desk: Desk) -> Mapping[str, tuple[Cell, ...]]:
    """Return the row of each task of the template, with a cell for each local plan in the desk's order."""
    columns = [_column(desk, comparison) for comparison in desk.comparisons]
    return {task.id: tuple(column[task.id] for column in columns) for task in desk.template.tasks}


def _column(desk: Desk, comparison: Comparison) -> Mapping[str, Cell]:
    pairs = {pair.template_task: pair for pair in comparison.pairs}
    excused = {item.template_task for item in comparison.not_applicable}
    entries = desk.of(comparison.local)
    return {
        task.id: Cell(
            Status(pairs[task.id].relation.value) if task.id in pairs else _unpaired(task.id, excused),
            pairs[task.id].local_tasks if task.id in pairs else (),
            tuple(entry for entry in entries if task.id in entry.finding.template_tasks),
        )
        for task in comparison.template.tasks
    }


def _unpaired(task: str, excused: set[str]) -> Status:
    return Status.NOT_APPLICABLE if task in excused else Status.MISSING
