"""Lead-ins: who a sentence that ends in a colon tells to do all that is listed below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policy_nlp.extraction.actors import find_actors
from policy_nlp.extraction.mentions import Mention
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.orders import order_lexicon
from policy_nlp.structure.outline import Node
from policy_nlp.structure.runs import runs


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Acting subjects of a lead-in, which hold for all its items."""

    mentions: tuple[Mention, ...]
    tasks: tuple[int, ...]


def lead_ins(text: str, root: Node, tasks: Sequence[Candidate], *, language: str) -> Iterator[LeadIn]:
    """Yield the bodies that lead-ins name, each with the tasks of its list."""
    below = _below(tasks)
    for node in root.walk():
        if node.marker is None or id(node) not in below:
            continue
        for run in runs(node):
            covered = [index for item in run.nodes for index in below.get(id(item), ()) if not _leads_in(text, item)]
            if run.lead_in is None or not covered or text[run.lead_in.end - 1] != ":":
                continue
            start = max(run.lead_in.start, node.marker.end)
            mentions = find_actors(text, start, run.lead_in.end, language=language)
            yield LeadIn(mentions or _spoken_of(text, start, node, language), tuple(covered))


def _leads_in(text: str, item: Node) -> bool:
    """Whether an item with items below it has a lead-in of its own."""
    return bool(item.children and item.paragraphs) and text[item.paragraphs[-1].end - 1] == ":"


def _spoken_of(text: str, start: int, node: Node, language: str) -> tuple[Mention, ...]:
    """`It will:` means the body that the heading tells to act."""
    if not order_lexicon(language).pronoun.match(text, start):
        return ()
    return find_actors(text, *node.title, language=language)


def _below(tasks: Sequence[Candidate]) -> Mapping[int, Sequence[int]]:
    """The leaves at and below each item of the outline."""
    found: dict[int, list[int]] = {}
    for index, task in enumerate(tasks):
        node = task.node if task.leaf else None
        while node is not None:
            found.setdefault(id(node), []).append(index)
            node = node.parent
    return found
