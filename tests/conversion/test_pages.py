"""The pages about annotation tools say what there is, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policy_nlp.conversion.names import FormatName
from policy_nlp.conversion.priority import WEIGHTS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = pytest.mark.parametrize("name", ["annotation-tools.md", "annotation-tools.zh.md"])


@PAGES
def test_every_format_has_its_row(name: str) -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", (DOCS / name).read_text("utf-8"), flags=re.M)
    assert rows and set(rows) <= set(FormatName)
    assert {"label-studio", "doccano", "brat", "inception", "conll", "bio", "spacy", "datasets", "parquet"} <= set(rows)


@PAGES
def test_the_weights_are_those_of_the_program(name: str) -> None:
    page = (DOCS / name).read_text("utf-8")
    weights = [float(found) for found in re.findall(r"^\| [^|]+ \| (0\.\d+) \|", page, flags=re.M)]
    assert weights == list(WEIGHTS.values()) and sum(weights) == pytest.approx(1)
