"""The rules that lexicons hold: listed, shown, and tried on a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from policy_nlp.errors import InputError
from policy_nlp.lexicon import Hit, Rule, RuleSet, rule_set
from policy_nlp.lexicon.load import LANGUAGES, table
from policy_nlp.messages import text
from policy_nlp.reporting.text_table import text_table
from policy_nlp.text.folding import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule and the lexicon file that it stands in."""

    rule: Rule
    language: str
    file: str

    @property
    def place(self) -> str:
        """The file as one finds it in the package."""
        return f"lexicons/{self.language}/{self.file}.toml"


@cache
def rulebook() -> tuple[Entry, ...]:
    """Return every rule that is a pattern with examples, in the order of the files.

    >>> "zh.deadline.by_year_end" in [entry.rule.id for entry in rulebook()]
    True
    """
    return tuple(
        Entry(rule, language, file)
        for language in LANGUAGES
        for file in _rule_files(language)
        for rule in rule_set(language, file).rules
    )


def entry_of(rule_id: str) -> Entry:
    """Return the rule `rule_id`; raises InputError, naming those of like names, where there is none.

    >>> entry_of("zh.deadline.by_year_end").place
    'lexicons/zh/deadlines.toml'
    """
    found = next((entry for entry in rulebook() if entry.rule.id == rule_id), None)
    if found is None:
        near = ", ".join(get_close_matches(rule_id, [entry.rule.id for entry in rulebook()])) or "-"
        raise InputError("no_such_rule", path=rule_id, near=near)
    return found


def hits(entry: Entry, sentence: str) -> tuple[Hit, ...]:
    """Return what this rule, taken alone, finds in `sentence`.

    >>> [hit.span for hit in hits(entry_of("zh.deadline.by_year_end"), "力争2026年底前完成。")]
    [(2, 9)]
    """
    alone = RuleSet((entry.rule,), table(entry.language, entry.file))
    return tuple(alone.find(fold(sentence)))


def rules_table(lang: str, *, columns: int) -> str:
    """Return all rules as a table: id, file, first example."""
    headings = [text(f"rules.{name}", lang) for name in ("id", "file", "example")]
    rows = [[entry.rule.id, entry.place, entry.rule.accept[0].marked] for entry in rulebook()]
    return text_table(headings, rows, columns=columns) + "\n"


def rule_page(entry: Entry, lang: str) -> str:
    """Return all that a rule says: file, pattern, what it yields, what it must find and what it must leave alone."""
    rule = entry.rule
    lines = [rule.id, *_labeled("file", [entry.place], lang), *_labeled("pattern", [rule.pattern], lang)]
    lines += _labeled("yields", [f"{key} = {value}" for key, value in rule.yields.items()], lang)
    lines += _labeled("accept", [_example(one.marked, one.value) for one in rule.accept], lang)
    return "\n".join(lines + _labeled("reject", rule.reject, lang)) + "\n"


def hits_page(entry: Entry, sentence: str, lang: str) -> str:
    """Return the sentence with what the rule finds in it between 【 and 】, and the named parts of each hit."""
    found = hits(entry, sentence)
    if not found:
        return text("rules.nothing", lang, id=entry.rule.id) + "\n"
    return marked(sentence, found) + "\n" + "".join(_parts(hit, sentence) for hit in found)


def marked(sentence: str, found: tuple[Hit, ...]) -> str:
    """Return `sentence` with each hit between 【 and 】.

    >>> marked("2027年底前建成", hits(entry_of("zh.deadline.by_year_end"), "2027年底前建成"))
    '【2027年底前】建成'
    """
    for hit in reversed(found):
        start, end = hit.span
        sentence = f"{sentence[:start]}【{sentence[start:end]}】{sentence[end:]}"
    return sentence


def _parts(hit: Hit, sentence: str) -> str:
    named = (f"    {name} = {sentence[slice(*span)]}\n" for name, span in hit.spans.items())
    return f"  [{hit.span[0]}, {hit.span[1]}) {sentence[slice(*hit.span)]}\n" + "".join(named)


def _example(marked_text: str, value: object) -> str:
    return marked_text if value is None else f"{marked_text} → {value}"


def _labeled(key: str, values: tuple[str, ...] | list[str], lang: str) -> list[str]:
    return [f"{text(f'rules.{key}', lang)}:", *(f"  {value}" for value in values)] if values else []


def _rule_files(language: str) -> Iterator[str]:
    folder = files("policy_nlp") / "lexicons" / language
    names = sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml"))
    # A file may call other things rules, such as the productions of a grammar.
    return (name for name in names if any("pattern" in rule for rule in table(language, name).get("rules", ())))
