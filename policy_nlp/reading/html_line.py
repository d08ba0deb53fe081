"""A line of a page as a reader sees it: white space collapsed, automatic numbers written out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policy_nlp.reading.page import BlockKind

_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_SPACE = " \t\n\r\f\v\x85\u2028\u2029"
_BREAK_IN_HAN = re.compile(f"(?<=[{_HAN}])[ \t]*+[\n\r][{_SPACE}]*+(?=[{_HAN}])")
_RUN = re.compile(f"[{_SPACE}]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_NUMBERED = re.compile(
    r"[（(〔\[]?(?:\d{1,4}|[零〇一二三四五六七八九十百]{1,6}|[a-zA-Z]|[ivxIVX]{1,6})[)）〕\].．、:：]"
    r"|第[零〇一二三四五六七八九十百\d]{1,6}[编章节条款]|[①-⑳]|[•●■◆▪‣·○□◇►➢–-]\s?"
)
_DIGITS = "零一二三四五六七八九"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


BULLETS = "•○▪"
"""What browsers show before items of the first, the second and all deeper levels."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page and what it is."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    origin: str | None = None


def collapsed(text: str) -> str:
    """Return `text` with runs of white space as one space, and none where a source line breaks between Han characters.

    >>> collapsed("  加强\\n  监管  of   mines ")
    '加强监管 of mines'
    """
    joined = _BREAK_IN_HAN.sub("", text.translate(_INVISIBLE))
    return _RUN.sub(" ", joined).strip()


def with_number(text: str, number: str) -> str:
    """Return `text` behind the number or bullet of its list, unless the author has written one by hand.

    >>> with_number("Survey all dams", "2."), with_number("（二）排查隐患", "2.")
    ('2. Survey all dams', '（二）排查隐患')
    """
    return text if not number or _NUMBERED.match(text) else f"{number} {text}"


def list_number(value: int, style: str) -> str:
    """Return the label that a browser shows for the item `value` of an ordered list.

    >>> [list_number(4, style) for style in ("1", "a", "I", "cjk-ideographic", "none")]
    ['4.', 'd.', 'IV.', '四、', '']
    """
    if style == "none":
        return ""
    if style.startswith(("cjk", "simp-chinese", "trad-chinese")) and 0 < value < 100:
        return _han(value) + "、"
    return (_letters(value, style) or str(value)) + "."


def _letters(value: int, style: str) -> str:
    latin = style in ("a", "A", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin")
    roman = style in ("i", "I", "lower-roman", "upper-roman")
    label = (
        chr(ord("a") + value - 1) if latin and 0 < value <= 26 else _roman(value) if roman and 0 < value < 400 else ""
    )
    return label.upper() if style in ("A", "I") or style.startswith("upper") else label


def _roman(value: int) -> str:
    label = ""
    for size, sign in _ROMAN:
        label += sign * (value // size)
        value %= size
    return label


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
