"""Responsibility blocks: where the text says who answers, in brackets, on lines of their own, or after a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from policy_nlp.extraction.lists import is_body, is_name, split_bodies
from policy_nlp.extraction.mentions import Block, Mention
from policy_nlp.extraction.roles import BlockLexicon, block_lexicon, labelled, ranked_by_phrases, unlabelled
from policy_nlp.schema import Role
from policy_nlp.structure.paragraphs import Paragraph

_LONGEST = 400
_BEFORE_LABEL = 40
"""How far into a bracket its first label may stand; what stands before it names a person."""
_NEAR = 40
"""How far white space between a bracket and its sentence can reach."""
_ENDS = re.compile(r"(?:\s{1,3}-\s[^.;\n]{1,30})?")
"""What may stand between a bracket and the end of its item: nothing, or a dash and a due time."""
_CLAUSE = 120
"""How far around the word for `likewise` the words may reach that say who leads."""
_FEW = 16
"""How many labels behind the last sentence may turn out to be none, before the search is given up."""


def find_blocks(folded: str, paragraphs: Sequence[Paragraph], *, language: str) -> tuple[Block, ...]:
    """Return the responsibility blocks of the paragraphs, in order and without overlap."""
    lexicon = block_lexicon(language)
    found: list[Block] = []
    for paragraph in paragraphs:
        found.extend(_in_paragraph(folded, paragraph, lexicon))
    declared = _declared(folded, paragraphs, lexicon)
    return tuple(_first_leads_from_here(folded, _joined(folded, found), declared))


def _declared(folded: str, paragraphs: Sequence[Paragraph], lexicon: BlockLexicon) -> int:
    """Where the text first says that the first body of each block leads; the end of the text where it does not."""
    for paragraph in paragraphs:
        for word in lexicon.likewise.finditer(folded, paragraph.start, paragraph.end):
            low, high = max(paragraph.start, word.start() - _CLAUSE), min(paragraph.end, word.end() + _CLAUSE)
            clause = lexicon.first_leads.search(folded, low, high)
            if clause is not None:
                return clause.start()
    return len(folded)


_LABEL_ENDS = re.compile(r"[:)\]]")
_LONGEST_LABEL = 60


def _in_paragraph(folded: str, paragraph: Paragraph, lexicon: BlockLexicon) -> Iterator[Block]:
    label = lexicon.label.match(folded, paragraph.start, paragraph.end)
    if label is not None:
        yield replace(labelled(folded, paragraph.start, paragraph.end, lexicon), own_line=True)
        return
    whole = _whole_paragraph(folded, paragraph, lexicon)
    if whole is not None:
        yield whole
        return
    end_of_last = paragraph.start
    for bracket in lexicon.brackets.finditer(folded, paragraph.start, paragraph.end):
        block = _bracketed(folded, bracket, paragraph, lexicon)
        if block is not None:
            yield block
            end_of_last = bracket.end()
    yield from _trailing(folded, end_of_last, paragraph.end, lexicon)


def _whole_paragraph(folded: str, paragraph: Paragraph, lexicon: BlockLexicon) -> Block | None:
    """A paragraph that is nothing but a list of bodies closed by their role."""
    if paragraph.end - paragraph.start > _LONGEST or not lexicon.closed.search(folded, paragraph.start, paragraph.end):
        return None
    if lexicon.by.search(folded, paragraph.start + 1, paragraph.end):
        return None
    block = unlabelled(folded, paragraph.start, paragraph.end, lexicon)
    if block is None or folded.find("。", paragraph.start, paragraph.end - 1) >= 0:
        return None
    names = [folded[mention.span[0] : mention.span[1]] for mention in block.mentions]
    known = sum(is_body(name, language=lexicon.language) for name in names)
    return replace(block, own_line=True) if known >= 0.8 * len(names) else None


def _bracketed(folded: str, bracket: re.Match[str], paragraph: Paragraph, lexicon: BlockLexicon) -> Block | None:
    start, end = bracket.span(1)
    if lexicon.remarks.match(folded[start:end]) or _is_label(folded, bracket, lexicon):
        return None
    own_line = bracket.start() == paragraph.start and bracket.end() >= paragraph.end - 1
    limit = min(end, start + _BEFORE_LABEL)
    label = lexicon.label.search(folded, start, limit) if _LABEL_ENDS.search(folded, start, limit) else None
    if label is not None:
        return replace(labelled(folded, label.start(), end, lexicon), span=bracket.span(), own_line=own_line)
    if not _closes(folded, bracket, paragraph, lexicon) and not _closes_item(folded, bracket, paragraph, lexicon):
        return None
    block = ranked_by_phrases(folded, start, end, lexicon) or unlabelled(folded, start, end, lexicon)
    if block is not None and _explains(folded, bracket, paragraph, block, lexicon):
        return None
    return replace(block, span=bracket.span(), own_line=own_line) if block else None


def _explains(folded: str, bracket: re.Match[str], paragraph: Paragraph, block: Block, lexicon: BlockLexicon) -> bool:
    """Whether a lone name in brackets says which part of the body before it is meant: 报工业和信息化部(中小企业局)."""
    if lexicon.closes_items or [mention.rule for mention in block.mentions] != ["block.tail.bare"]:
        return False
    low = max(paragraph.start, bracket.start() - _NEAR)
    clause = re.split(r"[,。;:]", folded[low : bracket.start()])[-1]
    return is_body(clause, language=lexicon.language)


def _is_label(folded: str, bracket: re.Match[str], lexicon: BlockLexicon) -> bool:
    """Whether the bracket holds nothing but the name of a label: `[牵头单位]`."""
    label = lexicon.label.match(folded, bracket.start())
    return label is not None and label.end() >= bracket.end()


def _closes(folded: str, bracket: re.Match[str], paragraph: Paragraph, lexicon: BlockLexicon) -> bool:
    """Whether the bracket stands at the end of a sentence, and not as a remark inside one."""
    after = folded[bracket.end() : min(paragraph.end, bracket.end() + _NEAR)].lstrip(" \n")
    before = folded[max(paragraph.start, bracket.start() - _NEAR) : bracket.start()].rstrip(" \n")
    return bool(lexicon.before_stop.match(after) or lexicon.behind_stop.search(before))


def _closes_item(folded: str, bracket: re.Match[str], paragraph: Paragraph, lexicon: BlockLexicon) -> bool:
    """Whether the bracket ends its item and holds names that explain no body before it."""
    if not lexicon.closes_items or not _ENDS.fullmatch(folded, bracket.end(), paragraph.end):
        return False
    words = folded[max(paragraph.start, bracket.start() - _NEAR) : bracket.start()].split()
    if len(split_bodies(folded, *bracket.span(1), language=lexicon.language)) > 1:
        return True
    if _initials(words, bracket[1]):
        return False
    return not any(is_body(" ".join(words[-n:]), language=lexicon.language) for n in range(1, 1 + min(4, len(words))))


def _initials(words: Sequence[str], name: str) -> bool:
    """Whether `name` abbreviates the last of the words: `Flood Control Room (FCR)`."""
    capitals = "".join(char for char in name if char.isupper())
    return " " not in name and "".join(word[0] for word in words[-len(capitals) :]).upper() == capitals


def _trailing(folded: str, start: int, end: int, lexicon: BlockLexicon) -> Iterator[Block]:
    """Labels that follow the last sentence of a paragraph without brackets."""
    for place in islice(_label_places(folded, start, end, lexicon), _FEW):
        block = labelled(folded, place, end, lexicon)
        known = [_is_known(folded, mention, lexicon) for mention in block.mentions]
        if known and known[0] and 2 * sum(known) >= len(known):
            yield block
            return


def _is_known(folded: str, mention: Mention, lexicon: BlockLexicon) -> bool:
    """Whether what stands behind a label inside a paragraph is a name."""
    name = folded[mention.span[0] : mention.span[1]]
    return is_name(name, language=lexicon.language) or bool(lexicon.named.fullmatch(name))


def _label_places(folded: str, start: int, end: int, lexicon: BlockLexicon) -> Iterator[int]:
    """Where labels begin, looked for only before the signs that end them."""
    done = start
    for sign in _LABEL_ENDS.finditer(folded, start, end):
        for opening in lexicon.label_opens.finditer(folded, max(done, sign.start() - _LONGEST_LABEL), sign.start()):
            label = lexicon.label.match(folded, opening.start(), end)
            if label is not None:
                yield label.start()
                done = label.end()
                break


def _joined(folded: str, blocks: Sequence[Block]) -> list[Block]:
    """Label lines that follow each other are one block, and their roles are read together."""
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and _goes_on(folded, runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_read_together(run) if len(run) > 1 else run[0] for run in runs]


def _goes_on(folded: str, before: Block, block: Block) -> bool:
    """Whether two blocks are lines of their own with nothing but white space and marks between them."""
    return block.own_line and before.own_line and not folded[before.span[1] : block.span[0]].strip(" \n*_-|")


def _read_together(run: Sequence[Block]) -> Block:
    mentions = tuple(mention for block in run for mention in block.mentions)
    rules = {mention.rule for mention in mentions}
    if not any(mention.role is Role.LEAD for mention in mentions) and "block.label.co" in rules:
        mentions = tuple(replace(m, role=Role.LEAD) if m.rule == "block.label.responsible" else m for m in mentions)
    return replace(run[0], span=(run[0].span[0], run[-1].span[1]), mentions=mentions)


def _first_leads_from_here(folded: str, blocks: Sequence[Block], declared: int) -> Iterator[Block]:
    """`列第一位者为牵头单位,下同`: from there on, the first body of each block leads."""
    on = False
    for block in blocks:
        on = on or block.span[1] > declared or (block.first_leads and block.likewise)
        yield _led_by_first(folded, block) if on or block.first_leads else block


def _answers_alone(folded: str, block: Block) -> bool:
    """One body that a closing word makes answer for all of it: `(各省级人民政府负责)` sets nobody above anybody."""
    if [mention.rule for mention in block.mentions] != ["block.tail.responsible"]:
        return False
    end = block.mentions[0].span[1]
    return folded[end : end + 1] != "等"


def _led_by_first(folded: str, block: Block) -> Block:
    if (
        not block.mentions
        or _answers_alone(folded, block)
        or any(mention.role is Role.LEAD for mention in block.mentions)
    ):
        return block
    first, *rest = block.mentions
    return replace(block, mentions=(replace(first, role=Role.LEAD, rule="block.first_leads"), *rest), first_leads=True)
