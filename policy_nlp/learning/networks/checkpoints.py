"""Where a network begins: from a checkpoint that lies here, from a hub if that is asked for, or from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from inspect import signature
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.learning.folders import check_folder, need_safetensors
from policy_nlp.learning.networks.libraries import transformers
from policy_nlp.learning.networks.recipes import Recipe, Windows, load_recipe
from policy_nlp.learning.networks.vocabulary import learned_tokenizer

_MARGIN = 2
"""Some architectures number their first two positions for themselves."""
_LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tokenizer and a network that belong together; `longest` is how many tokens it sees at once."""

    tokenizer: Any
    network: Any

    @property
    def longest(self) -> int:
        """The most tokens, its own marks among them, that the network takes."""
        positions = getattr(self.network.config, "max_position_embeddings", None)
        limits = [self.tokenizer.model_max_length, *([positions - _MARGIN] if positions else [])]
        return int(min(limits))


@dataclass(frozen=True, slots=True)
class Start:
    """What training begins with: the checkpoint `base`, or nothing; `allow_download` lets a hub be asked for it."""

    base: str | None = None
    allow_download: bool = False
    recipe: Recipe = field(default_factory=load_recipe)


def begun(start: Start, head: str, labels: Sequence[str], texts: Iterable[str], *, path: object) -> Checkpoint:
    """Return the network to train, under the head `head`; without a base its tokenizer is learned from `texts`.

    Raises InputError as `from_checkpoint` and `from_nothing` do.
    """
    if start.base is not None:
        return from_checkpoint(start.base, head, labels, allow_download=start.allow_download)
    return from_nothing(texts, head, labels, start.recipe, path=path)


def fitting_windows(wanted: Windows, longest: int) -> Windows:
    """Return `wanted`, or the largest windows that the network takes, with the overlap in proportion.

    >>> fitting_windows(Windows(size=400, overlap=100), 200)
    Windows(size=200, overlap=50)
    """
    if wanted.size <= longest:
        return wanted
    return replace(wanted, size=longest, overlap=wanted.overlap * longest // wanted.size)


def from_nothing(texts: Iterable[str], head: str, labels: Sequence[str], recipe: Recipe, *, path: object) -> Checkpoint:
    """Return a network with random weights under the head `head`, and a tokenizer learned from `texts`.

    Raises InputError where the recipe describes no network or a library is missing.
    """
    module = transformers(path)
    settings = dict(recipe.network)
    longest = int(settings.get("max_position_embeddings", recipe.windows.size + _MARGIN)) - _MARGIN
    tokenizer = learned_tokenizer(texts, size=recipe.tokenizer.vocabulary, longest=longest, path=path)
    try:
        config = module.AutoConfig.for_model(
            settings.pop("model_type", ""), **_tokens(tokenizer), **_names(labels), **settings
        )
        return _fed(Checkpoint(tokenizer, getattr(module, head).from_config(config)))
    except (ValueError, TypeError, KeyError) as error:
        raise InputError("recipe_broken", path=str(path), cause=_first_line(error)) from error


def from_checkpoint(base: str, head: str, labels: Sequence[str], *, allow_download: bool = False) -> Checkpoint:
    """Return the checkpoint `base`, a folder or a name on a hub, under a fresh head for `labels`.

    A name is looked up among what was fetched before, and fetched only with `allow_download`. Raises InputError where
    the folder is refused, where there is nothing of that name, or where it cannot be loaded.
    """
    _allowed(base)
    module = transformers(base)
    calm = {"local_files_only": not allow_download, "trust_remote_code": False}
    fresh = {"ignore_mismatched_sizes": True, "use_safetensors": True, **_names(labels)}
    try:
        tokenizer = module.AutoTokenizer.from_pretrained(base, **calm)
        network = getattr(module, head).from_pretrained(base, **fresh, **calm)
    except (OSError, ValueError, KeyError) as error:
        raise _unloadable(base, error, allow_download=allow_download) from error
    return _with_line_ends(_fed(Checkpoint(_fast(tokenizer, base), network)), module)


def saved(folder: Path, head: str) -> Checkpoint:
    """Return what training has put into `folder`, which has been checked; raises InputError where it is damaged."""
    module = transformers(folder)
    calm = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokenizer = module.AutoTokenizer.from_pretrained(str(folder), **calm)
        network = getattr(module, head).from_pretrained(str(folder), use_safetensors=True, **calm)
    except Exception as error:  # whatever a library says of a damaged file, it is the file that is wrong
        raise InputError("model_unloadable", path=str(folder), cause=_first_line(error)) from error
    return _fed(Checkpoint(_fast(tokenizer, str(folder)), network.eval()))


def _allowed(base: str) -> None:
    if Path(base).exists():
        check_folder(Path(base))
        need_safetensors(Path(base))


def _unloadable(base: str, error: Exception, *, allow_download: bool) -> InputError:
    if Path(base).is_dir() or allow_download:
        return InputError("model_unloadable", path=base, cause=_first_line(error))
    return InputError("model_not_here", path=base)


def _fast(tokenizer: Any, base: str) -> Any:
    if not tokenizer.is_fast:
        raise InputError("model_slow_tokenizer", path=base)
    return tokenizer


def _fed(checkpoint: Checkpoint) -> Checkpoint:
    """Let the tokenizer make only those inputs that the network has a use for; not all tell two texts apart."""
    known = signature(checkpoint.network.forward).parameters
    names = [name for name in checkpoint.tokenizer.model_input_names if name in known]
    checkpoint.tokenizer.model_input_names = names
    return checkpoint


def _tokens(tokenizer: Any) -> dict[str, int]:
    """Return how many pieces the tokenizer knows, and what its marks are among them."""
    begin, end = tokenizer.cls_token_id, tokenizer.sep_token_id
    marks = {"bos_token_id": begin, "cls_token_id": begin, "eos_token_id": end, "sep_token_id": end}
    return {"vocab_size": len(tokenizer), "pad_token_id": tokenizer.pad_token_id, **marks}


def _with_line_ends(checkpoint: Checkpoint, module: Any) -> Checkpoint:
    """Many tokenizers drop line ends, which say where the items of a plan begin: they become a token of their own."""
    # Normalized, a line end would be a blank, and every blank a line end.
    if checkpoint.tokenizer.add_tokens([module.AddedToken(_LINE_END, normalized=False)]):
        checkpoint.network.resize_token_embeddings(len(checkpoint.tokenizer), mean_resizing=False)
    return checkpoint


def _names(labels: Sequence[str]) -> dict[str, Any]:
    return {"id2label": dict(enumerate(labels)), "label2id": {name: index for index, name in enumerate(labels)}}


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
