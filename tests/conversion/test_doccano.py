"""doccano: exports as it writes them, counted in UTF-16 units."""

from __future__ import annotations

import json
from typing import Any

import pytest

from policy_nlp.conversion.doccano import read_doccano
from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.names import FormatName
from policy_nlp.errors import InputError
from tests.conversion.conftest import Put, plan, read_files

LINE = {
    "id": 41,
    "text": "👷1. The Agency will publish a plan by 30 June 2027.",
    "entities": [
        {"id": 301, "label": "task", "start_offset": 2, "end_offset": 52},
        {"id": 302, "label": "unit-actor", "start_offset": 9, "end_offset": 15},
        {"id": 303, "label": "deadline-by", "start_offset": 36, "end_offset": 51},
    ],
    "relations": [{"id": 7, "from_id": 302, "to_id": 301, "type": "for-task"}],
    "Comments": [],
}


def entity(label: str, start: int, end: int) -> dict[str, Any]:
    return {"id": 3, "label": label, "start_offset": start, "end_offset": end}


def line(**fields: Any) -> str:
    return json.dumps(LINE | fields, ensure_ascii=False) + "\n"


def test_an_export_counts_the_emoji_twice(put: Put) -> None:
    (document,) = read_doccano(put("all.jsonl", line()))
    assert (document.id, document.language) == ("all-41", "en")
    assert [unit.quote for unit in document.units] == ["Agency"]
    assert document.units[0].tasks == ("t1",)
    assert [(due.quote, due.value) for due in document.deadlines] == [("by 30 June 2027", "2027-06-30")]


def test_triples_of_a_project_without_relations(put: Put) -> None:
    text = {"id": 1, "text": LINE["text"], "label": [[9, 15, "unit-actor"]], "annotation_approver": "wang"}
    (document,) = read_doccano(put("all.jsonl", json.dumps(text) + "\n"))
    assert [unit.quote for unit in document.units] == ["Agency"]
    assert document.review is not None and document.review.annotator == "wang"


@pytest.mark.parametrize(
    ("fields", "code", "place"),
    [
        ({"entities": [entity("task", 1, 9)]}, "span_outside_text", "entity 3"),
        ({"entities": [entity("task", 2, 99)]}, "span_outside_text", "entity 3"),
        ({"entities": [entity("ORG", 2, 9)]}, "label_unknown", "entity 3"),
        ({"relations": [{"id": 7, "from_id": 302, "to_id": 9}]}, "link_unknown", "relation 7"),
        ({"text": None}, "lacks", ""),
    ],
)
def test_what_is_wrong_is_named_with_its_line(put: Put, fields: dict[str, Any], code: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_doccano(put("all.jsonl", line() + line(**fields))))
    assert caught.value.code == code
    assert caught.value.place == ", ".join(part for part in ("line 2", place) if part)


def test_offsets_are_written_in_units(put: Put) -> None:
    document = plan("zh")
    content = FORMATS[FormatName.DOCCANO].write([document])["doccano.jsonl"]
    units = document.text.encode("utf-16-le")
    quotes = {task.quote for task in document.tasks}
    found = [
        units[2 * entity["start_offset"] : 2 * entity["end_offset"]].decode("utf-16-le")
        for entity in json.loads(content)["entities"]
        if entity["label"] == "task"
    ]
    assert set(found) == quotes


def test_new_numbers_of_the_tool_and_corrections_keep_what_was_known(tmp_path: Any) -> None:
    """The tool numbers entities anew; one role is corrected, one end moved, one entity removed."""
    document = plan("zh")
    data = json.loads(FORMATS[FormatName.DOCCANO].write([document])["doccano.jsonl"])
    for item in data["entities"]:
        item["id"] += 1000
    for item in data["relations"]:
        item |= {"from_id": item["from_id"] + 1000, "to_id": item["to_id"] + 1000}
    entities = {item["label"]: item for item in reversed(data["entities"])}
    entities["unit-lead"]["label"] = "unit-co"
    entities["deadline-by"]["end_offset"] -= 1
    gone = entities["target-numeric"]
    data["entities"].remove(gone)
    data["relations"] = [item for item in data["relations"] if item["from_id"] != gone["id"]]
    content = json.dumps(data, ensure_ascii=False).encode("utf-8") + b"\n"
    after = read_files({"all.jsonl": content}, tmp_path, FormatName.DOCCANO)
    assert after.tasks == document.tasks
    assert [unit.name for unit in after.units] == [unit.name for unit in document.units]
    assert [unit.role for unit in after.units] != [unit.role for unit in document.units]
    assert after.deadlines[0].quote == document.deadlines[0].quote[:-1]
    assert after.deadlines[0].value == document.deadlines[0].value
    assert len(after.targets) == len(document.targets) - 1
