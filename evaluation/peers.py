"""Runs normalization over case files of other projects and writes the predictions for a scorer.

usage: python evaluation/peers.py OUTPUT_FOLDER CASES.jsonl…
A case has `id`, `input` and `reference_date`; the layer and the language stand in the file's name
(`…_zh_time.jsonl`, `…_en_percent.jsonl`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from policy_nlp import normalize

TIMES = frozenset({"time", "datetime"})


def predicted(case: dict[str, Any], *, language: str, layer: str) -> list[dict[str, Any]]:
    """Return the mentions of one layer in a case."""
    if layer in TIMES:
        day = case.get("reference_date")
        reference = date.fromisoformat(day[:10]) if day else None
        return [m.to_json() for m in normalize.times(case["input"], language=language, reference_date=reference)]
    return [m.to_json() for m in normalize.quantities(case["input"], language=language) if m.kind.value == layer]


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """Yield one object for each case of a file."""
    _, language, layer = path.stem.rsplit("_", 2)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            yield {"id": case["id"], "predicted": predicted(case, language=language, layer=layer)}


def main(arguments: list[str]) -> None:
    """Write `OUTPUT_FOLDER/NAME.jsonl` for each file of cases."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name in arguments[1:]:
        with (folder / Path(name).name).open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in predictions(Path(name)))


if __name__ == "__main__":
    main(sys.argv[1:])
