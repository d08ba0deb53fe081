"""Label Studio: exports as it writes them, offsets of old and new releases, reviews."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.label_studio_config import labeling_config
from policy_nlp.conversion.label_studio_reading import read_label_studio
from policy_nlp.conversion.labels import LABELS
from policy_nlp.conversion.names import FormatName
from policy_nlp.conversion.review import chosen
from policy_nlp.errors import InputError
from policy_nlp.schema import Document, Review
from tests.conversion.conftest import Put, plan

TEXT = "𠮷林县方案👷\r\n（一）县水务局牵头，2026年底前完成。"


def region(quote: str, label: str, *, name: str, units: int = 0) -> dict[str, Any]:
    """A region as an export has it; `units` is how much an old release counted too far."""
    start = TEXT.index(quote) + units
    value = {"start": start, "end": start + len(quote), "text": quote, "labels": [label]}
    return {
        "value": value, "id": name, "from_name": "label", "to_name": "text", "type": "labels", "origin": "manual"
    }  # fmt: skip


def annotation(*result: dict[str, Any], **fields: Any) -> dict[str, Any]:
    base = {
        "id": 12, "completed_by": 1, "was_cancelled": False, "ground_truth": False, "lead_time": 31.4, "task": 5,
        "created_at": "2026-03-01T08:00:00.000000Z", "updated_at": "2026-03-02T08:00:00.000000Z",
    }  # fmt: skip
    return base | {"result": list(result)} | fields


def export(*annotations: dict[str, Any], predictions: tuple[dict[str, Any], ...] = ()) -> str:
    task = {"id": 5, "data": {"text": TEXT}, "annotations": list(annotations), "predictions": list(predictions)}
    return json.dumps([task | {"meta": {}, "project": 3, "inner_id": 1}], ensure_ascii=False)


def read(put: Put, *annotations: dict[str, Any], **fields: Any) -> list[Document]:
    return list(read_label_studio(put("export.json", export(*annotations, **fields))))


MARKED = (
    region("𠮷林县方案👷", "plan", name="aB1"),
    region("（一）县水务局牵头，2026年底前完成。", "task", name="aB2"),
    region("县水务局", "unit-lead", name="aB3"),
    region("2026年底前", "deadline-by", name="aB4"),
)


def test_what_people_draw_becomes_records(put: Put) -> None:
    (document,) = read(put, annotation(*MARKED))
    assert (document.id, document.language, document.text) == ("export-5", "zh", TEXT)
    assert document.plans[0].title == "𠮷林县方案👷"
    assert [(unit.quote, unit.role, unit.tasks) for unit in document.units] == [("县水务局", "lead", ("t1",))]
    assert [(due.value, due.task) for due in document.deadlines] == [("2026-12-31", "t1")]
    assert document.review == Review("1", "2026-03-02T08:00:00.000000Z", "label-studio")


def test_offsets_of_old_releases_are_told_by_the_quotes(put: Put) -> None:
    old = [region(item["value"]["text"], item["value"]["labels"][0], name=item["id"], units=2) for item in MARKED[1:]]
    (document,) = read(put, annotation(*old))
    assert [unit.quote for unit in document.units] == ["县水务局"]
    assert document.deadlines[0].span[0] == TEXT.index("2026")


def test_line_ends_look_different_in_the_tool(put: Put) -> None:
    across = region("👷\r\n（一）", "task", name="aB1")
    across["value"]["text"] = "👷\\n\\n（一）"
    assert read(put, annotation(across))[0].tasks[0].quote == "👷\r\n（一）"


def test_relations_say_which_task(put: Put) -> None:
    other = region("县方案", "task", name="aB9")
    link = {"from_id": "aB3", "to_id": "aB9", "type": "relation", "direction": "right", "labels": ["for-task"]}
    (document,) = read(put, annotation(*MARKED, other, link))
    (unit,) = document.units
    assert [task.quote for task in document.tasks if task.id in unit.tasks] == ["县方案"]


def test_the_last_review_counts_unless_one_person_is_asked_for(put: Put) -> None:
    first = annotation(MARKED[1], completed_by={"id": 2, "email": "wang@example.org"}, updated_at="2026-01-01T00:00Z")
    documents = read(put, annotation(*MARKED), first)
    assert [len(document.units) for document in chosen(documents, tells_review=True)] == [1]
    (wang,) = chosen(documents, annotator="wang@example.org", tells_review=True)
    assert wang.units == () and wang.review is not None and wang.review.annotator == "wang@example.org"


@pytest.mark.parametrize("fields", [{"was_cancelled": True}, {"reviews": [{"accepted": True}, {"accepted": False}]}])
def test_what_was_skipped_or_rejected_is_dropped(put: Put, fields: dict[str, Any]) -> None:
    assert read(put, annotation(*MARKED, **fields)) == []


def test_predictions_are_not_reviews(put: Put) -> None:
    prediction = {"model_version": "any", "created_at": "2026-01-01T00:00Z", "score": 0.4, "result": list(MARKED)}
    documents = read(put, predictions=(prediction,))
    assert documents[0].review is None and len(documents[0].units) == 1
    assert chosen(documents, annotator="1", only_reviewed=True, tells_review=True) == []


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"value": {"start": 0, "end": 99, "text": "x", "labels": ["task"]}}, "span_outside_text", "region aB2"),
        ({"value": {"start": 1, "end": 3, "text": "别的", "labels": ["task"]}}, "quote_differs", "region aB2"),
        ({"value": {"start": 1, "end": 3, "labels": ["Person"]}}, "label_unknown", "region aB2"),
        ({"value": {"start": "1", "end": 3, "labels": ["task"]}}, "lacks", "region aB2"),
        ({"value": {"start": 1, "end": 3, "labels": []}}, "label_unknown", "region aB2"),
    ],
)
def test_a_broken_region_is_named(put: Put, change: dict[str, Any], code: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        read(put, annotation(MARKED[1] | change))
    assert (caught.value.code, caught.value.place) == (code, f"task 1, {place}")


def test_a_note_that_is_no_json_is_named(put: Put) -> None:
    note = {"id": "aB2", "from_name": "note", "type": "textarea", "value": {"start": 0, "end": 1, "text": ["{op: 5"]}}
    with pytest.raises(InputError) as caught:
        read(put, annotation(MARKED[1], note))
    assert (caught.value.code, caught.value.place) == ("note_broken", "task 1, region aB2")


def test_a_target_without_a_number_is_told(put: Put) -> None:
    with pytest.raises(InputError, match="note op and value"):
        read(put, annotation(region("县水务局", "target-numeric", name="aB3")))


@pytest.mark.parametrize("content", ["[1]", '[{"data": {}}]', '[{"data": {"text": "x"}, "annotations": [{}]}]'])
def test_what_is_no_export_is_told(put: Put, content: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_label_studio(put("export.json", content)))
    assert caught.value.code == "lacks" and caught.value.place.startswith("task 1")


def test_code_points_are_written_and_quotes_fit(put: Put) -> None:
    document = plan("zh")
    (task,) = json.loads(FORMATS[FormatName.LABEL_STUDIO].write([document])["tasks.json"])
    for item in task["annotations"][0]["result"]:
        if item["type"] == "labels":
            value = item["value"]
            assert document.text[value["start"] : value["end"]] == value["text"]


def test_the_configuration_knows_every_label_once() -> None:
    view = ElementTree.fromstring(labeling_config())
    assert tuple(label.get("value") for label in view.iter("Label")) == LABELS
    assert {item.get("toName") for item in view if item.get("toName")} == {"text"}
