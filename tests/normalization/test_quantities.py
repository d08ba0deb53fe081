"""Numbers, percentages and comparisons in running text."""

from typing import Any

import pytest

from policy_nlp import normalize


def read(text: str, language: str, kind: str) -> list[tuple[str, Any]]:
    found = normalize.quantities(text, language=language)
    return [(m.quote, m.to_json()["value"]) for m in found if m.kind.value == kind]


def compared(text: str, language: str) -> list[tuple[str, str | None, Any]]:
    found = normalize.quantities(text, language=language)
    return [(m.quote, m.op, m.to_json()["value"]) for m in found if m.kind.value == "comparison"]


def bounds(low: float | None, high: float | None, *, open_low: bool = False, open_high: bool = False) -> dict[str, Any]:
    return {"min": low, "max": high, "min_inclusive": not open_low, "max_inclusive": not open_high}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新建三个站点、改造2.5万户", [("三", 3), ("2.5万", 25000)]),
        ("投资十多万元", [("十多万", 100000)]),
        ("二三十户", []),
        ("收款叁佰元伍角", [("叁佰元伍角", 300.5)]),
        ("一切服从统一安排，进一步收拾队伍", [("一", 1)]),
        ("2^-2与1.5e3", [("2^-2", 0.25), ("1.5e3", 1500)]),
        ("三分之一的村", [("三分之一", 1 / 3)]),
        ("上半年", []),
    ],
)
def test_numbers_in_chinese(text: str, found: list[tuple[str, Any]]) -> None:
    assert read(text, "zh", "number") == [(quote, pytest.approx(value)) for quote, value in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twenty-five sites and 1.2 million trees", [("twenty-five", 25), ("1.2 million", 1200000)]),
        ("one in five of this one", [("one", 1), ("five", 5)]),
        ("the 4th of several hundred", []),
        ("1, 234 and 1 234 567", [("1", 1), ("234", 234), ("1 234 567", 1234567)]),
        ("host 10.20.30.40", [("10.20", 10.2), ("30.40", 30.4)]),
        ("three-nought-four", [("three", 3), ("nought", 0), ("four", 4)]),
    ],
)
def test_numbers_in_english(text: str, found: list[tuple[str, Any]]) -> None:
    assert read(text, "en", "number") == [(quote, pytest.approx(value)) for quote, value in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("达到百分之八十五", [("百分之八十五", 85)]),
        ("提高2.5个百分点", [("2.5个百分点", 2.5)]),
        ("不足三成", [("三成", 30)]),
        ("八成半", [("八成半", 85)]),
        ("打七五折、六折", [("七五折", 75), ("六折", 60)]),
        ("成立三个专班", []),
        ("８０％", [("８０％", 80)]),
        ("二三十个百分点", []),
    ],
)
def test_percentages_in_chinese(text: str, found: list[tuple[str, Any]]) -> None:
    assert read(text, "zh", "percent") == found


def test_percentages_in_english() -> None:
    text = "75%, ten per cent, percent of twelve and 3 percentage points; ?q=30%25%2020%"
    assert read(text, "en", "percent") == [
        ("75%", 75),
        ("ten per cent", 10),
        ("percent of twelve", 12),
        ("3 percentage points", 3),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("不低于75%", ("不低于75%", ">=", 75)),
        ("20人以上", ("20人以上", ">=", 20)),
        ("控制在3天以内", ("3天以内", "<=", 3)),
        ("超过1/2", ("超过1/2", ">", 0.5)),
        ("不足一百", ("不足一百", "<", 100)),
        ("500余家", ("500余", ">", 500)),
        ("100左右", ("100左右", "~", 100)),
        ("在第十和第十五之间", ("在第十和第十五之间", "=", bounds(10, 15))),
        ("3—5万亩", ("3—5万", "=", bounds(30000, 50000))),
        ("大于等于一百小于三百", ("大于等于一百小于三百", "=", bounds(100, 300, open_high=True))),
        ("比170小", ("比170小", "<", 170)),
        ("≥50", ("≥50", ">=", 50)),
    ],
)
def test_comparisons_in_chinese(text: str, found: tuple[str, str, Any]) -> None:
    assert compared(text, "zh") == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least 75% of staff", ("at least 75%", ">=", 75)),
        ("no more than 12 sites", ("no more than 12", "<=", 12)),
        ("5 or more sites", ("5 or more", ">=", 5)),
        ("less than 5000 or equal", ("less than 5000 or equal", "<=", 5000)),
        ("exceeding $150", ("exceeding $150", ">", 150)),
        ("< = 100", ("< = 100", "<=", 100)),
        ("about 20 sites", ("about 20", "~", 20)),
        ("between 10 and 20 sites", ("between 10 and 20", "=", bounds(10, 20))),
        ("10–15 %", ("10–15 %", "=", bounds(10, 15))),
        ("2-3 million trees", ("2-3 million", "=", bounds(2_000_000, 3_000_000))),
        (
            "more than 5 and less than 9",
            ("more than 5 and less than 9", "=", bounds(5, 9, open_low=True, open_high=True)),
        ),
    ],
)
def test_comparisons_in_english(text: str, found: tuple[str, str, Any]) -> None:
    assert compared(text, "en") == [found]


def test_limits_that_contradict_each_other_stay_apart() -> None:
    assert [op for _, op, _ in compared("no more than 12 and more than 194", "en")] == ["<=", ">"]
    assert [op for _, op, _ in compared("more than 5000 or equal to 6000", "en")] == [">", "="]


def test_the_unit_of_a_percentage_is_told() -> None:
    (limit,) = (m for m in normalize.quantities("20%以上", language="zh") if m.op)
    assert limit.unit == "%"
