"""One reading of dates and quantities: what a text says in words and figures, as values with their spans."""

from __future__ import annotations

from datetime import date, datetime

from policy_nlp.normalization.mentions import Bounds, Interval, QuantityKind, QuantityMention, TimeKind, TimeMention
from policy_nlp.normalization.quantities.find import find as _find_quantities
from policy_nlp.normalization.times.find import find as _find_times

__all__ = ["Bounds", "Interval", "QuantityKind", "QuantityMention", "TimeKind", "TimeMention", "quantities", "times"]


def times(
    text: str, *, language: str, reference_date: date | None = None, fiscal_start: int | None = None
) -> tuple[TimeMention, ...]:
    """Return every date, interval, duration and recurrence in `text`, with spans that index the raw text.

    Relative dates count from `reference_date`; without one their value is None. A date without a year takes the year
    nearest to it. A fiscal year has a value where `fiscal_start` gives the month in which it starts for the issuer.
    An interval includes both its ends; None is an open end.

    >>> [(m.quote, m.value) for m in times("2025年6月底前完成，每季度报告一次。", language="zh")]
    [('2025年6月底前', Interval(start=None, end='2025-06-30')), ('每季度', 'FREQ=MONTHLY;INTERVAL=3')]
    """
    day = reference_date.date() if isinstance(reference_date, datetime) else reference_date
    return _find_times(text, language=language, reference_date=day, fiscal_start=fiscal_start)


def quantities(text: str, *, language: str) -> tuple[QuantityMention, ...]:
    """Return every number, percentage and comparison in `text`, with spans that index the raw text.

    Percentages are in points. A comparison overlaps the number that it is about; 以上, 以下 and 以内 include it.

    >>> [(m.quote, m.kind.value, m.value, m.op) for m in quantities("at least 75% of 1,200 staff", language="en")]
    [('at least 75%', 'comparison', 75, '>='), ('75%', 'percent', 75, None), ('1,200', 'number', 1200, None)]
    """
    return _find_quantities(text, language=language)
