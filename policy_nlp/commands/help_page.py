"""Help pages in the language of the run, aligned where characters are two columns wide."""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size
from typing import Any

from policy_nlp.messages import catalogue, text
from policy_nlp.reporting.width import padded, width, wrapped

_WIDEST = 100
_INDENT = "  "
_LONGEST_TERM = 34


def localize(command: Any, lang: str, key: str = "help") -> None:
    """Give `command`, its parameters and all commands below it their texts in `lang`."""
    known = catalogue(lang)
    command.help = known.get(f"{key}.about", "")
    command.short_help = command.help.split("\n")[0]
    for param in command.params:
        param.help = known.get(f"{key}.{param.name}") or known.get(f"help.common.{param.name}", "")
        param.metavar = known.get(f"metavar.{param.metavar}", param.metavar)
    for name, child in getattr(command, "commands", {}).items():
        localize(child, lang, f"{key}.{name}")


def help_page(command: Any, ctx: Any) -> str:
    """Return the help page of `command`: usage, what it does, arguments, options, commands."""
    page = _Page(ctx.find_root().obj.lang)
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    page.usage(ctx.command_path, arguments, is_group=hasattr(command, "commands"))
    page.paragraphs(command.help)
    page.section("help.arguments", ((_argument(param), param.help) for param in arguments))
    page.section("help.options", ((_option(param), param.help) for param in _options(command, ctx, page.lang)))
    commands = getattr(command, "commands", {})
    page.section("help.commands", ((name, child.short_help) for name, child in commands.items()))
    if ctx.parent is not None:
        root = ctx.find_root().command
        page.section("help.everywhere", ((_option(param), param.help) for param in root.params if _is_common(param)))
    return "\n".join(page.lines)


class _Page:
    """The lines of a help page so far."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.lines: list[str] = []
        self.columns = min(get_terminal_size().columns, _WIDEST)

    def usage(self, path: str, arguments: Iterable[Any], *, is_group: bool) -> None:
        parts = [path, f"[{text('help.options_mark', self.lang)}]", *map(_argument, arguments)]
        parts += [text("help.command_mark", self.lang)] * is_group
        self.lines.append(text("help.usage", self.lang, line=" ".join(parts)))

    def paragraphs(self, about: str) -> None:
        for paragraph in about.split("\n"):
            self.lines += ["", *(_INDENT + line for line in wrapped(paragraph, self.columns - len(_INDENT)))]

    def section(self, title: str, entries: Iterable[tuple[str, str]]) -> None:
        rows = list(entries)
        if not rows:
            return
        self.lines += ["", text(title, self.lang)]
        room = min(max(width(term) for term, _ in rows), _LONGEST_TERM)
        for term, meaning in rows:
            self.lines += self._entry(term, meaning, room)

    def _entry(self, term: str, meaning: str, room: int) -> list[str]:
        lines = wrapped(meaning, max(self.columns - room - 3 * len(_INDENT), 20))
        first, rest = ([], lines) if width(term) > room else (lines[:1], lines[1:])
        head = _INDENT + padded(term, room) + _INDENT + "".join(first)
        return [head.rstrip(), *(" " * (room + 2 * len(_INDENT)) + line for line in rest)]


def _options(command: Any, ctx: Any, lang: str) -> list[Any]:
    options = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    for option in options:
        if option.name == "help":
            option.help = text("help.common.help", lang)
    return [option for option in options if not getattr(option, "hidden", False)]


def _is_common(param: Any) -> bool:
    return param.name in ("lang", "quiet", "verbose")


def _argument(param: Any) -> str:
    name = str(param.metavar or param.name)
    many = "…" if param.nargs == -1 else ""
    return name + many if param.required else f"[{name}{many}]"


def _option(param: Any) -> str:
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    return names if param.is_flag else f"{names} {param.metavar}"
