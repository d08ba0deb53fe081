"""`train`: models of one's own, from gold documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.options import DocumentLanguage
from policy_nlp.learning.training import Device

CorpusFolder = Annotated[Path, typer.Option("--corpus", metavar="FOLDER")]
"""The gold documents to learn from."""

ModelFolder = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER")]
"""The folder that the model is written into."""

Seed = Annotated[int, typer.Option("--seed", metavar="N", min=0)]
"""The seed of everything that chance decides."""

Epochs = Annotated[int, typer.Option("--epochs", metavar="N", min=1)]
"""How often all examples are seen, at most."""

Patience = Annotated[int, typer.Option("--patience", metavar="N", min=1)]
"""How many epochs without a better one end the training."""

DeviceName = Annotated[Device, typer.Option("--device", metavar="auto|cpu|cuda")]
"""Where to compute."""


def train_spacy(
    context: typer.Context,
    corpus: CorpusFolder,
    output: ModelFolder,
    language: DocumentLanguage = None,
    seed: Seed = 0,
    epochs: Epochs = 30,
    patience: Patience = 5,
    device: DeviceName = Device.AUTO,
) -> None:
    """Train a spaCy pipeline for one language, or one for each."""
    from policy_nlp.commands.training import run_spacy
    from policy_nlp.learning.training import Training

    training = Training(seed=seed, epochs=epochs, patience=patience, device=device)
    run_spacy(context.obj, corpus, output, language=language, training=training)
