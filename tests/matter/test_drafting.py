"""A case becomes a Word document that is proved, in its own words and of its own day."""

from datetime import date
from pathlib import Path

import pytest

from assembler.library.body import terms_used
from assembler.matter import Engine, Manner, Matter, Outcome
from matter.agreement import Answers, CaseFile, draft, only, package, said
from matter.docx_text import W, paragraphs, part, words

CALIFORNIA = Path(__file__).parents[2] / "samples" / "california-couple.yaml"


def test_the_california_case_is_drafted_and_proved(california: Outcome) -> None:
    assert said(california) == ""
    assert only(california).filename == "reyes-trust-agreement.docx"
    assert only(california).rendered is not None


def test_the_text_has_the_parties_and_the_words_of_the_law(california: Outcome) -> None:
    text = "\n".join(paragraphs(package(california)))

    assert "Margaret Anne O'Sullivan-Reyes" in text
    assert "João Batista d'Ávila Reyes" in text
    assert "The O'Sullivan-Reyes Qualified Domestic Trust" in text
    assert "section 2056A" in text


def test_a_draft_says_so_on_every_page_and_a_final_paper_does_not(engine: Engine, california: Outcome) -> None:
    final = draft(CALIFORNIA, engine, Manner(is_final=True, notes="none"))

    assert said(final) == ""
    for name in ("word/document.xml", "word/footer1.xml"):
        assert "not legal advice" in "\n".join(paragraphs(package(california), name))
        assert "not legal advice" not in "\n".join(paragraphs(package(final), name))
    assert "Drafting cover sheet" not in "\n".join(paragraphs(package(final)))


def test_the_same_case_makes_the_same_bytes(engine: Engine, california: Outcome) -> None:
    assert package(draft(CALIFORNIA, engine)) == package(california)
    assert package(draft(CALIFORNIA, Engine())) == package(california)


def test_the_contents_number_what_the_headings_are(california: Outcome) -> None:
    rendered = only(california).rendered
    assert rendered is not None
    body = part(package(california))
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]

    assert anchors == [f"_Ref_{entry.identity.replace('-', '_')}" for entry in rendered.entries]
    shown = [words(link).replace(" ", "") for link in body.iter(f"{W}hyperlink")]
    assert shown == [(entry.number + entry.title).replace(" ", "") + "–" for entry in rendered.entries]


NOTES = {"none": 0, "conditional": 1, "all": 2}


def test_more_notes_are_more_comments(engine: Engine) -> None:
    counted = []
    for notes in NOTES:
        found = package(draft(CALIFORNIA, engine, Manner(notes=notes)))
        counted.append(len(list(part(found).iter(f"{W}commentReference"))))
        if notes == "all":
            comments = list(part(found, "word/comments.xml").iter(f"{W}comment"))
            assert len(comments) == counted[-1]

    assert counted[0] == 0
    assert 0 < counted[1] < counted[2]


NAMES = [
    "Smith & Sons",
    "Nguyễn Thị Ánh-Tuyết",
    "محمد بن عبد الله الأنصاري",
    "שָׂרָה בת-שבע כהן",
    "陈建国",
    "山田 太郎",
    "Zoë <Zoe> O'Neill-D'Ávila \"Zo\" Jr.",
    "e\u0301dith Ωμέγα",
    "*Bold* _Under_ #1 | `x`",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_survives_into_the_document_exactly_and_the_check_is_satisfied(
    engine: Engine, case_file: CaseFile, name: str
) -> None:
    def rename(answers: Answers) -> None:
        answers["spouse"]["name"] = name
        answers["trusts"][0]["name"] = f"The {name} Trust"
        answers["trusts"][0]["trustees"][1]["name"] = f"{name} II"

    outcome = draft(case_file(rename), engine)

    assert said(outcome) == ""
    text = "\n".join(paragraphs(package(outcome)))
    assert f"{name}, the spouse and surviving spouse" in text
    assert f"The {name} Trust" in text
    assert f"{name} II" in text
    assert f"The {name} Trust" in "\n".join(paragraphs(package(outcome), "word/header3.xml"))


@pytest.mark.parametrize("name", ["{{ 7*7 }}", "{% raw %} {# x #}", "<w:p/></w:t> -->"])
def test_a_name_that_looks_like_code_is_words(engine: Engine, case_file: CaseFile, name: str) -> None:
    outcome = draft(case_file(lambda answers: answers["spouse"].update(name=name)), engine)

    text = "\n".join(paragraphs(package(outcome)))
    assert f"{name}, the spouse and surviving spouse" in text
    assert "49, the spouse" not in text
    assert all("left over" in problem.what for problem in outcome.problems), said(outcome)


def test_an_address_of_several_lines_is_checked_clean(engine: Engine, case_file: CaseFile) -> None:
    address = "418 Alder Court\nPasadena, California"
    outcome = draft(case_file(lambda answers: answers["spouse"].update(address=address)), engine)

    assert said(outcome) == ""
    assert "418 Alder Court, Pasadena, California" in "\n".join(paragraphs(package(outcome)))


@pytest.mark.parametrize(("day", "edition"), [("2026-07-09", "1996"), ("2026-07-10", "2026")])
def test_the_day_of_the_paper_chooses_the_words(engine: Engine, case_file: CaseFile, day: str, edition: str) -> None:
    def edit(answers: Answers) -> None:
        answers["as_of"] = answers["trusts"][0]["instrument_date"] = date.fromisoformat(day)

    outcome = draft(case_file(edit), engine)

    rendered = only(outcome).rendered
    assert rendered is not None
    assert ("def-finally-determined-1996" in rendered.expected.clauses) is (edition == "1996")
    assert ("def-finally-determined" in rendered.expected.clauses) is (edition == "2026")
    assert f"{edition} edition of the regulations" in "\n".join(paragraphs(rendered.package))


def test_every_defined_term_that_is_used_is_defined(california: Outcome, engine: Engine) -> None:
    rendered = only(california).rendered
    assert rendered is not None
    outline = engine.library.outlines["trust-agreement"]
    terms = {clause.term: name for name, clause in engine.library.of(outline).items() if clause.term}
    used = set(terms_used("\n".join(rendered.expected.clauses.values()), tuple(terms)))
    defined = {engine.library.clauses[name].term for name in rendered.expected.clauses}
    assert used <= defined


def test_a_bond_speaks_from_the_day_its_security_is_dated_and_the_papers_with_it_from_their_own(
    engine: Engine,
) -> None:
    outcome = Matter.open(CALIFORNIA.with_name("deadlines.yaml"), engine).draft("bond")

    days = {one.plan.document: one.plan.paper_date for one in outcome.documents}
    assert days["bond"] == date(2027, 4, 20)
    assert days["security-cover-letter"] == date(2027, 5, 4)
