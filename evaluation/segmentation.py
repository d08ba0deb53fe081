"""How well jieba keeps what plans name in one word, without and with the dictionary of policy_nlp.

usage: python -m evaluation.segmentation [--gold FOLDER…]

Bodies, due times and targets are those of gold; terms are the words of the dictionary that name no body and no place,
wherever they stand outside a body. The train and dev parts of the corpus are read unless other folders are given.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jieba
import jieba.posseg

from evaluation.benchmark import row, seconds, table_head
from policy_nlp.components.jieba_dictionary import load_dictionary
from policy_nlp.components.words import Tag, policy_words
from policy_nlp.schema import Document, Span
from policy_nlp.scoring.cases import gold_documents

GOLD = (Path("corpus/built/train/zh"), Path("corpus/built/dev/zh"))
Spans = Callable[[Document], set[Span]]


@dataclass(frozen=True, slots=True)
class Cut:
    """A text in words: the places where one begins or ends, and the words that the tagger takes for bodies."""

    borders: frozenset[int]
    bodies: frozenset[Span]

    def is_one_word(self, span: Span) -> bool:
        return self.keeps(span) and not any(place in self.borders for place in range(span[0] + 1, span[1]))

    def keeps(self, span: Span) -> bool:
        """Whether no word crosses the ends of `span`."""
        return span[0] in self.borders and span[1] in self.borders


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part / self.whole:.3f} ({self.part:,}/{self.whole:,})" if self.whole else "–"


def tokenizer(folder: str) -> Any:
    """Return a tokenizer of its own, with a cache in `folder`."""
    made = jieba.Tokenizer()
    made.tmp_dir = folder
    return made


def cut(text: str, tagger: Any) -> Cut:
    """Return `text` in the words of `tagger`."""
    borders, bodies = [0], []
    for word, flag in tagger.cut(text):
        borders.append(borders[-1] + len(word))
        if flag == Tag.BODY:
            bodies.append((borders[-2], borders[-1]))
    return Cut(frozenset(borders), frozenset(bodies))


def units(document: Document) -> set[Span]:
    """Return the places of the bodies that gold marks."""
    return {unit.span for unit in document.units}


def terms(document: Document) -> set[Span]:
    """Return the places of terms outside bodies; where two overlap, the longer of those that begin first."""
    inside = {place for start, end in units(document) for place in range(start, end)}
    hits = (hit.span() for hit in _any_term().finditer(document.text))
    return {span for span in hits if inside.isdisjoint(range(*span))}


def _any_term() -> re.Pattern[str]:
    listed = [word for word, tag in policy_words().items() if tag is Tag.TERM]
    return re.compile("|".join(sorted(listed, key=lambda word: -len(word))))


KINDS: dict[str, Spans] = {
    "bodies": units,
    "terms": terms,
    "due times": lambda document: {due.span for due in document.deadlines},
    "targets": lambda document: {target.span for target in document.targets},
}
NAMED = ("bodies", "terms")


def tables(documents: Sequence[Document], taggers: Sequence[Any]) -> Iterator[str]:
    """Yield the tables: what stays one word, whose ends no word crosses, which words the tagger takes for bodies."""
    cuts = [[cut(document.text, one) for document in documents] for one in taggers]
    yield from table_head("in one word", "jieba", "with the dictionary")
    for kind in NAMED:
        yield row(kind, *(_share(documents, found, KINDS[kind], Cut.is_one_word) for found in cuts))
    yield ""
    yield from table_head("no word crosses an end", "jieba", "with the dictionary")
    for kind, spans in KINDS.items():
        yield row(kind, *(_share(documents, found, spans, Cut.keeps) for found in cuts))
    yield ""
    yield from table_head("words tagged as bodies", "jieba", "with the dictionary")
    yield row("that are bodies of gold", *(_precision(documents, found) for found in cuts))
    yield row("bodies of gold that are such a word", *(_recall(documents, found) for found in cuts))


def _share(
    documents: Sequence[Document], cuts: Sequence[Cut], spans: Spans, holds: Callable[[Cut, Span], bool]
) -> Share:
    asked = [holds(one, span) for document, one in zip(documents, cuts, strict=True) for span in spans(document)]
    return Share(sum(asked), len(asked))


def _precision(documents: Sequence[Document], cuts: Sequence[Cut]) -> Share:
    right = sum(len(units(document) & one.bodies) for document, one in zip(documents, cuts, strict=True))
    return Share(right, sum(len(one.bodies) for one in cuts))


def _recall(documents: Sequence[Document], cuts: Sequence[Cut]) -> Share:
    return Share(_precision(documents, cuts).part, sum(len(units(document)) for document in documents))


def chinese(folders: Iterable[Path]) -> list[Document]:
    """Return the Chinese documents of gold."""
    found = (document for folder in folders for document in gold_documents(folder).values())
    return [document for document in found if document.language == "zh"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", type=Path, default=GOLD, metavar="FOLDER", help="folders of gold files")
    documents = chinese(parser.parse_args().gold)
    jieba.setLogLevel(60)
    with tempfile.TemporaryDirectory() as folder:
        plain, taught = tokenizer(folder), tokenizer(folder)
        own = seconds(plain.initialize)
        taught.initialize()
        added = seconds(lambda: load_dictionary(taught))
        characters = sum(len(document.text) for document in documents)
        print(f"{len(documents)} plans, {characters:,} characters")
        print(f"{len(policy_words()):,} words, read in {added:.1f} s; jieba's own in {own:.1f} s without its cache\n")
        print("\n".join(tables(documents, [jieba.posseg.POSTokenizer(one) for one in (plain, taught)])))


if __name__ == "__main__":
    main()
