"""What the rules of the lexicon can make: the name in a rule, and the function behind it."""

from __future__ import annotations

from collections.abc import Callable

from policy_nlp.normalization.times import dates, lengths, ranges, repeats

ACTIONS: dict[str, Callable[..., object]] = {
    **dates.ACTIONS,
    **lengths.ACTIONS,
    **ranges.ACTIONS,
    **repeats.ACTIONS,
}
"""A function takes the values of the phrase's parts and returns the value of the whole, or None where they do not fit."""
