"""A page laid out: its view, paragraphs and markers, ready for plans to be found in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policy_nlp.reading import Block
from policy_nlp.schema import Span
from policy_nlp.structure.bare_headings import mark
from policy_nlp.structure.blocks import from_blocks
from policy_nlp.structure.flattened import restore
from policy_nlp.structure.group_rows import lift
from policy_nlp.structure.markers import Marker, accepted
from policy_nlp.structure.paragraphs import Paragraph
from policy_nlp.structure.printed import printed_view
from policy_nlp.structure.records import lay_out_records
from policy_nlp.structure.splitting import split
from policy_nlp.text.folding import fold
from policy_nlp.text.view import View

CellTest = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A stretch of text in one language with its layout.

    `written` is the text of the view as it is written, unfolded: both have the same length. `base` is where the stretch
    begins in the raw text.
    """

    view: View
    written: str
    paragraphs: tuple[Paragraph, ...]
    markers: tuple[Marker, ...]
    language: str
    base: int = 0

    def raw(self, span: Span) -> Span:
        """Return the span in the raw text of a span of the view."""
        start, end = self.view.raw(span)
        return start + self.base, end + self.base


def lay_out(
    text: str,
    *,
    language: str,
    base: int = 0,
    blocks: Sequence[Block] = (),
    is_bodies: CellTest,
    is_due: CellTest,
) -> LaidOut:
    """Return the layout of `text`. The two tests tell what a cell of a table that lost its lines may hold."""
    folded = fold(text)
    if blocks:
        view, moved = printed_view(folded, blocks, language=language)
        paragraphs = from_blocks(view.text, moved, language=language)
    else:
        view, paragraphs = split(folded, language=language)
    paragraphs = restore(view.text, paragraphs, language=language, is_bodies=is_bodies, is_due=is_due)
    paragraphs = lift(view.text, paragraphs, language=language)
    paragraphs = lay_out_records(view.text, paragraphs, language=language)
    paragraphs = mark(view.text, paragraphs, language=language)
    written = text if view.offsets is None else "".join(map(text.__getitem__, view.offsets))
    return LaidOut(view, written, paragraphs, accepted(view.text, paragraphs, language=language), language, base)
