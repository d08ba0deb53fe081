"""Whether a local body is the template's, a level or more below, in the same language or in the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from policy_nlp.bodies import same_body, shipped
from policy_nlp.bodies.fields import fields_of
from policy_nlp.bodies.identification import read
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
        return template == local or same_body(template, local, language=language, year=year)

    @cache
    def across(template: str, local: str) -> bool:
        above, below = _fields(template, language, None), _fields(local, other, year)
        return not above or not below or bool(above & below)

    return within if language == other else across


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
