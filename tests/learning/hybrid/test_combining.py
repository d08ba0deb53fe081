"""One document out of rules and model: provenance, values, and references that hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning import Layer
from policy_nlp.learning.hybrid import Hybrid, LayerPolicy, Policies, Policy, run_with
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.integrity import reference_faults, span_faults

from .models import Claim, Claims

ZH = """白水区校园餐工作方案

一、主要任务
（一）检查食堂。区教育局要检查全部食堂，2026年6月底前完成。
（二）公开账目。后厨阳光化达到八成，此事由膳食小组盯着，逢冬至前夕收尾。

食堂采购一律走平台，2026年9月底前上线。
"""
EN = """# School Meals Plan

## Actions

- The Board will inspect all kitchens by June 2026.
- Kitchens on camera: eight in ten. It lies in the hands of the Meals Circle by the first frost.
"""
TEXTS = {"zh": ZH, "en": EN}


def policies(layer: Layer, policy: Policy, score: float = 0.5) -> Policies:
    return {language: {layer: LayerPolicy(policy, score)} for language in TEXTS}


def read(language: str, *claims: Claim, layer: Layer, policy: Policy = Policy.FILL) -> tuple[Document, Document]:
    """The plan by rules alone, and with a model."""
    rules = parse(TEXTS[language], language=language)
    both = Hybrid(Claims(claims), policies(layer, policy)).read(rules)
    assert list(reference_faults(both)) == []
    assert list(span_faults(both)) == []
    return rules, both


@pytest.mark.parametrize(("language", "words"), [("zh", "膳食小组"), ("en", "Meals Circle")])
def test_a_unit_that_rules_miss_comes_in_with_its_source(language: str, words: str) -> None:
    rules, both = read(language, (words, Layer.UNIT, "actor", 0.9), layer=Layer.UNIT)
    assert words not in {unit.quote for unit in rules.units}
    unit = next(unit for unit in both.units if unit.quote == words)
    assert (unit.rule, unit.role) == ("model:claims", "actor")
    task = next(task for task in both.tasks if task.id == unit.tasks[0])
    assert words in task.quote
    assert unit.name  # named like any other
    assert set(rules.units) <= set(both.units)
    assert sorted(both.units, key=lambda one: one.span) == list(both.units)


def test_a_unit_at_no_task_is_told_and_left_out() -> None:
    rules, both = read("zh", ("校园餐", Layer.UNIT, "lead", 0.9), layer=Layer.UNIT)
    assert both.units == rules.units
    assert [note.code for note in both.diagnostics][-1] == "model_unit_without_task"


def bare(language: str) -> Document:
    """The plan with nothing but its tasks."""
    return replace(parse(TEXTS[language], language=language), units=(), deadlines=(), targets=(), diagnostics=())


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("zh", "2026年9月底前", "2026-09-30"),
        ("en", "by June 2026", "2026-06-30"),
        ("zh", "冬至前夕", ""),
        ("en", "frost", ""),
    ],
)
def test_a_due_time_is_read_by_the_rules_for_values_or_left_out(language: str, words: str, value: str) -> None:
    both = Hybrid(Claims(((words, Layer.DEADLINE, "by", 0.9),)), policies(Layer.DEADLINE, Policy.FILL)).read(
        bare(language)
    )
    expected = [(words, value, "model:claims")] if value else []
    assert [(due.quote, due.value, due.rule) for due in both.deadlines] == expected
    assert [note.code for note in both.diagnostics] == ([] if value else ["model_deadline_unread"])


def test_a_due_time_whose_day_nobody_can_know_stays_open() -> None:
    text = "# Plan\n\n- Open six hubs in summer 2026.\n"
    rules = replace(parse(text, language="en"), deadlines=(), diagnostics=())
    claim = ("summer 2026", Layer.DEADLINE, "by", 0.9)
    (due,) = Hybrid(Claims((claim,)), policies(Layer.DEADLINE, Policy.FILL)).read(rules).deadlines
    assert (due.value, due.rule) == (None, "model:claims")
    assert due.reason


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("zh", "八成", ("=", 80, "%")),
        ("zh", "达到八成", None),  # the comparison is not read, so neither is the number
        ("en", "eight in ten", None),
        ("zh", "后厨", None),
    ],
)
def test_a_target_without_a_quantity_that_can_be_read_is_left_out(
    language: str, words: str, expected: tuple[str, float, str] | None
) -> None:
    hybrid = Hybrid(Claims(((words, Layer.TARGET, "", 0.9),)), policies(Layer.TARGET, Policy.FILL))
    both = hybrid.read(bare(language))
    assert [(one.op, one.value, one.unit) for one in both.targets] == ([expected] if expected else [])
    assert [note.code for note in both.diagnostics] == ([] if expected else ["model_target_unread"])


def test_a_target_takes_the_due_time_before_it_on_its_line() -> None:
    text = "甲县方案\n\n一、任务\n（一）修路。2026年底前，修通村道若干，九成完工。\n（二）架桥若干，七成完工。\n"
    rules = parse(text, language="zh")
    claims = tuple((words, Layer.TARGET, "", 0.9) for words in ("九成", "七成"))
    both = Hybrid(Claims(claims), policies(Layer.TARGET, Policy.FILL)).read(replace(rules, targets=()))
    assert [(one.quote, one.value, one.deadline) for one in both.targets] == [
        ("九成", 90, "2026-12-31"),
        ("七成", 70, None),
    ]


def test_a_task_that_rules_miss_takes_what_stands_in_it() -> None:
    words = "食堂采购一律走平台，2026年9月底前上线。"
    rules = parse(ZH, language="zh")
    others = tuple(task for task in rules.tasks if words not in task.quote)
    untied = tuple(replace(due, task=None) for due in rules.deadlines if due.quote == "2026年9月底前")[:1]
    without = replace(rules, tasks=others, units=(), deadlines=untied, targets=())
    hybrid = Hybrid(Claims(((words, Layer.TASK, "", 0.8),)), policies(Layer.TASK, Policy.FILL))
    both = hybrid.read(without)
    task = next(task for task in both.tasks if task.quote == words)
    assert task.id not in {other.id for other in without.tasks}
    assert both.deadlines[0].task == task.id
    assert list(reference_faults(both)) == []


@pytest.mark.parametrize("policy", list(Policy))
@pytest.mark.parametrize("layer", list(Layer))
@pytest.mark.parametrize("language", TEXTS)
def test_references_hold_whatever_the_model_says(language: str, layer: Layer, policy: Policy) -> None:
    text = TEXTS[language]
    label = {Layer.UNIT: "co", Layer.DEADLINE: "by"}.get(layer, "")
    claims = tuple((text[start : start + 9], layer, label, 0.9) for start in range(0, len(text) - 9, 13))
    _, both = read(language, *claims, layer=layer, policy=policy)
    assert all(text[slice(*one.span)] == one.quote for one in (*both.tasks, *both.units, *both.deadlines))


def test_the_tasks_of_a_unit_pass_to_the_one_that_takes_its_place() -> None:
    text = "甲县方案\n\n一、任务\n（一）修路。\n（二）架桥。\n以上由县交通局牵头，县财政局配合。\n"
    rules = parse(text, language="zh")
    held = {unit.quote: unit.tasks for unit in rules.units}
    claim = ("县交通局", Layer.UNIT, "co", 0.9)
    both = Hybrid(Claims((claim,)), policies(Layer.UNIT, Policy.MODEL)).read(rules)
    taken = next((unit for unit in both.units if unit.quote == "县交通局"), None)
    assert "县交通局" in held
    assert taken is not None
    assert (taken.role, taken.tasks, taken.rule) == ("co", held["县交通局"], "model:claims")


def test_tasks_that_go_take_their_references_along() -> None:
    rules, both = read("zh", layer=Layer.TASK, policy=Policy.AGREEMENT)
    assert rules.tasks
    assert both.tasks == ()
    assert both.units == ()
    assert {due.task for due in both.deadlines} <= {None}


def test_policies_that_leave_all_to_the_rules_do_not_ask_the_model() -> None:
    rules, both = read("en", ("Meals Circle", Layer.UNIT, "actor", 0.9), layer=Layer.UNIT, policy=Policy.RULES)
    assert both.units == rules.units
    assert [note.code for note in both.diagnostics][-1] == "model_off"


def test_plans_in_another_language_are_left_alone() -> None:
    text = ZH + "\n" + EN * 4
    rules = parse(text)
    assert {plan.language for plan in rules.plans} == {"zh", "en"}
    both = Hybrid(Claims((("Meals Circle", Layer.UNIT, "actor", 0.9),)), policies(Layer.UNIT, Policy.FILL)).read(rules)
    assert (rules.language == "en") == any(unit.rule == "model:claims" for unit in both.units)


def test_a_model_of_another_language_is_refused(spacy_models: Path) -> None:
    rules = parse(EN, language="en")
    with pytest.raises(InputError) as refused:
        run_with(rules, spacy_models / "zh")
    assert refused.value.code == "model_language"
    assert run_with(rules, None) is rules
