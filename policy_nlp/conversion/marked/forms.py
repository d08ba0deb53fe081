"""Which tags a marked-up document may carry, and which attributes each of them may have."""

from __future__ import annotations

from collections.abc import Mapping

from policy_nlp.schema import DeadlineKind, Role

PLAN, SECTION, TASK, GROUP, TARGET, UNIVERSAL = "plan", "section", "task", "group", "target", "all"
CONTAINERS = frozenset({PLAN, SECTION, TASK, GROUP})
UNITS = frozenset(Role)
DEADLINES = frozenset(DeadlineKind)
TARGETS = frozenset({TARGET, UNIVERSAL})

_UNIT = frozenset(["of", "name", "name_other", "kind", "level", "class", "rule", "inherited"])
_DEADLINE = frozenset(["value", "task", "anchor", "modality", "reason", "rule", "inherited"])
_TARGET = frozenset(
    ["value", "bound", "unit", "of", "subject", "deadline", "task", "baseline", "baseline_year", "rule", "inherited"]
)

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    PLAN: frozenset(["id", "title", "issuer", "region", "period", "language"]),
    SECTION: frozenset(["id", "n", "title", "level", "type", "plan"]),
    TASK: frozenset(["id", "n", "title", "section", "plan", "path"]),
    GROUP: frozenset(),
    **dict.fromkeys(map(str, Role), _UNIT),
    **dict.fromkeys(map(str, DeadlineKind), _DEADLINE),
    **dict.fromkeys(TARGETS, _TARGET),
}
TAGS = frozenset(ATTRIBUTES)

NOTHING = "-"
"""What an attribute says that overrides a default by nothing at all."""

EVERY = "every"
"""What `task` says for a deadline or target that holds for each task around it, as in a cell that rows share."""
