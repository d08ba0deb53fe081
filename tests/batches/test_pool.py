"""Processes that share the work give what one process gives; one that dies costs one document."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.batches.job import Failure, Job, Request, Success
from policy_nlp.batches.pool import outcomes
from tests.batches.sources import Broken, Deadly, Text

PLAN = "青禾县方案{n}\n\n一、重点任务\n\n（一）排查隐患。由县水务局牵头，2026年底前完成{n}座。\n"


def jobs(folder: Path, count: int) -> list[Job]:
    folder.mkdir(exist_ok=True)
    return [Job(f"d{n}", Text(f"d{n}.txt", PLAN.format(n=n)), folder / f"d{n}.json") for n in range(count)]


def results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_pool_writes_what_one_process_writes(tmp_path: Path) -> None:
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    one = list(outcomes(jobs(alone, 20), Request(), processes=1))
    two = list(outcomes(jobs(shared, 20), Request(), processes=2))
    assert len(one) == len(two) == 20 and all(isinstance(outcome, Success) for outcome in two)
    assert results(alone) == results(shared)


def test_a_process_that_dies_takes_one_document_with_it(tmp_path: Path) -> None:
    listed = jobs(tmp_path, 20)
    listed[7] = Job("deadly", Deadly("deadly.txt"), tmp_path / "deadly.json")
    found = {outcome.job.id: outcome for outcome in outcomes(listed, Request(), processes=2)}
    assert len(found) == 20
    dead = found.pop("deadly")
    assert isinstance(dead, Failure) and dead.code == "process_died" and "deadly.txt" in dead.message["en"]
    assert all(isinstance(outcome, Success) for outcome in found.values())
    assert len(list(tmp_path.glob("*.json"))) == 19


@pytest.mark.parametrize("count", [3, 20])
def test_a_bad_file_is_a_failure_in_both_languages(tmp_path: Path, count: int) -> None:
    listed = [*jobs(tmp_path, count), Job("bad", Broken("bad.txt"), tmp_path / "bad.json")]
    failures = [outcome for outcome in outcomes(listed, Request(), processes=2) if isinstance(outcome, Failure)]
    assert [failure.message for failure in failures] == [
        {"zh": "bad.txt: 文件是空的", "en": "bad.txt: the file is empty"}
    ]
    assert not (tmp_path / "bad.json").exists()
