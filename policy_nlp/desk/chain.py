"""Many levels: each plan held against the one above it, and each task of the first followed down to the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policy_nlp.comparison import Comparison
from policy_nlp.schema import Task


@dataclass(frozen=True, slots=True)
class Link:
    """Where a task of the first plan has come to on one level: the tasks there, none where it was lost on the way."""

    plan: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A task of the first plan with its links, a link for each level below."""

    task: Task
    links: tuple[Link, ...]

    @property
    def lost_at(self) -> str | None:
        """The first plan in which nothing carries the task out; None where it arrives."""
        return next((link.plan for link in self.links if not link.tasks), None)


def chain_of(comparisons: Sequence[Comparison]) -> tuple[Chain, ...]:
    """Return a chain for each task of the first template; each comparison's template is the local plan before it.

    >>> chain_of([])
    ()
    """
    if not comparisons:
        return ()
    return tuple(Chain(task, _links(task.id, comparisons)) for task in comparisons[0].template.tasks)


def _links(task: str, comparisons: Sequence[Comparison]) -> tuple[Link, ...]:
    reached: tuple[str, ...] = (task,)
    links = []
    for comparison in comparisons:
        below = {pair.template_task: pair.local_tasks for pair in comparison.pairs}
        reached = tuple(dict.fromkeys(local for one in reached for local in below.get(one, ())))
        links.append(Link(comparison.local.id, reached))
    return tuple(links)
