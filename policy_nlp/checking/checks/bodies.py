"""Who: tasks without a body, blocks with a body twice or a label lost, bodies that nobody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from policy_nlp.bodies import Kind, identify
from policy_nlp.checking.checks.reported import reported
from policy_nlp.checking.records import Draft, shown
from policy_nlp.checking.registry import check
from policy_nlp.schema import Document, Plan, Role, SectionType, Severity, Span, Task

_WORK = frozenset({SectionType.TASKS, None})


@check("C101", Severity.MEDIUM)
def task_without_body(document: Document) -> Iterator[Draft]:
    """A task that no body answers for, in a plan that names bodies for most."""
    for _, tasks, open_tasks in _allotted(document):
        if len(open_tasks) * 2 < len(tasks):
            for task in open_tasks:
                yield Draft(task.span, (task.id,), fields={"task": shown(task)})


@check("C102", Severity.MEDIUM)
def plan_without_bodies(document: Document) -> Iterator[Draft]:
    """A plan that names nobody for half of its tasks or more."""
    for plan, tasks, open_tasks in _allotted(document):
        if tasks and len(open_tasks) * 2 >= len(tasks):
            fields = {"plan": plan.title, "open": len(open_tasks), "tasks": len(tasks)}
            yield Draft(_title_span(document, plan), tuple(task.id for task in open_tasks), fields=fields)


@check("C103", Severity.LOW)
def task_without_lead(document: Document) -> Iterator[Draft]:
    """A task with partners and no lead, where most tasks of its section have one."""
    led = _with_role(document, Role.LEAD)
    shared = _with_role(document, Role.CO)
    for tasks in _by_section(document).values():
        most = sum(task.id in led for task in tasks) * 2 > len(tasks)
        for task in tasks if most else ():
            if task.id in shared - led:
                yield Draft(task.span, (task.id,), fields={"task": shown(task)})


@check("C104", Severity.LOW)
def body_repeated(document: Document) -> Iterator[Draft]:
    """A body that stands twice in one responsibility block."""
    yield from reported(document, "body_repeated")


@check("C105", Severity.MEDIUM)
def label_lost(document: Document) -> Iterator[Draft]:
    """A responsibility block whose second label is lost."""
    yield from reported(document, "label_lost")


@check("C106", Severity.INFO)
def body_unknown(document: Document) -> Iterator[Draft]:
    """A body that the registry does not know, where it is named first."""
    seen: set[str] = set()
    for unit in sorted(document.units, key=lambda one: one.span):
        name = unit.name or unit.quote
        if name in seen or unit.is_class or unit.kind == Kind.GOVERNMENT:
            continue
        seen.add(name)
        if not identify(unit.quote, language=document.language).known:
            yield Draft(unit.span, unit.tasks, fields={"name": name})


def _work(document: Document) -> list[Task]:
    """The tasks of sections that are for tasks; a plan's safeguards often address everybody."""
    types = {section.id: section.type for section in document.sections}
    return [task for task in document.tasks if types.get(task.section or "") in _WORK]


def _allotted(document: Document) -> Iterator[tuple[Plan, list[Task], list[Task]]]:
    """Each plan with its tasks, and those of them that no body answers for."""
    answered = {task for unit in document.units for task in unit.tasks}
    work = _work(document)
    for plan in document.plans:
        tasks = [task for task in work if task.plan == plan.id]
        yield plan, tasks, [task for task in tasks if task.id not in answered]


def _with_role(document: Document, role: Role) -> set[str]:
    return {task for unit in document.units if unit.role is role for task in unit.tasks}


def _by_section(document: Document) -> dict[str | None, list[Task]]:
    found: defaultdict[str | None, list[Task]] = defaultdict(list)
    for task in _work(document):
        found[task.section].append(task)
    return found


def _title_span(document: Document, plan: Plan) -> Span:
    """The plan's title where it stands first, else its first line."""
    start, end = plan.span
    line = document.text.find("\n", start, end)
    return start, line if line > start else end
