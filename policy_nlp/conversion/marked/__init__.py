"""Marked-up text: a document whose annotations stand in the text itself, to be written and reviewed by people."""

from policy_nlp.conversion.marked.documents import SUFFIX, Marked, read_marked, write_marked

__all__ = ["SUFFIX", "Marked", "read_marked", "write_marked"]
