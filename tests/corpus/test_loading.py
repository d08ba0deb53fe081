"""The built corpus as a data set: typed columns, splits, the same annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import build
from corpus.building.rows import columns
from policy_nlp.conversion.features import features

datasets = pytest.importorskip("datasets", reason="needs the extra [datasets]")


def test_the_folder_loads_with_typed_features(built: Path, tmp_path: Path) -> None:
    loaded = datasets.load_dataset(str(built), cache_dir=str(tmp_path))
    listed = json.loads((built / "manifest.json").read_bytes())["documents"]
    assert {split: len(rows) for split, rows in loaded.items()} == {
        split: count for split in loaded if (count := sum(one["split"] == split for one in listed))
    }
    for rows in loaded.values():
        assert rows.features == datasets.Features(features(datasets, columns()))


def test_a_row_holds_what_the_gold_file_holds(built: Path, tmp_path: Path) -> None:
    row = datasets.load_dataset(str(built), split="train", cache_dir=str(tmp_path))[0]
    gold = json.loads((built / f"train/{row['language']}/{row['id']}.gold.json").read_bytes())
    assert [unit["span"] for unit in row["units"]] == [unit["span"] for unit in gold["units"]]
    assert all(row["text"][slice(*unit["span"])] == unit["quote"] for unit in row["units"])


def test_parquet_holds_the_same_rows_and_leaves_the_folder_alone(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parquet"
    folder.mkdir()
    (folder / "mine.txt").write_text("kept", encoding="utf-8")
    assert build.main(["--parquet", str(folder)]) == 0
    loaded = datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "a"))
    expected = datasets.load_dataset(str(built), cache_dir=str(tmp_path / "b"))
    assert {split: rows.to_list() for split, rows in loaded.items()} == {
        split: rows.to_list() for split, rows in expected.items()
    }
    assert loaded["train"].features == expected["train"].features
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "kept"
