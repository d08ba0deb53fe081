"""What a record needs beyond its span: from the note of the mark, else from where it stands and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from policy_nlp.conversion.holders import Holders
from policy_nlp.conversion.labels import Layer
from policy_nlp.conversion.sheet import Mark, Sheet
from policy_nlp.conversion.values import deadline_value, target_value
from policy_nlp.schema import TargetKind

_TITLE_LENGTH = 60


class Around:
    """Which plan, section or task stands around a mark."""

    def __init__(self, sheet: Sheet, names: Mapping[str, str]) -> None:
        self._names = names
        self._marks = {layer: sheet.of_layer(layer) for layer in (Layer.PLAN, Layer.SECTION, Layer.TASK)}
        self._holders = {layer: Holders(marks) for layer, marks in self._marks.items()}
        self._ids = {layer: {names[mark.id] for mark in marks} for layer, marks in self._marks.items()}

    def id(self, layer: Layer, mark: Mark, *, noted: str | None = None) -> str | None:
        """Return `noted` where there is such a mark, else the id of the innermost one around `mark`, or None."""
        if noted in self._ids[layer]:
            return noted
        holder = self._holders[layer].innermost(mark.span)
        return self._names[holder.id] if holder else None

    def depth(self, mark: Mark) -> int:
        """Return how many sections hold `mark`, itself counted."""
        return 1 + sum(_holds(other, mark) and other.span != mark.span for other in self._marks[Layer.SECTION])


def completed(sheet: Sheet, mark: Mark, tasks: Sequence[str], around: Around) -> dict[str, Any]:
    """Return the fields of the record that `mark` stands for, but for id, span, quote and what its label says.

    A mark that a person has made belongs to the innermost plan, section and task around it where no link says more; the
    value of a deadline or target is read from its words. Raises SchemaError for a target whose words give no value.
    """
    fields = dict(mark.fields or {})
    if mark.layer is Layer.PLAN:
        fields.setdefault("title", _title(sheet.quote(mark)))
    elif mark.layer in (Layer.SECTION, Layer.TASK):
        fields |= _placed(sheet, mark, fields, around)
    elif mark.layer is Layer.UNIT:
        fields["tasks"] = _tasks(mark, tasks, around)
    else:
        fields |= _valued(sheet, mark, fields)
        fields["task"] = next(iter(_tasks(mark, tasks, around)), None)
    return fields


def _placed(sheet: Sheet, mark: Mark, fields: dict[str, Any], around: Around) -> dict[str, Any]:
    found: dict[str, Any] = {"plan": around.id(Layer.PLAN, mark, noted=fields.get("plan")) or fields.get("plan", "")}
    if mark.layer is Layer.SECTION:
        title = fields.get("title", _title(sheet.quote(mark)))
        return found | {"level": fields.get("level") or around.depth(mark), "title": title}
    section = fields.get("section")
    if section is not None or mark.fields is None:
        section = around.id(Layer.SECTION, mark, noted=section)
    return found | {"section": section}


def _tasks(mark: Mark, linked: Sequence[str], around: Around) -> list[str]:
    """A mark with a note and no link holds for no task, as a deadline in a lead-in does."""
    if linked or mark.fields is not None:
        return list(linked)
    task = around.id(Layer.TASK, mark)
    return [task] if task else []


def _valued(sheet: Sheet, mark: Mark, fields: dict[str, Any]) -> dict[str, Any]:
    quote = sheet.quote(mark)
    if mark.layer is Layer.DEADLINE:
        return {} if mark.fields is not None else deadline_value(quote, mark.kind, language=sheet.language)
    if {"op", "value"} <= fields.keys():
        return {}
    if mark.kind == TargetKind.UNIVERSAL:
        return {"op": "=", "value": 100, "unit": "%"}
    return target_value(quote, language=sheet.language)


def _title(quote: str) -> str:
    return quote.strip().split("\n")[0].strip()[:_TITLE_LENGTH]


def _holds(outer: Mark, inner: Mark) -> bool:
    return outer.span[0] <= inner.span[0] and inner.span[1] <= outer.span[1]
