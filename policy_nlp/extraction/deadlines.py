"""Due times as the text writes them; linking gives their values, which need the year that the document carries over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from policy_nlp.extraction.context import Bounds, after, before, enclosed
from policy_nlp.extraction.telling import telling
from policy_nlp.lexicon import Hit, rule_set
from policy_nlp.lexicon.load import table
from policy_nlp.schema import Modality, Span

_WINDOW = 60
_ASPIRING = 80
_PHASE = 16


@dataclass(frozen=True, slots=True)
class DueMention:
    """An expression of a due time: its parts as written, and how they become a value (`form`)."""

    span: Span
    kind: str
    form: str
    parts: Mapping[str, str]
    rule: str
    reason: str | None = None
    anchor: str | None = None
    modality: Modality = Modality.STRICT


class DueContext:
    """What tells a due time from other dates, in one language."""

    def __init__(self, language: str) -> None:
        context = table(language, "deadlines")["context"]
        self.within_after = re.compile(context.get("within_after", r"(?!)"), re.IGNORECASE)
        self.cell = re.compile(context["cell"], re.IGNORECASE)
        self.each_before = re.compile(context.get("each_before", r"(?!)"), re.IGNORECASE)
        self.past_before = re.compile(context["past_before"], re.IGNORECASE)
        self.past_after = re.compile(context["past_after"], re.IGNORECASE)
        self.levels = re.compile(context.get("levels", r"(?!)"), re.IGNORECASE)
        self.clause = re.compile(context["clause"], re.IGNORECASE)
        self.aspirational = re.compile(context["aspirational"], re.IGNORECASE)
        self.anchor = re.compile(context["anchor"], re.IGNORECASE)
        self.anchor_next = re.compile(context.get("anchor_next", r"(?!)"), re.IGNORECASE)
        self.same: Mapping[str, str] = table(language, "deadlines")["words"].get("same", {})
        self.reached = re.compile(context.get("reached", r"(?!)"), re.IGNORECASE)
        self.phase_part = re.compile(context.get("phase_part", r"(?!)"))
        self.phase_opens = re.compile(context.get("phase_opens", r"(?!)"))
        self.phase_named = re.compile(context.get("phase_named", r"(?!)"), re.IGNORECASE)
        self.phase = re.compile(context.get("phase", r"."), re.DOTALL)
        self.names_date = re.compile(context.get("names_date", r"(?!)"), re.IGNORECASE)
        self.telling = telling(language, "deadlines")
        self.names = tuple(context.get("names", ["《》"]))
        limits = table(language, "targets")["context"]
        self.bounds = Bounds(limits["sentence_ends"], limits["clause_ends"])

    def names_phase(self, folded: str, start: int) -> bool:
        """Whether what stands right before `start` is the name of a phase: `Phase 2 (`."""
        return bool(self.phase_named.search(folded, max(0, start - _PHASE), start))

    def tells(self, folded: str, span: Span, low: int, high: int) -> bool:
        """Whether the sentence around `span` tells what was or is, and binds nobody."""
        begin, end = self.bounds.sentence(folded, span[0], low, high)
        return self.telling.tells(folded[begin:end], ended=folded[end : end + 1] == ".")


@cache
def due_context(language: str) -> DueContext:
    """Return the compiled context tests of a language."""
    return DueContext(language)


def find_due(folded: str, start: int, end: int, *, language: str) -> tuple[DueMention, ...]:
    """Return the due times in `[start, end)`, dates of names, of the past and of baselines left out."""
    context = due_context(language)
    hits = rule_set(language, "deadlines").find(folded, start, end)
    return tuple(_mention(folded, hit, context) for hit in hits if _is_due(folded, hit, (start, end), context))


def find_due_in_cell(folded: str, start: int, end: int, *, language: str) -> tuple[DueMention, ...]:
    """Return the due times of a cell or label that holds nothing else: a bare month or year counts there."""
    context = due_context(language)
    found = tuple(_mention(folded, hit, context) for hit in _cell_hits(folded, start, end, language))
    return found or _bare_date(folded, start, end, context)


def _bare_date(folded: str, start: int, end: int, context: DueContext) -> tuple[DueMention, ...]:
    date = context.cell.fullmatch(folded, start, end)
    if date is None:
        return ()
    parts = {name: text for name, text in date.groupdict().items() if text is not None}
    return (DueMention((start, end), "by", "by", parts, "deadline.cell"),)


def _cell_hits(folded: str, start: int, end: int, language: str) -> Iterator[Hit]:
    context = due_context(language)
    for hit in rule_set(language, "deadlines").find(folded[start:end]):
        hit = hit.moved(start)
        named = any(enclosed(folded, hit.span[0], name[0], name[1]) for name in context.names)
        if not named and not context.levels.match(after(folded, hit.span[1])):
            yield hit


def _mention(folded: str, hit: Hit, context: DueContext) -> DueMention:
    start, end = _tight(folded, hit.span)
    yields = hit.rule.yields
    bracketed = before(folded, start, 1) == "(" and after(folded, end, 1) == ")"
    placed = bracketed or bool(context.phase_opens.search(before(folded, start, 6)))
    third = bool(context.phase_part.search(folded, start, end)) and not hit.groups.get("before")
    phase = placed and (_is_bare(hit) or third) and bool(context.phase.match(folded, start, end))
    phase = phase or (yields["kind"] == "by" and _is_bare(hit) and context.names_phase(folded, start))
    return DueMention(
        span=(start, end),
        kind="period" if phase else str(yields["kind"]),
        form="phase" if phase else str(yields["form"]),
        parts={context.same.get(name, name): text for name, text in hit.groups.items()},
        rule=hit.rule.id,
        reason=yields.get("reason"),
        anchor=_anchor(folded, start, end, context) if yields["form"] == "within" else None,
        modality=Modality.ASPIRATIONAL
        if context.aspirational.search(before(folded, start, _ASPIRING))
        else Modality.STRICT,
    )


def _tight(folded: str, span: Span) -> Span:
    start, end = span
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end


def _anchor(folded: str, start: int, end: int, context: DueContext) -> str | None:
    found = context.anchor.search(before(folded, start)) or context.anchor_next.match(after(folded, end, 120))
    return (found["anchor"] or found["anchor_after"]).strip() if found else None


def _is_due(folded: str, hit: Hit, limits: Span, context: DueContext) -> bool:
    start, end = _tight(folded, hit.span)
    if any(enclosed(folded, start, name[0], name[1]) for name in context.names):
        return False
    if not context.names_phase(folded, start) and context.tells(folded, (start, end), *limits):
        return False
    if hit.rule.yields["form"] in ("every", "yearly", "monthly", "quarterly", "weekly"):
        return not context.each_before.search(before(folded, start, _WINDOW))
    if hit.rule.yields["form"] == "within" and context.within_after.match(after(folded, end, 12)):
        return False
    if context.past_before.search(before(folded, start, _WINDOW)):
        return False
    if not _is_bare(hit):
        return True
    if (start, end) == _tight(folded, limits):
        return False  # a paragraph that is nothing but a date says when something was written
    opens = not folded[limits[0] : start].strip()
    behind = after(folded, end, _WINDOW)
    stands = opens or context.clause.search(before(folded, start, _WINDOW)) or context.reached.match(behind)
    return bool(stands) and not context.past_after.match(behind)


def _is_bare(hit: Hit) -> bool:
    """Whether a date stands without a word that makes it a due time."""
    if hit.rule.yields["form"] not in ("by", "by_year") and not hit.rule.yields.get("bare"):
        return False
    return not any(hit.groups.get(name) for name in ("before", "opener", "second_opener", "part"))
