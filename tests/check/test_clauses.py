"""A clause that is not the one of the case, or not in its place, is found with the words that differ."""

# ruff: noqa: E501 - one fault, one line

import pytest

from assembler.check.clauses import difference
from check.planted_faults import MAIN, Fault, found, planted, reports
from check.small_docx import BODY, document, package


@planted(
    ("a word is changed", MAIN, "may be made unless", "may be made if", "clause right-to-withhold: line 2 reads “…of Principal may be made if the U.S."),
    ("a line is missing", MAIN, "<w:t xml:space=\"preserve\">from bonds; and</w:t>", "<w:tab/>", "line 5 reads"),
    ("a cell is changed", MAIN, "$663,100.00", "$663,100.01", "and should read “$663,100.00”"),
    ("a space is lost for want of preserve", MAIN, ' xml:space="preserve">No distribution', ">No distribution", "Trusteehas"),
    ("a clause is not there", MAIN, "_C_us_trustee", "_X_us_trustee", "clause us-trustee: it is not in the document"),
    ("a clause is too many", MAIN, "_Ref_item", "_C_item", "clause item: it is in the document, and the case"),
    ("text is hidden", MAIN, "<w:r><w:t xml:space=\"preserve\">has the right", "<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\">has the right", "clause right-to-withhold: line 2"),
)  # fmt: skip
def test_a_clause_that_is_not_as_expected_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


def test_two_clauses_that_change_places_are_found() -> None:
    first, second = BODY.index('<w:bookmarkStart w:id="4"'), BODY.index('<w:bookmarkStart w:id="5"')
    third = BODY.index('<w:bookmarkStart w:id="6"')
    swapped = BODY[:first] + BODY[second:third] + BODY[first:second] + BODY[third:]
    said = "clause us-trustee: it stands where right-to-withhold belongs"
    assert said in reports(package(document=document(swapped)))


@pytest.mark.parametrize(
    ("ours", "expected", "said"),
    [
        (["a b"], ["a c"], "line 1 reads “a b”, and should read “a c”."),
        (["a"], ["a", "b"], "line 2 is missing; it should read “b”."),
        (["a", "b"], ["a"], "line 2 reads “b”, and should not be there."),
        (["a" * 90 + "b" * 90], ["a" * 90 + "c" * 90], f"reads “…{'a' * 25}{'b' * 35}…”, and should read “…aaa"),
    ],
)  # fmt: skip
def test_a_difference_is_said_at_its_place(ours: list[str], expected: list[str], said: str) -> None:
    assert said in difference(ours, expected)
