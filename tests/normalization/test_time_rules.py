"""Every rule of the grammars: its examples hold, its near misses do not, and it is needed."""

from datetime import date
from typing import Any

import pytest

from policy_nlp import normalize
from policy_nlp.lexicon.load import LANGUAGES, table
from policy_nlp.normalization.mentions import Bounds, Interval, TimeMention
from policy_nlp.normalization.times import find, rules
from policy_nlp.normalization.times.actions import ACTIONS

REFERENCE = date(2025, 3, 12)
RULES = [(language, entry) for language in LANGUAGES for entry in table(language, "time_rules")["rules"]]
EXAMPLES = [(language, entry["id"], example) for language, entry in RULES for example in entry.get("accept", ())]
NEAR_MISSES = [(language, entry["id"], text) for language, entry in RULES for text in entry.get("reject", ())]


def shown(mention: TimeMention) -> str | None:
    value = mention.value
    if isinstance(value, Interval):
        return f"{value.start or '..'}/{value.end or '..'}"
    return f"{value.min}–{value.max}" if isinstance(value, Bounds) else value


def read(marked: str, language: str) -> list[tuple[str, str | None]]:
    plain = marked.replace("【", "").replace("】", "")
    return [(m.quote, shown(m)) for m in normalize.times(plain, language=language, reference_date=REFERENCE)]


def expected(example: dict[str, Any]) -> list[tuple[str, str | None]]:
    quote = example["text"].split("【")[1].split("】")[0]
    return [(quote, example.get("value"))]


@pytest.mark.parametrize(
    ("language", "rule", "example"), EXAMPLES, ids=lambda part: part if isinstance(part, str) else ""
)
def test_example(language: str, rule: str, example: dict[str, Any]) -> None:
    assert read(example["text"], language) == expected(example)


@pytest.mark.parametrize(("language", "rule", "text"), NEAR_MISSES)
def test_near_miss(language: str, rule: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(("language", "entry"), RULES, ids=lambda part: part if isinstance(part, str) else part["id"])
def test_every_rule_has_an_example_that_needs_it(
    language: str, entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [other for other in table(language, "time_rules")["rules"] if other is not entry]
    monkeypatch.setattr(find, "grammar", lambda _: rules.assembled(others, language))
    assert any(read(example["text"], language) != expected(example) for example in entry["accept"])


def test_every_action_is_used() -> None:
    assert {entry["make"] for _, entry in RULES} == set(ACTIONS)


def test_both_languages_set_the_same_things() -> None:
    chinese, english = (table(language, "times") for language in LANGUAGES)
    assert chinese["layout"].keys() == english["layout"].keys()
    assert chinese["settings"].keys() == english["settings"].keys()
