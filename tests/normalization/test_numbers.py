"""The value of single written numbers."""

import pytest

from policy_nlp.normalization.numbers import approximate, least, parse

CHINESE = [
    ("1,200", 1200),
    ("1 200", 1200),
    ("3.5万", 35000),
    ("三十万", 300000),
    ("1.2亿", 120000000),
    ("两千四百五", 2450),
    ("一百二", 120),
    ("一百零二", 102),
    ("六百零五万", 6050000),
    ("一百三十万五", 1305000),
    ("一万零百一十六", 10116),
    ("5万4千6百", 54600),
    ("300亿零二千150", 30000002150),
    ("20萬萬", 2000000000),
    ("壹仟零玖拾", 1090),
    ("廿五", 25),
    ("卅", 30),
    ("二〇二七", 2027),
    ("半", 0.5),
    ("半百", 50),
    ("三分之二", 2 / 3),
    ("负三分之二", -2 / 3),
    ("十又五分之一", 10.2),
    ("三点一四", 3.14),
    ("三点五万", 35000),
    ("四百亿点零五", 40000000000.05),
    ("三 百 五十", 350),
    ("-10.1", -10.1),
    ("1/3", 1 / 3),
    ("2.5k", 2500),
]
ENGLISH = [
    ("twenty-five", 25),
    ("Twenty five", 25),
    ("one hundred and six", 106),
    ("two hundred and two thousand", 202000),
    ("fifteen hundred", 1500),
    ("1.2 million", 1200000),
    ("1,674,200.5 M", 1674200500000),
    ("100k", 100000),
    ("a dozen", 12),
    ("half a dozen", 6),
    ("half", 0.5),
    ("a half", 0.5),
    ("one third", 1 / 3),
    ("three twenty-firsts", 1 / 7),
    ("twenty-three fifths", 4.6),
    ("one out of four", 0.25),
    ("1 over 8", 0.125),
    ("2 3/4", 2.75),
    ("¾", 0.75),
    ("two and a half", 2.5),
    ("two and a half million", 2500000),
    ("half a million", 500000),
    ("one billion and three quarters", 1750000000),
    ("three point one four", 3.14),
    ("minus ten", -10),
    ("3 hundred and 21", 321),
]
NONE_IN_CHINESE = ["十几", "几百", "二三十", "点零", "三四十五", "", " ", "百分之五", "甲", "3天", "三十四十", "一点两"]
NONE_IN_ENGLISH = ["several", "a", "and", "three four", "twenty twenty", "a second", "third", "", "ten percent"]


@pytest.mark.parametrize(("quote", "value"), CHINESE)
def test_chinese(quote: str, value: float) -> None:
    assert parse(quote, language="zh") == pytest.approx(value)


@pytest.mark.parametrize(("quote", "value"), ENGLISH)
def test_english(quote: str, value: float) -> None:
    assert parse(quote, language="en") == pytest.approx(value)


@pytest.mark.parametrize("quote", NONE_IN_CHINESE)
def test_no_value_in_chinese(quote: str) -> None:
    assert parse(quote, language="zh") is None


@pytest.mark.parametrize("quote", NONE_IN_ENGLISH)
def test_no_value_in_english(quote: str) -> None:
    assert parse(quote, language="en") is None


def test_whole_values_are_integers() -> None:
    assert isinstance(parse("1.1亿", language="zh"), int)
    assert isinstance(parse("0.5", language="zh"), float)


@pytest.mark.parametrize(("quote", "value"), [("十多万", 100000), ("500余", 500), ("一百零几万", 1000000)])
def test_what_a_vague_number_goes_beyond(quote: str, value: int) -> None:
    assert least(quote, language="zh") == value


def test_neighbors_are_no_number() -> None:
    assert approximate("七八十", language="zh")
    assert not approximate("七十八", language="zh")


def test_a_very_long_quote_has_no_value() -> None:
    assert parse("9" * 10_000, language="en") is None
