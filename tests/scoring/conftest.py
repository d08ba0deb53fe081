"""Two small documents over one text: what is right, and a prediction with one slip of each kind."""

from __future__ import annotations

from dataclasses import replace

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
    "某市消防整治方案\n"
    "一、主要任务\n"
    "（一）2024年底前，高层建筑自查率达到100%。（市消防救援支队牵头，市住建局配合）\n"
    "（二）每季度抽查一次，不少于20家。（市商务局牵头）\n"
)


def at(quote: str) -> Span:
    start = TEXT.index(quote)
    return start, start + len(quote)


def unit(quote: str, role: Role, task: str) -> Unit:
    return Unit(quote, at(quote), role, (task,))


FIRST = at("（一）2024年底前，高层建筑自查率达到100%。（市消防救援支队牵头，市住建局配合）")
SECOND = at("（二）每季度抽查一次，不少于20家。（市商务局牵头）")


@pytest.fixture
def gold() -> Document:
    """Two tasks with three units, two deadlines and two targets."""
    return Document(
        id="fire",
        language="zh",
        text=TEXT,
        plans=(Plan("p1", "某市消防整治方案", (0, len(TEXT))),),
        sections=(Section("s1", "p1", "一", "主要任务", 1, SectionType.TASKS, (9, len(TEXT))),),
        tasks=(
            Task("t1", "p1", "s1", "一", FIRST, TEXT[slice(*FIRST)]),
            Task("t2", "p1", "s1", "二", SECOND, TEXT[slice(*SECOND)]),
        ),
        units=(
            unit("市消防救援支队", Role.LEAD, "t1"),
            unit("市住建局", Role.CO, "t1"),
            unit("市商务局", Role.LEAD, "t2"),
        ),
        deadlines=(
            Deadline("2024年底前", at("2024年底前"), DeadlineKind.BY, "2024-12-31", "t1"),
            Deadline("每季度", at("每季度"), DeadlineKind.RECURRING, "FREQ=MONTHLY;INTERVAL=3", "t2"),
        ),
        targets=(
            Target("自查率达到100%", at("自查率达到100%"), TargetKind.NUMERIC, "=", 100, "%", task="t1"),
            Target("不少于20家", at("不少于20家"), TargetKind.NUMERIC, ">=", 20, "家", task="t2"),
        ),
    )


@pytest.fixture
def pred(gold: Document) -> Document:
    """As gold, but: t2 ends early, one unit at the wrong task, one role wrong, one deadline missed, one value wrong."""
    start, end = SECOND
    first, second = gold.tasks
    lead, co, other = gold.units
    rate, number = gold.targets
    return replace(
        gold,
        tasks=(first, replace(second, span=(start, end - 8), quote=TEXT[start : end - 8])),
        units=(lead, replace(co, role=Role.LEAD), replace(other, tasks=("t1",))),
        deadlines=gold.deadlines[1:],
        targets=(rate, replace(number, value=30)),
    )
