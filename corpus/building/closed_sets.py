"""What the guideline allows, as `closed_sets.toml` lists it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def closed_set(table: str, key: str) -> Any:
    """Return an entry of the closed sets.

    >>> closed_set("header", "split")
    ['train', 'dev', 'test']
    """
    return _sets()[table][key]


@cache
def _sets() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("closed_sets.toml").read_text(encoding="utf-8"))
