"""A file that eats memory or time, or kills its parser, costs one clear error and nothing else."""

from __future__ import annotations

import sys

import pytest

from policy_nlp.errors import InputError
from policy_nlp.reading.isolation import Limits, read_apart

PLAIN = "text/plain"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory and CPU of a process")
HOSTILE = """
import os, sys
from policy_nlp.reading import dispatch
from policy_nlp.reading.page import Content

def read_hostile(data, path, encoding):
    if path == "die": os.abort()
    if path == "hoard": return Content(str(len(bytes(1 << 40))), ())
    if path == "sleep": __import__("time").sleep(60)
    if path == "print": print("noise")
    while path == "loop": pass
    return Content("calm", ())

sys.modules["hostile"] = sys.modules["__main__"]
dispatch._READERS["x-hostile"] = "hostile:read_hostile"
from policy_nlp.reading.worker import main
main()
"""


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child whose reader does what the name of the file says."""
    monkeypatch.setattr("policy_nlp.reading.isolation._WORKER", HOSTILE)
    monkeypatch.setattr("policy_nlp.reading.isolation._CHILDREN", [])


def code_of(path: str, **limits: int) -> str:
    with pytest.raises(InputError) as caught:
        read_apart(b"", path, None, kind="x-hostile", limits=Limits(**limits))
    assert caught.value.path == path
    return caught.value.code


@pytest.mark.usefixtures("hostile")
def test_a_dead_child_is_told_and_replaced() -> None:
    assert code_of("die") == "reader_died"
    assert read_apart(b"", "calm", None, kind="x-hostile").text == "calm"


@LINUX
@pytest.mark.usefixtures("hostile")
def test_memory_is_bounded() -> None:
    assert code_of("hoard") == "reader_memory"


@LINUX
@pytest.mark.usefixtures("hostile")
def test_computing_time_is_bounded() -> None:
    assert code_of("loop", cpu=1) == "reader_slow"


@pytest.mark.usefixtures("hostile")
def test_waiting_is_bounded() -> None:
    assert code_of("sleep", clock=1) == "reader_slow"


@pytest.mark.usefixtures("hostile")
def test_what_a_parser_prints_is_no_answer() -> None:
    assert read_apart(b"", "print", None, kind="x-hostile").text == "calm"


def test_content_and_errors_come_back_as_they_were() -> None:
    content = read_apart("一、排查\n".encode("gb18030"), "plan.txt", None, kind=PLAIN)
    assert content.text == "一、排查\n"
    assert [block.span for block in content.blocks] == [(0, 4)]
    assert content.diagnostics[0].code == "encoding_guessed"
    with pytest.raises(InputError, match=r"plan.txt: byte 1: wrong_encoding"):
        read_apart(b"a\xff", "plan.txt", "utf-8", kind=PLAIN)


def test_many_files_share_one_child() -> None:
    from policy_nlp.reading.isolation import _child

    first = _child()
    assert read_apart(b"Plan", "plan.txt", None, kind=PLAIN).text == "Plan"
    assert _child() is first
