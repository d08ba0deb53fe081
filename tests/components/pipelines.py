"""Blank pipelines with the component in them, and two plans of our own wording."""

from __future__ import annotations

from typing import Any

import spacy

import policy_nlp.components.factory  # noqa: F401  (does what the entry point does where the package is installed)

ZH = "青浦河县内涝治理实施方案\n\n一、改造泵站。2026年6月底前，完成率达到95%以上。（县水务局牵头，各镇人民政府配合）\n"
EN = "# Flood Action Plan\n\n1. The Water Agency shall rebuild at least 12 pumps by 30 June 2027.\n"
TEXTS = {"zh": ZH, "en": EN}
JIEBA = {"nlp": {"tokenizer": {"segmenter": "jieba"}}}
PIPELINES: list[tuple[str, dict[str, Any]]] = [("zh", {}), ("zh", JIEBA), ("en", {})]
"""Every language, for Chinese with each segmenter that needs no download."""


def pipeline(code: str, tokenizer: dict[str, Any] | None = None, /, **options: Any) -> Any:
    nlp = spacy.blank(code, config=tokenizer or {})
    nlp.add_pipe("policy_nlp", config=options)
    return nlp
