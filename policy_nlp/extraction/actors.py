"""Acting subjects: the bodies that an ordinary sentence orders to act, and those that prose sets in a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from policy_nlp.extraction.lists import head_pattern, split_bodies
from policy_nlp.extraction.mentions import Mention
from policy_nlp.extraction.phrases import find_phrases, ordering_rules
from policy_nlp.lexicon.load import table, words
from policy_nlp.lexicon.openings import guarded, quick
from policy_nlp.schema import Role, Span

_REACH = 70
_SENTENCE = 400
"""How far back the sentence of a clause is looked at."""
_CLAUSE_START = re.compile(r"[,。;:!?]")
_SENTENCE_START = "。;!?"
_NEVER = "(?!)"
_NEXT_STOP = re.compile(r"[,。;]")


class ActorLexicon:
    """Subjects and predicates of one language, compiled."""

    def __init__(self, language: str) -> None:
        content = table(language, "actors")
        predicates, subjects = content["predicates"], content["subjects"]
        heads = words(language, "bodies", "heads.strong") + words(language, "bodies", "heads.places")
        names = "|".join(map(re.escape, sorted(heads, key=len, reverse=True)))
        last = "".join(sorted({re.escape(name[-1]) for name in heads}))
        follow = f"(?P<modal>{predicates['modals']})|(?P<verb>{predicates['verbs']})"
        joint = predicates["joint"]
        opens = guarded(rf"[(:\s]|{predicates['modals']}|{predicates['verbs']}", "")
        self.language = language
        self.scan = (
            None
            if predicates["modals"] == predicates["verbs"] == _NEVER
            else re.compile(
                f"(?<=[{last}]){opens}(?P<aside>\\([^()]{{1,24}}\\))?{joint}\\s?(?=(?P<predicate>{follow}))"
            )
        )
        self.name = re.compile(f"(?:{names})$")
        self.lead = re.compile(predicates["lead"])
        self.co = re.compile(predicates["co"])
        self.prefixes = re.compile(subjects["prefixes"])
        self.by = re.compile(subjects["by"])
        self.governed = re.compile(subjects["governed"])
        self.inner = quick(subjects["inner"])
        self.handing_on = quick(subjects["handing_on"])
        self.paying = quick(subjects["paying"])
        self.pays = re.compile(subjects["pays"])
        self.not_subjects = re.compile(subjects["not_subjects"])
        self.dated = re.compile(subjects["dated"])
        self.nominal = quick(subjects["nominal"])
        self.open_list = re.compile(subjects["open_list"])
        self.head = head_pattern(language)


@cache
def actor_lexicon(language: str) -> ActorLexicon:
    """Return the compiled actor lexicon of a language."""
    return ActorLexicon(language)


def find_actors(folded: str, start: int, end: int, *, language: str) -> tuple[Mention, ...]:
    """Return the bodies that the sentences in `[start, end)` order to act, each at its first mention in a role."""
    found: dict[tuple[str, Role], Mention] = {}
    for mention in _all_mentions(folded, start, end, language):
        found.setdefault((folded[mention.span[0] : mention.span[1]].lower(), mention.role), mention)
    mentions = sorted(found.values(), key=lambda mention: mention.span)
    return tuple(_set_apart(folded, mentions))[::-1]


def _set_apart(folded: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """`由A负责,B、C配合`: a body by which something is done leads where others support it in the same sentence."""
    support = -1
    for mention in reversed(mentions):
        if mention.rule != "actor.by" and mention.role is Role.CO:
            support = mention.span[0]
        between = (mention.span[1], support)
        near = mention.rule == "actor.by" and 0 <= between[1] - between[0] <= _SENTENCE
        over = near and all(folded.find(sign, *between) < 0 for sign in _SENTENCE_START)
        yield replace(mention, role=Role.LEAD) if over else mention


_ORDERING = frozenset({"actor.by", "actor.modal", "actor.verb"})
_BINDING = frozenset({"actor.modal"})


def gives_order(folded: str, start: int, end: int, *, language: str) -> tuple[bool, bool]:
    """Return whether bodies are told to act in `[start, end)`, and whether a word that binds says so."""
    ordered = False
    for mention in _all_mentions(folded, start, end, language):
        if mention.rule in _BINDING | ordering_rules(language):
            return True, True
        ordered = ordered or mention.rule in _ORDERING
    return ordered, False


def _all_mentions(folded: str, start: int, end: int, language: str) -> Iterator[Mention]:
    """The bodies that stand before predicates, then those that phrases name."""
    lexicon = actor_lexicon(language)
    taken = start
    for match in lexicon.scan.finditer(folded, start, end) if lexicon.scan else ():
        clause = _clause_start(folded, match.start(), start)
        if clause < taken or match.start() == start:
            continue
        for mention in _mentions(folded, match, clause, (start, end), lexicon):
            yield mention
            taken = match.end()
    yield from find_phrases(folded, start, end, language=language)


def _mentions(folded: str, match: re.Match[str], clause: int, limits: Span, lexicon: ActorLexicon) -> Iterator[Mention]:
    end = match.end("aside") if match["aside"] and "称" not in match["aside"] else match.start()
    start, by = _subject(folded, clause, end, lexicon)
    if start is None or not _ordered(folded, clause, match, limits, by, lexicon):
        return
    role = _role(folded, match, by, lexicon)
    rule = "actor.by" if by else "actor.modal" if match["modal"] else "actor.verb"
    for span in _bodies(folded, start, end, lexicon):
        named_lead = by and folded[span[0] : span[1]].startswith("牵头")
        yield Mention(span, Role.LEAD if named_lead else role, rule)


def _clause_start(folded: str, position: int, low: int) -> int:
    begin = max(low, position - _REACH)
    for stop in _CLAUSE_START.finditer(folded, begin, position):
        begin = stop.end()
    return begin


def _subject(folded: str, clause: int, end: int, lexicon: ActorLexicon) -> tuple[int | None, bool]:
    """Where the subject begins, and whether it stands behind the word for by."""
    start = clause
    while start < end and folded[start] in " \n,:、":
        start += 1
    for by in lexicon.by.finditer(folded, start, end):
        return (by.end(), True) if _is_subject(folded[by.end() : end], lexicon) else (None, False)
    for _ in range(2):
        prefix = lexicon.prefixes.match(folded[start:end])
        if prefix is None or prefix.end() >= end - start:
            break
        start += prefix.end()
    return (start, False) if _is_subject(folded[start:end], lexicon) else (None, False)


def _is_subject(text: str, lexicon: ActorLexicon) -> bool:
    if not 2 <= len(text) <= 64 or not lexicon.head.match(text) or lexicon.not_subjects.search(text):
        return False
    if lexicon.governed.match(text):
        return False
    inner = lexicon.inner.search(text)
    return inner is None or "的" in text[inner.end() :]


def _ordered(folded: str, clause: int, match: re.Match[str], limits: Span, by: bool, lexicon: ActorLexicon) -> bool:
    """Whether the clause is an order, and not a condition, a noun, or part of what others are urged to do."""
    low, high = max(limits[0], clause - _SENTENCE), limits[1]
    sentence = max(low, *(folded.rfind(sign, low, clause) + 1 for sign in _SENTENCE_START))
    before = folded[sentence : match.start()]
    if by and lexicon.handing_on.search(folded[clause : match.start()]):
        return False
    if (
        by
        and lexicon.paying.search(folded[clause : match.start()])
        and lexicon.pays.match(folded, match.start("predicate"))
    ):
        return False
    if match["modal"] is not None:
        return True
    stop = _NEXT_STOP.search(folded, match.end(), min(high, match.end() + 80))
    rest = folded[match.end() : stop.start() if stop else min(high, match.end() + 80)]
    dated = lexicon.dated.match(folded[clause : match.start()].lstrip(" ,"))
    handed_on = dated is None and lexicon.handing_on.search(before[: max(0, clause - sentence)])
    return not (handed_on or rest.endswith("的") or lexicon.nominal.search(rest))


def _role(folded: str, match: re.Match[str], by: bool, lexicon: ActorLexicon) -> Role:
    position = match.start("predicate")
    if lexicon.lead.match(folded, position):
        return Role.LEAD
    if by or lexicon.co.match(folded, position):
        return Role.CO
    return Role.ACTOR


def _bodies(folded: str, start: int, end: int, lexicon: ActorLexicon) -> Iterator[Span]:
    """The bodies of a subject; modifiers without a head of their own belong to the next one that has one."""
    spans = split_bodies(folded, start, end, language=lexicon.language)
    if (
        spans
        and lexicon.open_list.search(folded[spans[0][0] : end])
        and not any(lexicon.head.match(folded[a:b]) for a, b in spans[:-1])
    ):
        yield spans[0][0], end
        return
    begin: int | None = None
    for span in spans:
        begin = span[0] if begin is None else begin
        if lexicon.head.match(folded[span[0] : span[1]]):
            yield begin, span[1]
            begin = None
