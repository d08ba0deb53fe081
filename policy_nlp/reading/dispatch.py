"""Which reader takes which kind of file. A further format is one more line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.messages import both
from policy_nlp.reading.containers import DOC, DOCX, ENCRYPTED, ODS, ODT, OFD, XLS, XLSX, ZIP
from policy_nlp.reading.loading import load
from policy_nlp.reading.media import (
    CSV,
    HTML,
    JPEG,
    MARKDOWN,
    PDF,
    PLAIN,
    PNG,
    RTF,
    SUFFIXES,
    TIFF,
    TSV,
    WPS,
    detect,
    misnamed,
)
from policy_nlp.reading.page import Content, Page
from policy_nlp.schema import Diagnostic, Severity

# By name, so that a heavy reader is imported only when such a file comes.
_READERS = {
    PLAIN: "policy_nlp.reading.plain:read_plain",
    MARKDOWN: "policy_nlp.reading.markdown:read_markdown",
    HTML: "policy_nlp.reading.html:read_html",
    PDF: "policy_nlp.reading.pdf:read_pdf",
    OFD: "policy_nlp.reading.ofd:read_ofd",
    CSV: "policy_nlp.reading.delimited:read_delimited",
    TSV: "policy_nlp.reading.delimited:read_delimited",
    XLSX: "policy_nlp.reading.spreadsheet:read_spreadsheet",
    XLS: "policy_nlp.reading.spreadsheet:read_spreadsheet",
    ODS: "policy_nlp.reading.spreadsheet:read_spreadsheet",
    DOCX: "policy_nlp.reading.word:read_word",
    DOC: "policy_nlp.reading.legacy:read_legacy",
    WPS: "policy_nlp.reading.legacy:read_legacy",
    RTF: "policy_nlp.reading.legacy:read_legacy",
    ODT: "policy_nlp.reading.legacy:read_legacy",
}
_OCR = "; ocr"
"""What is added to a media type whose pictures shall be recognized."""
_PICTURES = frozenset({PNG, JPEG, TIFF})
_READERS |= {PDF + _OCR: "policy_nlp.reading.ocr:recognize_pdf"}
_READERS |= dict.fromkeys((kind + _OCR for kind in _PICTURES), "policy_nlp.reading.ocr:recognize_picture")
# Plain text needs no child process, and most pages are small and tamed before they are parsed. What another program
# converts is read apart once it is converted.
_READ_HERE = frozenset({PLAIN, MARKDOWN, DOC, WPS, RTF, ODT})
_SMALL_PAGE = 4 * 1024 * 1024
SUPPORTED = tuple(suffix for suffix, kind in SUFFIXES.items() if kind in _READERS)
"""The suffixes of the files that can be read."""

Reader = Callable[[bytes, str, str | None], Content]
"""Takes the bytes, the path for messages and the encoding where the caller knows it."""


def read_page(path: Path | str, *, encoding: str | None = None, ocr: bool = False) -> Page:
    """Return the file at `path` as a page; with `ocr`, the text of scans and pictures is recognized.

    `archive.zip!member` names a file within an archive.
    Raises InputError that names the file, the place and the cause when it cannot be read.

    >>> read_page("no/such/plan.txt")
    Traceback (most recent call last):
    policy_nlp.errors.InputError: no/such/plan.txt: no_such_file
    """
    return read_bytes(load(str(path)), path=str(path), encoding=encoding, ocr=ocr)


def read_bytes(
    data: bytes, *, path: str = "-", media_type: str | None = None, encoding: str | None = None, ocr: bool = False
) -> Page:
    """Return the bytes of one file as a page; `path` names it in messages and tells its kind by its suffix.

    >>> read_bytes("一、主要任务".encode()).text
    '一、主要任务'
    """
    if not data:
        raise InputError("empty_file", path=path)
    kind = media_type or detect(path, data)
    recognized = kind + _OCR if ocr and kind + _OCR in _READERS else kind
    content = _content(data, path, encoding, recognized)
    if not content.text.strip():
        raise InputError("empty_text", path=path)
    notes = (*_notes(path, kind), *content.diagnostics)
    return Page(content.text, content.blocks, kind, sha256(data).hexdigest(), path, notes)


def _notes(path: str, kind: str) -> Iterator[Diagnostic]:
    if misnamed(path, kind):
        text = both("diagnostics.name_says_otherwise", suffix=Path(path).suffix)
        yield Diagnostic("name_says_otherwise", Severity.LOW, text)


def _content(data: bytes, path: str, encoding: str | None, kind: str) -> Content:
    if kind in _READ_HERE or (kind == HTML and len(data) <= _SMALL_PAGE):
        return reader_of(kind, path)(data, path, encoding)
    from policy_nlp.reading.isolation import RECOGNITION, read_apart

    _refuse_unknown(kind, path)
    return read_apart(data, path, encoding, kind=kind, limits=RECOGNITION if kind.endswith(_OCR) else None)


def reader_of(kind: str, path: str) -> Reader:
    """Return the reader of one media type; raises InputError where there is none.

    >>> reader_of("text/plain", "plan.txt").__name__
    'read_plain'
    """
    _refuse_unknown(kind, path)
    module, name = _READERS[kind].split(":")
    reader: Reader = getattr(import_module(module), name)
    return reader


def _refuse_unknown(kind: str, path: str) -> None:
    if kind == ZIP:
        raise InputError("is_archive", path=path)
    if kind == ENCRYPTED:
        raise InputError("password", path=path)
    if kind in _PICTURES:
        raise InputError("scanned_picture", path=path)
    if kind not in _READERS:
        raise InputError("unsupported_type", path=path, media_type=kind, supported=" ".join(SUPPORTED))
