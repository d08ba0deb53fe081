"""The records of this room: a body, a place, and what an identification says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

GENERIC = "local"
CLASS = "class"


class Kind(StrEnum):
    """What a body is."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    PARTY = "party"
    ENTERPRISE = "enterprise"
    PUBLIC_INSTITUTION = "public institution"
    ASSOCIATION = "association"
    OTHER = "other"


class Level(StrEnum):
    """How far down a body stands."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a body in one language: the one to show, other full names, and the short forms of the first."""

    name: str = ""
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    def shown(self) -> Mapping[str, str]:
        """Return each form with the name that is shown for it: a full name stays, a short one is written out."""
        full = {name: name for name in (self.name, *self.also) if name}
        return full | {form: self.name or form for form in self.short}


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the registry. `first_year` and `last_year` bound its life; `down` is its counterpart one level down."""

    key: str
    kind: Kind
    level: Level | None
    names: Mapping[str, Names] = field(hash=False)
    first_year: int | None = None
    last_year: int | None = None
    successors: tuple[str, ...] = ()
    down: str | None = None
    fields: frozenset[str] = frozenset()

    @property
    def country(self) -> str:
        """Return the first part of the key: a country, an organization of states, `local` or `class`."""
        return self.key.split(".", 1)[0]

    def alive(self, year: int) -> bool:
        """Return whether the body existed in some part of `year`."""
        return (self.first_year or year) <= year <= (self.last_year or year)


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. A language in which its name is not unique has none."""

    key: str
    level: Level
    country: str
    names: Mapping[str, Names] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known about the body that a quote names.

    `name` is canonical in its own language (the tidied quote where nothing better is known), `name_other` the name in
    the other language. `known` says that the registry has the body; `key` is None where several bodies share the name.
    """

    name: str
    name_other: str | None
    kind: Kind
    level: Level | None
    is_class: bool
    known: bool
    key: str | None
