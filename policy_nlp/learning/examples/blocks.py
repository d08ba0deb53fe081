"""Blocks: the paragraphs, items and cells of a text, which a small model reads one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policy_nlp.learning.examples.spans import gold_spans
from policy_nlp.learning.predictions import Layer, PredictedSpan
from policy_nlp.pipeline import laid_out
from policy_nlp.schema import Document, SectionType, Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a gold text: what stands in it, whether it is a task, and what its section is for.

    `spans` count from the beginning of the block and hold no tasks.
    """

    text: str
    spans: tuple[PredictedSpan, ...]
    is_task: bool
    section: SectionType | None


def spans_of_blocks(text: str, *, language: str) -> tuple[Span, ...]:
    """Return where the blocks of a text stand, in its order; no two overlap.

    >>> spans_of_blocks("# Plan\\n\\n- Open six\\n  hubs.", language="en")
    ((2, 6), (10, 26))
    """
    page = laid_out(text, language=language)
    found = sorted(page.raw((part.start, part.end)) for part in page.paragraphs if part.start < part.end)
    return tuple(_apart(found))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """What is left of each span behind those before it."""
    reached = 0
    for start, end in spans:
        if max(start, reached) < end:
            yield max(start, reached), end
            reached = end


def blocks_of(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a gold document in the order of its text. What crosses their bounds is left out."""
    places = spans_of_blocks(document.text, language=document.language)
    inside = _inside(places, gold_spans(document))
    starts = {task.span[0] for task in document.tasks}
    return tuple(
        Block(
            document.text[slice(*place)],
            tuple(inside[index]),
            any(start in starts for start in range(*place)),
            _section(document, place[0]),
        )
        for index, place in enumerate(places)
    )


def _inside(places: Sequence[Span], spans: Sequence[PredictedSpan]) -> list[list[PredictedSpan]]:
    found: list[list[PredictedSpan]] = [[] for _ in places]
    begins = [start for start, _ in places]
    for span in spans:
        index = bisect_right(begins, span.start) - 1
        if span.layer is not Layer.TASK and index >= 0 and span.end <= places[index][1]:
            base = begins[index]
            found[index].append(PredictedSpan(span.start - base, span.end - base, span.layer, span.label, span.score))
    return found


def _section(document: Document, position: int) -> SectionType | None:
    """What the innermost section around a position is for."""
    around = [section for section in document.sections if section.span[0] <= position < section.span[1]]
    return max(around, key=lambda section: section.level).type if around else None
