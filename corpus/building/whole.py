"""The corpus as a whole: all plans, the pairs and the translations among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.building.links.bilingual import Alignment, alignment_complaints, read_alignment
from corpus.building.links.pair_checks import pair_complaints
from corpus.building.links.pairs import PlanPair, read_pair
from corpus.building.sources import HOME, Source, read_sources, source_paths


@dataclass(frozen=True, slots=True)
class Corpus:
    """All plans by id, the template–local pairs, and the plans in both languages."""

    sources: Mapping[str, Source]
    pairs: tuple[PlanPair, ...] = ()
    alignments: tuple[Alignment, ...] = ()


def read_corpus(home: Path = HOME) -> Corpus:
    """Return the corpus below `home`; ValueError or InputError with all that is wrong with the plans."""
    sources = read_sources(source_paths(home / "plans"))
    return Corpus(
        {source.document.id: source for source in sources},
        tuple(read_pair(path) for path in sorted((home / "pairs").glob("*.toml"))),
        tuple(read_alignment(path) for path in sorted((home / "bilingual").glob("*.toml"))),
    )


def corpus_complaints(corpus: Corpus) -> Iterator[str]:
    """Yield what does not hold between the plans: families, links, pairs, translations."""
    yield from _families(corpus)
    yield from _links(corpus)
    for pair in corpus.pairs:
        yield from pair_complaints(pair, corpus.sources)
    for alignment in corpus.alignments:
        yield from alignment_complaints(alignment, corpus.sources)


def _families(corpus: Corpus) -> Iterator[str]:
    splits: dict[str, set[str]] = defaultdict(set)
    for source in corpus.sources.values():
        splits[source.card.family].add(source.card.split)
    for family, found in splits.items():
        if len(found) > 1:
            yield f"the family {family} is in several splits: {', '.join(sorted(found))}"


def _links(corpus: Corpus) -> Iterator[str]:
    """A template or a translation is there, in the same family, and a twin names back."""
    for source in corpus.sources.values():
        for name in filter(None, (source.card.template, source.card.translation)):
            if name not in corpus.sources or corpus.sources[name].card.family != source.card.family:
                yield f"{source.path}: there is no document {name} in its family"
        twin = corpus.sources.get(source.card.translation or "")
        if twin is not None and twin.card.translation != source.document.id:
            yield f"{source.path}: {twin.document.id} does not name it as its translation"
