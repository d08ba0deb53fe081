"""Keyword rules as one writes them in an hour: numbered lines, names by their last word, dates, per cents."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from re import Match, Pattern

from evaluation.baselines.found import Found, lines

_SHORTEST_TASK = 25
"""A numbered line that is shorter is a heading."""

_NAMES_OF_MONTHS = "January February March April May June July August September October November December"
_MONTHS = {name: number for number, name in enumerate(_NAMES_OF_MONTHS.split(), start=1)}


@dataclass(frozen=True, slots=True)
class Keywords:
    """The patterns of one language; a body that `lead` follows or precedes leads."""

    item: Pattern[str]
    body: Pattern[str]
    lead_before: Pattern[str]
    lead_after: Pattern[str]
    date: Pattern[str]
    percent: Pattern[str]


KEYWORDS: Mapping[str, Keywords] = {
    "zh": Keywords(
        item=re.compile(
            r"\s{0,9}(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[一二三四五六七八九十]是|[-•●])"
        ),
        body=re.compile(
            r"(?:(?<=[、，,;；：:（(由。])|(?<=单位))[\u4e00-\u9fff]{1,14}?"
            r"(?:人民政府|委员会|管委会|办公室|局|厅|委|部门|公司|单位)(?=[、，,;；）)。牵负配按等要应会])"
        ),
        lead_before=re.compile(r"牵头(?:单位|部门)[:：]?\Z"),
        lead_after=re.compile(r"牵头"),
        date=re.compile(r"到?(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月)?(?:底|末)?前?"),
        percent=re.compile(r"(?P<least>不低于|不少于|达到)?(?P<value>\d{1,6}(?:\.\d{1,4})?)[%％](?P<more>以上)?"),
    ),
    "en": Keywords(
        item=re.compile(r"\s{0,9}(?:\(?\d{1,2}[.)]|\([a-z]\)|[-•*])\s"),
        body=re.compile(
            r"(?:[A-Z][\w&-]{1,30} (?:(?:of|and|for|the) )?){0,5}"
            r"(?:Department|Ministry|Agency|Office|Council|Commission|Authority|Bureau)"
            r"(?: (?:of|for) (?:the )?[A-Z][\w-]{1,30}){0,2}"
        ),
        lead_before=re.compile(r"(?:[Ll]ead|[Oo]wner|[Rr]esponsible)[^\n:]{0,20}:\s{0,3}\Z"),
        lead_after=re.compile(r" (?:will )?leads?\b"),
        date=re.compile(rf"[Bb]y (?:the )?(?:end of )?(?:(?P<month>{'|'.join(_MONTHS)}) )?(?P<year>20\d\d)"),
        percent=re.compile(
            r"(?P<least>at least )?(?P<value>\d{1,6}(?:\.\d{1,4})?) ?(?:%|per cent|percent)(?P<more> or more)?"
        ),
    ),
}


def keywords(text: str, language: str) -> Iterator[Found]:
    """Yield tasks, bodies, deadlines and targets by keywords.

    >>> found = keywords("1.清淤疏浚，2026年6月底前达标率达到90%。（市水务局牵头，市财政局配合）", "zh")
    >>> [(one.label, one.attributes.get("value")) for one in found]
    [('task', None), ('lead', None), ('co', None), ('deadline', '2026-06-30'), ('target', 90.0)]
    """
    known = KEYWORDS[language]
    task = 0
    for offset, line in lines(text):
        if len(line) >= _SHORTEST_TASK and known.item.match(line):
            task += 1
            yield Found(offset, offset + len(line), "task", {"id": f"t{task}"})
        yield from _mentions(line, offset, f"t{task}", known)


def _mentions(line: str, offset: int, task: str, known: Keywords) -> Iterator[Found]:
    """What a line says belongs to the last numbered line."""
    for match in known.body.finditer(line):
        yield _placed(match, offset, _role(line, match, known), task=task)
    for match in known.date.finditer(line):
        yield _placed(match, offset, "deadline", value=_last_day(match), task=task)
    for match in known.percent.finditer(line):
        op = ">=" if match["least"] or match["more"] else "="
        yield _placed(match, offset, "target", value=float(match["value"]), unit="%", op=op, task=task)


def _placed(match: Match[str], offset: int, label: str, **attributes: object) -> Found:
    return Found(offset + match.start(), offset + match.end(), label, attributes)


def _role(line: str, match: Match[str], known: Keywords) -> str:
    leads = known.lead_after.match(line, match.end()) or known.lead_before.search(line[: match.start()])
    return "lead" if leads else "co"


def _last_day(match: Match[str]) -> str:
    year, month = int(match["year"]), match["month"] or "12"
    number = _MONTHS.get(month) or min(max(int(month), 1), 12)
    return f"{year}-{number:02}-{monthrange(year, number)[1]}"
