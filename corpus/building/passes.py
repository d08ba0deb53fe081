"""Two readers of one plan: what the first wrote before the two were settled, and what the second wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.building.sources import HOME, read_file
from policy_nlp.conversion.marked import SUFFIX
from policy_nlp.schema import Document

FIRST, SECOND = "first", "second"


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """The same text as two readers have annotated it."""

    path: Path
    first: Document
    second: Document


def two_readings(home: Path = HOME) -> Iterator[TwoReadings]:
    """Yield every plan below `home` that a second reader has annotated, in `second/<language>/`.

    The first reading is the plan itself, or its state before it was settled where that is kept in `first/<language>/`.
    Raises ValueError where the second reader's text is not that of the plan.
    """
    for path in sorted((home / SECOND).glob(f"*/*{SUFFIX}")):
        place = f"{path.parent.name}/{path.name}"
        kept = home / FIRST / place
        first = read_file(kept if kept.is_file() else home / "plans" / place).document
        second = read_file(path).document
        if first.text != second.text:
            raise ValueError(f"{path}: the text is not that of the plan, from character {_parting(first, second)} on")
        yield TwoReadings(path, first, second)


def _parting(one: Document, other: Document) -> int:
    pairs = enumerate(zip(one.text, other.text, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one.text), len(other.text)))
