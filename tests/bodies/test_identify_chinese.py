"""Which body a Chinese name means: quote, canonical name, kind, level."""

import pytest

from policy_nlp.bodies import identify

KNOWN = [
    # national bodies and their short forms
    ("财政部", "财政部", "department", "national"),
    ("国家发展改革委", "国家发展和改革委员会", "department", "national"),
    ("住房城乡建设部", "住房和城乡建设部", "department", "national"),
    ("工信部", "工业和信息化部", "department", "national"),
    ("市场监管总局", "国家市场监督管理总局", "department", "national"),
    ("国家医保局", "国家医疗保障局", "department", "national"),
    ("中国人民银行", "中国人民银行", "department", "national"),
    ("国务院国资委", "国务院国有资产监督管理委员会", "department", "national"),
    ("国家矿山安监局", "国家矿山安全监察局", "department", "national"),
    ("应急管理部(MEM)", "应急管理部", "department", "national"),
    # bodies that reforms have dissolved keep their own names
    ("银保监会", "中国银行保险监督管理委员会", "department", "national"),
    ("国务院扶贫办", "国务院扶贫开发领导小组办公室", "department", "national"),
    ("安全监管总局", "国家安全生产监督管理总局", "department", "national"),
    # committees and party bodies
    ("国务院安委办", "国务院安全生产委员会办公室", "department", "national"),
    ("自治区安委会办公室", "自治区安全生产委员会办公室", "department", "provincial"),
    ("区消安委", "区消防安全委员会", "department", "county"),
    ("中宣部", "中央宣传部", "party", "national"),
    ("自治区党委宣传部", "自治区党委宣传部", "party", "provincial"),
    ("市委网信办", "市委网络安全和信息化委员会办公室", "party", "prefecture"),
    ("县委编办", "县委机构编制委员会办公室", "party", "county"),
    ("区纪委监委", "区纪委监委", "party", "county"),
    ("省委", "省委", "party", "provincial"),
    # provinces: departments
    ("省工信厅", "省工业和信息化厅", "department", "provincial"),
    ("自治区应急管理厅", "自治区应急管理厅", "department", "provincial"),
    ("四川省住建厅", "四川省住房和城乡建设厅", "department", "provincial"),
    ("人社厅", "人力资源和社会保障厅", "department", "provincial"),
    ("省卫生计生委", "省卫生和计划生育委员会", "department", "provincial"),
    # cities, counties and townships: bureaus
    ("市发改委", "市发展和改革委员会", "department", "prefecture"),
    ("武汉市教育局", "武汉市教育局", "department", "prefecture"),
    ("成都市城管委", "成都市城市管理委员会", "department", "prefecture"),
    ("市人力社保局", "市人力资源和社会保障局", "department", "prefecture"),
    ("市文广旅局", "市文化广电和旅游局", "department", "prefecture"),
    ("市大数据发展局", "市大数据发展局", "department", "prefecture"),
    ("市政府口岸物流办", "市政府口岸和物流办公室", "department", "prefecture"),
    ("县教育局", "县教育局", "department", "county"),
    ("旗农牧局", "旗农牧局", "department", "county"),
    ("四川省成都市武侯区教育局", "四川省成都市武侯区教育局", "department", "county"),
    (
        "新疆维吾尔自治区伊犁哈萨克自治州伊宁市水利局",
        "新疆维吾尔自治区伊犁哈萨克自治州伊宁市水利局",
        "department",
        "county",
    ),
    ("昆山市应急局", "昆山市应急管理局", "department", "county"),
    ("街道应急办", "街道应急管理办公室", "department", "township"),
    # field offices of national agencies, with the place in front or inside
    ("乌鲁木齐海关", "乌鲁木齐海关", "department", "prefecture"),
    ("市税务局", "市税务局", "department", "prefecture"),
    ("国家统计局武汉调查队", "国家统计局武汉调查队", "department", "prefecture"),
    ("国家统计局和田调查队", "国家统计局和田调查队", "department", "prefecture"),
    ("国家能源局新疆监管办", "国家能源局新疆监管办公室", "department", "provincial"),
    ("新疆民航管理局", "民航新疆管理局", "department", "provincial"),
    ("国家矿山安监局四川局", "国家矿山安全监察局四川局", "department", "provincial"),
    ("新疆消防救援总队", "新疆消防救援总队", "department", "provincial"),
    # governments
    ("市政府", "市人民政府", "government", "prefecture"),
    ("乌鲁木齐市党委政府", "乌鲁木齐市党委和政府", "government", "prefecture"),
    ("市委、市政府", "市委、市政府", "government", "prefecture"),
    ("望川市临河街道办", "望川市临河街道办事处", "government", "township"),
    ("和平街道办", "和平街道办事处", "government", "township"),
    # enterprises, associations, courts
    ("国家电网", "国家电网有限公司", "enterprise", "national"),
    ("中石化", "中国石油化工集团有限公司", "enterprise", "national"),
    ("成都铁路局", "中国铁路成都局集团有限公司", "enterprise", "prefecture"),
    ("中国移动武汉分公司", "中国移动武汉分公司", "enterprise", "prefecture"),
    ("市总工会", "市总工会", "association", "prefecture"),
    ("省残联", "省残疾人联合会", "association", "provincial"),
    ("市检察院", "市人民检察院", "other", "prefecture"),
    ("区疾控中心", "区疾病预防控制中心", "public institution", "county"),
    # no place and no head that tells the level
    ("发展和改革委员会", "发展和改革委员会", "department", None),
    ("体育局", "体育局", "department", None),
    ("党委宣传部", "党委宣传部", "party", None),
]

