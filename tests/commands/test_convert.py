"""`convert`: one format into another, whole folders, and clear words where a file is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policy_nlp.commands.schema import Published, schema_text
from tests.commands.conftest import Run


@pytest.fixture
def gold(run: Run, plan: Path) -> Path:
    """A gold file with its text inside."""
    path = plan.with_name("qinghe.gold.json")
    run("extract", plan, "--with-text", "-o", path)
    return path


def test_to_a_tool_and_back_the_file_is_the_same(run: Run, gold: Path, tmp_path: Path) -> None:
    tasks, back = tmp_path / "tasks.json", tmp_path / "back" / "qinghe.gold.json"
    assert run("convert", gold, "--to", "label-studio", "-o", tasks).exit_code == 0
    result = run("convert", tasks, "--to", "gold", "-o", back)
    assert (result.exit_code, result.stdout) == (0, "")
    assert back.read_bytes() != b"" and json.loads(back.read_text("utf-8")) == json.loads(gold.read_text("utf-8"))


def test_companions_take_the_name_of_the_chief_file(run: Run, gold: Path, tmp_path: Path) -> None:
    run("convert", gold, "--to", "label-studio", "-o", tmp_path / "for-lin.json")
    run("convert", gold, "--to", "brat", "-o", tmp_path / "brat" / "one.ann")
    assert (tmp_path / "for-lin.xml").is_file()
    assert sorted(path.name for path in (tmp_path / "brat").iterdir()) == ["annotation.conf", "one.ann", "one.txt"]


def test_a_folder_goes_past_a_bad_file(run: Run, gold: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "good.gold.json").write_bytes(gold.read_bytes())
    (folder / "bad.ann").write_text("T1\ttask 0 99\tno\n", encoding="utf-8")
    (folder / "bad.txt").write_text("短文", encoding="utf-8")
    (folder / "list.json").write_text('{"unrelated": true}', encoding="utf-8")
    result = run("convert", folder, "--to", "gold", "-o", f"{out}/")
    assert result.exit_code == 2
    assert "bad.ann: line 1: span [0, 99) lies outside the text (length 2)" in result.stderr
    assert [path.name for path in out.iterdir()] == ["qinghe.gold.json"]


def test_nothing_is_written_where_nothing_can_be_read(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("[{", encoding="utf-8")
    result = run("convert", broken, "--to", "gold", "-o", tmp_path / "out")
    assert result.exit_code == 2 and "broken.json: line 1, column 3: broken JSON" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("name", "content"), [("a.json", "[1]"), ("a.json", "{}"), ("a.odd", "x"), ("a.jsonl", "")])
def test_a_file_of_no_format_is_told(run: Run, tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    result = run("convert", tmp_path / name, "--to", "gold", "-o", tmp_path / "out")
    assert result.exit_code == 2 and f"{name}: the format cannot be told" in result.stderr


def test_an_input_is_never_overwritten(run: Run, gold: Path) -> None:
    before = gold.read_bytes()
    result = run("convert", gold, "--to", "gold", "-o", gold)
    assert result.exit_code == 2 and "would overwrite the input" in result.stderr
    assert gold.read_bytes() == before


def test_who_and_when_are_noted_where_the_format_cannot_tell(run: Run, gold: Path, tmp_path: Path) -> None:
    run("convert", gold, "--to", "brat", "-o", tmp_path / "brat/")
    out = tmp_path / "out.gold.json"
    arguments = ("--to", "gold", "-o", out, "--annotator", "lin", "--at", "2026-03-02", "--only-reviewed")
    assert run("convert", tmp_path / "brat", *arguments).exit_code == 0
    assert json.loads(out.read_text("utf-8"))["review"] == {"annotator": "lin", "at": "2026-03-02", "tool": None}


def test_what_nobody_reviewed_is_left_out(run: Run, gold: Path, tmp_path: Path) -> None:
    result = run("convert", gold, "--to", "gold", "-o", tmp_path / "out", "--only-reviewed")
    assert result.exit_code == 2 and "none reviewed" in result.stderr


def test_a_name_from_a_file_cannot_lead_out_of_the_folder(run: Run, gold: Path, tmp_path: Path) -> None:
    data = json.loads(gold.read_text("utf-8")) | {"id": "../../escaped"}
    gold.write_text(json.dumps(data), encoding="utf-8")
    run("convert", gold, "--to", "conll", "-o", f"{tmp_path}/out/")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["_.._escaped.conll"]


def test_two_files_of_one_id_are_told(run: Run, gold: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.gold.json"
    again.write_bytes(gold.read_bytes())
    result = run("convert", gold, again, "--to", "doccano", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2 and "the id qinghe is taken by" in result.stderr
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_reviewed_document_is_valid() -> None:
    schema = json.loads(schema_text(Published.EXTRACTION))
    assert set(schema["$defs"]["review"]["properties"]) == {"annotator", "at", "tool"}
