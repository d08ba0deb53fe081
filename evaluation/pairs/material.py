"""The templates that local plans are made from, and how a language words them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "material"
LANGUAGES = ("zh", "en")
_LANGUAGE_FILE = "language.toml"


@dataclass(frozen=True, slots=True)
class Item:
    """One task: title, sentences with slots, who leads and who helps. `keys` are those of the template."""

    title: str
    sentences: tuple[str, ...]
    lead: str | None
    cos: tuple[str, ...]
    keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan before it is written out. `part` says whether thresholds were set with it in view."""

    title: str
    intro: str
    sections: tuple[Section, ...]
    part: str

    def items(self) -> Iterator[Item]:
        """Yield the items in order."""
        for section in self.sections:
            yield from section.items


@cache
def language(name: str) -> Mapping[str, Any]:
    """Return how plans are worded in a language."""
    return tomllib.loads((FOLDER / name / _LANGUAGE_FILE).read_text(encoding="utf-8"))


def outlines(name: str) -> Iterator[Outline]:
    """Yield the templates of a language."""
    for path in sorted((FOLDER / name).glob("*.toml")):
        if path.name != _LANGUAGE_FILE:
            yield outline_of(name, path.stem)


def outline_of(name: str, template: str) -> Outline:
    """Return one template of a language."""
    return _outline(tomllib.loads((FOLDER / name / f"{template}.toml").read_text(encoding="utf-8")))


def extra_items(name: str) -> tuple[Item, ...]:
    """Return items that stand in no template."""
    return tuple(_item(entry, ()) for entry in language(name)["extra"]["items"])


def _outline(content: Mapping[str, Any]) -> Outline:
    number = iter(range(10_000))
    sections = tuple(
        Section(entry["title"], tuple(_item(item, (next(number),)) for item in entry["items"]))
        for entry in content["sections"]
    )
    return Outline(content["title"], content["intro"], sections, content["part"])


def _item(entry: list[Any], keys: tuple[int, ...]) -> Item:
    title, sentences, lead, cos = entry
    return Item(title, tuple(sentences), lead, tuple(cos), keys)
