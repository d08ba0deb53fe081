"""What was wrong with the command line, in the language of the run."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from policy_nlp.messages import text

_NO_COMMAND = re.compile(r"No such command '(?P<command>.+?)'")
_EXTRA = re.compile(r"unexpected extra argument\S* \((?P<arguments>.+)\)")
_CHOICES = re.compile(r"'([^']+)'")


def usage_text(error: Exception, lang: str) -> str | None:
    """Return what to tell about a usage error, with a hint where help is; None where `error` is something else.

    The classes of such errors move from release to release of the library; what they carry does not.
    """
    if not hasattr(error, "format_message"):
        return None
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "policy-nlp")
    cause = _cause(error, lang) or text("usage.other", lang, cause=error.format_message())
    return f"{command}: {cause}\n{text('usage.hint', lang, command=command)}"


def _cause(error: Any, lang: str) -> str | None:
    reader = _READERS.get(type(error).__name__, _general)
    return reader(error, lang)


def _no_such_option(error: Any, lang: str) -> str:
    near = ", ".join(error.possibilities or ())
    key = "usage.no_such_option_but" if near else "usage.no_such_option"
    return text(key, lang, option=error.option_name, near=near)


def _bad_option(error: Any, lang: str) -> str:
    key = "usage.needs_no_value" if "does not take" in error.message else "usage.needs_value"
    return text(key, lang, option=error.option_name)


def _missing(error: Any, lang: str) -> str:
    return text("usage.missing", lang, name=_name(error.param))


def _bad_value(error: Any, lang: str) -> str:
    if error.param is None:
        return str(error.message)
    choices = _CHOICES.findall(error.message)
    if "is not one of" in error.message and len(choices) > 1:
        return text("usage.bad_choice", lang, name=_name(error.param), value=choices[0], choices=", ".join(choices[1:]))
    return text("usage.bad_value", lang, name=_name(error.param), value=choices[0] if choices else "")


def _general(error: Any, lang: str) -> str | None:
    message = error.format_message()
    if found := _NO_COMMAND.search(message):
        return text("usage.no_such_command", lang, **found.groupdict())
    if found := _EXTRA.search(message):
        return text("usage.extra", lang, **found.groupdict())
    return text("usage.no_command", lang) if "Missing command" in message else None


def _name(param: Any) -> str:
    """How the help page names a parameter."""
    return str(param.metavar or param.name) if param.param_type_name == "argument" else "/".join(param.opts)


_READERS: dict[str, Callable[[Any, str], str | None]] = {
    "NoSuchOption": _no_such_option,
    "BadOptionUsage": _bad_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
}
