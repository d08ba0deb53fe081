"""Typer made to speak two languages and to end with our exit statuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from policy_nlp.commands.global_options import common_first
from policy_nlp.commands.help_page import help_page, localize
from policy_nlp.commands.session import PROGRAM, Session
from policy_nlp.commands.usage import usage_text
from policy_nlp.errors import PolicyNlpError
from policy_nlp.messages import choose_language

BAD_INPUT = 2
INTERRUPTED = 130


class Command(TyperCommand):
    """A command whose help page is ours."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page in the language of the run."""
        return help_page(self, ctx)


class Group(TyperGroup):
    """A group of commands whose help page is ours."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page in the language of the run."""
        return help_page(self, ctx)


class Shell(Group):
    """The program: it finds the language first, and turns what goes wrong into a message and a status."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run one command line and return its exit status, or end the process with it."""
        arguments = common_first(sys.argv[1:] if args is None else args)
        session = Session(choose_language(arguments, os.environ))
        localize(self, session.lang)
        extra |= {"obj": session, "windows_expand_args": windows_expand_args, "complete_var": complete_var}
        status = self._status(session, arguments, prog_name or PROGRAM, extra)
        if standalone_mode:
            sys.exit(status)
        return status

    def _status(self, session: Session, arguments: list[str], name: str, extra: dict[str, Any]) -> int:
        try:
            return super().main(args=arguments, prog_name=name, standalone_mode=False, **extra) or 0
        except PolicyNlpError as error:
            session.error(error)
            return BAD_INPUT
        except (typer.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except Exception as error:
            message = usage_text(error, session.lang)
            if message is None:
                raise
            print(message, file=sys.stderr)
            return BAD_INPUT
