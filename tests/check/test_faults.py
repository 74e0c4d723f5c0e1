"""A fault planted in one place is found, said to stand there, and nothing else is reported for the clean file."""

# ruff: noqa: E501 - one fault, one line

import pytest
from small_docx import BODY, EXPECTED, PARTS, broken, cell, document, mark, p, package, zipped

from assembler.check import check, structure

MAIN, STYLES, LISTS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
COMMENTS, MAIN_RELS = "word/comments.xml", "word/_rels/document.xml.rels"
END_2 = '<w:bookmarkEnd w:id="2"/>'
WORDS = "The parties make this Agreement."
RECITAL = p("Recital", WORDS)
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
END_CHAR = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
INSERTED = '<w:ins w:id="70"><w:r><w:t>x</w:t></w:r></w:ins>'


def reports(data: bytes) -> str:
    return "\n".join(map(str, check(data, EXPECTED, "draft.docx")))


def test_the_whole_agreement_passes() -> None:
    assert check(package(), EXPECTED, "draft.docx") == ()
    assert structure(package(), "draft.docx") == ()


FAULTS = [
    # clauses
    ("a word is changed", MAIN, "may be made unless", "may be made if", "clause right-to-withhold: line 2 reads “…of Principal may be made if the U.S."),
    ("a line is missing", MAIN, "<w:t xml:space=\"preserve\">from bonds; and</w:t>", "<w:tab/>", "line 5 reads"),
    ("a cell is changed", MAIN, "$663,100.00", "$663,100.01", "and should read “$663,100.00”"),
    ("a space is lost for want of preserve", MAIN, ' xml:space="preserve">No distribution', ">No distribution", "Trusteehas"),
    ("a clause is not there", MAIN, "_C_us_trustee", "_X_us_trustee", "clause us-trustee: it is not in the document"),
    ("a clause is too many", MAIN, "_Ref_item", "_C_item", "clause item: it is in the document, and the case"),
    ("text is hidden", MAIN, "<w:r><w:t xml:space=\"preserve\">has the right", "<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\">has the right", "clause right-to-withhold: line 2"),
    # requirements
    ("a probe is not in the text", MAIN, "at most 35 percent", "at most 135 percent", "foreign-limit is claimed, but “35 percent”"),
    # numbering and references
    ("a reference shows a stale number", MAIN, ">2.2</w:t></w:r></w:fldSimple>", ">2.3</w:t></w:r></w:fldSimple>", "a reference shows “2.3”, but the number of _Ref_us_trustee is “2.2”"),
    ("a reference in full shows a part", MAIN, ">2.1(b)(ii)<", ">2.1(b)(i)<", "is “2.1(b)(ii)”"),
    ("a schedule is named otherwise", MAIN, '>Schedule A</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> provide', '>Schedule B</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> provide', "number of _Ref_schedule_property is “Schedule A”"),
    ("a reference repeats other words", MAIN, ">Right to withhold</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\">”", ">Right to keep</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\">”", "the text of _Ref_right_to_withhold is “Right to withhold”"),
    ("a reference leads nowhere", MAIN, "REF _Ref_sub \\w", "REF _Ref_gone \\w", "leads to a bookmark that is not there"),
    ("a reference leads to what has no number", MAIN, "REF _Ref_us_trustee \\r", "REF _C_parties_spouse \\r", "which has none"),
    ("the lists number otherwise", LISTS, 'w:val="Article %1"', 'w:val="Part %1"', "is not in the contents"),
    ("the list counts otherwise", LISTS, '<w:numFmt w:val="lowerRoman"/>', '<w:numFmt w:val="decimal"/>', "is “2.1(b)(2)”"),
    ("a heading leaves the list", STYLES, '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "", "which has none"),
    # contents
    ("the contents number otherwise", MAIN, ">1.1</w:t>", ">1.2</w:t>", "the heading “1.1 Terms” is not in the contents"),
    ("the contents name otherwise", MAIN, ">Terms</w:t></w:r><w:r><w:tab/>", ">Words</w:t></w:r><w:r><w:tab/>", "the contents list “1.1 Words”"),
    ("the contents lead nowhere", MAIN, 'w:anchor="_Ref_definitions"', 'w:anchor="_Ref_gone"', "the bookmark _Ref_gone, which is not there"),
    ("the contents lead elsewhere", MAIN, 'w:anchor="_Ref_definitions"', 'w:anchor="_Ref_us_trustee"', "the entry leads to “2.2 U.S. Trustee”"),
    ("a page is asked of a lost bookmark", MAIN, "PAGEREF _Ref_definitions", "PAGEREF _Ref_gone", "“PAGEREF _Ref_gone \\h” leads to a bookmark"),
    ("a heading is added", MAIN, "<w:p/>", '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>More</w:t></w:r></w:p>', "“Article 3 More” is not in the contents"),
    # ranges
    ("a bookmark is not closed", MAIN, END_2, "", "the bookmark _C_recital_plan is never closed"),
    ("a bookmark is closed twice", MAIN, END_2, END_2 * 2, "the bookmark _C_recital_plan is closed 2 times"),
    ("a bookmark ends that did not begin", MAIN, END_2, END_2 + '<w:bookmarkEnd w:id="99"/>', "a bookmark ends here that has not begun (id 99)"),
    ("two bookmarks share a name", MAIN, "_Ref_item", "_ref_SUB", "two bookmarks are called"),
    ("two bookmarks share an id", MAIN, 'w:id="20"', 'w:id="21"', "2 bookmarks have the id 21"),
    ("a bookmark's name is too long", MAIN, "_Ref_item", "_Ref_" + "x" * 36, "has 41 characters"),
    ("a bookmark ends before it begins", MAIN, mark(2, "_C_recital_plan", RECITAL), f'{END_2}{RECITAL}<w:bookmarkStart w:id="2" w:name="_C_recital_plan"/>', "the bookmark _C_recital_plan ends before it begins"),
    ("a field runs from cell to cell", MAIN, cell("Asset") + cell("Value"), cell("Asset").replace("</w:p>", BEGIN + "</w:p>") + cell("Value").replace("</w:p>", END_CHAR + "</w:p>"), "begins and ends in different table cells"),
    ("a field is not closed", MAIN, END_CHAR + '<w:r><w:t xml:space="preserve">”', '<w:r><w:t xml:space="preserve">”', "is not closed"),
    ("a field ends that did not begin", MAIN, WORDS + "</w:t></w:r>", WORDS + "</w:t></w:r>" + END_CHAR, "a field ends here that has not begun"),
    ("a separator stands alone", MAIN, WORDS + "</w:t></w:r>", WORDS + "</w:t></w:r>" + SEPARATE, "without a field to separate"),
    ("an instruction stands alone", MAIN, WORDS + "</w:t>", WORDS + "</w:t><w:instrText>PAGE</w:instrText>", "“PAGE” stands outside a field"),
    ("a field has no result", "word/footer1.xml", '<w:r><w:t xml:space="preserve">1</w:t></w:r>', "", "the field “PAGE” has no result"),
    ("a simple field has no result", MAIN, ">2.1(b)(ii)</w:t></w:r></w:fldSimple>", "></w:t></w:r></w:fldSimple>", "has no result to show"),
    ("a comment's range is open", MAIN, '<w:commentRangeEnd w:id="0"/>', "", "the comment range 0 is never closed"),
    ("a comment is marked twice", MAIN, '<w:r><w:commentReference w:id="0"/></w:r>', '<w:r><w:commentReference w:id="0"/></w:r>' * 2, "comment 0 has more than one mark"),
    ("a comment is not there", COMMENTS, 'w:comment w:id="0"', 'w:comment w:id="5"', "comment 0 stands here, but there is no such comment"),
    ("a comment has no place", MAIN, '<w:r><w:commentReference w:id="0"/></w:r>', "", "comment 0 belongs to no place"),
    ("a relationship is not declared", MAIN, 'r:id="rId4"', 'r:id="rId44"', "the relationship rId44 is used here and not declared"),
    # leftovers
    ("an expression is left", MAIN, WORDS, "The {{ spouse_name }} signs.", "{{ is left over: “The {{ spouse_name }}"),
    ("a statement is left", MAIN, WORDS, "{% if x %}", "{% is left over"),
    ("a remark is left", MAIN, WORDS, "{# note #}", "{# is left over"),
    ("an empty value is written", MAIN, WORDS, "The Spouse lives in None.", "written as None"),
    ("an undefined value is written", MAIN, WORDS, "The Spouse lives in Undefined.", "written as Undefined"),
    ("a placeholder is left", MAIN, WORDS, "The Spouse lives in [TBD].", "[TBD is left over"),
    ("a blank is left", MAIN, WORDS, "Dated ____ 2026.", "a blank is left to fill in by hand"),
    ("filler is left", MAIN, WORDS, "Lorem ipsum.", "filler text"),
    ("a space is doubled", MAIN, WORDS, "The  parties sign.", "two spaces stand together"),
    ("a space is doubled across runs", MAIN, " and </w:t>", " and  </w:t>", "two spaces stand together"),
    ("a comma stands off", MAIN, WORDS, "The parties , all, sign.", "before a comma"),
    ("a full stop is doubled", MAIN, WORDS, "Signed by Ann Lee Jr..", "two full stops"),
    ("a paragraph of a clause is empty", MAIN, END_2, "<w:p/>" + END_2, "clause recital-plan: a paragraph of it is empty"),
    ("a cell holds no paragraph", MAIN, '<w:tc><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p></w:tc>', "<w:tc/>", "a table cell holds no paragraph"),
    ("an open point is not closed", MAIN, "the address of the Spouse]", "the address of the Spouse", "open point 1 is not closed in its paragraph"),
    ("an open point is not highlighted", MAIN, '<w:rPr><w:highlight w:val="yellow"/></w:rPr>', "", "open point 1 is not highlighted"),
    ("an open point is too many", MAIN, WORDS, "On [2: the day].", "the case leaves 1 points open, and the draft shows these: 1, 2"),
    ("a bracket closes alone", MAIN, WORDS, "The parties] sign.", "a square bracket closes that was not opened"),
    # definitions
    ("a paragraph's style is unknown", MAIN, 'w:val="Recital"', 'w:val="Rezital"', "the paragraph style Rezital is not defined"),
    ("a run's style is unknown", MAIN, "<w:r><w:t xml:space=\"preserve\">The parties", "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t xml:space=\"preserve\">The parties", "the character style Strong is not defined"),
    ("a table's style is unknown", MAIN, 'w:tblStyle w:val="ScheduleTable"', 'w:tblStyle w:val="Grid"', "the table style Grid is not defined"),
    ("a style of another kind is used", MAIN, 'w:tblStyle w:val="ScheduleTable"', 'w:tblStyle w:val="BodyText"', "is a paragraph style and is used as a table style"),
    ("a style is based on none", STYLES, '<w:basedOn w:val="ListNumber"/>', '<w:basedOn w:val="List"/>', "the style ListNumber2 names List"),
    ("styles are based on one another", STYLES, '<w:name w:val="List Number"/><w:basedOn w:val="Normal"/>', '<w:name w:val="List Number"/><w:basedOn w:val="ListNumber2"/>', "the style ListNumber is based on itself"),
    ("a list is unknown", MAIN, '<w:pStyle w:val="Recital"/>', '<w:pStyle w:val="Recital"/><w:numPr><w:numId w:val="9"/></w:numPr>', "list 9 is used here and not defined"),
    ("a style's list is unknown", STYLES, '<w:numId w:val="2"/>', '<w:numId w:val="8"/>', "numbered by list 8"),
    ("a scheme is unknown", LISTS, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="7"/>', "list 2 follows scheme 7"),
    ("deleted text stands as text", MAIN, END_2, '<w:p><w:del w:id="60"><w:r><w:t>gone</w:t></w:r></w:del></w:p>' + END_2, "“gone” is deleted, but stands as text"),
    ("two changes share an id", MAIN, "<w:p/>", f"<w:p>{INSERTED}{INSERTED}</w:p>", "two tracked changes have the id 70"),
    # parts
    ("a part is broken", "word/footer1.xml", "</w:ftr>", "", "the part is not well-formed XML"),
    ("the main part is broken", MAIN, "</w:body>", "", "the document cannot be read"),
    ("a part declares a document type", COMMENTS, "<w:comments", '<!DOCTYPE c [<!ENTITY a "b">]><w:comments', "document type declaration"),
    ("a part has no type", "[Content_Types].xml", "/word/footer1.xml", "/word/footer2.xml", "word/footer1.xml: no content type is declared"),
    ("a type has no part", "[Content_Types].xml", "/word/footer1.xml", "/word/footer2.xml", "word/footer2.xml: a content type is declared for a part that is not there"),
    ("a relationship's target is not there", MAIN_RELS, "footer1.xml", "footer3.xml", "leads to word/footer3.xml, which is not there"),
    ("two relationships share an id", MAIN_RELS, 'Id="rId4"', 'Id="rId5"', "two relationships are called rId5"),
    # names
    ("a name loses an accent", MAIN, "María José", "Maria José", "the name “María José Ferreira d'Ávila” appears only changed"),
    ("a name's apostrophe is bent", MAIN, "d'Ávila", "d’Ávila", "appears only changed"),
    ("a name is not there", MAIN, "Müller &amp; Søn Bank", "Some Bank", "the name “Müller & Søn Bank, N.A.” does not appear"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "said"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_planted_fault_is_found(part: str, old: str, new: str, said: str) -> None:
    assert said in reports(broken(part, old, new))


def test_two_clauses_that_change_places_are_found() -> None:
    first, second = BODY.index('<w:bookmarkStart w:id="4"'), BODY.index('<w:bookmarkStart w:id="5"')
    third = BODY.index('<w:bookmarkStart w:id="6"')
    swapped = BODY[:first] + BODY[second:third] + BODY[first:second] + BODY[third:]
    assert "clause us-trustee: it stands where right-to-withhold belongs" in reports(
        package(document=document(swapped))
    )


def test_contents_in_another_order_are_found() -> None:
    first, second = '<w:hyperlink w:anchor="_Ref_article_qdot"', '<w:hyperlink w:anchor="_Ref_right_to_withhold"'
    a, b = BODY.index(first), BODY.index(second)
    end_a, end_b = BODY.index("</w:hyperlink>", a), BODY.index("</w:hyperlink>", b)
    swapped = BODY[:a] + BODY[b:end_b] + BODY[end_a:b] + BODY[a:end_a] + BODY[end_b:]
    assert "the contents are not in the order of the headings" in reports(package(document=document(swapped)))


def test_a_missing_main_part_is_a_problem() -> None:
    parts = {name: text for name, text in PARTS.items() if name != MAIN}
    assert "word/document.xml: the document cannot be read (it is not there)" in reports(zipped(parts))


def test_every_problem_comes_at_once() -> None:
    body = BODY.replace("José", "Jose").replace(">1.1</w:t>", ">1.9</w:t>").replace(WORDS, "{{ x }}")
    found = reports(package(document=document(body)))
    assert all(
        said in found for said in ("appears only changed", "1.9 Terms", "{{ is left over", "recital-plan: line 1")
    )


@pytest.mark.parametrize(
    "words", ["None of the Trustees signs.", "Wait ... and see.", "The sum [as reduced] is due.", "A __init__"]
)
def test_words_that_look_like_leftovers_pass(words: str) -> None:
    assert structure(broken(MAIN, WORDS, words), "draft.docx") == ()
