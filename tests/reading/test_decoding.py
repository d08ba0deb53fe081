"""Bytes become the characters that were meant, or an error that says where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.errors import InputError
from policy_nlp.reading.decoding import Decoded, decode

PLAN = "二、重点任务\r\n（一）排查隐患。由市住建局牵头，2026年底前完成。\r\n"


def codes(decoded: Decoded) -> list[str]:
    return [note.code for note in decoded.diagnostics]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_obeyed_and_left_out(encoding: str) -> None:
    assert decode(PLAN.encode(encoding), path="plan.txt") == Decoded(
        PLAN, decode(PLAN.encode(encoding), path="").encoding
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [PLAN, "Action 1: survey all dams by March 2027.\n", "排查隐患"])
def test_utf16_without_a_mark_is_recognized(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), path="plan.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PLAN, "gb18030"),
        ("排查隐患", "gbk"),
        ("主辦機關：內政部。應於年底前完成各項工作。", "big5"),
        ("We’ll publish the “roadmap” by spring – no later.", "cp1252"),
    ],
)
def test_other_encodings_are_guessed_and_said_to_be(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), path="plan.txt")
    assert decoded.text == text
    assert codes(decoded) == ["encoding_guessed"]


def test_one_broken_byte_in_utf8_is_named_with_its_offset() -> None:
    data = PLAN.encode() + b"\xff" + PLAN.encode()
    with pytest.raises(InputError) as caught:
        decode(data, path="plan.txt")
    assert (caught.value.code, caught.value.place) == ("wrong_encoding", f"byte {len(PLAN.encode())}")
    assert caught.value.fields == {"encoding": "utf-8", "byte": "ff"}


def test_offsets_count_the_byte_order_mark() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"\xef\xbb\xbfplan\xff", path="plan.txt")
    assert caught.value.place == "byte 7"


def test_what_the_caller_knows_is_obeyed() -> None:
    assert decode(PLAN.encode("gbk"), path="plan.txt", encoding="gbk").diagnostics == ()
    with pytest.raises(InputError, match="wrong_encoding"):
        decode(PLAN.encode("gbk"), path="plan.txt", encoding="utf-8")
    with pytest.raises(InputError, match="unknown_encoding"):
        decode(b"plan", path="plan.txt", encoding="klingon")


def test_binary_content_is_refused_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"plan" + bytes(range(256)) * 4, path="plan.txt")
    assert (caught.value.code, caught.value.place) == ("binary_file", "byte 4")


def test_a_stray_null_among_much_text_is_no_reason_to_refuse() -> None:
    assert "\0" in decode(PLAN.encode() * 10 + b"\0" + PLAN.encode() * 10, path="plan.txt").text


def test_a_label_of_the_old_standard_reads_its_successor() -> None:
    # 㙍 and 喆 stand in names of places and people, and only the newer standard has them.
    text = "由㙍塘镇牵头，联系人张喆。" * 3
    assert decode(text.encode("gb18030"), path="plan.html", label="GB2312").text == text


def test_a_label_that_the_bytes_contradict_is_not_believed() -> None:
    decoded = decode(PLAN.encode(), path="plan.html", label="gb2312")
    assert (decoded.text, codes(decoded)) == (PLAN, ["encoding_label_wrong"])
    assert decode(PLAN.encode("gbk"), path="plan.html", label="utf-8").text == PLAN


def test_lost_characters_are_counted() -> None:
    decoded = decode(PLAN.encode() * 20 + b"\xff\xff", path="plan.html", label="utf-8")
    assert codes(decoded) == ["characters_lost"]
    assert "2" in decoded.diagnostics[0].message["en"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), path="plan.txt").text == text.removeprefix("\ufeff")


@given(st.binary())
def test_no_bytes_crash_the_decoder(data: bytes) -> None:
    try:
        assert isinstance(decode(data, path="plan.txt").text, str)
    except InputError as error:
        assert error.code in {"wrong_encoding", "binary_file"}
