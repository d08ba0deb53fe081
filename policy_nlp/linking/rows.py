"""Rows of task tables as candidates, and their cells as what covers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policy_nlp.extraction.lists import split_bodies
from policy_nlp.extraction.mentions import Block, Mention
from policy_nlp.extraction.phrases import phrases_in_cell
from policy_nlp.extraction.posts import find_posts
from policy_nlp.extraction.roles import block_lexicon, labelled, unlabelled
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.orders import order_lexicon
from policy_nlp.schema import Role, Span
from policy_nlp.structure.columns import BODIES, Column, role_of
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Paragraph
from policy_nlp.structure.tables import Row, is_cell, task_rows

_BARE, _BESIDE = "block.tail.bare", "block.tail.co"
_TITLE = 40
"""How many characters of its work a row goes by."""


@dataclass(frozen=True, slots=True)
class RowFind:
    """A row with its candidate, and a block for each of its cells that says who, when or how much."""

    row: Row
    task: Candidate
    blocks: tuple[Block, ...]


def row_candidates(folded: str, root: Node, *, language: str) -> list[RowFind]:
    """Return the rows of the plan's task tables as candidates."""
    cells = sorted(
        ((p, node) for node in root.walk() for p in node.paragraphs + node.tail if is_cell(p) and not p.field),
        key=lambda pair: pair[0].start,
    )
    owners = {paragraph.start: node for paragraph, node in cells}
    rows = _that_order(folded, task_rows(folded, [p for p, _ in cells], language=language), language)
    columns = frozenset(column for row in rows for column in row.cells)
    return [_find(folded, row, owners[row.work.start], columns, language) for row in rows]


def _that_order(folded: str, rows: Sequence[Row], language: str) -> list[Row]:
    """The rows without those of tables that only describe what there is, by whom they are run."""
    lexicon = order_lexicon(language)
    doubtful: dict[int, list[bool]] = {}
    for row in rows:
        if row.doubtful:
            orders = bool(lexicon.imperative.match(folded[row.work.start : row.work.end]))
            doubtful.setdefault(row.work.table, []).append(orders)
    told = {table for table, orders in doubtful.items() if 2 * sum(orders) < len(orders)}
    return [row for row in rows if row.work.table not in told]


def _find(folded: str, row: Row, node: Node, columns: frozenset[Column], language: str) -> RowFind:
    work = row.work
    number = row.cells.get(Column.NUMBER, ())
    candidate = Candidate(
        work.start,
        row.cells[Column.WORK][-1].end,
        folded[number[0].start : number[0].end].rstrip(".、") if number else "",
        node,
        node if node.marker is not None else None,
        pieces=[(cell.start, cell.end) for cell in row.cells[Column.WORK]],
        title=_title(folded, work),
    )
    return RowFind(row, candidate, tuple(_blocks(folded, row, columns, language)))


def _title(folded: str, work: Paragraph) -> Span:
    """The beginning of the work, no word cut."""
    end = min(work.end, work.start + _TITLE)
    if end < work.end and folded[end - 1 : end + 1].isascii():
        space = folded.rfind(" ", work.start, end + 1)
        end = space if space > work.start else end
    return work.start, end


def _blocks(folded: str, row: Row, columns: frozenset[Column], language: str) -> Iterator[Block]:
    for column, cells in row.cells.items():
        for cell in cells:
            if column in BODIES:
                yield Block((cell.start, cell.end), tuple(cell_mentions(folded, cell, column, columns, language)))
            elif column is Column.PERSONS:
                yield Block((cell.start, cell.end), tuple(posts_in_cell(folded, cell, language)))
            elif column in (Column.DEADLINE, Column.TARGET):
                yield Block((cell.start, cell.end), ())


def posts_in_cell(folded: str, cell: Paragraph, language: str) -> Sequence[Mention]:
    """Return the posts in a cell of those in charge; they share what the bodies beside them answer for."""
    posts = find_posts(folded, cell.start, cell.end, language=language)
    return [Mention(span, Role.CO, "table.persons") for span in posts]


def cell_mentions(
    folded: str, cell: Paragraph, column: Column, columns: frozenset[Column], language: str
) -> Sequence[Mention]:
    """Return the bodies that a cell names, with the role of its column beside the other `columns` or its own words'."""
    role = Role(role_of(column, columns, language=language))
    rule = f"table.{column.value}"
    lexicon = block_lexicon(language)
    if lexicon.label.match(folded, cell.start, cell.end):
        return labelled(folded, cell.start, cell.end, lexicon).mentions
    spoken = unlabelled(folded, cell.start, cell.end, lexicon)
    if spoken is not None and any(mention.role is Role.LEAD for mention in spoken.mentions):
        return spoken.mentions
    if spoken is not None and any(mention.rule != _BARE for mention in spoken.mentions):
        apart = any(mention.rule == _BARE for mention in spoken.mentions)
        return [m if apart and m.rule == _BESIDE else Mention(m.span, role, rule) for m in spoken.mentions]
    named, cut = phrases_in_cell(folded, cell.start, cell.end, language=language)
    if named:
        before = split_bodies(folded, cell.start, cut, language=language)
        return _beside_phrases([Mention(span, role, rule) for span in before], named)
    first = lexicon.first_leads.search(folded, cell.start, cell.end)
    spans = split_bodies(folded, cell.start, first.start() if first else cell.end, language=language)
    return [Mention(span, role, rule) for span in spans]


def _beside_phrases(before: list[Mention], named: Sequence[Mention]) -> list[Mention]:
    """The bodies of a cell of which phrases set some beside others; where there are no others, they lead."""
    if before or any(mention.role is Role.LEAD for mention in named):
        return [*before, *named]
    return [replace(mention, role=Role.LEAD) for mention in named]
