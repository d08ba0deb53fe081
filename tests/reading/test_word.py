"""Word documents: what their reader sees on the page, and nothing else."""

from __future__ import annotations

import pytest

from policy_nlp.pipeline import from_page
from tests.reading.marked import shown
from tests.reading.word_files import cell, level, num, p, page, scheme, start_at, table

CHINESE = scheme(
    0,
    level("chineseCounting", "%1、"),
    level("chineseCountingThousand", "（%2）"),
    level("decimal", "%3."),
    level("decimalEnclosedCircle", "%4"),
)
DECIMAL = scheme(
    1, level("upperRoman", "%1."), level("decimal", "%1.%2", more="<w:isLgl/>"), level("lowerLetter", "(%3)")
)
LISTS = CHINESE + DECIMAL + num(1, 0) + num(2, 1) + num(3, 0, start_at(0, 1)) + num(4, 0)


def lines(body: str, **parts: str) -> list[str]:
    return page(body, **parts).text.split("\n")


def codes(body: str, **parts: str) -> list[str]:
    return [note.code for note in page(body, **parts).diagnostics]


def test_automatic_numbers_are_written_out() -> None:
    body = (
        p("总体要求", number="1", level=0)
        + p("目标", number="1", level=1)
        + p("主要任务", number="1", level=0)
        + p("治水", number="1", level=1)
        + p("排查", number="1", level=2)
        + p("整改", number="1", level=2)
        + p("建档", number="1", level=3)
        + p("治气", number="1", level=1)
        + p("监测", number="1", level=2)
    )
    assert lines(body, numbering=LISTS) == [
        "一、总体要求", "（一）目标", "二、主要任务", "（一）治水", "1. 排查", "2. 整改", "①建档",
        "（二）治气", "1. 监测",
    ]  # fmt: skip


def test_legal_levels_and_letters() -> None:
    body = p("Goal", number="2", level=0) + p("Act", number="2", level=1) + p("Step", number="2", level=2)
    assert lines(body * 2, numbering=LISTS) == ["I. Goal", "1.1 Act", "(a) Step", "II. Goal", "2.1 Act", "(a) Step"]


def test_lists_of_one_scheme_count_on_unless_they_start_anew() -> None:
    body = "".join(p("甲", number=number, level=0) for number in ("1", "4", "3", "3", "1"))
    assert lines(body, numbering=LISTS) == ["一、甲", "二、甲", "一、甲", "二、甲", "三、甲"]


def test_a_level_that_never_restarts_counts_on() -> None:
    on = scheme(5, level("decimal", "%1."), level("decimal", "%2)", more='<w:lvlRestart w:val="0"/>')) + num(9, 5)
    body = (p("A", number="9", level=0) + p("b", number="9", level=1)) * 2
    assert lines(body, numbering=on) == ["1. A", "1) b", "2. A", "2) b"]


def test_numbers_come_from_styles_and_can_be_taken_away() -> None:
    lists = scheme(0, level("chineseCounting", "%1、", more='<w:pStyle w:val="H"/>')) + num(1, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Own"/><w:basedOn w:val="H"/></w:style>'
    )
    body = p("任务", style="H") + p("保障", style="S") + p("附则", style="H", number="0") + p("附件", style="H")
    found = page(body, numbering=lists, styles=styles)
    assert shown(found) == ["heading 1: 一、任务", "heading 1: 二、保障", "heading 1: 附则", "heading 1: 三、附件"]


def test_an_empty_numbered_paragraph_counts() -> None:
    body = p("甲", number="1", level=0) + p("", number="1", level=0) + p("乙", number="1", level=0)
    assert lines(body, numbering=LISTS) == ["一、甲", "三、乙"]


def test_bullets_stay_outside_the_block() -> None:
    lists = scheme(0, level("bullet", "\uf0b7")) + num(1, 0)
    assert shown(page(p("Survey dams", number="1", level=0), numbering=lists)) == ["list_item 1: Survey dams"]


