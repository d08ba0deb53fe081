"""The reader of marked-up sentences."""

from __future__ import annotations

import pytest

from policy_nlp.errors import InputError
from policy_nlp.schema import Deadline, DeadlineKind, Document, Target, TargetKind
from tests.cases.markup import found, read


def test_tags_may_nest_and_their_spans_are_those_of_the_text_without_tags() -> None:
    text, records = read("<task n=1>1.<by value=2024-06-30>6月底前</by>办结。</task>")
    assert text == "1.6月底前办结。"
    assert [(record.tag, text[slice(*record.span)]) for record in records] == [("task", text), ("by", "6月底前")]


def test_a_quoted_attribute_may_hold_a_tag_bracket() -> None:
    _, (target,) = read('入户率<target value=">=95%">不低于95%</target>。')
    assert target.fields == {"value": ">=95%"}


def test_an_angle_bracket_of_the_text_is_escaped() -> None:
    assert read("水位&lt;警戒水位，按R&D规程处置。") == ("水位<警戒水位，按R&D规程处置。", ())


@pytest.mark.parametrize("marked", ["<lead>市教育局", "<lead>市教育局</co>"])
def test_a_tag_that_is_not_closed_is_refused(marked: str) -> None:
    with pytest.raises(InputError, match="closed"):
        read(marked)


def test_a_document_is_shown_in_the_same_words() -> None:
    due = Deadline("年内", (0, 2), DeadlineKind.BY, "2024-12-31")
    change = Target("下降10%以上", (4, 11), TargetKind.NUMERIC, "-", 10, "%", bound=">=")
    span = Target("3至5家", (12, 16), TargetKind.NUMERIC, "=", (3, 5), "家")
    document = Document(id="d", language="zh", text="", deadlines=(due,), targets=(change, span))
    assert [record.fields["value"] for record in found(document)] == ["2024-12-31", "->=10%", "=3~5家"]
