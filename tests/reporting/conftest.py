"""A small document of our own wording, annotated by hand."""

from __future__ import annotations

import pytest

from policy_nlp.schema import (
    Deadline,
    DeadlineKind,
    Document,
    Plan,
    Role,
    Section,
    SectionType,
    Span,
    Target,
    TargetKind,
    Task,
    Unit,
)

TEXT = (
    "青禾县水库安全方案\n一、重点任务\n（一）排查隐患。由县水务局牵头，2026年底前完成。\n"
    "（二）每季度巡查，整改率100%。\n（县水务局、各乡镇负责）"
)


def at(quote: str) -> Span:
    start = TEXT.index(quote)
    return start, start + len(quote)


@pytest.fixture
def document() -> Document:
    block = at("（县水务局、各乡镇负责）")
    first, second = "（一）排查隐患。由县水务局牵头，2026年底前完成。", "（二）每季度巡查，整改率100%。"
    return Document(
        id="qinghe",
        language="zh",
        text=TEXT,
        plans=(Plan("p1", "青禾县水库安全方案", (0, len(TEXT))),),
        sections=(Section("s1", "p1", "一", "重点任务", 1, SectionType.TASKS, (10, len(TEXT))),),
        tasks=(
            Task("t1", "p1", "s1", "一", at(first), first, "排查隐患", ("一", "一")),
            Task("t2", "p1", "s1", "二", at(second), second, "", ("一", "二")),
        ),
        units=(
            Unit("县水务局", at("县水务局"), Role.LEAD, ("t1",), name="水务局", rule="zh.unit.led_by"),
            Unit("各乡镇", at("各乡镇"), Role.CO, ("t1", "t2"), rule="block.tail", inherited_from=block),
        ),
        deadlines=(
            Deadline(
                "2026年底前", at("2026年底前"), DeadlineKind.BY, "2026-12-31", "t1", rule="zh.deadline.by_year_end"
            ),
            Deadline("每季度", at("每季度"), DeadlineKind.RECURRING, "FREQ=MONTHLY;INTERVAL=3", "t2"),
        ),
        targets=(Target("整改率100%", at("整改率100%"), TargetKind.NUMERIC, "=", 100, "%", task="t2"),),
    )
