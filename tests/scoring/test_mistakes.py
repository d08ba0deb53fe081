"""Each mistake is told once, with its cause."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.schema import Document, Plan, Role, Task, Unit
from policy_nlp.scoring.cases import Cases
from policy_nlp.scoring.mistakes import Cause, Kind, Mistake, all_mistakes, mistakes
from policy_nlp.scoring.mistakes.tally import by_cause

TEXT = "一是开展排查。二是落实整改。三是建立台账。"


def told(found: list[Mistake]) -> list[tuple[str, ...]]:
    return [(one.kind.value, *(cause.value for cause in one.causes)) for one in found]


def test_the_slips_of_the_prediction_are_told(gold: Document, pred: Document) -> None:
    assert sorted(told(mistakes(gold, pred))) == [
        ("deadline", "missed"),
        ("target", "value"),
        ("task", "boundary"),
        ("unit", "role"),
        ("unit", "task"),
    ]


def test_nothing_is_told_of_a_document_and_itself(gold: Document) -> None:
    assert mistakes(gold, gold) == []


def test_causes_add_up_and_the_chief_one_comes_first(gold: Document) -> None:
    lead, *others = gold.units
    start, end = lead.span
    odd = replace(lead, span=(start + 1, end), quote=lead.quote[1:], role=Role.ACTOR, tasks=("t2",))
    (found,) = mistakes(gold, replace(gold, units=(odd, *others)))
    assert found.causes == (Cause.ROLE, Cause.TASK, Cause.BOUNDARY)
    assert (found.cause, found.span) == (Cause.ROLE, lead.span)


def test_a_task_that_ends_otherwise_is_the_same_task_for_its_mentions(gold: Document) -> None:
    start, end = gold.tasks[1].span
    later = replace(gold, tasks=(gold.tasks[0], replace(gold.tasks[1], span=(start + 3, end))))
    assert told(mistakes(gold, later)) == [("task", "boundary")]


def outline(*spans: tuple[int, int]) -> Document:
    tasks = tuple(Task(f"t{number}", "p1", None, "", span) for number, span in enumerate(spans))
    return Document("a", "zh", TEXT, plans=(Plan("p1", "", (0, len(TEXT))),), tasks=tasks)


def test_tasks_cut_too_often_or_too_seldom() -> None:
    one, three = outline((0, 21)), outline((0, 7), (7, 14), (14, 21))
    assert told(mistakes(one, three)) == [("task", "boundary"), ("task", "split"), ("task", "split")]
    assert told(mistakes(three, one)) == [("task", "boundary"), ("task", "merged"), ("task", "merged")]


def test_a_section_on_another_level_and_of_another_type(gold: Document) -> None:
    (section,) = gold.sections
    assert told(mistakes(gold, replace(gold, sections=(replace(section, level=2),)))) == [("section", "level")]


def test_one_record_for_many_tasks_is_the_same_as_many_records(gold: Document) -> None:
    unit = gold.units[0]
    one = replace(gold, units=(replace(unit, tasks=("t1", "t2")),))
    many = replace(gold, units=tuple(replace(unit, tasks=(task,)) for task in ("t1", "t2")))
    assert mistakes(one, many) == mistakes(many, one) == []


def test_mistakes_of_many_documents_are_sorted_by_cause(gold: Document, pred: Document) -> None:
    both = {name: replace(gold, id=name) for name in "ab"}
    found = all_mistakes(Cases(both, {"a": pred, "b": pred}))
    causes = [one.cause for one in found]
    assert causes == sorted(causes, key=list(Cause).index)
    assert len(found) == 10
    assert by_cause(found) == {
        "task": {"boundary": 2},
        "unit": {"role": 2, "task": 2},
        "deadline": {"missed": 2},
        "target": {"value": 2},
    }


def test_a_mistake_is_about_something() -> None:
    with pytest.raises(ValueError, match="one side"):
        _ = Mistake("a", (Cause.MISSED,), None, None).kind


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda one: (one[0], min(21, one[0] + one[1]))), max_size=6
)


def with_units(spans: list[tuple[int, int]]) -> Document:
    return replace(outline(), units=tuple(Unit(TEXT[slice(*span)], span, Role.CO, ()) for span in spans))


@given(SPANS, SPANS)
def test_misses_and_false_alarms_balance(ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> None:
    gold, pred = with_units(ours), with_units(theirs)
    found = [one for one in mistakes(gold, pred) if one.kind is Kind.UNIT]
    missed, spurious = (sum(one.cause is cause for one in found) for cause in (Cause.MISSED, Cause.SPURIOUS))
    mirrored = [one for one in mistakes(pred, gold) if one.kind is Kind.UNIT]
    assert len(found) == len(mirrored)
    assert missed == sum(one.cause is Cause.SPURIOUS for one in mirrored)
    assert spurious == sum(one.cause is Cause.MISSED for one in mirrored)
