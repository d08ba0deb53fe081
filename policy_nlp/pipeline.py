"""The order of the stages: lay out the page, find its plans, extract and link each, name the bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from policy_nlp.bodies import Registry
from policy_nlp.extraction.cells import holds_bodies, holds_due
from policy_nlp.language import detect, stretches
from policy_nlp.linking.naming import name_units
from policy_nlp.linking.parts import Parts
from policy_nlp.reading import Block, BlockKind, Page, read_page
from policy_nlp.schema import Document, Origin, Source
from policy_nlp.structure.page import LaidOut, lay_out
from policy_nlp.structure.plans import plan_spans

_MONTHS = range(1, 13)
_LINES = frozenset({"text/plain", "text/markdown"})
"""Media types whose lines say all that their blocks could."""


def parse(
    text: str,
    *,
    language: str | None = None,
    id: str = "document",
    blocks: Sequence[Block] = (),
    fiscal_start: int | None = None,
    registry: Registry | None = None,
) -> Document:
    """Return the document that `text` is: plans, sections, tasks, units, deadlines and targets, every span into `text`.

    `language` is found where it is not given, for each stretch of a page that is written in two; `blocks` are what a
    reader marked in the text beyond its lines. `fiscal_start` is the month in which fiscal years begin; unless given,
    the issuer's own is taken as far as the text tells it. `registry` names the bodies, the shipped one unless given.
    Raises ValueError where `fiscal_start` is no month.

    >>> [due.value for due in parse("# Plan\\n\\n- Open six hubs by Q2 FY2025.", fiscal_start=7).deadlines]
    ['2024-12-31']
    """
    if fiscal_start is not None and fiscal_start not in _MONTHS:
        raise ValueError(f"no month: {fiscal_start}")
    parts = Parts(text, fiscal_start=fiscal_start)
    for page in _pages(text, language, blocks):
        for plan in plan_spans(page.view.text, page.paragraphs, page.markers, language=page.language):
            parts.add(page, plan)
    return name_units(parts.document(id=id, language=language or detect(text)), registry=registry)


def _pages(text: str, language: str | None, blocks: Sequence[Block]) -> list[LaidOut]:
    """Each stretch of the text in its own language; where blocks are given, the whole is one."""
    whole = language or (detect(text) if blocks else None)
    parted = ((0, len(text), whole),) if whole else stretches(text)
    return [laid_out(text[start:end], language=spoken, base=start, blocks=blocks) for start, end, spoken in parted]


def laid_out(text: str, *, language: str, base: int = 0, blocks: Sequence[Block] = ()) -> LaidOut:
    """Return the layout of a stretch of text that begins at `base` of the whole.

    >>> page = laid_out("# Plan\\n\\n- Open six\\n  hubs.", language="en")
    >>> [page.raw((part.start, part.end)) for part in page.paragraphs]
    [(2, 6), (10, 26)]
    """
    return lay_out(
        text,
        language=language,
        base=base,
        blocks=blocks,
        is_bodies=partial(holds_bodies, language=language),
        is_due=partial(holds_due, language=language),
    )


def read(path: Path | str, *, language: str | None = None, fiscal_start: int | None = None) -> Document:
    """Return the document in the file at `path`; the same as `parse` of its text, but for `id`, `source` and
    `origins`.

    Raises InputError, naming the file, the place and the cause, where the file cannot be read.
    """
    return from_page(read_page(path), language=language, fiscal_start=fiscal_start)


def from_page(
    page: Page, *, language: str | None = None, id: str | None = None, fiscal_start: int | None = None
) -> Document:
    """Return the document that a reader handed on."""
    name = id or (Path(page.path).stem if page.path else "document")
    blocks = () if page.media_type in _LINES else page.blocks
    document = parse(page.text, language=language, id=name, blocks=blocks, fiscal_start=fiscal_start)
    source = Source(path=page.path, media_type=page.media_type, sha256=page.sha256)
    notes = page.diagnostics + document.diagnostics
    return replace(document, source=source, diagnostics=notes, origins=_origins(page.blocks))


def _origins(blocks: Sequence[Block]) -> tuple[Origin, ...]:
    """The places that the blocks name: one for each cell of a sheet, one for all that follows on one page."""
    found: list[Origin] = []
    for block in blocks:
        if block.origin is None or block.kind in (BlockKind.TABLE, BlockKind.ROW):
            continue
        if found and found[-1].place == block.origin:
            found[-1] = Origin((found[-1].span[0], block.span[1]), block.origin)
        else:
            found.append(Origin(block.span, block.origin))
    return tuple(found)
