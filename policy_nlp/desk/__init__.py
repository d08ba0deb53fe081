"""Many local plans on one desk: who covers what, what is worst, what most plans miss, and what was decided about it."""

from policy_nlp.desk.chain import Chain, Link, chain_of
from policy_nlp.desk.decisions import Decision, Decisions, Verdict, load_decisions
from policy_nlp.desk.desk import Desk, Entry, desk_of
from policy_nlp.desk.matrix import Cell, Status, matrix
from policy_nlp.desk.ranking import MissedTask, PlanScore, missed_tasks, plan_scores

__all__ = [
    "Cell",
    "Chain",
    "Decision",
    "Decisions",
    "Desk",
    "Entry",
    "Link",
    "MissedTask",
    "PlanScore",
    "Status",
    "Verdict",
    "chain_of",
    "desk_of",
    "load_decisions",
    "matrix",
    "missed_tasks",
    "plan_scores",
]
