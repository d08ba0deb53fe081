"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def pipe_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return `rows` under `headings`, the first column aligned left, the others right.

    >>> print(pipe_table(["layer", "F1"], [["a|b", "0.5"]]))
    | layer | F1 |
    | --- | ---: |
    | a\\|b | 0.5 |
    """
    rule = ["---"] + ["---:"] * (len(headings) - 1)
    return "\n".join(f"| {' | '.join(map(_safe, line))} |" for line in [headings, rule, *rows])


def _safe(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")
