"""Nothing is silently absent: what may be wanting, is kept back, or is made elsewhere is told with what decides it."""

from pathlib import Path

import pytest

from assembler.matter import Engine, Manner, Matter, Outcome
from assembler.wording import capitalised
from matter.docx_text import part, words

SAMPLES = Path(__file__).parents[2] / "samples"
FINAL = Manner(is_final=True)
OF_BOND = {"bond", "bond-application", "bond-asset-statement", "security-cover-letter"}


def matter(name: str, engine: Engine, *changes: tuple[str, str]) -> Matter:
    text = (SAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Matter.open(text, engine)


def drafted(outcome: Outcome) -> set[str]:
    return {one.plan.document for one in outcome.documents}


def kept_back(outcome: Outcome) -> set[str]:
    return {one.plan.document for one in outcome.beside.kept_back}


def index(outcome: Outcome) -> str:
    (found,) = (one for one in outcome.documents if one.plan.document == "cover-index")
    assert found.rendered is not None
    return words(part(found.rendered.package))


def test_an_assignment_that_does_not_say_how_leaves_its_paper_undecided(engine: Engine) -> None:
    outcome = matter("bond", engine, ("    manner: assigned\n", "")).draft()

    (gap,) = outcome.beside.gaps
    assert gap.subject.id == "residue"
    assert {"Irrevocable Assignment", "Instrument of Transfer"} <= set(gap.papers)
    assert (gap.question.path, gap.question.who) == ("assignments[residue].manner", "attorney")
    assert "assignments[residue].manner" not in index(outcome)
    assert capitalised(gap.question.what) in index(outcome)


def test_a_trust_that_the_spouse_funds_speaks_of_an_assignment_that_nobody_answered(engine: Engine) -> None:
    text = (SAMPLES / "bond.yaml").read_text(encoding="utf-8").partition("assignments:\n")[0]

    (gap,) = Matter.open(text, engine).draft().beside.gaps

    assert gap.told_by == "QDOT Election Statement and Qualified Domestic Trust Agreement"
    assert gap.question.path == "assignments[0].manner"


def test_final_papers_are_not_made_while_one_of_their_set_may_be_wanting(engine: Engine) -> None:
    open_case = matter("bond", engine, ("    manner: assigned\n", ""))

    assert open_case.draft(manner=FINAL).documents == ()
    (problem,) = open_case.draft("trust-agreement", manner=FINAL).problems
    assert "Irrevocable Assignment" in problem.what
    assert problem.fix.startswith("answer assignments[residue].manner")
    assert open_case.draft("bond", manner=FINAL).problems == ()
    assert matter("bond", engine).draft(manner=FINAL).problems == ()


def test_what_decides_a_paper_is_an_open_point_of_the_case(engine: Engine) -> None:
    points = matter("bond", engine, ("    manner: assigned\n", "")).open_points

    assert [point.path for point in points] == ["assignments[residue].manner"]


def test_a_refusal_of_the_bond_keeps_back_the_papers_of_the_bond(engine: Engine) -> None:
    outcome = matter("bond", engine, ("amount_furnished: 3783000.00", "amount_furnished: 3782999.99")).draft()

    assert kept_back(outcome) == OF_BOND
    assert {"trust-agreement", "qdot-election-statement", "assignment-specific"} <= drafted(outcome)
    assert not OF_BOND & drafted(outcome)
    assert [problem.fix for problem in outcome.problems] == [
        "have the amount raised by $0.01; a cent less is not enough."
    ]
    assert "$3,782,999.99 is furnished" in index(outcome)


def test_a_refused_assignment_keeps_back_the_election_that_submits_it(engine: Engine) -> None:
    late = ("    signed: 2026-11-16\n    assets", "    signed: 2029-01-01\n    assets")
    outcome = matter("bond", engine, late).draft()

    assert kept_back(outcome) == {"assignment-specific", "qdot-election-statement"}
    assert {"trust-agreement", "bond"} <= drafted(outcome)


def test_a_refusal_of_the_trust_keeps_back_everything(engine: Engine) -> None:
    outcome = matter("bond", engine, ("is_ordinary_trust: true", "is_ordinary_trust: false")).draft()

    assert (outcome.documents, outcome.beside.kept_back) == ((), ())


def test_no_final_set_is_made_while_a_refusal_keeps_back_one_of_it(engine: Engine) -> None:
    short = matter("bond", engine, ("amount_furnished: 3783000.00", "amount_furnished: 3782999.99"))

    assert short.draft(manner=FINAL).documents == ()
    assert drafted(short.draft("trust-agreement", manner=FINAL)) == {"trust-agreement"}


def test_a_paper_asked_for_and_not_called_for_is_refused_with_the_reason(engine: Engine) -> None:
    outcome = matter("letter-of-credit", engine).draft("bond")

    (problem,) = outcome.problems
    assert problem.what == "bond is not called for: the arrangement in use is the Letter of Credit arrangement."
    assert problem.where.endswith(" trusts[pena].security.operative")
    assert drafted(outcome) == set()


def test_what_goes_with_a_paper_that_is_called_for_comes_with_it(engine: Engine) -> None:
    assert drafted(matter("bond", engine).draft("bond")) == OF_BOND


@pytest.mark.parametrize(
    ("source", "paper"),
    [
        ("article-in-will", "will-in-force"),
        ("article-in-revocable-trust", "living-trust-in-force"),
        ("foreign-will", "foreign-will"),
    ],
)
def test_an_instrument_that_is_not_drafted_here_is_told(source: str, paper: str, engine: Engine) -> None:
    died = ("  status: citizen-domiciled-us", "  died: 2026-11-16\n  status: citizen-domiciled-us")
    made = ("source: lifetime-agreement", f"source: {source}")
    changed = matter("california-couple", engine, made, died)

    outcome = changed.draft()
    (asked_for,) = changed.draft(paper).problems

    (told,) = (one.paper for one in outcome.beside.elsewhere if one.paper.id == paper)
    assert told.title in index(outcome)
    assert asked_for.where.endswith(paper)
    assert asked_for.what == "it is not drafted here."


def test_what_a_paper_says_is_attached_is_told_where_it_is_made_elsewhere(engine: Engine) -> None:
    beside = matter("bond", engine).beside

    assert beside.gaps == ()
    told_by = {one.paper.id: one.told_by for one in beside.elsewhere}
    assert told_by["power-of-attorney-of-surety"] == ("Transmittal of Security",)
    assert "QDOT Election Statement" in told_by["estate-tax-return"]


def test_a_case_without_a_trust_gets_its_memorandum(engine: Engine) -> None:
    assert "no-trust-memo" in drafted(matter("pension-pay", engine).draft())
    assert "no-trust-memo" not in drafted(matter("bond", engine).draft())
