"""Tabs and tables of a template keep within the text, on any paper."""

import pytest
from docx_files import W
from lxml import etree

from assembler.word.levels import Level, StyleLevel
from assembler.word.page import fit, fit_contents, text_width


def xml(content: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{W}">{content}</w:x>')


def values(root: etree._Element, name: str, attribute: str) -> list[str | None]:
    return [one.get(f"{{{W}}}{attribute}") for one in root.iter(f"{{{W}}}{name}")]


A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="2268" w:right="2268" w:gutter="0"/>'
LETTER = '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1440" w:right="1440" w:gutter="360"/>'


@pytest.mark.parametrize(
    ("sections", "width"),
    [
        (f"<w:sectPr>{A4}</w:sectPr>", 7370),
        (f"<w:sectPr>{A4}</w:sectPr><w:sectPr>{LETTER}</w:sectPr>", 9000),
        ("<w:sectPr/>", 9360),
        ("", 9360),
    ],
)
def test_the_text_is_as_wide_as_its_section_leaves_it(sections: str, width: int) -> None:
    assert text_width(xml(sections)) == width


def test_a_tab_beyond_the_margin_is_brought_to_it_and_no_other() -> None:
    root = xml("".join(f'<w:tab w:val="right" w:pos="{at}"/>' for at in (720, 7370, 9360)))
    fit(root, 7370)

    assert values(root, "tab", "pos") == ["720", "7370", "7370"]


def table(*columns: int) -> str:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns)
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr></w:tc>' for one in columns)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


def test_a_table_wider_than_the_text_is_scaled_to_it_and_a_narrow_one_is_left() -> None:
    root = xml(table(3000, 6000) + table(3000, 3000))
    fit(root, 7200)

    assert values(root, "gridCol", "w") == values(root, "tcW", "w") == ["2400", "4800", "3000", "3000"]


def contents(tab: int, indent: str = "") -> etree._Element:
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{tab}"/><w:tab w:val="right" w:pos="9360"/></w:tabs>'
    return xml(f'<w:style w:styleId="TOC2"><w:pPr>{tabs}{indent}</w:pPr></w:style>')


@pytest.mark.parametrize(("text", "moves"), [("%1.%2", False), ("Section %1.%2", True)])
def test_titles_in_the_contents_begin_behind_the_longest_number(text: str, moves: bool) -> None:
    root = contents(1152, '<w:ind w:left="432"/>')
    fit_contents(root, StyleLevel("1", 1, (Level(), Level(text=text))))

    left, right = values(root, "tab", "pos")
    assert (left != "1152") is moves
    assert int(left or 0) > 1152 - (not moves)
    assert right == "9360"
