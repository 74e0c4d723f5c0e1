"""A missing answer leaves its figure out; what cannot be is told at its line, and never a traceback."""

from pathlib import Path

import pytest

from assembler.casefile import read
from assembler.findings import find
from findings.written_case import HEAD, figured, values


@pytest.mark.parametrize(
    "text",
    [
        "annuities: [{id: p, annual_payment: 72000}]\n",
        "annuities: [{id: p, interval: monthly, measuring_lives: [{born: 1950-01-01}]}]\n",
        "annuities: [{id: p, annual_payment: 1, interval: annual, measuring_lives: [{name: Ana}]}]\n",
        "gifts: [{given: 2019-01-05, value: 100000, would_qualify: true}]\n",
        "joint_property: [{id: flat, value: 5}]\n",
        "assignments: [{id: a, value: 5}]\n",
        "assignments: [{id: a, value: 5, manner: assigned-by-formula}]\n",
        "gift_taxes: [{year: 1995, gifts: [{value: 5, exclusion: 0}]}]\n",
        "estate: {marital_deduction: 5}\n",
        "trusts: [{id: a, year_ends: [{ended: 2021-12-31, value: 5}], valuation: {reported: 5}}]\n",
        "trusts: [{id: a, year_ends: [{ended: 2021-12-31, holdings: [{value: 5, is_real_property: true}]}]}]\n",
    ],
)
def test_a_figure_that_waits_for_an_answer_is_left_out(text: str) -> None:
    found = figured(text)

    assert (found.figures, found.problems) == ((), ())


PENSION = "annuities: [{id: p, annual_payment: 72000, interval: monthly"

BAD = [
    # An age past the table.
    (PENSION + ", measuring_lives: [{born: 1905-01-01}]}]\n", "annuities[p]", "the mortality table ends at age"),
    # An annuity with no measuring life, one with both, three lives, a life not yet begun.
    (PENSION + "}]\n", "annuities[p]", "neither a measuring life nor a term"),
    (PENSION + ", measuring_lives: [{born: 1950-01-01}], term_years: 5}]\n", "annuities[p]", "both a life and a term"),
    (
        PENSION + ", measuring_lives: [{born: 1950-01-01}, {born: 1951-01-01}, {born: 1952-01-01}]}]\n",
        "annuities[p]",
        "depends on 3 lives",
    ),
    (PENSION + ", measuring_lives: [{born: 2020-03-01}]}]\n", "annuities[p]", "after the valuation date"),
    (PENSION + ", measuring_lives: [{born: 1950-01-01}], has_scheduled_changes: true}]\n", "annuities[p]", "change"),
    (PENSION + ", term_years: 61}]\n", "annuities[p]", "Table B runs from 1 to 60 years"),
    (PENSION + ", term_years: 5, section_7520_rate: 33.3}]\n", "annuities[p]", "no factor for 33.3 percent"),
    (PENSION + ", term_years: 5, failed_year: 2019, term_years_left: 5}]\n", "annuities[p]", "before the death"),
    (
        PENSION + ", measuring_lives: [{born: 1950-01-01}], mortality_table: 90CM}]\n",
        "annuities[p]",
        "Table 90CM is not open",
    ),
    # The two taxable estates that cannot both be.
    ("estate: {gross_estate: 9, marital_deduction: 4, taxable_estate: 6}\n", "estate", "the taxable estate is 6"),
    ("estate: {taxable_estate: 9, chose_no_estate_tax: true}\n", "estate", "no executor could choose"),
    (
        "estate: {taxable_estate: 99000000, foreign_death_taxes: [{country: PT, paid: 5, property: 9}]}\n",
        "estate",
        "property worth 9 taxed by PT",
    ),
    # A gift of more than there was, a tenancy to which nobody contributed so much.
    (
        "gifts: [{given: 2019-01-05, value: 1, present_interest: 2, would_qualify: true}]\n",
        "gifts",
        "a present interest of 2 in a gift of 1",
    ),
    ("gifts: [{given: 1987-01-05, value: 1, present_interest: 1, would_qualify: true}]\n", "gifts", "July 14, 1988"),
    (
        "joint_property: [{id: j, consideration: [{by: decedent, amount: 1, furnished: 1987-01-01, gift: 2}]}]\n",
        "joint_property[j]",
        "a gift of 2 out of 1 furnished",
    ),
    (
        "assignments: [{id: a, value: 9, manner: assigned-by-formula, taxable_estate_before: 5}]\n",
        "assignments[a]",
        "property of 9 passed to the spouse from a taxable estate of 5",
    ),
]


@pytest.mark.parametrize(("text", "path", "what"), BAD, ids=[f"{path}-{what[:30]}" for _, path, what in BAD])
def test_what_the_law_or_a_table_does_not_reach_is_a_problem_at_its_answer(text: str, path: str, what: str) -> None:
    found = figured(text)

    (problem,) = found.problems
    assert problem.where == path
    assert what in problem.what
    assert problem.what.endswith(".")
    assert problem.fix.endswith(".")
    assert problem.law


def test_a_rate_for_a_month_that_is_not_published_is_a_problem() -> None:
    head = HEAD + "decedent: {died: 2199-02-01}\n"

    (problem,) = figured(PENSION + ", term_years: 5}]\n", head).problems
    assert "no section 7520 rate for 2199-02" in problem.what
    assert problem.fix == "state the rate that the Internal Revenue Service published for that month."


def test_a_death_in_a_year_without_an_exclusion_is_a_problem_and_not_an_extrapolation() -> None:
    head = HEAD + "decedent: {died: 2198-02-01, status: citizen-domiciled-us}\n"

    (problem,) = figured("estate: {taxable_estate: 5}\n", head).problems
    assert "2198" in problem.what


def test_a_birth_on_the_29th_of_february_has_an_age_in_every_year() -> None:
    found = figured(PENSION + ", measuring_lives: [{born: 1952-02-29}]}]\n")

    assert found.problems == ()
    assert len(values(found, "Present value of the annuity")) == 1


def test_one_bad_annuity_does_not_silence_the_good_one() -> None:
    found = figured(
        "annuities:\n  - {id: bad, annual_payment: 1, interval: annual}\n"
        "  - {id: good, annual_payment: 1200, interval: annual, term_years: 5}\n"
    )

    assert [problem.where for problem in found.problems] == ["annuities[bad]"]
    assert "good" in values(found, "Present value of the annuity")


def test_every_sample_computes_without_an_error() -> None:
    for path in sorted((Path(__file__).parents[2] / "samples").glob("*.yaml")):
        case = read(path).case
        assert case is None or find(case).figures is not None, path.name


def test_the_case_that_answers_every_question_computes_without_an_error() -> None:
    reading = read(Path(__file__).parents[1] / "casefile" / "whole-case.yaml")
    assert reading.case is not None

    assert len(find(reading.case).figures.figures) > 30
