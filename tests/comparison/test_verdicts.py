"""A model of pairs is heard beside the words, about the pairs that are worth a look, and only where there is one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from policy_nlp.comparison import compare
from policy_nlp.comparison.settings import Settings
from policy_nlp.comparison.verdicts import Carried, Verdict
from policy_nlp.pipeline import parse

ABOVE = "河陇省水库方案\n\n一、重点任务\n1.巡查堤坝。每月巡查堤坝，登记裂缝。\n2.培训人员。培训巡查堤坝的人员。\n"
BELOW = "青沙市水库方案\n\n一、重点任务\n1.培训人员。培训巡查堤坝的人员。\n2.看护堤坝。每月巡查堤坝，修补裂缝。\n"


def _doubting(pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
    return [Verdict(0.0, 0.0, 1.0) for _ in pairs]


def _trusting(pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
    return [Verdict(0.75, 0.25, 0.0) for _ in pairs]


@pytest.mark.parametrize(
    ("chances", "carried"),
    [((0.5, 0.3, 0.2), Carried.SAME), ((0.1, 0.5, 0.4), Carried.PARTIAL), ((0.0, 0.2, 0.8), Carried.NONE)],
)
def test_the_likeliest_answer_counts(chances: tuple[float, float, float], carried: Carried) -> None:
    assert Verdict(*chances).carried is carried


def test_a_verdict_stands_in_the_evidence_and_lifts_the_score() -> None:
    doubted, trusted = (
        compare(parse(ABOVE), parse(BELOW), settings=Settings(judge=judge)) for judge in (_doubting, _trusting)
    )
    assert {pair.evidence["verdict"] for pair in doubted.pairs} == {0.0}
    assert {pair.evidence["verdict"] for pair in trusted.pairs} == {1.0}
    before = {pair.template_task: pair.similarity for pair in doubted.pairs}
    assert all(pair.similarity >= before[pair.template_task] for pair in trusted.pairs)
    assert any(pair.similarity > before[pair.template_task] for pair in trusted.pairs)


def test_without_a_model_there_is_no_verdict_and_doubt_changes_nothing() -> None:
    alone = compare(parse(ABOVE), parse(BELOW))
    assert all("verdict" not in pair.evidence for pair in alone.pairs)
    doubted = compare(parse(ABOVE), parse(BELOW), settings=Settings(judge=_doubting))
    assert [(pair.template_task, pair.local_tasks, pair.similarity) for pair in doubted.pairs] == [
        (pair.template_task, pair.local_tasks, pair.similarity) for pair in alone.pairs
    ]


def test_only_pairs_worth_a_look_are_asked_about() -> None:
    asked: list[tuple[str, str]] = []

    def noting(pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
        asked.extend(pairs)
        return _doubting(pairs)

    other = BELOW + "3.裱糊窗棂。熬制米浆。\n"
    compare(parse(ABOVE), parse(other), settings=Settings(judge=noting))
    assert asked
    assert not any("窗棂" in local for _, local in asked)
