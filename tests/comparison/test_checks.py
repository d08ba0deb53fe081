"""Each check finds what it is about; a case is named after its code."""

from __future__ import annotations

from string import Formatter

import pytest

from policy_nlp.comparison.checks import CHECKS
from policy_nlp.comparison.records import FindingType
from policy_nlp.comparison.settings import default_severities
from policy_nlp.messages import catalogue
from tests.comparison.conftest import Compare, types

ITEM = (
    "1.整治病险水库。对病险水库逐座除险加固，2025年底前完成整治。落实管护经费。（省水利厅牵头，省财政厅、省公安厅配合）"
)
LOCAL = (
    "1.整治病险水库。对病险水库逐座除险加固，2025年底前完成整治。落实管护经费。（市水利局牵头，市财政局、市公安局配合）"
)
RATE = "1.培训巡查人员。组织巡查人员参加培训，培训合格率达到90%。（省水利厅牵头）"
RATE_LOCAL = RATE.replace("省水利厅", "市水利局")

CASES = {
    "G101": (ITEM, "1.种植油茶。扩种油茶林，扶持榨油作坊。", ["extra_task", "missing_task"]),
    "G102": (
        ITEM.replace("落实管护经费", "为下游村庄安装预警广播和水位标尺"),
        LOCAL.replace("落实管护经费。", ""),
        ["partial_task"],
    ),
    "G201": (
        ITEM,
        LOCAL.replace("市水利局牵头，市财政局、市公安局配合", "市财政局、市公安局按职责分工负责"),
        ["missing_lead"],
    ),
    "G202": (ITEM, LOCAL.replace("市水利局", "市农业农村局"), ["different_lead"]),
    "G203": (ITEM, LOCAL.replace("、市公安局", ""), ["missing_co"]),
    "N201": (ITEM, LOCAL.replace("市公安局", "市公安局、市气象局"), ["extra_co"]),
    "G301": (ITEM, LOCAL.replace("2025年底前", ""), ["missing_deadline"]),
    "G302": (ITEM, LOCAL.replace("2025年", "2026年"), ["later_deadline"]),
    "G303": (ITEM, LOCAL.replace("2025年底前", "每半年"), ["incomparable_deadline"]),
    "N301": (ITEM, LOCAL.replace("2025年底", "2025年6月底"), ["earlier_deadline"]),
    "G401": (RATE, RATE_LOCAL.replace("，培训合格率达到90%", ""), ["missing_target"]),
    "G402": (RATE, RATE_LOCAL.replace("90%", "75%"), ["weaker_target"]),
    "G403": (RATE, RATE_LOCAL.replace("培训合格率达到90%", "培训合格人员不少于60名"), ["incomparable_target"]),
    "N401": (RATE, RATE_LOCAL.replace("90%", "98%"), ["stronger_target"]),
}


@pytest.mark.parametrize("code", sorted(CASES))
def test_the_check_finds_its_case_and_nothing_else(against: Compare, code: str) -> None:
    template, local, expected = CASES[code]
    comparison = against(template, local)
    assert types(comparison) == expected
    assert code in {finding.code for finding in comparison.findings}


@pytest.mark.parametrize("template", [ITEM, RATE])
def test_names_one_level_down_are_no_gap(against: Compare, template: str) -> None:
    local = template.replace("省水利厅", "市水利局").replace("省财政厅", "市财政局").replace("省公安厅", "市公安局")
    assert types(against(template, local)) == []


def test_a_class_covers_its_members(against: Compare) -> None:
    assert types(against(ITEM, LOCAL.replace("市财政局、市公安局配合", "市财政局等部门配合"))) == []


def test_every_check_has_its_messages_and_a_severity() -> None:
    for check in CHECKS:
        english, chinese = (catalogue(lang)[f"comparison.{check.code}"] for lang in ("en", "zh"))
        assert check.message == english, "the docstring of a check is its message"
        assert _fields(english) >= _fields(chinese)
        assert check.type in default_severities()


def test_each_type_has_one_check() -> None:
    assert sorted(check.type for check in CHECKS) == sorted(FindingType)
    assert len({check.code for check in CHECKS}) == len(CHECKS)


def _fields(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}
