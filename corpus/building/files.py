"""The built corpus as files: their contents from the sources, and writing them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from corpus.building.gold import gold_json, gold_text
from corpus.building.manifest import manifest, place
from corpus.building.sources import Source
from policy_nlp.interchange import dumps

MANIFEST = "manifest.json"


def built_files(sources: Sequence[Source]) -> dict[str, bytes]:
    """Return the contents of all files of the built corpus by their place in it; the same sources, the same bytes."""
    files = {f"{place(source)}.txt": source.document.text for source in sources}
    files |= {f"{place(source)}.gold.json": gold_text(gold_json(source.document)) for source in sources}
    files[MANIFEST] = dumps(manifest(sources))
    return {name: files[name].encode() for name in sorted(files)}


def write_files(files: dict[str, bytes], folder: Path) -> None:
    """Write the files below `folder`, which is emptied before."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
