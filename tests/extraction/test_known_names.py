"""A name of the registry is one body, though it holds signs and words that part lists."""

from __future__ import annotations

import pytest

from policy_nlp.extraction.lists import split_bodies
from policy_nlp.text.folding import fold


@pytest.mark.parametrize(
    ("language", "text", "bodies"),
    [
        ("en", "Municipal Ecology and Environment Bureau", ["Municipal Ecology and Environment Bureau"]),
        (
            "en",
            "Lorne City Housing and Urban-Rural Development Bureau and Lorne City Finance Bureau",
            ["Lorne City Housing and Urban-Rural Development Bureau", "Lorne City Finance Bureau"],
        ),
        (
            "en",
            "County Culture, Broadcasting and Tourism Bureau, County Finance Bureau",
            ["County Culture, Broadcasting and Tourism Bureau", "County Finance Bureau"],
        ),
        (
            "en",
            "County Health Department and County Finance Bureau",
            ["County Health Department", "County Finance Bureau"],
        ),
        ("en", "Planning Department and City of Lorne", ["Planning Department", "City of Lorne"]),
        ("zh", "县住房和城乡建设局和县财政局", ["县住房和城乡建设局", "县财政局"]),
        ("zh", "县文化广电和旅游局、县教育局及县民政局", ["县文化广电和旅游局", "县教育局", "县民政局"]),
    ],
)
def test_a_known_name_is_not_cut(language: str, text: str, bodies: list[str]) -> None:
    folded = fold(text)
    assert [text[a:b] for a, b in split_bodies(folded, 0, len(folded), language=language)] == bodies
