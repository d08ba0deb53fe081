"""What makes the scan fast (`starts`, `trigger`, `reach`) may lose no hit that the patterns alone would find."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from policy_nlp.lexicon import rule_set
from policy_nlp.lexicon.load import LANGUAGES, table
from policy_nlp.lexicon.rules import RuleSet
from policy_nlp.text.folding import fold

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
SHORTCUTS = ("starts", "trigger", "reach", "near_trigger", "near_reach", "begins", "shared")
FAST = [(language, name) for language in LANGUAGES for name in ("deadlines", "targets")]


def texts(language: str, rules: RuleSet) -> list[str]:
    examples = chain.from_iterable((example.marked for example in rule.accept) for rule in rules.rules)
    samples = (path.read_text(encoding="utf-8") for path in sorted((SAMPLES / language).glob("*.txt")))
    return [fold(text.translate({ord("【"): None, ord("】"): None})) for text in (*examples, *samples)]


@pytest.mark.parametrize(("language", "name"), FAST)
def test_the_fast_scan_finds_all_that_the_full_scan_finds(language: str, name: str) -> None:
    content = table(language, name)
    fast = rule_set(language, name)
    full = RuleSet(fast.rules, {key: value for key, value in content.items() if key not in SHORTCUTS})
    assert any(key in content for key in SHORTCUTS)
    for text in texts(language, fast):
        # A hit of the full scan may open with the white space before it; the words are what counts.
        assert words(text, fast) == words(text, full)


def words(text: str, rules: RuleSet) -> set[str]:
    return {text[slice(*hit.span)].strip() for hit in rules.find(text)}
