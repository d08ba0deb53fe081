"""Hard-wrapped lines are told by their width; spans stay those of the raw text."""

from __future__ import annotations

import pytest

from policy_nlp.structure.lines import lines
from policy_nlp.structure.splitting import pages, split
from policy_nlp.structure.wrapping import wrap_width
from policy_nlp.text.folding import fold

WRAPPED = (
    "各街道要对辖区内建成二十年以上的住宅小区逐一\n"
    "登记造册，摸清房屋结构、管线走向和居民改造意\n"
    "愿，形成底数清晰的台账。区住建局要组织设计单\n"
    "位进场踏勘，统筹考虑屋面防水、外墙保温和雨污\n"
    "分流，一次改到位，避免反复开挖扰民。各社区要\n"
    "召开居民议事会，公开改造内容和资金来源，及时\n"
    "回应群众关心的停车问题。"
)


def _width(text: str) -> int:
    folded = fold(text)
    return wrap_width(folded, tuple(lines(folded, pages("zh").sure)), language="zh")


def test_lines_of_one_width_that_end_no_sentence_are_wrapped() -> None:
    assert _width(WRAPPED) == 22


@pytest.mark.parametrize(
    "text",
    [
        WRAPPED.replace("\n", ""),
        "\n".join(["各街道要对辖区内建成二十年以上的小区登记造册。"] * 8),
        "\n".join(["各街道要登记造册，形成台账。（区住建局牵头，区民政局配合）"] * 8),
        "\n".join(["一、目标", "二、任务", "三、保障"] * 4),
        "",
    ],
    ids=["one line", "whole sentences", "lines that end in a block", "headings", "nothing"],
)
def test_other_lines_are_not(text: str) -> None:
    assert _width(text) == 0


def test_the_view_joins_the_lines_of_a_paragraph() -> None:
    view, paragraphs = split(fold(WRAPPED), language="zh")
    assert "\n" not in view.text
    assert len(paragraphs) == 1
    place = view.text.index("意愿")
    assert view.raw((place, place + 2)) == (WRAPPED.index("意\n愿"), WRAPPED.index("意\n愿") + 3)
