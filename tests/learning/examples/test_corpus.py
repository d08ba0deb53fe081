"""Which documents a model learns from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning.examples import Corpus, read_corpus

from ..plans import write_plan


def splits(corpus: Corpus) -> tuple[list[str], list[str]]:
    return sorted(corpus.train), sorted(corpus.dev)


def test_folders_split_the_corpus(corpus: Corpus) -> None:
    learned = ["zh-0", "zh-1", "zh-3", "zh-4", "zh-5"]
    assert splits(corpus.of("zh")) == (learned, ["zh-2"])
    assert len(corpus.documents) == 12
    assert corpus.languages == ("en", "zh")


def test_what_is_kept_for_the_test_is_not_even_opened(tmp_path: Path) -> None:
    for number, split in enumerate(("train", "dev", "test")):
        write_plan(tmp_path / split, "zh", number)
    (tmp_path / "test" / "zh-2.gold.json").write_text("{", encoding="utf-8")
    assert splits(read_corpus(tmp_path)) == (["zh-0"], ["zh-1"])


def test_a_manifest_splits_where_folders_do_not(tmp_path: Path) -> None:
    for number in range(3):
        write_plan(tmp_path, "en", number)
    placed = [{"id": f"en-{number}", "split": split} for number, split in enumerate(("dev", "train", "test"))]
    (tmp_path / "manifest.json").write_text(json.dumps({"documents": placed}), encoding="utf-8")
    assert splits(read_corpus(tmp_path)) == (["en-1"], ["en-0"])


def test_without_a_split_some_are_held_back(tmp_path: Path) -> None:
    for number in range(3):
        write_plan(tmp_path, "zh", number)
    assert splits(read_corpus(tmp_path)) == (["zh-0", "zh-1"], ["zh-2"])


def test_nothing_to_learn_from_is_refused(corpus_path: Path, tmp_path: Path) -> None:
    write_plan(tmp_path, "zh", 0)
    with pytest.raises(InputError) as refused:
        read_corpus(tmp_path)
    assert (refused.value.code, refused.value.fields["split"]) == ("nothing_to_learn_from", "dev")
    with pytest.raises(InputError):
        read_corpus(tmp_path, language="en")


def test_the_fingerprint_knows_texts_annotations_and_split(corpus: Corpus) -> None:
    moved = Corpus(corpus.dev, corpus.train)
    prints = {corpus.fingerprint(), corpus.of("zh").fingerprint(), moved.fingerprint()}
    assert len(prints) == 3
    assert corpus.fingerprint() == Corpus(corpus.train, corpus.dev).fingerprint()
