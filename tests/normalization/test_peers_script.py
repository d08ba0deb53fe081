"""The script that reads case files of other projects."""

import json
from pathlib import Path

from evaluation import peers


def test_predictions_hold_the_layer_of_the_file(tmp_path: Path) -> None:
    cases = tmp_path / "own_zh_comparison.jsonl"
    cases.write_text(json.dumps({"id": "1", "input": "不少于20个", "reference_date": None}) + "\n", encoding="utf-8")
    peers.main([str(tmp_path / "out"), str(cases)])
    (line,) = (tmp_path / "out" / cases.name).read_text(encoding="utf-8").splitlines()
    (found,) = json.loads(line)["predicted"]
    assert (found["kind"], found["value"], found["op"]) == ("comparison", 20, ">=")


def test_times_count_from_the_reference_date_of_the_case(tmp_path: Path) -> None:
    cases = tmp_path / "own_en_datetime.jsonl"
    case = {"id": "1", "input": "We meet tomorrow.", "reference_date": "2025-05-20T08:00:00"}
    cases.write_text(json.dumps(case) + "\n", encoding="utf-8")
    (prediction,) = peers.predictions(cases)
    assert [found["value"] for found in prediction["predicted"]] == ["2025-05-21"]
