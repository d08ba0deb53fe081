"""Which body an English name means: quote, canonical name, kind, level."""

import pytest

from policy_nlp.bodies import identify

KNOWN = [
    # acronyms
    ("OMB", "Office of Management and Budget", "department", "national"),
    ("NIST", "National Institute of Standards and Technology", "department", "national"),
    ("DOC", "Department of Commerce", "department", "national"),
    ("DHS", "Department of Homeland Security", "department", "national"),
    ("HMRC", "HM Revenue and Customs", "department", "national"),
    ("DEFRA", "Department for Environment, Food and Rural Affairs", "department", "national"),
    ("DfT", "Department for Transport", "department", "national"),
    ("DG CLIMA", "Directorate-General for Climate Action", "department", "national"),
    ("NRCan", "Natural Resources Canada", "department", "national"),
    ("DCCEEW", "Department of Climate Change, Energy, the Environment and Water", "department", "national"),
    ("MBIE", "Ministry of Business, Innovation and Employment", "department", "national"),
    ("GovTech", "Government Technology Agency", "department", "national"),
    ("UNEP", "United Nations Environment Programme", "other", "national"),
    ("CDO Council", "Chief Data Officers Council", "department", "national"),
    ("NDRC", "National Development and Reform Commission", "department", "national"),
    # articles, abbreviations behind, ampersands, the country in front
    ("the Department of Energy (DOE)", "Department of Energy", "department", "national"),
    ("The Cabinet Office", "Cabinet Office", "department", "national"),
    ("HM Revenue & Customs", "HM Revenue and Customs", "department", "national"),
    ("U.S. Department of Agriculture", "U.S. Department of Agriculture", "department", "national"),
    ("World Health Organization (WHO)", "World Health Organization", "other", "national"),
    # states, counties and cities, the place in front or behind
    ("Oregon Department of Transportation", "Oregon Department of Transportation", "department", "provincial"),
    ("Department of Health of Oregon", "Department of Health of Oregon", "department", "provincial"),
    ("Multnomah County Health Department", "Multnomah County Health Department", "department", "county"),
    ("City of Portland Bureau of Transportation", None, "department", "prefecture"),
    ("County Office of Emergency Services", None, "department", "county"),
    ("Boston DPW", "Boston Public Works Department", "department", "prefecture"),
    ("Public Works Department", "Public Works Department", "department", None),
    ("Office of Sustainability", "Office of Sustainability", "department", None),
    ("Leeds City Council", "Leeds City Council", "government", "prefecture"),
    ("Kent County Council", "Kent County Council", "government", "county"),
    ("Parish Council", "Parish Council", "government", "township"),
    ("Wuhan Municipal Education Bureau", "Wuhan Municipal Education Bureau", "department", "prefecture"),
    ("Federal Government", "Federal Government", "government", "national"),
]

UNKNOWN = [
    ("City of Kranj", "government", "prefecture"),
    ("Republic of Slovenia, Ministry of the Sea and Rivers", "department", "national"),
    ("National Tide Board", "department", "national"),
    ("Tidal Data Subcommittee", "department", None),
    ("Harbor Lights Group in the Tide Office", "department", None),
    ("Acme Holdings Ltd", "enterprise", None),
    ("Severne elektrarne d.o.o.", "enterprise", None),
    ("District Heating Operator", "enterprise", "county"),
    ("University of the Lakes", "public institution", None),
    ("Association of River Towns", "association", None),
    ("Secretary of the Interior", "other", None),
    ("Komuna", "other", None),
]

CLASSES = [
    ("all agencies", "department", None),
    ("agencies", "department", None),
    ("departments", "department", None),
    ("Each agency", "department", None),
    ("CFO Act agencies", "department", None),
    ("Departments with fewer than ten services", "department", None),
    ("local authorities", "government", None),
    ("local governments", "government", None),
    ("other selected concessioners", "enterprise", None),
    ("Large energy consumers in the valley", "enterprise", None),
    ("NGOs", "association", None),
    ("CDOs", "other", None),
    ("state agencies", "department", "provincial"),
]


@pytest.mark.parametrize(("quote", "name", "kind", "level"), KNOWN)
def test_a_body_of_the_registry_has_its_canonical_name(quote, name, kind, level):
    identity = identify(quote, language="en")
    assert (identity.name, identity.kind, identity.level) == (name or quote, kind, level)
    assert identity.known and not identity.is_class


@pytest.mark.parametrize(("quote", "kind", "level"), UNKNOWN)
def test_an_unknown_name_has_the_kind_of_its_head(quote, kind, level):
    identity = identify(quote, language="en")
    assert (identity.name, identity.kind, identity.level) == (quote, kind, level)
    assert not identity.known and not identity.is_class


@pytest.mark.parametrize(("quote", "kind", "level"), CLASSES)
def test_a_class_is_no_single_body(quote, kind, level):
    identity = identify(quote, language="en")
    assert (identity.is_class, identity.kind, identity.level) == (True, kind, level)


def test_a_line_break_inside_a_name_is_a_blank():
    assert identify("Department\n    of Energy", language="en").key == "us.doe"


def test_a_name_that_several_countries_use_has_no_key_until_the_region_is_known():
    anywhere = identify("Ministry of Education", language="en")
    assert (anywhere.key, anywhere.known, anywhere.level) == (None, True, "national")
    assert identify("Ministry of Education", language="en", region="Singapore").key == "sg.moe"
    assert identify("Ministry of Education, Singapore", language="en").key == "sg.moe"


def test_a_name_of_a_small_country_and_of_any_state_has_no_level():
    anywhere = identify("Department of Health", language="en")
    assert (anywhere.key, anywhere.level, anywhere.name_other) == (None, None, None)
    assert identify("Department of Health", language="en", region="Ireland").key == "ie.health"


def test_a_short_form_of_several_bodies_stays_as_it_is_written():
    assert identify("FRA", language="en").name == "FRA"
    assert identify("FRA", language="en", region="United States").name == "Federal Railroad Administration"


@pytest.mark.parametrize(
    ("quote", "other"),
    [
        ("OMB", "美国行政管理和预算局"),
        ("Municipal Development and Reform Commission", "市发展和改革委员会"),
        ("Hubei Provincial Department of Education", "湖北省教育厅"),
        ("Department of Culture and Tourism of Sichuan Province", "四川省文化和旅游厅"),
        ("U.S. Environmental Protection Agency", "美国环境保护署"),
        ("Springfield Education Bureau", None),
    ],
)
def test_the_chinese_name_has_the_place_that_is_known(quote, other):
    assert identify(quote, language="en").name_other == other


@pytest.mark.parametrize(
    ("region", "level"),
    [
        ("Oregon", "provincial"),
        ("City of Springfield", "prefecture"),
        ("United States", "national"),
        (None, "national"),
    ],
)
def test_the_place_of_the_plan_tells_a_state_department_from_a_federal_one(region, level):
    assert identify("Department of Transportation", language="en", region=region).level == level
