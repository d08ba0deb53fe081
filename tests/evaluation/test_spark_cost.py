"""What is made of the times of the two engines; no engine runs here."""

from __future__ import annotations

from pathlib import Path

from evaluation.spark_cost import Line, commands, copies, line, pays_from, report


def test_a_line_tells_start_and_each() -> None:
    assert line([10, 110, 210], [6.0, 16.0, 26.0]) == Line(5.0, 0.1)


def test_spark_pays_where_the_lines_cross() -> None:
    assert pays_from(Line(1.0, 0.2), Line(11.0, 0.1)) == 100
    assert pays_from(Line(1.0, 0.2), Line(0.5, 0.1)) == 0
    assert pays_from(Line(1.0, 0.1), Line(11.0, 0.1)) is None


def test_the_report_holds_both_against_each_other() -> None:
    found = list(report([10, 110], {"pool": [2.0, 22.0], "spark": [21.0, 31.0]}))
    assert "| 110 | 22.0 | 31.0 | 1.41 |" in found
    assert "| one document, ms | 200.0 | 100.0 | 0.50 |" in found
    assert found[-1] == "On the same cores Spark pays from 200 documents."
    assert list(report([1, 2], {"pool": [1.0, 2.0], "spark": [9.0, 10.0]}))[-1] == "On the same cores it never pays."


def test_both_engines_get_the_same_plans_and_cores(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("一、任务\n", encoding="utf-8")
    folder = copies([file], 3, tmp_path / "plans")
    assert sorted(path.name for path in folder.iterdir()) == ["000000.txt", "000001.txt", "000002.txt"]
    asked = commands(folder, tmp_path / "out", 2)
    assert asked["pool"][-2:] == ["-j", "2"] and "local[2]" in asked["spark"]
    assert all(str(folder) in command for command in asked.values())
