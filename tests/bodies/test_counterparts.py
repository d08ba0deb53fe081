"""Whether a local plan's body is the template's."""

import pytest

from policy_nlp.bodies import one_level_down, same_body

SAME = [
    # one or more levels down
    ("zh", "自治区应急管理厅", "市应急管理局"),
    ("zh", "应急管理部", "县应急管理局"),
    ("zh", "发展和改革委员会", "发改局"),
    ("zh", "自治区党委宣传部", "市委宣传部"),
    ("zh", "国务院安委会办公室", "市安委办"),
    ("zh", "新疆消防救援总队", "市消防救援支队"),
    ("zh", "省人民政府", "市政府"),
    ("zh", "交通运输部", "市交通局"),
    ("en", "Department of Transportation", "City Bureau of Transportation"),
    ("en", "Department of Education", "County Education Bureau"),
    ("en", "FEMA", "County Office of Emergency Management"),
    ("en", "Department of Public Works", "Public Works Department"),
    # merged bureaus
    ("zh", "省应急管理厅", "区综合执法与应急管理局"),
    ("zh", "自然资源厅", "市自然资源和规划局"),
    ("zh", "省体育局", "县文化广电旅游体育局"),
    ("zh", "省民政厅", "县民政和应急管理局"),
    # successors
    ("zh", "卫生计生委", "市卫生健康委"),
    ("zh", "安监局", "应急管理局"),
    ("zh", "省工商局", "市场监管局"),
    ("zh", "国务院扶贫办", "县乡村振兴局"),
    ("en", "DCLG", "MHCLG"),
    ("en", "BEIS", "DESNZ"),
    # classes, and the one body of a class
    ("zh", "各级党委和政府", "各级党委和政府"),
    ("zh", "各有关部门", "各部门单位"),
    ("zh", "中央驻疆企业", "辖区企业"),
    ("zh", "应急管理厅", "应急管理部门"),
    ("en", "all agencies", "departments"),
    # unknown names that differ in head and place alone
    ("zh", "省低空经济发展厅", "市低空经济发展局"),
    ("en", "Ministry of Rivers", "Department of Rivers"),
    # unknown names that spell out the same function in whole words
    ("en", "State Environment Department", "Pine County Environmental Protection Office"),
    ("en", "State Department of Transportation", "County Transport Office"),
    ("zh", "省生态环境保护厅", "市环境治理局"),
]

DIFFERENT = [
    ("zh", "省教育厅", "市公安局"),
    ("zh", "公安厅", "市交警支队"),
    ("zh", "国务院安委会", "市应急管理局"),
    ("zh", "省委组织部", "市委宣传部"),
    ("zh", "省教育厅", "临江教育学院"),
    ("zh", "文物局", "市文化和旅游局"),
    ("zh", "各有关部门", "市教育局"),
    ("zh", "企业", "各有关部门"),
    ("zh", "省低空经济发展厅", "市低空经济发展有限公司"),
    ("en", "Department of Education", "Department of Labor"),
    ("en", "DfT", "Leeds City Council"),
    # a short form or a stem that only stands inside a word of the other name: DEP in Department, port in Portfolio
    ("en", "State Youth Department", "Pine County Environment Office"),
    ("en", "State Youth Department", "County Emergency Office"),
    ("en", "Department of Portfolio Review", "County Port Authority"),
    ("en", "State Firearms Department", "County Fire Office"),
    ("en", "State Watershed Department", "County Water Office"),
    ("en", "Department of Lawn Care", "City Law Department"),
    # a word that many names have
    ("en", "Department of Public Art", "County School Board"),
    ("en", "State General Stores Department", "State Legislature"),
    ("zh", "省综合协调局", "市档案局"),
    ("zh", "省社会心理服务局", "市委社会工作部"),
    ("zh", "省种业发展局", "市渔业局"),
    ("zh", "省青年发展厅", "市生态环境局"),
]


@pytest.mark.parametrize(("language", "template", "local"), SAME)
def test_a_counterpart_is_the_same_body(language, template, local):
    assert same_body(template, local, language=language)


@pytest.mark.parametrize(("language", "template", "local"), DIFFERENT)
def test_another_body_is_not(language, template, local):
    assert not same_body(template, local, language=language)


def test_a_successor_counts_from_the_year_in_which_it_is_set_up():
    assert not same_body("省扶贫办", "县农业农村局", language="zh", year=2017)
    assert same_body("省扶贫办", "县农业农村局", language="zh", year=2024)


@pytest.mark.parametrize(
    ("language", "body", "below"),
    [
        ("zh", "cn.mem", "应急管理厅"),
        ("zh", "应急管理部", "应急管理厅"),
        ("zh", "自治区应急管理厅", "应急管理局"),
        ("zh", "省发改委", "发展和改革局"),
        ("zh", "国家税务总局", "税务局"),
        ("zh", "新疆消防救援总队", "消防救援支队"),
        ("zh", "市教育局", "教育局"),
        ("zh", "市委宣传部", "宣传部"),
        ("zh", "省低空经济发展厅", "低空经济发展局"),
        ("zh", "国防部", None),
        ("zh", "狼山", None),
        ("en", "cn.moe", "Department of Education"),
        ("en", "Hubei Provincial Department of Education", "Education Bureau"),
        ("en", "Ministry of Rivers", "Department of Rivers"),
        ("en", "Komuna", None),
    ],
)
def test_one_level_down(language, body, below):
    assert one_level_down(body, language=language) == below


@pytest.mark.parametrize(
    ("language", "template", "local"),
    [
        ("en", "State Police", "County Police Department"),
        ("en", "Provincial Department of Public Security", "City Police Department"),
        ("en", "State Development Commission", "Municipal Development and Reform Commission"),
        ("en", "State Department of Financial Services", "Provincial Local Financial Administration Bureau"),
        ("en", "State Department of Veterans Affairs", "County Veterans Service Office"),
        ("zh", "省公安厅", "县公安局"),
        ("zh", "省地方金融监管局", "市委金融办"),
        ("zh", "退役军人事务部", "县退役军人局"),
        ("zh", "省委老干部局", "市委离退休干部局"),
        ("zh", "省生态环境厅", "市生态环境保护综合行政执法支队"),
        ("zh", "省医疗保障局", "市医保中心"),
    ],
)
def test_what_reforms_and_countries_call_differently_is_the_same_body(language, template, local):
    assert same_body(template, local, language=language)
