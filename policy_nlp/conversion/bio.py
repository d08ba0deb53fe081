"""BIO tags: a run of tokens under one label. One tag for each token, so what overlaps goes into columns of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from policy_nlp.conversion.labels import LABELS
from policy_nlp.conversion.places import Place
from policy_nlp.conversion.recall import Found
from policy_nlp.conversion.sheet import Mark
from policy_nlp.schema import Span

OUTSIDE = "O"


def columns(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return `marks` in as few groups as hold no two that overlap; the longer of two comes first.

    >>> nested = [Mark("a", "section-tasks", (0, 9)), Mark("b", "section-tasks", (2, 5)), Mark("c", "task", (9, 12))]
    >>> [[mark.id for mark in group] for group in columns(nested)]
    [['a', 'c'], ['b']]
    """
    groups: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.span[0], -mark.span[1])):
        free = next((group for group in groups if group[-1].span[1] <= mark.span[0]), None)
        if free is None:
            groups.append([mark])
        else:
            free.append(mark)
    return groups


def tags(words: Sequence[Span], marks: Sequence[Mark]) -> list[str]:
    """Return the tag of each word for marks that do not overlap.

    >>> tags([(0, 1), (1, 2), (3, 4)], [Mark("a", "unit-lead", (0, 2))])
    ['B-unit-lead', 'I-unit-lead', 'O']
    """
    found = [OUTSIDE] * len(words)
    for mark in marks:
        inside = _inside(words, mark)
        for index in inside:
            found[index] = f"{'B' if index == inside.start else 'I'}-{mark.label}"
    return found


def spans(words: Sequence[Span], tagged: Sequence[tuple[str, Place]]) -> Iterator[Found]:
    """Yield label and span of each run; an `I-` that continues nothing begins one, as in older files.

    Raises InputError naming the place of a tag that is none.
    """
    label, start, end = "", 0, 0
    for (begin, finish), (tag, place) in zip(words, tagged, strict=True):
        prefix, name = _parted(tag, place)
        if name and prefix == "I" and name == label:
            end = finish
            continue
        if label:
            yield label, (start, end)
        label, start, end = name, begin, finish
    if label:
        yield label, (start, end)


def _parted(tag: str, place: Place) -> tuple[str, str]:
    if tag == OUTSIDE:
        return OUTSIDE, ""
    prefix, _, name = tag.partition("-")
    if prefix not in ("B", "I") or name not in LABELS:
        raise place.error("tag_unknown", tag=tag)
    return prefix, name


def seen(words: Sequence[Span], mark: Mark) -> Span | None:
    """Return the span that tags can say of `mark`: from its first word to its last, None where it holds none.

    >>> seen([(0, 1), (3, 4)], Mark("a", "task", (0, 3)))
    (0, 1)
    """
    inside = _inside(words, mark)
    return (words[inside[0]][0], words[inside[-1]][1]) if inside else None


def _inside(words: Sequence[Span], mark: Mark) -> range:
    """The indices of the words of a mark."""
    first, last = (bisect_left(words, place, key=itemgetter(0)) for place in mark.span)
    return range(first, last)
