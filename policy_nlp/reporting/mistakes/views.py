"""A mistake as a reader sees it: the passage around it, what belongs to which side marked, what each side says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from policy_nlp.messages import text
from policy_nlp.schema import Span
from policy_nlp.scoring.mistakes import Claim, Kind, Mistake

_AROUND = 60
_LONGEST = 320
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the passage; `side` is gold, pred, both or empty."""

    text: str
    side: str


@dataclass(frozen=True, slots=True)
class SideView:
    """What one side says, and of which tasks."""

    shown: str
    tasks: str


@dataclass(frozen=True, slots=True)
class MistakeView:
    """One mistake, ready to be shown."""

    document: str
    offset: int
    kind: str
    causes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    gold: SideView | None
    pred: SideView | None


def mistake_view(mistake: Mistake, document: str, lang: str) -> MistakeView:
    """Return what is shown of a mistake in the text `document`.

    >>> from policy_nlp.scoring.mistakes import Cause
    >>> claim = Claim(Kind.UNIT, (1, 5), shown="lead", ids=("t1",))
    >>> view = mistake_view(Mistake("a", (Cause.MISSED,), claim, None), "由县水务局牵头", "zh")
    >>> [(piece.text, piece.side) for piece in view.pieces]
    [('由', ''), ('县水务局', 'gold'), ('牵头', '')]
    """
    return MistakeView(
        document=mistake.document,
        offset=mistake.span[0],
        kind=text(f"mistakes.kinds.{mistake.kind}", lang),
        causes=tuple(text(f"mistakes.causes.{cause}", lang) for cause in mistake.causes),
        pieces=tuple(_pieces(mistake, document)),
        gold=_side(mistake.gold, lang),
        pred=_side(mistake.pred, lang),
    )


def _side(claim: Claim | None, lang: str) -> SideView | None:
    if claim is None:
        return None
    return SideView(_said(claim, lang), _tasks(claim, lang))


def _said(claim: Claim, lang: str) -> str:
    if claim.kind is Kind.UNIT:
        return text(f"mistakes.roles.{claim.shown}", lang)
    if claim.kind is Kind.SECTION:
        level, kind = (value for _, value in claim.says)
        return text("mistakes.section", lang, level=level, type=text(f"mistakes.section_types.{kind}", lang))
    return claim.shown


def _tasks(claim: Claim, lang: str) -> str:
    if claim.kind in (Kind.PLAN, Kind.SECTION, Kind.TASK):
        return ", ".join(claim.ids)
    if not claim.ids:
        return text("mistakes.no_task", lang)
    return text("mistakes.tasks", lang, tasks=", ".join(claim.ids))


def _pieces(mistake: Mistake, document: str) -> Iterator[Piece]:
    """The passage, cut where a side begins or ends; the middle of a long piece is left out."""
    start, end = mistake.span
    first, last = max(0, start - _AROUND), min(len(document), end + _AROUND)
    spans = {side: claim.span for side, claim in (("gold", mistake.gold), ("pred", mistake.pred)) if claim is not None}
    cuts = sorted({first, last, *(edge for span in spans.values() for edge in span)})
    for one, other in pairwise(cuts):
        yield Piece(_shortened(document[one:other]), _of_sides(one, spans.items()))


def _of_sides(place: int, spans: Iterable[tuple[str, Span]]) -> str:
    sides = [side for side, (start, end) in spans if start <= place < end]
    return "both" if len(sides) > 1 else "".join(sides)


def _shortened(passage: str) -> str:
    if len(passage) <= _LONGEST:
        return passage
    return f"{passage[: _LONGEST // 2]} {_CUT} {passage[-_LONGEST // 2 :]}"
