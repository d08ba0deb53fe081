"""`rules`: what the lexicons know, rule by rule."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import Annotated

import typer

from policy_nlp.commands.output import show
from policy_nlp.reporting.rulebook import entry_of, hits_page, rule_page, rules_table

RuleId = Annotated[str, typer.Argument(metavar="ID")]


def list_rules(context: typer.Context) -> None:
    """Show all rules."""
    show(rules_table(context.obj.lang, columns=get_terminal_size((120, 24)).columns))


def show_rule(context: typer.Context, rule: RuleId) -> None:
    """Show one rule with its examples."""
    show(rule_page(entry_of(rule), context.obj.lang))


def test_rule(
    context: typer.Context, rule: RuleId, sentence: Annotated[str, typer.Argument(metavar="SENTENCE")]
) -> None:
    """Show what one rule finds in a sentence."""
    show(hits_page(entry_of(rule), sentence, context.obj.lang))
