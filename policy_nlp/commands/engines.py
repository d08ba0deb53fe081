"""Where the work of many documents is done: on this machine, or on a Spark cluster."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from policy_nlp.commands.inputs import Input
from policy_nlp.commands.options import STDIN
from policy_nlp.commands.session import Session
from policy_nlp.errors import InputError
from policy_nlp.reporting.forms import Form

if TYPE_CHECKING:
    from policy_nlp.batches import Request

_BAD_INPUT = 2


class Engine(StrEnum):
    """What shares out the work."""

    POOL = "pool"
    SPARK = "spark"


def run_on_spark(
    session: Session, inputs: Sequence[Input], folder: Path, request: Request, *, master: str, shards: int | None
) -> int:
    """Write the results of all inputs into `folder` as Parquet, by Spark, and return the exit status."""
    from policy_nlp.batches.spark import Cluster, run_spark

    if str(folder) == STDIN:
        raise InputError("spark_folder", path=STDIN)
    if request.form is not Form.JSON:
        raise InputError("spark_form", path=str(folder), form=request.form.value)
    unread = [item.error for item in inputs if item.error is not None]
    if unread:
        raise unread[0]
    done = run_spark([(item.id, item) for item in inputs], folder, request, Cluster(master, shards))
    for failure in done.failures:
        session.complaint(failure[session.lang])
    if done.failures:
        session.failed(done.total, [failure[session.lang] for failure in done.failures])
    return _BAD_INPUT if done.failures else 0
