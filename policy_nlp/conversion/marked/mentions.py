"""From marked mentions to units, deadlines and targets, with the tasks that they go with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_nlp.conversion.marked.forms import GROUP, NOTHING, TASK, UNIVERSAL
from policy_nlp.conversion.marked.marks import Mark, Page
from policy_nlp.conversion.marked.quantities import Measure, read_quantity
from policy_nlp.schema import Baseline, Deadline, DeadlineKind, Modality, Role, Span, Target, TargetKind, Unit

ALL_OF_THEM = Measure("=", None, 100, "%")
Around = Sequence[Mark]


def units(mark: Mark, around: Around, whole: Page) -> Iterator[Unit]:
    """Yield the unit that a tag marks; without `of` it goes with the task around it, else all tasks of its section."""
    written = mark.get("of")
    yield Unit(
        quote=whole.text[slice(*mark.span)],
        span=mark.span,
        role=Role(mark.tag),
        tasks=whole.tasks.around(around) if written is None else whole.tasks.named(written, around),
        name=mark.get("name"),
        name_other=mark.get("name_other"),
        kind=mark.get("kind"),
        level=mark.get("level"),
        is_class=mark.get("class") == "true",
        rule=mark.get("rule"),
        inherited_from=_inherited(mark),
    )


def deadlines(mark: Mark, around: Around, whole: Page) -> Iterator[Deadline]:
    """Yield the deadline that a tag marks, once for each of its tasks."""
    value = mark.get("value")
    for task in _tasks(mark, around, whole):
        yield Deadline(
            quote=whole.text[slice(*mark.span)],
            span=mark.span,
            kind=DeadlineKind(mark.tag),
            value=None if value == NOTHING else value,
            task=task,
            anchor=mark.get("anchor"),
            modality=Modality(mark.get("modality") or Modality.STRICT),
            reason=mark.get("reason"),
            rule=mark.get("rule"),
            inherited_from=_inherited(mark),
        )


def targets(mark: Mark, around: Around, whole: Page) -> Iterator[Target]:
    """Yield the target that a tag marks, once for each of its tasks."""
    measure = _measure(mark)
    for task in _tasks(mark, around, whole):
        yield Target(
            quote=whole.text[slice(*mark.span)],
            span=mark.span,
            kind=TargetKind.UNIVERSAL if mark.tag == UNIVERSAL else TargetKind.NUMERIC,
            op=measure.op,
            value=measure.value,
            unit=measure.unit,
            bound=measure.bound,
            of=mark.get("of"),
            subject=mark.get("subject"),
            deadline=mark.get("deadline"),
            task=task,
            baseline=_baseline(mark),
            rule=mark.get("rule"),
            inherited_from=_inherited(mark),
        )


def _tasks(mark: Mark, around: Around, whole: Page) -> tuple[str | None, ...]:
    written = mark.get("task")
    if written is not None:
        return whole.tasks.named(written, around) or (None,)
    if around and around[-1].tag in (TASK, GROUP):
        return whole.tasks.around(around[-1:]) or (None,)
    return (None,)


def _measure(mark: Mark) -> Measure:
    written = mark.get("value")
    if written is None and mark.tag == UNIVERSAL:
        return ALL_OF_THEM
    found = read_quantity(written or "")
    bound, unit = mark.get("bound"), mark.get("unit")
    return Measure(
        found.op,
        found.bound if bound is None else None if bound == NOTHING else bound,
        found.value,
        found.unit if unit is None else None if unit == NOTHING else unit,
    )


def _baseline(mark: Mark) -> Baseline | None:
    quote, year = mark.get("baseline"), mark.get("baseline_year")
    if quote is None and year is not None:
        raise ValueError("baseline_year without a baseline")
    return None if quote is None else Baseline(quote, None if year is None else int(year))


def _inherited(mark: Mark) -> Span | None:
    written = mark.get("inherited")
    if written is None:
        return None
    start, _, end = written.partition("..")
    return int(start), int(end)
