"""Where a network runs: on the processor or on a graphics card, by the same code."""

from __future__ import annotations

from policy_nlp.errors import InputError
from policy_nlp.learning.networks.libraries import torch
from policy_nlp.learning.training import Device


def device_name(asked: Device, *, path: object) -> str:
    """Return `cpu` or `cuda`; raises InputError where a graphics card is asked for and torch finds none."""
    here = bool(torch(path).cuda.is_available())
    if asked is Device.CUDA and not here:
        raise InputError("no_graphics_card", path=str(path))
    return "cuda" if here and asked is not Device.CPU else "cpu"
