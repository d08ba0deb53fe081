"""Where marked stretches lie in one another: what encloses a mention, and the tasks that it therefore goes with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from policy_nlp.conversion.marked.forms import CONTAINERS, EVERY, NOTHING, TASK
from policy_nlp.schema import Span

_ID = re.compile(r"\w[\w-]{0,80}")


class Stretch(Protocol):
    """Anything with a tag and a span."""

    @property
    def tag(self) -> str:
        """What it is."""

    @property
    def span(self) -> Span:
        """Where it lies in the text."""


AnyStretch = TypeVar("AnyStretch", bound=Stretch)


def enclosed(stretches: Iterable[AnyStretch]) -> Iterator[tuple[AnyStretch, tuple[AnyStretch, ...]]]:
    """Yield each stretch with the containers around it, the innermost last; stretches come in the order they open."""
    around: list[AnyStretch] = []
    for stretch in stretches:
        start, end = stretch.span
        around = [one for one in around if one.span[1] > start]
        yield stretch, tuple(one for one in around if one.span[1] >= end)
        if stretch.tag in CONTAINERS:
            around.append(stretch)


def innermost(around: Sequence[AnyStretch], tag: str) -> AnyStretch | None:
    """Return the last stretch with `tag`, None where there is none."""
    return next((one for one in reversed(around) if one.tag == tag), None)


@dataclass(frozen=True, slots=True)
class Tasks:
    """The ids of a document's tasks in the order of the text, and where each starts."""

    ids: tuple[str, ...]
    starts: tuple[int, ...]
    order: Mapping[str, int]

    @classmethod
    def of(cls, spans: Mapping[str, Span]) -> Tasks:
        """Return the tasks with these ids and spans, which come in the order of the text."""
        ids = tuple(spans)
        return cls(ids, tuple(start for start, _ in spans.values()), {name: at for at, name in enumerate(ids)})

    def inside(self, span: Span) -> tuple[str, ...]:
        """Return the tasks that start inside `span`."""
        return self.ids[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]

    def around(self, containers: Sequence[Stretch]) -> tuple[str, ...]:
        """Return the tasks of the innermost container that has any: a task itself, or all that a section holds."""
        found = (self.inside(one.span)[: 1 if one.tag == TASK else None] for one in reversed(containers))
        return next((tasks for tasks in found if tasks), ())

    def named(self, written: str, containers: Sequence[Stretch]) -> tuple[str, ...]:
        """Return the tasks that an attribute names: `t3`, `t3,t5`, `t3..t9`, `every`, `-` for none.

        Raises KeyError with a name that no task has.

        >>> Tasks.of({"t1": (0, 2), "t2": (2, 4), "t3": (4, 6)}).named("t1..t2,t3", ())
        ('t1', 't2', 't3')
        """
        if written == NOTHING:
            return ()
        if written == EVERY:
            return self.around([one for one in containers if one.tag != TASK])
        return tuple(name for part in written.split(",") for name in self._range(part.strip()))

    def written(self, names: Sequence[str]) -> str:
        """Return how an attribute names these tasks, three or more in a row as a range.

        >>> Tasks.of({"t1": (0, 2), "t2": (2, 4), "t3": (4, 6)}).written(["t1", "t2", "t3"])
        't1..t3'
        """
        runs: list[list[str]] = []
        for name in names:
            if runs and name in self.order and self.order[name] == self.order.get(runs[-1][-1], -2) + 1:
                runs[-1].append(name)
            else:
                runs.append([name])
        return ",".join(_run(run) for run in runs) or NOTHING

    def _range(self, part: str) -> tuple[str, ...]:
        first, dots, last = part.partition("..")
        if not dots:
            return (self.ids[self.order[part]],)
        return self.ids[self.order[first] : self.order[last] + 1]


def is_id(name: str) -> bool:
    """Tell whether a record may be called `name`: letters, digits, hyphens; no word that an attribute needs."""
    return bool(_ID.fullmatch(name)) and name != EVERY


def _run(run: Sequence[str]) -> str:
    return f"{run[0]}..{run[-1]}" if len(run) > 2 else ",".join(run)
