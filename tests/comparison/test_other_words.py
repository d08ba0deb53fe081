"""Plans in words of their own: by department, shortened, with duties that each plan words anew."""

from __future__ import annotations

import pytest

from policy_nlp.comparison import Comparison, FindingType, compare
from policy_nlp.comparison.similarity import floor_of
from policy_nlp.pipeline import parse
from tests.comparison.conftest import Compare, types

ABOVE = {
    "zh": """河陇省农村客运提升方案

一、主要任务
1.优化线路布局。2025年底前具备条件的建制村全部通达客车，候车亭不少于900座。
2.严查违规营运。对超员、疲劳驾驶开展路面检查，每月不少于4次。
3.更新老旧车辆。使用超过10年的客车2026年6月底前退出营运。
4.便利老年乘客。65周岁以上老年人凭证免费乘车，增设爱心座位。
5.报送进展情况。各市于每季度末25日前向省交通运输厅报送进展情况。
""",
    "en": """State of Norland: Rural Bus Plan

1. Actions
1.1 Serve every village of more than 300 people with two return trips a day by December 2026.
1.2 Check drivers' hours at the roadside at least four times a month.
1.3 Withdraw buses older than 15 years by June 30, 2027.
1.4 Give pensioners free travel after 9 a.m. and mark seats for them.
1.5 Counties submit progress reports to the Department of Transportation by January 31 each year.
""",
}
BELOW = {
    "zh": """青沙市乡村班车实施细则

一、交通局
1.把班车开到每个够条件的村，年内添置候车亭46座。
2.跑满10年的旧客车最晚2026年12月底退出营运。
二、公安局
3.上路查超员和疲劳驾驶，每月至少2次。
三、各县区
4.每年12月10日前把工作总结报市交通局。
""",
    "en": """Ashmere County: Getting About

Transit Office
- Withdraw buses of more than 15 years by December 31, 2027.
- Seats on all buses are marked for pensioners, who travel free after 9 a.m.

Sheriff
- Stop coaches and look at drivers' hours at least twice a month.

Clerk
- Send a summary of the year to the State by March 15 each year.
""",
}


@pytest.fixture
def compared(request: pytest.FixtureRequest) -> Comparison:
    return compare(*(parse(side[request.param], language=request.param) for side in (ABOVE, BELOW)))


@pytest.mark.parametrize(("compared", "missing"), [("zh", ["t4"]), ("en", ["t1"])], indirect=["compared"])
def test_only_what_nothing_takes_up_is_missing(compared: Comparison, missing: list[str]) -> None:
    lacking = [item.template_tasks[0] for item in compared.findings if item.type is FindingType.MISSING_TASK]
    assert lacking == missing
    assert not any(item.type is FindingType.EXTRA_TASK for item in compared.findings)


@pytest.mark.parametrize("compared", ["zh", "en"], indirect=True)
def test_reports_are_paired_by_the_duty_and_a_rarer_or_later_one_is_later(compared: Comparison) -> None:
    (report,) = (item for item in compared.findings if item.template_tasks == ("t5",))
    assert report.type is FindingType.LATER_DEADLINE


def test_a_small_part_of_a_total_is_the_share_of_a_smaller_area(against: Compare) -> None:
    item = "1.安装水位标尺。在河道险工段安装水位标尺{count}套。\n"
    assert types(against(item.format(count=900), item.format(count=40))) == ["incomparable_target"]
    assert types(against(item.format(count=900), item.format(count=700))) == ["weaker_target"]
    each = "1.安装水位标尺。每座水库安装水位标尺不少于{count}套。\n"
    assert types(against(each.format(count=12), each.format(count=3))) == ["weaker_target"]


def test_each_task_of_a_block_is_held_against_its_own_counterpart(against: Compare) -> None:
    above = "1.除险加固。一是排查白蚁危害，封堵蚁穴。二是更换启闭机钢丝绳，修缮机房。（省水利厅牵头，省财政厅配合）\n"
    below = (
        "1.除险加固。排查白蚁危害，封堵蚁穴。（市水利局牵头，市财政局配合）\n"
        "2.更换钢丝绳。更换启闭机钢丝绳，修缮机房。（市财政局牵头，市水利局配合）\n"
    )
    found = [item for item in against(above, below).findings if item.type is FindingType.DIFFERENT_LEAD]
    assert [item.template_tasks for item in found] == [("t2",)]


def test_one_of_a_class_of_bodies_is_their_counterpart(against: Compare) -> None:
    item = "1.1 Post dam maps. Post evacuation maps in classrooms. Lead: {}.\n"
    assert types(against(item.format("school districts"), item.format("Ashmere Unified School District"), "en")) == []
    assert "different_lead" in types(
        against(item.format("school districts"), item.format("Ashmere Water Authority"), "en")
    )


def test_all_of_a_set_may_be_said_as_each(against: Compare) -> None:
    item = "1.公示责任人。{}水库大坝显著位置公示责任人姓名和电话。\n"
    assert types(against(item.format("全部"), item.format("每一座"))) == []
    assert types(against(item.format("全部"), item.format("一些"))) == ["missing_target"]


def test_the_only_due_times_of_two_tasks_are_on_the_same_result(against: Compare) -> None:
    above = "1.绘制淹没图。2026年上半年绘成下游淹没范围图。\n"
    below = "1.绘制淹没图。下游淹没范围图张贴进村，2026年11月底前收尾。\n"
    assert types(against(above, below)) == ["later_deadline"]


def test_a_beginning_that_is_not_named_puts_nothing_off(against: Compare) -> None:
    item = "1.上报水情。各水库{}每月5日前上报水位和雨量。\n"
    assert types(against(item.format("自2025年5月起，"), item.format(""))) == []


def test_a_further_result_with_a_target_of_its_own_is_a_part(against: Compare) -> None:
    item = "1.抽查物资。每年抽查防汛仓库不少于2次{}。\n"
    found = types(against(item.format("，失效救生衣更换率达到100%"), item.format("")))
    assert found == ["partial_task"]


def test_the_more_literal_a_plan_the_more_two_tasks_must_share() -> None:
    assert floor_of(0.1) < floor_of(0.45) < floor_of(0.9)
