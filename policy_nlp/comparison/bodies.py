"""Whether a local body is the template's, a level or more below, in the same language or in the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from policy_nlp.bodies import same_body, shipped
from policy_nlp.bodies.fields import fields_of
from policy_nlp.bodies.identification import read
from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.comparison.words import terms
from policy_nlp.lexicon.load import LANGUAGES
from policy_nlp.schema import Unit


def counterparts(language: str, other: str, year: int | None = None) -> Callable[[str, str], bool]:
    """Return the test whether a local name is the counterpart of a template's name; each pair is judged once.

    Across languages two names are held against each other by what the registry says that they are responsible for;
    where it does not know one of them, nothing speaks against it.

    >>> counterparts("zh", "zh")("自治区应急管理厅", "市应急管理局")
    True
    >>> counterparts("zh", "en")("省财政厅", "County Finance Office")
    True
    """

    @cache
    def within(template: str, local: str) -> bool:
        same = template == local or same_body(template, local, language=language, year=year)
        return same or _is_one_of(local, template, language)

    @cache
    def across(template: str, local: str) -> bool:
        above, below = _fields(template, language, None), _fields(local, other, year)
        return not above or not below or bool(above & below)

    return within if language == other else across


def _is_one_of(local: str, template: str, language: str) -> bool:
    """Return whether a local body is one of a class that the template names: school districts, 各级教育部门."""
    known = lexicon(language)
    if not known.class_of_bodies.search(template):
        return False
    above, below = _fields_named(template, language), _fields_named(local, language)
    if above and below:
        return bool(above & below)
    names = (set(terms(name, language)) - known.any_body for name in (template, local))
    return any(not term.startswith("#") for term in set.intersection(*names))


@cache
def _fields_named(name: str, language: str) -> frozenset[str]:
    registry = shipped()
    return fields_of(read(name, language, None, None, registry), language=language, year=None, registry=registry)


@cache
def _fields(name: str, language: str, year: int | None) -> frozenset[str]:
    """Return what a body is responsible for; nothing of one that the registry does not name in both languages."""
    registry = shipped()
    reading = read(name, language, year, None, registry)
    bilingual = any(all(body.names[spoken].name for spoken in LANGUAGES) for body in reading.bodies)
    return fields_of(reading, language=language, year=year, registry=registry) if bilingual else frozenset()


def shown(unit: Unit) -> str:
    """Return the name under which a unit is compared."""
    return unit.name or unit.quote
