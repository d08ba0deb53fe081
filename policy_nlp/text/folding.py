"""Folding: one character becomes exactly one character, so that offsets stay those of the raw text."""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BRACKETS = {ord(a): ord(b) for a, b in zip("〔【［〕】］", "((()))", strict=True)}
_QUOTES = {ord(a): ord(b) for a, b in zip("〝〞＂", '“”"', strict=True)}
_DASHES = {ord(c): ord("-") for c in "‐‑‒–—―−－"}
_WAVES = {ord(c): ord("~") for c in "～〜∼"}
_SPACES = {code: ord(" ") for code in (0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
_BREAKS = {ord(c): ord("\n") for c in "\r\v\f\x85\u2028\u2029"}
_DOTS = {ord("．"): ord("."), ord("∶"): ord(":"), ord("﹕"): ord(":"), ord("﹔"): ord(";")}

TABLE = {**_FULL_WIDTH, **_BRACKETS, **_QUOTES, **_DASHES, **_WAVES, **_SPACES, **_BREAKS, **_DOTS}


def fold(text: str) -> str:
    """Return `text` with full-width forms, bracket kinds, dashes and spaces made alike, character for character.

    The result has the same length, so a span found in it is a span of the raw text.

    >>> fold("（２０２５年）　Ａ：")
    '(2025年) A:'
    """
    return text.translate(TABLE)
