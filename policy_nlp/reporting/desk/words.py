"""What several reports about a desk say in the same words: names of plans and tasks, shares, their inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from policy_nlp.comparison.records import Share
from policy_nlp.desk import Desk
from policy_nlp.schema import Document, Task

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Input:
    """A file that a report rests on: its name, its checksum, and the day on which it was last changed."""

    path: str
    sha256: str
    changed: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a report rests on: the files, the program's version, the configuration, the decisions."""

    template: Input
    locals: tuple[Input, ...]
    version: str
    configuration: str | None
    decisions: str | None


def basis(desk: Desk, configuration: str | None) -> Basis:
    """Return what the reports about `desk` rest on."""
    from policy_nlp.version import __version__

    files = tuple(_input(comparison.local) for comparison in desk.comparisons)
    return Basis(_input(desk.template), files, __version__, configuration, desk.decisions.basis)


def plan_name(document: Document) -> str:
    """Return the title of a document's first plan, else its id."""
    return next((plan.title for plan in document.plans if plan.title), document.id)


def local_names(desk: Desk) -> Mapping[str, str]:
    """Return what each local plan is called, by id: its title, and its id behind it where titles are alike."""
    titles = {one.local.id: plan_name(one.local) for one in desk.comparisons}
    seen = Counter(titles.values())
    return {id: title if seen[title] == 1 else f"{title} ({id})" for id, title in titles.items()}


def task_name(task: Task) -> str:
    """Return the number and the short name of a task, on one line."""
    said = " ".join((task.title or task.quote).split())
    return " ".join((task.path[-1] if task.path else task.number, said if len(said) <= _SHORT else said[:_SHORT] + "…"))


def tasks_by_id(document: Document) -> Mapping[str, Task]:
    """Return the tasks of `document` by id."""
    return {task.id: task for task in document.tasks}


def percent(share: Share) -> str:
    """Return covered of total with the ratio.

    >>> percent(Share(13, 20)), percent(Share(0, 0))
    ('13/20 (65%)', '–')
    """
    return "–" if share.share is None else f"{share.covered}/{share.total} ({share.share:.0%})"


def _input(document: Document) -> Input:
    path = Path(document.source.path or "")
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat() if path.is_file() else ""
    return Input(document.source.path or document.id, document.source.sha256 or "", changed)
