"""Terms that both languages share, for a plan and a template that are written in different ones."""

from __future__ import annotations

from policy_nlp.comparison.words import Reader, reader


def readers(template: str, local: str) -> tuple[Reader, Reader]:
    """Return the readers of both plans."""
    return reader(template), reader(local)
