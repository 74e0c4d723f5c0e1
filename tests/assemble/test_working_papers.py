"""The working papers of a case: the memo, the worksheet and the calendar, proved like any other paper."""

from pathlib import Path

import pytest
from docx_text import part, words

from assembler import casefile, dates, facts, figures
from assembler.matter import Drafted, Engine, Outcome, assemble
from assembler.wording import day, dollars

BOND = Path(__file__).parents[2] / "samples" / "bond.yaml"


@pytest.fixture(scope="module")
def outcome(engine: Engine) -> Outcome:
    return assemble(BOND, engine)


def paper(outcome: Outcome, document: str) -> Drafted:
    (found,) = (drafted for drafted in outcome.documents if drafted.plan.document == document)
    return found


def text(outcome: Outcome, document: str) -> str:
    poured = paper(outcome, document).poured
    assert poured is not None
    return words(part(poured.package))


def test_a_case_gets_its_working_papers_beside_the_instrument(outcome: Outcome) -> None:
    names = {drafted.filename for drafted in outcome.documents}

    assert outcome.problems == ()
    assert {"case-deadline-calendar.docx", "case-figures-worksheet.docx", "katz-drafting-memo.docx"} <= names


def test_the_worksheet_prints_every_figure_with_each_step(outcome: Outcome) -> None:
    assert outcome.facts is not None
    found = figures.compute(outcome.facts.case, outcome.facts).figures
    written = text(outcome, "figures-worksheet")

    assert found
    for one in found:
        assert all(step.text in written for step in one.figure.steps), one.figure.name
        if one.figure.unit == "dollars":
            assert dollars(one.figure.value) in written  # type: ignore[arg-type]


def test_the_calendar_prints_every_date_with_who_must_act(outcome: Outcome) -> None:
    assert outcome.facts is not None
    found = dates.find(outcome.facts.case, outcome.facts).dates
    written = text(outcome, "deadline-calendar")

    assert found
    for one in found:
        assert day(one.deadline.date) in written, one.deadline.name
        assert one.deadline.who in written


def test_a_plan_for_a_living_client_has_a_calendar_that_says_no_date_runs(engine: Engine) -> None:
    plan = assemble(BOND.with_name("california-couple.yaml"), engine, wanted=["deadline-calendar"])

    assert plan.problems == ()
    assert "calendar-none" in paper(plan, "deadline-calendar").plan.chosen
    assert "calendar-dates" not in paper(plan, "deadline-calendar").plan.chosen


def test_asked_for_the_instrument_alone_nothing_else_is_drafted(engine: Engine) -> None:
    alone = assemble(BOND, engine, wanted=["trust-agreement"])

    assert [drafted.plan.document for drafted in alone.documents] == ["trust-agreement"]


def test_the_facts_of_the_whole_case_hold_when_they_hold_of_any_trust() -> None:
    case = casefile.read(BOND).case
    assert case is not None
    found = facts.find(case)

    assert found.whole["bond_permitted"] is found.trusts[0]["bond_permitted"]
    assert found.whole["has_trust"] is True
