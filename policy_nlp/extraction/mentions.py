"""Mentions: the bodies that a text names for a task, one by one and in responsibility blocks."""

from __future__ import annotations

from dataclasses import dataclass

from policy_nlp.schema import Role, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A body that a block names. `rule` says how its role was read."""

    span: Span
    role: Role
    rule: str


@dataclass(frozen=True, slots=True)
class Block:
    """A responsibility block; `own_line` where it is a paragraph of its own."""

    span: Span
    mentions: tuple[Mention, ...]
    own_line: bool = False
    first_leads: bool = False
    likewise: bool = False
