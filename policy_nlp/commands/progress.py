"""How far a run of many documents is: a bar on a terminal, a word for each document to those who want it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from policy_nlp.commands.session import Session, Talk

if TYPE_CHECKING:
    from policy_nlp.batches import Outcome

_FEWEST = 4


@contextmanager
def progress(session: Session, total: int) -> Iterator[Callable[[Outcome], None]]:
    """Yield a function to be told of each outcome; it speaks on standard error only."""
    with bar(session, total, "batch.progress") as advance:

        def tell(outcome: Outcome) -> None:
            _tell(session, outcome)
            advance()

        yield tell


def _tell(session: Session, outcome: Outcome) -> None:
    from policy_nlp.batches import Failure

    if isinstance(outcome, Failure):
        session.complaint(outcome.message[session.lang])
        return
    session.detail(session.text("batch.done", path=outcome.job.path, tasks=outcome.tasks))
    for note in outcome.notes:
        session.detail(f"{outcome.job.path}: {note.get(session.lang, '')}")


@contextmanager
def bar(session: Session, total: int, key: str) -> Iterator[Callable[[], None]]:
    """Yield a function to be called after each of `total` steps; it moves a bar under the message `key`.

    There is a bar only where a person looks on and it takes a while, none in a log or a pipe.
    """
    if total < _FEWEST or session.talk is Talk.QUIET or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(session.text(key), total=total)
        yield lambda: bars.advance(task)
