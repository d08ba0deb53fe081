"""Writing an outline out as the text of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from evaluation.pairs.material import Item, Outline, language
from evaluation.pairs.slots import write

_NUMERALS = (
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
)


class Side(Enum):
    """Whose bodies a plan names."""

    TEMPLATE = 0
    LOCAL = 1


def written(outline: Outline, name: str, side: Side, reword: Callable[[str], str] = str) -> str:
    """Return the text of `outline` in a language; `reword` is let loose on what its items say."""
    wording = language(name)["wording"]
    place = wording["template_place" if side is Side.TEMPLATE else "local_place"]
    lines = [outline.title.format(place=place), "", outline.intro, "", wording["tasks_heading"]]
    return "\n".join([*lines, *_body(outline, name, side, reword), ""])


def _body(outline: Outline, name: str, side: Side, reword: Callable[[str], str]) -> Iterator[str]:
    wording = language(name)["wording"]
    number = 0
    for place, section in enumerate(outline.sections):
        label = _NUMERALS[place] if name == "zh" else str(place + 1)
        yield wording["section"].format(number=label, title=section.title)
        for item in section.items:
            number += 1
            yield _item(item, label if name == "en" else "", number, name, side, reword)
        number = 0 if name == "en" else number


def _item(item: Item, above: str, number: int, name: str, side: Side, reword: Callable[[str], str]) -> str:
    wording, due = language(name)["wording"], language(name)["due"]
    said = "".join(wording["sentence"].format(text=reword(write(text, due))) for text in item.sentences)
    label = f"{above}.{number}" if above else str(number)
    text = f"{said.rstrip()}{' ' if name == 'en' else ''}{_block(item, name, side)}"
    form = wording["item" if item.title else "item_without_title"]
    return str(form.format(number=label, title=item.title, text=text))


def _block(item: Item, name: str, side: Side) -> str:
    wording, bodies = language(name)["wording"], language(name)["bodies"]
    cos = wording["separator"].join(bodies[body][side.value] for body in item.cos)
    if item.lead is None:
        return str(wording["block_no_lead"].format(cos=cos))
    form = wording["block"] if item.cos else wording["block_no_co"]
    return str(form.format(lead=bodies[item.lead][side.value], cos=cos))
