"""The program as a process: pipes, interrupts, start-up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from subprocess import PIPE

HEAVY = ("rich", "pandas", "jieba", "selectolax", "charset_normalizer", "policy_nlp.pipeline")
PROGRAM = [sys.executable, "-m", "policy_nlp"]


def test_a_reader_that_goes_away_is_no_error(plan: Path) -> None:
    with subprocess.Popen([*PROGRAM, "extract", plan], stdout=PIPE, stderr=PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_interrupt_ends_with_its_own_status(plan: Path) -> None:
    command = [*PROGRAM, "-v", "extract", plan, "-"]
    # A background job may hand down a deaf ear for interrupts.
    listening = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True, preexec_fn=listening) as process:
        assert process.stderr is not None
        assert "2" in process.stderr.readline()
        # The plan is done: from now on it waits for standard input.
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert output.count("\n") == 1


def test_output_is_utf8_whatever_the_terminal_says(plan: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    result = subprocess.run([*PROGRAM, "extract", plan], capture_output=True, env=environment, check=True)
    assert "排查水库隐患" in result.stdout.decode("utf-8")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from policy_nlp.commands.app import app; app(['--help'], standalone_mode=False);"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.endswith("[]\n")
