"""How much has to be reached: a row for each target."""

from __future__ import annotations

from policy_nlp.reporting.sheets.facts import Facts
from policy_nlp.reporting.sheets.record import Cell, Sheet, column
from policy_nlp.schema import Quantity, Target

_COLUMNS = {
    "target": 30,
    "subject": 20,
    "op": 6,
    "value": 12,
    "unit": 8,
    "of": 16,
    "baseline": 16,
    "target_due": 14,
    "number": 12,
    "title": 30,
    "lead": 20,
}


def targets_sheet(facts: Facts) -> Sheet:
    """Return the sheet of targets, in the order of the text."""
    rows = tuple(_row(facts, target) for target in facts.document.targets)
    return Sheet("targets", tuple(column(name, width) for name, width in _COLUMNS.items()), rows, frozen=1)


def _row(facts: Facts, target: Target) -> tuple[Cell, ...]:
    baseline = target.baseline
    since = f"{baseline.quote} ({baseline.year})" if baseline and baseline.year else baseline.quote if baseline else ""
    return (
        target.quote,
        target.subject or "",
        target.op + (target.bound or ""),
        _value(target.value),
        target.unit or "",
        target.of or "",
        since,
        target.deadline or "",
        *facts.place(target.task),
    )


def _value(value: Quantity) -> Cell:
    return "–".join(map(str, value)) if isinstance(value, tuple) else value
