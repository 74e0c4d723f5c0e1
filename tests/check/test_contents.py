"""The contents list what Word would list, and lead where they say."""

# ruff: noqa: E501 - one fault, one line

from check.planted_faults import MAIN, NUMBERING_PART, Fault, found, planted, reports, structure_of
from check.small_docx import ARTICLE, BODY, contents, document, field, mark, p, package, run


@planted(
    ("the lists number otherwise", NUMBERING_PART, 'w:val="Article %1"', 'w:val="Part %1"', "is not in the contents"),
    ("the contents number otherwise", MAIN, ">1.1</w:t>", ">1.2</w:t>", "the heading “1.1 Terms” is not in the contents"),
    ("the contents name otherwise", MAIN, ">Terms</w:t></w:r><w:r><w:tab/>", ">Words</w:t></w:r><w:r><w:tab/>", "the contents list “1.1 Words”"),
    ("the contents lead nowhere", MAIN, 'w:anchor="_Ref_definitions"', 'w:anchor="_Ref_gone"', "the bookmark _Ref_gone, which is not there"),
    ("the contents lead elsewhere", MAIN, 'w:anchor="_Ref_definitions"', 'w:anchor="_Ref_us_trustee"', "the entry leads to “2.2 U.S. Trustee”"),
    ("a heading is added", MAIN, "<w:p/>", '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>More</w:t></w:r></w:p>', "“Article 3 More” is not in the contents"),
)  # fmt: skip
def test_contents_that_differ_from_the_headings_are_found(fault: Fault) -> None:
    assert fault.said in found(fault)


def test_contents_in_another_order_are_found() -> None:
    first, second = '<w:hyperlink w:anchor="_Ref_article_qdot"', '<w:hyperlink w:anchor="_Ref_right_to_withhold"'
    a, b = BODY.index(first), BODY.index(second)
    end_a, end_b = BODY.index("</w:hyperlink>", a), BODY.index("</w:hyperlink>", b)
    swapped = BODY[:a] + BODY[b:end_b] + BODY[end_a:b] + BODY[a:end_a] + BODY[end_b:]
    assert "the contents are not in the order of the headings" in reports(package(document=document(swapped)))


def test_contents_may_lead_by_fields_and_leave_out_pages() -> None:
    made = contents(field('HYPERLINK \\l "_Ref_one"', "Article 1 Security"))
    assert structure_of(made + ARTICLE) == ""
    assert "leads to a bookmark that is not there" in structure_of(made.replace("_Ref_one", "_Ref_none") + ARTICLE)


def test_contents_may_be_without_fields_for_their_pages() -> None:
    assert structure_of(contents(run("Article 1 Security") + "<w:r><w:tab/></w:r>" + run("12")) + ARTICLE) == ""


def test_contents_that_should_lead_and_do_not_are_found() -> None:
    made = contents(run("Article 1 Security"), instruction='TOC \\o "1-1" \\h')
    assert "contents, “Article 1 Security”: the entry leads nowhere" in structure_of(made + ARTICLE)


def test_contents_list_paragraphs_by_their_own_outline_level() -> None:
    note = p("BodyText", "Note", more='<w:outlineLvl w:val="0"/>')
    made = contents(run("Article 1 Security"))
    assert "the heading “Note” is not in the contents" in structure_of(made + ARTICLE + note)
    assert structure_of(contents(run("Article 1 Security"), run("Note")) + ARTICLE + note) == ""


def test_contents_of_a_bookmark_list_only_what_is_in_it() -> None:
    made = contents(run("Article 1 Security"), instruction='TOC \\o "1-2" \\b part')
    heading, rest = ARTICLE.split("</w:p>", 1)
    assert structure_of(made + mark(95, "part", f"{heading}</w:p>") + rest) == ""


def test_a_heading_listed_twice_is_found() -> None:
    made = contents(run("Article 1 Security"), run("Article 1 Security"))
    assert "the contents list a heading more often than it stands" in structure_of(made + ARTICLE)


def test_a_heading_in_the_bracket_of_an_open_clause_is_listed_without_it() -> None:
    made = contents(run("Article 1 Security"))
    body = ARTICLE.replace(run("Security"), run("[Security")).replace(run("days;"), run("days;]"))
    assert structure_of(made + body) == ""
