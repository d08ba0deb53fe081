"""Writing the corpus of small nasty files: `python -m evaluation.fuzz.make_corpus`."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from evaluation.fuzz.target import CORPUS

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>'
_OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


def files() -> dict[str, bytes]:
    """Return each file by its name.

    >>> "bomb.docx" in files()
    True
    """
    return _word() | _pages() | _texts() | _tables() | _others()


def _word() -> dict[str, bytes]:
    deep = "<w:tbl><w:tr><w:tc>" * 300
    looped = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"/>'
    far = '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl>'
    fields = '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="begin"/><w:t>a</w:t></w:r></w:p>'
    return {
        "bomb.docx": _zip({"[Content_Types].xml": _TYPES, "word/document.xml": bytes(3_000_000)}),
        "entities.docx": _docx("<w:p>&d;</w:p>", head=_ENTITIES),
        "outside.docx": _docx("<w:p>&b;</w:p>", head=_OUTSIDE),
        "deep.docx": _docx(deep),
        "unclosed.docx": _docx("<w:p>"),
        "empty.docx": _zip({"word/document.xml": b""}),
        "far-level.docx": _docx(far, numbering=looped),
        "wide.docx": _docx(wide + fields),
        "cut.docx": _docx("<w:p/>")[:-40],
        "climbing.docx": _zip({"../../x": b"x", "word/document.xml": _root("document", "<w:body/>")}),
        "own-parent.docx": _docx(
            '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
            styles='<w:style w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="a"/></w:style>',
        ),
    }


def _pages() -> dict[str, bytes]:
    return {
        "deep.html": b"<div>" * 20_000,
        "open-tags.html": b"<" * 20_000 + b"p",
        "spans.html": b"<table><tr><td rowspan=99999 colspan=99999>a<td>b<tr><td rowspan=-1 colspan=x>c</table>",
        "charset.html": b"<meta charset=utf-7><p>+ADw-script+AD4-",
        "numbers.html": b"<ol start=999999999999 type=I><li value=-5>a<li>b</ol><ol reversed><li>c</ol>",
        "script.html": b"<script><p>a</script><p onclick=x()>b",
    }


def _texts() -> dict[str, bytes]:
    return {
        "markup.txt": b"<script>alert(1)</script>=cmd|'/c calc'!A1\n",
        "pipes.md": b"|a|b|\n|---|---|\n" + b"|" * 2_000,
        "brackets.md": ("（" * 5_000 + "[" * 5_000).encode(),
        "nul.txt": b"a\0b",
        "half.txt": "计划".encode("gb18030")[:-1],
        "surrogate.txt": b"\xff\xfe\x00\xd8",
    }


def _tables() -> dict[str, bytes]:
    return {
        "quotes.csv": b'"' * 3_001,
        "formula.csv": b"task,lead\n=1+1,@SUM(A1)\n",
        "wide.tsv": b"\t" * 3_000 + b"a",
        "cut.xlsx": _zip({"xl/workbook.xml": b"<workbook>"}),
        "entities.xlsx": _zip({"xl/workbook.xml": (_ENTITIES + "<a>&d;</a>").encode()}),
    }


def _others() -> dict[str, bytes]:
    return {
        "cut.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>",
        "cut.ofd": _zip({"OFD.xml": b"<OFD>"}),
        "entities.ofd": _zip({"OFD.xml": (_ENTITIES + "<OFD>&d;</OFD>").encode()}),
        "locked.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "nested.zip": _zip({"a.zip": _zip({"a.txt": b"a"})}),
    }


def _docx(body: str, *, head: str = "", **parts: str) -> bytes:
    related = "".join(
        f'<Relationship Id="{name}" Type="x/{name}" Target="{name}.xml"/>' for name in sorted(parts)
    )  # fmt: skip
    members = {f"word/{name}.xml": _root(name, inside) for name, inside in parts.items()}
    members["word/_rels/document.xml.rels"] = f"<Relationships>{related}</Relationships>".encode()
    members["word/document.xml"] = head.encode() + _root("document", f"<w:body>{body}</w:body>")
    return _zip({"[Content_Types].xml": _TYPES} | members)


def _root(name: str, inside: str) -> bytes:
    return f'<w:{name} xmlns:w="{_W}">{inside}</w:{name}>'.encode()


def _zip(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return target.getvalue()


if __name__ == "__main__":
    CORPUS.mkdir(exist_ok=True)
    for name, data in files().items():
        (CORPUS / name).write_bytes(data)
