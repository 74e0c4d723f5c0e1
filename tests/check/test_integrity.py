"""A range that is not closed is found, and so is a name or an id that nothing or too much has."""

# ruff: noqa: E501 - one fault, one line

from check.planted_faults import COMMENTS_PART, END_2, MAIN, NUMBERING_PART, STYLES_PART, WORDS, Fault, found, planted
from check.small_docx import mark, p

RECITAL = p("Recital", WORDS)
INSERTED = '<w:ins w:id="70"><w:r><w:t>x</w:t></w:r></w:ins>'


@planted(
    ("a bookmark is not closed", MAIN, END_2, "", "the bookmark _C_recital_plan is never closed"),
    ("a bookmark is closed twice", MAIN, END_2, END_2 * 2, "the bookmark _C_recital_plan is closed 2 times"),
    ("a bookmark ends that did not begin", MAIN, END_2, END_2 + '<w:bookmarkEnd w:id="99"/>', "a bookmark ends here that has not begun (id 99)"),
    ("two bookmarks share a name", MAIN, "_Ref_item", "_ref_SUB", "two bookmarks are called"),
    ("two bookmarks share an id", MAIN, 'w:id="20"', 'w:id="21"', "2 bookmarks have the id 21"),
    ("a bookmark's name is too long", MAIN, "_Ref_item", "_Ref_" + "x" * 36, "has 41 characters"),
    ("a bookmark ends before it begins", MAIN, mark(2, "_C_recital_plan", RECITAL), f'{END_2}{RECITAL}<w:bookmarkStart w:id="2" w:name="_C_recital_plan"/>', "the bookmark _C_recital_plan ends before it begins"),
    ("a comment's range is open", MAIN, '<w:commentRangeEnd w:id="0"/>', "", "the comment range 0 is never closed"),
    ("a comment is marked twice", MAIN, '<w:r><w:commentReference w:id="0"/></w:r>', '<w:r><w:commentReference w:id="0"/></w:r>' * 2, "comment 0 has more than one mark"),
    ("a comment is not there", COMMENTS_PART, 'w:comment w:id="0"', 'w:comment w:id="5"', "comment 0 stands here, but there is no such comment"),
    ("a comment has no place", MAIN, '<w:r><w:commentReference w:id="0"/></w:r>', "", "comment 0 belongs to no place"),
    ("a relationship is not declared", MAIN, 'r:id="rId4"', 'r:id="rId44"', "the relationship rId44 is used here and not declared"),
    ("two changes share an id", MAIN, "<w:p/>", f"<w:p>{INSERTED}{INSERTED}</w:p>", "two tracked changes have the id 70"),
)  # fmt: skip
def test_a_range_that_is_not_whole_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


@planted(
    ("a paragraph's style is unknown", MAIN, 'w:val="Recital"', 'w:val="Rezital"', "the paragraph style Rezital is not defined"),
    ("a run's style is unknown", MAIN, "<w:r><w:t xml:space=\"preserve\">The parties", "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t xml:space=\"preserve\">The parties", "the character style Strong is not defined"),
    ("a table's style is unknown", MAIN, 'w:tblStyle w:val="ScheduleTable"', 'w:tblStyle w:val="Grid"', "the table style Grid is not defined"),
    ("a style of another kind is used", MAIN, 'w:tblStyle w:val="ScheduleTable"', 'w:tblStyle w:val="BodyText"', "is a paragraph style and is used as a table style"),
    ("a style is based on none", STYLES_PART, '<w:basedOn w:val="ListNumber"/>', '<w:basedOn w:val="List"/>', "the style ListNumber2 names List"),
    ("styles are based on one another", STYLES_PART, '<w:name w:val="List Number"/><w:basedOn w:val="Normal"/>', '<w:name w:val="List Number"/><w:basedOn w:val="ListNumber2"/>', "the style ListNumber is based on itself"),
    ("a list is unknown", MAIN, '<w:pStyle w:val="Recital"/>', '<w:pStyle w:val="Recital"/><w:numPr><w:numId w:val="9"/></w:numPr>', "list 9 is used here and not defined"),
    ("a style's list is unknown", STYLES_PART, '<w:numId w:val="2"/>', '<w:numId w:val="8"/>', "numbered by list 8"),
    ("a scheme is unknown", NUMBERING_PART, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="7"/>', "list 2 follows scheme 7"),
)  # fmt: skip
def test_a_style_or_list_that_is_not_defined_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)
