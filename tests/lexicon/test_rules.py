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


def pattern_rules(language: str, name: str) -> list[str]:
    return [rule["id"] for rule in table(language, name).get("rules", ()) if "pattern" in rule]


RULE_FILES = [(language, name) for language, name in lexicons() if pattern_rules(language, name)]
RULES = [(language, name, rule_id) for language, name in RULE_FILES for rule_id in pattern_rules(language, name)]


def rule_of(language: str, name: str, rule_id: str) -> Rule:
    return next(rule for rule in rule_set(language, name).rules if rule.id == rule_id)


def unmarked(passage: str) -> tuple[str, list[Span]]:
    """Return the passage without its marks, and the spans that they marked."""
    spans = []
    for number, match in enumerate(_MARKED.finditer(passage)):
        start = match.start() - 2 * number
        spans.append((start, start + len(match[1])))
    return _MARKED.sub(r"\1", passage), spans


def hits(language: str, name: str, rule_id: str, text: str) -> list[Span]:
    return [hit.span for hit in rule_set(language, name).find(fold(text)) if hit.rule.id == rule_id]


@pytest.mark.parametrize(("language", "name", "rule_id"), RULES)
def test_rule_accepts_its_examples(language: str, name: str, rule_id: str) -> None:
    rule = rule_of(language, name, rule_id)
    assert rule.accept, "a rule must carry an example that it accepts"
    for example in rule.accept:
        text, spans = unmarked(example.marked)
        found = hits(language, name, rule_id, text)
        assert spans, f"{example.marked}: mark with 【】 what the rule must find"
        assert set(spans) <= set(found), f"{example.marked}: found {[text[slice(*span)] for span in found]}"


@pytest.mark.parametrize(("language", "name", "rule_id"), RULES)
def test_rule_rejects_its_near_misses(language: str, name: str, rule_id: str) -> None:
    for passage in rule_of(language, name, rule_id).reject:
        found = hits(language, name, rule_id, passage)
        assert not found, f"{passage}: found {[passage[slice(*span)] for span in found]}"


@pytest.mark.parametrize(("language", "name"), RULE_FILES)
def test_rule_ids_are_unique_in_their_file(language: str, name: str) -> None:
    ids = [rule.id for rule in rule_set(language, name).rules]
    assert sorted(set(ids)) == sorted(ids)


def test_marks_are_taken_out_before_matching() -> None:
    assert unmarked("【2024年底前】完成，【每月】报送") == ("2024年底前完成，每月报送", [(0, 7), (10, 12)])
