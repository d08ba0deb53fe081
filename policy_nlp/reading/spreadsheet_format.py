"""The value of a cell as a person sees it: dates, shares and numbers by their format code."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell can hold."""

_SECTION = re.compile(r'("[^"]{0,200}"|\\.|[^;"\\]){0,400}')
_QUIET = re.compile(r"\[[^\[\]]{0,60}\]|_.|\*.")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]{0,200})"|\\(?P<escaped>.)|(?P<code>y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|am/pm)|(?P<plain>.)', re.I
)
_DATE_CODES = re.compile(r"[ymd]", re.I)
_QUOTED = re.compile(r'"[^"]{0,200}"|\\.')
_NUMBER = re.compile(r"(?P<grouped>#,##)?[#0?]{1,20}(?:\.(?P<decimals>[0#?]{1,20}))?(?P<share>%)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GENERAL = "General"


def shown(value: Value, code: str = GENERAL) -> str:
    """Return `value` as the format `code` shows it; a year always with four digits.

    >>> shown(0.85, "0%"), shown(1200, '#,##0"万元"'), shown(12.0), shown(date(2025, 6, 30), 'yyyy"年"m"月"')
    ('85%', '1,200万元', '12', '2025年6月')
    >>> shown(date(2025, 6, 30)), shown(date(2025, 6, 30), "mmm-yy")
    ('2025-06-30', 'Jun 2025')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, code)
    return _moment(value, code) if isinstance(value, date | time) else str(value)


def _number(value: float, code: str) -> str:
    bare = _QUIET.sub("", "" if code.lower() == GENERAL.lower() else _section(value, code))
    match = _NUMBER.search(_QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), bare))
    if match is None:
        return (value == 0 and "@" not in bare and _literals(bare)) or _plain(value)
    decimals = match["decimals"] or ""
    number = value * 100 if match["share"] else value
    text = f"{number:,.{len(decimals)}f}" if match["grouped"] else f"{number:.{len(decimals)}f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    text = _without_zeros(text, optional) + (match["share"] or "")
    return _literals(bare[: match.start()]) + text + _literals(bare[match.end() :])


def _section(value: float, code: str) -> str:
    """The part of a format for this value: positive; negative; zero. A minus sign is always shown."""
    parts = [match[0] for match in _SECTION.finditer(code) if match[0]]
    zero = value == 0 and len(parts) > 2
    return parts[2] if zero else parts[0] if parts else GENERAL


def _without_zeros(text: str, optional: int) -> str:
    for _ in range(optional):
        text = text.removesuffix("0")
    return text.removesuffix(".")


def _plain(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.11g}"


def _literals(code: str) -> str:
    return "".join(match["quoted"] or match["escaped"] or match["plain"] or "" for match in _TOKEN.finditer(code))


def _moment(value: date | time, code: str) -> str:
    bare = _QUIET.sub("", code.split(";")[0])
    if isinstance(value, time) or not _DATE_CODES.search(_QUOTED.sub("", bare)):
        return value.isoformat()
    # Where the order depends on the computer that shows it, the sheet itself names none.
    if bare.lower() in ("mm-dd-yy", "m/d/yy", "m/d/yy h:mm"):
        return date(value.year, value.month, value.day).isoformat()
    return "".join(_pieces(value, bare)).strip().replace("-", " " if "mmm" in bare.lower() else "-")


def _pieces(value: date, code: str) -> list[str]:
    found = []
    for match in _TOKEN.finditer(code):
        literal = match["quoted"] or match["escaped"] or match["plain"]
        found.append(literal if literal is not None else _part(value, (match["code"] or "").lower()))
    return found


def _part(value: date, code: str) -> str:
    if code.startswith("y"):
        return f"{value.year:04}"
    if code.startswith("m"):
        month = _MONTHS[value.month - 1]
        return {"m": str(value.month), "mm": f"{value.month:02}", "mmm": month[:3], "mmmm": month}.get(code, month[0])
    if code.startswith("d"):
        day = _DAYS[value.weekday()]
        return {"d": str(value.day), "dd": f"{value.day:02}", "ddd": day[:3]}.get(code, day)
    return ""
