"""Template–local pairs: `corpus/pairs/TEMPLATE--LOCAL.toml`, read into the gold format of gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.building.links.tables import checked, ids, table
from policy_nlp.comparison import FindingType, Relation
from policy_nlp.comparison.records import NOTES


@dataclass(frozen=True, slots=True)
class TaskPair:
    """A task of the template and the local tasks that carry it out."""

    template_task: str
    local_tasks: tuple[str, ...]
    relation: Relation


@dataclass(frozen=True, slots=True)
class Gap:
    """What the local plan lacks or adds, with the words on both sides where there are any."""

    type: FindingType
    template_tasks: tuple[str, ...]
    local_tasks: tuple[str, ...]
    template_quote: str | None
    local_quote: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PlanPair:
    """A template and a local plan: which tasks belong together, what only the template's level can do, and the gaps."""

    path: Path
    template: str
    local: str
    pairs: tuple[TaskPair, ...]
    not_applicable: tuple[str, ...]
    gaps: tuple[Gap, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the pair in the gold format of gaps."""
        pairs = [
            {"template_task": one.template_task, "local_tasks": list(one.local_tasks), "relation": one.relation.value}
            for one in self.pairs
        ]
        head = {"template": self.template, "local": self.local, "pairs": pairs}
        return head | {
            "not_applicable": list(self.not_applicable),
            "gaps": [_gap_json(gap) for gap in self.gaps if gap.type not in NOTES],
            "notes": [_gap_json(gap) for gap in self.gaps if gap.type in NOTES],
        }


def read_pair(path: Path) -> PlanPair:
    """Return the pair in a file; ValueError with the file and the entry where it is broken."""
    data = table(path, {"template", "local", "pairs", "not_applicable", "gap"})
    return PlanPair(
        path=path,
        template=str(data["template"]),
        local=str(data["local"]),
        pairs=tuple(checked(path, f"pairs.{task}", _pair, task, said) for task, said in data["pairs"].items()),
        not_applicable=tuple(data.get("not_applicable", ())),
        gaps=tuple(checked(path, f"gap {at}", _gap, one) for at, one in enumerate(data.get("gap", ()), 1)),
    )


def _pair(task: str, said: str) -> TaskPair:
    relation, *tasks = said.replace(",", " ").split()
    return TaskPair(task, tuple(tasks), Relation(relation))


def _gap(said: Mapping[str, Any]) -> Gap:
    unknown = said.keys() - {"type", "template", "local", "template_quote", "local_quote", "note"}
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    quotes = (said.get("template_quote"), said.get("local_quote"), said.get("note"))
    return Gap(FindingType(said["type"]), ids(said.get("template")), ids(said.get("local")), *quotes)


def _gap_json(gap: Gap) -> dict[str, Any]:
    said = {"template_quote": gap.template_quote, "local_quote": gap.local_quote, "note": gap.note}
    head = {"type": gap.type.value, "template_tasks": list(gap.template_tasks), "local_tasks": list(gap.local_tasks)}
    return head | {key: value for key, value in said.items() if value is not None}
