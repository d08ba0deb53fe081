"""Choosing on held back documents: what helps is taken, what does not stays off."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.learning import Layer
from policy_nlp.learning.hybrid import LayerPolicy, Policy, choose
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document, Role, Unit

from .models import Claims

TEXT = "{place}方案\n\n一、任务\n（一）修路。此事由便民小队盯着，{place}交通局牵头。\n"
BODY, WRONG = "便民小队", "修路"


def gold(place: str) -> Document:
    """A plan in which a body acts that no rule knows."""
    text = TEXT.format(place=place)
    document = parse(text, language="zh", id=place)
    start = text.find(BODY)
    found = Unit(BODY, (start, start + len(BODY)), Role.ACTOR, (document.tasks[0].id,))
    return replace(document, units=(*document.units, found))


DOCUMENTS = [gold(f"{name}县") for name in "甲乙丙丁戊"]


def test_what_helps_is_taken_with_the_score_that_it_needs() -> None:
    model = Claims(((BODY, Layer.UNIT, "actor", 0.85), (WRONG, Layer.UNIT, "co", 0.65)))
    chosen = choose(model, DOCUMENTS)
    assert chosen[Layer.UNIT].policy == LayerPolicy(Policy.FILL, 0.7)
    assert chosen[Layer.UNIT].hybrid > chosen[Layer.UNIT].rules
    assert {layer for layer, one in chosen.items() if one.policy.policy is not Policy.RULES} == {Layer.UNIT}


def test_what_does_not_help_stays_off() -> None:
    chosen = choose(Claims(((WRONG, Layer.UNIT, "co", 0.99),)), DOCUMENTS)
    assert all(one.policy == LayerPolicy() and one.rules == one.hybrid for one in chosen.values())


def test_a_gain_on_one_document_out_of_many_is_not_enough() -> None:
    rest = [parse(TEXT.format(place=place), language="zh", id=place) for place in ("己县", "庚县", "辛县", "壬县")]
    model = Claims(((BODY, Layer.UNIT, "actor", 0.9),))
    assert choose(model, [DOCUMENTS[0], *rest])[Layer.UNIT].policy == LayerPolicy()


def test_on_a_few_documents_nothing_is_chosen() -> None:
    model = Claims(((BODY, Layer.UNIT, "actor", 0.9),))
    assert choose(model, DOCUMENTS[:4])[Layer.UNIT].policy == LayerPolicy()
