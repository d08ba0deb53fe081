"""Running LibreOffice and antiword: external programs, each on one file, with limits and nothing of the user's."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from policy_nlp.errors import InputError

SECONDS = 120
_MEMORY = 6 << 30
_OUTPUT = 1 << 30
_LONGEST_CAUSE = 200
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
# No macros, and nothing fetched from where a document points to.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse">
<value>true</value></prop></item>
</oor:items>
"""


def find_libreoffice() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _ELSEWHERE if Path(path).exists()), None)


def find_antiword() -> str | None:
    """Return the path of antiword, None where it is not installed."""
    return shutil.which("antiword")


def to_docx(program: str, data: bytes, *, path: str, suffix: str) -> bytes:
    """Return what LibreOffice makes of `data`; raises InputError where it fails or takes too long."""
    with TemporaryDirectory(prefix="policy-nlp-") as folder:
        source, target = Path(folder, f"plan{suffix}"), Path(folder, "out", "plan.docx")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={_profile(os.getpid()).as_uri()}"
        options = [profile, "--headless", "--norestore", "--nolockcheck", "--nodefault"]
        filters = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent)]
        ended = run([program, *options, *filters, str(source)], path=path)
        if not target.exists():
            raise InputError("conversion_failed", path=path, program="LibreOffice", cause=ended.cause)
        return target.read_bytes()


def antiword_text(program: str, data: bytes, *, path: str) -> str:
    """Return the text that antiword finds in a .doc file, a line for each paragraph."""
    with TemporaryDirectory(prefix="policy-nlp-") as folder:
        source = Path(folder, "plan.doc")
        source.write_bytes(data)
        ended = run([program, "-m", "UTF-8.txt", "-w", "0", str(source)], path=path)
    if ended.status:
        raise InputError("conversion_failed", path=path, program="antiword", cause=ended.cause)
    return ended.output.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit status, what it wrote, what it complained of."""

    status: int
    output: bytes
    complaint: bytes

    @property
    def cause(self) -> str:
        """The end of what it said, for a message."""
        said = (self.complaint + self.output).decode("utf-8", "replace").split()
        return " ".join(said)[-_LONGEST_CAUSE:] or str(self.status)


def run(command: Sequence[str], *, path: str) -> Ended:
    """Return what a program wrote; it and all that it starts is killed when its time is over."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        _limit(process.pid)
        try:
            output, complaint = process.communicate(timeout=SECONDS)
            return Ended(process.returncode, output, complaint)
        except subprocess.TimeoutExpired as error:
            raise InputError("reader_slow", path=path, seconds=SECONDS) from error
        finally:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        return


def _limit(pid: int) -> None:
    """Bound memory, CPU and the size of files; only Linux can do so from outside, elsewhere the clock remains."""
    if sys.platform != "linux":
        return
    import resource

    bounds = ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, _OUTPUT))
    for limit, value in bounds:
        try:
            resource.prlimit(pid, limit, (value, value))
        except (ProcessLookupError, PermissionError, ValueError):
            continue


@cache
def _profile(pid: int) -> Path:
    """A profile of our own for each process: two at one time would wait for one another."""
    folder = _kept(pid)
    user = Path(folder.name, "user")
    user.mkdir()
    Path(user, "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    return Path(folder.name)


@cache
def _kept(pid: int) -> TemporaryDirectory[str]:
    """A folder that lasts as long as this process."""
    return TemporaryDirectory(prefix="policy-nlp-profile-", ignore_cleanup_errors=True)
