"""The working papers of a case: the memo, the worksheet and the calendar, proved like any other paper."""

from pathlib import Path

import pytest

from assembler.matter import Drafted, Engine, Matter, Outcome
from assembler.wording import capitalised, day, dollars
from matter.docx_text import part, words

BOND = Path(__file__).parents[2] / "samples" / "bond.yaml"


@pytest.fixture(scope="module")
def outcome(engine: Engine) -> Outcome:
    return Matter.open(BOND, engine).draft()


def paper(outcome: Outcome, document: str) -> Drafted:
    (found,) = (drafted for drafted in outcome.documents if drafted.plan.document == document)
    return found


def text(outcome: Outcome, document: str) -> str:
    rendered = paper(outcome, document).rendered
    assert rendered is not None
    return words(part(rendered.package))


def test_a_case_gets_its_working_papers_beside_the_instrument(outcome: Outcome) -> None:
    names = {drafted.filename for drafted in outcome.documents}

    assert outcome.problems == ()
    assert {"case-deadline-calendar.docx", "case-figures-worksheet.docx", "katz-drafting-memo.docx"} <= names


def test_the_worksheet_prints_every_figure_with_each_step(outcome: Outcome) -> None:
    found = outcome.matter.figures.figures
    written = text(outcome, "figures-worksheet")

    assert found
    for one in found:
        assert all(capitalised(step.text) in written for step in one.figure.steps), one.figure.name
        if one.figure.unit == "dollars":
            assert dollars(one.figure.value) in written  # type: ignore[arg-type]


def test_the_calendar_prints_every_date_with_who_must_act(outcome: Outcome) -> None:
    found = outcome.matter.deadlines.dates
    written = text(outcome, "deadline-calendar")

    assert found
    for one in found:
        assert day(one.deadline.date) in written, one.name
        assert one.who in written


def test_a_plan_for_a_living_client_has_a_calendar_that_says_no_date_runs(engine: Engine) -> None:
    plan = Matter.open(BOND.with_name("california-couple.yaml"), engine).draft("deadline-calendar")

    assert plan.problems == ()
    assert "calendar-none" in paper(plan, "deadline-calendar").plan.chosen
    assert "calendar-dates" not in paper(plan, "deadline-calendar").plan.chosen


def test_asked_for_the_instrument_alone_nothing_else_is_drafted(engine: Engine) -> None:
    alone = Matter.open(BOND, engine).draft("trust-agreement")

    assert [drafted.plan.document for drafted in alone.documents] == ["trust-agreement"]


def test_the_letter_to_the_spouse_names_the_trustee_and_what_to_sign_by_when(outcome: Outcome) -> None:
    letter = text(outcome, "letter-to-spouse")

    assert "Dear Olúfẹ́mi Adébáyọ̀ Katz:" in letter
    for told in ("Ruth Katz-Lindqvist", "Irrevocable Assignment", "February 22, 2027"):
        assert told in letter


def test_a_spouse_who_has_become_a_citizen_gets_no_letter(engine: Engine) -> None:
    drafted = Matter.open(BOND.with_name("several-qdots.yaml"), engine).documents

    assert "letter-to-spouse" not in {plan.document for plan in drafted}


def test_a_picture_is_told_in_words_whatever_script_a_name_is_in(engine: Engine) -> None:
    (memo,) = Matter.open(BOND.with_name("will-contest.yaml"), engine).draft("drafting-memo").documents

    assert memo.problems == ()
