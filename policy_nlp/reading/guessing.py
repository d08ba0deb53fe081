"""Guessing the encoding of bytes that state none and are not UTF-8."""

from __future__ import annotations

_SAMPLE = 65536
_PLAUSIBLE = 0.85
_CANDIDATES = ("gb18030", "utf-16-le", "utf-16-be")
_OTHERS = ["big5hkscs", "cp1252", "cp1250"]
_GB2312_SYMBOLS = range(0xA1, 0xAA)
_GB2312_COMMON = range(0xB0, 0xD8)


def guess_encoding(data: bytes) -> str | None:
    """Return the encoding in which `data` reads as ordinary text, or None where none does.

    >>> guess_encoding("一、加强组织领导".encode("gbk"))
    'gb18030'
    """
    shares = {name: _plausibility(data, name) for name in _CANDIDATES}
    best = max(_CANDIDATES, key=lambda name: shares[name])
    return best if shares[best] >= _PLAUSIBLE else _guess_other(data)


def is_utf16(data: bytes) -> str | None:
    """Return which UTF-16 `data` is, where it has no byte order mark; None where it is not UTF-16.

    >>> is_utf16("Action plan 2025".encode("utf-16-be"))
    'utf-16-be'
    """
    return next((name for name in _CANDIDATES[1:] if _plausibility(data, name) >= _PLAUSIBLE), None)


def _plausibility(data: bytes, encoding: str) -> float:
    """The share of common Han and punctuation beyond ASCII; control characters spoil it."""
    try:
        text = data.decode(encoding)[:_SAMPLE]
    except UnicodeDecodeError:
        return 0.0
    beyond = [char for char in text if char > "\x7f"]
    common = sum(map(_is_common, beyond))
    controls = sum(char < "\x20" and not char.isspace() for char in text)
    return (common - controls) / len(beyond) if beyond else float(not controls)


def _is_common(char: str) -> bool:
    lead = char.encode("gb2312", "ignore")[:1]
    return bool(lead) and (lead[0] in _GB2312_SYMBOLS or lead[0] in _GB2312_COMMON)


def _guess_other(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_OTHERS).best()
    return best.encoding if best is not None and _decodes(data, best.encoding) else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
