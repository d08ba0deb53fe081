"""What a tag has to say about a record so that nothing is left to enclosure or to the wording."""

from __future__ import annotations

from policy_nlp.conversion.marked.forms import NOTHING, PLAN, SECTION, TARGET, TASK, UNIVERSAL
from policy_nlp.conversion.marked.places import Tasks
from policy_nlp.conversion.marked.quantities import Measure, write_quantity
from policy_nlp.conversion.marked.records import Record
from policy_nlp.schema import Deadline, Plan, Section, Span, Target, TargetKind, Task, Unit


def tag_of(record: Record) -> str:
    """Return the name of the tag that marks a record."""
    match record:
        case Plan():
            return PLAN
        case Section():
            return SECTION
        case Task():
            return TASK
        case Unit():
            return record.role.value
        case Deadline():
            return record.kind.value
        case Target():
            return UNIVERSAL if record.kind is TargetKind.UNIVERSAL else TARGET


def attributes(record: Record, tasks: Tasks, names: tuple[str, ...]) -> dict[str, str]:
    """Return all that can be said about `record`; `names` are the tasks that it goes with."""
    match record:
        case Plan():
            said = {name: getattr(record, name) for name in ("id", "title", "issuer", "region", "period", "language")}
        case Section():
            said = {"id": record.id, "n": record.number, "title": record.title, "level": str(record.level)}
            said |= {"type": record.type.value, "plan": record.plan}
        case Task():
            said = {"id": record.id, "n": record.number, "title": record.title, "plan": record.plan}
            said |= {"section": record.section or NOTHING, "path": _path(record.path)}
        case Unit():
            said = {"of": tasks.written(names)} | _unit(record)
        case Deadline():
            said = {"value": record.value or NOTHING, "task": tasks.written(names)} | _deadline(record)
        case Target():
            measure = write_quantity(Measure(record.op, record.bound, record.value, record.unit))
            said = measure | {"task": tasks.written(names)} | _target(record)
    return {name: value for name, value in said.items() if value is not None}


def _unit(unit: Unit) -> dict[str, str | None]:
    words: dict[str, str | None] = {
        name: getattr(unit, name) for name in ("name", "name_other", "kind", "level", "rule")
    }
    return words | {"class": "true" if unit.is_class else None, "inherited": _span(unit.inherited_from)}


def _deadline(due: Deadline) -> dict[str, str | None]:
    words: dict[str, str | None] = {name: getattr(due, name) for name in ("anchor", "reason", "rule")}
    return words | {"modality": due.modality.value, "inherited": _span(due.inherited_from)}


def _target(target: Target) -> dict[str, str | None]:
    words: dict[str, str | None] = {name: getattr(target, name) for name in ("of", "subject", "deadline", "rule")}
    return words | _baseline(target) | {"inherited": _span(target.inherited_from)}


def _baseline(target: Target) -> dict[str, str | None]:
    baseline = target.baseline
    if baseline is None:
        return {}
    return {"baseline": baseline.quote, "baseline_year": None if baseline.year is None else str(baseline.year)}


def _path(path: tuple[str, ...]) -> str | None:
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in path) if path else None


def _span(span: Span | None) -> str | None:
    return None if span is None else f"{span[0]}..{span[1]}"
