"""A corpus of a few short plans in both languages, annotated by the rules."""

from __future__ import annotations

from pathlib import Path

from policy_nlp.interchange import dumps, to_json
from policy_nlp.pipeline import parse

ZH = """{place}校车安全工作方案

一、主要任务
（一）排查隐患。{first}年6月底前，完成全部校车的检查，合格率达到100%。（牵头单位：{place}教育局；责任单位：{place}公安局、交通局）
（二）培训驾驶员。学校要每半年组织1次培训，{first}年底前培训率不低于95%。（牵头单位：{place}公安局）

二、保障措施
（一）加强领导。{place}教育局要建立台账，{second}年3月底前报送总结。
"""
EN = """{place} School Bus Safety Plan

## 1. Actions

1.1 Inspect the fleet. By June {first}, at least 95% of buses will be inspected.
Lead: {place} Transport Agency. Supporting: {place} Police, School Board.

1.2 Train drivers. The School Board will train all drivers by the end of {second}.
Lead: School Board.

## 2. Reporting

2.1 The {place} Transport Agency will publish a report annually, by 31 March {second}.
"""
PLACES = {
    "zh": ("临河县", "青山市", "白水区", "石桥镇", "东岭县", "南浦市"),
    "en": ("Linden", "Harrow", "Wexley", "Marsh", "Oakham", "Selby"),
}
HELD_BACK = 2
"""The number of the plan that models do not see."""
TEXTS = {"zh": ZH, "en": EN}


def plan(language: str, number: int) -> str:
    """The text of a plan; each number is another place and other years."""
    return TEXTS[language].format(place=PLACES[language][number], first=2025 + number, second=2026 + number)


def write_plan(folder: Path, language: str, number: int) -> Path:
    """Write a plan with its gold file, and return the path of its text."""
    folder.mkdir(parents=True, exist_ok=True)
    text, name = plan(language, number), f"{language}-{number}"
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    gold = dumps(to_json(parse(text, language=language, id=name)))
    path.with_suffix(".gold.json").write_text(gold, encoding="utf-8")
    return path


def corpus_folder(folder: Path) -> Path:
    """A corpus with some plans to learn from and one held back in each language."""
    for language, places in PLACES.items():
        for number in range(len(places)):
            write_plan(folder / ("dev" if number == HELD_BACK else "train") / language, language, number)
    return folder
