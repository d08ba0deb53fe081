"""What counts as equal, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.scoring.comparable import core, due_value, measure, quantity


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  一是开展检查；", "一是开展检查"),
        ("| 完善台账。 |", "完善台账"),
        ("（一）摸清底数。（市教育局）", "（一）摸清底数。（市教育局"),
        ("——", ""),
    ],
)
def test_core_drops_what_is_taste(text: str, kept: str) -> None:
    assert text[slice(*core((0, len(text)), text))] == kept


@given(st.text(alphabet="*|。 一A)—"), st.data())
def test_core_lies_inside_and_is_stable(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inner = core((start, end), text)
    assert start <= inner[0] <= inner[1] <= end
    assert core(inner, text) == inner


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P1Y", "P12M"),
        ("P1Y6M", "P18M"),
        ("P2W", "P14D"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20", "FREQ=YEARLY;BYMONTHDAY=20;BYMONTH=12"),
        ("FREQ=MONTHLY;INTERVAL=12", "RRULE:FREQ=YEARLY"),
        ("freq=monthly; interval=1", "FREQ=MONTHLY"),
        (" 2024-12-31", "2024-12-31"),
        (None, None),
    ],
)
def test_due_values_that_mean_the_same(one: str | None, other: str | None) -> None:
    assert due_value(one) == due_value(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P30D", "P1M"),
        ("FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY"),
        ("2024-12-31", "2024-01-01/2024-12-31"),
        ("2024-12-31", None),
        ("P", "P0D"),
    ],
)
def test_due_values_that_differ(one: str | None, other: str | None) -> None:
    assert due_value(one) != due_value(other)


def test_numbers_are_equal_by_value() -> None:
    assert quantity(75) == quantity(75.0000001)
    assert quantity((1, 2)) != quantity((2, 1))
    assert quantity(1) != quantity((1, 1))


@pytest.mark.parametrize("unit", ["%", "％", " Percent ", "per cent", "百分比"])
def test_per_cent_has_one_form(unit: str) -> None:
    assert measure(unit) == "%"


@pytest.mark.parametrize("unit", [None, "", "万元", "个百分点", "‰"])
def test_other_units_are_not_judged(unit: str | None) -> None:
    assert measure(unit) == ""
