"""What of a task is taken up: clauses, parts of sentences, due times that stand above, leads told by their place."""

from __future__ import annotations

from policy_nlp.comparison import FindingType, compare
from policy_nlp.pipeline import parse
from tests.comparison.conftest import Compare, types

VALLEY = "1.整治河道。清理河滩违建和垃圾堆体，拆除废弃拦水坝，在险工险段设置警示牌和救生圈，疏浚淤积严重的支流河汊。\n"


def test_a_part_of_a_sentence_that_is_left_out_is_told_where_the_rest_is_kept(against: Compare) -> None:
    comparison = against(VALLEY, VALLEY.replace("在险工险段设置警示牌和救生圈，", ""))
    assert types(comparison) == ["partial_task"]
    place = comparison.findings[0].template
    assert place is not None
    assert place.quote == "在险工险段设置警示牌和救生圈"


def test_a_part_in_other_words_is_no_gap(against: Compare) -> None:
    assert types(against(VALLEY, VALLEY.replace("拆除废弃拦水坝", "废弃的拦水坝一律拆掉"))) == []


def test_two_dates_in_a_sentence_each_go_with_their_own_result(against: Compare) -> None:
    item = "1.建设测报站网。2025年底前在库区上游建成雨量站，2026年底前把视频监控接入指挥中心。\n"
    assert types(against(item, item.replace("2026年底前", ""))) == ["missing_deadline"]
    assert types(against(item, item.replace("2026年底前", "2027年底前"))) == ["later_deadline"]


PHASES = (
    "{place}水库方案\n\n一、重点任务\n1.排查白蚁。封堵坝坡蚁穴。\n2.检修闸门。更换启闭机钢丝绳。\n\n"
    "二、实施步骤\n从2024年4月至2026年12月，分两个阶段推进。\n"
    "1.摸底阶段{first}。逐库登记病险部位，建立隐患台账。\n2.收尾阶段（2026年）。总结经验做法，归档工程资料。\n"
)


def test_what_governs_both_plans_from_above_is_no_answer_to_a_due_time_of_the_task() -> None:
    above = parse(PHASES.format(place="河陇省", first="（2024年6月底前）"))
    below = parse(PHASES.format(place="青沙市", first=""))
    assert types(compare(above, below)) == ["missing_deadline"]


LISTS = (
    "{place}水库方案\n\n一、重点任务\n1.排查白蚁。封堵坝坡蚁穴。（{water}、{money}负责{note}）\n"
    "2.检修闸门。更换启闭机钢丝绳。（{money}、{water}负责）\n"
)


def test_where_the_first_of_a_list_leads_it_leads_in_the_local_list_too() -> None:
    above = parse(LISTS.format(place="河陇省", water="省水利厅", money="省财政厅", note="。列第一位者为牵头单位，下同"))
    below = parse(LISTS.format(place="青沙市", water="市水利局", money="市财政局", note=""))
    assert types(compare(above, below)) == []
    turned = parse(LISTS.format(place="青沙市", water="市财政局", money="市水利局", note=""))
    assert types(compare(above, turned)) == ["different_lead", "different_lead"]


def test_a_task_that_shares_only_common_words_is_no_counterpart() -> None:
    head = "{place}水库方案\n\n一、重点任务\n1.排查白蚁。封堵坝坡蚁穴，更换启闭机钢丝绳。\n"
    gone = "2.保障防汛物资。定期检查仓库内编织袋、救生衣、冲锋舟的数量和完好情况，及时补充短缺的物资。\n"
    own = "2.普及水法知识。定期检查村口挂图，及时补充宣传册，组织学生参观水情教育基地。\n"
    found = compare(parse(head.format(place="河陇省") + gone), parse(head.format(place="青沙市") + own)).findings
    assert {finding.type for finding in found} == {FindingType.MISSING_TASK, FindingType.EXTRA_TASK}
