"""Processes that share the work; one that dies takes no more than its own document with it."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for
from threading import Thread

from policy_nlp.batches.job import STDIN, Failure, Job, Outcome, Request, failed, perform
from policy_nlp.errors import InputError

Work = Callable[[Job], Outcome]

# So few are done before a pool has started.
_FEWEST = 16
# Enough work lies ready for each process, and memory does not grow with the folder.
_AHEAD = 4
_TASKS_FOR_ONE_PROCESS = 500


def outcomes(jobs: Iterable[Job], request: Request, *, processes: int) -> Iterator[Outcome]:
    """Yield what came of each job, as it comes; in this process where the work is little or `processes` is 1."""
    work = partial(perform, request=request)
    listed = list(jobs)
    # Standard input is this process's own.
    yield from (work(job) for job in listed if job.path == STDIN)
    left = dict.fromkeys(job for job in listed if job.path != STDIN)
    if processes < 2 or len(left) < _FEWEST:
        yield from map(work, left)
        return
    while left:
        suspects = yield from _until_broken(left, work, processes)
        for outcome in _one_by_one(suspects, work):
            del left[outcome.job]
            yield outcome


def _until_broken(left: dict[Job, None], work: Work, processes: int) -> Generator[Outcome, None, tuple[Job, ...]]:
    """Yield outcomes and take their jobs from `left`; return the jobs that were in hand when a process died."""
    pool = _pool(processes)
    feed = iter(list(left))
    pending: dict[Future[Outcome], Job] = {}
    try:
        while True:
            pending |= {pool.submit(work, job): job for job in islice(feed, processes * _AHEAD - len(pending))}
            if not pending:
                return ()
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = future.result()
                del left[pending.pop(future)]
                yield outcome
    except BrokenProcessPool:
        return tuple(pending.values())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(suspects: Iterable[Job], work: Work) -> Iterator[Outcome]:
    """Yield what comes of each job with nothing else in hand, so that a death has one cause."""
    left = deque(suspects)
    while left:
        with _pool(1) as pool:
            yield from _until_death(pool, left, work)


def _until_death(pool: ProcessPoolExecutor, left: deque[Job], work: Work) -> Iterator[Outcome]:
    while left:
        job = left.popleft()
        try:
            yield pool.submit(work, job).result()
        except BrokenProcessPool:
            yield _died(job)
            return


def _died(job: Job) -> Failure:
    return failed(job, InputError("process_died", path=job.path))


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=_begin,
        max_tasks_per_child=_TASKS_FOR_ONE_PROCESS,
    )


def _begin() -> None:
    """An interrupt is the parent's to handle; a process whose parent is gone must not stay behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
