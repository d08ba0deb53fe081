"""From the pages of a PDF to one flow: paragraphs and tables that go on over pages, and what only the paper carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from policy_nlp.reading.grid import Grid
from policy_nlp.reading.html_line import Line
from policy_nlp.reading.page import BlockKind
from policy_nlp.reading.pdf_columns import Region
from policy_nlp.reading.pdf_furniture import furniture, line_text
from policy_nlp.reading.pdf_lines import Stretch
from policy_nlp.reading.pdf_page import PageLayout
from policy_nlp.reading.pdf_paragraphs import PrintedLine, paragraphs
from policy_nlp.reading.pdf_spanning import joined_tables
from policy_nlp.reading.pdf_tables import RuledTable

_HEADING = 1.12
"""So many times the size of the text makes a heading."""
_LONGEST_HEADING = 90
_MOST_LEVELS = 4
_ENDS = ("。", "；", ";", "，", ",", "、")
_MOST_HEADINGS = 0.25


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that belongs to the paper: a running head, the number of a page, a mark across it."""

    text: str
    page: int


Item = PrintedLine | RuledTable | Aside


def flow(pages: Sequence[PageLayout]) -> Iterator[Line | Grid]:
    """Yield the paragraphs, headings and tables in reading order, each with its page; asides follow what they cut."""
    items = list(_items(pages))
    heading = _HeadingSizes([item for item in items if isinstance(item, PrintedLine)])
    for kind, run in groupby(_without_asides(items), key=lambda item: isinstance(item, PrintedLine)):
        found = list(run)
        if kind:
            yield from _paragraphs([item for item in found if isinstance(item, PrintedLine)], heading)
        else:
            yield from (table.grid for table in joined_tables([t for t in found if isinstance(t, RuledTable)]))
    asides = [item for item in items if isinstance(item, Aside)]
    yield from (Line(aside.text, BlockKind.ASIDE, origin=f"page {aside.page}") for aside in asides)


def _without_asides(items: Sequence[Item]) -> Iterator[PrintedLine | RuledTable]:
    return (item for item in items if not isinstance(item, Aside))


def _items(pages: Sequence[PageLayout]) -> Iterator[Item]:
    marked = furniture(pages)
    margins = _margins(pages, marked)
    for page in pages:
        for part in page.parts:
            if isinstance(part, RuledTable):
                yield part
                continue
            for line in part.lines:
                yield Aside(line_text(line), page.number) if id(line) in marked else _printed(line, part, page, margins)
        if page.turned:
            yield Aside(page.turned, page.number)


Margins = dict[tuple[int, int, int], tuple[float, float]]


def _key(page: PageLayout, region: Region) -> tuple[int, int, int]:
    """Regions that share their margins: the same column of pages of one width."""
    return round(page.box[2] - page.box[0]), region.column, region.columns


def _margins(pages: Sequence[PageLayout], marked: set[int]) -> Margins:
    """The left and the right edge of each column, over all pages."""
    edges: dict[tuple[int, int, int], list[tuple[float, float]]] = {}
    for page in pages:
        for part in page.parts:
            if isinstance(part, Region):
                lines = [line for line in part.lines if id(line) not in marked]
                edges.setdefault(_key(page, part), []).extend((line[0].left, line[-1].right) for line in lines)
    return {key: (_left_edge([e[0] for e in found]), max(e[1] for e in found)) for key, found in edges.items() if found}


def _left_edge(lefts: Sequence[float]) -> float:
    """The leftmost place where several lines begin; a single one further left is an outlier."""
    times = Counter(round(left / 3) for left in lefts)
    several = [place for place, count in times.items() if count >= max(2, 0.02 * len(lefts))]
    return 3.0 * min(several or times)


def _printed(line: tuple[Stretch, ...], part: Region, page: PageLayout, margins: Margins) -> PrintedLine:
    left, right = margins[_key(page, part)]
    size = max(line, key=lambda stretch: len(stretch.text)).size
    return PrintedLine(
        line_text(line), line[0].left, line[-1].right, line[0].base, size, page.number, left, right,
        part.column,
    )  # fmt: skip


class _HeadingSizes:
    """The sizes in which headings are set, the largest first; none where too much of the text is set large."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        body = sizes.most_common(1)[0][0] if sizes else 0.0
        larger = {size: count for size, count in sizes.items() if size > _HEADING * body}
        few = sum(larger.values()) <= _MOST_HEADINGS * sizes.total()
        self._sizes = sorted(larger, reverse=True)[:_MOST_LEVELS] if few else []

    def level(self, lines: Sequence[PrintedLine], text: str) -> int | None:
        """Return the rank of a heading, or None for other text."""
        size = round(lines[0].size, 1)
        if size not in self._sizes or len(text) > _LONGEST_HEADING or text.endswith(_ENDS):
            return None
        return self._sizes.index(size) + 1


def _paragraphs(lines: Sequence[PrintedLine], heading: _HeadingSizes) -> Iterator[Line]:
    for found in paragraphs(lines):
        text = "\n".join(line.text for line in found)
        level = heading.level(found, text)
        kind = BlockKind.PARAGRAPH if level is None else BlockKind.HEADING
        yield Line(text, kind, level, f"page {found[0].page}")
