"""What is built comes from the sources alone and reads like any gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import build, check
from corpus.building.files import built_files
from corpus.building.sources import source_paths
from corpus.building.whole import read_corpus
from policy_nlp.interchange import from_json


def test_gold_files_give_the_sources_back() -> None:
    corpus = read_corpus()
    files = built_files(corpus)
    for source in corpus.sources.values():
        place = f"{source.card.split}/{source.document.language}/{source.document.id}"
        text = files[f"{place}.txt"].decode()
        gold = from_json(json.loads(files[f"{place}.gold.json"]), text=text)
        assert gold.tasks == source.document.tasks
        assert (gold.units, gold.deadlines, gold.targets) == (
            source.document.units,
            source.document.deadlines,
            source.document.targets,
        )


def test_the_manifest_names_what_is_built(tmp_path: Path) -> None:
    assert build.main(["-o", str(tmp_path)]) == 0
    listed = json.loads((tmp_path / "manifest.json").read_bytes())
    assert listed["count"] == len(source_paths())
    for entry in listed["documents"]:
        assert (tmp_path / entry["text"]).is_file()
        assert (tmp_path / entry["gold"]).is_file()
        assert entry["license"] == "CC-BY-4.0"


def test_a_broken_plan_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "en" / "a.marked"
    path.parent.mkdir()
    path.write_text('+++\nid = "a"\nlanguage = "en"\n+++\nThe <laed>Parks Department</laed>', encoding="utf-8")
    assert check.main([str(path)]) == 2
    assert "a.marked: line 5: there is no tag such as <laed>" in capsys.readouterr().err
