"""Predictions of other systems: their JSON read as if it were ours."""

from policy_nlp.scoring.foreign.forms import as_ours

__all__ = ["as_ours"]
