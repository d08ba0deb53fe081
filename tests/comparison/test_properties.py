"""What must hold for every pair: nothing is missing from a plan itself, evidence stands in the text, bytes repeat."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.pairs.generate import generate, manner
from evaluation.pairs.hand import measured_by_hand
from evaluation.pairs.material import LANGUAGES, outlines
from evaluation.pairs.measure import measured
from evaluation.pairs.writing import Form, Side, written
from policy_nlp.commands.schema import Published, schema_text
from policy_nlp.comparison import Comparison, compare, comparison_json
from policy_nlp.pipeline import parse
from tests.comparison.conftest import FILLER

LINES = st.sampled_from(
    [
        "1.巡查水库。每月巡查堤坝。",
        "2.完成率达到95%，2025年底前完成。",
        "（县水务局牵头）",
        "一、主要任务",
        "。",
        "1. Act now.",
        "",
    ]
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_a_document_compared_with_itself_has_no_finding(text: str) -> None:
    document = parse(text)
    comparison = compare(document, document)
    assert comparison.findings == ()
    assert all(pair.local_tasks == (pair.template_task,) for pair in comparison.pairs)


@given(st.lists(LINES, max_size=8).map("\n".join), st.lists(LINES, max_size=8).map("\n".join))
def test_evidence_is_what_stands_in_the_text(above: str, below: str) -> None:
    comparison = compare(parse(above), parse(below))
    for finding in comparison.findings:
        for place, document in ((finding.template, comparison.template), (finding.local, comparison.local)):
            assert place is None or document.text[slice(*place.span)] == place.quote


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_at_the_level_below_has_no_finding(language: str) -> None:
    for outline in outlines(language):
        above = parse(written(outline, language, Side.TEMPLATE), language=language)
        for form in Form:
            below = parse(written(outline, language, Side.LOCAL, form=form), language=language)
            assert compare(above, below).findings == (), (outline.title, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_changes_are_found_and_nothing_else(language: str) -> None:
    for name, tally in measured(language, plans=6, seed=900).items():
        assert tally.tp >= 0.8 * max(tally.gold, tally.pred), (name, tally.wrong)


@pytest.mark.parametrize(("folder", "least"), [("zh", 0.95), ("en", 0.95), ("zh-en", 0.85), ("en-zh", 0.85)])
def test_what_an_official_notes_of_plans_written_by_hand_is_found(folder: str, least: float) -> None:
    tallies = measured_by_hand(folder)
    wrong = [line for tally in tallies.values() for line in tally.wrong]
    gold, pred, right = (sum(getattr(tally, name) for tally in tallies.values()) for name in ("gold", "pred", "tp"))
    assert gold >= 15
    assert right >= least * max(gold, pred), wrong
    assert tallies["pair"].tp == tallies["pair"].gold == tallies["pair"].pred, wrong


def test_a_translation_is_aligned() -> None:
    for chinese, english in zip(outlines("zh"), outlines("en"), strict=True):
        above = parse(written(chinese, "zh", Side.TEMPLATE), language="zh")
        below = parse(written(english, "en", Side.LOCAL), language="en")
        for comparison in (compare(above, below), compare(below, above)):
            assert all(pair.local_tasks == (pair.template_task,) for pair in comparison.pairs)
            assert len(comparison.pairs) == len(above.tasks)


def test_the_same_seed_makes_the_same_plan() -> None:
    from collections import Counter

    outline = next(outlines("zh"))
    one, other = (generate(outline, "zh", seed=3, made=Counter(), manner=manner(1)) for _ in range(2))
    assert one == other


def _some_comparison() -> Comparison:
    above = parse(
        "河陇省水库方案\n一、重点任务\n1.培训巡查员。培训合格率达到90%。\n2.排查白蚁。封堵蚁穴。\n" + FILLER["zh"]
    )
    return compare(above, parse("青沙市水库方案\n一、重点任务\n1.培训巡查员。培训合格率达到80%。\n" + FILLER["zh"]))


def test_json_follows_the_published_schema_and_repeats() -> None:
    from jsonschema import Draft202012Validator

    values = [comparison_json(_some_comparison(), with_extractions=True) for _ in range(2)]
    assert json.dumps(values[0]) == json.dumps(values[1])
    Draft202012Validator(json.loads(schema_text(Published.COMPARISON))).validate(json.loads(json.dumps(values[0])))
