"""What a browser shows, line by line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.reading import BlockKind, Page, read_bytes
from tests.reading.marked import shown


def page(html: str) -> Page:
    return read_bytes(html.encode(), path="plan.html")


def codes(html: str) -> list[str]:
    return [note.code for note in page(html).diagnostics]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一、排查<p>二、整改", "一、排查\n二、整改"),
        ("<p>  由住建局\n   牵头 </p>", "由住建局牵头"),
        ("<p>Led by\n the  Department</p>", "Led by the Department"),
        ("<p>牵头<b>单位</b>：水务局<br>时限：6月底</p>", "牵头单位：水务局\n时限：6月底"),
        ("<h1>关于印发<br>治水方案的通知</h1>", "关于印发治水方案的通知"),
        ("<div>A&nbsp;&lt;5 mg<script>a()</script><style>b{}</style><!-- c --></div>", "A\xa0<5 mg"),
        ("<nav>Home</nav><p>Plan<svg><path/></svg></p>", "Plan"),
        ("<pre>1. Survey\n2. Repair</pre>", "1. Survey\n2. Repair"),
        ("<dl><dt>Lead<dd>Water Board</dl>", "Lead\nWater Board"),
        ("a\u200bb", "ab"),
    ],
)
def test_text(html: str, text: str) -> None:
    assert page(html).text == text


def test_headings_carry_their_rank() -> None:
    assert shown(page("<h2>Goal</h2><p>Act.</p><h4>Step</h4>")) == [
        "heading 2: Goal",
        "paragraph: Act.",
        "heading 4: Step",
    ]


def test_a_markdown_mark_left_on_the_page_makes_a_heading() -> None:
    assert shown(page("### Annex B\n<p>Act.</p>")) == ["heading 3: Annex B", "paragraph: Act."]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol start=3 type=a><li>a<li value=7>b<li>c</ol>", ["c. a", "g. b", "h. c"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol type=I><li>a</ol>", ["I. a"]),
        ('<ol style="list-style-type: cjk-ideographic"><li>排查</ol>', ["一、 排查"]),
        ('<ol style="list-style:none"><li>a</ol>', ["a"]),
        ("<ol><li>（一）排查</li><li>① 整改</li></ol>", ["（一）排查", "① 整改"]),
        ("<ul><li>a<li>● b<li>1. c</ul>", ["• a", "● b", "1. c"]),
        ('<ul style="list-style: none"><li>a</ul>', ["a"]),
        ("<ol><li><p>a</p><p>b</p></li><li>c<ul><li>d</ul></ol>", ["1. a", "b", "2. c", "○ d"]),
    ],
)
def test_numbers_of_lists_are_written_out(html: str, lines: list[str]) -> None:
    assert page(html).text.split("\n") == lines


def test_list_items_carry_their_depth() -> None:
    assert shown(page("<ul><li>a<ul><li>b</ul><li>c</ul>")) == ["list_item 1: a", "list_item 2: b", "list_item 1: c"]


def test_a_table_is_one_line_a_row_with_tabs_between_cells() -> None:
    html = "<table><tr><th>任务<th>单位<tr><td><p>排查</p><p>整改</p><td>水务局<br>住建局</table>"
    assert page(html).text == "任务\t单位\n排查 整改\t水务局 住建局"
    assert shown(page(html)) == [
        "table",
        "row",
        "0,0: 任务",
        "0,1: 单位",
        "row",
        "1,0: 排查 整改",
        "1,1: 水务局 住建局",
    ]


def test_merged_cells_keep_the_columns_under_them() -> None:
    html = (
        "<table><tr><th>Goal<th>Action<th>Due<tr><td rowspan=2>Dams<td>Survey<td>Q1<tr><td>Repair<td>Q2"
        "<tr><td colspan=2>Total<td>Q3<tr><td colspan=3>End</table>"
    )
    assert page(html).text == "Goal\tAction\tDue\nDams\tSurvey\tQ1\n\tRepair\tQ2\nTotal\t\tQ3\nEnd"
    assert [line for line in shown(page(html)) if "x" in line] == ["1,0 2x1: Dams", "3,0 1x2: Total", "4,0 1x3: End"]
    assert "2,1: Repair" in shown(page(html))


def test_every_row_stays_though_it_says_the_same() -> None:
    row = "<tr><td>巡查</td><td>责任单位：水务局</td></tr>"
    assert page(f"<table>{row * 40}</table>").text.count("责任单位：水务局") == 40


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><p>一、排查</p><p>二、整改</p></table>",
        "<table><tr><td>一、排查<tr><td>二、整改</table>",
        "<table><tr><td><table><tr><td>一、排查</table><td>二、整改</table>",
        "<table role=presentation><tr><td>一、排查<td>二、整改<tr><td><td></table>",
        f"<table><tr><td>一、排查<td>二、整改<tr><td><td>{'<br>' * 50}</table>",
    ],
)
def test_a_table_that_only_places_text_is_no_table(html: str) -> None:
    assert shown(page(html)) == ["paragraph: 一、排查", "paragraph: 二、整改"]


FURNITURE = "<div>首页 &gt; 政务公开</div><div>打印 关闭</div>"
BODY = "<p>一、加强巡查。由水务局牵头，各乡镇配合，2026年底前完成。</p>" * 30


def site(content: str, *, title: str = "治水方案_某市水务局") -> str:
    return f"<html><head><title>{title}</title></head><body><h1>治水方案</h1>{FURNITURE}{content}</body></html>"


def test_the_content_is_told_from_the_site() -> None:
    found = page(site(f'<div class="TRS_Editor">{BODY}</div>'))
    assert "打印" not in found.text
    assert found.diagnostics == ()


def test_a_short_plan_is_told_from_much_navigation() -> None:
    html = f"<body><div class=menu>{'菜单 ' * 400}</div><div id=zoom>{BODY[:160]}</div></body>"
    assert "菜单" not in page(html).text
    assert "菜单" in page(html.replace("id=zoom", "id=content")).text


def test_a_card_beside_the_text_is_not_the_text() -> None:
    html = f"<body><main><article>{BODY[:700]}</article><p>二、附则。</p>{BODY}</main></body>"
    assert "二、附则" in page(html).text


def test_a_title_outside_the_content_comes_first() -> None:
    found = page(site(f'<div class="TRS_Editor">{BODY}</div>'))
    assert shown(found)[0] == "heading 1: 治水方案"
    assert page(site(f'<div class="TRS_Editor"><p>治 水 方 案</p>{BODY}</div>')).text.startswith("治 水 方 案\n一、")
    assert page(site(f'<div id="zoom">{BODY}</div>', title="某市水务局")).text.startswith("一、")


def test_without_known_content_the_whole_page_is_read_and_said_to_be() -> None:
    html = site(f"<div class=unheard-of>{BODY}</div>")
    assert page(html).text.startswith("治水方案\n首页")
    assert codes(html) == ["body_fallback"]


def test_a_fragment_is_all_content() -> None:
    assert codes(BODY) == []


@pytest.mark.parametrize("label", ["gb2312", "GBK", "gb18030"])
def test_a_labelled_page_in_gb18030(label: str) -> None:
    html = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head><p>由㙍塘镇张喆牵头'
    )
    assert read_bytes(html.encode("gb18030"), path="plan.htm").text == "由㙍塘镇张喆牵头"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_a_page_in_unicode(encoding: str) -> None:
    html = "<html><meta charset=utf-16><body><p>由水务局牵头</p></body></html>"
    assert read_bytes(html.encode(encoding), path="plan.html").text == "由水务局牵头"


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<font size='>'>", "<div></span>"])
def test_bottomless_nesting_is_read_and_said_to_be(unit: str) -> None:
    html = unit * 20_000 + "Plan"
    assert page(html).text.endswith("Plan")
    assert codes(html) == ["nesting_cut"]


def test_two_hundred_thousand_nested_tags_do_not_hang() -> None:
    assert page("<div>" * 200_000 + "Plan").text == "Plan"


@pytest.mark.parametrize("unit", ["<svg>", "<!--", "<a ", "<script>", '<a ="', "</svg", "<p>", "&"])
def test_hostile_source_takes_no_time(unit: str) -> None:
    assert "Plan" in page("<p>Plan</p>" + unit * 100_000).text


PARTS = [
    "<p>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<ol>",
    "<li>",
    "</ol>",
    "<h2>",
    "</h2>",
    "<br>",
    "<pre>",
    "排",
    "\n",
]


@given(st.lists(st.sampled_from(PARTS), max_size=20))
def test_one_line_a_block_whatever_the_tags(parts: list[str]) -> None:
    found = page("Plan" + "".join(parts))
    leaves = [block for block in found.blocks if block.kind not in (BlockKind.TABLE, BlockKind.ROW)]
    assert all("\n" not in found.text[slice(*block.span)] for block in leaves)
    assert all(before.span[1] < after.span[0] for before, after in pairwise(leaves))
    joined = "".join(found.text[slice(*block.span)] for block in leaves)
    assert "".join(joined.split()) == "".join(found.text.split())
