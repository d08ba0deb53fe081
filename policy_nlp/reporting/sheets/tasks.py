"""The task breakdown: a row for each task, with who, by when and how much."""

from __future__ import annotations

from policy_nlp.reporting.sheets.facts import Facts
from policy_nlp.reporting.sheets.record import Sheet, column
from policy_nlp.reporting.task_rows import TaskRow

_WIDTHS = {
    "id": 6,
    "plan": 18,
    "sections": 22,
    "number": 12,
    "title": 30,
    "lead": 18,
    "co": 24,
    "actors": 16,
    "deadlines": 22,
    "targets": 28,
    "quote": 60,
}


def tasks_sheet(facts: Facts) -> Sheet:
    """Return the sheet of tasks; the column of plans only where the page bundles several."""
    names = [name for name in _WIDTHS if name != "plan" or len(facts.document.plans) > 1]
    rows = tuple(tuple(_cell(row, name) for name in names) for row in facts.rows.values())
    return Sheet("tasks", tuple(column(name, _WIDTHS[name]) for name in names), rows, frozen=names.index("title") + 1)


def _cell(row: TaskRow, name: str) -> str | tuple[str, ...]:
    value: str | tuple[str, ...] = getattr(row, name)
    return " › ".join(value) if name == "sections" else value
