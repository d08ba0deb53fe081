"""Options that stand with every command, wherever they are written on the line."""

from __future__ import annotations

from collections.abc import Sequence

_FLAGS = frozenset({"-q", "--quiet", "-v", "--verbose"})
_WITH_VALUE = "--lang"


def common_first(arguments: Sequence[str]) -> list[str]:
    """Return `arguments` with the options that every command has in front, where the program expects them.

    >>> common_first(["extract", "plan.txt", "--lang", "zh", "-q", "--", "-v"])
    ['--lang', 'zh', '-q', 'extract', 'plan.txt', '--', '-v']
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    common: list[str] = []
    others: list[str] = []
    before = ""
    for argument in arguments[:end]:
        belongs = argument in _FLAGS or argument.split("=")[0] == _WITH_VALUE or before == _WITH_VALUE
        (common if belongs else others).append(argument)
        before = argument
    return [*common, *others, *arguments[end:]]
