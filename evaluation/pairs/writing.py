"""Writing an outline out as the text of a plan, in one of several layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial

from evaluation.pairs.material import Item, Outline, Section, language
from evaluation.pairs.slots import write

_NUMERALS = "一二三四五六七八九十"

Reword = Callable[[str], str]


class Side(Enum):
    """Whose bodies a plan names."""

    TEMPLATE = 0
    LOCAL = 1


class Form(Enum):
    """How the items of a plan are laid out."""

    BRACKETS = "brackets"
    LABELS = "labelled lines"
    TABLE = "table"
    PROSE = "prose without numbers"
    BUNDLE = "bundle of two plans"


def written(outline: Outline, name: str, side: Side, reword: Reword = str, form: Form = Form.BRACKETS) -> str:
    """Return the text of `outline` in a language; `reword` is let loose on what its items say."""
    place = language(name)["wording"]["template_place" if side is Side.TEMPLATE else "local_place"]
    if form is not Form.BUNDLE:
        return _plan(outline.title.format(place=place), outline, name, partial(_LINES[form], name, side, reword))
    half = max(1, len(outline.sections) // 2)
    return "\n\n".join(
        _plan(_subject(part, name, place), outline, name, partial(_brackets, name, side, reword), part)
        for part in (outline.sections[:half], outline.sections[half:])
        if part
    )


def _subject(sections: Sequence[Section], name: str, place: str) -> str:
    return str(language(name)["wording"]["bundle_title"]).format(place=place, subject=sections[0].title)


def _plan(
    title: str,
    outline: Outline,
    name: str,
    lines: Callable[[Section, int, int], Iterator[str]],
    sections: Sequence[Section] | None = None,
) -> str:
    """Return a plan of its title, its intro and the `lines` of each section, told its place and how many items came."""
    heading = language(name)["wording"]["tasks_heading" if sections is None else "bundle_heading"]
    heads = [title, "", outline.intro, "", *([heading] if heading else [])]
    body: list[str] = []
    before = 0
    for place, section in enumerate(outline.sections if sections is None else sections):
        body += lines(section, place, before)
        before += len(section.items)
    return "\n".join([*heads, *body, ""])


def _brackets(name: str, side: Side, reword: Reword, section: Section, place: int, before: int) -> Iterator[str]:
    yield _heading(name, section, place)
    for number, item in enumerate(section.items, 1):
        text = f"{_said(item, name, reword)}{_gap(name)}{_block(item, name, side)}"
        yield _numbered(item, name, place, number, before, text)


def _labels(name: str, side: Side, reword: Reword, section: Section, place: int, before: int) -> Iterator[str]:
    yield _heading(name, section, place)
    for number, item in enumerate(section.items, 1):
        yield _numbered(item, name, place, number, before, _said(item, name, reword))
        lead, cos = _bodies(item, name, side)
        wording = language(name)["wording"]
        yield from ([wording["lead_line"].format(lead=lead)] if lead else [])
        yield from ([wording["co_line"].format(cos=cos)] if cos else [])


def _table(name: str, side: Side, reword: Reword, section: Section, place: int, before: int) -> Iterator[str]:
    head = language(name)["wording"]["table_head"]
    if place == 0:
        yield from ("", _row(head), _row(["---"] * len(head)))
    for number, item in enumerate(section.items, before + 1):
        form = language(name)["wording"]["prose" if item.title else "prose_without_title"]
        text = form.format(title=item.title, text=_said(item, name, reword))
        yield _row([str(number), text, *_bodies(item, name, side)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _prose(name: str, side: Side, reword: Reword, section: Section, place: int, before: int) -> Iterator[str]:
    yield from ("", _heading(name, section, place), "")
    for item in section.items:
        form = language(name)["wording"]["prose" if item.title else "prose_without_title"]
        said = f"{_said(item, name, reword)}{_gap(name)}{_block(item, name, side)}"
        yield from (form.format(title=item.title, text=said), "")


_LINES = {Form.BRACKETS: _brackets, Form.LABELS: _labels, Form.TABLE: _table, Form.PROSE: _prose}


def _heading(name: str, section: Section, place: int) -> str:
    return str(language(name)["wording"]["section"]).format(number=_label(name, place), title=section.title)


def _label(name: str, place: int) -> str:
    if name != "zh":
        return str(place + 1)
    tens, ones = divmod(place + 1, 10)
    return ("十" if tens else "") + (_NUMERALS[ones - 1] if ones else "")


def _numbered(item: Item, name: str, place: int, number: int, before: int, text: str) -> str:
    """Items count through the plan in Chinese, and anew in each section in English."""
    form = language(name)["wording"]["item" if item.title else "item_without_title"]
    label = str(before + number) if name == "zh" else f"{place + 1}.{number}"
    return str(form).format(number=label, title=item.title, text=text)


def _said(item: Item, name: str, reword: Reword) -> str:
    wording, due = language(name)["wording"], language(name)["due"]
    return "".join(wording["sentence"].format(text=reword(write(text, due))) for text in item.sentences).rstrip()


def _gap(name: str) -> str:
    return " " if name == "en" else ""


def _bodies(item: Item, name: str, side: Side) -> tuple[str, str]:
    bodies = language(name)["bodies"]
    cos = language(name)["wording"]["separator"].join(bodies[body][side.value] for body in item.cos)
    return bodies[item.lead][side.value] if item.lead else "", cos


def _block(item: Item, name: str, side: Side) -> str:
    wording = language(name)["wording"]
    lead, cos = _bodies(item, name, side)
    if not lead:
        return str(wording["block_no_lead"].format(cos=cos))
    return str(wording["block" if cos else "block_no_co"].format(lead=lead, cos=cos))
