"""Whether a local body is the template's, a level or more below, or one that a class of bodies covers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from policy_nlp.bodies import same_body
from policy_nlp.schema import Unit


def counterparts(language: str, other: str, year: int | None = None) -> Callable[[str, str], bool]:
    """Return the test whether a local name is the counterpart of a template's name; each pair is judged once.

    >>> counterparts("zh", "zh")("自治区应急管理厅", "市应急管理局")
    True
    """

    @cache
    def judge(template: str, local: str) -> bool:
        if language != other:
            return False
        return template == local or same_body(template, local, language=language, year=year)

    return judge


def shown(unit: Unit) -> str:
    """Return the name under which a unit is compared."""
    return unit.name or unit.quote
