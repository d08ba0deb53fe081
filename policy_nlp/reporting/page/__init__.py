"""One self-contained page for a plan: its text with every span marked, beside the tasks that the spans belong to."""

from policy_nlp.reporting.page.page import plan_page

__all__ = ["plan_page"]
