"""Which list numbers a style is found as Word finds it."""

from docx_files import W
from lxml import etree

from assembler.word.levels import Level, StyleLevel
from assembler.word.style_lists import style_levels


def level(depth: int, text: str, style: str = "", more: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="decimal"/>{linked}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def scheme(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def listed(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def style(
    identity: str, number: int | None, depth: int | None = None, based_on: str = "", kind: str = "paragraph"
) -> str:
    at = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    numbers = "" if number is None else f'<w:pPr><w:numPr>{at}<w:numId w:val="{number}"/></w:numPr></w:pPr>'
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}">{base}{numbers}</w:style>'


def read(styles: str, numbering: str) -> dict[str, StyleLevel]:
    return style_levels(
        etree.fromstring(f'<w:styles xmlns:w="{W}">{styles}</w:styles>'),
        etree.fromstring(f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'),
    )


def own(found: StyleLevel) -> Level:
    return found.levels[found.depth]


LIST = scheme(7, level(0, "Article %1", "A"), level(1, "%1.%2", "B")) + listed(3, 7)


def test_a_style_names_its_list_and_its_level() -> None:
    found = read(style("A", 3) + style("C", 3, 1), scheme(7, level(0, "Article %1"), level(1, "%1.%2")) + listed(3, 7))

    assert (found["C"].scheme, found["C"].depth, own(found["C"]).text) == ("7", 1, "%1.%2")
    assert own(found["A"]).text == "Article %1"


def test_a_level_that_names_its_style_goes_before_what_the_style_says() -> None:
    assert read(style("B", 3, 0), LIST)["B"].depth == 1


def test_a_style_has_the_list_of_the_one_it_is_based_on() -> None:
    assert read(style("A", 3) + style("Mine", None, based_on="A"), LIST)["Mine"].depth == 0


def test_a_style_s_own_level_goes_before_that_of_the_one_it_is_based_on() -> None:
    assert read(style("A", 3) + style("B", 3, 1, based_on="A"), LIST)["B"].depth == 1


def test_a_style_may_take_its_list_away() -> None:
    assert "Mine" not in read(style("A", 3) + style("Mine", 0, based_on="A"), LIST)


def test_styles_in_a_circle_have_no_list() -> None:
    assert read(style("A", None, based_on="B") + style("B", None, based_on="A"), LIST) == {}


def test_a_list_may_follow_a_numbering_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Articles"/></w:abstractNum>'
    found = read(style("A", 4) + style("Articles", 3, kind="numbering"), linked + LIST + listed(4, 9))

    assert (found["A"].scheme, own(found["A"]).text) == ("7", "Article %1")


def test_a_list_may_begin_elsewhere_or_have_a_level_of_its_own() -> None:
    starts = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    instead = f'<w:lvlOverride w:ilvl="1">{level(1, "§ %1.%2", "B")}</w:lvlOverride>'
    found = read(style("A", 3) + style("B", 3), LIST.replace(listed(3, 7), listed(3, 7, starts + instead)))

    assert own(found["A"]).start == 5
    assert own(found["B"]).text == "§ %1.%2"


def test_what_a_level_says_of_its_numbers_is_read() -> None:
    more = '<w:isLgl/><w:lvlRestart w:val="0"/>'
    unusual = '<w:lvl w:ilvl="1"><x:AlternateContent xmlns:x="mc"/><w:lvlText w:val="%2"/></w:lvl>'
    found = read(style("A", 3) + style("B", 3, 1), scheme(7, level(0, "%1", "A", more), unusual) + listed(3, 7))

    assert own(found["A"]) == Level(1, "decimal", "%1", 0, is_legal=True)
    assert own(found["B"]).form == "unusual"


def test_a_template_without_lists_numbers_nothing() -> None:
    assert style_levels(etree.fromstring(f'<w:styles xmlns:w="{W}">{style("A", 3)}</w:styles>'), None) == {}
