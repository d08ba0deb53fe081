"""The tables of bodies that a component was given, as one JSON file that goes with its pipeline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from policy_nlp.bodies import Registry, shipped
from policy_nlp.errors import InputError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Table:
    """The text of a TSV file of bodies, and the name that the file had."""

    name: str
    text: str


Tables = tuple[Table, ...]


@lru_cache(maxsize=8)
def registry_of(tables: Tables) -> Registry:
    """Return the shipped registry with the bodies of `tables`, the later ones winning.

    Raises LexiconError naming the table, the line and the cause.
    """
    registry = shipped()
    for table in tables:
        registry = registry.with_table(table.text, name=table.name)
    return registry


def written(tables: Sequence[Table]) -> bytes:
    """Return `tables` as JSON."""
    content = {"format": FORMAT, "bodies": [asdict(table) for table in tables]}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_tables(data: bytes, *, name: str) -> Tables:
    """Return the tables that `written` gave; raises InputError naming `name` and the cause where it gave no such data.

    >>> read_tables(written([]), name="component.json")
    ()
    """
    try:
        content: Any = json.loads(data)
        found = content["format"]
        tables = tuple(Table(**table) for table in content["bodies"])
    except (ValueError, TypeError, KeyError) as error:
        raise InputError("no_component_data", path=name, cause=repr(error)) from error
    if found != FORMAT:
        raise InputError("other_component_format", path=name, found=found, format=FORMAT)
    return tables
