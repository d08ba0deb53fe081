"""What gold and a comparison say of two plans, over places in the two texts instead of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from policy_nlp.comparison import FindingType, Relation
from policy_nlp.messages import LANGUAGES
from policy_nlp.schema import Document
from policy_nlp.scoring.comparable import core

Edge = tuple[int | None, int | None]
"""Where the template's and the local task of a pair start; None for a task that does not exist."""


@dataclass(frozen=True, slots=True)
class Found:
    """A gap or a note: its type, where the tasks that it names start on either side, and what is said of it."""

    type: FindingType
    template: frozenset[int]
    local: frozenset[int]
    said: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Compared:
    """What is said of a template and a local plan."""

    found: tuple[Found, ...]
    pairs: Mapping[Edge, Relation]


@dataclass(frozen=True, slots=True)
class Sides:
    """Where the tasks of both plans start, by id."""

    template: Mapping[str, int]
    local: Mapping[str, int]


def sides(template: Document, local: Document) -> Sides:
    """Return where the tasks of two documents start; both must carry the texts that their spans index."""
    return Sides(_starts(template), _starts(local))


def gold_compared(data: Mapping[str, Any], places: Sides) -> Compared:
    """Return what gold gaps say; each partial pair stands for a partial task, which gold does not list.

    >>> data = {"pairs": [{"template_task": "t1", "local_tasks": ["t2"], "relation": "partial"}], "gaps": []}
    >>> [found.type.value for found in gold_compared(data, Sides({"t1": 0}, {"t2": 9})).found]
    ['partial_task']
    """
    partial = [
        {"type": FindingType.PARTIAL_TASK, "template_tasks": [pair["template_task"]], "local_tasks": []}
        for pair in data["pairs"]
        if pair["relation"] == Relation.PARTIAL
    ]
    return _compared(data["pairs"], [*data["gaps"], *data.get("notes", []), *partial], places)


def predicted_compared(data: Mapping[str, Any], places: Sides) -> Compared:
    """Return what a comparison says, in the format that `compare` writes."""
    return _compared(data["pairs"], data["findings"], places)


def _compared(pairs: Iterable[Mapping[str, Any]], found: Iterable[Mapping[str, Any]], places: Sides) -> Compared:
    edges = {
        (places.template.get(pair["template_task"]), places.local.get(local)): Relation(pair["relation"])
        for pair in pairs
        for local in pair["local_tasks"]
    }
    return Compared(tuple(_found(one, places) for one in found), edges)


def _found(one: Mapping[str, Any], places: Sides) -> Found:
    template = _at(one.get("template_tasks", ()), places.template)
    return Found(FindingType(one["type"]), template, _at(one.get("local_tasks", ()), places.local), _said(one))


def _said(one: Mapping[str, Any]) -> Mapping[str, str]:
    """The message of a finding; of a gold gap its note, else what it quotes, the same in every language."""
    if isinstance(one.get("message"), Mapping):
        return {lang: str(message) for lang, message in one["message"].items()}
    quotes = [one[side] for side in ("template_quote", "local_quote") if one.get(side)]
    return dict.fromkeys(LANGUAGES, str(one.get("note") or " → ".join(quotes)))


def _at(tasks: Iterable[str], starts: Mapping[str, int]) -> frozenset[int]:
    return frozenset(starts[task] for task in tasks if task in starts)


def _starts(document: Document) -> dict[str, int]:
    return {task.id: core(task.span, document.text)[0] for task in document.tasks}
