"""From marked stretches to the records of a document: one function for each kind of tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from policy_nlp.conversion.marked.forms import (
    ATTRIBUTES,
    GROUP,
    NOTHING,
    PLAN,
    SECTION,
    TARGET,
    TASK,
    UNIVERSAL,
)
from policy_nlp.conversion.marked.marks import Mark, Page, identified, page
from policy_nlp.conversion.marked.mentions import deadlines, targets, units
from policy_nlp.conversion.marked.places import enclosed, innermost
from policy_nlp.conversion.marked.tags import Element
from policy_nlp.conversion.marked.titles import first_line
from policy_nlp.errors import InputError, SchemaError
from policy_nlp.schema import Deadline, DeadlineKind, Plan, Role, Section, SectionType, Target, Task, Unit

Record = Plan | Section | Task | Unit | Deadline | Target
Around = Sequence[Mark]


def records(text: str, elements: Sequence[Element], *, path: str = "") -> Iterator[Record]:
    """Yield what the elements, in the order in which they open, say about `text`.

    Raises InputError with the line of a tag that says something impossible.
    """
    marks = tuple(identified(elements, path=path))
    whole = page(text, marks)
    for mark, around in enclosed(marks):
        _check_attributes(mark, path)
        yield from _read(mark, around, whole, path)


def _check_attributes(mark: Mark, path: str) -> None:
    known = ATTRIBUTES[mark.tag]
    for name in mark.element.fields.keys() - known:
        fields = {"tag": mark.tag, "name": name, "known": ", ".join(sorted(known))}
        raise InputError("markup_attribute", path=path, place=f"line {mark.element.line}", **fields)


def _read(mark: Mark, around: Around, whole: Page, path: str) -> Iterator[Record]:
    place = f"line {mark.element.line}"
    try:
        yield from READERS[mark.tag](mark, around, whole)
    except KeyError as error:
        raise InputError("task_unknown", path=path, place=place, task=error.args[0]) from error
    except (ValueError, SchemaError) as error:
        raise InputError("markup_value", path=path, place=place, tag=mark.tag, cause=error) from error


def _plans(mark: Mark, around: Around, whole: Page) -> Iterator[Plan]:
    title = mark.get("title")
    yield Plan(
        id=mark.id,
        title=first_line(whole.text[slice(*mark.span)]) if title is None else title,
        span=mark.span,
        issuer=mark.get("issuer"),
        region=mark.get("region"),
        period=mark.get("period"),
        language=mark.get("language"),
    )


def _sections(mark: Mark, around: Around, whole: Page) -> Iterator[Section]:
    chain = [one for one in (*around, mark) if one.tag == SECTION]
    number, title = mark.get("n") or "", mark.get("title")
    yield Section(
        id=mark.id,
        plan=_plan_of(mark, around),
        number=number,
        title=whole.title(mark.span, number) if title is None else title,
        level=_level(chain),
        type=_type(chain),
        span=mark.span,
    )


def _tasks(mark: Mark, around: Around, whole: Page) -> Iterator[Task]:
    section, path = innermost(around, SECTION), mark.get("path")
    said = mark.get("section")
    yield Task(
        id=mark.id,
        plan=_plan_of(mark, around),
        section=(section.id if section else None) if said is None else None if said == NOTHING else said,
        number=mark.get("n") or "",
        span=mark.span,
        quote=whole.text[slice(*mark.span)],
        title=mark.get("title") or "",
        path=() if path is None else tuple(unquote(part) for part in path.split("/")),
    )


def _nothing(mark: Mark, around: Around, whole: Page) -> Iterable[Record]:
    return ()


def _plan_of(mark: Mark, around: Around) -> str:
    plan, said = innermost(around, PLAN), mark.get("plan")
    return (plan.id if plan else "") if said is None else said


def _level(chain: Sequence[Mark]) -> int:
    level = 0
    for one in chain:
        level = int(one.get("level") or level + 1)
    return level


def _type(chain: Sequence[Mark]) -> SectionType:
    said = next((said for one in reversed(chain) if (said := one.get("type"))), None)
    if said is None:
        raise ValueError(f"type is missing; it is one of {', '.join(SectionType)}")
    return SectionType(said)


READERS: Mapping[str, Callable[[Mark, Around, Page], Iterable[Record]]] = {
    PLAN: _plans,
    SECTION: _sections,
    TASK: _tasks,
    GROUP: _nothing,
    **dict.fromkeys(map(str, Role), units),
    **dict.fromkeys(map(str, DeadlineKind), deadlines),
    TARGET: targets,
    UNIVERSAL: targets,
}
