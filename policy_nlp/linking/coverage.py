"""Which tasks a responsibility block covers: a block closes what stands since the last one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policy_nlp.extraction.roles import Block
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.rows import RowFind
from policy_nlp.schema import Span
from policy_nlp.structure.outline import Node

_FURTHER_TEXT = 12
"""How many characters between two blocks of one item make the text between them a task of its own."""


@dataclass(frozen=True, slots=True)
class Covering:
    """A block and the tasks that it covers, as indices into the list of candidates."""

    block: Block
    tasks: tuple[int, ...]


def cover(folded: str, tasks: list[Candidate], blocks: Sequence[Block]) -> tuple[list[Candidate], tuple[Covering, ...]]:
    """Return the candidates with their final spans, and what each block covers."""
    tasks = _cut_at_blocks(folded, [task for task in tasks if not _is_block(task, blocks)], blocks)
    starts = [task.start for task in tasks]
    closed: dict[int, int] = {}
    coverings = []
    for block in blocks:
        found = _covered(tasks, starts, block, closed)
        if found:
            coverings.append(Covering(block, tuple(found)))
            _bound(folded, tasks, block, found)
            closed.update({id(tasks[index].node.parent): block.span[1] for index in found})
    return tasks, tuple(coverings)


def _is_block(task: Candidate, blocks: Sequence[Block]) -> bool:
    """Whether an item is nothing but a responsibility block."""
    return any(block.own_line and block.span[0] <= task.start and task.end <= block.span[1] + 1 for block in blocks)


def _cut_at_blocks(folded: str, tasks: list[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """Text with a block of its own that follows in the same item is a further task."""
    done: list[Candidate] = []
    for task in tasks:
        inside = [block for block in blocks if task.start <= block.span[0] < task.end]
        done.extend(_pieces(folded, task, inside) if task.leaf and len(inside) > 1 else [task])
    return done


def _pieces(folded: str, task: Candidate, blocks: Sequence[Block]) -> list[Candidate]:
    pieces = [task]
    for before, after in pairwise(blocks):
        cut = _skip_stop(folded, before.span[1])
        if after.span[0] - cut < _FURTHER_TEXT:
            continue
        last = pieces[-1]
        start = cut
        while start < after.span[0] and folded[start].isspace():
            start += 1
        further = replace(
            last,
            start=start,
            number="",
            pieces=[(max(a, start), b) for a, b in last.pieces if b > start],
            title=(start, start),
        )
        pieces[-1] = replace(last, end=cut, pieces=[(a, min(b, cut)) for a, b in last.pieces if a < cut])
        pieces.append(further)
    return pieces


def _skip_stop(folded: str, position: int) -> int:
    return position + 1 if position < len(folded) and folded[position] in "。;.;" else position


def _covered(tasks: Sequence[Candidate], starts: Sequence[int], block: Block, closed: dict[int, int]) -> list[int]:
    last = bisect_right(starts, block.span[0]) - 1
    heading = _headed(tasks, block)
    if heading:
        return heading
    if last < 0:
        return []
    task = tasks[last]
    in_list = _in_sentence_list(task)
    if not in_list and not block.own_line:
        return [last] if block.span[0] < task.end + 2 else []
    floor = closed.get(id(task.node.parent), -1)
    group = [
        i
        for i in range(last + 1)
        if tasks[i].node.parent is task.node.parent and tasks[i].start >= floor and tasks[i].leaf
    ]
    if task.leaf and not in_list and block.own_line:
        group = _own_or_all(tasks, group, last)
    return group or [last]


def _own_or_all(tasks: Sequence[Candidate], group: list[int], last: int) -> list[int]:
    """A line of its own under one item is that item's; behind several without any, the list's."""
    written_out = tasks[last].node.marker is not None and tasks[last].end - tasks[last].start > 0
    return [last] if written_out and len(group) == 1 else group


def _headed(tasks: Sequence[Candidate], block: Block) -> list[int]:
    """A block in the heading of a section covers everything below it."""
    for index, task in enumerate(tasks):
        node: Node | None = task.node.parent if task.leaf else None
        while node is not None and node.marker is not None:
            if (
                node.start <= block.span[0]
                and node.children
                and block.span[1] <= node.children[0].start
                and block.span[0] < task.start
            ):
                return [i for i in range(index, len(tasks)) if _below(tasks[i].node, node)]
            node = node.parent
    return []


def _below(node: Node | None, top: Node) -> bool:
    while node is not None:
        if node is top:
            return True
        node = node.parent
    return False


def _in_sentence_list(task: Candidate) -> bool:
    marker = task.node.marker
    return (
        task.leaf and marker is not None and (marker.style.prose or not marker.leading or marker.style.id == "bullet")
    )


def _bound(folded: str, tasks: list[Candidate], block: Block, found: Sequence[int]) -> None:
    """A block lies inside the span of the one task that it closes, and outside the spans of several."""
    last = found[-1]
    task = tasks[last]
    if len(found) == 1:
        if task.start <= block.span[0] and block.span[1] >= task.end - 2:
            tasks[last] = replace(task, end=max(task.end, _skip_stop(folded, block.span[1])))
        return
    for index in found:
        if tasks[index].end > block.span[0] > tasks[index].start:
            end = block.span[0]
            while end > tasks[index].start and folded[end - 1].isspace():
                end -= 1
            tasks[index] = replace(tasks[index], end=end)


def with_rows(
    tasks: list[Candidate], coverings: tuple[Covering, ...], rows: Sequence[RowFind]
) -> tuple[list[Candidate], tuple[Covering, ...]]:
    """Return the candidates with the rows of tables among them, and the coverings with their cells."""
    if not rows:
        return tasks, coverings
    merged = sorted([*tasks, *(row.task for row in rows)], key=lambda task: (task.start, task.end))
    places = {id(task): index for index, task in enumerate(merged)}
    moved = [replace(c, tasks=tuple(places[id(tasks[index])] for index in c.tasks)) for c in coverings]
    return merged, tuple(sorted([*moved, *_cells(rows, places)], key=lambda covering: covering.block.span))


def _cells(rows: Sequence[RowFind], places: Mapping[int, int]) -> list[Covering]:
    """One covering for each cell, with all the rows that it reaches over."""
    found: dict[Span, Covering] = {}
    for row in rows:
        for block in row.blocks:
            before = found.get(block.span)
            tasks = (*(before.tasks if before else ()), places[id(row.task)])
            found[block.span] = Covering(block, tasks)
    return list(found.values())
