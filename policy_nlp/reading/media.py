"""Telling what kind of file it is: by its first bytes, by its name, by its look."""

from __future__ import annotations

import re
from mimetypes import MimeTypes
from pathlib import PurePath

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"

SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".shtml": HTML,
    ".xhtml": HTML,
}
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
)
_HTML_LOOK = re.compile(
    rb"<(?:!doctype html|html|head|meta|body|table|tr|td|div|p|span|br|ul|ol|section|main|article|center|h[1-6])[\s>/]",
    re.IGNORECASE,
)
_HEAD = 1024
_KNOWN = MimeTypes(filenames=())


def detect(path: str, data: bytes) -> str:
    """Return the media type of a file from its first bytes, else its suffix, else its look.

    >>> detect("plan.htm", b"")
    'text/html'
    >>> detect("-", b"<!DOCTYPE html><title>Plan</title>")
    'text/html'
    """
    by_suffix = media_type_of_name(path)
    signed = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    if signed is not None:
        return by_suffix if by_suffix and not by_suffix.startswith("text/") else signed
    return by_suffix or _by_look(data)


def media_type_of_name(path: str) -> str | None:
    """Return the media type that the suffix of `path` stands for, or None for an unknown one.

    >>> media_type_of_name("notice.md"), media_type_of_name("notice")
    ('text/markdown', None)
    """
    suffix = PurePath(path).suffix.lower()
    return SUFFIXES.get(suffix) or _KNOWN.guess_type(f"file{suffix}")[0]


def _by_look(data: bytes) -> str:
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return HTML if head.startswith(b"<") and _HTML_LOOK.search(head) else PLAIN
