"""Checks of what is to be done: tasks and sections that are left out, in whole or in part, or added."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.comparison.case import Case, Draft, named, of_task, one_line
from policy_nlp.comparison.checks.registry import check
from policy_nlp.comparison.records import FindingType, Place
from policy_nlp.schema import Section

_FEWEST_TASKS = 2


@check("G101", FindingType.MISSING_TASK)
def missing_task(case: Case) -> Iterator[Draft]:
    """No local task takes up “{task}”."""
    for entry in case.missing():
        yield Draft((entry.id,), (), of_task(entry), None, {"task": named(entry.task)})


@check("G102", FindingType.PARTIAL_TASK)
def partial_task(case: Case) -> Iterator[Draft]:
    """A part of “{task}” is left out: “{part}”."""
    alignment = case.alignment
    for row in alignment.partners:
        entry, locals_ = alignment.both.template.entries[row], alignment.locals_of(row)
        parts = alignment.taken[row].left_out
        if parts:
            fields = {"task": named(entry.task), "part": one_line(parts[0][1])}
            tasks = tuple(local.id for local in locals_)
            yield Draft((entry.id,), tasks, Place(parts[0][1], parts[0][0]), of_task(locals_[0]), fields)


@check("G103", FindingType.MISSING_SECTION)
def missing_section(case: Case) -> Iterator[Draft]:
    """Nothing of the section “{section}” is taken up."""
    missing = {entry.id: entry.task.span[0] for entry in case.missing()}
    reported = (0, 0)
    for section in sorted(case.template.sections, key=lambda item: (item.span[0], item.level)):
        tasks = tuple(task.id for task in case.template.tasks if _within(task.span[0], section))
        whole = len(tasks) >= _FEWEST_TASKS and all(task in missing for task in tasks)
        if whole and not reported[0] <= section.span[0] < reported[1]:
            reported = section.span
            yield Draft(tasks, (), _heading(case, section), None, {"section": section.title})


@check("N101", FindingType.EXTRA_TASK)
def extra_task(case: Case) -> Iterator[Draft]:
    """“{task}” is the local plan's own."""
    for entry in case.alignment.extra():
        yield Draft((), (entry.id,), None, of_task(entry), {"task": named(entry.task)})


def _within(start: int, section: Section) -> bool:
    return section.span[0] <= start < section.span[1]


def _heading(case: Case, section: Section) -> Place:
    start = section.span[0]
    line = case.template.text[slice(*section.span)].split("\n", 1)[0].rstrip()
    return Place(line, (start, start + len(line)))
