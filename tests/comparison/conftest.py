"""Small plans of our own wording, and the findings of their comparison."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policy_nlp.comparison import Comparison, compare
from policy_nlp.pipeline import parse

Compare = Callable[[str, str], Comparison]

_HEAD = {"zh": "{place}水库安全行动方案\n\n一、重点任务\n", "en": "{place} Dam Safety Plan\n\n1. Actions\n"}
FILLER = {
    "zh": "8.修建巡坝道路。拓宽坝顶通道，铺设防滑路面。\n9.宣讲水法知识。走村入户讲解水法，张贴挂图。\n",
    "en": "1.8 Widen crest tracks. Widen the tracks along crests and lay gravel.\n"
    "1.9 Explain water law. Officers will explain water law in villages.\n",
}


@pytest.fixture
def against() -> Compare:
    """Compare one item of a template with one item of a local plan, each among two others that are the same."""

    def run(template: str, local: str, language: str = "zh") -> Comparison:
        above, below = {"zh": ("河陇省", "青沙市"), "en": ("State of Norland", "Ashmere County")}[language]
        plans = (
            f"{_HEAD[language].format(place=place)}{item}\n{FILLER[language]}"
            for place, item in ((above, template), (below, local))
        )
        documents = [
            parse(text, language=language, id=name) for name, text in zip(("above", "below"), plans, strict=True)
        ]
        return compare(*documents)

    return run


def types(comparison: Comparison) -> list[str]:
    return sorted(finding.type.value for finding in comparison.findings)
