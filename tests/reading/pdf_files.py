"""PDF files written by hand, good and bad, for the reader to be tried on."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(pages: Sequence[bytes], *, box: str = "0 0 595 842", extra: str = "") -> bytes:
    """A PDF whose pages have these streams of drawing operators."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    fonts = b"/Font << /F1 3 0 R >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _FONT,
    ]
    for index, operators in enumerate(pages):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {extra} /Contents {5 + 2 * index} 0 R /Resources << "
        objects.append(page.encode() + fonts + b" >> >>")
        objects.append(stream(operators))
    return assembled(objects)


def stream(inside: bytes) -> bytes:
    """The object of a packed stream."""
    packed = zlib.compress(inside)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def assembled(objects: Sequence[bytes]) -> bytes:
    """The file that holds these objects, with its table of places."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + head + table + tail


def shown(text: str, x: float, y: float, *, size: float = 11, turn: str = "1 0 0 1") -> bytes:
    """The operators that show `text` with its foot at this place."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {turn} {x} {y} Tm ({escaped}) Tj ET\n".encode("cp1252")


def lines(texts: Sequence[str], *, x: float = 72, y: float = 770, leading: float = 15, size: float = 11) -> bytes:
    """The operators that show lines below one another."""
    return b"".join(shown(text, x, y - leading * row, size=size) for row, text in enumerate(texts))
