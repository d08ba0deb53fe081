"""Phrases that set bodies in a role: subjects of orders, agents, those who lead and those beside them, by rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from policy_nlp.extraction.lists import is_body, split_bodies
from policy_nlp.extraction.mentions import Mention
from policy_nlp.extraction.subjects import can_act, may_be_body
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
        yield from _mentions(text, hit, start, language)


def phrases_in_cell(folded: str, start: int, end: int, *, language: str) -> tuple[tuple[Mention, ...], int]:
    """Return the bodies that phrases in a cell set in a role, and where the first of these phrases begins.

    >>> mentions, cut = phrases_in_cell("DPW (in coordination with the Port)", 0, 35, language="en")
    >>> [mention.role.value for mention in mentions], cut
    (['co'], 5)
    """
    rules = phrase_rules(language)
    hits = [] if rules is None else [h for h in rules.find(folded[start:end]) if h.rule.yields["role"] != "actor"]
    text = folded[start:end]
    mentions = tuple(mention for hit in hits for mention in _mentions(text, hit, start, language))
    return mentions, start + hits[0].whole[0] if hits else end


def _mentions(text: str, hit: Hit, offset: int, language: str) -> Iterator[Mention]:
    """The bodies of a hit in the role of its rule; those named `beside` them support."""
    role = Role.LEAD if "leads" in hit.groups else Role(hit.rule.yields["role"])
    for name, its_role in (("span", role), ("more", role), ("beside", Role.CO)):
        for begin, stop in _bodies(text, hit, name, language):
            yield Mention((offset + begin, offset + stop), its_role, hit.rule.id)


def _bodies(folded: str, hit: Hit, name: str, language: str) -> list[Span]:
    """The bodies of one list of a hit; what modifies the last subject belongs to its name."""
    if name not in hit.spans:
        return []
    found = split_bodies(folded, *hit.spans[name], language=language)
    sure = [span for span in found if _names_body(folded[span[0] : span[1]], hit, language)]
    return _modified(sure, hit) if name == "span" else sure


def _names_body(name: str, hit: Hit, language: str) -> bool:
    """Whether `name` is known for a body; behind words that only bodies follow, any name is one."""
    unknown = bool(hit.rule.yields.get("unknown"))
    if hit.rule.yields["role"] == Role.ACTOR.value:
        return can_act(name, language=language, acts=unknown or bool({"acts", "leads"} & hit.groups.keys()))
    return may_be_body(name, language=language) if unknown else is_body(name, language=language)


def _modified(spans: list[Span], hit: Hit) -> list[Span]:
    modifier = hit.spans.get("modifier")
    if not spans or modifier is None or modifier[0] != spans[-1][1]:
        return spans
    return [*spans[:-1], (spans[-1][0], modifier[1])]
