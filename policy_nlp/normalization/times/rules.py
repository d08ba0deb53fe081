"""The grammar of a language: the rules of its lexicon `time_rules`, arranged by the categories that they begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

from policy_nlp.errors import LexiconError
from policy_nlp.lexicon.load import table
from policy_nlp.normalization.times.actions import ACTIONS


@dataclass(frozen=True, slots=True)
class Rule:
    """A production: the category that it gives, and how the values of its parts make one."""

    id: str
    category: str
    make: Callable[..., object]
    arguments: dict[str, Any]
    order: int


@dataclass(slots=True)
class Node:
    """The rules that are complete after some categories, and what may follow."""

    rules: list[Rule] = field(default_factory=list)
    next: dict[str, Node] = field(default_factory=dict)

    def add(self, symbols: tuple[str, ...], rule: Rule) -> None:
        """Hang a rule below this node."""
        node = self
        for symbol in symbols:
            node = node.next.setdefault(symbol, Node())
        node.rules.append(rule)


def expanded(form: str) -> Iterator[tuple[str, ...]]:
    """Yield the plain sequences of a form in which `x?` may be left out and `x|y` is either.

    >>> list(expanded("from? day|month"))
    [('from', 'day'), ('from', 'month'), ('day',), ('month',)]
    """
    choices = []
    for symbol in form.split():
        names = symbol.rstrip("?").split("|")
        choices.append([*names, ""] if symbol.endswith("?") else names)
    for chosen in product(*choices):
        yield tuple(name for name in chosen if name)


@cache
def grammar(language: str) -> Node:
    """Return the root of a language's rules."""
    return assembled(table(language, "time_rules")["rules"], language)


def assembled(entries: Sequence[Mapping[str, Any]], language: str) -> Node:
    """Return the root of these rules; raises LexiconError where one lacks a part or names no known action."""
    root = Node()
    for order, entry in enumerate(entries):
        try:
            rule = Rule(entry["id"], entry["gives"], ACTIONS[entry["make"]], entry.get("with", {}), order)
            for symbols in expanded(entry["form"]):
                root.add(symbols, rule)
        except KeyError as error:
            raise LexiconError(
                f"lexicons/{language}/time_rules.toml: rule {entry.get('id', '?')}: no {error}"
            ) from error
    return root
