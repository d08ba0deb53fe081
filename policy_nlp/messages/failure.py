"""An error of ours as one line that a person can act on: file, place, cause."""

from __future__ import annotations

from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.messages.catalogue import catalogue, text


def error_text(error: PolicyNlpError, lang: str) -> str:
    """Return `error` in `lang`: the file, the place in it where one is known, and the cause.

    >>> error_text(InputError("empty_file", path="plan.txt"), "en")
    'plan.txt: the file is empty'
    """
    if not isinstance(error, InputError):
        return text("errors.broken", lang, cause=error)
    return ": ".join(part for part in (error.path, _place(error, lang), _cause(error, lang)) if part)


def _place(error: InputError, lang: str) -> str:
    offset = error.place.removeprefix("byte ")
    return text("errors.at_byte", lang, offset=offset) if offset != error.place else error.place


def _cause(error: InputError, lang: str) -> str:
    key = f"errors.{error.code}"
    known = catalogue(lang)
    return (
        text(key if key in known else error.code, lang, **error.fields)
        if {key, error.code} & set(known)
        else error.code
    )
