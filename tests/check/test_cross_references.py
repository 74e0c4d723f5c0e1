"""A field shows what Word would show: the number or the text of its target."""

# ruff: noqa: E501 - one fault, one line

import pytest

from check.planted_faults import FOOTER_PART, MAIN, NUMBERING_PART, STYLES_PART, Fault, found, planted, structure_of
from check.small_docx import ARTICLE, field, p, run, simple

HERE, ELSEWHERE = p("ListNumber2", "as {0}"), p("Heading1", "Tax") + p("BodyText", "as {0}")


@planted(
    ("a reference shows a stale number", MAIN, ">2.2</w:t></w:r></w:fldSimple>", ">2.3</w:t></w:r></w:fldSimple>", "a reference shows “2.3”, but the number of _Ref_us_trustee is “2.2”"),
    ("a reference in full shows a part", MAIN, ">2.1(b)(ii)<", ">2.1(b)(i)<", "is “2.1(b)(ii)”"),
    ("a schedule is named otherwise", MAIN, '>Schedule A</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> provide', '>Schedule B</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> provide', "number of _Ref_schedule_property is “Schedule A”"),
    ("a reference repeats other words", MAIN, ">Right to withhold</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\">”", ">Right to keep</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\">”", "the text of _Ref_right_to_withhold is “Right to withhold”"),
    ("a reference leads nowhere", MAIN, "REF _Ref_sub \\w", "REF _Ref_gone \\w", "leads to a bookmark that is not there"),
    ("a reference leads to what has no number", MAIN, "REF _Ref_us_trustee \\r", "REF _C_parties_spouse \\r", "which has none"),
    ("the list counts otherwise", NUMBERING_PART, '<w:numFmt w:val="lowerRoman"/>', '<w:numFmt w:val="decimal"/>', "is “2.1(b)(2)”"),
    ("a heading leaves the list", STYLES_PART, '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "", "which has none"),
    ("a page is asked of a lost bookmark", MAIN, "PAGEREF _Ref_definitions", "PAGEREF _Ref_gone", "“PAGEREF _Ref_gone \\h” leads to a bookmark"),
    ("a field has no result", FOOTER_PART, '<w:r><w:t xml:space="preserve">1</w:t></w:r>', "", "the field “PAGE” has no result"),
    ("a simple field has no result", MAIN, ">2.1(b)(ii)</w:t></w:r></w:fldSimple>", "></w:t></w:r></w:fldSimple>", "has no result to show"),
)  # fmt: skip
def test_a_field_that_does_not_show_its_target_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


@pytest.mark.parametrize(
    ("instruction", "shown", "at"),
    [
        ("REF _Ref_one \\r \\h", "Article 1", ELSEWHERE),
        ("REF _Ref_one \\r \\t \\h", "1", ELSEWHERE),
        ("REF _Ref_two \\r \\h", "1.1", HERE),
        ("REF _Ref_four \\n \\h", "(i)", ELSEWHERE),
        ("REF _Ref_four \\w \\h", "1.1(a)(i)", HERE),
        ("REF _Ref_four \\r \\h", "1.1(a)(i)", ELSEWHERE),
        ("REF _Ref_four \\r \\h", "(i)", HERE),
        ("REF _Ref_four \\r \\h", "1.1(a)(i)", HERE),
        ("REF _Ref_four \\r \\p \\h", "(i) above", HERE),
        ("REF _Ref_two \\h \\* MERGEFORMAT", "Bond", ELSEWHERE),
        ("REF _Ref_two \\h \\* Upper", "BOND", ELSEWHERE),
        ("PAGEREF _Ref_two \\h", "3", HERE),
    ],
)
def test_a_reference_that_shows_its_target_passes(instruction: str, shown: str, at: str) -> None:
    assert structure_of(ARTICLE + at.replace(run("as {0}"), run("as ") + field(instruction, shown))) == ""
    assert structure_of(ARTICLE + at.replace(run("as {0}"), run("as ") + simple(instruction, shown))) == ""


@pytest.mark.parametrize(
    ("instruction", "shown", "at"),
    [
        ("REF _Ref_four \\r \\h", "(i)", ELSEWHERE),
        ("REF _Ref_four \\r \\h", "(a)(i)", HERE),
        ("REF _Ref_four \\n \\h", "1.1(a)(i)", ELSEWHERE),
        ("REF _Ref_four \\w \\h", "(i)", HERE),
        ("REF _Ref_two \\r \\h", "Bond", HERE),
        ("REF _Ref_two \\h", "1.1", HERE),
        ("REF _Ref_two \\h", "BOND", HERE),
        ("REF _Ref_one \\r \\h", "Article", HERE),
        ("REF", "1.1", HERE),
        ("", "1.1", HERE),
    ],
)
def test_a_reference_that_shows_something_else_is_found(instruction: str, shown: str, at: str) -> None:
    assert structure_of(ARTICLE + at.replace(run("as {0}"), run("as ") + field(instruction, shown))) != ""
