"""What is due when, month by month: dated deadlines first, then duties that recur, then those without a day."""

from __future__ import annotations

from datetime import date

from policy_nlp.messages import text
from policy_nlp.normalization.iso import first_and_last_day, last_day
from policy_nlp.reporting.sheets.facts import Facts
from policy_nlp.reporting.sheets.record import Cell, Sheet, column
from policy_nlp.schema import Deadline

_COLUMNS = {
    "month": 10,
    "from": 12,
    "due": 12,
    "deadline": 24,
    "kind": 12,
    "binding": 12,
    "number": 12,
    "title": 30,
    "lead": 20,
    "reason": 30,
}


def due_sheet(facts: Facts, lang: str) -> Sheet:
    """Return the sheet of deadlines, in the order of their days; what has no day stands below, in the text's order."""
    deadlines = sorted(facts.document.deadlines, key=lambda item: (last_day(item.value) or date.max, item.span))
    rows = tuple(_row(facts, item, lang) for item in deadlines)
    return Sheet("due", tuple(column(name, width) for name, width in _COLUMNS.items()), rows, frozen=3)


def _row(facts: Facts, deadline: Deadline, lang: str) -> tuple[Cell, ...]:
    first, last = first_and_last_day(deadline.value)
    kind = text(f"due.{deadline.kind.value}", lang)
    binding = text(f"due.{deadline.modality.value}", lang)
    open_value = "" if last else deadline.value or ""
    reason = deadline.reason or open_value
    month = f"{last:%Y-%m}" if last else ""
    return month, first, last, deadline.quote, kind, binding, *facts.place(deadline.task), reason
