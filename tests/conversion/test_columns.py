"""CoNLL, spaCy and data sets: what stands in the columns, and what is told where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.conversion.conll import read_conll
from policy_nlp.conversion.conll_two import group_of, read_bio
from policy_nlp.conversion.docbin import read_docbin
from policy_nlp.conversion.documents import document_of
from policy_nlp.conversion.extras import library
from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.hub import read_parquet, read_rows
from policy_nlp.conversion.names import FormatName
from policy_nlp.conversion.sheet import Mark, Sheet
from policy_nlp.errors import InputError
from tests.conversion.conftest import Put, plan

OTHER = """The O
Coast B-unit-actor
Agency I-unit-actor
will O
report O
. O

Towns I-unit-actor
shall O
help O
. O
"""
TEXT = "The Coast  Agency will report.\nTowns shall help."


def test_two_columns_of_other_tools(put: Put) -> None:
    put("sea.txt", TEXT)
    path = put("sea.unit.bio", OTHER)
    (document,) = read_bio(group_of(path))
    assert [unit.quote for unit in document.units] == ["Coast  Agency", "Towns"]


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (("Agency I", "Agencies I"), "token_not_in_text", "line 3"),
        (("report O", "report X"), "tag_unknown", "line 5"),
        (("B-unit-actor", "B-ORG"), "tag_unknown", "line 2"),
    ],
)
def test_a_broken_row_is_named(put: Put, change: tuple[str, str], code: str, place: str) -> None:
    put("sea.txt", TEXT)
    path = put("sea.unit.bio", OTHER.replace(*change))
    with pytest.raises(InputError) as caught:
        list(read_bio(group_of(path)))
    assert (caught.value.code, caught.value.place, caught.value.path) == (code, place, str(path))


def test_what_nests_stands_in_columns_of_its_own() -> None:
    spans = (("plan", (0, 9)), ("section-tasks", (0, 9)), ("section-tasks", (3, 6)))
    marks = tuple(Mark(f"new:{index}", label, span) for index, (label, span) in enumerate(spans))
    document = document_of(Sheet("sea", "en", "1 a 1.1 b", marks))
    page = FORMATS[FormatName.CONLL].write([document])["sea.conll"].decode("utf-8")
    assert page.splitlines()[1] == "# columns = token start end plan.1 section.1 section.2"
    files = FORMATS[FormatName.BIO].write([document])
    assert sorted(files) == ["sea.plan.bio", "sea.section-2.bio", "sea.section.bio", "sea.txt"]
    assert [section.level for section in document.sections] == [1, 2]


def test_corrected_tags_keep_what_was_known(put: Put) -> None:
    document = plan("en")
    page = FORMATS[FormatName.CONLL].write([document])["plan-en.conll"].decode("utf-8")
    (after,) = read_conll(put("a.conll", page.replace("-unit-actor", "-unit-lead")))
    assert [unit.name for unit in after.units] == [unit.name for unit in document.units]
    assert {unit.role for unit in after.units} == {"lead"} and after.units[0].tasks == document.units[0].tasks
    assert after.deadlines == document.deadlines and after.review == document.review


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (("# policy_nlp = ", "# something = "), "lacks", "line 1"),
        (("Coastal\t0", "Coastal\t1"), "quote_differs", "line 3"),
        (("Coastal\t0", "Coastal\tx"), "line_unread", "line 3"),
        (("B-plan", "B-plane"), "tag_unknown", "line 3"),
    ],
)
def test_a_broken_table_is_named(put: Put, change: tuple[str, str], code: str, place: str) -> None:
    page = FORMATS[FormatName.CONLL].write([plan("en")])["plan-en.conll"].decode("utf-8")
    with pytest.raises(InputError) as caught:
        list(read_conll(put("a.conll", page.replace(*change, 1))))
    assert (caught.value.code, caught.value.place) == (code, place)


def test_spacy_sees_groups_over_the_very_text(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is an extra")
    document = plan("zh")
    content = FORMATS[FormatName.SPACY].write([document])["docs.spacy"]
    (doc,) = spacy.tokens.DocBin().from_bytes(content).get_docs(spacy.blank("zh").vocab)
    assert doc.text == document.text
    assert [(span.text, span.label_) for span in doc.spans["unit"]] == [
        (unit.quote, f"unit-{unit.role}") for unit in document.units
    ]


def test_a_data_set_has_typed_columns(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets", reason="datasets is an extra")
    path = tmp_path / "data.parquet"
    path.write_bytes(FORMATS[FormatName.PARQUET].write([plan("zh"), plan("en")])["data.parquet"])
    loaded = datasets.load_dataset("parquet", data_files=str(path), cache_dir=str(tmp_path / "cache"), split="train")
    features = loaded.features
    assert features["text"].dtype == "string" and features["targets"].feature["values"].feature.dtype == "float64"
    assert loaded[1]["tasks"][0]["quote"] == plan("en").tasks[0].quote


@pytest.mark.parametrize("read", [read_docbin, read_parquet])
def test_a_file_that_is_something_else_is_told(put: Put, read: object) -> None:
    assert callable(read)
    with pytest.raises(InputError) as caught:
        list(read(put("a.bin", "not at all")))
    assert caught.value.code == "not_of_format"


@pytest.mark.parametrize("row", ['{"id": "a"}', '{"text": "x", "targets": [{"op": "="}], "id": "a", "language": "en"}'])
def test_a_broken_row_of_a_data_set_is_named(put: Put, row: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_rows(put("a.jsonl", row + "\n")))
    assert (caught.value.code, caught.value.place) == ("lacks", "line 1")


def test_a_missing_library_names_its_extra() -> None:
    with pytest.raises(InputError) as caught:
        library("no_such_library.at_all", extra="spacy", path="a.spacy")
    assert caught.value.fields == {"library": "no_such_library", "extra": "spacy"}
