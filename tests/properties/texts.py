"""Texts to try the program on: any characters at all, hostile mixes of signs, small plans put together by chance."""

from __future__ import annotations

from hypothesis import strategies as st

SIGNS = (
    *"一二三十、.．（）()【】〔〕[]《》“”：:；;，,。!？\t|#*-•①②⑳ 　\n\r\x0b\x85\u2028\ufeff\u200b0129%％",
    "一、",
    "（一）",
    "（二）",
    "1.",
    "2、",
    "(3)",
    "1.1",
    "第一章",
    "第二条",
    "一是",
    "二是",
    "首先",
    "附件1",
    "\r\n",
    "\n\n",
    "　　",
    "- ",
    "| ",
    "|---|",
    "## ",
    "**",
    "2024年",
    "6月底前",
    "到2025年",
    "每季度",
    "15日内",
    "年底前",
    "3月1日至20日",
    "不少于3次",
    "达到95%以上",
    "下降10%",
    "全部",
    "全覆盖",
    "市教育局",
    "各乡镇（街道）",
    "企业",
    "牵头",
    "配合",
    "负责",
    "牵头单位：",
    "责任单位：",
    "完成时限：",
    "（市教育局牵头，市财政局配合）",
    "列第一位者为牵头单位，下同",
    "要加强管理",
    "工作方案",
    "的通知",
    "主要任务",
    "工作目标",
    "保障措施",
    "序号",
    "工作任务",
    "完成时限",
    "打印本页",
    "首页 > ",
    "the Department will publish a plan by 30 June 2025. ",
    "Action 1: ",
    "Lead: Department of Health\n",
    "(a) ",
    "at least 75% of ",
    "𠮷",
    "👷",
    "e\u0301",
)

any_text = st.text(max_size=200)
hostile_text = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=3)), max_size=60).map("".join)

_BODIES = st.sampled_from(
    ["县教育局", "县水利局", "县住建局", "各镇（街道）", "县公安局", "县发展改革委", "各村（社区）"]
)
_WORKS = st.sampled_from(
    [
        "完善台账管理制度",
        "开展隐患排查整治",
        "更换老旧供水管网",
        "建设便民服务中心",
        "组织应急疏散演练",
        "清理河道阻水建筑",
    ]
)
_DUES = st.sampled_from(["", "，2024年6月底前完成", "，2025年底前全部到位", "，每季度通报一次", "，30日内办结"])
_AMOUNTS = st.sampled_from(["", "，覆盖率达到95%以上", "，培训不少于2次", "，新建8处"])


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    subject = draw(st.one_of(st.just(""), _BODIES.map(lambda body: body + "要")))
    return f"{subject}{draw(_WORKS)}{draw(_AMOUNTS)}{draw(_DUES)}。"


@st.composite
def _blocks(draw: st.DrawFn) -> str:
    lead, co = draw(_BODIES), draw(_BODIES)
    shapes = ["", f"（{lead}牵头，{co}配合）", f"（责任单位：{lead}、{co}）", f"\n牵头单位：{lead}\n配合单位：{co}"]
    return draw(st.sampled_from(shapes))


@st.composite
def _items(draw: st.DrawFn, number: str) -> str:
    leaves = draw(st.integers(0, 3))
    if leaves < 2:
        return f"{number}{draw(_sentences())}{draw(_blocks())}"
    parts = (f"{'一二三'[place]}是{draw(_sentences())}" for place in range(leaves))
    return f"{number}{draw(_WORKS)}。{''.join(parts)}{draw(_blocks())}"


@st.composite
def _sections(draw: st.DrawFn, number: str, name: str) -> str:
    style = draw(st.sampled_from(["（{}）", "{}."]))
    numerals = "一二三四" if style.startswith("（") else "1234"
    items = [draw(_items(style.format(numerals[place]))) for place in range(draw(st.integers(2, 4)))]
    return "\n".join([f"{number}、{name}", *items])


_NOTICE = "白岭县人民政府关于印发环境整治工作方案的通知\n各镇人民政府：\n现将方案印发给你们，请遵照执行。\n"
_AIMS = "到2026年，生活垃圾回收率达到40%以上，河道基本清洁。"
_TABLES = st.sampled_from(
    [
        "序号\t工作任务\t牵头单位\t完成时限\n1\t改造公厕8座\t县城管局\t2024年9月底前\n2\t新建游园\t县林业局\t2025年底前",
        "| 工作任务 | 责任单位 |\n|---|---|\n| 改造公厕 | 县城管局 |\n| 新建游园 | 县林业局 |",
        "• 设立便民窗口，公开办事流程。\n• 开通预约服务，缩短等候时间。",
        "各镇要于每月5日前将进展报县住建局。",
    ]
)
_TAILS = st.sampled_from(
    [
        "",
        "\n白岭县人民政府\n2024年3月6日",
        "\n（此件公开发布）",
        "\n附件：任务清单\n\n白岭县人民政府办公室\n2024年3月6日",
    ]
)


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A small plan with a title; every item ends in a full stop or a responsibility block.

    A notice may stand before it, aims and a table inside it, and a signature behind it.
    """
    names = ["主要任务", "工作步骤", "保障措施"]
    sections = [draw(_sections("一二三"[place], name)) for place, name in enumerate(names)]
    sections[0] += "\n" + draw(_TABLES) if draw(st.booleans()) else ""
    aims = [_AIMS] if draw(st.booleans()) else []
    notice = _NOTICE if draw(st.booleans()) else ""
    return "\n".join([f"{notice}白岭县2024年环境整治工作方案", *aims, *sections]) + draw(_TAILS)
