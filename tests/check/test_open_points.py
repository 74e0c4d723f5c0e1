"""An open point stands in brackets that close, is highlighted, and is one of the case."""

# ruff: noqa: E501 - one fault, one line

import pytest

from check.planted_faults import MAIN, WORDS, Fault, found, planted, structure, structure_of
from check.small_docx import STYLES, contents, mark, of_body, p, run


@planted(
    ("an open point is not closed", MAIN, "the address of the Spouse]", "the address of the Spouse", "open point 1 is not closed in its paragraph"),
    ("an open point is not highlighted", MAIN, '<w:rPr><w:highlight w:val="yellow"/></w:rPr>', "", "open point 1 is not highlighted"),
    ("an open point is too many", MAIN, WORDS, "On [2: the day].", "the case leaves 1 points open, and the draft shows these: 1, 2"),
)  # fmt: skip
def test_an_open_point_that_is_not_whole_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


def test_an_open_point_in_a_style_that_highlights_is_seen() -> None:
    look = '<w:name w:val="Open"/><w:rPr><w:shd w:fill="FFFF00"/></w:rPr>'
    style = f'<w:style w:type="character" w:styleId="Open">{look}</w:style>'
    body = p("BodyText", "On ", run("[1: the day]", '<w:rStyle w:val="Open"/>'), ".")
    assert structure(of_body(body, STYLES.replace("</w:styles>", style + "</w:styles>"))) == ""


LIGHT = '<w:highlight w:val="yellow"/>'


def undecided(opening: str, closing: str) -> str:
    """Put a clause in the bracket of an open point, with another point in it."""
    heading = p("Heading2", opening, mark(96, "_Ref_bond", run("Bond of the Trustee")))
    inside = p("BodyText", "The bond runs to ", run("[2: the day]", LIGHT), ".", closing)
    return p("Heading1", "Trustees") + mark(97, "_C_bond", heading + inside)


def test_an_undecided_clause_may_stand_in_the_bracket_of_an_open_point() -> None:
    made = contents(run("Article 1 Trustees"), run("1.1 Bond of the Trustee"), instruction='TOC \\o "1-2"')
    assert structure_of(made + undecided(run("[1: ", LIGHT), run("]", LIGHT))) == ""


@pytest.mark.parametrize(
    ("opening", "closing", "said"),
    [
        (run("[1: "), run("]", LIGHT), "clause bond: open point 1 is not highlighted"),
        (run("[1: ", LIGHT), run("]"), "clause bond: open point 1 is not highlighted"),
        (run("[1: ", LIGHT), run("."), "clause bond: open point 1 is not closed in its clause"),
    ],
)
def test_an_undecided_clause_whose_bracket_is_not_whole_is_found(opening: str, closing: str, said: str) -> None:
    assert said in structure_of(undecided(opening, closing))
