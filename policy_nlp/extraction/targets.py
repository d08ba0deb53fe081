"""Targets: where the text says what quantity has to be reached or held, and what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policy_nlp.extraction.context import after, before, enclosed
from policy_nlp.extraction.measures import Measure, TargetLexicon, read_measure, target_lexicon
from policy_nlp.lexicon import Hit, rule_set
from policy_nlp.schema import TargetKind

_LISTED = 30
_OPENERS = 24
_SENTENCE_END = re.compile(r"[。;!?]|\.\s")
_CLAUSE_END = re.compile(r"[,。;:!?]")


def find_measures(folded: str, raw: str, start: int, end: int, *, language: str) -> tuple[Measure, ...]:
    """Return the targets in `[start, end)`; entitlements, criteria, names and the past are left out."""
    lexicon = target_lexicon(language)
    hits = [
        hit
        for hit in rule_set(language, "targets").find(folded, start, end)
        if _is_target(folded, hit, start, end, lexicon)
    ]
    found: list[Measure] = []
    for hit in _without_doubles(folded, hits, lexicon):
        measure = read_measure(folded, raw, hit, (start, end), lexicon)
        if measure is not None and hit.rule.yields["form"] in ("again", "next", "listed"):
            measure = _like_the_last(folded, measure, hit, found)
        if measure is not None:
            found.append(measure)
    return tuple(found)


def _like_the_last(folded: str, measure: Measure, hit: Hit, found: list[Measure]) -> Measure | None:
    """`分别下降5%、8%`: a further value goes on with the comparison of the one just before it."""
    if not found or found[-1].kind is not TargetKind.NUMERIC:
        return None
    gap = (found[-1].span[1], hit.whole[0])
    if hit.rule.yields["form"] == "listed":
        return measure if gap[1] - gap[0] <= _LISTED and not _CLAUSE_END.search(folded, *gap) else None
    if gap[0] < gap[1]:
        return None
    if hit.rule.yields["form"] == "next":
        return measure
    if found[-1].unit != measure.unit:
        return None
    last = found[-1]
    bound = (measure.op if measure.op != "=" else last.bound) if last.bound else None
    op = last.op if last.bound or measure.op == "=" else measure.op
    return replace(
        measure, op=op if measure.value != 100 or last.bound else "=", bound=bound, subject=last.subject, of=last.of
    )


def _without_doubles(folded: str, hits: list[Hit], lexicon: TargetLexicon) -> Iterator[Hit]:
    """Two quantifiers of one clause are one target: 全部…均…."""
    last: Hit | None = None
    for hit in hits:
        double = last is not None and _is_universal(last) and _is_universal(hit) and _in_one_clause(folded, last, hit)
        last = hit
        if not double:
            yield hit


def _is_universal(hit: Hit) -> bool:
    return bool(hit.rule.yields["kind"] == "universal")


def _in_one_clause(folded: str, first: Hit, second: Hit) -> bool:
    return not re.compile(r"[,、。;:.\n]").search(folded, first.span[1], second.span[0])


def _is_timed(folded: str, hit: Hit, lexicon: TargetLexicon) -> bool:
    """Whether a length of time is what something may take or has to last: 送餐时间不超过40分钟, 满意度达到92分以上."""
    bounded = bool(hit.groups.keys() & (lexicon.ops.keys() - {"about"}))
    if not bounded or lexicon.over_which.match(after(folded, hit.span[1], 8)):
        return False
    return bool(lexicon.timed.search(before(folded, hit.spans["value"][0], _OPENERS)))


def _is_target(folded: str, hit: Hit, low: int, high: int, lexicon: TargetLexicon) -> bool:
    start, end = hit.span
    if any(enclosed(folded, start, name[0], name[1]) for name in lexicon.names):
        return False
    if lexicon.tells(folded, start, low, high):
        return False
    if hit.rule.yields["kind"] == "universal":
        return True
    form = hit.rule.yields["form"]
    if lexicon.lengths.fullmatch(hit.groups.get("unit") or "") and "experience" not in hit.rule.id:
        return _is_timed(folded, hit, lexicon)
    if {"more", "less"} & hit.groups.keys() and lexicon.limits.search(before(folded, start)):
        return False
    changes = {"up", "down"} & hit.groups.keys()
    if form in ("count", "level", "percent") and lexicon.before.search(before(folded, start, _OPENERS)):
        return False
    if (
        {"more", "less"} & hit.groups.keys()
        and "rate" not in hit.groups
        and lexicon.over_which.match(after(folded, end, 8))
    ):
        return False
    if lexicon.after.match(after(folded, end, 24)) or (not changes and lexicon.criterion.search(before(folded, start))):
        return False
    clause = lexicon.bounds.clause(folded, start, low, high)
    if lexicon.past.search(folded[clause[0] : clause[1]]):
        return False
    near = _SENTENCE_END.split(before(folded, start, 30))[-1] + after(folded, end, 40)
    return "rate" in hit.groups or not lexicon.entitlement.search(near)
