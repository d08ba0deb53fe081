"""When: tasks without a deadline among dated ones, days outside the plan's period, days that nobody can know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from policy_nlp.checking.checks.reported import reported
from policy_nlp.checking.records import Draft, shown
from policy_nlp.checking.registry import check
from policy_nlp.normalization.iso import last_day
from policy_nlp.schema import Deadline, Document, Plan, Severity, Task

_FEWEST_SIBLINGS = 2


@check("C201", Severity.LOW)
def task_without_deadline(document: Document) -> Iterator[Draft]:
    """A task without a deadline, where most of the others in its section have one."""
    dated = {deadline.task for deadline in document.deadlines}
    for tasks in _siblings(document):
        have = sum(task.id in dated for task in tasks)
        for task in tasks:
            others = len(tasks) - 1
            if task.id not in dated and others >= _FEWEST_SIBLINGS and have * 2 > others:
                fields = {"task": shown(task), "have": have, "others": others}
                yield Draft(task.span, (task.id,), fields=fields)


@check("C202", Severity.LOW)
def deadline_outside_period(document: Document) -> Iterator[Draft]:
    """A deadline that ends before the plan begins or after it ends, where most of its deadlines lie inside."""
    for plan in document.plans:
        dated = [(due, last) for due in document.deadlines if _inside(due, plan) and (last := last_day(due.value))]
        outside = [(due, last) for due, last in dated if not _within(last, plan)]
        for due, last in outside if len(outside) * 2 < len(dated) else ():
            fields = {"quote": due.quote, "value": last.isoformat(), "period": plan.period}
            yield Draft(due.span, (due.task,) if due.task else (), fields=fields)


@check("C203", Severity.INFO)
def deadline_without_day(document: Document) -> Iterator[Draft]:
    """A deadline that names no day that can be known."""
    yield from reported(document, "deadline_without_day")


def _siblings(document: Document) -> list[list[Task]]:
    found: defaultdict[tuple[str, str | None], list[Task]] = defaultdict(list)
    for task in document.tasks:
        found[(task.plan, task.section)].append(task)
    return list(found.values())


def _inside(due: Deadline, plan: Plan) -> bool:
    return plan.span[0] <= due.span[0] < plan.span[1]


def _within(day: date, plan: Plan) -> bool:
    """Whether `day` lies in the plan's period; every day does where the plan states none."""
    begin, _, end = (plan.period or "/").partition("/")
    return (not begin or begin <= day.isoformat()) and (not end or day.isoformat() <= end)
