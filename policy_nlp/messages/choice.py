"""Which language the messages speak: the option, else the environment, else the locale, else English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_nlp.messages.catalogue import LANGUAGES

VARIABLE = "POLICY_NLP_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_DEFAULT = "en"


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language of messages for a command line and its environment.

    >>> choose_language(["extract", "--lang", "zh"], {"LANG": "en_US.UTF-8"})
    'zh'
    >>> choose_language([], {"LANG": "zh_CN.UTF-8"})
    'zh'
    """
    wanted = (_option(arguments), environment.get(VARIABLE), _locale(environment))
    return next((lang for lang in map(_known, wanted) if lang), _DEFAULT)


def _option(arguments: Sequence[str]) -> str | None:
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


def _locale(environment: Mapping[str, str]) -> str | None:
    return next((environment[name] for name in _LOCALE if environment.get(name)), None)


def _known(wanted: str | None) -> str | None:
    return next((lang for lang in LANGUAGES if wanted and wanted.lower().startswith(lang)), None)
