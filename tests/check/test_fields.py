"""References show what Word would show, and contents list what Word would list."""

from dataclasses import replace

import pytest
from small_docx import EXPECTED, STYLES, TOC_BEGIN, Duty, char, field, mark, of_body, p, package, run, simple

from assembler.check import check, structure

LIST = (
    p("Heading1", mark(90, "_Ref_one", run("Security")))
    + p("Heading2", mark(91, "_Ref_two", run("Bond")))
    + p("ListNumber", mark(92, "_Ref_three", run("terms;")))
    + p("ListNumber2", mark(93, "_Ref_four", run("days;")))
)
HERE, ELSEWHERE = p("ListNumber2", "as {0}"), p("Heading1", "Tax") + p("BodyText", "as {0}")


def reports(body: str) -> str:
    return "\n".join(map(str, structure(of_body(body), "draft.docx")))


@pytest.mark.parametrize(
    ("order", "shown", "at"),
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
def test_a_reference_that_shows_its_target_passes(order: str, shown: str, at: str) -> None:
    assert reports(LIST + at.replace(run("as {0}"), run("as ") + field(order, shown))) == ""
    assert reports(LIST + at.replace(run("as {0}"), run("as ") + simple(order, shown))) == ""


@pytest.mark.parametrize(
    ("order", "shown", "at"),
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
def test_a_reference_that_shows_something_else_is_found(order: str, shown: str, at: str) -> None:
    assert reports(LIST + at.replace(run("as {0}"), run("as ") + field(order, shown))) != ""


def contents(*entries: str, order: str = 'TOC \\o "1-1" \\u') -> str:
    begin = TOC_BEGIN.replace('TOC \\o "1-2" \\h \\z \\t "Schedule Heading,1"', order)
    lines = [p("TOC1", begin if not n else "<w:r/>", inside) for n, inside in enumerate(entries)]
    return "".join(lines) + p("BodyText", char("end"))


def test_contents_may_lead_by_fields_and_leave_out_pages() -> None:
    made = contents(field('HYPERLINK \\l "_Ref_one"', "Article 1 Security"))
    assert reports(made + LIST) == ""
    assert "leads to a bookmark that is not there" in reports(made.replace("_Ref_one", "_Ref_none") + LIST)


def test_contents_may_be_without_fields_for_their_pages() -> None:
    assert reports(contents(run("Article 1 Security") + "<w:r><w:tab/></w:r>" + run("12")) + LIST) == ""


def test_contents_that_should_lead_and_do_not_are_found() -> None:
    made = contents(run("Article 1 Security"), order='TOC \\o "1-1" \\h')
    assert "contents, “Article 1 Security”: the entry leads nowhere" in reports(made + LIST)


def test_contents_list_paragraphs_by_their_own_outline_level() -> None:
    note = p("BodyText", "Note", more='<w:outlineLvl w:val="0"/>')
    made = contents(run("Article 1 Security"))
    assert "the heading “Note” is not in the contents" in reports(made + LIST + note)
    assert reports(contents(run("Article 1 Security"), run("Note")) + LIST + note) == ""


def test_contents_of_a_bookmark_list_only_what_is_in_it() -> None:
    made = contents(run("Article 1 Security"), order='TOC \\o "1-2" \\b part')
    assert reports(made + mark(95, "part", LIST[: LIST.index("</w:p>") + 6]) + LIST[LIST.index("</w:p>") + 6 :]) == ""


def test_a_heading_listed_twice_is_found() -> None:
    made = contents(run("Article 1 Security"), run("Article 1 Security"))
    assert "the contents list a heading more often than it stands" in reports(made + LIST)


def test_a_heading_in_the_bracket_of_an_open_clause_is_listed_without_it() -> None:
    made = contents(run("Article 1 Security"))
    body = LIST.replace(run("Security"), run("[Security")).replace(run("days;"), run("days;]"))
    assert reports(made + body) == ""


def test_an_open_point_in_a_style_that_highlights_is_seen() -> None:
    look = '<w:name w:val="Open"/><w:rPr><w:shd w:fill="FFFF00"/></w:rPr>'
    style = f'<w:style w:type="character" w:styleId="Open">{look}</w:style>'
    body = p("BodyText", "On ", run("[1: the day]", '<w:rStyle w:val="Open"/>'), ".")
    assert structure(of_body(body, STYLES.replace("</w:styles>", style + "</w:styles>")), "draft.docx") == ()


LIGHT = '<w:highlight w:val="yellow"/>'


def undecided(opening: str, closing: str) -> str:
    """Put a clause in the bracket of an open point, with another point in it."""
    heading = p("Heading2", opening, mark(96, "_Ref_bond", run("Bond of the Trustee")))
    inside = p("BodyText", "The bond runs to ", run("[2: the day]", LIGHT), ".", closing)
    return p("Heading1", "Trustees") + mark(97, "_C_bond", heading + inside)


def test_an_undecided_clause_may_stand_in_the_bracket_of_an_open_point() -> None:
    made = contents(run("Article 1 Trustees"), run("1.1 Bond of the Trustee"), order='TOC \\o "1-2"')
    assert reports(made + undecided(run("[1: ", LIGHT), run("]", LIGHT))) == ""


@pytest.mark.parametrize(
    ("opening", "closing", "said"),
    [
        (run("[1: "), run("]", LIGHT), "clause bond: open point 1 is not highlighted"),
        (run("[1: ", LIGHT), run("]"), "clause bond: open point 1 is not highlighted"),
        (run("[1: ", LIGHT), run("."), "clause bond: open point 1 is not closed in its clause"),
    ],
)
def test_an_undecided_clause_whose_bracket_is_not_whole_is_found(opening: str, closing: str, said: str) -> None:
    assert said in reports(undecided(opening, closing))


def test_a_requirement_that_no_clause_claims_is_found_with_its_law() -> None:
    duty = Duty("records", "26 CFR 20.2056A-2(d)(1)", "the trust keeps its records", ("records",))
    found = check(package(), replace(EXPECTED, requirements=(duty,)), "draft.docx")
    assert [p.law for p in found] == [duty.cite]
    assert found[0].what == "no clause discharges records: the trust keeps its records"


def test_a_claim_by_a_clause_that_is_not_in_the_file_does_not_count() -> None:
    expected = replace(EXPECTED, discharged_by={**EXPECTED.discharged_by, "foreign-limit": ("gone",)})
    assert "no clause discharges foreign-limit" in str(check(package(), expected, "draft.docx")[0])


def test_a_probe_is_not_pieced_together_of_two_clauses() -> None:
    duty = Duty("joint", "26 CFR 1", "x", ("this agreement. terms",))
    expected = replace(EXPECTED, requirements=(duty,), discharged_by={"joint": ("recital-plan", "definitions")})
    assert [p.law for p in check(package(), expected, "draft.docx")] == ["26 CFR 1"]
