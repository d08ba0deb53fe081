"""Reading the TOML of links, and saying which entry is broken."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Set
from pathlib import Path
from typing import Any, TypeVar

Built = TypeVar("Built")


def table(path: Path, known: Set[str]) -> dict[str, Any]:
    """Return the table in a file; ValueError where it is broken or has keys beyond `known`."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error
    if unknown := data.keys() - known:
        raise ValueError(f"{path}: unknown {', '.join(sorted(unknown))}; known: {', '.join(sorted(known))}")
    return data


def checked(path: Path, entry: str, build: Callable[..., Built], *said: Any) -> Built:
    """Return what `build` makes of an entry; ValueError that names file and entry where it cannot."""
    try:
        return build(*said)
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path}: {entry}: {error}") from error


def ids(said: str | None) -> tuple[str, ...]:
    """Return the ids in a list that is written as one word.

    >>> ids("t3, t4"), ids(None)
    (('t3', 't4'), ())
    """
    return tuple((said or "").replace(",", " ").split())
