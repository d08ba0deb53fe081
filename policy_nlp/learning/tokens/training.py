"""From a corpus to a token model, and from a model to a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from policy_nlp.learning.cards import Card, Kind, made_with
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.measuring import measured
from policy_nlp.learning.networks.checkpoints import Start, begun, fitting_windows
from policy_nlp.learning.networks.devices import device_name
from policy_nlp.learning.networks.fitting import fit, seeded
from policy_nlp.learning.networks.recipes import Windows
from policy_nlp.learning.tokens.lessons import token_lesson
from policy_nlp.learning.tokens.predictor import HEAD, TokenPredictor
from policy_nlp.learning.tokens.tags import groups, tag_names
from policy_nlp.learning.training import Tell, Training, silent


def train_tokens(
    corpus: Corpus, *, name: str, start: Start, training: Training, tell: Tell = silent
) -> tuple[TokenPredictor, Card]:
    """Return a token model trained on the documents of a corpus, and its card with figures on dev.

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
    predictor = TokenPredictor(_card(corpus, name, start, training, cut), checkpoint, tags, cut, where)
    layers = measured(predictor, list(corpus.dev.values()))
    return predictor, replace(predictor.card, figures={"on": "dev", "layers": layers})


def save_tokens(predictor: TokenPredictor, folder: Path) -> None:
    """Write the network, as safetensors, and its tokenizer into `folder`."""
    predictor.checkpoint.network.save_pretrained(folder)
    predictor.checkpoint.tokenizer.save_pretrained(folder)


def _card(corpus: Corpus, name: str, start: Start, training: Training, cut: Windows) -> Card:
    return Card(
        name=name,
        kind=Kind.TRANSFORMERS,
        languages=corpus.languages,
        labels=tag_names(groups()),
        seed=training.seed,
        corpus=corpus.fingerprint(),
        base=start.base,
        settings={"windows": {"size": cut.size, "overlap": cut.overlap}},
        made_with=made_with(Kind.TRANSFORMERS),
    )
