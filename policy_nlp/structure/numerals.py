"""The place of an item in its sequence, read from its number."""

from __future__ import annotations

from collections.abc import Mapping

_HAN = {char: value for value, char in enumerate("零一二三四五六七八九")}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def ordinal(number: str, numerals: str, words: Mapping[str, int]) -> int:
    """Return the ordinal that `number` writes in the given numerals, 0 where there is none.

    >>> ordinal("十二", "han", {}), ordinal("IV", "roman", {}), ordinal("2.3", "decimal", {})
    (12, 4, 3)
    """
    match numerals:
        case "han" | "ordinal":
            return _han(number)
        case "arabic":
            return _digits(number)
        case "decimal":
            return _digits(number.rsplit(".", 1)[-1])
        case "circled":
            return ord(number) - ord("①") + 1
        case "roman":
            return _roman(number.lower())
        case "letters":
            return ord(number.lower()[-1]) - ord("a") + 1 if number else 0
        case "words":
            return words.get(number.lower(), 0)
        case "any":
            return _of_any_kind(number, words)
        case _:
            return 0


def _of_any_kind(number: str, words: Mapping[str, int]) -> int:
    """BE-3, 2.4, IV, C and three, as they stand behind a label."""
    last = number.rsplit(".", 1)[-1]
    if any(char.isdigit() for char in last):
        return _digits(last.rsplit("-", 1)[-1])
    if number.lower() in words:
        return words[number.lower()]
    if all(char in "IVX" for char in number):
        return _roman(number.lower())
    return ord(last.lower()[-1]) - ord("a") + 1 if last else 0


def _digits(number: str) -> int:
    kept = "".join(char for char in number if "0" <= char <= "9")
    return int(kept) if kept else 0


def _han(number: str) -> int:
    kept = [char for char in number if char in _HAN or char in "十百" or char.isdigit()]
    if not kept:
        return 0
    if all("0" <= char <= "9" for char in kept):
        return int("".join(kept))
    total, digit = 0, 0
    for char in kept:
        if char == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif char == "百":
            total, digit = total + (digit or 1) * 100, 0
        else:
            digit = _HAN.get(char, 0)
    return total + digit


def _roman(number: str) -> int:
    values = [_ROMAN.get(char, 0) for char in number]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
