"""The page of the built corpus: its card for data set libraries, and its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpus.building.gold import KINDS
from corpus.building.rows import columns, yaml_features

SPLITS = ("train", "dev", "test")
_LANGUAGES = ("zh", "en")
_GROUPS = ("level", "subject", "genre", "layout")


def built_card(manifest: Mapping[str, Any], *, form: str = "jsonl") -> str:
    """Return the page, from the manifest: typed features, the splits, counts by split, language and group.

    `form` is how the names of the files of rows end.
    """
    return "\n".join([*_front_matter(manifest, form), "", *_body(manifest["documents"], manifest), ""])


def _front_matter(manifest: Mapping[str, Any], form: str) -> Iterator[str]:
    yield from ("---", "license: cc-by-4.0", "language: [zh, en]", f"pretty_name: {manifest['name']}")
    yield from ("task_categories: [token-classification]", "configs:", "- config_name: default", "  data_files:")
    for split in _filled(manifest["documents"]):
        yield f"  - {{split: {split}, path: data/{split}.{form}}}"
    yield from ("dataset_info:", "  features:", *yaml_features(columns(), 2), "---")


def _body(documents: Sequence[Mapping[str, Any]], manifest: Mapping[str, Any]) -> Iterator[str]:
    yield from ("# policy_nlp corpus, built", "")
    yield "Built by `make corpus` from the marked-up plans in `../plans`, never edited by hand. What it is, how it was"
    yield "made and what it may be used for: [../README.md](../README.md). `datasets.load_dataset` reads this folder."
    yield from ("", "## Figures", "")
    pairs = f"{len(manifest['pairs'])} template–local pairs, {len(manifest['bilingual'])} plans in both languages."
    yield from (pairs, "", *_table(["split", "language"], _split_rows(documents)))
    for group in _GROUPS:
        yield from ("", *_table([group, *_LANGUAGES], _group_rows(documents, group), counted=False))


def _split_rows(documents: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    for split in (*_filled(documents), "all"):
        for language in _LANGUAGES:
            chosen = [one for one in documents if split in (one["split"], "all") and one["language"] == language]
            yield [split, language, *_counts(chosen)]


def _counts(documents: Sequence[Mapping[str, Any]]) -> list[str]:
    families = {one["family"] for one in documents}
    characters = sum(one["characters"] for one in documents)
    annotated = [sum(one["counts"][kind] for one in documents) for kind in KINDS]
    return [str(count) for count in (len(documents), len(families), characters, *annotated)]


def _group_rows(documents: Iterable[Mapping[str, Any]], group: str) -> Iterator[list[str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for one in documents:
        values = one[group] if isinstance(one[group], list) else [one[group]]
        counted.update((value, one["language"]) for value in values)
    for value in sorted({value for value, _ in counted}):
        yield [value, *(str(counted[value, language]) for language in _LANGUAGES)]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], *, counted: bool = True) -> Iterator[str]:
    names = [*head, "documents", "families", "characters", *KINDS] if counted else head
    for row in (names, ["---"] * len(head) + ["--:"] * (len(names) - len(head)), *rows):
        yield f"| {' | '.join(row)} |"


def _filled(documents: Iterable[Mapping[str, Any]]) -> list[str]:
    there = {one["split"] for one in documents}
    return [split for split in SPLITS if split in there]
