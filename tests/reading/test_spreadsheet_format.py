"""Values of cells as a person sees them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from policy_nlp.reading.spreadsheet_format import Value, shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (None, "General", ""),
        ("", "0%", ""),
        (7.0, "General", "7"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "1e+20"),
        (0.955, "0.0%", "95.5%"),
        (0.9, "0.##%", "90%"),
        (1, "0%", "100%"),
        (12345.6, "#,##0", "12,346"),
        (12345.6, "#,##0.00", "12,345.60"),
        (300, '0"万元"', "300万元"),
        (300, '"≥"0', "≥300"),
        (300, "0\\件", "300件"),
        (-5, "0;-0", "-5"),
        (0, '0;-0;"无"', "无"),
        (2025, '0"年"', "2025年"),
        (3.5, "[Red]0.0_ ", "3.5"),
        (42, "@", "42"),
        (True, "General", "TRUE"),
        (date(2025, 6, 30), "General", "2025-06-30"),
        (date(2025, 6, 30), "mm-dd-yy", "2025-06-30"),
        (date(2025, 6, 30), "[$-F800]dddd, mmmm dd, yyyy", "Monday, June 30, 2025"),
        (date(2025, 6, 3), "yyyy/m/d;@", "2025/6/3"),
        (date(2025, 6, 3), '[$-804]yyyy"年"mm"月"dd"日";@', "2025年06月03日"),
        (datetime(2025, 6, 3, 9, 30), "d mmm yyyy", "3 Jun 2025"),
        (date(2025, 6, 3), "d-mmm-yy", "3 Jun 2025"),
        (time(9, 30), "h:mm", "09:30:00"),
    ],
)
def test_shown(value: Value, code: str, text: str) -> None:
    assert shown(value, code) == text
