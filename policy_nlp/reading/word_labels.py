"""Numbers as Word writes them in the labels of its lists: 一 十一 ① 甲 iv aa."""

from __future__ import annotations

from collections.abc import Callable

_HAN = "零一二三四五六七八九"
_CIRCLE_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "十", "百", "千")
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = [
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
]  # fmt: skip
_TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_MOST = 10_000


def shown(value: int, form: str) -> str:
    """Return `value` in one of Word's number formats; in decimal where the format is unknown or cannot show it.

    >>> [shown(11, form) for form in ("chineseCounting", "decimalEnclosedCircle", "lowerLetter", "upperRoman")]
    ['十一', '⑪', 'k', 'XI']
    >>> shown(3, "none")
    ''
    """
    if form == "none":
        return ""
    write = _FORMATS.get(form)
    return (write(value) if write and 0 < value < _MOST else "") or str(value)


def counted(value: int, digits: str, units: tuple[str, ...], *, bare_ten: bool) -> str:
    """Return a number below ten thousand in Chinese characters.

    >>> counted(105, "零一二三四五六七八九", ("", "十", "百", "千"), bare_ten=True)
    '一百零五'
    """
    label = ""
    for place, sign in enumerate(reversed(str(value))):
        digit = int(sign)
        if digit:
            label = digits[digit] + units[place] + label
        elif label and not label.startswith(digits[0]):
            label = digits[0] + label
    ten = digits[1] + units[1]
    return label.removeprefix(digits[1]) if bare_ten and value < 20 and label.startswith(ten) else label


def _chinese(value: int) -> str:
    return counted(value, _HAN, _UNITS, bare_ten=True)


def _chinese_below_hundred(value: int) -> str:
    """Word's plain Chinese counting gives up its units from a hundred on."""
    return _chinese(value) if value < 100 else _digits(value)


def _japanese(value: int) -> str:
    label = counted(value, _HAN, _UNITS, bare_ten=False).replace("零", "")
    for unit in _UNITS[1:]:
        label = label.replace("一" + unit, unit)
    return label


def _legal(value: int) -> str:
    return counted(value, _LEGAL, _LEGAL_UNITS, bare_ten=False)


def _digits(value: int) -> str:
    return "".join(_CIRCLE_HAN[int(digit)] for digit in str(value))


def _roman(value: int) -> str:
    label = ""
    for size, sign in _ROMAN:
        label += sign * (value // size)
        value %= size
    return label


def _letters(value: int) -> str:
    """Behind z come aa, bb, cc: a letter is said again, not counted on."""
    turns, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _words(value: int) -> str:
    if value < len(_ONES):
        return _ONES[value]
    if value >= 100:
        return ""
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones].lower()}" if ones else "")


def _wide(value: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


def _within(first: str, most: int) -> Callable[[int], str]:
    """The signs of a row of characters that ends at `most`."""
    return lambda value: chr(ord(first) + value - 1) if value <= most else ""


def _circled(value: int) -> str:
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= value <= high:
            return chr(ord(first) + value - low)
    return ""


def _of(row: str) -> Callable[[int], str]:
    return lambda value: row[(value - 1) % len(row)]


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCountingThousand", "taiwaneseCountingThousand"), _chinese),
    **dict.fromkeys(("chineseCounting", "taiwaneseCounting", "koreanCounting"), _chinese_below_hundred),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), _legal),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digits),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _wide),
    "japaneseCounting": _japanese,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographEnclosedCircle": _within("㊀", 10),
    "decimalEnclosedParen": _within("⑴", 20),
    "decimalEnclosedFullstop": _within("⒈", 20),
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": _words,
}
