"""The program and its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_nlp.commands.agree import agree
from policy_nlp.commands.annotate import annotate
from policy_nlp.commands.check import check
from policy_nlp.commands.compare import compare
from policy_nlp.commands.convert import convert
from policy_nlp.commands.dictionary import dictionary
from policy_nlp.commands.evaluate import evaluate
from policy_nlp.commands.explain import explain
from policy_nlp.commands.extract import extract
from policy_nlp.commands.normalize import normalize
from policy_nlp.commands.options import Language
from policy_nlp.commands.rules import list_rules, show_rule, test_rule
from policy_nlp.commands.schema import schema
from policy_nlp.commands.session import PROGRAM, Session, Talk
from policy_nlp.commands.shell import Command, Group, Shell
from policy_nlp.commands.table import table
from policy_nlp.commands.train import train_spacy
from policy_nlp.commands.train_networks import train_pairs, train_transformers

app = typer.Typer(cls=Shell, name=PROGRAM, rich_markup_mode=None, pretty_exceptions_enable=False)
rules = typer.Typer(cls=Group, name="rules", rich_markup_mode=None)
train = typer.Typer(cls=Group, name="train", rich_markup_mode=None)


@app.callback(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
def program(
    context: typer.Context,
    lang: Annotated[Language | None, typer.Option("--lang", metavar="zh|en")] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
    version: Annotated[bool, typer.Option("--version")] = False,
) -> None:
    """Take the options of all commands; without a command, show what there is."""
    session: Session = context.obj
    session.talk = Talk.QUIET if quiet else Talk.VERBOSE if verbose else Talk.NORMAL
    if version:
        from policy_nlp.version import __version__

        print(f"{PROGRAM} {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


for function in (
    extract,
    compare,
    check,
    evaluate,
    agree,
    annotate,
    convert,
    explain,
    normalize,
    schema,
    table,
    dictionary,
):
    app.command(cls=Command)(function)
app.add_typer(rules)
rules.command("list", cls=Command)(list_rules)
rules.command("show", cls=Command)(show_rule)
rules.command("test", cls=Command)(test_rule)
app.add_typer(train)
train.command("spacy", cls=Command)(train_spacy)
train.command("transformers", cls=Command)(train_transformers)
train.command("pairs", cls=Command)(train_pairs)
