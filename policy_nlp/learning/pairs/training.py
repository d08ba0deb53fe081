"""From gold comparisons to a pair model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from policy_nlp.learning.cards import Card, Kind, made_with
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.networks.checkpoints import Start, begun
from policy_nlp.learning.networks.devices import device_name
from policy_nlp.learning.networks.fitting import fit, seeded
from policy_nlp.learning.networks.running import settings_of, with_torch
from policy_nlp.learning.networks.saving import Trained
from policy_nlp.learning.pairs.examples import Example, gold_examples, plain_examples
from policy_nlp.learning.pairs.gold import GoldPairs
from policy_nlp.learning.pairs.judging import HEAD, PairModel
from policy_nlp.learning.pairs.lessons import ANSWERS, counted, pair_lesson
from policy_nlp.learning.training import Tell, Training, silent


def train_pairs(
    corpus: Corpus, pairs: GoldPairs, *, name: str, start: Start, training: Training, tell: Tell = silent
) -> Trained[PairModel]:
    """Return a pair model trained on gold comparisons and on the plans of a corpus, with figures on its card.

    It is the best of all epochs on the pairs held back; plans of these teach nothing. Raises InputError where the
    checkpoint or the recipe is refused, where a library is missing, or where there is no graphics card as asked for.
    """
    where = device_name(training.device, path=name)
    seeded(training.seed, path=name)
    train, dev = _examples(corpus, pairs, training.seed)
    texts = [text for one in train for text in (one.template, one.local)]
    checkpoint = begun(start, HEAD, ANSWERS, texts, path=name)
    longest = min(checkpoint.longest, 2 * start.recipe.windows.size)
    lesson = pair_lesson(train, dev, tokenizer=checkpoint.tokenizer, longest=longest, path=name)
    fit(checkpoint.network, lesson, start.recipe.training, training, tell, path=name)
    card = _card(corpus, name, start, training, {"longest": longest, **settings_of(checkpoint)})
    model = PairModel(card, with_torch(checkpoint, where, path=name), longest)
    return Trained(model, checkpoint, replace(card, figures={"on": "dev", "pairs": _figures(model, dev)}))


def _examples(corpus: Corpus, pairs: GoldPairs, seed: int) -> tuple[list[Example], list[Example]]:
    held = {one.id for pair in pairs.dev for one in (pair.template, pair.local)}
    plans = [document for name, document in corpus.train.items() if name not in held]
    train = [*gold_examples(pairs.train, seed=seed), *plain_examples(plans, seed=seed)]
    return train, list(gold_examples(pairs.dev, seed=seed))


def _figures(model: PairModel, dev: Sequence[Example]) -> dict[str, Any]:
    said = model([(one.template, one.local) for one in dev])
    gold = [ANSWERS.index(one.carried) for one in dev]
    counts = counted(gold, [ANSWERS.index(verdict.carried) for verdict in said])
    return {str(answer): count.figures() for answer, count in counts.items()}


def _card(corpus: Corpus, name: str, start: Start, training: Training, settings: Mapping[str, Any]) -> Card:
    return Card(
        name=name,
        kind=Kind.PAIRS,
        languages=corpus.languages,
        labels=tuple(str(answer) for answer in ANSWERS),
        seed=training.seed,
        corpus=corpus.fingerprint(),
        base=start.base,
        settings=settings,
        made_with=made_with(Kind.PAIRS),
    )
