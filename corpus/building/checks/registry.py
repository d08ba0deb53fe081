"""All checks, in the order in which their faults are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.building.checks.deadlines import deadline_values, reasons
from corpus.building.checks.headings import numbers, parents, titles
from corpus.building.checks.mentions import own_tasks, said_once
from corpus.building.checks.spans import crossings, rims
from corpus.building.checks.targets import comparisons, due_values, quantifiers, quoted_words, rate_names
from corpus.building.checks.texts import extent, plans_there
from corpus.building.checks.units import bodies_only, tasks_there, units_apart
from corpus.building.faults import Fault
from policy_nlp.schema import Document

CHECKS: tuple[Callable[[Document], Iterator[Fault]], ...] = (
    extent,
    plans_there,
    rims,
    crossings,
    parents,
    numbers,
    titles,
    own_tasks,
    said_once,
    tasks_there,
    bodies_only,
    units_apart,
    deadline_values,
    reasons,
    comparisons,
    quantifiers,
    quoted_words,
    due_values,
    rate_names,
)


def faults(document: Document) -> Iterator[Fault]:
    """Yield everything in `document` that the guideline does not allow."""
    for check in CHECKS:
        yield from check(document)
