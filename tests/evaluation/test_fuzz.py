"""The saved nasty files, and some changed ones: each gives a sound page or an error of ours."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.fuzz.make_corpus import files
from evaluation.fuzz.target import CORPUS, SUFFIXES_TRIED, changed, try_bytes
from policy_nlp.errors import InputError

SAVED = sorted(CORPUS.iterdir())
REFUSED = {
    "bomb.docx": "zip_bomb",
    "entities.docx": "xml_entities",
    "outside.docx": "xml_entities",
    "deep.docx": "too_deep",
    "unclosed.docx": "damaged_file",
    "cut.docx": "damaged_file",
    "locked.doc": "password",
    "nested.zip": "is_archive",
}


@pytest.mark.parametrize("file", SAVED, ids=lambda file: file.name)
def test_saved_files_do_no_harm(file: Path) -> None:
    outcome = try_bytes(file.read_bytes(), file.suffix)
    expected = REFUSED.get(file.name)
    assert expected is None or (isinstance(outcome, InputError) and outcome.code == expected)


@pytest.mark.parametrize("file", SAVED, ids=lambda file: file.name)
def test_changed_files_do_no_harm(file: Path) -> None:
    for seed in range(5):
        try_bytes(changed(file.read_bytes(), random.Random(seed)), file.suffix)


@given(data=st.binary(max_size=300), suffix=st.sampled_from(SUFFIXES_TRIED))
def test_any_bytes_do_no_harm(data: bytes, suffix: str) -> None:
    try_bytes(data, suffix)


def test_the_corpus_is_what_its_script_makes() -> None:
    assert set(files()) <= {file.name for file in SAVED}
    assert all((CORPUS / name).read_bytes() == data for name, data in files().items())
