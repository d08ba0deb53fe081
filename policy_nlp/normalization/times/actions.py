"""What the rules of the lexicon can make: a rule names a public function of these modules."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isfunction
from types import ModuleType

from policy_nlp.normalization.times import clocks, days, lengths, pieces, ranges, repeats, units, years

Action = Callable[..., object]
"""Takes the values of a phrase's parts and returns the value of the whole, or None where they do not fit."""


def _public(module: ModuleType) -> dict[str, Action]:
    return {
        name: function
        for name, function in vars(module).items()
        if isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
    }


ACTIONS: dict[str, Action] = {
    name: function
    for module in (clocks, days, lengths, pieces, ranges, repeats, units, years)
    for name, function in _public(module).items()
}
