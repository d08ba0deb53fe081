"""`train transformers` and `train pairs`: networks from a checkpoint or from nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.options import DocumentLanguage
from policy_nlp.commands.train import CorpusFolder, DeviceName, Epochs, ModelFolder, Patience, Seed
from policy_nlp.learning.training import Device

Base = Annotated[str | None, typer.Option("--base", metavar="CHECKPOINT")]
"""The checkpoint to begin with, a folder or a name on a hub."""

AllowDownload = Annotated[bool, typer.Option("--allow-download")]
"""Whether a hub may be asked for the checkpoint."""

RecipeFile = Annotated[Path | None, typer.Option("--recipe", metavar="FILE")]
"""What the network is made of and how it is trained."""

Onnx = Annotated[bool, typer.Option("--onnx")]
"""Whether the network is written as ONNX too."""


def train_transformers(
    context: typer.Context,
    corpus: CorpusFolder,
    output: ModelFolder,
    base: Base = None,
    allow_download: AllowDownload = False,
    recipe: RecipeFile = None,
    onnx: Onnx = False,
    language: DocumentLanguage = None,
    seed: Seed = 0,
    epochs: Epochs = 30,
    patience: Patience = 8,
    device: DeviceName = Device.AUTO,
) -> None:
    """Train a network that finds tasks, units, deadlines and targets."""
    from policy_nlp.commands.training_networks import run_tokens
    from policy_nlp.learning.networks import Start, load_recipe
    from policy_nlp.learning.training import Training

    start = Start(base, allow_download, load_recipe(recipe))
    training = Training(seed=seed, epochs=epochs, patience=patience, device=device)
    run_tokens(context.obj, corpus, output, language=language, start=start, training=training, onnx=onnx)


def train_pairs(
    context: typer.Context,
    corpus: CorpusFolder,
    output: ModelFolder,
    base: Base = None,
    allow_download: AllowDownload = False,
    recipe: RecipeFile = None,
    onnx: Onnx = False,
    language: DocumentLanguage = None,
    seed: Seed = 0,
    epochs: Epochs = 10,
    patience: Patience = 3,
    device: DeviceName = Device.AUTO,
) -> None:
    """Train a network that says whether a local task carries out one of the template."""
    from policy_nlp.commands.training_networks import run_pairs
    from policy_nlp.learning.networks import Start, load_recipe
    from policy_nlp.learning.training import Training

    start = Start(base, allow_download, load_recipe(recipe))
    training = Training(seed=seed, epochs=epochs, patience=patience, device=device)
    run_pairs(context.obj, corpus, output, language=language, start=start, training=training, onnx=onnx)
