"""The baselines by name, and whether what they need is installed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from evaluation.baselines.entity_ruler import entity_ruler
from evaluation.baselines.found import Baseline
from evaluation.baselines.jieba_tags import jieba_tags
from evaluation.baselines.jionlp_times import jionlp_times
from evaluation.baselines.keywords import keywords
from evaluation.baselines.recognizers_times import recognizers_times


@dataclass(frozen=True, slots=True)
class Contestant:
    """A baseline, the package that it needs, and the languages that it reads."""

    find: Baseline
    package: str
    languages: tuple[str, ...] = ("zh", "en")

    @property
    def is_installed(self) -> bool:
        """Whether the package is there."""
        return find_spec(self.package) is not None


CONTESTANTS: Mapping[str, Contestant] = {
    "keywords": Contestant(keywords, "policy_nlp"),
    "jieba": Contestant(jieba_tags, "jieba", ("zh",)),
    "entity-ruler": Contestant(entity_ruler, "spacy"),
    "jionlp": Contestant(jionlp_times, "jionlp", ("zh",)),
    "recognizers": Contestant(recognizers_times, "recognizers_date_time"),
}
