"""Plans in, tasks out: to the screen, to a file, to a folder."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.commands.conftest import PLAN, Run


def test_json_is_one_object_in_the_published_format(run: Run, plan: Path) -> None:
    result = run("extract", plan)
    data = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (data["id"], data["language"], data["source"]["path"]) == ("qinghe", "zh", str(plan))
    assert [task["number"] for task in data["tasks"]] == ["一", "二"]
    assert "text" not in data


def test_the_same_input_gives_the_same_bytes(run: Run, plan: Path) -> None:
    assert run("extract", plan).stdout_bytes == run("extract", plan).stdout_bytes


def test_standard_input_is_a_dash(run: Run, plan: Path) -> None:
    piped, read = (json.loads(result.stdout) for result in (run("extract", "-", input=PLAN), run("extract", plan)))
    assert piped.pop("id") == "stdin" and read.pop("id") == "qinghe"
    assert piped.pop("source")["path"] == "-" and read.pop("source")
    assert piped == read


def test_the_text_comes_along_when_asked_for(run: Run, plan: Path) -> None:
    assert json.loads(run("extract", plan, "--with-text").stdout)["text"] == PLAN


def test_a_page_always_brings_its_text(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "qinghe.html"
    page.write_text("<p>" + "</p><p>".join(PLAN.split("\n\n")) + "</p>", encoding="utf-8")
    data = json.loads(run("extract", page).stdout)
    assert all(data["text"][slice(*task["span"])] == task["quote"] for task in data["tasks"])
    assert len(data["tasks"]) == 2


def test_csv_has_a_line_for_each_task(run: Run, plan: Path) -> None:
    content = run("extract", plan, "-f", "csv", "--lang", "zh").stdout
    rows = list(csv.DictReader(StringIO(content.removeprefix("\ufeff"))))
    assert [row["牵头单位"] for row in rows] == ["县水务局", ""]


def test_the_table_is_for_reading(run: Run, plan: Path) -> None:
    table = run("extract", plan, "-f", "table", "--lang", "zh").stdout
    assert "牵头单位" in table and "2026-06-30" in table


def test_several_plans_are_json_lines_with_one_csv_heading(run: Run, plan: Path) -> None:
    other = plan.with_name("other.txt")
    other.write_text(PLAN, encoding="utf-8")
    assert [json.loads(line)["id"] for line in run("extract", plan, other).stdout.splitlines()] == ["qinghe", "other"]
    assert run("extract", plan, other, "-f", "csv").stdout.count("Document") == 1


def test_one_plan_goes_to_a_file(run: Run, plan: Path) -> None:
    out = plan.with_name("result.json")
    assert run("extract", plan, "-o", out).stdout == ""
    assert json.loads(out.read_text("utf-8"))["id"] == "qinghe"
    assert sorted(path.name for path in plan.parent.iterdir()) == ["qinghe.txt", "result.json"]


def test_a_folder_is_walked_and_each_plan_has_its_file(run: Run, plan: Path) -> None:
    below = plan.parent / "2026" / "notice.md"
    below.parent.mkdir()
    below.write_text(PLAN, encoding="utf-8")
    (plan.parent / ".draft.txt").write_text(PLAN, encoding="utf-8")
    (plan.parent / "drawing.gif").write_bytes(b"GIF89a")
    assert run("extract", plan.parent, plan, "-o", plan.parent / "out").exit_code == 0
    assert sorted(path.name for path in (plan.parent / "out").glob("*.json")) == ["notice.json", "qinghe.json"]


def test_plans_of_one_name_do_not_lie_on_top_of_one_another(run: Run, plan: Path) -> None:
    for name in ("a/plan.txt", "b/plan.txt", "b/plan.html", "a-plan.txt"):
        path = plan.parent / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLAN, encoding="utf-8")
    assert run("extract", plan.parent / "in", "-o", plan.parent / "out").exit_code == 0
    assert len(list((plan.parent / "out").glob("*.json"))) == 4


def test_a_batch_goes_on_past_bad_files_and_says_so(run: Run, plan: Path) -> None:
    bad = plan.with_name("bad.txt")
    bad.write_bytes(PLAN.encode() + b"\xff")
    result = run("extract", bad, plan, plan.with_name("none.txt"), "-o", plan.parent / "out", "--lang", "zh")
    assert result.exit_code == 2
    assert [path.name for path in (plan.parent / "out").glob("*.json")] == ["qinghe.json"]
    assert f"{bad}: 字节 {len(PLAN.encode())}: 编码不对" in result.stderr
    assert "共 3 个文件，2 个失败" in result.stderr
    assert result.stderr.count("none.txt") == 2


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("blank.txt", b"\n \n", "blank.txt: there is no text in the file"),
        ("image.txt", b"\x00\x01\x02\x03plan", "image.txt: byte 0: not a text file"),
        ("draw.gif", b"GIF89a", "draw.gif: files of this type (image/gif) are not supported"),
        ("broken.txt", "任务".encode() * 9 + b"\xe4\xbb", "broken.txt: byte 54: wrong encoding"),
    ],
)
def test_bad_input_names_file_place_and_cause(run: Run, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("extract", tmp_path / name, "-o", tmp_path / "out.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_without_plans_is_an_error(run: Run, tmp_path: Path) -> None:
    result = run("extract", tmp_path, "--lang", "zh")
    assert result.exit_code == 2
    assert "文件夹里没有可读取的规划文件" in result.stderr


def test_output_never_destroys_an_input(run: Run, plan: Path) -> None:
    assert run("extract", plan, "-o", plan).exit_code == 2
    assert plan.read_text("utf-8") == PLAN


def test_a_file_cannot_be_the_folder(run: Run, plan: Path) -> None:
    other = plan.with_name("other.txt")
    other.write_text(PLAN, encoding="utf-8")
    result = run("extract", plan, other, "-o", other)
    assert result.exit_code == 2
    assert other.read_text("utf-8") == PLAN


def test_a_place_that_cannot_be_written_is_named(run: Run, plan: Path) -> None:
    result = run("extract", plan, "-o", plan / "below" / "out.json")
    assert result.exit_code == 2
    assert "out.json: cannot be written" in result.stderr


def test_languages_and_encodings_can_be_forced(run: Run, plan: Path) -> None:
    plan.write_bytes(PLAN.encode("gbk"))
    assert json.loads(run("extract", plan, "--encoding", "gbk", "--language", "zh").stdout)["diagnostics"] == []
    assert run("extract", plan, "--encoding", "klingon").exit_code == 2


def test_quiet_and_verbose(run: Run, plan: Path) -> None:
    assert "qinghe.txt: 2 tasks" in run("extract", plan, "-v").stderr
    failed = run("-q", "extract", plan, plan.with_name("none.txt"))
    assert failed.stderr.count("\n") == 1
