"""The tasks of a document, each with all that speaks for what it is: words, names, figures, bodies, section."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from policy_nlp.comparison.clauses import Clause, blank, clauses
from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.comparison.words import Reader, reader
from policy_nlp.schema import Deadline, Document, Role, SectionType, Span, Target, Task, Unit
from policy_nlp.structure.numerals import ordinal
from policy_nlp.text.folding import fold

Item = TypeVar("Item")

_NUMBER = re.compile(r"(?<![\d.])\d{2,9}(?:\.\d{1,4})?(?![\d.])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Entry:
    """A task with its facts. `terms` are those of all its clauses, as `read` finds them."""

    task: Task
    language: str
    read: Reader
    clauses: tuple[Clause, ...]
    terms: Mapping[str, int]
    title: Mapping[str, int]
    section_type: SectionType | None
    names: frozenset[str]
    number: int
    numbers: frozenset[str]
    figures: frozenset[str]
    units: tuple[Unit, ...]
    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]

    @property
    def id(self) -> str:
        """The id of the task."""
        return self.task.id

    def bodies(self, *roles: Role) -> tuple[Unit, ...]:
        """Return the units in one of `roles`."""
        return tuple(unit for unit in self.units if unit.role in roles)


def entries(document: Document, read: Reader | None = None) -> tuple[Entry, ...]:
    """Return the tasks of `document` as entries, in their order; `read` finds their terms, else the language decides.

    >>> task = Task("t1", "p1", None, "1", (0, 7), "1.巡查水库。", "巡查水库")
    >>> [entry.title["巡查"] for entry in entries(Document("a", "zh", "1.巡查水库。", tasks=(task,)))]
    [1]
    """
    read = read or reader(document.language)
    units: Mapping[str, tuple[Unit, ...]] = _by_task((name, unit) for unit in document.units for name in unit.tasks)
    deadlines = _by_task((item.task, item) for item in document.deadlines)
    targets = _by_task((item.task, item) for item in document.targets)
    types = {section.id: section.type for section in document.sections}
    return tuple(
        _entry(
            document,
            task,
            (units[task.id], deadlines[task.id], targets[task.id]),
            section_type=types.get(task.section or ""),
            read=read,
        )
        for task in document.tasks
    )


def _entry(
    document: Document,
    task: Task,
    facts: tuple[tuple[Unit, ...], tuple[Deadline, ...], tuple[Target, ...]],
    *,
    section_type: SectionType | None,
    read: Reader,
) -> Entry:
    units, deadlines, targets = facts
    language = document.language
    blanks = [unit.span for unit in units if unit.role is not Role.ACTOR] + [item.span for item in deadlines]
    said = clauses(document.text, task.span, blanks, language=language, read=read)
    whole: Counter[str] = Counter()
    for clause in said:
        whole.update(clause.terms)
    return Entry(
        task=task,
        language=language,
        read=read,
        clauses=said,
        terms=whole,
        title=_title(task, said, read),
        section_type=section_type,
        number=_number(task),
        numbers=_numbers(document.text, task, [item.span for item in deadlines]),
        names=_names(document.text[slice(*task.span)], language),
        figures=frozenset([f"{item.value}{item.unit}" for item in targets] + [str(item.value) for item in deadlines]),
        units=units,
        deadlines=deadlines,
        targets=targets,
    )


def _title(task: Task, said: Sequence[Clause], read: Reader) -> Mapping[str, int]:
    """A run-in heading is mostly the first clause, which has been read."""
    first = "".join(said[0].text.split()) if said else ""
    return said[0].terms if task.title and first.endswith("".join(task.title.split())) else read(task.title)


def _number(task: Task) -> int:
    """Return the place of a task among its siblings, whatever numerals write it; 0 where that cannot be told."""
    kind = "han" if any("\u3400" <= character <= "\u9fff" for character in task.number) else "any"
    return ordinal(task.number, kind, {}) if task.number else 0


def _numbers(text: str, task: Task, dues: Sequence[Span]) -> frozenset[str]:
    """Return the numbers that a task names, those of its due times apart; a single digit tells no task."""
    said = blank(fold(text[slice(*task.span)]), dues, task.span[0])
    return frozenset(_NUMBER.findall(_THOUSANDS.sub("", said.replace(task.number, "", 1) if task.number else said)))


def _names(text: str, language: str) -> frozenset[str]:
    found = lexicon(language).names.finditer(fold(text))
    return frozenset("".join((match[1] or match[2] or "").split()) for match in found)


def _by_task(pairs: Iterable[tuple[str | None, Item]]) -> Mapping[str, tuple[Item, ...]]:
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for name, item in pairs:
        if name is not None:
            found[name].append(item)
    return defaultdict(tuple, {name: tuple(items) for name, items in found.items()})


def inside(inner: Span, outer: Span) -> bool:
    """Return whether `inner` begins in `outer`.

    >>> inside((3, 9), (0, 5)), inside((5, 9), (0, 5))
    (True, False)
    """
    return outer[0] <= inner[0] < outer[1]
