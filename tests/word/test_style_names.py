"""A style is known by its name, whatever id a program gave it."""

import pytest
from docx_files import W
from lxml import etree

from assembler.word.style_names import add_comment_styles, name_of, new_ids, rename, style_kinds, usual_id


def styles(*those: tuple[str, str]) -> etree._Element:
    rows = (f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{name}"/></w:style>' for one, name in those)
    return etree.fromstring(f'<w:styles xmlns:w="{W}">{"".join(rows)}</w:styles>')


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("heading 1", "Heading1"),
        ("Heading 1", "Heading1"),
        ("toc 2", "TOC2"),
        ("TOC 2", "TOC2"),
        ("annotation text", "CommentText"),
        ("Normal Table", "TableNormal"),
        ("Definition Item 2", "DefinitionItem2"),
    ],
)
def test_a_name_has_one_usual_id(name: str, identity: str) -> None:
    assert usual_id(name) == identity
    assert usual_id(name_of(identity)) == identity


def test_a_name_in_other_letters_keeps_its_id() -> None:
    assert usual_id("表紙") is None
    assert new_ids(styles(("a5", "表紙"))) == {}


def test_a_name_among_others_is_found_too() -> None:
    root = styles(("1", "heading 1,h1"), ("af", "見出し"))
    root[1].append(etree.fromstring(f'<w:aliases xmlns:w="{W}" w:val="Recital"/>'))

    assert new_ids(root) == {"1": "Heading1", "af": "Recital"}


def test_ids_that_are_usual_stay() -> None:
    assert new_ids(styles(("Heading1", "heading 1"), ("BodyText", "Body Text"))) == {}


def test_ids_that_changed_places_are_set_right() -> None:
    root = styles(("Heading1", "heading 2"), ("Heading2", "heading 1"))

    assert new_ids(root) == {"Heading1": "Heading2", "Heading2": "Heading1"}


def test_of_two_styles_with_one_name_the_first_is_taken() -> None:
    root = styles(("1", "heading 1"), ("2", "Heading 1"))
    rename(root, new_ids(root))

    assert list(style_kinds(root)) == ["Heading1", "2"]


def test_an_id_that_another_style_takes_gives_way() -> None:
    root = styles(("x", "heading 1"), ("Heading1", "Überschrift"))
    rename(root, new_ids(root))

    assert list(style_kinds(root)) == ["Heading1", "Heading1x"]


def test_everything_that_names_a_style_follows() -> None:
    root = styles(("1", "heading 1"), ("2", "Body Text"))
    root[0].append(etree.fromstring(f'<w:next xmlns:w="{W}" w:val="2"/>'))
    rename(root, new_ids(root))

    assert root[0][1].get(f"{{{W}}}val") == "BodyText"


def test_the_styles_of_comments_are_added_once() -> None:
    root = styles(("CommentText", "annotation text"))
    add_comment_styles(root)
    add_comment_styles(root)

    assert style_kinds(root) == {"CommentText": "paragraph", "CommentReference": "character"}
