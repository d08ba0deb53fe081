"""Which checks run, and how much each matters: from the configuration, then from the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policy_nlp.checking.registry import Check, checks
from policy_nlp.configuration import find_configuration
from policy_nlp.errors import InputError
from policy_nlp.schema import Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """The checks to run, with the severity of each."""

    checks: tuple[Check, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    basis: str | None = None

    def severity(self, check: Check) -> Severity:
        """Return how much a finding of `check` matters here."""
        return self.severities.get(check.code, check.severity)


def selection(
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
    basis: str | None = None,
) -> Selection:
    """Return the checks that a code or name in `select` begins (all, where empty) and none in `ignore` does.

    Raises InputError where there is no such check; `basis` names the file that said so.

    >>> [check.code for check in selection(select=["C3"], ignore=["C302"]).checks]
    ['C301']
    """
    known = checks()
    wanted = _matching(select, known, basis) or set(known)
    unwanted = _matching(ignore, known, basis)
    chosen = tuple(check for code, check in known.items() if code in wanted - unwanted)
    return Selection(chosen, severities or {}, basis)


def load_selection(folder: Path, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
    """Return the selection that the configuration in or above `folder` makes; what the command line says wins.

    Raises InputError naming the file and the entry that cannot be.
    """
    found = find_configuration(folder)
    table = found.settings.get("check", {})
    path = str(found.path)
    if not isinstance(table, dict):
        raise InputError("check_settings", path=path, entry=f"check = {table}")
    severities = _severities(table.get("severity", {}), path)
    given = selection(select=_codes(table, "select", path), ignore=_codes(table, "ignore", path), basis=path)
    said = selection(select=select, ignore=ignore)
    kept = said if tuple(select) else given
    ignored = {check.code for check in checks().values()} - {check.code for check in said.checks}
    chosen = tuple(check for check in kept.checks if tuple(select) or check.code not in ignored)
    return Selection(chosen, severities, path if found.path else None)


def _matching(prefixes: Iterable[str], known: Mapping[str, Check], basis: str | None) -> set[str]:
    found: set[str] = set()
    for prefix in prefixes:
        codes = {code for code, check in known.items() if code.startswith(prefix) or check.name == prefix}
        if not codes or not prefix:
            raise InputError("no_such_check", path=basis or "-", name=prefix, known=" ".join(known))
        found |= codes
    return found


def _codes(table: Mapping[str, Any], name: str, path: str) -> list[str]:
    value = table.get(name, [])
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise InputError("check_settings", path=path, entry=f"check.{name} = {value}")
    return value


def _severities(table: object, path: str) -> dict[str, Severity]:
    if not isinstance(table, dict):
        raise InputError("check_settings", path=path, entry=f"check.severity = {table}")
    levels = {level.value: level for level in Severity}
    found: dict[str, Severity] = {}
    for code, value in table.items():
        if value not in levels:
            raise InputError("no_such_severity", path=path, entry=f"{code} = {value}", choices=", ".join(levels))
        found |= dict.fromkeys(_matching([code], checks(), path), levels[value])
    return found
