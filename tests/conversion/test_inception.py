"""INCEpTION: XMI beside its types, or in the ZIP of an export; UTF-16 units as Java counts."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from policy_nlp.conversion.cas_reading import read_cas
from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.names import FormatName
from policy_nlp.errors import InputError
from policy_nlp.schema import Document
from tests.conversion.conftest import plan

# An export has the markup of other layers beside ours, and attributes for empty features are left out.
XMI = """<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
 xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
 <cas:NULL xmi:id="0"/>
 <custom:PolicyMark xmi:id="21" sofa="1" begin="2" end="18" label="task"/>
 <custom:PolicyMark xmi:id="24" sofa="1" begin="2" end="6" label="unit-lead"/>
 <custom:PolicyMark xmi:id="27" sofa="1" begin="9" end="16" label="deadline-by"/>
 <custom:PolicyLink xmi:id="31" sofa="1" begin="2" end="6" label="for-task" Governor="24" Dependent="21"/>
 <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain"
  sofaString="👷县水务局牵头，2026年底前完成。"/>
 <cas:View sofa="1" members="21 24 27 31"/>
</xmi:XMI>
"""


@pytest.fixture
def types() -> bytes:
    return FORMATS[FormatName.INCEPTION].write([])["TypeSystem.xml"]


def read(path: Path) -> Document:
    (document,) = read_cas(path)
    return document


def test_an_export_as_zip(tmp_path: Path, types: bytes) -> None:
    path = tmp_path / "dams.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("admin.xmi", XMI)
        archive.writestr("TypeSystem.xml", types)
    document = read(path)
    assert (document.id, document.language) == ("dams", "zh")
    assert [unit.quote for unit in document.units] == ["县水务局"]
    assert document.units[0].tasks == ("t1",)
    assert [(due.quote, due.value) for due in document.deadlines] == [("2026年底前", "2026-12-31")]


def test_a_form_feed_survives_though_xml_cannot_hold_it(tmp_path: Path) -> None:
    document = plan("en")
    paged = Document("paged", "zh", "第一页\x0c第二页\x00👷\ufffe", document.source)
    files = FORMATS[FormatName.INCEPTION].write([paged])
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    assert b"\x0c" not in files["paged.xmi"]
    assert read(tmp_path / "paged.xmi") == paged


def test_offsets_are_written_in_units() -> None:
    document = plan("zh")
    content = FORMATS[FormatName.INCEPTION].write([document])["plan-zh.xmi"].decode("utf-8")
    marks = re.findall(r"<custom:PolicyMark .*?/>", content)
    begins = [int(re.findall(r'begin="(\d+)"', mark)[0]) for mark in marks if 'label="task"' in mark]
    assert begins == [len(document.text[: task.span[0]].encode("utf-16-le")) // 2 for task in document.tasks]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('label="task"', 'label="Person"'), "label_unknown"),
        (('end="18"', 'end="99"'), "not_of_format"),
        (("<cas:View", "<cas:Vi"), "not_of_format"),
        (('sofaString="', 'sofaString="&nonsense;'), "not_of_format"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, types: bytes, change: tuple[str, str], code: str) -> None:
    (tmp_path / "TypeSystem.xml").write_bytes(types)
    path = tmp_path / "dams.xmi"
    path.write_text(XMI.replace(*change), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path)
    assert (caught.value.code, caught.value.path) == (code, str(path))


@pytest.mark.parametrize(("name", "code"), [("dams.xmi", "types_missing"), ("dams.zip", "not_of_format")])
def test_without_types_nothing_can_be_read(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / name).write_text(XMI, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert caught.value.code == code