def test_a_passage_under_a_heading_style_is_no_heading() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    body = p("治水", style="2") + p("排查隐患。由水务局牵头。", style="2")
    assert shown(page(body, styles=styles)) == ["heading 2: 治水", "paragraph: 排查隐患。由水务局牵头。"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>", "新增"),
        ("<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo>", "甲"),
        ("<w:hyperlink><w:r><w:t>附件</w:t></w:r></w:hyperlink>", "附件"),
        (
            "<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent><w:r><w:t>水务局</w:t></w:r></w:sdtContent></w:sdt>",
            "水务局",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>秘</w:t></w:r><w:r><w:t>明</w:t></w:r>", "明"),
        ("<w:r><w:t>PM2</w:t><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/></w:r>", "PM2-5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>', "☑是"),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>2025年</w:t></w:r></w:fldSimple>', "2025年"),
        (
            "<w:ruby><w:rt><w:r><w:t>lì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>吏</w:t></w:r></w:rubyBase></w:ruby>",
            "吏",
        ),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t></w:r>", "一行\n二行"),
        ("<w:r><w:t>&lt;script&gt;=1+1</w:t></w:r>", "<script>=1+1"),
    ],
)
def test_what_a_paragraph_shows(inside: str, text: str) -> None:
    assert page(f"<w:p>{inside}</w:p>").text == text


def field(code: str, *result: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    return begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + "".join(result)


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_a_field_shows_its_result_and_not_its_code() -> None:
    assert lines(f"<w:p>{field('REF a', '<w:r><w:t>第二条</w:t></w:r>')}{END}<w:r><w:t>所列</w:t></w:r></w:p>") == [
        "第二条所列"
    ]


def test_a_table_of_contents_is_set_aside() -> None:
    contents = f"<w:p>{field('TOC ', '<w:r><w:t>一、任务 1</w:t></w:r>')}</w:p>" + p("二、保障 2") + f"<w:p>{END}</w:p>"
    assert lines(contents + p("一、任务")) == ["一、任务"]
    assert codes(contents + p("一、任务")) == ["contents_set_aside"]


def test_a_table_of_contents_without_an_end_swallows_nothing() -> None:
    contents = f"<w:p>{field('TOC ', '<w:r><w:t>一、任务 1</w:t></w:r>')}</w:p>"
    assert lines(contents + p("一、任务")) == ["一、任务 1", "一、任务"]


def test_a_deleted_end_joins_two_paragraphs() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>排查</w:t></w:r></w:p>"
    assert lines(first + p("隐患", number="1", level=0), numbering=LISTS) == ["一、排查隐患"]
    assert lines(p("甲") + first) == ["甲", "排查"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lines(f"<w:p><w:r><w:t>正文</w:t>{both}</w:r></w:p>") == ["正文", "框内"]


def test_notes_follow_the_text() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="0">{p("separator")}</w:footnote><w:footnote w:id="2">{p("含兵团。")}</w:footnote>'
    body = f"<w:p><w:r><w:t>各地</w:t></w:r>{reference}</w:p>" + p("后文")
    assert lines(body, footnotes=notes) == ["各地¹", "后文", "¹ 含兵团。"]


def test_merged_cells_keep_their_place() -> None:
    across = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    top, on = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"
    body = table([across + p("任务"), "时限"], [top + p("治水"), "排查", "6月"], [on + p(""), "整改", "9月"])
    assert shown(page(body)) == [
        "table", "row", "0,0 1x2: 任务", "0,2: 时限", "row", "1,0 2x1: 治水", "1,1: 排查", "1,2: 6月",
        "row", "2,1: 整改", "2,2: 9月",
    ]  # fmt: skip
    assert page(body).text == "任务\t\t时限\n治水\t排查\t6月\n\t整改\t9月"


def test_cells_say_all_on_one_line() -> None:
    nested = p("一是") + table(["甲", "乙"], ["丙", "丁"])
    assert lines(table(["任务", "单位"], [nested, p("水务局") + p("住建局")]))[1] == "一是 甲 乙 丙 丁\t水务局 住建局"


def test_deleted_rows_are_gone_and_controls_are_looked_into() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('旧')}</w:tr>"
    held = f"<w:sdt><w:sdtContent><w:tr>{cell('新')}{cell('新')}</w:tr></w:sdtContent></w:sdt>"
    assert lines(f"<w:tbl>{gone}{held}</w:tbl>") == ["新\t新"]


def test_a_table_of_one_cell_is_a_frame() -> None:
    assert shown(page(table([p("一、任务") + p("排查。")]))) == ["paragraph: 一、任务", "paragraph: 排查。"]


def test_blocks_say_where_they_come_from() -> None:
    found = page(
        p("甲") + p("") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>" + table(["一", "二"])
    )
    assert [block.origin for block in found.blocks] == [
        "paragraph 1", "page 2, paragraph 3", "table 1", "table 1", "table 1, row 1, column 1",
        "table 1, row 1, column 2",
    ]  # fmt: skip


def test_embedded_files_are_told() -> None:
    assert codes(p("甲") + "<w:altChunk/>") == ["embedded_skipped"]


def spanning(text: str, columns: int = 1, *, down: str = "") -> str:
    return f'<w:tcPr><w:gridSpan w:val="{columns}"/>{down}</w:tcPr>{p(text)}'


@pytest.mark.parametrize("titled", [False, True])
@pytest.mark.parametrize(
    ("heads", "row", "units"),
    [
        (
            ("序号", "重点任务", "责任分工", "牵头单位", "配合单位", "完成时限"),
            ("1", "新建排涝泵站", "市水务局", "市财政局", "2026年10月底前"),
            [("市水务局", "lead"), ("市财政局", "co")],
        ),
        (
            ("No.", "Action", "Responsibility", "Lead", "Partners", "Due"),
            ("1", "Build pumping stations", "Water Department", "Finance Department", "October 2026"),
            [("Water Department", "lead"), ("Finance Department", "co")],
        ),
    ],
)
def test_headings_of_a_table_stand_in_several_rows(
    heads: tuple[str, ...], row: tuple[str, ...], units: list[tuple[str, str]], titled: bool
) -> None:
    number, task, group, lead, co, due = heads
    first, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    upper = [spanning(number, down=first), spanning(task, down=first), spanning(group, 2), spanning(due, down=first)]
    lower = [spanning("", down=on), spanning("", down=on), lead, co, spanning("", down=on)]
    title = [[spanning(f"{task} {group}", 5)]] if titled else []
    document = from_page(page(p("") + table(*title, upper, lower, row)))
    assert [(each.number, each.quote) for each in document.tasks] == [("1", row[1])]
    assert [(unit.quote, unit.role) for unit in document.units] == units
    assert [each.value for each in document.deadlines] == ["2026-10-31"]
