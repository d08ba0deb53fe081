"""Frames have the documented columns and types, join on document and task, and come back from every format."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given

from policy_nlp import parse, to_frame
from policy_nlp.errors import InputError
from policy_nlp.frames import COLUMNS, Table
from policy_nlp.frames.forms import TableForm
from policy_nlp.frames.results import read_results
from policy_nlp.frames.write import written
from policy_nlp.interchange import dumps, to_json
from policy_nlp.schema import Document
from tests.commands.conftest import PLAN
from tests.properties.texts import any_text

ENGLISH = (
    "# Harwick Action Plan\n\n1. Cut leaks by 10–15 % by June 2026. Lead: Water Agency.\n2. Publish data every year.\n"
)


@pytest.fixture
def documents() -> list[Document]:
    return [parse(PLAN, id="qinghe"), parse(ENGLISH, id="harwick")]


def test_who_leads_most(documents: list[Document]) -> None:
    units = to_frame(documents).units
    leads = units[units.role == "lead"].groupby("name").task.count()
    assert leads.to_dict() == {"县水务局": 1, "Water Agency": 1}


def test_what_is_due_when(documents: list[Document]) -> None:
    deadlines = to_frame(documents).deadlines
    due = deadlines[deadlines.last_day.dt.strftime("%Y-%m") == "2026-06"]
    assert sorted(due.document) == ["harwick", "qinghe"]


def test_ranges_have_two_ends(documents: list[Document]) -> None:
    targets = to_frame(documents).targets
    row = targets[targets.document == "harwick"].iloc[0]
    assert (row.op, row.low, row.high, row.unit) == ("-", 10.0, 15.0, "%")


@pytest.mark.parametrize("table", Table)
def test_columns_and_types_are_the_documented_ones(documents: list[Document], table: Table) -> None:
    for frames in (to_frame(documents), to_frame([])):
        frame = getattr(frames, table.value)
        assert {name: str(kind) for name, kind in frame.dtypes.items()} == dict(COLUMNS[table])


@given(any_text)
def test_any_text_has_its_quotes(text: str) -> None:
    frames = to_frame([parse(text)])
    for table in Table:
        for row in getattr(frames, table.value).itertuples():
            assert text[row.start : row.end] == row.quote


def test_results_come_back_from_every_format(documents: list[Document], tmp_path: Path) -> None:
    values = [to_json(document, with_text=True) for document in documents]
    (tmp_path / "a.json").write_text(dumps(values[0]), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(dumps(values[1], indent=None), encoding="utf-8")
    pd.DataFrame({"result": [*map(json.dumps, values), None]}).to_parquet(tmp_path / "c.parquet")
    assert [document.id for document in read_results(tmp_path)] == ["qinghe", "harwick", "qinghe", "harwick"]
    read = to_frame(read_results(tmp_path / "c.parquet"))
    pd.testing.assert_frame_equal(read.units, to_frame(documents).units)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.json", b"{", "json_broken"),
        ("a.json", b"[1]", "not_a_result"),
        ("a.jsonl", b'{"id": "a"}\n', "not_a_result"),
        ("a.parquet", b"no parquet", "unreadable"),
        ("a.txt", b"", "no_results"),
    ],
)
def test_what_is_no_result_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as error:
        list(read_results(tmp_path))
    assert error.value.code == code and str(tmp_path) in error.value.path


def test_a_csv_opens_in_a_spreadsheet_without_harm() -> None:
    frame = to_frame([parse("# =1+1\n\n1. Fix the =SUM(A1) roof by 2026.\n", id="=cmd")]).tasks
    content = written(frame, TableForm.CSV)
    assert content.startswith(b"\xef\xbb\xbfdocument,")
    assert (pd.read_csv(BytesIO(content)).document == "'=cmd").all()
