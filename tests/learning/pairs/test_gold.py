"""Gold comparisons become examples; plans that are alike are held back together."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from policy_nlp.comparison.verdicts import Carried
from policy_nlp.errors import InputError
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.pairs.examples import gold_examples, plain_examples
from policy_nlp.learning.pairs.gold import gold_pairs
from policy_nlp.schema import Document

from ..lines import plan

RELATIONS = [
    {"template_task": "t1", "local_tasks": ["t1"], "relation": "same"},
    {"template_task": "t2", "local_tasks": ["t2", "t3"], "relation": "split"},
    {"template_task": "t4", "local_tasks": ["t4"], "relation": "merged"},
    {"template_task": "t5", "local_tasks": ["t5"], "relation": "partial"},
]


def written(folder: Path, *names: tuple[str, str], pairs: object = RELATIONS) -> Path:
    """Gold comparisons of plans of these ids, a file for each."""
    for template, local in names:
        data = {"template": template, "local": local, "pairs": pairs, "not_applicable": [], "gaps": []}
        (folder / f"{template}--{local}.gaps.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def plans(*numbers: int, language: str = "zh") -> dict[str, Document]:
    """Plans by id."""
    return {one.id: one for one in (plan(language, number, lines=6) for number in numbers)}


def test_what_a_local_task_carries_out(tmp_path: Path) -> None:
    corpus = Corpus(plans(0, 1, 2, 3), {})
    (pair,) = gold_pairs(written(tmp_path, ("zh-0", "zh-1"), ("zh-2", "zh-3")), corpus).train
    assert (pair.template.id, pair.local.id) == ("zh-0", "zh-1")
    assert pair.carried == {
        (0, 0): Carried.SAME,
        (1, 1): Carried.PARTIAL,
        (1, 2): Carried.PARTIAL,
        (3, 3): Carried.SAME,
        (4, 4): Carried.PARTIAL,
    }


def test_all_that_follows_the_last_template_of_a_language_is_held_back(tmp_path: Path) -> None:
    corpus = Corpus(plans(0, 1, 2, 3, 4), {})
    found = gold_pairs(written(tmp_path, ("zh-0", "zh-1"), ("zh-2", "zh-3"), ("zh-2", "zh-4")), corpus)
    assert [pair.local.id for pair in found.train] == ["zh-1"]
    assert sorted(pair.local.id for pair in found.dev) == ["zh-3", "zh-4"]


def test_pairs_of_plans_held_back_are_held_back(tmp_path: Path) -> None:
    corpus = Corpus(plans(0, 1, 3), plans(2))
    found = gold_pairs(written(tmp_path, ("zh-0", "zh-1"), ("zh-0", "zh-2"), ("zh-3", "zh-1")), corpus)
    assert [pair.local.id for pair in found.dev] == ["zh-2"]
    assert len(found.train) == 2


def test_plans_outside_the_corpus_are_passed_over(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        gold_pairs(written(tmp_path, ("zh-0", "zh-1"), ("zh-8", "zh-9")), Corpus(plans(0, 1), {}))
    assert (refused.value.code, refused.value.fields["count"]) == ("too_few_pairs", 1)


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([{"template_task": "t99", "local_tasks": ["t1"], "relation": "same"}], "gaps_lack"),
        ([{"template_task": "t1", "relation": "same"}], "gaps_lack"),
        ([{"template_task": "t1", "local_tasks": ["t1"], "relation": "kin"}], "broken"),
        (3, "broken"),
    ],
)
def test_a_broken_comparison_is_named(tmp_path: Path, pairs: object, code: str) -> None:
    with pytest.raises(InputError) as refused:
        gold_pairs(written(tmp_path, ("zh-0", "zh-1"), pairs=pairs), Corpus(plans(0, 1), {}))
    assert refused.value.code == code
    assert refused.value.path.endswith("zh-0--zh-1.gaps.json")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_examples_of_none_look_like_counterparts_and_are_drawn_alike_each_time(tmp_path: Path, language: str) -> None:
    corpus = Corpus(plans(0, 1, language=language), plans(2, language=language))
    names = (f"{language}-0", f"{language}-1"), (f"{language}-0", f"{language}-2")
    train = gold_pairs(written(tmp_path, *names), corpus).train
    examples = list(gold_examples(train, seed=1))
    counts = Counter(example.carried for example in examples)
    assert (counts[Carried.SAME], counts[Carried.PARTIAL]) == (2, 3)
    assert counts[Carried.NONE] > 0
    assert examples == list(gold_examples(train, seed=1))
    assert examples != list(gold_examples(train, seed=2))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "对全县堤坝逐一开展排查登记。为沿线村庄统一配备救生衣。",
            {"对全县堤坝逐一开展排查登记。", "为沿线村庄统一配备救生衣。"},
        ),
        (
            "Inspect each old dam along the river. Buy life jackets for all villages.",
            {"Inspect each old dam along the river.", "Buy life jackets for all villages."},
        ),
    ],
)
def test_a_task_without_a_clause_is_carried_out_in_part(text: str, cut: set[str]) -> None:
    from policy_nlp.schema import Task

    language = "en" if text.isascii() else "zh"
    document = Document("one", language, text, tasks=(Task("t1", "p1", None, "", (0, len(text)), text),))
    found = list(plain_examples([document], seed=1))
    assert [(one.local, one.carried) for one in found[:1]] == [(found[0].template, Carried.SAME)]
    (partial,) = [one for one in found if one.carried is Carried.PARTIAL]
    assert any(partial.local.strip(" .。") == kept.strip(".。") for kept in cut)
