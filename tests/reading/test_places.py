"""Folders and archives: every plan in them once, and nothing that only pretends to be one."""

from __future__ import annotations

import os
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from policy_nlp.commands.inputs import find_inputs
from policy_nlp.errors import InputError
from policy_nlp.reading import files_below, loading, read_page
from tests.reading.word_files import docx, p
from tests.reading.zipped import zipped

PLAN = "一、排查隐患。".encode()


def archive(folder: Path, members: dict[str, bytes], name: str = "plans.zip") -> Path:
    path = folder / name
    path.write_bytes(zipped(members))
    return path


def test_an_archive_gives_its_plans(tmp_path: Path) -> None:
    members = {
        "2025/方案.txt": PLAN,
        "b.docx": docx(p("任务")),
        "logo.gif": b"GIF8",
        "__MACOSX/._b.docx": b"x",
        ".h.txt": PLAN,
    }
    path = archive(tmp_path, members)
    found = find_inputs([str(path)])
    assert [(item.id, item.path) for item in found] == [("方案", f"{path}!2025/方案.txt"), ("b", f"{path}!b.docx")]
    assert [item.page().text for item in found] == ["一、排查隐患。", "任务"]
    assert read_page(f"{path}!b.docx").path == f"{path}!b.docx"


def test_names_in_gbk_are_found(tmp_path: Path) -> None:
    target = BytesIO()
    with ZipFile(target, "w") as file:
        file.writestr("XXXX.txt", PLAN)
    path = tmp_path / "plans.zip"
    path.write_bytes(target.getvalue().replace(b"XXXX", "方案".encode("gbk")))
    assert [item.id for item in find_inputs([str(path)])] == ["方案"]
    assert find_inputs([str(path)])[0].page().text == "一、排查隐患。"


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ("../../x.txt", "unsafe_member"),
        ("/etc/x.txt", "unsafe_member"),
        ("..\\x.txt", "unsafe_member"),
        ("inner.zip", "nested_archive"),
    ],
)
def test_a_bad_member_is_told_and_the_others_are_read(tmp_path: Path, member: str, code: str) -> None:
    path = archive(tmp_path, {member: PLAN, "good.txt": PLAN})
    bad, good = find_inputs([str(path)])
    with pytest.raises(InputError, match=code):
        bad.page()
    assert good.page().text == "一、排查隐患。"
    assert not set(bad.id) & set("/\\")


def test_a_damaged_archive_and_an_empty_one_are_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04")
    for path, code in ((broken, "damaged_file"), (archive(tmp_path, {"logo.gif": b""}), "no_plans")):
        with pytest.raises(InputError, match=code):
            find_inputs([str(path)])[0].page()


def test_an_archive_is_no_single_plan(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is_archive"):
        read_page(archive(tmp_path, {"a.txt": PLAN}))
    with pytest.raises(InputError, match="no_such_member"):
        read_page(f"{archive(tmp_path, {'a.txt': PLAN})}!b.txt")
    with pytest.raises(InputError, match="no_such_file"):
        read_page(f"{tmp_path}/none.zip!b.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_links_pipes_and_hidden_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    inside = tmp_path / "plans"
    inside.mkdir()
    (inside / "a.txt").write_bytes(PLAN)
    (inside / ".hidden.txt").write_bytes(PLAN)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "loop").symlink_to(inside)
    os.mkfifo(inside / "pipe.txt")
    archive(inside, {"b.txt": PLAN})
    assert [path.name for path in files_below(inside)] == ["a.txt", "plans.zip"]
    assert [item.id for item in find_inputs([str(inside)])] == ["a", "b"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device here")
def test_a_device_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_LIMIT", 1000)
    assert stat.S_ISCHR(Path("/dev/zero").stat().st_mode)
    with pytest.raises(InputError, match="too_large"):
        read_page("/dev/zero")
