"""Measures: the op, bound, value, unit, base and subject of a target, read from its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from policy_nlp.extraction.context import Bounds
from policy_nlp.extraction.separators import ungrouped, without_points
from policy_nlp.extraction.telling import telling
from policy_nlp.lexicon import Hit
from policy_nlp.lexicon.load import table
from policy_nlp.normalization import numbers
from policy_nlp.schema import Baseline, Number, Quantity, Span, TargetKind

_IN_FIGURES = re.compile(r" ?\(\d{1,4}\)$")
"""What repeats a number written in words: three (3)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A target as the text writes it; its task and its deadline are found by linking."""

    span: Span
    kind: TargetKind
    op: str
    value: Quantity
    unit: str | None
    bound: str | None
    of: str | None
    subject: str | None
    baseline: Baseline | None
    rule: str


class TargetLexicon:
    """What tells a target from other quantities, in one language."""

    def __init__(self, language: str) -> None:
        content = table(language, "targets")
        context = content["context"]
        self.language = language
        self.ops: Mapping[str, str] = content["words"]["ops"]
        self.values: Mapping[str, Number] = content["words"].get("values", {})
        self.before = re.compile(context["before"], re.IGNORECASE)
        self.after = re.compile(context["after"], re.IGNORECASE)
        self.entitlement = re.compile(context["entitlement"], re.IGNORECASE)
        self.cell = re.compile(content["cell"]["pattern"], re.IGNORECASE)
        self.scale = re.compile(content["cell"]["scale"])
        self.cell_unit = re.compile(content["cell"]["unit"], re.IGNORECASE)
        self.over_which = re.compile(context["over_which"], re.IGNORECASE)
        self.limits = re.compile(context.get("limits", r"(?!)"), re.IGNORECASE)
        self.criterion = re.compile(context["criterion"], re.IGNORECASE)
        self.lengths = re.compile(context["lengths"], re.IGNORECASE)
        self.timed = re.compile(context["timed"], re.IGNORECASE)
        self.baseline = re.compile(context["baseline"], re.IGNORECASE)
        self.telling = telling(language, "targets")
        self.apart = re.compile(context["apart"])
        self.past = re.compile(context["past"], re.IGNORECASE)
        self.subject_end = re.compile(context["subject_end"], re.IGNORECASE)
        self.names = tuple(context["names"])
        self.bounds = Bounds(context["sentence_ends"], context["clause_ends"])
        self.unit_opens = re.compile(content["words"]["unit_opens"], re.IGNORECASE)
        self.percent = frozenset(content["words"]["percent"])
        self.shares: Mapping[str, str] = content["words"].get("shares", {})

    def tells(self, folded: str, position: int, low: int, high: int) -> bool:
        """Whether the sentence around `position` tells what was or is, and binds nobody."""
        begin, end = self.bounds.sentence(folded, position, low, high)
        return self.telling.tells(folded[begin:end], ended=folded[end : end + 1] == ".")


@cache
def target_lexicon(language: str) -> TargetLexicon:
    """Return the compiled target lexicon of a language."""
    return TargetLexicon(language)


def measure_in_cell(
    folded: str, raw: str, cell: Span, indicator: Span, *, unit: Span | None = None, language: str
) -> Measure | None:
    """Return the target of a cell that holds only a figure.

    `indicator` is the cell that names what is measured, and perhaps its unit, which else stands in that of its `unit`.
    """
    lexicon = target_lexicon(language)
    match = lexicon.cell.fullmatch(folded, *cell)
    if match is None:
        return None
    named = lexicon.cell_unit.search(folded, *indicator)
    beside = folded[unit[0] : unit[1]].strip() if unit else None
    scale, name = _scaled(match["unit"] or beside or (named["unit"] if named else ""), lexicon)
    op = next((op for name, op in lexicon.ops.items() if name in match.groupdict() and match[name]), "=")
    value = numbers.parse(ungrouped(folded, match["value"], language=language) + scale, language=language)
    if value is None:
        return None
    subject = raw[indicator[0] : indicator[1]]
    op = _at_the_end_of_the_scale(op, value, name)
    return Measure(cell, TargetKind.NUMERIC, op, value, name, None, None, subject, None, "target.cell")


def _scaled(unit: str, lexicon: TargetLexicon) -> tuple[str, str | None]:
    """A unit parted from the power of ten before it: `万条`."""
    scale = lexicon.scale.match(unit)
    cut = scale.end() if scale else 0
    return unit[:cut], unit[cut:] or None


def read_measure(folded: str, raw: str, hit: Hit, limits: Span, lexicon: TargetLexicon) -> Measure | None:
    """Return the target that a hit states, or None where its figure cannot be read."""
    start, end = _tight(folded, hit.span)
    clause = lexicon.bounds.clause(folded, start, *limits)
    baseline = _baseline(folded, raw, clause, lexicon)
    if hit.rule.yields["kind"] == "universal":
        of, subject = _set_and_result(folded, raw, (start, end), clause, lexicon)
        return Measure((start, end), TargetKind.UNIVERSAL, "=", 100, "%", None, of, subject, None, hit.rule.id)
    hit = without_points(folded, hit, language=lexicon.language)
    value = _value(hit, lexicon)
    if value is None:
        return None
    op, bound = _operator(hit, value, lexicon)
    unit = _unit(hit, lexicon)
    of = _quoted(raw, hit.spans.get("of"))
    subject = _quoted(raw, _subject(folded, clause[0], start, lexicon))
    return Measure((start, end), TargetKind.NUMERIC, op, value, unit, bound, of, subject, baseline, hit.rule.id)


def _tight(folded: str, span: Span) -> Span:
    start, end = span
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end


def _value(hit: Hit, lexicon: TargetLexicon) -> Quantity | None:
    form = hit.rule.yields["form"]
    low = _number(hit.groups.get("value"), lexicon, hit)
    if low is None:
        return None
    if form == "ratio":
        base = _number(hit.groups.get("base"), lexicon, hit)
        return round(low / base, 6) if base else None
    high = _number(hit.groups.get("high"), lexicon, hit)
    return low if high is None else (_scaled_like(low, high, hit), high)


def _scaled_like(low: Number, high: Number, hit: Hit) -> Number:
    """`3-5万`: the scale of the upper end holds for the lower end too."""
    written = _digits(hit.groups["high"])
    return (
        low * round(high / written)
        if written and low < high and high / written >= 100 and low == _digits(hit.groups["value"])
        else low
    )


def _digits(text: str) -> float:
    found = re.match(r"\s*(\d+(?:\.\d+)?)", text.replace(",", ""))
    return float(found[1]) if found else 0.0


def _number(text: str | None, lexicon: TargetLexicon, hit: Hit) -> Number | None:
    if text is None:
        return None
    text = _IN_FIGURES.sub("", text)
    kept = "".join(text.split()) if lexicon.bounds and not text.strip().isascii() else text.strip()
    fixed = lexicon.values.get(kept.lower())
    if fixed is not None:
        return fixed
    share = next((words for words in lexicon.shares if kept.startswith(words)), "")
    return numbers.parse(kept.removeprefix(share), language=lexicon.language)


def _unit(hit: Hit, lexicon: TargetLexicon) -> str | None:
    unit = hit.groups.get("unit")
    if unit is None:
        written = hit.groups.get("value", "")
        shares = (sign for words, sign in lexicon.shares.items() if written.startswith(words))
        return next(shares, None) or hit.rule.yields.get("unit")
    kept = lexicon.unit_opens.sub("", unit.strip(), count=1)
    if not kept:
        return None
    return "%" if kept.lower() in lexicon.percent else kept


def _operator(hit: Hit, value: Quantity, lexicon: TargetLexicon) -> tuple[str, str | None]:
    form = hit.rule.yields["form"]
    named = next((op for name, op in lexicon.ops.items() if name in hit.groups), None)
    if form == "change":
        return ("+" if hit.groups.get("up") else "-"), named or "="
    if form == "under":
        return "<", None
    if form == "grade":
        return ">=", None
    if named is None or isinstance(value, tuple):
        return named if named in ("~", "<=") and named else "=", None
    return _at_the_end_of_the_scale(named, value, _unit(hit, lexicon)), None


def _at_the_end_of_the_scale(op: str, value: Quantity, unit: str | None) -> str:
    """100 % cannot be exceeded, and nothing is below zero."""
    return "=" if (value == 100 and unit == "%" and op in (">=", "~")) or value == 0 else op


def _baseline(folded: str, raw: str, clause: Span, lexicon: TargetLexicon) -> Baseline | None:
    found = lexicon.baseline.search(folded, *clause)
    if found is None:
        return None
    year = re.search(r"\d{4}", found[0])
    return Baseline(raw[found.start() : found.end()], int(year[0]) if year else None)


def _subject(folded: str, clause_start: int, start: int, lexicon: TargetLexicon) -> Span | None:
    begin = max(clause_start, start - 60)
    for due in lexicon.subject_end.finditer(folded, begin, start):
        begin = due.end()
    begin, stop = _tight(folded, (begin, start))
    return (begin, stop) if begin < stop else None


def _set_and_result(
    folded: str, raw: str, span: Span, clause: Span, lexicon: TargetLexicon
) -> tuple[str | None, str | None]:
    """The set that a quantifier ranges over, and what its members must reach."""
    left = _subject(folded, clause[0], span[0], lexicon)
    right = _tight(folded, (span[1], min(clause[1], span[1] + 60)))
    right_quote = raw[right[0] : right[1]] or None
    if left is None:
        return right_quote, None
    return _quoted(raw, left), right_quote


def _quoted(raw: str, span: Span | None) -> str | None:
    return (raw[span[0] : span[1]].strip() or None) if span else None
