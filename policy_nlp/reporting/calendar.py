"""Deadlines as a calendar: a to-do for each due day, an event for each period and each recurring duty."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from policy_nlp.messages import text
from policy_nlp.normalization.iso import first_and_last_day
from policy_nlp.reporting.plain_text import encodable
from policy_nlp.reporting.sheets.facts import Facts, facts
from policy_nlp.schema import Deadline, DeadlineKind, Document

if TYPE_CHECKING:
    from icalendar import Event, Todo

# A calendar must say when each entry was made; the same plan gives the same bytes, so it is no real time.
_STAMP = datetime(2000, 1, 1, tzinfo=UTC)
_PRODUCT = "-//policy_nlp//policy-nlp//EN"


def calendar(document: Document, lang: str) -> str:
    """Return the deadlines of `document` as iCalendar (RFC 5545).

    A due day is a VTODO; a period is a VEVENT over its days; a recurring duty is a VEVENT within the plan's period.
    What has no day the text gives stays a VTODO without one. An entry keeps its UID while task and words stay the same,
    wherever they move in the text.

    >>> calendar(Document("a", "en", "Plan"), "en").splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    from icalendar import Calendar

    known, seen = facts(document), Counter[str]()
    whole = Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    for deadline in document.deadlines:
        entry = _entry(known, deadline)
        entry.add("uid", _uid(known, deadline, seen))
        entry.add("dtstamp", _STAMP)
        entry.add("summary", _summary(known, deadline))
        entry.add("description", _description(known, deadline, lang))
        whole.add_component(entry)
    content: bytes = whole.to_ical()
    return content.decode("utf-8")


def _entry(known: Facts, deadline: Deadline) -> Event | Todo:
    from icalendar import Todo

    first, last = first_and_last_day(deadline.value)
    if first and last:
        return _event(first, last)
    begun = _plan_days(known, deadline)
    if deadline.kind is DeadlineKind.RECURRING and deadline.value and begun:
        return _recurring(deadline.value, *begun)
    todo = Todo()
    if last:
        todo.add("due", last)
    return todo


def _event(first: date, last: date) -> Event:
    """An event over whole days, shown as free time; its end is the day after its last."""
    from icalendar import Event

    event = Event()
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _recurring(rule: str, begin: date, end: date) -> Event | Todo:
    """An event on each day that the rule names within the plan's period; a to-do where it names none there."""
    from dateutil.rrule import rrulestr
    from icalendar import Todo, vRecur

    first = next(iter(rrulestr(rule, dtstart=datetime(begin.year, begin.month, begin.day))), None)
    if first is None or first.date() > end:
        return Todo()
    event = _event(first.date(), first.date())
    event.add("rrule", vRecur.from_ical(f"{rule};UNTIL={end:%Y%m%d}"))
    return event


def _plan_days(known: Facts, deadline: Deadline) -> tuple[date, date] | None:
    """The first and last day of the plan that the deadline stands in, where it states them."""
    start = deadline.span[0]
    plan = next((plan for plan in known.document.plans if plan.span[0] <= start < plan.span[1]), None)
    if plan is None or plan.period is None:
        return None
    begin, _, end = plan.period.partition("/")
    return date.fromisoformat(begin), date.fromisoformat(end)


def _uid(known: Facts, deadline: Deadline, seen: Counter[str]) -> str:
    number, title, _ = known.place(deadline.task)
    said = "\x1f".join((known.document.id, number, title, deadline.kind.value, deadline.quote))
    seen[said] += 1
    digest = sha256(f"{said}\x1f{seen[said]}".encode("utf-8", "replace")).hexdigest()
    return f"{digest[:32]}@policy-nlp"


def _summary(known: Facts, deadline: Deadline) -> str:
    _, title, leads = known.place(deadline.task)
    what = title or deadline.quote
    return encodable(" ".join(f"{what} ({', '.join(leads)})".split()) if leads else " ".join(what.split()))


def _description(known: Facts, deadline: Deadline, lang: str) -> str:
    """The words of the deadline, then the task in full: a doubtful date is settled by reading."""
    lines = [f"{text('columns.deadline', lang)}: {deadline.quote}", deadline.value or deadline.reason or ""]
    if row := known.rows.get(deadline.task or ""):
        lines += [f"{text('columns.co', lang)}: {', '.join(row.co)}" if row.co else "", row.quote]
    return encodable("\n".join(line for line in lines if line))
