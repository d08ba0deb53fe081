"""OFD files (GB/T 33190): the pages of all documents in the file, templates included, each block with its page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policy_nlp.errors import InputError
from policy_nlp.messages import both
from policy_nlp.reading.archive import Archive
from policy_nlp.reading.ofd_drawing import POINTS, Drawing, cells_of, numbers
from policy_nlp.reading.page import Content
from policy_nlp.reading.pdf_page import PageLayout, parts_of
from policy_nlp.reading.pdf_tables import is_table, ruled_table
from policy_nlp.reading.printed_pages import content_of
from policy_nlp.reading.xml_source import local_name, parse_xml
from policy_nlp.schema import Diagnostic, Severity

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "OFD.xml"
_MAX_PAGES = 3_000
_A4 = (0.0, 0.0, 210.0, 297.0)
_ASIDE = {"Annotations": "ofd_annotations", "Attachments": "ofd_attachments"}
_FEW_CHARACTERS = 12


def read_ofd(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return the text of an OFD file as `read_pdf` does that of a PDF; annotations and attachments are not read.

    Raises InputError for a damaged file, for one that swells beyond bounds, and for a scan.
    """
    package = _Package(Archive(data, path), path)
    pages = list(package.pages())
    if not pages:
        raise InputError("damaged_file", path=path, place=_MAIN, cause="Page")
    notes = [Diagnostic(code, Severity.LOW, both(f"diagnostics.{code}")) for code in sorted(package.left_out)]
    return content_of(pages, path, notes, scan="scanned_ofd")


class _Package:
    """The parts of one file, found by their places in it."""

    def __init__(self, archive: Archive, path: str) -> None:
        self._archive = archive
        self._path = path
        self._names = {name.lower(): name for name in archive.names}
        self.left_out: set[str] = set()

    def pages(self) -> Iterator[PageLayout]:
        """Yield the layout of each page of each document, in order."""
        number = 0
        for root in _named(self._part(_MAIN), "DocRoot"):
            place = _resolved(_MAIN, root.text or "")
            document = self._part(place)
            self.left_out |= {code for name, code in _ASIDE.items() if _named(document, name)}
            templates = {part.get("ID"): part.get("BaseLoc") or "" for part in _named(document, "TemplatePage")}
            for page in _pages(document):
                number += 1
                if number > _MAX_PAGES:
                    raise InputError("too_many_pages", path=self._path, count=number, limit=_MAX_PAGES)
                yield self._layout(_resolved(place, page.get("BaseLoc") or ""), place, document, templates, number)

    def _layout(
        self, place: str, root: str, document: Element, templates: dict[str | None, str], number: int
    ) -> PageLayout:
        page = self._part(place)
        drawing = Drawing()
        for used in (child for child in page if local_name(child.tag) == "Template"):
            if used.get("TemplateID") in templates:
                drawing.add(self._part(_resolved(root, templates[used.get("TemplateID")])))
        drawing.add(page)
        return _laid_out(drawing, _box(page) or _box(document) or _A4, number)

    def _part(self, place: str) -> Element:
        name = self._names.get(place.lower())
        if name is None:
            raise InputError("damaged_file", path=self._path, place=place, cause="not in the package")
        return parse_xml(self._archive.read(name), path=self._path, place=name)


def _named(element: Element, name: str) -> list[Element]:
    return [node for node in element.iter() if local_name(node.tag) == name]


def _pages(document: Element) -> list[Element]:
    return [page for pages in _named(document, "Pages") for page in pages if local_name(page.tag) == "Page"]


def _resolved(base: str, place: str) -> str:
    """The name of a part that `base` points at; one that starts with a slash counts from the root of the package.

    >>> _resolved("Doc_0/Document.xml", "Pages/Page_0/Content.xml"), _resolved("Doc_0/Document.xml", "/Doc_1/A.xml")
    ('Doc_0/Pages/Page_0/Content.xml', 'Doc_1/A.xml')
    """
    place = place.strip().replace("\\", "/")
    joined = place.lstrip("/") if place.startswith("/") else posixpath.join(posixpath.dirname(base), place)
    return posixpath.normpath(joined)


def _box(element: Element) -> tuple[float, float, float, float] | None:
    for node in _named(element, "PhysicalBox"):
        found = numbers(node.text)
        if len(found) == 4:
            return found[0], found[1], found[2], found[3]
    return None


def _laid_out(drawing: Drawing, box: tuple[float, float, float, float], number: int) -> PageLayout:
    found = [cells for cells in cells_of(drawing.segments) if is_table(cells)]
    tables = [ruled_table(cells, drawing.upright, number) for cells in found]
    tables = [table for table in tables if any(cell.text for row in table.grid.rows for cell in row)]
    left, top, width, height = (POINTS * side for side in box)
    return PageLayout(
        number,
        tuple(parts_of(drawing.upright, tables)),
        "".join(glyph.text for glyph in drawing.turned),
        (left, -(top + height), left + width, -top),
        len(drawing.upright) < _FEW_CHARACTERS and drawing.pictures > 0,
        sum(not glyph.known for glyph in drawing.upright),
        len(drawing.upright),
    )
