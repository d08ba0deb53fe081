"""Each file goes to its reader, or fails with file, place and cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.reading import read_bytes, read_page
from policy_nlp.reading.containers import DOCX, ODT, XLSX
from policy_nlp.reading.media import detect
from tests.reading.zipped import zipped


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("plan.txt", b"<html>", "text/plain"),
        ("PLAN.MD", b"# Plan", "text/markdown"),
        ("plan.shtml", b"", "text/html"),
        ("-", b"\xef\xbb\xbf\n<!doctype html><p>", "text/html"),
        ("-", b"<Q1 2027: survey all dams", "text/plain"),
        ("plan", b"# Plan", "text/plain"),
        ("plan.txt", b"%PDF-1.7", "application/pdf"),
        ("-", b"PK\x03\x04", "application/zip"),
        ("data.json", b"{}", "application/json"),
        ("plan.doc", b"{\\rtf1 Plan}", "application/rtf"),
        ("plan.doc", b"<html><body><p>Plan", "text/html"),
        ("plan.xls", b"Action\tLead\n", "text/tab-separated-values"),
        ("plan.docx", b"PK\x03\x04 cut off", DOCX),
        ("scan.tif", b"II*\0", "image/tiff"),
        ("scan.txt", b"\xff\xd8\xff", "image/jpeg"),
    ],
)
def test_kinds(path: str, data: bytes, kind: str) -> None:
    assert detect(path, data) == kind


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"word/document.xml": b""}, DOCX),
        ({"[Content_Types].xml": b"", "word/document2.xml": b""}, DOCX),
        ({"xl/workbook.xml": b""}, XLSX),
        ({"OFD.xml": b""}, "application/ofd"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, ODT),
        ({"plans/dams.docx": b""}, "application/zip"),
    ],
)
@pytest.mark.parametrize("name", ["-", "plan.zip", "plan.docx.bak"])
def test_zip_files_are_told_by_their_members(members: dict[str, bytes], kind: str, name: str) -> None:
    assert detect(name, zipped(members)) == kind


@pytest.mark.parametrize(
    ("name", "stream", "kind"),
    [
        ("plan.doc", "WordDocument", "application/msword"),
        ("plan.wps", "WordDocument", "application/wps-office.wps"),
        ("plan.doc", "Workbook", "application/vnd.ms-excel"),
        ("plan.docx", "EncryptedPackage", "application/x-encrypted-package"),
        ("plan.xls", "WordDocument\0Workbook", "application/vnd.ms-excel"),
        ("plan.doc", "WordDocument\0Workbook", "application/msword"),
        ("plan.et", "Other", "application/vnd.ms-excel"),
        ("-", "Other", "application/x-ole-storage"),
    ],
)
def test_ole_files_are_told_by_their_streams(name: str, stream: str, kind: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + stream.encode("utf-16-le") + bytes(8)
    assert detect(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("plan.txt", b"", "empty_file"),
        ("plan.html", b"<p> </p>", "empty_text"),
        ("plan.txt", b" \n", "empty_text"),
        ("plan.txt", b"\x00\x01\x02", "binary_file"),
        ("plan.pdf", b"%PDF-1.7", "damaged_file"),
        ("plan.json", b"{}", "unsupported_type"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_page(path)
    assert (caught.value.code, caught.value.path) == (code, str(path))


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no_such_file"):
        read_page(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is_folder"):
        read_page(tmp_path)
    with pytest.raises(InputError, match="unreadable"):
        read_page("plan\0.txt")


@pytest.mark.parametrize(("name", "told"), [("plan.docx", True), ("plan.ofd", True), ("plan.txt", False)])
def test_a_name_that_promises_another_format_is_told_of(name: str, told: bool) -> None:
    notes = read_bytes("1.加固堤防。".encode(), path=name).diagnostics
    assert [note.code for note in notes] == ["name_says_otherwise"] * told


def test_a_page_knows_its_source(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"Plan")
    page = read_page(path)
    assert (page.path, page.media_type) == (str(path), "text/plain")
    assert page.sha256 == read_bytes(b"Plan").sha256
