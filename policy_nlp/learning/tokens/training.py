"""From a corpus to a token model."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.learning.cards import Card, Kind, made_with
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.measuring import measured
from policy_nlp.learning.networks.checkpoints import Checkpoint, Start, begun, fitting_windows
from policy_nlp.learning.networks.devices import device_name
from policy_nlp.learning.networks.fitting import fit, seeded
from policy_nlp.learning.networks.recipes import Windows
from policy_nlp.learning.networks.running import settings_of, with_torch
from policy_nlp.learning.networks.saving import Trained
from policy_nlp.learning.tokens.lessons import token_lesson
from policy_nlp.learning.tokens.predictor import HEAD, TokenPredictor
from policy_nlp.learning.tokens.tags import groups, tag_names
from policy_nlp.learning.training import Tell, Training, silent


def train_tokens(
    corpus: Corpus, *, name: str, start: Start, training: Training, tell: Tell = silent
) -> Trained[TokenPredictor]:
    """Return a token model trained on the documents of a corpus, with figures on dev on its card.

    It is the best of all epochs. Raises InputError where the checkpoint or the recipe is refused, where a library is
    missing, or where a graphics card is asked for and there is none.
    """
    where = device_name(training.device, path=name)
    seeded(training.seed, path=name)
    documents = list(corpus.train.values())
    tags = groups()
    checkpoint = begun(start, HEAD, tag_names(tags), [document.text for document in documents], path=name)
    cut = fitting_windows(start.recipe.windows, checkpoint.longest)
    lesson = token_lesson(documents, corpus.dev.values(), tokenizer=checkpoint.tokenizer, tags=tags, cut=cut, path=name)
    fit(checkpoint.network, lesson, start.recipe.training, training, tell, path=name)
    card = _card(corpus, name, start, training, checkpoint, cut)
    predictor = TokenPredictor(card, with_torch(checkpoint, where, path=name), tags, cut)
    layers = measured(predictor, list(corpus.dev.values()))
    return Trained(predictor, checkpoint, replace(card, figures={"on": "dev", "layers": layers}))


def _card(corpus: Corpus, name: str, start: Start, training: Training, checkpoint: Checkpoint, cut: Windows) -> Card:
    return Card(
        name=name,
        kind=Kind.TRANSFORMERS,
        languages=corpus.languages,
        labels=tag_names(groups()),
        seed=training.seed,
        corpus=corpus.fingerprint(),
        base=start.base,
        settings={"windows": {"size": cut.size, "overlap": cut.overlap}, **settings_of(checkpoint)},
        made_with=made_with(Kind.TRANSFORMERS),
    )
