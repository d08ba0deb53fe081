"""Documents as pandas frames: a row for each task, body, deadline and target."""

from policy_nlp.frames.columns import COLUMNS, Table

__all__ = ["COLUMNS", "Table"]
