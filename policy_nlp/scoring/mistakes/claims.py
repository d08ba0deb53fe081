"""What a document claims about its text, mentions that say the same at one place taken together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policy_nlp.schema import Deadline, Document, Target, Unit
from policy_nlp.scoring.apart import Mention, says, tasks_of
from policy_nlp.scoring.comparable import core, due_value
from policy_nlp.scoring.lenient import Names
from policy_nlp.scoring.mistakes.records import Cause, Claim, Kind


def claims(document: Document, names: Names) -> list[Claim]:
    """Return the claims of a document; `names` are what its tasks are called on both sides.

    >>> from policy_nlp.schema import Role
    >>> unit = Unit("县水务局", (0, 4), Role.LEAD, ("t1",))
    >>> [claim.shown for claim in claims(Document("a", "zh", "县水务局", units=(unit,)), {})]
    ['lead']
    """
    return [*_outline(document), *_together(_mentions(document, names))]


def _outline(document: Document) -> Iterator[Claim]:
    text = document.text
    yield from (Claim(Kind.PLAN, core(plan.span, text), shown=plan.title, ids=(plan.id,)) for plan in document.plans)
    for item in document.sections:
        meaning = ((Cause.LEVEL, item.level), (Cause.TYPE, item.type))
        yield Claim(Kind.SECTION, core(item.span, text), meaning, item.title, ids=(item.id,))
    for task in document.tasks:
        yield Claim(Kind.TASK, core(task.span, text), shown=task.number, ids=(task.id,))


def _mentions(document: Document, names: Names) -> Iterator[Claim]:
    for kind, mentions in _by_kind(document):
        for mention in mentions:
            tasks = tasks_of(mention)
            yield Claim(
                kind,
                core(mention.span, document.text),
                ((Cause.ROLE if kind is Kind.UNIT else Cause.VALUE, _meaning(mention)),),
                _shown(mention),
                frozenset(names.get(task) for task in tasks),
                tuple(task for task in tasks if task is not None),
            )


def _by_kind(document: Document) -> Iterable[tuple[Kind, Iterable[Mention]]]:
    return ((Kind.UNIT, document.units), (Kind.DEADLINE, document.deadlines), (Kind.TARGET, document.targets))


def _meaning(mention: Mention) -> object:
    """Scores look at the value of a deadline, not at its kind."""
    return due_value(mention.value) if isinstance(mention, Deadline) else says(mention)


def _shown(mention: Mention) -> str:
    if isinstance(mention, Unit):
        return mention.role.value
    if isinstance(mention, Target):
        return f"{mention.op} {_number(mention)}{mention.unit or ''}"
    return mention.value if mention.value is not None else f"– ({mention.reason or mention.kind})"


def _number(target: Target) -> str:
    ends = target.value if isinstance(target.value, tuple) else (target.value,)
    return "–".join(f"{end:g}" for end in ends)


def _together(found: Iterable[Claim]) -> list[Claim]:
    """A date in a cell that several rows share is repeated for each task: one claim with all of them."""
    merged: dict[object, Claim] = {}
    for claim in found:
        key = claim.kind, claim.span, claim.says
        before = merged.get(key)
        merged[key] = claim if before is None else _joined(before, claim)
    return list(merged.values())


def _joined(one: Claim, other: Claim) -> Claim:
    return replace(one, tasks=one.tasks | other.tasks, ids=tuple(dict.fromkeys(one.ids + other.ids)))
