"""The checks by code: `C1` who, `C2` when, `C3` numbering, `C4` contradictions, `C5` the plan as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from policy_nlp.checking.records import Draft
from policy_nlp.schema import Document, Severity

Run = Callable[[Document], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Check:
    """One coded check; its messages stand in the catalogues under `check.` and its code."""

    code: str
    name: str
    severity: Severity
    run: Run


_CHECKS: dict[str, Check] = {}


def check(code: str, severity: Severity) -> Callable[[Run], Run]:
    """Return the decorator that registers a function as the check `code`; its name is the name of the check."""

    def register(run: Run) -> Run:
        _CHECKS[code] = Check(code, run.__name__, severity, run)
        return run

    return register


def checks() -> Mapping[str, Check]:
    """Return all checks by code, in the order of their codes.

    >>> list(checks())[:2]
    ['C101', 'C102']
    """
    import policy_nlp.checking.checks  # noqa: F401

    return dict(sorted(_CHECKS.items()))
