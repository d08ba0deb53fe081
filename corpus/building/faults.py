"""What a check finds wrong: where in the text, and why."""

from __future__ import annotations

from dataclasses import dataclass

from policy_nlp.schema import Span


@dataclass(frozen=True, slots=True)
class Fault:
    """A breach of the guideline: the code of the check, the cause, and the span that it is about; None for a header."""

    code: str
    cause: str
    span: Span | None = None
