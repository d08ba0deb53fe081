"""What extraction has told already: its diagnostics, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.checking.records import Draft
from policy_nlp.schema import Document, Span


def reported(document: Document, code: str) -> Iterator[Draft]:
    """Yield a draft for each diagnostic `code` of `document`, at its place."""
    for note in document.diagnostics:
        if note.code == code and note.span is not None:
            yield Draft(note.span, _tasks_at(document, note.span), fields={"note": note.message})


def _tasks_at(document: Document, span: Span) -> tuple[str, ...]:
    return tuple(task.id for task in document.tasks if task.span[0] <= span[0] < task.span[1])
