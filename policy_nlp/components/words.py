"""The words of plans that a segmenter should not cut: names of bodies and places, labels, headings, terms.

All of them come from the package's own lexicons, none from a corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from importlib.resources import files
from itertools import product

from policy_nlp.bodies import Body, Level, Registry, shipped
from policy_nlp.bodies.grammar import grammar
from policy_nlp.bodies.registry import GAP, is_generic
from policy_nlp.lexicon import words
from policy_nlp.lexicon.load import table

LANGUAGE = "zh"
_SHORTEST = 2
# Of two or more Chinese characters: jieba looks words up between punctuation and finds no bracket in one.
_WORD = re.compile(r"[\u4e00-\u9fd5]{2,40}")
_LABELS = ("lead", "responsible", "co")
_WHOLE_LABELS = ("persons", "deadline", "target")
_LISTS = (("headings", "names"), ("headings", "titles.genres"), ("tables", "columns"))


class Tag(StrEnum):
    """The part of speech as jieba calls it."""

    BODY = "nt"
    PLACE = "ns"
    TERM = "n"


def policy_words(registry: Registry | None = None) -> dict[str, Tag]:
    """Return the words in order with their parts of speech; the bodies are those of `registry`, the shipped one unless
    given.

    >>> words = policy_words()
    >>> words["市城管局"].value, words["牵头单位"].value
    ('nt', 'n')
    """
    known = registry or shipped()
    found: dict[str, Tag] = {}
    # What is both a label and a class of bodies (牵头单位) is a label.
    for tag, listed in ((Tag.PLACE, _places(known)), (Tag.BODY, _bodies(known)), (Tag.TERM, _terms())):
        found |= {word: tag for word in listed if _WORD.fullmatch(word)}
    return dict(sorted(found.items()))


def _terms() -> Iterator[str]:
    ends = words(LANGUAGE, "roles", "labels.ends")
    for name in _LABELS:
        yield from map("".join, product(words(LANGUAGE, "roles", f"labels.{name}"), ends))
    for name in _WHOLE_LABELS:
        yield from words(LANGUAGE, "roles", f"labels.{name}")
    for file, key in _LISTS:
        yield from _under(file, key)
    lines = (files("policy_nlp") / "lexicons" / "terms.tsv").read_text(encoding="utf-8").splitlines()
    yield from (line.split("\t")[0] for line in lines if not line.startswith("#"))


def _under(file: str, key: str) -> Iterator[str]:
    """All words of the lists that stand under a key."""
    value = table(LANGUAGE, file)
    for part in key.split("."):
        value = value[part]
    lists = value.values() if isinstance(value, dict) else [value]
    yield from (word for listed in lists if isinstance(listed, list) for word in listed)


def _places(registry: Registry) -> Iterator[str]:
    for place in registry.places:
        yield from place.names[LANGUAGE].shown()


def _bodies(registry: Registry) -> Iterator[str]:
    for body in registry.bodies.values():
        forms = [spelling for form in body.names[LANGUAGE].shown() if GAP not in form for spelling in _spellings(form)]
        yield from forms
        if is_generic(body):
            yield from _at_levels(body, forms)


def _spellings(form: str) -> tuple[str, str]:
    """A name as it stands and without what plans drop in it: 住房和城乡建设局, 住房城乡建设局."""
    dropped = "".join(sign for sign, same in grammar(LANGUAGE).equal.items() if not same)
    return form, re.sub(f"(?<=.)[{re.escape(dropped)}](?=.)", "", form)


def _at_levels(body: Body, forms: Sequence[str]) -> Iterator[str]:
    """What any place calls a body: 市 and 县 before 城管局, 市委 before 宣传部."""
    compose, regions = grammar(LANGUAGE).compose, grammar(LANGUAGE).regions
    pattern = compose.get(body.kind.value, compose["plain"])
    for word, level in regions.suffixes.items():
        if word in regions.words and level is not Level.TOWNSHIP and body.level in (None, level):
            yield from (pattern.format(region=word, name=form) for form in forms)
