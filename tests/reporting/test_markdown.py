"""The task table as Markdown."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.reporting.task_markdown import task_markdown
from policy_nlp.schema import Document


def test_a_heading_for_plan_and_section_and_a_row_for_each_task(document: Document) -> None:
    assert task_markdown(document, "zh").splitlines() == [
        "# 青禾县水库安全方案",
        "",
        "## 一 重点任务",
        "",
        "| 序号 | 任务 | 牵头单位 | 责任（配合）单位 | 时限 | 指标 |",
        "| --- | --- | --- | --- | --- | --- |",
        "| 一 一 | 排查隐患 | 水务局 | 各乡镇 | 2026年底前 (2026-12-31) |  |",
        "| 一 二 | （二）每季度巡查，整改率100%。 |  | 各乡镇 | 每季度 | 整改率100% |",
    ]


def test_words_that_look_like_markup_stay_words(document: Document) -> None:
    odd = replace(document.tasks[0], title="a|b <b>*c*\nd")
    assert "a\\|b \\<b\\>\\*c\\* d" in task_markdown(replace(document, tasks=(odd,)), "en")


def test_english_headings(document: Document) -> None:
    assert "| Number | Task | Lead |" in task_markdown(document, "en")
