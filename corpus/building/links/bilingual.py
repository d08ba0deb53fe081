"""Plans in both languages: `corpus/bilingual/ZH--EN.toml`, which tasks of the two say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.building.links.tables import checked, ids, table
from corpus.building.sources import Source
from policy_nlp.schema import Document


@dataclass(frozen=True, slots=True)
class Alignment:
    """A plan in Chinese and in English, and the tasks that say the same; what only one of them has stands apart."""

    path: Path
    zh: str
    en: str
    tasks: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    only_zh: tuple[str, ...]
    only_en: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the alignment as JSON."""
        tasks = [{"zh": list(zh), "en": list(en)} for zh, en in self.tasks]
        only = {"only_zh": list(self.only_zh), "only_en": list(self.only_en)}
        return {"zh": self.zh, "en": self.en, "tasks": tasks} | only


def read_alignment(path: Path) -> Alignment:
    """Return the alignment in a file; ValueError with the file where it is broken."""
    data = table(path, {"zh", "en", "tasks", "only_zh", "only_en"})
    only = (tuple(data.get("only_zh", ())), tuple(data.get("only_en", ())))
    tasks = tuple((ids(zh), ids(en)) for zh, en in checked(path, "tasks", lambda: data["tasks"]).items())
    return Alignment(path, str(data.get("zh")), str(data.get("en")), tasks, *only)


def alignment_complaints(alignment: Alignment, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield what does not hold of an alignment, with its file."""
    for name in (alignment.zh, alignment.en):
        if name not in sources:
            yield f"{alignment.path}: there is no document {name}"
            return
    zh, en = sources[alignment.zh], sources[alignment.en]
    if (zh.card.translation, en.card.translation) != (alignment.en, alignment.zh):
        yield f"{alignment.path}: the headers do not name each other as translations"
    yield from (f"{alignment.path}: {cause}" for cause in _causes(alignment, zh.document, en.document))


def _causes(alignment: Alignment, zh: Document, en: Document) -> Iterator[str]:
    sides = (
        (zh, Counter([*alignment.only_zh, *(task for one, _ in alignment.tasks for task in one)])),
        (en, Counter([*alignment.only_en, *(task for _, other in alignment.tasks for task in other)])),
    )
    for document, named in sides:
        known = {task.id for task in document.tasks}
        yield from (f"{document.id} has no task {task}" for task in sorted(named.keys() - known))
        yield from (f"{task} of {document.id} is aligned {named[task]} times" for task in known if named[task] != 1)
    for one, other in alignment.tasks:
        if _due(zh, one) != _due(en, other):
            yield f"{' '.join(one)} and {' '.join(other)} are due at different times"


def _due(document: Document, tasks: tuple[str, ...]) -> Counter[str | None]:
    return Counter(due.value for due in document.deadlines if due.task in tasks)
