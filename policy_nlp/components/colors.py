"""The colors of the labels in displaCy: bodies blue and green, times orange, quantities yellow, as on our own page."""

from policy_nlp.conversion.labels import Layer, labels
from policy_nlp.schema import Role

_UNITS = {Role.LEAD: "#a9c9f7", Role.CO: "#b5e3c5", Role.ACTOR: "#d9c8f5"}

COLORS = {f"{Layer.UNIT}-{role}".upper(): color for role, color in _UNITS.items()}
COLORS |= {label.upper(): "#dfe4ec" for label in labels(Layer.TASK)}
COLORS |= {label.upper(): "#ffd09b" for label in labels(Layer.DEADLINE)}
COLORS |= {label.upper(): "#f5e27a" for label in labels(Layer.TARGET)}
"""displaCy looks labels up in capitals."""
