"""A document with tracked changes is read in two views: as accepted, and as it was sent."""

# ruff: noqa: E501 - one case, one line

import pytest

from assembler.check.document import Document, read_document
from assembler.check.revisions import Revision, View
from check.small_docx import document, mark, p, package, run

BY = 'w:author="Ines Prado" w:date="2026-11-02T00:00:00Z"'


def inserted(*inside: str) -> str:
    return f'<w:ins w:id="80" {BY}>{"".join(inside)}</w:ins>'


def deleted(words: str) -> str:
    return f'<w:del w:id="81" {BY}>{run(words).replace("w:t", "w:delText")}</w:del>'


def marked(tag: str) -> str:
    """Write the properties of a paragraph whose mark was inserted or deleted."""
    return f'<w:rPr><w:{tag} w:id="82" {BY}/></w:rPr>'


def read(body: str, view: View) -> Document:
    found, _ = read_document(package(document=document(body)), "draft.docx", view)
    assert found is not None
    return found


def both(body: str) -> tuple[list[str], list[str]]:
    """Give the lines as sent, and as accepted."""
    sent, accepted = (read(body, view).body.lines for view in (View.SENT, View.ACCEPTED))
    return list(sent), list(accepted)


def cell(words: str) -> str:
    return f"<w:tc>{p('TableText', words)}</w:tc>"


@pytest.mark.parametrize(
    ("body", "sent", "accepted"),
    [
        (p("BodyText", "at most ", deleted("30"), inserted(run("60")), run(" days")), ["at most 30 days"], ["at most 60 days"]),
        (p("BodyText", inserted(run("new"), deleted("never")), run(" stays")), [" stays"], ["new stays"]),
        (p("BodyText", deleted("gone"), more=marked("del")) + p("BodyText", "stays"), ["gone", "stays"], ["stays"]),
        (p("BodyText", "one ", more=marked("del")) + p("BodyText", "two"), ["one ", "two"], ["one two"]),
        (p("BodyText", "one ", more=marked("ins")) + p("BodyText", "two"), ["one two"], ["one ", "two"]),
        (
            f'<w:tbl><w:tr>{cell("a")}</w:tr><w:tr><w:trPr><w:del w:id="83" {BY}/></w:trPr>{cell("b")}</w:tr></w:tbl>' + p("BodyText", "x"),
            ["a", "b", "x"],
            ["a", "x"],
        ),
    ],
)  # fmt: skip
def test_each_view_has_the_words_of_its_day(body: str, sent: list[str], accepted: list[str]) -> None:
    assert both(body) == (sent, accepted)


def test_a_joined_paragraph_looks_like_the_second() -> None:
    body = p("BodyText", "one ", more=marked("del")) + p("Heading1", "two")

    assert read(body, View.ACCEPTED).body.styles == ["Heading1"]


def test_a_deleted_paragraph_is_not_counted() -> None:
    body = p("Heading1", deleted("First"), more=marked("del")) + p("Heading1", "Second")

    counts = [[number and number.counts for number in read(body, view).numbers] for view in View]

    assert counts == [[(1,)], [(1,), (2,)]]


def test_a_bookmark_goes_with_the_words_it_held() -> None:
    body = p("BodyText", mark(5, "_Ref_gone", deleted("gone")), mark(6, "_Ref_empty", ""), run("stays"))

    assert [list(read(body, view).bookmarks) for view in View] == [["_Ref_empty"], ["_Ref_gone", "_Ref_empty"]]


def test_a_change_of_style_is_taken_back_in_the_paper_as_sent() -> None:
    change = f'<w:pPrChange w:id="84" {BY}><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:pPrChange>'
    body = p("Heading1", "words", more=change)

    assert [read(body, view).body.styles for view in View] == [["Heading1"], ["BodyText"]]


def test_it_is_known_who_changed_a_paragraph_and_a_deleted_one_is_told_at_the_next() -> None:
    body = p("BodyText", "as sent") + p("BodyText", deleted("gone"), more=marked("del")) + p("BodyText", "stays")

    prado = frozenset({Revision("Ines Prado", "2026-11-02T00:00:00Z")})
    assert read(body, View.ACCEPTED).revised == [frozenset(), prado]
    assert read(body, View.SENT).revised == [frozenset(), prado, frozenset()]
    assert read(p("BodyText", "as sent"), View.ACCEPTED).revised == ()
