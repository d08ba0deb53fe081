"""Decisions are kept in a file that belongs to its plans; what is wrong with it is said with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.desk import Decision, Desk, Verdict, load_decisions
from policy_nlp.desk.decisions import decisions_json
from policy_nlp.errors import InputError


def saved(desk: Desk) -> dict[str, Any]:
    entry = desk.entries[0]
    decision = Decision(entry.local.id, entry.id, Verdict.ACCEPTED, "已核实 <b>")
    return decisions_json(desk.template, [one.local for one in desk.comparisons], [decision])


def load(path: Path, desk: Desk, content: object) -> Any:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return load_decisions(path, desk.template, [one.local for one in desk.comparisons])


def test_what_was_saved_comes_back(desk: Desk, tmp_path: Path) -> None:
    decisions = load(tmp_path / "d.json", desk, saved(desk))
    entry = desk.entries[0]
    assert decisions.on(entry.local.id, entry.id) == Decision(entry.local.id, entry.id, Verdict.ACCEPTED, "已核实 <b>")
    assert decisions.on("lanting", "0" * 12) is None


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"template": {"id": "template", "sha256": "0"}}, "decision_elsewhere", "template"),
        ({"template": None}, "decision_elsewhere", "template"),
        ({"locals": [{"id": "elsewhere", "sha256": None}]}, "decision_elsewhere", "locals"),
        (
            {"decisions": [{"local": "elsewhere", "finding": "0", "verdict": "accepted"}]},
            "decision_elsewhere",
            "decisions[0]",
        ),
        ({"decisions": [{"local": "songxi", "finding": "0", "verdict": "perhaps"}]}, "decision_entry", "decisions[0]"),
        ({"decisions": [7]}, "decision_entry", "decisions[0]"),
        ({"decisions": None}, "decisions_broken", ""),
    ],
)
def test_what_belongs_elsewhere_or_cannot_be_is_refused(
    desk: Desk, tmp_path: Path, change: dict[str, Any], code: str, place: str
) -> None:
    with pytest.raises(InputError) as error:
        load(tmp_path / "d.json", desk, saved(desk) | change)
    assert (error.value.code, error.value.place, error.value.path) == (code, place, str(tmp_path / "d.json"))


@pytest.mark.parametrize("content", ["", "[]", "{", "[1]"])
def test_what_is_no_such_file_is_refused(desk: Desk, tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError) as error:
        load(tmp_path / "d.json", desk, content)
    assert error.value.code == "decisions_broken"
