"""Each check on a plan of our own wording that shows its fault, and on one that only looks like it."""

from __future__ import annotations

import pytest

from policy_nlp import parse
from policy_nlp.checking import check_document, selection
from policy_nlp.checking.registry import checks

ZH = "青禾县水库安全三年行动方案（2024—2026年）\n\n一、重点任务\n\n"
EN = "# Harwick Reservoir Safety Action Plan 2024-2026\n\n## Actions\n\n"
BODIES = ("县水务局", "县应急管理局", "县财政局")

FAULTY = {
    "C101": [
        ZH + "（一）排查隐患。（县水务局负责）\n（二）整改隐患。（县水务局负责）\n（三）加强宣传。\n",
        EN + "1. Inspect every dam. Lead: Water Agency.\n2. Repair the spillways. Lead: Water Agency.\n"
        "3. Inform residents.\n",
    ],
    "C102": [
        ZH + "（一）排查隐患。\n（二）整改隐患。\n（三）加强宣传。\n",
        EN + "1. Inspect every dam.\n2. Repair the spillways.\n3. Inform residents.\n",
    ],
    "C103": [
        ZH + "（一）排查隐患。（牵头单位：县水务局；配合单位：县财政局）\n"
        "（二）整改隐患。（牵头单位：县水务局；配合单位：县财政局）\n（三）加强宣传。（配合单位：县财政局）\n",
        EN + "1. Inspect every dam.\n   Lead: Water Agency\n   Partners: County Council\n"
        "2. Repair the spillways.\n   Lead: Water Agency\n   Partners: County Council\n"
        "3. Inform residents.\n   Partners: County Council\n",
    ],
    "C104": [ZH + "（一）排查隐患。（县水务局、县财政局、县水务局按职责分工负责）\n"],
    "C105": [ZH + "（一）排查隐患。（牵头单位：县水务局；县财政局、县应急管理局）\n"],
    "C106": [ZH + "（一）排查隐患。（县稀奇古怪工作专班负责）\n"],
    "C201": [
        ZH + "（一）排查隐患，2024年底前完成。\n（二）整改隐患，2025年底前完成。\n（三）加强宣传。\n",
        EN + "1. Inspect every dam by the end of 2024.\n2. Repair the spillways by June 2025.\n3. Inform residents.\n",
    ],
    "C202": [
        ZH + "（一）排查隐患，2024年底前完成。\n（二）整改隐患，2025年底前完成。\n（三）评估成效，2028年底前完成。\n",
        EN + "1. Inspect every dam by the end of 2024.\n2. Repair the spillways by June 2025.\n"
        "3. Review the results by the end of 2029.\n",
    ],
    "C301": [
        ZH + "（一）排查隐患。\n（二）整改隐患。\n（四）加强宣传。\n",
        EN + "1. Inspect every dam.\n2. Repair the spillways.\n4. Inform residents.\n",
    ],
    "C401": [
        ZH + "（一）排查隐患。2024年底前建成覆盖全县小型水库的雨水情自动监测预警系统。\n\n二、保障措施\n\n"
        "（一）强化支撑。2025年6月底前建成覆盖全县小型水库的雨水情自动监测预警系统。\n",
        EN + "1. Install automatic rain and water level gauges at all small reservoirs by the end of 2024.\n\n"
        "## Support\n\n"
        "1. Install automatic rain and water level gauges at all small reservoirs by June 2025.\n",
    ],
    "C402": [
        ZH + "（一）排查隐患。小型水库雨水情自动监测预警系统覆盖率达到95%以上。\n\n二、保障措施\n\n"
        "（一）强化支撑。小型水库雨水情自动监测预警系统覆盖率达到80%以上。\n",
        EN + "1. Fit automatic rain and water level gauges at no fewer than 95% of small reservoirs.\n\n## Support\n\n"
        "1. Fit automatic rain and water level gauges at no fewer than 80% of small reservoirs.\n",
    ],
}
SOUND = {
    "C101": [
        ZH + "（一）排查隐患。（县水务局负责）\n（二）整改隐患。（县水务局负责）\n",
        ZH + "（一）排查隐患。\n（二）整改隐患。\n\n以上任务由县水务局牵头。\n",
        EN + "1. Inspect every dam. Lead: Water Agency.\n2. Repair the spillways. Lead: Water Agency.\n",
    ],
    "C104": [ZH + "（一）排查隐患。（县水务局负责）\n（二）整改隐患。（县水务局负责）\n"],
    "C105": [ZH + "（一）排查隐患。（牵头单位：县水务局；配合单位：县财政局、县应急管理局）\n"],
    "C106": [
        ZH + "（一）排查隐患。（县水务局、各乡镇负责）\n",
        EN + "1. Inspect dams. Lead: Environmental Protection Agency.\n",
    ],
    "C201": [
        ZH + "（一）排查隐患，2024年底前完成。\n（二）整改隐患。\n（三）加强宣传。\n",
        EN + "1. Inspect every dam by the end of 2024.\n2. Repair the spillways.\n3. Inform residents.\n",
    ],
    "C202": [ZH + "（一）排查隐患，2024年底前完成。\n（二）整改隐患，2026年底前完成。\n"],
    "C301": [ZH + "（一）排查隐患。\n（二）整改隐患。\n（三）加强宣传。\n"],
    "C401": [
        ZH + "（一）排查隐患。2024年底前建成覆盖全县小型水库的雨水情自动监测预警系统。\n\n二、保障措施\n\n"
        "（一）强化支撑。2024年12月31日前建成覆盖全县小型水库的雨水情自动监测预警系统。\n",
        ZH + "（一）排查隐患。2024年底前建成小型水库的雨水情自动监测预警系统。\n\n二、保障措施\n\n"
        "（一）强化支撑。2025年底前修订大型灌区的用水计量考核办法。\n",
    ],
    "C402": [
        ZH + "（一）排查隐患。小型水库雨水情自动监测预警系统覆盖率达到95%以上。\n\n二、保障措施\n\n"
        "（一）强化支撑。小型水库雨水情自动监测预警系统覆盖率不低于95%。\n",
    ],
}


def codes(text: str) -> list[str]:
    return [finding.code for finding in check_document(parse(text)).findings]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in FAULTY.items() for text in texts])
def test_a_fault_is_found(code: str, text: str) -> None:
    assert codes(text).count(code) == 1


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SOUND.items() for text in texts])
def test_what_only_looks_like_it_is_not(code: str, text: str) -> None:
    assert code not in codes(text)


def test_every_check_that_looks_at_tasks_is_tried_here() -> None:
    told_by_extraction = {"C203", "C302", "C501", "C502"}
    assert set(checks()) - told_by_extraction == set(FAULTY)


def test_a_finding_shows_both_places() -> None:
    (finding,) = check_document(parse(FAULTY["C401"][0]), selection(select=["C401"])).findings
    assert finding.quote == "2025年6月底前" and finding.related is not None
    assert len(finding.tasks) == 2
    assert "2024年底前" in finding.message["zh"] and "2025年6月底前" in finding.message["en"]


@pytest.mark.parametrize("text", [text for texts in FAULTY.values() for text in texts])
def test_quotes_are_the_text(text: str) -> None:
    for finding in check_document(parse(text)).findings:
        assert text[slice(*finding.span)] == finding.quote
