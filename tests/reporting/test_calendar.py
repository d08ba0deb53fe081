"""Deadlines as a calendar, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar, Component

from policy_nlp.reporting.calendar import calendar
from policy_nlp.schema import Deadline, DeadlineKind, Document


def entries(document: Document, lang: str = "zh") -> list[Component]:
    return list(Calendar.from_ical(calendar(document, lang)).subcomponents)


def due(kind: DeadlineKind, value: str | None, *, task: str | None = "t1", reason: str | None = None) -> Deadline:
    return Deadline("2026年底前", (24, 31), kind, value, task, reason=reason)


def test_a_due_day_is_a_to_do(document: Document) -> None:
    todo = entries(document)[0]
    assert (todo.name, todo.decoded("due")) == ("VTODO", date(2026, 12, 31))
    assert str(todo["summary"]) == "排查隐患 (水务局)"
    assert "2026年底前" in str(todo["description"]) and document.tasks[0].quote in str(todo["description"])


def test_a_period_is_an_event_over_its_days(document: Document) -> None:
    (event,) = entries(replace(document, deadlines=(due(DeadlineKind.PERIOD, "2026-03-01/2026-04-30"),)))
    assert event.name == "VEVENT"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 3, 1), date(2026, 5, 1))


def test_a_recurring_duty_recurs_within_the_plan_s_period(document: Document) -> None:
    plan = replace(document.plans[0], period="2026-01-10/2026-12-31")
    (event,) = entries(
        replace(document, plans=(plan,), deadlines=(due(DeadlineKind.RECURRING, "FREQ=MONTHLY;BYMONTHDAY=5"),))
    )
    assert event.decoded("dtstart") == date(2026, 2, 5)
    assert event["rrule"].to_ical().decode() == "FREQ=MONTHLY;UNTIL=20261231;BYMONTHDAY=5"


@pytest.mark.parametrize(
    ("kind", "value"),
    [(DeadlineKind.RECURRING, "FREQ=MONTHLY"), (DeadlineKind.RELATIVE, "P15D"), (DeadlineKind.BY, None)],
)
def test_what_has_no_day_is_a_to_do_without_one(document: Document, kind: DeadlineKind, value: str | None) -> None:
    (todo,) = entries(replace(document, deadlines=(due(kind, value, reason=None if value else "no day"),)))
    assert todo.name == "VTODO" and "due" not in todo
    assert (value or "no day") in str(todo["description"])


def test_ids_differ_and_stay_when_the_text_moves(document: Document) -> None:
    moved = replace(
        document, deadlines=tuple(replace(one, span=(one.span[0] + 5, one.span[1] + 5)) for one in document.deadlines)
    )
    ids = [str(entry["uid"]) for entry in entries(document)]
    assert len(set(ids)) == len(ids) == 2
    assert [str(entry["uid"]) for entry in entries(moved)] == ids


def test_two_of_the_same_words_have_two_ids(document: Document) -> None:
    twice = replace(document, deadlines=(due(DeadlineKind.BY, "2026-12-31"),) * 2)
    assert len({str(entry["uid"]) for entry in entries(twice)}) == 2


@pytest.mark.parametrize(("lang", "label"), [("zh", "时限原文"), ("en", "Deadline as written")])
def test_both_languages(document: Document, lang: str, label: str) -> None:
    assert str(entries(document, lang)[0]["description"]).startswith(label)
