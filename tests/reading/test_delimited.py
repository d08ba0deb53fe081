"""Fields between commas, tabs and semicolons, in the encodings that spreadsheet programs write."""

from __future__ import annotations

import pytest

from policy_nlp.errors import InputError
from policy_nlp.pipeline import from_page
from policy_nlp.reading import BlockKind, read_bytes

_TABLE = "序号,重点任务,责任单位,完成时限\n1,加固堤防,市水务局,2025年底前\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    found = read_bytes(_TABLE.encode(encoding), path="plan.csv")
    document = from_page(found)
    assert found.text.splitlines()[1] == "1\t加固堤防\t市水务局\t2025年底前"
    assert [(task.number, task.quote) for task in document.tasks] == [("1", "加固堤防")]
    assert [due.value for due in document.deadlines] == ["2025-12-31"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "，"])
@pytest.mark.parametrize("name", ["plan.csv", "plan.tsv"])
def test_any_sign_may_part_the_fields(sign: str, name: str) -> None:
    found = read_bytes(f"Action{sign}Lead\nSurvey dams{sign}Water Board\n".encode(), path=name)
    assert found.text == "Action\tLead\nSurvey dams\tWater Board"


def test_quoted_fields_may_hold_signs_and_lines() -> None:
    found = read_bytes(b'Action,Lead\n"Survey, then\nrepair ""all"" dams",Water Board\n', path="plan.csv")
    cells = [(found.text[slice(*b.span)], b.origin) for b in found.blocks if b.kind is BlockKind.CELL]
    assert cells[2] == ('Survey, then repair "all" dams', "A2")


def test_a_title_above_and_a_note_below_are_lines() -> None:
    rows = (
        "Flood actions,,",
        "Action,Lead,Due",
        "Survey dams,Water Board,2026",
        "Clear drains,Roads,2027",
        "Note: draft,,",
    )
    found = read_bytes("\n".join(rows).encode(), path="plan.csv")
    lines = [found.text[slice(*b.span)] for b in found.blocks if b.kind is BlockKind.PARAGRAPH]
    assert lines == ["Flood actions", "Note: draft"]


def test_a_field_too_long_is_refused_by_line() -> None:
    data = b"Action,Lead\n" + b'"' + b"x" * 1_000_100 + b'",y\n'
    with pytest.raises(InputError, match="broken_csv") as caught:
        read_bytes(data, path="plan.csv")
    assert caught.value.place.startswith("line ")


def test_a_formula_is_only_text() -> None:
    found = read_bytes(b'Action,Lead\n"=HYPERLINK(""http://x"")",Water Board\n', path="plan.csv")
    assert '=HYPERLINK("http://x")' in found.text
