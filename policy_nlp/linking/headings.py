"""What a block in the heading of a section covers: everything below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_nlp.extraction.mentions import Block
from policy_nlp.linking.candidates import Candidate
from policy_nlp.structure.outline import Node
from policy_nlp.text.ordered import Ordered


class Headings:
    """The headings above the leaves of a plan, each with the tasks below it."""

    def __init__(self, tasks: Sequence[Candidate]) -> None:
        below = _below(tasks)
        nodes = sorted((node for node, _ in below.values()), key=lambda node: node.start)
        self._places = Ordered((node.start, node.children[0].start) for node in nodes)
        self._ends = [node.children[0].start for node in nodes]
        self._tasks = [tuple(below[id(node)][1]) for node in nodes]

    def below(self, block: Block) -> tuple[int, ...]:
        """Return the tasks below the heading that `block` stands in; none where it stands in no heading."""
        place = self._places.around(block.span[0])
        return self._tasks[place] if place is not None and block.span[1] <= self._ends[place] else ()


def _below(tasks: Sequence[Candidate]) -> dict[int, tuple[Node, list[int]]]:
    """Each item with items below it and the tasks there, those of its own text among them."""
    found: dict[int, tuple[Node, list[int]]] = {}
    holders: set[int] = set()
    for index, task in enumerate(tasks):
        for node in _upwards(task.node):
            found.setdefault(id(node), (node, []))[1].append(index)
            if node is not task.node:
                holders.add(id(node))
    return {key: below for key, below in found.items() if key in holders}


def _upwards(node: Node | None) -> Iterator[Node]:
    while node is not None and node.marker is not None:
        yield node
        node = node.parent
