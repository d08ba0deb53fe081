"""The registry: all bodies and places, found by any spelling of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from policy_nlp.bodies.grammar import Grammar, grammar
from policy_nlp.bodies.record import CLASS, GENERIC, Body, Place
from policy_nlp.bodies.rows import bodies_of, read_bodies, read_places, table_text
from policy_nlp.errors import LexiconError

GAP = "{}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a body's name and the name that is shown for it."""

    body: Body
    shown: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A name with a gap for a place: 国家统计局{}调查总队."""

    body: Body
    shown: str
    before: str
    after: str


@dataclass(frozen=True, eq=False)
class Registry:
    """Bodies by key and places. It never changes: `with_file` returns a new one."""

    bodies: Mapping[str, Body]
    places: tuple[Place, ...]
    own: frozenset[str] = frozenset()

    def with_file(self, path: str | Path) -> Registry:
        """Return a registry that also has the bodies of a TSV file; they win over others of the same key or name.

        Raises LexiconError naming the file and the line, or the key of a body whose successor or `down` is unknown.
        """
        return self.with_table(table_text(Path(path)), name=str(path))

    def with_table(self, text: str, *, name: str) -> Registry:
        """Return what `with_file` returns for a file of that text; `name` stands in the message of an error."""
        added = bodies_of(text, name)
        registry = Registry({**self.bodies, **added}, self.places, self.own | added.keys())
        for body in added.values():
            _check_references(body, registry.bodies, name)
        return registry

    def find(self, form: str, language: str) -> tuple[Entry, ...]:
        """Return the entries whose name has the comparable `form`; the user's own alone, if there are any."""
        entries = _forms(self, language).get(form, ())
        return tuple(entry for entry in entries if entry.body.key in self.own) or entries

    def branches(self, text: str, language: str) -> Iterator[tuple[Branch, str]]:
        """Yield the branches that the folded `text` may name, each with the part in the gap; longer ones come first."""
        form = grammar(language).alike(text)
        for branch in _branches(self, language):
            if len(form) > _fixed_length(branch) and form.startswith(branch.before) and form.endswith(branch.after):
                gap = _gap(text, branch, grammar(language))
                if gap:
                    yield branch, gap

    def place(self, name: str, language: str) -> Place | None:
        """Return the place of that name, or None."""
        return _places(self, language).get(name.casefold())

    def above(self, key: str) -> tuple[Body, ...]:
        """Return the bodies whose counterpart one level down is the body `key`."""
        return self._above.get(key, ())

    def names(self, language: str) -> Iterator[str]:
        """Yield every full and short name in `language`; names with a gap for a place are left out."""
        for body in self.bodies.values():
            yield from (form for form in body.names[language].shown() if GAP not in form)

    @cached_property
    def _above(self) -> Mapping[str, tuple[Body, ...]]:
        found: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies.values():
            if body.down and body.down != body.key:
                found[body.down].append(body)
        return {key: tuple(entries) for key, entries in found.items()}


@cache
def _forms(registry: Registry, language: str) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    comparable = grammar(language).comparable
    for body in registry.bodies.values():
        for form, shown in body.names[language].shown().items():
            if GAP not in form:
                found[comparable(form)].setdefault(body.key, Entry(body, shown))
    return {form: tuple(entries.values()) for form, entries in found.items()}


@cache
def _branches(registry: Registry, language: str) -> tuple[Branch, ...]:
    comparable = grammar(language).comparable
    found = []
    for body in registry.bodies.values():
        for form, shown in body.names[language].shown().items():
            if GAP in form:
                before, after = form.split(GAP)
                found.append(Branch(body, shown, comparable(before), comparable(after)))
    return tuple(sorted(found, key=_fixed_length, reverse=True))


@cache
def _places(registry: Registry, language: str) -> Mapping[str, Place]:
    return {form: place for place in registry.places for form in _spellings(place, language)}


def _gap(text: str, branch: Branch, spelling: Grammar) -> str:
    """Return the place as the text spells it: comparable forms have lost the 和 of 和田."""
    start = next((at for at in range(len(text)) if spelling.alike(text[:at]) == branch.before), len(text))
    end = next((at for at in range(len(text), start, -1) if spelling.alike(text[at:]) == branch.after), start)
    return text[start:end].strip()


def _fixed_length(branch: Branch) -> int:
    return len(branch.before) + len(branch.after)


def _spellings(place: Place, language: str) -> Iterator[str]:
    """Yield the names of a place, with and without the word that makes them stand before a noun (Hubei Provincial)."""
    for name in place.names[language].shown():
        yield name.casefold()
        yield attributive(name, language).casefold()


def attributive(name: str, language: str) -> str:
    """Return the name of a place as it stands before a body's name.

    >>> attributive("Hubei Province", "en")
    'Hubei Provincial'
    """
    for last, form in grammar(language).regions.attributive.items():
        if name.endswith(last):
            return name[: -len(last)] + form
    return name


def is_generic(body: Body) -> bool:
    """Return whether any place may have a body of this name."""
    return body.country == GENERIC


def is_class(body: Body) -> bool:
    """Return whether the record stands for a class of bodies."""
    return body.country == CLASS


def _check_references(body: Body, bodies: Mapping[str, Body], where: str) -> None:
    for key in (*body.successors, *([body.down] if body.down else ())):
        if key not in bodies:
            raise LexiconError(f"{where}: {body.key!r} refers to {key!r}, which is not in the registry")


@cache
def shipped() -> Registry:
    """Return the registry that comes with the package, read once.

    >>> shipped().bodies["cn.mem"].names["zh"].name
    '应急管理部'
    """
    folder = files("policy_nlp") / "lexicons" / "registry"
    bodies = {key: body for entry in tables(folder) for key, body in read_bodies(entry).items()}
    places = tuple(place for entry in tables(folder / "places") for place in read_places(entry))
    return Registry(bodies, places)


def tables(folder: Traversable) -> list[Traversable]:
    """Return the TSV files that stand in `folder`, by name."""
    return sorted((entry for entry in folder.iterdir() if entry.name.endswith(".tsv")), key=lambda entry: entry.name)
