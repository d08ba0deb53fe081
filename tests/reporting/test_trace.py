"""Every field can be traced to its rule and its characters."""

from __future__ import annotations

import pytest

from policy_nlp.errors import InputError
from policy_nlp.reporting.trace import explain, trace_page
from policy_nlp.schema import Document
from tests.reporting.conftest import at


def names(document: Document, field: str) -> list[str]:
    return [trace.name for trace in explain(document, field)]


def test_a_task_brings_all_that_is_bound_to_it(document: Document) -> None:
    assert names(document, "t1") == ["t1", "units[0]", "units[1]", "deadlines[0]"]


def test_an_offset_shows_what_lies_over_it_widest_first(document: Document) -> None:
    assert names(document, str(at("2026年底前")[0])) == ["p1", "s1", "t1", "deadlines[0]"]


def test_a_record_names_rule_and_characters(document: Document) -> None:
    (trace,) = explain(document, "units[1]")
    assert trace.to_json() == {
        "field": "units[1]",
        "span": list(at("各乡镇")),
        "quote": "各乡镇",
        "role": "co",
        "tasks": ["t1", "t2"],
        "rule": "block.tail",
        "inherited_from": {"span": list(at("（县水务局、各乡镇负责）")), "quote": "（县水务局、各乡镇负责）"},
    }


def test_the_page_reads_in_both_languages(document: Document) -> None:
    page = trace_page(explain(document, "units[1]"), "zh")
    assert "规则：block.tail" in page and "取自 [" in page
    assert "rule: block.tail" in trace_page(explain(document, "units[1]"), "en")


@pytest.mark.parametrize("field", ["t9", "units[9]", "99999", "", "-1"])
def test_an_unknown_field_is_an_error(document: Document, field: str) -> None:
    with pytest.raises(InputError, match="no_such_field"):
        explain(document, field)
