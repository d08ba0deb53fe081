"""Records: the plans of a document one after another, ids running through the whole."""

from __future__ import annotations

from collections.abc import Mapping

from policy_nlp.linking.assemble import Assembler
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.diagnose import diagnose
from policy_nlp.linking.finds import Finds, collect
from policy_nlp.linking.plan_facts import plan_facts
from policy_nlp.schema import Deadline, Diagnostic, Document, Plan, Section, Source, Target, Task, Unit
from policy_nlp.structure.outline import Node, build, set_ends
from policy_nlp.structure.page import LaidOut
from policy_nlp.structure.plans import PlanSpan, title_lexicon
from policy_nlp.structure.sections import is_section, settle


class Parts:
    """The records of the plans done so far."""

    def __init__(self, text: str, *, fiscal_start: int | None = None) -> None:
        self._fiscal_start = fiscal_start
        self._text = text
        self._plans: list[Plan] = []
        self._sections: list[Section] = []
        self._tasks: list[Task] = []
        self._units: list[Unit] = []
        self._deadlines: list[Deadline] = []
        self._targets: list[Target] = []
        self._diagnostics: list[Diagnostic] = []

    def add(self, page: LaidOut, plan: PlanSpan) -> None:
        """Take one plan of the page."""
        plan_id = f"p{len(self._plans) + 1}"
        root = _outline(page, plan)
        sections = self._add_sections(page, plan_id, root)
        finds = collect(page, plan, root, fiscal_start=self._fiscal_start)
        self._plans.append(_plan(page, plan_id, plan, finds))
        self._diagnostics.extend(diagnose(page, plan, root, finds))
        ids = self._add_tasks(page, plan_id, finds, sections)
        assembler = Assembler(page, self._text, finds, ids)
        self._units.extend(assembler.units())
        self._deadlines.extend(assembler.deadlines())
        self._targets.extend(assembler.targets())

    def _add_sections(self, page: LaidOut, plan_id: str, root: Node) -> dict[int, str]:
        ids: dict[int, str] = {}
        levels: dict[int, int] = {id(root): 0}
        for node in root.walk():
            if node.marker is None or not is_section(page.view.text, node, language=page.language):
                continue
            levels[id(node)] = levels.get(id(node.parent), 0) + 1
            ids[id(node)] = f"s{len(self._sections) + 1}"
            self._sections.append(_section(page, node, ids[id(node)], plan_id, levels[id(node)]))
        return ids

    def _add_tasks(self, page: LaidOut, plan_id: str, finds: Finds, sections: Mapping[int, str]) -> dict[int, str]:
        ids: dict[int, str] = {}
        for index in finds.kept():
            ids[index] = f"t{len(self._tasks) + 1}"
            self._tasks.append(self._task(page, ids[index], plan_id, finds.tasks[index], sections))
        return ids

    def _task(self, page: LaidOut, task_id: str, plan_id: str, task: Candidate, sections: Mapping[int, str]) -> Task:
        span = page.raw((task.start, task.end))
        section = task.section
        while section is not None and id(section) not in sections:
            section = section.parent
        return Task(
            task_id,
            plan_id,
            sections[id(section)] if section is not None else None,
            task.number,
            span,
            self._text[span[0] : span[1]],
            page.written[task.title[0] : task.title[1]].strip(),
            _path(task),
        )

    def document(self, *, id: str, language: str) -> Document:
        """Return the document with all records, units in the order of the text."""
        return Document(
            id=id,
            language=language,
            text=self._text,
            source=Source(),
            plans=tuple(self._plans),
            sections=tuple(self._sections),
            tasks=tuple(self._tasks),
            units=tuple(sorted(self._units, key=lambda unit: (unit.span, unit.role))),
            deadlines=tuple(self._deadlines),
            targets=tuple(self._targets),
            diagnostics=tuple(self._diagnostics),
        )


def _outline(page: LaidOut, plan: PlanSpan) -> Node:
    root = build(page.view.text, page.paragraphs, page.markers, plan.span, plan.title, language=page.language)
    settle(page.view.text, root, language=page.language)
    set_ends(root)
    return root


def _plan(page: LaidOut, plan_id: str, plan: PlanSpan, finds: Finds) -> Plan:
    lines = page.written[plan.name[0] : plan.name[1]].split("\n") if plan.name else ()
    title = title_lexicon(page.language).joint.join(lines)
    facts = plan_facts(page.view.text, plan, finds.dues, language=page.language)
    return Plan(plan_id, title, page.raw(plan.span), facts.issuer, facts.region, facts.period, page.language)


def _section(page: LaidOut, node: Node, section_id: str, plan_id: str, level: int) -> Section:
    title = page.written[node.title[0] : node.title[1]].strip()
    span = page.raw((node.start, max(node.end, node.start + 1)))
    return Section(section_id, plan_id, node.number, title, level, node.type, span)


def _path(task: Candidate) -> tuple[str, ...]:
    """The numbers from the plan down to the task, as they are written."""
    numbers = [task.number] if task.number else []
    node = task.node.parent if task.leaf else task.node
    while node is not None and node.marker is not None:
        if node.number:
            numbers.append(node.number)
        node = node.parent
    return tuple(reversed(numbers))
