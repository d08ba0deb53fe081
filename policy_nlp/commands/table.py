"""`table`: the results of many plans as one table of tasks, units, deadlines or targets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.options import STDIN
from policy_nlp.frames.columns import Table
from policy_nlp.frames.forms import TableForm


def table(
    context: typer.Context,
    results: Annotated[list[Path], typer.Argument(metavar="RESULTS")],
    of: Annotated[Table, typer.Option("--of", metavar="tasks|units|deadlines|targets")] = Table.TASKS,
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    form: Annotated[TableForm, typer.Option("-f", "--format", metavar="csv|jsonl|parquet")] = TableForm.CSV,
) -> int:
    """Write one table of the results of many plans and return the exit status."""
    from policy_nlp.commands.output import deliver
    from policy_nlp.frames.frame import to_frame
    from policy_nlp.frames.results import read_results
    from policy_nlp.frames.write import written

    frames = to_frame(document for path in results for document in read_results(path))
    deliver(written(getattr(frames, of.value), form), output)
    return 0
