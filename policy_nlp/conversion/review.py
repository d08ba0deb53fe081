"""Which of the documents in a file count: by whom they were reviewed, and which review is the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policy_nlp.schema import Document, Review


def chosen(
    documents: Iterable[Document],
    *,
    annotator: str | None = None,
    at: str | None = None,
    only_reviewed: bool = False,
    tells_review: bool = False,
) -> list[Document]:
    """Return one document for each id: the last review of it, or the document as it is.

    `annotator` keeps the work of one person where the file tells whose it is. In formats that cannot tell, it is noted
    as the reviewer, and `at` as the time. `only_reviewed` leaves out what nobody has reviewed.

    >>> done = Document("a", "zh", "", review=Review("2", "2026-03-02", "label-studio"))
    >>> [len(chosen([done, Document("b", "zh", "")], only_reviewed=only)) for only in (False, True)]
    [2, 1]
    """
    last: dict[str, Document] = {}
    for document in documents:
        if _by_another(document, annotator):
            continue
        credited = document if tells_review else _credited(document, annotator, at)
        if credited.id not in last or _time(last[credited.id]) <= _time(credited):
            last[credited.id] = credited
    return [document for document in last.values() if document.review is not None or not only_reviewed]


def _by_another(document: Document, annotator: str | None) -> bool:
    told = document.review.annotator if document.review else None
    return annotator is not None and told is not None and told != annotator


def _credited(document: Document, annotator: str | None, at: str | None) -> Document:
    """The document with who and when, as far as that is told or given."""
    review = document.review or Review()
    credited = Review(review.annotator or annotator, review.at or at, review.tool)
    return document if credited == Review() else replace(document, review=credited)


def _time(document: Document) -> str:
    return (document.review.at if document.review else None) or ""
