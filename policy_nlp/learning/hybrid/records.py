"""Records of what a model found: each says which model, stands at a task, and has no value that was guessed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policy_nlp.extraction.measures import target_lexicon
from policy_nlp.learning.hybrid.places import Places
from policy_nlp.learning.hybrid.values import Values
from policy_nlp.learning.predictions import PredictedSpan
from policy_nlp.linking.due_values import DueValue
from policy_nlp.messages import both
from policy_nlp.schema import (
    Deadline,
    DeadlineKind,
    Diagnostic,
    Document,
    Role,
    Severity,
    Span,
    Target,
    Task,
    Unit,
)
from policy_nlp.text.folding import fold

Added = Sequence[tuple[PredictedSpan, tuple[Span, ...]]]
"""Finds of a model, each with the spans of the rules that it takes the place of."""


class Maker:
    """Makes records of one document's finds, and notes what could not become one."""

    def __init__(self, document: Document, name: str) -> None:
        self._document = document
        self._rule = f"model:{name}"
        self._name = name
        self._places = Places(document)
        self._values = Values(document, document.language)
        self._dues = sorted((due.span[0], due.value or "") for due in document.deadlines)
        self._notes: list[Diagnostic] = []

    def noted(self, document: Document) -> Document:
        """Return `document` with the notes of what could not become a record."""
        return replace(document, diagnostics=document.diagnostics + tuple(self._notes))

    def tasks(self, added: Added) -> Iterator[Task]:
        """Yield a task for each find that stands in a plan, under ids that no other has."""
        taken = {task.id for task in self._document.tasks}
        free = (f"t{number}" for number in range(1, len(taken) + len(added) + 1) if f"t{number}" not in taken)
        for span, _ in added:
            plan, section = self._places.plan(span.start), self._places.section(span.start)
            if plan is not None:
                title = self._quote(self._first_clause(_ends(span)))
                place = plan.id, section.id if section else None
                yield Task(next(free), *place, "", _ends(span), self._quote(_ends(span)), title)

    def _first_clause(self, span: Span) -> Span:
        bounds = target_lexicon(self._document.language).bounds
        return bounds.clause(fold(self._document.text[slice(*span)]), 0, 0, span[1] - span[0])

    def _quote(self, span: Span) -> str:
        return self._document.text[span[0] : span[1]]

    def units(self, added: Added) -> Iterator[Unit]:
        """Yield a unit for each find that stands in a task or in the place of a unit of the rules."""
        held = _tasks_by_span(self._document.units)
        for span, replaced in added:
            tasks = tuple(dict.fromkeys(task for one in replaced for task in held.get(one, ())))
            around = self._places.task(span.start)
            tasks = tasks or ((around.id,) if around else ())
            if tasks:
                yield Unit(self._quote(_ends(span)), _ends(span), Role(span.label), tasks, rule=self._rule)
            else:
                self._note("model_unit_without_task", _ends(span))

    def deadlines(self, added: Added) -> Iterator[Deadline]:
        """Yield a deadline for each find whose words state a due time; a day that cannot be known stays open.

        It stands at the tasks of those that it takes the place of, else at the task around it.
        """
        held = _task_by_span(self._document.deadlines)
        for span, replaced in added:
            plan = self._places.plan(span.start)
            value = self._values.due(_ends(span), plan.span if plan else (0, len(self._document.text)))
            if value is None:
                self._note("model_deadline_unread", _ends(span))
                continue
            for task in self._holders(span, replaced, held):
                yield replace(self._deadline(span, value), task=task)

    def _deadline(self, span: PredictedSpan, found: DueValue) -> Deadline:
        quote, kind = self._quote(_ends(span)), DeadlineKind(found.kind)
        return Deadline(quote, _ends(span), kind, found.value, reason=found.reason, rule=self._rule)

    def targets(self, added: Added) -> Iterator[Target]:
        """Yield a target for each find whose quantity can be read."""
        held = _task_by_span(self._document.targets)
        for span, replaced in added:
            found = self._values.target(_ends(span))
            if found is None:
                self._note("model_target_unread", _ends(span))
                continue
            for task in self._holders(span, replaced, held):
                yield replace(found, task=task, deadline=self._governing(span), rule=self._rule)

    def _governing(self, span: PredictedSpan) -> str | None:
        """The value of the last due time before a target on its line, if there is one."""
        line = self._document.text.rfind("\n", 0, span.start) + 1
        index = bisect_left(self._dues, (span.start, "")) - 1
        return self._dues[index][1] or None if index >= 0 and self._dues[index][0] >= line else None

    def _holders(
        self, span: PredictedSpan, replaced: tuple[Span, ...], held: dict[Span, list[str | None]]
    ) -> list[str | None]:
        taken = list(dict.fromkeys(task for one in replaced for task in held.get(one, ())))
        around = self._places.task(span.start)
        return taken or [around.id if around else None]

    def _note(self, code: str, span: Span) -> None:
        said = both(f"diagnostics.{code}", name=self._name, quote=self._quote(span))
        self._notes.append(Diagnostic(code, Severity.INFO, said, span))


def _ends(span: PredictedSpan) -> Span:
    return span.start, span.end


def _tasks_by_span(units: Sequence[Unit]) -> dict[Span, list[str]]:
    found: dict[Span, list[str]] = {}
    for unit in units:
        found.setdefault(unit.span, []).extend(unit.tasks)
    return found


def _task_by_span(records: Sequence[Deadline] | Sequence[Target]) -> dict[Span, list[str | None]]:
    found: dict[Span, list[str | None]] = {}
    for record in records:
        found.setdefault(record.span, []).append(record.task)
    return found
