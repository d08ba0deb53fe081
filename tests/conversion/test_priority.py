"""Which plan a reviewer learns most from, and why."""

from __future__ import annotations

import pytest

from policy_nlp import parse
from policy_nlp.conversion.disagreement import disagreements
from policy_nlp.conversion.priority import Cause, Reason, ranked
from policy_nlp.conversion.traits import own_traits
from policy_nlp.schema import Document, Role, Task, Unit

PLAIN = {
    "zh": "青禾县方案\n一、任务\n（一）县水利局负责巡查，2026年底前完成。\n（二）县教育局负责宣传，2026年底前完成。\n",
    "en": "1. The Department of Health shall report by 30 June 2026.\n2. The Department of Health shall help.\n",
}
ODD = {
    "zh": "白沙镇方案\n一、任务\n（一）清理河道。（玄武湖治理专班牵头）\n（四）张贴告示。\n",
    "en": "1. The Quux Forum shall look into it in due course.\n4. Put up notices.\n",
}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def reasons(document: Document, *others: Document) -> dict[Cause, Reason]:
    found = next(item for item in ranked([document, *others]) if item.document is document)
    return {reason.cause: reason for reason in found.reasons}


@LANGUAGES
def test_the_odd_one_comes_first(language: str) -> None:
    plain, odd = (parse(texts[language], language=language, id=name) for name, texts in (("p", PLAIN), ("o", ODD)))
    assert [item.document.id for item in ranked([plain, odd])] == ["o", "p"]
    assert {Cause.DIAGNOSTICS, Cause.UNKNOWN} <= reasons(odd, plain).keys()


def test_the_score_is_the_weighted_sum_and_bounded() -> None:
    documents = [
        parse(text, language="zh", id=str(index)) for index, text in enumerate([*PLAIN.values(), *ODD.values()])
    ]
    scores = [item.score for item in ranked(documents)]
    assert scores == sorted(scores, reverse=True) and all(0 <= score <= 1 for score in scores)


def test_alone_nothing_is_rare() -> None:
    document = parse(PLAIN["zh"], language="zh")
    assert Cause.RARE not in reasons(document)
    assert own_traits([document, document]) == [[], []]


def test_a_text_without_tasks_is_bare() -> None:
    assert reasons(Document("a", "zh", "天气很好。"))[Cause.BARE].degree == 1


def test_a_body_in_two_roles_is_a_disagreement() -> None:
    text = "县水务局牵头，县水务局配合。"
    lead, co = (Unit("县水务局", span, role, ("t1",)) for span, role in (((0, 4), Role.LEAD), ((7, 11), Role.CO)))
    document = Document("a", "zh", text, tasks=(Task("t1", "p1", None, "", (0, 14)),), units=(lead, co))
    assert disagreements(document) == [(7, 11)]


@LANGUAGES
def test_a_plan_that_a_model_reads_otherwise_comes_first(language: str) -> None:
    first, second = (parse(PLAIN[language], language=language, id=name) for name in "ab")
    alone = ranked([first, second])
    asked = ranked([first, second], contested=[[], [(0, 4), (5, 8)]])
    assert [item.document.id for item in asked] == ["b", "a"]
    assert asked[0].reasons[0].cause is Cause.CONTESTED and asked[0].reasons[0].examples[0] == PLAIN[language][:4]
    assert asked[1].reasons == alone[0].reasons and asked[1].score == pytest.approx(alone[0].score / 2, abs=0.001)
    assert all(0 <= item.score <= 1 for item in asked)
