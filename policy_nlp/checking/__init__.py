"""A plan checked on its own: coded findings about what is missing, contradicts itself or cannot be."""

from policy_nlp.checking.records import Finding, Report
from policy_nlp.checking.run import check_document
from policy_nlp.checking.selection import Selection, load_selection, selection

__all__ = ["Finding", "Report", "Selection", "check_document", "load_selection", "selection"]
