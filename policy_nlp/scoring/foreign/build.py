"""Labeled spans as a document of ours: mentions at their tasks, values as the system states them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policy_nlp.language import detect
from policy_nlp.messages import both
from policy_nlp.schema import DeadlineKind, Span
from policy_nlp.scoring.foreign.labels import Meaning, meaning

UNPLACED = "unplaced_extractions"
"""The code of the diagnostic that tells how much a system could not place."""

_MENTIONS = ("units", "deadlines", "targets")
_UNKNOWN = float("nan")
"""A quantity that the system does not state; it equals no other."""


@dataclass(frozen=True, slots=True)
class Labeled:
    """Something that a system found; without a span where it could not say where."""

    label: str
    span: Span | None
    attributes: Mapping[str, Any]


def built(head: Mapping[str, Any], found: Sequence[Labeled]) -> dict[str, Any]:
    """Return an object in our format.

    A mention belongs to the tasks that its attribute `task` or `tasks` names, else to the innermost task around it.
    What the system could not place is left out and told in `diagnostics`; what is no item of ours is left out.

    >>> task, body = Labeled("task", (0, 9), {}), Labeled("lead", (1, 5), {})
    >>> built({"id": "a"}, [task, body])["units"]
    [{'span': [1, 5], 'role': 'lead', 'tasks': ['t1']}]
    """
    placed = [(what, one) for one in found if (what := meaning(one.label)) and one.span is not None]
    tasks = {_id(one, number): one for number, one in enumerate(_of("tasks", placed), start=1)}
    return {
        "language": detect(str(head.get("text", ""))),
        **head,
        "plans": [{"id": f"p{number}", "span": one.span} for number, one in enumerate(_of("plans", placed), start=1)],
        "sections": [_section(one, number) for number, one in enumerate(_of("sections", placed), start=1)],
        "tasks": [{"id": name, "plan": "p1", "span": one.span} for name, one in tasks.items()],
        **{kind: [_mention(what, one, tasks) for what, one in placed if what.kind == kind] for kind in _MENTIONS},
        "diagnostics": _unplaced(found),
    }


def _of(kind: str, placed: Sequence[tuple[Meaning, Labeled]]) -> list[Labeled]:
    return [one for what, one in placed if what.kind == kind]


def _id(one: Labeled, number: int) -> str:
    return str(one.attributes.get("id") or f"t{number}")


def _section(one: Labeled, number: int) -> dict[str, Any]:
    stated = {"level": one.attributes.get("level", 1), "type": one.attributes.get("section_type", "tasks")}
    return {"id": f"s{number}", "plan": "p1", "span": one.span, **stated}


def _mention(what: Meaning, one: Labeled, known: Mapping[str, Labeled]) -> dict[str, Any]:
    span, tasks = list(one.span or ()), _tasks(one, known)
    if what.kind == "units":
        return {"span": span, "role": one.attributes.get("role", what.role), "tasks": tasks}
    task = tasks[0] if tasks else None
    if what.kind == "deadlines":
        value = one.attributes.get("value")
        return {"span": span, "kind": one.attributes.get("kind", _kind(value)), "value": value, "task": task}
    stated = {"kind": "numeric", "op": "=", "value": _UNKNOWN, "unit": None}
    return {"span": span, "task": task} | {name: one.attributes.get(name, usual) for name, usual in stated.items()}


def _kind(value: Any) -> str:
    """The kind of a deadline, told by the form of its value."""
    written = str(value or "")
    if "FREQ=" in written:
        return DeadlineKind.RECURRING
    if "/" in written:
        return DeadlineKind.PERIOD
    return DeadlineKind.RELATIVE if written.startswith("P") else DeadlineKind.BY


def _tasks(one: Labeled, tasks: Mapping[str, Labeled]) -> list[str]:
    stated = one.attributes.get("tasks", one.attributes.get("task"))
    named = [stated] if isinstance(stated, str) else stated or []
    known = [name for name in named if name in tasks]
    if known:
        return known
    around = [(_length(task), name) for name, task in tasks.items() if _covers(task, one)]
    return [min(around)[1]] if around else []


def _length(one: Labeled) -> int:
    start, end = one.span or (0, 0)
    return end - start


def _covers(task: Labeled, one: Labeled) -> bool:
    (start, end), (left, right) = task.span or (0, 0), one.span or (0, 0)
    return start <= left and right <= end


def _unplaced(found: Sequence[Labeled]) -> list[dict[str, Any]]:
    lost = sum(one.span is None and meaning(one.label) is not None for one in found)
    if not lost:
        return []
    return [{"code": UNPLACED, "severity": "low", "message": both("diagnostics.unplaced_extractions", count=lost)}]
