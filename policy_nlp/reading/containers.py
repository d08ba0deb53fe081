"""What a container holds: the members of a zip file and the streams of an OLE file tell which program wrote it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OFD = "application/ofd"
ZIP = "application/zip"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
OLE = "application/x-ole-storage"
ENCRYPTED = "application/x-encrypted-package"
"""An office file behind a password: an OLE file that holds nothing but the encrypted package."""

_MAIN_PARTS = (("OFD.xml", OFD), ("word/document", DOCX), ("xl/workbook", XLSX), ("ppt/presentation", PPTX))
_STREAMS = (
    ("EncryptedPackage", ENCRYPTED),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_NOTE = 200


def zip_kind(data: bytes) -> str:
    """Return the media type of a zip file by its members; a zip file of anything else is `application/zip`.

    >>> zip_kind(b"PK")
    'application/zip'
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            return _member_kind(archive)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return ZIP


def _member_kind(archive: ZipFile) -> str:
    names = archive.namelist()
    if "mimetype" in names and archive.getinfo("mimetype").file_size < _NOTE:
        noted = archive.read("mimetype").decode("ascii", "replace").strip().removesuffix("-template")
        if noted.startswith(_OPEN_DOCUMENT):
            return noted
    return next((kind for part, kind in _MAIN_PARTS if any(name.startswith(part) for name in names)), ZIP)


def ole_kinds(data: bytes) -> tuple[str, ...]:
    """Return the media types of an OLE file by the names of its streams in it; embedded files add theirs.

    >>> ole_kinds(b"..." + "WordDocument".encode("utf-16-le"))
    ('application/msword',)
    """
    named = dict.fromkeys(kind for name, kind in _STREAMS if name.encode("utf-16-le") + b"\0\0" in data + b"\0\0")
    return tuple(named) or (OLE,)
