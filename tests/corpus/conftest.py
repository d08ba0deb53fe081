"""The corpus, built once for all tests that read what is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built corpus, in a folder of its own."""
    folder = tmp_path_factory.mktemp("built")
    assert build.main(["-o", str(folder)]) == 0
    return folder
