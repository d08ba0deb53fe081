"""Telling what kind of file it is: by its first bytes and what it holds, by its name, by its look."""

from __future__ import annotations

import re
from mimetypes import MimeTypes
from pathlib import PurePath

from policy_nlp.reading.containers import DOC, DOCX, ODS, ODT, OFD, OLE, XLS, XLSX, ZIP, ole_kinds, zip_kind

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
CSV = "text/csv"
TSV = "text/tab-separated-values"
PDF = "application/pdf"
RTF = "application/rtf"
WPS = "application/wps-office.wps"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"

SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".shtml": HTML,
    ".xhtml": HTML,
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".doc": DOC,
    ".dot": DOC,
    ".wps": WPS,
    ".rtf": RTF,
    ".odt": ODT,
    ".pdf": PDF,
    ".ofd": OFD,
    ".xlsx": XLSX,
    ".xlsm": XLSX,
    ".xls": XLS,
    ".et": XLS,
    ".ods": ODS,
    ".csv": CSV,
    ".tsv": TSV,
    ".zip": ZIP,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".tif": TIFF,
    ".tiff": TIFF,
}
"""What each suffix stands for; whether there is a reader for it is another matter."""

_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"{\\rtf", RTF),
    (b"\x89PNG", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
)
_SHEETS = frozenset({XLS, XLSX, ODS})
_OFFICE = frozenset({DOC, DOCX, WPS, RTF, ODT, OFD}) | _SHEETS
_WORD_XML = b'progid="Word.Document"'
_HTML_LOOK = re.compile(
    rb"<(?:!doctype html|html|head|meta|body|table|tr|td|div|p|span|br|ul|ol|section|main|article|center|h[1-6])[\s>/]",
    re.IGNORECASE,
)
_HEAD = 1024
_KNOWN = MimeTypes(filenames=())


def detect(path: str, data: bytes) -> str:
    """Return the media type of a file from what it holds, else its suffix, else its look.

    >>> detect("plan.htm", b"")
    'text/html'
    >>> detect("-", b"<!DOCTYPE html><title>Plan</title>")
    'text/html'
    >>> detect("plan.doc", b"{\\\\rtf1 Plan}")
    'application/rtf'
    """
    by_suffix = media_type_of_name(path)
    signed = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    if signed is not None:
        return _held(signed, by_suffix, data)
    return _disguised(data, by_suffix) if by_suffix in _OFFICE and data else by_suffix or _by_look(data)


def media_type_of_name(path: str) -> str | None:
    """Return the media type that the suffix of `path` stands for, or None for an unknown one.

    >>> media_type_of_name("notice.md"), media_type_of_name("notice")
    ('text/markdown', None)
    """
    suffix = PurePath(path).suffix.lower()
    return SUFFIXES.get(suffix) or _KNOWN.guess_type(f"file{suffix}")[0]


def misnamed(path: str, kind: str) -> bool:
    """Return whether the name of a file promises an office file or a print where it holds plain text.

    >>> misnamed("plan.docx", "text/plain"), misnamed("plan.txt", "text/plain")
    (True, False)
    """
    return kind == PLAIN and media_type_of_name(path) in _OFFICE


def _held(signed: str, by_suffix: str | None, data: bytes) -> str:
    """What a file with a signature holds; its name decides where its members do not."""
    held = _members(signed, data)
    undecided = held[0] == signed or (held[0] == DOC and by_suffix == WPS)
    if by_suffix in held or (undecided and signed in (ZIP, OLE) and by_suffix in _OFFICE):
        return by_suffix or signed
    return held[0]


def _members(signed: str, data: bytes) -> tuple[str, ...]:
    if signed == OLE:
        return ole_kinds(data)
    return (zip_kind(data) if signed == ZIP else signed,)


def _disguised(data: bytes, by_suffix: str) -> str:
    """Many a program gives out a page, or fields between tabs, under the name of an office file."""
    if _WORD_XML in data[:_HEAD]:
        return DOC
    look = _by_look(data)
    if look == PLAIN and b"\0" in data[:_HEAD]:
        return by_suffix
    return TSV if look == PLAIN and by_suffix in _SHEETS else look


def _by_look(data: bytes) -> str:
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return HTML if head.startswith(b"<") and _HTML_LOOK.search(head) else PLAIN
