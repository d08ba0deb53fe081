"""A token model is trained from nothing, written, read again, and finds what it has learned in a longer text."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import CARD, Kind, read_card, write_card
from policy_nlp.learning.networks import Start, load_recipe
from policy_nlp.learning.networks.saving import save
from policy_nlp.learning.predictions import Layer
from policy_nlp.learning.tokens import load_tokens, train_tokens
from policy_nlp.learning.training import Device, Epoch, Training

from ..lines import corpus, plan, recipe

pytest.importorskip("transformers", reason="needs the extra transformers")
torch = pytest.importorskip("torch", reason="needs the extra transformers")

TRAINING = Training(seed=3, epochs=25, patience=25, device=Device.CPU)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Epoch]]:
    """A model for both languages, and what was told while it was trained."""
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("tokens")
    heard: list[Epoch] = []
    start = Start(recipe=load_recipe(recipe(folder)))
    made = train_tokens(corpus("zh", "en"), name="tiny", start=start, training=TRAINING, tell=heard.append)
    save(made, folder / "model")
    write_card(folder / "model", made.card)
    return folder / "model", heard


def test_each_epoch_is_told_and_the_score_grows(trained: tuple[Path, list[Epoch]]) -> None:
    _, heard = trained
    assert [epoch.number for epoch in heard] == list(range(1, len(heard) + 1))
    assert heard[-1].score > heard[0].score


def test_the_card_says_what_was_trained(trained: tuple[Path, list[Epoch]]) -> None:
    card = read_card(trained[0])
    assert (card.kind, card.languages, card.seed, card.base) == (Kind.TRANSFORMERS, ("en", "zh"), 3, None)
    assert card.corpus == corpus("zh", "en").fingerprint()


def test_the_folder_holds_data_only(trained: tuple[Path, list[Epoch]]) -> None:
    names = {path.name for path in trained[0].iterdir()}
    assert names == {CARD, "config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_text_longer_than_many_windows_is_read_to_its_end(trained: tuple[Path, list[Epoch]], language: str) -> None:
    gold = plan(language, 1, lines=30)
    found = load_tokens(trained[0], language=language, device=Device.CPU).predict(gold.text, language=language)
    assert found == tuple(sorted(found))
    leads = [(span.start, span.end) for span in found if (span.layer, span.label) == (Layer.UNIT, "lead")]
    right = {unit.span for unit in gold.units} & set(leads)
    assert len(right) > 20
    assert len(leads) < 45
    assert max(right) > gold.units[-4].span


def test_an_empty_text_holds_nothing(trained: tuple[Path, list[Epoch]]) -> None:
    assert load_tokens(trained[0]).predict(" \n", language="zh") == ()


def test_another_language_is_refused(trained: tuple[Path, list[Epoch]]) -> None:
    with pytest.raises(InputError) as refused:
        load_tokens(trained[0]).predict("…", language="fr")
    assert refused.value.code == "model_language"


def test_the_same_seed_gives_the_same_model_and_another_one_another(tmp_path: Path) -> None:
    start = Start(recipe=load_recipe(recipe(tmp_path)))
    for name, seed in (("one", 5), ("same", 5), ("other", 6)):
        training = Training(seed=seed, epochs=1, device=Device.CPU)
        save(train_tokens(corpus("zh"), name="tiny", start=start, training=training), tmp_path / name)
    one, same, other = ((tmp_path / name / "model.safetensors").read_bytes() for name in ("one", "same", "other"))
    assert one == same
    assert one != other


def test_training_begins_with_a_checkpoint_and_its_card_says_so(
    trained: tuple[Path, list[Epoch]], tmp_path: Path
) -> None:
    base, start = str(trained[0]), Start(str(trained[0]), recipe=load_recipe(recipe(tmp_path)))
    made = train_tokens(corpus("en"), name="next", start=start, training=Training(epochs=1, device=Device.CPU))
    assert made.card.base == base
    assert made.card.settings["windows"] == {"size": 64, "overlap": 16}


def test_training_stops_where_nothing_gets_better(tmp_path: Path) -> None:
    path = recipe(tmp_path)
    path.write_text(path.read_text("utf-8").replace("5e-3", "0.0"), encoding="utf-8")
    heard: list[Epoch] = []
    training = Training(epochs=9, patience=2, device=Device.CPU)
    train_tokens(corpus("zh"), name="idle", start=Start(recipe=load_recipe(path)), training=training, tell=heard.append)
    assert [epoch.is_best for epoch in heard] == [True, False, False]


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a graphics card")
def test_a_graphics_card_that_is_not_there_is_told(trained: tuple[Path, list[Epoch]]) -> None:
    with pytest.raises(InputError) as refused:
        load_tokens(trained[0], device=Device.CUDA)
    assert refused.value.code == "no_graphics_card"
    with pytest.raises(InputError):
        train_tokens(corpus("zh"), name="x", start=Start(), training=Training(device=Device.CUDA))
