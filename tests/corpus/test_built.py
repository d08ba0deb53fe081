"""What is committed as built is what the sources give."""

from __future__ import annotations

import pytest

from corpus.build import BUILT
from corpus.building.files import built_files
from corpus.building.whole import read_corpus


@pytest.mark.skipif(not BUILT.is_dir(), reason="not built here: run make corpus")
def test_the_built_corpus_is_that_of_the_sources() -> None:
    expected = built_files(read_corpus())
    found = {str(path.relative_to(BUILT)): path.read_bytes() for path in BUILT.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(expected), "run make corpus"
    assert [name for name, content in expected.items() if found[name] != content] == [], "run make corpus"
