"""Rows that only head the rows below them: in a table of tasks, a number and a name, or a numbered name alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from policy_nlp.structure.markers import Scanner, scanner
from policy_nlp.structure.paragraphs import Layout, Paragraph
from policy_nlp.structure.tables import is_cell

_FEWEST = 3
"""So many cells are filled in the rows that something is said about."""
_LONGEST = 40


def lift(folded: str, paragraphs: Sequence[Paragraph], *, language: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the cells of rows that only head others made one paragraph of text.

    >>> from policy_nlp.structure.lines import lines
    >>> import re
    >>> text = "|一|夯实基础| | |\\n|1|修桥|市交通局|年底|\\n|2|修路|市交通局|年底|"
    >>> found = lift(text, tuple(lines(text, re.compile("(?!)"))), language="zh")
    >>> [text[p.start : p.end] for p in found if p.layout is Layout.TEXT]
    ['一|夯实基础']
    """
    scan = scanner(language)
    done: list[Paragraph] = []
    for table, group in groupby(paragraphs, key=lambda paragraph: paragraph.table if is_cell(paragraph) else -1):
        members = list(group)
        done.extend(members if table < 0 else _lifted(folded, members, scan))
    return tuple(done)


def _lifted(folded: str, cells: Sequence[Paragraph], scan: Scanner) -> Iterator[Paragraph]:
    rows = [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
    full = sum(len(row) >= _FEWEST for row in rows)
    for row in rows:
        if 2 * full > len(rows) and len(row) < _FEWEST and _heads(folded, row, scan):
            yield replace(row[0], end=row[-1].end, layout=Layout.TEXT, table=-1, row=-1, column=-1)
        else:
            yield from row


def _heads(folded: str, row: Sequence[Paragraph], scan: Scanner) -> bool:
    """Whether a row is a numbered heading: the number stands in the first cell, alone or before the name."""
    whole = replace(row[0], end=row[-1].end, layout=Layout.TEXT)
    marker = scan.leading(folded, whole) if whole.end - whole.start <= _LONGEST else None
    return marker is not None and marker.style.numerals == "han" and folded[whole.end - 1] not in "。.;"
