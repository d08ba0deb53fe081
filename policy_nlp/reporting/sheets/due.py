"""What is due when, month by month: dated deadlines first, then duties that recur, then those without a day."""

from __future__ import annotations

from datetime import date

from policy_nlp.messages import text
from policy_nlp.reporting.sheets.facts import Facts
from policy_nlp.reporting.sheets.record import Cell, Sheet, column
from policy_nlp.schema import Deadline, DeadlineKind

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
    deadlines = sorted(facts.document.deadlines, key=lambda item: (_last_day(item) or date.max, item.span))
    rows = tuple(_row(facts, item, lang) for item in deadlines)
    return Sheet("due", tuple(column(name, width) for name, width in _COLUMNS.items()), rows, frozen=3)


def days(deadline: Deadline) -> tuple[date | None, date | None]:
    """Return the first and the last day of a deadline, each None where the text does not give it.

    >>> days(Deadline("by 2025", (0, 7), DeadlineKind.BY, "2025-12-31"))
    (None, datetime.date(2025, 12, 31))
    """
    if deadline.value is None or deadline.kind not in (DeadlineKind.BY, DeadlineKind.PERIOD):
        return None, None
    start, _, end = deadline.value.rpartition("/")
    return _day(start), _day(end)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _last_day(deadline: Deadline) -> date | None:
    return days(deadline)[1]


def _row(facts: Facts, deadline: Deadline, lang: str) -> tuple[Cell, ...]:
    first, last = days(deadline)
    kind = text(f"due.{deadline.kind.value}", lang)
    binding = text(f"due.{deadline.modality.value}", lang)
    open_value = "" if last else deadline.value or ""
    reason = deadline.reason or open_value
    month = f"{last:%Y-%m}" if last else ""
    return month, first, last, deadline.quote, kind, binding, *facts.place(deadline.task), reason
