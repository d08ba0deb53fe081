"""Help and messages speak the language that was chosen, and nothing is left untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from policy_nlp.commands.app import app
from tests.commands.conftest import Run


def every_command(command: Any, path: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """The command lines of the program: a command that is added is tested without a word here."""
    yield list(path)
    for name, inner in getattr(command, "commands", {}).items():
        yield from every_command(inner, (*path, name))


COMMANDS = list(every_command(typer.main.get_command(app)))
MISTAKES = [
    ["frobnicate"],
    ["rules"],
    ["extract"],
    ["extract", "a", "--frobnicate"],
    ["extract", "a", "--outptu", "b"],
    ["extract", "a", "-f", "xml"],
    ["extract", "-o"],
    ["extract", "a", "--with-text=1"],
    ["normalize", "a", "b", "c"],
    ["normalize", "--fiscal-start", "13"],
    ["normalize", "--fiscal-start", "x"],
    ["extract", "a", "--fiscal-start", "0"],
    ["normalize", "--reference-date", "x"],
    ["evaluate", "--gold", "a"],
    ["evaluate", "--gold", "a", "--run", "--min-f1", "x"],
    ["evaluate", "--gold", "a", "--run", "--baseline", "none.txt"],
    ["evaluate", "--gold", "a", "--run", "--gaps", "a", "--errors", "a.csv"],
    ["agree", "a"],
    ["annotate", "a"],
    ["annotate", "none.txt", "-o", "b"],
    ["convert", "none.txt", "--to", "gold", "-o", "a"],
    ["convert", "a", "--to", "xml", "-o", "b"],
    ["convert", "a", "--to", "gold"],
    ["schema", "nothing"],
    ["extract", "none.txt"],
]
# What stands in a Chinese page as it is: options, values to be typed, formats, proper names.
KEPT = re.compile(
    r"--?[\w-]+|policy-nlp(?: (?:(?:rules|train) )?[a-z]+)?|POLICY_NLP_LANG|zh\|en|zh, en|t5|units\[3\]"
    r"|\b(?:jsonl?|csv|table|md|html|xlsx|docx|ics|text|extraction|comparison|scores|agreement|check|sarif|dev|pool|train|auto|cpu|cuda|none(?!\.)|spark|local|parquet|tasks|units|deadlines|targets)(?![a-z])"
    r"|gold(?:[|,] ?[a-z-]+){5,}|label-studio|Label Studio"
    r"|Word|WPS|RTF|OpenDocument|PDF|OFD"
    r"|Markdown|JSON Schema|JSON Lines|JSON|Spark|Java|Parquet|F1|spaCy"
    r"|safetensors|TOML|ONNX|torch|\[onnx\]|hfl/chinese-macbert-base|pair_model|\*\.gaps\.json|(?<=供 )compare"
    r"|frobnicate|xml|none\.txt|nothing|policy_nlp_model\.json|(?<= )[abcx](?=[\s，。]|$)"
)
_LATIN = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def names_of_commands(page: str) -> str:
    """The column of command names is what one types; it stays."""
    names = "|".join(sorted({command[-1] for command in COMMANDS if command}))
    return re.sub(rf"^  (?:{names})\b", "", page, flags=re.M)


def untranslated(page: str) -> list[str]:
    return _LATIN.findall(KEPT.sub("", names_of_commands(page)))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_translated(run: Run, command: list[str]) -> None:
    chinese, english = (run(*command, "--help", "--lang", lang) for lang in ("zh", "en"))
    assert (chinese.exit_code, english.exit_code) == (0, 0)
    assert untranslated(chinese.stdout) == []
    assert not _HAN.search(english.stdout)


def test_the_commands_are_found() -> None:
    assert [] in COMMANDS and ["extract"] in COMMANDS and ["rules", "show"] in COMMANDS


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_option_is_explained(run: Run, command: list[str]) -> None:
    for lang in ("zh", "en"):
        entries = re.findall(r"^  -.*$", run(*command, "--help", "--lang", lang).stdout, flags=re.M)
        assert all(re.search(r"\S  +\S", entry) or len(entry) > 34 for entry in entries)


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_mistakes_are_told_in_the_language_of_the_run(run: Run, arguments: list[str]) -> None:
    chinese, english = (run("--lang", lang, *arguments) for lang in ("zh", "en"))
    assert (chinese.exit_code, english.exit_code) == (2, 2)
    assert (chinese.stdout, english.stdout) == ("", "")
    assert untranslated(chinese.stderr) == [] and _HAN.search(chinese.stderr)
    assert not _HAN.search(english.stderr) and "Traceback" not in english.stderr


def test_the_variable_chooses_where_no_option_does(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICY_NLP_LANG", "zh")
    assert run("--help").stdout.startswith("用法：policy-nlp")
    assert run("--help", "--lang", "en").stdout.startswith("Usage: policy-nlp")


@pytest.mark.parametrize("lang", ["fr", ""])
def test_only_two_languages_are_spoken(run: Run, lang: str) -> None:
    assert run("--lang", lang, "schema", "scores").exit_code == 2


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    assert run().stdout == run("--help").stdout
    assert run("--version").stdout.startswith("policy-nlp 0.")
