"""Finding mistakes: claims of both sides are paired, and what does not agree is told with its cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from policy_nlp.schema import Document
from policy_nlp.scoring.cases import Cases
from policy_nlp.scoring.lenient import task_names
from policy_nlp.scoring.mistakes.claims import claims
from policy_nlp.scoring.mistakes.records import Cause, Claim, Kind, Mistake
from policy_nlp.scoring.overlap import closest, crossings

Pair = tuple[Claim, Claim]

_CAUSES = list(Cause)
_KINDS = list(Kind)
_OUTLINE = frozenset({Kind.PLAN, Kind.SECTION, Kind.TASK})

_LIKENESS: tuple[Callable[[Claim], Hashable], ...] = (
    lambda claim: (claim.span, claim.says, claim.tasks),
    lambda claim: (claim.span, claim.says),
    lambda claim: claim.span,
)
"""What makes two claims a pair, from all to the bare place; what is left over is paired where it overlaps most."""


def all_mistakes(found: Cases) -> list[Mistake]:
    """Return the mistakes in all documents, sorted by chief cause, then by kind, document and place."""
    ids = {name: place for place, name in enumerate(found.ids)}
    each = [mistake for name in ids for mistake in mistakes(found.gold[name], found.pred[name])]
    return sorted(each, key=lambda one: (_CAUSES.index(one.cause), _KINDS.index(one.kind), ids[one.document], one.span))


def mistakes(gold: Document, pred: Document) -> list[Mistake]:
    """Return every miss and false alarm of one prediction; spans of both documents index the text of `gold`.

    >>> from policy_nlp.schema import Role, Unit
    >>> one = Document("a", "zh", "县水务局牵头", units=(Unit("县水务局", (0, 4), Role.LEAD, ()),))
    >>> other = replace(one, units=(Unit("水务局", (1, 4), Role.CO, ()),))
    >>> [str(cause) for cause in mistakes(one, other)[0].causes]
    ['role', 'boundary']
    """
    ours, theirs = task_names(gold, pred)
    both = claims(gold, ours), claims(replace(pred, text=gold.text), theirs)
    found = (mistake for kind in Kind for mistake in _of_kind(gold.id, *(_only(kind, side) for side in both)))
    return sorted(found, key=lambda one: (one.span, _KINDS.index(one.kind)))


def _only(kind: Kind, found: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in found if claim.kind is kind]


def _of_kind(document: str, gold: list[Claim], pred: list[Claim]) -> Iterator[Mistake]:
    pairs, missed, spurious = _paired(gold, pred)
    for one, other in pairs:
        causes = _causes(one, other)
        if causes:
            yield Mistake(document, causes, one, other)
    taken = [other for _, other in pairs], [one for one, _ in pairs]
    for claim, merged in zip(missed, _cut_otherwise(missed, taken[0]), strict=True):
        yield Mistake(document, (Cause.MERGED if merged else Cause.MISSED,), claim, None)
    for claim, split in zip(spurious, _cut_otherwise(spurious, taken[1]), strict=True):
        yield Mistake(document, (Cause.SPLIT if split else Cause.SPURIOUS,), None, claim)


def _causes(gold: Claim, pred: Claim) -> tuple[Cause, ...]:
    differing = [cause for (cause, one), (_, other) in zip(gold.says, pred.says, strict=True) if one != other]
    if gold.tasks != pred.tasks:
        differing.append(Cause.TASK)
    if gold.span != pred.span:
        differing.append(Cause.BOUNDARY)
    return tuple(sorted(differing, key=_CAUSES.index))


def _paired(gold: list[Claim], pred: list[Claim]) -> tuple[list[Pair], list[Claim], list[Claim]]:
    """The pairs, and what is left on either side."""
    pairs: list[Pair] = []
    for likeness in _LIKENESS:
        found = _alike(gold, pred, likeness)
        pairs += [(gold[one], pred[other]) for one, other in found.items()]
        gold, pred = _rest(gold, found.keys()), _rest(pred, found.values())
    found = closest([claim.span for claim in gold], [claim.span for claim in pred])
    pairs += [(gold[one], pred[other]) for one, other in found.items()]
    return pairs, _rest(gold, found.keys()), _rest(pred, found.values())


def _alike(gold: Sequence[Claim], pred: Sequence[Claim], likeness: Callable[[Claim], Hashable]) -> dict[int, int]:
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, claim in enumerate(pred):
        waiting[likeness(claim)].append(index)
    keys = ((index, waiting[likeness(claim)]) for index, claim in enumerate(gold))
    return {index: left.pop(0) for index, left in keys if left}


def _rest(items: Sequence[Claim], taken: Iterable[int]) -> list[Claim]:
    gone = set(taken)
    return [claim for index, claim in enumerate(items) if index not in gone]


def _cut_otherwise(lonely: Sequence[Claim], paired: Sequence[Claim]) -> list[bool]:
    """Whether each claim lies in the place of another that has its pair: the outline was cut there, but otherwise."""
    inside = {one for _, one, _ in crossings([claim.span for claim in lonely], [claim.span for claim in paired])}
    return [index in inside and claim.kind in _OUTLINE for index, claim in enumerate(lonely)]
