"""Reading the TSV files of the registry; an error names the file and the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from policy_nlp.bodies.record import Body, Kind, Level, Names, Place
from policy_nlp.errors import LexiconError
from policy_nlp.lexicon.load import LANGUAGES

Source = Traversable | Path
BODY_COLUMNS = (
    "key",
    "kind",
    "level",
    *(f"{language}{part}" for language in LANGUAGES for part in ("", "_also", "_short")),
    "from",
    "to",
    "successor",
    "down",
    "fields",
)
PLACE_COLUMNS = (
    "key",
    "level",
    "country",
    *(f"{language}{part}" for language in LANGUAGES for part in ("", "_aliases")),
)
REQUIRED = ("key", "kind")

KINDS = {kind.value: kind for kind in Kind}
LEVELS = {level.value: level for level in Level}

Row = Mapping[str, str]


def read_bodies(path: Source) -> dict[str, Body]:
    """Return the bodies of a TSV file by key; raises LexiconError naming the file, the line and the cause.

    The first line that is no comment names the columns, of which `key` and `kind` must be there.
    """
    return bodies_of(table_text(path), str(path))


def bodies_of(text: str, name: str) -> dict[str, Body]:
    """Return the bodies of the TSV `text` by key; raises LexiconError naming `name`, the line and the cause."""
    bodies: dict[str, Body] = {}
    for number, row in _rows(text, name, BODY_COLUMNS):
        place = f"{name}:{number}"
        body = _body(row, place)
        if body.key in bodies:
            raise LexiconError(f"{place}: the key {body.key!r} stands twice")
        bodies[body.key] = body
    return bodies


def read_places(path: Source) -> Iterator[Place]:
    """Yield the places of a TSV file; raises LexiconError naming the file, the line and the cause."""
    for number, row in _rows(table_text(path), str(path), PLACE_COLUMNS):
        level = _level(row, f"{path}:{number}")
        if level is None:
            raise LexiconError(f"{path}:{number}: a place needs a level")
        names = {code: Names(row[code], _parts(row[f"{code}_aliases"])) for code in LANGUAGES}
        yield Place(row["key"], level, row["country"], names)


def _rows(text: str, name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    lines = enumerate(text.splitlines(), start=1)
    kept = ((number, line) for number, line in lines if line.strip() and not line.startswith("#"))
    first, header = next(kept, (1, ""))
    names = _header(header, columns, f"{name}:{first}")
    blank = dict.fromkeys(columns, "")
    for number, line in kept:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(names):
            raise LexiconError(f"{name}:{number}: {len(cells)} cells under {len(names)} columns")
        yield number, blank | dict(zip(names, cells, strict=False))


def table_text(path: Source) -> str:
    """Return what stands in a TSV file; raises LexiconError naming the file where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error


def _header(line: str, columns: tuple[str, ...], place: str) -> list[str]:
    names = [name.strip() for name in line.split("\t")]
    for name in names:
        if name not in columns or names.count(name) > 1:
            raise LexiconError(f"{place}: column {name!r} is unknown or stands twice; columns are {', '.join(columns)}")
    missing = [name for name in REQUIRED if name in columns and name not in names]
    if missing:
        raise LexiconError(f"{place}: no column {missing[0]!r}")
    return names


def _body(row: Row, place: str) -> Body:
    names = {code: Names(row[code], _parts(row[f"{code}_also"]), _parts(row[f"{code}_short"])) for code in LANGUAGES}
    if not row["key"] or not any(entry.name for entry in names.values()):
        raise LexiconError(f"{place}: a body needs a key and a name")
    if row["kind"] not in KINDS:
        raise LexiconError(f"{place}: kind {row['kind']!r} is not one of {', '.join(KINDS)}")
    first, last = _year(row["from"], place), _year(row["to"], place)
    if first and last and first > last:
        raise LexiconError(f"{place}: from {first} is after to {last}")
    return Body(
        row["key"],
        KINDS[row["kind"]],
        _level(row, place),
        names,
        first,
        last,
        _parts(row["successor"]),
        row["down"] or None,
        frozenset(_parts(row["fields"])),
    )


def _level(row: Row, place: str) -> Level | None:
    value = row["level"]
    if value and value not in LEVELS:
        raise LexiconError(f"{place}: level {value!r} is not one of {', '.join(LEVELS)}")
    return LEVELS.get(value)


def _year(value: str, place: str) -> int | None:
    if value and not (value.isascii() and value.isdigit() and len(value) == 4):
        raise LexiconError(f"{place}: {value!r} is not a year")
    return int(value) if value else None


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip()) if cell else ()
