"""Whether a local plan's body is the counterpart of the template's, one or more levels down."""

from __future__ import annotations

from functools import lru_cache

from policy_nlp.bodies.fields import fields_of, without_head
from policy_nlp.bodies.grammar import grammar
from policy_nlp.bodies.identification import read
from policy_nlp.bodies.reading import Reading
from policy_nlp.bodies.record import Body
from policy_nlp.bodies.registry import GAP, Registry, is_generic, shipped

_NAMES = 8192


def one_level_down(body: str, *, language: str, registry: Registry | None = None) -> str | None:
    """Return what the body of that key or name is called one level down, without a place; None where nothing is known.

    >>> one_level_down("应急管理部", language="zh")
    '应急管理厅'
    >>> one_level_down("自治区应急管理厅", language="zh")
    '应急管理局'
    """
    registry = registry or shipped()
    known = registry.bodies.get(body)
    bodies = (known,) if known else read(body, language, None, None, registry).bodies
    if not bodies:
        return _by_head(read(body, language, None, None, registry).function, language)
    names = {_below(found, registry).names[language].name for found in bodies if found.down or is_generic(found)}
    name = names.pop() if len(names) == 1 else ""
    return name if name and GAP not in name else None


def _below(body: Body, registry: Registry) -> Body:
    """Return the counterpart one level down; a function that every level has under one name is its own."""
    return registry.bodies[body.down] if body.down else body


def _by_head(function: str, language: str) -> str | None:
    head = grammar(language).head(function, grammar(language).heads)
    for word, below in grammar(language).down.items():
        if word.casefold() == head:
            before, _, behind = function.rpartition(word)
            return f"{before}{below}{behind}"
    return None


def same_body(
    template_name: str,
    local_name: str,
    *,
    language: str,
    year: int | None = None,
    registry: Registry | None = None,
) -> bool:
    """Return whether `local_name` is the template's body, its counterpart further down, or its successor.

    A merged bureau is the counterpart of each department that it took in. `year` is the local plan's: a successor that
    was set up later does not count.

    >>> same_body("自治区应急管理厅", "综合执法与应急管理局", language="zh")
    True
    >>> same_body("省教育厅", "市公安局", language="zh")
    False
    """
    registry = registry or shipped()
    template = read(template_name, language, None, None, registry)
    local = read(local_name, language, year, None, registry)
    if _same_name(template, local, language):
        return True
    ours = fields_of(template, language=language, year=year, registry=registry)
    theirs = fields_of(local, language=language, year=year, registry=registry)
    if ours and theirs:
        return _kinds_agree(template, local) and bool(ours & theirs)
    return _kinds_agree(template, local) and template.identity.is_class and local.identity.is_class


def _same_name(template: Reading, local: Reading, language: str) -> bool:
    """Return whether two names are the same but for their heads and places: 低空经济发展厅, 市低空经济发展局."""
    if _comparable(template.identity.name, language) == _comparable(local.identity.name, language):
        return True
    stems = [_stem(reading.function, language) for reading in (template, local)]
    return bool(stems[0]) and stems[0] == stems[1] and template.identity.kind is local.identity.kind


@lru_cache(maxsize=_NAMES)
def _comparable(name: str, language: str) -> str:
    """Two plans name a few bodies over and over: each name is brought into its comparable form once."""
    return grammar(language).comparable(name)


@lru_cache(maxsize=_NAMES)
def _stem(function: str, language: str) -> str:
    return without_head(function, grammar(language))


def _kinds_agree(template: Reading, local: Reading) -> bool:
    """Two bodies of the registry may differ in kind: what is a department above can be a party body below."""
    return template.identity.kind is local.identity.kind or bool(template.bodies and local.bodies)
