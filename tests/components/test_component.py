"""The component on any Chinese or English pipeline: groups of spans, exact characters, options."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy is an extra")

import spacy
from spacy.tokens import Doc

from policy_nlp import parse
from policy_nlp.components.attributes import set_policy
from policy_nlp.schema import Document, Role, Task
from tests.components.pipelines import EN, PIPELINES, TEXTS, ZH, pipeline

EXPECTED = {
    "zh": {
        "policy_tasks": [
            ("task", "一、改造泵站。2026年6月底前，完成率达到95%以上。（县水务局牵头，各镇人民政府配合）")
        ],
        "policy_units": [("unit-lead", "县水务局"), ("unit-co", "各镇人民政府")],
        "policy_deadlines": [("deadline-by", "2026年6月底前")],
        "policy_targets": [("target-numeric", "完成率达到95%以上")],
    },
    "en": {
        "policy_tasks": [("task", "1. The Water Agency shall rebuild at least 12 pumps by 30 June 2027.")],
        "policy_units": [("unit-actor", "Water Agency")],
        "policy_deadlines": [("deadline-by", "by 30 June 2027")],
        "policy_targets": [("target-numeric", "at least 12 pumps")],
    },
}


@pytest.mark.parametrize(("language", "tokenizer"), PIPELINES)
def test_everything_of_a_plan_stands_in_groups(language: str, tokenizer: dict[str, Any]) -> None:
    doc = pipeline(language, tokenizer)(TEXTS[language])
    found = {name: [(span.label_, span._.policy.quote) for span in group] for name, group in doc.spans.items()}
    assert found == EXPECTED[language]
    assert all(span._.policy.quote in span.text for group in doc.spans.values() for span in group)


@pytest.mark.parametrize(("language", "tokenizer"), PIPELINES)
def test_the_document_is_the_one_that_extraction_gives(language: str, tokenizer: dict[str, Any]) -> None:
    doc = pipeline(language, tokenizer)(TEXTS[language])
    assert doc._.policy == parse(TEXTS[language])
    units = doc._.policy.units
    assert [doc.text[slice(*unit.span)] for unit in units] == [unit.quote for unit in units]


# One token of 6月底前完 ends after the deadline, the next one begins inside the target.
COARSE = ["一、改造", "泵站。2026年", "6月底前，完", "成率达到95%", "以上。"]


def coarse(**options: Any) -> Doc:
    nlp = pipeline("zh", **options)
    return nlp.get_pipe("policy_nlp")(Doc(nlp.vocab, words=COARSE, spaces=[False] * len(COARSE)))


@pytest.mark.parametrize(
    ("alignment", "found"),
    [("expand", "泵站。2026年6月底前，完"), ("contract", None), ("strict", None)],
)
def test_a_span_inside_tokens_keeps_its_exact_characters(alignment: str, found: str | None) -> None:
    doc = coarse(alignment=alignment)
    assert [span.text for span in doc.spans["policy_deadlines"]] == ([found] if found else [])
    (due,) = doc._.policy.deadlines
    assert doc.text[slice(*due.span)] == due.quote == "2026年6月底前"


def test_a_contracted_span_has_only_tokens_inside_it() -> None:
    doc = coarse(alignment="contract", spans={"task": None, "deadline": None, "unit": None})
    (span,) = doc.spans["policy_targets"]
    assert (span.text, span._.policy.quote) == ("成率达到95%", "完成率达到95%以上")


def test_a_span_leads_to_its_record() -> None:
    doc = pipeline("zh")(ZH)
    lead, co = doc.spans["policy_units"]
    assert (lead._.policy.name, co._.policy.role, co.id_) == ("县水务局", Role.CO, "units[1]")
    assert isinstance(doc.spans["policy_tasks"][0]._.policy, Task)
    assert doc[0:1]._.policy is None


def test_groups_are_named_and_left_out_by_the_configuration() -> None:
    doc = pipeline("en", spans={"task": "sc", "target": None, "section": "headings"})(EN)
    assert set(doc.spans) == {"sc", "policy_units", "policy_deadlines", "headings"}


def test_layers_may_share_a_group() -> None:
    doc = pipeline("zh", spans={"task": None, "unit": "sc", "deadline": "sc", "target": "sc"})(ZH)
    assert [span.label_ for span in doc.spans["sc"]] == ["deadline-by", "target-numeric", "unit-lead", "unit-co"]


def test_fiscal_years_begin_when_the_configuration_says() -> None:
    text = "# Plan\n\n- Open six hubs by Q2 FY2025.\n"
    (due,) = pipeline("en", fiscal_start=7)(text)._.policy.deadlines
    assert due.value == "2024-12-31"


def test_the_language_is_that_of_the_text_unless_given() -> None:
    assert pipeline("en")(ZH)._.policy.language == "zh"
    assert pipeline("en", language="en")(ZH)._.policy.language == "en"
    assert pipeline("xx")(EN)._.policy.units


@pytest.mark.parametrize(
    "wrong", [{"language": "fr"}, {"fiscal_start": 13}, {"alignment": "round"}, {"spans": {"verb": "x"}}, {"colour": 1}]
)
def test_a_wrong_option_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no month: 13|no layer 'verb'|fr|zh|expand|colour"):
        pipeline("zh", **wrong)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff一、\r\n", "𠮷" * 50, "no plan at all"])
def test_any_text_passes(text: str) -> None:
    doc = pipeline("zh")(text)
    assert doc.text == text == doc._.policy.text


def test_without_the_component_there_is_no_document() -> None:
    doc = spacy.blank("en")("Nothing has looked at this.")
    assert doc._.policy is None and doc[0:2]._.policy is None
    set_policy(doc, Document("a", "en", doc.text))
    assert doc._.policy == Document("a", "en", doc.text)


def test_it_stands_beside_other_components() -> None:
    nlp = pipeline("en")
    nlp.add_pipe("sentencizer", first=True)
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PUMP", "pattern": "pumps"}])
    doc = nlp(EN)
    assert [entity.label_ for entity in doc.ents] == ["PUMP"] and len(doc.spans["policy_units"]) == 1
    assert not nlp.analyze_pipes()["problems"]["policy_nlp"]


def test_spacy_scores_it() -> None:
    nlp = pipeline("zh")
    gold = nlp(ZH)
    gold.spans["policy_units"] = list(gold.spans["policy_units"])[:1]
    scores = nlp.evaluate([spacy.training.Example(nlp.make_doc(ZH), gold)])
    assert (scores["spans_policy_tasks_f"], scores["spans_policy_units_p"]) == (1.0, 0.5)
