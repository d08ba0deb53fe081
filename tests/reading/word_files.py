"""Word documents for tests, written part by part, so that a test shows the very XML that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from policy_nlp.reading import Page, read_bytes
from tests.reading.zipped import zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def docx(body: str, **parts: str) -> bytes:
    """Return a .docx file whose main text is `body`; `parts` are the insides of numbering, styles, footnotes …"""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    members = {f"word/{name}.xml": _part(roots[name], inside) for name, inside in parts.items()}
    return zipped(
        {
            "[Content_Types].xml": _content_types(sorted(parts)),
            "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
            "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": _relations([(name, f"{name}.xml") for name in parts]),
            **members,
        }
    )


def page(body: str, **parts: str) -> Page:
    """Return what is read of such a file."""
    return read_bytes(docx(body, **parts), path="plan.docx")


def p(text: str, *, style: str = "", number: str = "", level: int | None = None, run: str = "") -> str:
    """Return a paragraph: `text` as one run, in a style, in the list `number`."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    listed = f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{styled}{listed}</w:pPr><w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def scheme(id: int, *levels: str) -> str:
    """Return an abstract list of `levels`."""
    numbered = "".join(f'<w:lvl w:ilvl="{number}">{level}</w:lvl>' for number, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{id}">{numbered}</w:abstractNum>'


def level(form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """Return the inside of a level."""
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'


def num(id: int, scheme: int, *overrides: str) -> str:
    """Return a list of a scheme."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{scheme}"/>{"".join(overrides)}</w:num>'


def start_at(level: int, value: int) -> str:
    """Return what makes a level of a list begin anew."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def table(*rows: Sequence[str]) -> str:
    """Return a table; a cell is its text, or the inside of a cell where it begins with `<`."""
    columns = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    grid = f"<w:tblPr/><w:tblGrid>{columns}</w:tblGrid>"
    return f"<w:tbl>{grid}" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def cell(inside: str) -> str:
    """Return one cell."""
    return f"<w:tc>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def _part(root: str, inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{inside}</w:{root}>'.encode()


def _relations(targets: Sequence[tuple[str, str]]) -> bytes:
    items = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'.encode()


def _content_types(parts: Sequence[str]) -> bytes:
    main = [("document.main", "document"), *((name, name) for name in parts)]
    items = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for kind, name in main)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{items}</Types>'.encode()
