"""The errors that bad input raises. Each names the file, the place and the cause, in both languages."""

from __future__ import annotations


class PolicyNlpError(Exception):
    """Something that the caller handed in is wrong; the command line turns it into exit status 2."""


class SchemaError(PolicyNlpError):
    """A record that the data model does not allow."""


class LexiconError(PolicyNlpError):
    """A lexicon file that cannot be used."""


class InputError(PolicyNlpError):
    """A document that cannot be read.

    `code` is a key of the message catalogue, `fields` fill its placeholders.
    """

    def __init__(self, code: str, *, path: str, place: str = "", **fields: object) -> None:
        self.code = code
        self.path = path
        self.place = place
        self.fields = fields
        detail = ", ".join(f"{key}={value}" for key, value in fields.items())
        super().__init__(f"{path}: {place + ': ' if place else ''}{code}{' (' + detail + ')' if detail else ''}")
