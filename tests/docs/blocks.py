"""The code blocks of a page, and how each kind is run as a reader would run it."""

from __future__ import annotations

import doctest
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
ELISION = "…"
"""A line of shown output that stands for any number of lines."""
KINDS = frozenset({"sh", "console", "python", "pycon", "toml", "json", "text"})
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LOOSE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block and the line that it begins on."""

    kind: str
    code: str
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where the blocks of a page run: a folder, the language of messages, the names that Python has bound so far."""

    folder: Path
    lang: str
    names: dict[str, Any]


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [Block(hit[1], hit[2], text.count("\n", 0, hit.start()) + 1) for hit in _BLOCK.finditer(text)]


def run(block: Block, place: Place) -> None:
    """Run a block; raises AssertionError where it fails or shows what does not come out."""
    if block.kind == "sh":
        shell(f"set -e\n{block.code}", place)
    elif block.kind == "console":
        for command, shown in commands(block.code):
            matches(shell(command, place), shown)
    elif block.kind == "python":
        exec(compile(block.code, f"line {block.line}", "exec"), place.names)
    elif block.kind == "pycon":
        session(block, place)
    elif block.kind in {"toml", "json"}:
        (tomllib.loads if block.kind == "toml" else json.loads)(block.code)


def commands(code: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a console block, with the lines that the block shows for it."""
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        while command.endswith("\\"):
            command = command[:-1] + shown.pop(0)
        yield command, shown


def shell(code: str, place: Place) -> list[str]:
    """Return the lines that `code` prints, standard output first; the last command must exit with 0."""
    done = subprocess.run(
        ["bash", "-uo", "pipefail", "-c", _PROGRAM + code],
        cwd=place.folder,
        env=_environment(place),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{code}\n{done.stdout}{done.stderr}"
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


_PROGRAM = f'policy-nlp() {{ "{sys.executable}" -m policy_nlp "$@"; }}\n'


def _environment(place: Place) -> dict[str, str]:
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return os.environ | {"POLICY_NLP_LANG": place.lang, "PYTHONPATH": path, "COLUMNS": "110", "NO_COLOR": "1"}


def matches(found: list[str], shown: list[str]) -> None:
    """Hold what came out against what the page shows; a page that shows nothing asks for nothing."""
    pattern = "".join(
        r"(?:[^\n]*\n)*" if line.strip() == ELISION else re.escape(line.rstrip()) + "\n" for line in shown
    )
    came = "".join(f"{line}\n" for line in found)
    assert not shown or re.fullmatch(pattern, came), f"came:\n{came}\nshown:\n" + "\n".join(shown)


def session(block: Block, place: Place) -> None:
    test = doctest.DocTestParser().get_doctest(block.code, place.names, f"line {block.line}", None, block.line)
    test.globs = place.names
    told: list[str] = []
    doctest.DocTestRunner(optionflags=_LOOSE).run(test, out=told.append, clear_globs=False)
    assert not told, "".join(told)
