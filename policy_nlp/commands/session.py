"""What every command shares: the language of messages, and how much is said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from policy_nlp.errors import PolicyNlpError
from policy_nlp.messages import error_text, text

PROGRAM = "policy-nlp"


class Talk(IntEnum):
    """How much is said beside the results."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2


@dataclass(slots=True)
class Session:
    """One run of the program."""

    lang: str
    talk: Talk = Talk.NORMAL

    def text(self, key: str, **fields: object) -> str:
        """Return the message `key` in the language of this run."""
        return text(key, self.lang, **fields)

    def note(self, message: str) -> None:
        """Say what is worth knowing while it goes well."""
        self._say(message, Talk.NORMAL)

    def detail(self, message: str) -> None:
        """Say what only those want to know who asked for more."""
        self._say(message, Talk.VERBOSE)

    def error(self, error: PolicyNlpError) -> None:
        """Say what was wrong with the input: file, place and cause."""
        self.complaint(error_text(error, self.lang))

    def summary(self, total: int, failures: Sequence[PolicyNlpError]) -> None:
        """Say at the end of a batch what failed."""
        self.failed(total, [error_text(error, self.lang) for error in failures])

    def failed(self, total: int, causes: Sequence[str]) -> None:
        """Say at the end of a batch what failed, a line for each cause."""
        self._say(self.text("batch.failed", total=total, failed=len(causes)), Talk.NORMAL)
        for cause in causes:
            self._say(f"  {cause}", Talk.NORMAL)

    def complaint(self, cause: str) -> None:
        """Say what was wrong with one input."""
        self._say(f"{PROGRAM}: {cause}", Talk.QUIET)

    def _say(self, message: str, at_least: Talk) -> None:
        if self.talk >= at_least:
            print(message, file=sys.stderr)
