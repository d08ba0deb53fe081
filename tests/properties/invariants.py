"""What holds for the document of every text."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.schema import Document, Span


def faults(document: Document) -> list[str]:
    """Return what is wrong with the spans, quotes and references of a document; an empty list for a sound one."""
    return [
        *_wrong_spans(document),
        *_wrong_quotes(document),
        *_dangling(document),
        *_badly_nested(document),
    ]


def _spans(document: Document) -> Iterator[tuple[str, Span]]:
    records = {
        "plan": document.plans,
        "section": document.sections,
        "task": document.tasks,
        "unit": document.units,
        "deadline": document.deadlines,
        "target": document.targets,
    }
    for name, items in records.items():
        yield from ((name, item.span) for item in items)
    for item in (*document.units, *document.deadlines, *document.targets):
        if item.inherited_from is not None:
            yield "inherited_from", item.inherited_from
    yield from (("diagnostic", item.span) for item in document.diagnostics if item.span is not None)


def _wrong_spans(document: Document) -> Iterator[str]:
    for name, (start, end) in _spans(document):
        if not 0 <= start < end <= len(document.text):
            yield f"{name} [{start}, {end}) of {len(document.text)}"


def _wrong_quotes(document: Document) -> Iterator[str]:
    for item in (*document.tasks, *document.units, *document.deadlines, *document.targets):
        if document.text[item.span[0] : item.span[1]] != item.quote:
            yield f"{type(item).__name__} {item.span}: {item.quote!r}"


def _dangling(document: Document) -> Iterator[str]:
    plans = {plan.id for plan in document.plans}
    sections = {section.id for section in document.sections}
    tasks = {task.id for task in document.tasks}
    yield from (f"section {item.id}: {item.plan}" for item in document.sections if item.plan not in plans)
    for task in document.tasks:
        if task.plan not in plans or task.section not in sections | {None}:
            yield f"task {task.id}: {task.plan} {task.section}"
    yield from (
        f"unit {item.span}: {item.tasks}" for item in document.units if not item.tasks or not tasks >= {*item.tasks}
    )
    for item in (*document.deadlines, *document.targets):
        if item.task not in tasks | {None}:
            yield f"{type(item).__name__} {item.span}: {item.task}"
    if len(plans) + len(sections) + len(tasks) != len(document.plans) + len(document.sections) + len(document.tasks):
        yield "an id is used twice"


def _badly_nested(document: Document) -> Iterator[str]:
    """A section lies inside the last one of a higher level before it, and inside its plan."""
    plans = {plan.id: plan.span for plan in document.plans}
    around: list[tuple[int, Span]] = []
    for section in document.sections:
        while around and around[-1][0] >= section.level:
            around.pop()
        outer = around[-1][1] if around else plans.get(section.plan, section.span)
        if not (outer[0] <= section.span[0] and section.span[1] <= outer[1]):
            yield f"section {section.id} {section.span} is not inside {outer}"
        around.append((section.level, section.span))
