"""The benchmark's own arithmetic: turns, sizes and tables."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from evaluation import benchmark
from evaluation.benchmark import in_turn, of_size, rival_of, row, sizes, table_head, warm

PLANS = {
    "en": "# Harbor Plan\n\n- Open six hubs by June 2026.\n",
    "zh": "港口计划\n\n一、任务\n\n1.2026年6月底前建成码头。\n",
}
needs_spacy = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed")


@pytest.mark.parametrize(
    ("language", "name"), [("zh", "jieba.cut"), pytest.param("en", "spaCy blank en", marks=needs_spacy)]
)
def test_a_file_is_timed_beside_the_tokenizer_of_its_language(tmp_path: Path, language: str, name: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLANS[language], encoding="utf-8")
    cells = list(warm([path], rounds=1))[-1].strip("| ").split(" | ")
    assert (cells[0], cells[1], cells[3]) == ("plan.txt", str(len(PLANS[language])), name)
    assert all(float(cell.replace(",", "")) > 0 for cell in (cells[2], cells[4]))


def test_without_spacy_an_english_file_is_skipped_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "find_spec", lambda _: None)
    path = tmp_path / "plan.txt"
    path.write_text(PLANS["en"], encoding="utf-8")
    assert rival_of(PLANS["en"]) is None
    assert "skipped: spaCy is not installed" in list(warm([path], rounds=1))[-1]
    assert "skipped: spaCy is not installed" in list(benchmark.cold([path], rounds=1, cache=str(tmp_path)))[-1]


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
