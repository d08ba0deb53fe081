"""The error report as a page."""

from policy_nlp.reporting.mistakes.page import mistakes_page

__all__ = ["mistakes_page"]
