"""A check: a code, a type, and the function that finds what it is about."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policy_nlp.comparison.case import Case, Draft
from policy_nlp.comparison.records import FindingType

Run = Callable[[Case], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Check:
    """One coded check. Its message is the docstring of its function, in the catalogue under its code."""

    code: str
    type: FindingType
    run: Run

    @property
    def message(self) -> str:
        """The message in English, with its placeholders."""
        return inspect.getdoc(self.run) or ""


def check(code: str, type: FindingType) -> Callable[[Run], Check]:
    """Return the decorator that makes a check of a function.

    >>> @check("G000", FindingType.MISSING_TASK)
    ... def nothing(case: Case) -> Iterator[Draft]:
    ...     "Nothing is wrong."
    ...     yield from ()
    >>> nothing.code, nothing.message
    ('G000', 'Nothing is wrong.')
    """
    return lambda run: Check(code, type, run)
