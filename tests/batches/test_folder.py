"""A folder of results: complete, goes on where it was, ends with the same bytes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from policy_nlp.batches import Job, Request, run_folder
from policy_nlp.batches.job import Outcome
from policy_nlp.batches.journal import JOURNAL, MANIFEST
from policy_nlp.commands.inputs import Input
from tests.batches.test_pool import PLAN, results


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(40):
        (folder / f"d{number:02}.txt").write_text(PLAN.format(n=number) * 20, encoding="utf-8")
    return folder


def listed(plans: Path, out: Path) -> list[Job]:
    files = sorted(plans.iterdir())
    return [Job(path.stem, Input(path.stem, str(path)), out / f"{path.stem}.json") for path in files]


def run(plans: Path, out: Path, request: Request | None = None) -> list[Outcome]:
    return run_folder(listed(plans, out), out, request or Request(), processes=1)


def test_one_result_each_and_a_manifest(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (plans / "d05.txt").write_bytes(b"")
    run(plans, out)
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    assert (manifest["total"], manifest["failed"]) == (40, 1)
    assert [entry["id"] for entry in manifest["documents"]] == [path.stem for path in sorted(plans.iterdir())]
    assert manifest["documents"][5]["error"]["message"]["en"].endswith("d05.txt: the file is empty")
    assert len(results(out)) == 40 and not (out / JOURNAL).exists()


def test_what_stands_is_not_done_again(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(plans, out)
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.json")}
    (plans / "d03.txt").write_text(PLAN.format(n="三"), encoding="utf-8")
    (out / "d04.json").write_text("tampered", encoding="utf-8")
    (out / "d05.json").unlink()
    run(plans, out)
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("*.json")}
    assert {name for name in after if before[name] != after[name]} == {"d03.json", "d04.json", "d05.json"}


def test_other_wishes_are_done_anew(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(plans, out)
    run(plans, out, Request(with_text=True))
    assert all("text" in json.loads(path.read_text("utf-8")) for path in out.glob("*.json"))


def test_a_line_cut_off_by_a_kill_is_no_entry(plans: Path, tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    run(plans, whole)
    cut.mkdir()
    (cut / JOURNAL).write_text('{"id": "d00", "path": "', encoding="utf-8")
    run(plans, cut)
    assert results(cut) == results(whole)


@pytest.mark.skipif(os.name != "posix", reason="kills a process with a signal of Unix")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_and_started_again_it_ends_with_the_same_bytes(plans: Path, tmp_path: Path, how: int) -> None:
    whole, out = tmp_path / "whole", tmp_path / "out"
    for path in plans.iterdir():
        # Long enough that the signal comes before the end.
        path.write_text(path.read_text("utf-8") * 8, encoding="utf-8")
    command = [sys.executable, "-m", "policy_nlp", "extract", str(plans), "-j", "2", "-o"]
    subprocess.run([*command, str(whole)], check=True)
    # A background job may hand down a deaf ear for interrupts.
    listening = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen([*command, str(out)], stderr=subprocess.DEVNULL, preexec_fn=listening) as process:
        deadline = time.monotonic() + 60
        while not list(out.glob("*.json")) and time.monotonic() < deadline:
            time.sleep(0.002)
        process.send_signal(how)
    assert process.returncode in (-how, 130)
    assert not (out / MANIFEST).exists()
    subprocess.run([*command, str(out)], check=True)
    assert results(out) == results(whole)


def test_half_written_files_of_a_killed_run_are_removed(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / ".d00.json.123.tmp").write_text('{"id"', encoding="utf-8")
    (out / ".keep.tmp").write_text("of somebody else", encoding="utf-8")
    run(plans, out)
    assert [path.name for path in out.glob(".*")] == [".keep.tmp"]
