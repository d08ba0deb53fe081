"""The built corpus as files: their contents from the sources, and writing them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from corpus.building.built_card import SPLITS, built_card
from corpus.building.gold import gold_json, gold_text
from corpus.building.manifest import manifest, pair_place, place, twin_place
from corpus.building.rows import parquet, rows
from corpus.building.sources import Source
from corpus.building.whole import Corpus
from policy_nlp.interchange import dumps

MANIFEST = "manifest.json"


def built_files(corpus: Corpus) -> dict[str, bytes]:
    """Return the contents of all files of the built corpus by their place in it; the same sources, the same bytes."""
    sources = corpus.sources.values()
    files = {f"{place(source)}.txt": source.document.text for source in sources}
    files |= {f"{place(source)}.gold.json": gold_text(gold_json(source.document)) for source in sources}
    files |= {f"{pair_place(pair, corpus)}.gaps.json": gold_text(pair.to_json()) for pair in corpus.pairs}
    files |= {f"{twin_place(one, corpus)}.json": gold_text(one.to_json()) for one in corpus.alignments}
    listed = manifest(corpus)
    files |= {MANIFEST: dumps(listed), "README.md": built_card(listed)}
    data = {f"data/{split}.jsonl": rows(_of_split(corpus, split)) for split in SPLITS}
    encoded = {name: content.encode() for name, content in files.items()} | data
    return {name: encoded[name] for name in sorted(encoded)}


def parquet_files(corpus: Corpus) -> dict[str, bytes]:
    """Return the splits of the corpus as Parquet, with the card that tells a data set library of them.

    Raises InputError where the library is not installed.
    """
    card = built_card(manifest(corpus), form="parquet")
    return {"README.md": card.encode()} | {
        f"data/{split}.parquet": parquet(chosen) for split in SPLITS if (chosen := _of_split(corpus, split))
    }


def _of_split(corpus: Corpus, split: str) -> list[Source]:
    return [source for source in corpus.sources.values() if source.card.split == split]


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files below `folder`, which is emptied before."""
    shutil.rmtree(folder, ignore_errors=True)
    add_files(files, folder)


def add_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files below `folder` beside what is there."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
