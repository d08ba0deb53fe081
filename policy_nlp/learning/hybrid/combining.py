"""One document out of what the rules and a model say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policy_nlp.learning.hybrid.decisions import Decision, Labelled, decide
from policy_nlp.learning.hybrid.places import Places
from policy_nlp.learning.hybrid.policies import LayerPolicy, Policies, Policy
from policy_nlp.learning.hybrid.records import Maker
from policy_nlp.learning.hybrid.references import settled
from policy_nlp.learning.predictions import Layer, PredictedSpan, Predictor
from policy_nlp.linking.naming import name_units
from policy_nlp.messages import both
from policy_nlp.schema import Diagnostic, Document, Severity

_RULES = LayerPolicy()


@dataclass(frozen=True, slots=True)
class Hybrid:
    """A model beside the rules, and what is kept of each."""

    predictor: Predictor
    policies: Policies

    def read(self, document: Document) -> Document:
        """Return `document`, as the rules read it, with what the policies take from the model.

        Each annotation that comes from the model says so in its rule. Raises InputError where the model is not made for
        the language of the document.
        """
        layers = self.policies.get(document.language, {})
        if all(one.policy is Policy.RULES for one in layers.values()):
            return _untouched(document, self.predictor.name)
        found = self.predictor.predict(document.text, language=document.language)
        return combined(document, found, layers, name=self.predictor.name)


def _untouched(document: Document, name: str) -> Document:
    """The document, with a note that the model was not asked."""
    note = Diagnostic("model_off", Severity.INFO, both("diagnostics.model_off", name=name))
    return replace(document, diagnostics=(*document.diagnostics, note))


def combined(
    document: Document, found: Sequence[PredictedSpan], layers: Mapping[Layer, LayerPolicy], *, name: str
) -> Document:
    """Return the document that the rules read with what `layers` take from the finds of the model `name`.

    Every reference in it holds, and spans stand in the order of the text. What the model says outside of plans, or of
    plans in another language, counts for nothing.
    """
    places = Places(document)
    ours = [span for span in found if places.language(span.start) == document.language]
    for layer in Layer:
        policy = layers.get(layer, _RULES)
        if policy.policy is not Policy.RULES:
            decision = decide(_labelled(document, layer), [span for span in ours if span.layer is layer], policy)
            document = _carried_out(document, layer, decision, name)
    return name_units(document)


def _labelled(document: Document, layer: Layer) -> Iterator[Labelled]:
    match layer:
        case Layer.TASK:
            yield from ((task.span, "") for task in document.tasks)
        case Layer.UNIT:
            yield from ((unit.span, unit.role) for unit in document.units)
        case Layer.DEADLINE:
            yield from ((due.span, due.kind) for due in document.deadlines)
        case Layer.TARGET:
            yield from ((target.span, "") for target in document.targets)


def _carried_out(document: Document, layer: Layer, decision: Decision, name: str) -> Document:
    maker = Maker(document, name)
    match layer:
        case Layer.TASK:
            kept = [task for task in document.tasks if task.span not in decision.dropped]
            tasks = sorted([*kept, *maker.tasks(decision.added)], key=lambda task: task.span)
            return settled(replace(document, tasks=tuple(tasks)))
        case Layer.UNIT:
            units = [unit for unit in document.units if unit.span not in decision.dropped]
            units = sorted([*units, *maker.units(decision.added)], key=lambda unit: (unit.span, unit.role))
            return maker.noted(replace(document, units=tuple(units)))
        case Layer.DEADLINE:
            dues = [due for due in document.deadlines if due.span not in decision.dropped]
            dues = sorted([*dues, *maker.deadlines(decision.added)], key=lambda due: due.span)
            return maker.noted(replace(document, deadlines=tuple(dues)))
        case Layer.TARGET:
            targets = [target for target in document.targets if target.span not in decision.dropped]
            targets = sorted([*targets, *maker.targets(decision.added)], key=lambda target: target.span)
            return maker.noted(replace(document, targets=tuple(targets)))
