"""Fiscal years are the issuer's: the option first, then what the text says, then signs of who issued it."""

from __future__ import annotations

import pytest

from policy_nlp import parse

EN = """# Harbor Renewal Plan
{issuer}

- Open six hubs by {due}.
"""
ZH = """港口更新行动计划
{issuer}

一、主要任务

（一）更新渡轮。{due}完成更新，不得延误。
"""
PAGES = {"en": EN, "zh": ZH}


def value(language: str, issuer: str, due: str, fiscal_start: int | None = None) -> str | None:
    text = PAGES[language].format(issuer=issuer, due=due)
    found = [d for d in parse(text, language=language, fiscal_start=fiscal_start).deadlines if due in d.quote]
    assert len(found) == 1, text
    return found[0].value


@pytest.mark.parametrize(
    ("issuer", "due", "expected"),
    [
        ("U.S. Department of Energy, Office of Ports", "4Q FY24", "2024-09-30"),
        ("U.S. Department of Energy, Office of Ports", "the end of fiscal year 2026", "2026-09-30"),
        ("HM Government, Cabinet Office", "the end of 2013-14", "2014-03-31"),
        ("HM Government, Cabinet Office", "FY2025/26", "2026-03-31"),
        ("Australian Government", "the end of the 2025-26 financial year", "2026-06-30"),
        ("Transport for NSW, New South Wales", "Q2 FY25", "2024-12-31"),
        ("Government of India, Ministry of Ports", "FY25", "2025-03-31"),
        ("Government of New Zealand, Ministry of Ports", "FY26", "2026-06-30"),
        ("New York State Department of Ports", "FY26", "2026-03-31"),
        # a year that is named after the one in which it begins
        ("Government of Japan, Cabinet Office", "FY2025", "2026-03-31"),
        ("Government of Japan, Cabinet Office", "FY2025/26", "2026-03-31"),
        ("Our fiscal year runs from 1 September.", "FY26", "2026-08-31"),
        ("Port of Lorne", "FY26", "2026-12-31"),
    ],
)
def test_an_english_issuer_has_its_own_fiscal_year(issuer: str, due: str, expected: str) -> None:
    assert value("en", issuer, due) == expected


@pytest.mark.parametrize(
    ("issuer", "due", "expected"),
    [
        ("青禾县人民政府", "2026财年末", "2026-12-31"),
        ("青禾县人民政府", "2026财政年度上半年", "2026-06-30"),
        ("香港特别行政区政府", "2025-26财政年度末", "2026-03-31"),
        ("香港特别行政区政府", "2025/26财政年度内", "2026-03-31"),
        ("美国联邦政府", "2024财年第四季度前", "2024-09-30"),
        ("美国联邦政府", "到2026年财政年度末", "2026-09-30"),
        ("澳大利亚政府", "2025至2026财年底前", "2026-06-30"),
        ("日本内阁府", "到2025财年", "2026-03-31"),
        ("英国内阁办公室", "2026财年结束前", "2026-03-31"),
        ("本计划所称财政年度自每年9月开始。", "2026财政年度末", "2026-08-31"),
    ],
)
def test_a_chinese_plan_has_the_fiscal_year_of_its_issuer(issuer: str, due: str, expected: str) -> None:
    assert value("zh", issuer, due) == expected


@pytest.mark.parametrize(
    ("language", "issuer", "due", "start", "expected"),
    [
        ("en", "HM Government, Cabinet Office", "FY26", 7, "2026-06-30"),
        ("en", "Our fiscal year runs from 1 September.", "Q1 FY26", 10, "2025-12-31"),
        ("en", "Port of Lorne", "FY2025/26", 4, "2026-03-31"),
        ("zh", "青禾县人民政府", "2026财年末", 7, "2026-06-30"),
        ("zh", "香港特别行政区政府", "2025-26财政年度末", 10, "2026-09-30"),
    ],
)
def test_the_option_wins(language: str, issuer: str, due: str, start: int, expected: str) -> None:
    assert value(language, issuer, due, start) == expected


@pytest.mark.parametrize(
    ("language", "issuer", "due"), [("en", "Port of Lorne", "FY2025/26"), ("zh", "青禾县", "2025-26财年末")]
)
def test_a_year_of_two_has_no_value_where_nothing_tells_when_it_begins(language: str, issuer: str, due: str) -> None:
    text = PAGES[language].format(issuer=issuer, due=due)
    (due_found,) = parse(text, language=language).deadlines
    assert (due_found.value, due_found.reason) == (None, "nothing tells when its fiscal year begins")


def test_a_month_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no month: 13"):
        parse("# Plan\n\n- Open six hubs by FY26.", fiscal_start=13)
