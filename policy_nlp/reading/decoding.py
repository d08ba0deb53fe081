"""From bytes to characters: byte order mark, then label, then UTF-8, then a guess that says it is one."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from policy_nlp.errors import InputError
from policy_nlp.messages import both
from policy_nlp.reading.guessing import guess_encoding, is_utf16
from policy_nlp.schema import Diagnostic, Severity

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Pages labelled gb2312 hold characters that only its successor has; a page in UTF-16 cannot say so in ASCII.
_LABELS = {
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80", "csgb2312", "chinese", "gb18030"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252"), "cp1252"),
    **dict.fromkeys(("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_LOST = "\ufffd"
_MAX_CONTROLS = 0.002
_MAX_LOST = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file without its byte order mark, and what a reader should know about them."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, *, path: str, encoding: str | None = None, label: str | None = None) -> Decoded:
    """Return the characters of `data`.

    `encoding` is what the caller knows and is obeyed; `label` is what the file says of itself and is checked.
    Raises InputError with the offset of the first byte that does not fit.

    >>> decode(b"\\xef\\xbb\\xbfplan", path="plan.txt").text
    'plan'
    """
    if encoding is not None:
        return _strict(data, encoding, path)
    marked = _marked(data)
    if marked is not None:
        return _strict(data[len(marked[0]) :], marked[1], path, skipped=len(marked[0]))
    _refuse_binary(data, path)
    return (label and _labelled(data, label)) or _unlabelled(data, path)


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)


def _strict(data: bytes, encoding: str, path: str, *, skipped: int = 0) -> Decoded:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except LookupError as error:
        raise InputError("unknown_encoding", path=path, encoding=encoding) from error
    except UnicodeDecodeError as error:
        byte = f"{data[error.start]:02x}" if error.start < len(data) else ""
        raise InputError(
            "wrong_encoding", path=path, place=f"byte {error.start + skipped}", encoding=encoding, byte=byte
        ) from error


def _refuse_binary(data: bytes, path: str) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls <= _MAX_CONTROLS * len(data) or is_utf16(data):
        return
    offset = next(index for index, code in enumerate(data) if code in _CONTROLS)
    raise InputError("binary_file", path=path, place=f"byte {offset}", offset=offset)


def _labelled(data: bytes, label: str) -> Decoded | None:
    stated = _LABELS.get(label.lower(), label)
    if stated != "utf-8" and not data.isascii() and _is_utf8(data):
        return Decoded(data.decode(), "utf-8", (_note("encoding_label_wrong", label=label, encoding="utf-8"),))
    try:
        text = data.decode(stated, "replace")
    except LookupError:
        return None
    lost = text.count(_LOST)
    if lost > _MAX_LOST * len(text):
        return None
    return Decoded(text, stated, (_note("characters_lost", count=lost),) if lost else ())


def _unlabelled(data: bytes, path: str) -> Decoded:
    if _is_utf8(data) and not _is_utf16_with_nulls(data):
        return Decoded(data.decode(), "utf-8")
    guessed = None if _is_broken_utf8(data) else guess_encoding(data)
    if guessed is None:
        return _strict(data, "utf-8", path)
    return Decoded(data.decode(guessed), guessed, (_note("encoding_guessed", encoding=guessed),))


def _is_utf16_with_nulls(data: bytes) -> bool:
    """Whether `data` is UTF-16 that, being mostly ASCII, would also pass for UTF-8 full of NUL."""
    return data.count(0) > _MAX_CONTROLS * len(data) and is_utf16(data) is not None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most of what lies beyond ASCII is UTF-8: then no other encoding would be an honest guess."""
    text = data.decode("utf-8", "replace")
    lost = text.count(_LOST)
    return sum(char > "\x7f" for char in text) - lost > lost


def _note(code: str, **fields: object) -> Diagnostic:
    return Diagnostic(code, Severity.LOW, both(f"diagnostics.{code}", **fields))
