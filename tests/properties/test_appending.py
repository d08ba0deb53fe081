"""A paragraph that has nothing to do with a plan changes nothing before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_nlp import parse
from policy_nlp.schema import Document
from tests.properties.texts import plans

UNRELATED = st.sampled_from(
    [
        "白岭县地处丘陵地带，气候温和，物产丰富，素有鱼米之乡的美誉。",
        "那一年雨水很多，山上的杜鹃开得格外早。",
        "全文到此为止",
        "The weather was mild that year, and the harvest came early.",
        "山" * 900 + "。",
        "\n\n".join(["天色渐渐暗了下来。"] * 40),
    ]
)


def _before(document: Document, end: int) -> list[object]:
    """The tasks, units, deadlines and targets that end before `end`."""
    records = (*document.tasks, *document.units, *document.deadlines, *document.targets)
    return [record for record in records if record.span[1] <= end]


@given(plans(), UNRELATED)
def test_an_unrelated_paragraph_changes_no_record_before_it(plan: str, paragraph: str) -> None:
    alone = parse(plan, language="zh")
    followed = parse(f"{plan}\n\n{paragraph}\n", language="zh")
    assert _before(followed, len(plan)) == _before(alone, len(plan))


@given(plans(), UNRELATED)
def test_nor_does_it_where_the_language_is_found(plan: str, paragraph: str) -> None:
    assert _before(parse(f"{plan}\n\n{paragraph}\n"), len(plan)) == _before(parse(plan), len(plan))
