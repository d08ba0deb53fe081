"""`rules`: what the lexicons know, rule by rule."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import Annotated

import typer

from policy_nlp.commands.output import show

RuleId = Annotated[str, typer.Argument(metavar="ID")]


def list_rules(context: typer.Context) -> None:
    """Show all rules."""
    from policy_nlp.reporting.rulebook import rules_table

    show(rules_table(context.obj.lang, columns=get_terminal_size((120, 24)).columns))


def show_rule(context: typer.Context, rule: RuleId) -> None:
    """Show one rule with its examples."""
    from policy_nlp.reporting.rulebook import entry_of, rule_page

    show(rule_page(entry_of(rule), context.obj.lang))


def test_rule(
    context: typer.Context, rule: RuleId, sentence: Annotated[str, typer.Argument(metavar="SENTENCE")]
) -> None:
    """Show what one rule finds in a sentence."""
    from policy_nlp.reporting.rulebook import entry_of, hits_page

    show(hits_page(entry_of(rule), sentence, context.obj.lang))
