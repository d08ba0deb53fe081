"""Writing results: to standard output, or to a file that is there complete or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from policy_nlp.commands.options import STDIN
from policy_nlp.errors import InputError
from policy_nlp.safe_files import encoded, write_safely

PIPE_CLOSED = 141
"""The status of a program whose reader went away, as shells report it."""


def show(content: str | bytes) -> None:
    """Write `content` to standard output, text as UTF-8 whatever the terminal is set to.

    Raises InputError where bytes that are no text would land on a terminal.
    """
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise InputError("no_text_for_terminal", path="-")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(encoded(content))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # `policy-nlp … | head`: nobody reads on, and Python must not try to flush once more at the end.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(PIPE_CLOSED) from None


def deliver(content: str | bytes, output: str) -> None:
    """Write `content` to the file `output`, or to standard output where that is `-`."""
    if output == STDIN:
        show(content)
    else:
        write_safely(Path(output), content)
