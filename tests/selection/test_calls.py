"""Whether a case calls for a paper is yes, no or undecided, with the reason and the question that decides it."""

from dataclasses import replace

import pytest

from assembler.casefile.choices import Manner, Operative
from assembler.casefile.shape import Assignment, Case, Security, Trust
from assembler.findings import Findings, Kind
from assembler.library.clause import Outline, Undrafted
from assembler.selection import Call, lie_together

CASE = Case(
    trusts=(Trust(id="share", security=Security(operative=Operative.BOND)), Trust(id="other")),
    assignments=(Assignment(id="house", trust="share"),),
)
BOND = Outline("bond", "Bond", (), when=("has_bond",))
ASSIGNMENT = Outline("assignment", "Assignment", (), per="assignment", when=("assignment_by_asset",))


def call(paper: Outline | Undrafted, case: Case = CASE, number: int = 0) -> Call:
    return Call(paper, Findings(case).of(Kind(paper.per))[number])


def test_a_paper_is_called_for_where_all_its_facts_hold() -> None:
    bond = call(BOND)

    assert (bond.value, bond.because, bond.question) == (True, "", None)


def test_a_paper_that_is_not_called_for_says_why_and_which_answer_would_turn_it() -> None:
    letter = call(Outline("letter-of-credit", "Letter", (), when=("has_letter",)))

    assert (letter.value, letter.state) == (False, "out")
    assert letter.because == "the arrangement in use is the Bond arrangement"
    assert letter.question
    assert letter.question.path == "trusts[share].security.operative"


def test_a_paper_that_cannot_be_decided_names_the_first_question_that_is_open() -> None:
    assignment = call(ASSIGNMENT)

    assert (assignment.value, assignment.state) == (None, "undecided")
    assert assignment.question
    assert assignment.question.path == "assignments[house].manner"
    assert call(ASSIGNMENT, replace(CASE, assignments=(Assignment(manner=Manner.ASSIGNED),))).value


def test_of_a_record_that_is_not_answered_the_first_question_is_named() -> None:
    statement = call(Outline("annual-statement", "Statement", (), when=("annual_statement_due",)))

    assert statement.question
    assert statement.question.path == "trusts[share].assets[0].description"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((Kind.TRUST, 0), (Kind.ASSIGNMENT, 0), True),
        ((Kind.TRUST, 1), (Kind.ASSIGNMENT, 0), False),
        ((Kind.TRUST, 0), (Kind.TRUST, 1), False),
        ((Kind.CASE, 0), (Kind.TRUST, 1), True),
        ((Kind.ASSIGNMENT, 0), (Kind.ASSIGNMENT, 0), True),
    ],
)
def test_papers_lie_together_that_are_of_one_trust(
    one: tuple[Kind, int], other: tuple[Kind, int], together: bool
) -> None:
    findings = Findings(CASE)
    subjects = [findings.of(kind)[number] for kind, number in (one, other)]

    assert lie_together(*subjects) is together
    assert lie_together(*reversed(subjects)) is together
