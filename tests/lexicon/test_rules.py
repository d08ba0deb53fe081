"""Every rule of every lexicon finds what its examples mark, and nothing in its near misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from policy_nlp.lexicon import Rule, rule_set
from policy_nlp.lexicon.load import LANGUAGES, table
from policy_nlp.schema import Span
from policy_nlp.text.folding import fold

_MARKED = re.compile("【([^【】]*)】")


def lexicons() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        folder = files("policy_nlp") / "lexicons" / language
        names = sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml"))
        yield from ((language, name) for name in names)


RULE_FILES = [(language, name) for language, name in lexicons() if "rules" in table(language, name)]
RULES = [
    pytest.param(language, name, rule, id=f"{language}-{name}-{rule.id}")
    for language, name in RULE_FILES
    for rule in rule_set(language, name).rules
]


def unmarked(passage: str) -> tuple[str, list[Span]]:
    """Return the passage without its marks, and the spans that they marked."""
    spans = []
    for number, match in enumerate(_MARKED.finditer(passage)):
        start = match.start() - 2 * number
        spans.append((start, start + len(match[1])))
    return _MARKED.sub(r"\1", passage), spans


def hits(language: str, name: str, rule: Rule, text: str) -> list[Span]:
    return [hit.span for hit in rule_set(language, name).find(fold(text)) if hit.rule.id == rule.id]


@pytest.mark.parametrize(("language", "name", "rule"), RULES)
def test_rule_accepts_its_examples(language: str, name: str, rule: Rule) -> None:
    assert rule.accept, "a rule must carry an example that it accepts"
    for example in rule.accept:
        text, spans = unmarked(example.marked)
        found = hits(language, name, rule, text)
        assert spans, f"{example.marked}: mark with 【】 what the rule must find"
        assert set(spans) <= set(found), f"{example.marked}: found {[text[slice(*span)] for span in found]}"


@pytest.mark.parametrize(("language", "name", "rule"), RULES)
def test_rule_rejects_its_near_misses(language: str, name: str, rule: Rule) -> None:
    assert rule.reject, "a rule must carry a near miss that it rejects"
    for passage in rule.reject:
        found = hits(language, name, rule, passage)
        assert not found, f"{passage}: found {[passage[slice(*span)] for span in found]}"


@pytest.mark.parametrize(("language", "name"), RULE_FILES)
def test_rule_ids_are_unique_in_their_file(language: str, name: str) -> None:
    ids = [rule.id for rule in rule_set(language, name).rules]
    assert sorted(set(ids)) == sorted(ids)


def test_marks_are_taken_out_before_matching() -> None:
    assert unmarked("【2024年底前】完成，【每月】报送") == ("2024年底前完成，每月报送", [(0, 7), (10, 12)])
