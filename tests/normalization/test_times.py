"""Times in sentences as plans write them: open ends, carried years, fiscal years, and what is no time."""

from datetime import date, datetime
from typing import Any

import pytest

from policy_nlp import normalize

MAY = date(2025, 5, 20)


def read(text: str, language: str, **options: Any) -> list[tuple[str, Any]]:
    options.setdefault("reference_date", MAY)
    found = normalize.times(text, language=language, **options)
    return [(m.quote, m.to_json()["value"]) for m in found]


def days(start: str | None, end: str | None) -> dict[str, str | None]:
    return {"start": start, "end": end}


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("2026财年第四季度前完工。", "2026财年第四季度前", days(None, "2026-03-31")),
        ("2025-26财政年度安排资金。", "2025-26财政年度", days("2025-04-01", "2026-03-31")),
        ("到2027财年，渡轮全部更新。", "到2027财年", days(None, "2027-03-31")),
    ],
)
def test_chinese_fiscal_years_count_from_their_month(text: str, quote: str, value: dict[str, str | None]) -> None:
    assert read(text, "zh", fiscal_start=4) == [(quote, value)]
    assert read(text, "zh") == [(quote, None)]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("2026年6月底前完成管网改造。", "2026年6月底前", days(None, "2026-06-30")),
        ("2026年5月前完成立项。", "2026年5月前", days(None, "2026-05-31")),
        ("2026年之前取得许可的不再重复审批。", "2026年之前", days(None, "2025-12-31")),
        ("到2027年，覆盖率明显提高。", "到2027年", days(None, "2027-12-31")),
        ("２０２６年１０月至１２月开展评估。", "２０２６年１０月至１２月", days("2026-10-01", "2026-12-31")),
        ("集中攻坚（2025年10月-2026年3月）", "2025年10月-2026年3月", days("2025-10-01", "2026-03-31")),
        ("2025年11月至次年3月供暖。", "2025年11月至次年3月", days("2025-11-01", "2026-03-31")),
        ("“十五五”期间新建二十座站点。", "“十五五”期间", days("2026-01-01", "2030-12-31")),
        ("每3—5年修编一次规划。", "每3—5年", "FREQ=YEARLY;INTERVAL=5"),
        ("自2026年3月1日起施行。", "自2026年3月1日起", days("2026-03-01", None)),
        ("2026年第一、二季度各抽查一次。", "2026年第一、二季度", days("2026-01-01", "2026-06-30")),
        ("建设期2—3年。", "2—3年", {"min": "P2Y", "max": "P3Y"}),
    ],
)
def test_chinese_plans(text: str, quote: str, value: Any) -> None:
    assert read(text, "zh") == [(quote, value)]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("Publish the plan by the end of 2026.", "by the end of 2026", days(None, "2026-12-31")),
        ("Publish the plan by June 30, 2026.", "by June 30, 2026", days(None, "2026-06-30")),
        ("Publish no later than 1 May 2026.", "no later than 1 May 2026", days(None, "2026-05-01")),
        ("Pilots run November to February 2027.", "November to February 2027", days("2026-11-01", "2027-02-28")),
        ("Pilots run Jan. 2026 – Dec. 2027.", "Jan. 2026 – Dec. 2027", days("2026-01-01", "2027-12-31")),
        ("Budgets for 2026/27 are set.", "2026/27", days("2026-01-01", "2027-12-31")),
        ("It is revised every 3 to 5 years.", "every 3 to 5 years", "FREQ=YEARLY;INTERVAL=5"),
        ("Sites are visited at least twice per year.", "twice per year", "FREQ=YEARLY"),
        ("Answer within 10 business days.", "within 10 business days", days("2025-05-20", "2025-06-02")),
        ("A lease runs three\nyears.", "three\nyears", "P3Y"),
    ],
)
def test_english_plans(text: str, quote: str, value: Any) -> None:
    assert read(text, "en") == [(quote, value)]


@pytest.mark.parametrize(
    "text",
    [
        "联系电话010-2018-2025",
        "第三方评估",
        "6月31日",
        "由2号楼物业负责",
        "通过验收",
        "增长2025.5吨",
        "零部件",
        "十几天",
    ],
)
def test_no_times_in_chinese(text: str) -> None:
    assert read(text, "zh") == []


@pytest.mark.parametrize(
    "text",
    [
        "Applicants may appeal.",
        "Call 555 0100-2025-2030.",
        "See https://example.org/a?id=410c74a8-1987-4ea7-8418",
        "a second round of the end of the road",
        "They march on.",
        "30 February 2026 or 2026-02-30",
        "$2000 of funds",
    ],
)
def test_no_days_in_english(text: str) -> None:
    assert [value for _, value in read(text, "en") if isinstance(value, str) and value[0] == "2"] == []


def test_the_nearest_year_is_taken() -> None:
    assert read("12月20日", "zh", reference_date=date(2025, 1, 5)) == [("12月20日", "2024-12-20")]
    assert read("20 December", "en", reference_date=date(2025, 11, 5)) == [("20 December", "2025-12-20")]
    assert read("2月29日", "zh", reference_date=date(2025, 3, 1)) == [("2月29日", "2024-02-29")]


def test_without_a_reference_date_relative_times_have_no_value() -> None:
    assert read("明年6月和2026年6月", "zh", reference_date=None) == [
        ("明年6月", None),
        ("2026年6月", days("2026-06-01", "2026-06-30")),
    ]
    assert read("within 30 days", "en", reference_date=None) == [("within 30 days", None)]


def test_a_moment_counts_as_its_day() -> None:
    assert read("tomorrow", "en", reference_date=datetime(2025, 5, 20, 23, 59)) == [("tomorrow", "2025-05-21")]


def test_a_fiscal_year_needs_its_start() -> None:
    text = "Complete by 4Q FY24."
    assert read(text, "en") == [("by 4Q FY24", None)]
    assert read(text, "en", fiscal_start=10) == [("by 4Q FY24", days(None, "2024-09-30"))]
    assert read("2026-27", "en", fiscal_start=4) == [("2026-27", days("2026-04-01", "2027-03-31"))]


def test_kinds() -> None:
    text = "tomorrow at noon, this week, 3 days, weekly"
    kinds = [m.kind.value for m in normalize.times(text, language="en", reference_date=MAY)]
    assert kinds == ["datetime", "interval", "duration", "recurrence"]
