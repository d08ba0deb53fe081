"""Every line of the registry: closed values, unique keys, names that tell bodies apart, references that exist."""

from collections import defaultdict
from importlib.resources import files
from itertools import combinations

import pytest

from policy_nlp.bodies.grammar import grammar
from policy_nlp.bodies.record import Body, Kind
from policy_nlp.bodies.registry import GAP, shipped, tables
from policy_nlp.bodies.rows import read_bodies, read_places
from policy_nlp.lexicon.load import LANGUAGES
from policy_nlp.lexicon.load import table as lexicon

FOLDER = files("policy_nlp") / "lexicons" / "registry"
BODY_TABLES = tables(FOLDER)
PLACE_TABLES = tables(FOLDER / "places")


def named(table):
    return table.name


@pytest.mark.parametrize("table", BODY_TABLES, ids=named)
def test_every_line_of_a_table_of_bodies_is_read(table):
    assert read_bodies(table)


@pytest.mark.parametrize("table", PLACE_TABLES, ids=named)
def test_every_line_of_a_table_of_places_is_read(table):
    assert list(read_places(table))


@pytest.mark.parametrize("table", [*BODY_TABLES, *PLACE_TABLES], ids=named)
def test_a_table_opens_with_what_it_holds(table):
    assert table.read_text(encoding="utf-8").startswith("# ")


def test_no_key_stands_in_two_tables():
    keys = [key for table in BODY_TABLES for key in read_bodies(table)]
    assert sorted(keys) == sorted(set(keys))
    assert len(keys) > 1500


def test_successors_and_counterparts_exist():
    bodies = shipped().bodies
    for body in bodies.values():
        assert set(body.successors) <= bodies.keys(), body.key
        assert body.down is None or body.down in bodies, body.key


def test_a_successor_is_set_up_by_the_year_in_which_its_predecessor_ends():
    for body in shipped().bodies.values():
        for key in body.successors:
            successor = shipped().bodies[key]
            assert body.last_year is not None, f"{body.key} has a successor and no end"
            assert (successor.first_year or 0) <= body.last_year + 1, f"{body.key} -> {key}"


def test_nobody_is_its_own_successor():
    bodies = shipped().bodies
    for body in bodies.values():
        seen, waiting = set(), list(body.successors)
        while waiting:
            key = waiting.pop()
            assert key != body.key, body.key
            if key not in seen:
                seen.add(key)
                waiting += bodies[key].successors


def test_a_counterpart_one_level_down_has_a_field_in_common():
    bodies = shipped().bodies
    for body in bodies.values():
        if body.down and body.fields:
            assert body.fields & bodies[body.down].fields, f"{body.key} -> {body.down}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_bodies_of_one_country_and_level_that_lived_together_have_different_names(language):
    bearers = defaultdict(set)
    for body in shipped().bodies.values():
        for form in body.names[language].shown():
            bearers[grammar(language).comparable(form), body.level, body.country].add(body)
    shared = [
        (form, one.key, other.key)
        for (form, _, _), bodies in bearers.items()
        for one, other in combinations(sorted(bodies, key=key_of), 2)
        if lived_together(one, other)
    ]
    assert shared == []


def key_of(body: Body) -> str:
    return body.key


def lived_together(one: Body, other: Body) -> bool:
    return max(first(one), first(other)) < min(last(one), last(other))


def first(body: Body) -> int:
    return body.first_year or 0


def last(body: Body) -> int:
    return body.last_year or 9999


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_has_one_gap_at_most_and_no_blank_rim(language):
    for body in shipped().bodies.values():
        for form in body.names[language].shown():
            assert form == form.strip() and form.count(GAP) <= 1, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_has_its_full_name_alone(language):
    bearers = defaultdict(set)
    for place in shipped().places:
        if place.names[language].name:
            bearers[place.names[language].name].add(place.key)
    assert {name: keys for name, keys in bearers.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_head_has_one_kind(language):
    heads = lexicon(language, "organizations")["heads"]
    words = [word for kind in heads.values() for word in kind]
    assert [word for word in set(words) if words.count(word) > 1] == []
    assert heads.keys() <= {kind.value for kind in Kind}


def test_each_kind_is_in_the_registry():
    assert {body.kind for body in shipped().bodies.values()} == set(Kind)
