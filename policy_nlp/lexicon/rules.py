"""Rules: an id, a pattern built from named fragments, what it yields, and the examples it must accept and reject.

All rules of a file are scanned in one pass, the earlier rule winning where two begin at the same character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from policy_nlp.errors import LexiconError
from policy_nlp.lexicon.joining import expand, join
from policy_nlp.lexicon.load import table
from policy_nlp.schema import Span

_CONTEXT = 32
"""How many characters before the text scanned are seen where hits begin."""
_KEPT = re.compile(r"\\.|\(\?P?.|[A-Z]")


@dataclass(frozen=True, slots=True)
class Example:
    """A passage in which 【…】 marks what the rule must find, and the value expected of it (None: not checked)."""

    marked: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a lexicon file."""

    id: str
    pattern: str
    yields: Mapping[str, Any]
    accept: tuple[Example, ...]
    reject: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched: its span in the text, the groups that it named, and all that its pattern took (`whole`)."""

    rule: Rule
    span: Span
    groups: Mapping[str, str]
    whole: Span
    spans: Mapping[str, Span]

    def moved(self, offset: int) -> Hit:
        """Return the hit as it stands in a text that begins `offset` characters earlier."""
        spans = {name: (start + offset, end + offset) for name, (start, end) in self.spans.items()}
        span, whole = (self.span[0] + offset, self.span[1] + offset), (self.whole[0] + offset, self.whole[1] + offset)
        return Hit(self.rule, span, self.groups, whole, spans)


class RuleSet:
    """The rules of one file, compiled into one scanner."""

    def __init__(self, rules: tuple[Rule, ...], content: Mapping[str, Any]) -> None:
        fragments: Mapping[str, str] = content.get("fragments", {})
        starts = content.get("starts", "")
        self.rules = rules
        self._reach: tuple[int, int] = tuple(content.get("reach", (0, 0)))
        self._near: tuple[int, int] = tuple(content.get("near_reach", self._reach))
        triggers = [expand(content[key], fragments, key) for key in ("trigger", "near_trigger") if key in content]
        named = [f"(?P<{name}>{pattern})" for name, pattern in zip(("far", "near"), triggers, strict=False)]
        self._trigger = re.compile("|".join(named)) if named else None
        begins = expand(content["begins"], fragments, "begins") if "begins" in content else None
        self._begins = re.compile(begins) if begins else None
        joined = join([(rule.id, rule.pattern) for rule in rules], fragments, shared=content.get("shared"))
        self._groups, self._cased = joined.groups, joined.cased
        source = (f"(?={starts})" if starts else "") + joined.source
        try:
            self._scanner = re.compile(source, re.IGNORECASE) if self._cased else re.compile(_small(source))
        except re.error as error:
            raise LexiconError(f"rules {rules[0].id} …: {error}") from error

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Yield the hits in `text[start:end]` from left to right; they never overlap. `text` is folded text."""
        low = max(0, start - _CONTEXT)
        piece = text[low:end]
        lowered = _lowered(piece)
        for stretch in self._stretches(lowered, start - low, len(piece)):
            for match in self._matches(piece if self._cased else lowered, lowered, stretch):
                yield self._hit(match, piece, low)

    def _matches(self, text: str, lowered: str, stretch: Span) -> Iterator[re.Match[str]]:
        """The matches in a stretch; where the lexicon says how hits begin (`begins`), only there they are tried."""
        if self._begins is None:
            yield from self._scanner.finditer(text, *stretch)
            return
        done = 0
        for opening in self._begins.finditer(lowered, *stretch):
            place = opening.start()
            match = self._scanner.match(text, place, stretch[1]) if place >= done else None
            if match is not None:
                done = max(match.end(), place + 1)
                yield match

    def _stretches(self, lowered: str, start: int, end: int) -> Iterator[Span]:
        """Only what lies within reach of a trigger can hold a hit; without a trigger, all of the text can."""
        if self._trigger is None:
            yield start, end
            return
        begin = stop = start
        for match in self._trigger.finditer(lowered, start, end):
            back, ahead = self._reach if match.lastgroup == "far" else self._near
            low, high = max(start, match.start() - back), min(end, match.end() + ahead)
            if low > stop:
                if stop > begin:
                    yield begin, stop
                begin = low
            stop = max(stop, high)
        if stop > begin:
            yield begin, stop

    def _hit(self, match: re.Match[str], text: str, offset: int) -> Hit:
        number = int((match.lastgroup or "r0")[1:].split("_")[0])
        found = {name: match.span(group) for name, group in self._groups[number].items()}
        groups = {name: text[start:end] for name, (start, end) in found.items() if start >= 0}
        spans = {name: (found[name][0] + offset, found[name][1] + offset) for name in groups}
        whole = (match.start() + offset, match.end() + offset)
        return Hit(self.rules[number], spans.get("span", whole), groups, whole, spans)


def _small(pattern: str) -> str:
    """The pattern in small letters, for a text in small letters; escapes and signs of groups stay.

    >>> _small(r"(?P<unit>MWh|\\S)")
    '(?P<unit>mwh|\\\\S)'
    """
    return _KEPT.sub(lambda match: match[0] if len(match[0]) > 1 else match[0].lower(), pattern)


def _lowered(text: str) -> str:
    """The text in small letters, in which triggers and openings are written, character for character.

    >>> _lowered("By İzmir"), len(_lowered("By İzmir"))
    ('by İzmir', 8)
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _rule(entry: Mapping[str, Any], where: str) -> Rule:
    try:
        accept = tuple(
            Example(e["text"], e.get("value")) if isinstance(e, dict) else Example(e) for e in entry["accept"]
        )
        return Rule(entry["id"], entry["pattern"], entry.get("yields", {}), accept, tuple(entry.get("reject", ())))
    except KeyError as error:
        raise LexiconError(f"{where}: rule {entry.get('id', '?')} lacks {error}") from error


@cache
def rule_set(language: str, name: str) -> RuleSet:
    """Return the compiled rules of `lexicons/<language>/<name>.toml`."""
    content = table(language, name)
    where = f"lexicons/{language}/{name}.toml"
    rules = tuple(_rule(entry, where) for entry in content.get("rules", ()))
    if not rules:
        raise LexiconError(f"{where}: no rules")
    return RuleSet(rules, content)
