"""The benchmark's own arithmetic: turns, sizes and tables."""

from __future__ import annotations

from evaluation.benchmark import in_turn, of_size, row, sizes, table_head


def test_contestants_take_turns_after_one_run_each() -> None:
    calls: list[str] = []
    taken = in_turn({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, rounds=2)
    assert calls == ["a", "b"] * 3
    assert all(seconds >= 0 for seconds in taken.values())


def test_sizes_double_up_to_the_limit() -> None:
    assert sizes(20) == [1, 2, 4, 8, 16, 20]
    assert sizes(1) == [1]
    assert sizes(8) == [1, 2, 4, 8]


def test_a_line_is_repeated_to_its_size_in_bytes() -> None:
    text = of_size("防汛a", 20)
    assert text.startswith("防汛a防汛a防")
    assert 18 <= len(text.encode()) <= 20


def test_a_table_has_as_many_columns_as_names() -> None:
    assert list(table_head("file", "s")) == ["| file | s |", "| --- | ---: |"]
    assert row(1, "x") == "| 1 | x |"
