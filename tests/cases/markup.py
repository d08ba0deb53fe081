"""Marked-up sentences: what a text should give, written into the text itself.

`由<lead>省应急管理厅</lead>牵头，<by value=2022-12-31>2022年底前</by>完成。` stands for the text without the tags,
a lead with that span, and a deadline with that span and value. An attribute that is left out is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from policy_nlp.conversion.marked.tags import scan
from policy_nlp.schema import Document, Role, Span, Target


class Layer(StrEnum):
    """What a case compares."""

    PLANS = "plans"
    SECTIONS = "sections"
    TASKS = "tasks"
    UNITS = "units"
    ACTORS = "actors"
    DEADLINES = "deadlines"
    TARGETS = "targets"


@dataclass(frozen=True, slots=True)
class Record:
    """A stretch of text with the tag that it carries and what is said about it."""

    layer: Layer
    span: Span
    tag: str
    fields: Mapping[str, str]

    def shown(self, names: Mapping[str, str]) -> str:
        """Return the record as one line, with only the fields in `names`."""
        said = " ".join(f"{name}={self.fields.get(name)}" for name in sorted(names))
        return f"[{self.span[0]}, {self.span[1]}) {self.tag} {said}".rstrip()


_LAYERS = {
    "plan": Layer.PLANS,
    "section": Layer.SECTIONS,
    "task": Layer.TASKS,
    "lead": Layer.UNITS,
    "co": Layer.UNITS,
    "actor": Layer.ACTORS,
    "by": Layer.DEADLINES,
    "period": Layer.DEADLINES,
    "recurring": Layer.DEADLINES,
    "relative": Layer.DEADLINES,
    "target": Layer.TARGETS,
    "all": Layer.TARGETS,
}


def read(marked: str) -> tuple[str, tuple[Record, ...]]:
    """Return the text without its tags, and the records that they mark.

    >>> text, (lead,) = read("由<lead of=t1>县教育局</lead>牵头。")
    >>> text, lead.span, lead.tag, dict(lead.fields)
    ('由县教育局牵头。', (1, 5), 'lead', {'of': 't1'})
    """
    text, elements = scan(marked, tags=frozenset(_LAYERS))
    records = (Record(_LAYERS[one.tag], one.span, one.tag, one.fields) for one in elements)
    return text, tuple(sorted(records, key=lambda record: (record.span, record.tag)))


def found(document: Document) -> tuple[Record, ...]:
    """Return everything that a document holds, as records."""
    return tuple(sorted(_records(document), key=lambda record: (record.span, record.tag)))


def _records(document: Document) -> Iterator[Record]:
    for plan in document.plans:
        yield Record(Layer.PLANS, plan.span, "plan", {"title": plan.title})
    for item in document.sections:
        fields = {"n": item.number, "level": str(item.level), "type": item.type.value, "title": item.title}
        yield Record(Layer.SECTIONS, item.span, "section", fields)
    for task in document.tasks:
        fields = {"n": task.number, "path": "/".join(task.path), "title": task.title, "in": task.section or "-"}
        yield Record(Layer.TASKS, task.span, "task", fields)
    for unit in document.units:
        layer = Layer.ACTORS if unit.role is Role.ACTOR else Layer.UNITS
        yield Record(layer, unit.span, unit.role.value, {"of": ",".join(unit.tasks)})
    for due in document.deadlines:
        fields = {"value": due.value or "-", "task": due.task or "-", "anchor": due.anchor or "-"}
        yield Record(Layer.DEADLINES, due.span, due.kind.value, fields | {"modality": due.modality.value})
    for target in document.targets:
        tag = "all" if target.kind == "universal" else "target"
        fields = {"value": _quantity(target), "due": target.deadline or "-", "task": target.task or "-"}
        fields |= {"of": target.of or "-", "subject": target.subject or "-"}
        yield Record(Layer.TARGETS, target.span, tag, fields)


def _quantity(target: Target) -> str:
    """A target as one word: `>=75%`, `->=10%` for a fall by at least that much, `=3~5家` for a range."""
    value = "~".join(map(str, target.value)) if isinstance(target.value, tuple) else str(target.value)
    return f"{target.op}{target.bound or ''}{value}{target.unit or ''}"
