"""The same work on a Spark cluster: a listing of paths or a Parquet of texts in, Parquet partitioned by shard out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zlib import crc32

from policy_nlp.batches.job import Readable, Request, rendered, said
from policy_nlp.batches.package_zip import package_zip
from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.reading import Page, read_bytes, read_page

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

SCHEMA = "shard int, id string, path string, read string, written string, tasks int, result string, error string"
"""What the Parquet holds: `result` is the very content of a pool's file, `error` says as JSON why there is none."""
_LISTING = "shard int, id string, path string, text string"
_DOCUMENTS_A_SHARD = 1000


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the work is done: a master as Spark names it, and how many shards the results have."""

    master: str = "local[*]"
    shards: int | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that came in a Parquet file."""

    path: str
    text: str

    def page(self, encoding: str | None = None) -> Page:
        """Return the text as a page."""
        return read_bytes(self.text.encode("utf-8", "replace"), path=self.path, media_type="text/plain")


@dataclass(frozen=True, slots=True)
class _File:
    """A file that a worker can open."""

    path: str
    ocr: bool = False

    def page(self, encoding: str | None = None) -> Page:
        """Return the file as a page."""
        return read_page(self.path, encoding=encoding, ocr=self.ocr)


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a run: how many documents there were, and why some have no result, in every language."""

    total: int
    failures: tuple[dict[str, str], ...]


def run_spark(listed: Sequence[tuple[str, Readable]], folder: Path, request: Request, cluster: Cluster) -> Tally:
    """Write the results of all documents into `folder` as Parquet, and return what came of them.

    `listed` are ids with what to read: files that every worker can open under the same path. A file ending in
    `.parquet` stands for the texts in it (columns `id` and `text`). Raises InputError where pyspark, Java or the
    master is not to be had.
    """
    with _session(cluster) as session:
        frame = _listing(session, listed, cluster.shards or max(1, len(listed) // _DOCUMENTS_A_SHARD))
        results = frame.mapInPandas(_worker(request), SCHEMA)
        results.write.mode("overwrite").partitionBy("shard").parquet(str(folder.resolve()))
        written = session.read.parquet(str(folder.resolve()))
        errors = written.where("error is not null").select("error").collect()
        return Tally(written.count(), tuple(json.loads(row.error) for row in errors))


def shard_of(id: str, shards: int) -> int:
    """Return the shard of a document, which depends on its id alone.

    >>> shard_of("qinghe", 8)
    6
    """
    return crc32(id.encode("utf-8", "replace")) % shards


class _session:
    """A Spark session that ends with the block, with this package on each worker."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster

    def __enter__(self) -> SparkSession:
        try:
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise InputError("extra_missing", path="-", library="pyspark", extra="spark") from error
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master(self._cluster.master).appName("policy_nlp")
        builder = builder.config("spark.ui.enabled", "false").config("spark.log.level", "ERROR")
        try:
            self._session = builder.getOrCreate()
        except Exception as error:
            # Spark tells a missing Java, a wrong one and a master that does not answer by errors of many kinds.
            raise InputError("no_spark", path=self._cluster.master, cause=_first_line(error)) from error
        self._folder = TemporaryDirectory()
        self._session.sparkContext.addPyFile(str(package_zip(Path(self._folder.name))))
        return self._session

    def __exit__(self, *exception: object) -> None:
        self._session.stop()
        self._folder.cleanup()


def _listing(session: SparkSession, listed: Sequence[tuple[str, Readable]], shards: int) -> DataFrame:
    """The documents, those of one shard on one worker."""
    paths = [(shard_of(id, shards), id, source.path, None) for id, source in listed if not _is_parquet(source)]
    frame = session.createDataFrame(paths, _LISTING)
    for _, source in listed:
        if _is_parquet(source):
            frame = frame.unionByName(_texts(session, source.path, shards))
    return frame.repartition(shards, "shard")


def _texts(session: SparkSession, path: str, shards: int) -> DataFrame:
    from pyspark.sql.functions import col, lit
    from pyspark.sql.functions import crc32 as checksum

    texts = session.read.parquet(path)
    if not {"id", "text"} <= set(texts.columns):
        raise InputError("not_texts", path=path, columns=" ".join(texts.columns))
    shard = (checksum(col("id").cast("binary")) % shards).cast("int")
    return texts.select(shard.alias("shard"), col("id"), lit(path).alias("path"), col("text"))


def _is_parquet(source: Readable) -> bool:
    return source.path.endswith(".parquet")


def _worker(request: Request) -> Any:
    """The function that a worker runs over its part of the listing."""

    def work(parts: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        import pandas as pd

        names = [field.split()[0] for field in SCHEMA.split(", ")]
        for part in parts:
            rows = [_row(shard, id, path, text, request) for shard, id, path, text in part.itertuples(index=False)]
            yield pd.DataFrame(rows, columns=names)

    return work


def _row(shard: int, id: str, path: str, text: str | None, request: Request) -> tuple[object, ...]:
    source: Readable = _Text(f"{path}:{id}", text) if isinstance(text, str) else _File(path, request.ocr)
    try:
        document, content = rendered(id, source, request)
    except PolicyNlpError as error:
        return shard, id, source.path, None, None, None, None, json.dumps(said(error), ensure_ascii=False)
    written = sha256(content).hexdigest()
    return shard, id, source.path, document.source.sha256, written, len(document.tasks), content.decode(), None


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200]
