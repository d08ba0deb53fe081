"""The marked-up sources: finding them, reading them, and saying what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.building.card import Card, card, header_faults
from corpus.building.checks import faults
from corpus.building.faults import Fault
from policy_nlp.conversion.marked import SUFFIX, Marked, read_marked
from policy_nlp.schema import Document

HOME = Path(__file__).parents[1]
PLANS = HOME / "plans"


@dataclass(frozen=True, slots=True)
class Source:
    """A plan of the corpus: the file, the document in it, and what its header says."""

    path: Path
    document: Document
    card: Card


def source_paths(folder: Path = PLANS) -> list[Path]:
    """Return the files of all plans below `folder`, in order."""
    return sorted(folder.glob(f"*/*{SUFFIX}"))


def read_file(path: Path) -> Marked:
    """Return what a marked-up file holds; its line ends stay as they are. Raises InputError where it is broken."""
    return read_marked(path.read_bytes().decode("utf-8"), path=str(path))


def read_sources(paths: Iterable[Path]) -> list[Source]:
    """Return the plans in `paths`; ValueError with all that is wrong with them."""
    read = [(path, read_file(path)) for path in paths]
    wrong = [*_repeated(read), *(line for path, marked in read for line in complaints(path, marked))]
    if wrong:
        raise ValueError("\n".join(wrong))
    return [Source(path, marked.document, card(marked.header)) for path, marked in read]


def complaints(path: Path, marked: Marked) -> Iterator[str]:
    """Yield what the guideline does not allow in a file, each with the line."""
    for fault in (*_place_faults(path, marked), *header_faults(marked.header), *faults(marked.document)):
        line = marked.lines.get(fault.span, 1) if fault.span else 1
        yield f"{path}:{line}: {fault.code} {fault.cause}"


def _repeated(read: Iterable[tuple[Path, Marked]]) -> Iterator[str]:
    seen: dict[str, Path] = {}
    for path, marked in read:
        if seen.setdefault(marked.document.id, path) != path:
            yield f"{path}:1: H5 the id is taken by {seen[marked.document.id]}"


def _place_faults(path: Path, marked: Marked) -> Iterator[Fault]:
    if marked.document.id != path.name.removesuffix(SUFFIX):
        yield Fault("H4", f"the id {marked.document.id!r} is not the name of the file")
    if marked.document.language != path.parent.name:
        yield Fault("H4", f"the language {marked.document.language!r} is not the name of the folder")
