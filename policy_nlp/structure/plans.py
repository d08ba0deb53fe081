"""Plans: where each plan on the page begins and ends, and what belongs to the page only."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from policy_nlp.lexicon.load import table
from policy_nlp.schema import Span
from policy_nlp.structure.markers import Marker
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.styles import CAPTION_LEVEL
from policy_nlp.text.ordered import within

_LONGEST_OPENING = 60
_LONGEST_TITLE = 90
_FOOTER_SHARE = 0.5
_LONGEST_FURNITURE = 120
_ALIKE = 2
_PLACE = 2
"""So many characters name the place that a plan is for."""
_UNMARKED = 7
"""From this level on, headings are known by their words only."""


@dataclass(frozen=True, slots=True)
class Title:
    """A line that can be the title of a plan. `notice` where it only announces one."""

    start: int
    end: int
    notice: bool
    announces: bool = False


@dataclass(frozen=True, slots=True)
class PlanSpan:
    """A plan's place in the text; `title` is None where it has none of its own.

    `opening` is the first line of a text without a title, by which it may go; it can be a section's heading as well.
    """

    span: Span
    title: Span | None
    opening: Span | None = None

    @property
    def name(self) -> Span | None:
        """What the plan goes by."""
        return self.title or self.opening


class TitleLexicon:
    """The genre words and furniture of one language, compiled."""

    def __init__(self, headings: Mapping[str, object]) -> None:
        titles: dict[str, object] = headings["titles"]  # type: ignore[assignment]
        furniture: dict[str, str] = headings["furniture"]  # type: ignore[assignment]
        tail: dict[str, str] = headings["tail"]  # type: ignore[assignment]
        after = str(titles["after"])
        genres = _any_of(titles["genres"])
        shouted = _any_of([word.upper() for word in titles["genres"]])  # type: ignore[attr-defined]
        cased = f"(?-i:{genres}|{shouted})" if titles["capital"] else f"(?:{genres})"
        self.genre = re.compile(cased + after + "$", re.IGNORECASE)
        self.appended = re.compile(str(titles["appended"]))
        self.announces = re.compile(str(titles.get("announces", r"(?!)")), re.IGNORECASE)
        self.bare = frozenset(map(str.casefold, headings["names"]["bare"]))  # type: ignore[index]
        self.notice = re.compile("(?:" + _any_of(titles["notices"]) + ")$", re.IGNORECASE)
        self.furniture = re.compile(furniture["lines"], re.IGNORECASE)
        self.tail_date = re.compile(tail["date"] + r"\s*$", re.IGNORECASE)
        self.sentence = re.compile(str(titles["sentence"]))
        self.inner_line = re.compile(str(titles["inner_line"]))
        self.later = re.compile(str(titles["later"]))
        self.at_top = bool(titles["at_top"])
        self.run_in = re.compile(str(titles.get("run_in", r"(?!)")))
        self.joint = str(titles["joint"])
        self.words = int(str(titles["words"]))
        self.unfinished = re.compile(str(titles["unfinished"]))
        self.letterhead = re.compile(str(titles.get("letterhead", r"(?!)")))


def _any_of(value: object) -> str:
    words = sorted((str(word) for word in value), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(map(re.escape, words))


@cache
def title_lexicon(language: str) -> TitleLexicon:
    """Return the compiled title lexicon of a language."""
    return TitleLexicon(table(language, "headings"))


def title_at(folded: str, paragraph: Paragraph, lexicon: TitleLexicon) -> Title | None:
    """Return the title that `paragraph` is, or None."""
    text = folded[paragraph.start : paragraph.end]
    if not 4 <= len(text) <= _LONGEST_TITLE or paragraph.layout in (Layout.CELL, Layout.BULLET) or paragraph.field:
        return None
    if (
        lexicon.sentence.search(re.sub(r"《[^》]*》|\([^)]*\)", "", text))
        or lexicon.furniture.match(text)
        or text.count("《") > 1
        or (len(text.split()) < lexicon.words and not any(char.isdigit() for char in text))
    ):
        return None
    if lexicon.notice.search(text):
        return Title(paragraph.start, paragraph.end, notice=True, announces=bool(lexicon.announces.search(text)))
    if (
        text.casefold() not in lexicon.bare
        and lexicon.genre.search(text.rstrip('》"”'))
        and not text.startswith(("附", "《"))
    ):
        return Title(paragraph.start, paragraph.end, notice=False)
    return None


def plan_spans(
    folded: str, paragraphs: Sequence[Paragraph], markers: Sequence[Marker], *, language: str
) -> tuple[PlanSpan, ...]:
    """Return the plans of the page in order; a text without any title is one plan."""
    lexicon = title_lexicon(language)
    starts = {marker.start for marker in markers if marker.leading and not _is_heading(marker)}
    titles = _placed(
        folded,
        _titles(folded, paragraphs, starts, lexicon),
        markers,
        lexicon,
        below={after.start for before, after in pairwise(paragraphs) if _is_furniture(folded, before, lexicon)},
        stacked={above.start for above, following in pairwise(paragraphs) if _are_headings(above, following)},
    )
    firsts = _firsts(markers, titles)
    chosen = _chosen(titles, firsts, len(folded))
    only = _only_top_heading(paragraphs) if all(title.notice for title in chosen) else []
    chosen = only or chosen or _top_caption(paragraphs)
    chosen += _appended(folded, titles, chosen, firsts, paragraphs, lexicon) if chosen and firsts else []
    if not chosen:
        return _whole(folded, paragraphs, markers, lexicon)
    ends = [title.start for title in chosen[1:]] + [len(folded)]
    items = [marker for marker in markers if marker.leading]
    found = []
    for title, end in zip(chosen, ends, strict=True):
        inside = within(paragraphs, title.start, end)
        stop = _footer(folded, inside, within(items, title.start, end), lexicon)
        found.append(PlanSpan((title.start, stop), (title.start, title.end)))
    return tuple(found)


def _is_heading(marker: Marker) -> bool:
    return marker.style.id == "heading"


def _titles(folded: str, paragraphs: Sequence[Paragraph], starts: set[int], lexicon: TitleLexicon) -> list[Title]:
    found: list[Title] = []
    top = min((p.level for p in paragraphs if p.layout is Layout.HEADING and title_at(folded, p, lexicon)), default=0)
    for index, paragraph in enumerate(paragraphs):
        below = paragraph.layout is Layout.HEADING and top < paragraph.level < _UNMARKED
        title = None if paragraph.start in starts or below else title_at(folded, paragraph, lexicon)
        if title is not None:
            found.append(replace(title, start=_first_line(folded, paragraphs, index, lexicon)))
    return found


def _placed(
    folded: str,
    titles: list[Title],
    markers: Sequence[Marker],
    lexicon: TitleLexicon,
    *,
    below: Set[int],
    stacked: Set[int],
) -> list[Title]:
    """The titles that stand where titles may: above every heading, or marked as those of a further plan.

    A further plan is known by a year, by the issuer's words, or by a line of the page right above (`below`). Headings
    with nothing but further ones below them (`stacked`) may be those of a title page.
    """
    if not lexicon.at_top or not titles:
        return titles
    heads = (marker.start for marker in markers if _can_be_first(marker) and marker.start not in stacked)
    first = next(heads, len(folded))
    anew = {marker.start for marker in markers if marker.ordinal == 1}
    starts = [marker.start for marker in markers]
    top = {_opening_words(folded, title) for title in titles if title.start <= first}
    return [
        title
        for title in titles
        if title.start <= first
        or lexicon.later.search(folded, title.start, title.end)
        or ((title.start in below or _opening_words(folded, title) in top) and _next(starts, title.end) in anew)
    ]


def _can_be_first(marker: Marker) -> bool:
    """Whether the items of a text can begin with it; the initial of a name looks like a letter: `J. Doe`."""
    return marker.style.id != "bullet" and not (marker.style.numerals == "letters" and marker.ordinal > 1)


def _are_headings(above: Paragraph, following: Paragraph) -> bool:
    return above.layout is Layout.HEADING and following.layout is Layout.HEADING


def _opening_words(folded: str, title: Title) -> str:
    """The words that the titles of one issuer's plans have in common."""
    return " ".join(folded[title.start : title.end].split()[:_ALIKE])


