"""Bad input is told clearly and not reported as a hundred gaps."""

from __future__ import annotations

import pytest

from policy_nlp.comparison import compare
from policy_nlp.comparison.meanings import encoder
from policy_nlp.comparison.settings import load_settings
from policy_nlp.errors import InputError
from policy_nlp.pipeline import parse
from policy_nlp.schema import Severity

WATER = "{place}水库方案\n\n一、重点任务\n1.排查白蚁。封堵坝坡蚁穴。\n2.检修闸门。更换启闭机钢丝绳。\n"
CARE = "{place}养老方案\n\n一、重点任务\n1.开设老年餐桌。为高龄老人送餐上门。\n2.加装扶手。改造卫生间地面。\n"


def codes(above: str, below: str) -> list[str]:
    comparison = compare(parse(above), parse(below))
    high = any(note.severity is Severity.HIGH for note in comparison.diagnostics)
    assert not (high and comparison.findings)
    return [note.code for note in comparison.diagnostics]


def test_the_same_text_twice() -> None:
    assert codes(WATER.format(place="青沙市"), WATER.format(place="青沙市")) == ["comparison.same_document"]


def test_template_and_local_plan_swapped() -> None:
    assert codes(WATER.format(place="青禾县"), WATER.format(place="河陇省")) == ["comparison.swapped"]
    assert codes(WATER.format(place="河陇省"), WATER.format(place="青禾县")) == []


BODIES = "\n1.排查白蚁。封堵坝坡蚁穴。（{0}水利局、{0}财政局负责）\n2.检修闸门。更换钢丝绳。（{0}应急管理局负责）\n"


def test_where_no_place_is_named_the_bodies_tell_the_level() -> None:
    county, city = (f"水库方案\n\n一、重点任务{BODIES.format(level)}" for level in ("县", "市"))
    assert codes(county, city) == ["comparison.swapped"]
    assert codes(city, county) == []


def test_the_same_text_in_other_lines() -> None:
    text = WATER.format(place="青沙市")
    assert codes(text, text.replace("\n", "\n\n")) == ["comparison.same_document"]


def test_nothing_in_common() -> None:
    assert codes(WATER.format(place="河陇省"), CARE.format(place="青沙市")) == ["comparison.no_common_ground"]


def test_a_configuration_changes_a_severity(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "pyproject.toml").write_text('[tool.policy_nlp.severity]\nmissing_co = "high"\n', encoding="utf-8")
    assert load_settings(folder).severities["missing_co"] is Severity.HIGH  # type: ignore[index]
    (folder / "policy_nlp.toml").write_text('[severity]\nmissing_co = "medium"\n', encoding="utf-8")
    assert load_settings(folder / "below").severities["missing_co"] is Severity.MEDIUM  # type: ignore[index]


@pytest.mark.parametrize("entry", ['extra_task = "high"', 'missing_co = "urgent"', 'nothing = "low"', "missing_co = ["])
def test_a_broken_configuration_names_the_file(tmp_path: object, entry: str) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "policy_nlp.toml").write_text(f"[severity]\n{entry}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_settings(folder)
    assert error.value.path.endswith("policy_nlp.toml")


def test_a_model_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError):
        encoder("/no/such/model")
