"""Office files without the time of their making: the same content gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def undated(packed: bytes) -> bytes:
    """Return the zip file `packed` with the same members, each dated as early as the format allows.

    >>> from zipfile import ZipFile
    >>> made = BytesIO()
    >>> with ZipFile(made, "w") as archive:
    ...     archive.writestr("a.xml", "<a/>")
    >>> ZipFile(BytesIO(undated(made.getvalue()))).infolist()[0].date_time
    (1980, 1, 1, 0, 0, 0)
    """
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for member in given.infolist():
            made.writestr(ZipInfo(member.filename), given.read(member), ZIP_DEFLATED)
    return out.getvalue()
