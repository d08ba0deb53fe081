"""Both catalogues say the same things."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

import policy_nlp
from policy_nlp.messages import LANGUAGES, both, catalogue, text

SOURCES = sorted(Path(policy_nlp.__file__).parent.rglob("*.py"))
_HAN = re.compile(r"[\u4e00-\u9fff]")


def placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def test_the_keys_are_the_same() -> None:
    assert catalogue("zh").keys() == catalogue("en").keys()


@pytest.mark.parametrize("key", catalogue("zh"))
def test_the_placeholders_are_the_same(key: str) -> None:
    assert placeholders(catalogue("zh")[key]) == placeholders(catalogue("en")[key])


@pytest.mark.parametrize("key", [key for key, message in catalogue("zh").items() if len(message) > 8])
def test_chinese_is_chinese_and_english_is_english(key: str) -> None:
    assert not _HAN.search(catalogue("en")[key])
    assert _HAN.search(catalogue("zh")[key]) or not re.search("[a-z]", catalogue("zh")[key].lower())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_stands_in_two_files(lang: str) -> None:
    folder = Path(policy_nlp.__file__).parent / "messages" / lang
    pages = [catalogue_keys(page) for page in sorted(folder.glob("*.toml"))]
    twice = {key: count for key, count in Counter(key for page in pages for key in page).items() if count > 1}
    assert twice == {}


def catalogue_keys(page: Path) -> list[str]:
    """The dotted keys of one file."""
    tables = tomllib.loads(page.read_text("utf-8"))
    return [f"{table}.{key}" for table, said in tables.items() for key in (said if isinstance(said, dict) else [""])]


def test_a_message_fills_its_placeholders() -> None:
    assert text("errors.at_byte", "zh", offset=7) == "字节 7"
    assert both("errors.at_byte", offset=7) == {"zh": "字节 7", "en": "byte 7"}


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("errors.unheard_of", "en")


def raised_codes() -> set[str]:
    """The codes of all input errors that the package raises."""
    calls = [
        node for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]
    named = [
        call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in {"InputError", "Fault"}
    ]
    return {str(call.args[0].value) for call in named if call.args and isinstance(call.args[0], ast.Constant)}


@pytest.mark.parametrize("code", sorted(raised_codes()))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_error_has_its_message(code: str, lang: str) -> None:
    assert catalogue(lang)[f"errors.{code}"]


CODED = {"Diagnostic", "_diagnostic", "_note", "diagnostic", "note"}


def noted_codes() -> set[str]:
    """The codes of all diagnostics that the package writes as a literal, whatever makes the record."""
    calls = [
        node for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]
    made = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in CODED and call.args]
    return {str(call.args[0].value) for call in made if isinstance(call.args[0], ast.Constant)}


def test_diagnostics_are_found_in_the_source() -> None:
    assert {"plan_without_title", "label_lost"} <= noted_codes()


@pytest.mark.parametrize("code", sorted(noted_codes()))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_diagnostic_has_its_message(code: str, lang: str) -> None:
    assert catalogue(lang)[f"diagnostics.{code}"]


def literals() -> set[str]:
    """Every string in the source that could be a code or a key."""
    trees = (ast.parse(path.read_text("utf-8")) for path in SOURCES)
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def test_no_diagnostic_is_left_over() -> None:
    """A code that nothing in the source names any more is a message that nobody reads."""
    codes = {key.removeprefix("diagnostics.") for key in catalogue("en") if key.startswith("diagnostics.")}
    assert codes - literals() == set()
