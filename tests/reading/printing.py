"""Plans of our own printed by other programs, for readers to be tried on."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from policy_nlp.schema import Document

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SOFFICE = shutil.which("soffice")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice (soffice)")

_STYLE = """@page { size: A4; margin: 2.4cm } body { font: 12pt/1.6 "Noto Serif CJK SC", serif }
p { margin: 0 0 5pt; text-align: justify } table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid; padding: 2pt 4pt } h1 { font-size: 18pt; text-align: center }"""


def page_of(text: str, *, style: str = "") -> str:
    """The page of a plain text: a paragraph for each line, a ruled table for lines with tabs."""
    body = "".join(_pieces(text))
    return f'<!doctype html><meta charset="utf-8"><style>{_STYLE}{style}</style><body>{body}</body>'


def _pieces(text: str) -> Iterator[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    for tabbed, run in groupby(lines, key=lambda line: "\t" in line):
        if tabbed:
            yield "<table>" + "".join(_row(line.split("\t")) for line in run) + "</table>"
        else:
            yield from (f"<p>{escape(line)}</p>" for line in run)


def _row(cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def printed(html: str, folder: Path) -> bytes:
    """The PDF that Chromium prints of a page."""
    page, pdf = folder / "page.html", folder / "page.pdf"
    page.write_text(html, encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    subprocess.run([*command, f"--print-to-pdf={pdf}", str(page)], check=True, capture_output=True, timeout=120)
    return pdf.read_bytes()


def converted(source: Path, kind: str, folder: Path) -> Path:
    """The file that LibreOffice makes of another one."""
    profile = f"-env:UserInstallation=file://{folder / 'office'}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{kind.split(':')[0]}"


def squeezed(quote: str) -> str:
    """A quote without white space and hyphens, in which formats may differ."""
    return "".join(quote.replace("-", "").split())


def answers(document: Document) -> dict[str, Counter[tuple[object, ...]]]:
    """What a plan says, for each layer, without places."""
    quotes = {task.id: squeezed(task.quote) for task in document.tasks}
    return {
        "tasks": Counter((task.number, quotes[task.id]) for task in document.tasks),
        "units": Counter(
            (squeezed(unit.quote), unit.role.value, quotes.get(task)) for unit in document.units for task in unit.tasks
        ),
        "deadlines": Counter((due.kind.value, due.value, quotes.get(due.task or "")) for due in document.deadlines),
        "targets": Counter((target.op, str(target.value), target.unit) for target in document.targets),
    }
