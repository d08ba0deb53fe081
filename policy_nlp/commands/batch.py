"""Many documents in a row: a bad one is told and passed over, the complete results stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policy_nlp.commands.documents import DocumentOptions
from policy_nlp.commands.inputs import Input
from policy_nlp.commands.progress import progress
from policy_nlp.commands.session import Session
from policy_nlp.commands.sinks import Result, Sink
from policy_nlp.errors import PolicyNlpError
from policy_nlp.schema import Document

if TYPE_CHECKING:
    from policy_nlp.batches import Request

_BAD_INPUT = 2


def run_batch(
    session: Session,
    inputs: Sequence[Input],
    sink: Sink,
    render: Callable[[Document], Result],
    *,
    options: DocumentOptions,
) -> int:
    """Extract each input, hand what `render` makes of it to `sink`, and return the exit status."""
    failures = []
    for item in inputs:
        try:
            document = options.read(item)
            sink(item.id, render(document))
        except PolicyNlpError as error:
            session.error(error)
            failures.append(error)
        else:
            _tell(session, item, document)
    if failures and len(inputs) > 1:
        session.summary(len(inputs), failures)
    return _BAD_INPUT if failures else 0


def run_into_folder(
    session: Session, inputs: Sequence[Input], folder: Path, request: Request, *, processes: int | None = None
) -> int:
    """Write a result for each input into `folder`, with a manifest, and return the exit status."""
    from policy_nlp.batches import Failure, Job, run_folder

    jobs = [Job(item.id, item, folder / f"{item.id}{request.form.suffix}") for item in inputs]
    with progress(session, len(jobs)) as advance:
        done = run_folder(jobs, folder, request, processes=processes, tell=advance)
    failures = [outcome for outcome in done if isinstance(outcome, Failure)]
    if failures and len(jobs) > 1:
        session.failed(len(jobs), [failure.message[session.lang] for failure in failures])
    return _BAD_INPUT if failures else 0


def _tell(session: Session, item: Input, document: Document) -> None:
    session.detail(session.text("batch.done", path=item.path, tasks=len(document.tasks)))
    for note in document.diagnostics:
        session.detail(f"{item.path}: {note.message.get(session.lang, note.code)}")
