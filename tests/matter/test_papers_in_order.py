"""No paper of a case tells as done what is stated for a later day than its own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from assembler import casefile
from assembler.casefile import paths
from assembler.matter import Engine, Matter, Outcome

CLOSING = Path(__file__).parents[2] / "samples" / "branch-closing.yaml"
NOTICE = "share-security-replacement-notice"


def answered(engine: Engine, **answers: object) -> Matter:
    read = casefile.read(CLOSING)
    assert read.case
    case = read.case
    for path, answer in answers.items():
        case = paths.with_answer(case, paths.steps(f"trusts[share].{path.replace('__', '.')}"), answer)
    return Matter(replace(read, case=case), engine)


def text(outcome: Outcome, name: str) -> str:
    (found,) = (one.rendered for one in outcome.documents if one.name == name)
    assert found
    return "\n".join(found.expected.clauses.values())


def test_each_paper_of_a_change_of_security_has_its_own_day(engine: Engine) -> None:
    drafted = answered(engine).draft()

    days = {one.plan.document: one.plan.paper_date for one in drafted.documents}
    assert days["security-cover-letter"] == days["loc-asset-statement"] == date(2027, 3, 12)
    assert days["nonrenewal-notice"] == days["branch-closure-notice"] == date(2028, 2, 21)
    assert days["security-replacement-notice"] == date(2028, 3, 13)
    assert text(drafted, NOTICE).splitlines()[1] == "March 13, 2028"


def test_a_paper_out_of_order_with_what_it_tells_is_told_by_check_and_kept_back(engine: Engine) -> None:
    early = answered(engine, security__replacement__notified=date(2028, 2, 20))
    drafted = early.draft()

    assert any("is dated February 20, 2028, and tells as done" in one.what for one in early.problems)
    assert NOTICE not in {one.name for one in drafted.documents}
    assert [one.plan.name for one in drafted.beside.kept_back] == [NOTICE]
    assert len(drafted.documents) > 10


def test_a_day_that_cannot_be_that_of_the_papers_is_an_open_point(engine: Engine) -> None:
    drafted = answered(engine, security__replacement__notified=None, events__notice_received=date(2028, 3, 11)).draft()

    assert "[1: the day of the notice that the new arrangement is secured]" in text(drafted, NOTICE)
    assert drafted.problems == ()
