"""Phrases that set bodies in a role: subjects of orders, agents, those who lead and those beside them, by rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from policy_nlp.extraction.lists import is_body, list_lexicon, split_bodies
from policy_nlp.extraction.mentions import Mention
from policy_nlp.lexicon import Hit, RuleSet, rule_set
from policy_nlp.lexicon.load import table
from policy_nlp.schema import Role, Span


@cache
def phrase_rules(language: str) -> RuleSet | None:
    """Return the rules of a language that find bodies by the words around them, or None where it has none."""
    return rule_set(language, "actors") if table(language, "actors").get("rules") else None


@cache
def ordering_rules(language: str) -> frozenset[str]:
    """Return the ids of the rules whose hits make their sentence an order."""
    rules = phrase_rules(language)
    return frozenset(rule.id for rule in rules.rules if rule.yields.get("orders")) if rules else frozenset()


def find_phrases(folded: str, start: int, end: int, *, language: str) -> Iterator[Mention]:
    """Yield the bodies that phrases in `[start, end)` set in a role, in the order of the rules' hits.

    >>> text = "Led by the Harbor Board, map every pier."
    >>> [(text[m.span[0]:m.span[1]], m.role.value) for m in find_phrases(text, 0, len(text), language="en")]
    [('Harbor Board', 'lead')]
    """
    rules = phrase_rules(language)
    if rules is None:
        return
    while start < end and folded[start].isspace():
        start += 1
    text = folded[start:end]  # so that a rule may ask whether the stretch begins where it does
    for hit in rules.find(text):
        if hit.rule.yields.get("cell"):
            continue
        role = Role.LEAD if "leads" in hit.groups else Role(hit.rule.yields["role"])
        for begin, stop in _bodies(text, hit, language):
            yield Mention((start + begin, start + stop), role, hit.rule.id)


def phrases_in_cell(folded: str, start: int, end: int, *, language: str) -> tuple[tuple[Mention, ...], int]:
    """Return the bodies that phrases in a cell set in a role, and where the first of these phrases begins.

    >>> mentions, cut = phrases_in_cell("DPW (in coordination with the Port)", 0, 35, language="en")
    >>> [mention.role.value for mention in mentions], cut
    (['co'], 5)
    """
    rules = phrase_rules(language)
    hits = [] if rules is None else [h for h in rules.find(folded[start:end]) if h.rule.yields["role"] != "actor"]
    text = folded[start:end]
    mentions = tuple(
        Mention((start + begin, start + stop), Role(hit.rule.yields["role"]), hit.rule.id)
        for hit in hits
        for begin, stop in _bodies(text, hit, language)
    )
    return mentions, start + hits[0].whole[0] if hits else end


def _bodies(folded: str, hit: Hit, language: str) -> Iterator[Span]:
    """The bodies of a hit; what modifies the last one belongs to its name."""
    for name in ("span", "more"):
        if name in hit.spans:
            found = split_bodies(folded, *hit.spans[name], language=language)
            unknown = bool(hit.rule.yields.get("unknown"))
            sure = [span for span in found if _names_body(folded[span[0] : span[1]], language, unknown=unknown)]
            yield from _modified(sure, hit) if name == "span" else sure


def _names_body(name: str, language: str, *, unknown: bool) -> bool:
    """Whether `name` is known for a body; behind words that only bodies follow, any name is one."""
    return is_body(name, language=language) or (unknown and bool(list_lexicon(language).free.match(name)))


def _modified(spans: list[Span], hit: Hit) -> list[Span]:
    modifier = hit.spans.get("modifier")
    if not spans or modifier is None or modifier[0] != spans[-1][1]:
        return spans
    return [*spans[:-1], (spans[-1][0], modifier[1])]
