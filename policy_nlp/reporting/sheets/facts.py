"""What several sheets look up: the task that something is bound to, and who leads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_nlp.reporting.task_rows import TaskRow, task_rows
from policy_nlp.schema import Document


@dataclass(frozen=True, slots=True)
class Facts:
    """A document with its task rows, in order and by id."""

    document: Document
    rows: Mapping[str, TaskRow]

    def place(self, task: str | None) -> tuple[str, str, tuple[str, ...]]:
        """Return number, title and leads of `task`; empty ones where there is no such task."""
        row = self.rows.get(task or "")
        return (row.number, row.title, row.lead) if row else ("", "", ())


def facts(document: Document) -> Facts:
    """Return what the sheets need to know of `document`.

    >>> facts(Document("a", "en", "Plan")).place(None)
    ('', '', ())
    """
    return Facts(document, {row.id: row for row in task_rows(document)})
