"""Where a project sets what it wants: `policy_nlp.toml`, or `[tool.policy_nlp]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError

FILES = ("policy_nlp.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a project and the file that they stand in; empty where there is none."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    path: Path | None = None


def find_configuration(folder: Path) -> Configuration:
    """Return the nearest configuration in or above `folder`; raises InputError where the file cannot be read.

    >>> find_configuration(Path("/nowhere")).settings
    {}
    """
    for place in (folder, *folder.parents):
        for name in FILES:
            path = place / name
            found = _settings(path) if path.is_file() else None
            if found is not None:
                return Configuration(found, path)
    return Configuration()


def _settings(path: Path) -> Mapping[str, Any] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError("settings_broken", path=str(path), cause=error) from error
    return content if path.name == FILES[0] else content.get("tool", {}).get("policy_nlp")
