"""Office files in older and other formats (.doc, .wps, .rtf, .odt): read by way of LibreOffice, else antiword."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.errors import InputError
from policy_nlp.messages import both
from policy_nlp.reading.archive import refuse_bomb
from policy_nlp.reading.containers import DOC, DOCX, ODT
from policy_nlp.reading.isolation import read_apart
from policy_nlp.reading.media import RTF, WPS
from policy_nlp.reading.office import antiword_text, find_antiword, find_libreoffice, to_docx
from policy_nlp.reading.page import Content
from policy_nlp.reading.plain import plain_blocks
from policy_nlp.schema import Diagnostic, Severity

_OLE = b"\xd0\xcf\x11\xe0"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_SIGNED = ((b"{\\rtf", ".rtf"), (b"PK", ".odt"), (b"<?xml", ".xml"))

KINDS = frozenset({DOC, WPS, RTF, ODT})
"""The media types that need another program."""


def read_legacy(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return what another program makes of the file, and a diagnostic that says which.

    Raises InputError that names what to install where there is no such program.
    """
    suffix = _suffix(data)
    if suffix == ".odt":
        refuse_bomb(data, path)
    office = find_libreoffice()
    if office:
        content = read_apart(to_docx(office, data, path=path, suffix=suffix), path, None, kind=DOCX)
        return _noted(content, "converted", Severity.INFO)
    antiword = find_antiword()
    if antiword and suffix == ".doc":
        text = antiword_text(antiword, data, path=path)
        return _noted(Content(text, plain_blocks(text)), "numbers_lost", Severity.MEDIUM)
    raise InputError("needs_libreoffice", path=path)


def _suffix(data: bytes) -> str:
    """The name tells LibreOffice the format: it has to fit what the file is, not what it is called."""
    if data.startswith(_OLE):
        return ".doc" if _WORD_STREAM in data else ".wps"
    return next((suffix for signature, suffix in _SIGNED if data.startswith(signature)), ".doc")


def _noted(content: Content, code: str, severity: Severity) -> Content:
    note = Diagnostic(code, severity, both(f"diagnostics.{code}"))
    return replace(content, diagnostics=(note, *content.diagnostics))
