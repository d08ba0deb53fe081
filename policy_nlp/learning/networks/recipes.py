"""What a network is made of and how it is trained, from a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from policy_nlp.errors import InputError

Part = TypeVar("Part")
SHORTEST = 16
"""Windows of fewer tokens hold nothing that could be told from its surroundings."""


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """How many pieces a tokenizer of our own knows."""

    vocabulary: int = 4000


@dataclass(frozen=True, slots=True)
class Windows:
    """How a long text is cut, in tokens: windows of `size`, each `overlap` into the one before."""

    size: int = 128
    overlap: int = 32

    def __post_init__(self) -> None:
        if self.size < SHORTEST or not 0 <= self.overlap * 2 < self.size:
            raise ValueError(f"overlap = {self.overlap}, size = {self.size}")


@dataclass(frozen=True, slots=True)
class Pace:
    """The course of the learning rate and how many windows are seen at once."""

    batch: int = 8
    learning_rate: float = 2e-3
    weight_decay: float = 0.01
    warmup: float = 0.1


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a user may set about a network; `network` is the configuration of its architecture."""

    network: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    tokenizer: Tokenizer = field(default_factory=Tokenizer)
    windows: Windows = field(default_factory=Windows)
    training: Pace = field(default_factory=Pace)


def load_recipe(path: Path | None = None) -> Recipe:
    """Return the recipe in a TOML file, or the one that comes with the package.

    Raises InputError naming the file and the entry where the file is no recipe.

    >>> load_recipe().windows.size
    128
    """
    own = files("policy_nlp") / "learning" / "networks" / "recipe.toml"
    try:
        tables = tomllib.loads((path or own).read_text(encoding="utf-8"))
        return _recipe(tables)
    except FileNotFoundError as error:
        raise InputError("no_such_file", path=str(path)) from error
    except (OSError, ValueError, TypeError) as error:
        raise InputError("recipe_broken", path=str(path), cause=str(error)) from error


def _recipe(tables: Mapping[str, Any]) -> Recipe:
    known = {part.name for part in fields(Recipe)}
    for name, table in tables.items():
        if name not in known or not isinstance(table, dict):
            raise ValueError(f"{name} = {table!r}")
    return Recipe(
        dict(tables.get("network", {})),
        _part(Tokenizer, tables.get("tokenizer", {})),
        _part(Windows, tables.get("windows", {})),
        _part(Pace, tables.get("training", {})),
    )


def _part(kind: type[Part], table: Mapping[str, Any]) -> Part:
    """Return a part of the recipe; its entries are numbers, none below nought, and whole where the default is."""
    blank = kind()
    for name, value in table.items():
        allowed = int if isinstance(getattr(blank, name, None), int) else int | float
        if isinstance(value, bool) or not isinstance(value, allowed) or value < 0:
            raise ValueError(f"{name} = {value!r}")
    return kind(**table)
