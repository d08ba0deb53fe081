"""A standalone Spark master with two workers gives, after sorting, the very bytes that the pool gives."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from policy_nlp.batches.journal import MANIFEST
from policy_nlp.frames.results import read_results
from tests.batches.test_pool import PLAN

WORKERS = 2
PATIENCE = 120


@pytest.fixture(scope="module")
def spark_class() -> Path:
    """The script that starts Spark's own programs."""
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine: install a Java 17 runtime")
    pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'policy-nlp[spark]'")
    return Path(pyspark.__file__).parent / "bin" / "spark-class"


@pytest.fixture(scope="module")
def master(spark_class: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A master on this machine with two workers of one core each."""
    folder, port = tmp_path_factory.mktemp("spark"), free_port()
    address = f"spark://127.0.0.1:{port}"
    environment = os.environ | {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_WORKER_DIR": str(folder),
    }
    package = "org.apache.spark.deploy"
    commands = [[f"{package}.master.Master", "-h", "127.0.0.1", "-p", str(port), "--webui-port", "0"]]
    one = [f"{package}.worker.Worker", "-c", "1", "-m", "2g", "-h", "127.0.0.1", "--webui-port", "0", address]
    commands += [one] * WORKERS
    log = (folder / "log").open("wb")
    started = [
        subprocess.Popen([str(spark_class), *command], env=environment, stdout=log, stderr=log) for command in commands
    ]
    wait_for_workers(folder / "log")
    yield address
    for process in started:
        process.terminate()
    for process in started:
        process.wait(timeout=PATIENCE)
    log.close()


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


def wait_for_workers(log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while log.read_text("utf-8", "replace").count("Registering worker") < WORKERS:
        assert time.monotonic() < end, log.read_text("utf-8", "replace")[-2000:]
        time.sleep(0.1)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(12):
        (folder / f"d{number:02}.txt").write_text(PLAN.format(n=number), encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"")
    return folder


def extract(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "policy_nlp", "--lang", "en", "extract", *map(str, arguments)]
    environment = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"}
    return subprocess.run(command, capture_output=True, text=True, env=environment)


def test_a_cluster_gives_what_the_pool_gives(master: str, plans: Path, tmp_path: Path) -> None:
    pool, cluster = tmp_path / "pool", tmp_path / "cluster"
    assert extract(plans, "-o", pool).returncode == 2
    done = extract(plans, "-o", cluster, "--engine", "spark", "--master", master, "--shards", 3)
    assert done.returncode == 2 and "bad.txt: the file is empty" in done.stderr
    results = pd.read_parquet(cluster)
    assert sorted(path.name for path in cluster.glob("shard=*")) == ["shard=0", "shard=1", "shard=2"]
    found = results.dropna(subset=["result"]).set_index("id").result.sort_index()
    files = {path.stem: path.read_text("utf-8") for path in pool.iterdir() if path.name != MANIFEST}
    assert found.to_dict() == files and len(files) == 12


def test_texts_in_a_parquet_file_are_read(master: str, tmp_path: Path) -> None:
    texts = tmp_path / "texts.parquet"
    pd.DataFrame({"id": [f"d{n}" for n in range(5)], "text": [PLAN.format(n=n) for n in range(5)]}).to_parquet(texts)
    out = tmp_path / "out"
    assert extract(texts, "-o", out, "--engine", "spark", "--master", master).returncode == 0
    documents = list(read_results(out))
    assert sorted(document.id for document in documents) == [f"d{n}" for n in range(5)]
    assert all(document.tasks for document in documents)


def test_a_master_that_does_not_answer_is_named(spark_class: Path, plans: Path, tmp_path: Path) -> None:
    done = extract(plans, "-o", tmp_path / "out", "--engine", "spark", "--master", "nonsense")
    assert done.returncode == 2
    assert "nonsense" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["-f", "xlsx", "-o", "out"], []])
def test_what_spark_cannot_give_is_refused_before_it_starts(plans: Path, arguments: list[str]) -> None:
    done = extract(plans, "--engine", "spark", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
