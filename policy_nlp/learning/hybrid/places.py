"""Where in a document something stands: its plan, its section, its task."""

from __future__ import annotations

from policy_nlp.schema import Document, Plan, Section, Task
from policy_nlp.text.ordered import Ordered


class Places:
    """The plan, the innermost section and the task around a position of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tasks = sorted(document.tasks, key=lambda task: task.span)
        self._task_places = Ordered(task.span for task in self._tasks)

    def plan(self, position: int) -> Plan | None:
        """Return the plan around `position`."""
        return next((plan for plan in self._document.plans if plan.span[0] <= position < plan.span[1]), None)

    def section(self, position: int) -> Section | None:
        """Return the innermost section around `position`."""
        around = [item for item in self._document.sections if item.span[0] <= position < item.span[1]]
        return max(around, key=lambda item: item.level, default=None)

    def task(self, position: int) -> Task | None:
        """Return the task around `position`."""
        index = self._task_places.around(position)
        return None if index is None else self._tasks[index]

    def language(self, position: int) -> str | None:
        """Return the language of the plan around `position`; None outside of plans."""
        plan = self.plan(position)
        return None if plan is None else plan.language or self._document.language
