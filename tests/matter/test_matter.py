"""All the papers of a case tell one story: the same names, the same amounts, and each paper in the index."""

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from assembler.findings.security_amount import amount_to_secure
from assembler.matter import Drafted, Engine, Matter, Outcome
from assembler.merge import merge
from matter.agreement import CaseFile, draft, said
from matter.docx_text import part, words

SAMPLES = Path(__file__).parents[2] / "samples"
CALIFORNIA = SAMPLES / "california-couple.yaml"
MONEY = re.compile(r"\$([\d,]+\.\d\d)(?!\d)")
CASES = ("two-annuities", "bond", "letter-confirmed", "example-2-formula")


@pytest.fixture(scope="module")
def outcomes(engine: Engine) -> dict[str, Outcome]:
    return {name: Matter.open(SAMPLES / f"{name}.yaml", engine).draft() for name in CASES}


@pytest.fixture(params=CASES)
def outcome(request: pytest.FixtureRequest, outcomes: dict[str, Outcome]) -> Outcome:
    return outcomes[request.param]


def text(drafted: Drafted) -> str:
    assert drafted.rendered is not None
    return words(part(drafted.rendered.package))


def amounts(values: Iterable[object]) -> set[str]:
    return {match[1] for value in values for match in MONEY.finditer(str(value))}


def known_amounts(outcome: Outcome) -> set[str]:
    """Give every amount that the fields and the lists of the case have."""
    known = set[str]()
    for subject in {drafted.plan.subject for drafted in outcome.documents}:
        filled = merge(subject, outcome.matter.engine.library.words["phrases"])
        known |= amounts(filled.values.values()) | amounts(filled.lists.values())
    return known


def test_a_case_that_calls_for_sixteen_papers_gets_sixteen_with_an_index(outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes["two-annuities"]

    assert outcome.problems == ()
    assert len(outcome.documents) == 16
    (index,) = (drafted for drafted in outcome.documents if drafted.plan.document == "cover-index")
    for drafted in outcome.documents:
        assert (drafted.filename in text(index)) is (drafted is not index)


def test_every_paper_names_the_couple_as_the_case_does(outcome: Outcome) -> None:
    case = outcome.matter.case
    couple = [name for name in (case.decedent.name, case.spouse.name) if name]

    named = [name for drafted in outcome.documents for name in couple if name in text(drafted)]

    assert set(named) == set(couple)
    assert len(named) > len(outcome.documents)


def test_no_paper_has_an_amount_that_the_case_does_not_know(outcome: Outcome) -> None:
    known = known_amounts(outcome)

    for drafted in outcome.documents:
        assert amounts([text(drafted)]) <= known, drafted.filename


def test_the_security_is_one_amount_in_every_paper_that_states_it(outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes["bond"]
    (trust,) = outcome.matter.findings.trusts
    figure = amount_to_secure(trust).value
    assert figure is not None
    assert isinstance(figure.value, Decimal)

    stating = [drafted.plan.document for drafted in outcome.documents if f"${figure.value:,.2f}" in text(drafted)]

    assert {"bond", "bond-asset-statement", "bond-application", "figures-worksheet"} <= set(stating)


def packages(outcome: Outcome) -> dict[str, bytes]:
    return {one.name: one.rendered.package for one in outcome.documents if one.rendered}


def test_many_threads_may_draft_one_matter_and_get_the_same_bytes(engine: Engine, outcomes: dict[str, Outcome]) -> None:
    matter = Matter.open(SAMPLES / "bond.yaml", engine)
    with ThreadPoolExecutor(8) as threads:
        drafted = [threads.submit(matter.draft, "bond", "figures-worksheet") for _ in range(8)]

    first, *others = (packages(one.result()) for one in drafted)
    assert len(first) > 2
    assert all(one == first for one in others)
    assert first.items() <= packages(outcomes["bond"]).items()


def test_a_library_that_many_threads_compile_at_once_is_one(california: Outcome) -> None:
    matter = Matter(california.matter.reading, Engine())
    with ThreadPoolExecutor(8) as threads:
        drafted = [threads.submit(matter.draft, "trust-agreement") for _ in range(8)]

    assert all(packages(one.result()) == packages(california) for one in drafted)


def test_a_matter_is_opened_from_a_file_or_from_its_text(engine: Engine) -> None:
    path = SAMPLES / "bond.yaml"
    of_path, of_text = Matter.open(path, engine), Matter.open(path.read_text(encoding="utf-8"), engine)

    assert of_path.is_read
    assert of_text.case == of_path.case
    assert of_text.problems == of_path.problems == ()
    assert of_text.figures == of_path.figures
    assert of_text.deadlines == of_path.deadlines
    assert [plan.name for plan in of_text.documents] == [plan.name for plan in of_path.documents]


def test_a_problem_stands_at_its_line_of_the_file_or_of_the_text(engine: Engine, tmp_path: Path) -> None:
    text = (SAMPLES / "bond.yaml").read_text(encoding="utf-8").replace("is_us_citizen: false", "is_us_citizen: true", 1)
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")

    (of_path, *_), (of_text, *_) = Matter.open(path, engine).problems, Matter.open(text, engine).problems
    assert of_path.where.startswith(f"{path}:")
    assert of_path.where.removeprefix(str(path)).partition(": ")[2] == of_text.where.rpartition(": ")[2]
    assert of_path._replace(where="") == of_text._replace(where="")


@pytest.mark.parametrize("text", ["", "format: 1\n", "nonsense: [", "\x00"])
def test_a_case_that_cannot_be_read_has_its_problems_and_nothing_else(engine: Engine, text: str) -> None:
    matter = Matter.open(text, engine)

    assert not matter.is_read
    assert matter.problems
    assert matter.refusals == matter.figures.problems == matter.deadlines.problems == matter.problems
    assert (matter.figures.figures, matter.deadlines.dates) == ((), ())
    assert (matter.documents, matter.open_points, matter.explain()) == ((), (), ())
    outcome = matter.draft()
    assert (outcome.documents, outcome.problems) == ((), matter.problems)


def test_what_a_matter_leaves_open_is_what_its_documents_leave_open(engine: Engine) -> None:
    matter = Matter.open(SAMPLES / "incomplete.yaml", engine)
    of_documents = {
        (point.what, point.path) for one in matter.draft().documents if one.rendered for point in one.rendered.points
    }

    assert {(point.what, point.path) for point in matter.open_points} == of_documents
    assert len(matter.open_points) == len(set(matter.open_points)) > 0


def test_what_is_found_is_found_once(engine: Engine) -> None:
    matter = Matter.open(SAMPLES / "bond.yaml", engine)

    assert matter.findings is matter.findings
    assert matter.figures is matter.figures
    assert matter.documents is matter.documents
    assert {plan.subject.findings for plan in matter.documents} == {matter.findings}


def test_a_document_that_the_case_does_not_call_for_is_told(engine: Engine) -> None:
    (problem,) = Matter.open(SAMPLES / "bond.yaml", engine).draft("protective-election").problems

    assert problem.what.startswith("protective-election is not called for: ")
    assert problem.where.endswith(" assignments[residue].protective.issue")


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


def test_what_the_law_refuses_is_told_at_its_line_and_nothing_is_drafted(engine: Engine, case_file: CaseFile) -> None:
    source = case_file(lambda answers: answers["spouse"].update(is_us_citizen=True))
    outcome = draft(source, engine)

    assert outcome.documents == ()
    assert re.search(r"case\.yaml:\d+: spouse\.is_us_citizen", said(outcome))
