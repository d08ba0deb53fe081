"""Documents as pandas frames: a row for each task, body, deadline and target."""

from policy_nlp.frames.columns import COLUMNS, Table
from policy_nlp.frames.frame import Frames, to_frame
from policy_nlp.frames.results import read_results

__all__ = ["COLUMNS", "Frames", "Table", "read_results", "to_frame"]
