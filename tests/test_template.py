"""The house template: made by its script, with every style the text asks for, its lists linked both ways."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from assembler.composition import document, paragraphs
from assembler.word import comment_anchors, comments, open_template

TEMPLATES = Path(__file__).parents[1] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMED = re.compile(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"{]+)"')

ASKED = (
    {style for styles in paragraphs.STYLES.values() for style in styles if style}
    | set(paragraphs.FOLLOWING.values())
    | set(document.HEADINGS.values())
    | {"PartHeading", "ScheduleTable", "TableHeading", "TableText", "SignatureLine", "TOC1", "TOC2"}
    | set(NAMED.findall(comments("2026-11-16", [["A note."]]) + comment_anchors(0)[1]))
)
"""Every style that the text of a document names."""


def part(name: str) -> etree._Element:
    with zipfile.ZipFile(TEMPLATES / "house.docx") as package:
        return etree.fromstring(package.read(name))


def styles() -> dict[str, etree._Element]:
    return {style.get(f"{W}styleId", ""): style for style in part("word/styles.xml").iter(f"{W}style")}


def test_the_last_page_is_marked_within_a_paragraph_and_about_a_blank() -> None:
    """Behind a table, or about nothing, LibreOffice loses the bookmark, and each page counts to an error."""
    (mark,) = (
        one for one in part("word/document.xml").iter(f"{W}bookmarkStart") if one.get(f"{W}name") == "_Last_page"
    )
    words = [text.text for text in mark.itersiblings() for text in text.iter(f"{W}t")]

    assert mark.getparent().tag == f"{W}p"  # type: ignore[union-attr]
    assert words == [" "]


@pytest.mark.parametrize("name", sorted(path.stem for path in TEMPLATES.glob("*.docx")))
def test_a_template_is_byte_for_byte_what_its_script_makes(name: str, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"

    subprocess.run([sys.executable, TEMPLATES / f"{name}.py", made], check=True)

    assert made.read_bytes() == (TEMPLATES / f"{name}.docx").read_bytes()


@pytest.mark.parametrize("style", sorted(ASKED))
def test_a_style_that_the_text_names_is_in_the_template(style: str) -> None:
    assert style in styles()


def test_the_styles_of_comments_are_among_them() -> None:
    assert {"CommentText", "CommentReference"} <= ASKED


def test_every_style_the_template_itself_names_is_in_it() -> None:
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        named = NAMED.findall(etree.tostring(part(name)).decode())
        assert set(named) <= styles().keys(), name


def test_a_style_names_only_styles_that_are_there() -> None:
    there = styles()

    for style in there.values():
        for relation in ("basedOn", "next", "link"):
            other = style.find(f"{W}{relation}")
            assert other is None or other.get(f"{W}val") in there, style.get(f"{W}styleId")


def levels() -> list[tuple[str, str, str]]:
    """Give the list, the level and the style of every level of every list."""
    return [
        (abstract.get(f"{W}abstractNumId", ""), level.get(f"{W}ilvl", ""), linked.get(f"{W}val", ""))
        for abstract in part("word/numbering.xml").iter(f"{W}abstractNum")
        for level in abstract.iter(f"{W}lvl")
        for linked in level.iter(f"{W}pStyle")
    ]


def numbered(style: etree._Element) -> tuple[str, str] | None:
    """Give the list and the level that a style names."""
    properties = style.find(f"{W}pPr/{W}numPr")
    if properties is None:
        return None
    level, number = properties.find(f"{W}ilvl"), properties.find(f"{W}numId")
    assert number is not None
    return number.get(f"{W}val", ""), "0" if level is None else level.get(f"{W}val", "")


def test_each_level_of_a_list_names_a_style_that_names_the_level_back() -> None:
    there = styles()

    for number, level, style in levels():
        assert numbered(there[style]) == (number, level), style


def test_each_style_with_a_number_is_named_back_by_its_list() -> None:
    linked = {style: (number, level) for number, level, style in levels()}

    for name, style in styles().items():
        assert numbered(style) == linked.get(name), name


def test_every_level_of_every_list_is_linked() -> None:
    assert len(levels()) == len(list(part("word/numbering.xml").iter(f"{W}lvl")))


def test_each_list_counts_by_itself() -> None:
    numbering = part("word/numbering.xml")
    pairs = [
        (number.get(f"{W}numId"), abstract.get(f"{W}val"))
        for number in numbering.iter(f"{W}num")
        for abstract in number.iter(f"{W}abstractNumId")
    ]

    assert len({abstract for _, abstract in pairs}) == len(pairs) == len(list(numbering.iter(f"{W}abstractNum")))
    assert all(number == abstract for number, abstract in pairs)


def test_the_template_says_nothing_of_who_made_it() -> None:
    core = etree.tostring(part("docProps/core.xml")).decode()

    assert "python-docx" not in core
    assert "2013" not in core


def test_word_is_not_told_to_update_fields_at_opening() -> None:
    assert part("word/settings.xml").find(f"{W}updateFields") is None


def test_the_template_opens_as_one_of_ours() -> None:
    template, problems = open_template(TEMPLATES / "house.docx")

    assert problems == ()
    assert template is not None
    assert "{{ body }}" in template.rendered["word/document.xml"]
    assert "{{ contents }}" in template.rendered["word/document.xml"]
