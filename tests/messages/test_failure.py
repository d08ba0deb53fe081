"""An error names the file, the place and the cause."""

from __future__ import annotations

import pytest

from policy_nlp.errors import InputError, LexiconError
from policy_nlp.messages import error_text


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "plan.txt: 字节 12: 编码不对：无法按 utf-8 解码（字节 0xff）"),
        ("en", "plan.txt: byte 12: wrong encoding: cannot be decoded as utf-8 (byte 0xff)"),
    ],
)
def test_file_place_cause(lang: str, expected: str) -> None:
    error = InputError("wrong_encoding", path="plan.txt", place="byte 12", encoding="utf-8", byte="ff")
    assert error_text(error, lang) == expected


def test_a_place_that_is_no_byte_stays() -> None:
    assert error_text(InputError("task_unknown", path="a.json", place="units[3]", task="t9"), "en") == (
        "a.json: units[3]: there is no task t9"
    )


def test_other_errors_of_ours_carry_their_own_words() -> None:
    assert "line 3" in error_text(LexiconError("zh/roles.toml: line 3"), "zh")


def test_a_code_without_a_message_is_shown_bare() -> None:
    assert error_text(InputError("unheard_of", path="a"), "en") == "a: unheard_of"
