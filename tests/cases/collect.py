"""The cases of `tests/cases/<language>/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cases.markup import Layer

_HOME = Path(__file__).parent
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked-up text, the layers that have to come out exactly as marked, and the trait that it shows."""

    name: str
    language: str
    note: str
    marked: str
    layers: frozenset[Layer]
    xfail: str | None = None


def cases() -> Iterator[Case]:
    """Yield the cases of all languages, file by file."""
    for language in LANGUAGES:
        for path in sorted((_HOME / language).glob("*.toml")):
            yield from _in_file(path, language)


def _in_file(path: Path, language: str) -> Iterator[Case]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    for number, entry in enumerate(content["case"], 1):
        layers = frozenset(map(Layer, entry.get("layers", content["layers"])))
        name = f"{language}-{path.stem}-{number:02}"
        yield Case(name, language, entry["note"], entry["text"].strip("\n"), layers, entry.get("xfail"))
