"""Older office files: read by way of another program, never in silence, and never from a file that would swell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.reading import Page, legacy, office, read_bytes
from tests.reading.converting import NEEDS_ANTIWORD, NEEDS_LIBREOFFICE, converted
from tests.reading.test_word import LISTS
from tests.reading.word_files import docx, p, table
from tests.reading.zipped import zipped

PLAN = docx(
    p("总体要求", number="1", level=0)
    + p("主要任务", number="1", level=0)
    + p("排查隐患", number="1", level=1)
    + table(["任务", "牵头单位"], ["治水", "水务局"])
    + p("各地每季度报送进展情况。" * 20),
    numbering=LISTS,
)
LINES = [
    "一、总体要求",
    "二、主要任务",
    "（一）排查隐患",
    "任务\t牵头单位",
    "治水\t水务局",
    "各地每季度报送进展情况。" * 20,
]


def read(tmp_path: Path, suffix: str) -> Page:
    return read_bytes(converted(PLAN, tmp_path, suffix), path=f"plan{suffix}")


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("suffix", [".doc", ".odt"])
def test_numbers_and_tables_survive(tmp_path: Path, suffix: str) -> None:
    found = read(tmp_path, suffix)
    assert found.text.split("\n") == LINES
    assert [note.code for note in found.diagnostics] == ["converted"]


# As Word writes it. LibreOffice's own RTF has lost `、` from its labels before we see it.
RICH = rb"""{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}
{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc39\leveljc0\levelfollow2\levelstartat1{\leveltext\'02\'00\'a1\'a2;}
{\levelnumbers\'01;}\f0}\listid1}}{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}
\pard\ls1\ilvl0\f0 \'d7\'dc\'cc\'e5\par \pard\ls1\ilvl0\f0 \'c8\'ce\'ce\'f1\par}"""


@NEEDS_LIBREOFFICE
def test_rich_text_is_read() -> None:
    assert read_bytes(RICH, path="plan.doc").text == "一、总体\n二、任务"


@NEEDS_LIBREOFFICE
@NEEDS_ANTIWORD
def test_antiword_says_that_numbers_are_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = converted(PLAN, tmp_path, ".doc")
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: None)
    found = read_bytes(data, path="plan.doc")
    assert "排查隐患" in found.text
    assert [note.code for note in found.diagnostics] == ["numbers_lost"]


def test_without_a_program_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: None)
    monkeypatch.setattr(legacy, "find_antiword", lambda: None)
    with pytest.raises(InputError, match="needs_libreoffice"):
        read_bytes(b"{\\rtf1 Plan}", path="plan.rtf")


@NEEDS_LIBREOFFICE
def test_a_broken_file_is_told() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)
    with pytest.raises(InputError, match=r"plan\.doc: (conversion_failed|empty_text)"):
        read_bytes(data, path="plan.doc")


def test_an_archive_that_swells_never_reaches_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: "/no/such/program")
    bomb = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": bytes(20_000_000)})
    with pytest.raises(InputError, match="zip_bomb"):
        read_bytes(bomb, path="plan.odt")


@pytest.mark.skipif(shutil.which("sleep") is None, reason="no program that waits")
def test_a_program_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(InputError, match="reader_slow"):
        office.run(["sleep", "60"], path="plan.doc")
