"""PDF files: text in reading order by pypdfium2, ruled tables by pdfplumber, each block with its page."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Any

from policy_nlp.errors import InputError
from policy_nlp.reading.page import Content

if TYPE_CHECKING:
    from policy_nlp.reading.pdf_page import PageLayout

MAX_PAGES = 3_000
MAX_CHARACTERS = 20_000_000
MAX_SIDE = 20_000
"""The longest side of a page in points: about seven meters."""
_SIGNATURE = b"%PDF-"
_HEAD = 1024


def read_pdf(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return the text of a PDF, one line for each printed line, its paragraphs, headings and tables as blocks.

    Running heads, page numbers and marks across the page stand behind the text, as blocks that are set aside. Raises
    InputError for a password, a damaged file, a file too large, and a scan, which has no text.
    """
    from policy_nlp.reading.printed_pages import content_of

    return content_of(read_layouts(data, path), path)


def read_layouts(data: bytes, path: str) -> list[PageLayout]:
    """Return the layout of each page; raises InputError where the file cannot be opened or is a bomb."""
    from pypdfium2 import PdfiumError

    from policy_nlp.reading.pdf_page import page_layout

    found: list[PageLayout] = []
    with closing(open_pdf(data, path)) as document, closing(_Plumber(data)) as plumber:
        for index in range(len(document)):
            try:
                with closing(checked_page(document, index, path)) as page:
                    found.append(page_layout(page, plumber.page, index + 1))
            except PdfiumError as error:
                raise InputError("damaged_file", path=path, place=f"page {index + 1}", cause=error) from error
            if sum(page.characters for page in found) > MAX_CHARACTERS:
                raise InputError("too_much_text", path=path, place=f"page {index + 1}", limit=MAX_CHARACTERS)
    return found


def open_pdf(data: bytes, path: str) -> Any:
    """Return the document; raises InputError for a password, damage or too many pages."""
    from pypdfium2 import PdfDocument, PdfiumError

    if _SIGNATURE not in data[:_HEAD]:
        raise InputError("damaged_file", path=path, cause="%PDF-")
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        code = "password" if "password" in str(error).lower() else "damaged_file"
        raise InputError(code, path=path, cause=error) from error
    if not 0 < len(document) <= MAX_PAGES:
        count = len(document)
        document.close()
        raise InputError(
            "too_many_pages" if count else "damaged_file", path=path, count=count, cause=0, limit=MAX_PAGES
        )
    return document


def checked_page(document: Any, index: int, path: str) -> Any:
    """Return a page of the document; raises InputError for one of monstrous size."""
    page = document[index]
    if max(page.get_size()) > MAX_SIDE:
        page.close()
        raise InputError("page_too_large", path=path, place=f"page {index + 1}", limit=MAX_SIDE)
    return page


class _Plumber:
    """The same file for its ruling lines, opened when the first page has some."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None

    def page(self, index: int) -> Any:
        """Return the page with its ruling lines."""
        import logging

        import pdfplumber

        # Its parser warns about each font that lacks a field; only the ruling lines are wanted of it.
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        if self._document is None:
            self._document = pdfplumber.open(BytesIO(self._data))
        return self._document.pages[index]

    def close(self) -> None:
        """Close the file where it was opened."""
        if self._document is not None:
            self._document.close()
