"""Parsing a file in a child process with limits on memory, CPU and time; one child serves many files."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from policy_nlp.errors import InputError
from policy_nlp.reading.frames import receive, send
from policy_nlp.reading.page import Block, BlockKind, Content
from policy_nlp.schema import Diagnostic, Severity

_WORKER = "from policy_nlp.reading.worker import main; main()"
_SIGNALED_CPU = -24


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: bytes of memory, seconds of CPU, seconds on the clock."""

    memory: int = 2 << 30
    cpu: int = 120
    clock: int = 240


RECOGNITION = Limits(memory=8 << 30, cpu=7200, clock=7200)
"""What recognizing the pictures of a file may take: some ten seconds a page."""


def read_apart(data: bytes, path: str, encoding: str | None, *, kind: str, limits: Limits | None = None) -> Content:
    """Return what the reader of `kind` makes of `data`, read in a child process.

    Raises InputError as the reader does, and where the child dies or takes too much.
    """
    bounds = limits or Limits()
    head = {"kind": kind, "path": path, "encoding": encoding, "memory": bounds.memory, "seconds": bounds.cpu}
    with _LOCK:
        answer = _child().ask(json.dumps(head).encode(), data, path, bounds)
    return _content(json.loads(answer))


class _Child:
    """One running worker; a file that kills it leaves the next one a new worker."""

    def __init__(self) -> None:
        entries = [str(Path(__file__).parents[2]), *(str(Path(entry or ".").resolve()) for entry in sys.path)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(entries), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-P", "-c", _WORKER]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self.owner = os.getpid()

    def alive(self) -> bool:
        """Whether it can be asked: not dead, and not the child of the process that this one was forked from."""
        return self.owner == os.getpid() and self._process.poll() is None

    def ask(self, head: bytes, data: bytes, path: str, limits: Limits) -> bytes:
        """Return the answer to one request."""
        with self._clock(limits.clock) as rang:
            answer = self._exchange(head, data)
        if answer is not None:
            return answer
        status = self._process.wait()
        slow = rang.is_set() or status == _SIGNALED_CPU
        code = "reader_slow" if slow else "reader_died"
        raise InputError(code, path=path, seconds=limits.cpu, status=status)

    def _exchange(self, head: bytes, data: bytes) -> bytes | None:
        try:
            send(cast(BinaryIO, self._process.stdin), head)
            send(cast(BinaryIO, self._process.stdin), data)
            return receive(cast(BinaryIO, self._process.stdout))
        except OSError:
            return None

    @contextmanager
    def _clock(self, seconds: int) -> Iterator[threading.Event]:
        rang = threading.Event()
        timer = threading.Timer(seconds, self._stop, [rang])
        timer.daemon = True
        timer.start()
        try:
            yield rang
        except BaseException:
            self._process.kill()
            raise
        finally:
            timer.cancel()

    def _stop(self, rang: threading.Event) -> None:
        rang.set()
        self._process.kill()

    def close(self) -> None:
        """End the worker."""
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()


_LOCK = threading.Lock()
_CHILDREN: list[_Child] = []


def _child() -> _Child:
    while _CHILDREN and not _CHILDREN[0].alive():
        _CHILDREN.pop()
    if not _CHILDREN:
        _CHILDREN.append(_Child())
    return _CHILDREN[0]


@atexit.register
def _close() -> None:
    for child in _CHILDREN:
        child.close()


def _content(answer: dict[str, Any]) -> Content:
    if "error" in answer:
        raise InputError(**answer["error"])
    blocks = tuple(Block(BlockKind(kind), tuple(span), *rest) for kind, span, *rest in answer["blocks"])
    notes = (
        Diagnostic(code, Severity(severity), message, tuple(span) if span else None)
        for code, severity, message, span in answer["notes"]
    )
    return Content(answer["text"], blocks, tuple(notes))
