"""A template and three local plans of our own wording: one whole, one with gaps, one with more of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest

from policy_nlp import Document, parse
from policy_nlp.comparison import compare
from policy_nlp.desk import Decisions, Desk, desk_of

TEMPLATE = """青禾省水库安全三年行动方案（2024—2026年）

一、重点任务

（一）排查水库隐患。对全省小型水库开展一次全面排查，2024年底前完成。（省水利厅牵头，省应急管理厅配合）

（二）建设监测预警系统。小型水库雨水情自动监测覆盖率达到95%以上，2025年底前完成。（省水利厅牵头，省气象局配合）

（三）开展防汛演练。每年汛期前组织水库防汛抢险应急演练，提高群众避险转移能力。（省应急管理厅负责）
"""
WHOLE = TEMPLATE.replace("青禾省", "岚亭市").replace("全省", "全市").replace("省水利厅", "市水利局")
WHOLE = WHOLE.replace("省应急管理厅", "市应急管理局").replace("省气象局", "市气象局")
LATER = WHOLE.replace("2024年底前完成", "2026年底前完成").replace("95%", "80%").replace("岚亭", "松溪")
FEWER = LATER[: LATER.index("（三）")].replace("松溪", "云渡")


def document(name: str, text: str) -> Document:
    read = parse(text, id=name)
    return replace(read, source=replace(read.source, path=f"{name}.txt", sha256=sha256(text.encode()).hexdigest()))


@pytest.fixture(scope="session")
def make_desk() -> Callable[..., Desk]:
    template = document("template", TEMPLATE)
    plans = [document(name, text) for name, text in (("lanting", WHOLE), ("songxi", LATER), ("yundu", FEWER))]
    comparisons = [compare(template, plan) for plan in plans]

    def make(decisions: Decisions | None = None) -> Desk:
        return desk_of(template, comparisons, decisions)

    return make


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()
