"""What a baseline finds in a text, and the file that the scorer reads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policy_nlp.schema import Document

_LINE = re.compile(r"[^\n]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A labeled span; `attributes` are what else the system says of it."""

    start: int
    end: int
    label: str
    attributes: Mapping[str, Any] = field(default_factory=dict)


Baseline = Callable[[str, str], Iterable[Found]]
"""Takes a text and its language."""


def record(document: Document, found: Iterable[Found]) -> dict[str, Any]:
    """Return what was found in a document as a list of labeled spans, which `policy-nlp evaluate --pred` reads."""
    spans = [{"start": one.start, "end": one.end, "label": one.label, **one.attributes} for one in found]
    return {"id": document.id, "language": document.language, "spans": spans}


def write(documents: Iterable[Document], baseline: Baseline, path: Path) -> None:
    """Write what `baseline` finds in each document as a line of JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as lines:
        for document in documents:
            found = baseline(document.text, document.language)
            lines.write(json.dumps(record(document, found), ensure_ascii=False) + "\n")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is not empty with its offset.

    >>> list(lines("一、任务\\n\\n二、要求"))
    [(0, '一、任务'), (6, '二、要求')]
    """
    yield from ((match.start(), match.group()) for match in _LINE.finditer(text))


def first_year(text: str) -> int | None:
    """Return the first year that a text names: dates without a year are read as of then.

    >>> first_year("第12号 2024年方案（2025年）")
    2024
    """
    match = _YEAR.search(text)
    return int(match.group()) if match else None
