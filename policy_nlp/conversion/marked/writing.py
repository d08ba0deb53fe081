"""From a document to marked-up text: tags where records begin and end, without what a reader knows by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from policy_nlp.conversion.marked.attributes import attributes, tag_of
from policy_nlp.conversion.marked.marks import IDENTIFIED, Mark, Page, automatic_id, page
from policy_nlp.conversion.marked.order import reading_place
from policy_nlp.conversion.marked.places import Tasks, enclosed, is_id
from policy_nlp.conversion.marked.records import READERS, Record
from policy_nlp.conversion.marked.tags import Element, attribute, escaped
from policy_nlp.errors import SchemaError
from policy_nlp.schema import Deadline, Document, Plan, Section, Target, Task, Unit

_OUTER_FIRST = {name: rank for rank, name in enumerate(("plan", "section", "task"))}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A mark, the records that it stands for, and a label where it crosses another mark."""

    mark: Mark
    records: tuple[Record, ...]
    label: str = ""


def tagged(document: Document) -> str:
    """Return the text of `document` with its tags; SchemaError where an id could not be referred to."""
    marks = _marks(document)
    whole = page(document.text, [one.mark for one in marks])
    return "".join(_pieces(document.text, list(_labeled(_spared(marks, whole)))))


def _marks(document: Document) -> list[Tagged]:
    """Every record with all that can be said about it, in the order in which the tags open."""
    tasks = Tasks.of({task.id: task.span for task in sorted(document.tasks, key=_place)})
    kinds = (document.plans, document.sections, document.tasks, document.units, document.deadlines, document.targets)
    ordered = sorted((record for kind in kinds for record in kind), key=_place)
    return [_mark(tuple(same), tasks) for same in _one_tag_each(ordered)]


def _one_tag_each(records: Iterable[Record]) -> Iterator[list[Record]]:
    for _, same in groupby(enumerate(records), key=lambda one: _but_for_task(one[1]) or one[0]):
        yield [record for _, record in same]


def _place(record: Record) -> tuple[int, int, int]:
    return *reading_place(record.span), _OUTER_FIRST.get(tag_of(record), len(_OUTER_FIRST))


def _but_for_task(record: Record) -> Record | None:
    """What deadlines and targets have in common that one tag can say for several tasks; None for other records."""
    return replace(record, task="") if isinstance(record, Deadline | Target) and record.task else None


def _mark(records: tuple[Record, ...], tasks: Tasks) -> Tagged:
    first = records[0]
    name = getattr(first, "id", "")
    fields = attributes(first, tasks, _tasks(records))
    if isinstance(first, Plan | Section | Task) and not is_id(name):
        raise SchemaError(f"{tag_of(first)}: the id {name!r} is not of letters, digits and hyphens")
    return Tagged(Mark(Element(tag_of(first), fields, first.span, 0), name), records)


def _tasks(records: Sequence[Record]) -> tuple[str, ...]:
    first = records[0]
    if isinstance(first, Unit):
        return first.tasks
    return tuple(one.task for one in records if isinstance(one, Deadline | Target) and one.task)


def _spared(marks: Sequence[Tagged], whole: Page) -> Iterator[Tagged]:
    """The marks without the attributes that reading them again does not need."""
    counts = dict.fromkeys(IDENTIFIED, 0)
    for one, (mark, around) in zip(marks, enclosed([one.mark for one in marks]), strict=True):
        needed = dict(mark.element.fields)
        for name in tuple(needed):
            fewer = {key: value for key, value in needed.items() if key != name}
            if name != "id" and _says(_with(mark, fewer), around, whole) == list(one.records):
                needed = fewer
        if mark.tag in counts:
            counts[mark.tag] += 1
            if mark.id == automatic_id(mark.tag, counts[mark.tag]):
                del needed["id"]
        yield replace(one, mark=_with(mark, needed))


def _says(mark: Mark, around: Sequence[Mark], whole: Page) -> list[Record] | None:
    """What a reader takes from the mark; None where it would refuse it."""
    try:
        return list(READERS[mark.tag](mark, around, whole))
    except (KeyError, ValueError):
        return None


def _with(mark: Mark, fields: Mapping[str, str]) -> Mark:
    return replace(mark, element=replace(mark.element, fields=fields))


def _labeled(marks: Iterable[Tagged]) -> Iterator[Tagged]:
    """The marks, with a label for each that begins inside another and ends behind it."""
    nested: list[Tagged] = []
    for number, one in enumerate(marks):
        start, end = one.mark.span
        nested = [other for other in nested if other.mark.span[1] > start]
        if any(other.mark.span[1] < end for other in nested):
            yield replace(one, label=f"x{number}")
        else:
            nested.append(one)
            yield one


def _pieces(text: str, marks: Sequence[Tagged]) -> Iterator[str]:
    cursor = 0
    for position, opens, one in sorted(_events(marks), key=itemgetter(0, 1, 2)):
        yield escaped(text[cursor:position])
        yield _opening(marks[one]) if opens else _closing(marks[-one])
        cursor = position
    yield escaped(text[cursor:])


def _events(marks: Sequence[Tagged]) -> Iterator[tuple[int, bool, int]]:
    """Where tags stand: at one place the closing ones first, the last opened before the others."""
    for number, one in enumerate(marks):
        yield one.mark.span[0], True, number
        yield one.mark.span[1], False, -number


def _opening(one: Tagged) -> str:
    label = f" ~{one.label}" if one.label else ""
    said = "".join(attribute(name, value) for name, value in one.mark.element.fields.items())
    return f"<{one.mark.tag}{label}{said}>"


def _closing(one: Tagged) -> str:
    return f"</{one.mark.tag}{' ~' + one.label if one.label else ''}>"
