"""One plan in many formats, each written by another program, gives the same tasks, bodies, deadlines and targets."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from policy_nlp import Document, parse
from policy_nlp.pipeline import from_page
from policy_nlp.reading import read_bytes
from tests.reading.converting import NEEDS_LIBREOFFICE, converted
from tests.reading.test_word import LISTS
from tests.reading.word_files import docx, p, table

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
PLANS = ["zh/qingyu-flood-2024.txt", "en/harwick-clean-air-2025.txt"]
LISTED = """青屿市城区积水整治实施方案
一、总体要求
到2026年底，城区易涝点消除率达到95%以上。
二、重点任务
（一）排查隐患。2025年6月底前完成全部雨水管网排查。（市水务局牵头，各区人民政府配合）
（二）改造泵站。2025年底前新建泵站3座。（市住房城乡建设局负责）
三、任务分工
序号\t任务\t牵头单位\t配合单位\t完成时限
1\t新建城东泵站\t市水务局\t城东区人民政府\t2025年9月底前
2\t清淤河道20公里\t市城管局\t市水务局、各区人民政府\t2025年11月底前"""
NUMBERED = {"一、": 0, "二、": 0, "三、": 0, "（一）": 1, "（二）": 1}


def found(document: Document) -> list[object]:
    """What was found, without the places: they differ with the format."""
    return [
        [(task.number, task.quote, task.path) for task in document.tasks],
        [(unit.quote, unit.role, unit.tasks, unit.name) for unit in document.units],
        [(due.quote, due.value, due.task, due.kind) for due in document.deadlines],
        [(goal.quote, goal.op, goal.value, goal.unit, goal.task, goal.deadline) for goal in document.targets],
    ]


def written(text: str, labels: Mapping[str, int]) -> bytes:
    """A Word document of `text`, its tabs as tables; the numbers in `labels` are left for Word to count."""
    lines = [line for line in text.split("\n") if line.strip()]
    parts = []
    for tabs, group in groupby(lines, lambda line: "\t" in line):
        rows = [escape(line).split("\t") for line in group]
        parts += [table(*rows)] if tabs else [counted(row[0], labels) for row in rows]
    return docx("".join([*parts, p("")]), numbering=LISTS)


def counted(line: str, labels: Mapping[str, int]) -> str:
    label = next((label for label in labels if line.startswith(label)), None)
    return p(line) if label is None else p(line.removeprefix(label), number="1", level=labels[label])


def read(data: bytes, suffix: str) -> Document:
    return from_page(read_bytes(data, path=f"plan{suffix}"))


@pytest.fixture(params=[*PLANS, "listed"])
def plan(request: pytest.FixtureRequest) -> str:
    return LISTED if request.param == "listed" else (SAMPLES / request.param).read_text(encoding="utf-8")


def test_word_gives_what_the_text_gives(plan: str) -> None:
    document = read(written(plan, NUMBERED), ".docx")
    assert found(document) == found(parse(plan))
    assert all(found(document))


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize(("suffix", "labels"), [(".doc", NUMBERED), (".odt", NUMBERED), (".rtf", {}), (".html", {})])
def test_converted_files_give_what_the_text_gives(
    plan: str, suffix: str, labels: Mapping[str, int], tmp_path: Path
) -> None:
    # LibreOffice itself turns 一、 into 1. where it writes a web page, and into ? where it writes rich text.
    assert found(read(converted(written(plan, labels), tmp_path, suffix), suffix)) == found(parse(plan))
