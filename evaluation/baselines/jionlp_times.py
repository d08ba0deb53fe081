"""JioNLP's times as deadlines, its results written the way of our format where they can be."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from evaluation.baselines.found import Found, first_year, lines

_PERIODS = {"year": "YEARLY", "month": "MONTHLY", "week": "WEEKLY", "day": "DAILY"}
_LENGTHS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_RANGE = ("至", "—", "～", "-")


def jionlp_times(text: str, language: str) -> list[Found]:
    """Return the times that JioNLP extracts from Chinese; dates without a year are of the first year in the text."""
    base = {"year": first_year(text) or 2020, "month": 1, "day": 1}
    # It logs a traceback for each string that it takes for a time and then cannot parse.
    logging.disable(logging.ERROR)
    try:
        return [one for offset, line in lines(text) for one in _times(line, offset, base)]
    finally:
        logging.disable(logging.NOTSET)


def _times(line: str, offset: int, base: Mapping[str, int]) -> Iterator[Found]:
    import jionlp

    for one in jionlp.ner.extract_time(line, time_base=base, with_parsing=True):
        start, end = one["offset"]
        yield Found(offset + start, offset + end, "time", {"value": value(one)})


def value(one: Mapping[str, Any]) -> str | None:
    """Return the value of a time: its last day, a period where it names two ends, a recurrence or a length.

    >>> ends = ["2024-01-01 00:00:00", "2026-12-31 23:59:59"]
    >>> value({"text": "2026年底前", "type": "time_span", "detail": {"time": ends}})
    '2026-12-31'
    >>> value({"text": "每季度", "type": "time_period", "detail": {"time": {"delta": {"month": 3}, "point": None}}})
    'FREQ=MONTHLY;INTERVAL=3'
    """
    time = one["detail"]["time"]
    if one["type"] == "time_period":
        return _recurrence(time["delta"])
    if one["type"] == "time_delta":
        return _length(time if isinstance(time, dict) else {})
    first, last = (moment[:10] for moment in time)
    return f"{first}/{last}" if any(mark in one["text"] for mark in _RANGE) else str(last)


def _recurrence(delta: Mapping[str, Any]) -> str | None:
    return next((f"FREQ={name};INTERVAL={delta[unit]:g}" for unit, name in _PERIODS.items() if delta.get(unit)), None)


def _length(delta: Mapping[str, Any]) -> str | None:
    return next((f"P{delta[unit]:g}{sign}" for unit, sign in _LENGTHS.items() if delta.get(unit)), None)
