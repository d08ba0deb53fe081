"""The slots of a sentence: due times, targets, the same matter measured in another way or from another base."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping

DUE = re.compile(r" ?\{(by|every):([\w-]+)\}")
TARGET = re.compile(r"\[([^|\]]+)\|([^|\]]+)(?:\|([^\]]+))?\]")
FIGURE = re.compile(r"\{(up|down):(\d+)\}")
SELDOMER = {"week": "month", "month": "quarter", "quarter": "half", "half": "year"}
OFTENER = {seldom: often for often, seldom in SELDOMER.items()}
_MONTHS = 12


def write(sentence: str, wording: Mapping[str, str]) -> str:
    """Return `sentence` with its slots written out.

    >>> write("[达到{up:95}%|不少于{up:40}座]，{by:2025-06}完成", {"by_month": "{year}年{month}月底前"})
    '达到95%，2025年6月底前完成'
    """
    said = TARGET.sub(lambda found: found[1], sentence)
    said = FIGURE.sub(lambda found: found[2], said)
    return DUE.sub(lambda found: found[0][: found[0].index("{")] + _due(found[1], found[2], wording), said)


def _due(kind: str, value: str, wording: Mapping[str, str]) -> str:
    if kind == "every":
        return wording[value]
    year, month = map(int, value.split("-"))
    form = wording.get("by_year", "") if month == _MONTHS and "by_year" in wording else wording["by_month"]
    return form.format(year=year, month=month, name=calendar.month_name[month])


def shifted(value: str, months: int) -> str:
    """Return a month so many months later.

    >>> shifted("2025-10", 5)
    '2026-03'
    """
    year, month = map(int, value.split("-"))
    count = year * _MONTHS + month - 1 + months
    return f"{count // _MONTHS}-{count % _MONTHS + 1:02d}"


def change_due(sentence: str, change: Callable[[str, str], tuple[str, str] | None]) -> str | None:
    """Return `sentence` with its due time changed; None where it has none, or none that can be changed so."""
    found = DUE.search(sentence)
    new = change(found[1], found[2]) if found else None
    if found is None or new is None:
        return None
    slot = f"{{{new[0]}:{new[1]}}}"
    return sentence.replace(found[0].lstrip(), slot, 1)


def change_figure(sentence: str, change: Callable[[int, bool], int | None]) -> str | None:
    """Return `sentence` with the figure of its target changed; the change is told whether it is a percentage."""
    target = TARGET.search(sentence)
    found = FIGURE.search(target[1]) if target else None
    if target is None or found is None:
        return None
    percent = target[1][found.end() : found.end() + 1] == "%"
    value = change(int(found[2]), percent)
    return sentence.replace(found[0], f"{{{found[1]}:{value}}}", 1) if value is not None else None
