"""A plan that exists in both languages: the two extractions agree task by task."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from policy_nlp import Document, parse, read
from policy_nlp.schema import Unit

PLANS = Path(__file__).parent / "plans"
NAMES = ("labels", "table", "prose")


def facts(document: Document) -> list[dict[str, Any]]:
    """What each task says apart from its words, in the order of the text."""
    return [
        {
            "deadlines": [due.value for due in document.deadlines if due.task == task.id],
            "targets": [
                (target.kind, target.op, target.bound, target.value, target.deadline)
                for target in document.targets
                if target.task == task.id
            ],
            "roles": [unit.role for unit in document.units if task.id in unit.tasks],
            "section": section_place(document, task.section),
        }
        for task in document.tasks
    ]


def section_place(document: Document, section: str | None) -> int | None:
    ids = [one.id for one in document.sections]
    return ids.index(section) if section else None


def units_of(document: Document) -> list[list[Unit]]:
    return [[unit for unit in document.units if task.id in unit.tasks] for task in document.tasks]


def both(name: str) -> tuple[Document, Document]:
    return read(PLANS / f"{name}.en.txt"), read(PLANS / f"{name}.zh.txt")


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same_of_each_task(name: str) -> None:
    english, chinese = both(name)
    assert (english.language, chinese.language) == ("en", "zh")
    assert len(english.tasks) >= 4
    assert facts(english) == facts(chinese)
    assert [task.number for task in english.tasks if task.number.isdigit()] == [
        task.number for task in chinese.tasks if task.number.isdigit()
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_body_has_the_name_of_its_counterpart(name: str) -> None:
    english, chinese = both(name)
    for ours, theirs in zip(units_of(english), units_of(chinese), strict=True):
        assert [unit.name_other for unit in ours] == [unit.name for unit in theirs]
        assert [unit.name for unit in ours] == [unit.name_other for unit in theirs]
        assert [(unit.kind, unit.level) for unit in ours] == [(unit.kind, unit.level) for unit in theirs]


@pytest.mark.parametrize("name", NAMES)
def test_every_task_has_what_its_plan_gives_it(name: str) -> None:
    for document in both(name):
        assert all(task.title for task in document.tasks)
        assert all(of_task for of_task in units_of(document))
        assert all(fact["deadlines"] for fact in facts(document))
        assert sum(len(fact["targets"]) for fact in facts(document)) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_gives_both_has_each_in_its_own_language(name: str) -> None:
    texts = [(PLANS / f"{name}.{language}.txt").read_text("utf-8") for language in ("zh", "en")]
    page = parse("\n\n".join(texts))
    assert [plan.language for plan in page.plans] == ["zh", "en"]
    chinese, english = ([task for task in page.tasks if task.plan == plan.id] for plan in page.plans)
    assert len(chinese) == len(english)
    values = [[due.value for due in page.deadlines if due.task == task.id] for task in (*chinese, *english)]
    assert values[: len(chinese)] == values[len(chinese) :]
