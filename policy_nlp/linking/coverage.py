"""Which tasks a responsibility block covers: a block closes what stands since the last one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policy_nlp.extraction.mentions import Block
from policy_nlp.extraction.roles import block_lexicon
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.headings import Headings
from policy_nlp.linking.rows import RowFind
from policy_nlp.schema import Span
from policy_nlp.text.ordered import Ordered

_List = tuple[int, bool]

_MARKS = "*_"
_FURTHER_TEXT = 12
"""How many characters between two blocks of one item make the text between them a task of its own."""


@dataclass(frozen=True, slots=True)
class Covering:
    """A block and the tasks that it covers, as indices into the list of candidates.

    `repeats`: what it says holds for each of several tasks, and not only for all of them together.
    """

    block: Block
    tasks: tuple[int, ...]
    repeats: bool = True


def cover(
    folded: str, tasks: list[Candidate], blocks: Sequence[Block], *, language: str
) -> tuple[list[Candidate], tuple[Covering, ...]]:
    """Return the candidates with their final spans, and what each block covers."""
    tasks = _cut_at_blocks(folded, _without_blocks(tasks, blocks), blocks)
    coverer = _Coverer(folded, tasks, blocks, closes_bullets=block_lexicon(language).closes_bullets)
    coverings = [Covering(block, found) for block in blocks if (found := coverer.take(block))]
    return coverer.tasks, tuple(coverings)


class _Coverer:
    """Goes through the blocks in the order of the text and remembers, for each list of items, how far it is covered."""

    def __init__(self, folded: str, tasks: list[Candidate], blocks: Sequence[Block], *, closes_bullets: bool) -> None:
        self.tasks = tasks
        self._closes_bullets = closes_bullets
        self._folded = folded
        self._starts = [task.start for task in tasks]
        self._lists = _lists_of(tasks)
        self._headings = Headings(tasks)
        self._closed: dict[_List, int] = {}
        self._labelled = frozenset(self._labelled_one_by_one(blocks))

    def _labelled_one_by_one(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The styles of items of which the first in a list has lines of labels of its own, though others follow it."""
        for block in blocks:
            last = bisect_right(self._starts, block.span[0]) - 1
            task = self.tasks[last] if last >= 0 and self._is_label_line(block) else None
            siblings = self._lists.get(_list_of(task), []) if task and task.leaf else []
            if task and task.node.marker and task.node.number and len(siblings) > 1 and siblings[0] == last:
                yield task.node.marker.style.id

    def _is_label_line(self, block: Block) -> bool:
        return block.own_line and self._folded[block.span[0]] not in "(["

    def take(self, block: Block) -> tuple[int, ...]:
        """Return the tasks that `block` covers, and set their bounds by it."""
        headed = self._headings.below(block)
        if headed:
            return headed
        found = self._closing(block)
        if found:
            _bound(self._folded, self.tasks, block, found)
            self._closed.update({_list_of(self.tasks[index]): block.span[1] for index in found})
        return tuple(found)

    def _closing(self, block: Block) -> Sequence[int]:
        """The tasks at whose end the block stands."""
        last = bisect_right(self._starts, block.span[0]) - 1
        if last < 0:
            return []
        task = self.tasks[last]
        in_list = _in_sentence_list(task)
        if not block.own_line and (not in_list or (_is_bullet(task) and not self._closes_bullets)):
            return [last] if block.span[0] < task.end + 2 else []
        if task.node.marker and task.node.marker.style.id in self._labelled and self._is_label_line(block):
            return [last]
        group = self._open_items(task, last)
        if task.leaf and not in_list and block.own_line:
            group = _own_or_all(self.tasks, group, last)
        return [*self._open_goals(task), *group] or [last]

    def _open_goals(self, task: Candidate) -> list[int]:
        """The goals above the list of `task` that no block has closed yet."""
        key = (id(task.node.parent), False)
        floor = self._closed.get(key, -1)
        above = self._lists.get(key, []) if task.leaf else []
        return [index for index in above if self.tasks[index].goal and floor < self.tasks[index].start < task.start]

    def _open_items(self, task: Candidate, last: int) -> list[int]:
        """The items of the list of `task`, up to the one at `last`, that no block has closed yet."""
        siblings = self._lists.get(_list_of(task), [])
        floor = self._closed.get(_list_of(task), -1)
        low = bisect_left(siblings, floor, key=lambda index: self.tasks[index].start)
        return siblings[low : bisect_right(siblings, last)]


def _is_bullet(task: Candidate) -> bool:
    return task.node.marker is not None and task.node.marker.style.id == "bullet"


def _list_of(task: Candidate) -> _List:
    """The list that a task stands in: the leaves below an item of the outline, or the paragraphs of its own text."""
    return (id(task.node.parent), True) if task.leaf else (id(task.node), False)


def _lists_of(tasks: Sequence[Candidate]) -> dict[_List, list[int]]:
    """The tasks of each list."""
    found: dict[_List, list[int]] = {}
    for index, task in enumerate(tasks):
        found.setdefault(_list_of(task), []).append(index)
    return found


def _without_blocks(tasks: Sequence[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """The candidates without the items that are nothing but a responsibility block."""
    own = [block.span for block in blocks if block.own_line]
    places = Ordered(own)
    around = [places.around(task.start) for task in tasks]
    return [task for task, place in zip(tasks, around, strict=True) if place is None or task.end > own[place][1] + 1]


def _cut_at_blocks(folded: str, tasks: list[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """Text with a block of its own that follows in the same item is a further task."""
    done: list[Candidate] = []
    places = Ordered(block.span for block in blocks)
    for task in tasks:
        inside = [blocks[index] for index in places.beginning(task.start, task.end)]
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


def _own_or_all(tasks: Sequence[Candidate], group: list[int], last: int) -> list[int]:
    """A line of its own under one item is that item's; behind several without any, the list's."""
    written_out = tasks[last].node.marker is not None and tasks[last].end - tasks[last].start > 0
    return [last] if written_out and len(group) == 1 else group


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
            while end > tasks[index].start and (folded[end - 1].isspace() or folded[end - 1] in _MARKS):
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
    blocks: dict[Span, Block] = {}
    tasks: dict[Span, list[int]] = {}
    for row in rows:
        for block in row.blocks:
            blocks[block.span] = block
            tasks.setdefault(block.span, []).append(places[id(row.task)])
    return [Covering(block, tuple(tasks[span])) for span, block in blocks.items()]
