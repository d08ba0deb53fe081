"""Zip files and XML that were made to harm are refused before they can."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from policy_nlp.errors import InputError
from policy_nlp.reading import archive as room
from policy_nlp.reading.archive import Archive, name_of, refuse_bomb
from policy_nlp.reading.xml_source import MAX_DEPTH, parse_xml
from tests.reading.zipped import zipped


def code_of(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        refuse_bomb(data, "plan.docx")
    assert caught.value.path == "plan.docx"
    return caught.value.code


def test_honest_archives_pass() -> None:
    data = zipped({"a.xml": b"<a/>" * 1000, "b/": b"", "b/c.txt": b"plan"})
    refuse_bomb(data, "plan.docx")
    assert Archive(data, "plan.docx").names == ("a.xml", "b/c.txt")
    assert Archive(data, "plan.docx").read("b/c.txt") == b"plan"


def test_a_member_that_swells_is_refused() -> None:
    assert code_of(zipped({"word/document.xml": bytes(20_000_000)})) == "zip_bomb"


def test_what_the_header_claims_does_not_count() -> None:
    data = bytearray(zipped({"a": bytes(20_000_000)}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    assert code_of(bytes(data)) in ("zip_bomb", "damaged_file")


def test_the_sum_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_TOTAL", 3000)
    assert code_of(zipped({str(number): bytes(range(250)) * 5 for number in range(4)})) == "zip_bomb"


def test_the_number_of_members_is_bounded() -> None:
    assert code_of(zipped({str(number): b"" for number in range(room.MAX_MEMBERS + 1)})) == "too_many_members"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", zipped({"a": b"plan"})[:-30], b"PK\x05\x06"])
def test_damaged_archives_are_told(data: bytes) -> None:
    assert code_of(data) == "damaged_file"


def test_a_wrong_checksum_is_told() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as file:
        file.writestr("a", b"plan of dams")
    assert code_of(target.getvalue().replace(b"plan of dams", b"plan of weir")) == "damaged_file"


def test_a_locked_member_asks_for_its_password() -> None:
    data = bytearray(zipped({"a": b"plan"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(data)) == "password"


def test_names_in_gbk_are_read() -> None:
    info = ZipInfo("x")
    info.filename, info.flag_bits = "方案/任务.txt".encode("gbk").decode("cp437"), 0
    assert name_of(info) == "方案/任务.txt"
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        file.writestr("方案.txt", b"plan")
    assert Archive(target.getvalue(), "a.zip").names == ("方案.txt",)


BOMB = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (BOMB, "xml_entities"),
        (OUTSIDE, "xml_entities"),
        ("<a>" * (MAX_DEPTH + 1), "too_deep"),
        ("<a>" * 200_000 + "</a>" * 200_000, "too_deep"),
        ("<a><b></a>", "damaged_file"),
        ("", "damaged_file"),
        ('<?xml version="1.0" encoding="none-such"?><a/>', "damaged_file"),
    ],
)
def test_hostile_xml_is_refused(xml: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_xml(xml.encode(), path="plan.docx", place="word/document.xml")
    assert (caught.value.code, caught.value.place) == (code, "word/document.xml")
