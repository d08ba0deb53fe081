"""WindowDiff and Pk against their definitions, window by window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.schema import Document, Task
from policy_nlp.scoring.segmentation import mean_segmentation, segmentation

LENGTH = 60


def document(*spans: tuple[int, int]) -> Document:
    tasks = tuple(Task(f"t{number}", "p1", None, "", span) for number, span in enumerate(spans))
    return Document("a", "zh", "田" * LENGTH, tasks=tasks)


def cuts(spans: list[tuple[int, int]]) -> set[int]:
    return {edge for span in spans for edge in span if 0 < edge < LENGTH}


def between(edges: set[int], start: int, end: int) -> int:
    """How often one crosses a cut on the way from the character at `start` to the one at `end`."""
    return sum(start < edge <= end for edge in edges)


SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 15)).map(lambda one: (one[0], min(LENGTH, one[0] + one[1]))),
    max_size=6,
)


@given(SPANS, SPANS)
def test_each_window_is_compared(gold: list[tuple[int, int]], pred: list[tuple[int, int]]) -> None:
    found = segmentation(document(*gold), document(*pred))
    assert found is not None
    ours, theirs = cuts(gold), cuts(pred)
    pairs = [
        (between(ours, start, start + found.window), between(theirs, start, start + found.window))
        for start in range(LENGTH - found.window)
    ]
    assert abs(found.window_diff - sum(one != other for one, other in pairs) / len(pairs)) < 1e-9
    assert abs(found.pk - sum((one > 0) != (other > 0) for one, other in pairs) / len(pairs)) < 1e-9


def test_a_near_miss_costs_less_than_a_task_that_is_not_there() -> None:
    gold = document((0, 20), (20, 40), (40, 60))
    near, lost = segmentation(gold, document((0, 22), (22, 40), (40, 60))), segmentation(gold, document((0, 20)))
    assert near is not None and lost is not None
    assert 0 < near.window_diff < lost.window_diff


def test_the_window_is_half_a_segment_of_gold() -> None:
    found = segmentation(document((0, 20), (20, 40)), document())
    assert found is not None and found.window == 10


def test_texts_too_short_to_cut() -> None:
    assert segmentation(Document("a", "zh", ""), Document("a", "zh", "")) is None
    assert segmentation(Document("a", "zh", "田"), Document("a", "zh", "")) is None
    assert mean_segmentation([None]) == {}
