"""What is left of the template, doubled or unpaired is found; words that only look so are not."""

# ruff: noqa: E501 - one fault, one line

import pytest

from check.planted_faults import END_2, MAIN, WORDS, Fault, found, planted, structure
from check.small_docx import broken


@planted(
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
    ("a bracket closes alone", MAIN, WORDS, "The parties] sign.", "a square bracket closes that was not opened"),
)  # fmt: skip
def test_a_slip_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


@pytest.mark.parametrize(
    "words", ["None of the Trustees signs.", "Wait ... and see.", "The sum [as reduced] is due.", "A __init__"]
)
def test_words_that_look_like_slips_pass(words: str) -> None:
    assert structure(broken(MAIN, WORDS, words)) == ""
