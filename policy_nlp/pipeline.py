"""The order of the stages: fold, cut into paragraphs, find plans and outline, extract, link, name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from policy_nlp.extraction.cells import holds_bodies, holds_due
from policy_nlp.language import detect
from policy_nlp.linking.assemble import Assembler
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.diagnose import diagnose
from policy_nlp.linking.finds import Finds, collect
from policy_nlp.linking.naming import name_units
from policy_nlp.linking.plan_facts import plan_facts
from policy_nlp.reading import Block, Page, read_page
from policy_nlp.schema import Deadline, Diagnostic, Document, Plan, Section, Source, Target, Task, Unit
from policy_nlp.structure.bare_headings import mark
from policy_nlp.structure.blocks import from_blocks
from policy_nlp.structure.flattened import restore
from policy_nlp.structure.markers import Marker, accepted
from policy_nlp.structure.outline import Node, build, set_ends
from policy_nlp.structure.paragraphs import Paragraph
from policy_nlp.structure.plans import PlanSpan, plan_spans
from policy_nlp.structure.sections import is_section, settle
from policy_nlp.structure.splitting import split
from policy_nlp.text.folding import fold
from policy_nlp.text.view import View


_LINES = frozenset({"text/plain", "text/markdown"})
"""Media types whose lines say all that their blocks could."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its view, paragraphs and markers."""

    raw: str
    view: View
    paragraphs: tuple[Paragraph, ...]
    markers: tuple[Marker, ...]
    language: str


def parse(text: str, *, language: str | None = None, id: str = "document", blocks: Sequence[Block] = ()) -> Document:
    """Return the document that `text` is: plans, sections, tasks, units, deadlines and targets, every span into `text`.

    `language` is found where it is not given; `blocks` are what a reader marked in the text beyond its lines.
    """
    page = _page(text, language or detect(text), blocks)
    document = Document(id=id, language=page.language, text=text, source=Source())
    parts = _Parts()
    for number, plan in enumerate(plan_spans(page.view.text, page.paragraphs, page.markers, language=page.language), 1):
        parts.add(page, f"p{number}", plan)
    return name_units(parts.document(document))


def read(path: Path | str, *, language: str | None = None) -> Document:
    """Return the document in the file at `path`; the same as `parse` of its text, but for `id` and `source`.

    Raises InputError, naming the file, the place and the cause, where the file cannot be read.
    """
    return from_page(read_page(path), language=language)


def from_page(page: Page, *, language: str | None = None, id: str | None = None) -> Document:
    """Return the document that a reader handed on."""
    name = id or (Path(page.path).stem if page.path else "document")
    blocks = () if page.media_type in _LINES else page.blocks
    document = parse(page.text, language=language, id=name, blocks=blocks)
    source = Source(path=page.path, media_type=page.media_type, sha256=page.sha256)
    return replace(document, source=source, diagnostics=page.diagnostics + document.diagnostics)


def _page(text: str, language: str, blocks: Sequence[Block]) -> _Page:
    folded = fold(text)
    if blocks:
        view, paragraphs = View(folded), from_blocks(folded, blocks, language=language)
    else:
        view, paragraphs = split(folded, language=language)
    paragraphs = restore(
        view.text,
        paragraphs,
        language=language,
        is_bodies=partial(holds_bodies, language=language),
        is_due=partial(holds_due, language=language),
    )
    paragraphs = mark(view.text, paragraphs, language=language)
    return _Page(text, view, paragraphs, accepted(view.text, paragraphs, language=language), language)


class _Parts:
    """The records of the plans done so far; ids run through the whole document."""

    def __init__(self) -> None:
        self._plans: list[Plan] = []
        self._sections: list[Section] = []
        self._tasks: list[Task] = []
        self._units: list[Unit] = []
        self._deadlines: list[Deadline] = []
        self._targets: list[Target] = []
        self._diagnostics: list[Diagnostic] = []

    def add(self, page: _Page, plan_id: str, plan: PlanSpan) -> None:
        """Take one plan of the page."""
        view = page.view
        root = build(view.text, page.paragraphs, page.markers, plan.span, plan.title, language=page.language)
        settle(view.text, root, language=page.language)
        set_ends(root)
        sections = self._add_sections(page, plan_id, root)
        finds = collect(view, page.raw, plan, root, language=page.language)
        self._plans.append(_plan(page, plan_id, plan, finds))
        self._diagnostics.extend(diagnose(view, plan, root, finds))
        ids = self._add_tasks(page, plan_id, finds, sections)
        assembler = Assembler(view, page.raw, finds, ids, language=page.language)
        self._units.extend(assembler.units())
        self._deadlines.extend(assembler.deadlines())
        self._targets.extend(assembler.targets())

    def _add_sections(self, page: _Page, plan_id: str, root: Node) -> dict[int, str]:
        ids: dict[int, str] = {}
        levels: dict[int, int] = {id(root): 0}
        for node in root.walk():
            if node.marker is None or not is_section(page.view.text, node, language=page.language):
                continue
            level = levels.get(id(node.parent), 0) + 1
            levels[id(node)] = level
            ids[id(node)] = f"s{len(self._sections) + 1}"
            self._sections.append(
                Section(
                    ids[id(node)],
                    plan_id,
                    node.number,
                    page.view.text[node.title[0] : node.title[1]].strip(),
                    level,
                    node.type,
                    page.view.raw((node.start, max(node.end, node.start + 1))),
                )
            )
        return ids

    def _add_tasks(self, page: _Page, plan_id: str, finds: Finds, sections: dict[int, str]) -> dict[int, str]:
        ids: dict[int, str] = {}
        for index in finds.kept():
            ids[index] = f"t{len(self._tasks) + 1}"
            self._tasks.append(_task(page, ids[index], plan_id, finds.tasks[index], sections))
        return ids

    def document(self, empty: Document) -> Document:
        """Return the document with all records, units in the order of the text."""
        return Document(
            id=empty.id,
            language=empty.language,
            text=empty.text,
            source=empty.source,
            plans=tuple(self._plans),
            sections=tuple(self._sections),
            tasks=tuple(self._tasks),
            units=tuple(sorted(self._units, key=lambda unit: (unit.span, unit.role))),
            deadlines=tuple(self._deadlines),
            targets=tuple(self._targets),
            diagnostics=tuple(self._diagnostics),
        )


def _plan(page: _Page, plan_id: str, plan: PlanSpan, finds: Finds) -> Plan:
    title = page.view.text[plan.title[0] : plan.title[1]].replace("\n", "") if plan.title else ""
    facts = plan_facts(page.view.text, plan, finds.dues, language=page.language)
    return Plan(plan_id, title, page.view.raw(plan.span), facts.issuer, facts.region, facts.period)


def _task(page: _Page, task_id: str, plan_id: str, task: Candidate, sections: dict[int, str]) -> Task:
    span = page.view.raw((task.start, task.end))
    section = task.section
    while section is not None and id(section) not in sections:
        section = section.parent
    return Task(
        task_id,
        plan_id,
        sections[id(section)] if section is not None else None,
        task.number,
        span,
        page.raw[span[0] : span[1]],
        page.view.text[task.title[0] : task.title[1]].strip(),
        _path(task),
    )


def _path(task: Candidate) -> tuple[str, ...]:
    numbers = [task.number] if task.number else []
    node = task.node.parent if task.leaf else task.node
    while node is not None and node.marker is not None:
        if node.number:
            numbers.append(node.marker.number)
        node = node.parent
    return tuple(reversed(numbers))
