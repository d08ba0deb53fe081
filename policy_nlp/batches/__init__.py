"""Many documents: a pool of processes, a journal that survives a kill, a manifest of what was done."""

from policy_nlp.batches.folder import run_folder
from policy_nlp.batches.job import Failure, Job, Outcome, Request, Success

__all__ = ["Failure", "Job", "Outcome", "Request", "Success", "run_folder"]
