"""Tables for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from policy_nlp.reporting.width import padded, printable, width, wrapped

_GAP = "  "
_NARROWEST = 8
_RULE = "─"


def text_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, columns: int) -> str:
    """Return `rows` under `headings` in at most `columns` columns; a long cell goes on below itself.

    >>> print(text_table(["序号", "任务"], [["1", "巡查"], ["2", "整改"]], columns=40))
    序号  任务
    ────  ────
    1     巡查
    2     整改
    """
    cells = [[printable(cell) for cell in row] for row in [headings, *rows]]
    natural = [max(map(width, column)) for column in zip(*cells, strict=True)]
    widths = shared_widths(natural, columns - len(_GAP) * (len(natural) - 1))
    lines = [line for row in cells for line in _row(row, widths)]
    head = len(_row(cells[0], widths))
    return "\n".join([*lines[:head], _GAP.join(_RULE * size for size in widths), *lines[head:]])


def shared_widths(natural: Sequence[int], available: int) -> list[int]:
    """Return a width for each column: narrow ones get all they want, the others share the rest.

    >>> shared_widths([4, 60, 100], 64)
    [4, 30, 30]
    """
    widths = [0] * len(natural)
    for left, index in zip(
        range(len(natural), 0, -1), sorted(range(len(natural)), key=lambda i: natural[i]), strict=True
    ):
        widths[index] = min(natural[index], max(available // left, _NARROWEST))
        available -= widths[index]
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
    height = max(map(len, columns))
    filled = [column + [""] * (height - len(column)) for column in columns]
    lines = zip(*filled, strict=True)
    return [_GAP.join(padded(part, size) for part, size in zip(line, widths, strict=True)).rstrip() for line in lines]
