"""All rules of a file as one pattern, the earlier rule winning where two begin at the same character."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policy_nlp.errors import LexiconError
from policy_nlp.lexicon.branching import by_first_letter
from policy_nlp.lexicon.openings import guarded

_FRAGMENT = re.compile(r"\{([a-z_]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z_]+)>")
_DEPTH = 8
CASED = "(?-i:"
"""What opens a part of a pattern in which case counts."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One pattern for many rules; `groups[i]` leads from the groups that rule i names to those of the pattern.

    The last group of a match is `r` and the number of its rule, whatever follows a `_`.
    """

    source: str
    groups: tuple[Mapping[str, str], ...]

    @property
    def cased(self) -> bool:
        """Whether case counts somewhere in the pattern."""
        return CASED in self.source


def join(rules: Sequence[tuple[str, str]], fragments: Mapping[str, str], *, shared: str | None = None) -> Joined:
    """Return one pattern for the patterns of the rules, each given with its id.

    Where a fragment is `shared`, each rule holds it once, as its `span` and in no other group: it is compiled once.
    Raises LexiconError, naming the rule, where a pattern cannot be joined.

    >>> join([("a", "by (?P<span>{body})"), ("b", "(?P<span>{body}) will")], {"body": "[A-Z]+"}, shared="body").source
    '(?:(?=[b])(?P<r0>by )|(?P<r1>))(?P<span>(?:[A-Z]+))(?:(?(r0)(?:)(?P<r0_>)|(?!))|(?(r1)(?: will)(?P<r1_>)|(?!)))'
    """
    if any(CASED in text for text in (*fragments.values(), *(pattern for _, pattern in rules))):
        fragments = {name: by_first_letter(text) for name, text in fragments.items()}
    if shared is not None:
        return _around(rules, fragments, shared)
    sources = [expand(pattern, fragments, rule_id) for rule_id, pattern in rules]
    groups = tuple(_groups(source, number, rules[number][0]) for number, source in enumerate(sources))
    parts = (guarded(source, f"(?P<r{number}>{_renamed(source, number)})") for number, source in enumerate(sources))
    return Joined(f"(?:{'|'.join(parts)})", groups)


def _around(rules: Sequence[tuple[str, str]], fragments: Mapping[str, str], shared: str) -> Joined:
    """What stands before and behind the shared fragment: a rule that opened is the one that has to close."""
    openings, endings, groups = [], [], []
    span = f"(?P<span>{{{shared}}})"
    for number, (rule_id, pattern) in enumerate(rules):
        if pattern.count(span) != 1:
            raise LexiconError(f"rule {rule_id}: {span} must stand in it once")
        before, after = (expand(half, fragments, rule_id) for half in pattern.split(span))
        groups.append({**_groups(before + after, number, rule_id), "span": "span"})
        openings.append(guarded(before, f"(?P<r{number}>{_renamed(before, number)})"))
        endings.append(f"(?(r{number})(?:{_renamed(after, number)})(?P<r{number}_>)|(?!))")
    body = expand(span, fragments, f"shared {shared}")
    return Joined(f"(?:{'|'.join(openings)}){body}(?:{'|'.join(endings)})", tuple(groups))


def expand(pattern: str, fragments: Mapping[str, str], rule_id: str) -> str:
    """Return `pattern` with each `{fragment}` replaced by its text, nested ones included."""
    for _ in range(_DEPTH):
        found = _FRAGMENT.search(pattern)
        if found is None:
            return pattern
        if found[1] not in fragments:
            raise LexiconError(f"rule {rule_id}: no fragment {found[1]!r}")
        pattern = _FRAGMENT.sub(lambda m: f"(?:{fragments[m[1]]})" if m[1] in fragments else m[0], pattern)
    if _FRAGMENT.search(pattern):
        raise LexiconError(f"rule {rule_id}: fragments nest deeper than {_DEPTH} or name an unknown fragment")
    return pattern


def _groups(source: str, number: int, rule_id: str) -> Mapping[str, str]:
    names = _GROUP.findall(source)
    double = {name for name in names if names.count(name) > 1}
    if double:
        raise LexiconError(f"rule {rule_id}: group {sorted(double)[0]!r} twice")
    return {name: f"r{number}_{name}" for name in names}


def _renamed(source: str, number: int) -> str:
    return _GROUP.sub(lambda m: f"(?P<r{number}_{m[1]}>", source)
