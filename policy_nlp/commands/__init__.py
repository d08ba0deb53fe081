"""The command line: each command reads its arguments, makes one call and shows the result."""

from __future__ import annotations


def main() -> None:
    """Run the program on the arguments of this process and end it with the exit status."""
    from policy_nlp.commands.app import app

    app(prog_name="policy-nlp")
