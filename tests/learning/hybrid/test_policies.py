"""Policies as data: read, written, and refused where they say nothing that can be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning import Layer
from policy_nlp.learning.hybrid import LayerPolicy, Policy, policies_toml
from policy_nlp.learning.hybrid.policies import POLICIES, policies_in
from policy_nlp.messages import LANGUAGES
from policy_nlp.messages.failure import error_text


def test_without_a_file_everything_is_left_to_the_rules(tmp_path: Path) -> None:
    found = policies_in(tmp_path)
    assert set(found) == {"zh", "en"}
    for layers in found.values():
        assert set(layers) == set(Layer)
        assert {one.policy for one in layers.values()} == {Policy.RULES}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    wanted = {"zh": {Layer.UNIT: LayerPolicy(Policy.FILL, 0.9), Layer.TASK: LayerPolicy(Policy.MODEL, 0.55)}}
    (tmp_path / POLICIES).write_text(policies_toml(wanted), encoding="utf-8")
    assert policies_in(tmp_path) == wanted


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("[zh", ""),
        ("zh = 1", "zh"),
        ("[zh.body]\npolicy = 'fill'", "zh.body"),
        ("[zh.unit]\nscore = 0.5", "zh.unit"),
        ("[zh.unit]\npolicy = 'always'", "zh.unit"),
        ("[zh.unit]\npolicy = 'fill'\nscore = 2", "zh.unit"),
        ("[zh.unit]\npolicy = 'fill'\nscore = 'high'", "zh.unit"),
        ("[zh]\nunit = 'fill'", "zh.unit"),
    ],
)
def test_a_broken_file_is_named_with_the_place(tmp_path: Path, written: str, place: str) -> None:
    (tmp_path / POLICIES).write_text(written, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        policies_in(tmp_path)
    assert (refused.value.code, refused.value.place) == ("policies_broken", place)
    assert all(str(tmp_path / POLICIES) in error_text(refused.value, lang) for lang in LANGUAGES)