def _next(starts: Sequence[int], position: int) -> int | None:
    place = bisect_left(starts, position)
    return starts[place] if place < len(starts) else None


def _first_line(folded: str, paragraphs: Sequence[Paragraph], index: int, lexicon: TitleLexicon) -> int:
    """A title may be broken over up to three lines."""
    start = paragraphs[index].start
    for above in reversed(paragraphs[max(0, index - 2) : index]):
        text = folded[above.start : above.end]
        if (
            folded.count("\n", above.end, start) != 1
            or not _part_of_title(text, lexicon)
            or not (above.layout is Layout.TEXT or (above.layout is Layout.HEADING and above.level >= _UNMARKED))
        ):
            break
        start = above.start
    return start


def _part_of_title(text: str, lexicon: TitleLexicon) -> bool:
    if not 5 <= len(text) <= 45 or lexicon.furniture.match(text) or lexicon.letterhead.search(text):
        return False
    return not lexicon.inner_line.search(text)


def _firsts(markers: Sequence[Marker], titles: Sequence[Title]) -> list[int]:
    """Where a numbering of the highest kind begins anew, or any numbering right behind a title."""
    numbered = [
        m
        for m in markers
        if m.ordinal > 0 and m.rank[0] < CAPTION_LEVEL and not m.style.prose and (m.leading or not m.style.inline)
    ]
    if not numbered:
        return []
    highest = min(marker.rank[1] for marker in numbered)
    firsts = {marker.start for marker in numbered if marker.rank[1] == highest and marker.ordinal == 1}
    starts = [marker.start for marker in numbered]
    for title in titles:
        place = bisect_right(starts, title.end)
        following = numbered[place] if place < len(numbered) else None
        if following is not None and following.ordinal == 1 and not title.announces and not following.style.inline:
            firsts.add(following.start)
    return sorted(firsts)


