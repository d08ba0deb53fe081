"""Each check finds what it is for, and leaves alone what the guideline allows."""

from __future__ import annotations

import pytest

from corpus.building.card import header_faults
from corpus.building.checks import faults
from corpus.building.checks.registry import CHECKS
from corpus.building.sources import source_paths
from policy_nlp.conversion.marked import read_marked

WRONG = [
    ("D1", "zh", "<plan><task>县水利局要清淤。</task></plan>"),
    ("D2", "zh", "<task>县水利局要清淤。</task>"),
    ("S1", "zh", "<plan>方案\n<task>清淤。\n</task></plan>"),
    ("S1", "en", "<plan># Plan\n<task>The City will act.</task></plan>"),
    ("S2", "zh", "<plan>方案<task ~a>一是清淤。<task ~b>二是</task ~a>排查。</task ~b></plan>"),
    ("S2", "zh", "<plan>方案<task>清淤，<task>每月一次。</task></task></plan>"),
    ("N1", "zh", "<plan>方案<section type=tasks level=2>一、任务<task>清淤。</task></section></plan>"),
    ("N1", "zh", "<plan>方案<section type=tasks>任务<section type=schedule>安排</section></section></plan>"),
    ("N2", "zh", "<plan>方案<task n=二>（三）清淤。</task></plan>"),
    ("N2", "zh", "<plan>方案<task n=（三）>（三）清淤。</task></plan>"),
    ("N3", "zh", "<plan title=清淤计划>方案<task>清淤。</task></plan>"),
    ("M1", "zh", "<plan>方案<task>由<lead of=t2>县水利局</lead>牵头。</task><task>清淤。</task></plan>"),
    ("M2", "zh", "<plan>方案<task><by value=2025-12-31><by value=2025-12-31>年底前</by></by>清淤。</task></plan>"),
    ("U1", "zh", "<plan>方案<task>清淤。</task>（<lead of=->县水利局</lead>牵头）</plan>"),
    ("U1", "zh", "<plan><task><actor>各镇</actor>要清淤，<actor>各镇</actor>要排查。</task></plan>"),
    ("U2", "zh", "<plan><task>由<lead>县水利局等部门</lead>牵头。</task></plan>"),
    ("U2", "en", "<plan><task><actor>The Parks Department</actor> will plant trees.</task></plan>"),
    ("U2", "zh", "<plan><task>由<lead>县水利局、</lead>县住建局负责。</task></plan>"),
    ("U3", "zh", "<plan><task>由<lead>县<co>水利局</co></lead>牵头。</task></plan>"),
    ("T1", "zh", "<plan><task><by value=2025-06-31>6月底前</by>清淤。</task></plan>"),
    ("T1", "zh", "<plan><task><period value=2025-06-30/2025-06-01>6月</period>清淤。</task></plan>"),
    ("T1", "en", "<plan><task>Report <recurring value=monthly>monthly</recurring>.</task></plan>"),
    ("T2", "en", "<plan><task>Report <by>in summer 2026</by>.</task></plan>"),
    ("T2", "zh", "<plan><task>印发后<relative value=P30D anchor=发文之日>30日内</relative>报送。</task></plan>"),
    ("T2", "zh", "<plan><task><by value=2025-12-31>力争年底前</by>完成。</task></plan>"),
    ("Q5", "zh", '<plan><task>整改率<target value="=100%">达到100%</target>。</task></plan>'),
    ("Q1", "zh", '<plan><task>投诉量<target value="-10%">下降10%</target>。</task></plan>'),
    ("Q1", "zh", '<plan><task><target value=">=100%">达到100%</target>。</task></plan>'),
    ("Q1", "en", '<plan><task>Reach <target value=">=80percent">80 percent</target>.</task></plan>'),
    ("Q1", "zh", '<plan><task>新增接口<target value="=4.2万个">4.2万个</target>。</task></plan>'),
    ("Q2", "zh", "<plan><task>对企业<all>全面</all>排查。</task></plan>"),
    ("Q2", "zh", '<plan><task><all value=">=90%">全部</all>排查。</task></plan>'),
    ("Q3", "zh", '<plan><task>合格率<target value=">=95%" of=食堂>不低于95%</target>。</task></plan>'),
    ("Q4", "zh", '<plan><task><target value=">=95%" deadline=2025-12-31>不低于95%</target>。</task></plan>'),
]
HEADER = '+++\nid = "a"\nlanguage = "{language}"\n+++\n'


def codes(body: str, language: str) -> set[str]:
    return {fault.code for fault in faults(read_marked(HEADER.format(language=language) + body).document)}


@pytest.mark.parametrize(("code", "language", "body"), WRONG)
def test_a_check_finds_what_it_is_for(code: str, language: str, body: str) -> None:
    assert code in codes(body, language)


def test_every_check_has_a_case() -> None:
    told = {str(check.__doc__).partition(":")[0] for check in CHECKS}
    assert told == {code for code, _, _ in WRONG}


def test_what_is_right_is_left_alone() -> None:
    body = (
        "<plan>清淤方案\n<section n=一 type=tasks>一、任务\n<group><task n=1>1.清淤</task>\t<lead>县水利局</lead>\t"
        '<by value=2025-12-31>年底前</by></group>\n<task n=2>2.投诉量<target value="->=10%">下降10%以上</target>，'
        "<all>全部</all>办结。</task></section></plan>"
    )
    assert codes(body, "zh") == {"D1"}


def test_a_header_is_held_to_the_closed_sets() -> None:
    header = {"level": "county", "subject": "food", "genre": "poem", "layout": ["table"], "family": "a", "color": 1}
    assert sorted(fault.code for fault in header_faults(header)) == ["H1", "H2", "H3"]


def test_there_are_plans_in_both_languages() -> None:
    assert {path.parent.name for path in source_paths()} == {"zh", "en"}
