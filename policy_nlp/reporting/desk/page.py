"""The page to work on: scores, heat map, and for each local plan its findings beside both texts, to decide on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policy_nlp.comparison.records import FindingType, Place
from policy_nlp.desk import Desk, Entry, Verdict, matrix, missed_tasks, plan_scores
from policy_nlp.reporting.desk.words import Basis, local_names, percent, plan_name, task_name, tasks_by_id
from policy_nlp.reporting.page.marks import Mark, Piece, pieces
from policy_nlp.reporting.page.template import environment, hash_of, part
from policy_nlp.reporting.plain_text import encodable
from policy_nlp.schema import Document, Severity, Task

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows of one local plan: its findings, and both texts cut at their evidence."""

    key: str
    local: Document
    name: str
    entries: tuple[Entry, ...]
    above: Sequence[Piece]
    below: Sequence[Piece]
    tasks: Mapping[str, Task]


def desk_page(desk: Desk, rests_on: Basis, lang: str) -> str:
    """Return the desk as one HTML page that opens in `lang`; it works from disk without a network."""
    script = part("reporting.desk", "desk.js")
    template = environment().from_string(part("reporting.desk", "desk.html.j2"))
    views = [_view(desk, index) for index in range(len(desk.comparisons))]
    return template.render(
        desk=desk,
        title=encodable(plan_name(desk.template)),
        lang=lang,
        basis=rests_on,
        scores=plan_scores(desk),
        matrix=matrix(desk),
        missed=missed_tasks(desk),
        views=views,
        keys={view.local.id: view.key for view in views},
        names={view.local.id: view.name for view in views},
        tasks=tasks_by_id(desk.template),
        task_name=lambda task: encodable(task_name(task)),
        percent=percent,
        severities=list(Severity),
        types=[kind for kind in FindingType if any(entry.finding.type is kind for entry in desk.entries)],
        verdicts=list(Verdict),
        style=part("reporting.page", "page.css") + part("reporting.desk", "desk.css"),
        script=script,
        script_hash=hash_of(script),
    )


def _view(desk: Desk, index: int) -> View:
    local = desk.comparisons[index].local
    entries, key = desk.of(local), f"p{index}"
    above = pieces(encodable(desk.template.text), _marks(key, desk, entries))
    below = pieces(encodable(local.text), _local_marks(key, local, entries))
    return View(key, local, encodable(local_names(desk)[local.id]), entries, above, below, tasks_by_id(local))


def _marks(key: str, desk: Desk, entries: Sequence[Entry]) -> Iterator[Mark]:
    """The evidence of each finding in the template."""
    tasks = tasks_by_id(desk.template)
    for entry in entries:
        yield from _evidence(key, entry, entry.finding.template, [tasks[one] for one in entry.finding.template_tasks])


def _local_marks(key: str, local: Document, entries: Sequence[Entry]) -> Iterator[Mark]:
    """The evidence of each finding in a local plan, under the same name as in the template."""
    tasks = tasks_by_id(local)
    for entry in entries:
        yield from _evidence(key, entry, entry.finding.local, [tasks[one] for one in entry.finding.local_tasks])


def _evidence(key: str, entry: Entry, place: Place | None, tasks: Sequence[Task]) -> Iterator[Mark]:
    """The words that were compared; where a side has none, the tasks in which they are missing."""
    if place is not None:
        yield Mark(f"{key}-{entry.id}", entry.finding.severity.value, place.span, ())
        return
    yield from (Mark(f"{key}-{entry.id}", "whole", task.span, ()) for task in tasks)
