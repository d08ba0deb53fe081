"""Rules can be listed, shown and tried."""

from __future__ import annotations

import pytest

from policy_nlp.errors import InputError
from policy_nlp.reporting.rulebook import entry_of, hits_page, rule_page, rulebook, rules_table

RULE = "zh.deadline.by_year_end"


def test_every_rule_is_listed_once() -> None:
    ids = [entry.rule.id for entry in rulebook()]
    assert len(ids) == len(set(ids))
    assert RULE in rules_table("zh", columns=120)


def test_a_rule_is_shown_with_its_examples() -> None:
    page = rule_page(entry_of(RULE), "zh")
    assert page.startswith(f"{RULE}\n文件:\n  lexicons/zh/deadlines.toml\n")
    assert "必须命中:" in page and "【" in page


def test_a_hit_is_marked_in_the_sentence() -> None:
    page = hits_page(entry_of(RULE), "泵站２０２７年底前建成。", "zh")
    assert page.startswith("泵站【２０２７年底前】建成。\n  [2, 9) ２０２７年底前\n")


def test_no_hit_is_said() -> None:
    assert hits_page(entry_of(RULE), "泵站建成。", "en") == f"rule {RULE} finds nothing\n"


def test_an_unknown_rule_brings_those_of_like_names() -> None:
    with pytest.raises(InputError) as caught:
        entry_of("zh.deadline.by_year_ends")
    assert RULE in str(caught.value.fields["near"])
