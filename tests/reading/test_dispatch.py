"""Each file goes to its reader, or fails with file, place and cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.reading import read_bytes, read_page
from policy_nlp.reading.media import detect


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
    ],
)
def test_kinds(path: str, data: bytes, kind: str) -> None:
    assert detect(path, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("plan.txt", b"", "empty_file"),
        ("plan.html", b"<p> </p>", "empty_text"),
        ("plan.txt", b" \n", "empty_text"),
        ("plan.txt", b"\x00\x01\x02", "binary_file"),
        ("plan.pdf", b"%PDF-1.7", "unsupported_type"),
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


def test_a_page_knows_its_source(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"Plan")
    page = read_page(path)
    assert (page.path, page.media_type) == (str(path), "text/plain")
    assert page.sha256 == read_bytes(b"Plan").sha256
