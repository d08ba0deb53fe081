"""What the labels of other systems stand for in our format."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Meaning:
    """A list of our format, and the role that a body of this label has."""

    kind: str
    role: str | None = None


def meaning(label: str) -> Meaning | None:
    """Return what `label` stands for, whatever its case; None for a label that is no item of ours.

    >>> meaning("ORG"), meaning("牵头单位"), meaning("PERSON")
    (Meaning(kind='units', role='co'), Meaning(kind='units', role='lead'), None)
    """
    return _meanings().get(label.strip().lower())


@cache
def _meanings() -> Mapping[str, Meaning]:
    table = tomllib.loads((files("policy_nlp.scoring.foreign") / "labels.toml").read_text(encoding="utf-8"))
    return {name: Meaning(row["kind"], row.get("role")) for row in table.values() for name in row["names"]}
