"""Microsoft's Recognizers-Text: its dates, ranges, durations and sets as deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from evaluation.baselines.found import Found, first_year, lines

_CULTURES = {"zh": "zh-cn", "en": "en-us"}
_TYPES = ("date", "daterange", "duration", "set")
_LENGTH = re.compile(r"P(\d{1,4})([YMWD])")
_PERIODS = {"Y": "YEARLY", "M": "MONTHLY", "W": "WEEKLY", "D": "DAILY"}


def recognizers_times(text: str, language: str) -> Iterator[Found]:
    """Yield what Recognizers-Text recognizes; dates without a year are of the first year in the text."""
    from recognizers_date_time import recognize_datetime

    reference = datetime(first_year(text) or 2020, 1, 1)
    for offset, line in lines(text):
        for one in recognize_datetime(line, _CULTURES[language], reference=reference):
            kind = one.type_name.removeprefix("datetimeV2.")
            if kind in _TYPES:
                yield Found(offset + one.start, offset + one.end + 1, "time", {"value": value(kind, one.resolution)})


def value(kind: str, resolution: Mapping[str, Any] | None) -> str | None:
    """Return the value of what was recognized: the last day of a range, the first of several readings.

    >>> value("daterange", {"values": [{"timex": "2026", "start": "2026-01-01", "end": "2027-01-01"}]})
    '2026-12-31'
    >>> value("set", {"values": [{"timex": "P3M", "value": "not resolved"}]})
    'FREQ=MONTHLY;INTERVAL=3'
    """
    first = (resolution or {}).get("values") or [{}]
    timex, stated = str(first[0].get("timex", "")), first[0].get("value")
    if kind == "daterange":
        return _day_before(first[0].get("end"))
    if kind == "date":
        return stated if stated and stated[:4].isdigit() else None
    length = _LENGTH.fullmatch(timex)
    if length is None:
        return None
    return timex if kind == "duration" else f"FREQ={_PERIODS[length[2]]};INTERVAL={length[1]}"


def _day_before(end: str | None) -> str | None:
    return str(date.fromisoformat(end) - timedelta(days=1)) if end else None