UNKNOWN = [
    ("低空经济发展局", "department", None),
    ("市低空经济发展局", "department", "prefecture"),
    ("省算力统筹厅", "department", "provincial"),
    ("青禾农机有限公司", "enterprise", None),
    ("望川第二中学", "public institution", None),
    ("无人机行业协会", "association", None),
    ("未来城管委会", "government", None),
    ("企业主要负责人", "other", None),
    ("青禾公司北坡矿区", "enterprise", None),
    ("狼山", "other", None),
]

CLASSES = [
    ("各地", "government", None),
    ("各级党委和政府", "government", None),
    ("各有关部门", "department", None),
    ("各有关部门和单位", "department", None),
    ("中央驻疆企业", "enterprise", "national"),
    ("自治区企业", "enterprise", "provincial"),
    ("企业", "enterprise", None),
    ("各省级人民政府", "government", "provincial"),
    ("各县（市、区）人民政府", "government", "county"),
    ("每个区县", "government", "county"),
    ("各级安委会办公室", "department", None),
    ("各省级安委会", "department", "provincial"),
    ("全市各级党组织", "party", "prefecture"),
    ("应急管理部门", "department", None),
    ("民政、教育、文旅等重点行业部门", "department", None),
    ("发生事故的矿山", "enterprise", None),
    ("行业协会", "association", None),
]


@pytest.mark.parametrize(("quote", "name", "kind", "level"), KNOWN)
def test_a_body_of_the_registry_has_its_canonical_name(quote, name, kind, level):
    identity = identify(quote, language="zh")
    assert (identity.name, identity.kind, identity.level) == (name, kind, level)
    assert identity.known and not identity.is_class


@pytest.mark.parametrize(("quote", "kind", "level"), UNKNOWN)
def test_an_unknown_name_has_the_kind_of_its_head(quote, kind, level):
    identity = identify(quote, language="zh")
    assert (identity.name, identity.kind, identity.level) == (quote, kind, level)
    assert not identity.known and identity.key is None and identity.name_other is None


@pytest.mark.parametrize(("quote", "kind", "level"), CLASSES)
def test_a_class_is_no_single_body(quote, kind, level):
    identity = identify(quote, language="zh")
    assert (identity.is_class, identity.kind, identity.level) == (True, kind, level)


def test_a_line_break_inside_a_name_is_no_part_of_it():
    assert identify("住房和城乡\n  建设部", language="zh").name == "住房和城乡建设部"


def test_full_width_brackets_stay_as_they_are_written():
    assert identify("各县（市、区）安委会", language="zh").name == "各县（市、区）安全生产委员会"


@pytest.mark.parametrize(
    ("quote", "other"),
    [
        ("应急管理部", "Ministry of Emergency Management"),
        ("省教育厅", "Provincial Department of Education"),
        ("武汉市教育局", "Wuhan Municipal Education Bureau"),
        ("新疆维吾尔自治区水利厅", "Xinjiang Uygur Autonomous Region Department of Water Resources"),
        ("市委组织部", "Organization Department of the CPC Municipal Committee"),
        ("国家统计局武汉调查队", "Survey Team of the National Bureau of Statistics in Wuhan"),
        ("美国环境保护署", "Environmental Protection Agency"),
        ("武侯区教育局", None),
    ],
)
def test_the_english_name_has_the_place_that_is_known(quote, other):
    assert identify(quote, language="zh").name_other == other


@pytest.mark.parametrize(
    ("quote", "year", "key"),
    [
        ("金融办", 2016, "local.finance_work.office"),
        ("金融办", 2024, "local.finance_commission"),
        ("市农委", 2015, "local.farming.commission"),
        ("市农委", 2020, "local.agriculture.commission"),
        ("财政部", 1900, "cn.mof"),
    ],
)
def test_the_year_chooses_between_bearers_of_a_name(quote, year, key):
    assert identify(quote, language="zh", year=year).key == key


@pytest.mark.parametrize(
    ("quote", "region", "name", "level"),
    [
        ("市商务委", "重庆市", "市商务委员会", "provincial"),
        ("区教育局", "重庆市", "区教育局", "county"),
        ("全区各级党组织", "广西壮族自治区", "全区各级党组织", "provincial"),
        ("市教育局", "昆山市", "市教育局", "county"),
        ("发展改革委", "新疆维吾尔自治区", "发展和改革委员会", "provincial"),
        ("医保局", "中国", "国家医疗保障局", "national"),
        ("社科院", "四川省", "社会科学院", "provincial"),
        ("低空经济发展局", "成都市", "低空经济发展局", "prefecture"),
        ("财政部", "成都市", "财政部", "national"),
        ("各地", "成都市", "各地", None),
    ],
)
def test_the_place_of_the_plan_gives_the_level_of_a_name_without_one(quote, region, name, level):
    identity = identify(quote, language="zh", region=region)
    assert (identity.name, identity.level) == (name, level)


@pytest.mark.parametrize(
    ("quote", "other", "level"),
    [
        ("中央驻疆企业", "central enterprises in the region", "national"),
        ("驻鄂中央企业", "central enterprises in the region", "national"),
        ("省属企业", "enterprises of the region", "provincial"),
        ("矿山企业", "mining enterprises", None),
    ],
)
def test_a_class_of_enterprises_has_a_name_in_english(quote, other, level):
    identity = identify(quote, language="zh")
    assert (identity.name, identity.name_other, identity.level) == (quote, other, level)
    assert identity.is_class and identity.kind == "enterprise"
