"""Local plans with known changes, drawn with a seed so that the same numbers give the same plans."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from evaluation.pairs.edits import EDITS, Context
from evaluation.pairs.material import Item, Outline, Section, extra_items, language
from evaluation.pairs.writing import Form, Side, written

CHANGED = 0.6
"""The share of items that a local plan changes."""
FEWEST_LEFT = 2


class Layout(Enum):
    """How a local plan orders what it takes over."""

    AS_ABOVE = "as above"
    SHUFFLED = "shuffled"
    BY_DEPARTMENT = "by department"


@dataclass(frozen=True, slots=True)
class Known:
    """A change that was made: the type of finding or relation it must lead to, and the items of the template."""

    type: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A local plan, the keys of the template that each of its items carries out, and what was changed."""

    text: str
    items: tuple[tuple[int, ...], ...]
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a local plan is written."""

    layout: Layout
    form: Form


def manner(number: int) -> Manner:
    """Return the manner of the plan of a number: each layout in each form, in turn; a bundle keeps its sections.

    >>> manner(4).layout.value, manner(4).form.value
    ('shuffled', 'bundle of two plans')
    """
    layouts, forms = list(Layout), list(Form)
    layout, form = layouts[number % len(layouts)], forms[number % len(forms)]
    kept = Layout.SHUFFLED if form is Form.BUNDLE and layout is Layout.BY_DEPARTMENT else layout
    return Manner(kept, form)


def generate(outline: Outline, name: str, *, seed: int, made: Counter[str], manner: Manner) -> Case:
    """Return a local plan made from `outline`; edits that `made` counts least come first, so all are drawn alike."""
    draw = random.Random(seed)
    context = Context(draw, tuple(language(name)["others"]["lead"]))
    known: list[Known] = []
    sections = [replace(section, items=_edited(section, context, made, known)) for section in outline.sections]
    sections = _without_section(sections, outline, draw, made, known)
    sections = [replace(section, items=_merged(section.items, draw, made, known)) for section in sections]
    sections = _with_extra(sections, name, draw, made, known)
    sections = _laid_out(sections, manner.layout, draw, name)
    local = replace(outline, sections=tuple(section for section in sections if section.items))
    text = written(local, name, Side.LOCAL, _reworder(name, draw), manner.form)
    return Case(text, tuple(item.keys for item in local.items()), tuple(known))


def _edited(section: Section, context: Context, made: Counter[str], known: list[Known]) -> tuple[Item, ...]:
    items: list[Item] = []
    for item in section.items:
        change = _change(item, context, made) if context.draw.random() < CHANGED else None
        if change:
            name, new = change
            made[name] += 1
            known.append(Known(EDITS[name][1], item.keys))
            items += new
        else:
            items.append(item)
    return tuple(items)


def _change(item: Item, context: Context, made: Counter[str]) -> tuple[str, tuple[Item, ...]] | None:
    names = sorted(EDITS, key=lambda name: (made[name], context.draw.random()))
    for name in names:
        new = EDITS[name][0](item, context)
        if new is not None:
            return name, new
    return None


def _without_section(
    sections: list[Section], outline: Outline, draw: random.Random, made: Counter[str], known: list[Known]
) -> list[Section]:
    """Every other plan lacks a section; what else was changed in it is no longer to be seen."""
    if draw.random() < 0.5 or len(sections) <= FEWEST_LEFT:
        return sections
    gone = draw.randrange(len(sections))
    keys = tuple(key for item in outline.sections[gone].items for key in item.keys)
    known[:] = [change for change in known if not set(change.keys) & set(keys)]
    known.append(Known("missing_section", keys))
    known += [Known("missing_task", (key,)) for key in keys]
    made["drop_section"] += 1
    return [section for place, section in enumerate(sections) if place != gone]


def _merged(items: Sequence[Item], draw: random.Random, made: Counter[str], known: list[Known]) -> tuple[Item, ...]:
    """Make one item of two neighbors that nothing else has changed and that one body leads."""
    changed = {key for change in known for key in change.keys}
    for place, (one, other) in enumerate(pairwise(items)):
        if one.lead == other.lead and not changed & {*one.keys, *other.keys} and draw.random() < 0.7:
            cos = tuple(dict.fromkeys((*one.cos, *other.cos)))
            both = Item(
                f"{one.title}，{other.title}",
                (*one.sentences, *other.sentences),
                one.lead,
                cos,
                (*one.keys, *other.keys),
            )
            known += [Known("merged", one.keys), Known("merged", other.keys)]
            made["merge"] += 1
            return (*items[:place], both, *items[place + 2 :])
    return tuple(items)


def _with_extra(
    sections: list[Section], name: str, draw: random.Random, made: Counter[str], known: list[Known]
) -> list[Section]:
    place = draw.randrange(len(sections))
    extra = draw.choice(extra_items(name))
    known.append(Known("extra_task", ()))
    made["add"] += 1
    items = list(sections[place].items)
    items.insert(draw.randrange(len(items) + 1), extra)
    return [replace(section, items=tuple(items)) if at == place else section for at, section in enumerate(sections)]


def _laid_out(sections: list[Section], layout: Layout, draw: random.Random, name: str) -> list[Section]:
    if layout is Layout.AS_ABOVE:
        return sections
    items = [item for section in sections for item in section.items]
    if layout is Layout.SHUFFLED:
        return [replace(section, items=tuple(draw.sample(section.items, len(section.items)))) for section in sections]
    bodies = language(name)["bodies"]
    leads = list(dict.fromkeys(item.lead for item in items))
    grouped = {lead: tuple(item for item in items if item.lead == lead) for lead in leads}
    return [Section(bodies[lead][1] if lead else _ELSE[name], found) for lead, found in grouped.items()]


_ELSE = {"zh": "各单位共同任务", "en": "Shared duties"}


def _reworder(name: str, draw: random.Random) -> Callable[[str], str]:
    """Return what words a sentence a little differently."""
    pairs = language(name)["paraphrase"]["pairs"]

    def reword(text: str) -> str:
        for word, other in pairs:
            if word in text and draw.random() < 0.5:
                text = text.replace(word, other, 1)
        return text

    return reword
