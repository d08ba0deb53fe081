"""OFD files written as GB/T 33190 lays them down, for the reader to be tried on."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(said: str, x: float, y: float, *, size: float = 4, deltas: bool = True, ctm: str = "") -> str:
    """A text object whose foot begins at this place, in millimeters from the upper left corner."""
    steps = " ".join(f"{size if ord(char) > 0x2E00 else size / 2:g}" for char in said[:-1])
    delta = f" DeltaX={quoteattr(steps)}" if deltas and steps else ""
    turn = f" CTM={quoteattr(ctm)}" if ctm else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x:g} {y - size:g} 180 {size:g}" Font="1" Size="{size:g}"{turn}>'
        f'<ofd:TextCode X="0" Y="{size:g}"{delta}>{escape(said)}</ofd:TextCode></ofd:TextObject>'
    )


def frame(x: float, y: float, width: float, height: float) -> str:
    """A rectangle drawn as a path."""
    path = f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} C"
    return (
        f'<ofd:PathObject ID="8" Boundary="{x:g} {y:g} {width:g} {height:g}" LineWidth="0.35">'
        f"<ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def ofd(*documents: Sequence[str], template: str = "", extra: str = "") -> bytes:
    """A file with these documents; a document is the content of its pages, and each page uses the template."""
    members = {"OFD.xml": _main(len(documents))}
    for number, pages in enumerate(documents):
        members[f"Doc_{number}/Document.xml"] = _document(len(pages), template, extra)
        if template:
            members[f"Doc_{number}/Tpls/Tpl_0/Content.xml"] = _page(template, "")
        for index, page in enumerate(pages):
            use = '<ofd:Template TemplateID="5" ZOrder="Background"/>' if template else ""
            members[f"Doc_{number}/Pages/Page_{index}/Content.xml"] = _page(page, use)
    return packed(members)


def packed(members: dict[str, str]) -> bytes:
    """The package that holds these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _main(count: int) -> str:
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_{number}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        for number in range(count)
    )
    return f'{_HEAD}<ofd:OFD {_SPACE} Version="1.0" DocType="OFD">{bodies}</ofd:OFD>'


def _document(count: int, template: str, extra: str) -> str:
    pages = "".join(f'<ofd:Page ID="{20 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(count))
    used = '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    common = f"<ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID>{area}{used}</ofd:CommonData>"
    return f"{_HEAD}<ofd:Document {_SPACE}>{common}<ofd:Pages>{pages}</ofd:Pages>{extra}</ofd:Document>"


def _page(content: str, use: str) -> str:
    layer = f'<ofd:Content><ofd:Layer ID="7" Type="Body">{content}</ofd:Layer></ofd:Content>'
    return f"{_HEAD}<ofd:Page {_SPACE}>{use}{layer}</ofd:Page>"
