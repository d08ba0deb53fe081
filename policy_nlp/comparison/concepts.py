"""Terms that both languages share, for a plan and a template that are written in different ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from policy_nlp.comparison.words import Reader, duties, reader
from policy_nlp.errors import LexiconError
from policy_nlp.text.folding import fold

_LANGUAGES = ("zh", "en")
_COLUMNS = 2
_NUMBER = re.compile(r"(?<![\d.])\d{2,9}(?:\.\d{1,4})?(?![\d.])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def readers(template: str, local: str) -> tuple[Reader, Reader]:
    """Return the readers of both plans: of words where they share a language, of concepts where they do not."""
    if template == local:
        return reader(template), reader(local)
    return _concept_reader(template), _concept_reader(local)


def _concept_reader(language: str) -> Reader:
    """Concepts are fewer than words: one tells something already, but many must be lacking before a clause does."""
    return Reader(partial(concepts, language=language), fewest=1, alone=6)


def concepts(text: str, language: str) -> Counter[str]:
    """Return the concepts of the bilingual term list that `text` names, and its numbers.

    >>> sorted(concepts("对水库开展隐患排查", "zh") & concepts("Inspect dams for hazards", "en"))
    ['排查', '水库', '隐患']
    """
    folded = _THOUSANDS.sub("", fold(text).casefold())
    known = term_list()
    pattern, meanings = known.patterns[language], known.meanings[language]
    said = folded if language == "en" else "".join(folded.split())
    found = Counter(concept for match in pattern.finditer(said) for concept in meanings[match[1]])
    found.update(f"={number}" for number in _NUMBER.findall(folded))
    found.update(duties(folded, language))
    return found


@dataclass(frozen=True, slots=True)
class TermList:
    """For each language, the pattern of all its forms and the concepts that each form names."""

    patterns: Mapping[str, re.Pattern[str]]
    meanings: Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def term_list() -> TermList:
    """Return the list `lexicons/terms.tsv`; raises LexiconError where a line is broken."""
    meanings: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in _LANGUAGES}
    path = files("policy_nlp") / "lexicons" / "terms.tsv"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if line.startswith("#") or cells == list(_LANGUAGES):
            continue
        if len(cells) != _COLUMNS or not all(cells):
            raise LexiconError(f"{path}:{number}: two cells were expected")
        for name, cell in zip(_LANGUAGES, cells, strict=True):
            for form in cell.split("|"):
                meanings[name][form] = (*meanings[name].get(form, ()), cells[0])
    return TermList({name: _pattern(meanings[name], name) for name in _LANGUAGES}, meanings)


def _pattern(forms: Mapping[str, object], language: str) -> re.Pattern[str]:
    """Forms may overlap (矿山安全 holds 安全), so each place is looked at; English ones begin where a word begins."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    start = r"\b" if language == "en" else ""
    return re.compile(f"(?={start}({'|'.join(map(re.escape, longest_first))}))")
