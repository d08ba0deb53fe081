"""The pipelines before they have learned anything, from the configuration of each language."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from policy_nlp.conversion.extras import library
from policy_nlp.errors import InputError
from policy_nlp.learning.training import Device

EXTRA = "spacy"


def spacy(path: object, *parts: str) -> Any:
    """Return spaCy, or a module of it; raises InputError that names the extra where it is not installed."""
    return library(".".join(["spacy", *parts]), extra=EXTRA, path=path)


def configuration(language: str) -> Any:
    """Return the configuration of a language as spaCy reads it.

    Raises InputError where there is none for it, or where spaCy is not installed.
    """
    file = files("policy_nlp.learning.spacy_models") / "configs" / f"{language}.cfg"
    if not file.is_file():
        raise InputError("no_pipeline_for", path=str(file), language=language)
    return spacy(file, "util").load_config_from_str(file.read_text(encoding="utf-8"))


def use_device(device: Device, *, path: object) -> None:
    """Compute where `device` says from now on; raises InputError where no graphics card can be used."""
    if device is Device.CPU:
        spacy(path).require_cpu()
    elif device is Device.AUTO:
        spacy(path).prefer_gpu()
    elif not spacy(path).prefer_gpu():
        raise InputError("no_graphics_card", path=str(path))
