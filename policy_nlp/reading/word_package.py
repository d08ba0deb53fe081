"""The parts of a .docx package: the main text, styles, numbering and notes, found by their relationships."""

from __future__ import annotations

from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from policy_nlp.errors import InputError
from policy_nlp.reading.archive import Archive
from policy_nlp.reading.xml_source import local_name, parse_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Package:
    """One opened .docx file."""

    archive: Archive
    path: str
    main: str
    related: dict[str, str] = field(default_factory=dict)

    def root(self) -> Element:
        """Return the main text; raises InputError where there is none, or none that can be read."""
        return parse_xml(self.archive.read(self.main), path=self.path, place=self.main)

    def part(self, kind: str) -> Element | None:
        """Return the part that the main text calls its `kind` (`styles`, `numbering`, `footnotes`), if there is one."""
        name = self.related.get(kind)
        if name is None or name not in self.archive.names:
            return None
        return parse_xml(self.archive.read(name), path=self.path, place=name)


def open_package(data: bytes, path: str) -> Package:
    """Return the package in `data`; raises InputError where it is no sound .docx file."""
    archive = Archive(data, path)
    main = _related(archive, path, "").get("officeDocument", _MAIN)
    if main not in archive.names:
        raise InputError("damaged_file", path=path, place=main, cause="no main document part")
    return Package(archive, path, main, _related(archive, path, main))


def _related(archive: Archive, path: str, part: str) -> dict[str, str]:
    """The parts that `part` refers to, by the last word of their relationship's type."""
    folder = dirname(part)
    name = join(folder, "_rels", f"{part.rpartition('/')[2]}.rels")
    if name not in archive.names:
        return {}
    found: dict[str, str] = {}
    for item in parse_xml(archive.read(name), path=path, place=name):
        kind = item.get("Type", "").rpartition("/")[2]
        if item.get("TargetMode") != "External":
            target = item.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found.setdefault(kind, place)
    return found


def attribute(element: Element | None, name: str) -> str | None:
    """Return the attribute `name` of an element whatever its namespace, None where there is none.

    >>> from xml.etree.ElementTree import fromstring
    >>> attribute(fromstring('<a xmlns:w="urn:w" w:val="3"/>'), "val")
    '3'
    """
    if element is None:
        return None
    return next((value for key, value in element.items() if local_name(key) == name), None)


def child(element: Element | None, *names: str) -> Element | None:
    """Return what lies below an element along the path of `names`.

    >>> from xml.etree.ElementTree import fromstring
    >>> child(fromstring("<p><pPr><numPr/></pPr></p>"), "pPr", "numPr").tag
    'numPr'
    """
    for name in names:
        if element is None:
            return None
        element = next((item for item in element if local_name(item.tag) == name), None)
    return element


def whole(value: str | None) -> int | None:
    """Return the whole number that an attribute holds.

    >>> whole("12"), whole("x"), whole(None)
    (12, None, None)
    """
    text = (value or "").strip()
    return (
        int(text) if text.removeprefix("-").isascii() and text.removeprefix("-").isdigit() and len(text) < 10 else None
    )


def is_on(element: Element | None) -> bool:
    """Return whether a switch such as `w:vanish` is set.

    >>> from xml.etree.ElementTree import fromstring
    >>> is_on(fromstring("<vanish/>")), is_on(fromstring('<vanish val="0"/>')), is_on(None)
    (True, False, False)
    """
    return element is not None and attribute(element, "val") not in ("0", "false", "off")
