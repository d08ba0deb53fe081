"""What holds for every text: no crash, spans that index the text, and time that grows with its length."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp import normalize
from policy_nlp.lexicon.load import LANGUAGES
from policy_nlp.normalization.numbers import parse

REFERENCE = date(2025, 3, 12)
CHINESE = (
    "2025年 6月 30日 第一 季度 底 前 后 至 到 — 、 和 每 三 十 百 万 亿 零 点 半 个 天 周 周五 上 下 本 去年 "
    "以上 不 低于 % 百分之 成 分之 的 农历 初"
)
ENGLISH = (
    "2025 June 30 the first quarter end of by to - and every three ten hundred million half a day week Friday last "
    "next this year within ago from before after 1/2 % at least percent 12.5 Q3 FY24 ( ) , . '"
)
PIECES = {"zh": CHINESE.split(" "), "en": [*ENGLISH.split(" "), "\n"]}
REPEATED = {
    "zh": [
        "一年",
        "2025年6月30日、",
        "1日、",
        "三十",
        "1-",
        "的",
        "第",
        "每年",
        "6月至",
        "大于5",
        "十点",
        "2025-",
        "（",
        "百分之",
        "几",
    ],
    "en": [
        "June 5 ",
        "1/",
        "one ",
        "the ",
        "5 to ",
        "2025-",
        "every ",
        "first week of ",
        "and ",
        "last ",
        "a half ",
        "3 %",
    ],
}
TEXTS = {language: st.lists(st.sampled_from(PIECES[language]), max_size=30) for language in LANGUAGES}


def check_times(text: str, language: str) -> None:
    end = 0
    for mention in normalize.times(text, language=language, reference_date=REFERENCE):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.quote
        end = mention.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), day=st.dates())
def test_any_reference_date(language: str, data: st.DataObject, day: date) -> None:
    text = (" " if language == "en" else "").join(data.draw(TEXTS[language]))
    for mention in normalize.times(text, language=language, reference_date=day, fiscal_start=10):
        assert mention.quote in text


def check_quantities(text: str, language: str) -> None:
    for mention in normalize.quantities(text, language=language):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.quote


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=200))
def test_any_text(language: str, text: str) -> None:
    check_times(text, language)
    check_quantities(text, language)


@given(TEXTS["zh"].map("".join))
def test_any_chinese_words(text: str) -> None:
    check_times(text, "zh")
    check_quantities(text, "zh")


@given(TEXTS["en"].map(" ".join))
def test_any_english_words(text: str) -> None:
    check_times(text, "en")
    check_quantities(text, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(alphabet="0123456789.,-/:年月日十百万点一二三 %", max_size=60))
def test_any_figures(language: str, text: str) -> None:
    check_times(text, language)
    check_quantities(text, language)
    parse(text, language=language)


@given(st.dates())
def test_a_written_date_is_read_back(day: date) -> None:
    if day.year >= 1500:
        (found,) = normalize.times(f"{day.year}年{day.month}月{day.day}日", language="zh")
        assert found.value == day.isoformat()


@given(st.integers(0, 10**15))
def test_a_number_in_figures_is_read_back(number: int) -> None:
    assert parse(str(number), language="zh") == parse(f"{number:,}", language="en") == number


@pytest.mark.parametrize(
    ("language", "piece"), [(lang, piece) for lang, pieces in REPEATED.items() for piece in pieces]
)
def test_the_same_words_over_and_over(language: str, piece: str) -> None:
    text = piece * (4_000 // len(piece))
    started = time.process_time()
    check_times(text, language)
    check_quantities(text, language)
    assert time.process_time() - started < 8
