"""spaCy's EntityRuler over blank pipelines: bodies, dates and per cents by token patterns, no values and no roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from evaluation.baselines.found import Found

Pattern = list[dict[str, Any]]

_HAN = {"TEXT": {"REGEX": r"^[\u4e00-\u9fff]$"}}
_CAPITAL = {"IS_TITLE": True}


def _number(least: int, most: int) -> dict[str, Any]:
    return {"IS_DIGIT": True, "OP": f"{{{least},{most}}}"}


PATTERNS: Mapping[str, Mapping[str, list[Pattern]]] = {
    "zh": {
        "ORG": [[_HAN | {"OP": "{1,10}"}, {"TEXT": {"IN": list("局厅委办部")}}]],
        "DATE": [
            [_number(4, 4), {"TEXT": "年"}, {"TEXT": {"IN": list("底末")}, "OP": "?"}, {"TEXT": "前", "OP": "?"}],
            [
                _number(4, 4),
                {"TEXT": "年"},
                _number(1, 2),
                {"TEXT": "月"},
                {"TEXT": "底", "OP": "?"},
                {"TEXT": "前", "OP": "?"},
            ],
        ],
        "PERCENT": [[_number(1, 4), {"TEXT": {"IN": ["%", "％"]}}]],
    },
    "en": {
        "ORG": [
            [{"TEXT": {"IN": ["Department", "Ministry", "Office"]}}, {"LOWER": "of"}, _CAPITAL | {"OP": "{1,3}"}],
            [_CAPITAL | {"OP": "{1,4}"}, {"TEXT": {"IN": ["Agency", "Council", "Office", "Commission", "Authority"]}}],
        ],
        "DATE": [
            [{"LOWER": "by"}, {"LOWER": "the", "OP": "?"}, {"LOWER": "end"}, {"LOWER": "of"}, {"SHAPE": "dddd"}],
            [{"LOWER": "by"}, _CAPITAL | {"OP": "?"}, {"SHAPE": "dddd"}],
        ],
        "PERCENT": [[{"LIKE_NUM": True}, {"TEXT": "%"}], [{"LIKE_NUM": True}, {"LOWER": "per"}, {"LOWER": "cent"}]],
    },
}


def entity_ruler(text: str, language: str) -> Iterator[Found]:
    """Yield what the ruler of a language marks."""
    for entity in _pipeline(language)(text).ents:
        yield Found(entity.start_char, entity.end_char, entity.label_)


@cache
def _pipeline(language: str) -> Any:
    import spacy

    pipeline = spacy.blank(language)
    pipeline.max_length = 100_000_000
    patterns = [
        {"label": label, "pattern": pattern} for label, found in PATTERNS[language].items() for pattern in found
    ]
    ruler: Any = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(patterns)
    return pipeline
