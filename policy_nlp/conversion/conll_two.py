"""CoNLL with two columns, token and tag: a file for each layer, with the text beside them to find the tokens in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from policy_nlp.conversion.bio import columns, spans, tags
from policy_nlp.conversion.brat import text_bytes
from policy_nlp.conversion.brat_reading import text_beside
from policy_nlp.conversion.file_names import named
from policy_nlp.conversion.labels import Layer
from policy_nlp.conversion.places import Place
from policy_nlp.conversion.sheet import Mark, Sheet
from policy_nlp.conversion.tokens import words
from policy_nlp.language import detect
from policy_nlp.schema import Document, Span
from policy_nlp.scoring.json_files import decoded

SUFFIX = ".bio"


def write_bio(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return `NAME.LAYER.bio` for each layer and `NAME.txt`.

    Tags hold spans and labels only; a layer that nests in itself, as sections do, has `NAME.LAYER-2.bio` and so on.
    """
    files: dict[str, bytes] = {}
    for stem, sheet in named(documents):
        places = words(sheet.text, (mark.span for mark in sheet.marks))
        for layer in Layer:
            for depth, group in enumerate(columns(sheet.of_layer(layer)), start=1):
                name = f"{stem}.{layer}{f'-{depth}' if depth > 1 else ''}{SUFFIX}"
                files[name] = _page(sheet.text, places, tags(places, group)).encode("utf-8")
        files[f"{stem}.txt"] = text_bytes(sheet.text)
    return files


def _page(text: str, places: Sequence[Span], tagged: Sequence[str]) -> str:
    """A sentence is a line of the text, for CoNLL knows no others; an empty line stands between two."""
    rows = []
    for index, (start, end) in enumerate(places):
        if index and "\n" in text[places[index - 1][1] : start]:
            rows.append("\n")
        rows.append(f"{text[start:end]} {tagged[index]}\n")
    return "".join(rows)


def group_of(path: Path) -> Path:
    """Return the path that stands for all layers of one document.

    >>> group_of(Path("gold/dams.section-2.bio")).as_posix()
    'gold/dams.bio'
    """
    return path.with_name(path.name.removesuffix(SUFFIX).rpartition(".")[0] + SUFFIX)


def read_bio(path: Path) -> Iterator[Document]:
    """Yield the document whose layers stand beside one another under the name of `path`.

    Raises InputError naming file and line where a token is not in the text, or where a tag is none of ours.
    """
    stem = path.name.removesuffix(SUFFIX)
    text = text_beside(path, path.with_name(f"{stem}.txt"))
    found = [item for file in _files(path, stem) for item in _found(file, text)]
    marks = tuple(Mark(f"new:{index}", label, span) for index, (label, span) in enumerate(found))
    yield Place(path).document(Sheet(stem, detect(text), text, marks))


def _files(path: Path, stem: str) -> list[Path]:
    return sorted(file for file in path.parent.glob(f"*{SUFFIX}") if group_of(file).name == f"{stem}{SUFFIX}")


def _found(file: Path, text: str) -> Iterator[tuple[str, Span]]:
    places: list[Span] = []
    tagged: list[tuple[str, Place]] = []
    cursor = 0
    for number, row in enumerate(decoded(file).split("\n"), start=1):
        if not row.strip():
            continue
        place = Place(file, f"line {number}")
        span = _located(row, text, cursor, place)
        places.append(span)
        tagged.append((row.split()[-1], place))
        cursor = span[1]
    yield from spans(places, tagged)


def _located(row: str, text: str, cursor: int, place: Place) -> Span:
    """The next place of the token in the text; only white space may lie between two tokens."""
    token = row.split()[0]
    start = text.find(token, cursor)
    if start < 0 or text[cursor:start].strip():
        raise place.error("token_not_in_text", token=token)
    return start, start + len(token)
