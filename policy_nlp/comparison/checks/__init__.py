"""The checks, in the order of their codes."""

from policy_nlp.comparison.checks import deadlines, targets, tasks, units
from policy_nlp.comparison.checks.registry import Check

CHECKS: tuple[Check, ...] = tuple(
    found for room in (tasks, units, deadlines, targets) for found in vars(room).values() if isinstance(found, Check)
)

__all__ = ["CHECKS", "Check"]
