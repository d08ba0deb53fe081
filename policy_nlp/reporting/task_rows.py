"""A document as one record for each task: who, what, by when, how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policy_nlp.schema import Deadline, DeadlineKind, Document, Role, Section, Task

_SHORT = 40


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task with all that is bound to it, as text."""

    document: str
    id: str
    plan: str
    sections: tuple[str, ...]
    number: str
    title: str
    quote: str
    lead: tuple[str, ...]
    co: tuple[str, ...]
    actors: tuple[str, ...]
    deadlines: tuple[str, ...]
    targets: tuple[str, ...]


def task_rows(document: Document) -> tuple[TaskRow, ...]:
    """Return a row for each task of `document`, in the order of the text.

    >>> task = Task("t1", "p1", None, "1", (0, 7), "Survey.")
    >>> [row.title for row in task_rows(Document("a", "en", "Survey.", tasks=(task,)))]
    ['Survey.']
    """
    plans = {plan.id: plan.title for plan in document.plans}
    paths = _section_paths(document.sections)
    units = {role: _units(document, role) for role in Role}
    deadlines = _by_task((item.task, _due(item)) for item in document.deadlines)
    targets = _by_task((item.task, item.quote) for item in document.targets)
    return tuple(
        TaskRow(
            document=document.id,
            id=task.id,
            plan=plans.get(task.plan, ""),
            sections=paths.get(task.section or "", ()),
            number=" ".join(task.path) or task.number,
            title=_title(task),
            quote=task.quote,
            lead=units[Role.LEAD][task.id],
            co=units[Role.CO][task.id],
            actors=units[Role.ACTOR][task.id],
            deadlines=deadlines[task.id],
            targets=targets[task.id],
        )
        for task in document.tasks
    )


def _title(task: Task) -> str:
    short = task.quote[:_SHORT]
    return task.title or (short if short == task.quote else short + "…")


def _due(deadline: Deadline) -> str:
    """The words, and the days where they have any: an RRULE tells a reader less than 每季度 does."""
    dated = deadline.kind in (DeadlineKind.BY, DeadlineKind.PERIOD) and deadline.value
    return f"{deadline.quote} ({deadline.value})" if dated else deadline.quote


def _units(document: Document, role: Role) -> Mapping[str, tuple[str, ...]]:
    return _by_task(
        (task, unit.name or unit.quote) for unit in document.units if unit.role is role for task in unit.tasks
    )


def _by_task(pairs: Iterable[tuple[str | None, str]]) -> Mapping[str, tuple[str, ...]]:
    """What is said of each task, each thing once."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for task, value in pairs:
        if task is not None:
            found[task][value] = None
    return defaultdict(tuple, {task: tuple(values) for task, values in found.items()})


def _section_paths(sections: Iterable[Section]) -> dict[str, tuple[str, ...]]:
    """For each section, the headings from the top of the document down to it."""
    paths: dict[str, tuple[str, ...]] = {}
    open_sections: list[Section] = []
    for section in sorted(sections, key=lambda item: (item.span[0], item.level)):
        while open_sections and (open_sections[-1].level >= section.level or open_sections[-1].plan != section.plan):
            open_sections.pop()
        open_sections.append(section)
        paths[section.id] = tuple(f"{item.number} {item.title}".strip() for item in open_sections)
    return paths
