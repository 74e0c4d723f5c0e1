"""The whole road: a case file becomes a checked Word document, or is told why not."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx_text import W, highlighted, paragraphs, part, words

from assembler.library.body import terms_used
from assembler.matter import Drafted, Engine, Manner, Outcome, assemble

CALIFORNIA = Path(__file__).parents[2] / "samples" / "california-couple.yaml"
AGREEMENT = ["trust-agreement"]
Answers = dict[str, Any]
CaseFile = Callable[[Callable[[Answers], object]], Path]


def draft(source: Path, engine: Engine, manner: Manner = Manner()) -> Outcome:  # noqa: B008
    return assemble(source, engine, manner, AGREEMENT)


def only(outcome: Outcome) -> Drafted:
    (document,) = outcome.documents
    return document


def package(outcome: Outcome) -> bytes:
    poured = only(outcome).poured
    assert poured is not None
    return poured.package


def said(outcome: Outcome) -> str:
    return "\n".join(map(str, outcome.problems))


@pytest.fixture(scope="module")
def california(engine: Engine) -> Outcome:
    return draft(CALIFORNIA, engine)


def test_the_california_case_is_drafted_and_proved(california: Outcome) -> None:
    assert said(california) == ""
    assert only(california).filename == "reyes-trust-agreement.docx"
    assert only(california).poured is not None


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
    poured = only(california).poured
    assert poured is not None
    body = part(package(california))
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]

    assert anchors == [f"_Ref_{entry.identity.replace('-', '_')}" for entry in poured.entries]
    shown = [words(link).replace(" ", "") for link in body.iter(f"{W}hyperlink")]
    assert shown == [(entry.number + entry.title).replace(" ", "") for entry in poured.entries]


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
    "e\u0301dith Ωmega",
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
    assert f"{name}, as the spouse" in text
    assert f"The {name} Trust" in text
    assert f"{name} II" in text
    assert f"The {name} Trust" in "\n".join(paragraphs(package(outcome), "word/header1.xml"))


@pytest.mark.parametrize("name", ["{{ 7*7 }}", "{% raw %} {# x #}", "<w:p/></w:t> -->"])
def test_a_name_that_looks_like_code_is_words(engine: Engine, case_file: CaseFile, name: str) -> None:
    outcome = draft(case_file(lambda answers: answers["spouse"].update(name=name)), engine)

    text = "\n".join(paragraphs(package(outcome)))
    assert f"{name}, as the spouse" in text
    assert "49, as the spouse" not in text
    assert all("left over" in problem.what for problem in outcome.problems), said(outcome)


def test_an_address_of_several_lines_is_checked_clean(engine: Engine, case_file: CaseFile) -> None:
    address = "418 Alder Court\nPasadena, California"
    outcome = draft(case_file(lambda answers: answers["spouse"].update(address=address)), engine)

    assert said(outcome) == ""
    assert "418 Alder Court, Pasadena, California" in "\n".join(paragraphs(package(outcome)))


def leave_open(answers: Answers) -> None:
    trust = answers["trusts"][0]
    del trust["instrument_date"], trust["records_keeper"]
    del answers["spouse"]["address"]
    del trust["trustees"][1]["kind"]


def test_open_points_are_numbered_in_the_order_a_reader_meets_them(engine: Engine, case_file: CaseFile) -> None:
    outcome = draft(case_file(leave_open), engine)

    assert said(outcome) == ""
    poured = only(outcome).poured
    assert poured is not None
    points = {point.number: point for point in poured.points}
    met = [int(n) for text in highlighted(poured.package) for n in re.findall(r"\[(\d+): ", text)]
    assert list(dict.fromkeys(met)) == sorted(points) == list(range(1, len(points) + 1))
    assert points[1].what == "the date of the agreement"
    assert points[1].where == "Cover"


def test_an_open_point_is_bracketed_highlighted_and_listed_with_who_supplies_it(
    engine: Engine, case_file: CaseFile
) -> None:
    outcome = draft(case_file(leave_open), engine)

    poured = only(outcome).poured
    assert poured is not None
    (keeper,) = (point for point in poured.points if "keeps the records" in point.what)
    assert f"[{keeper.number}: the person who keeps the records]" in highlighted(poured.package)
    assert keeper.who == "trustee"
    assert keeper.path == "trusts[reyes].records_keeper"
    assert re.fullmatch(r"Section 4\.\d+", keeper.where)
    cells = paragraphs(poured.package)
    at = cells.index("the person who keeps the records")
    assert cells[at - 1 : at + 3] == [str(keeper.number), keeper.what, keeper.where, "trustee"]


def test_the_same_gap_keeps_its_number_wherever_it_stands(engine: Engine, case_file: CaseFile) -> None:
    outcome = draft(case_file(leave_open), engine)

    found = [text for text in highlighted(package(outcome)) if "the date of the agreement" in text]
    assert len(found) > 1
    assert set(found) == {"[1: the date of the agreement]"}


def test_an_undecided_clause_stands_in_brackets_with_a_comment_that_names_the_fact(
    engine: Engine, case_file: CaseFile
) -> None:
    def edit(answers: Answers) -> None:
        del answers["trusts"][0]["assets"]

    outcome = draft(case_file(edit), engine)

    assert said(outcome) == ""
    poured = only(outcome).poured
    assert poured is not None
    lines = poured.expected.clauses["real-property"].split("\n")
    closing = re.search(r" \[(\d+): keep if the trust holds real property\]\]$", lines[-1])
    assert lines[0] == "[Real property"
    assert closing is not None
    assert poured.points[int(closing[1]) - 1].path == "trusts[reyes].assets"
    assert "[" in highlighted(poured.package)
    comments = "\n".join(paragraphs(poured.package, "word/comments.xml"))
    assert "Undecided" in comments
    assert "trusts[reyes].assets" in comments


def without(*path: str) -> Callable[[Answers], None]:
    def edit(answers: Any) -> None:
        for step in path[:-1]:
            answers = answers[int(step)] if step.isdigit() else answers[step]
        del answers[int(path[-1]) if path[-1].isdigit() else path[-1]]

    return edit


GAPS = [
    ("trusts", "0", key)
    for key in ("name", "instrument_date", "marital_form", "governing_law", "records_kept_in", "tax_year_end")
] + [
    ("trusts", "0", "trustees"),
    ("trusts", "0", "trustees", "0", "name"),
    ("trusts", "0", "trustees", "0", "kind"),
    ("trusts", "0", "trustees", "0", "is_us_trustee"),
    ("trusts", "0", "successors"),
    ("trusts", "0", "security"),
    ("trusts", "0", "assets"),
    ("trusts", "0", "principal"),
    ("trusts", "0", "spouse_power"),
    ("trusts", "0", "remainder"),
    ("decedent", "name"),
    ("decedent", "status"),
    ("decedent", "domicile"),
    ("spouse", "name"),
    ("spouse", "citizenships"),
    ("spouse", "is_resident"),
    ("matter",),
]


@pytest.mark.parametrize("path", GAPS, ids=".".join)
def test_whatever_is_not_answered_leaves_a_whole_draft_with_its_points_open(
    engine: Engine, case_file: CaseFile, path: tuple[str, ...]
) -> None:
    outcome = draft(case_file(without(*path)), engine)

    structural = [p for p in outcome.problems if "is claimed" not in p.what and "discharges" not in p.what]
    assert "\n".join(map(str, structural)) == ""
    assert only(outcome).poured is not None


def test_a_final_paper_is_refused_while_a_point_is_open(engine: Engine, case_file: CaseFile) -> None:
    outcome = draft(case_file(leave_open), engine, Manner(is_final=True))

    document = only(outcome)
    assert document.poured is not None
    assert document.filename == "reyes-trust-agreement.unchecked.docx"
    assert len(outcome.problems) == len(document.poured.points)
    first = outcome.problems[0]
    assert first.where == "reyes-trust-agreement: Cover"
    assert "the date of the agreement" in first.what
    assert first.fix == "answer trusts[reyes].instrument_date (attorney)."


@pytest.mark.parametrize(("day", "edition"), [("2026-07-09", "1996"), ("2026-07-10", "2026")])
def test_the_day_of_the_paper_chooses_the_words(
    engine: Engine, case_file: CaseFile, day: str, edition: str
) -> None:
    def edit(answers: Answers) -> None:
        answers["as_of"] = answers["trusts"][0]["instrument_date"] = date.fromisoformat(day)

    outcome = draft(case_file(edit), engine)

    poured = only(outcome).poured
    assert poured is not None
    assert ("def-finally-determined-1996" in poured.expected.clauses) is (edition == "1996")
    assert ("def-finally-determined" in poured.expected.clauses) is (edition == "2026")
    assert f"{edition} edition of the regulations" in "\n".join(paragraphs(poured.package))


def test_every_defined_term_that_is_used_is_defined(california: Outcome, engine: Engine) -> None:
    poured = only(california).poured
    assert poured is not None
    terms = {clause.term: name for name, clause in engine.library.clauses.items() if clause.term}
    used = set(terms_used("\n".join(poured.expected.clauses.values()), tuple(terms)))
    defined = {engine.library.clauses[name].term for name in poured.expected.clauses}
    assert used <= defined


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ""),
        (b"format: 1\n", "as_of"),
        (b"format: 1\nas_of: soon\n", "as_of"),
        (b"\xff\xfe\x00", ""),
        (b"a: [", ""),
        (b"format: 1\nas_of: 2026-11-21\n", "trusts"),
    ],
)
def test_a_case_that_cannot_be_drafted_says_why(engine: Engine, tmp_path: Path, content: bytes, words: str) -> None:
    source = tmp_path / "case.yaml"
    source.write_bytes(content)

    outcome = draft(source, engine)

    assert outcome.documents == ()
    assert outcome.problems
    assert words in said(outcome)


def test_a_case_of_ten_megabytes_is_answered_and_not_swallowed(engine: Engine, tmp_path: Path) -> None:
    source = tmp_path / "case.yaml"
    source.write_bytes(CALIFORNIA.read_bytes() + b"# " + b"x" * 10_000_000 + b"\n")

    outcome = draft(source, engine)

    assert outcome.documents or outcome.problems


def test_a_case_that_is_not_there_is_a_problem(engine: Engine, tmp_path: Path) -> None:
    assert draft(tmp_path / "none.yaml", engine).problems


def test_what_the_law_refuses_is_told_at_its_line_and_nothing_is_drafted(
    engine: Engine, case_file: CaseFile
) -> None:
    source = case_file(lambda answers: answers["spouse"].update(is_us_citizen=True))
    outcome = draft(source, engine)

    assert outcome.documents == ()
    assert re.search(r"case\.yaml:\d+: spouse\.is_us_citizen", said(outcome))


def test_a_bond_speaks_from_the_day_its_security_is_dated_and_the_papers_with_it_from_their_own(
    engine: Engine,
) -> None:
    outcome = assemble(CALIFORNIA.with_name("deadlines.yaml"), engine, wanted=["bond"])

    days = {one.plan.document: one.plan.paper_date for one in outcome.documents}
    assert days["bond"] == date(2027, 4, 20)
    assert days["security-cover-letter"] == date(2028, 11, 20)
