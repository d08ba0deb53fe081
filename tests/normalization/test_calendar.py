"""Named units of the calendar, durations and recurrences."""

from datetime import date

import pytest

from policy_nlp.normalization import calendar
from policy_nlp.normalization.calendar import duration, first_day, fiscal_last_day, last_day, rrule
from policy_nlp.normalization.times.lunar import lunar_day, solar_term


def test_last_day_of_the_smallest_unit() -> None:
    assert last_day(2026) == "2026-12-31"
    assert last_day(2026, 6) == "2026-06-30"
    assert last_day(2024, 2) == "2024-02-29"
    assert last_day(2026, 6, 5) == "2026-06-05"
    assert last_day(2026, quarter=3) == "2026-09-30"
    assert last_day(2026, half=1) == "2026-06-30"
    assert [last_day(2026, 6, part=part) for part in ("early", "mid", "late")] == [
        "2026-06-10",
        "2026-06-20",
        "2026-06-30",
    ]


def test_first_day_of_the_smallest_unit() -> None:
    assert first_day(2026, quarter=4) == "2026-10-01"
    assert first_day(2026, 6, part="mid") == "2026-06-11"
    assert first_day(2026, part="late") == "2026-09-01"


@pytest.mark.parametrize("named", [(2026, 6, 31), (2026, 13), (2026, 2, 29), (0,), (10_000,), (2026, 0), (2026, 6, 0)])
def test_impossible_dates_are_none(named: tuple[int, ...]) -> None:
    assert last_day(*named) is None


def test_impossible_quarters_and_halves_are_none() -> None:
    assert last_day(2026, quarter=5) is None
    assert last_day(2026, half=3) is None


def test_fiscal_years_end_in_the_year_of_their_name() -> None:
    assert fiscal_last_day(2024, start_month=10) == "2024-09-30"
    assert fiscal_last_day(2024, start_month=10, quarter=1) == "2023-12-31"
    assert fiscal_last_day(2014, start_month=4) == "2014-03-31"
    assert fiscal_last_day(2024, start_month=1) == "2024-12-31"
    assert fiscal_last_day(2024, start_month=13) is None


def test_durations() -> None:
    assert duration(years=1) == "P1Y"
    assert duration(months=1.5) == "P1.5M"
    assert duration(days=36, hours=5, minutes=30) == "P36DT5H30M"
    assert duration(business_days=15) == "P15BD"
    assert duration() == "P0D"


def test_recurrences() -> None:
    assert rrule("monthly", monthday=25) == "FREQ=MONTHLY;BYMONTHDAY=25"
    assert rrule("MONTHLY", 6) == "FREQ=MONTHLY;INTERVAL=6"
    assert rrule("YEARLY", month=12, monthday=20) == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20"


def test_moving_days() -> None:
    assert calendar.add_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert calendar.add_months(date(9999, 12, 1), 1) is None
    assert calendar.add_days(date.max, 1) is None
    assert calendar.add_business_days(date(2025, 3, 14), 1) == date(2025, 3, 17)
    assert calendar.add_business_days(date(2025, 3, 17), -1) == date(2025, 3, 14)


def test_lunar_days() -> None:
    assert lunar_day(2025, 1, 1) == date(2025, 1, 29)
    assert lunar_day(2025, 8, 15) == date(2025, 10, 6)
    assert lunar_day(2023, 3, 1) == date(2023, 4, 20)
    assert lunar_day(2024, 12, -1) == date(2025, 1, 28)
    assert lunar_day(1800, 1, 1) is None


def test_solar_terms() -> None:
    assert solar_term(2026, 12, 21.94) == date(2026, 12, 22)
    assert solar_term(1999, 4, 4.81) is None
