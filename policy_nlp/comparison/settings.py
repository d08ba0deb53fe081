"""What a project sets for its comparisons: the severity of each type of finding, models of meanings and of pairs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from policy_nlp.comparison.meanings import Encode, encoder
from policy_nlp.comparison.records import NOTES, FindingType
from policy_nlp.comparison.verdicts import Judge
from policy_nlp.configuration import find_configuration
from policy_nlp.errors import InputError
from policy_nlp.schema import Severity


@cache
def default_severities() -> Mapping[FindingType, Severity]:
    """Return the documented table `comparison/severity.toml`.

    >>> default_severities()[FindingType.MISSING_TASK].value
    'high'
    """
    path = files("policy_nlp") / "comparison" / "severity.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {FindingType(name): Severity(value) for name, value in table.items()}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a comparison needs besides the plans; `encode` is the model that `embedding_model` names, if any.

    `pair_model` is the folder that the entry of this name names; who has loaded the model in it sets `judge`.
    """

    severities: Mapping[FindingType, Severity] = field(default_factory=default_severities)
    encode: Encode | None = None
    judge: Judge | None = None
    pair_model: Path | None = None


def load_settings(folder: Path) -> Settings:
    """Return the settings of `policy_nlp.toml`, else of `[tool.policy_nlp]` in `pyproject.toml`, in or above `folder`.

    Raises InputError naming the file and the entry that cannot be.
    """
    found = find_configuration(folder)
    return _settings(found.settings, str(found.path)) if found.path else Settings()


def _settings(table: Mapping[str, Any], path: str) -> Settings:
    changed = dict(default_severities())
    for name, value in table.get("severity", {}).items():
        kind, severity = _entry(name, value, path)
        changed[kind] = severity
    embedding, pairs = (_folder(table, name, path) for name in ("embedding_model", "pair_model"))
    return Settings(changed, encoder(str(embedding)) if embedding else None, pair_model=pairs)


def _folder(table: Mapping[str, Any], name: str, path: str) -> Path | None:
    """Return the folder that an entry names, seen from the file that it stands in."""
    return Path(path).parent / str(table[name]) if table.get(name) else None


def _entry(name: str, value: object, path: str) -> tuple[FindingType, Severity]:
    gaps = {kind.value: kind for kind in FindingType if kind not in NOTES}
    levels = {level.value: level for level in Severity}
    if name not in gaps or value not in levels:
        raise InputError("settings_entry", path=path, entry=f"severity.{name} = {value}", choices=", ".join(levels))
    return gaps[name], levels[str(value)]
