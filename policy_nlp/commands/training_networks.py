"""The training of a network, told on a terminal and written complete or not at all."""

from __future__ import annotations

from pathlib import Path

from policy_nlp.commands.session import Session
from policy_nlp.commands.training import telling, told_done, with_policies, write_cards
from policy_nlp.learning.drafts import new_folder
from policy_nlp.learning.examples import read_corpus
from policy_nlp.learning.networks import Start
from policy_nlp.learning.training import Training


def run_tokens(
    session: Session, path: Path, output: Path, *, language: str | None, start: Start, training: Training, onnx: bool
) -> None:
    """Train one token model for all languages of the corpus, or for one, into `output`; with `onnx` also as ONNX."""
    from policy_nlp.learning.networks.saving import save
    from policy_nlp.learning.tokens import train_tokens

    corpus = read_corpus(path, language=language)
    with new_folder(output) as draft:
        with telling(session, output.name, training) as tell:
            trained = train_tokens(corpus, name=output.name, start=start, training=training, tell=tell)
        card = with_policies(draft, trained.card, trained.model, corpus)
        save(trained, draft, onnx=onnx)
        write_cards(draft, card, session.lang)
    told_done(session, output, corpus)


def run_pairs(
    session: Session, path: Path, output: Path, *, language: str | None, start: Start, training: Training, onnx: bool
) -> None:
    """Train one pair model on the gold comparisons of a corpus into `output`; with `onnx` also as ONNX."""
    from policy_nlp.learning.networks.saving import save
    from policy_nlp.learning.pairs import train_pairs
    from policy_nlp.learning.pairs.gold import gold_pairs

    corpus = read_corpus(path, language=language)
    pairs = gold_pairs(path, corpus)
    with new_folder(output) as draft:
        with telling(session, output.name, training) as tell:
            trained = train_pairs(corpus, pairs, name=output.name, start=start, training=training, tell=tell)
        save(trained, draft, onnx=onnx)
        write_cards(draft, trained.card, session.lang)
    told_done(session, output, corpus)
