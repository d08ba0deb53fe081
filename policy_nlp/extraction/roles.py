"""Roles: who leads and who shares, read from the labels before a list of bodies and the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policy_nlp.extraction.lists import is_body, split_bodies, split_groups
from policy_nlp.extraction.mentions import Block, Mention
from policy_nlp.extraction.phrases import phrases_in_cell
from policy_nlp.extraction.posts import find_posts
from policy_nlp.lexicon.load import table
from policy_nlp.lexicon.openings import quick
from policy_nlp.schema import Role, Span
from policy_nlp.structure.labels import ROLES, label_pattern


class BlockLexicon:
    """The labels and closing words of one language, compiled."""

    def __init__(self, language: str) -> None:
        roles = table(language, "roles")
        tails = roles["tails"]
        self.language = language
        self.label = label_pattern(language)
        self.tail = re.compile("|".join(f"(?P<{role}>{tails[role]})" for role in ROLES), re.IGNORECASE)
        self.remarks = re.compile(roles.get("brackets", {}).get("remarks", r"(?!)"), re.IGNORECASE)
        self.closed = quick(f"(?:{'|'.join(tails.values())})[。.]?$", re.IGNORECASE)
        self.closes_bullets = bool(roles["brackets"]["closes_bullets"])
        self.longest_name = int(roles["brackets"]["longest_name"])
        self.closes_items = bool(roles["brackets"]["closes_items"])
        self.label_opens = re.compile(roles["labels"]["opens"])
        self.named = re.compile(roles["labels"].get("named", r"(?!)"))
        self.before_stop = re.compile(roles["brackets"]["before_stop"])
        self.behind_stop = re.compile(roles["brackets"]["behind_stop"])
        self.first_group_leads = bool(roles["labels"]["first_group_leads"])
        clauses = roles["clauses"]
        self.by = re.compile(roles.get("prose", {}).get("by", r"(?!)"), re.IGNORECASE)
        self.beside = re.compile(clauses["beside"], re.IGNORECASE)
        self.first_leads = re.compile(clauses["first_leads"], re.IGNORECASE)
        self.likewise = quick(clauses["likewise"], re.IGNORECASE)
        self.brackets = re.compile(r"[(\[]((?:[^()\[\]]|\([^()]{0,40}\)){2,900})[)\]]")


@cache
def block_lexicon(language: str) -> BlockLexicon:
    """Return the compiled block lexicon of a language."""
    return BlockLexicon(language)


def labelled(folded: str, start: int, end: int, lexicon: BlockLexicon) -> Block:
    """Return the block that `label: bodies label: bodies …` makes."""
    labels = list(lexicon.label.finditer(folded, start, end))
    parts = [
        (_role_name(label), label.end(), following.start() if following else end)
        for label, following in zip(labels, [*labels[1:], None], strict=True)
    ]
    names = {name for name, *_ in parts}
    mentions: list[Mention] = []
    for name, begin, stop in parts:
        if name == "persons":
            posts = find_posts(folded, begin, stop, language=lexicon.language)
            mentions.extend(Mention(span, Role.CO, "block.label.persons") for span in posts)
        elif name in ROLES:
            mentions.extend(_label_mentions(folded, begin, stop, name, names, lexicon))
    first = any(lexicon.first_leads.search(folded, begin, stop) for _, begin, stop in parts)
    return Block(
        (start, end), tuple(mentions), first_leads=first, likewise=bool(lexicon.likewise.search(folded, start, end))
    )


def _role_name(label: re.Match[str]) -> str:
    return (label.lastgroup or "co").removesuffix("_whole")


def _label_mentions(
    folded: str, begin: int, stop: int, name: str, names: set[str], lexicon: BlockLexicon
) -> Iterator[Mention]:
    stop = _end_of_sentence(folded, begin, _before_clause(folded, begin, stop, lexicon))
    if _is_ranked(folded, begin, stop, name, lexicon):
        block = unlabelled(folded, begin, stop, lexicon)
        if block is not None:
            yield from _under_label(block.mentions, name)
            return
    stop = _before_tail(folded, begin, stop, lexicon)
    beside, stop = phrases_in_cell(folded, begin, stop, language=lexicon.language)
    yield from beside
    groups = split_groups(folded, begin, stop, language=lexicon.language)
    if lexicon.first_group_leads and name == "lead" and not names & {"co", "responsible"} and len(groups) > 1:
        yield from (Mention(span, Role.LEAD, "block.label.lead_first_group") for span in groups[0])
        yield from (Mention(span, Role.CO, "block.label.lead_later_groups") for group in groups[1:] for span in group)
        return
    role = Role.LEAD if name == "lead" or (name == "responsible" and "co" in names and "lead" not in names) else Role.CO
    yield from (Mention(span, role, f"block.label.{name}") for group in groups for span in group)


def _before_clause(folded: str, begin: int, stop: int, lexicon: BlockLexicon) -> int:
    clause = lexicon.first_leads.search(folded, begin, stop)
    bracket = folded.find("(", begin, clause.start() + 1) if clause else -1
    return (bracket if bracket >= 0 else clause.start()) if clause else stop


def _is_ranked(folded: str, begin: int, stop: int, name: str, lexicon: BlockLexicon) -> bool:
    """Whether words in the list itself set its bodies apart: behind 责任单位 all of them, behind 牵头单位 brackets."""
    for tail in lexicon.tail.finditer(folded, begin, stop):
        if name == "responsible":
            return not tail["responsible"]
        if tail.end() > tail.start() and folded[tail.end() - 1] == ")":
            return name == "lead"
    return False


def _under_label(mentions: Sequence[Mention], name: str) -> Iterator[Mention]:
    """Bodies without words of their own keep the role of the label, unless another one is marked as leading."""
    leads = name == "lead" and not any(mention.role is Role.LEAD for mention in mentions)
    for mention in mentions:
        bare = leads and mention.rule == "block.tail.bare"
        yield Mention(mention.span, Role.LEAD, "block.label.lead") if bare else mention


def _end_of_sentence(folded: str, begin: int, stop: int) -> int:
    """A list of bodies ends with its sentence; what follows explains it."""
    found = folded.find("。", begin, stop)
    return found if found > begin else stop


def _before_tail(folded: str, begin: int, stop: int, lexicon: BlockLexicon) -> int:
    """Where the words begin that say of the whole list that it answers: 责任单位:A、B按职责分工负责."""
    return next((t.start() for t in lexicon.tail.finditer(folded, begin, stop) if t.end() == stop > t.start()), stop)


def ranked_by_phrases(folded: str, start: int, end: int, lexicon: BlockLexicon) -> Block | None:
    """Return the block of bodies beside which a phrase sets others, who lead: `Food Board, with Lorne College`."""
    beside, cut = phrases_in_cell(folded, start, end, language=lexicon.language)
    spans = split_bodies(folded, start, cut, language=lexicon.language)
    if not beside or not spans or not _all_bodies(folded, spans, False, lexicon):
        return None
    leading = tuple(Mention(span, Role.LEAD, "block.beside_phrase") for span in spans)
    return Block((start, end), (*leading, *beside))


def unlabelled(folded: str, start: int, end: int, lexicon: BlockLexicon) -> Block | None:
    """Return the block that `bodies牵头,bodies配合`, `bodies负责` or a bare list of bodies makes, or None."""
    first = bool(lexicon.first_leads.search(folded, start, end))
    stop = _before_clause(folded, start, end, lexicon)
    joined = _joined_by_word(folded, start, stop, lexicon)
    if joined is not None:
        return joined
    runs = list(_runs(folded, start, stop, lexicon))
    spans = [(name, span) for name, spans in runs for span in spans]
    if not spans or not _all_bodies(folded, [span for _, span in spans], bool(runs and runs[-1][0] != "bare"), lexicon):
        return None
    mentions = tuple(_ranked(runs))
    return Block((start, end), mentions, first_leads=first, likewise=bool(lexicon.likewise.search(folded, start, end)))


def _joined_by_word(folded: str, start: int, end: int, lexicon: BlockLexicon) -> Block | None:
    """`A会同B、C负责`: the body before the word leads, the others share what it does."""
    beside = lexicon.beside.search(folded, start + 2, end)
    if beside is None:
        return None
    runs = list(_runs(folded, beside.end(), end, lexicon))
    leading = split_bodies(folded, start, beside.start(), language=lexicon.language)
    others = [span for name, spans in runs for span in spans]
    if {name for name, _ in runs} - {"bare", "responsible"} or not leading or not others:
        return None
    if not _all_bodies(folded, [*leading, *others], False, lexicon):
        return None
    leads = [Mention(span, Role.LEAD, "block.beside.lead") for span in leading]
    return Block((start, end), (*leads, *(Mention(span, Role.CO, "block.beside.co") for span in others)))


def _runs(folded: str, start: int, end: int, lexicon: BlockLexicon) -> Iterator[tuple[str, tuple[Span, ...]]]:
    begin = start
    for tail in lexicon.tail.finditer(folded, start, end):
        if tail.end() == tail.start() or not _ends_clause(folded, tail.end(), end):
            continue
        spans = split_bodies(folded, begin, tail.start(), language=lexicon.language)
        if folded[tail.end() - 1] == ")" and len(spans) > 1:
            yield "bare", spans[:-1]
            spans = spans[-1:]
        yield tail.lastgroup or "bare", spans
        begin = tail.end()
    rest = split_bodies(folded, begin, end, language=lexicon.language)
    if rest:
        yield (
            "bare",
            tuple(span for span in rest if is_body(folded[span[0] : span[1]], language=lexicon.language))
            if begin > start
            else rest,
        )


def _ends_clause(folded: str, position: int, end: int) -> bool:
    return position >= end or folded[position] in ",;。. \n)、"


def _all_bodies(folded: str, spans: Sequence[Span], closed: bool, lexicon: BlockLexicon) -> bool:
    """A bare list has to consist of bodies; one that is closed by its role may hold unknown names too."""
    sure = sum(is_body(folded[a:b], language=lexicon.language) for a, b in spans)
    if any(b - a > lexicon.longest_name for a, b in spans):
        return False
    if closed and all(b - a <= 8 for a, b in spans):
        return True
    return sure == len(spans) if not closed else sure >= max(1, len(spans) * 0.5)


def _ranked(runs: Sequence[tuple[str, tuple[Span, ...]]]) -> Iterator[Mention]:
    """Set one body above others only where the words do."""
    names = [name for name, spans in runs if spans]
    for name, spans in runs:
        leads = name == "lead" or (name == "responsible" and "co" in names and "lead" not in names)
        yield from (Mention(span, Role.LEAD if leads else Role.CO, f"block.tail.{name}") for span in spans)
