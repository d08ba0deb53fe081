"""A DocBin of a pipeline becomes gold: nothing is lost, and what a person changes counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy is an extra")

from spacy.tokens import Doc, DocBin, Span

from policy_nlp import parse
from policy_nlp.conversion.docbin import read_docbin
from policy_nlp.errors import InputError
from policy_nlp.schema import Document, Role
from tests.components.pipelines import PIPELINES, TEXTS, ZH, pipeline


def come_back(tmp_path: Path, *docs: Doc) -> list[Document]:
    DocBin(store_user_data=True, docs=docs).to_disk(tmp_path / "docs.spacy")
    return list(read_docbin(tmp_path / "docs.spacy"))


@pytest.mark.parametrize(("language", "tokenizer"), PIPELINES)
def test_documents_come_back_as_they_were(tmp_path: Path, language: str, tokenizer: dict[str, Any]) -> None:
    nlp, text = pipeline(language, tokenizer), TEXTS[language]
    found = come_back(tmp_path, nlp(text), nlp(text * 2))
    assert found == [replace(parse(text), id="docs-1"), replace(parse(text * 2), id="docs-2")]


@pytest.mark.parametrize("alignment", ["expand", "contract"])
def test_coarse_tokens_cost_no_character(tmp_path: Path, alignment: str) -> None:
    nlp = pipeline("zh", alignment=alignment, spans={"deadline": None})
    words = ["青浦河县内涝治理实施方案\n\n一、", "改造泵站。2026年", "6月底前，完", ZH[ZH.index("成率") :]]
    doc = nlp.get_pipe("policy_nlp")(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
    (found,) = come_back(tmp_path, doc)
    assert [due.quote for due in found.deadlines] == ["2026年6月底前"]
    if alignment == "expand":
        assert found == replace(parse(ZH), id="docs-1")


def test_what_a_person_changes_counts(tmp_path: Path) -> None:
    doc = pipeline("zh")(ZH)
    _, co = doc.spans["policy_units"]
    doc.spans["policy_units"] = [Span(doc, co.start, co.end, label="unit-lead")]
    doc.spans["policy_targets"] = []
    (found,) = come_back(tmp_path, doc)
    (unit,) = found.units
    assert (unit.quote, unit.role, unit.tasks) == ("各镇人民政府", Role.LEAD, ("t1",))
    assert not found.targets and found.deadlines == parse(ZH).deadlines


def test_a_broken_document_is_told(tmp_path: Path) -> None:
    doc = pipeline("zh")(ZH)
    for broken in ('{"id": "a"}', "[]", "{"):
        doc.user_data["policy_nlp_document"] = broken
        with pytest.raises(InputError, match="doc 1"):
            come_back(tmp_path, doc)
