"""The registry of bodies: which body a name means, what it is called elsewhere, and its counterpart one level down."""

from policy_nlp.bodies.counterparts import one_level_down, same_body
from policy_nlp.bodies.identification import identify
from policy_nlp.bodies.record import Body, Identity, Kind, Level
from policy_nlp.bodies.registry import Registry, shipped

__all__ = ["Body", "Identity", "Kind", "Level", "Registry", "identify", "one_level_down", "same_body", "shipped"]
