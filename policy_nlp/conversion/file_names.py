"""Names of files for documents: an id comes from a file of others, and must not lead out of the folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from policy_nlp.conversion.marking import sheet_of
from policy_nlp.conversion.sheet import Sheet
from policy_nlp.schema import Document

_LONGEST = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')


def safe_name(id: str) -> str:
    """Return `id` as the stem of a file name in one folder.

    >>> safe_name("../plans/dams")
    '_plans_dams'
    """
    return _UNSAFE.sub("_", id)[:_LONGEST].strip(". ") or "document"


def named(documents: Iterable[Document]) -> Iterator[tuple[str, Sheet]]:
    """Yield each document as a sheet, with a stem of its own for its files."""
    taken: Counter[str] = Counter()
    for document in documents:
        name = safe_name(document.id)
        taken[name.casefold()] += 1
        again = taken[name.casefold()]
        yield (name if again == 1 else f"{name}~{again}"), sheet_of(document)
