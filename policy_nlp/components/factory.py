"""How spaCy makes the component: `nlp.add_pipe("policy_nlp", config={…})`."""

# Annotations are not postponed here: spaCy checks a configuration against them as they stand. And spaCy imports this
# file whenever it makes a pipeline, ours in it or not: what extraction needs is loaded when one asks for it.

from collections.abc import Callable
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from policy_nlp.components.attributes import register
from policy_nlp.components.settings import GROUPS, Alignment, Settings, groups_of

register()


@Language.factory(
    "policy_nlp",
    default_config={
        "language": None,
        "fiscal_start": None,
        "alignment": Alignment.EXPAND.value,
        "spans": {layer.value: name for layer, name in GROUPS.items()},
        "model": None,
    },
    assigns=["doc._.policy", "doc.spans"],
    default_score_weights={f"spans_{name}_f": None for name in GROUPS.values()},
)
def make(
    nlp: Language,
    name: str,
    language: Literal["zh", "en"] | None,
    fiscal_start: int | None,
    alignment: Literal["expand", "contract", "strict"],
    spans: dict[str, str | None],
    model: str | None,
) -> Callable[[Doc], Doc]:
    """Return the component for a pipeline of any language.

    `language` is found for each text unless given, as everywhere else; `spans` names the group of each layer, None for
    none; `model` is the folder of a model that reads beside the rules.
    """
    from policy_nlp.components.component import PolicyNlp

    groups = groups_of(spans)
    settings = Settings(language, fiscal_start, Alignment(alignment), groups, model)
    return PolicyNlp(name, settings=settings)
