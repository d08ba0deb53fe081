"""References that hold, after tasks have come and gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policy_nlp.learning.hybrid.places import Places
from policy_nlp.schema import Document, Unit


def settled(document: Document) -> Document:
    """Return `document` with units, deadlines and targets at tasks that there are.

    What names a task that is gone, or none, goes to the task in which it stands; a unit that is left without any goes.
    """
    known = {task.id for task in document.tasks}
    places = Places(document)

    def task_of(task: str | None, position: int) -> str | None:
        around = places.task(position)
        return task if task in known else around.id if around else None

    return replace(
        document,
        units=tuple(_units(document, known, places)),
        deadlines=tuple(replace(due, task=task_of(due.task, due.span[0])) for due in document.deadlines),
        targets=tuple(replace(one, task=task_of(one.task, one.span[0])) for one in document.targets),
    )


def _units(document: Document, known: set[str], places: Places) -> Iterator[Unit]:
    for unit in document.units:
        kept = tuple(task for task in unit.tasks if task in known)
        around = places.task(unit.span[0])
        if kept or around:
            yield replace(unit, tasks=kept or (around.id,) if around else kept)
