"""Converting test files with other programs, which are not ours to vouch for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NEEDS_LIBREOFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
NEEDS_ANTIWORD = pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")

_FILTERS = {".doc": "doc:MS Word 97", ".rtf": "rtf", ".odt": "odt", ".html": "html", ".docx": "docx"}


def converted(data: bytes, folder: Path, suffix: str, *, source: str = ".docx") -> bytes:
    """Return `data`, a file of the kind `source`, as LibreOffice writes it in the format of `suffix`."""
    file = folder / f"given{source}"
    file.write_bytes(data)
    out = folder / "converted"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", _FILTERS[suffix], "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, timeout=180, capture_output=True)
    return (out / f"given{suffix}").read_bytes()
