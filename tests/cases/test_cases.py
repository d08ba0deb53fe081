"""Every marked-up case comes out as it is marked."""

from __future__ import annotations

import pytest

from policy_nlp import parse
from tests.cases.collect import Case, cases
from tests.cases.markup import Record, found, read


def _parameters() -> list[object]:
    return [pytest.param(case, id=case.name, marks=_marks(case)) for case in cases()]


def _marks(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []


@pytest.mark.parametrize("case", _parameters())
def test_a_case_comes_out_as_it_is_marked(case: Case) -> None:
    text, expected = read(case.marked)
    wanted = [record for record in expected if record.layer in case.layers]
    got = [record for record in found(parse(text, language=case.language)) if record.layer in case.layers]
    assert _lines(got, wanted) == _lines(wanted, wanted), f"{case.note}: {text}"


def _lines(records: list[Record], wanted: list[Record]) -> list[str]:
    """The records as lines; each says what the case says about its span and tag."""
    names = {(record.span, record.tag): record.fields for record in wanted}
    return [record.shown(names.get((record.span, record.tag), {})) for record in records]


def test_what_is_marked_is_compared() -> None:
    for case in cases():
        _, records = read(case.marked)
        assert {record.layer for record in records} <= case.layers, case.name
