"""The order in which a reader takes the stretches of a page: columns one after the other, rows across them between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policy_nlp.reading.pdf_lines import Stretch

_FEWEST_ROWS = 4
"""So many rows on both sides of a gutter make columns."""
_FILLED = 0.55
"""The share of a column that its lines of prose fill, on the average."""
_SAME_ROW = 0.3
"""How far, in em, the feet of two stretches side by side may be apart."""
_GUTTER = 0.7
"""The least width of a gutter in em."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column, from the top; each is one or more stretches side by side."""

    lines: tuple[tuple[Stretch, ...], ...]
    column: int = 0
    columns: int = 1


def regions(stretches: Sequence[Stretch]) -> list[Region]:
    """Return the regions of a page in reading order."""
    rows = rows_of(stretches)
    found: list[Region] = []
    start = 0
    while start < len(rows):
        end, gutter = _columns_from(rows, start)
        if gutter is None:
            end = start + 1
            found.append(Region((rows[start],)))
        else:
            found += _sides(rows[start:end], gutter)
        start = end
    return list(_joined(found))


def rows_of(stretches: Sequence[Stretch]) -> list[tuple[Stretch, ...]]:
    """Return the stretches in rows: what lies side by side, from left to right."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda s: (-s.base, s.left)):
        if rows and _same_row(rows[-1][0], stretch):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [tuple(sorted(row, key=lambda s: s.left)) for row in rows]


def _same_row(first: Stretch, stretch: Stretch) -> bool:
    return abs(first.base - stretch.base) <= _SAME_ROW * max(first.size, stretch.size)


def _columns_from(rows: Sequence[tuple[Stretch, ...]], start: int) -> tuple[int, tuple[float, float] | None]:
    """How far two columns of prose reach from the row `start` on, and the gutter between them."""
    best: tuple[int, tuple[float, float] | None] = (start, None)
    for left, right in _gaps(rows[start]) or ((rows[start][0].right, float("inf")),):
        low, high, end = left, right, start
        for row in rows[start:]:
            narrowed = _narrowed(row, low, high)
            if narrowed is None:
                break
            (low, high), end = narrowed, end + 1
        if end > best[0] and high < float("inf") and _is_prose(rows[start:end], (low + high) / 2):
            best = end, (low, high)
    return best


def _gaps(row: Sequence[Stretch]) -> list[tuple[float, float]]:
    return [(a.right, b.left) for a, b in pairwise(row)]


def _narrowed(row: Sequence[Stretch], low: float, high: float) -> tuple[float, float] | None:
    """The gutter that is left beside the stretches of a row; None where one of them crosses it."""
    for stretch in row:
        if stretch.left >= low and (stretch.left > high or stretch.left - low >= _GUTTER * stretch.size):
            high = min(high, stretch.left)
        elif stretch.right <= high:
            low = max(low, stretch.right)
        else:
            return None
    return (low, high) if high - low >= _GUTTER * row[0].size else None


def _is_prose(rows: Sequence[Sequence[Stretch]], gutter: float) -> bool:
    """Whether both sides are lines of prose: enough of them, one stretch each, that fill their column."""
    for side in _halves(rows, gutter):
        lines = [line for line in side if line]
        if len(lines) < _FEWEST_ROWS:
            return False
        left, right = min(line[0].left for line in lines), max(line[-1].right for line in lines)
        filled = sum(sum(s.right - s.left for s in line) for line in lines) / (len(lines) * max(right - left, 1.0))
        if filled < _FILLED or right - left < 8 * lines[0][0].size:
            return False
    return True


def _halves(
    rows: Sequence[Sequence[Stretch]], gutter: float
) -> tuple[list[tuple[Stretch, ...]], list[tuple[Stretch, ...]]]:
    before = [tuple(s for s in row if s.right <= gutter) for row in rows]
    behind = [tuple(s for s in row if s.right > gutter) for row in rows]
    return before, behind


def _sides(rows: Sequence[tuple[Stretch, ...]], gutter: tuple[float, float]) -> list[Region]:
    """The columns on both sides of a gutter; the right one may be parted again."""
    before, behind = _halves(rows, sum(gutter) / 2)
    right = regions([s for line in behind for s in line])
    count = 1 + max(region.columns for region in right)
    first = Region(tuple(line for line in before if line), 0, count)
    return [first, *(Region(r.lines, r.column + 1, count) for r in right)]


def _joined(found: Sequence[Region]) -> Iterator[Region]:
    """The regions, with rows that follow one another in one column as one region."""
    lines: list[tuple[Stretch, ...]] = []
    for region in found:
        if region.columns == 1:
            lines += region.lines
            continue
        if lines:
            yield Region(tuple(lines))
            lines = []
        yield region
    if lines:
        yield Region(tuple(lines))
