"""A folder of results: one file for each document, and the manifest of the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from policy_nlp.batches.job import Failure, Job, Outcome, Request
from policy_nlp.batches.journal import MANIFEST, Journal, entry_of
from policy_nlp.batches.pool import outcomes
from policy_nlp.interchange import dumps
from policy_nlp.safe_files import make_folder, remove_drafts, write_safely
from policy_nlp.schema import SCHEMA_VERSION

Tell = Callable[[Outcome], None]


def run_folder(
    jobs: Sequence[Job],
    folder: Path,
    request: Request,
    *,
    processes: int | None = None,
    tell: Tell = lambda outcome: None,
) -> list[Outcome]:
    """Write the result of each job into `folder` with a manifest, and return the outcomes in the order of `jobs`.

    A job whose result lies there already, made from the same file with the same wishes, is not done again. `tell`
    hears of each outcome as it comes. Raises InputError where nothing can be written.
    """
    make_folder(folder)
    journal = Journal(folder, request.fingerprint())
    found: dict[Job, Outcome] = {}
    for job in jobs:
        if (stands := journal.stands(job)) is not None:
            found[job] = stands
            tell(stands)
    left = [job for job in jobs if job not in found]
    for outcome in outcomes(left, request, processes=processes or os.cpu_count() or 1):
        journal.add(outcome)
        found[outcome.job] = outcome
        tell(outcome)
    remove_drafts(folder)
    ordered = [found[job] for job in jobs]
    write_safely(folder / MANIFEST, dumps(_manifest(ordered, request)))
    journal.close()
    return ordered


def _manifest(ordered: Sequence[Outcome], request: Request) -> dict[str, object]:
    from policy_nlp.version import __version__

    failures = sum(isinstance(outcome, Failure) for outcome in ordered)
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "format": request.form.value,
        "wishes": request.fingerprint(),
        "total": len(ordered),
        "failed": failures,
        "documents": [entry_of(outcome) for outcome in ordered],
    }
