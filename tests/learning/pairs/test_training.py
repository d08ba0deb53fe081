"""A pair model is trained from nothing, written, read again, and asked by a comparison that is told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.comparison import compare, load_settings
from policy_nlp.comparison.verdicts import Carried
from policy_nlp.errors import InputError
from policy_nlp.learning.cards import Card, Kind, read_card, write_card
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.networks import Start, load_recipe
from policy_nlp.learning.networks.saving import save
from policy_nlp.learning.pairs import load_pairs, settings_with_models, train_pairs
from policy_nlp.learning.pairs.gold import GoldPair, GoldPairs
from policy_nlp.learning.training import Device, Training
from policy_nlp.pipeline import parse

from ..folders import model_folder
from ..lines import plan, recipe

pytest.importorskip("transformers", reason="needs the extra transformers")
torch = pytest.importorskip("torch", reason="needs the extra transformers")

PLAN = "河陇省水库方案\n\n一、重点任务\n1.巡查堤坝。每月巡查堤坝。\n2.培训人员。培训全部巡查员。\n"


def pair(language: str, number: int) -> GoldPair:
    """A template and a local plan that carries out each of its tasks."""
    return GoldPair(
        plan(language, number, lines=4),
        plan(language, number + 5, lines=4),
        {(place, place): Carried.SAME for place in range(4)},
    )


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model for both languages."""
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("pairs")
    pairs = GoldPairs((pair("zh", 0), pair("en", 0)), (pair("zh", 1),))
    documents = {one.id: one for of in pairs.train for one in (of.template, of.local)}
    start = Start(recipe=load_recipe(recipe(folder)))
    training = Training(seed=1, epochs=2, patience=2, device=Device.CPU)
    made = train_pairs(Corpus(documents, {}), pairs, name="tiny", start=start, training=training)
    save(made, folder / "model")
    write_card(folder / "model", made.card)
    return folder / "model"


def test_the_card_says_what_was_trained_and_how_well_on_what_was_held_back(trained: Path) -> None:
    card = read_card(trained)
    assert (card.kind, card.languages, card.labels) == (Kind.PAIRS, ("en", "zh"), tuple(Carried))
    assert card.figures["pairs"]["same"]["gold"] == 4


def test_a_pair_is_judged_alike_whatever_is_judged_beside_it(trained: Path) -> None:
    judge = load_pairs(trained, device=Device.CPU)
    one = ("县水务局巡查水库", "乡水管站巡查水库")
    (alone,) = judge([one])
    among = judge([("The Water Office inspects all the dams of the county", "x"), *[one] * 20])
    assert alone.same + alone.partial + alone.none == pytest.approx(1)
    assert among[1].same == pytest.approx(alone.same, abs=1e-5)
    assert len(among) == 21
    assert judge([]) == []


def test_texts_longer_than_the_network_takes_are_judged(trained: Path) -> None:
    (verdict,) = load_pairs(trained, device=Device.CPU)([("巡查水库" * 500, "修缮校舍" * 500)])
    assert 0 <= verdict.none <= 1


def test_a_comparison_asks_the_model_that_is_configured(trained: Path, tmp_path: Path) -> None:
    (tmp_path / "policy_nlp.toml").write_text(f"pair_model = {str(trained)!r}\n", encoding="utf-8")
    settings = settings_with_models(load_settings(tmp_path))
    found = compare(parse(PLAN), parse(PLAN.replace("河陇省", "青沙市")), settings=settings)
    assert len(found.pairs) == 2
    assert all(0 <= one.evidence["verdict"] <= 1 for one in found.pairs)


def test_nothing_is_asked_unless_it_is_configured(tmp_path: Path) -> None:
    (tmp_path / "policy_nlp.toml").write_text("", encoding="utf-8")
    assert settings_with_models(load_settings(tmp_path)).judge is None


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        load_pairs(model_folder(tmp_path / "model", kind=Kind.TRANSFORMERS))
    assert (refused.value.code, refused.value.path) == ("model_kind", str(tmp_path / "model"))


@pytest.mark.parametrize("changed", [{"labels": ["same", "none"]}, {"settings": {}}])
def test_a_card_that_does_not_fit_is_told(trained: Path, tmp_path: Path, changed: dict[str, object]) -> None:
    import json
    import shutil

    shutil.copytree(trained, tmp_path / "model")
    path = tmp_path / "model" / "policy_nlp_model.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changed), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_pairs(tmp_path / "model", device=Device.CPU)
    assert refused.value.code == "model_card_broken"


def test_a_card_without_its_network_is_told(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model", kind=Kind.PAIRS)
    write_card(folder, Card("x", Kind.PAIRS, ("zh",), tuple(Carried), seed=1, corpus="0", settings={"longest": 9}))
    with pytest.raises(InputError) as refused:
        load_pairs(folder, device=Device.CPU)
    assert refused.value.code == "model_unloadable"
