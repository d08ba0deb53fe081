"""The changes that a local plan makes to an item of its template, each with what a comparison has to find."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from evaluation.pairs.material import Item
from evaluation.pairs.slots import (
    DUE,
    OFTENER,
    SELDOMER,
    TARGET,
    change_due,
    change_figure,
    shifted,
)

FEWEST_SENTENCES = 3
PARAPHRASED = "paraphrased"
"""No finding: an item in other words, of which nothing must be reported."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an edit may draw on."""

    draw: random.Random
    others: tuple[str, ...]

    def stranger(self, item: Item) -> str:
        """Return a body that has no part in `item`."""
        return self.draw.choice([body for body in self.others if body not in (item.lead, *item.cos)])


Edit = Callable[[Item, Context], tuple[Item, ...] | None]


def delete(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Leave the item out."""
    return ()


def delay(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Put the due time off."""

    def later(kind: str, value: str) -> tuple[str, str] | None:
        if kind == "by":
            return kind, shifted(value, context.draw.choice((3, 6, 12)))
        return (kind, SELDOMER[value]) if value in SELDOMER else None

    return _with_sentence(item, lambda sentence: change_due(sentence, later))


def advance(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Bring the due time forward."""

    def earlier(kind: str, value: str) -> tuple[str, str] | None:
        if kind == "by":
            return kind, shifted(value, -context.draw.choice((1, 2, 3)))
        return (kind, OFTENER[value]) if value in OFTENER else None

    return _with_sentence(item, lambda sentence: change_due(sentence, earlier))


def other_due(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Replace the due time by one that is neither earlier nor later."""
    swap = {"by": ("every", "half"), "every": ("by", "2026-09")}
    return _with_sentence(item, lambda sentence: change_due(sentence, lambda kind, value: swap[kind]))


def drop_due(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Take the due time out."""
    return _with_sentence(item, lambda sentence: DUE.sub("", sentence) if DUE.search(sentence) else None)


def weaken(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Ask for less."""
    share = context.draw.choice((0.5, 0.7, 0.8))
    return _with_sentence(item, lambda sentence: change_figure(sentence, lambda value, percent: int(value * share)))


def strengthen(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Ask for more."""

    def more(value: int, percent: bool) -> int | None:
        return (value + 99) // 2 + 1 if percent else value * 6 // 5

    return _with_sentence(item, lambda sentence: change_figure(sentence, more))


def drop_target(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Take the target out."""
    return _with_sentence(
        item, lambda sentence: TARGET.sub("", sentence).strip("，, ") if TARGET.search(sentence) else None
    )


def other_measure(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Measure the same in another way."""
    return _with_sentence(
        item, lambda sentence: TARGET.sub(lambda found: found[2], sentence) if TARGET.search(sentence) else None
    )


def other_base(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Measure the same change from another year."""

    def rebased(sentence: str) -> str | None:
        found = TARGET.search(sentence)
        return TARGET.sub(lambda target: target[3], sentence) if found and found[3] else None

    return _with_sentence(item, rebased)


def paraphrase(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Say the same in another order and under no title."""
    if len(item.sentences) < FEWEST_SENTENCES:
        return None
    return (replace(item, title="", sentences=(*item.sentences[1:], item.sentences[0])),)


def drop_lead(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Name no lead."""
    return (replace(item, lead=None),) if item.cos else None


def replace_lead(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Let another body lead."""
    return (replace(item, lead=context.stranger(item)),)


def drop_co(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Leave a partner out."""
    left = context.draw.choice(item.cos) if item.cos else None
    return (replace(item, cos=tuple(body for body in item.cos if body != left)),) if left else None


def add_co(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Add a partner."""
    return (replace(item, cos=(*item.cos, context.stranger(item))),)


def drop_clause(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Leave out a sentence that carries no figure and no time."""
    plain = [text for text in item.sentences if not DUE.search(text) and not TARGET.search(text)]
    if len(item.sentences) < FEWEST_SENTENCES or not plain:
        return None
    left = context.draw.choice(plain)
    return (replace(item, sentences=tuple(text for text in item.sentences if text != left)),)


def split(item: Item, context: Context) -> tuple[Item, ...] | None:
    """Make two items of one."""
    if len(item.sentences) < FEWEST_SENTENCES:
        return None
    at = context.draw.choice((1, 2))
    return (replace(item, sentences=item.sentences[:at]), replace(item, title="", sentences=item.sentences[at:]))


def _with_sentence(item: Item, change: Callable[[str], str | None]) -> tuple[Item, ...] | None:
    """Return the item with the first sentence changed that can be; a sentence of which nothing is left goes."""
    for place, sentence in enumerate(item.sentences):
        new = change(sentence)
        if new is not None:
            sentences = (*item.sentences[:place], *([new] if new else []), *item.sentences[place + 1 :])
            return (replace(item, sentences=sentences),)
    return None


EDITS: Mapping[str, tuple[Edit, str]] = {
    "delete": (delete, "missing_task"),
    "delay": (delay, "later_deadline"),
    "advance": (advance, "earlier_deadline"),
    "other_due": (other_due, "incomparable_deadline"),
    "drop_due": (drop_due, "missing_deadline"),
    "weaken": (weaken, "weaker_target"),
    "strengthen": (strengthen, "stronger_target"),
    "drop_target": (drop_target, "missing_target"),
    "other_measure": (other_measure, "incomparable_target"),
    "other_base": (other_base, "incomparable_target"),
    "paraphrase": (paraphrase, PARAPHRASED),
    "drop_lead": (drop_lead, "missing_lead"),
    "replace_lead": (replace_lead, "different_lead"),
    "drop_co": (drop_co, "missing_co"),
    "add_co": (add_co, "extra_co"),
    "drop_clause": (drop_clause, "partial_task"),
    "split": (split, "split"),
}
"""Each edit with the type of finding, or the relation, that it must lead to."""
