"""The rule engine on rules of its own, and what it says about broken ones."""

from __future__ import annotations

import pytest

from policy_nlp.errors import LexiconError
from policy_nlp.lexicon import Rule, RuleSet, rule_set, words
from policy_nlp.lexicon.joining import expand
from policy_nlp.lexicon.load import table

FRAGMENTS = {"year": r"\d{4}年", "end": "{year}底"}


def rule(pattern: str, *, name: str = "r") -> Rule:
    return Rule(name, pattern, {}, (), ())


def find(text: str, *rules: Rule) -> list[tuple[str, str]]:
    found = RuleSet(rules, {"fragments": FRAGMENTS}).find(text)
    return [(hit.rule.id, text[slice(*hit.span)]) for hit in found]


def test_fragments_nest() -> None:
    assert find("到2025年底前", rule("{end}前")) == [("r", "2025年底前")]


def test_the_earlier_rule_wins_where_two_begin_together() -> None:
    both = (rule("{end}", name="end"), rule("{year}", name="year"))
    assert find("2025年底、2026年", *both) == [("end", "2025年底"), ("year", "2026年")]


def test_a_group_named_span_narrows_the_hit() -> None:
    assert find("于2025年完成", rule("于(?P<span>{year})")) == [("r", "2025年")]


def test_a_hit_tells_its_groups_and_where_they_stand() -> None:
    (hit,) = RuleSet((rule("(?P<head>由)(?P<body>[^，]{1,9})牵头"),), {}).find("由县水利局牵头，")
    assert hit.groups == {"head": "由", "body": "县水利局"}
    assert hit.spans["body"] == (1, 5)


def test_groups_of_one_name_in_two_rules_stay_apart() -> None:
    found = list(RuleSet((rule("甲(?P<x>.)"), rule("乙(?P<x>.)", name="s")), {}).find("乙丙"))
    assert [(hit.rule.id, hit.groups) for hit in found] == [("s", {"x": "丙"})]


def test_a_search_can_be_bounded() -> None:
    rules = RuleSet((rule("{year}"),), {"fragments": FRAGMENTS})
    assert [hit.span for hit in rules.find("2024年2025年", 5)] == [(5, 10)]
    assert list(rules.find("2024年2025年", 5, 9)) == []


def test_a_start_set_filters_where_a_rule_may_begin() -> None:
    text = "12024年"
    assert [hit.span for hit in RuleSet((rule("{year}"),), {"fragments": FRAGMENTS, "starts": "2"}).find(text)] == [
        (1, 6)
    ]


def test_only_what_a_trigger_reaches_is_searched() -> None:
    content = {"fragments": FRAGMENTS, "trigger": "前", "reach": [8, 1]}
    text = "2023年以来，各地推进；2025年底前完成"
    found = [text[slice(*hit.span)] for hit in RuleSet((rule("{year}"),), content).find(text)]
    assert found == ["2025年"]


@pytest.mark.parametrize(
    ("pattern", "cause"),
    [("{month}", "no fragment 'month'"), ("(?P<a>x)(?P<a>y)", "group 'a' twice"), ("(", "rules r")],
)
def test_a_broken_rule_is_named(pattern: str, cause: str) -> None:
    with pytest.raises(LexiconError, match=cause):
        RuleSet((rule(pattern),), {"fragments": FRAGMENTS})


def test_fragments_that_nest_in_themselves_are_refused() -> None:
    with pytest.raises(LexiconError, match="nest deeper"):
        expand("{loop}", {"loop": "a{loop}"}, "r")


def test_a_lexicon_that_is_not_there_is_named() -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        table("zh", "nowhere")


def test_a_lexicon_without_rules_has_no_rule_set() -> None:
    with pytest.raises(LexiconError, match="no rules"):
        rule_set("zh", "headings")


def test_a_word_list_that_is_not_there_is_named() -> None:
    with pytest.raises(LexiconError, match="no entry"):
        words("zh", "headings", "types.nowhere")
    with pytest.raises(LexiconError, match="not a list"):
        words("zh", "headings", "types")
