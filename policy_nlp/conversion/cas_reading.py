"""Reading a UIMA CAS: an XMI file with its type system beside it, or the ZIP that INCEpTION exports."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from policy_nlp.conversion.cas import EXTRA, SUFFIX, TYPES_FILE, restored
from policy_nlp.conversion.cas_types import ABOUT, LINK_TYPE, SPAN
from policy_nlp.conversion.extras import library
from policy_nlp.conversion.places import Place
from policy_nlp.conversion.sheet import Link, Mark, Sheet
from policy_nlp.language import detect
from policy_nlp.schema import Document

_LARGEST = 100 * 2**20
_FORMAT = "UIMA CAS XMI"


def read_cas(path: Path) -> Iterator[Document]:
    """Yield the document of an XMI file or of an export; raises InputError where it is broken or has no types."""
    cassis = library("cassis", extra=EXTRA, path=path)
    xmi, types = _export(path) if path.suffix == ".zip" else _beside(path)
    place = Place(path)
    try:
        cas = _loaded(cassis, xmi, types)
    except Exception as error:  # The XML parser and the library each raise errors of their own for a broken file.
        cause = f"{type(error).__name__}: {error}".split("\n")[0]
        raise place.error("not_of_format", format=_FORMAT, cause=cause) from error
    yield place.document(_sheet(cas, path.stem, place))


def _loaded(cassis: Any, xmi: bytes, types: bytes) -> Any:
    """The CAS; of an offset outside the text the library only warns, and then leaves the offset out."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        return cassis.load_cas_from_xmi(BytesIO(xmi), typesystem=cassis.load_typesystem(BytesIO(types)))


def _beside(path: Path) -> tuple[bytes, bytes]:
    types = path.with_name(TYPES_FILE)
    if not types.is_file():
        raise Place(path).error("types_missing", expected=TYPES_FILE)
    return path.read_bytes(), types.read_bytes()


def _export(path: Path) -> tuple[bytes, bytes]:
    place = Place(path)
    try:
        with ZipFile(path) as archive:
            return _member(archive, SUFFIX, place), _member(archive, TYPES_FILE, place)
    except BadZipFile as error:
        raise place.error("not_of_format", format="ZIP", cause=error) from error


def _member(archive: ZipFile, ending: str, place: Place) -> bytes:
    """The one member with this ending, read no further than the limit: what a ZIP says of its size may be wrong."""
    found = [member for member in archive.infolist() if member.filename.endswith(ending)]
    if len(found) != 1:
        raise place.error("types_missing", expected=ending)
    with archive.open(found[0]) as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise place.error("too_large", size=len(content) >> 20, limit=_LARGEST >> 20)
    return content


def _sheet(cas: Any, stem: str, place: Place) -> Sheet:
    text = cas.sofa_string or ""
    about = next(iter(_all(cas, ABOUT)), None)
    if about is not None:
        text = restored(text, json.loads(about.replaced or "{}"))
    marked = {annotation.xmiID: _mark(annotation, place) for annotation in _all(cas, SPAN)}
    links = tuple(
        Link(marked[link.Governor.xmiID].id, marked[link.Dependent.xmiID].id) for link in _all(cas, LINK_TYPE)
    )
    marks = tuple(marked[number] for number in sorted(marked))
    if about is None:
        return Sheet(stem, detect(text), text, marks, links)
    return Sheet(json.loads(about.name), about.language, text, marks, links, json.loads(about.head or "{}"))


def _all(cas: Any, name: str) -> list[Any]:
    return list(cas.select(name)) if cas.typesystem.contains_type(name) else []


def _mark(annotation: Any, place: Place) -> Mark:
    span = int(annotation.begin), int(annotation.end)
    here = place.at(f"[{span[0]}, {span[1]})")
    name = json.loads(annotation.mark) if annotation.mark else f"new:{annotation.xmiID}"
    return Mark(name, here.label(annotation.label), span, here.note(annotation.note))
