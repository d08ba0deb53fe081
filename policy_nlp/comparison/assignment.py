"""The best one-to-one assignment of tasks: not each for itself, but all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Edge = tuple[int, int]
_NEVER = float("inf")


def assign(worth: Mapping[Edge, float]) -> dict[int, int]:
    """Return for each row its column so that the sum of `worth` is the greatest; a pair that is not in it never meets.

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85})
    {0: 1, 1: 0}
    """
    found: dict[int, int] = {}
    rest = dict(worth)
    for row, column in _beyond_doubt(rest):
        found[row] = column
        rest = {edge: value for edge, value in rest.items() if edge[0] != row and edge[1] != column}
    for edges in _components(rest):
        found.update(_hungarian(edges))
    return dict(sorted(found.items()))


def _beyond_doubt(worth: Mapping[Edge, float]) -> list[Edge]:
    """A pair worth more than the best other pairs of its row and of its column together is in the answer."""
    rows, columns = _best_two(worth, 0), _best_two(worth, 1)
    return [
        (row, column)
        for (row, column), value in worth.items()
        if value == rows[row][0] == columns[column][0] and value > rows[row][1] + columns[column][1]
    ]


def _best_two(worth: Mapping[Edge, float], side: int) -> dict[int, tuple[float, float]]:
    best: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for edge, value in worth.items():
        first, second = best[edge[side]]
        best[edge[side]] = (value, first) if value > first else (first, max(second, value))
    return best


def _components(worth: Mapping[Edge, float]) -> Iterable[dict[Edge, float]]:
    """Yield the parts of the graph that nothing connects."""
    group: dict[Edge, Edge] = {}

    def root(node: Edge) -> Edge:
        while group.setdefault(node, node) != node:
            group[node] = node = group[group[node]]
        return node

    for row, column in worth:
        group[root((0, row))] = root((1, column))
    parts: defaultdict[Edge, dict[Edge, float]] = defaultdict(dict)
    for edge, value in worth.items():
        parts[root((0, edge[0]))][edge] = value
    return parts.values()


def _hungarian(worth: Mapping[Edge, float]) -> dict[int, int]:
    """Return the best assignment of one component, by shortest augmenting paths."""
    rows = sorted({row for row, _ in worth})
    columns: list[int | None] = [*sorted({column for _, column in worth}), *[None] * len(rows)]
    cost = [[-worth.get((row, column), 0.0) if column is not None else 0.0 for column in columns] for row in rows]
    matched = _match(cost)
    return {
        rows[row]: column
        for place, row in matched.items()
        if (column := columns[place]) is not None and (rows[row], column) in worth
    }


def _match(cost: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return the row of each column in the assignment of least cost; there are at least as many columns as rows."""
    of_row, of_column = [0.0] * len(cost), [0.0] * len(cost[0])
    owner: dict[int, int] = {}
    for row in range(len(cost)):
        _augment(row, cost, of_row, of_column, owner)
    return owner


def _augment(
    start: int, cost: Sequence[Sequence[float]], of_row: list[float], of_column: list[float], owner: dict[int, int]
) -> None:
    """Find a column for row `start` on the cheapest path, moving other rows where that pays."""
    least = [_NEVER] * len(of_column)
    before: list[int | None] = [None] * len(of_column)
    seen: list[int] = []
    row, column = start, -1
    open_columns = set(range(len(of_column)))
    while True:
        for other in open_columns:
            gap = cost[row][other] - of_row[row] - of_column[other]
            if gap < least[other]:
                least[other], before[other] = gap, (column if column >= 0 else None)
        column = min(open_columns, key=lambda place: (least[place], place))
        _shift(least[column], start, seen, open_columns, least, of_row, of_column, owner)
        open_columns.discard(column)
        seen.append(column)
        if column not in owner:
            break
        row = owner[column]
    _turn(column, start, before, owner)


def _shift(
    step: float,
    start: int,
    seen: Sequence[int],
    open_columns: Iterable[int],
    least: list[float],
    of_row: list[float],
    of_column: list[float],
    owner: Mapping[int, int],
) -> None:
    of_row[start] += step
    for column in seen:
        of_row[owner[column]] += step
        of_column[column] -= step
    for column in open_columns:
        least[column] -= step


def _turn(column: int, start: int, before: Sequence[int | None], owner: dict[int, int]) -> None:
    """Give each column of the path the row of the column before it."""
    place: int | None = column
    while place is not None:
        earlier = before[place]
        owner[place] = start if earlier is None else owner[earlier]
        place = earlier
