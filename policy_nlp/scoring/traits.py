"""What is known about a document beside its text: genre, layout, split; from its gold file or a manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.scoring.json_files import json_values

Traits = Mapping[str, tuple[str, ...]]
"""The values of each trait; a document can have several layouts."""

TRAITS = ("language", "genre", "layout", "level", "subject", "split")
"""What figures are grouped by where it is known."""

_KNOWN = (*TRAITS, "family")
"""What is read besides: plans of one family follow one template."""

MANIFEST = "manifest.json"


def traits(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the traits that an object states.

    >>> traits({"genre": "plan", "layout": ["table", "prose"], "split": None})
    {'genre': ('plan',), 'layout': ('table', 'prose')}
    """
    return {name: _values(data[name]) for name in _KNOWN if data.get(name)}


def manifest_traits(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the traits by id in the nearest manifest at or above the folder of `path`; empty where there is none.

    A manifest is a list of objects with `id`, or an object whose `documents` is one. Raises InputError where it is
    neither.
    """
    folder = path if path.is_dir() else path.parent
    manifest = next((file for file in _candidates(folder.absolute()) if file.is_file()), None)
    return {} if manifest is None else {str(one["id"]): traits(one) for one in _documents(manifest)}


def _values(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _candidates(folder: Path) -> Iterable[Path]:
    return (place / MANIFEST for place in (folder, *list(folder.parents)[:2]))


def _documents(manifest: Path) -> list[Mapping[str, Any]]:
    _, data = next(json_values(manifest))
    listed = data.get("documents") if isinstance(data, dict) else data
    if not isinstance(listed, list) or not all(isinstance(one, dict) and "id" in one for one in listed):
        raise InputError("not_a_manifest", path=str(manifest))
    return listed