def _chosen(titles: Sequence[Title], firsts: Sequence[int], length: int) -> list[Title]:
    """One title for each stretch in which a numbering begins anew."""
    chosen: list[Title] = []
    starts = [title.start for title in titles]
    low = 0
    for first in firsts or [length]:
        high = bisect_left(starts, first)
        here, low = titles[low:high], high
        best = next((title for title in reversed(here) if not title.notice), None) or next(
            (t for t in here if t.notice), None
        )
        if best is not None:
            chosen.append(best)
    own = [title for title in chosen if not title.announces]
    return own or chosen[:1]


def _appended(
    folded: str,
    titles: Sequence[Title],
    chosen: Sequence[Title],
    firsts: Sequence[int],
    paragraphs: Sequence[Paragraph],
    lexicon: TitleLexicon,
) -> Iterator[Title]:
    """Plans for the same place behind the last numbered one, which number nothing themselves."""
    place = folded[chosen[0].start : chosen[0].start + _PLACE]
    above = {after.start: before for before, after in pairwise(paragraphs)}
    for title in titles:
        before = above.get(title.start)
        if title.notice or before is None or title.start < max(firsts[-1], chosen[-1].end):
            continue
        ends = before.layout is Layout.CELL or folded[before.end - 1] in "。.;"
        if ends and folded.startswith(place, title.start) and lexicon.appended.search(folded, title.start, title.end):
            yield title


def _only_top_heading(paragraphs: Sequence[Paragraph]) -> list[Title]:
    """The one heading that stands above all others is the title, whatever it says."""
    headings = [p for p in paragraphs if p.layout is Layout.HEADING]
    top = min((p.level for p in headings), default=0)
    tops = [p for p in headings if p.level == top]
    if len(headings) < 2 or len(tops) != 1 or tops[0] is not headings[0] or top >= _UNMARKED:
        return []
    return [Title(tops[0].start, tops[0].end, notice=False)]


def _top_caption(paragraphs: Sequence[Paragraph]) -> list[Title]:
    """The caption at the very top, above that of the first table, is the title."""
    captions = [p for p in paragraphs[:2] if p.field is Field.CAPTION]
    return [Title(captions[0].start, captions[0].end, notice=False)] if len(captions) > 1 else []


def _whole(
    folded: str, paragraphs: Sequence[Paragraph], markers: Sequence[Marker], lexicon: TitleLexicon
) -> tuple[PlanSpan, ...]:
    kept = [p for p in paragraphs if not _is_furniture(folded, p, lexicon)]
    if not kept:
        return ()
    inside = [p for p in paragraphs if p.start >= kept[0].start]
    end = _footer(folded, inside, [marker for marker in markers if marker.leading], lexicon)
    return (PlanSpan((kept[0].start, end), None, _opening(folded, kept, lexicon)),)


def _opening(folded: str, kept: Sequence[Paragraph], lexicon: TitleLexicon) -> Span | None:
    """The title of a text without a line that is surely one: its first line, where that is no sentence and no item."""
    first = kept[0]
    if first.layout in (Layout.CELL, Layout.BULLET) or first.field:
        return None
    run_in = lexicon.run_in.match(folded, first.start, min(first.end, first.start + _LONGEST_TITLE))
    if run_in is not None:
        return run_in.span("title")
    text = folded[first.start : first.end]
    if len(text) > _LONGEST_OPENING or lexicon.sentence.search(text):
        return None
    if lexicon.unfinished.search(text) and len(kept) > 1 and folded.count("\n", first.end, kept[1].start) == 1:
        return first.start, kept[1].end
    return None if lexicon.inner_line.search(text) else (first.start, first.end)


def _footer(folded: str, inside: Sequence[Paragraph], items: Sequence[Marker], lexicon: TitleLexicon) -> int:
    """The end of the last paragraph before the lines that belong to the page.

    They are looked for behind the middle of the items, so that it does not matter what follows them.
    """
    end = len(inside)
    while end > 1 and _is_furniture(folded, inside[end - 1], lexicon):
        end -= 1
    upto = bisect_left(inside, items[-1].start, key=lambda p: p.start) if items else len(inside)
    middle = int(upto * _FOOTER_SHARE)
    cut = next((i for i in range(max(1, middle), end) if _footer_line(folded, inside[i], lexicon)), end)
    return inside[cut - 1].end


def _footer_line(folded: str, paragraph: Paragraph, lexicon: TitleLexicon) -> bool:
    bare = paragraph.layout is Layout.HEADING and paragraph.level >= _UNMARKED
    return (bare or paragraph.layout is Layout.TEXT) and _is_furniture(folded, paragraph, lexicon)


def _is_furniture(folded: str, paragraph: Paragraph, lexicon: TitleLexicon) -> bool:
    """Whether a line belongs to the page; a long one holds the plan, though it may begin with a breadcrumb."""
    short = paragraph.end - paragraph.start < _LONGEST_FURNITURE
    return short and bool(lexicon.furniture.match(folded, paragraph.start, paragraph.end))
