"""INCEpTION: UIMA CAS as XMI, read and written by dkpro-cassis, which counts UTF-16 units as Java does."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from policy_nlp.conversion.cas_types import ABOUT, LINK_TYPE, METADATA, SPAN, type_system
from policy_nlp.conversion.extras import library
from policy_nlp.conversion.file_names import named
from policy_nlp.conversion.sheet import LINK, Sheet
from policy_nlp.schema import Document

EXTRA = "inception"
SUFFIX = ".xmi"
TYPES_FILE = "TypeSystem.xml"
_UNKNOWN_SIGN = "\ufffd"

# What XML 1.0 cannot hold: control characters such as the form feed of a printed page, and two non-characters.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_cas(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return `NAME.xmi` for each document and the type system that INCEpTION reads as layers.

    Raises InputError where dkpro-cassis is not installed.
    """
    cassis = library("cassis", extra=EXTRA, path=TYPES_FILE)
    types = type_system(cassis)
    files = {f"{name}{SUFFIX}": _xmi(cassis, types, sheet) for name, sheet in named(documents)}
    return files | {TYPES_FILE: types.to_xml().encode("utf-8")}


def _xmi(cassis: Any, types: Any, sheet: Sheet) -> bytes:
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = _NOT_IN_XML.sub(_UNKNOWN_SIGN, sheet.text)
    cas.sofa_mime = "text/plain"
    name = _xml_safe(sheet.id)
    cas.add(types.get_type(METADATA)(begin=0, end=len(sheet.text), documentTitle=name, documentId=name))
    cas.add(types.get_type(ABOUT)(begin=0, end=min(1, len(sheet.text)), **_about(sheet)))
    _add_marks(cas, types, sheet)
    return bytes(cas.to_xmi(pretty_print=True).encode("utf-8"))


def _about(sheet: Sheet) -> dict[str, str]:
    replaced = {match.start(): ord(match[0]) for match in _NOT_IN_XML.finditer(sheet.text)}
    about = {"name": sheet.id, "head": dict(sheet.head), "replaced": replaced}
    return {"language": sheet.language} | {name: _json(value) for name, value in about.items()}


def _add_marks(cas: Any, types: Any, sheet: Sheet) -> None:
    made = {}
    for mark in sheet.marks:
        begin, end = mark.span
        values = {"label": mark.label, "note": _json(mark.fields or {}), "mark": _json(mark.id)}
        made[mark.id] = types.get_type(SPAN)(begin=begin, end=end, **values)
    cas.add_all(made.values())
    for link in sheet.links:
        source, target = made[link.source], made[link.target]
        ends = {"begin": source.begin, "end": source.end, "Governor": source, "Dependent": target}
        cas.add(types.get_type(LINK_TYPE)(label=LINK, **ends))


def _json(value: Any) -> str:
    """JSON that people can read and XML can hold."""
    return _NOT_IN_XML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def _xml_safe(words: str) -> str:
    return _NOT_IN_XML.sub(_UNKNOWN_SIGN, words)


def restored(text: str, replaced: dict[str, int]) -> str:
    """Return `text` with the characters back that XML could not hold.

    >>> restored("第一页\ufffd第二页", {"3": 12})
    '第一页\\x0c第二页'
    """
    signs = list(text)
    for place, code in replaced.items():
        signs[int(place)] = chr(code)
    return "".join(signs)
