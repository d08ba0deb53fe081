"""A network as ONNX: exported once, it starts without torch, in a fraction of the time and memory."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from policy_nlp.conversion.extras import library
from policy_nlp.errors import InputError
from policy_nlp.learning.networks.checkpoints import Checkpoint
from policy_nlp.learning.networks.libraries import torch

EXTRA = "onnx"
FILE = "model.onnx"
_AXES = {0: "batch", 1: "length"}
_EXAMPLE = [[1] * 7, [1] * 4 + [0] * 3]


def exported_to(folder: Path) -> bool:
    """Return whether there is an exported network in `folder` and something here that can compute it."""
    return (folder / FILE).is_file() and find_spec("onnxruntime") is not None


def export(checkpoint: Checkpoint, names: Sequence[str], folder: Path, *, per_token: bool) -> None:
    """Write the network of a checkpoint into `folder` as ONNX, for batches and texts of any length.

    `per_token` tells networks that give scores for each token from those that give them for the whole. Raises
    InputError where a library is missing.
    """
    library("onnx", extra=EXTRA, path=folder)
    module = torch(folder)
    network = _with_names(module, checkpoint.network.to("cpu"), names)
    axes = dict.fromkeys(names, _AXES) | {"logits": _AXES if per_token else {0: _AXES[0]}}
    with warnings.catch_warnings():
        # The exporter warns of what it takes for constant; the tests compare what the two compute.
        warnings.simplefilter("ignore")
        module.onnx.export(
            network,
            tuple(module.tensor(_EXAMPLE) for _ in names),
            str(folder / FILE),
            input_names=list(names),
            output_names=["logits"],
            dynamic_axes=axes,
            dynamo=False,
        )


def _with_names(module: Any, network: Any, names: Sequence[str]) -> Any:
    """Return the network as one that takes its inputs by their order, as the exporter hands them over."""

    class Named(module.nn.Module):  # type: ignore[misc]
        """Gives each value its name."""

        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, *values: Any) -> Any:
            return self.network(**dict(zip(names, values, strict=True))).logits

    return Named().eval()


def onnx_scores(folder: Path) -> tuple[Any, Callable[[Mapping[str, Any]], Any], int]:
    """Return the tokenizer in `folder`, what computes the exported network, and how many scores that gives.

    Raises InputError where a file is damaged or a library missing.
    """
    tokenizers, runtime = (library(name, extra=EXTRA, path=folder) for name in ("tokenizers", "onnxruntime"))
    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = runtime.InferenceSession(str(folder / FILE), providers=["CPUExecutionProvider"])
        outputs = int(session.get_outputs()[0].shape[-1])
    except Exception as error:  # whatever a library says of a damaged file, it is the file that is wrong
        raise InputError("model_unloadable", path=str(folder), cause=f"{FILE}: {error}".splitlines()[0]) from error
    return tokenizer, lambda batch: session.run(None, dict(batch))[0], outputs
