"""One training after another, told on a terminal and written complete or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from policy_nlp.commands.progress import bar
from policy_nlp.commands.session import Session
from policy_nlp.learning.cards import Card, write_card
from policy_nlp.learning.drafts import new_folder
from policy_nlp.learning.examples import Corpus, read_corpus
from policy_nlp.learning.hybrid.choosing import choose
from policy_nlp.learning.hybrid.policies import POLICIES, policies_toml
from policy_nlp.learning.predictions import Predictor
from policy_nlp.learning.training import Epoch, Tell, Training
from policy_nlp.reporting.model_card import model_card
from policy_nlp.safe_files import write_safely

_PAGE = "README.md"


def run_spacy(session: Session, path: Path, output: Path, *, language: str | None, training: Training) -> None:
    """Train a spaCy pipeline into `output` for one language, or into a folder below it for each of the corpus."""
    from policy_nlp.learning.spacy_models.training import save_spacy, train_spacy

    corpus = read_corpus(path, language=language)
    with new_folder(output) as draft:
        for spoken in corpus.languages:
            part, folder = corpus.of(spoken), draft if language else draft / spoken
            name = f"{output.name}-{spoken}"
            with telling(session, name, training) as tell:
                predictor, card = train_spacy(part, language=spoken, name=name, training=training, tell=tell)
            save_spacy(predictor, folder)
            write_cards(folder, with_policies(folder, card, predictor, part), session.lang)
            told_done(session, output if language else output / spoken, part)


@contextmanager
def telling(session: Session, name: str, training: Training) -> Iterator[Tell]:
    """Yield a function to be told of each epoch: a bar on a terminal, a line for those who want one."""
    with bar(session, training.epochs, "training.progress") as advance:

        def tell(epoch: Epoch) -> None:
            said = {"number": epoch.number, "total": epoch.total, "score": epoch.score}
            session.detail(session.text("training.best" if epoch.is_best else "training.epoch", name=name, **said))
            advance()

        yield tell


def with_policies(folder: Path, card: Card, predictor: Predictor, corpus: Corpus) -> Card:
    """Choose on the held back documents what is kept of rules and model, write it down, and return the card with it."""
    choices = {spoken: choose(predictor, list(corpus.of(spoken).dev.values())) for spoken in card.languages}
    policies = {spoken: {layer: one.policy for layer, one in layers.items()} for spoken, layers in choices.items()}
    write_safely(folder / POLICIES, policies_toml(policies))
    shown = {spoken: {layer: one.to_json() for layer, one in layers.items()} for spoken, layers in choices.items()}
    return replace(card, figures={**card.figures, "policies": shown})


def write_cards(folder: Path, card: Card, lang: str) -> None:
    """Write the card of a model for programs, and the page for people in `lang`."""
    write_card(folder, card)
    write_safely(folder / _PAGE, model_card(card, lang))


def told_done(session: Session, path: Path, corpus: Corpus) -> None:
    """Say that a model is trained, and on how much."""
    session.note(session.text("training.done", path=path, train=len(corpus.train), dev=len(corpus.dev)))
