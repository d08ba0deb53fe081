"""What stands in the blocks of a gold document."""

from __future__ import annotations

from itertools import pairwise

import pytest

from policy_nlp.learning import Layer
from policy_nlp.learning.examples import Corpus, blocks_of, gold_spans, spans_of_blocks
from policy_nlp.schema import SectionType

from ..plans import TEXTS, plan


@pytest.mark.parametrize("language", TEXTS)
def test_blocks_follow_one_another(language: str) -> None:
    text = plan(language, 0)
    places = spans_of_blocks(text, language=language)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(text[start:end].strip() for start, end in places)


@pytest.mark.parametrize("language", TEXTS)
def test_no_gold_span_is_lost_between_blocks(language: str, corpus: Corpus) -> None:
    for document in corpus.of(language).documents.values():
        blocks = blocks_of(document)
        kept = [block.text[span.start : span.end] for block in blocks for span in block.spans]
        wanted = [document.text[s.start : s.end] for s in gold_spans(document) if s.layer is not Layer.TASK]
        assert sorted(kept) == sorted(wanted)
        assert sum(block.is_task for block in blocks) == len(document.tasks)


def test_blocks_know_what_their_section_is_for(corpus: Corpus) -> None:
    sections = [block.section for block in blocks_of(corpus.train["zh-0"])]
    assert sections[0] is None
    assert sections[-1] is SectionType.SAFEGUARDS
    assert SectionType.TASKS in sections


def test_what_holds_for_several_tasks_is_one_span(corpus: Corpus) -> None:
    spans = gold_spans(corpus.train["en-0"])
    assert len({(span.start, span.end, span.layer, span.label) for span in spans}) == len(spans)
